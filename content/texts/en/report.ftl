### /meld: a report, from the first question to the case number. The help lines
### (common-help-lines) always come first.

report-confidential =
    It is good that you want to tell something. I will ask you a few short questions.
    What you write is confidential. Only those who handle your report read it.
    That is the school leader, or the confidential counsellor if you choose so. The mentor reads along only if you wish.
    Is it about the school leader? Then the board reads your report.
    Is it about somebody's personal data? Then the privacy officer reads along too.
    Your report is not anonymous: I know which account it comes from.

report-confidential-kept =
    What you write is confidential. The school leader has been told that there is a report, and can read what you wrote in the group.
    Would you rather have the confidential counsellor from here on? You can choose that in a moment.
    Your report is not anonymous: I know which account it comes from.

report-empty =
    I haven't read anything yet. Type what happened. One sentence is enough.

report-ask-where-else =
    Write in a few words where it happened.

report-danger-now =
    Is there danger right now? Call { $emergency }. Go to an adult you trust.
    After that you can go on here. I have kept what you wrote.

report-cannot-skip =
    I can't skip this question.

report-paused =
    We take a break. I keep what you wrote.
    Type /meld when you want to go on.

report-resumed =
    Good to see you again. We go on where we were.

report-still-open =
    You were telling me something. I have kept what you wrote.
    Do you want to go on? Type /meld.

report-already-open =
    You had already started a report. Do you want to go on, or start again?

report-nothing-open =
    You are not making a report now. Type /meld if you want to tell something.

report-stop-confirm =
    Do you want to stop? Then I erase everything you wrote for this report. Nobody will read it.
    Tap one of the buttons.

report-stop-confirm-case-stays =
    Do you want to stop? What you typed after /meld is a report at school already: case { $number }. It stays. Photos that you sent are part of it too.
    The other answers you gave me, I erase then.
    Tap one of the buttons.

report-stopped =
    I have erased all of this report. Nobody at school has read it.
    Your messages are still in this chat. You can remove those yourself.

report-stopped-case-stays =
    I stop asking. What you typed after /meld has been kept already, as case { $number }.
    Do you want to say something about it? Mention this number at school.

report-received =
    I have received your report and kept it. The case number is { $number }.
    { $reader ->
        [counsellor] The confidential counsellor now gets a message that there is a report.
        [board] The board of the school now gets a message that there is a report.
        [mentor] The mentor now gets a message that there is a report.
        [leader-and-mentor] The school leader and the mentor now get a message that there is a report.
        [privacy-officer] The privacy officer now gets a message that there is a report.
       *[leader] The school leader now gets a message that there is a report.
    }
    That message holds only the case number. What you wrote is not in it.
    Then somebody reads your report and looks at what is needed.
    Type /meldingen to see where it stands, or to add something.

report-privacy-too =
    It is about privacy too. That is why the privacy officer reads along.

report-few-readers =
    Few people at school can read reports right now. So please call school as well: { $phone }.

report-call-too =
    Do you hear nothing? Then call school: { $phone }.

report-inspector =
    You can also call the inspector for such matters (vertrouwensinspecteur): { $inspector }.

report-nobody-reachable =
    I have kept your report. The case number is { $number }.
    But I can't send a message to anybody at school now.
    So please call school yourself: { $phone }. Mention the case number.

## Typed in a group

report-group-moved =
    This does not belong in the group. I will go on about this in private.

report-group-remove-yourself =
    This does not belong in the group. Please remove your message here. I will go on in private.

report-moved-removed =
    You typed /meld in the group. I have removed your message there and kept it safely.
    Somebody may have seen it already. Here we go on without the group.

report-moved-still-there =
    You typed /meld in the group. I can't remove your message there. Please do that yourself.
    I have kept safely what you wrote. Here we go on without the group.
