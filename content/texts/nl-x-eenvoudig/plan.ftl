### Het stappenplan van een zaak, in makkelijk Nederlands.

plan-overview =
    Zaak { $number }: het stappenplan.
    Tik op een stap om verder te gaan.

plan-step-line =
    { $state ->
        [done] ✔ { $what } – klaar
        [waived] ↷ { $what } – vervallen
        [open] ◐ { $what } – bezig, nog { $open } te doen
       *[not-begun] ○ { $what } – nog niet begonnen
    }

plan-due =
    Nog te doen vóór { $time }: { $what }

plan-due-overdue =
    Te laat, moest vóór { $time }: { $what }

plan-due-look =
    Kijk vanaf { $time }: { $what }

plan-open-count =
    { $open ->
        [one] Nog { $open } ding te doen.
       *[other] Nog { $open } dingen te doen.
    }

plan-step =
    Zaak { $number }, stap { $step } van 7.
    In de regels is dat { $clause }.

plan-line =
    { $standing ->
        [recorded] ✔ { $what } – { $value }
        [waived] ↷ { $what } – niet nodig
        [unsettled] ◐ { $what } – { $value } (blijft open)
        [optional] ○ { $what } (hoeft niet)
       *[open] ○ { $what }
    }

plan-by =
    – Klaar vóór { $time }

plan-from =
    – Kan vanaf { $time }

plan-entry =
    – { $text }

plan-list-below =
    Zie hieronder

plan-reason =
    – Reden: { $text }

plan-against =
    Let op, dit past niet bij: { $other } – { $value }

plan-recorded-before =
    Dit staat er nu:

plan-recorded-by =
    – { $name }, { $time }

plan-recorded-by-in-place =
    – { $name }, { $time }, in plaats van: { $role }

plan-recorded =
    Dat staat erin: { $what }

plan-somebody =
    Iemand die hier niet meer werkt

plan-who-can =
    – { $name } kan dit wel.

plan-nobody-else =
    Er is nog geen tweede persoon bij deze zaak.
    Vraag een collega erbij met Overdragen, onder de zaak.

plan-waits-for =
    – { $what }

plan-item =
    Zaak { $number }, stap { $step }: { $what }

plan-correct =
    Wat wil je verbeteren?
    Wat er nu staat, blijft ook bewaard.

plan-file-leerlingdossier =
    Dit hoort in het leerlingdossier.

plan-file-personeelsdossier =
    Dit hoort in het personeelsdossier.

plan-refused-closed =
    Deze zaak is afgerond.
    Er kan niets meer bij.

plan-refused-unknown-item =
    Dit punt bestaat niet meer.
    Open het stappenplan opnieuw.

plan-refused-not-needed =
    Dit is nu niet nodig: { $what }

plan-refused-not-yours =
    Dit mag jij niet invullen: { $what }

plan-refused-same-person =
    Dit moet iemand anders doen: { $what }
    Jij hebt het zelf ingevuld.

plan-refused-already-recorded =
    Dit is net veranderd: { $what }
    { $name } was je voor, op { $time }.
    Kijk eerst wat er nu staat.

plan-refused-not-yet =
    Dit kan nog niet: { $what }
    Dit komt eerst:

plan-refused-second-person-needed =
    Dit kan nog niet: { $what }
    Eerst moet een tweede persoon akkoord gaan:

plan-refused-too-early =
    Dit kan nog niet: { $what }

plan-refused-cannot-waive =
    Dit kan niet vervallen: { $what }

plan-refused-wrong-value =
    Dit past hier niet: { $what }
    Probeer het nog een keer, iets korter.

plan-refused-reason-needed =
    Hier hoort een reden bij: { $what }

plan-refused-links-left =
    Dit kan nog niet: { $what }
    In de lijst met links is nog iets open.
    Werk eerst de lijst bij.
    Dat doe je met Links en weghalen.

plan-nothing-to-waive =
    Hier kan niets vervallen.

plan-ask-why =
    { $what }: waarom?
    Typ je reden in een paar woorden.

plan-ask-why-late =
    { $what }: dit is te laat.
    Typ waarom het later is geworden.

plan-ask-why-in-place =
    { $what }: dit is het werk van een collega.
    Het ligt al een dag stil.
    Typ waarom jij het nu doet.

plan-decided-in-place =
    Een collega koos voor jou in zaak { $number }.
    Typ /zaak { $number } om het te zien.

plan-ask-why-waive =
    { $what }: waarom is dit niet nodig?
    Typ je reden in een paar woorden.

plan-ask-why-waive-step =
    Dit vervalt in stap { $step }.
    Typ waarom het niet nodig is.
    Tik op een knop als je dat niet wilt.

plan-step-waived =
    Dat vervalt, met jouw reden erbij.

plan-moment-unclear =
    Dat moment begrijp ik niet.
    Typ het zo: 23-11-2026 09:30.

plan-no-words =
    Ik wacht op je woorden.
    Typ ze als bericht.

plan-second-asked =
    In zaak { $number } wacht iets op jouw akkoord.
    Typ /zaak { $number } in een privégesprek met mij.
    .subject = Zaak { $number } wacht op jouw akkoord

plan-second-declined =
    In zaak { $number } gaat iemand niet akkoord.
    Typ /zaak { $number } in een privégesprek met mij.
    .subject = Zaak { $number }: geen akkoord

plan-closed =
    Zaak { $number } is afgerond.
    .subject = Zaak { $number } is afgerond

## Knoppen

button-plan-all = Alle stappen
button-plan-back = Terug naar de stap
button-plan-correct = Iets verbeteren
button-plan-waive = Niet nodig
button-plan-waive-step = Rest van de stap vervalt
button-plan-done = Gedaan
button-plan-now = Nu
