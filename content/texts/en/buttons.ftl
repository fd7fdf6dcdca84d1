### What stands on buttons: short, 30 characters at most.

button-yes = Yes
button-no = No
button-skip = Skip

## Keeping a case, and putting off a reminder

button-keep-90d = Keep it 90 days longer
button-keep-1y = Keep it a year longer
button-keep-hold = Do not destroy it
button-keep-free = It may be destroyed again
button-snooze-1h = In an hour
button-snooze-4h = In four hours
button-snooze-morning = Next school morning

## /taal

button-language-nl = Nederlands
button-language-nl-x-eenvoudig = Makkelijk Nederlands
button-language-en = English

## /mag

button-show-clause = Show clause { $clause }
# A part that says itself what it is: "voetnoot 2".
button-show-passage = Show { $clause }
button-answer = { $answer }
button-answer-after-all = Answer my question anyway
button-correct = Not right
button-back-to-answer = Back to the answer
button-report = I want to report something

## /meld

button-back = Previous question
button-pause = Pause
button-resume = Go on
button-start-over = Start again
button-stop = Stop and erase
button-stop-erase = Yes, erase everything
button-keep-going = No, go on
button-continue-private = Go on in private

## /bericht

button-read = Read
button-confirm = Yes, I have read it
button-spoken = Spoken
button-not-reached = Not reached
button-case-open = Case { $number }
button-case-plan = Steps
button-case-talk = Write to the reporter
button-case-evidence = Evidence
button-case-keep = Keeping
button-case-dossier = Dossier
button-case-handover = Hand over

## /meldingen

button-own-add = Add something
button-own-read = Read the talk
button-own-answer = Answer
button-own-answers = Yes, this is my answer
button-own-no-answer = No, it is something else
button-own-ready = Done
button-own-older = Show the others
button-own-wipe = Wipe on my side
button-own-wipe-yes = Yes, wipe on my side
button-own-keep = No, leave it

## Writing to the reporter

button-talk-all = Read the whole talk
button-talk-send =
    { $role ->
        [schoolleider] Send as school leader
        [vertrouwenspersoon] Send as counsellor
        [bestuurder] Send as board
        [fg] Send as privacy officer
        [mentor] Send as mentor
       *[medewerker] Send without my name
    }
button-talk-send-named = Send with my name
button-talk-stop = Send nothing

## Evidence

button-evidence-shows-no = No, nobody
button-evidence-shows-yes = Yes
button-evidence-shows-unsure = I don’t know
button-evidence-use = Use the one I sent
button-evidence-go-on = Go on with my report
button-evidence-for = Case { $number }
button-evidence-see = See { $item }
button-evidence-remove = Remove { $item }
button-evidence-remove-yes = Yes, remove
## /zaak, links and removal

button-case-links = Links and removal
button-links-add = Add a link
button-links-back = Back to all links
button-link = Link { $item }
button-link-asked = Asked for
button-link-removed = Removed
button-link-refused = Refused
button-link-no-answer = No answer yet
button-link-back = It is there again
button-link-dropped = Do not keep
button-link-later-4 = Look in 4 hours
button-link-later-24 = Look tomorrow
button-link-later-72 = Look in 3 days
button-report-form = Open the page to report
button-fast-helpwanted = Helpwanted
button-fast-take-it-down = Take It Down
button-site-snapchat = Snapchat
button-site-tiktok = TikTok
button-site-instagram = Instagram
button-site-whatsapp = WhatsApp
button-site-x = X
button-site-discord = Discord
button-site-telegram = Telegram
button-site-signal = Signal
button-site-youtube = YouTube
button-site-facebook = Facebook
button-site-game = In a game
button-site-other = Somewhere else

## /zaak, appeal to classes

button-appeal = Appeal { $item }
button-appeal-new = Appeal to classes
button-appeal-this = Choose this text
button-appeal-class = Class { $class }
button-appeal-chosen = Chosen: { $class }
button-appeal-ask = Ask for approval
button-appeal-revoke = Take it back
button-appeal-view = See the appeal
button-appeal-approve = Approve and post
button-appeal-decline = Do not post
