### Links en verwijderen (onder /zaak), in makkelijk Nederlands.

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
        [unsure] we weten nog niet waar.
        [asked] gevraagd.
        [no-answer] nog geen antwoord.
        [refused] ze doen het niet.
        [removed] het is weg.
        [dropped] niet bewaard.
       *[to-ask] nog niet gevraagd.
    }

links-ask =
    Stuur mij de links van zaak { $number }.
    Geen link?
    Stuur dan de naam van het profiel.
    Ik open de links niet.

links-no-pictures =
    Een foto of filmpje bewaar ik niet.
    Stuur alleen de link.

links-too-long =
    Dat is te lang.
    Stuur de link of de naam.
    Er passen { $count } tekens in.

links-too-many =
    Ik bewaar niet meer dan { $count } links.

links-known-already =
    Die heb ik al.

links-added =
    { $count ->
        [one] Ik heb { $count } link bewaard.
       *[other] Ik heb { $count } links bewaard.
    }

links-unsure =
    Dit is geen link:
    { $text }
    Waar staat het?

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
        [unsure] we weten nog niet waar.
        [asked] gevraagd.
        [no-answer] nog geen antwoord.
        [refused] ze doen het niet.
        [removed] het is weg.
        [dropped] niet bewaard.
       *[to-ask] nog niet gevraagd.
    }
    { $text }

links-event =
    { $time }: { $what ->
        [typed] { $name } noemde het.
        [noted] { $name } bewaarde het.
        [dropped] { $name } bewaarde het niet.
        [asked] { $name } vroeg om weg te halen.
        [no-answer] { $name } kreeg nog geen antwoord.
        [refused] { $name } zegt: ze doen het niet.
        [removed] { $name } zegt: het is weg.
        [back] { $name } zegt: het is er weer.
        [later] { $name } kijkt later nog eens.
       *[reminded] ik stuurde een bericht om te kijken.
    }

links-event-unnamed =
    { $time }: { $what ->
        [typed] genoemd.
        [noted] bewaard.
        [dropped] niet bewaard.
        [asked] gevraagd om weg te halen.
        [no-answer] nog geen antwoord.
        [refused] ze doen het niet.
        [removed] het is weg.
        [back] het is er weer.
        [later] later nog eens kijken.
       *[reminded] ik stuurde een bericht om te kijken.
    }

links-look-at =
    Kijk weer op { $time }.
    Ik zeg het je dan.

links-save-first =
    Bewaar eerst de link, de naam en de tijd.
    Daarna kun je iemand blokkeren.
    Kopieer nooit een foto van iemand die naakt is.

links-author-first =
    Weet je wie het plaatste?
    Vraag of die het weghaalt, als dat veilig kan.

links-how-snapchat =
    Houd de snap of het bericht lang vast.
    Kies Melden.
    Heb je geen Snapchat?
    Gebruik dan het formulier.

links-how-tiktok =
    Houd het filmpje lang vast.
    Kies Rapporteren.

links-how-instagram =
    Tik op de drie puntjes.
    Kies Rapporteren.
    Heb je geen Instagram?
    Gebruik dan het formulier.

links-how-whatsapp =
    Open de chat en tik op de naam.
    Kies Rapporteren.
    WhatsApp leest dan de laatste 5 berichten.
    Doe dit op de telefoon met het bericht.

links-how-x =
    Tik op de drie puntjes.
    Kies Melden.

links-how-discord =
    Houd het bericht lang vast.
    Kies Bericht melden.
    Heb je geen Discord?
    Gebruik dan het formulier.

links-how-telegram =
    Tik op het bericht.
    Kies Melden.
    Lukt het niet?
    Mail de link naar abuse@telegram.org.

links-how-signal =
    Signal kan niets weghalen.
    Vraag wie het stuurde om het weg te halen.
    Je kunt iemand wel blokkeren.

links-how-youtube =
    Tik bij de video op Rapporteren.
    Dat mag iedereen.
    Een klacht over privacy gaat met het formulier.

links-how-facebook =
    Tik op de drie puntjes.
    Kies Rapporteren.

links-how-game =
    Open het menu van het spel.
    Kies de speler en kies Melden.
    Meld het bericht zelf.

links-how-other =
    Zoek op de site naar Contact of Melden.
    Lukt het niet?
    Vraag de politie of Helpwanted om hulp.

links-who-anybody =
    Iedereen mag dit melden.
    School ook.

links-who-account =
    Alleen iemand met een profiel daar kan dit.

links-who-shown =
    Het formulier is voor wie erop staat.
    Een ouder mag het ook.
    School mag het niet.

links-told =
    Wie het plaatste, hoort van de klacht.
    Praat eerst met wie erop staat.

links-not-told =
    Wie het plaatste, hoort niet wie het meldde.

links-fast-helpwanted =
    Is iemand naakt op het beeld?
    Open de link dan niet.
    Helpwanted helpt je gratis: { $helpwanted }.

links-fast-take-it-down =
    Is iemand op het beeld jonger dan 18?
    Take It Down helpt dan ook.
    Het beeld blijft op je eigen telefoon.

links-due =
    Zaak { $number }: kijk of iets weg is.
    .subject = Zaak { $number }: kijk nog eens

links-case-closed =
    Zaak { $number } is klaar.
    Er verandert niets meer.

links-toast-stale =
    Dat kan nu niet. Kijk hoe het is.

links-toast-noted =
    Dat weet ik nu.
