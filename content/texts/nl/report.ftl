### /meld: een melding, van de eerste vraag tot het zaaknummer. De hulplijnen (common-help-lines)
### komen altijd eerst.

report-confidential =
    Goed dat je iets wilt vertellen. Ik stel je een paar korte vragen.
    Wat je schrijft is vertrouwelijk. Alleen wie je melding behandelt, leest hem.
    Dat is de schoolleider, of de vertrouwenspersoon als jij dat kiest. De mentor leest alleen mee als jij dat wilt.
    Gaat het over de schoolleider? Dan leest het bestuur je melding.
    Gaat het over iemands gegevens? Dan leest ook mee wie op school over privacy gaat.
    Je melding is niet anoniem: ik weet van welk account hij komt.

report-confidential-kept =
    Wat je schrijft is vertrouwelijk. De schoolleider weet al dat er een melding is. Die kan lezen wat je in de groep schreef.
    Wil je verder liever de vertrouwenspersoon? Dat kun je straks kiezen.
    Je melding is niet anoniem: ik weet van welk account hij komt.

report-empty =
    Ik heb nog niets gelezen. Typ wat er gebeurd is. Eén zin is genoeg.

report-ask-where-else =
    Schrijf in een paar woorden waar het gebeurd is.

report-danger-now =
    Is er nu gevaar? Bel { $emergency }. Ga naar een volwassene die je vertrouwt.
    Daarna kun je hier verder gaan. Wat je al schreef, heb ik bewaard.

report-cannot-skip =
    Deze vraag kan ik niet overslaan.

report-paused =
    We stoppen even. Ik bewaar wat je al schreef.
    Typ /meld als je verder wilt.

report-resumed =
    Fijn dat je er weer bent. We gaan verder waar we waren.

report-still-open =
    Je was bezig met een melding. Ik heb bewaard wat je schreef.
    Wil je verder? Typ /meld.

report-already-open =
    Je was al bezig met een melding. Wil je verder, of opnieuw beginnen?

report-nothing-open =
    Je bent nu niet bezig met een melding. Typ /meld als je iets wilt vertellen.

report-stop-confirm =
    Wil je stoppen? Dan wis ik alles wat je voor deze melding schreef. Niemand leest het dan.
    Tik op een van de knoppen.

report-stop-confirm-case-stays =
    Wil je stoppen? Wat je na /meld typte, is al een melding bij school: zaak { $number }. Die blijft bestaan. Foto’s die je stuurde, horen daar ook bij.
    De andere antwoorden die je mij gaf, wis ik dan.
    Tik op een van de knoppen.

report-stopped =
    Ik heb alles van deze melding gewist. Niemand van school heeft het gelezen.
    Je berichten staan nog wel in dit gesprek. Die kun je zelf weghalen.

report-stopped-case-stays =
    Ik stop met vragen. Wat je na /meld typte, is al bewaard als zaak { $number }.
    Wil je daar iets over zeggen? Noem dan dit nummer op school.

report-received =
    Ik heb je melding ontvangen en bewaard. Het zaaknummer is { $number }.
    { $reader ->
        [counsellor] De vertrouwenspersoon krijgt nu een bericht dat er een melding is.
        [board] Het bestuur van de school krijgt nu een bericht dat er een melding is.
        [mentor] De mentor krijgt nu een bericht dat er een melding is.
        [leader-and-mentor] De schoolleider en de mentor krijgen nu een bericht dat er een melding is.
        [privacy-officer] Wie op school over privacy gaat, krijgt nu een bericht dat er een melding is.
       *[leader] De schoolleider krijgt nu een bericht dat er een melding is.
    }
    In dat bericht staat alleen het zaaknummer. Wat jij schreef, staat er niet in.
    Daarna leest iemand je melding en kijkt wat er nodig is.
    Typ /meldingen om te zien hoe het ermee staat, of om iets toe te voegen.

report-privacy-too =
    Het gaat ook over privacy. Daarom leest de functionaris gegevensbescherming mee.

report-few-readers =
    Er zijn nu weinig mensen op school die meldingen lezen. Bel daarom ook naar school: { $phone }.

report-call-too =
    Hoor je niets? Bel dan naar school: { $phone }.

report-inspector =
    Je kunt ook de vertrouwensinspecteur bellen: { $inspector }.

report-nobody-reachable =
    Ik heb je melding bewaard. Het zaaknummer is { $number }.
    Maar ik kan nu niemand van school een bericht sturen.
    Bel daarom zelf naar school: { $phone }. Noem het zaaknummer.

## Getypt in een groep

report-group-moved =
    Dit hoort niet in de groep. Ik ga hierover privé verder.

report-group-remove-yourself =
    Dit hoort niet in de groep. Haal je bericht hier weg. Ik ga privé verder.

report-moved-removed =
    Je typte /meld in de groep. Ik heb je bericht daar weggehaald en veilig bewaard.
    Misschien heeft iemand het al gezien. Hier gaan we verder, zonder de groep.

report-moved-still-there =
    Je typte /meld in de groep. Ik kan je bericht daar niet weghalen. Doe dat zelf.
    Wat je schreef heb ik veilig bewaard. Hier gaan we verder, zonder de groep.
