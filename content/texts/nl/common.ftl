### Wat in elk gesprek voor kan komen.
### Velden en regels: zie content/README.md.

## Woorden die vaker terugkomen.

-bot = Groepsmaat

## Hulplijnen. De nummers staan in content/helplines.toml.

common-help-lines =
    Is er nu gevaar? Bel { $emergency }.
    Denk je aan zelfdoding? Bel gratis { $suicide_line }, dag en nacht.
    Wil je met iemand praten die niet van school is? Bel de Kindertelefoon: { $child_line }. Dat is gratis.
    Durf je niet te bellen? Je kunt ook chatten, op kindertelefoon.nl.

## Wat niet kan, en wat dan wel.

common-unknown-command =
    Die opdracht ken ik niet.
    Typ /help, dan zie je wat ik kan.

common-only-text =
    Ik kan alleen tekst lezen. Typ het in woorden.

common-group-go-private =
    Dit hoort niet in de groep. Stuur het mij in een privégesprek.

common-only-in-group =
    Dit werkt alleen in de groep van een klas. Typ het daar.

common-only-for-staff =
    Dit kan alleen een medewerker van school doen.

common-not-bound =
    Ik weet nog niet wie je bent.
    Heb je een code van school? Typ /start en daarachter je code.
    Geen code? Vraag er een aan je mentor.

common-button-old =
    Deze keuze geldt niet meer.

common-choose =
    Kies een van de antwoorden hierboven.

common-try-again =
    Er ging iets mis. Ik kon niets doen met je bericht.
    Probeer het zo nog een keer. Lukt het weer niet? Zeg het dan tegen school.

## Het menu van een privégesprek

menu-mag = Vraag of iets mag
menu-meld = Vertel vertrouwelijk wat er gebeurd is
menu-meldingen = Zie hoe het met je meldingen staat
menu-taal = Kies een andere taal
menu-help = Wat ik kan
