### De vragen van een melding, in makkelijk Nederlands.

form-behalf =
    Vertel je iets over jezelf?
    Of over een leerling?
button-behalf-self = Voor mezelf
button-behalf-pupil = Voor een leerling

form-pupil =
    Voor welke leerling is het?
    Typ de code of de naam.

form-happened =
    Wat is er gebeurd?
    Typ het in je eigen woorden.

form-where =
    Waar is het gebeurd?
button-where-whatsapp = WhatsApp
button-where-snapchat = Snapchat
button-where-instagram = Instagram
button-where-tiktok = TikTok
button-where-telegram-signal = Telegram of Signal
button-where-game = In een game
button-where-school = Op school
button-where-other = Ergens anders

form-serious =
    Hoe erg vind je het?
button-serious-not-so-bad = Niet zo erg
button-serious-bad = Best erg
button-serious-very-bad = Heel erg
button-serious-danger-now = Er is nu gevaar

form-kind =
    Wat lijkt er het meest op?
button-kind-image = Foto of filmpje doorgestuurd
button-kind-shaming = Pesten of niet mee mogen doen
button-kind-threat = Dreigen of haat
button-kind-fake = Nepaccount
button-kind-hacked = Gehackt
button-kind-challenge = Gevaarlijke challenge
button-kind-other = Iets anders

form-private =
    Is er iets gedeeld dat privé is?
    Bijvoorbeeld een adres of een wachtwoord.
button-private-yes = Ja
button-private-no = Nee
button-private-unsure = Weet ik niet

form-about =
    Over wie gaat het?
    Doet iemand mee die op school werkt?
    Kies dan die knop.
button-about-me = Over mij
button-about-pupil = Een andere leerling
button-about-staff = Iemand die op school werkt
button-about-other = Iemand anders

form-who =
    Wie op school is dat?
button-who-leader = De schoolleider
button-who-mentor = De mentor
button-who-counsellor = De vertrouwenspersoon
button-who-other = Iemand anders

form-colleague =
    Wat doet die persoon op school?
    Zo weten we wie dit niet mag lezen.
    Het bestuur is de baas van de schoolleider.
button-colleague-teacher = Een andere leraar
button-colleague-board = Iemand van het bestuur
button-colleague-privacy = Iemand die over privacy gaat
button-colleague-other = Iemand anders
button-colleague-unsure = Weet ik niet, of zeg ik niet

form-abuse =
    Gaat het om aanraken, zoenen of blote foto’s?
    Je hoeft niet alles te vertellen.
button-abuse-yes = Ja
button-abuse-maybe = Misschien
button-abuse-no = Nee

form-inspector =
    Goed dat je dit vertelt.
    Het is niet jouw schuld.
    Ben je klaar met de vragen?
    Dan gaat dit alleen naar het bestuur.
    Het bestuur is de baas van de school.
    Het bestuur moet meteen hulp vragen.
    Wil je zelf met iemand praten?
    Bel gratis de Kindertelefoon: { $child_line }.
    Of bel de vertrouwensinspecteur: { $inspector }.

form-inspector-board =
    Goed dat je dit vertelt.
    Het is niet jouw schuld.
    Niemand van het bestuur leest dit.
    Wil je zelf met iemand praten?
    Bel gratis de Kindertelefoon: { $child_line }.
    Of bel de vertrouwensinspecteur: { $inspector }.
    Die werkt niet voor jouw school.
    Je mag ook de politie bellen: { $police_line }.
    Is er nu gevaar?
    Bel { $emergency }.

form-more =
    Mag ik nog 4 korte vragen stellen?
    Nee is ook goed.
button-more-yes = Ja
button-more-no = Nee

form-still =
    Gebeurt het nog steeds?
button-still-yes = Ja
button-still-no = Nee
button-still-unsure = Weet ik niet

form-since =
    Sinds wanneer gebeurt het?
    Kies een knop, of typ het zelf.
button-since-today = Vandaag
button-since-week = Deze week
button-since-month = Deze maand
button-since-longer = Al langer

form-evidence =
    Heb je bewijs?
    Bijvoorbeeld een foto van je scherm.
    Of een link.
    Je mag het hier meteen sturen.
    Stuur nooit een blote foto.
button-evidence-yes = Ja
button-evidence-no = Nee

form-known =
    Weet iemand op school dit al?
button-known-yes = Ja
button-known-no = Nee
button-known-unsure = Weet ik niet

form-name =
    Mogen we je naam gebruiken?
    Kies je nee?
    Wie het leest, ziet dan je naam niet.
button-name-yes = Ja
button-name-no = Nee

form-reader =
    Wie mag het lezen?
button-reader-leader = De schoolleider
button-reader-mentor = De schoolleider en mijn mentor
button-reader-counsellor = De vertrouwenspersoon

form-unwanted =
    Is er iemand die dit niet mag lezen?
button-unwanted-mentor = Mijn mentor
button-unwanted-leader = De schoolleider
button-unwanted-counsellor = De vertrouwenspersoon
button-unwanted-nobody = Nee, niemand
