# What reports, alerts and checks say: every answer that can be picked, and the sentences around them.
# Short and plain, for somebody in a hurry, perhaps frightened, in her second language.
# The keys are <list>-<code>; a code never changes, what it is called may. We say what was reported, never what somebody is.

# Between things that are read one after the other: "threats, assault"
list-comma = {", "}

## What happened

kinds-assault = hit or attacked
kinds-sexual-assault = sexual assault
kinds-condom = condom removed or refused
kinds-weapon = weapon
kinds-confinement = locked in or taken away
kinds-drugging = drugged
kinds-robbery = robbed
kinds-non-payment = did not pay
kinds-fake-payment = fake payment
kinds-threats = threats
kinds-harassment = harassment
kinds-stalking = followed or watched
kinds-blackmail = blackmail or outing
kinds-filming = filmed without consent
kinds-consent-violated = did what was not agreed
kinds-hate = hate
kinds-authority-abuse = abuse by police or another authority
kinds-haggling = would not accept the price
kinds-no-show = did not come
kinds-disrespect = disrespect
kinds-felt-wrong = something felt wrong

kind-groups-violence = Violence
kind-groups-money = Money
kind-groups-coercion = Pressure
kind-groups-authority = Police and authorities
kind-groups-nuisance = Nuisance

## How dangerous. Four steps, least first

severities-nuisance = Nuisance
severities-risky = Risky
severities-dangerous = Dangerous
severities-very-dangerous = VERY DANGEROUS

## How sure we are. Four steps, least first

verifications-unconfirmed = Not confirmed
verifications-reporter-spoken-to = Reporter spoken to
verifications-evidence-seen = Evidence seen
# $by (Number): so many people, each of whom a moderator has spoken with
verifications-corroborated =
    { $by ->
        [one] Confirmed by 1 more person
       *[other] Confirmed by { $by } people
    }
# The same, where no number is known yet: a list to pick from
verifications-corroborated-pick = Confirmed by others

## About the report

sharing-moderators = Moderators only
sharing-peers = Warn others

relationships-self = It happened to me
relationships-for-someone = It happened to somebody else, who agreed
relationships-witness = I saw it
relationships-second-hand = I heard about it

precisions-day = on that day
precisions-week = about then
precisions-month = in that month
precisions-year = in that year

bands-00-06 = at night (00–06)
bands-06-12 = in the morning (06–12)
bands-12-18 = in the afternoon (12–18)
bands-18-24 = in the evening (18–24)

places-car = in a car
places-street = on the street
places-park = in a park
places-bar = in a bar or club
places-my-place = at my place
places-their-place = at their place
places-hotel = in a hotel
places-parlour = in a parlour
places-agency = at an agency
places-online = online
places-phone = on the phone
places-other = somewhere else

contacts-street = on the street
contacts-call = by phone call
contacts-text = by text message
contacts-app = by an app
contacts-site = by a website
contacts-social = by social media
contacts-referral = through somebody I know
contacts-agency = through an agency
contacts-venue = in a bar or parlour
contacts-regular = had met before
contacts-other = another way

risks-knows-my-home = knows where I live
risks-knows-my-work = knows where I work
risks-knows-my-name = knows my name
risks-has-pictures = has pictures of me
risks-keeps-contacting = keeps contacting me
risks-has-my-things = has my things
risks-is-nearby = is nearby
risks-others-at-risk = others are at risk
risks-none = no

supports-talk = somebody to talk to
supports-health = health care
supports-legal = legal advice
supports-housing = a place to stay
supports-money = money
supports-company = somebody to come with me
supports-translation = a translator
supports-none = nothing now

## A person

roles-client = client
roles-posing-as-client = only pretended to be a client
roles-police = police
roles-manager = manager
roles-bouncer = bouncer
roles-driver = driver
roles-landlord = landlord
roles-other = other

genders-man = man
genders-woman = woman
genders-non-binary = non-binary
genders-other = other gender

ages-under-20 = under 20
ages-20s = in their 20s
ages-30s = in their 30s
ages-40s = in their 40s
ages-50s = in their 50s
ages-60s = in their 60s
ages-70-plus = 70 or older

heights-short = short
heights-average = average height
heights-tall = tall
heights-very-tall = very tall

builds-slim = slim
builds-average = average build
builds-muscular = muscular
builds-heavy = heavy

hairs-bald = bald
hairs-shaved = shaved head
hairs-black = black hair
hairs-brown = brown hair
hairs-blond = blond hair
hairs-red = red hair
hairs-grey = grey hair
hairs-white = white hair
hairs-dyed = dyed hair
hairs-covered = hair covered

eyes-brown = brown eyes
eyes-blue = blue eyes
eyes-green = green eyes
eyes-grey = grey eyes
eyes-other = unusual eyes

person-marks-beard = beard
person-marks-moustache = moustache
person-marks-glasses = glasses
person-marks-tattoo-face = tattoo on the face
person-marks-tattoo-neck = tattoo on the neck
person-marks-tattoo-hand = tattoo on the hand
person-marks-tattoo-arm = tattoo on the arm
person-marks-tattoo-elsewhere = tattoo
person-marks-scar-face = scar on the face
person-marks-scar-hand = scar on the hand
person-marks-scar-elsewhere = scar
person-marks-piercing = piercing
person-marks-missing-teeth = missing teeth
person-marks-gold-teeth = gold teeth
person-marks-limp = limp
person-marks-stammer = stammer
person-marks-birthmark = birthmark
person-marks-missing-finger = missing finger
person-marks-uniform = uniform
person-marks-strong-smell = strong smell
person-marks-other = another mark

weapons-knife = knife
weapons-gun = gun
weapons-blunt = something to hit with
weapons-spray = spray
weapons-syringe = needle
weapons-rope = rope
weapons-dog = dog
weapons-other = another weapon

# As perceived by the reporter. Shown only where the collective's rules say so, and never searched by.
ethnicities-white = white
ethnicities-black = Black
ethnicities-south-asian = South Asian
ethnicities-east-asian = East Asian
ethnicities-middle-eastern = Middle Eastern
ethnicities-latin = Latin American
ethnicities-roma = Roma
ethnicities-mixed = mixed
ethnicities-other = other

person-names = calls themselves { $names }
person-accent = accent: { $accent }
person-languages = speaks { $languages }
person-weapon = weapon: { $weapon }
person-ethnicity = perceived as { $ethnicity }

## A vehicle

vehicles-car = car
vehicles-van = van
vehicles-suv = SUV
vehicles-pickup = pickup
vehicles-taxi = taxi
vehicles-lorry = lorry
vehicles-minibus = minibus
vehicles-motorbike = motorbike
vehicles-bicycle = bicycle
vehicles-camper = camper
vehicles-other = vehicle

colours-white = white
colours-black = black
colours-grey = grey
colours-silver = silver
colours-blue = blue
colours-red = red
colours-green = green
colours-yellow = yellow
colours-orange = orange
colours-brown = brown
colours-gold = gold
colours-purple = purple
colours-two-colour = two-colour

# "white van"
vehicle-of-colour = { $colour } { $vehicle }

vehicle-marks-dent = dent
vehicle-marks-broken-light = broken light
vehicle-marks-cracked-window = cracked window
vehicle-marks-tinted-windows = dark windows
vehicle-marks-sign-writing = writing on the side
vehicle-marks-sticker = sticker
vehicle-marks-roof-rack = roof rack
vehicle-marks-ladder = ladder
vehicle-marks-tow-bar = tow bar
vehicle-marks-child-seat = child seat
vehicle-marks-taxi-sign = taxi sign
vehicle-marks-foreign-plate = foreign plate
vehicle-marks-no-plate = no plate
vehicle-marks-rust = rust
vehicle-marks-loud = loud
vehicle-marks-no-windows = no windows
vehicle-marks-other = another mark

## Numbers, plates and the like

types-phone = Phone number
types-email = E-mail
types-handle = Username
types-link = Link
types-payment = Payment name
types-plate = Number plate

partials-starts = starts { $value }
partials-ends = ends { $value }
partials-contains = contains { $value }

## An alert, line by line

# $bar (String): four squares, filled up to the severity. $n (Number): 1 to 4
alert-severity = { $bar } { $severity } ({ $n } of 4): { $kinds }
alert-verification = { $verification } ({ $n } of 4)
alert-so-far = One moderator so far
alert-disputed = Disputed
alert-areas = Where: { $areas }
alert-when = When: { $when }
alert-people = People: { $people }
alert-person = Person: { $person }
alert-vehicle = Vehicle: { $vehicle }
alert-identifier = { $type }: { $value }
# "Number plate ends KX"
alert-part = { $type } { $value }
alert-hidden = { $type } hidden. Use Check to compare one you have.
# $country (String): two letters, GB
alert-hidden-country = { $type } hidden ({ $country }). Use Check to compare one you have.
alert-text = Reported: { $text }
alert-text-in = Reported (in { $language }): { $text }
alert-what-to-do = What to do: { $text }
alert-expires = Shown until { $date }

## Dates. Days and years are text, so that nobody reads 2,026

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-about = about { $date }
months-01 = January
months-02 = February
months-03 = March
months-04 = April
months-05 = May
months-06 = June
months-07 = July
months-08 = August
months-09 = September
months-10 = October
months-11 = November
months-12 = December

## Languages and accents

languages-en = English
languages-ar = Arabic
languages-bg = Bulgarian
languages-bn = Bengali
languages-cs = Czech
languages-cy = Welsh
languages-de = German
languages-el = Greek
languages-es = Spanish
languages-fa = Persian
languages-fr = French
languages-hi = Hindi
languages-hu = Hungarian
languages-it = Italian
languages-ku = Kurdish
languages-lt = Lithuanian
languages-nl = Dutch
languages-pa = Punjabi
languages-pl = Polish
languages-pt = Portuguese
languages-ro = Romanian
languages-ru = Russian
languages-so = Somali
languages-sq = Albanian
languages-sw = Swahili
languages-th = Thai
languages-tr = Turkish
languages-uk = Ukrainian
languages-ur = Urdu
languages-vi = Vietnamese
languages-zh = Chinese
languages-en-IE = Irish
languages-en-scotland = Scottish
languages-en-US = American
languages-en-AU = Australian
languages-en-JM = Jamaican
languages-en-NG = Nigerian

## Check: why a warning fits

called-phone = number
called-email = e-mail address
called-handle = username
called-link = link
called-payment = payment name
called-plate = number plate

reason-same = the same { $called }
reason-plate-reads-alike = a number plate that reads alike (O and 0, I and 1)
reason-starts = a { $called } that starts like that
reason-ends = a { $called } that ends like that
reason-contains = a { $called } that contains that
reason-warning-starts = the warning has a { $called } that starts { $value }
reason-warning-ends = the warning has a { $called } that ends { $value }
reason-warning-contains = the warning has a { $called } with { $value } in it
reason-other-app = the same name on another app
reason-hidden = probably the same { $called }. It is hidden; a moderator can compare.
reason-hidden-other-app = probably the same name on another app. It is hidden; a moderator can compare.
reason-vehicle = a vehicle that looks alike: { $words }
reason-vehicle-other-plate = a vehicle that looks alike: { $words }. Its plate is another one. Plates can be changed.
reason-person = a person who looks alike: { $words }
reason-name = a name they use: { $name }. Names are shared by many.
# Of several values that were looked for, this one
reason-of-value = { $value }: { $reason }

## Check: what it says above its matches, or if there are none

note-matches =
    { $matches ->
        [one] 1 warning fits (we have { $count }).
       *[other] { $matches } warnings fit (we have { $count }).
    } Numbers change hands and can be faked.
note-no-record-of-not-safe = No record of { $value }. Not the same as safe.
note-no-record-of = No record of { $value }.
note-no-record =
    { $count ->
        [one] No record in our 1 alert. Not the same as safe.
       *[other] No record in our { $count } alerts. Not the same as safe.
    }
note-no-record-since =
    { $count ->
        [one] No record in our 1 alert since { $since }. Not the same as safe.
       *[other] No record in our { $count } alerts since { $since }. Not the same as safe.
    }
note-we-have =
    { $count ->
        [one] We have 1 alert. Not the same as safe.
       *[other] We have { $count } alerts. Not the same as safe.
    }
note-we-have-since =
    { $count ->
        [one] We have 1 alert since { $since }. Not the same as safe.
       *[other] We have { $count } alerts since { $since }. Not the same as safe.
    }
note-nothing-to-look-for = Nothing to look for yet. Try a number, a plate, a link, or a car such as: white van, plate ends KX.
note-nothing-to-look-for-nor-name = Nothing to look for was found in this, and no warning has such a name. Try a number, a plate, a link, or a car such as: white van, plate ends KX.
note-too-little = This is too little to search by, so nothing was searched but names.
note-too-little-car = Of a car, add its colour or make: white van.
note-too-little-person = Of a person, say three things or more: tall man, 40s.
note-too-little-or = Or a number, a plate, a link.
note-still-comparing = Still comparing with hidden numbers. Please wait.
# $country (String): two letters, GB
note-foreign = No number in { $country } looks like this. If it is from another country, start with + and its country code.
note-foreign-unknown = We don't know a country where a number looks like this. Start with + and its country code.
note-hidden-not-in-part = Hidden numbers can't be searched in part: try the whole one.
note-more-than-compared = There was more in this than is compared at once. Check the rest apart.

## Where a report stands

states-received = received
states-claimed = somebody is working on it
states-needs-info = moderators asked something
states-answered = answered
states-shown = text shown to the reporter
states-agreed = the reporter agreed
states-approved = approved
states-held = on hold
states-so-far = out, with one moderator so far
states-published = published
states-declined = declined
states-merged = joined with another report
states-withdrawn = withdrawn
# and its alert
states-live = shown
states-amended = changed
states-disputed = disputed
states-retracted = taken back
states-expired = ended

## What can be done with it

events-claim = Take it
events-hand-back = Hand it back
events-ask = Ask something
events-draft = Write the text
events-show = Show the text to the reporter
events-approve = Approve
events-hold = Hold
events-publish = Publish
events-publish-so-far = Publish with one moderator so far
events-decline = Decline
events-merge = Join with another report
events-read = I have read it
events-answer = Answer
events-agree = Agree to the text
events-release = You may publish it now
events-correct = Correct
events-withdraw = Withdraw
events-amend = Change the alert
events-dispute = Mark as disputed
events-settle = No longer disputed
events-retract = Take the alert back
events-expire = Ended

guard-consented = The reporter did not agree to warn others, so nothing of this report may be published.
guard-not-moderators-only = The reporter said moderators only, so this can never be published.
guard-agreed-if-asked = The reporter wants to see the text first. Show it, and wait for her to agree.
guard-on-hold = The reporter did not ask to hold it.
guard-not-on-hold = The reporter asked to hold it until she says so.
guard-quorum = Not enough people have approved it yet.
guard-one-approval = Nobody has approved it yet.
guard-dangerous = Only dangerous and very dangerous alerts may go out with one moderator so far.
step-not-possible = This can't be done now.

## What two reports share

shared-number = the same number or name
shared-plate = the same number plate
shared-car = a car that looks alike
shared-look = a person who looks alike

## A public text, before it is approved

hint-says-what-somebody-is = Say what was reported, never what somebody is. It reads fairer and is easier to defend.
hint-own-words = It sounds like the reporter's own words. Could only she know this?
hint-number-in-text = A number or username stands in the text, in the open. Put it among the numbers, where it is hidden.

## Figures

figures-how = Counted by arrival, in whole numbers. Reports whose reporter said no to figures are left out. Kinds with fewer than 3 reports are counted together; one report can have several kinds. Hours are the median from arrival to publication.
