### The questions of a report (content/forms/report.toml).

form-behalf =
    Do you report for yourself or for a pupil?
button-behalf-self = For myself
button-behalf-pupil = For a pupil

form-pupil =
    For which pupil do you report?
    Type the code, such as 7B-14, or the name.

form-happened =
    What happened?
    Tell it in your own words.

form-where =
    Where did it happen?
button-where-whatsapp = WhatsApp
button-where-snapchat = Snapchat
button-where-instagram = Instagram
button-where-tiktok = TikTok
button-where-telegram-signal = Telegram or Signal
button-where-game = In a game
button-where-school = At school
button-where-other = Somewhere else

form-serious =
    How bad does it feel to you?
button-serious-not-so-bad = Not so bad
button-serious-bad = Quite bad
button-serious-very-bad = Very bad
button-serious-danger-now = There is danger now

form-kind =
    What is it most like?
button-kind-image = Photo or video passed on
button-kind-shaming = Shaming or leaving out
button-kind-threat = Threats or hate
button-kind-fake = Fake account
button-kind-hacked = Hacked account
button-kind-challenge = Dangerous challenge
button-kind-other = Something else

form-private =
    Was something private shared?
    Think of an address, a phone number or a password.
button-private-yes = Yes
button-private-no = No
button-private-unsure = I don’t know

form-about =
    Who is it about?
    Does somebody who works at school have a part in it? Then choose that button.
button-about-me = About me
button-about-pupil = Another pupil
button-about-staff = Somebody who works at school
button-about-other = Somebody else

form-who =
    Who at school is that?
button-who-leader = The school leader
button-who-mentor = The mentor
button-who-counsellor = The counsellor
button-who-other = Somebody else

form-colleague =
    What does that person do at school?
    That tells us who must not read this. The board is the boss of the school leader.
button-colleague-teacher = Another teacher
button-colleague-board = Somebody of the board
button-colleague-privacy = The privacy officer
button-colleague-other = Somebody else
button-colleague-unsure = I don’t know, or won’t say

form-abuse =
    Is it about touching, kissing, sex or nude photos?
    You don’t have to tell here what happened exactly.
button-abuse-yes = Yes
button-abuse-maybe = Maybe
button-abuse-no = No

form-inspector =
    It is good that you tell this. It is not the fault of the one it happens to.
    Your report goes to the board of the school alone, when you are done with the questions. The board has to ask for help at once.
    Do you want to talk to somebody yourself? Call the Kindertelefoon for free: { $child_line }.
    Or call the inspector for such matters (vertrouwensinspecteur) on a working day: { $inspector }.

form-inspector-board =
    It is good that you tell this. It is not the fault of the one it happens to.
    Nobody of the board reads your report.
    Do you want to talk to somebody yourself? Call the Kindertelefoon for free: { $child_line }.
    Call the inspector for such matters (vertrouwensinspecteur) on a working day: { $inspector }. The inspector does not work for your school.
    Or call the police: { $police_line }. Is there danger now? Call { $emergency }.

form-more =
    May I ask four more short questions?
    No is fine too.
button-more-yes = Yes
button-more-no = No

form-still =
    Is it still going on?
button-still-yes = Yes
button-still-no = No
button-still-unsure = I don’t know

form-since =
    Since when has it been going on?
    Choose a button or type it yourself.
button-since-today = Today
button-since-week = This week
button-since-month = This month
button-since-longer = Longer than that

form-evidence =
    Do you have evidence?
    For example a screenshot, a voice message or a link. You may send it here right away.
    Never send or keep a nude photo.
button-evidence-yes = Yes
button-evidence-no = No

form-known =
    Does anybody at school know this already?
button-known-yes = Yes
button-known-no = No
button-known-unsure = I don’t know

form-name =
    May we use your name while we solve this?
    If you say no, whoever reads your report does not see your name.
button-name-yes = Yes
button-name-no = No

form-reader =
    Who may read your report?
button-reader-leader = The school leader
button-reader-mentor = School leader and mentor
button-reader-counsellor = Rather the counsellor

form-unwanted =
    Is there anybody who must not read this?
button-unwanted-mentor = The mentor
button-unwanted-leader = The school leader
button-unwanted-counsellor = The counsellor
button-unwanted-nobody = No, nobody
