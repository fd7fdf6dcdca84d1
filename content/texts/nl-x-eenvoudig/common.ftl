### Makkelijk Nederlands. Elke zin staat op een eigen regel en heeft ten hoogste tien woorden.
### Velden en regels: zie content/README.md.

## Woorden die vaker terugkomen.

-bot = Groepsmaat

## Hulplijnen. De nummers staan in content/helplines.toml.

common-help-lines =
    Is er nu gevaar?
    Bel { $emergency }.
    Denk je aan doodgaan?
    Bel { $suicide_line }.
    Dat kan altijd en het is gratis.
    Wil je met iemand buiten school praten?
    Bel de Kindertelefoon: { $child_line }.
    Dat is ook gratis.
    Durf je niet te bellen?
    Chat dan op kindertelefoon.nl.

## Wat niet kan, en wat dan wel.

common-unknown-command =
    Dat ken ik niet.
    Typ /help.
    Dan zie je wat ik kan.

common-only-text =
    Ik kan alleen woorden lezen.
    Typ wat je wilt zeggen.

common-group-go-private =
    Dit is niet voor de groep.
    Stuur het alleen aan mij.

common-only-in-group =
    Dit kan alleen in de groep van een klas.
    Typ het daar.

common-only-for-staff =
    Dit kan alleen iemand die op school werkt.

common-not-bound =
    Ik weet nog niet wie je bent.
    Typ /start en dan je code van school.
    Heb je geen code?
    Vraag het aan je mentor.

common-button-old =
    Dit kun je nu niet meer kiezen.

common-choose =
    Kies een van de antwoorden hierboven.

common-try-again =
    Er ging iets mis.
    Ik kon niets doen met je bericht.
    Probeer het nog een keer.
    Lukt het weer niet?
    Zeg het dan op school.

## Het menu van een privégesprek

menu-mag = Vraag of iets mag
menu-meld = Vertel wat er is gebeurd
menu-meldingen = Zie wat school met je verhaal doet
menu-taal = Kies een andere taal
menu-help = Wat ik kan
