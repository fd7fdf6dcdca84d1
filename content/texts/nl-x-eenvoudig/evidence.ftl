### Bewijs bij een melding, in makkelijk Nederlands.

evidence-ask-naked =
    Ik wil eerst één ding weten.
    Wil je een foto of film sturen?
    Staat er iemand bloot of bijna bloot op?

evidence-naked =
    Dan neem ik het niet aan.
    Zo’n foto hebben mag niet van de wet.
    Ook school mag hem niet hebben.
    Bewaar hem niet.
    Stuur hem niet door.
    Jij doet niets fout door dit te vertellen.
    Schrijf op in welke app het was.
    Schrijf ook op van wie, de link en hoe laat.
    Helpwanted kan helpen: { $helpwanted }.
    De politie: { $police_line }.
    Is er nu gevaar?
    Bel { $emergency }.
    Je melding gaat gewoon door.

evidence-send-now =
    Goed dat je het zegt.
    Stuur nu wat je wilt laten zien.
    Stuurde je al iets?
    Stuur het nog een keer.
    Of tik op de knop.

evidence-fetching =
    Ik haal het nu op.
    Je hoort het als ik het heb.

evidence-kept =
    Ik heb het veilig bewaard.
    { $count ->
        [one] Ik heb nu { $count } bestand van je.
       *[other] Ik heb nu { $count } bestanden van je.
    }

evidence-refused =
    { $why ->
        [too-big] Dat is te groot.
        [archive] Dat is een pakje met bestanden erin.
        [wrong-kind] Dat kan ik niet aannemen.
        [empty] Daar zit niets in.
        [endless] Dat is te lang.
        [file-gone] Dat kan ik niet meer ophalen.
       *[other] Dat lukt niet.
    }
    { $why ->
        [too-big] Stuur een korter filmpje, of een foto.
        [archive] Stuur de foto’s los.
        [wrong-kind] Stuur een foto, geluid, filmpje of pdf.
        [empty] Stuur het nog een keer.
        [endless] Stuur iets korters.
        [file-gone] Stuur het nog een keer.
       *[other] Stuur het nog een keer.
    }

evidence-too-many =
    Dat is te veel voor één melding.
    Kies de 30 die het belangrijkst zijn.
    Wat ik al heb, bewaar ik.

evidence-not-from-group =
    Ik neem niets aan uit een groep.
    Stuur het hier, alleen aan mij.

evidence-no-file =
    Dit kan ik niet bewaren.
    Stuur een foto, geluid, filmpje of pdf.
    Of vertel het in woorden.

evidence-which-case =
    Bij welke melding hoort dit?

## Voor wie een zaak behandelt

evidence-list =
    { $count ->
        [0] Bij zaak { $number } zit geen bewijs.
        [one] Bij zaak { $number } zit { $count } bestand.
       *[other] Bij zaak { $number } zitten { $count } bestanden.
    }

evidence-line =
    { $kind ->
        [picture] Bestand { $item }: foto, { $size } kB.
        [sound] Bestand { $item }: geluid, { $size } kB.
        [film] Bestand { $item }: film, { $size } kB.
        [letter] Bestand { $item }: pdf, { $size } kB.
       *[other] Bestand { $item }: { $size } kB.
    }
    { $by ->
        [reporter] Gekregen op { $time }, van de melder.
       *[name] Gekregen op { $time }, van { $by }.
    }
    SHA-256 begint met { $hash }.

evidence-words =
    Erbij geschreven: { $text }

evidence-line-removed =
    Dit bestand is weg sinds { $date }.

evidence-naked-told =
    Misschien staat er iemand bloot op een foto.
    Die foto heb ik niet aangenomen.
    Vraag er niet om.
    Bel de politie: { $police_line }.

evidence-not-sent =
    Zaak { $number }: bestand { $item } kan ik niet sturen.
    Vraag de beheerder om te helpen.

evidence-remove-confirm =
    Zaak { $number }: wil je bestand { $item } weghalen?
    Dan kan niemand het meer zien.
    Weet je het niet zeker?
    Bel eerst de politie: { $police_line }.

evidence-removed =
    Zaak { $number }: bestand { $item } is weg.

evidence-held =
    Deze zaak moet blijven tot { $date }.
    Tot dan kan er niets uit weg.
