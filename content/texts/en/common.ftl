### What can turn up in every conversation.
### Fields and rules: see content/README.md.

## Words that come back often.

-bot = Groepsmaat

## Help lines. The numbers stand in content/helplines.toml.

common-help-lines =
    Is there danger right now? Call { $emergency }.
    Are you thinking about suicide? Call { $suicide_line }, free, day and night.
    Would you like to talk to somebody outside school? Call the Kindertelefoon: { $child_line }. It is free.
    Too hard to call? You can also chat, at kindertelefoon.nl.

## What is not possible, and what is.

common-unknown-command =
    I don't know that command.
    Type /help to see what I can do.

common-only-text =
    I can only read text. Please type it in words.

common-group-go-private =
    This does not belong in the group. Send it to me in a private chat.

common-only-in-group =
    This only works in the group of a class. Please type it there.

common-only-for-staff =
    Only a member of staff can do this.

common-not-bound =
    I don't know yet who you are.
    Do you have a code from school? Type /start followed by your code.
    No code? Ask your mentor for one.

common-button-old =
    This choice is no longer open.

common-choose =
    Please choose one of the answers above.

common-try-again =
    Something went wrong. I could do nothing with your message.
    Please try again in a moment. If it still fails, tell school.

## Het menu van een privégesprek

menu-mag = Ask if something is allowed
menu-meld = Tell in confidence what happened
menu-meldingen = See where your reports stand
menu-taal = Choose another language
menu-help = What I can do
