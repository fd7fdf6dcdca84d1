### /start en /taal, in makkelijk Nederlands.

start-hello =
    Hallo!
    Ik ben { -bot }.
    Ik ben een computer van school.
    Typ /start en dan je code van school.
    Heb je geen code?
    Vraag het aan je mentor.

start-welcome-pupil =
    Hallo { $name }!
    Ik ben { -bot }.
    Ik ben een computer van school.
    Je hoort bij klas { $class }.
    Je mag mij iets vragen.
    Bijvoorbeeld: mag ik deze foto op internet zetten?
    Is er iets gebeurd?
    Typ dan /meld.
    Wat je vertelt is vertrouwelijk.
    Dat betekent: ik vertel het niet aan iedereen.
    Het is niet anoniem.
    Dat betekent: ik weet wie je bent.

start-welcome-guardian =
    Hallo { $name }!
    Ik ben { -bot }.
    Ik ben een computer van school.
    U krijgt hier berichten voor { $pupil_name }.
    { $pupil_name } zit in klas { $class }.
    U mag mij iets vragen over school en internet.
    Is er iets gebeurd?
    Typ dan /meld.
    Wat u vertelt is vertrouwelijk.
    Dat betekent: ik vertel het niet aan iedereen.
    Het is niet anoniem.
    Dat betekent: ik weet wie u bent.

start-welcome-staff =
    Hallo { $name }!
    Ik ben { -bot }.
    Ik help met de groep van je klas.
    Ik geef antwoord op vragen over de regels.
    Ik zorg dat elke leerling je bericht krijgt.
    Typ /help.
    Dan zie je wat ik kan.
    Wat je vertelt is vertrouwelijk.
    Het is niet anoniem.
    Ik weet wie je bent.

start-not-encrypted =
    Let op.
    Het bedrijf van deze app kan misschien meelezen.
    Wil je dat niet?
    Praat dan op school met je mentor.

start-already-bound =
    Ik ken je al, { $name }.
    Je hoeft niets te doen.

start-code-unknown =
    Deze code ken ik niet.
    Heb je hem goed getypt?
    Vraag dan op school om een nieuwe code.

start-code-expired =
    Deze code is te oud.
    Vraag op school om een nieuwe code.

start-code-used =
    Deze code is al gebruikt.
    Een code werkt maar 1 keer.
    Heb jij dat niet gedaan?
    Zeg het dan meteen op school.

start-code-account-taken =
    Op deze telefoon ken ik al iemand anders.
    Vraag op school om hulp.

start-too-many-tries =
    De code was te vaak fout.
    Wacht 1 uur.
    Of vraag op school om hulp.

start-group-code-seen =
    Typ je code nooit in een groep.
    Iemand anders kan hem dan gebruiken.
    Deze code werkt nu niet meer.
    Vraag op school om een nieuwe code.
    Stuur die alleen aan mij.

## /taal

language-choose =
    Kies je taal.

language-chosen =
    Goed.
    Ik praat nu makkelijk Nederlands.

language-unknown =
    Die taal ken ik niet.
    Kies een van deze talen.
