# What the bot says in the chat. Telegram reads all of it, and so may whoever looks over a shoulder: no line here says what this is for.
# Short, kind, plain. For somebody in a hurry, in her second language.

## The bot's own face, unless the collective chose another

face-name = Notes
# At most 120 characters.
face-about = Tap Open.
# At most 512 characters; shown in a chat that is still empty.
face-description = Tap Start, then Open. Please don't write here.
command-open = Open
command-help = Help
button-open = Open

## First words

start =
    Hello. Tap Open to begin.

    Please don't write in this chat: Telegram can read it. It can't read what you write in the app.
start-again = Tap Open.

## What a notification says. Never more than this

ping-item =
    { $count ->
        [one] 1 new item
       *[other] { $count } new items
    }
ping-update = Update available
ping-dot = •
# For those who help run things, and chose to be told
ping-desk-item =
    { $count ->
        [one] 1 waiting
       *[other] { $count } waiting
    }
ping-desk-update = Please look in
ping-desk-dot = ••

## Turning them on and off

subscribed =
    Notifications are on. All they say is “{ $sample }”.

    /quiet sets when they come, /pause stops them. They end after 60 days; to keep them, tap the link in the app again.
shift-ask =
    This link is for people who help run things here. Telegram and whoever runs this bot can already see that you tapped it. Say yes and they know you are one of them.

    You can help just as well without it.
shift-yes = Yes, notify me
shift-no = No, thanks
shift-on =
    Done. When something comes in, I'll say “{ $sample }”.

    Shift over? /quiet, then Shift.
shift-declined = OK. Nothing has changed.
link-old = This link doesn't work any more. Open the app and tap the link in there.
link-later = I can't check this link right now. Please tap it again in a few minutes.
none-yet = You don't get notifications here. If you want them, open the app and tap the link in there.
paused = Notifications are paused. /resume turns them on again.
resumed = Notifications are on again.
ending =
    { $days ->
        [one] Notifications stop tomorrow.
       *[other] Notifications stop in { $days } days.
    } To keep them, open the app and tap the link in there.
ended = Notifications have stopped. If you want them back, open the app and tap the link in there.

## Choosing when (/quiet)

panel-title = Your notifications
panel-paused = Paused. /resume turns them on.
panel-all = Everything: right away
panel-urgent = Urgent: right away
panel-digest = The rest: once a day, at { $time }
panel-no-digest = The rest: never
panel-quiet = Quiet from { $from } to { $until }
panel-no-quiet = No quiet hours
panel-break = Urgent ones come even during quiet hours
panel-zone = Time zone: { $zone }, now { $time }
panel-wording = They say: “{ $sample }”
panel-shift = On shift
panel-no-shift = Not on shift
button-quiet = Quiet hours
button-digest = Once a day
button-first = Right away
button-wording = What they say
button-zone = Time zone
button-break = Let urgent through
button-break-off = Keep urgent quiet
button-shift = Shift
button-done = Done
button-back = Back
ask-quiet-from = When should quiet hours start?
ask-quiet-until = Quiet from { $from }. Until when?
quiet-none = No quiet hours
ask-digest = When should the rest come, once a day?
digest-none = Never
ask-first = What should come right away?
first-urgent = Only urgent ones
first-all = Everything
ask-wording = What should they say?
ask-zone = Which city has the same time as you?
# A pop-up: at most 200 characters.
break-on = Urgent ones can wake you now. The bot can't tell how urgent, so some might have waited.
break-off = Quiet hours are quiet again.
saved = Saved

# What the language calls itself.
language-name = English
ask-language = Choose your language. Elige tu idioma.
language-done = From now on, in English.

## Help, and who sees what

help =
    This chat only opens the app and sends you notifications. It is not an emergency line; maybe nobody is awake.

    /open – the button
    /pause, /resume – stop notifications, start them again
    /quiet – when they come, what they say
    /language – in which language I speak
    /privacy – who sees what
    /leave – end notifications and forget this chat
    /erase – clear this chat, and how to clear this phone

    Please don't write here. I delete it, but Telegram has already seen it.
privacy =
    Telegram sees that you use this chat, when and from where, every notification, every button you tap here, and anything you type or send. It may have to give your phone number and IP address to a court.

    With each tap the bot sees your Telegram name. It doesn't keep it, or anything you type. It keeps this chat's number, what notifications you get, your choices, and which of its messages to clean up, all encrypted. Whoever runs the bot can see these while it runs.

    Neither of them can read what you write in the app. Whoever serves the app could give you a bad copy; a browser makes that harder, nothing rules it out.

    You don't need Telegram: the same app opens in a browser.

## When somebody writes or sends something

seen-deleted = Deleted. Telegram had already seen it. I kept nothing.
seen-left = Telegram won't let me delete that. Please do it yourself: press and hold it, tap Delete, and choose to delete it for both of us. Telegram has already seen it. I kept nothing.
write-inside = Please write only in the app: tap Open.
picture-code = If it showed a code, don't use it. Ask for a new one.
code-burnt = That was a code. It can't be used any more, because Telegram saw it. Please ask for a new one, and type it only in the app.
code-perhaps = That looked like a code. Please don't use it, because Telegram saw it. Ask for a new one, and type it only in the app.
code-away = That looked like a code. I couldn't cancel it just now, so don't use it. Tell whoever gave it to you, and ask for a new one.

## Going

left =
    Done. No more notifications, and this chat is forgotten. The app on your phone stays as it is.

    To come back, tap the link in the app.
erased = I deleted my messages here and forgot this chat.
erased-partly = I deleted what Telegram let me delete and forgot this chat. Whatever is left here, only you can delete.
erase-next =
    1. This phone: tap the button, then Safety, then Erase.
    2. This chat: hold it in your list of chats, then Delete.
    3. Other phones: Telegram, Settings, Devices. End any you don't know.

    Telegram may keep its own records.
button-erase = Open and erase

## The time, by cities

region-europe = Europe
region-north = USA, Canada
region-latin = Latin America
region-africa = Africa
region-asia = Asia
region-pacific = Australia, Pacific
zone-UTC = UTC
zone-Europe-London = London
zone-Europe-Dublin = Dublin
zone-Europe-Lisbon = Lisbon
zone-Atlantic-Canary = Canary Islands
zone-Europe-Madrid = Madrid
zone-Europe-Paris = Paris
zone-Europe-Brussels = Brussels
zone-Europe-Amsterdam = Amsterdam
zone-Europe-Berlin = Berlin
zone-Europe-Zurich = Zurich
zone-Europe-Rome = Rome
zone-Europe-Vienna = Vienna
zone-Europe-Prague = Prague
zone-Europe-Warsaw = Warsaw
zone-Europe-Stockholm = Stockholm
zone-Europe-Budapest = Budapest
zone-Europe-Athens = Athens
zone-Europe-Bucharest = Bucharest
zone-Europe-Kyiv = Kyiv
zone-Europe-Istanbul = Istanbul
zone-America-New_York = New York
zone-America-Chicago = Chicago
zone-America-Denver = Denver
zone-America-Phoenix = Phoenix
zone-America-Los_Angeles = Los Angeles
zone-America-Anchorage = Anchorage
zone-Pacific-Honolulu = Honolulu
zone-America-Halifax = Halifax
zone-America-Toronto = Toronto
zone-America-Winnipeg = Winnipeg
zone-America-Edmonton = Edmonton
zone-America-Vancouver = Vancouver
zone-America-Mexico_City = Mexico City
zone-America-Tijuana = Tijuana
zone-America-Guatemala = Guatemala
zone-America-Costa_Rica = San José
zone-America-Panama = Panama
zone-America-Havana = Havana
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
zone-Africa-Accra = Accra
zone-Africa-Malabo = Malabo
zone-Africa-Lagos = Lagos
zone-Africa-Cairo = Cairo
zone-Africa-Nairobi = Nairobi
zone-Africa-Johannesburg = Johannesburg
zone-Asia-Tehran = Tehran
zone-Asia-Dubai = Dubai
zone-Asia-Karachi = Karachi
zone-Asia-Kolkata = Delhi, Mumbai
zone-Asia-Kathmandu = Kathmandu
zone-Asia-Dhaka = Dhaka
zone-Asia-Bangkok = Bangkok
zone-Asia-Singapore = Singapore
zone-Asia-Hong_Kong = Hong Kong
zone-Asia-Manila = Manila
zone-Asia-Seoul = Seoul
zone-Asia-Tokyo = Tokyo
zone-Australia-Perth = Perth
zone-Australia-Darwin = Darwin
zone-Australia-Adelaide = Adelaide
zone-Australia-Brisbane = Brisbane
zone-Australia-Sydney = Sydney, Melbourne
zone-Pacific-Auckland = Auckland
