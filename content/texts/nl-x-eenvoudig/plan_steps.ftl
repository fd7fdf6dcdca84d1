### Wat er in elke stap van een zaak wordt vastgelegd (content/steps/plan.toml), in makkelijk Nederlands.

## De stappen

button-plan-step-1 = Stap 1: melding en ernst
button-plan-step-2 = Stap 2: informatie verzamelen
button-plan-step-3 = Stap 3: strafbaar of niet
button-plan-step-4 = Stap 4: de sneeuwbal stoppen
button-plan-step-5 = Stap 5: mensen inlichten
button-plan-step-6 = Stap 6: communicatie
button-plan-step-7 = Stap 7: terugkijken, afronden

## De antwoorden

button-plan-is-yes = Ja
button-plan-is-no = Nee
button-plan-is-unknown = Weet ik niet
button-plan-is-not-serious = Niet ernstig
button-plan-is-serious = Ernstig
button-plan-is-very-serious = Zeer ernstig
button-plan-is-none = Geen
button-plan-is-some = Laag
button-plan-is-high = Hoog
button-plan-is-in-case = In deze zaak
button-plan-is-elsewhere = Ergens anders
button-plan-is-not = Niet strafbaar
button-plan-is-possible = Mogelijk strafbaar
button-plan-is-punishable = Strafbaar
button-plan-is-agreed = Akkoord
button-plan-is-not-agreed = Niet akkoord
button-plan-is-pupil = Leerling
button-plan-is-staff = Collega
button-plan-is-school = School
button-plan-is-several = Meer dan één
button-plan-is-family = Leerling of ouders
button-plan-is-self = De collega zelf
button-plan-is-both = Allebei
button-plan-is-nobody = Niemand
button-plan-is-warning = Waarschuwing
button-plan-is-suspension = Schorsing
button-plan-is-removal = Verwijdering van school
button-plan-is-reprimand = Berisping
button-plan-is-dismissal = Ontslag
button-plan-is-instant-dismissal = Ontslag op staande voet
button-plan-is-partly = Deels
button-plan-is-quiet = Het is rustig
button-plan-is-busy = Er komt meer bij
button-plan-is-safe = Veilig
button-plan-is-unsafe = Niet veilig
button-plan-is-no-parents = Gaat niet over ouders
button-plan-is-spokesperson = De woordvoerder
button-plan-is-release = Een persbericht
button-plan-is-unfounded = Onterecht
button-plan-is-solved = Opgelost
button-plan-is-handled = Afgehandeld
button-plan-is-offence = Strafbaar, met aangifte

## De punten

button-plan-danger = Gevaar van nu afwenden
plan-how-danger =
    De melder schreef dat er nu gevaar is.
    Bel { $emergency } als dat nog zo is.
    Tik op Gedaan als iedereen veilig is.

button-plan-board = Bestuur inlichten
plan-how-board =
    Het kan gaan om misbruik door iemand van school.
    Het bestuur moet dat meteen zelf horen.
    Dat is de wet: niet via iemand anders.
    Praat er verder met niemand over.

button-plan-inspector = Vertrouwensinspecteur bellen
plan-how-inspector =
    Het bestuur belt meteen de vertrouwensinspecteur: { $inspector }.
    Dat is verplicht.
    Gaat het over het bestuur?
    Dan belt wie de zaak leest.
    Stel het kind zelf geen vragen.

button-plan-severity = Ernst bepalen
plan-how-severity =
    Hoe ernstig is deze zaak?
    Jij beslist, niet de melder.
    Twijfel je?
    Kies dan de zwaarste.

button-plan-privacy = Privacy geraakt?
plan-how-privacy =
    Gaat het om gegevens of beelden van mensen?
    Denk aan namen, foto’s, cijfers of gezondheid.
    Weet je het niet?
    Kies dan: weet ik niet.
    Dan vragen we het aan de FG.

button-plan-fg-told = FG inlichten
plan-how-fg-told =
    Vertel de FG nu wat je weet.
    De FG is de functionaris gegevensbescherming.
    Bel liever dan dat je mailt.

button-plan-leak = Is het een datalek?
plan-how-leak =
    Zijn gegevens van mensen kwijt, gestolen of gelekt?
    Of las iemand ze die dat niet mag?
    Beslis dit samen met de FG.

button-plan-aware = Wanneer ontdekt?
plan-how-aware =
    Wanneer hoorde school voor het eerst van het lek?
    Vanaf dan heeft school 72 uur.
    Typ dag en tijd, zoals 23-11-2026 09:30.
    Gisteren 14:00 mag ook.

button-plan-leak-nature = Wat er gelekt is
plan-how-leak-nature =
    Wat is er gebeurd met de gegevens?
    Typ het in een paar zinnen.
    Weet je nog niet alles?
    Vul het later aan.

button-plan-leak-people = Van wie, en hoeveel
plan-how-leak-people =
    Van wie zijn de gegevens, en van hoeveel mensen?
    Ongeveer is genoeg.
    Noem soorten mensen, geen namen.

button-plan-leak-effects = Mogelijke gevolgen
plan-how-leak-effects =
    Wat kan er voor deze mensen misgaan?
    Denk aan pesten, schaamte of misbruik.

button-plan-leak-measures = Wat we ertegen doen
plan-how-leak-measures =
    Wat deed school al om schade te beperken?
    En wat gaat school nog doen?

button-plan-leak-contact = Wie de AP kan bellen
plan-how-leak-contact =
    Bij wie kan de AP meer vragen?
    Meestal is dat de FG.
    Typ naam, telefoon en mailadres.

button-plan-leak-risk = Risico voor mensen
plan-how-leak-risk =
    Hoe groot is het risico voor deze mensen?
    Vraag de FG om raad.
    Bij een hoog risico moeten zij het horen.

button-plan-leak-ap = AP inlichten
plan-how-leak-ap =
    Is het lek gemeld bij de toezichthouder?
    Dat is de AP, de Autoriteit Persoonsgegevens.
    De FG doet dat op de website van de AP.
    Kies Nee alleen met een goede reden.

button-plan-leak-register = Lek op de lijst van school
plan-how-leak-register =
    Zet elk lek op de lijst van school.
    Ook een klein lek.
    Ook als je het niet meldt.

button-plan-leak-persons = Mensen zelf inlichten
plan-how-leak-persons =
    Vertel de mensen zelf wat er gelekt is.
    Zeg ook wat zij nu kunnen doen.
    Schrijf het in gewone woorden.

button-plan-facts = Feit opschrijven
plan-how-facts =
    Typ één feit: wat is gezien, gehoord of gelezen?
    Schrijf ook van wie je het weet.
    Wat iemand ervan vindt, hoort bij meningen.

button-plan-opinions = Mening opschrijven
plan-how-opinions =
    Typ wat iemand denkt, vindt of vermoedt.
    Schrijf erbij wie dat zegt.
    Zo blijft het apart van de feiten.

button-plan-timeline = Tijdlijn aanvullen
plan-how-timeline =
    Wat gebeurde er wanneer?
    Ik vraag eerst het moment, dan de gebeurtenis.

button-plan-evidence = Bewijs bewaard?
plan-how-evidence =
    Waar is het bewijs?
    Bewaar nooit naaktbeelden van kinderen.
    Schrijf dan op waar en wanneer iets stond.

button-plan-offence = Strafbaar of niet?
plan-how-offence =
    Kan dit strafbaar zijn?
    Denk aan bedreiging, smaad, stalken of hacken.
    Je hoeft geen rechter te zijn.
    Een tweede persoon kijkt met je mee.

button-plan-offence-second = Tweede persoon: strafbaar?
plan-how-offence-second =
    Een collega koos of dit strafbaar is.
    Lees de keuze en de reden.
    Ben je het ermee eens?

button-plan-board-police = Aangifte door het bestuur
plan-how-board-police =
    Is er een redelijk vermoeden van misbruik?
    Dan moet het bestuur aangifte doen.
    Ook als ouders of kind dat niet willen.

button-plan-confronted = Praten met wie het deed
plan-how-confronted =
    Praat met wie het deed.
    Leg de feiten op tafel, zonder meningen.
    Vertel niet wie het meldde.

button-plan-aftercare = Nazorg regelen
plan-how-aftercare =
    Wie zorgt hierna voor de leerling of collega?
    Denk aan de mentor of de vertrouwenspersoon.
    Typ wie het doet en wanneer.

button-plan-registered = In het systeem zetten
plan-how-registered =
    Zet het voorval in het systeem van school.
    Daar waar jullie dat altijd doen.

button-plan-police-told = Politie laten weten?
plan-how-police-told =
    Wil je de politie toch laten weten wat er was?
    Dat mag, ook als het niet strafbaar is.

button-plan-police-asked = Voorleggen aan politie
plan-how-police-asked =
    Je twijfelt of dit strafbaar is.
    Bel { $police_line } en leg de situatie voor.
    Vraag naar de contactpersoon voor jullie school.

button-plan-police-answer = Wat de politie zegt
plan-how-police-answer =
    Wat zei de politie?
    Typ ook met wie je sprak.
    Is het toch strafbaar?
    Kies dat dan in deze stap.

button-plan-victim = Wie is het slachtoffer?
plan-how-victim =
    Wie heeft er last van?
    Ik laat daarna zien wat er moet gebeuren.

button-plan-pupil-talk = Praten met de ouders
plan-how-pupil-talk =
    Praat met de leerling en de ouders.
    Vraag of zij aangifte willen doen.
    School en ouders kunnen het allebei.
    Kijk eerst in stap 5 of dat veilig is.

button-plan-pupil-police = Aangifte voor leerling
plan-how-pupil-police =
    Wie doet aangifte bij de politie?
    Doet niemand dat?
    Dan vraag ik waarom.

button-plan-pupil-news = Afspraak met de ouders
plan-how-pupil-news =
    Hoe houden school en ouders elkaar op de hoogte?
    Typ wie wie belt, en wanneer.

button-plan-staff-talk = Praten met de collega
plan-how-staff-talk =
    Praat met je collega die het slachtoffer is.
    Vraag of hij of zij aangifte wil doen.
    School en collega kunnen het allebei.

button-plan-staff-police = Aangifte voor collega
plan-how-staff-police =
    Wie doet aangifte bij de politie?
    Doet niemand dat?
    Dan vraag ik waarom.

button-plan-staff-news = Afspraak met de collega
plan-how-staff-news =
    Hoe houden jullie elkaar op de hoogte?
    Typ wie wie belt, en wanneer.

button-plan-school-police = Aangifte door school
plan-how-school-police =
    De school zelf is het slachtoffer.
    De schoolleider doet aangifte bij de politie.
    Tik op Gedaan als dat is gebeurd.

button-plan-school-news = Afspraak met de politie
plan-how-school-news =
    Hoe hoort school verder van de politie?
    Typ wie belt, en met wie.

button-plan-support = Steun voor het slachtoffer
plan-how-support =
    Wie steunt het slachtoffer?
    Typ wie dat is en wanneer jullie weer praten.

button-plan-measure-for = Maatregel nodig?
plan-how-measure-for =
    Krijgt iemand een maatregel van school?
    Luister eerst naar wie het betreft.

button-plan-measure-pupil = Maatregel voor leerling
plan-how-measure-pupil =
    Welke maatregel krijgt de leerling?
    Ik vraag daarna de reden.

button-plan-filed-pupil = Brief in leerlingdossier
plan-how-filed-pupil =
    Zet de brief in het dossier van de leerling.
    Tik dan op Gedaan.

button-plan-measure-staff = Maatregel voor collega
plan-how-measure-staff =
    Welke maatregel krijgt je collega?
    Overleg eerst met het bestuur.
    Ik vraag daarna de reden.

button-plan-filed-staff = Brief in personeelsdossier
plan-how-filed-staff =
    Zet de brief in het personeelsdossier.
    Tik dan op Gedaan.

button-plan-spread = Gaat er iets rond?
plan-how-spread =
    Worden berichten of beelden doorgestuurd?
    Weet je het niet?
    Kies dan: weet ik niet.
    Dan letten we de eerste uren extra op.

button-plan-account = Is de app weer veilig?
plan-how-account =
    Iemand anders zit in de app van de leerling.
    Help met een nieuw wachtwoord en een extra code.
    Laat overal uitloggen.
    Tik op Gedaan als alles weer veilig is.

button-plan-image-help = Hulp bij een naaktbeeld
plan-how-image-help =
    Gaat het om een naaktbeeld?
    Bel dan Helpwanted: { $helpwanted }.
    Zij helpen het weg te krijgen.
    Bekijk, bewaar of stuur het beeld zelf nooit.
    Tik op Gedaan als het slachtoffer dit nummer heeft.

button-plan-holders = Vragen: stuur niet door
plan-how-holders =
    Vraag wie het heeft om niets door te sturen.
    Vraag ook om het te wissen.
    Een oproep aan klassen kan ik doen, bij Links.
    Zeg erbij dat melden altijd mag.

button-plan-links = Plekken laten verwijderen
plan-how-links =
    Zet elke plek in de lijst met links.
    Daar zie je hoe je om verwijderen vraagt.
    Tik op Gedaan als alle plekken erin staan.

button-plan-gone = Is alles weg?
plan-how-gone =
    Kijk op elke plek of het weg is.
    Staat er nog iets?
    Vraag het dan opnieuw.
    Deze vraag blijft open tot alles weg is.
    Lukt dat niet?
    Tik op Niet nodig en typ waarom.

button-plan-watch-1 = Kijken na 1 uur
plan-how-watch-1 =
    Kijk 1 uur na het begin nog eens goed rond.
    Komt er iets bij?
    Of is het rustig?

button-plan-watch-4 = Kijken na 4 uur
plan-how-watch-4 =
    Kijk 4 uur na het begin nog eens goed rond.
    Komt er iets bij?
    Of is het rustig?

button-plan-watch-24 = Kijken na 24 uur
plan-how-watch-24 =
    Kijk 24 uur na het begin nog eens goed rond.
    Komt er iets bij?
    Of is het rustig?

button-plan-safe = Is ouders inlichten veilig?
plan-how-safe =
    Is het veilig om ouders dit te vertellen?
    Denk aan gevaar thuis: eer, geweld of straf.
    Twijfel je?
    Kies dan Niet veilig.
    Praat eerst met de vertrouwenspersoon.

button-plan-parents-told = Ouders inlichten
plan-how-parents-told =
    Vertel ouders wat je weet en wat er komt.
    Noem geen namen van andere kinderen.
    Ik vraag wie het hoorde, wat, van wie en wanneer.

button-plan-told = Betrokkene inlichten
plan-how-told =
    Wie moet weten wat er speelt?
    Vertel wat bekend is en wat er nu gebeurt.
    Ik vraag wie het hoorde, wat, van wie en wanneer.

button-plan-message = Is een bericht nodig?
plan-how-message =
    Moet school iets laten weten aan een groep mensen?
    Kies je Nee?
    Dan vraag ik waarom.

button-plan-advice = Advies vragen
plan-how-advice =
    Vraag communicatie of de FG om advies.
    Typ wie het gaf en wat het is.

button-plan-wording = Tekst van het bericht
plan-how-wording =
    Typ de tekst zoals hij wordt verstuurd.
    Er is één tekst, voor iedereen dezelfde.
    Zet er geen namen in.

button-plan-wording-second = Tweede persoon: tekst
plan-how-wording-second =
    Een collega schreef deze tekst.
    Lees hem rustig, als een ouder.
    Mag hij zo de deur uit?

button-plan-internal = Eerst het team vertellen
plan-how-internal =
    Vertel het eerst aan je eigen team.
    Daarna pas aan anderen.
    Tik op Gedaan als het team het weet.

button-plan-external-wanted = Ook naar buiten?
plan-how-external-wanted =
    Moeten mensen buiten school dit horen?
    Denk aan alle ouders, de buurt of de pers.

button-plan-external = Naar buiten vertellen
plan-how-external =
    Stuur de afgesproken tekst naar buiten.
    Verander er niets meer aan.
    Tik op Gedaan als hij weg is.

button-plan-press = Wie praat met de pers?
plan-how-press =
    Alleen de woordvoerder praat met de pers.
    Of er komt een persbericht.
    Alle anderen verwijzen door.

button-plan-told-again = Opnieuw inlichten
plan-how-told-again =
    Is het opgelost of komt er een nieuwe fase?
    Vertel het dan aan wie het eerder hoorde.
    Ik vraag wie het hoorde, wat, van wie en wanneer.

button-plan-worked = Werkte de aanpak?
plan-how-worked =
    Kijk terug als het rustig is.
    Werkten de regels en wat jullie deden?

button-plan-lesson = Wat leren we?
plan-how-lesson =
    Wat ging goed, en wat kan beter?
    Typ het in een paar zinnen, zonder namen.

button-plan-improvements = Verbetering afspreken
plan-how-improvements =
    Wat gaan jullie anders doen?
    Ik vraag wat, wie het doet en voor welke dag.

button-plan-outcome = Hoe loopt het af?
plan-how-outcome =
    Kies hoe de zaak afloopt.
    Daarna kijkt een tweede persoon mee.
    Pas dan is de zaak afgerond.

button-plan-closing = Tweede persoon: afronden
plan-how-closing =
    Een collega wil deze zaak afronden.
    Kijk of alles is gedaan.
    Ga je akkoord?
    Dan is de zaak afgerond.

## De delen van een regel, één voor één gevraagd

plan-part-fact =
    Welk feit?

plan-part-opinion =
    Welke mening?

plan-part-moment =
    Wanneer was dat?
    Typ dag en tijd.

plan-part-event =
    Wat gebeurde er toen?

plan-part-person =
    Wie is ingelicht?

plan-part-told =
    Wat is er verteld?

plan-part-teller =
    Wie heeft het verteld?

plan-part-improvement =
    Wat gaan jullie anders doen?

plan-part-owner =
    Wie zorgt daarvoor?

plan-part-day =
    Op welke dag moet het klaar zijn?
