### /zaken and /zaak: what somebody who handles a report gets to see. A case that somebody may not
### see and a case that does not exist give exactly the same text: cases-not-found.

cases-new =
    There is a new report: case { $number }.
    Type /zaak { $number } in a private chat with me to read it.
    .subject = New report: case { $number }

cases-more =
    More was told about case { $number }.
    Type /zaak { $number } in a private chat with me to read it.
    .subject = More was told about case { $number }

cases-none =
    There are no reports that you may read.

cases-list =
    { $count ->
        [one] You have { $count } open case.
       *[other] You have { $count } open cases.
    }
    Tap a case to open it, or type /zaak and the number.

cases-none-open =
    You have no open cases now.

cases-closed-count =
    { $count ->
        [one] There is { $count } closed case. Type /zaken closed to see it.
       *[other] There are { $count } closed cases. Type /zaken closed to see them.
    }

cases-list-closed =
    { $count ->
        [one] You may read { $count } closed case.
       *[other] You may read { $count } closed cases.
    }
    Tap a case to open it, or type /zaak and the number.

cases-none-closed =
    There are no closed cases that you may read.

cases-line =
    { $status ->
        [read] Case { $number } of { $date }: read.
        [in-hand] Case { $number } of { $date }: being handled.
        [closed] Case { $number } of { $date }: closed.
       *[received] Case { $number } of { $date }: new.
    }

cases-view =
    Case { $number }, received on { $date }.

cases-answer =
    { $question }
    → { $text }

cases-answer-skipped =
    { $question }
    → Not told.

cases-duty-of-the-board =
    Note: this may be sexual abuse by somebody who works at school.
    The board consults the inspector for such matters (vertrouwensinspecteur) at once: { $inspector }. That is a legal duty.
    Is there a reasonable suspicion? Then the board reports it to the police.
    Share this with nobody else at school.

cases-duty-without-board =
    Note: this may be sexual abuse by somebody of the board.
    So do not tell the board.
    Call the inspector for such matters (vertrouwensinspecteur) at once: { $inspector }. The inspector says who has to know now.
    Consult the police on pressing charges: { $police_line }.
    Share this with nobody else at school.

cases-reporter-named =
    The reporter is { $name } of class { $class }. The name may be used.

cases-reporter-adult =
    The reporter is { $name }. The name may be used.

cases-reporter-unknown =
    { $platform ->
        [telegram] The report comes from an account that belongs to no person, on Telegram.
        [signal] The report comes from an account that belongs to no person, on Signal.
        [local] The report comes from an account that belongs to no person, in the local chat.
       *[other] The report comes from an account that belongs to no person, in another app.
    }
    So school does not know the reporter yet.

cases-reporter-left =
    The reporter is not on the list of the school any more.

cases-reporter-unanswered =
    The reporter has not said yet whether you may see the name.

cases-reporter-confidential =
    The reporter does not want you to see the name.

cases-not-found =
    I can't show you case { $number }. Type /zaken for the cases you may read.

cases-number-missing =
    Which case do you want to read? Type /zaak and the number, for example /zaak 12.
