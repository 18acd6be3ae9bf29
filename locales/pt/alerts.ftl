# What reports, alerts and checks say: every answer that can be picked, and the sentences around them.
# Short and plain, for somebody in a hurry, perhaps frightened, in her second language.
# A car and a look are read from English words only, so the examples of what to type are in English, and say so.
# The keys are <list>-<code>; a code never changes, what it is called may. We say what was reported, never what somebody is.

# Between things that are read one after the other: "threats, assault"
list-comma = {", "}

## What happened

kinds-assault = pancada ou ataque
kinds-sexual-assault = agressão sexual
kinds-condom = camisinha (preservativo) tirada ou recusada
kinds-weapon = arma
kinds-confinement = prender ou levar à força
kinds-drugging = droga sem consentimento
kinds-robbery = roubo
kinds-non-payment = não pagou
kinds-fake-payment = pagamento falso
kinds-threats = ameaças
kinds-harassment = assédio
kinds-stalking = seguir ou vigiar
kinds-blackmail = chantagem ou exposição
kinds-filming = filmar sem consentimento
kinds-consent-violated = fez o que não foi combinado
kinds-hate = ódio
kinds-authority-abuse = abuso da polícia ou de outra autoridade
kinds-haggling = não aceitou o preço
kinds-no-show = não veio
kinds-disrespect = falta de respeito
kinds-felt-wrong = algo não estava bem

kind-groups-violence = Violência
kind-groups-money = Dinheiro
kind-groups-coercion = Pressão
kind-groups-authority = Polícia e autoridades
kind-groups-nuisance = Aborrecimentos

## How dangerous. Four steps, least first

severities-nuisance = Aborrecimento
severities-risky = Risco
severities-dangerous = Perigo
severities-very-dangerous = GRANDE PERIGO

## How sure we are. Four steps, least first

verifications-unconfirmed = Sem confirmação
verifications-reporter-spoken-to = Falamos com quem relatou
verifications-evidence-seen = Vimos provas
# $by (Number): so many people, each of whom a moderator has spoken with
verifications-corroborated =
    { $by ->
        [one] Confirmado por mais { $by } pessoa
       *[other] Confirmado por { $by } pessoas
    }
# The same, where no number is known yet: a list to pick from
verifications-corroborated-pick = Confirmado por outras pessoas

## About the report

sharing-moderators = Só a moderação
sharing-peers = Avisar outras pessoas

relationships-self = Aconteceu comigo
relationships-for-someone = Aconteceu com outra pessoa, que concorda
relationships-witness = Eu vi
relationships-second-hand = Ouvi contar

precisions-day = nesse dia
precisions-week = mais ou menos nessa altura
precisions-month = nesse mês
precisions-year = nesse ano

bands-00-06 = de madrugada (00–06)
bands-06-12 = de manhã (06–12)
bands-12-18 = à tarde (12–18)
bands-18-24 = à noite (18–24)

places-car = num carro
places-street = na rua
places-park = num parque
places-bar = num bar ou clube
places-my-place = no meu local
places-their-place = na casa da pessoa
places-hotel = num hotel
places-parlour = numa casa de massagem
places-agency = numa agência
places-online = na internet
places-phone = por telefone
places-other = noutro lugar

contacts-street = na rua
contacts-call = por chamada
contacts-text = por SMS
contacts-app = por um app
contacts-site = por um site
contacts-social = por redes sociais
contacts-referral = por alguém que conheço
contacts-agency = por uma agência
contacts-venue = num bar ou casa de massagem
contacts-regular = já tinha visto antes
contacts-other = de outra forma

risks-knows-my-home = sabe onde moro
risks-knows-my-work = sabe onde trabalho
risks-knows-my-name = sabe o meu nome
risks-has-pictures = tem fotos minhas
risks-keeps-contacting = não para de me procurar
risks-has-my-things = tem coisas minhas
risks-is-nearby = está por perto
risks-others-at-risk = há outras pessoas em risco
risks-none = não

supports-talk = falar com alguém
supports-health = cuidados de saúde
supports-legal = ajuda jurídica
supports-housing = um lugar para ficar
supports-money = dinheiro
supports-company = alguém que venha comigo
supports-translation = alguém que traduza
supports-none = nada por agora

## A person

roles-client = cliente
roles-posing-as-client = só fingiu ser cliente
roles-police = polícia
roles-manager = gerente
roles-bouncer = segurança
roles-driver = motorista
roles-landlord = quem aluga a casa
roles-other = outra coisa

genders-man = homem
genders-woman = mulher
genders-non-binary = pessoa não binária
genders-other = outro gênero

ages-under-20 = menos de 20 anos
ages-20s = 20 a 29 anos
ages-30s = 30 a 39 anos
ages-40s = 40 a 49 anos
ages-50s = 50 a 59 anos
ages-60s = 60 a 69 anos
ages-70-plus = 70 anos ou mais

heights-short = altura baixa
heights-average = altura média
heights-tall = altura alta
heights-very-tall = altura muito alta

builds-slim = corpo magro
builds-average = corpo médio
builds-muscular = corpo musculoso
builds-heavy = corpo gordo

hairs-bald = sem cabelo
hairs-shaved = cabeça raspada
hairs-black = cabelo preto
hairs-brown = cabelo castanho
hairs-blond = cabelo loiro
hairs-red = cabelo ruivo
hairs-grey = cabelo grisalho
hairs-white = cabelo branco
hairs-dyed = cabelo pintado
hairs-covered = cabelo coberto

eyes-brown = olhos castanhos
eyes-blue = olhos azuis
eyes-green = olhos verdes
eyes-grey = olhos cinzentos
eyes-other = olhos pouco comuns

person-marks-beard = barba
person-marks-moustache = bigode
person-marks-glasses = óculos
person-marks-tattoo-face = tatuagem no rosto
person-marks-tattoo-neck = tatuagem no pescoço
person-marks-tattoo-hand = tatuagem na mão
person-marks-tattoo-arm = tatuagem no braço
person-marks-tattoo-elsewhere = tatuagem
person-marks-scar-face = cicatriz no rosto
person-marks-scar-hand = cicatriz na mão
person-marks-scar-elsewhere = cicatriz
person-marks-piercing = piercing
person-marks-missing-teeth = faltam dentes
person-marks-gold-teeth = dentes de ouro
person-marks-limp = manca
person-marks-stammer = gagueja
person-marks-birthmark = marca de nascença
person-marks-missing-finger = falta um dedo
person-marks-uniform = uniforme ou farda
person-marks-strong-smell = cheiro forte
person-marks-other = outra marca

weapons-knife = faca
weapons-gun = arma de fogo
weapons-blunt = algo para bater
weapons-spray = spray
weapons-syringe = seringa
weapons-rope = corda
weapons-dog = cão
weapons-other = outra arma

# As perceived by the reporter. Shown only where the collective's rules say so, and never searched by.
ethnicities-white = branca
ethnicities-black = negra
ethnicities-south-asian = do sul da Ásia
ethnicities-east-asian = do leste da Ásia
ethnicities-middle-eastern = do Oriente Médio
ethnicities-latin = latino-americana
ethnicities-roma = cigana
ethnicities-mixed = mestiça
ethnicities-other = outra

person-names = diz que se chama { $names }
person-accent = sotaque: { $accent }
person-languages = fala { $languages }
person-weapon = arma: { $weapon }
person-ethnicity = aparência percebida: { $ethnicity }

## A vehicle

vehicles-car = carro
vehicles-van = furgão
vehicles-suv = SUV (jipe)
vehicles-pickup = picape
vehicles-taxi = táxi
vehicles-lorry = caminhão
vehicles-minibus = minibus
vehicles-motorbike = moto
vehicles-bicycle = bicicleta
vehicles-camper = autocaravana (motorhome)
vehicles-other = veículo

colours-white = branco
colours-black = preto
colours-grey = cinzento
colours-silver = prateado
colours-blue = azul
colours-red = vermelho
colours-green = verde
colours-yellow = amarelo
colours-orange = laranja
colours-brown = castanho (marrom)
colours-gold = dourado
colours-purple = roxo
colours-two-colour = duas cores

# "white van"
vehicle-of-colour = { $vehicle } ({ $colour })

vehicle-marks-dent = amassado
vehicle-marks-broken-light = luz partida
vehicle-marks-cracked-window = vidro rachado
vehicle-marks-tinted-windows = vidros escuros
vehicle-marks-sign-writing = letras na lateral
vehicle-marks-sticker = adesivo
vehicle-marks-roof-rack = grade no teto
vehicle-marks-ladder = escada
vehicle-marks-tow-bar = engate de reboque
vehicle-marks-child-seat = cadeira de criança
vehicle-marks-taxi-sign = letreiro de táxi
vehicle-marks-foreign-plate = placa estrangeira
vehicle-marks-no-plate = sem placa
vehicle-marks-rust = ferrugem
vehicle-marks-loud = faz muito barulho
vehicle-marks-no-windows = sem janelas
vehicle-marks-other = outra marca

## Numbers, plates and the like

types-phone = Número de telefone
types-email = E-mail
types-handle = Nome de perfil
types-link = Link
types-payment = Conta de pagamento
types-plate = Placa (matrícula)

partials-starts = começa com { $value }
partials-ends = termina em { $value }
partials-contains = contém { $value }

## An alert, line by line

# $bar (String): four squares, filled up to the severity. $n (Number): 1 to 4
alert-severity = { $bar } { $severity } ({ $n } de 4): { $kinds }
alert-verification = { $verification } ({ $n } de 4)
alert-so-far = Aprovado por uma só pessoa por enquanto
alert-disputed = Em dúvida
alert-areas = Onde: { $areas }
alert-when = Quando: { $when }
alert-people = Pessoas: { $people }
alert-person = Pessoa: { $person }
alert-vehicle = Veículo: { $vehicle }
alert-identifier = { $type }: { $value }
# "Number plate ends KX"
alert-part = { $type }: { $value }
alert-hidden = { $type }: escondido. Para comparar um que você tem, use Verificar.
# $country (String): two letters, GB
alert-hidden-country = { $type }: escondido ({ $country }). Para comparar um que você tem, use Verificar.
alert-text = Relatado: { $text }
alert-text-in = Relatado (em { $language }): { $text }
alert-what-to-do = O que fazer: { $text }
alert-expires = Visível até { $date }

## Dates. Days and years are text, so that nobody reads 2,026

date-day = { $day } de { $month } de { $year }
date-month = { $month } de { $year }
date-year = { $year }
date-about = por volta de { $date }
months-01 = janeiro
months-02 = fevereiro
months-03 = março
months-04 = abril
months-05 = maio
months-06 = junho
months-07 = julho
months-08 = agosto
months-09 = setembro
months-10 = outubro
months-11 = novembro
months-12 = dezembro

## Languages and accents

languages-en = inglês
languages-ar = árabe
languages-bg = búlgaro
languages-bn = bengali
languages-cs = tcheco
languages-cy = galês
languages-de = alemão
languages-el = grego
languages-es = espanhol
languages-fa = persa
languages-fr = francês
languages-hi = hindi
languages-hu = húngaro
languages-it = italiano
languages-ku = curdo
languages-lt = lituano
languages-nl = holandês
languages-pa = punjabi
languages-pl = polaco (polonês)
languages-pt = português
languages-ro = romeno
languages-ru = russo
languages-so = somali
languages-sq = albanês
languages-sw = suaíli
languages-th = tailandês
languages-tr = turco
languages-uk = ucraniano
languages-ur = urdu
languages-vi = vietnamita
languages-zh = chinês
languages-en-IE = inglês da Irlanda
languages-en-scotland = inglês da Escócia
languages-en-US = inglês dos EUA
languages-en-AU = inglês da Austrália
languages-en-JM = inglês da Jamaica
languages-en-NG = inglês da Nigéria

## Check: why a warning fits

called-phone = número
called-email = e-mail
called-handle = nome de perfil
called-link = link
called-payment = conta de pagamento
called-plate = placa

reason-same = igual: { $called }
reason-plate-reads-alike = uma placa que se lê parecido (O e 0, I e 1)
reason-starts = { $called } com esse começo
reason-ends = { $called } com esse final
reason-contains = { $called } que contém isso
reason-warning-starts = no alerta: { $called } que começa com { $value }
reason-warning-ends = no alerta: { $called } que termina em { $value }
reason-warning-contains = no alerta: { $called } que contém { $value }
reason-other-app = o mesmo nome noutro app
reason-hidden = provavelmente igual: { $called }. Está escondido; a moderação pode comparar.
reason-hidden-other-app = provavelmente o mesmo nome noutro app. Está escondido; a moderação pode comparar.
reason-vehicle = um veículo parecido: { $words }
reason-vehicle-other-plate = um veículo parecido: { $words }. A placa é outra. As placas podem ser trocadas.
reason-person = uma pessoa parecida: { $words }
reason-name = um nome que usa: { $name }. Muita gente tem o mesmo nome.
# Of several values that were looked for, this one
reason-of-value = { $value }: { $reason }

## Check: what it says above its matches, or if there are none

note-matches =
    { $matches ->
        [one] { $matches } alerta combina (temos { $count }).
       *[other] { $matches } alertas combinam (temos { $count }).
    } Os números mudam de mãos e podem ser falsificados.
note-no-record-of-not-safe = Nada sobre { $value }. Não quer dizer que seja seguro.
note-no-record-of = Nada sobre { $value }.
note-no-record =
    { $count ->
        [0] Não temos nenhum alerta. Não quer dizer que seja seguro.
        [one] Nada no nosso único alerta. Não quer dizer que seja seguro.
       *[other] Nada nos nossos { $count } alertas. Não quer dizer que seja seguro.
    }
note-no-record-since =
    { $count ->
        [0] Não temos nenhum alerta desde { $since }. Não quer dizer que seja seguro.
        [one] Nada no nosso único alerta desde { $since }. Não quer dizer que seja seguro.
       *[other] Nada nos nossos { $count } alertas desde { $since }. Não quer dizer que seja seguro.
    }
note-we-have =
    { $count ->
        [0] Não temos nenhum alerta. Não quer dizer que seja seguro.
        [one] Temos { $count } alerta. Não quer dizer que seja seguro.
       *[other] Temos { $count } alertas. Não quer dizer que seja seguro.
    }
note-we-have-since =
    { $count ->
        [0] Não temos nenhum alerta desde { $since }. Não quer dizer que seja seguro.
        [one] Temos { $count } alerta desde { $since }. Não quer dizer que seja seguro.
       *[other] Temos { $count } alertas desde { $since }. Não quer dizer que seja seguro.
    }
note-nothing-to-look-for = Ainda não há nada para procurar. Tente um número, uma placa, um link ou um carro: furgão branco, placa termina em KX.
note-nothing-to-look-for-nor-name = Não se encontrou aqui nada para procurar, e nenhum alerta tem esse nome. Tente um número, uma placa, um link ou um carro: furgão branco, placa termina em KX.
note-too-little = É muito pouco para procurar, então só se procuraram nomes.
note-too-little-car = De um carro, acrescente a cor ou a marca: furgão branco.
note-too-little-person = De uma pessoa, diga três coisas ou mais: homem alto, 40 anos.
note-too-little-or = Ou um número, uma placa, um link.
note-still-comparing = Ainda comparando com números escondidos. Espere um pouco.
# $country (String): two letters, GB
note-foreign = Nenhum número de { $country } é assim. Se for de outro país, comece com + e o código do país.
note-foreign-unknown = Não conhecemos nenhum país com números assim. Comece com + e o código do país.
note-hidden-not-in-part = Números escondidos não se podem procurar por partes: tente o número inteiro.
note-more-than-compared = Aqui havia mais do que se compara de uma vez. Verifique o resto à parte.

## Where a report stands

states-received = recebido
states-claimed = alguém está cuidando disso
states-needs-info = a moderação perguntou algo
states-answered = respondido
states-shown = texto mostrado a quem relatou
states-agreed = quem relatou concordou
states-approved = aprovado
states-held = em espera
states-so-far = saiu, aprovado por uma só pessoa por enquanto
states-published = publicado
states-declined = não aceito
states-merged = juntado a outro relato
states-withdrawn = retirado
# and its alert
states-live = visível
states-amended = mudado
states-disputed = em dúvida
states-retracted = retirado
states-expired = terminado

## What can be done with it

events-claim = Eu trato disso
events-hand-back = Deixar para outra pessoa
events-ask = Perguntar algo
events-draft = Escrever o texto
events-show = Mostrar o texto a quem relatou
events-approve = Aprovar
events-hold = Deixar em espera
events-publish = Publicar
events-publish-so-far = Publicar com uma só pessoa por enquanto
events-decline = Não aceitar
events-merge = Juntar a outro relato
events-read = Já li
events-answer = Responder
events-agree = Concordar com o texto
events-release = Já se pode publicar
events-correct = Corrigir
events-withdraw = Retirar
events-amend = Mudar o alerta
events-dispute = Marcar em dúvida
events-settle = Já não há dúvida
events-retract = Retirar o alerta
events-expire = Terminado

guard-consented = Quem relatou não quis avisar outras pessoas. Nada deste relato pode ser publicado.
guard-not-moderators-only = Quem relatou disse: só a moderação. Isto nunca pode ser publicado.
guard-agreed-if-asked = Quem relatou quer ver o texto antes. Mostre, e espere que diga que sim.
guard-on-hold = Quem relatou não pediu para esperar.
guard-not-on-hold = Quem relatou pediu para esperar até avisar.
guard-quorum = Ainda não há pessoas suficientes que aprovaram.
guard-one-approval = Ainda ninguém aprovou.
guard-dangerous = Só alertas de perigo ou grande perigo podem sair aprovados por uma só pessoa por enquanto.
step-not-possible = Não se pode fazer isso agora.

## What two reports share

shared-number = o mesmo número ou nome
shared-plate = a mesma placa
shared-car = um carro parecido
shared-look = uma pessoa parecida

## A public text, before it is approved

hint-says-what-somebody-is = Diga o que foi relatado, nunca o que alguém é. É mais justo e mais fácil de defender.
hint-own-words = Parecem as palavras de quem relatou. Só essa pessoa pode saber isto?
hint-number-in-text = Há um número ou nome de perfil à vista no texto. Ponha com os números, onde fica escondido.

## Figures

figures-how = Contado pela chegada, em números inteiros. Relatos de quem não quis entrar na conta ficam de fora. O que tem menos de 3 relatos é contado junto; um relato pode ser de vários tipos. As horas são a mediana entre a chegada e a publicação.
