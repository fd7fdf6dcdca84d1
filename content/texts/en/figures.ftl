### /cijfers: figures about reports, without persons. Counts below five are never given.

figures-title = Figures of { $school }, school year { $year }.

figures-reports = Reports: { $amount }

figures-by-kind = What happened:

figures-by-serious = How bad it felt to the reporter:

figures-by-severity = How serious the school leader found it:

figures-by-outcome = How it ended:

figures-by-offence = Is it an offence:

figures-line = { $what }: { $amount }

figures-unknown = Not known

figures-few = Fewer than 5

figures-kept = Not shown

figures-withheld = These counts are too small to show.

figures-median-read = Half of the reports were read within { $count } hours.

figures-median-closed = Half of the cases were closed within { $count } hours.

figures-waived = Waived items of the steps: { $amount }

figures-destroyed = Cases that are destroyed already: { $amount }

figures-note =
    I give no count below 5. Sometimes I leave out another one, or it could be reckoned.

figures-note-own = Cases you may not read are not counted.

figures-year-unknown = Type a school year after /cijfers, for instance /cijfers { $year }.

figures-not-for-you = These figures are for the school leader, the board and the privacy officer.
