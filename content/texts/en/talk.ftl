### /meldingen and the talk about a report. Texts with own- are read by the reporter. Texts with talk-
### are about the talk between the reporter and those who handle the report.

## /meldingen

own-none =
    I have no report of yours.
    Do you have a case number? Then call the school: { $phone }.

own-line =
    { $status ->
        [read] Case { $number } of { $date } has been read by somebody at school.
        [in-hand] Case { $number } of { $date } is being handled. The school is working on it.
        [closed] Case { $number } of { $date } is closed.
       *[received] Case { $number } of { $date } has been received. Nobody has read it yet.
    }

own-older =
    { $count ->
        [one] You have { $count } more report.
       *[other] You have { $count } more reports.
    }

own-not-found =
    I have no report of yours with number { $number }.
    Type /meldingen to see the reports you made.

own-status =
    { $status ->
        [read] Case { $number }: somebody at school has read your report.
        [in-hand] Case { $number }: the school is working on your report now.
        [closed] Case { $number }: your report is closed. The school has finished with the case.
       *[received] Case { $number }: the school has received your report.
    }
    Type /meldingen to see where your reports stand.

## Adding something

own-ask =
    What else do you want to tell about case { $number }? Type it here. It may be several messages.
    Only those who handle your report read it. Type done when you are done.

own-added =
    I have kept this with case { $number }. Type on, or tap Done.

own-ready =
    Thank you. All of it is with case { $number }. Those who handle the case hear that there is more.

own-silent =
    I stop listening for case { $number }. What you added is with it.
    Do you want to add more? Then tap the button.

own-too-fast =
    This is too fast for me. This message is not with case { $number }.
    Wait one minute. I don't keep what you send in that minute. Send it again after that.

own-missed =
    { $count ->
        [one] Mind: { $count } message was too fast. It is not with case { $number }. Send it again.
       *[other] Mind: { $count } messages were too fast. They are not with case { $number }. Send them again.
    }

own-closed =
    Case { $number } is closed. Nothing can be added any more.
    Did something happen again? Type /meld.

own-nothing-waits =
    You are not adding to case { $number } any more. What you added before has been kept.

own-is-answer =
    I have not kept what you typed yet. Is it an answer about case { $number }?

own-no-answer =
    All right. I did not put it with case { $number }.
    Was it a question? Then send it again.

own-not-sent =
    What you typed is not with case { $number }. I have thrown it away.
    Do you still want to answer? Type /meldingen.

own-nobody-told =
    What you added is with case { $number }. But I can't send a message to anybody at school now.
    So please call the school yourself: { $phone }. Mention the case number.

own-talk =
    This has been said about case { $number }.

own-nothing-said =
    Nothing has been said about case { $number } yet.

## Wiping on one's own side

own-wipe-ask =
    Do you want to wipe case { $number } on your side? It leaves your list and the talk ends.
    The school keeps the case and can go on with it. Only the school can wipe it there.

own-kept-until =
    The school keeps the case at least until { $date }.

own-wiped =
    Case { $number } is wiped on your side. The school still has the case.
    I can't take away the messages in this chat. You can do that yourself.
    Is there something again? Type /meld.

own-wipe-not =
    All right. Case { $number } stays in your list.

## The talk, as it stands with the case

talk-older =
    { $count ->
        [one] There is { $count } older message.
       *[other] There are { $count } older messages.
    }

talk-by-you =
    You wrote on { $time }:
    { $text }

talk-by-role =
    { $role ->
        [schoolleider] The school leader wrote on { $time }:
        [vertrouwenspersoon] The confidential counsellor wrote on { $time }:
        [bestuurder] Somebody of the school board wrote on { $time }:
        [fg] The privacy officer of the school wrote on { $time }:
        [mentor] The mentor wrote on { $time }:
       *[medewerker] Somebody at school wrote on { $time }:
    }
    { $text }

talk-by-name =
    { $name } wrote on { $time }:
    { $text }

talk-by-reporter =
    The reporter wrote on { $time }:
    { $text }

talk-by-handler =
    { $delivery ->
        [accepted] { $name } wrote to the reporter on { $time }, and it arrived:
        [undelivered] { $name } wrote to the reporter on { $time }, but it has not arrived yet:
       *[waiting] { $name } wrote to the reporter on { $time }, and it is on its way:
    }
    { $text }

talk-by-former =
    { $delivery ->
        [accepted] Somebody who no longer works here wrote on { $time }, and it arrived:
        [undelivered] Somebody who no longer works here wrote on { $time }, but it has not arrived yet:
       *[waiting] Somebody who no longer works here wrote on { $time }, and it is on its way:
    }
    { $text }

talk-told-since =
    The reporter told more. You have not read that yet.

talk-ended-by-reporter =
    The reporter has wiped the case on their side. You can't write to the reporter any more.

talk-whole =
    This is the whole talk with the reporter of case { $number }.

## A message to the reporter

talk-ask =
    What do you want to write to the reporter of case { $number }? Type it here.
    This is not a note: the reporter reads it. I will show it to you first.

talk-only-words =
    I can only give words to the reporter. A photo or file does not go with them.

talk-preview =
    This goes to the reporter of case { $number }. It has not been sent yet.
    { $text }
    
    Is it right? Choose how you send it. Do you want to change it? Then type it again.

talk-sent =
    I am sending it to the reporter of case { $number }. With /zaak { $number } you see whether it arrived.

talk-stopped =
    I have sent nothing to the reporter of case { $number }.

talk-nothing-to-send =
    There is no message ready for the reporter of case { $number }, or it was an older one.
    Open /zaak { $number } to write again.

talk-never-sent =
    Your message to the reporter of case { $number } was not sent. I have thrown it away.
    It still stands in this chat.

talk-silent =
    I don't wait for your message to the reporter of case { $number } any longer. Nothing was sent.

talk-too-fast =
    Too many messages go to case { $number } at once. I have not sent this one yet.
    Wait one minute and tap the same button again.

talk-over-closed =
    Case { $number } is closed. You can't write to the reporter any more.

talk-over-wiped =
    The reporter has wiped case { $number } on their side. You can't write to the reporter any more.

talk-undelivered =
    Your message to the reporter of case { $number } did not arrive. It is kept with the case.
    As soon as there is a way I will still send it. Don't count on it.
    { $known ->
        [left] The reporter is not on the list of the school any more. Discuss how to reach the reporter.
        [named] You may use the name. Speak to the reporter yourself, calmly and without others.
       *[hidden] You may not see the name. So don't try to find out who it is. Go on with what you know.
    }
    .subject = Message about case { $number } did not arrive

## What the reporter hears

talk-reply =
    { $role ->
        [schoolleider] The school leader writes to you about case { $number }:
        [vertrouwenspersoon] The confidential counsellor writes to you about case { $number }:
        [bestuurder] Somebody of the school board writes to you about case { $number }:
        [fg] The privacy officer of the school writes to you about case { $number }:
        [mentor] The mentor writes to you about case { $number }:
       *[medewerker] Somebody at school writes to you about case { $number }:
    }
    { $text }

talk-reply-named =
    { $name } writes to you about case { $number }:
    { $text }

talk-knock =
    There was still a message for you about case { $number }. Here it comes.
