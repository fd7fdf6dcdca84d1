### Het dossier van een zaak (/zaak N dossier), zoals het op papier komt. Altijd in de taal van de
### school. Een melder die niet genoemd wil worden, krijgt er geen naam in.

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
        [in-hand] In behandeling
        [closed] Afgerond
       *[received] Nog niet gelezen
    }

dossier-closed = Afgerond op

dossier-outcome = Afloop

dossier-reporter = Melder

dossier-reporter-unnamed = De melder (naam niet vrijgegeven)

dossier-reporter-unknown = De melder staat niet op de lijst van school

dossier-reporter-pupil = { $name } uit klas { $class }

dossier-handlers = Behandeld door

dossier-nobody = Niemand

dossier-made = Dossier gemaakt op

dossier-made-for = Op verzoek van

dossier-administrator = De beheerder, op de opdrachtregel

dossier-the-bot = Groepsmaat

dossier-person-left = Iemand die niet meer op de lijst van school staat

dossier-note-confidential =
    Dit dossier is vertrouwelijk. Geef het alleen aan wie het nodig heeft. Dat het gemaakt is, staat in het logboek.

dossier-note-unnamed =
    De melder wil niet genoemd worden. Groepsmaat laat de naam daarom overal weg. In woorden die iemand zelf schreef kan toch een naam staan.

dossier-note-times =
    Alle tijden zijn die van { $zone }. Woorden van mensen staan er zoals ze geschreven zijn. Een teken dat niet op papier kan, staat er met zijn Engelse naam tussen ⟦ en ⟧.

dossier-when = Wanneer

dossier-what = Wat

dossier-who = Wie

dossier-line = Regel

dossier-about = Waarover

dossier-timeline = Tijdlijn

dossier-event =
    { $event ->
        [opened] De melding kwam binnen.
        [completed] De melding is compleet gemaakt.
        [told-more] De melder heeft iets toegevoegd.
        [wiped-by-reporter] De melder heeft de zaak aan de eigen kant gewist.
        [passed-on] Deze persoon is gevraagd om de melding te lezen.
        [not-told] Deze behandelaar kon het bericht niet krijgen.
        [nobody-left] Iedereen die de melding mag lezen, is gevraagd. Niemand had hem gelezen.
        [phone-given] Op school was niemand bereikbaar. De melder kreeg het telefoonnummer van school.
        [naked-not-taken] Er was misschien een naaktbeeld. Dat is niet aangenomen.
        [link-added] Er kwamen links bij.
        [link-typed] Er kwamen woorden bij de links die zelf geen link zijn.
        [link-reminded] Herinnering gestuurd: kijk of alles verwijderd is.
        [handover-accepted] Gaat de zaak behandelen.
        [handover-declined] Wil de zaak niet behandelen.
        [left] Werkt hier niet meer.
        [stepped-out] Stapte uit de zaak. De reden staat bij de stappen.
        [kept-longer] De zaak blijft langer bewaard.
        [hold-begun] De zaak mag voorlopig niet vernietigd worden.
        [hold-ended] De zaak mag weer vernietigd worden.
        [warned] Bericht gestuurd: de zaak wordt binnenkort vernietigd.
        [reminded-quiet] Herinnering gestuurd: in de zaak gebeurde een paar dagen niets.
        [reply] Een bericht aan de melder
        [snoozed] Een herinnering uitgesteld
        [talk] Het gesprek met de melder
        [links] De links
        [appeal] De oproepen aan klassen
        [evidence] Het bewijs
        [handover] Wie de zaak behandelt
        [keep] Hoe lang de zaak bewaard blijft
        [dossier] Gevraagd in een gesprek met Groepsmaat
        [command-line] Gevraagd op de opdrachtregel
       *[plan] Het stappenplan
    }

dossier-event-asked = Vroeg { $name } om de zaak te behandelen.

dossier-event-passed-on = Gevraagd om de melding te lezen: { $name }

dossier-event-evidence =
    { $what ->
        [received] Bewijs { $count } kwam binnen.
        [viewed] Bewijs { $count } is geopend.
        [removed] Bewijs { $count } is verwijderd.
       *[itself] Bewijs { $count }
    }

dossier-event-link =
    Link { $item }: { $what ->
        [typed] genoemd.
        [noted] bewaard.
        [dropped] niet bewaard.
        [asked] verwijderen gevraagd.
        [refused] geweigerd.
        [removed] verwijderd.
        [back] staat er weer.
        [later] later nog eens kijken.
        [reminded] herinnering gestuurd.
       *[no-answer] nog geen antwoord.
    }

dossier-event-plan = Stappenplan: { $what }

dossier-event-reminded = Herinnering gestuurd: { $what }

dossier-event-term = De bewaartermijn is voorbij. Afloop: { $what }

dossier-event-other = Vastgelegd: { $text }

dossier-item-gone = Punt dat niet meer in het stappenplan staat ({ $text })

dossier-item-gone-waived = Vervallen punt dat niet meer in het stappenplan staat ({ $text })

dossier-spread = Links en oproepen

dossier-link = Link { $item }: { $platform }

dossier-appeal-classes = Klassen: { $classes }

dossier-appeal-promised = Klas { $class }: nog niet geplaatst.

dossier-appeal-accepted = Klas { $class }: geplaatst op { $time }.

dossier-appeal-refused = Klas { $class }: plaatsen lukte niet, op { $time }.

dossier-appeal-no-group = Klas { $class }: niet geplaatst. Deze klas heeft geen groep.

dossier-in-place = In plaats van: { $role }
dossier-stepped-out = Uit de zaak gestapt

dossier-was-held = Mocht een tijd niet vernietigd worden

dossier-event-said = Een bericht in het gesprek met de melder

dossier-report = De melding

dossier-report-empty = De melder heeft nog niets verteld.

dossier-not-told = Niet verteld

dossier-talk = Gesprek met de melder

dossier-talk-empty = Er is geen gesprek met de melder gevoerd.

dossier-steps = Stappen en besluiten

dossier-steps-empty = In het stappenplan is nog niets vastgelegd.

dossier-record = Stap { $step }: { $what }

dossier-record-waived = Vervallen in stap { $step }: { $what }

dossier-record-earlier = Later verbeterd in stap { $step }: { $what }

dossier-reason = Reden: { $text }

dossier-open = Nog niet vastgelegd: { $count }

dossier-evidence = Bewijs

dossier-evidence-empty = Er is geen bewijs bij deze zaak.

dossier-evidence-kept =
    Elk stuk is versleuteld bewaard. De controlesom (SHA-256) is die van het bestand zoals het binnenkwam.

dossier-piece =
    Bewijs { $count }: { $kind ->
        [picture] foto
        [sound] geluid
        [film] film
        [letter] pdf
       *[other] bestand
    } ({ $media }), { $bytes } bytes

dossier-piece-removed =
    Het bestand is verwijderd op { $time }. Alleen deze gegevens zijn er nog.

dossier-piece-number = Bewijs

dossier-readers = Wie deze zaak zag of veranderde

dossier-readers-intro =
    Dit zijn de regels van het logboek over deze zaak. De nummers tellen door over alle zaken van school.

dossier-deed =
    { $deed ->
        [opened] De zaak is geopend.
        [viewed] Heeft de zaak bekeken.
        [changed] Heeft iets vastgelegd.
        [told] Er is iets verteld.
        [exported] Heeft een dossier laten maken.
        [refused] Wilde erbij en mocht niet.
        [closed] Heeft de zaak afgerond.
        [destroyed] De zaak is vernietigd.
       *[other] Iets anders: { $deed }
    }

dossier-keeping = Hoe lang deze zaak bewaard blijft

dossier-keeping-plain = Zolang een zaak niet is afgerond, wordt hij niet vernietigd.

dossier-goes = Wordt vernietigd op { $date }

dossier-kept-until = Langer bewaard, tot { $date }

dossier-held-until = Mag niet weg voor { $date }

dossier-proof = Bewijs dat het logboek klopt

dossier-proof-intro =
    Elke regel van het logboek draagt de controlesom van de regel ervoor. Bewaar deze controlesom: daarmee valt op als er later iets veranderd of weggehaald is. De beheerder controleert het met: groepsmaat case verify-log --head CONTROLESOM

dossier-head = Controlesom van regel { $line }

dossier-made-notice =
    Van zaak { $number } is een dossier gemaakt, op de computer van de beheerder.
    Wist je dat niet? Vraag dan aan de beheerder waarom.
    .subject = Dossier gemaakt van zaak { $number }

dossier-coming =
    Ik maak het dossier van zaak { $number }. Dat staat nu in het logboek. Het komt zo hier.

dossier-here =
    Dit is het dossier van zaak { $number }. Bewaar het waar niemand anders bij kan, en wis dit bericht daarna.

dossier-not-made =
    Het dossier van zaak { $number } kon ik niet maken. Vraag de beheerder om groepsmaat case export.

dossier-not-sent =
    Het dossier van zaak { $number } kon ik je niet sturen. Ik heb het weer gewist.
