### /meldingen en het gesprek over een melding, in makkelijk Nederlands. Teksten met own- leest de
### melder. Teksten met talk- gaan over het gesprek tussen beiden.

## /meldingen

own-none =
    Ik heb niets van jou bewaard.
    Heb je wel een nummer gekregen?
    Bel dan naar school: { $phone }.

own-line =
    Dit is je nummer: { $number }.
    Je vertelde het op { $date }.
    { $status ->
        [read] Iemand van school heeft het gelezen.
        [in-hand] School is ermee bezig.
        [closed] School is ermee klaar.
       *[received] Nog niemand heeft het gelezen.
    }

own-older =
    { $count ->
        [one] Je vertelde nog { $count } ding.
       *[other] Je vertelde nog { $count } dingen.
    }

own-not-found =
    Nummer { $number } is niet van jou.
    Typ /meldingen.
    Dan zie je wat je hebt verteld.

own-status =
    { $status ->
        [read] Nummer { $number }: iemand van school heeft het gelezen.
        [in-hand] Nummer { $number }: school is er nu mee bezig.
        [closed] Nummer { $number }: school is ermee klaar.
       *[received] Nummer { $number }: ik heb het goed bewaard.
    }
    Typ /meldingen.
    Dan zie je hoe het ermee staat.

## Iets toevoegen

own-ask =
    Wat wil je nog vertellen?
    Typ het hier.
    Alleen wie je helpt, leest het.
    Het hoort bij nummer { $number }.
    Klaar met typen?
    Typ dan: klaar.

own-added =
    Dit heb ik bewaard bij nummer { $number }.
    Typ verder, of tik op Klaar.

own-ready =
    Dank je.
    Alles staat bij nummer { $number }.
    Wie je helpt, gaat het lezen.

own-silent =
    Ik luister nu niet meer voor nummer { $number }.
    Wat je typte, heb ik bewaard.
    Wil je nog iets vertellen?
    Tik dan op de knop.

own-too-fast =
    Dit gaat te snel voor mij.
    Dit heb ik niet bewaard bij nummer { $number }.
    Wacht 1 minuut.
    Stuur het dan nog een keer.

own-missed =
    { $count ->
        [one] Let op: { $count } bericht ging te snel.
       *[other] Let op: { $count } berichten gingen te snel.
    }
    Dat staat niet bij nummer { $number }.
    Stuur het nog een keer.

own-closed =
    Nummer { $number } is klaar.
    Je kunt er niets meer bij typen.
    Is er weer iets gebeurd?
    Typ dan /meld.

own-nothing-waits =
    Je typt nu niets meer bij nummer { $number }.
    Wat je al typte, heb ik bewaard.

own-is-answer =
    Wat je typte, heb ik nog niet bewaard.
    Is het een antwoord bij nummer { $number }?

own-no-answer =
    Goed.
    Ik heb het niet bij nummer { $number } gezet.
    Was het een vraag?
    Stuur die dan nog een keer.

own-not-sent =
    Wat je typte, staat niet bij nummer { $number }.
    Ik heb het weggegooid.
    Wil je nog antwoorden?
    Typ dan /meldingen.

own-nobody-told =
    Ik heb het bewaard bij nummer { $number }.
    Ik kan nu niemand op school bereiken.
    Bel zelf naar school: { $phone }.
    Zeg dan je nummer: { $number }.

own-talk =
    Dit is er gezegd over nummer { $number }.

own-nothing-said =
    Over nummer { $number } is nog niets gezegd.

## Wissen aan de eigen kant

own-wipe-ask =
    Wil je nummer { $number } bij jou wissen?
    Dan zie jij het niet meer.
    Je kunt er ook niets meer bij typen.
    School houdt het wel.
    School gaat er gewoon mee verder.
    Alleen school kan het daar wissen.

own-kept-until =
    School bewaart het zeker tot { $date }.

own-wiped =
    Nummer { $number } is bij jou gewist.
    School heeft het nog wel.
    Op jouw telefoon staan de berichten nog.
    Die kun je zelf weghalen.
    Is er weer iets gebeurd?
    Typ dan /meld.

own-wipe-not =
    Goed.
    Nummer { $number } blijft in je lijst.

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
        [fg] Iemand die op privacy let, schreef op { $time }:
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
        [accepted] { $name } schreef op { $time }, en het kwam aan:
        [undelivered] { $name } schreef op { $time }, maar het kwam niet aan:
       *[waiting] { $name } schreef op { $time }, en het is onderweg:
    }
    { $text }

talk-by-former =
    Dit schreef iemand die hier niet meer werkt.
    { $delivery ->
        [accepted] Het was op { $time }, en het kwam aan:
        [undelivered] Het was op { $time }, maar het kwam niet aan:
       *[waiting] Het was op { $time }, en het is onderweg:
    }
    { $text }

talk-told-since =
    De melder heeft meer verteld.
    Dat heb je nog niet gelezen.

talk-ended-by-reporter =
    De melder heeft dit bij zichzelf gewist.
    Je kunt niet meer schrijven.

talk-whole =
    Dit is het hele gesprek over zaak { $number }.

## Een bericht aan de melder

talk-ask =
    Wat wil je schrijven aan de melder?
    Typ het hier.
    Het hoort bij zaak { $number }.
    De melder leest wat je typt.
    Ik laat het je eerst zien.

talk-only-words =
    Ik kan de melder alleen tekst geven.
    Een foto gaat niet mee.

talk-preview =
    Dit gaat naar de melder van zaak { $number }.
    Het is nog niet weg.
    { $text }
    
    Is het goed?
    Kies dan een knop.
    Wil je het anders?
    Typ het dan opnieuw.

talk-sent =
    Het gaat nu naar de melder van zaak { $number }.
    Kwam het aan?
    Typ /zaak { $number } om dat te zien.

talk-stopped =
    Ik heb niets gestuurd bij zaak { $number }.

talk-nothing-to-send =
    Er ligt nu niets klaar voor zaak { $number }.
    Typ /zaak { $number } om opnieuw te schrijven.

talk-never-sent =
    Je bericht bij zaak { $number } is niet verstuurd.
    Ik heb het weggegooid.
    Het staat nog wel in dit gesprek.

talk-silent =
    Ik wacht niet langer op je bericht.
    Ik heb niets gestuurd bij zaak { $number }.

talk-too-fast =
    Er gaat te veel naar zaak { $number }.
    Ik heb dit nog niet verstuurd.
    Wacht 1 minuut.
    Tik dan nog een keer op de knop.

talk-over-closed =
    Zaak { $number } is klaar.
    Je kunt de melder niet meer schrijven.

talk-over-wiped =
    De melder heeft zaak { $number } bij zichzelf gewist.
    Je kunt de melder niet meer schrijven.

talk-undelivered =
    Je bericht bij zaak { $number } kwam niet aan.
    Het staat bij de zaak.
    Kan het later wel?
    Dan stuur ik het nog.
    Wacht daar niet op.
    { $known ->
        [left]
            De melder hoort niet meer bij school.
            Praat samen over wat je nu kunt doen.
        [named]
            Je mag de naam gebruiken.
            Praat zelf met de melder, met niemand erbij.
       *[hidden]
            Je mag de naam niet zien.
            Zoek niet wie het is.
            Ga verder met wat je weet.
    }
    .subject = Bericht bij zaak { $number } kwam niet aan

## Wat de melder hoort

talk-reply =
    { $role ->
        [schoolleider] De schoolleider schrijft je over nummer { $number }:
        [vertrouwenspersoon] De vertrouwenspersoon schrijft je over nummer { $number }:
        [bestuurder] Iemand van het bestuur schrijft over nummer { $number }:
        [fg] Iemand die op privacy let, schrijft over nummer { $number }:
        [mentor] De mentor schrijft je over nummer { $number }:
       *[medewerker] Iemand van school schrijft je over nummer { $number }:
    }
    { $text }

talk-reply-named =
    { $name } schrijft je over nummer { $number }:
    { $text }

talk-knock =
    Er lag nog iets voor je klaar.
    Het hoort bij nummer { $number }.
    Het komt nu.
