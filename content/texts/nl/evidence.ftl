### Bewijs bij een melding: foto’s, geluid en bestanden. Voor er iets binnenkomt, vraagt de bot altijd
### eerst of er iemand bloot op staat (evidence-ask-naked).

evidence-ask-naked =
    Voor ik iets van je aanneem, moet ik één ding weten.
    Staat er iemand bloot of bijna bloot op wat je wilt sturen?

evidence-naked =
    Dan neem ik het niet aan. Een naaktfoto van iemand onder de 18 hebben is strafbaar. Dat geldt ook voor school.
    Bewaar hem dus niet en stuur hem niet door. Jij hebt niets fout gedaan door dit te vertellen.
    Schrijf wel op in welke app je het zag, van welk account, de link, en hoe laat.
    Helpwanted helpt je om het weg te halen: { $helpwanted }, gratis en zonder je naam te zeggen. De politie bel je op { $police_line }, of bij gevaar op { $emergency }.
    Je melding gaat gewoon door.

evidence-send-now =
    Goed dat je het zegt. Stuur je foto’s, geluid of bestanden nu, een voor een.
    Stuurde je al iets? Stuur het nog een keer, of tik op de knop.

evidence-fetching =
    Ik haal het nu op. Je hoort het als het bewaard is.

evidence-kept =
    { $count ->
        [one] Dat is veilig bewaard. Bij je melding hoort nu { $count } bestand.
       *[other] Dat is veilig bewaard. Bij je melding horen nu { $count } bestanden.
    }

evidence-refused =
    { $why ->
        [too-big] Dat bestand is te groot. Ik neem bestanden aan tot 20 MB. Stuur een korter filmpje, of een schermafbeelding.
        [archive] Dat is een ingepakt bestand of een document met andere bestanden erin. Zo’n bestand maak ik niet open. Stuur de foto’s los, of maak er een pdf van.
        [wrong-kind] Dat soort bestand neem ik niet aan, hoe het ook heet. Ik neem foto’s, geluid, een kort filmpje (mp4) en pdf aan.
        [empty] Dat bestand is leeg. Kijk of het op je telefoon wel opengaat, en stuur het dan nog een keer.
        [endless] Er kwam geen einde aan dat bestand. Stuur een kortere opname.
        [file-gone] Ik kan dat bestand niet meer ophalen. Stuur het nog een keer.
       *[other] Het lukt niet om dat bestand op te halen. Stuur het nog een keer, of maak er een schermafbeelding van.
    }

evidence-too-many =
    Dat is meer dan ik bij één melding kan bewaren. Kies de belangrijkste 30 uit. Wat ik al heb, bewaar ik.

evidence-not-from-group =
    Een foto of bestand uit een groep neem ik niet aan. Stuur het straks hier, in ons privégesprek.

evidence-no-file =
    Dit is geen bestand dat ik kan bewaren. Stuur een foto, geluid, een kort filmpje of een pdf. Of vertel het in woorden.

evidence-which-case =
    Bij welke melding hoort dit?

## Voor wie een zaak behandelt

evidence-list =
    { $count ->
        [0] Bij zaak { $number } zit geen bewijs.
        [one] Bij zaak { $number } zit { $count } bestand.
       *[other] Bij zaak { $number } zitten { $count } bestanden.
    }

evidence-line =
    { $kind ->
        [picture] Bestand { $item }: foto, { $size } kB.
        [sound] Bestand { $item }: geluid, { $size } kB.
        [film] Bestand { $item }: film, { $size } kB.
        [letter] Bestand { $item }: pdf, { $size } kB.
       *[other] Bestand { $item }: { $size } kB.
    }
    { $by ->
        [reporter] Ontvangen op { $time }, van de melder.
       *[name] Ontvangen op { $time }, van { $by }.
    }
    SHA-256 begint met { $hash }.

evidence-words =
    Erbij geschreven: { $text }

evidence-line-removed =
    Het bestand is verwijderd op { $date }.

evidence-naked-told =
    De melder zegt dat er misschien iemand bloot op een foto staat. Die foto is niet aangenomen.
    Vraag er niet om. Vraag de politie wat nodig is: { $police_line }.

evidence-not-sent =
    Bestand { $item } van zaak { $number } kan ik je niet sturen. Vraag de beheerder om in het logboek van de bot te kijken.

evidence-remove-confirm =
    Bestand { $item } van zaak { $number } verwijderen? Dan kan niemand het meer openen. In de zaak blijft staan dat het er was.
    Is het strafbaar materiaal? Overleg dan eerst met de politie: { $police_line }.

evidence-removed =
    Bestand { $item } van zaak { $number } is verwijderd.

evidence-held =
    Deze zaak moet bewaard blijven tot { $date }. Tot dan kan niemand er een bestand uit verwijderen.
