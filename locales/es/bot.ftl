# Lo que dice el bot en el chat. Telegram lo lee todo, y también quien mire por encima del hombro: aquí ninguna línea dice para qué es esto.
# Frases cortas, amables y sencillas. De tú, y sin giros de un solo país.

## La cara del bot, si el colectivo no eligió otra

face-name = Notas
face-about = Toca Abrir.
face-description = Toca Iniciar y luego Abrir. Por favor, no escribas aquí.
command-open = Abrir
command-help = Ayuda
button-open = Abrir

## Primeras palabras

start =
    Hola. Toca Abrir para empezar.

    Por favor, no escribas en este chat: Telegram puede leerlo. Lo que escribes en la app, no.
start-again = Toca Abrir.

## Lo que dice un aviso. Nunca más que esto

ping-item =
    { $count ->
        [one] 1 novedad
       *[other] { $count } novedades
    }
ping-update = Hay una actualización
ping-dot = •
ping-desk-item =
    { $count ->
        [one] 1 pendiente
       *[other] { $count } pendientes
    }
ping-desk-update = Entra cuando puedas
ping-desk-dot = ••

## Activarlos y pararlos

subscribed =
    Avisos activados. Solo dicen «{ $sample }».

    Con /horas eliges cuándo llegan y con /pausa los paras. A los 60 días terminan solos; si quieres seguir recibiéndolos, vuelve a tocar el enlace de la app.
shift-ask =
    Este enlace es para quienes ayudan a que esto funcione. Telegram y quien mantiene este bot ya ven que lo tocaste. Si dices que sí, sabrán que eres una de esas personas.

    Puedes ayudar igual de bien sin activarlo.
shift-yes = Sí, avísame
shift-no = No, gracias
shift-on =
    Listo. Te avisaré cuando llegue algo: «{ $sample }».

    Cuando acabe tu turno: /horas y luego Turno.
shift-declined = De acuerdo, todo sigue igual.
link-old = Este enlace ya no sirve. Abre la app y toca el enlace que hay allí.
link-later = Ahora no puedo comprobar este enlace. Vuelve a tocarlo en unos minutos, por favor.
none-yet = Aquí no recibes avisos. Si los quieres, abre la app y toca el enlace que hay allí.
paused = Avisos en pausa. Con /seguir vuelven.
resumed = Avisos activados de nuevo.
ending =
    { $days ->
        [one] Los avisos terminan mañana.
       *[other] Los avisos terminan en { $days } días.
    } Si quieres seguir recibiéndolos, abre la app y toca el enlace que hay allí.
ended = Los avisos terminaron. Si los quieres de nuevo, abre la app y toca el enlace que hay allí.

## Elegir cuándo (/horas)

panel-title = Tus avisos
panel-paused = En pausa. Con /seguir vuelven.
panel-all = Todo: al momento
panel-urgent = Lo urgente: al momento
panel-digest = Lo demás: una vez al día ({ $time })
panel-no-digest = Lo demás: nunca
panel-quiet = Silencio de { $from } a { $until }
panel-no-quiet = Sin horas de silencio
panel-break = Lo urgente llega también en horas de silencio
panel-zone = Zona horaria: { $zone }, ahora { $time }
panel-wording = Dicen: «{ $sample }»
panel-shift = De turno
panel-no-shift = Fuera de turno
button-quiet = Silencio
button-digest = Una vez al día
button-first = Al momento
button-wording = Qué dicen
button-zone = Zona horaria
button-break = Dejar pasar lo urgente
button-break-off = Silenciar lo urgente
button-shift = Turno
button-done = Listo
button-back = Volver
ask-quiet-from = ¿Silencio desde qué hora?
ask-quiet-until = Inicio: { $from } h. ¿Hasta qué hora?
quiet-none = Sin horas de silencio
ask-digest = ¿A qué hora quieres recibir lo demás, una vez al día?
digest-none = Nunca
ask-first = ¿Qué quieres recibir al momento?
first-urgent = Solo lo urgente
first-all = Todo
ask-wording = ¿Qué quieres que digan?
ask-zone = ¿Qué ciudad tiene la misma hora que tú?
break-on = Ahora lo urgente puede despertarte. El bot no distingue lo urgente de lo muy urgente: algún aviso podría haber esperado.
break-off = En las horas de silencio ya no llega nada.
saved = Guardado

language-name = Español
ask-language = Elige tu idioma. Choose your language.
language-done = A partir de ahora, en español.

## Ayuda, y quién ve qué

help =
    Este chat solo abre la app y te avisa. No es una línea de emergencia: puede que todo el mundo esté durmiendo.

    /abrir – el botón
    /pausa, /seguir – parar los avisos, recibirlos de nuevo
    /horas – cuándo llegan y qué dicen
    /idioma – en qué idioma hablo
    /privacidad – quién ve qué
    /salir – terminar los avisos y olvidar este chat
    /borrar – limpiar este chat, y cómo limpiar este teléfono

    Por favor, no escribas aquí. Lo borro, pero Telegram ya lo ha visto.
privacy =
    Telegram ve que usas este chat, cuándo y desde dónde, cada aviso, cada botón que tocas aquí y todo lo que escribes o envías. Un juzgado puede obligar a Telegram a dar tu número de teléfono y tu dirección IP.

    Cada vez que tocas algo, el bot ve tu nombre de Telegram. No lo guarda, ni lo que escribes. Guarda el número de este chat, qué avisos recibes, lo que elegiste y qué mensajes suyos tiene que limpiar, todo cifrado. Quien mantiene el bot puede verlo mientras está en marcha.

    Ninguno de los dos puede leer lo que escribes en la app. Quien sirve la app podría darte una copia mala; un navegador lo hace más difícil, nada lo descarta.

    No necesitas Telegram: la misma app se abre en un navegador.

## Cuando alguien escribe o envía algo

seen-deleted = Borrado. Telegram ya lo había visto. Yo no guardé nada.
seen-left = Telegram no me deja borrar eso. Bórralo tú, por favor: mantenlo pulsado, toca Eliminar y elige eliminarlo también para mí. Telegram ya lo ha visto. Yo no guardé nada.
write-inside = Escribe solo en la app, por favor: toca Abrir.
picture-code = Si mostraba un código, no lo uses. Pide otro.
code-burnt = Eso era un código. Ya no sirve, porque Telegram lo vio. Pide otro, por favor, y escríbelo solo en la app.
code-perhaps = Eso parecía un código. No lo uses, por favor, porque Telegram lo vio. Pide otro y escríbelo solo en la app.
code-away = Eso parecía un código y no pude anularlo. No lo uses, por favor: díselo a quien te lo dio y pide otro.

## Irse

left =
    Listo. No habrá más avisos y ya no guardo nada de este chat. La app de tu teléfono sigue como está.

    Si quieres volver, toca el enlace de la app.
erased = Borré mis mensajes y ya no guardo nada de este chat.
erased-partly = Borré lo que Telegram me dejó borrar y ya no guardo nada de este chat. Lo que quede solo puedes borrarlo tú.
erase-next =
    1. Este teléfono: toca el botón, luego Seguridad y luego Borrar.
    2. Este chat: mantenlo pulsado en tu lista de chats y toca Eliminar.
    3. Otros teléfonos: Telegram, Ajustes, Dispositivos. Cierra las sesiones que no reconozcas.

    Telegram puede guardar sus propios registros.
button-erase = Abrir y borrar

## La hora, por ciudades

region-europe = Europa
region-north = EE. UU., Canadá
region-latin = América Latina
region-africa = África
region-asia = Asia
region-pacific = Australia, Pacífico
zone-UTC = UTC
zone-Europe-London = Londres
zone-Europe-Dublin = Dublín
zone-Europe-Lisbon = Lisboa
zone-Atlantic-Canary = Canarias
zone-Europe-Madrid = Madrid
zone-Europe-Paris = París
zone-Europe-Brussels = Bruselas
zone-Europe-Amsterdam = Ámsterdam
zone-Europe-Berlin = Berlín
zone-Europe-Zurich = Zúrich
zone-Europe-Rome = Roma
zone-Europe-Vienna = Viena
zone-Europe-Prague = Praga
zone-Europe-Warsaw = Varsovia
zone-Europe-Stockholm = Estocolmo
zone-Europe-Budapest = Budapest
zone-Europe-Athens = Atenas
zone-Europe-Bucharest = Bucarest
zone-Europe-Kyiv = Kiev
zone-Europe-Istanbul = Estambul
zone-America-New_York = Nueva York
zone-America-Chicago = Chicago
zone-America-Denver = Denver
zone-America-Phoenix = Phoenix
zone-America-Los_Angeles = Los Ángeles
zone-America-Anchorage = Anchorage
zone-Pacific-Honolulu = Honolulu
zone-America-Halifax = Halifax
zone-America-Toronto = Toronto
zone-America-Winnipeg = Winnipeg
zone-America-Edmonton = Edmonton
zone-America-Vancouver = Vancouver
zone-America-Mexico_City = Ciudad de México
zone-America-Tijuana = Tijuana
zone-America-Guatemala = Guatemala
zone-America-Costa_Rica = San José
zone-America-Panama = Panamá
zone-America-Havana = La Habana
zone-America-Santo_Domingo = Santo Domingo
zone-America-Puerto_Rico = San Juan
zone-America-Bogota = Bogotá
zone-America-Guayaquil = Quito
zone-America-Lima = Lima
zone-America-Caracas = Caracas
zone-America-La_Paz = La Paz
zone-America-Santiago = Santiago
zone-America-Asuncion = Asunción
zone-America-Montevideo = Montevideo
zone-America-Argentina-Buenos_Aires = Buenos Aires
zone-America-Sao_Paulo = São Paulo
zone-Africa-Casablanca = Casablanca
zone-Africa-Dakar = Dakar
zone-Africa-Accra = Acra
zone-Africa-Malabo = Malabo
zone-Africa-Lagos = Lagos
zone-Africa-Cairo = El Cairo
zone-Africa-Nairobi = Nairobi
zone-Africa-Johannesburg = Johannesburgo
zone-Asia-Tehran = Teherán
zone-Asia-Dubai = Dubái
zone-Asia-Karachi = Karachi
zone-Asia-Kolkata = Delhi, Bombay
zone-Asia-Kathmandu = Katmandú
zone-Asia-Dhaka = Daca
zone-Asia-Bangkok = Bangkok
zone-Asia-Singapore = Singapur
zone-Asia-Hong_Kong = Hong Kong
zone-Asia-Manila = Manila
zone-Asia-Seoul = Seúl
zone-Asia-Tokyo = Tokio
zone-Australia-Perth = Perth
zone-Australia-Darwin = Darwin
zone-Australia-Adelaide = Adelaida
zone-Australia-Brisbane = Brisbane
zone-Australia-Sydney = Sídney, Melbourne
zone-Pacific-Auckland = Auckland
