# What reports, alerts and checks say: every answer that can be picked, and the sentences around them.
# Short and plain, for somebody in a hurry, perhaps frightened, in her second language.
# The keys are <list>-<code>; a code never changes, what it is called may. We say what was reported, never what somebody is.

# Between things that are read one after the other: "threats, assault"
list-comma = {", "}

## What happened

kinds-assault = lovituri sau atac
kinds-sexual-assault = agresiune sexuală
kinds-condom = prezervativ scos sau refuzat
kinds-weapon = armă
kinds-confinement = ținere cu forța sau răpire
kinds-drugging = drogare fără voie
kinds-robbery = jaf sau furt
kinds-non-payment = nu a plătit
kinds-fake-payment = plată falsă
kinds-threats = amenințări
kinds-harassment = hărțuire
kinds-stalking = urmărire sau pândă
kinds-blackmail = șantaj sau dat în vileag
kinds-filming = filmare fără acord
kinds-consent-violated = a făcut ce nu era stabilit
kinds-hate = ură
kinds-authority-abuse = abuz al poliției sau al altei autorități
kinds-haggling = nu a acceptat prețul
kinds-no-show = nu a venit
kinds-disrespect = lipsă de respect
kinds-felt-wrong = ceva nu era în regulă

kind-groups-violence = Violență
kind-groups-money = Bani
kind-groups-coercion = Presiune
kind-groups-authority = Poliție și autorități
kind-groups-nuisance = Neplăceri

## How dangerous. Four steps, least first

severities-nuisance = Neplăcere
severities-risky = Risc
severities-dangerous = Pericol
severities-very-dangerous = PERICOL MARE

## How sure we are. Four steps, least first

verifications-unconfirmed = Neconfirmat
verifications-reporter-spoken-to = Am vorbit cu cine a semnalat
verifications-evidence-seen = Am văzut dovezi
# $by (Number): so many people, each of whom a moderator has spoken with
verifications-corroborated =
    { $by ->
        [one] Confirmat de încă 1 persoană
        [few] Confirmat de { $by } persoane
       *[other] Confirmat de { $by } de persoane
    }
# The same, where no number is known yet: a list to pick from
verifications-corroborated-pick = Confirmat și de alte persoane

## About the report

sharing-moderators = Doar echipa de moderare
sharing-peers = Să afle și alte persoane

relationships-self = Mi s-a întâmplat mie
relationships-for-someone = I s-a întâmplat altcuiva, care e de acord
relationships-witness = Am văzut
relationships-second-hand = Am auzit de la alții

precisions-day = în ziua aceea
precisions-week = cam atunci
precisions-month = în luna aceea
precisions-year = în anul acela

bands-00-06 = noaptea (00–06)
bands-06-12 = dimineața (06–12)
bands-12-18 = după-amiaza (12–18)
bands-18-24 = seara (18–24)

places-car = în mașină
places-street = pe stradă
places-park = în parc
places-bar = în bar sau club
places-my-place = la mine acasă
places-their-place = acasă la persoana aceea
places-hotel = la hotel
places-parlour = la un salon de masaj
places-agency = la o agenție
places-online = pe internet
places-phone = la telefon
places-other = în altă parte

contacts-street = pe stradă
contacts-call = prin apel
contacts-text = prin SMS
contacts-app = printr-o aplicație
contacts-site = printr-un site
contacts-social = prin rețele sociale
contacts-referral = prin cineva cunoscut
contacts-agency = printr-o agenție
contacts-venue = într-un bar sau salon
contacts-regular = ne mai văzuserăm
contacts-other = altfel

risks-knows-my-home = știe unde locuiesc
risks-knows-my-work = știe unde lucrez
risks-knows-my-name = știe cum mă cheamă
risks-has-pictures = are poze cu mine
risks-keeps-contacting = mă tot caută
risks-has-my-things = are lucrurile mele
risks-is-nearby = e prin apropiere
risks-others-at-risk = și alte persoane sunt în pericol
risks-none = nu

supports-talk = să vorbesc cu cineva
supports-health = îngrijire medicală
supports-legal = sfaturi legale
supports-housing = un loc unde să stau
supports-money = bani
supports-company = cineva care să vină cu mine
supports-translation = cineva care să traducă
supports-none = nimic acum

## A person

roles-client = client
roles-posing-as-client = doar s-a dat drept client
roles-police = poliție
roles-manager = șef de local
roles-bouncer = paza localului
roles-driver = șofer
roles-landlord = proprietarul locuinței
roles-other = altceva

genders-man = bărbat
genders-woman = femeie
genders-non-binary = persoană nonbinară
genders-other = alt gen

ages-under-20 = sub 20 de ani
ages-20s = 20–29 de ani
ages-30s = 30–39 de ani
ages-40s = 40–49 de ani
ages-50s = 50–59 de ani
ages-60s = 60–69 de ani
ages-70-plus = 70 de ani sau mai mult

heights-short = statură mică
heights-average = statură medie
heights-tall = statură înaltă
heights-very-tall = statură foarte înaltă

builds-slim = corp slab
builds-average = corp obișnuit
builds-muscular = corp musculos
builds-heavy = corp gras

hairs-bald = fără păr
hairs-shaved = ras în cap
hairs-black = păr negru
hairs-brown = păr șaten
hairs-blond = păr blond
hairs-red = păr roșcat
hairs-grey = păr cărunt
hairs-white = păr alb
hairs-dyed = păr vopsit
hairs-covered = păr acoperit

eyes-brown = ochi căprui
eyes-blue = ochi albaștri
eyes-green = ochi verzi
eyes-grey = ochi cenușii
eyes-other = ochi neobișnuiți

person-marks-beard = barbă
person-marks-moustache = mustață
person-marks-glasses = ochelari
person-marks-tattoo-face = tatuaj pe față
person-marks-tattoo-neck = tatuaj pe gât
person-marks-tattoo-hand = tatuaj pe mână
person-marks-tattoo-arm = tatuaj pe braț
person-marks-tattoo-elsewhere = tatuaj
person-marks-scar-face = cicatrice pe față
person-marks-scar-hand = cicatrice pe mână
person-marks-scar-elsewhere = cicatrice
person-marks-piercing = piercing
person-marks-missing-teeth = dinți lipsă
person-marks-gold-teeth = dinți de aur
person-marks-limp = șchiopătează
person-marks-stammer = se bâlbâie
person-marks-birthmark = semn din naștere
person-marks-missing-finger = deget lipsă
person-marks-uniform = uniformă
person-marks-strong-smell = miros puternic
person-marks-other = alt semn

weapons-knife = cuțit
weapons-gun = pistol
weapons-blunt = ceva de lovit
weapons-spray = spray
weapons-syringe = seringă
weapons-rope = frânghie
weapons-dog = câine
weapons-other = altă armă

# As perceived by the reporter. Shown only where the collective's rules say so, and never searched by.
ethnicities-white = alb
ethnicities-black = negru
ethnicities-south-asian = din Asia de Sud
ethnicities-east-asian = din Asia de Est
ethnicities-middle-eastern = din Orientul Mijlociu
ethnicities-latin = din America Latină
ethnicities-roma = rom
ethnicities-mixed = mixt
ethnicities-other = altfel

person-names = își spune { $names }
person-accent = accent: { $accent }
person-languages = vorbește { $languages }
person-weapon = armă: { $weapon }
person-ethnicity = cum părea: { $ethnicity }

## A vehicle

vehicles-car = mașină
vehicles-van = dubă
vehicles-suv = SUV
vehicles-pickup = camionetă pickup
vehicles-taxi = taxi
vehicles-lorry = camion
vehicles-minibus = microbuz
vehicles-motorbike = motocicletă
vehicles-bicycle = bicicletă
vehicles-camper = rulotă
vehicles-other = vehicul

colours-white = alb
colours-black = negru
colours-grey = gri
colours-silver = argintiu
colours-blue = albastru
colours-red = roșu
colours-green = verde
colours-yellow = galben
colours-orange = portocaliu
colours-brown = maro
colours-gold = auriu
colours-purple = mov
colours-two-colour = două culori

# "white van"
vehicle-of-colour = { $vehicle } ({ $colour })

vehicle-marks-dent = tablă îndoită
vehicle-marks-broken-light = far spart
vehicle-marks-cracked-window = geam crăpat
vehicle-marks-tinted-windows = geamuri fumurii
vehicle-marks-sign-writing = scris pe lateral
vehicle-marks-sticker = autocolant
vehicle-marks-roof-rack = portbagaj pe acoperiș
vehicle-marks-ladder = scară
vehicle-marks-tow-bar = cârlig de remorcare
vehicle-marks-child-seat = scaun de copil
vehicle-marks-taxi-sign = lampă de taxi
vehicle-marks-foreign-plate = numere străine
vehicle-marks-no-plate = fără numere
vehicle-marks-rust = rugină
vehicle-marks-loud = face zgomot
vehicle-marks-no-windows = fără geamuri
vehicle-marks-other = alt semn

## Numbers, plates and the like

types-phone = Număr de telefon
types-email = E-mail
types-handle = Nume de utilizator
types-link = Link
types-payment = Cont de plată
types-plate = Număr de mașină

partials-starts = începe cu { $value }
partials-ends = se termină cu { $value }
partials-contains = conține { $value }

## An alert, line by line

# $bar (String): four squares, filled up to the severity. $n (Number): 1 to 4
alert-severity = { $bar } { $severity } ({ $n } din 4): { $kinds }
alert-verification = { $verification } ({ $n } din 4)
alert-so-far = Aprobată de o singură persoană până acum
alert-disputed = Pusă la îndoială
alert-areas = Unde: { $areas }
alert-when = Când: { $when }
alert-people = Persoane: { $people }
alert-person = Persoană: { $person }
alert-vehicle = Vehicul: { $vehicle }
alert-identifier = { $type }: { $value }
# "Number plate ends KX"
alert-part = { $type }: { $value }
alert-hidden = { $type }: ascuns. Ca să compari cu ce ai tu, folosește Verifică.
# $country (String): two letters, GB
alert-hidden-country = { $type }: ascuns ({ $country }). Ca să compari cu ce ai tu, folosește Verifică.
alert-text = S-a semnalat: { $text }
alert-text-in = S-a semnalat (în { $language }): { $text }
alert-what-to-do = Ce să faci: { $text }
alert-expires = Se vede până la { $date }

## Dates. Days and years are text, so that nobody reads 2,026

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-about = în jur de { $date }
months-01 = ianuarie
months-02 = februarie
months-03 = martie
months-04 = aprilie
months-05 = mai
months-06 = iunie
months-07 = iulie
months-08 = august
months-09 = septembrie
months-10 = octombrie
months-11 = noiembrie
months-12 = decembrie

## Languages and accents

languages-en = engleză
languages-ar = arabă
languages-bg = bulgară
languages-bn = bengaleză
languages-cs = cehă
languages-cy = galeză
languages-de = germană
languages-el = greacă
languages-es = spaniolă
languages-fa = persană
languages-fr = franceză
languages-hi = hindi
languages-hu = maghiară
languages-it = italiană
languages-ku = kurdă
languages-lt = lituaniană
languages-nl = olandeză
languages-pa = punjabi
languages-pl = poloneză
languages-pt = portugheză
languages-ro = română
languages-ru = rusă
languages-so = somaleză
languages-sq = albaneză
languages-sw = swahili
languages-th = thailandeză
languages-tr = turcă
languages-uk = ucraineană
languages-ur = urdu
languages-vi = vietnameză
languages-zh = chineză
languages-en-IE = engleză din Irlanda
languages-en-scotland = engleză din Scoția
languages-en-US = engleză din SUA
languages-en-AU = engleză din Australia
languages-en-JM = engleză din Jamaica
languages-en-NG = engleză din Nigeria

## Check: why a warning fits

called-phone = număr de telefon
called-email = adresă de e-mail
called-handle = nume de utilizator
called-link = link
called-payment = cont de plată
called-plate = număr de mașină

reason-same = același lucru: { $called }
reason-plate-reads-alike = un număr de mașină care se citește la fel (O și 0, I și 1)
reason-starts = { $called } cu începutul acesta
reason-ends = { $called } cu sfârșitul acesta
reason-contains = { $called } care conține asta
reason-warning-starts = în alertă: { $called } care începe cu { $value }
reason-warning-ends = în alertă: { $called } care se termină cu { $value }
reason-warning-contains = în alertă: { $called } care conține { $value }
reason-other-app = același nume în altă aplicație
reason-hidden = probabil același lucru: { $called }. E ascuns; cineva din echipă poate compara.
reason-hidden-other-app = probabil același nume în altă aplicație. E ascuns; cineva din echipă poate compara.
reason-vehicle = un vehicul asemănător: { $words }
reason-vehicle-other-plate = un vehicul asemănător: { $words }. Are alt număr. Numerele se pot schimba.
reason-person = o persoană asemănătoare: { $words }
reason-name = un nume folosit: { $name }. Multă lume are același nume.
# Of several values that were looked for, this one
reason-of-value = { $value }: { $reason }

## Check: what it says above its matches, or if there are none

note-matches =
    { $matches ->
        [one] Se potrivește 1 alertă (avem { $count }).
        [few] Se potrivesc { $matches } alerte (avem { $count }).
       *[other] Se potrivesc { $matches } de alerte (avem { $count }).
    } Numerele trec de la unul la altul și pot fi falsificate.
note-no-record-of-not-safe = Nimic despre { $value }. Asta nu înseamnă că e sigur.
note-no-record-of = Nimic despre { $value }.
note-no-record =
    { $count ->
        [0] Nu avem nicio alertă. Asta nu înseamnă că e sigur.
        [one] Nimic în singura noastră alertă. Asta nu înseamnă că e sigur.
        [few] Nimic în cele { $count } alerte ale noastre. Asta nu înseamnă că e sigur.
       *[other] Nimic în cele { $count } de alerte ale noastre. Asta nu înseamnă că e sigur.
    }
note-no-record-since =
    { $count ->
        [0] Nu avem nicio alertă din { $since } încoace. Asta nu înseamnă că e sigur.
        [one] Nimic în singura noastră alertă din { $since } încoace. Asta nu înseamnă că e sigur.
        [few] Nimic în cele { $count } alerte din { $since } încoace. Asta nu înseamnă că e sigur.
       *[other] Nimic în cele { $count } de alerte din { $since } încoace. Asta nu înseamnă că e sigur.
    }
note-we-have =
    { $count ->
        [0] Nu avem nicio alertă. Asta nu înseamnă că e sigur.
        [one] Avem 1 alertă. Asta nu înseamnă că e sigur.
        [few] Avem { $count } alerte. Asta nu înseamnă că e sigur.
       *[other] Avem { $count } de alerte. Asta nu înseamnă că e sigur.
    }
note-we-have-since =
    { $count ->
        [0] Nu avem nicio alertă din { $since } încoace. Asta nu înseamnă că e sigur.
        [one] Avem 1 alertă din { $since } încoace. Asta nu înseamnă că e sigur.
        [few] Avem { $count } alerte din { $since } încoace. Asta nu înseamnă că e sigur.
       *[other] Avem { $count } de alerte din { $since } încoace. Asta nu înseamnă că e sigur.
    }
note-nothing-to-look-for = Încă nu e nimic de căutat. Încearcă un număr de telefon sau de mașină, un link, ori o mașină: dubă albă, numărul se termină în KX.
note-nothing-to-look-for-nor-name = Aici nu s-a găsit nimic de căutat și nicio alertă nu are un asemenea nume. Încearcă un număr de telefon sau de mașină, un link, ori o mașină: dubă albă, numărul se termină în KX.
note-too-little = E prea puțin ca să căutăm, așa că s-au căutat doar nume.
note-too-little-car = La o mașină, adaugă culoarea sau marca: dubă albă.
note-too-little-person = La o persoană, spune trei lucruri sau mai multe: bărbat înalt, 40 de ani.
note-too-little-or = Sau un număr de telefon, de mașină, un link.
note-still-comparing = Încă se compară cu numerele ascunse. Așteaptă puțin.
# $country (String): two letters, GB
note-foreign = În { $country } niciun număr nu arată așa. Dacă e din altă țară, începe cu + și prefixul țării.
note-foreign-unknown = Nu știm nicio țară unde un număr arată așa. Începe cu + și prefixul țării.
note-hidden-not-in-part = Numerele ascunse nu se pot căuta pe bucăți: încearcă numărul întreg.
note-more-than-compared = Aici era mai mult decât se compară o dată. Verifică restul separat.

## Where a report stands

states-received = primită
states-claimed = se ocupă cineva de ea
states-needs-info = echipa a întrebat ceva
states-answered = s-a răspuns
states-shown = text arătat cui a semnalat
states-agreed = cine a semnalat e de acord
states-approved = aprobată
states-held = în așteptare
states-so-far = a ieșit, aprobată de o singură persoană până acum
states-published = publicată
states-declined = neacceptată
states-merged = unită cu altă semnalare
states-withdrawn = retrasă
# and its alert
states-live = se vede
states-amended = schimbată
states-disputed = pusă la îndoială
states-retracted = luată înapoi
states-expired = încheiată

## What can be done with it

events-claim = Mă ocup eu
events-hand-back = Lasă pe altcineva
events-ask = Întreabă ceva
events-draft = Scrie textul
events-show = Arată textul cui a semnalat
events-approve = Aprobă
events-hold = Pune în așteptare
events-publish = Publică
events-publish-so-far = Publică, aprobată de o singură persoană
events-decline = Nu accepta
events-merge = Unește cu altă semnalare
events-read = Am citit
events-answer = Răspunde
events-agree = Acceptă textul
events-release = Acum puteți publica
events-correct = Corectează
events-withdraw = Retrage
events-amend = Schimbă alerta
events-dispute = Pune la îndoială
events-settle = Nu mai e îndoială
events-retract = Ia alerta înapoi
events-expire = Încheiată

guard-consented = Cine a semnalat nu a fost de acord să afle și alte persoane, așa că nimic de aici nu se poate publica.
guard-not-moderators-only = Cine a semnalat a spus: doar echipa de moderare. Nu se poate publica niciodată.
guard-agreed-if-asked = Cine a semnalat vrea să vadă întâi textul. Arată-l și așteaptă un da.
guard-on-hold = Cine a semnalat nu a cerut să așteptăm.
guard-not-on-hold = Cine a semnalat a cerut să așteptăm până zice da.
guard-quorum = Încă nu sunt destule aprobări.
guard-one-approval = Încă n-a aprobat nimeni.
guard-dangerous = Doar alertele de pericol și pericol mare pot ieși aprobate de o singură persoană.
step-not-possible = Asta nu se poate acum.

## What two reports share

shared-number = același număr sau nume
shared-plate = același număr de mașină
shared-car = o mașină asemănătoare
shared-look = o persoană asemănătoare

## A public text, before it is approved

hint-says-what-somebody-is = Spune ce s-a semnalat, niciodată ce este cineva. E mai corect și mai ușor de apărat.
hint-own-words = Par cuvintele cui a semnalat. Putea ști asta doar acea persoană?
hint-number-in-text = În text e un număr sau un nume de utilizator la vedere. Pune-l la numere, unde e ascuns.

## Figures

figures-how = Se numără după ziua sosirii, în numere întregi. Dacă cine a semnalat nu a vrut, nu se numără. Felurile cu mai puțin de 3 semnalări se numără împreună; o semnalare poate avea mai multe feluri. Orele sunt mediana de la sosire la publicare.
