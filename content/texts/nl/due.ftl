### Wat de bot vanzelf zegt over een zaak: ongelezen, of het blijft stil. Nooit iets van de inhoud.

due-unread =
    Niemand heeft zaak { $number } nog gelezen. Daarom vraag ik het nu aan jou.
    Typ /zaak { $number } in een privégesprek met mij om de zaak te lezen.
    .subject = Nog niet gelezen: zaak { $number }

due-unread-anew =
    Zaak { $number } is in andere handen, en daar nog niet gelezen. Daarom vraag ik het nu aan jou.
    Typ /zaak { $number } in een privégesprek met mij om de zaak te lezen.
    .subject = Nog niet gelezen: zaak { $number }

due-nobody-read =
    Nog niemand heeft je melding gelezen: zaak { $number }. Ik heb het gevraagd aan iedereen die hem mag lezen.
    Bel daarom zelf naar school: { $phone }. Noem het zaaknummer.
    Is er nu gevaar? Bel { $emergency }.

due-nobody-read-anew =
    Iemand anders behandelt nu je melding, maar las hem nog niet: zaak { $number }.
    Ik heb het gevraagd aan iedereen die hem mag lezen.
    Bel daarom zelf naar school: { $phone }. Noem het zaaknummer.
    Is er nu gevaar? Bel { $emergency }.

due-quiet =
    In zaak { $number } is een paar dagen niets gebeurd. De zaak is nog niet afgesloten.
    Typ /zaak { $number } in een privégesprek met mij om verder te gaan.
    .subject = Zaak { $number } wacht op jou

due-clock =
    In zaak { $number } loopt een termijn bijna af. Kijk in het stappenplan wat er nog moet.
    Typ /zaak { $number } in een privégesprek met mij.
    .subject = Een termijn van zaak { $number } loopt bijna af

due-watch =
    Het is tijd om in zaak { $number } iets na te kijken. Het staat in het stappenplan.
    Typ /zaak { $number } in een privégesprek met mij.
    .subject = Tijd om iets na te kijken: zaak { $number }

due-toast-snoozed =
    Goed. Ik herinner je er weer aan op { $time }.
