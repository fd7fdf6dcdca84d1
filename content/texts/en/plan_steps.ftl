### What is recorded in each step of a case (content/steps/plan.toml): the name of each item, which
### stands on its button as well, and what to do. For people under pressure: short, one thing at a time.

## Steps

button-plan-step-1 = Step 1: how serious it is
button-plan-step-2 = Step 2: collect information
button-plan-step-3 = Step 3: offence or not
button-plan-step-4 = Step 4: stop the snowball
button-plan-step-5 = Step 5: tell those involved
button-plan-step-6 = Step 6: communication
button-plan-step-7 = Step 7: look back and close

## Answers

button-plan-is-yes = Yes
button-plan-is-no = No
button-plan-is-unknown = I do not know
button-plan-is-not-serious = Not serious
button-plan-is-serious = Serious
button-plan-is-very-serious = Very serious
button-plan-is-none = None
button-plan-is-some = Low
button-plan-is-high = High
button-plan-is-in-case = In this case
button-plan-is-elsewhere = Somewhere else
button-plan-is-not = No offence
button-plan-is-possible = Possibly an offence
button-plan-is-punishable = An offence
button-plan-is-agreed = I agree
button-plan-is-not-agreed = I do not agree
button-plan-is-pupil = Pupil
button-plan-is-staff = Colleague
button-plan-is-school = School
button-plan-is-several = More than one
button-plan-is-family = Pupil or parents
button-plan-is-self = The colleague
button-plan-is-both = Both
button-plan-is-nobody = Nobody
button-plan-is-warning = Warning
button-plan-is-suspension = Suspension
button-plan-is-removal = Removal from school
button-plan-is-reprimand = Reprimand
button-plan-is-dismissal = Dismissal
button-plan-is-instant-dismissal = Instant dismissal
button-plan-is-partly = Partly
button-plan-is-quiet = It is quiet
button-plan-is-busy = More is coming
button-plan-is-safe = Safe
button-plan-is-unsafe = Not safe
button-plan-is-no-parents = Not about parents
button-plan-is-spokesperson = The spokesperson
button-plan-is-release = A press release
button-plan-is-unfounded = Unfounded
button-plan-is-solved = Solved
button-plan-is-handled = Handled
button-plan-is-offence = An offence, told the police

## Items

button-plan-danger = Stop the danger of now
plan-how-danger =
    The reporter wrote that there is danger now.
    Call { $emergency } if that is still so.
    Tap Done when everybody is safe.

button-plan-board = Tell the board
plan-how-board =
    It may be sexual abuse by somebody of the school.
    The board has to hear that at once and directly.
    That is the law: not by way of anybody else.
    Talk about it with nobody else.

button-plan-inspector = Call the inspector
plan-how-inspector =
    The board calls the confidential inspector at once: { $inspector }.
    That is a legal duty.
    Is it about the board? Then whoever reads the case calls.
    Do not question the child yourself.

button-plan-severity = Decide how serious it is
plan-how-severity =
    How serious is this case?
    You decide, not the reporter.
    In doubt? Choose the more serious one.

button-plan-privacy = Is privacy touched?
plan-how-privacy =
    Is it about data or pictures of people?
    Think of names, photos, marks or health.
    Not sure? Choose: I do not know.
    Then we ask the privacy officer (FG).

button-plan-fg-told = Tell the privacy officer (FG)
plan-how-fg-told =
    Tell the privacy officer (FG) now what you know.
    The FG is the data protection officer.
    Call rather than mail.

button-plan-leak = Is it a data leak?
plan-how-leak =
    Are data of people lost, stolen or leaked?
    Or did somebody read them who may not?
    Decide this together with the FG.

button-plan-aware = When was it discovered?
plan-how-aware =
    When did the school first hear of the leak?
    From then on the school has 72 hours.
    Type day and time, such as 23-11-2026 09:30.
    Yesterday 14:00 is fine as well.

button-plan-leak-nature = What was leaked
plan-how-leak-nature =
    What happened to the data?
    Type it in a few sentences.
    Do you not know all yet? Add it later.

button-plan-leak-people = Whose data, and how many
plan-how-leak-people =
    Whose data are they, and of how many people?
    A rough number is enough.
    Name kinds of people, no names.

button-plan-leak-effects = Possible consequences
plan-how-leak-effects =
    What can go wrong for these people?
    Think of bullying, shame or abuse.

button-plan-leak-measures = What we do about it
plan-how-leak-measures =
    What did the school do to limit the harm?
    And what is it still going to do?

button-plan-leak-contact = Whom the AP can call
plan-how-leak-contact =
    Whom can the data protection authority (AP) ask?
    Mostly that is the FG.
    Type name, phone and mail address.

button-plan-leak-risk = Risk for people
plan-how-leak-risk =
    How big is the risk for these people?
    Ask the FG for advice.
    With a high risk they must be told.

button-plan-leak-ap = Tell the AP
plan-how-leak-ap =
    Was the leak told to the authority?
    That is the AP, Autoriteit Persoonsgegevens.
    The FG does that on the website of the AP.
    Choose No only with a good reason.

button-plan-leak-register = Leak in the register
plan-how-leak-register =
    Put each leak in the register of the school.
    A small leak as well.
    Also when you do not report it.

button-plan-leak-persons = Tell the people themselves
plan-how-leak-persons =
    Tell the people themselves what was leaked.
    Say also what they can do now.
    Write it in plain words.

button-plan-facts = Write down a fact
plan-how-facts =
    Type one fact: what was seen, heard or read?
    Write also from whom you know it.
    What somebody thinks of it belongs to opinions.

button-plan-opinions = Write down an opinion
plan-how-opinions =
    Type what somebody thinks, feels or suspects.
    Add who says so.
    That keeps it apart from the facts.

button-plan-timeline = Add to the timeline
plan-how-timeline =
    What happened when?
    I ask the moment first, then the event.

button-plan-evidence = Is the evidence kept?
plan-how-evidence =
    Where is the evidence?
    Never keep nude images of children.
    Write down where and when it stood instead.

button-plan-offence = Is it an offence?
plan-how-offence =
    Can this be an offence?
    Think of threats, slander, stalking or hacking.
    You need not be a judge.
    A second person looks with you.

button-plan-offence-second = Second person: an offence?
plan-how-offence-second =
    A colleague decided whether this is an offence.
    Read the choice and the reason.
    Do you agree?

button-plan-board-police = Police report by the board
plan-how-board-police =
    Is there a reasonable suspicion of abuse?
    Then the board has to file a report with the police.
    Also when parents or child do not want that.

button-plan-confronted = Talk with who did it
plan-how-confronted =
    Talk with who did it.
    Put the facts on the table, without opinions.
    Do not tell who reported it.

button-plan-aftercare = Arrange aftercare
plan-how-aftercare =
    Who looks after the pupil or colleague now?
    Think of the mentor or the counsellor.
    Type who does it and when.

button-plan-registered = Register it
plan-how-registered =
    Put the event in the system of the school.
    Where you always do that.

button-plan-police-told = Let the police know?
plan-how-police-told =
    Do you want to let the police know anyway?
    You may, also when it is no offence.

button-plan-police-asked = Ask the police
plan-how-police-asked =
    You are in doubt whether this is an offence.
    Call { $police_line } and tell what happened.
    Ask for the contact of your school.

button-plan-police-answer = What the police say
plan-how-police-answer =
    What did the police say?
    Type also with whom you spoke.
    Is it an offence after all? Then choose so in this step.

button-plan-victim = Who is the victim?
plan-how-victim =
    Who suffers from it?
    After that I show what has to be done.

button-plan-pupil-talk = Talk with the parents
plan-how-pupil-talk =
    Talk with the pupil and the parents.
    Ask whether they want to go to the police.
    School and parents can both do that.
    First see in step 5 whether that is safe.

button-plan-pupil-police = Police report for the pupil
plan-how-pupil-police =
    Who files a report with the police?
    Does nobody? Then I ask why.

button-plan-pupil-news = Agreement with the parents
plan-how-pupil-news =
    How do school and parents keep each other informed?
    Type who calls whom, and when.

button-plan-staff-talk = Talk with the colleague
plan-how-staff-talk =
    Talk with your colleague who is the victim.
    Ask whether they want to go to the police.
    School and colleague can both do that.

button-plan-staff-police = Police report for colleague
plan-how-staff-police =
    Who files a report with the police?
    Does nobody? Then I ask why.

button-plan-staff-news = Agreement with the colleague
plan-how-staff-news =
    How do you keep each other informed?
    Type who calls whom, and when.

button-plan-school-police = Police report by the school
plan-how-school-police =
    The school itself is the victim.
    The school leader files a report with the police.
    Tap Done when that has happened.

button-plan-school-news = Agreement with the police
plan-how-school-news =
    How does the school hear more from the police?
    Type who calls, and with whom.

button-plan-support = Support for the victim
plan-how-support =
    Who supports the victim?
    Type who it is and when you talk again.

button-plan-measure-for = Is a measure needed?
plan-how-measure-for =
    Does somebody get a measure from the school?
    First listen to the person it is about.

button-plan-measure-pupil = Measure for the pupil
plan-how-measure-pupil =
    Which measure does the pupil get?
    I ask for the reason after that.

button-plan-filed-pupil = Letter in the pupil’s file
plan-how-filed-pupil =
    Put the letter in the file of the pupil.
    Then tap Done.

button-plan-measure-staff = Measure for the colleague
plan-how-measure-staff =
    Which measure does your colleague get?
    First consult the board.
    I ask for the reason after that.

button-plan-filed-staff = Letter in the staff file
plan-how-filed-staff =
    Put the letter in the staff file.
    Then tap Done.

button-plan-spread = Is something going round?
plan-how-spread =
    Are messages or images being passed on?
    Not sure? Choose: I do not know.
    Then we watch closely in the first hours.

button-plan-account = Is the account safe again?
plan-how-account =
    An account was hacked.
    Help with a new password and an extra code.
    Have it logged out everywhere.
    Tap Done when the account is safe again.

button-plan-image-help = Help with a nude image
plan-how-image-help =
    Is it a nude image? Then call Helpwanted.
    They help to have it removed: { $helpwanted }.
    Never look at, keep or send the image yourself.
    Tap Done when the victim has this number.

button-plan-holders = Ask: do not pass it on
plan-how-holders =
    Ask who has it not to pass anything on.
    Ask them to delete it as well.
    I can ask whole classes, under Links.
    Add that reporting is always allowed.

button-plan-links = Have places removed
plan-how-links =
    Put each place where it stands in the list of links.
    There you see how to ask for removal.
    Tap Done when all places are in it.

button-plan-gone = Is everything gone?
plan-how-gone =
    Look at each place whether it is gone.
    Is something still there? Ask again.
    This stays open until everything is gone.
    Is that not possible? Tap Not needed and type why.

button-plan-watch-1 = Look after 1 hour
plan-how-watch-1 =
    Have a good look round 1 hour after the start.
    Does more come up? Or is it quiet?

button-plan-watch-4 = Look after 4 hours
plan-how-watch-4 =
    Have a good look round 4 hours after the start.
    Does more come up? Or is it quiet?

button-plan-watch-24 = Look after 24 hours
plan-how-watch-24 =
    Have a good look round 24 hours after the start.
    Does more come up? Or is it quiet?

button-plan-safe = Is telling parents safe?
plan-how-safe =
    Is it safe to tell parents about this?
    Think of danger at home: honour, violence, punishment.
    In doubt? Then choose Not safe.
    First talk with the counsellor.

button-plan-parents-told = Tell the parents
plan-how-parents-told =
    Tell parents what you know and what comes next.
    Do not name other children.
    I ask who heard it, what, from whom and when.

button-plan-told = Tell somebody involved
plan-how-told =
    Who has to know what is going on?
    Tell what is known and what happens now.
    I ask who heard it, what, from whom and when.

button-plan-message = Is a message needed?
plan-how-message =
    Does the school have to tell a group of people?
    Do you choose No? Then I ask why.

button-plan-advice = Ask for advice
plan-how-advice =
    Ask the communications officer or the FG for advice.
    Type who gave it and what it is.

button-plan-wording = Text of the message
plan-how-wording =
    Type the text as it will be sent.
    There is one text, the same for all.
    Put no names in it.

button-plan-wording-second = Second person: text
plan-how-wording-second =
    A colleague wrote this text.
    Read it calmly, as a parent would.
    May it go out like this?

button-plan-internal = First tell it inside
plan-how-internal =
    Tell your own team first.
    Only then others.
    Tap Done when the team knows.

button-plan-external-wanted = Outside as well?
plan-how-external-wanted =
    Do people outside the school have to hear this?
    Think of all parents, neighbours or the press.

button-plan-external = Tell it outside
plan-how-external =
    Send the agreed text outside.
    Do not change it any more.
    Tap Done when it has gone.

button-plan-press = Who talks to the press?
plan-how-press =
    Only the spokesperson talks to the press.
    Or there is a press release.
    All others pass questions on.

button-plan-told-again = Tell them again
plan-how-told-again =
    Is it solved, or does a new phase begin?
    Then tell those who heard it before.
    I ask who heard it, what, from whom and when.

button-plan-worked = Did it work?
plan-how-worked =
    Look back when it is quiet.
    Did the rules and what you did work?

button-plan-lesson = What do we learn?
plan-how-lesson =
    What went well? What can be better?
    Type it in a few sentences, without names.

button-plan-improvements = Agree on an improvement
plan-how-improvements =
    What are you going to do differently?
    I ask what, who does it and by which day.

button-plan-outcome = How does it end?
plan-how-outcome =
    Choose how the case ends.
    Then a second person has a look.
    Only then the case is closed.

button-plan-closing = Second person: close
plan-how-closing =
    A colleague wants to close this case.
    See whether everything was done.
    Do you agree? Then the case is closed.

## The parts of an entry, asked one by one

plan-part-fact =
    Which fact?

plan-part-opinion =
    Which opinion?

plan-part-moment =
    When was that?
    Type day and time.

plan-part-event =
    What happened then?

plan-part-person =
    Who was told?

plan-part-told =
    What was told?

plan-part-teller =
    Who told it?

plan-part-improvement =
    What are you going to do differently?

plan-part-owner =
    Who sees to it?

plan-part-day =
    By which day is it done?
