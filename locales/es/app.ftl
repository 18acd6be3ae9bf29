# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Ocultar (Hide: close and lock) and Borrar (Erase: wipe). A report is un reporte, an alert una alerta; «aviso» is what the bot sends, moderators quienes moderan.
# Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = Ocultar
app-back = Volver

## The app itself

app-home = Inicio
app-loading = Un momento…
app-not-loaded = Esta página no se abrió
app-not-loaded-why = Quizá no tienes conexión o hay una versión nueva de esta app. Vuelve a abrirla. No se ha perdido nada.
app-reload = Abrir otra vez
app-broken = Este navegador no devuelve nada
app-broken-why = Lo que esta app guardó aquí no se puede leer ahora. Quizá el teléfono está lleno o esta es una ventana privada. Cierra otras pestañas e inténtalo otra vez. No se borró nada.

## The first screen

welcome-title = Aquí nos avisamos entre colegas.
welcome-no-police = Sin policía.
welcome-no-emergency = No es una línea de emergencia: puede que todo el mundo esté durmiendo.
welcome-telegram = Telegram puede ver que usas esto, pero no lo que escribes aquí dentro.
welcome-never-type = Nunca lo escribas en el chat.
welcome-lost = Lo que esta app guardaba aquí ya no está: este teléfono o su navegador lo ha borrado. Pide un código nuevo a quien modera. Los reportes enviados los tienen quienes moderan; sus respuestas ya no pueden llegar a este teléfono.
welcome-lost-copied = Este teléfono ha borrado lo que la app guardaba aquí. Con tus 12 palabras vuelve todo, también tus reportes.
welcome-words = Tengo mis 12 palabras
welcome-erase-copy = Borrar lo que queda
welcome-code = Tengo un código
welcome-help = Ayuda cerca de mí
welcome-language = Idioma

## A PIN

pin-new = PIN nuevo
pin-again = El mismo PIN otra vez
pin-same = PIN otra vez
pin-again-why = Para que un error no te deje fuera.
pin-rule = Al menos 6 números. Más largo es más seguro.
pin-keys = Números
pin-delete = Quitar
pin-next = Siguiente
pin-letters = Usar letras
pin-digits = Usar números
pin-fault-short = Muy corto: al menos 6.
pin-fault-same = Muy fácil de adivinar: usa al menos tres números distintos.
pin-fault-run = Muy fácil de adivinar: no uses números seguidos, como 123456.
pin-fault-date = Parece un cumpleaños. Quien te conoce prueba eso primero.
pin-not-alike = Los dos no eran iguales. Empieza otra vez.

## How long the app stays open

stay-title = Cuándo pedir el PIN
stay-why = Puedes cambiarlo después, en Seguridad. Ocultar siempre cierra con llave al momento.
stay-0 = Siempre
stay-0-hint = Se cierra medio minuto después de salir. Lo mejor si otras personas usan este teléfono.
stay-900 = A los 15 minutos
stay-900-hint = Sigue abierta mientras entras y sales.
stay-28800 = A las 8 horas
stay-28800-hint = Un PIN por turno. Quien tenga el teléfono desbloqueado puede leer esta app.

## Coming in

join-title = Tu código
join-code = Código
join-code-hint = { $count ->
    [0] Puedes pegarlo. No importan las mayúsculas, los espacios ni los guiones.
   *[other] { $count } de 27
}
join-never-chat = Nunca envíes un código por un chat, ni siquiera al bot: dejaría de servir.
join-have-words = ¿Sin código, pero con tus 12 palabras?
join-other-phone = Tengo mi otro teléfono conmigo
join-looking = Mirando el código…
join-code-short = El código no está completo: tiene 27 letras y números, y aquí hay { $count }.
join-code-long = Es demasiado largo: un código tiene 27 letras y números, y aquí hay { $count }.
join-code-strange = Un código solo tiene letras y números, y ninguna U. Míralo otra vez.
join-code-wrong = Una letra o un número está mal. Compáralo otra vez.
join-code-gone = Este código ya no sirve: se usó, se anuló o es muy viejo. Pide otro.
join-code-waits = Antes, el teléfono de alguien que modera tiene que renovar este código. Sigue siendo tuyo: prueba en unas horas.
join-offline = No tienes conexión o nuestro servidor no responde. Para entrar hace falta conexión. No se guardó nada: prueba cuando la tengas.
join-not-kept = Este navegador no guarda nada: quizá es una ventana privada o el teléfono está lleno. No se guardó nada. Prueba con otro navegador.
join-refused = Lo que envió nuestro servidor no es de fiar, así que no has entrado. Díselo a quien te dio el código.
join-asked-title = Te piden que moderes
join-asked = Quien te dio este código te pide que ayudes a moderar. Quienes moderan leen todos los reportes y deciden en grupo qué se publica. Lleva tiempo, y hay cosas duras de leer.
join-asked-yes = Sí, voy a moderar
join-asked-yes-hint = Entras igual que cualquiera. Después, quienes moderan te dan esa tarea.
join-asked-no = Ahora no
join-asked-no-hint = Entras de todos modos. Puedes decir que sí más tarde, en Colectivo.
join-name-title = Un nombre para aquí dentro
join-name = Cómo te llaman quienes moderan
join-name-hint = Este nombre lo ven quienes moderan; las demás personas, no. No uses tu nombre real ni el de trabajo.
join-name-other = Proponer otro
join-pin-title = Elige un PIN
join-pin-why = Cierra esta app en este teléfono. Nadie puede cambiarlo por ti.
join-coming = Entrando
join-coming-hint = Suele tardar menos de un minuto. Deja esta página abierta.
join-reading = Leyendo lo que se sabe…
join-checking = { $count ->
    [one] Comprobando un mensaje…
   *[other] Comprobando { $count } mensajes…
}
join-locking = Cerrando con tu PIN…
join-done = Listo

recover-title = Volver con tus 12 palabras
recover-how = ¿Perdiste el teléfono, se rompió o tienes uno nuevo? Con estas palabras vuelves aquí con el mismo nombre. No hace falta código.
recover-never-chat = No las escribas en ningún otro sitio.
recover-looking = Haciendo tus llaves con las palabras. En un teléfono viejo tarda un poco…
recover-count = { $count ->
    [one] Es una palabra. Son 12.
   *[other] Aquí hay { $count } palabras. Son 12.
}
recover-word = La palabra { $place } no existe en la lista. Compárala con tu papel.
recover-together = Estas 12 palabras no van juntas. Una es otra, o el orden está mal.
recover-nothing = No hay nada guardado con estas palabras. Compáralas otra vez. Si están bien, el teléfono de donde son no tuvo conexión después de mostrarlas, o no la tuvo en un año. Entonces pide un código.
recover-removed = Estas palabras no abren nada nuevo aquí. Quizá te quitaron de la lista; alguien que modera puede decírtelo.
recover-refused = Lo que envió nuestro servidor no es de fiar, así que no has vuelto. Díselo a alguien que modera.
recover-back-title = Ya estás de vuelta
recover-back = El mismo nombre, el mismo lugar. No se avisó a nadie.
recover-gone = Lo que estaba solo en el teléfono viejo se perdió: los borradores y las respuestas a tus reportes. Los reportes los tienen quienes moderan.
recover-with-reports = También están aquí tus reportes y sus respuestas. Solo faltan los borradores.
recover-old-phone = ¿Puede tener otra persona tu teléfono viejo? Llama a alguien que modera: quita este nombre de la lista, y así ese teléfono queda fuera, y te da un código nuevo.
recover-go-on = Seguir

beside-how = En tu otro teléfono abre Seguridad y luego «Añadir o cambiar de teléfono». Muestra un código.
beside-digits-title = Escribe estos números en el otro teléfono
beside-digits-why = Muestran que tienes los dos teléfonos. Deja esta página abierta.
beside-late = Pasaron los diez minutos. Empieza de nuevo en el otro teléfono.
beside-in-title = Este teléfono ya está dentro
beside-in = Ahora los dos teléfonos eres tú: el mismo nombre, las mismas alertas.
beside-reports = Los reportes que escribiste en el otro teléfono se quedan allí, y sus respuestas también.

words-title = Palabras de recuperación
words-why = Estas 12 palabras abren esta app en este teléfono si olvidas el PIN, y te sirven para volver en otro teléfono si pierdes este.
words-paper = Escríbelas en papel. No les hagas foto ni las escribas en otra app. Quien las tenga podrá hacerse pasar por ti.
words-alone = ¿Alguien está mirando? Entonces hazlo más tarde.
words-show = Mostrar las palabras
words-later = Más tarde
words-written = Ya las escribí
words-asked = Tres de ellas, para comprobar
words-number = Palabra { $number }
words-check = Comprobar
words-wrong = Una no está bien. Mira tu papel, o vuelve atrás y mira otra vez.
words-keeping = Guardándolas…
words-kept = Tus palabras de recuperación abren esta app. Guarda el papel donde nadie mire.
words-elsewhere = También te sirven para volver en otro teléfono.
words-elsewhere-later = También te servirán para volver en otro teléfono, cuando te haya dejado entrar el teléfono de alguien que modera y este haya tenido conexión otra vez.
words-pin-why = Primero tu PIN, para que nadie más vea las palabras.

prefer-title = Zonas e idiomas
prefer-here-only = Se guarda solo en este teléfono. Nadie más ve lo que eliges.
prefer-areas = Dónde trabajas
prefer-areas-hint = Alertas muestra entonces solo estas, y todas con un toque. Si no eliges ninguna, ves todo. Comprobar busca siempre en todas partes, y lo muy peligroso se muestra siempre.
prefer-languages = Idiomas que lees
prefer-languages-hint = Las alertas en otros idiomas también se muestran, con una marca.

## Home

home-title = ¿Qué necesitas?
home-check = Comprobar
home-check-hint = ¿Se conoce un número, una matrícula, un aspecto?
home-report = Reportar
home-report-hint = Cuenta lo que pasó. Puedes parar cuando quieras.
home-alerts = Alertas
home-alerts-hint = De qué avisan otras personas
home-more = Más
home-mine = Mis reportes
home-begun =
    { $count ->
        [one] Has empezado un reporte
       *[other] Has empezado { $count } reportes
    }
home-asked = { $count ->
    [one] 1 te espera
   *[other] { $count } te esperan
}
home-desk = Moderación
home-collective = Colectivo
home-safety = Seguridad
home-help = Ayuda cerca de mí
home-fetching = Buscando novedades…
home-never = Aún sin novedades
home-synced = Novedades: { $ago }
home-alerts-count = { $count ->
    [0] ninguna alerta
    [one] 1 alerta
   *[other] { $count } alertas
}
home-offline = sin conexión
home-offline-telegram = No tienes conexión. Déjala abierta: dentro de Telegram no se puede volver a abrir sin conexión. Seguridad dice dónde sí.
home-fetch = Buscar novedades ahora
home-words = Ayudas a moderar. Escribe hoy tus palabras de recuperación: sin ellas, un PIN o un teléfono perdido se pierde para siempre.
home-words-now = Escribirlas ahora
home-trouble = Sin novedades: { $sentence }
home-refused-desk = Algo no se aceptó porque no es de fiar. Si vuelve a pasar, háblalo con quienes moderan contigo, fuera de esta app.
home-withheld-desk = Nuestro servidor no entrega algo a este teléfono. Puede faltar algo aquí. Pregunta a quienes moderan contigo si ven lo mismo.
home-stale-desk = En dos semanas no despertaron suficientes teléfonos de moderación. Lo que hay aquí puede ser viejo. Pide a las demás personas que abran esta app.
home-refused = { $count ->
    [one] No se aceptó un mensaje porque no es de fiar. Díselo a alguien que modere.
   *[other] No se aceptaron { $count } mensajes porque no son de fiar. Díselo a alguien que modere.
}
home-withheld = { $count ->
    [one] Hay un mensaje que no llega a este teléfono. Puede faltar algo aquí. Díselo a alguien que modere.
   *[other] Hay { $count } mensajes que no llegan a este teléfono. Puede faltar algo aquí. Díselo a alguien que modere.
}
home-stale = Sin noticias de quienes moderan desde hace { $count } días. Lo que hay aquí puede ser viejo. Pregunta a alguien que modere.
home-healing = Nuestro servidor perdió datos, y los teléfonos de todo el mundo se los están devolviendo. Hasta entonces, lo que envíes espera en este teléfono.
home-clock = El reloj de este teléfono y el de nuestro servidor se llevan { $count } minutos. Pon la hora automática en este teléfono.
home-waits = Ya estás dentro: puedes leer, comprobar y reportar. Falta que el teléfono de alguien que modera te deje entrar del todo; pasa solo.
home-willing = Dijiste que sí a moderar. Quienes moderan lo ven y lo deciden entre sí. Hasta entonces no tienes que hacer nada: cuando moderes, lo dirá aquí.
home-promoted = Ahora ayudas a moderar. Los reportes llegan a Moderación, y decides junto con las demás personas.
home-promoted-desk = Abrir Moderación
home-alarm-gate = Algo va mal con las llaves de nuestro servidor: quien hizo las últimas puede dejar fuera a otras personas. Díselo a alguien que modere y en quien confíes, fuera de esta app.
home-alarm-cover = Algo va mal con las últimas llaves: hay quien no puede abrir lo que llega ahora. Díselo a alguien que modere y en quien confíes, fuera de esta app.
home-alarm-desk = Algo va mal con la llave que cierra los reportes: no todas las personas que moderan pueden abrirlos. Díselo a alguien que modere y en quien confíes, fuera de esta app.

## The lock

locked-title = Cerrado con llave
locked-pin = PIN
locked-open = Abrir
locked-opening = Abriendo…
locked-full = Este teléfono está lleno. Elimina unas fotos u otras cosas que no necesites e inténtalo otra vez.
locked-forgot = Olvidé el PIN
locked-erase = Borrar
locked-wait = { $count ->
    [one] Demasiados intentos. Espera un minuto. No se borra nada.
   *[other] Demasiados intentos. Espera { $count } minutos. No se borra nada.
}

opening-newest = Alertas más nuevas
opening-more = Se están abriendo las demás…
opening-check = Podrás comprobar en cuanto estén abiertas todas las alertas. Hasta entonces no dice nada: una parte no basta.
opening-soon = Se abrirá en cuanto todo esté listo.

forgot-title = Olvidé el PIN
forgot-how = Tus 12 palabras de recuperación también la abren. Después eliges un PIN nuevo.
forgot-words = Las 12 palabras, separadas por espacios
forgot-twelve = No son 12 palabras.
forgot-wrong = Estas palabras no abren esta app. Compáralas con tu papel.
forgot-new-pin = Un PIN nuevo
forgot-no-words = ¿No tienes las palabras? Entonces nadie puede abrirla, ni siquiera el colectivo. Puedes borrarla y entrar de nuevo con otro código.

elsewhere-title = Abierta en otra pestaña
elsewhere-why = Esta app está abierta en otra pestaña o ventana. Dos a la vez se estorbarían.
elsewhere-here = Usarla aquí
elsewhere-waiting = La otra se está cerrando…
elsewhere-failed = La otra pestaña no se cierra. Ciérrala tú e inténtalo otra vez.

erase-title = Borrar
erase-next = Seguir
erase-does-title = Qué hace
erase-does = Desaparece de este teléfono todo lo de esta app: alertas, tus reportes, borradores, llaves y tu PIN.
erase-does-not-title = Qué no hace
erase-not-sent = Lo que enviaste lo siguen teniendo quienes moderan.
erase-not-membership = Sigues en la lista hasta que te quite alguien que modera. Si apuntaste tus 12 palabras, todavía te traen de vuelta: destruye el papel si no quieres eso. Sin ellas necesitas un código nuevo.
erase-not-telegram = El chat de Telegram sigue ahí. Elimínalo allí también, y mira la lista de dispositivos de Telegram.
erase-not-copies = Si alguien copió antes este teléfono, esas copias quedan como están.
erase-sure = ¿Borrar todo?
erase-for-good = Es para siempre. Lo que solo está en este teléfono, como los borradores, nada puede recuperarlo.
erase-now = Borrar todo ahora
erase-keep = No borrar
erase-erasing = Borrando…

## Safety

safety-title = Seguridad
safety-pin = Cambiar el PIN
safety-pin-hint = Si alguien pudo verlo
safety-duress = Un PIN que borra
safety-duress-hint = Si alguien te obliga a abrir esta app
safety-stay = Cuándo pedir el PIN
safety-stay-hint = Siempre, a los 15 minutos, a las 8 horas
safety-words = Palabras de recuperación
safety-words-hint = Si olvidas el PIN o pierdes este teléfono
safety-device = Añadir o cambiar de teléfono
safety-device-hint = Usar esto en dos teléfonos o en uno nuevo
safety-compare = Comparar con alguien
safety-compare-hint = ¿Llega lo mismo a los dos teléfonos?
safety-pings = Avisos en Telegram
safety-pings-hint = «1 novedad», y nada más
safety-prefer = Zonas e idiomas
safety-prefer-hint = Dónde trabajas, qué lees
safety-offline = Sin conexión
safety-offline-hint = Dónde se abre esta app sin conexión
safety-language = Idioma de la app
safety-language-hint = Las palabras de los botones
safety-erase = Borrar
safety-done = Listo
safety-change = Cambiar el PIN
safety-changed = Cambiado. El PIN viejo ya no abre nada.
safety-pin-now = Tu PIN de ahora
safety-old-pin = Ahora, el PIN que tienes
safety-old-pin-why = Para que nadie más lo cambie.
safety-other-pin = Este no se puede usar. Vuelve atrás y elige otro.
safety-wait = Demasiados intentos. Espera unos minutos. No se borra nada.
safety-language-why = Lo que escribe la gente queda en el idioma en que lo escribió.
safety-version = Versión { $version }, build { $build }. Alguien con un ordenador (computadora) puede compararla: parasol verify.
safety-data = Datos gastados en novedades y mensajes este mes: unos { NUMBER($now) } MB. El mes pasado: { NUMBER($before) } MB.
safety-limits = Cualquiera puede hacerle una foto a una pantalla. Un teléfono robado y desbloqueado se puede leer. Quien sirve esta app podría servir una mala.

duress-title = Un PIN que borra
duress-what = Un segundo PIN. Si alguien te obliga a abrir esta app, da este: todo se borra al momento, y parece que aquí nunca entró nadie.
duress-gone = Es para siempre. No pregunta si quieres. Los reportes que enviaste los siguen teniendo quienes moderan; lo demás se pierde. Si apuntaste tus 12 palabras, todavía te traen de vuelta.
duress-not-hidden = No sirve contra alguien que ya copió este teléfono, o que sabe que usas esta app y pregunta dónde está.
duress-unknown = Nadie puede ver si existe este PIN, ni siquiera esta página.
duress-set = Poner este PIN
duress-off = No quiero ninguno
duress-new = El PIN que borra
duress-different = Debe ser distinto de tu PIN en al menos tres números, o más largo o más corto.
duress-sure-why = Tu propio PIN, para que nadie más ponga uno. Después, el nuevo borra todo cada vez que se escriba.
duress-off-why = Tu propio PIN. Después, ningún PIN borra nada.
duress-is-on = Puesto. Cada vez que se escriba, aquí o al abrir, se borra todo.
duress-is-off = Ahora no hay ninguno.

compare-title = Comparar con alguien
compare-how = En persona o por llamada: cada quien abre esta página y lee en voz alta.
compare-making = Haciendo las palabras…
compare-number = Número { $number }
compare-same = Si el número es igual, las palabras también deben serlo. Un número más bajo solo quiere decir que uno de los teléfonos tiene novedades viejas.
compare-different = ¿Mismo número y otras palabras? Entonces a cada teléfono le llega algo distinto. No te fíes de esta app hasta preguntar a alguien que modere, fuera de ella.

device-title = Añadir o cambiar de teléfono
device-why = En el otro teléfono abre esta app, pulsa «Tengo un código» y luego «Tengo mi otro teléfono conmigo». Después, los dos teléfonos eres tú.
device-stay = Los reportes que escribiste aquí se quedan aquí: solo este teléfono ve sus respuestas. Si cambias de teléfono, espera esas respuestas antes de borrar este.
device-alone = Hazlo donde nadie vea ninguna de las dos pantallas.
device-show = Mostrar el código
device-pin-why = Primero tu PIN: quien hace esto deja entrar un teléfono como si fueras tú.
device-code-title = Un código para tu otro teléfono
device-code-how = Escríbelo en el otro teléfono, o cópialo con su cámara. Después muestra seis números: escríbelos aquí.
device-digits = Los seis números del otro teléfono
device-digits-hint = Solo de un teléfono que tienes en la mano. Nunca los números que te diga alguien.
device-digits-wrong = Son seis números. Escríbelos como están en el otro teléfono.
device-give = Dejarlo entrar
device-waiting = Esperando a tu otro teléfono…
device-taken = Tu otro teléfono ya lo tiene.
device-not-yours = ¿No era tu teléfono? Llama enseguida a alguien que modera: quita este nombre de la lista.
device-late = Nadie lo recogió en un minuto. Empieza de nuevo.
device-not-yet = Antes te tiene que dejar entrar el teléfono de alguien que modera. Prueba más tarde.

pings-title = Avisos en Telegram
pings-what = El bot dice «1 novedad», y nada más. No hace falta: todo funciona sin esto.
pings-knows = Entonces Telegram sabe que tu cuenta usa este bot. También quien lo mantiene. No saben lo que lees ni lo que escribes.
pings-bot = El nombre del bot, si lo sabes
pings-bot-hint = Sirve para darte un enlace. Este teléfono no sabe el nombre.
pings-bot-wrong = El nombre de un bot solo tiene letras, números y _.
pings-other = ¿Es otro bot? Su nombre
pings-other-hint = Cada bot ve qué cuenta le escribe. Si el equipo de moderación te dio otro nombre, escribe ese.
pings-how = Copia esta línea, ve al chat con el bot y envía exactamente esto:
pings-how-link = Copia este enlace y ábrelo en Telegram:
pings-open = Abrir el bot
pings-tap = Toca «Abrir el bot» y luego Iniciar. Debe ser el bot que conoces: { $bot }
pings-desk-title = Para quienes moderan: cuando algo espera
pings-desk-hint = Un aviso propio para tu turno
pings-desk-what = El bot dice entonces «1 novedad» también cuando algo espera en la mesa.
pings-desk-knows = Con esto, Telegram y quien mantiene el bot saben que esta cuenta modera.
pings-desk-without = Sin esto todo funciona igual: la mesa muestra lo que espera cada vez que la abres.
pings-desk-agree = Lo sé. Mostrarlo
pings-copy = Copiar
pings-copied = Copiado
pings-not-copied = No se pudo copiar. Mantenlo pulsado y cópialo tú.
pings-ends = Sirve unos días, y hay que repetirlo cada dos meses más o menos. Con /salir en el chat se termina.
# Without a connection
offline-telegram = Dentro de Telegram esta app no se puede abrir sin conexión: Telegram la descarga cada vez. Mientras está abierta, sigue funcionando.
offline-browser = En un navegador de este teléfono sí se puede. Abre allí esta dirección:
offline-own-code = Eso cuenta como otro teléfono: necesita su propio código. Lo que hay aquí no pasa allí.
offline-install = En un navegador, elige «Instalar» o «Añadir a pantalla de inicio» en su menú. Desde entonces se abre sin conexión.
offline-check = Comprobar responde entonces con lo último que recibió este teléfono, y dice de cuándo es. Lo que envíes sale con la próxima conexión.

## When something does not work: one kind sentence each

trouble-offline = No tienes conexión o nuestro servidor no responde. No se ha perdido nada: lo que escribiste queda en este teléfono y sale después.
trouble-not-ours = Respondió otra cosa en lugar de nuestro servidor. Quizá esta red te pide entrar primero. No se ha perdido nada.
trouble-said-no = Esta vez nuestro servidor dijo que no. No se ha perdido nada. Prueba en un rato.
trouble-busy = Nuestro servidor tiene mucho trabajo ahora. No se ha perdido nada. Volverá a funcionar en unos minutos.
trouble-full = Este teléfono no tiene espacio, así que no se puede guardar nada más. Elimina algo que no necesites e inténtalo otra vez.
trouble-storage = Este teléfono no ha guardado algo, o no lo devuelve. Cierra la app, ábrela y mira si está.
trouble-wrong-pin = Ese no era el PIN.
trouble-maybe-removed = Este teléfono no puede abrir las últimas alertas. Quizá lo quitaron de la lista; alguien que modera puede decírtelo. Lo que tienes aquí se puede seguir leyendo.
trouble-clock = La fecha o la hora de este teléfono parecen mal. Ponlas bien e inténtalo otra vez. No se ha perdido nada.
trouble-refused = Lo que envió nuestro servidor no es de fiar, así que no se aceptó. Lo que tienes aquí sigue siendo bueno.
trouble-too-old = Esta aplicación es demasiado antigua para nuestras reglas, así que no lee nada nuevo. Ciérrala y ábrela otra vez para tener la nueva. Lo que tienes aquí se puede seguir leyendo.
trouble-not-allowed = Eso no se puede hacer, o ya no. Vuelve atrás y mira otra vez.
trouble-bad-input = Algo de esto no se puede leer. Míralo otra vez o déjalo fuera.
trouble-unknown = Algo falló aquí. No se ha perdido nada de lo que enviaste. Cierra la app, ábrela e inténtalo otra vez.

## How long ago

ago-now = ahora mismo
ago-minutes =
    { $count ->
        [one] hace 1 minuto
       *[other] hace { $count } minutos
    }
ago-hours =
    { $count ->
        [one] hace 1 hora
       *[other] hace { $count } horas
    }
ago-days =
    { $count ->
        [one] hace 1 día
       *[other] hace { $count } días
    }
ago-months =
    { $count ->
        [one] hace 1 mes
       *[other] hace { $count } meses
    }

## Check

check-title = Comprobar
check-field = Un número, una matrícula, un nombre, un enlace o un coche
check-hint = Pega cualquier cosa. Un coche: furgoneta blanca, placa termina en KX
check-stays-here = Lo que escribes se queda en este teléfono. Funciona sin red.
watch-tell = Avisarme si esto aparece más tarde
watch-hint = Se guarda solo en este teléfono, con tu PIN: los últimos 20 que marques. La primera página lo dirá.
watch-listed = Apareció desde que lo comprobaste:
watch-look = Leer la alerta
watch-enough = No mostrar más esto
check-looked-for = Se buscó: { $values }
check-as-name = { $value }, como nombre o nombre de perfil
check-comparing = Comparando con números ocultos…
check-hidden-not-compared = No se pudo comparar con los números ocultos. Con lo demás, sí.
check-exact = Es lo mismo
check-probable = Es probable que sea lo mismo. Pregunta a alguien que modere. Hasta entonces, actúa como si lo fuera.
check-part = Coincide una parte
check-look = Se parece
check-other-plate = Se parece, pero con otra matrícula
check-more =
    { $count ->
        [one] Y 1 más. Di algo más para encontrar lo que buscas.
       *[other] Y { $count } más. Di algo más para encontrar lo que buscas.
    }
# $areas (String): areas, with commas, or the name of the collective
check-no-record =
    { $count ->
        [0] Todavía no tenemos alertas, { $areas }. No quiere decir que sea seguro.
        [one] No hay nada en nuestra única alerta, { $areas }. No quiere decir que sea seguro.
       *[other] No hay nada en nuestras { $count } alertas, { $areas }. No quiere decir que sea seguro.
    }
# $since (String): a month and a year
check-no-record-since =
    { $count ->
        [0] No tenemos alertas, { $areas }, desde { $since }. No quiere decir que sea seguro.
        [one] No hay nada en nuestra única alerta, { $areas }, desde { $since }. No quiere decir que sea seguro.
       *[other] No hay nada en nuestras { $count } alertas, { $areas }, desde { $since }. No quiere decir que sea seguro.
    }

## Alerts

alerts-title = Alertas
alerts-fetch = Buscar nuevas
alerts-fetching = Buscando…
alerts-area = Zona
alerts-all-areas = Todas las zonas
alerts-severity = Cuánto peligro
alerts-all = Todas
# $severity (String): Dangerous
alerts-from = { $severity } o peor
alerts-none = Ahora no hay alertas.
alerts-none-such = Ahora no hay alertas así.
alerts-not-safe = No quiere decir que sea seguro.
alerts-count =
    { $count ->
        [one] 1 alerta, primero lo más nuevo
       *[other] { $count } alertas, primero lo más nuevo
    }
alerts-more = Mostrar más
alerts-yours =
    { $count ->
        [one] Tus zonas: { $areas }. Hay 1 más que no se muestra.
       *[other] Tus zonas: { $areas }. Hay { $count } más que no se muestran.
    }
alerts-show-all = Mostrar todo
alerts-everywhere = Se muestran todas las zonas.
alerts-only-yours = Solo mis zonas
alerts-other-language = Texto en { $language }
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } de 4
# $ago (String): 3 hours ago
alerts-as-of = Actualizado { $ago }.
alerts-last-word = Última señal de quienes moderan: { $ago }.
alerts-withheld =
    { $count ->
        [one] Nuestro servidor se guarda 1 entrada. Puede faltar una alerta aquí. Díselo a alguien que modere.
       *[other] Nuestro servidor se guarda { $count } entradas. Pueden faltar alertas aquí. Díselo a alguien que modere.
    }
alerts-stale = Nada de quienes moderan desde hace dos semanas. Pueden faltar alertas más nuevas. Si puedes, pregunta a alguien que modere.
alerts-taken-back = Retirada
alerts-taken-back-what = Esta alerta ya no cuenta. La sigues viendo para que lo sepas.
alerts-ended = Terminada
alerts-ended-what = Esta alerta era para un tiempo que ya pasó. Puede ser vieja.
alerts-so-far-short = Aprobada por una sola persona por ahora
alerts-so-far = Aún no la ha mirado una segunda persona de quienes moderan. Salió antes porque puede ser urgente.
alerts-disputed = En duda
alerts-disputed-what = Alguien dice que no es correcta, y se está mirando.
alerts-corrected-short = Corregida
alerts-corrected = Corregida { $ago }
alerts-said-before = Antes decía:
alerts-published = Publicada { $ago }.
alerts-approved-by =
    { $count ->
        [one] Aprobada por 1 persona que modera.
       *[other] Aprobada por { $count } personas que moderan.
    }
alerts-can-be-faked = Los números cambian de manos y se pueden falsificar.
alerts-gone = Ya no está aquí
alerts-gone-why = Esta alerta se borró o no ha llegado a este teléfono.

## Report

report-title = Reportar
report-kinds = ¿Qué pasó?
report-health = Hay cosas que no pueden esperar
report-consent = ¿Quién puede saberlo?
report-relationship = ¿A quién le pasó?
report-when = ¿Cuándo fue?
report-area = ¿Dónde fue?
report-place = ¿En qué tipo de sitio?
report-contact = ¿Cómo te encontró?
report-people = ¿Cuántas personas eran?
report-persons = ¿Qué aspecto tenían?
report-identifiers = Números, nombres, enlaces, matrículas
report-vehicles = ¿Había un coche u otro vehículo?
report-happened = Qué pasó, con tus palabras
report-pattern = ¿Cómo empezó?
report-injuries = ¿Te hizo daño?
report-ongoing = ¿Sigue habiendo peligro?
report-support = ¿Quieres ayuda con algo?
report-review = Lo que dijiste

report-nobody-asks = Elige una cosa o más. Lo demás puede esperar, y puedes dejarlo sin decir. Nadie pide pruebas.
report-send-now = Enviar ya, contar más después
report-send-now-means = Solo a quienes moderan. Nada va más lejos hasta que tú digas.
report-step-by-step = Contar más antes, paso a paso
report-send-added = Enviar lo que añadí
report-send = Enviar
report-send-and-keep = Enviar y guardar mi copia aquí
report-send-and-keep-hint = En esta app, con tu PIN
report-next = Siguiente
report-skip = Saltar
report-progress = Pregunta { $at } de { $of }. Puedes saltarte cualquiera.
report-kept = Se va guardando. Puedes parar cuando quieras.
report-not-kept = Lo último que escribiste no se pudo guardar en este teléfono.
# $kinds (String): what happened, of a report that was begun
report-go-on = Seguir con: { $kinds }
report-no-kind-yet = Sin decir todavía
report-dont-know = No sé
report-change = Cambiar
report-take-out = Quitar
report-review-hint = Míralo. Aquí nada tiene que estar completo.
report-too-much = Es más de lo que cabe en un reporte. Acorta lo que escribiste, por favor. No se ha perdido nada.
report-own-words = Solo para quienes moderan. Tus palabras nunca salen. En cualquier idioma.
report-happened-field = Escribe lo mucho o poco que quieras
report-pattern-field = Lo primero que dijo o escribió, qué ofreció, cómo se portó
report-injuries-field = Solo si quieres decirlo
report-language = Idioma en que escribes
report-room-left =
    { $count ->
        [one] Cabe 1 letra más
       *[other] Caben { $count } letras más
    }

report-person-n = Persona { $n }
report-another-person = Describir a otra persona
report-vehicle-n = Vehículo { $n }
report-another-vehicle = Añadir otro vehículo

person-q-role = ¿Quién era?
person-q-gender = Hombre, mujer…
person-q-age = Edad
person-q-height = Estatura
person-q-build = Cuerpo
person-q-hair = Pelo
person-q-eyes = Ojos
person-q-marks = Algo que llame la atención
person-q-weapon = Arma
person-q-ethnicity = Qué aspecto te pareció
person-q-names = Nombres que usó
person-q-names-hint = Si son varios, con comas
person-q-accent = Acento
person-q-languages = Idioma que hablaba
person-q-detail = Algo más (solo quienes moderan)

vehicle-q-type = ¿Qué era?
vehicle-q-colour = Color
vehicle-q-marks = Algo que llame la atención
vehicle-q-make = Marca, como Ford
vehicle-q-model = Modelo, como Transit
vehicle-q-detail = Algo más (solo quienes moderan)

consent-own-words = Tus palabras se quedan con quienes moderan. Siempre.
consent-peers = Avisar a otras personas
consent-peers-hint = Quienes moderan pueden escribir una alerta. Nunca dice quién lo contó.
consent-moderators = Solo quienes moderan
consent-moderators-hint = No se publica nada de esto.
consent-nothing-said = Si no eliges: no sale nada hasta que lo veas y digas que sí.
consent-wishes = Y si quieres
consent-show-first-wish = Quiero ver la alerta antes de que salga
consent-hold-wish = Esperar hasta que yo diga
consent-hold-hint = Por ejemplo, hasta que estés en un sitio seguro.
consent-no-figures-wish = No contarlo
consent-no-figures-hint = Si no, entra en nuestras cifras, sin ningún detalle.
# $alias (String): the name she has here
consent-signed = Mostrar mi nombre de aquí a quienes moderan: { $alias }
consent-signed-hint = Si no, no ven ningún nombre.
# The same, in a list of what she said
consent-not-said = sin decir, así que veo todo antes
consent-show-first = veo antes la alerta
consent-hold = esperar hasta que yo diga
consent-no-figures = no contarlo

when-today = Hoy
when-yesterday = Ayer o anoche
when-this-week = Hace unos días
when-this-month = Este mes
when-another-day = Otro día
when-what-time = ¿A qué hora, más o menos?

area-other = En otro sitio
area-hint = Basta con el barrio. Sin dirección.

identifiers-field = Pega o escribe lo que tengas
identifiers-hint = Un número, un nombre en una app, un enlace, una matrícula, un chat entero. Se encuentran solos. Vale una parte: placa termina en KX
identifiers-noted = Apuntado
identifiers-none-found = Aquí no se encontró nada. Si puedes, di qué es:
identifiers-type = ¿Qué es?
identifiers-part = ¿Entero o una parte?
identifiers-whole = Entero
identifiers-add = Añadir
identifiers-cannot = No puede ser eso. Elige otra cosa, o déjalo: puedes contarlo con tus palabras.
identifiers-in-text = Has escrito esto. ¿Añadirlo?
identifiers-in-text-why = Solo así otras personas podrán comprobarlo, si sale un aviso.
identifiers-take-in = Añadir { $value }
identifiers-rest = En el campo de los números hay también otras palabras. Esas no se envían.
identifiers-rest-keep = Ponerlo todo en «Qué pasó»
identifiers-rest-keep-hint = Tus palabras, solo para quienes moderan. Los números siguen apuntados.

## After a report was sent

sent-title-here = Guardado, sale pronto
sent-title-taken = Enviado
sent-title-received = Recibido
sent-title-added = Lo que añadiste
sent-here = Está a salvo en este teléfono, y sale en cuanto haya conexión. Puedes cerrar la app; ábrela después.
sent-taken = Ha salido de este teléfono, bien cerrado. Cuando lo tenga el teléfono de alguien que modera, aquí dirá Recibido.
sent-received = Lo tiene el teléfono de alguien que modera.
sent-maybe-nobody-awake = Puede que ahora todo el mundo esté durmiendo.
# The collective's own figure, from a report's arrival to its warning
sent-hours =
    { $count ->
        [one] Normalmente se lee en 1 hora.
       *[other] Normalmente se lee en { $count } horas.
    }
sent-asks-you = No sale ninguna alerta hasta que la hayas visto y digas que sí. Mira en Mis reportes.
sent-sending = Enviando…
sent-tell-more = Contar más
sent-done = Listo por ahora
sent-kept = Lo que escribiste queda en esta app, con tu PIN, para que puedas añadir algo.
sent-forget-words = Ya dije todo. No guardarlo aquí

## My reports

mine-title = Mis reportes
mine-new = Nuevo reporte
mine-look = Buscar respuestas
mine-none = No has enviado ningún reporte desde este teléfono.
mine-begun = Empezado, sin enviar
mine-added-not-sent = Lo que añadiste aún no se ha enviado
mine-forget-copy = No guardar mi copia aquí
mine-go-on = Seguir
mine-throw-away = Tirarlo
mine-throw-away-sure = Sí, tirarlo para siempre
mine-asked-question = Tienen una pregunta para ti
mine-asked-text = Te muestran un texto
mine-waiting = Lo último que hiciste aún no ha salido de este teléfono. Sale con la próxima conexión.
mine-sent-ago = Escrito { $ago }
mine-only-here = Solo este teléfono sabe que son tuyos.
mine-gone = Ya no está aquí
mine-have-0 = Aún no lo tiene ningún teléfono de quienes moderan.
mine-have-1 = Lo tiene una persona que modera.
mine-have-2 = Lo tienen dos o más personas que moderan.
mine-they-ask = Preguntan
mine-need-not-answer = No tienes que responder.
mine-your-answer = Tu respuesta
mine-send-answer = Enviar la respuesta
mine-text = Lo que leerían otras personas
mine-text-asked = No sale nada hasta que digas que sí. ¿Está bien así?
mine-agree = Sí, exactamente esto
mine-agree-hint = Si cambian una palabra, te tienen que preguntar otra vez.
mine-change = No, que se cambie
mine-disagree = Si no está bien, no digas nada, o escríbeles abajo.
mine-text-unreadable = Enviaron un texto que este teléfono no puede mostrar, así que no puedes decir que sí. Escríbeles y pídelo otra vez.
mine-letters = Lo que se escribió
mine-they-wrote = Quienes moderan, { $ago }
mine-you-wrote = Tú, { $ago }
mine-more = Lo que puedes hacer
mine-release = La alerta ya puede salir
mine-release-hint = Pediste esperar
mine-write = Escribir a quienes moderan
mine-message = Tu mensaje
mine-send-message = Enviar
mine-correct = Corregirlo o contar más
mine-correct-hint = Lo que envíes reemplaza lo que tienen.
mine-correct-anew = Tus palabras ya no están guardadas en este teléfono. Lo que envíes reemplaza lo que tienen, así que cuéntalo todo otra vez; o mejor escríbeles.
mine-copy = Mi copia
mine-copy-hint = Se muestra aquí, con tu PIN
mine-no-copy = No está guardado en este teléfono: lo tienen quienes moderan.
mine-save = Guardar en un archivo
mine-save-warning = Un archivo no va cerrado con llave. Lo puede leer quien abra este teléfono, y quizá otras apps. Dentro de Telegram puede que no haga nada.
mine-save-sure = Guardarlo igualmente
mine-withdraw = Retirarlo
mine-withdraw-what = No se hace nada más con él y no sale ninguna alerta. Lo que ya salió, solo pueden retirarlo quienes moderan. Esto no se puede deshacer.
mine-withdraw-sure = Sí, retirarlo
mine-forget = Olvidarlo en este teléfono
mine-forget-what = Desaparece de este teléfono. Ya no podrás responder, corregirlo, retirarlo ni saber más de él. Quienes moderan conservan lo que tienen.
mine-forget-not-sent = Una parte aún NO se ha enviado. Si lo olvidas ahora, nadie la recibirá.
mine-forget-sure = Sí, olvidarlo

status-here = En este teléfono, sin enviar
status-withdrawing = Lo retiraste. Eso aún no ha salido de este teléfono.
status-sent = Enviado. Falta que llegue a quienes moderan
status-received = Recibido
status-claimed = Alguien que modera se está ocupando
status-needs-info = Tienen una pregunta para ti
status-answered = Ya tienen tu respuesta
status-shown = Te muestran antes el texto
status-agreed = Dijiste que sí al texto
status-approved = Aprobado, aún no ha salido
status-held = Espera hasta que tú digas
status-so-far = La alerta ha salido, aprobada por una sola persona por ahora
status-published = La alerta ha salido
status-declined = No sale ninguna alerta de esto
status-merged = Unido a otro reporte sobre lo mismo
status-withdrawn = Lo retiraste
status-retracted = La alerta se retiró
status-other = Lo están mirando

## Help near me

help-title = Ayuda cerca de mí
help-no-emergency-line = No somos una línea de emergencia. Puede que todo el mundo esté durmiendo.
help-in-danger = Si ahora estás en peligro: ve donde haya gente, llama a alguien de confianza. El número de emergencias trae una ambulancia; puede traer también a la policía.
help-health = Tu salud
help-from-us = Esta lista la cuidan quienes moderan. Funciona sin red.
help-no-list = Todavía no hay lista.
help-before-joining = Cuando entres, aquí tendrás una lista de sitios cerca de ti.
help-in-language = En { $language }
help-anywhere = En cualquier lugar
help-any-clinic = Un hospital o una clínica de salud sexual te puede atender. No tienes que decir en qué trabajas.
help-no-police-needed = Puedes pedir atención sin ir a la policía.
help-somebody-with-you = Puedes pedir que alguien se quede contigo, que te atienda una médica y que alguien traduzca.
help-keep-clothes = Por si un día quieres pruebas: guarda la ropa que llevabas en una bolsa de papel. Puedes decidir más tarde.

health-hours = Si hubo sexo que no querías, sin condón, o te echaron algo en la bebida, las horas cuentan.
health-pep = Contra el VIH: PEP, en las primeras 72 horas. Cuanto antes, mejor.
health-contraception = Contra el embarazo: la pastilla de emergencia, en los primeros 5 días. Cuanto antes, mejor.
health-drugged = Si quizá te drogaron: no te quedes a solas. Los análisis sirven solo uno o dos días.
health-where = Lo tienen en urgencias de un hospital o en una clínica de salud sexual. No tienes que decir en qué trabajas.

## The desk: for moderators

desk-title = Moderación
desk-only-moderators = Esta página es para quienes moderan.
desk-none = No hay nada esperándote.
desk-none-hint = Los reportes nuevos llegan solos mientras esta app está abierta.
desk-look = Buscar reportes nuevos
desk-looking = Buscando reportes nuevos…
desk-waiting =
    { $count ->
        [one] 1 reporte sin terminar
       *[other] { $count } reportes sin terminar
    }
desk-urgent = URGENTE
desk-late = Nadie se encarga desde hace media hora.
desk-reminder =
    { $hours ->
        [0] Todavía la aprueba una sola persona. Desaparece en menos de una hora.
        [one] Todavía la aprueba una sola persona. Desaparece en 1 hora.
       *[other] Todavía la aprueba una sola persona. Desaparece en { $hours } horas.
    }

# What moderators' phones see to be wrong with our keys
alarm-is = ALARMA: nuestras claves más nuevas están mal.
alarm-was = ALARMA: unas claves nuestras estaban mal. Ahora ya hay otras que están bien.
alarm-gate = Pueden dejar fuera a algunas personas que moderan: quizá un teléfono ya no entra en la mesa, o no cuenta para las próximas claves.
alarm-cover = Dejan fuera a personas que nadie quitó de la lista: quizá ya no reciban novedades.
alarm-desk = Con ellas, los reportes nuevos solo los lee quien las firmó.
alarm-signed = Firmado por: { $names }. Ningún teléfono hace esto solo: lo hicieron a propósito, o alguien tiene sus teléfonos.
alarm-you = TU PROPIO teléfono está entre ellos. Si no fuiste tú, alguien usa tus claves: díselo de viva voz a otra persona que modera.
alarm-do-talk = Habla con quienes moderan, de viva voz o cara a cara. No en la mesa ni en un chat: quienes firmaron pueden leerlo.
alarm-do-open = Que cada quien abra esta app. Cuando suficientes teléfonos estén de acuerdo, se hacen claves buenas y los reportes llegan otra vez.
alarm-do-remove = ¿Ya no confías en esas personas? Que cada quien las quite de la lista, en Personas.
alarm-do-new = Si desde ahora rechazan este teléfono, están fuera: funden un colectivo nuevo y avísenlo de viva voz.

# After our server was restored from an older copy
whole-what = Nuestro servidor perdió datos. Cada teléfono que abre esta app devuelve lo que tiene. Hasta que alguien diga que está completo, no se acepta nada nuevo.
whole-say = Ya está todo de vuelta
whole-sure-what = Dilo cuando quienes moderan, y todas las personas que puedas avisar, hayan abierto la app. Lo que vuelva más tarde ya no se acepta.
whole-sure = Sí, está todo de vuelta
desk-came = Llegó { $ago }
desk-yours = Tuyo
desk-taken-by = Se encarga { $name }
desk-show-finished =
    { $count ->
        [one] Mostrar 1 reporte terminado
       *[other] Mostrar { $count } reportes terminados
    }
desk-hide-finished = Ocultar los terminados
desk-changes = Cambios de alertas que esperan a alguien que modere
desk-proposes-amendment = { $name } propone un cambio
desk-proposes-retraction = { $name } propone retirarla
desk-decisions = Reglas, noticias e integrantes por decidir
desk-decisions-count =
    { $count ->
        [one] 1 espera tu sí
       *[other] { $count } esperan tu sí
    }
desk-alerts = Alertas que han salido
desk-alerts-hint = Cambiar una o retirarla
desk-somebody = alguien
desk-gone = Ya no está aquí
desk-gone-why = Se terminó, se olvidó o no ha llegado a este teléfono.

# Where a report stands, for moderators
desk-state-received = Nuevo. Nadie se encarga.
desk-state-mine = Te encargas tú.
desk-state-theirs = Se encarga { $name }.
desk-state-needs-info = Hemos preguntado. Aún no hay respuesta.
desk-state-answered = Ha escrito. Léelo.
desk-state-shown = Tiene el texto para verlo. Aún no ha dicho que sí.
desk-state-agreed = Dijo que sí al texto.
desk-state-waits =
    { $count ->
        [one] Falta que 1 persona más de quienes moderan apruebe el texto.
       *[other] Falta que { $count } personas más de quienes moderan aprueben el texto.
    }
desk-state-held = Está aprobado. Quien reportó quiere que espere hasta que avise.
desk-state-enough = Está aprobado. Puede salir.
desk-state-out = La alerta ha salido.
desk-state-out-so-far =
    { $hours ->
        [0] Ha salido, aprobada por una sola persona por ahora. Otra debe aprobarla en menos de una hora, o desaparece.
        [one] Ha salido, aprobada por una sola persona por ahora. Otra debe aprobarla en 1 hora, o desaparece.
       *[other] Ha salido, aprobada por una sola persona por ahora. Otra debe aprobarla en { $hours } horas, o desaparece.
    }
desk-state-no-second = Nadie más la aprobó a tiempo. La alerta desapareció.
desk-state-ended = La alerta terminó.
desk-state-taken-back = La alerta se retiró.
desk-state-declined = No aceptado.
desk-state-merged = Unido a otro reporte.
desk-state-withdrawn = Quien reportó lo retiró.
desk-task-withdrawn = Quien reportó lo retiró, y la alerta sigue fuera. Retira la alerta.
desk-task-corrected = Quien reportó lo corrigió después de salir la alerta. Léelo y cambia la alerta o retírala.
desk-task-wrote = NUEVO: ha escrito después. Léelo.
desk-task-agreed = NUEVO: después ha dicho que sí al texto.
desk-task-released = NUEVO: después ha dicho que el aviso puede salir.

# One report
desk-told = Lo que contó
desk-her-name = Su nombre aquí: { $name }
desk-no-name = No mostró su nombre.
desk-written-in = Escrito en { $language }
desk-talk = Preguntas y respuestas
desk-we-asked = Preguntamos
desk-she-says = Escribió
desk-no-answer = Aún sin respuesta.
desk-why-declined = Lo que le dijimos
desk-alike = Otros parecidos
desk-alike-report = Otro reporte: { $by }
desk-alike-alert = Coincide una alerta que ha salido
desk-text = El texto para todo el mundo
desk-text-agreed = Dijo que sí exactamente a este texto.
desk-text-not-agreed = Quiere verlo antes, y aún no ha dicho que sí a este texto.
desk-text-not-asked = No pidió verlo antes.
desk-text-elsewhere = Dijo que sí a un texto que no se escribió aquí: alguien le mostró otro. Escríbelo de nuevo; entonces verá ese.
desk-text-approved =
    { $count ->
        [0] Nadie lo ha aprobado. Hacen falta { $needed }.
        [one] 1 persona lo ha aprobado. Hacen falta { $needed }.
       *[other] { $count } personas lo han aprobado. Hacen falta { $needed }.
    }
desk-text-approved-by = Aprobado por { $names }
desk-text-yours = Ya lo aprobaste. Ahora le toca a otra persona.
desk-text-changed = Alguien cambió el texto mientras lo tenías en pantalla. Lee el nuevo antes de seguir.
desk-text-read = He leído el texto nuevo
desk-not-yet = Todavía no: { $why }
desk-steps = Lo que puedes hacer
desk-nothing = Aquí no hay nada más que hacer.
desk-not-yours = De este reporte se encarga { $name }. Habla antes con esa persona.

desk-claim = Me encargo
desk-take-over = Encargarme yo
desk-take-over-what = De este reporte se encarga { $name }. Si te encargas tú, pasa a ser tuyo. Avísale.
desk-take-over-sure = Sí, me encargo yo
desk-taken-just-now = { $name } se acaba de encargar. Míralo otra vez.
desk-hand-back = Dejar a otra persona
desk-hand-back-hint = Así puede encargarse alguien más
desk-read = Lo he leído
desk-ask = Preguntarle algo
desk-ask-field = Tu pregunta
desk-ask-hint = La verá cuando abra la app. No tiene que responder. Si ya hay texto, habrá que aprobarlo de nuevo.
desk-ask-send = Enviar la pregunta
desk-write = Escribir el texto
desk-write-again = Escribirlo de nuevo
desk-write-again-hint = Lo que se aceptó y aprobó no vale para otro texto
desk-approve = Aprobar este texto
desk-approve-again = Nuestras reglas cambiaron desde que se aprobó. Aprueba otra vez el mismo texto.
desk-publish = Publicar ya
desk-publish-hint = Lo ven todas las personas
desk-so-far = Publicar solo con mi sí
desk-so-far-what = Solo para lo que es peligroso y no puede esperar. Se leerá: aprobada por una sola persona por ahora. Otra persona que modera debe aprobarla en 72 horas, o desaparece. Antes, marca las dos preguntas de arriba.
desk-so-far-sure = Sí, publicar ya
desk-decline = No aceptar
desk-decline-what = No sale ninguna alerta. Quien reportó verá tu motivo: escríbelo con cariño.
desk-decline-field = Por qué
desk-decline-sure = No aceptar, y decir por qué
desk-merge = Unir a otro reporte
desk-merge-what = Para dos reportes sobre lo mismo. Este termina y se sigue con el otro. A quien reportó se le dice que se unió.
desk-merge-none = No hay otro reporte abierto.
desk-merge-sure = Sí, unirlos
desk-to-alert = Ir a la alerta
desk-done-claimed = Ahora te encargas tú.
desk-done-asked = Preguntado. Lo verá cuando abra la app.
desk-done-declined = No aceptado. Verá por qué.
desk-done-handed-back = Ahora no se encarga nadie. Puede hacerlo otra persona.
desk-done-read = Anotado: está leído.
desk-done-approved = Aprobado.
desk-done-published = Ha salido. Se verá con las próximas novedades.
desk-done-so-far = Ha salido, aprobada por una sola persona por ahora.
desk-done-merged = Unidos. Sigue con el otro reporte.
desk-working = Un momento…

# Writing what members will read
write-title = El texto para todo el mundo
write-title-amend = Cambiar la alerta
write-whole = La alerta entera de nuevo: reemplaza lo que se lee ahora.
write-shown-first = Quien reportó quiere verlo antes: le llega, y espera a su sí.
write-nuisance = Según nuestras reglas, una simple molestia solo se cuenta. No puede ser alerta, salvo que fuera más grave: entonces elígelo abajo.
write-text = Lo que se reportó
write-text-hint = Di lo que se reportó, nunca lo que alguien es. No con sus palabras: con las tuyas.
write-what-to-do = Qué hacer (si hay algo)
write-language = Idioma en que lo escribes
write-kinds = Qué pasó
write-severity = Cuánto peligro
write-verification = Qué seguridad tenemos
write-by = ¿Cuántas personas lo confirman, después de hablar con alguien que modera?
write-by-fault = Un número de 1 a 999.
write-areas = Dónde
write-when = Cuándo
write-when-keep = Decir cuándo: { $when }
write-expires = Cuánto tiempo se muestra
write-expires-usual = Lo normal: { $days } días
write-expires-kept = Como ahora
write-expires-days =
    { $days ->
        [one] 1 día
       *[other] { $days } días
    }
write-disputed = Marcar como en duda
write-disputed-hint = Alguien dice que no es correcta, y se está mirando.
write-persons = Personas que describió
write-vehicles = Vehículos
write-identifiers = Números, nombres, matrículas
write-identifiers-too-mild = Según nuestras reglas, los números y matrículas solo se muestran desde «{ $severity }». Así como está, no sale ninguno.
write-identifiers-in-words = En sus propias palabras, y no entre ellos:
write-identifiers-add = Añadir un número o una matrícula
write-show-open = Mostrar
write-show-open-hint = Todas las personas de aquí pueden leerlo
write-show-hidden = Oculto
write-show-hidden-hint = Nadie lo lee; quien comprueba el mismo encuentra esta alerta
write-show-out = Dejarlo fuera
write-shown = A la vista
write-left-out = Fuera
write-only-she = Antes de seguir
write-only-she-know = He mirado cada línea: no hay nada que solo sepa esa persona. Ni la hora, ni la habitación, ni sus palabras.
write-only-she-is = Dice lo que se reportó, no lo que alguien es.
write-tick = Mira las dos cosas y márcalas.
write-empty = Escribe lo que se reportó, o un resumen de lo que contó. El resto se ve debajo.
write-read = Leerlo como se verá
write-read-title = Así se leerá
write-change = Cambiarlo
write-save = Guardar este texto
write-save-show = Mostrárselo
write-save-amend = Proponer este cambio
write-computing = Ocultando los números. Tarda unos segundos…
write-cannot = Así no puede salir. Mira los números, las zonas y cuánto tiempo se muestra.
write-again = Empezar de nuevo desde el reporte
write-kept = Se guarda mientras escribes.

# An alert that is out, for moderators
deskalert-title = Una alerta
deskalert-from = De dónde viene
deskalert-to-report = Ir al reporte
deskalert-amend = Cambiarla
deskalert-retract = Retirarla
deskalert-retract-what = Se verá que se retiró, y por qué. También se le dice a quien reportó. No se puede volver a poner.
deskalert-retract-field = Por qué (lo lee todo el mundo aquí)
deskalert-retract-sure = Retirarla
deskalert-proposed-amendment = Propuesta: cambiarla por esto
deskalert-proposed-retraction = Propuesta: retirarla, porque
deskalert-approve = Aprobar este cambio
deskalert-out = Listo. Se verá con las próximas novedades.
deskalert-waits =
    { $count ->
        [one] Propuesto. Falta 1 persona más de quienes moderan.
       *[other] Propuesto. Faltan { $count } personas más de quienes moderan.
    }

## Our collective

collective-title = Colectivo
collective-people =
    { $count ->
        [one] Modera 1 persona.
       *[other] Moderan { $count } personas.
    }
collective-nobody-knows = Las demás personas no ven quiénes son.
collective-rules = Nuestras reglas
collective-rules-hint = Cómo decidimos
collective-figures = Cifras
collective-figures-hint = Lo que llegó, lo que salió
collective-news = Noticias y preguntas
collective-news-hint =
    { $count ->
        [0] Ahora, nada
        [one] Ahora, 1
       *[other] Ahora, { $count }
    }
collective-moderate = Para quienes moderan
collective-invite = Invitar a alguien
collective-members = Integrantes
collective-members-hint =
    { $count ->
        [one] 1 persona
       *[other] { $count } personas
    }
collective-waiting = Espera un sí
collective-change-rules = Cambiar nuestras reglas
collective-edit-help = Editar «Ayuda cerca de mí»
collective-volunteer = Quiero ayudar a moderar
collective-volunteer-what = Quienes moderan verán que quieres ayudar, y podrán darte esa tarea. Quien modera lee reportes. Puedes hacerlo con el nombre que tienes aquí.
collective-volunteer-sure = Sí, díselo
collective-volunteered = Quienes moderan verán que quieres ayudar.
collective-done = Listo. Se verá con las próximas novedades.
collective-proposed =
    { $count ->
        [one] Propuesto. Falta 1 persona más de quienes moderan.
       *[other] Propuesto. Faltan { $count } personas más de quienes moderan.
    }
collective-cancel = Mejor no
draft-anew = Descartar mis cambios

# Our rules in words
rules-number = Nuestras reglas, versión { $number }
rules-alert =
    { $count ->
        [one] 1 persona que modera debe aprobar una alerta antes de que salga.
       *[other] { $count } personas que moderan deben aprobar una alerta antes de que salga.
    }
rules-so-far = Si hay peligro, una sola persona que modera puede sacarla al momento. Otra debe aprobarla en 72 horas, o desaparece.
rules-charter =
    { $count ->
        [one] 1 persona que modera decide sobre reglas nuevas y sobre quién modera.
       *[other] { $count } personas que moderan deben estar de acuerdo para cambiar las reglas o quién modera.
    }
rules-remove =
    { $count ->
        [one] 1 persona que modera puede quitar a alguien de la lista.
       *[other] { $count } personas que moderan deben estar de acuerdo para quitar a alguien de la lista.
    }
rules-identifiers = Los números y matrículas se muestran desde «{ $severity }».
rules-masked = Oculto, y solo se encuentra al comprobar: { $types }.
rules-masked-none = No se oculta nada.
rules-nuisance-yes = También hay alertas por simples molestias.
rules-nuisance-no = Una simple molestia se cuenta, y no es alerta.
rules-ethnicity-yes = Un reporte puede decir qué origen aparentaba alguien.
rules-ethnicity-no = A nadie se le pregunta por el origen de alguien.
rules-areas = Nuestras zonas: { $areas }.
rules-areas-none = Aún no tenemos zonas.
rules-country = Los números sin código de país se toman como de { $country }.
rules-never = Sin policía. No se cuenta nada a nadie de fuera.

# Changing them
rules-name = Cómo nos llamamos
rules-name-fault = De 1 a 80 letras.
rules-areas-field = Nuestras zonas, una por línea
rules-areas-hint = Las alertas conservan su zona. Una zona que quites ya no se ofrece.
rules-country-field = País de los números de teléfono (dos letras)
rules-country-fault = Dos letras de un país, como ES. El Reino Unido es GB.
rules-quorum = Cuántas personas deben aprobar una alerta
rules-quorum-hint = Cuenta desde que moderan tres personas. Antes, basta una.
rules-severity = Los números y matrículas se muestran desde
rules-masked-field = Oculto, y solo se encuentra al comprobar
rules-nuisance = También alertas por simples molestias
rules-ethnicity = Preguntar qué origen aparentaba alguien
rules-ethnicity-hint = Nunca se busca por eso. Puede dañar a grupos enteros: hay que decidirlo en común.
rules-wishes = Y además
rules-unchanged = Aún no has cambiado nada.
rules-cannot = Estas reglas no pueden ser. Mira otra vez las zonas y los números.
rules-review = Revisar
rules-changes = Esto cambiaría:
rules-propose = Proponer estas reglas
rules-changed-people-in = { $name } modera a partir de entonces
rules-changed-people-out = { $name } ya no modera
rules-changed-devices = { $name } tiene otros dispositivos
rules-changed = { $what }: { $before } pasa a { $after }
rules-changed-areas = Nuestras zonas pasan a: { $areas }
rules-changed-keys = Se hacen de nuevo las llaves de quienes moderan
rules-changed-nothing = No cambia nada
rules-what-name = Nuestro nombre
rules-what-country = Nuestro país
rules-what-minimum = Versión mínima de la app
rules-what-quorum-alert = Cuántas personas deben aprobar una alerta
rules-what-quorum-charter = Cuántas personas deben aceptar reglas nuevas
rules-what-quorum-erase = Cuántas personas deben aceptar borrar algo
rules-what-quorum-remove = Cuántas personas deben aceptar quitar a alguien
rules-what-identifiers_from = Números y matrículas desde
rules-what-masked = Oculto
rules-what-nuisance_alerts = Alertas por simples molestias
rules-what-ethnicity = Se pregunta por el origen
rules-what-alert_quorum = Cuántas deben aprobar, desde que moderan tres personas
rules-what-other = Otra regla
rules-yes = sí
rules-no = no
rules-none = nada
rules-not-said = sin decir

# Invites
invite-title = Invitar a alguien
invite-why = Con un código entra una persona. Muéstralo o dilo. Nunca lo envíes por Telegram: allí lo leerían.
invite-for = ¿Para qué es?
invite-member = Para entrar
invite-member-hint = Lee alertas, comprueba, reporta
invite-moderator = Para moderar
invite-moderator-hint = Quien entra con él acepta moderar. Aún tendrás que darle esa tarea.
invite-lasts = ¿Cuánto tiempo sirve?
invite-lasts-day = 1 día
invite-lasts-three = 3 días
invite-lasts-week = 1 semana
invite-make = Hacer un código
invite-code-title = El código
invite-code-once = Solo se muestra ahora.
invite-code-until = Para una persona, hasta el { $date }.
invite-code-where = Con el código, entrar en { $address } y tocar «Tengo un código».
invite-copy = Copiar
invite-copied = Copiado. Quizá puedan leerlo otras apps de este teléfono.
invite-picture = El mismo código, para una cámara
invite-open = Códigos que aún sirven
invite-open-none = No hay códigos abiertos.
invite-open-one = Para entrar, hasta el { $date }
invite-open-moderator = Para moderar, hasta el { $date }
invite-made-by = Lo hizo { $name }
invite-left =
    { $count ->
        [one] queda 1 hora
       *[other] quedan { $count } horas
    }
invite-call-back = Anularlo
invite-call-back-what = Con este código ya no podrá entrar nadie.
invite-call-back-sure = Sí, anularlo
invite-called-back = Anulado.
invite-used-meanwhile = Alguien ya entró con él. Para quitar a esa persona, mira en Integrantes.

# Members
members-title = Integrantes
members-why = Estos nombres los ven quienes moderan, y nadie más.
members-you = tú
members-moderates = modera
members-willing = quiere moderar
members-leaving =
    { $needed ->
        [one] { $count } de 1 acepta quitar a esta persona
       *[other] { $count } de { $needed } aceptan quitar a esta persona
    }
members-leaving-soon = Pronto fuera de la lista
members-gone = Ya no está en la lista
members-remove = Quitar de la lista
members-remove-what = { $name } ya no lee nada de lo que llegue después. Lo que tiene en su teléfono se queda allí. Para volver necesita un código nuevo.
members-remove-second =
    { $count ->
        [0] Puedes hacerlo por tu cuenta.
        [one] 1 persona más que modera debe aceptar.
       *[other] { $count } personas más que moderan deben aceptar.
    }
members-remove-phone = Vale en cuanto despierte el teléfono de otra persona que modera.
members-remove-sure = Sí, quitar a { $name }
members-removed = { $name } ya no está en la lista. No puede leer lo que llegue desde ahora.
members-remove-waits = Apuntado. { $name } sale de la lista cuando acepte otra persona que modera.
members-remove-awake = Aceptado. { $name } sale de la lista cuando despierte el teléfono de otra persona que modera.
members-you-agreed = Ya aceptaste esto. Ahora le toca a otra persona.
members-remove-moderator-what = { $name } modera. Se hacen de nuevo todas las llaves de quienes moderan y se anulan todos los códigos abiertos. Ya no lee nada de lo que llegue después; lo que leyó, lo tiene.
members-remove-yourself = Eres tú. Ya no moderarías ni estarías en la lista.
members-remove-last = Solo moderas tú. Primero da esa tarea a alguien más.
members-replanting = Haciendo de nuevo todas las llaves. Tarda un minuto: deja esto abierto.
members-replanting-done =
    { $of ->
        [one] { $done } de 1 persona
       *[other] { $done } de { $of } personas
    }
members-replant-broken = No se terminó. No se ha perdido nada: empieza otra vez y sigue donde paró.
members-promote = Darle la moderación
members-promote-what = { $name } leerá entonces todos los reportes, también los viejos, y decidirá contigo. Primero en persona: ¿sabes quién es?
members-promote-sure = Sí, que { $name } modere
members-promoted = { $name } modera. Su teléfono leerá los reportes con las próximas novedades.
members-promote-waits =
    { $count ->
        [one] Apuntado. Debe aceptar 1 persona más de quienes moderan.
       *[other] Apuntado. Deben aceptar { $count } personas más de quienes moderan.
    }
members-not-willing = Aún no aceptó moderar. Puede decirlo en su app: Colectivo, Quiero ayudar a moderar.

# What somebody has proposed
waiting-title = Espera un sí
waiting-none = No espera nada.
waiting-by = Lo propone { $name }.
waiting-approvals =
    { $needed ->
        [one] { $count } de 1 acepta
       *[other] { $count } de { $needed } aceptan
    }
waiting-charter = Reglas nuevas
waiting-resources = Una lista nueva: Ayuda cerca de mí
waiting-figures = Cifras
waiting-notice = Un mensaje para todo el mundo aquí
waiting-question = Una pregunta para todo el mundo aquí
waiting-other = Algo que esta app no conoce
waiting-read = Leer
waiting-approve = Aceptar exactamente esto
waiting-mine = Ya aceptaste. Ahora le toca a otra persona.
waiting-removes = Esto quita la moderación a alguien. Acéptalo en su nombre, en Integrantes.
waiting-removal = Quitar de la lista:
waiting-removal-look = Mirar y decidir
waiting-approved-out = Listo. Ya vale; se verá con las próximas novedades.
waiting-approved-more =
    { $count ->
        [one] Apuntado. Debe aceptar 1 persona más.
       *[other] Apuntado. Deben aceptar { $count } personas más.
    }

# Figures
figures-title = Cifras
figures-none = Aún no hay cifras publicadas.
figures-from-to = Del { $from } al { $to }
figures-now = Contado ahora, en este teléfono
figures-publish = Publicar estas
figures-publish-what = Todas las personas de aquí pueden leer estas cifras. No llevan contenido.
figures-received = Reportes recibidos
figures-published = Alertas que salieron
figures-declined = No aceptados
figures-merged = Unidos a otro
figures-withdrawn = Retirados
figures-open = Aún abiertos
figures-hours = Horas hasta salir la alerta
figures-less-than-one = menos de 1
figures-other-kinds = Otros tipos
figures-kinds = Lo que se reportó

# News and questions
news-title = Noticias y preguntas
news-none = Aún no hay nada.
news-question = Una pregunta para todo el mundo
news-choices = Respuestas para elegir:
news-tell = Responde cuando veas a alguien que modere. Esta app aún no puede enviar respuestas.
news-write = Un mensaje para todo el mundo aquí
news-write-hint = Lo muestra la app de cada persona
news-ask = Una pregunta para todo el mundo aquí
news-text = Tu texto
news-language = Idioma en que lo escribes
news-choices-field = Respuestas para elegir, una por línea
news-choices-hint = También puede no haber ninguna.
news-send = Proponerlo
news-empty = Primero escribe algo.
news-too-many = Como mucho 12 respuestas, de hasta 200 letras.

# Editing Help near me
helpedit-title = Editar «Ayuda cerca de mí»
helpedit-what = La lista entera, como se verá. Está ahí sin red, así que mantenla al día.
helpedit-name = Nombre
helpedit-kind = Qué tipo de ayuda
helpedit-text = Qué hacen, cuándo abren
helpedit-contact = Cómo contactar
helpedit-language = Idioma de este texto
helpedit-add = Añadir otro
helpedit-take-out = Quitarlo
helpedit-propose = Proponer esta lista
helpedit-name-fault = Cada uno necesita un nombre.
helpedit-kind-health = Salud
helpedit-kind-talk = Hablar con alguien
helpedit-kind-legal = Ayuda legal
helpedit-kind-housing = Un sitio donde dormir
helpedit-kind-money = Dinero
helpedit-kind-company = Alguien que acompañe
helpedit-kind-translation = Traducción
helpedit-kind-other = Otra cosa
