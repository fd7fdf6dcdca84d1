### Oproep aan klassen om iets niet door te sturen, in makkelijk Nederlands.

appeal-group-images =
    Er gaan foto's of filmpjes rond.
    Die kunnen iemand pijn doen.
    Heb jij er een?
    Stuur hem niet door.
    Laat hem aan niemand zien.
    Weet je meer, of heb je hulp nodig?
    Praat met je mentor, of stuur mij privé /meld.

appeal-group-messages =
    Er gaan berichten rond.
    Die kunnen iemand pijn doen.
    Krijg jij er een?
    Stuur het niet door.
    Zeg er niets op terug.
    Weet je meer, of heb je hulp nodig?
    Praat met je mentor, of stuur mij privé /meld.

appeal-group-anything =
    Er gaat iets rond.
    Dat kan iemand pijn doen.
    Krijg jij het?
    Stuur het niet door.
    Doe er niet aan mee.
    Weet je meer, of heb je hulp nodig?
    Praat met je mentor, of stuur mij privé /meld.

appeal-choose-text =
    Welke tekst moet er in de groepen?
    Je kunt er niets in veranderen.

appeal-choose-classes =
    { $count ->
        [0] Kies de klassen.
        [one] Je koos { $count } klas.
       *[other] Je koos { $count } klassen.
    }
    Tik nog eens om een klas weg te halen.
    Daarna vraag ik iemand anders of het goed is.

appeal-please-approve =
    { $name } wil iets vragen aan klassen.
    Het gaat om: { $classes }.
    Hieronder staat de tekst.
    Is die goed?

appeal-nobody-approves =
    Niemand kan nu zeggen dat het goed is.
    Iemand van school moet mij eerst kennen.
    Dat kan met een code.

appeal-line =
    Oproep { $item }: { $stage ->
        [waiting] nog niet goedgekeurd.
        [approved] goedgekeurd.
        [declined] niet goedgekeurd.
        [revoked] gestopt.
       *[choosing] nog niet klaar.
    }

appeal-view =
    Zaak { $number }, oproep { $item }: { $stage ->
        [waiting] nog niet goedgekeurd.
        [approved] goedgekeurd.
        [declined] niet goedgekeurd.
        [revoked] gestopt.
       *[choosing] nog niet klaar.
    }
    { $about ->
        [images] Over: foto's en filmpjes.
        [messages] Over: berichten.
       *[anything] Over: iets dat rondgaat.
    }
    Klassen: { $classes }

appeal-turned =
    { $time }: { $stage ->
        [waiting] { $name } vroeg of het goed is.
        [approved] { $name } vindt het goed.
        [declined] { $name } vindt het niet goed.
        [revoked] { $name } stopte de oproep.
       *[choosing] { $name } begon.
    }

appeal-turned-unnamed =
    { $time }: { $stage ->
        [waiting] gevraagd of het goed is.
        [approved] het is goed.
        [declined] het is niet goed.
        [revoked] gestopt.
       *[choosing] begonnen.
    }

appeal-promised =
    Klas { $class }: ik zet het nu in de groep.

appeal-accepted =
    Klas { $class }: in de groep op { $time }.

appeal-refused =
    Klas { $class }: het lukte niet.
    Kijk of ik nog in de groep zit.

appeal-no-group =
    Klas { $class }: niet in een groep gezet.
    Deze klas heeft geen groep bij mij.

appeal-outside =
    { $count ->
        [one] Klas { $class }: { $count } leerling ziet dit niet.
       *[other] Klas { $class }: { $count } leerlingen zien dit niet.
    }

appeal-reach-them =
    Moet iedereen het horen?
    Typ in de groep /bericht met deze tekst.

appeal-tell-them =
    Een klas zonder groep hoort dit niet.
    De mentor kan het in de klas vertellen.

appeal-news =
    Zaak { $number }: er is nieuws over je oproep.
    .subject = Zaak { $number }: nieuws over je oproep

appeal-case-closed =
    Zaak { $number } is klaar.
    Een oproep kan niet meer.

appeal-too-many =
    Er kunnen niet meer dan { $count } oproepen.

appeal-no-classes =
    Ik ken geen klassen van deze school.

appeal-toast-late =
    Dat kan niet meer. Kijk hoe het nu is.

appeal-toast-decided =
    Dat hoeft niet meer. Iemand anders was eerder.

appeal-toast-own =
    Je vroeg dit zelf. Iemand anders moet kijken.

appeal-toast-approved =
    Dank je. Ik zet het nu in de groepen.

appeal-toast-declined =
    Dank je. Ik zet niets in de groepen.

appeal-toast-no-class =
    Kies eerst een klas.

appeal-toast-revoked =
    Gestopt. Ik zet niets in de groepen.

appeal-toast-asked =
    Ik heb het gevraagd.
