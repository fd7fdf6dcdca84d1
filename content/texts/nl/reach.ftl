### /bericht en /bereik: een bericht aan de klas, en wie er bereikt is. Teksten met -group- in de
### naam komen in een groep: daar staat nooit een naam van een leerling.

## Het bericht zelf

notice-group-post =
    Bericht van { $sender } voor klas { $class }:

    { $text }

    Heb je dit gelezen? Kies ‘Gelezen’.

notice-private =
    Bericht van { $sender } voor klas { $class }:

    { $text }

    Heb je dit gelezen? Kies ‘Gelezen’.

notice-guardian =
    Bericht van { $sender } voor { $pupil_name } van klas { $class }:

    { $text }

    Hebt u dit gelezen? Kies ‘Gelezen’.

## Wat een leerling of ouder ziet na een tik (ten hoogste 200 tekens)

notice-toast-read = Dank je wel! Ik heb genoteerd dat je het gelezen hebt.

notice-toast-already = Ik wist al dat je het gelezen hebt. Dank je wel!

notice-toast-not-for-you = Dit bericht is voor de leerlingen van de klas.

notice-toast-unknown = Ik weet nog niet wie je bent. Stuur mij eerst een privébericht met je code.

## Wat de leraar hoort

notice-posted =
    { $total ->
        [one] Je bericht is verstuurd aan klas { $class }. De klas heeft { $total } leerling.
       *[other] Je bericht is verstuurd aan klas { $class }. De klas heeft { $total } leerlingen.
    }
    In de groep: { $in_group }. Op een andere manier: { $other_way }. Door jou aan te spreken: { $by_you }.
    Typ /bereik om te zien wie het gelezen heeft.

notice-empty =
    Je bericht is nog leeg. Typ /bericht en daarachter je tekst.

notice-not-your-class =
    Je kunt geen bericht sturen aan klas { $class }. Dat kan alleen iemand die bij die klas hoort.

notice-no-class =
    Deze groep hoort nog niet bij een klas. Typ hier eerst /koppel en de klas.

notice-no-pupils =
    Klas { $class } heeft nog geen leerlingen op de lijst. Ik heb niets verstuurd.

notice-closed =
    Iedere leerling van klas { $class } is bereikt. Je bericht is nu afgesloten.
    Het bericht was: { $text }

## Een leerling die je zelf moet spreken

task-speak =
    Ik kan { $name } uit klas { $class } niet zelf bereiken. Vertel jij het?
    Het bericht: { $text }

task-spoken-noted =
    Genoteerd: jij hebt { $name } gesproken.

task-not-reached-noted =
    Genoteerd: { $name } is nog niet bereikt. Ik houd dit voor je open.

task-already-done =
    { $name } was al bereikt. Je hoeft niets meer te doen.

task-not-yours =
    Deze taak is van een andere collega.

## /vrijstellen

waive-how =
    Typ /vrijstellen, de leerling en je reden. Noem de leerling bij de hele naam, of met de code van de klassenlijst.
    Bijvoorbeeld: /vrijstellen 7B-14 is vandaag met een andere klas op kamp.

waive-noted =
    { $count ->
        [one] Genoteerd: { $pupil } hoeft { $count } bericht niet te krijgen.
       *[other] Genoteerd: { $pupil } hoeft { $count } berichten niet te krijgen.
    }

## /bereik

reach-no-class =
    Die klas ken ik niet, of je hoort er niet bij.
    Typ /bereik, dan zie je de klassen waar je wel bij hoort.

reach-nothing-open =
    Er staat geen bericht open voor klas { $class }. Iedereen is bereikt.

reach-overview =
    Bericht aan klas { $class }: { $text }
    { $reached ->
        [one] Van de { $total } leerlingen is er { $reached } bereikt.
       *[other] Van de { $total } leerlingen zijn er { $reached } bereikt.
    }

reach-line-unreached = { $name }: nog niet bereikt.

reach-line-promised =
    { $way ->
        [group] { $name }: het bericht gaat naar de groep.
        [pupil-chat] { $name }: krijgt een privébericht.
        [guardian-chat] { $name }: een ouder krijgt een privébericht.
        [guardian-email] { $name }: een ouder krijgt een e-mail.
       *[adult] { $name }: wacht op een gesprek met een medewerker.
    }

reach-line-accepted =
    { $way ->
        [group] { $name }: zit in de groep, maar heeft nog niet bevestigd.
        [pupil-chat] { $name }: privébericht verstuurd, nog niet bevestigd.
        [guardian-chat] { $name }: privébericht aan een ouder verstuurd, nog niet bevestigd.
        [guardian-email] { $name }: e-mail aan een ouder verstuurd, nog niet bevestigd.
       *[adult] { $name }: wacht op een gesprek met een medewerker.
    }

reach-line-refused =
    { $way ->
        [group] { $name }: het bericht in de groep kwam niet aan.
        [pupil-chat] { $name }: het privébericht kwam niet aan.
        [guardian-chat] { $name }: het privébericht aan een ouder kwam niet aan.
        [guardian-email] { $name }: de e-mail aan een ouder kwam niet aan.
       *[adult] { $name }: wacht op een gesprek met een medewerker.
    }

reach-line-confirmed =
    { $way ->
        [guardian-chat] { $name }: een ouder heeft het gelezen.
        [guardian-email] { $name }: een ouder heeft het gelezen, per e-mail.
       *[group] { $name }: heeft het zelf gelezen.
    }

reach-line-spoken = { $name }: gesproken door { $adult }.

reach-line-not-reached = { $name }: niet bereikt door { $adult }, staat nog open.

reach-line-waived = { $name }: hoeft het niet te krijgen, besloot { $adult }. Reden: { $reason }

reach-group-overview =
    { $reached ->
        [one] Bericht aan klas { $class }: van de { $total } leerlingen is er { $reached } bereikt.
       *[other] Bericht aan klas { $class }: van de { $total } leerlingen zijn er { $reached } bereikt.
    }

reach-group-line-reached = { $pupil }: bereikt.

reach-group-line-open = { $pupil }: nog niet bereikt.
