### E-mail aan ouders en verzorgers, in makkelijk Nederlands. In het onderwerp staat nooit waar het
### over gaat of over wie.

mail-notice =
    Hallo, ouder of verzorger van { $pupil_name }.

    { $sender } heeft een bericht voor klas { $class }.
    { $pupil_name } krijgt het niet op de telefoon.
    Daarom krijgt u een e-mail.

    { $text }

    Hebt u dit gelezen?
    Zeg het dan tegen { $sender }.

    Groeten van { $school }
    .subject = Bericht van { $school }

mail-notice-link =
    Hallo, ouder of verzorger van { $pupil_name }.

    { $sender } heeft een bericht voor klas { $class }.
    { $pupil_name } krijgt het niet op de telefoon.
    Daarom krijgt u een e-mail.

    { $text }

    Hebt u dit gelezen?
    Klik dan op deze regel:
    { $link }

    Groeten van { $school }
    .subject = Bericht van { $school }

## De pagina achter de link

mail-page-title = Bericht van { $school }

mail-page-question =
    Hebt u het bericht van { $school } gelezen?
    Klik dan op de knop.

mail-page-confirmed =
    Dank u wel.
    Wij weten nu dat u het hebt gelezen.

mail-page-unknown =
    Deze pagina kennen wij niet.
    Bel de school.
