### De lokale chat in een terminal (groepsmaat chat).

terminal-welcome =
    Dit is de voorbeeldschool. Niemand hier bestaat echt.
    Typ een bericht, of het nummer van een knop.
    :wissel kiest iemand anders, :groep en :privé wisselen van gesprek, :stop stopt.

terminal-choose = Wie ben je? Typ een nummer.

terminal-no-group = Deze persoon zit in geen groep.

terminal-private = privé met de bot

terminal-bot = Bot

terminal-removed = (bericht verwijderd)
