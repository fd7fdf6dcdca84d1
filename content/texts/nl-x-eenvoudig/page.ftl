### De pagina van de lokale chat, om de bot te proberen.

page-title = Groepsmaat · { $school }

page-intro =
    Dit is een school om te oefenen.
    Niemand hier is echt.
    Kies wie je bent.

page-add-person = Nog iemand erbij

page-who-are-you = Wie wil je zijn?

page-close = Sluiten

page-language = Taal

page-outbox = E-mail

page-outbox-hint =
    Dit krijgen ouders per e-mail.
    Klik op een brief.
    Dan kun je hem lezen.

page-outbox-empty = Er is nog geen e-mail.

page-private = Privé met de bot

page-bot = Bot

page-send = Verstuur

page-type-here = Typ een bericht

page-try = Zet dit in het vak

page-removed = Dit bericht is weg.

page-nothing-said = Hier staat nog niets.

page-not-in-group = Je zit niet in deze groep.

page-ask-to-join = Vraag of je erin mag

page-leave = Ga uit de groep

page-nobody-known = School kent deze persoon niet.

page-not-kept =
    Je bericht is niet bewaard.
    Probeer het nog een keer.

page-no-connection =
    De bot is even weg.
    Ik probeer het nog een keer.
