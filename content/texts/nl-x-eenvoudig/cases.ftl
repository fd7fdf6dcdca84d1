### /zaken en /zaak, in makkelijk Nederlands.

cases-new =
    Iemand heeft iets gemeld.
    Het nummer is { $number }.
    Typ /zaak { $number } om het te lezen.
    .subject = Nieuwe melding: zaak { $number }

cases-more =
    Zaak { $number }: er is meer verteld.
    Typ /zaak { $number } om het te lezen.
    .subject = Meer verteld bij zaak { $number }

cases-none =
    Er is niets wat jij mag lezen.

cases-list =
    { $count ->
        [one] Je hebt { $count } zaak die open is.
       *[other] Je hebt { $count } zaken die open zijn.
    }
    Tik op een zaak.
    Of typ /zaak en het nummer.

cases-none-open =
    Je hebt nu geen open zaken.

cases-closed-count =
    { $count ->
        [one] Er is { $count } zaak die klaar is.
       *[other] Er zijn { $count } zaken die klaar zijn.
    }
    Typ /zaken afgerond.

cases-list-closed =
    { $count ->
        [one] Er is { $count } zaak die klaar is.
       *[other] Er zijn { $count } zaken die klaar zijn.
    }
    Tik op een zaak.
    Of typ /zaak en het nummer.

cases-none-closed =
    Er is nog niets klaar wat jij mag lezen.

cases-line =
    { $status ->
        [read] Zaak { $number } van { $date }: gelezen.
        [in-hand] Zaak { $number } van { $date }: school is ermee bezig.
        [closed] Zaak { $number } van { $date }: klaar.
       *[received] Zaak { $number } van { $date }: nieuw.
    }

cases-view =
    Dit is zaak { $number }.
    De melding kwam op { $date }.

cases-answer =
    { $question }
    → { $text }

cases-answer-skipped =
    { $question }
    → Niet verteld.

cases-duty-of-the-board =
    Let op: dit kan seksueel misbruik zijn.
    Iemand die op school werkt, deed het misschien.
    Bel meteen de vertrouwensinspecteur: { $inspector }.
    Dat moet van de wet.
    Denk je dat het waar is?
    Dan gaat het bestuur naar de politie.
    Vertel dit aan niemand anders op school.

cases-duty-without-board =
    Let op.
    Dit kan misbruik zijn door iemand van het bestuur.
    Vertel het dus niet aan het bestuur.
    Bel meteen de vertrouwensinspecteur: { $inspector }.
    Die zegt wie het nu moet weten.
    Bel ook de politie: { $police_line }.
    Vertel dit aan niemand anders op school.

cases-reporter-named =
    Dit schreef { $name } uit klas { $class }.
    Je mag de naam gebruiken.

cases-reporter-adult =
    Dit schreef { $name }.
    Je mag de naam gebruiken.

cases-reporter-unknown =
    { $platform ->
        [telegram] Iemand schreef dit op Telegram.
        [signal] Iemand schreef dit op Signal.
        [local] Iemand schreef dit in de lokale chat.
       *[other] Iemand schreef dit in een andere app.
    }
    School weet niet wie dat is.

cases-reporter-left =
    Wie dit schreef, hoort niet meer bij school.

cases-reporter-unanswered =
    Mag je de naam zien?
    Dat is nog niet gezegd.

cases-reporter-confidential =
    Wie dit schreef, wil zijn naam niet zeggen.

cases-not-found =
    Zaak { $number } kan ik niet laten zien.
    Typ /zaken.
    Dan zie je wat jij mag lezen.

cases-number-missing =
    Welke zaak wil je lezen?
    Typ /zaak en het nummer.
