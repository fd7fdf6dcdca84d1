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
        [one] Er is { $count } zaak die jij mag lezen.
       *[other] Er zijn { $count } zaken die jij mag lezen.
    }
    Typ /zaak en het nummer.

cases-line =
    { $status ->
        [read] Zaak { $number } van { $date }: gelezen.
        [in-hand] Zaak { $number } van { $date }: school is ermee bezig.
        [closed] Zaak { $number } van { $date }: klaar.
       *[received] Zaak { $number } van { $date }: nieuw.
    }

cases-view =
    Dit is zaak { $number } van { $date }.
    { $where ->
        [whatsapp] Waar: WhatsApp.
        [snapchat] Waar: Snapchat.
        [instagram] Waar: Instagram.
        [tiktok] Waar: TikTok.
        [telegram-signal] Waar: Telegram of Signal.
        [game] Waar: in een game.
        [school] Waar: op school.
        [other] Waar: ergens anders.
        [skipped] Waar: niet verteld.
        [unknown] Waar: nog niet verteld.
       *[words] Waar: { $where }
    }
    { $serious ->
        [not-so-bad] Hoe erg: niet zo erg.
        [bad] Hoe erg: best erg.
        [very-bad] Hoe erg: heel erg.
        [danger-now] Hoe erg: er was toen gevaar.
        [skipped] Hoe erg: niet verteld.
       *[unknown] Hoe erg: nog niet verteld.
    }
    Dit is er geschreven:
    { $text }

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
