### /cijfers in makkelijk Nederlands.

figures-title = Cijfers van { $school }, schooljaar { $year }.

figures-reports = Meldingen: { $amount }

figures-by-kind = Wat er gebeurde:

figures-by-serious = Hoe erg het voelde voor de melder:

figures-by-severity = Hoe ernstig de schoolleider het vond:

figures-by-outcome = Hoe het afliep:

figures-by-offence = Is het strafbaar:

figures-line = { $what }: { $amount }

figures-unknown = Niet bekend

figures-few = Minder dan 5

figures-kept = Niet getoond

figures-withheld = Deze aantallen zijn te klein om te laten zien.

figures-median-read = De helft van de meldingen was gelezen in { $count } uur.

figures-median-closed = De helft van de zaken was klaar in { $count } uur.

figures-waived = Punten die niet nodig waren: { $amount }

figures-destroyed = Zaken die al weg zijn: { $amount }

figures-note =
    Een aantal onder de 5 noem ik niet.
    Soms laat ik er nog een weg.
    Anders kun je het uitrekenen.

figures-note-own = Zaken die je niet mag lezen, tellen niet mee.

figures-year-unknown = Typ een schooljaar achter /cijfers, bijvoorbeeld /cijfers { $year }.

figures-not-for-you =
    Deze cijfers zijn voor de schoolleider.
    Ook het bestuur en de FG mogen ze zien.
