### The local chat in a terminal (groepsmaat chat).

terminal-welcome =
    This is the example school. Nobody here exists.
    Type a message, or the number of a button.
    :wissel chooses somebody else, :groep and :privé change the conversation, :stop stops.

terminal-choose = Who are you? Type a number.

terminal-no-group = This person is in no group.

terminal-private = in private with the bot

terminal-bot = Bot

terminal-removed = (message removed)
