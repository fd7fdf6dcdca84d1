### The seven steps of a case: what the bot says. What is recorded in each step stands in
### plan_steps.ftl. A mark (✔ ◐ ○ ↷) never stands alone: there is always a word with it.

plan-overview =
    Case { $number }: the seven steps.
    Tap a step to go on.

plan-step-line =
    { $state ->
        [done] ✔ { $what } – done
        [waived] ↷ { $what } – not needed
        [open] ◐ { $what } – under way, { $open } to do
       *[not-begun] ○ { $what } – not begun
    }

plan-due =
    To be done before { $time }: { $what }

plan-due-overdue =
    Too late, was due before { $time }: { $what }

plan-due-look =
    Look from { $time } on: { $what }

plan-open-count =
    { $open ->
        [one] { $open } thing still to do.
       *[other] { $open } things still to do.
    }

plan-step =
    Case { $number }, step { $step } of 7 (clause { $clause }).

plan-line =
    { $standing ->
        [recorded] ✔ { $what } – { $value }
        [waived] ↷ { $what } – not needed
        [unsettled] ◐ { $what } – { $value } (still open)
        [optional] ○ { $what } (if you want)
       *[open] ○ { $what }
    }

plan-by =
    – Done before { $time }

plan-from =
    – Can be done from { $time } on

plan-entry =
    – { $text }

plan-list-below =
    See below

plan-reason =
    – Reason: { $text }

plan-against =
    Note, this does not fit another answer: { $other } – { $value }

plan-recorded-before =
    This is there now:

plan-recorded-by =
    – { $name }, { $time }

plan-recorded-by-in-place =
    – { $name }, { $time }, in place of: { $role }

plan-recorded =
    Recorded: { $what }

plan-somebody =
    Somebody who does not work here any more

plan-who-can =
    – { $name } can do this.

plan-nobody-else =
    There is no second person with this case yet.
    Ask a colleague with Hand over, under the case.

plan-waits-for =
    – { $what }

plan-item =
    Case { $number }, step { $step }: { $what }

plan-correct =
    What do you want to correct?
    What is there now is kept as well.

plan-file-leerlingdossier =
    This belongs in the file of the pupil.

plan-file-personeelsdossier =
    This belongs in the staff file.

plan-refused-closed =
    This case is closed.
    Nothing can be added any more.

plan-refused-unknown-item =
    This item does not exist any more.
    Open the steps again.

plan-refused-not-needed =
    This is not needed now: { $what }

plan-refused-not-yours =
    This is not yours to fill in: { $what }

plan-refused-same-person =
    Somebody else has to do this: { $what }
    You filled it in yourself.

plan-refused-already-recorded =
    This has just changed: { $what }
    { $name } was before you, on { $time }.
    First see what is there now.

plan-refused-not-yet =
    This can’t be done yet: { $what }
    This comes first:

plan-refused-second-person-needed =
    This can’t be done yet: { $what }
    First a second person has to agree:

plan-refused-too-early =
    This can’t be done yet: { $what }

plan-refused-cannot-waive =
    This is always needed: { $what }

plan-refused-wrong-value =
    This does not fit here: { $what }
    Try again, and a bit shorter.

plan-refused-reason-needed =
    This needs a reason: { $what }

plan-refused-links-left =
    This can't be done yet: { $what }
    Not everything in the list of links is removed or refused yet.
    Bring the list up to date first, under Links and removal.

plan-nothing-to-waive =
    Nothing here can be left out.

plan-ask-why =
    { $what }: why?
    Type your reason in a few words.

plan-ask-why-late =
    { $what }: this is too late.
    Type why it became later.

plan-ask-why-in-place =
    { $what }: this is for a colleague to decide.
    It was left for a day. Type why you do it now.

plan-decided-in-place =
    In case { $number } a colleague decided something in your place.
    Type /zaak { $number } to see it.

plan-ask-why-waive =
    { $what }: why is this not needed?
    Type your reason in a few words.

plan-ask-why-waive-step =
    This will be left out of step { $step }.
    Type why it is not needed.
    Tap a button if you do not want that.

plan-step-waived =
    That is left out, with your reason.

plan-moment-unclear =
    I do not understand that moment.
    Type it like this: 23-11-2026 09:30.

plan-no-words =
    I am waiting for your words.
    Type them as a message.

plan-second-asked =
    In case { $number } something waits for your agreement.
    Type /zaak { $number } in a private chat with me.
    .subject = Case { $number } waits for your agreement

plan-second-declined =
    In case { $number } a second person does not agree.
    Type /zaak { $number } in a private chat with me.
    .subject = Case { $number }: no agreement

plan-closed =
    Case { $number } is closed.
    .subject = Case { $number } is closed

## Buttons

button-plan-all = All steps
button-plan-back = Back to the step
button-plan-correct = Correct something
button-plan-waive = Not needed
button-plan-waive-step = Leave out the rest
button-plan-done = Done
button-plan-now = Now
