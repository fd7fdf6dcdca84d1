### /bericht en /bereik, in makkelijk Nederlands.

## Het bericht zelf

notice-group-post =
    Bericht van { $sender } voor klas { $class }:

    { $text }

    Heb je dit gelezen?
    Kies ‘Gelezen’.

notice-private =
    Bericht van { $sender } voor klas { $class }:

    { $text }

    Heb je dit gelezen?
    Kies ‘Gelezen’.

notice-guardian =
    Bericht van { $sender } voor { $pupil_name }, klas { $class }:

    { $text }

    Hebt u dit gelezen?
    Kies ‘Gelezen’.

## Wat een leerling of ouder ziet na een tik (ten hoogste 200 tekens)

notice-toast-read = Goed zo! Ik weet nu dat je het hebt gelezen.

notice-toast-already = Ik wist al dat je het hebt gelezen.

notice-toast-not-for-you = Dit bericht is voor de leerlingen van de klas.

notice-toast-unknown = Ik weet niet wie je bent. Stuur mij eerst je code. Doe dat niet in de groep.

## Wat de leraar hoort

notice-posted =
    { $total ->
        [one] Je bericht is verstuurd aan { $total } leerling van { $class }.
       *[other] Je bericht is verstuurd aan { $total } leerlingen van { $class }.
    }
    In de groep: { $in_group }.
    Op een andere manier: { $other_way }.
    Met jou praten: { $by_you }.
    Typ /bereik.
    Dan zie je wie het heeft gelezen.

notice-empty =
    Je bericht is nog leeg.
    Typ /bericht en dan je tekst.

notice-not-your-class =
    Jij hoort niet bij klas { $class }.
    Je kunt daar geen bericht sturen.

notice-no-class =
    Deze groep hoort nog niet bij een klas.
    Typ hier /koppel en de klas.

notice-no-pupils =
    Klas { $class } heeft nog geen leerlingen.
    Ik heb niets verstuurd.

notice-closed =
    Elke leerling van klas { $class } weet het nu.
    Dit was je bericht:
    { $text }

## Een leerling die je zelf moet spreken

task-speak =
    Ik kan { $name } uit klas { $class } niet bereiken.
    Wil jij dit vertellen?
    { $text }

task-spoken-noted =
    Goed zo.
    Jij hebt { $name } gesproken.

task-not-reached-noted =
    { $name } weet het nog niet.
    Ik vraag het je later nog een keer.

task-already-done =
    { $name } weet het al.
    Je hoeft niets te doen.

task-not-yours =
    Dit doet een andere collega.

## /vrijstellen

waive-how =
    Typ /vrijstellen, de leerling en waarom.
    Bijvoorbeeld: /vrijstellen 7B-14 is ziek.

waive-noted =
    { $count ->
        [one] { $pupil } hoeft { $count } bericht niet te krijgen.
       *[other] { $pupil } hoeft { $count } berichten niet te krijgen.
    }

## /bereik

reach-no-class =
    Jij hoort niet bij deze klas.
    Typ /bereik.
    Dan zie je jouw klassen.

reach-nothing-open =
    Iedereen in klas { $class } is bereikt.

reach-overview =
    Dit was het bericht aan klas { $class }:
    { $text }
    { $reached ->
        [one] Van de { $total } leerlingen is er { $reached } bereikt.
       *[other] Van de { $total } leerlingen zijn er { $reached } bereikt.
    }

reach-line-unreached = { $name }: nog niet bereikt.

reach-line-promised =
    { $way ->
        [group] { $name }: het bericht gaat naar de groep.
        [pupil-chat] { $name }: krijgt een eigen bericht.
        [guardian-chat] { $name }: een ouder krijgt een bericht.
        [guardian-email] { $name }: een ouder krijgt een e-mail.
       *[adult] { $name }: iemand van school vertelt het nog.
    }

reach-line-accepted =
    { $way ->
        [group] { $name }: zit in de groep, nog geen antwoord.
        [pupil-chat] { $name }: kreeg een bericht, nog geen antwoord.
        [guardian-chat] { $name }: ouder kreeg een bericht, nog geen antwoord.
        [guardian-email] { $name }: ouder kreeg een e-mail, nog geen antwoord.
       *[adult] { $name }: iemand van school vertelt het nog.
    }

reach-line-refused =
    { $way ->
        [group] { $name }: het bericht kwam niet in de groep.
        [pupil-chat] { $name }: het bericht kwam niet aan.
        [guardian-chat] { $name }: het bericht aan een ouder kwam niet aan.
        [guardian-email] { $name }: de e-mail aan een ouder kwam niet aan.
       *[adult] { $name }: iemand van school vertelt het nog.
    }

reach-line-confirmed =
    { $way ->
        [guardian-chat] { $name }: een ouder heeft het gelezen.
        [guardian-email] { $name }: een ouder las de e-mail.
       *[group] { $name }: heeft het gelezen.
    }

reach-line-spoken = { $name }: gesproken door { $adult }.

reach-line-not-reached = { $name }: nog niet bereikt door { $adult }.

reach-line-waived =
    { $name }: hoeft dit niet te weten.
    Dat besloot { $adult }.
    Dit is waarom: { $reason }

reach-group-overview =
    Dit gaat over het bericht aan klas { $class }.
    { $reached ->
        [one] Van de { $total } leerlingen is er { $reached } bereikt.
       *[other] Van de { $total } leerlingen zijn er { $reached } bereikt.
    }

reach-group-line-reached = { $pupil }: bereikt.

reach-group-line-open = { $pupil }: nog niet bereikt.
