### Een zaak overdragen, een collega erbij vragen, of eruit stappen (button-case-handover).

handover-view =
    Wie behandelt zaak { $number }?
    Tik op een collega om die te vragen.

handover-handles =
    ✔ { $name } behandelt de zaak

handover-waits =
    ◐ { $name } is gevraagd

handover-out-before =
    ↷ { $name } stapte eruit: { $text }

handover-nobody-to-ask =
    Er is nu niemand die je kunt vragen.
    Een collega moet mij eerst kennen. De beheerder geeft daarvoor een code.

handover-how =
    Zaak { $number }: wat vraag je aan { $name }?

handover-asked =
    Ik heb { $name } gevraagd voor zaak { $number }.
    Tot het antwoord er is, verandert er niets.

handover-request =
    Een collega vraagt je hulp bij zaak { $number }.
    Gaat de zaak over jou of over iemand van thuis?
    Zeg dan Nee.
    Wil je deze zaak behandelen?

handover-you-accepted =
    Jij behandelt zaak { $number } nu.
    Typ /zaak { $number } om hem te lezen.

handover-you-declined =
    Goed, je krijgt zaak { $number } niet te zien.

handover-joined =
    Je collega behandelt zaak { $number } nu met jou.
    .subject = Zaak { $number }: je collega doet mee

handover-taken-over =
    Je collega heeft zaak { $number } overgenomen.
    Jij ziet deze zaak niet meer.
    .subject = Zaak { $number } is overgenomen

handover-declined =
    Je collega kan zaak { $number } niet behandelen.
    Vraag iemand anders.
    .subject = Zaak { $number }: vraag iemand anders

handover-why-out =
    Je stapt uit zaak { $number } en ziet hem niet meer.
    Typ waarom, bijvoorbeeld: dit is mijn buurman.

handover-stepped-out =
    Je bent uit zaak { $number } gestapt.
    Je krijgt hem niet meer te zien.

handover-refused-closed =
    Zaak { $number } is afgerond.
    Daar verandert niemand meer iets aan.

handover-refused-not-this-person =
    Deze collega kan ik niet vragen voor zaak { $number }.

handover-refused-reason-needed =
    Typ eerst waarom je uit zaak { $number } stapt.

handover-refused-nobody-left =
    Je kunt nu niet uit zaak { $number } stappen.
    Er is niemand anders om hem te lezen.
    Bel school of het bestuur: { $phone }.

## Knoppen

button-handover-to = { $name }
button-handover-join = Samen behandelen
button-handover-whole = Helemaal overdragen
button-handover-out = Ik stap eruit
