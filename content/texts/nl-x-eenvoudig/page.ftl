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

page-attach = Stuur een foto of bestand

page-too-big =
    Dat is te groot.
    Het mag 20 MB zijn.

page-try = Zet dit in het vak

page-removed = Dit bericht is weg.

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

page-nobody-chosen = Kies bovenaan wie je wilt zijn.

page-new-messages = Nieuwe berichten

page-edited = Veranderd

## Wat er staat als nog niets gezegd is

page-start-class =
    Typ /bericht met een tekst.
    De hele klas krijgt het.
    Ook wie niet in deze groep zit.

page-start-teacher = Hier zie je wie het nog niet weet.

page-start-cases =
    Hier komen nieuwe meldingen.
    Je ziet eerst alleen een nummer.

page-start-group =
    Dit is de groep van de klas.
    Iedereen in de groep leest mee.

page-start-pupil =
    Vraag hier of iets mag.
    Of meld iets wat niet goed voelt.

page-start-anybody = Vraag hier of iets mag van school.

## Wie iemand is, onder de naam

page-role-leerling = Leerling

page-role-ouder = Ouder

page-role-medewerker = Werkt op school

page-role-mentor = Mentor

page-role-schoolleider = Schoolleider

page-role-vertrouwenspersoon = Vertrouwenspersoon

page-role-fg = Let op gegevens

page-role-communicatie = Schrijft voor school

page-role-woordvoerder = Praat voor school

page-role-beheerder = Zorgt voor de bot
