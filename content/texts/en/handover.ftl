### To hand over a case, to ask a colleague to join, or to step out (button-case-handover).

handover-view =
    Who handles case { $number }?
    Tap a colleague to ask them.

handover-handles =
    ✔ { $name } handles the case

handover-waits =
    ◐ { $name } was asked

handover-out-before =
    ↷ { $name } stepped out: { $text }

handover-nobody-to-ask =
    There is nobody you can ask now.
    A colleague has to know me first. The administrator gives out a code for that.

handover-how =
    Case { $number }: what do you ask { $name }?

handover-asked =
    I asked { $name } for case { $number }.
    Nothing changes until there is an answer.

handover-request =
    A colleague asks your help with case { $number }.
    Is the case about you or somebody of your family?
    Then say No.
    Do you want to handle this case?

handover-you-accepted =
    You handle case { $number } now.
    Type /zaak { $number } to read it.

handover-you-declined =
    All right, you do not get to see case { $number }.

handover-joined =
    Your colleague handles case { $number } with you now.
    .subject = Case { $number }: your colleague joins

handover-taken-over =
    Your colleague took over case { $number }.
    You do not see this case any more.
    .subject = Case { $number } was taken over

handover-declined =
    Your colleague can’t handle case { $number }.
    Ask somebody else.
    .subject = Case { $number }: ask somebody else

handover-why-out =
    You step out of case { $number } and will not see it again.
    Type why, for instance: this is my neighbour.

handover-stepped-out =
    You stepped out of case { $number }.
    You do not get to see it any more.

handover-refused-closed =
    Case { $number } is closed.
    Nobody changes it any more.

handover-refused-not-this-person =
    I can’t ask this colleague for case { $number }.

handover-refused-reason-needed =
    First type why you step out of case { $number }.

handover-refused-nobody-left =
    You can’t step out of case { $number } now.
    There is nobody else to read it.
    Call the school or the board: { $phone }.

## Buttons

button-handover-to = { $name }
button-handover-join = Handle it together
button-handover-whole = Hand it over
button-handover-out = I step out
