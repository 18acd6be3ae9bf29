# What reports, alerts and checks say: every answer that can be picked, and the sentences around them.
# Short and plain, for somebody in a hurry, perhaps frightened, in her second language.
# A car and a look are read from English words only, so the examples of what to type are in English, and say so.
# The keys are <list>-<code>; a code never changes, what it is called may. We say what was reported, never what somebody is.

# Between things that are read one after the other: "threats, assault"
list-comma = {", "}

## What happened

kinds-assault = golpes o ataque
kinds-sexual-assault = agresión sexual
kinds-condom = condón quitado o rechazado
kinds-weapon = arma
kinds-confinement = encierro o secuestro
kinds-drugging = drogas sin consentimiento
kinds-robbery = robo
kinds-non-payment = no pagó
kinds-fake-payment = pago falso
kinds-threats = amenazas
kinds-harassment = acoso
kinds-stalking = seguir o vigilar
kinds-blackmail = chantaje o sacarlo a la luz
kinds-filming = grabar sin permiso
kinds-consent-violated = hizo lo que no se acordó
kinds-hate = odio
kinds-authority-abuse = abuso de la policía o de otra autoridad
kinds-haggling = no aceptó el precio
kinds-no-show = no vino
kinds-disrespect = falta de respeto
kinds-felt-wrong = algo no iba bien

kind-groups-violence = Violencia
kind-groups-money = Dinero
kind-groups-coercion = Presión
kind-groups-authority = Policía y autoridades
kind-groups-nuisance = Molestias

## How dangerous. Four steps, least first

severities-nuisance = Molestia
severities-risky = Riesgo
severities-dangerous = Peligro
severities-very-dangerous = GRAN PELIGRO

## How sure we are. Four steps, least first

verifications-unconfirmed = Sin confirmar
verifications-reporter-spoken-to = Hablamos con quien lo reportó
verifications-evidence-seen = Vimos pruebas
# $by (Number): so many people, each of whom a moderator has spoken with
verifications-corroborated =
    { $by ->
        [one] Lo confirma 1 persona más
       *[other] Lo confirman { $by } personas
    }
# The same, where no number is known yet: a list to pick from
verifications-corroborated-pick = Lo confirman otras personas

## About the report

sharing-moderators = Solo quienes moderan
sharing-peers = Avisar a otras personas

relationships-self = Me pasó a mí
relationships-for-someone = Le pasó a otra persona, y está de acuerdo
relationships-witness = Lo vi
relationships-second-hand = Me lo contaron

precisions-day = ese día
precisions-week = más o menos entonces
precisions-month = ese mes
precisions-year = ese año

bands-00-06 = de madrugada (00–06)
bands-06-12 = por la mañana (06–12)
bands-12-18 = por la tarde (12–18)
bands-18-24 = por la noche (18–24)

places-car = en un coche
places-street = en la calle
places-park = en un parque
places-bar = en un bar o club
places-my-place = donde vivo o atiendo
places-their-place = en su casa
places-hotel = en un hotel
places-parlour = en un salón de masajes
places-agency = en una agencia
places-online = por internet
places-phone = por teléfono
places-other = en otro sitio

contacts-street = en la calle
contacts-call = por llamada
contacts-text = por SMS
contacts-app = por una app
contacts-site = por una página web
contacts-social = por redes sociales
contacts-referral = por alguien que conozco
contacts-agency = por una agencia
contacts-venue = en un bar o salón
contacts-regular = ya nos habíamos visto antes
contacts-other = de otra forma

risks-knows-my-home = sabe dónde vivo
risks-knows-my-work = sabe dónde trabajo
risks-knows-my-name = sabe mi nombre
risks-has-pictures = tiene fotos mías
risks-keeps-contacting = sigue buscándome
risks-has-my-things = tiene mis cosas
risks-is-nearby = está cerca
risks-others-at-risk = hay otras personas en peligro
risks-none = no

supports-talk = hablar con alguien
supports-health = atención médica
supports-legal = ayuda legal
supports-housing = un sitio donde dormir
supports-money = dinero
supports-company = alguien que me acompañe
supports-translation = alguien que traduzca
supports-none = nada por ahora

## A person

roles-client = cliente
roles-posing-as-client = se hizo pasar por cliente
roles-police = policía
roles-manager = responsable del local
roles-bouncer = seguridad del local
roles-driver = chofer
roles-landlord = quien alquila la casa
roles-other = otra cosa

genders-man = hombre
genders-woman = mujer
genders-non-binary = persona no binaria
genders-other = otro género

ages-under-20 = menos de 20 años
ages-20s = 20 a 29 años
ages-30s = 30 a 39 años
ages-40s = 40 a 49 años
ages-50s = 50 a 59 años
ages-60s = 60 a 69 años
ages-70-plus = 70 años o más

heights-short = estatura baja
heights-average = estatura media
heights-tall = estatura alta
heights-very-tall = estatura muy alta

builds-slim = cuerpo delgado
builds-average = cuerpo medio
builds-muscular = cuerpo musculoso
builds-heavy = cuerpo grueso

hairs-bald = sin pelo
hairs-shaved = cabeza rapada
hairs-black = pelo negro
hairs-brown = pelo castaño
hairs-blond = pelo rubio
hairs-red = pelo rojo
hairs-grey = pelo gris
hairs-white = pelo blanco
hairs-dyed = pelo teñido
hairs-covered = pelo tapado

eyes-brown = ojos marrones
eyes-blue = ojos azules
eyes-green = ojos verdes
eyes-grey = ojos grises
eyes-other = ojos poco comunes

person-marks-beard = barba
person-marks-moustache = bigote
person-marks-glasses = gafas (lentes)
person-marks-tattoo-face = tatuaje en la cara
person-marks-tattoo-neck = tatuaje en el cuello
person-marks-tattoo-hand = tatuaje en la mano
person-marks-tattoo-arm = tatuaje en el brazo
person-marks-tattoo-elsewhere = tatuaje
person-marks-scar-face = cicatriz en la cara
person-marks-scar-hand = cicatriz en la mano
person-marks-scar-elsewhere = cicatriz
person-marks-piercing = piercing
person-marks-missing-teeth = le faltan dientes
person-marks-gold-teeth = dientes de oro
person-marks-limp = cojea
person-marks-stammer = tartamudea
person-marks-birthmark = mancha de nacimiento
person-marks-missing-finger = le falta un dedo
person-marks-uniform = uniforme
person-marks-strong-smell = olor fuerte
person-marks-other = otra señal

weapons-knife = cuchillo o navaja
weapons-gun = pistola
weapons-blunt = algo para golpear
weapons-spray = espray
weapons-syringe = jeringa
weapons-rope = cuerda
weapons-dog = perro
weapons-other = otra arma

# As perceived by the reporter. Shown only where the collective's rules say so, and never searched by.
ethnicities-white = blanco
ethnicities-black = negro
ethnicities-south-asian = del sur de Asia
ethnicities-east-asian = del este de Asia
ethnicities-middle-eastern = de Oriente Medio
ethnicities-latin = latinoamericano
ethnicities-roma = gitano
ethnicities-mixed = mestizo
ethnicities-other = otro

person-names = se hace llamar { $names }
person-accent = acento: { $accent }
person-languages = habla { $languages }
person-weapon = arma: { $weapon }
person-ethnicity = aspecto percibido: { $ethnicity }

## A vehicle

vehicles-car = coche
vehicles-van = furgoneta
vehicles-suv = todoterreno (SUV)
vehicles-pickup = pickup
vehicles-taxi = taxi
vehicles-lorry = camión
vehicles-minibus = minibús
vehicles-motorbike = moto
vehicles-bicycle = bicicleta
vehicles-camper = autocaravana
vehicles-other = vehículo

colours-white = blanco
colours-black = negro
colours-grey = gris
colours-silver = plateado
colours-blue = azul
colours-red = rojo
colours-green = verde
colours-yellow = amarillo
colours-orange = naranja
colours-brown = marrón
colours-gold = dorado
colours-purple = morado
colours-two-colour = dos colores

# "white van"
vehicle-of-colour = { $vehicle } ({ $colour })

vehicle-marks-dent = golpe en la chapa
vehicle-marks-broken-light = luz rota
vehicle-marks-cracked-window = cristal roto
vehicle-marks-tinted-windows = cristales oscuros
vehicle-marks-sign-writing = letras en el lateral
vehicle-marks-sticker = pegatina
vehicle-marks-roof-rack = baca en el techo
vehicle-marks-ladder = escalera
vehicle-marks-tow-bar = enganche de remolque
vehicle-marks-child-seat = silla infantil
vehicle-marks-taxi-sign = cartel de taxi
vehicle-marks-foreign-plate = matrícula extranjera
vehicle-marks-no-plate = sin matrícula
vehicle-marks-rust = óxido
vehicle-marks-loud = hace mucho ruido
vehicle-marks-no-windows = sin ventanas
vehicle-marks-other = otra señal

## Numbers, plates and the like

types-phone = Número de teléfono
types-email = Correo electrónico
types-handle = Nombre de perfil
types-link = Enlace
types-payment = Cuenta de pago
types-plate = Matrícula (placa)

partials-starts = empieza por { $value }
partials-ends = termina en { $value }
partials-contains = contiene { $value }

## An alert, line by line

# $bar (String): four squares, filled up to the severity. $n (Number): 1 to 4
alert-severity = { $bar } { $severity } ({ $n } de 4): { $kinds }
alert-verification = { $verification } ({ $n } de 4)
alert-so-far = Aprobada por una sola persona por ahora
alert-disputed = En duda
alert-areas = Dónde: { $areas }
alert-when = Cuándo: { $when }
alert-people = Personas: { $people }
alert-person = Persona: { $person }
alert-vehicle = Vehículo: { $vehicle }
alert-identifier = { $type }: { $value }
# "Number plate ends KX"
alert-part = { $type }: { $value }
alert-hidden = { $type }: dato oculto. Para comparar uno que tengas, usa Comprobar.
# $country (String): two letters, GB
alert-hidden-country = { $type }: dato oculto ({ $country }). Para comparar uno que tengas, usa Comprobar.
alert-text = Lo reportado: { $text }
alert-text-in = Lo reportado (en { $language }): { $text }
alert-what-to-do = Qué hacer: { $text }
alert-expires = Se muestra hasta el { $date }

## Dates. Days and years are text, so that nobody reads 2,026

date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-year = { $year }
date-about = hacia el { $date }
months-01 = enero
months-02 = febrero
months-03 = marzo
months-04 = abril
months-05 = mayo
months-06 = junio
months-07 = julio
months-08 = agosto
months-09 = septiembre
months-10 = octubre
months-11 = noviembre
months-12 = diciembre

## Languages and accents

languages-en = inglés
languages-ar = árabe
languages-bg = búlgaro
languages-bn = bengalí
languages-cs = checo
languages-cy = galés
languages-de = alemán
languages-el = griego
languages-es = español
languages-fa = persa
languages-fr = francés
languages-hi = hindi
languages-hu = húngaro
languages-it = italiano
languages-ku = kurdo
languages-lt = lituano
languages-nl = neerlandés
languages-pa = panyabí
languages-pl = polaco
languages-pt = portugués
languages-ro = rumano
languages-ru = ruso
languages-so = somalí
languages-sq = albanés
languages-sw = suajili
languages-th = tailandés
languages-tr = turco
languages-uk = ucraniano
languages-ur = urdu
languages-vi = vietnamita
languages-zh = chino
languages-en-IE = inglés de Irlanda
languages-en-scotland = inglés de Escocia
languages-en-US = inglés de EE. UU.
languages-en-AU = inglés de Australia
languages-en-JM = inglés de Jamaica
languages-en-NG = inglés de Nigeria

## Check: why a warning fits

called-phone = número
called-email = correo electrónico
called-handle = nombre de perfil
called-link = enlace
called-payment = cuenta de pago
called-plate = matrícula

reason-same = coincide: { $called }
reason-plate-reads-alike = una matrícula que se lee parecido (O y 0, I y 1)
reason-starts = { $called } con ese comienzo
reason-ends = { $called } con ese final
reason-contains = { $called } que contiene eso
reason-warning-starts = en la alerta: { $called } que empieza por { $value }
reason-warning-ends = en la alerta: { $called } que termina en { $value }
reason-warning-contains = en la alerta: { $called } que contiene { $value }
reason-other-app = el mismo nombre en otra app
reason-hidden = es probable que coincida: { $called }. Está oculto; quien modera puede comparar.
reason-hidden-other-app = probablemente el mismo nombre en otra app. Está oculto; quien modera puede comparar.
reason-vehicle = un vehículo parecido: { $words }
reason-vehicle-other-plate = un vehículo parecido: { $words }. Su matrícula es otra. Las matrículas se cambian.
reason-person = una persona parecida: { $words }
reason-name = un nombre que usa: { $name }. Muchas personas se llaman igual.
# Of several values that were looked for, this one
reason-of-value = { $value }: { $reason }

## Check: what it says above its matches, or if there are none

note-matches =
    { $matches ->
        [one] 1 alerta coincide (tenemos { $count }).
       *[other] { $matches } alertas coinciden (tenemos { $count }).
    } Los números cambian de manos y se pueden falsificar.
note-no-record-of-not-safe = No hay nada sobre { $value }. No quiere decir que sea seguro.
note-no-record-of = No hay nada sobre { $value }.
note-no-record =
    { $count ->
        [0] Todavía no tenemos alertas. No quiere decir que sea seguro.
        [one] No hay nada en nuestra única alerta. No quiere decir que sea seguro.
       *[other] No hay nada en nuestras { $count } alertas. No quiere decir que sea seguro.
    }
note-no-record-since =
    { $count ->
        [0] No tenemos alertas desde { $since }. No quiere decir que sea seguro.
        [one] No hay nada en nuestra única alerta desde { $since }. No quiere decir que sea seguro.
       *[other] No hay nada en nuestras { $count } alertas desde { $since }. No quiere decir que sea seguro.
    }
note-we-have =
    { $count ->
        [0] Todavía no tenemos alertas. No quiere decir que sea seguro.
        [one] Tenemos 1 alerta. No quiere decir que sea seguro.
       *[other] Tenemos { $count } alertas. No quiere decir que sea seguro.
    }
note-we-have-since =
    { $count ->
        [0] No tenemos alertas desde { $since }. No quiere decir que sea seguro.
        [one] Tenemos 1 alerta desde { $since }. No quiere decir que sea seguro.
       *[other] Tenemos { $count } alertas desde { $since }. No quiere decir que sea seguro.
    }
note-nothing-to-look-for = Todavía no hay nada que buscar. Prueba con un número, una matrícula, un enlace o un coche: furgoneta blanca, placa termina en KX.
note-nothing-to-look-for-nor-name = Aquí no se encontró nada que buscar, y ninguna alerta tiene ese nombre. Prueba con un número, una matrícula, un enlace o un coche: furgoneta blanca, placa termina en KX.
note-too-little = Es muy poco para buscar, así que solo se buscaron nombres.
note-too-little-car = De un coche, añade el color o la marca: furgoneta blanca.
note-too-little-person = De una persona, di tres cosas o más: hombre alto, 40 años.
note-too-little-or = O un número, una matrícula, un enlace.
note-still-comparing = Seguimos comparando con números ocultos. Espera, por favor.
# $country (String): two letters, GB
note-foreign = Ningún número de { $country } es así. Si es de otro país, empieza con + y el código del país.
note-foreign-unknown = No conocemos ningún país con números así. Empieza con + y el código del país.
note-hidden-not-in-part = Los números ocultos no se pueden buscar por partes: prueba con el número entero.
note-more-than-compared = Aquí hay más de lo que se compara de una vez. Comprueba el resto aparte.

## Where a report stands

states-received = recibido
states-claimed = alguien se está ocupando
states-needs-info = quienes moderan preguntaron algo
states-answered = respondido
states-shown = texto mostrado a quien reportó
states-agreed = quien reportó está de acuerdo
states-approved = aprobado
states-held = en espera
states-so-far = ha salido, aprobada por una sola persona por ahora
states-published = publicado
states-declined = no aceptado
states-merged = unido a otro reporte
states-withdrawn = retirado
# and its alert
states-live = a la vista
states-amended = cambiada
states-disputed = en duda
states-retracted = retirada
states-expired = terminada

## What can be done with it

events-claim = Me encargo
events-hand-back = Dejar a otra persona
events-ask = Preguntar algo
events-draft = Escribir el texto
events-show = Mostrar el texto a quien reportó
events-approve = Aprobar
events-hold = Dejar en espera
events-publish = Publicar
events-publish-so-far = Publicar con una sola persona por ahora
events-decline = No aceptar
events-merge = Unir a otro reporte
events-read = Lo he leído
events-answer = Responder
events-agree = Aceptar el texto
events-release = Ya se puede publicar
events-correct = Corregir
events-withdraw = Retirar
events-amend = Cambiar la alerta
events-dispute = Marcar como en duda
events-settle = Ya no hay duda
events-retract = Retirar la alerta
events-expire = Terminada

guard-consented = Quien reportó no aceptó avisar a otras personas. Nada de este reporte se puede publicar.
guard-not-moderators-only = Quien reportó dijo: solo quienes moderan. Esto no se puede publicar nunca.
guard-agreed-if-asked = Quien reportó quiere ver antes el texto. Muéstralo y espera a que diga que sí.
guard-on-hold = Quien reportó no pidió dejarlo en espera.
guard-not-on-hold = Quien reportó pidió esperar hasta que avise.
guard-quorum = Todavía no lo aprobaron suficientes personas.
guard-one-approval = Todavía no lo aprobó nadie.
guard-dangerous = Solo las alertas de peligro o gran peligro pueden salir aprobadas por una sola persona por ahora.
step-not-possible = Ahora no se puede hacer.

## What two reports share

shared-number = el mismo número o nombre
shared-plate = la misma matrícula
shared-car = un coche parecido
shared-look = una persona parecida

## A public text, before it is approved

hint-says-what-somebody-is = Di lo que se reportó, nunca lo que alguien es. Es más justo y más fácil de defender.
hint-own-words = Parecen las palabras de quien reportó. ¿Es algo que solo sabe esa persona?
hint-number-in-text = En el texto hay un número o un nombre de perfil a la vista. Ponlo con los números, donde va oculto.

## Figures

figures-how = Se cuenta por fecha de llegada, en números enteros. No se cuenta un reporte si quien lo envió no quiso. Lo que tiene menos de 3 reportes se cuenta junto; un reporte puede ser de varios tipos. Las horas son la mediana desde que llega hasta que se publica.
