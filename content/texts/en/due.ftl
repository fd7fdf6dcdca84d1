### What the bot says about a case by itself: unread, or nothing happens. Never anything of its content.

due-unread =
    Nobody has read case { $number } yet. That is why I am asking you now.
    Type /zaak { $number } in a private chat with me to read the case.
    .subject = Not read yet: case { $number }

due-nobody-read =
    Nobody has read your report yet: case { $number }. I asked everybody who may read it.
    So please call the school yourself: { $phone }. Tell them the case number.
    Are you in danger now? Call { $emergency }.
