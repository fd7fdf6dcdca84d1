### Het dossier van een zaak op papier, in makkelijk Nederlands.

dossier-title = Dossier van zaak { $number }

dossier-header = Vertrouwelijk: dossier van zaak { $number }

dossier-page = Bladzijde

dossier-school = School

dossier-number = Zaaknummer

dossier-opened = Gemeld op

dossier-status = Stand van zaken

dossier-status-now =
    { $status ->
        [read] Gelezen
        [in-hand] We zijn ermee bezig
        [closed] Klaar
       *[received] Nog niet gelezen
    }

dossier-closed = Klaar op

dossier-outcome = Hoe het afliep

dossier-reporter = Melder

dossier-reporter-unnamed = De melder (naam niet vrijgegeven)

dossier-reporter-unknown = De melder staat niet op de lijst van school

dossier-reporter-pupil = { $name } uit klas { $class }

dossier-handlers = Wie de zaak doet

dossier-nobody = Niemand

dossier-made = Gemaakt op

dossier-made-for = Gemaakt voor

dossier-administrator = De beheerder van school

dossier-the-bot = Groepsmaat

dossier-person-left = Iemand die niet meer op de lijst staat

dossier-note-confidential =
    Dit dossier is vertrouwelijk.
    Geef het alleen aan wie het nodig heeft.
    In het logboek staat wie het maakte.

dossier-note-unnamed =
    De melder wil niet dat je de naam ziet.
    Ik laat de naam daarom overal weg.
    Iemand kan zelf toch een naam geschreven hebben.

dossier-note-times =
    Alle tijden zijn die van { $zone }.
    Woorden van mensen staan er zoals ze geschreven zijn.
    Soms kan een teken niet op papier.
    Dan staat de Engelse naam er, tussen ⟦ en ⟧.

dossier-when = Wanneer

dossier-what = Wat

dossier-who = Wie

dossier-line = Regel

dossier-about = Waarover

dossier-timeline = Tijdlijn

dossier-event =
    { $event ->
        [opened] De melding kwam binnen.
        [completed] De melding is af.
        [told-more] De melder vertelde meer.
        [wiped-by-reporter] De melder heeft dit bij zichzelf gewist.
        [passed-on] Deze persoon is gevraagd om te lezen.
        [not-told] Deze collega kon het bericht niet krijgen.
        [nobody-left] Iedereen is gevraagd, en niemand had het gelezen.
        [phone-given] De melder kreeg het telefoonnummer van school.
        [naked-not-taken] Een naaktbeeld is niet aangenomen.
        [link-added] Er kwamen links bij.
        [link-typed] Er kwamen woorden bij de links.
        [link-reminded] Herinnering: kijk of alles weg is.
        [handover-accepted] Gaat de zaak behandelen.
        [handover-declined] Wil de zaak niet behandelen.
        [left] Werkt hier niet meer.
        [stepped-out] Stapte uit de zaak.
        [kept-longer] De zaak blijft langer bewaard.
        [hold-begun] De zaak mag voorlopig niet weg.
        [hold-ended] De zaak mag weer weg.
        [warned] Bericht: de zaak gaat binnenkort weg.
        [reminded-quiet] Herinnering: er gebeurde een paar dagen niets.
        [reply] Een bericht aan de melder
        [snoozed] Een herinnering uitgesteld
        [talk] Het gesprek met de melder
        [links] De links
        [appeal] De oproepen aan klassen
        [evidence] Het bewijs
        [handover] Wie de zaak doet
        [keep] Hoe lang de zaak bewaard blijft
        [dossier] Gevraagd in een gesprek met mij
        [command-line] Gevraagd door de beheerder
       *[plan] Het stappenplan
    }

dossier-event-asked = Vroeg { $name } om de zaak te doen.

dossier-event-passed-on = Gevraagd om te lezen: { $name }

dossier-event-evidence =
    { $what ->
        [received] Bewijs { $count } kwam binnen.
        [viewed] Bewijs { $count } is bekeken.
        [removed] Bewijs { $count } is weg.
       *[itself] Bewijs { $count }
    }

dossier-event-link =
    Link { $item }: { $what ->
        [typed] genoemd.
        [noted] bewaard.
        [dropped] niet bewaard.
        [asked] gevraagd om het weg te halen.
        [refused] ze willen het niet weghalen.
        [removed] weg.
        [back] staat er weer.
        [later] later nog eens kijken.
        [reminded] herinnering gestuurd.
       *[no-answer] nog geen antwoord.
    }

dossier-event-plan = Stappenplan: { $what }

dossier-event-reminded = Herinnering: { $what }

dossier-event-term = De tijd van bewaren is voorbij: { $what }

dossier-event-other = Opgeschreven: { $text }

dossier-item-gone = Iets wat niet meer in het stappenplan staat ({ $text })

dossier-item-gone-waived = Niet nodig, en niet meer in het stappenplan ({ $text })

dossier-spread = Links en oproepen

dossier-link = Link { $item }: { $platform }

dossier-appeal-classes = Klassen: { $classes }

dossier-appeal-promised = Klas { $class }: nog niet geplaatst.

dossier-appeal-accepted = Klas { $class }: geplaatst op { $time }.

dossier-appeal-refused = Klas { $class }: plaatsen lukte niet, op { $time }.

dossier-appeal-no-group =
    Klas { $class }: niet geplaatst.
    Deze klas heeft geen groep.

dossier-in-place = In plaats van: { $role }
dossier-stepped-out = Uit de zaak gestapt

dossier-was-held = Mocht een tijd niet weg

dossier-event-said = Een bericht in het gesprek met de melder

dossier-report = De melding

dossier-report-empty = De melder heeft nog niets verteld.

dossier-not-told = Niet verteld

dossier-talk = Gesprek met de melder

dossier-talk-empty = Er is nog niet met de melder gepraat.

dossier-steps = Stappen, en wat er besloten is

dossier-steps-empty = In het stappenplan staat nog niets.

dossier-record = Stap { $step }: { $what }

dossier-record-waived = Niet nodig in stap { $step }: { $what }

dossier-record-earlier = Later verbeterd in stap { $step }: { $what }

dossier-reason = Waarom: { $text }

dossier-open = Nog niet opgeschreven: { $count }

dossier-evidence = Bewijs

dossier-evidence-empty = Er is geen bewijs bij deze zaak.

dossier-evidence-kept =
    Elk stuk is achter slot bewaard.
    De controlesom heet SHA-256.
    Hij is van het bestand zoals het binnenkwam.

dossier-piece =
    Bewijs { $count }: { $kind ->
        [picture] foto
        [sound] geluid
        [film] film
        [letter] pdf
       *[other] bestand
    } ({ $media }), { $bytes } bytes

dossier-piece-removed =
    Het bestand is weg sinds { $time }.

dossier-piece-number = Bewijs

dossier-readers = Wie deze zaak zag of veranderde

dossier-readers-intro =
    Dit staat in het logboek over deze zaak.
    De nummers tellen door, ook over andere zaken.

dossier-deed =
    { $deed ->
        [opened] De zaak is geopend.
        [viewed] Heeft de zaak bekeken.
        [changed] Heeft iets opgeschreven.
        [told] Er is iets verteld.
        [exported] Heeft een dossier laten maken.
        [refused] Wilde erbij en mocht niet.
        [closed] Heeft de zaak klaar gemaakt.
        [destroyed] De zaak is vernietigd.
       *[other] Iets anders: { $deed }
    }

dossier-keeping = Hoe lang deze zaak bewaard blijft

dossier-keeping-plain = Zolang een zaak niet klaar is, blijft hij bewaard.

dossier-goes = Gaat weg op { $date }

dossier-kept-until = Langer bewaard, tot { $date }

dossier-held-until = Mag niet weg voor { $date }

dossier-proof = Bewijs dat het logboek klopt

dossier-proof-intro =
    Elke regel draagt de controlesom van de regel ervoor.
    Bewaar deze controlesom.
    Zo valt het op als er iets veranderd is.
    De beheerder kijkt dat na: groepsmaat case verify-log --head CONTROLESOM

dossier-head = Controlesom van regel { $line }

dossier-made-notice =
    Van zaak { $number } is een dossier gemaakt.
    Dat deed de beheerder van school.
    Wist je dat niet?
    Vraag dan aan de beheerder waarom.
    .subject = Dossier gemaakt van zaak { $number }

dossier-coming =
    Ik maak het dossier van zaak { $number }.
    Dat staat nu in het logboek.
    Het komt zo hier.

dossier-here =
    Dit is het dossier van zaak { $number }.
    Bewaar het waar niemand anders bij kan.
    Wis dit bericht daarna.

dossier-not-made =
    Ik kon het dossier van zaak { $number } niet maken.
    Vraag het aan de beheerder.

dossier-not-sent =
    Ik kon het dossier van zaak { $number } niet sturen.
    Ik heb het weer gewist.
