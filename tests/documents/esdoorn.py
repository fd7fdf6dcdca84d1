"""De Esdoorn, a school that does not exist, and what its document about phones and media says.

Its articles and their "leden" are numbered otherwise than the protocol of the bot, it says some
things in one article that the bot has in two, and says nothing about much else.
"""

from collections.abc import Mapping
from types import MappingProxyType

TITLE = "Omgangsregels online"

ARTICLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Waarover dit gaat": (
            (
                "Onder sociale media vallen alle apps en sites waar je zelf berichten, "
                "beelden of geluid met anderen deelt, zoals WhatsApp, Instagram en TikTok."
            ),
            (
                "Deze regels gelden voor onze leerlingen, hun ouders en al het personeel, ook"
                " voor invallers en vrijwilligers."
            ),
        ),
        "Iedereen": (
            "Iedereen is zelf verantwoordelijk voor wat hij online zet.",
            "Wat eenmaal op internet staat, krijg je er nooit meer helemaal af.",
            (
                "Pesten, bedreigen, hacken en naaktbeelden rondsturen accepteren we niet. De "
                "school treft dan een maatregel."
            ),
            "Wie de naam van een ander of van De Esdoorn te grabbel gooit, gaat te ver.",
            (
                "Wat de wet verbiedt, is op internet ook verboden. Het gaat vooral om: a. "
                "muziek, tekst of beeld van een maker die dat niet goedvindt; b. "
                "persoonsgegevens¹ van iemand die daar geen toestemming voor gaf; c. een "
                "herkenbare foto van iemand die dat niet wil (portretrecht)."
            ),
        ),
        "Leerlingen": (
            (
                "Tijdens de les blijft je telefoon in het kluisje en zit je niet op sociale "
                "media, tenzij de docent er toestemming voor geeft."
            ),
            (
                "In de pauze en na schooltijd mag je gewoon online, zolang de telefoonregels "
                "van de school dat toelaten."
            ),
            ("Je volgt een docent alleen op diens werkaccount², nooit op zijn privéaccount."),
        ),
        "Toestemming voor beeld": (
            (
                "Voor een foto of video van een leerling vraagt de school vooraf schriftelijk"
                " toestemming. Is de leerling nog geen 16, dan tekenen de ouders."
            ),
            (
                "Ook een account voor de les maakt de school pas aan nadat daarvoor "
                "schriftelijk toestemming is gegeven, onder de 16 door de ouders."
            ),
        ),
        "Personeel": (
            (
                "Een docent die met leerlingen over school wil appen, doet dat met een "
                "werkaccount in een besloten groep. Wie niet in die groep zit, krijgt het "
                "bericht op een andere manier."
            ),
            (
                "Vrienden worden met leerlingen doet personeel niet met een privéaccount. Met"
                " ouders raden we het af; daar is het ouderportaal voor."
            ),
            (
                "Alleen als er haast is en een leerling of ouder echt niet anders te bereiken"
                " is, mag een eigen WhatsApp of Signal worden gebruikt."
            ),
            "Vertrouwelijke informatie van school komt niet op sociale media.",
            (
                "Wie meepraat in een discussie over school, zegt erbij dat hij er werkt en in"
                " welke functie."
            ),
            (
                "Dreigt een gesprek online uit de hand te lopen, overleg dan meteen met je "
                "leidinggevende."
            ),
            (
                "Twijfelt een medewerker of iets geplaatst mag worden, dan vraagt hij het "
                "eerst aan zijn leidinggevende."
            ),
        ),
        "Gevolgen": (
            (
                "Een medewerker die deze regels overtreedt, kan een waarschuwing krijgen, "
                "geschorst worden of zijn baan verliezen."
            ),
            (
                "Een leerling kan een waarschuwing krijgen, geschorst worden of van school "
                "worden verwijderd."
            ),
            (
                "Is het misschien een strafbaar feit van een leerling of ouder, dan kan de "
                "school aangifte doen bij de politie."
            ),
        ),
        "Als het misgaat": (
            "Meld een incident bij je mentor, leerkracht of leidinggevende.",
            (
                "Een ernstig incident gaat naar de schoolleider, die de ernst ervan "
                "beoordeelt. Bij een datalek wordt ook de functionaris gegevensbescherming "
                "ingelicht."
            ),
            "Stuur belastende beelden nooit door en help mee ze te laten verwijderen.",
            "Met de pers praat alleen de bestuurder.",
        ),
    }
)

NOTES = (
    "Persoonsgegevens: alles waardoor je weet om wie het gaat, zoals een naam of een adres.",
    (
        "Werkaccount: een account dat een medewerker alleen voor het contact met leerlingen over "
        "school gebruikt."
    ),
)

TIED: Mapping[str, str] = MappingProxyType(
    {
        "3": "1 lid 1",
        "7": "1 lid 2",
        "8.5": "2 lid 3",
        "8.6": "2 lid 5",
        "8.6a": "2 lid 5 onder a",
        "8.6b": "2 lid 5 onder b",
        "8.6c": "2 lid 5 onder c",
        "8.7": "2 lid 1",
        "8.8": "2 lid 2",
        "8.9": "2 lid 4",
        "9.A.1": "3 lid 1",
        "9.A.2": "3 lid 2",
        "9.A.4": "3 lid 3",
        "9.A.5": "4 lid 1",
        "9.A.6": "4 lid 2",
        "9.B.2": "4 lid 1",
        "9.B.3": "4 lid 2",
        "9.C.1": "5 lid 1",
        "9.C.6": "5 lid 4",
        "9.C.7": "5 lid 2",
        "9.C.7u": "5 lid 3",
        "9.C.8": "5 lid 5",
        "9.C.10": "5 lid 6",
        "9.C.11": "5 lid 7",
        "10.M.2": "6 lid 1",
        "10.L.2": "6 lid 2",
        "10.L.3": "6 lid 3",
        "11.0": "7 lid 1",
        "11.1": "7 lid 2",
        "11.4": "7 lid 3",
        "11.6": "7 lid 4",
        "vn2": "voetnoot 1",
        "vn3": "voetnoot 2",
    }
)
"""What a careful reader ties: our clause to the number of De Esdoorn."""
