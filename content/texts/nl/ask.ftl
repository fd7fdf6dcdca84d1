### /mag: een vraag over het protocol. De uitleg per artikel staat in content/protocol.

ask-empty =
    Wat wil je weten? Typ je vraag in één zin.
    Bijvoorbeeld: mag ik een foto van mijn klas op Instagram zetten?

ask-advice = { $advice }

ask-clause =
    Artikel { $clause }, in onze eigen woorden:
    { $text }

ask-clause-official =
    Artikel { $clause }, zoals het in het protocol van school staat:
    { $text }

ask-clause-unknown =
    Een artikel { $clause } staat er niet in het protocol.

# Parts of the school's document that say themselves what they are: "voetnoot 2".
ask-passage =
    { $clause }, in onze eigen woorden:
    { $text }

ask-passage-official =
    { $clause }, zoals het in het protocol van school staat:
    { $text }

ask-passage-unknown =
    { $clause }: dat staat er niet in het protocol.

ask-picture-unseen = Wat je meestuurt bekijk ik niet. Ik lees alleen je woorden.

ask-button-too-old = Dit is een oude knop. Stel je vraag nog eens.

ask-distress =
    Goed dat je dit vertelt. Je hoeft dit niet alleen te doen.
    Is er nu gevaar? Bel { $emergency }.
    Denk je aan zelfdoding? Bel gratis { $suicide_line }, dag en nacht.
    Wil je met iemand praten die niet van school is? Bel de Kindertelefoon: { $child_line }. Dat is gratis.
    Durf je niet te bellen? Je kunt ook chatten, op kindertelefoon.nl.
    Wil je het aan school vertellen? Typ /meld. Dat is vertrouwelijk.
    Ik ben een computer. Van school leest hier niemand mee.
