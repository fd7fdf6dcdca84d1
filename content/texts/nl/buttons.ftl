### Wat er op knoppen staat: kort, ten hoogste 30 tekens.

button-yes = Ja
button-no = Nee
button-skip = Sla over

## Een zaak bewaren, en een herinnering uitstellen

button-keep-90d = Nog 90 dagen bewaren
button-keep-1y = Nog een jaar bewaren
button-keep-hold = Niet laten vernietigen
button-keep-free = Vernietigen mag weer
button-snooze-1h = Over een uur
button-snooze-4h = Over vier uur
button-snooze-morning = Morgen op school

## /taal

button-language-nl = Nederlands
button-language-nl-x-eenvoudig = Makkelijk Nederlands
button-language-en = English

## /mag

button-show-clause = Toon artikel { $clause }
# A part that says itself what it is: "voetnoot 2".
button-show-passage = Toon { $clause }
button-answer = { $answer }
button-answer-after-all = Toch antwoord op mijn vraag
button-correct = Klopt niet
button-back-to-answer = Terug naar het antwoord
button-report = Ik wil iets melden

## /meld

button-back = Vorige vraag
button-pause = Pauze
button-resume = Verder gaan
button-start-over = Opnieuw beginnen
button-stop = Stoppen en wissen
button-stop-erase = Ja, wis alles
button-keep-going = Nee, ga verder
button-continue-private = Verder in privégesprek

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
button-own-read = Lees het gesprek
button-own-answer = Antwoorden
button-own-answers = Ja, dit is mijn antwoord
button-own-no-answer = Nee, het is iets anders
button-own-ready = Klaar
button-own-older = Toon de andere
button-own-wipe = Wis aan mijn kant
button-own-wipe-yes = Ja, wis aan mijn kant
button-own-keep = Nee, laat staan

## Schrijven aan de melder

button-talk-all = Lees het hele gesprek
button-talk-send =
    { $role ->
        [schoolleider] Verstuur als schoolleider
        [vertrouwenspersoon] Stuur als vertrouwenspersoon
        [bestuurder] Verstuur als bestuur
        [fg] Verstuur als FG
        [mentor] Verstuur als mentor
       *[medewerker] Verstuur zonder mijn naam
    }
button-talk-send-named = Verstuur met mijn naam
button-talk-stop = Niet versturen

## Bewijs

button-evidence-shows-no = Nee, niemand
button-evidence-shows-yes = Ja
button-evidence-shows-unsure = Ik weet het niet
button-evidence-use = Gebruik wat ik stuurde
button-evidence-go-on = Verder met mijn melding
button-evidence-for = Zaak { $number }
button-evidence-see = Bekijk { $item }
button-evidence-remove = Verwijder { $item }
button-evidence-remove-yes = Ja, verwijderen
## /zaak, links en verwijderen

button-case-links = Links en verwijderen
button-links-add = Link toevoegen
button-links-back = Terug naar alle links
button-link = Link { $item }
button-link-asked = Gevraagd
button-link-removed = Verwijderd
button-link-refused = Geweigerd
button-link-no-answer = Nog geen antwoord
button-link-back = Staat er weer
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
button-appeal-new = Oproep aan klassen
button-appeal-this = Kies deze tekst
button-appeal-class = Klas { $class }
button-appeal-chosen = Gekozen: { $class }
button-appeal-ask = Vraag akkoord
button-appeal-revoke = Trek in
button-appeal-view = Bekijk de oproep
button-appeal-approve = Akkoord, plaats dit
button-appeal-decline = Niet plaatsen
