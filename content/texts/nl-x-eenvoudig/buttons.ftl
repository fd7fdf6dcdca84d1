### Wat er op knoppen staat: kort, ten hoogste 30 tekens.

button-yes = Ja
button-no = Nee
button-skip = Sla over

## Een zaak bewaren, en een herinnering uitstellen

button-keep-90d = Nog 90 dagen bewaren
button-keep-1y = Nog 1 jaar bewaren
button-keep-hold = De zaak mag niet weg
button-keep-free = De zaak mag weer weg
button-snooze-1h = Over 1 uur
button-snooze-4h = Over 4 uur
button-snooze-morning = Morgen op school

## /taal

button-language-nl = Nederlands
button-language-nl-x-eenvoudig = Makkelijk Nederlands
button-language-en = English

## /mag

button-show-clause = Lees regel { $clause }
# A part that says itself what it is: "voetnoot 2".
button-show-passage = Lees { $clause }
button-answer = { $answer }
button-answer-after-all = Antwoord op mijn vraag
button-correct = Klopt niet
button-back-to-answer = Terug naar het antwoord
button-report = Ik wil iets vertellen

## /meld

button-back = Vorige vraag
button-pause = Even stoppen
button-resume = Verder gaan
button-start-over = Opnieuw beginnen
button-stop = Alles weggooien
button-stop-erase = Ja, gooi alles weg
button-keep-going = Nee, ik ga verder
button-continue-private = Verder zonder de groep

## /bericht

button-read = Gelezen
button-confirm = Ja, ik heb het gelezen
button-spoken = Gesproken
button-not-reached = Niet bereikt
button-case-open = Zaak { $number }
button-case-plan = Stappenplan
button-case-talk = Schrijf de melder
button-case-evidence = Bewijs
button-case-keep = Bewaren
button-case-dossier = Dossier
button-case-handover = Overdragen

## /meldingen

button-own-add = Iets toevoegen
button-own-read = Lees wat er is gezegd
button-own-answer = Antwoorden
button-own-answers = Ja, dit is mijn antwoord
button-own-no-answer = Nee, het is iets anders
button-own-ready = Klaar
button-own-older = Laat de andere zien
button-own-wipe = Wis aan mijn kant
button-own-wipe-yes = Ja, wis aan mijn kant
button-own-keep = Nee, laat staan

## Schrijven aan de melder

button-talk-all = Lees het hele gesprek
button-talk-send =
    { $role ->
        [schoolleider] Stuur als schoolleider
        [vertrouwenspersoon] Stuur als vertrouwenspersoon
        [bestuurder] Stuur als bestuur
        [fg] Stuur als FG
        [mentor] Stuur als mentor
       *[medewerker] Stuur zonder mijn naam
    }
button-talk-send-named = Stuur met mijn naam
button-talk-stop = Stuur niets

## Bewijs

button-evidence-shows-no = Nee, niemand
button-evidence-shows-yes = Ja
button-evidence-shows-unsure = Ik weet het niet
button-evidence-use = Gebruik wat ik stuurde
button-evidence-go-on = Verder
button-evidence-for = Zaak { $number }
button-evidence-see = Kijk naar { $item }
button-evidence-remove = Haal { $item } weg
button-evidence-remove-yes = Ja, haal weg
## /zaak, links en verwijderen

button-case-links = Links en weghalen
button-links-add = Nog een link
button-links-back = Terug naar alle links
button-link = Link { $item }
button-link-asked = Gevraagd
button-link-removed = Het is weg
button-link-refused = Ze doen het niet
button-link-no-answer = Nog geen antwoord
button-link-back = Het is er weer
button-link-dropped = Niet bewaren
button-link-later-4 = Kijk over 4 uur
button-link-later-24 = Kijk morgen
button-link-later-72 = Kijk over 3 dagen
button-report-form = Open de pagina om te melden
button-fast-helpwanted = Helpwanted
button-fast-take-it-down = Take It Down
button-site-snapchat = Snapchat
button-site-tiktok = TikTok
button-site-instagram = Instagram
button-site-whatsapp = WhatsApp
button-site-x = X
button-site-discord = Discord
button-site-telegram = Telegram
button-site-signal = Signal
button-site-youtube = YouTube
button-site-facebook = Facebook
button-site-game = In een game
button-site-other = Ergens anders

## /zaak, oproep aan klassen

button-appeal = Oproep { $item }
button-appeal-new = Vraag iets aan klassen
button-appeal-this = Kies deze tekst
button-appeal-class = Klas { $class }
button-appeal-chosen = Gekozen: { $class }
button-appeal-ask = Vraag of het goed is
button-appeal-revoke = Stop ermee
button-appeal-view = Bekijk de oproep
button-appeal-approve = Goed, zet het erin
button-appeal-decline = Niet doen
