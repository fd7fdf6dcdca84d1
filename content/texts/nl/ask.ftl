### /mag: een vraag over het protocol. De uitleg per artikel staat in content/protocol.

ask-empty =
    Wat wil je weten? Typ je vraag in één zin.
    Bijvoorbeeld: mag ik een foto van mijn klas op Instagram zetten?

ask-advice = { $advice }

ask-answer =
    { $verdict ->
        [mag] Dat mag.
        [mag_mits] Dat mag alleen onder een voorwaarde.
        [mag_niet] Dat mag niet.
        [afgeraden] Dat kun je beter niet doen.
        [overleg] Overleg dit eerst.
       *[info] Dit zegt het protocol erover.
    }
    { $rule }
    Dit staat in artikel { $clauses } van het protocol.

ask-answer-instead =
    { $verdict ->
        [mag] Dat mag.
        [mag_mits] Dat mag alleen onder een voorwaarde.
        [mag_niet] Dat mag niet.
        [afgeraden] Dat kun je beter niet doen.
        [overleg] Overleg dit eerst.
       *[info] Dit zegt het protocol erover.
    }
    { $rule }
    Wat kun je wel doen? { $instead }
    Dit staat in artikel { $clauses } van het protocol.

ask-clause =
    Artikel { $clause }, in onze eigen woorden:
    { $text }

ask-clause-official =
    Artikel { $clause }, zoals het in het protocol van school staat:
    { $text }

ask-clause-unknown =
    Een artikel { $clause } staat er niet in het protocol.

ask-silent-pupil =
    Het protocol zegt hier niets over. Ik verzin zelf geen regel.
    Vraag het aan je mentor of je leerkracht.

ask-silent-guardian =
    Het protocol zegt hier niets over. Ik verzin zelf geen regel.
    Vraag het aan de mentor of de leerkracht.

ask-silent-staff =
    Het protocol zegt hier niets over. Ik verzin zelf geen regel.
    Gaat het om iets wat je wilt plaatsen? Vraag het eerst aan je leidinggevende (artikel 9.C.11).

ask-missing-fact =
    Dat hangt ervan af. Eén ding moet ik nog weten.
    { $question }

ask-unsure-pupil =
    Ik weet niet zeker of ik je vraag goed begrijp. Daarom zeg ik niet of het mag.
    Vraag het aan je mentor, of stel je vraag met andere woorden.

ask-unsure-guardian =
    Ik weet niet zeker of ik uw vraag goed begrijp. Daarom zeg ik niet of het mag.
    Vraag het aan de mentor, of stel uw vraag met andere woorden.

ask-unsure-staff =
    Ik weet niet zeker of ik je vraag goed begrijp. Daarom zeg ik niet of het mag.
    Stel je vraag met andere woorden, of ga naar je leidinggevende (artikel 9.C.11).

ask-did-you-mean =
    Bedoel je misschien een van deze onderwerpen?

ask-distress =
    Wat je schrijft klinkt ernstig. Je hoeft dit niet alleen te doen.
    Is er nu gevaar? Bel { $emergency }.
    Denk je aan zelfdoding? Bel gratis { $suicide_line }, dag en nacht.
    Wil je met iemand praten die niet van school is? Bel de Kindertelefoon: { $child_line }. Dat is gratis.
    Wil je het aan school vertellen? Typ /meld. Dat is vertrouwelijk.

ask-offer-report =
    Het lijkt erop dat er iets gebeurd is. Wil je het melden? Dat is vertrouwelijk.
