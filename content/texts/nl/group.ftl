### /koppel, en wie er in een klassengroep mag. Teksten met -group- in de naam komen in een groep.

couple-group-done =
    Deze groep hoort nu bij klas { $class }.
    Alleen leerlingen van deze klas en medewerkers van school mogen erin.

couple-group-undone =
    Deze groep hoort niet meer bij klas { $class }.

couple-link =
    De groep van klas { $class } is klaar. Leerlingen vragen met deze link of ze erin mogen:
    { $link }
    Ik laat alleen leerlingen van deze klas toe.

couple-group-class-missing =
    Bij welke klas hoort deze groep? Typ /koppel en de klas, bijvoorbeeld /koppel 7B.

couple-group-unknown-class =
    Klas { $class } ken ik niet. Kijk of je de naam goed hebt getypt.

couple-group-already =
    Deze groep hoort al bij klas { $class }.

couple-group-class-elsewhere =
    Klas { $class } heeft al een andere groep. Een klas heeft één groep.

couple-group-only-staff =
    Alleen een medewerker van deze klas kan een groep koppelen.

## Wat er aan een groep nog niet klopt

couple-group-not-a-group =
    Dit is geen groep. Maak een besloten groep, zet mij erin en typ daar /koppel en de klas.

couple-group-public =
    Deze groep is openbaar. Een klassengroep moet besloten zijn.
    Zet de groep in de instellingen op privé. Typ daarna /koppel nog een keer.

couple-group-bot-is-no-admin =
    Ik ben nog geen beheerder van deze groep. Maak mij beheerder. Typ daarna /koppel nog een keer.

couple-group-rights-missing =
    Ik ben beheerder, maar ik mag nog te weinig. Zet de rechten hieronder aan. Typ daarna /koppel nog een keer.

couple-rights-lost =
    In de groep van klas { $class } mag ik mijn werk niet meer doen. Controleer mijn rechten daar.

couple-rights-back =
    In de groep van klas { $class } mag ik mijn werk weer doen. Ik kijk zelf na wie van de klas erin zit. Anderen zie ik pas als ze iets schrijven. Kijk daarom nog even of er vreemden in zitten.

right-delete-messages = Berichten van anderen verwijderen.

right-invite = Mensen uitnodigen en verzoeken om mee te doen behandelen.

right-remove-members = Mensen uit de groep verwijderen.

## Wie er in de groep wil: wat de leraar hoort

join-admit =
    { $name } zit nu in de groep van klas { $class }.

join-unknown-account =
    Iemand wilde in de groep van klas { $class }. Ik ken dat account niet, dus ik heb het geweigerd.
    Hoort diegene in de klas? Geef dan een code van school.

join-other-class =
    { $name } wilde in de groep van klas { $class }, maar zit in een andere klas. Ik heb het geweigerd.

join-guardian =
    { $name } wilde in de groep van klas { $class }. Dat is een ouder, dus ik heb het geweigerd.

join-staff =
    { $name } wilde in de groep van klas { $class }. Dat is een medewerker die niet bij deze klas hoort. Ik heb het geweigerd.

join-no-consent =
    { $name } wilde in de groep van klas { $class }. De toestemming ontbreekt, dus ik heb het geweigerd.

join-removed-unknown =
    In de groep van klas { $class } zat iemand die ik niet ken. Ik heb dat account verwijderd.

join-removed-known =
    { $name } zat in de groep van klas { $class }, maar hoort daar niet. Ik heb dat account verwijderd.

join-not-removed-unknown =
    In de groep van klas { $class } zit iemand die ik niet ken. Ik kan dat account niet verwijderen.
    Haal het zelf uit de groep.

join-not-removed-known =
    { $name } zit in de groep van klas { $class }, maar hoort daar niet.
    Ik kan dat account niet verwijderen. Haal het zelf uit de groep.

join-stranger-unknown =
    In de groep van klas { $class } schrijft iemand die ik niet ken. Kijk wie dat is.
    Hoort diegene daar niet? Haal diegene dan uit de groep.

join-stranger-known =
    { $name } schrijft in de groep van klas { $class }, maar hoort daar niet.
    Haal { $name } uit de groep.

join-stranger-leads-unknown =
    In de groep van klas { $class } is iemand beheerder die ik niet ken. Kijk wie dat is.
    Een beheerder kan ik zelf niet verwijderen.

join-stranger-leads-known =
    { $name } is beheerder in de groep van klas { $class }, maar hoort daar niet.
    Een beheerder kan ik zelf niet verwijderen.

## Wie er in de groep wil: wat diegene zelf hoort

join-start-first =
    Je wilt in een klassengroep, maar ik weet nog niet wie je bent.
    Typ hier /start en daarachter je code van school. Vraag daarna opnieuw of je erin mag.

join-welcome =
    Je zit nu in de groep van klas { $class }. Welkom!

join-refused =
    Je kunt niet in deze groep. Denk je dat dit niet klopt? Vraag het aan je mentor.
