### /mag, in makkelijk Nederlands.

ask-empty =
    Wat wil je weten?
    Typ je vraag.

ask-advice = { $advice }

ask-clause =
    Dit betekent regel { $clause }:
    { $text }

ask-clause-official =
    Zo schrijft school regel { $clause } op:
    { $text }

ask-clause-unknown =
    Regel { $clause } bestaat niet.

# Parts of the school's document that say themselves what they are: "voetnoot 2".
ask-passage =
    Dit betekent { $clause }:
    { $text }

ask-passage-official =
    Zo schrijft school { $clause } op:
    { $text }

ask-passage-unknown =
    { $clause } bestaat niet.

ask-picture-unseen =
    Ik kijk niet naar je foto of filmpje.
    Ik lees alleen je woorden.

ask-button-too-old =
    Deze knop is te oud.
    Stel je vraag nog eens.

ask-distress =
    Goed dat je dit vertelt.
    Je bent niet alleen.
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
    Wil je het op school vertellen?
    Typ dan /meld.
    Ik ben een computer.
    Niemand op school leest hier mee.
