### /start and /taal: getting to know each other, tying an account to a person, choosing a language.

start-hello =
    Hello! I am { -bot }, the chat bot of your school.
    Do you have a code from school? Type /start followed by your code.
    No code? Ask your mentor for one.

start-welcome-pupil =
    Hello { $name }! I am { -bot }, the chat bot of your school. You now belong to class { $class }.
    Ask me anything about social media and school. I look up what the rules say.
    Has something happened? Type /meld.
    What you tell me is confidential, but never anonymous. I know which account a message comes from.

start-welcome-guardian =
    Hello { $name }! I am { -bot }, the chat bot of the school.
    Here you get messages meant for { $pupil_name } of class { $class }.
    You can also report something with /meld, or ask a question about social media and school.
    What you tell me is confidential, but never anonymous. I know which account a message comes from.

start-welcome-staff =
    Hello { $name }! I am { -bot }.
    I help with class groups, questions about the protocol, reports, and reaching every pupil.
    Type /help for everything I can do.
    What you tell me is confidential, but never anonymous. I know which account a message comes from.

start-not-encrypted =
    Good to know: this chat is not encrypted from end to end.
    The company behind this app is technically able to read along.
    Would you rather talk without a phone? Go to your mentor or the confidential counsellor.

start-already-bound =
    You are already signed up, { $name }. There is nothing you need to do.

start-code-unknown =
    I don't know this code. Check that you typed it correctly.
    Is it right after all? Ask school for a new one.

start-code-expired =
    This code is too old. Ask school for a new one.

start-code-used =
    This code has been used already. A code works only once.
    Wasn't that you? Tell school at once.

start-code-account-taken =
    This account already belongs to somebody else. Ask school for help.

start-too-many-tries =
    A wrong code was typed too many times. Wait an hour, or ask school for help.

start-group-code-seen =
    Never type a code in a group: somebody else could use it.
    That is why this code does not work any more.
    Ask school for a new one and send that to me in private.

## /taal

language-choose =
    Which language shall we speak?

language-chosen =
    All right. From now on I speak English.

language-unknown =
    I don't speak that language. Please choose one of these.
