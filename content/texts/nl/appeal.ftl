### Oproep aan klassen om iets niet door te sturen (onder /zaak). De teksten met -group- komen in de
### groep van een klas: geen naam, geen link, en niet waar het over gaat.

appeal-group-images =
    Er gaan foto's of filmpjes rond die iemand pijn kunnen doen.
    Heb jij er een? Stuur hem niet door en laat hem aan niemand zien.
    Zit je ergens mee, of weet je meer? Praat met je mentor, of stuur mij privé /meld.

appeal-group-messages =
    Er gaan berichten rond die iemand pijn kunnen doen.
    Krijg jij er een? Stuur het niet door en reageer er niet op.
    Zit je ergens mee, of weet je meer? Praat met je mentor, of stuur mij privé /meld.

appeal-group-anything =
    Er gaat iets rond dat iemand pijn kan doen.
    Krijg jij het? Stuur het niet door en doe er niet aan mee.
    Zit je ergens mee, of weet je meer? Praat met je mentor, of stuur mij privé /meld.

appeal-choose-text =
    Welke tekst moet er in de groepen? Kies er een.
    Je kunt er niets in veranderen. Zo staat er nooit een naam in.

appeal-choose-classes =
    { $count ->
        [0] Kies de klassen.
        [one] Je koos { $count } klas.
       *[other] Je koos { $count } klassen.
    }
    Tik nog eens om een klas weer weg te halen. Daarna vraag ik iemand anders om akkoord.

appeal-please-approve =
    { $name } wil een oproep in deze klassen: { $classes }.
    Hieronder staat de tekst. Is die goed? Na je akkoord plaats ik hem meteen.

appeal-nobody-approves =
    Er is niemand die akkoord kan geven. Een tweede persoon van school moet mij eerst kennen, met een code.

appeal-line =
    Oproep { $item }: { $stage ->
        [waiting] wacht op akkoord.
        [approved] akkoord.
        [declined] afgewezen.
        [revoked] ingetrokken.
       *[choosing] nog niet klaar.
    }

appeal-view =
    Zaak { $number }, oproep { $item }: { $stage ->
        [waiting] wacht op akkoord.
        [approved] akkoord.
        [declined] afgewezen.
        [revoked] ingetrokken.
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
        [waiting] akkoord gevraagd door { $name }.
        [approved] akkoord van { $name }.
        [declined] afgewezen door { $name }.
        [revoked] ingetrokken door { $name }.
       *[choosing] begonnen door { $name }.
    }

appeal-turned-unnamed =
    { $time }: { $stage ->
        [waiting] akkoord gevraagd.
        [approved] akkoord gegeven.
        [declined] afgewezen.
        [revoked] ingetrokken.
       *[choosing] begonnen.
    }

appeal-promised =
    Klas { $class }: ik plaats hem nu.

appeal-accepted =
    Klas { $class }: geplaatst op { $time }.

appeal-refused =
    Klas { $class }: plaatsen lukte niet. Kijk of ik nog in de groep zit en daar mag schrijven.

appeal-no-group =
    Klas { $class }: niet geplaatst. Deze klas heeft geen groep bij mij.

appeal-outside =
    { $count ->
        [one] Klas { $class }: { $count } leerling zit niet in de groep en ziet dit niet.
       *[other] Klas { $class }: { $count } leerlingen zitten niet in de groep en zien dit niet.
    }

appeal-reach-them =
    Moet iedereen het horen? Een leraar van de klas typt in de groep /bericht met deze tekst.
    Dan krijgt iedere leerling het op een andere manier.

appeal-tell-them =
    Een klas zonder groep hoort dit niet van mij. Laat de mentor het in de klas vertellen.

appeal-news =
    Zaak { $number }: er is nieuws over je oproep.
    .subject = Zaak { $number }: nieuws over je oproep

appeal-case-closed =
    Zaak { $number } is afgerond. Een oproep kan dan niet meer.

appeal-too-many =
    Bij één zaak kunnen ten hoogste { $count } oproepen.

appeal-no-classes =
    Ik ken geen klassen van deze school.

appeal-toast-late =
    Dat kan niet meer. Ik laat zien hoe het nu is.

appeal-toast-decided =
    Dat hoeft niet meer. Er is al over besloten.

appeal-toast-own =
    Je vroeg dit zelf. Iemand anders moet akkoord geven.

appeal-toast-approved =
    Dank je. Ik plaats de oproep nu.

appeal-toast-declined =
    Dank je. Ik plaats de oproep niet.

appeal-toast-no-class =
    Kies eerst een klas.

appeal-toast-revoked =
    Ingetrokken. Ik plaats niets.

appeal-toast-asked =
    Ik heb om akkoord gevraagd.
