### Wat de bot vanzelf zegt over een zaak: ongelezen, of het blijft stil. Nooit iets van de inhoud.

due-unread =
    Niemand heeft zaak { $number } nog gelezen. Daarom vraag ik het nu aan jou.
    Typ /zaak { $number } in een privégesprek met mij om de zaak te lezen.
    .subject = Nog niet gelezen: zaak { $number }

due-nobody-read =
    Nog niemand heeft je melding gelezen: zaak { $number }. Ik heb het gevraagd aan iedereen die hem mag lezen.
    Bel daarom zelf naar school: { $phone }. Noem het zaaknummer.
    Is er nu gevaar? Bel { $emergency }.
