### De lokale chat in een terminal (groepsmaat chat).

terminal-welcome =
    Dit is de voorbeeldschool. Niemand hier bestaat echt.
    Typ een bericht, of het nummer van een knop.
    Met :wissel kies je iemand anders, met :groep en :privé een ander gesprek. Met :stop stop je.

terminal-unknown-command =
    Die opdracht ken ik niet.
    Met :wissel kies je iemand anders, met :groep en :privé een ander gesprek. Met :stop stop je.

terminal-choose = Wie ben je? Typ een nummer.

terminal-no-group = Deze persoon zit in geen groep.

terminal-private = Privé met de bot

terminal-bot = Bot

terminal-removed = Dit bericht is weggehaald.
