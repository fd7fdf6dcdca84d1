### De pagina van de lokale chat, om de bot te proberen.

page-title = Groepsmaat · { $school }

page-intro =
    Een school om te proberen: niemand hier bestaat echt. Kies wie je bent, typ iets, en zie wat de anderen horen.

page-add-person = Nog iemand erbij

page-who-are-you = Wie wil je zijn?

page-close = Sluiten

page-language = Taal

page-outbox = E-mail

page-outbox-hint = Wat ouders in hun mailbox krijgen. Klik op een brief om hem te lezen.

page-outbox-empty = Er is nog geen e-mail verstuurd.

page-private = Privé met de bot

page-bot = Bot

page-send = Verstuur

page-type-here = Typ een bericht

page-try = Zet dit in het tekstvak

page-removed = Dit bericht is weggehaald.

page-nothing-said = Hier is nog niets gezegd.

page-not-in-group = Je zit niet in deze groep.

page-ask-to-join = Vraag of je erin mag

page-leave = Verlaat de groep

page-nobody-known = School kent dit account nog niet.

page-not-kept = Je bericht is niet bewaard. Probeer het zo nog een keer.

page-no-connection = Er is geen verbinding met de bot. Ik probeer het opnieuw.
