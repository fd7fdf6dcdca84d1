### De lokale chat in een terminal (groepsmaat chat).

terminal-welcome =
    Dit is een school om te oefenen.
    Niemand hier is echt.
    Typ een bericht.
    Of typ het nummer van een knop.
    Typ :wissel voor een ander mens.
    Typ :groep of :privé voor een ander gesprek.
    Typ :stop om te stoppen.

terminal-unknown-command =
    Dat ken ik niet.
    Typ :wissel voor een ander mens.
    Typ :groep of :privé voor een ander gesprek.
    Typ :stop om te stoppen.

terminal-choose =
    Wie ben je?
    Typ een nummer.

terminal-no-group = Jij zit in geen groep.

terminal-private = Privé met de bot

terminal-bot = Bot

terminal-removed = Dit bericht is weg.
