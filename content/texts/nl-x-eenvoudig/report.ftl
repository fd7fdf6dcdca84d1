### /meld, in makkelijk Nederlands. De hulplijnen (common-help-lines) komen altijd eerst.

report-confidential =
    Goed dat je iets wilt vertellen.
    Het is vertrouwelijk.
    Dat betekent: alleen wie je helpt, leest het.
    Dat is de schoolleider of de vertrouwenspersoon.
    Jij mag straks kiezen wie.
    Gaat het over de schoolleider?
    Dan leest het bestuur het.
    Soms leest ook iemand mee die over privacy gaat.
    Het is niet anoniem.
    Dat betekent: ik weet wie je bent.

report-confidential-kept =
    Goed dat je iets wilt vertellen.
    Het is vertrouwelijk.
    Dat betekent: alleen wie je helpt, leest het.
    De schoolleider kan het nu al lezen.
    Wil je liever de vertrouwenspersoon?
    Dat kun je straks kiezen.
    Het is niet anoniem.
    Dat betekent: ik weet wie je bent.

report-empty =
    Ik heb nog niets gelezen.
    Typ wat er is gebeurd.
    1 zin is genoeg.

report-ask-where-else =
    Typ waar het is gebeurd.

report-danger-now =
    Is er nu gevaar?
    Bel { $emergency }.
    Ga naar een volwassene die je vertrouwt.
    Ik heb bewaard wat je schreef.
    Je kunt later verder gaan.

report-cannot-skip =
    Deze vraag kan ik niet overslaan.

report-paused =
    We stoppen even.
    Ik bewaar wat je schreef.
    Wil je verder?
    Typ dan /meld.

report-resumed =
    Fijn dat je er weer bent.
    We gaan verder.

report-still-open =
    Je was iets aan het vertellen.
    Ik heb het bewaard.
    Wil je verder?
    Typ dan /meld.

report-already-open =
    Je was al iets aan het vertellen.
    Wil je daarmee verder?

report-nothing-open =
    Je bent nu niets aan het vertellen.
    Wil je iets vertellen?
    Typ dan /meld.

report-stop-confirm =
    Wil je stoppen?
    Dan gooi ik alles weg wat je schreef.
    Niemand leest het dan.
    Tik op een knop.

report-stop-confirm-case-stays =
    Wil je stoppen?
    School weet al wat je na /meld typte.
    En wat je aan foto’s stuurde.
    Dat is nummer { $number }.
    Dat kan ik niet weggooien.
    Je andere antwoorden gooi ik wel weg.
    Tik op een knop.

report-stopped =
    Ik heb alles weggegooid.
    Niemand op school heeft het gelezen.
    Op jouw telefoon staat het nog.
    Dat kun je zelf weghalen.

report-stopped-case-stays =
    Ik vraag niets meer.
    Wat je na /meld typte, heb ik bewaard.
    Dit is je nummer: { $number }.
    Wil je er iets over zeggen?
    Zeg dan dit nummer op school.

report-received =
    Ik heb alles goed bewaard.
    Dit is je nummer: { $number }.
    { $reader ->
        [counsellor] De vertrouwenspersoon gaat het lezen.
        [board] Het bestuur van de school gaat het lezen.
        [mentor] Je mentor gaat het lezen.
        [leader-and-mentor] De schoolleider en je mentor gaan het lezen.
        [privacy-officer] Iemand die over privacy gaat, gaat het lezen.
       *[leader] De schoolleider gaat het lezen.
    }
    Daarna kijken we wat er nodig is.
    Wil je zien hoe het ermee staat?
    Typ dan /meldingen.

report-privacy-too =
    Iemand die over privacy gaat, leest ook mee.

report-few-readers =
    Nu kunnen maar weinig mensen op school dit lezen.
    Bel daarom ook naar school: { $phone }.

report-call-too =
    Hoor je niets?
    Bel dan naar school: { $phone }.

report-inspector =
    Je kunt ook de vertrouwensinspecteur bellen: { $inspector }.

report-nobody-reachable =
    Ik heb alles goed bewaard.
    Dit is je nummer: { $number }.
    Ik kan nu niemand op school bereiken.
    Bel zelf naar school: { $phone }.
    Zeg dan je nummer: { $number }.

## Getypt in een groep

report-group-moved =
    Dit is niet voor de groep.
    Ik stuur je een bericht dat niemand anders ziet.

report-group-remove-yourself =
    Dit is niet voor de groep.
    Haal je bericht hier weg.
    Ik stuur je een bericht dat niemand anders ziet.

report-moved-removed =
    Je typte dit in de groep.
    Ik heb het daar weggehaald.
    Misschien heeft iemand het al gezien.
    Ik heb het goed bewaard.
    Hier zijn we samen, zonder de groep.

report-moved-still-there =
    Je typte dit in de groep.
    Ik kan het daar niet weghalen.
    Haal het zelf weg.
    Ik heb het goed bewaard.
    Hier zijn we samen, zonder de groep.
