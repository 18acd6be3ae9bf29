# What reports, alerts and checks say: every answer that can be picked, and the sentences around them.
# Short and plain, for somebody in a hurry, perhaps frightened, in her second language.
# A car and a look are read from English words only, so the examples of what to type are in English, and say so.
# The keys are <list>-<code>; a code never changes, what it is called may. We say what was reported, never what somebody is.

# Between things that are read one after the other: "threats, assault"
list-comma = {", "}

## What happened

kinds-assault = coups ou agression
kinds-sexual-assault = agression sexuelle
kinds-condom = capote retirée ou refusée
kinds-weapon = arme
kinds-confinement = enfermement ou enlèvement
kinds-drugging = drogue donnée sans accord
kinds-robbery = vol
kinds-non-payment = n’a pas payé
kinds-fake-payment = faux paiement
kinds-threats = menaces
kinds-harassment = harcèlement
kinds-stalking = a suivi ou surveillé
kinds-blackmail = chantage ou outing
kinds-filming = a filmé sans accord
kinds-consent-violated = a fait ce qui n’était pas convenu
kinds-hate = haine
kinds-authority-abuse = abus de la police ou d’une autre autorité
kinds-haggling = n’acceptait pas le prix
kinds-no-show = rendez-vous manqué
kinds-disrespect = manque de respect
kinds-felt-wrong = quelque chose clochait

kind-groups-violence = Violence
kind-groups-money = Argent
kind-groups-coercion = Pression
kind-groups-authority = Police et autorités
kind-groups-nuisance = Embêtements

## How dangerous. Four steps, least first

severities-nuisance = Embêtement
severities-risky = Risque
severities-dangerous = Danger
severities-very-dangerous = GRAND DANGER

## How sure we are. Four steps, least first

verifications-unconfirmed = Pas confirmé
verifications-reporter-spoken-to = On a parlé avec qui l’a signalé
verifications-evidence-seen = On a vu des preuves
# $by (Number): so many people, each of whom a moderator has spoken with
verifications-corroborated =
    { $by ->
        [one] Confirmé par { $by } autre personne
       *[other] Confirmé par { $by } personnes
    }
# The same, where no number is known yet: a list to pick from
verifications-corroborated-pick = Confirmé par d’autres

## About the report

sharing-moderators = La modération seulement
sharing-peers = Prévenir les autres

relationships-self = Ça m’est arrivé
relationships-for-someone = C’est arrivé à quelqu’un d’autre, qui est d’accord
relationships-witness = Je l’ai vu
relationships-second-hand = On me l’a raconté

precisions-day = ce jour-là
precisions-week = à peu près à ce moment
precisions-month = ce mois-là
precisions-year = cette année-là

bands-00-06 = la nuit (00–06)
bands-06-12 = le matin (06–12)
bands-12-18 = l’après-midi (12–18)
bands-18-24 = le soir (18–24)

places-car = dans une voiture
places-street = dans la rue
places-park = dans un parc
places-bar = dans un bar ou un club
places-my-place = chez moi
places-their-place = chez la personne
places-hotel = à l’hôtel
places-parlour = dans un salon de massage
places-agency = dans une agence
places-online = sur internet
places-phone = au téléphone
places-other = ailleurs

contacts-street = dans la rue
contacts-call = par appel
contacts-text = par SMS
contacts-app = par une appli
contacts-site = par un site
contacts-social = par les réseaux sociaux
contacts-referral = par quelqu’un que je connais
contacts-agency = par une agence
contacts-venue = dans un bar ou un salon
contacts-regular = on se connaissait déjà
contacts-other = autrement

risks-knows-my-home = sait où j’habite
risks-knows-my-work = sait où je travaille
risks-knows-my-name = connaît mon nom
risks-has-pictures = a des photos de moi
risks-keeps-contacting = continue à me contacter
risks-has-my-things = a mes affaires
risks-is-nearby = est tout près
risks-others-at-risk = d’autres sont en danger
risks-none = non

supports-talk = parler à quelqu’un
supports-health = des soins
supports-legal = des conseils juridiques
supports-housing = un endroit où dormir
supports-money = de l’argent
supports-company = que quelqu’un vienne avec moi
supports-translation = que quelqu’un traduise
supports-none = rien pour l’instant

## A person

roles-client = client
roles-posing-as-client = s’est fait passer pour un client
roles-police = police
roles-manager = responsable du lieu
roles-bouncer = sécurité du lieu
roles-driver = chauffeur
roles-landlord = propriétaire
roles-other = autre

genders-man = homme
genders-woman = femme
genders-non-binary = personne non binaire
genders-other = autre genre

ages-under-20 = moins de 20 ans
ages-20s = 20 à 29 ans
ages-30s = 30 à 39 ans
ages-40s = 40 à 49 ans
ages-50s = 50 à 59 ans
ages-60s = 60 à 69 ans
ages-70-plus = 70 ans ou plus

heights-short = petite taille
heights-average = taille moyenne
heights-tall = grande taille
heights-very-tall = très grande taille

builds-slim = corps mince
builds-average = corpulence moyenne
builds-muscular = corps musclé
builds-heavy = forte corpulence

hairs-bald = sans cheveux
hairs-shaved = crâne rasé
hairs-black = cheveux noirs
hairs-brown = cheveux bruns
hairs-blond = cheveux blonds
hairs-red = cheveux roux
hairs-grey = cheveux gris
hairs-white = cheveux blancs
hairs-dyed = cheveux teints
hairs-covered = cheveux couverts

eyes-brown = yeux marron
eyes-blue = yeux bleus
eyes-green = yeux verts
eyes-grey = yeux gris
eyes-other = yeux peu courants

person-marks-beard = barbe
person-marks-moustache = moustache
person-marks-glasses = lunettes
person-marks-tattoo-face = tatouage au visage
person-marks-tattoo-neck = tatouage au cou
person-marks-tattoo-hand = tatouage à la main
person-marks-tattoo-arm = tatouage au bras
person-marks-tattoo-elsewhere = tatouage
person-marks-scar-face = cicatrice au visage
person-marks-scar-hand = cicatrice à la main
person-marks-scar-elsewhere = cicatrice
person-marks-piercing = piercing
person-marks-missing-teeth = dents manquantes
person-marks-gold-teeth = dents en or
person-marks-limp = marche en boitant
person-marks-stammer = bégaie
person-marks-birthmark = tache de naissance
person-marks-missing-finger = doigt manquant
person-marks-uniform = uniforme
person-marks-strong-smell = odeur forte
person-marks-other = autre signe

weapons-knife = couteau
weapons-gun = arme à feu
weapons-blunt = de quoi frapper
weapons-spray = spray
weapons-syringe = seringue
weapons-rope = corde
weapons-dog = chien
weapons-other = autre arme

# As perceived by the reporter. Shown only where the collective's rules say so, and never searched by.
ethnicities-white = blanc
ethnicities-black = noir
ethnicities-south-asian = d’Asie du Sud
ethnicities-east-asian = d’Asie de l’Est
ethnicities-middle-eastern = du Moyen-Orient
ethnicities-latin = d’Amérique latine
ethnicities-roma = rom
ethnicities-mixed = métis
ethnicities-other = autre

person-names = se fait appeler { $names }
person-accent = accent : { $accent }
person-languages = parle { $languages }
person-weapon = arme : { $weapon }
person-ethnicity = aspect perçu : { $ethnicity }

## A vehicle

vehicles-car = voiture
vehicles-van = camionnette
vehicles-suv = 4x4 (SUV)
vehicles-pickup = pick-up
vehicles-taxi = taxi
vehicles-lorry = camion
vehicles-minibus = minibus
vehicles-motorbike = moto
vehicles-bicycle = vélo
vehicles-camper = camping-car
vehicles-other = véhicule

colours-white = blanc
colours-black = noir
colours-grey = gris
colours-silver = argent
colours-blue = bleu
colours-red = rouge
colours-green = vert
colours-yellow = jaune
colours-orange = orange
colours-brown = marron
colours-gold = doré
colours-purple = violet
colours-two-colour = deux couleurs

# "white van"
vehicle-of-colour = { $vehicle } ({ $colour })

vehicle-marks-dent = bosse
vehicle-marks-broken-light = phare cassé
vehicle-marks-cracked-window = vitre fendue
vehicle-marks-tinted-windows = vitres sombres
vehicle-marks-sign-writing = texte sur le côté
vehicle-marks-sticker = autocollant
vehicle-marks-roof-rack = galerie de toit
vehicle-marks-ladder = échelle
vehicle-marks-tow-bar = attache-remorque
vehicle-marks-child-seat = siège enfant
vehicle-marks-taxi-sign = lumineux de taxi
vehicle-marks-foreign-plate = plaque étrangère
vehicle-marks-no-plate = sans plaque
vehicle-marks-rust = rouille
vehicle-marks-loud = bruyant
vehicle-marks-no-windows = sans vitres
vehicle-marks-other = autre signe

## Numbers, plates and the like

types-phone = Numéro de téléphone
types-email = E-mail
types-handle = Pseudo
types-link = Lien
types-payment = Compte de paiement
types-plate = Plaque

partials-starts = commence par { $value }
partials-ends = finit par { $value }
partials-contains = contient { $value }

## An alert, line by line

# $bar (String): four squares, filled up to the severity. $n (Number): 1 to 4
alert-severity = { $bar } { $severity } ({ $n } sur 4) : { $kinds }
alert-verification = { $verification } ({ $n } sur 4)
alert-so-far = Validée par une seule personne pour l’instant
alert-disputed = Mise en doute
alert-areas = Où : { $areas }
alert-when = Quand : { $when }
alert-people = Personnes : { $people }
alert-person = Personne : { $person }
alert-vehicle = Véhicule : { $vehicle }
alert-identifier = { $type } : { $value }
# "Number plate ends KX"
alert-part = { $type } : { $value }
alert-hidden = { $type } : caché. Pour comparer avec ce que tu as, utilise Vérifier.
# $country (String): two letters, GB
alert-hidden-country = { $type } : caché ({ $country }). Pour comparer avec ce que tu as, utilise Vérifier.
alert-text = Signalé : { $text }
alert-text-in = Signalé (en { $language }) : { $text }
alert-what-to-do = Que faire : { $text }
alert-expires = Affichée jusqu’au { $date }

## Dates. Days and years are text, so that nobody reads 2,026

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-about = vers le { $date }
months-01 = janvier
months-02 = février
months-03 = mars
months-04 = avril
months-05 = mai
months-06 = juin
months-07 = juillet
months-08 = août
months-09 = septembre
months-10 = octobre
months-11 = novembre
months-12 = décembre

## Languages and accents

languages-en = anglais
languages-ar = arabe
languages-bg = bulgare
languages-bn = bengali
languages-cs = tchèque
languages-cy = gallois
languages-de = allemand
languages-el = grec
languages-es = espagnol
languages-fa = persan
languages-fr = français
languages-hi = hindi
languages-hu = hongrois
languages-it = italien
languages-ku = kurde
languages-lt = lituanien
languages-nl = néerlandais
languages-pa = pendjabi
languages-pl = polonais
languages-pt = portugais
languages-ro = roumain
languages-ru = russe
languages-so = somali
languages-sq = albanais
languages-sw = swahili
languages-th = thaï
languages-tr = turc
languages-uk = ukrainien
languages-ur = ourdou
languages-vi = vietnamien
languages-zh = chinois
languages-en-IE = anglais d’Irlande
languages-en-scotland = anglais d’Écosse
languages-en-US = anglais des États-Unis
languages-en-AU = anglais d’Australie
languages-en-JM = anglais de Jamaïque
languages-en-NG = anglais du Nigeria

## Check: why a warning fits

called-phone = numéro
called-email = adresse e-mail
called-handle = pseudo
called-link = lien
called-payment = compte de paiement
called-plate = plaque

reason-same = identique : { $called }
reason-plate-reads-alike = une plaque qui se lit pareil (O et 0, I et 1)
reason-starts = { $called } avec ce début
reason-ends = { $called } avec cette fin
reason-contains = { $called } qui contient ça
reason-warning-starts = dans l’alerte : { $called } qui commence par { $value }
reason-warning-ends = dans l’alerte : { $called } qui finit par { $value }
reason-warning-contains = dans l’alerte : { $called } qui contient { $value }
reason-other-app = le même nom sur une autre appli
reason-hidden = probablement identique : { $called }. C’est caché ; la modération peut comparer.
reason-hidden-other-app = probablement le même nom sur une autre appli. C’est caché ; la modération peut comparer.
reason-vehicle = un véhicule qui ressemble : { $words }
reason-vehicle-other-plate = un véhicule qui ressemble : { $words }. Sa plaque est une autre. Une plaque, ça se change.
reason-person = une personne qui ressemble : { $words }
reason-name = un nom utilisé : { $name }. Beaucoup de gens ont le même nom.
# Of several values that were looked for, this one
reason-of-value = { $value } : { $reason }

## Check: what it says above its matches, or if there are none

note-matches =
    { $matches ->
        [one] { $matches } alerte correspond (on en a { $count }).
       *[other] { $matches } alertes correspondent (on en a { $count }).
    } Les numéros changent de mains et peuvent être truqués.
note-no-record-of-not-safe = Rien sur { $value }. Ça ne veut pas dire que c’est sûr.
note-no-record-of = Rien sur { $value }.
note-no-record =
    { $count ->
        [0] On n’a aucune alerte. Ça ne veut pas dire que c’est sûr.
        [one] Rien dans notre seule alerte. Ça ne veut pas dire que c’est sûr.
       *[other] Rien dans nos { $count } alertes. Ça ne veut pas dire que c’est sûr.
    }
note-no-record-since =
    { $count ->
        [0] On n’a aucune alerte depuis { $since }. Ça ne veut pas dire que c’est sûr.
        [one] Rien dans notre seule alerte depuis { $since }. Ça ne veut pas dire que c’est sûr.
       *[other] Rien dans nos { $count } alertes depuis { $since }. Ça ne veut pas dire que c’est sûr.
    }
note-we-have =
    { $count ->
        [0] On n’a aucune alerte. Ça ne veut pas dire que c’est sûr.
        [one] On a { $count } alerte. Ça ne veut pas dire que c’est sûr.
       *[other] On a { $count } alertes. Ça ne veut pas dire que c’est sûr.
    }
note-we-have-since =
    { $count ->
        [0] On n’a aucune alerte depuis { $since }. Ça ne veut pas dire que c’est sûr.
        [one] On a { $count } alerte depuis { $since }. Ça ne veut pas dire que c’est sûr.
       *[other] On a { $count } alertes depuis { $since }. Ça ne veut pas dire que c’est sûr.
    }
note-nothing-to-look-for = Rien à chercher pour l’instant. Essaie un numéro, une plaque, un lien, ou une voiture : camionnette blanche, plaque finit par KX.
note-nothing-to-look-for-nor-name = Rien à chercher là-dedans, et aucune alerte n’a ce nom. Essaie un numéro, une plaque, un lien, ou une voiture : camionnette blanche, plaque finit par KX.
note-too-little = C’est trop peu pour chercher : seuls les noms ont été cherchés.
note-too-little-car = Pour une voiture, ajoute la couleur ou la marque : camionnette blanche.
note-too-little-person = Pour une personne, dis au moins trois choses : homme grand, 40 ans.
note-too-little-or = Ou un numéro, une plaque, un lien.
note-still-comparing = On compare encore avec les numéros cachés. Attends un peu.
# $country (String): two letters, GB
note-foreign = Aucun numéro de { $country } n’est comme ça. S’il vient d’un autre pays, commence par + et le code du pays.
note-foreign-unknown = On ne connaît pas de pays où un numéro est comme ça. Commence par + et le code du pays.
note-hidden-not-in-part = On ne peut pas chercher un bout de numéro caché : essaie le numéro entier.
note-more-than-compared = Il y avait là plus que ce qui se compare en une fois. Vérifie le reste à part.

## Where a report stands

states-received = reçu
states-claimed = quelqu’un s’en occupe
states-needs-info = la modération a posé une question
states-answered = réponse donnée
states-shown = texte montré à qui l’a signalé
states-agreed = qui l’a signalé est d’accord
states-approved = approuvé
states-held = en attente
states-so-far = sortie, validée par une seule personne pour l’instant
states-published = publié
states-declined = pas retenu
states-merged = réuni avec un autre signalement
states-withdrawn = retiré
# and its alert
states-live = affichée
states-amended = modifiée
states-disputed = mise en doute
states-retracted = retirée
states-expired = terminée

## What can be done with it

events-claim = Je m’en occupe
events-hand-back = Laisser à quelqu’un d’autre
events-ask = Poser une question
events-draft = Écrire le texte
events-show = Montrer le texte à qui l’a signalé
events-approve = Approuver
events-hold = Mettre en attente
events-publish = Publier
events-publish-so-far = Publier avec une seule personne pour l’instant
events-decline = Ne pas retenir
events-merge = Réunir avec un autre signalement
events-read = Je l’ai lu
events-answer = Répondre
events-agree = Dire oui au texte
events-release = Vous pouvez publier
events-correct = Corriger
events-withdraw = Retirer
events-amend = Modifier l’alerte
events-dispute = Mettre en doute
events-settle = Plus de doute
events-retract = Retirer l’alerte
events-expire = Terminée

guard-consented = La personne n’a pas dit oui pour prévenir les autres : rien de ce signalement ne peut être publié.
guard-not-moderators-only = La personne a dit : la modération seulement. On ne pourra jamais le publier.
guard-agreed-if-asked = La personne veut d’abord voir le texte. Montre-le, et attends qu’elle dise oui.
guard-on-hold = La personne n’a pas demandé d’attendre.
guard-not-on-hold = La personne a demandé d’attendre son feu vert.
guard-quorum = Pas encore assez de personnes l’ont approuvé.
guard-one-approval = Personne ne l’a encore approuvé.
guard-dangerous = Seules les alertes de danger ou de grand danger peuvent sortir, validées par une seule personne pour l’instant.
step-not-possible = Ça ne peut pas se faire maintenant.

## What two reports share

shared-number = le même numéro ou nom
shared-plate = la même plaque
shared-car = une voiture qui ressemble
shared-look = une personne qui ressemble

## A public text, before it is approved

hint-says-what-somebody-is = Dis ce qui a été signalé, jamais ce que quelqu’un est. C’est plus juste, et plus facile à défendre.
hint-own-words = On dirait les mots de la personne elle-même. Est-elle seule à pouvoir savoir ça ?
hint-number-in-text = Il y a un numéro ou un pseudo en clair dans le texte. Mets-le avec les numéros, là où il est caché.

## Figures

figures-how = Compté par date d’arrivée, en nombres entiers. Si quelqu’un ne veut pas être dans les chiffres, son signalement n’y est pas. Ce qui a moins de 3 signalements est compté ensemble ; un signalement peut être de plusieurs sortes. Les heures sont la médiane entre l’arrivée et la publication.
