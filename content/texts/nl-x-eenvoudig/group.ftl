### /koppel en wie er in een groep mag, in makkelijk Nederlands.

couple-group-done =
    Deze groep is nu van klas { $class }.
    Andere mensen mogen er niet in.

couple-group-undone =
    Deze groep is niet meer van klas { $class }.

couple-link =
    De groep van klas { $class } is klaar.
    Geef deze link aan je leerlingen:
    { $link }
    Andere mensen laat ik er niet in.

couple-group-class-missing =
    Van welke klas is deze groep?
    Typ /koppel en de klas.

couple-group-unknown-class =
    Klas { $class } ken ik niet.
    Heb je het goed getypt?

couple-group-already =
    Deze groep is al van klas { $class }.

couple-group-class-elsewhere =
    Klas { $class } heeft al een andere groep.

couple-group-only-staff =
    Dit kan alleen iemand die bij deze klas werkt.

## Wat er aan een groep nog niet klopt

couple-group-not-a-group =
    Dit is geen groep.
    Maak een groep voor je klas.
    Zet mij erin.
    Typ daar /koppel en de klas.

couple-group-public =
    Iedereen kan in deze groep.
    Dat mag niet.
    Zet de groep op privé.
    Typ daarna weer /koppel.

couple-group-bot-is-no-admin =
    Ik ben nog geen beheerder van deze groep.
    Maak mij beheerder.
    Typ daarna weer /koppel.

couple-group-rights-missing =
    Ik mag hier nog te weinig.
    Zet aan wat hieronder staat.
    Typ daarna weer /koppel.

couple-rights-lost =
    Ik kan niets meer doen in groep { $class }.
    Kijk wat ik daar mag.

couple-rights-back =
    Ik mag weer werken in de groep van { $class }.
    Ik kijk wie van de klas erin zit.
    Kijk jij of er vreemden in zitten.

right-delete-messages = Berichten weghalen.

right-invite = Mensen in de groep laten.

right-remove-members = Mensen uit de groep halen.

## Wie er in de groep wil: wat de leraar hoort

join-admit =
    { $name } zit nu in de groep van { $class }.

join-unknown-account =
    Iemand wilde in de groep van { $class }.
    Ik weet niet wie dat is.
    Het is niet gelukt.

join-other-class =
    { $name } wilde in de groep van { $class }.
    { $name } zit in een andere klas.
    Het is niet gelukt.

join-guardian =
    { $name } wilde in de groep van { $class }.
    { $name } is een ouder.
    Het is niet gelukt.

join-staff =
    { $name } wilde in de groep van { $class }.
    { $name } werkt niet bij deze klas.
    Het is niet gelukt.

join-no-consent =
    { $name } wilde in de groep van { $class }.
    Er is nog geen toestemming.
    Het is niet gelukt.

join-removed-unknown =
    In de groep van { $class } zat een vreemde.
    Ik heb die eruit gehaald.

join-removed-known =
    { $name } zat in de groep van { $class }.
    { $name } hoort daar niet.
    Ik heb { $name } eruit gehaald.

join-not-removed-unknown =
    In de groep van { $class } zit een vreemde.
    Ik kan die er niet uit halen.
    Doe jij het?

join-not-removed-known =
    { $name } zit in de groep van { $class }.
    { $name } hoort daar niet.
    Ik kan { $name } er niet uit halen.
    Doe jij het?

join-stranger-unknown =
    In de groep van { $class } zit een vreemde.
    Ik weet niet wie het is.
    Kijk wie het is.

join-stranger-known =
    { $name } zit in de groep van { $class }.
    { $name } hoort daar niet.
    Haal { $name } eruit.

join-stranger-leads-unknown =
    In de groep van { $class } is een vreemde de baas.
    Ik weet niet wie het is.
    Ik kan die niet weghalen.
    Kijk wie het is.

join-stranger-leads-known =
    { $name } is de baas in de groep van { $class }.
    { $name } hoort daar niet.
    Ik kan { $name } niet weghalen.

## Wie er in de groep wil: wat diegene zelf hoort

join-start-first =
    Je wilt in de groep van een klas.
    Ik weet nog niet wie je bent.
    Typ hier /start en dan je code van school.
    Vraag het daarna nog een keer.

join-welcome =
    Je zit nu in de groep van { $class }.
    Welkom!

join-refused =
    Je kunt niet in deze groep.
    Klopt dat niet?
    Vraag het aan je mentor.
