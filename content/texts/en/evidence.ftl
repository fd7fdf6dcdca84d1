### Evidence with a report: photos, sound and files. Before anything comes in, the bot always asks
### whether somebody on it is naked (evidence-ask-naked).

evidence-ask-naked =
    Before I take anything from you, I have to know one thing.
    Is anybody naked or nearly naked in what you want to send?

evidence-naked =
    Then I do not take it in. Having a naked photo of somebody under 18 is a crime. That goes for the school too.
    So do not keep it and do not pass it on. You did nothing wrong by telling this.
    Do write down in which app you saw it, from which account, the link, and at what time.
    Helpwanted helps you to get it removed: { $helpwanted }, free, and without your name. You reach the police at { $police_line }, or in danger at { $emergency }.
    Your report simply goes on.

evidence-send-now =
    Good that you say so. Send your photos, sound or files now, one by one.
    Did you send something already? Send it once more, or tap the button.

evidence-fetching =
    I am fetching it now. You will hear when it is kept.

evidence-kept =
    { $count ->
        [one] That is kept safely. There is now { $count } file with your report.
       *[other] That is kept safely. There are now { $count } files with your report.
    }

evidence-refused =
    { $why ->
        [too-big] That file is too large. I take files up to 20 MB. Send a shorter video, or a screenshot.
        [archive] That is a packed file, or a document with other files in it. I do not open those. Send the photos one by one, or make a pdf of it.
        [wrong-kind] I do not take that kind of file, whatever it is called. I take photos, sound, a short video (mp4) and pdf.
        [empty] That file is empty. See whether it opens on your phone, and send it once more.
        [endless] That file did not come to an end. Send a shorter recording.
        [file-gone] I cannot fetch that file any more. Send it once more.
       *[other] I cannot fetch that file. Send it once more, or make a screenshot of it.
    }

evidence-too-many =
    That is more than I can keep with one report. Choose the 30 that matter most. I keep what I have already.

evidence-not-from-group =
    I do not take a photo or a file from a group. Send it here later, in our private chat.

evidence-no-file =
    This is no file that I can keep. Send a photo, sound, a short video or a pdf. Or tell it in words.

evidence-which-case =
    Which report does this belong to?

## For who handles a case

evidence-list =
    { $count ->
        [0] There is no evidence with case { $number }.
        [one] There is { $count } file with case { $number }.
       *[other] There are { $count } files with case { $number }.
    }

evidence-line =
    { $kind ->
        [picture] File { $item }: photo, { $size } kB.
        [sound] File { $item }: sound, { $size } kB.
        [film] File { $item }: video, { $size } kB.
        [letter] File { $item }: pdf, { $size } kB.
       *[other] File { $item }: { $size } kB.
    }
    { $by ->
        [reporter] Received on { $time }, from the reporter.
       *[name] Received on { $time }, from { $by }.
    }
    SHA-256 begins with { $hash }.

evidence-words =
    Written with it: { $text }

evidence-line-removed =
    The file was removed on { $date }.

evidence-naked-told =
    The reporter says that somebody may be naked in a photo. That photo was not taken in.
    Do not ask for it. Ask the police what is needed: { $police_line }.

evidence-not-sent =
    I cannot send you file { $item } of case { $number }. Ask the administrator to look in the log of the bot.

evidence-remove-confirm =
    Remove file { $item } of case { $number }? Then nobody can open it any more. The case still shows that it was there.
    Is it criminal material? Then ask the police first: { $police_line }.

evidence-removed =
    File { $item } of case { $number } is removed.

evidence-held =
    This case has to be kept until { $date }. Until then nobody can remove a file from it.
