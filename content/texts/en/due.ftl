### What the bot says about a case by itself: unread, or nothing happens. Never anything of its content.

due-unread =
    Nobody has read case { $number } yet. That is why I am asking you now.
    Type /zaak { $number } in a private chat with me to read the case.
    .subject = Not read yet: case { $number }

due-unread-anew =
    Case { $number } is in other hands, and was not read there yet. That is why I am asking you now.
    Type /zaak { $number } in a private chat with me to read the case.
    .subject = Not read yet: case { $number }

due-nobody-read =
    Nobody has read your report yet: case { $number }. I asked everybody who may read it.
    So please call the school yourself: { $phone }. Tell them the case number.
    Are you in danger now? Call { $emergency }.

due-nobody-read-anew =
    Somebody else handles your report now, but has not read it yet: case { $number }. I asked everybody who may read it.
    So please call the school yourself: { $phone }. Tell them the case number.
    Are you in danger now? Call { $emergency }.

due-quiet =
    Nothing has happened in case { $number } for some days. The case is not closed yet.
    Type /zaak { $number } in a private chat with me to go on.
    .subject = Case { $number } is waiting for you

due-clock =
    Time is running out for something in case { $number }. See in the plan what is still to be done.
    Type /zaak { $number } in a private chat with me.
    .subject = Time is running out in case { $number }

due-watch =
    It is time to check something in case { $number }. The plan says what.
    Type /zaak { $number } in a private chat with me.
    .subject = Time to check something: case { $number }

due-toast-snoozed =
    All right. I will remind you again on { $time }.
