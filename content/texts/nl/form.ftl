### De vragen van een melding (content/forms/report.toml): form- en de sleutel is de vraag, button- en
### de sleutel en de keuze staat op de knop. In een zaak staat alleen de eerste regel van de vraag.

form-behalf =
    Meld je voor jezelf of voor een leerling?
button-behalf-self = Voor mezelf
button-behalf-pupil = Voor een leerling

form-pupil =
    Voor welke leerling meld je?
    Typ de code, zoals 7B-14, of de naam.

form-happened =
    Wat is er gebeurd?
    Vertel het in je eigen woorden.

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
    Hoe erg voelt het voor jou?
button-serious-not-so-bad = Niet zo erg
button-serious-bad = Best erg
button-serious-very-bad = Heel erg
button-serious-danger-now = Er is nu gevaar

form-kind =
    Wat past er het best bij?
button-kind-image = Foto of filmpje rondgestuurd
button-kind-shaming = Vernederen of buitensluiten
button-kind-threat = Bedreiging of haat
button-kind-fake = Nepaccount
button-kind-hacked = Account gehackt
button-kind-challenge = Gevaarlijke challenge
button-kind-other = Iets anders

form-private =
    Is er iets gedeeld wat privé is?
    Denk aan een adres, een telefoonnummer of een wachtwoord.
button-private-yes = Ja
button-private-no = Nee
button-private-unsure = Weet ik niet

form-about =
    Over wie gaat het?
    Doet ook iemand mee die op school werkt? Kies dan die knop.
button-about-me = Over mij
button-about-pupil = Over een leerling
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
    Zo weten we wie dit niet mag lezen. Het bestuur is de baas van de schoolleider.
button-colleague-teacher = Een andere leraar
button-colleague-board = Iemand van het bestuur
button-colleague-privacy = Iemand die over privacy gaat
button-colleague-other = Iemand anders
button-colleague-unsure = Weet ik niet, of zeg ik niet

form-abuse =
    Gaat het om aanraken, zoenen, seks of blote foto’s?
    Je hoeft hier niet te vertellen wat er precies gebeurde.
button-abuse-yes = Ja
button-abuse-maybe = Misschien
button-abuse-no = Nee

form-inspector =
    Goed dat je dit vertelt. Het is niet de schuld van wie het overkomt.
    Je melding gaat alleen naar het bestuur van de school, als je klaar bent met de vragen. Dat moet meteen hulp vragen.
    Wil je zelf met iemand praten? Bel gratis de Kindertelefoon: { $child_line }.
    Of bel op een werkdag de vertrouwensinspecteur: { $inspector }.

form-inspector-board =
    Goed dat je dit vertelt. Het is niet de schuld van wie het overkomt.
    Niemand van het bestuur leest je melding.
    Wil je zelf met iemand praten? Bel gratis de Kindertelefoon: { $child_line }.
    Bel op een werkdag de vertrouwensinspecteur: { $inspector }. Die werkt niet voor jouw school.
    Of bel de politie: { $police_line }. Is er nu gevaar? Bel { $emergency }.

form-more =
    Mag ik nog vier korte vragen stellen?
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
    Kies een knop of typ het zelf.
button-since-today = Vandaag
button-since-week = Deze week
button-since-month = Deze maand
button-since-longer = Al langer

form-evidence =
    Heb je bewijs?
    Bijvoorbeeld een schermfoto, een spraakbericht of een link. Je mag het hier meteen sturen.
    Stuur en bewaar nooit een naaktfoto.
button-evidence-yes = Ja
button-evidence-no = Nee

form-known =
    Weet iemand op school dit al?
button-known-yes = Ja
button-known-no = Nee
button-known-unsure = Weet ik niet

form-name =
    Mogen we je naam gebruiken als we dit oplossen?
    Zeg je nee? Dan ziet wie je melding leest jouw naam niet.
button-name-yes = Ja
button-name-no = Nee

form-reader =
    Wie mag je melding lezen?
button-reader-leader = De schoolleider
button-reader-mentor = De schoolleider en de mentor
button-reader-counsellor = Liever de vertrouwenspersoon

form-unwanted =
    Is er iemand die dit niet mag lezen?
button-unwanted-mentor = De mentor
button-unwanted-leader = De schoolleider
button-unwanted-counsellor = De vertrouwenspersoon
button-unwanted-nobody = Nee, niemand
