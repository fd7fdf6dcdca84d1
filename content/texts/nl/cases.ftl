### /zaken en /zaak: wat wie een melding behandelt te zien krijgt. Een zaak die iemand niet mag zien
### en een zaak die niet bestaat geven precies dezelfde tekst: cases-not-found.

cases-new =
    Er is een nieuwe melding: zaak { $number }.
    Typ /zaak { $number } in een privégesprek met mij om hem te lezen.
    .subject = Nieuwe melding: zaak { $number }

cases-more =
    Bij zaak { $number } is meer verteld.
    Typ /zaak { $number } in een privégesprek met mij om het te lezen.
    .subject = Er is meer verteld bij zaak { $number }

cases-none =
    Er zijn geen meldingen die jij mag lezen.

cases-list =
    { $count ->
        [one] Je hebt { $count } open zaak.
       *[other] Je hebt { $count } open zaken.
    }
    Tik op een zaak om hem te openen, of typ /zaak en het nummer.

cases-none-open =
    Je hebt nu geen open zaken.

cases-closed-count =
    { $count ->
        [one] Er is { $count } afgeronde zaak. Typ /zaken afgerond om hem te zien.
       *[other] Er zijn { $count } afgeronde zaken. Typ /zaken afgerond om ze te zien.
    }

cases-list-closed =
    { $count ->
        [one] Je mag { $count } afgeronde zaak lezen.
       *[other] Je mag { $count } afgeronde zaken lezen.
    }
    Tik op een zaak om hem te openen, of typ /zaak en het nummer.

cases-none-closed =
    Er zijn geen afgeronde zaken die jij mag lezen.

cases-line =
    { $status ->
        [read] Zaak { $number } van { $date }: gelezen.
        [in-hand] Zaak { $number } van { $date }: in behandeling.
        [closed] Zaak { $number } van { $date }: afgerond.
       *[received] Zaak { $number } van { $date }: nieuw.
    }

cases-view =
    Zaak { $number }, ontvangen op { $date }.

cases-answer =
    { $question }
    → { $text }

cases-answer-skipped =
    { $question }
    → Niet verteld.

cases-duty-of-the-board =
    Let op: dit kan seksueel misbruik zijn door iemand die op school werkt.
    Het bestuur overlegt meteen met de vertrouwensinspecteur: { $inspector }. Dat is verplicht.
    Is er een redelijk vermoeden? Dan doet het bestuur aangifte bij de politie.
    Deel dit met niemand anders op school.

cases-duty-without-board =
    Let op: dit kan seksueel misbruik zijn door iemand van het bestuur.
    Vertel het dus niet aan het bestuur.
    Bel meteen de vertrouwensinspecteur: { $inspector }. Die zegt wie het nu moet weten.
    Overleg met de politie over aangifte: { $police_line }.
    Deel dit met niemand anders op school.

cases-reporter-named =
    De melder is { $name } uit klas { $class }. De naam mag gebruikt worden.

cases-reporter-adult =
    De melder is { $name }. De naam mag gebruikt worden.

cases-reporter-unknown =
    { $platform ->
        [telegram] De melding komt van een account dat niet bij een persoon hoort, op Telegram.
        [signal] De melding komt van een account dat niet bij een persoon hoort, op Signal.
        [local] De melding komt van een account dat niet bij een persoon hoort, in de lokale chat.
       *[other] De melding komt van een account dat niet bij een persoon hoort, in een andere app.
    }
    School kent de melder dus nog niet.

cases-reporter-left =
    De melder staat niet meer op de lijst van school.

cases-reporter-unanswered =
    De melder heeft nog niet gezegd of jij de naam mag zien.

cases-reporter-confidential =
    De melder wil niet dat jij de naam ziet.

cases-not-found =
    Zaak { $number } kan ik je niet laten zien. Typ /zaken voor de zaken die jij mag lezen.

cases-number-missing =
    Welke zaak wil je lezen? Typ /zaak en het nummer, bijvoorbeeld /zaak 12.
