### /mag: a question about the protocol. What each clause says stands in content/protocol.

ask-empty =
    What would you like to know? Type your question in one sentence.
    For example: may I put a photo of my class on Instagram?

ask-advice = { $advice }

ask-clause =
    Clause { $clause }, in our own words:
    { $text }

ask-clause-official =
    Clause { $clause }, as it stands in the protocol of the school:
    { $text }

ask-clause-unknown =
    There is no clause { $clause } in the protocol.

# Parts of the school's document that say themselves what they are: "voetnoot 2".
ask-passage =
    { $clause }, in our own words:
    { $text }

ask-passage-official =
    { $clause }, as it stands in the protocol of the school:
    { $text }

ask-passage-unknown =
    { $clause }: that is not in the protocol.

ask-picture-unseen = I do not look at what you send along. I read your words only.

ask-button-too-old = This button is too old. Ask your question again.

ask-distress =
    It is good that you tell this. You don't have to go through this alone.
    Is there danger right now? Call { $emergency }.
    Are you thinking about suicide? Call { $suicide_line }, free, day and night.
    Would you like to talk to somebody outside school? Call the Kindertelefoon: { $child_line }. It is free.
    Too hard to call? You can also chat, at kindertelefoon.nl.
    Do you want to tell school? Type /meld. That is confidential.
    I am a computer. Nobody at school reads along here.
