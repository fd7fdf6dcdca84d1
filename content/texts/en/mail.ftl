### E-mail to parents and carers, and the page behind the link in it. `.subject` is the subject:
### it never says what or whom the message is about.

mail-notice =
    Dear parent or carer of { $pupil_name },

    { $sender } has a message for class { $class }. { $pupil_name } does not get it in the group on the phone. That is why we send it to you by e-mail.

    { $text }

    Have you read this? Please let { $sender } know.

    Kind regards,
    { $school }
    .subject = Message from { $school }

mail-notice-link =
    Dear parent or carer of { $pupil_name },

    { $sender } has a message for class { $class }. { $pupil_name } does not get it in the group on the phone. That is why we send it to you by e-mail.

    { $text }

    Have you read this? Please confirm it on this page:
    { $link }

    Kind regards,
    { $school }
    .subject = Message from { $school }

## The page behind the link

mail-page-title = Message from { $school }

mail-page-question =
    Have you read the message from { $school }? Please confirm it with the button.

mail-page-confirmed =
    Thank you. We now know that you have read the message.

mail-page-unknown =
    We don't know this link. Please contact the school.
