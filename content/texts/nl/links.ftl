### Links en verwijderen (onder /zaak): wat waar staat, hoe je het daar meldt en wat ervan kwam.
### Alleen voor wie de zaak behandelt. Adressen en telefoonnummers: content/platforms.toml.

links-overview =
    { $count ->
        [0] Zaak { $number } heeft nog geen links.
        [one] Zaak { $number } heeft { $count } link.
       *[other] Zaak { $number } heeft { $count } links.
    }

links-line =
    Link { $item } { $platform ->
        [snapchat] op Snapchat
        [tiktok] op TikTok
        [instagram] op Instagram
        [whatsapp] op WhatsApp
        [x] op X
        [discord] op Discord
        [telegram] op Telegram
        [signal] op Signal
        [youtube] op YouTube
        [facebook] op Facebook
        [game] in een game
       *[other] ergens anders
    }: { $state ->
        [unsure] nog niet duidelijk waar.
        [asked] gevraagd om te verwijderen.
        [no-answer] nog geen antwoord.
        [refused] geweigerd.
        [removed] verwijderd.
        [dropped] niet bewaard.
       *[to-ask] nog niet gevraagd.
    }

links-ask =
    Welke links horen bij zaak { $number }? Stuur ze mij in één bericht.
    Is er geen link? Stuur dan de naam van het account.
    Ik open geen enkele link.

links-no-pictures =
    Een foto of filmpje bewaar ik hier niet. Stuur alleen de link.

links-too-long =
    Dat is te lang om te bewaren. Stuur de link, of de naam van het account. Er passen { $count } tekens in.

links-too-many =
    Bij één zaak bewaar ik ten hoogste { $count } links. Meld de rest samen met een van deze links.

links-known-already =
    Die staat al in de lijst.

links-added =
    { $count ->
        [one] Ik heb { $count } link bewaard.
       *[other] Ik heb { $count } links bewaard.
    }

links-unsure =
    Dit is geen link:
    { $text }
    Op welk platform staat het? Kies het, dan bewaar ik deze woorden.

links-one =
    Link { $item } { $platform ->
        [snapchat] op Snapchat
        [tiktok] op TikTok
        [instagram] op Instagram
        [whatsapp] op WhatsApp
        [x] op X
        [discord] op Discord
        [telegram] op Telegram
        [signal] op Signal
        [youtube] op YouTube
        [facebook] op Facebook
        [game] in een game
       *[other] ergens anders
    }: { $state ->
        [unsure] nog niet duidelijk waar.
        [asked] gevraagd om te verwijderen.
        [no-answer] nog geen antwoord.
        [refused] geweigerd.
        [removed] verwijderd.
        [dropped] niet bewaard.
       *[to-ask] nog niet gevraagd.
    }
    { $text }

links-event =
    { $time }: { $what ->
        [typed] genoemd door { $name }.
        [noted] bewaard door { $name }.
        [dropped] niet bewaard, zegt { $name }.
        [asked] verwijderen gevraagd door { $name }.
        [no-answer] nog geen antwoord, zegt { $name }.
        [refused] geweigerd, zegt { $name }.
        [removed] verwijderd, zegt { $name }.
        [back] staat er weer, zegt { $name }.
        [later] { $name } kijkt later nog eens.
       *[reminded] herinnering gestuurd.
    }

links-event-unnamed =
    { $time }: { $what ->
        [typed] genoemd.
        [noted] bewaard.
        [dropped] niet bewaard.
        [asked] verwijderen gevraagd.
        [no-answer] nog geen antwoord.
        [refused] geweigerd.
        [removed] verwijderd.
        [back] staat er weer.
        [later] later nog eens kijken.
       *[reminded] herinnering gestuurd.
    }

links-look-at =
    Kijk weer op { $time }. Ik herinner je eraan.

links-save-first =
    Bewaar eerst de link, de naam van het account en het tijdstip. Blokkeer pas daarna. Maak geen kopie van naaktbeeld.

links-author-first =
    Kan het veilig? Vraag dan eerst wie het plaatste om het weg te halen.

links-how-snapchat =
    Zo meld je het: houd de snap of het bericht ingedrukt en kies Melden. Zonder app kan het met het formulier.

links-how-tiktok =
    Zo meld je het: houd het filmpje ingedrukt en kies Rapporteren. Kies daarna: illegale inhoud melden.

links-how-instagram =
    Zo meld je het: tik op de drie puntjes en kies Rapporteren. Zonder account kan het met het formulier.

links-how-whatsapp =
    Zo meld je het: open de chat, tik op de naam en kies Rapporteren. WhatsApp krijgt dan de laatste vijf berichten.
    Dit kan alleen op de telefoon van wie het bericht heeft.

links-how-x =
    Zo meld je het: tik op de drie puntjes en kies Melden. Zeg erbij of het over jezelf of iemand anders gaat.

links-how-discord =
    Zo meld je het: houd het bericht ingedrukt en kies Bericht melden. Zonder account kan het met het formulier.
    Kopieer daarvoor eerst de link van het bericht.

links-how-telegram =
    Zo meld je het: tik op het bericht en kies Melden. Lukt dat niet? Mail de link naar abuse@telegram.org.

links-how-signal =
    Signal kan berichten niet lezen en niet weghalen. Vraag wie het plaatste om het weg te halen.
    In de app kun je iemand wel blokkeren en melden.

links-how-youtube =
    Zo meld je het: tik bij de video op Rapporteren. Dat mag iedereen.
    Een privacyklacht gaat met het formulier.

links-how-facebook =
    Zo meld je het: tik op de drie puntjes en kies Rapporteren.

links-how-game =
    Zo meld je het: open in het spel het menu, kies de speler en kies Melden.
    Meld het bericht zelf. Alleen een naam zegt te weinig.

links-how-other =
    Zoek op de site naar Contact of Melden. Haalt de site het niet weg? Vraag dan de politie of Helpwanted om raad.

links-who-anybody =
    Iedereen mag dit melden, ook school.

links-who-account =
    Alleen iemand met een account daar kan dit melden.

links-who-shown =
    Het formulier is alleen voor wie erop staat, of voor een ouder. School mag het niet invullen.

links-told =
    Wie het plaatste, hoort dat er een klacht is. Bespreek dat eerst met wie erop staat.

links-not-told =
    Wie het plaatste, hoort niet wie het gemeld heeft.

links-fast-helpwanted =
    Is het naakt of seksueel? Open het dan niet. Helpwanted helpt gratis met weghalen: { $helpwanted }.

links-fast-take-it-down =
    Is iemand op het beeld jonger dan 18? Take It Down helpt platforms om het tegen te houden.
    Het beeld zelf blijft op de eigen telefoon.

links-due =
    Zaak { $number }: het is tijd om te kijken of iets verwijderd is.
    .subject = Zaak { $number }: kijk nog eens

links-case-closed =
    Zaak { $number } is afgerond. Daar verandert niets meer aan.

links-toast-stale =
    Dat past niet bij hoe het nu staat. Ik laat zien hoe het is.

links-toast-noted =
    Genoteerd.
