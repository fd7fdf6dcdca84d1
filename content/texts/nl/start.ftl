### /start en /taal: kennismaken, een account aan een persoon koppelen, een taal kiezen.

start-hello =
    Hallo! Ik ben { -bot }, de chatbot van school.
    Heb je een code van school? Typ /start en daarachter je code.
    Geen code? Vraag er een aan je mentor.

start-welcome-pupil =
    Hallo { $name }! Ik ben { -bot }, de chatbot van school. Je hoort nu bij klas { $class }.
    Stel me een vraag over sociale media en school. Ik zoek op wat de regels zeggen.
    Is er iets gebeurd? Typ /meld.
    Wat je mij vertelt is vertrouwelijk, maar nooit anoniem. Ik weet van welk account een bericht komt.

start-welcome-guardian =
    Hallo { $name }! Ik ben { -bot }, de chatbot van school.
    U krijgt hier berichten die voor { $pupil_name } van klas { $class } bedoeld zijn.
    U kunt ook iets melden met /meld, of een vraag stellen over sociale media en school.
    Wat u mij vertelt is vertrouwelijk, maar nooit anoniem. Ik weet van welk account een bericht komt.

start-welcome-staff =
    Hallo { $name }! Ik ben { -bot }.
    Ik help bij klassengroepen, bij vragen over het protocol, bij meldingen en bij het bereiken van iedere leerling.
    Typ /help voor alles wat ik kan.
    Wat je mij vertelt is vertrouwelijk, maar nooit anoniem. Ik weet van welk account een bericht komt.

start-not-encrypted =
    Goed om te weten: dit gesprek is niet van begin tot eind versleuteld.
    Het bedrijf achter deze app kan technisch meelezen.
    Praat je liever zonder telefoon? Ga dan naar je mentor of de vertrouwenspersoon.

start-already-bound =
    Je bent al aangemeld, { $name }. Je hoeft niets te doen.

start-code-unknown =
    Deze code ken ik niet. Kijk of je hem goed hebt overgetypt.
    Klopt hij toch? Vraag school om een nieuwe code.

start-code-expired =
    Deze code is te oud. Vraag school om een nieuwe code.

start-code-used =
    Deze code is al gebruikt. Een code werkt maar één keer.
    Was jij dat niet? Zeg het meteen tegen school.

start-code-account-taken =
    Dit account hoort al bij iemand anders. Vraag school om hulp.

start-too-many-tries =
    Er is te vaak een verkeerde code getypt. Wacht een uur, of vraag school om hulp.

start-group-code-seen =
    Typ een code nooit in een groep: een ander kan hem dan gebruiken.
    Daarom werkt deze code nu niet meer.
    Vraag school om een nieuwe en stuur die aan mij privé.

## /taal

language-choose =
    In welke taal praten we?

language-chosen =
    Goed. Vanaf nu praat ik Nederlands.

language-unknown =
    Die taal spreek ik niet. Kies een van deze talen.
