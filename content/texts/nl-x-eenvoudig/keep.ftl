### Hoe lang een zaak bewaard blijft, in makkelijk Nederlands.

keep-open =
    Zaak { $number } is nog niet klaar.
    Ik bewaar alles tot de zaak klaar is.

keep-goes =
    Ik bewaar zaak { $number } tot { $date }.
    Daarna is de zaak weg.
    Dan kan niemand de zaak meer lezen.

keep-stays =
    Zaak { $number } is klaar.
    Ik blijf de zaak bewaren.

keep-because =
    Ik bewaar de zaak langer, tot { $date }.
    Dit is de reden: { $text }

keep-held-because =
    De zaak mag niet weg voor { $date }.
    Dit is de reden: { $text }

keep-ask-reason =
    Waarom moet ik zaak { $number } langer bewaren?
    Typ de reden.

keep-ask-hold =
    Tot welke dag moet zaak { $number } blijven, en waarom?
    Typ eerst de dag.
    Typ daarna de reden.
    Zo bijvoorbeeld: 31-12-2027 er komt een rechter bij.

keep-hold-unclear =
    Dat snap ik niet.
    Typ eerst een dag die nog komt.
    De dag is binnen 10 jaar.
    Typ daarna de reden.
    Zo bijvoorbeeld: 31-12-2027 er komt een rechter bij.

keep-warning =
    Op { $date } is zaak { $number } weg.
    Dan kan niemand de zaak meer lezen.
    Moet ik de zaak langer bewaren?
    Tik dan op de knop.
    Typ anders /zaak { $number } als je met mij alleen praat.
    .subject = Zaak { $number } gaat weg

keep-draft-warning =
    Je was begonnen met iets vertellen.
    Het is nog niet af.
    Op { $date } gooi ik weg wat je schreef.
    Wil je verder?
    Typ /meld.
