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

page-attach = Send a photo or a file

page-too-big = That file is too large. It may be 20 MB at most.

page-try = Put this in the text field

page-removed = This message was removed.

page-not-in-group = You are not in this group.

page-ask-to-join = Ask to join

page-leave = Leave the group

page-nobody-known = Not known to the school yet.

page-not-kept = Your message was not kept. Try again in a moment.

page-no-connection = There is no connection with the bot. I keep trying.

page-nobody-chosen = Choose above who you want to be.

page-new-messages = New messages

page-edited = Edited

## What stands there before anything was said

page-start-class =
    Type /bericht with a text. The whole class gets it, also those who are not in this group.

page-start-teacher = Here the class teacher hears who has not been reached yet.

page-start-cases = New reports arrive here: a number, without what was written.

page-start-group =
    This is the group of the class. Everybody in the group reads what is said here.

page-start-pupil =
    Ask here whether something is allowed, or report something that does not feel right.

page-start-anybody = Ask here whether something is allowed by the protocol of the school.

## Who somebody is, below the name

page-role-leerling = Pupil

page-role-ouder = Parent

page-role-medewerker = Staff

page-role-mentor = Class teacher

page-role-schoolleider = School leader

page-role-vertrouwenspersoon = Confidential counsellor

page-role-fg = Data protection officer

page-role-communicatie = Communications

page-role-woordvoerder = Spokesperson

page-role-beheerder = Administrator
