### /help, in makkelijk Nederlands.

help-pupil =
    Dit kan ik voor je doen.
    Mag iets wel of niet?
    Typ je vraag.
    Is er iets gebeurd?
    Typ /meld.
    Wat doet school met je verhaal?
    Typ /meldingen.
    Wil je een andere taal?
    Typ /taal.

help-guardian =
    Dit kan ik voor u doen.
    Mag iets wel of niet?
    Typ uw vraag.
    Is er iets gebeurd?
    Typ /meld.
    Wat doet school met uw verhaal?
    Typ /meldingen.
    Wilt u een andere taal?
    Typ /taal.

help-staff =
    Dit kan ik voor je doen.
    /mag: vraag of iets mag.
    /bericht: stuur een bericht aan je klas.
    /bereik: zie wie je bericht heeft gelezen.
    /vrijstellen: een leerling hoeft een bericht niet.
    /koppel: maak een groep de groep van je klas.
    /ontkoppel: de groep is niet meer van je klas.
    /meld: vertel wat er is gebeurd.
    /meldingen: zie wat school met je verhaal doet.
    /taal: kies een andere taal.

help-case-handler =
    Jij leest wat mensen melden.
    /zaken: zie jouw open zaken.
    /zaken afgerond: zie wat klaar is.
    /zaak en het nummer: lees er 1.

help-figures =
    /cijfers: zie hoeveel mensen iets meldden.

help-unbound =
    Ik ben { -bot }.
    Ik ben een computer van school.
    Typ /start en dan je code van school.
    Je mag mij ook nu al iets vragen.
    Typ dan /mag en je vraag.
    Is er iets gebeurd?
    Typ /meld.
    Heb je al iets verteld?
    Typ /meldingen.

help-group =
    Hier zet ik berichten van school.
    Wil je iets vragen of vertellen?
    Stuur dat alleen aan mij.
