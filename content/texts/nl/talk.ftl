### /meldingen en het gesprek over een melding. Teksten met own- leest de melder. Teksten met talk-
### gaan over het gesprek tussen de melder en wie de melding behandelt.

## /meldingen

own-none =
    Ik heb geen melding van jou.
    Heb je wel een zaaknummer? Bel dan naar school: { $phone }.

own-line =
    { $status ->
        [read] Zaak { $number } van { $date } is gelezen door iemand van school.
        [in-hand] Zaak { $number } van { $date } is in behandeling. School is ermee bezig.
        [closed] Zaak { $number } van { $date } is afgerond.
       *[received] Zaak { $number } van { $date } is ontvangen. Nog niemand heeft hem gelezen.
    }

own-older =
    { $count ->
        [one] Je hebt nog { $count } andere melding.
       *[other] Je hebt nog { $count } andere meldingen.
    }

own-not-found =
    Ik heb geen melding van jou met nummer { $number }.
    Typ /meldingen voor de meldingen die je deed.

own-status =
    { $status ->
        [read] Zaak { $number }: iemand van school heeft je melding gelezen.
        [in-hand] Zaak { $number }: school is nu bezig met je melding.
        [closed] Zaak { $number }: je melding is afgerond. School is klaar met de zaak.
       *[received] Zaak { $number }: school heeft je melding ontvangen.
    }
    Typ /meldingen om te zien hoe het met je meldingen staat.

## Iets toevoegen

own-ask =
    Wat wil je nog vertellen over zaak { $number }? Typ het hier. Het mogen meer berichten zijn.
    Alleen wie je melding behandelt, leest het. Typ klaar als je klaar bent.

own-added =
    Dit heb ik bewaard bij zaak { $number }. Typ verder, of tik op Klaar.

own-ready =
    Dank je. Alles staat bij zaak { $number }. Wie de zaak behandelt, krijgt een bericht dat er meer is.

own-silent =
    Ik stop met luisteren voor zaak { $number }. Wat je hebt toegevoegd, staat erbij.
    Wil je nog iets toevoegen? Tik dan op de knop.

own-too-fast =
    Dit gaat te snel voor mij. Dit bericht staat niet bij zaak { $number }.
    Wacht één minuut. Wat je in die minuut stuurt, bewaar ik niet. Stuur het daarna nog een keer.

own-missed =
    { $count ->
        [one] Let op: { $count } bericht ging te snel. Dat staat niet bij zaak { $number }. Stuur het nog een keer.
       *[other] Let op: { $count } berichten gingen te snel. Die staan niet bij zaak { $number }. Stuur ze nog een keer.
    }

own-closed =
    Zaak { $number } is afgerond. Toevoegen kan niet meer.
    Is er weer iets gebeurd? Typ /meld.

own-nothing-waits =
    Je bent niet meer bezig met zaak { $number }. Wat je al toevoegde, heb ik bewaard.

own-is-answer =
    Wat je typte, heb ik nog niet bewaard. Is het een antwoord bij zaak { $number }?

own-no-answer =
    Goed. Ik heb het niet bij zaak { $number } gezet.
    Was het een vraag? Stuur die dan nog een keer.

own-not-sent =
    Wat je typte, staat niet bij zaak { $number }. Ik heb het weggegooid.
    Wil je nog antwoorden? Typ /meldingen.

own-nobody-told =
    Wat je toevoegde, staat bij zaak { $number }. Maar ik kan nu niemand van school een bericht sturen.
    Bel daarom zelf naar school: { $phone }. Noem het zaaknummer.

own-talk =
    Dit is er gezegd over zaak { $number }.

own-nothing-said =
    Over zaak { $number } is nog niets gezegd.

## Wissen aan de eigen kant

own-wipe-ask =
    Wil je zaak { $number } wissen aan jouw kant? Dan staat hij niet meer in je lijst en stopt het gesprek.
    Bij school blijft de zaak bestaan. School kan er gewoon mee verder. Alleen school kan hem daar wissen.

own-kept-until =
    School bewaart de zaak in elk geval tot { $date }.

own-wiped =
    Zaak { $number } is gewist aan jouw kant. School heeft de zaak nog wel.
    De berichten in dit gesprek kan ik niet weghalen. Dat kun je zelf doen.
    Is er weer iets? Typ /meld.

own-wipe-not =
    Goed. Zaak { $number } blijft in je lijst.

## Het gesprek, zoals het bij de zaak staat

talk-older =
    { $count ->
        [one] Er is nog { $count } ouder bericht.
       *[other] Er zijn nog { $count } oudere berichten.
    }

talk-by-you =
    Jij schreef op { $time }:
    { $text }

talk-by-role =
    { $role ->
        [schoolleider] De schoolleider schreef op { $time }:
        [vertrouwenspersoon] De vertrouwenspersoon schreef op { $time }:
        [bestuurder] Iemand van het bestuur schreef op { $time }:
        [fg] De privacyfunctionaris van school schreef op { $time }:
        [mentor] De mentor schreef op { $time }:
       *[medewerker] Iemand van school schreef op { $time }:
    }
    { $text }

talk-by-name =
    { $name } schreef op { $time }:
    { $text }

talk-by-reporter =
    De melder schreef op { $time }:
    { $text }

talk-by-handler =
    { $delivery ->
        [accepted] { $name } schreef op { $time } aan de melder, en dat is aangekomen:
        [undelivered] { $name } schreef op { $time } aan de melder, maar dat is nog niet aangekomen:
       *[waiting] { $name } schreef op { $time } aan de melder, en dat is onderweg:
    }
    { $text }

talk-by-former =
    { $delivery ->
        [accepted] Iemand die hier niet meer werkt, schreef op { $time }, en dat is aangekomen:
        [undelivered] Iemand die hier niet meer werkt, schreef op { $time }, maar dat is nog niet aangekomen:
       *[waiting] Iemand die hier niet meer werkt, schreef op { $time }, en dat is onderweg:
    }
    { $text }

talk-told-since =
    De melder heeft meer verteld. Dat heb je nog niet gelezen.

talk-ended-by-reporter =
    De melder heeft de zaak aan de eigen kant gewist. Je kunt de melder niet meer schrijven.

talk-whole =
    Dit is het hele gesprek met de melder van zaak { $number }.

## Een bericht aan de melder

talk-ask =
    Wat wil je de melder van zaak { $number } schrijven? Typ het hier.
    Dit is geen notitie: de melder leest het. Ik laat het je eerst nog zien.

talk-only-words =
    Ik kan de melder alleen tekst geven. Een foto of bestand gaat niet mee.

talk-preview =
    Dit gaat naar de melder van zaak { $number }. Het is nog niet verstuurd.
    { $text }
    
    Klopt het? Kies hoe je het verstuurt. Wil je het veranderen? Typ het dan opnieuw.

talk-sent =
    Ik stuur het naar de melder van zaak { $number }. Bij /zaak { $number } zie je of het is aangekomen.

talk-stopped =
    Ik heb niets verstuurd aan de melder van zaak { $number }.

talk-nothing-to-send =
    Er ligt geen bericht klaar voor de melder van zaak { $number }, of het was een ouder bericht.
    Open /zaak { $number } om opnieuw te schrijven.

talk-never-sent =
    Je bericht aan de melder van zaak { $number } is niet verstuurd. Ik heb het weggegooid.
    Het staat nog wel in dit gesprek.

talk-silent =
    Ik wacht niet langer op je bericht aan de melder van zaak { $number }. Er is niets verstuurd.

talk-too-fast =
    Er gaan te veel berichten tegelijk naar zaak { $number }. Ik heb dit nog niet verstuurd.
    Wacht één minuut en tik dan nog een keer op dezelfde knop.

talk-over-closed =
    Zaak { $number } is afgerond. Je kunt de melder niet meer schrijven.

talk-over-wiped =
    De melder heeft zaak { $number } aan de eigen kant gewist. Je kunt de melder niet meer schrijven.

talk-undelivered =
    Je bericht aan de melder van zaak { $number } is niet aangekomen. Het staat bij de zaak.
    Zodra het weer kan, stuur ik het alsnog. Reken daar niet op.
    { $known ->
        [left] De melder staat niet meer op de lijst van school. Overleg hoe je de melder nog kunt bereiken.
        [named] De naam mag je gebruiken. Spreek de melder zelf, rustig en zonder anderen erbij.
       *[hidden] De naam mag je niet zien. Ga dus niet zoeken wie het is. Ga verder met wat je al weet.
    }
    .subject = Bericht bij zaak { $number } is niet aangekomen

## Wat de melder hoort

talk-reply =
    { $role ->
        [schoolleider] De schoolleider schrijft je over zaak { $number }:
        [vertrouwenspersoon] De vertrouwenspersoon schrijft je over zaak { $number }:
        [bestuurder] Iemand van het bestuur schrijft je over zaak { $number }:
        [fg] De privacyfunctionaris van school schrijft je over zaak { $number }:
        [mentor] De mentor schrijft je over zaak { $number }:
       *[medewerker] Iemand van school schrijft je over zaak { $number }:
    }
    { $text }

talk-reply-named =
    { $name } schrijft je over zaak { $number }:
    { $text }

talk-knock =
    Er lag nog een bericht voor je bij zaak { $number }. Het komt nu.
