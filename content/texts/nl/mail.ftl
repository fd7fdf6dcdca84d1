### E-mail aan ouders en verzorgers, en de pagina achter de knop in die mail. `.subject` is het
### onderwerp: daarin staat nooit waar het over gaat of over wie.

mail-notice =
    Beste ouder of verzorger van { $pupil_name },

    { $sender } heeft een bericht voor klas { $class }. { $pupil_name } krijgt het niet in de groep op de telefoon. Daarom krijgt u het per e-mail.

    { $text }

    Hebt u dit gelezen? Laat het weten aan { $sender }.

    Met vriendelijke groet,
    { $school }
    .subject = Bericht van { $school }

mail-notice-link =
    Beste ouder of verzorger van { $pupil_name },

    { $sender } heeft een bericht voor klas { $class }. { $pupil_name } krijgt het niet in de groep op de telefoon. Daarom krijgt u het per e-mail.

    { $text }

    Hebt u dit gelezen? Bevestig het op deze pagina:
    { $link }

    Met vriendelijke groet,
    { $school }
    .subject = Bericht van { $school }

## De pagina achter de link

mail-page-title = Bericht van { $school }

mail-page-question =
    Hebt u het bericht van { $school } gelezen? Bevestig het met de knop.

mail-page-confirmed =
    Dank u wel. Wij weten nu dat u het bericht gelezen hebt.

mail-page-unknown =
    Deze link kennen wij niet. Neem contact op met school.
