### The local chat in a terminal (groepsmaat chat).

terminal-welcome =
    This is the example school. Nobody here exists.
    Type a message, or the number of a button.
    With :wissel you choose somebody else, with :groep and :privé another conversation. With :stop you stop.

terminal-unknown-command =
    I don't know that command.
    With :wissel you choose somebody else, with :groep and :privé another conversation. With :stop you stop.

terminal-choose = Who are you? Type a number.

terminal-no-group = This person is in no group.

terminal-private = In private with the bot

terminal-bot = Bot

terminal-removed = This message was removed.
