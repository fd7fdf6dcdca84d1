### The dossier of a case (/zaak N dossier), as it comes on paper. Always in the language of the
### school. A reporter who does not want to be named gets no name in it.

dossier-title = Dossier of case { $number }

dossier-header = Confidential: dossier of case { $number }

dossier-page = Page

dossier-school = School

dossier-number = Case number

dossier-opened = Reported on

dossier-status = Status

dossier-status-now =
    { $status ->
        [read] Read
        [in-hand] Being handled
        [closed] Closed
       *[received] Not read yet
    }

dossier-closed = Closed on

dossier-outcome = Ending

dossier-reporter = Reporter

dossier-reporter-unnamed = The reporter (name withheld)

dossier-reporter-unknown = The reporter is not on the school’s list

dossier-reporter-pupil = { $name } of class { $class }

dossier-handlers = Handled by

dossier-nobody = Nobody

dossier-made = Dossier made on

dossier-made-for = At the request of

dossier-administrator = The administrator, on the command line

dossier-the-bot = Groepsmaat

dossier-person-left = Somebody who is not on the school’s list any more

dossier-note-confidential =
    This dossier is confidential. Give it only to who needs it. That it was made stands in the log.

dossier-note-unnamed =
    The reporter does not want to be named. Groepsmaat leaves the name out everywhere. Words that somebody wrote may still hold a name.

dossier-note-times =
    All times are those of { $zone }. People’s words stand as they were written. A sign that can’t be printed stands by its name between ⟦ and ⟧.

dossier-when = When

dossier-what = What

dossier-who = Who

dossier-line = Line

dossier-about = About

dossier-timeline = Timeline

dossier-event =
    { $event ->
        [opened] The report came in.
        [completed] The report was completed.
        [told-more] The reporter added something.
        [wiped-by-reporter] The reporter wiped the case on their own side.
        [passed-on] This person was asked to read the report.
        [not-told] This handler could not be told.
        [nobody-left] Everybody who may read the report was asked. Nobody had read it.
        [phone-given] Nobody at school could be reached. The reporter was given the school’s phone number.
        [naked-not-taken] A picture may have shown somebody naked. It was not taken in.
        [link-added] Links were added.
        [link-typed] Words that are no link themselves were added to the links.
        [link-reminded] Reminder sent: look whether everything is gone.
        [handover-accepted] Handles the case from here on.
        [handover-declined] Does not want to handle the case.
        [left] Does not work here any more.
        [stepped-out] Stepped out of the case. The reason stands with the steps.
        [kept-longer] The case is kept longer.
        [hold-begun] The case must not be destroyed for the time being.
        [hold-ended] The case may be destroyed again.
        [warned] Notice sent: the case will soon be destroyed.
        [reminded-quiet] Reminder sent: nothing happened in the case for some days.
        [reply] A message to the reporter
        [snoozed] Put off a reminder
        [talk] The conversation with the reporter
        [links] The links
        [appeal] The appeals to classes
        [evidence] The evidence
        [handover] Who handles the case
        [keep] How long the case is kept
        [dossier] Asked for in a conversation with Groepsmaat
        [command-line] Asked for on the command line
       *[plan] The plan
    }

dossier-event-asked = Asked { $name } to handle the case.

dossier-event-passed-on = Asked to read the report: { $name }

dossier-event-evidence =
    { $what ->
        [received] Evidence { $count } came in.
        [viewed] Evidence { $count } was opened.
        [removed] Evidence { $count } was removed.
       *[itself] Evidence { $count }
    }

dossier-event-link =
    Link { $item }: { $what ->
        [typed] mentioned.
        [noted] kept.
        [dropped] not kept.
        [asked] removal asked for.
        [refused] refused.
        [removed] removed.
        [back] there again.
        [later] to be looked at again later.
        [reminded] reminder sent.
       *[no-answer] no answer yet.
    }

dossier-event-plan = Plan: { $what }

dossier-event-reminded = Reminder sent: { $what }

dossier-event-term = The time for which it was kept is over. Ending: { $what }

dossier-event-other = Recorded: { $text }

dossier-item-gone = Something that is no longer in the plan ({ $text })

dossier-item-gone-waived = Waived, and no longer in the plan ({ $text })

dossier-spread = Links and appeals

dossier-link = Link { $item }: { $platform }

dossier-appeal-classes = Classes: { $classes }

dossier-appeal-promised = Class { $class }: not posted yet.

dossier-appeal-accepted = Class { $class }: posted on { $time }.

dossier-appeal-refused = Class { $class }: could not be posted, on { $time }.

dossier-appeal-no-group = Class { $class }: not posted. This class has no group.

dossier-in-place = In place of: { $role }
dossier-stepped-out = Stepped out of the case

dossier-was-held = Was not to be destroyed for some time

dossier-event-said = A message in the conversation with the reporter

dossier-report = The report

dossier-report-empty = The reporter has told nothing yet.

dossier-not-told = Not told

dossier-talk = Conversation with the reporter

dossier-talk-empty = There was no conversation with the reporter.

dossier-steps = Steps and decisions

dossier-steps-empty = Nothing was recorded in the steps yet.

dossier-record = Step { $step }: { $what }

dossier-record-waived = Waived in step { $step }: { $what }

dossier-record-earlier = Corrected later in step { $step }: { $what }

dossier-reason = Reason: { $text }

dossier-open = Not recorded yet: { $count }

dossier-evidence = Evidence

dossier-evidence-empty = There is no evidence with this case.

dossier-evidence-kept =
    Each piece is kept encrypted. The checksum (SHA-256) is that of the file as it came in.

dossier-piece =
    Evidence { $count }: { $kind ->
        [picture] picture
        [sound] sound
        [film] film
        [letter] pdf
       *[other] file
    } ({ $media }), { $bytes } bytes

dossier-piece-removed =
    The file was removed on { $time }. Only these facts are left.

dossier-piece-number = Evidence

dossier-readers = Who saw or changed this case

dossier-readers-intro =
    These are the lines of the log about this case. The numbers count on over all cases of the school.

dossier-deed =
    { $deed ->
        [opened] The case was opened.
        [viewed] Looked at the case.
        [changed] Recorded something.
        [told] Something was told.
        [exported] Had a dossier made.
        [refused] Wanted to see it and was refused.
        [closed] Closed the case.
        [destroyed] The case was destroyed.
       *[other] Something else: { $deed }
    }

dossier-keeping = How long this case is kept

dossier-keeping-plain = A case is not destroyed before it is closed.

dossier-goes = Will be destroyed on { $date }

dossier-kept-until = Kept longer, until { $date }

dossier-held-until = Must not be destroyed before { $date }

dossier-proof = Proof that the log is whole

dossier-proof-intro =
    Each line of the log carries the checksum of the line before it. Keep this checksum: by it a later change or a line taken away is found. The administrator verifies it with: groepsmaat case verify-log --head CHECKSUM

dossier-head = Checksum of line { $line }

dossier-made-notice =
    A dossier of case { $number } was made, on the administrator’s computer.
    Did you not know? Then ask the administrator why.
    .subject = Dossier made of case { $number }

dossier-coming =
    I am making the dossier of case { $number }. That stands in the log now. It comes here in a moment.

dossier-here =
    This is the dossier of case { $number }. Keep it where nobody else can see it, and erase this message then.

dossier-not-made =
    I could not make the dossier of case { $number }. Ask the administrator for groepsmaat case export.

dossier-not-sent =
    I could not send you the dossier of case { $number }. I erased it again.
