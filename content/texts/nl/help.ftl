### /help: wat de bot kan, voor ieder mens een eigen tekst.

help-pupil =
    Dit kun je met mij doen:
    /mag en je vraag: ik zoek op wat de regels van school zeggen.
    /meld: vertel vertrouwelijk wat er gebeurd is.
    /meldingen: zie hoe het met je meldingen staat, en voeg iets toe.
    /taal: kies een andere taal.
    Je mag een vraag ook gewoon typen.

help-guardian =
    Dit kunt u met mij doen:
    /mag en uw vraag: ik zoek op wat de regels van school zeggen.
    /meld: vertel vertrouwelijk wat er gebeurd is.
    /meldingen: zie hoe het met uw meldingen staat, en voeg iets toe.
    /taal: kies een andere taal.

help-staff =
    Dit kun je met mij doen:
    /mag en je vraag: ik zoek op wat het protocol zegt.
    /bericht en je tekst, in de groep van je klas: iedere leerling krijgt het.
    /bereik: zie wie bereikt is, hoe, en wie nog niet.
    /vrijstellen, een leerling en je reden: deze leerling hoeft het bericht niet te krijgen.
    /koppel en de klas, in een groep: die groep hoort daarna bij de klas.
    /ontkoppel, in die groep: de groep hoort daarna niet meer bij de klas.
    /meld: meld vertrouwelijk wat er gebeurd is.
    /meldingen: zie hoe het met je eigen meldingen staat.
    /taal: kies een andere taal.

help-case-handler =
    Jij behandelt meldingen. Daarvoor heb je ook:
    /zaken: jouw open zaken, en wat er moet gebeuren.
    /zaken afgerond: de zaken die klaar zijn.
    /zaak en het nummer: lees één melding.

help-figures =
    /cijfers en een schooljaar: hoeveel meldingen er waren, zonder personen.

help-unbound =
    Ik ben { -bot }, de chatbot van school.
    Typ /start en daarachter de code die je van school kreeg. Daarna kan ik je helpen.
    Een vraag over sociale media en school mag je nu al stellen. Typ /mag en je vraag.
    Wil je iets melden? Dat kan ook nu al. Typ /meld.
    Heb je al iets gemeld? Typ /meldingen om te zien hoe het ermee staat.

help-group =
    In deze groep zet ik berichten van school.
    Heb je een vraag of wil je iets melden? Stuur mij een privébericht.
