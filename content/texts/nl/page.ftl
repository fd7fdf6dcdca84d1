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

page-attach = Stuur een foto of bestand

page-too-big = Dat bestand is te groot. Het mag ten hoogste 20 MB zijn.

page-try = Zet dit in het tekstvak

page-removed = Dit bericht is weggehaald.

page-not-in-group = Je zit niet in deze groep.

page-ask-to-join = Vraag of je erin mag

page-leave = Verlaat de groep

page-nobody-known = School kent dit account nog niet.

page-not-kept = Je bericht is niet bewaard. Probeer het zo nog een keer.

page-no-connection = Er is geen verbinding met de bot. Ik probeer het opnieuw.

page-nobody-chosen = Kies bovenaan wie je wilt zijn.

page-new-messages = Nieuwe berichten

page-edited = Aangepast

## Wat er staat als nog niets gezegd is

page-start-class =
    Typ /bericht met een tekst. De hele klas krijgt het, ook wie niet in deze groep zit.

page-start-teacher = Hier hoort de mentor wie nog niet bereikt is.

page-start-cases = Hier komen nieuwe meldingen binnen: een nummer, zonder inhoud.

page-start-group = Dit is de groep van de klas. Wat hier staat, leest iedereen in de groep.

page-start-pupil = Vraag hier of iets mag, of meld iets wat niet goed voelt.

page-start-anybody = Vraag hier of iets mag volgens het protocol van school.

## Wie iemand is, onder de naam

page-role-leerling = Leerling

page-role-ouder = Ouder

page-role-medewerker = Medewerker

page-role-mentor = Mentor

page-role-schoolleider = Schoolleider

page-role-vertrouwenspersoon = Vertrouwenspersoon

page-role-fg = Functionaris gegevensbescherming

page-role-communicatie = Communicatie

page-role-woordvoerder = Woordvoerder

page-role-beheerder = Beheerder
