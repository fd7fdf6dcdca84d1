### /mag, in makkelijk Nederlands.

ask-empty =
    Wat wil je weten?
    Typ je vraag.

ask-advice = { $advice }

ask-answer =
    { $verdict ->
        [mag] Ja, dat mag.
        [mag_mits] Dat mag soms.
        [mag_niet] Nee, dat mag niet.
        [afgeraden] Doe dat liever niet.
        [overleg] Vraag het eerst.
       *[info] Dit zeggen de regels van school.
    }
    { $rule }
    Dit is regel { $clauses } van school.

ask-answer-instead =
    { $verdict ->
        [mag] Ja, dat mag.
        [mag_mits] Dat mag soms.
        [mag_niet] Nee, dat mag niet.
        [afgeraden] Doe dat liever niet.
        [overleg] Vraag het eerst.
       *[info] Dit zeggen de regels van school.
    }
    { $rule }
    Wat kun je wel doen?
    { $instead }
    Dit is regel { $clauses } van school.

ask-clause =
    Dit betekent regel { $clause }:
    { $text }

ask-clause-official =
    Zo schrijft school regel { $clause } op:
    { $text }

ask-clause-unknown =
    Regel { $clause } bestaat niet.

ask-silent-pupil =
    Hier is geen regel over.
    Ik weet het dus niet.
    Vraag het aan je mentor.

ask-silent-guardian =
    Hier is geen regel over.
    Ik weet het dus niet.
    Vraag het aan de mentor.

ask-silent-staff =
    Hier is geen regel over.
    Ik weet het dus niet.
    Wil je iets op internet zetten?
    Vraag het eerst aan je leidinggevende (9.C.11).

ask-missing-fact =
    Ik wil nog 1 ding weten.
    { $question }

ask-unsure-pupil =
    Ik snap je vraag niet goed.
    Ik weet niet of het mag.
    Vraag het aan je mentor.

ask-unsure-guardian =
    Ik snap uw vraag niet goed.
    Ik weet niet of het mag.
    Vraag het aan de mentor.

ask-unsure-staff =
    Ik snap je vraag niet goed.
    Ik weet niet of het mag.
    Vraag het aan je leidinggevende (9.C.11).

ask-did-you-mean =
    Gaat je vraag over een van deze dingen?

ask-distress =
    Wat je schrijft is erg.
    Je bent niet alleen.
    Is er nu gevaar?
    Bel { $emergency }.
    Denk je aan doodgaan?
    Bel { $suicide_line }.
    Dat kan altijd en het is gratis.
    Wil je met iemand buiten school praten?
    Bel de Kindertelefoon: { $child_line }.
    Dat is ook gratis.
    Wil je het op school vertellen?
    Typ dan /meld.

ask-offer-report =
    Is er iets gebeurd?
    Wil je het vertellen?
    Het is vertrouwelijk.
