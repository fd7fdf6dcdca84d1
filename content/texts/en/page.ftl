### The page of the local chat, to try the bot.

page-title = Groepsmaat · { $school }

page-intro =
    A school to try out: nobody here exists. Choose who you are, type something, and see what the others hear.

page-add-person = Add somebody

page-who-are-you = Who do you want to be?

page-close = Close

page-language = Language

page-outbox = E-mail

page-outbox-hint = What parents get in their mailbox. Click on a letter to read it.

page-outbox-empty = No e-mail was sent yet.

page-private = Private with the bot

page-bot = Bot

page-send = Send

page-type-here = Type a message

page-try = Put this in the text field

page-removed = This message was removed.

page-nothing-said = Nothing was said here yet.

page-not-in-group = You are not in this group.

page-ask-to-join = Ask to join

page-leave = Leave the group

page-nobody-known = Not known to the school yet.

page-not-kept = Your message was not kept. Try again in a moment.

page-no-connection = There is no connection with the bot. I keep trying.
