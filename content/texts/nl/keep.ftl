### Hoe lang een zaak bewaard blijft, en wanneer hij weggaat. Alles wat hier staat, is voor wie de zaak behandelt.

keep-open =
    Zaak { $number } is nog niet afgesloten. Tot dan blijft alles bewaard.

keep-goes =
    Zaak { $number } wordt vernietigd op { $date }. Daarna kan niemand hem meer lezen.

keep-stays =
    Zaak { $number } is afgesloten en blijft bewaard. De school heeft voor zulke zaken geen einddag gekozen.

keep-because =
    Langer bewaard tot { $date }, omdat: { $text }

keep-held-because =
    Niet vernietigen voor { $date }, omdat: { $text }

keep-ask-reason =
    Waarom moet zaak { $number } langer bewaard blijven? Typ de reden.

keep-ask-hold =
    Tot welke dag mag zaak { $number } niet vernietigd worden, en waarom?
    Typ eerst de dag en dan de reden, bijvoorbeeld: 31-12-2027 er loopt een rechtszaak.

keep-hold-unclear =
    Dat begrijp ik niet. Typ eerst een dag die nog komt, binnen tien jaar, en dan de reden.
    Bijvoorbeeld: 31-12-2027 er loopt een rechtszaak.

keep-warning =
    Zaak { $number } wordt vernietigd op { $date }. Daarna kan niemand hem meer lezen.
    Moet hij langer bewaard blijven? Kies dan de knop hieronder, of typ /zaak { $number } in een privégesprek met mij.
    .subject = Zaak { $number } wordt vernietigd

keep-draft-warning =
    Je begon aan een melding, maar hij is niet af. Op { $date } wis ik wat je schreef.
    Wil je verder? Typ /meld.
