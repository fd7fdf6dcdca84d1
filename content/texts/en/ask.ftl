### /mag: a question about the protocol. What each clause says stands in content/protocol.

ask-empty =
    What would you like to know? Type your question in one sentence.
    For example: may I put a photo of my class on Instagram?

ask-advice = { $advice }

ask-answer =
    { $verdict ->
        [mag] Yes, that is allowed.
        [mag_mits] That is allowed only on a condition.
        [mag_niet] No, that is not allowed.
        [afgeraden] You had better not do that.
        [overleg] Talk it over first.
       *[info] This is what the protocol says.
    }
    { $rule }
    You find this in clause { $clauses } of the protocol.

ask-answer-instead =
    { $verdict ->
        [mag] Yes, that is allowed.
        [mag_mits] That is allowed only on a condition.
        [mag_niet] No, that is not allowed.
        [afgeraden] You had better not do that.
        [overleg] Talk it over first.
       *[info] This is what the protocol says.
    }
    { $rule }
    What can you do instead? { $instead }
    You find this in clause { $clauses } of the protocol.

ask-clause =
    Clause { $clause }, in our own words:
    { $text }

ask-clause-official =
    Clause { $clause }, as it stands in the protocol of the school:
    { $text }

ask-clause-unknown =
    There is no clause { $clause } in the protocol.

ask-silent-pupil =
    The protocol says nothing about this. I don't make up rules.
    Ask your mentor or your teacher.

ask-silent-guardian =
    The protocol says nothing about this. I don't make up rules.
    Please ask the mentor or the teacher.

ask-silent-staff =
    The protocol says nothing about this. I don't make up rules.
    Is it about something you want to publish? Ask your manager first (clause 9.C.11).

ask-missing-fact =
    That depends. There is one thing I still need to know.
    { $question }

ask-unsure-pupil =
    I am not sure that I understand your question. So I don't say whether it is allowed.
    Ask your mentor, or put your question in other words.

ask-unsure-guardian =
    I am not sure that I understand your question. So I don't say whether it is allowed.
    Ask the mentor, or put your question in other words.

ask-unsure-staff =
    I am not sure that I understand your question. So I don't say whether it is allowed.
    Put your question in other words, or go to your manager (clause 9.C.11).

ask-did-you-mean =
    Do you perhaps mean one of these subjects?

ask-distress =
    What you write sounds serious. You don't have to go through this alone.
    Is there danger right now? Call { $emergency }.
    Are you thinking about suicide? Call { $suicide_line }, free, day and night.
    Would you like to talk to somebody outside school? Call the Kindertelefoon: { $child_line }. It is free.
    Do you want to tell school? Type /meld. That is confidential.

ask-offer-report =
    It looks as if something has happened. Do you want to report it? That is confidential.
