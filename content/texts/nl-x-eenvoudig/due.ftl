### Wat de bot vanzelf zegt over een zaak: ongelezen, of het blijft stil. Nooit iets van de inhoud.

due-unread =
    Niemand heeft zaak { $number } nog gelezen.
    Daarom vraag ik het nu aan jou.
    Typ /zaak { $number } als je met mij alleen praat.
    Dan kun je de zaak lezen.
    .subject = Nog niet gelezen: zaak { $number }

due-unread-anew =
    Zaak { $number } is nu van iemand anders.
    Die heeft de zaak nog niet gelezen.
    Daarom vraag ik het nu aan jou.
    Typ /zaak { $number } als je met mij alleen praat.
    Dan kun je de zaak lezen.
    .subject = Nog niet gelezen: zaak { $number }

due-nobody-read =
    Nog niemand heeft gelezen wat je vertelde.
    Het nummer is { $number }.
    Ik heb het aan iedereen gevraagd die het mag lezen.
    Bel daarom zelf naar school: { $phone }.
    Noem het nummer van je zaak.
    Is er nu gevaar?
    Bel { $emergency }.

due-nobody-read-anew =
    Iemand anders moet nu lezen wat je vertelde.
    Dat is nog niet gedaan.
    Het nummer is { $number }.
    Ik heb het aan iedereen gevraagd die het mag lezen.
    Bel daarom zelf naar school: { $phone }.
    Noem het nummer van je zaak.
    Is er nu gevaar?
    Bel { $emergency }.

due-quiet =
    Zaak { $number } is al een paar dagen stil.
    De zaak is nog niet klaar.
    Typ /zaak { $number } als je met mij alleen praat.
    .subject = Zaak { $number } wacht op jou

due-clock =
    Bij zaak { $number } is er bijna geen tijd meer.
    Kijk in het plan wat er nog moet.
    Typ /zaak { $number } als je met mij alleen praat.
    .subject = Zaak { $number } moet snel verder

due-watch =
    Kijk nu iets na bij zaak { $number }.
    In het plan staat wat.
    Typ /zaak { $number } als je met mij alleen praat.
    .subject = Kijk iets na bij zaak { $number }

due-toast-snoozed =
    Goed.
    Ik zeg het weer op { $time }.
