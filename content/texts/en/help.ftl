### /help: what the bot can do, with a text for each kind of person.

help-pupil =
    This is what you can do with me:
    /mag and your question: I look up what the school rules say.
    /meld: tell in confidence what happened.
    /meldingen: see where your reports stand, and add something.
    /taal: choose another language.
    You may also just type a question.

help-guardian =
    This is what you can do with me:
    /mag and your question: I look up what the school rules say.
    /meld: tell in confidence what happened.
    /meldingen: see where your reports stand, and add something.
    /taal: choose another language.

help-staff =
    This is what you can do with me:
    /mag and your question: I look up what the protocol says.
    /bericht and your text, in the group of your class: every pupil gets it.
    /bereik: see who has been reached, how, and who has not.
    /vrijstellen, a pupil and your reason: this pupil need not get the message.
    /koppel and the class, in a group: from then on the group belongs to the class.
    /ontkoppel, in that group: from then on it no longer belongs to the class.
    /meld: report in confidence what happened.
    /meldingen: see where your own reports stand.
    /taal: choose another language.

help-case-handler =
    You handle reports. For that you also have:
    /zaken: your open cases, and what has to be done.
    /zaken closed: the cases that are over.
    /zaak and the number: read one report.

help-figures =
    /cijfers and a school year: how many reports there were, without persons.

help-unbound =
    I am { -bot }, the chat bot of the school.
    Type /start followed by the code you got from school. Then I can help you.
    You may already ask a question about social media and school. Type /mag and your question.
    Do you want to report something? You may do that already too. Type /meld.
    Did you report something? Type /meldingen to see where it stands.

help-group =
    In this group I post messages from school.
    Do you have a question, or something to report? Send me a private message.
