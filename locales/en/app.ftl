# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Hide (close and lock) and Erase (wipe). Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = Hide
app-back = Back

## The app itself

app-home = Home
app-loading = One moment…
app-not-loaded = This page did not open
app-not-loaded-why = You may be offline, or there is a newer version of this app. Open the app again. Nothing is lost.
app-reload = Open again
app-broken = This browser gives nothing back
app-broken-why = What this app kept here cannot be read right now. Perhaps the phone is full, or this is a private window. Close other tabs and try again. Nothing was erased.

## The first screen

welcome-title = Peers warn each other here.
welcome-no-police = No police.
welcome-no-emergency = Not an emergency line; maybe nobody is awake.
welcome-telegram = Telegram can see that you use this, not what you write in here.
welcome-never-type = Never type it in the chat.
welcome-lost = What this app kept here is gone: this phone or its browser has thrown it away. Ask a moderator for a new code. Reports that were sent are with the moderators; their answers can’t reach this phone any more.
welcome-lost-copied = This phone has thrown away what the app kept here. With your 12 words all of it comes back, your reports too.
welcome-words = I have my 12 words
welcome-erase-copy = Erase what is left
welcome-code = I have a code
welcome-help = Help near me
welcome-language = Language

## A PIN

pin-new = New PIN
pin-again = The same PIN again
pin-same = PIN again
pin-again-why = So that a slip does not lock you out.
pin-rule = At least 6 digits. Longer is safer.
pin-keys = Digits
pin-delete = Delete
pin-next = Next
pin-letters = Use letters instead
pin-digits = Use digits instead
pin-fault-short = Too short: at least 6.
pin-fault-same = Too easy to guess: use at least three different digits.
pin-fault-run = Too easy to guess: not one after the other, like 123456.
pin-fault-date = This looks like a birthday. People who know you try that first.
pin-not-alike = The two were not the same. Begin again.

## How long the app stays open

stay-title = When to ask for the PIN
stay-why = You can change this later, under Safety. Hide always locks at once.
stay-0 = Every time
stay-0-hint = Locks half a minute after you leave. Best if others use this phone.
stay-900 = After 15 minutes
stay-900-hint = Stays open while you come and go.
stay-28800 = After 8 hours
stay-28800-hint = One PIN for a shift. Whoever has the phone unlocked can read this app.

## Coming in

join-title = Your code
join-code = Code
join-code-hint = { $count ->
    [0] You can paste it. Capitals, spaces and dashes don’t matter.
   *[other] { $count } of 27
}
join-never-chat = Never send a code in a chat, not even to the bot: it would be spent.
join-have-words = No code, but your 12 words?
join-other-phone = My other phone is with me
join-looking = Looking at the code…
join-code-short = The code is not complete: it has 27 letters and digits, and this is { $count }.
join-code-long = That is too long: a code has 27 letters and digits, and this is { $count }.
join-code-strange = A code has only letters and digits, and no U. Look at it again.
join-code-wrong = One letter or digit is wrong. Compare it again.
join-code-gone = This code does not work any more: it was used, called back, or is too old. Ask for another.
join-code-waits = This code has to be renewed by a moderator’s phone first. It is still yours: try again in a few hours.
join-offline = You are offline, or our server does not answer. Coming in needs a connection. Nothing was kept: try again when you have one.
join-not-kept = This browser keeps nothing: perhaps it is a private window, or the phone is full. Nothing was kept. Try another browser.
join-refused = What our server sent can’t be trusted, so you have not joined. Tell whoever gave you the code.
join-asked-title = You are asked to moderate
join-asked = Whoever gave you this code asks you to become a moderator. Moderators read all reports, and decide together what goes out. It takes time, and some of it is hard to read.
join-asked-yes = Yes, I will moderate
join-asked-yes-hint = You still come in as a member. Our moderators then make you one of them.
join-asked-no = Not now
join-asked-no-hint = You come in as a member all the same. You can say yes later, under Collective.
join-name-title = A name in here
join-name = What moderators call you
join-name-hint = Moderators see this name; other members do not. Don’t use your real name or your work name.
join-name-other = Suggest another
join-pin-title = Choose a PIN
join-pin-why = It locks this app on this phone. Nobody can reset it for you.
join-coming = Coming in
join-coming-hint = This usually takes less than a minute. Keep this page open.
join-reading = Reading what is known…
join-checking = { $count ->
    [one] Checking one message…
   *[other] Checking { $count } messages…
}
join-locking = Locking it with your PIN…
join-done = Done

recover-title = Come back with your 12 words
recover-how = Is your phone lost, broken or new? With these words you come back here under the same name. You need no code.
recover-never-chat = Type them nowhere but here.
recover-looking = Making your keys from the words. On an older phone this takes a while…
recover-count = { $count ->
    [one] This is one word. There are 12.
   *[other] These are { $count } words. There are 12.
}
recover-word = Word { $place } is not one that there is. Compare it with your paper.
recover-together = These 12 words don’t belong together. One is another word, or the order is wrong.
recover-nothing = Nothing is kept under these words. Compare them once more. If they are right, the phone they are from was not online after it showed them, or not for a year. Then ask for a code.
recover-removed = These words open nothing new here. Perhaps you were taken off the list; a moderator can tell you.
recover-refused = What our server sent can’t be trusted, so you are not back. Tell a moderator.
recover-back-title = You are back
recover-back = Same name, same place. Nobody was told.
recover-gone = What was on the old phone alone is gone: drafts, and the answers to your reports. The reports themselves are with the moderators.
recover-with-reports = Your reports and their answers are here too. Only drafts are gone.
recover-old-phone = Could somebody else have your old phone? Call a moderator. She takes this name off the list, which shuts that phone out, and gives you a new code.
recover-go-on = Go on

beside-how = On your other phone open Safety, then “Add or move a phone”. It shows a code.
beside-digits-title = Type these digits on the other phone
beside-digits-why = They show that you hold both phones. Keep this page open.
beside-late = The ten minutes are over. Begin again on the other phone.
beside-in-title = This phone is in
beside-in = Both phones are you now: same name, same alerts.
beside-reports = Reports you wrote on the other phone stay there, and so do their answers.

words-title = Recovery words
words-why = These 12 words open this app on this phone if you forget the PIN, and bring you back on another phone if you lose this one.
words-paper = Write them on paper. Don’t take a picture, and don’t type them into another app. Whoever has them is you.
words-alone = Is somebody looking over your shoulder? Then do this later.
words-show = Show the words
words-later = Later
words-written = I have written them down
words-asked = Three of them, to be sure
words-number = Word { $number }
words-check = Check
words-wrong = One of them is not right. Look at your paper, or go back and look again.
words-keeping = Keeping them…
words-kept = Your recovery words open this app. Keep the paper where nobody looks.
words-elsewhere = They bring you back on another phone too.
words-elsewhere-later = They will bring you back on another phone too, once a moderator’s phone has let you in and this one has been online again.
words-pin-why = Your PIN first, so that nobody else sees the words.

prefer-title = Areas and languages
prefer-here-only = Kept on this phone only. Nobody else sees what you choose.
prefer-areas = Where you work
prefer-areas-hint = Alerts then shows only these, and all with one tap. Choose none to see all. Check always looks everywhere, and what is very dangerous is always shown.
prefer-languages = Languages you read
prefer-languages-hint = Alerts in other languages are shown too, and marked.

## Home

home-title = What do you need?
home-check = Check
home-check-hint = Is a number, a plate or a look known?
home-report = Report
home-report-hint = Tell what happened. You can stop at any time.
home-alerts = Alerts
home-alerts-hint = What others warn of
home-more = More
home-mine = My reports
home-begun =
    { $count ->
        [one] You have begun a report
       *[other] You have begun { $count } reports
    }
home-asked = { $count ->
    [one] 1 waits for you
   *[other] { $count } wait for you
}
home-desk = Desk
home-collective = Collective
home-safety = Safety
home-help = Help near me
home-fetching = Looking for news…
home-never = No news fetched yet
home-synced = News: { $ago }
home-alerts-count = { $count ->
    [0] no alerts
    [one] 1 alert
   *[other] { $count } alerts
}
home-offline = offline
home-offline-telegram = You are offline. Leave this open: inside Telegram it can’t be opened again without a connection. Safety says where it can.
home-fetch = Look for news now
home-words = You moderate. Write down your recovery words today: without them a lost PIN or a lost phone is lost for good.
home-words-now = Write them down now
home-trouble = No news: { $sentence }
home-refused-desk = Something was not taken in, because it can’t be trusted. If this comes again, talk with the other moderators, outside this app.
home-withheld-desk = Our server keeps something from this phone. Something may be missing here. Ask the other moderators whether they see the same.
home-stale-desk = For two weeks, not enough of our moderators’ phones were awake. What is here may be out of date. Ask the others to open this app.
home-refused = { $count ->
    [one] One message was not taken in, because it can’t be trusted. Tell a moderator.
   *[other] { $count } messages were not taken in, because they can’t be trusted. Tell a moderator.
}
home-withheld = { $count ->
    [one] One message is kept from this phone. Something may be missing here. Tell a moderator.
   *[other] { $count } messages are kept from this phone. Something may be missing here. Tell a moderator.
}
home-stale = No word from the moderators for { $count } days. What is here may be out of date. Ask one of them.
home-healing = Our server lost some data, and everybody’s phones are giving it back. What you send waits on this phone until then.
home-clock = This phone’s clock and our server’s differ by { $count } minutes. Set this phone’s time by the network.
home-waits = You are in: you can read, check and report. A moderator’s phone still has to let you in for good; this happens by itself.
home-willing = You said yes to moderating. Our moderators see that and decide together. Nothing to do until then: once you moderate, it says so here.
home-promoted = You moderate now. Reports come to your desk, and you decide together with the others.
home-promoted-desk = Open the desk
home-alarm-gate = Something is wrong with the keys to our server: whoever made the newest ones may shut others out. Tell a moderator whom you trust, outside this app.
home-alarm-cover = Something is wrong with the newest keys: some members can’t open what comes now. Tell a moderator whom you trust, outside this app.
home-alarm-desk = Something is wrong with the key that reports are locked with: not every moderator can open them. Tell a moderator whom you trust, outside this app.

## The lock

locked-title = Locked
locked-pin = PIN
locked-open = Open
locked-opening = Opening…
locked-full = This phone is full. Delete a few photos or other things you don’t need, then try again.
locked-forgot = Forgot the PIN
locked-erase = Erase
locked-wait = { $count ->
    [one] Too many wrong tries. Wait one minute. Nothing is erased.
   *[other] Too many wrong tries. Wait { $count } minutes. Nothing is erased.
}

opening-newest = Newest alerts
opening-more = The others are being opened…
opening-check = Check answers as soon as all alerts are open. Until then it says nothing: a part of them is not enough.
opening-soon = This opens as soon as everything is ready.

forgot-title = Forgot the PIN
forgot-how = Your 12 recovery words open it too. Then you choose a new PIN.
forgot-words = The 12 words, with spaces between
forgot-twelve = These are not 12 words.
forgot-wrong = These words don’t open this app. Compare them with your paper.
forgot-new-pin = A new PIN
forgot-no-words = No words? Then nobody can open it, not even we. You can erase it, and come in anew with another code.

elsewhere-title = Open in another tab
elsewhere-why = This app is open in another tab or window. Two at once would get in each other’s way.
elsewhere-here = Use it here
elsewhere-waiting = The other one is closing…
elsewhere-failed = The other tab does not close. Close it yourself, then try again.

erase-title = Erase
erase-next = Go on
erase-does-title = What it does
erase-does = Everything of this app goes from this phone: alerts, your reports, drafts, keys, your PIN.
erase-does-not-title = What it does not do
erase-not-sent = What you have sent stays with the moderators.
erase-not-membership = You stay on the members’ list until moderators take you off it. If you wrote down your 12 words, they still bring you back: destroy the paper if you want that gone. Without them you need a new code.
erase-not-telegram = The chat in Telegram stays. Delete it there too, and look at Telegram’s list of devices.
erase-not-copies = Copies that somebody made of this phone before stay as they are.
erase-sure = Erase everything?
erase-for-good = This is for good. What is on this phone alone, like drafts, nothing can bring back.
erase-now = Erase everything now
erase-keep = Keep it
erase-erasing = Erasing…

## Safety

safety-title = Safety
safety-pin = Change the PIN
safety-pin-hint = If somebody may have seen it
safety-duress = A PIN that erases
safety-duress-hint = If somebody makes you open this app
safety-stay = When to ask for the PIN
safety-stay-hint = Every time, after 15 minutes, after 8 hours
safety-words = Recovery words
safety-words-hint = If you forget the PIN, or lose this phone
safety-device = Add or move a phone
safety-device-hint = Use this on two phones, or on a new one
safety-compare = Compare with a friend
safety-compare-hint = Are both of you told the same?
safety-pings = Be told in Telegram
safety-pings-hint = “1 new item”, and no more
safety-prefer = Areas and languages
safety-prefer-hint = Where you work, what you read
safety-offline = Without a connection
safety-offline-hint = Where this app opens offline
safety-language = Language of the app
safety-language-hint = The words on the buttons
safety-erase = Erase
safety-done = Done
safety-change = Change the PIN
safety-changed = Changed. The old PIN opens nothing any more.
safety-pin-now = Your PIN now
safety-old-pin = Now your present PIN
safety-old-pin-why = So that nobody else changes it.
safety-other-pin = This one can’t be used. Go back and choose another.
safety-wait = Too many wrong tries. Wait a few minutes. Nothing is erased.
safety-language-why = What people wrote stays in the language they wrote it in.
safety-version = Version { $version }, build { $build }. A friend with a computer can compare it: parasol verify.
safety-data = Data used for news and messages this month: about { NUMBER($now) } MB. Last month: { NUMBER($before) } MB.
safety-limits = Anybody can photograph a screen. A stolen phone that is unlocked can be read. Whoever serves this app could serve a bad one.

duress-title = A PIN that erases
duress-what = A second PIN. If somebody makes you open this app, give this one: everything in it is erased at once, and it looks as if nobody had ever come in.
duress-gone = It is for good. Nothing asks whether you are sure. Your reports that were sent stay with the moderators; the rest is gone. If you wrote down your 12 words, they still bring you back.
duress-not-hidden = It does not help against somebody who has copied this phone before, or who knows that you use this app and asks where it went.
duress-unknown = Nobody can see whether there is such a PIN, not even this page.
duress-set = Set this PIN
duress-off = There should be none
duress-new = The PIN that erases
duress-different = It must differ from your PIN in at least three places, or in length.
duress-sure-why = Your own PIN, so that nobody else sets one. After this, the new one erases everything whenever it is typed.
duress-off-why = Your own PIN. After this, no PIN erases anything.
duress-is-on = It is set. Whenever it is typed, here or at the lock, everything is erased.
duress-is-off = There is none now.

compare-title = Compare with a friend
compare-how = Meet, or call each other. Both of you open this page and read aloud.
compare-making = Making the words…
compare-number = Number { $number }
compare-same = If the number is the same, the words must be the same too. An older number only means that one of you has old news.
compare-different = Same number, other words? Then one of you is told something else than the other. Don’t trust this app until you have asked a moderator, outside of it.

device-title = Add or move a phone
device-why = On the other phone, open this app, press “I have a code”, then “My other phone is with me”. Afterwards both phones are you.
device-stay = Reports you wrote here stay here: only this phone sees their answers. If you are moving, wait for those answers before you erase this phone.
device-alone = Do this where nobody sees either screen.
device-show = Show the code
device-pin-why = Your PIN first: whoever does this lets a phone in as you.
device-code-title = A code for your other phone
device-code-how = Type it on the other phone, or copy it with that phone’s camera. It then shows six digits: type them here.
device-digits = The six digits on the other phone
device-digits-hint = Only from a phone that you hold in your hand. Never digits that somebody tells you.
device-digits-wrong = There are six digits. Type them as they stand on the other phone.
device-give = Let it in
device-waiting = Waiting for your other phone…
device-taken = Your other phone has it.
device-not-yours = Was that not your phone? Call a moderator at once: she takes this name off the list.
device-late = Nobody took it within a minute. Begin again.
device-not-yet = A moderator’s phone has to let you in first. Try again later.

pings-title = Be told in Telegram
pings-what = The bot then says “1 new item”, and no more. This is optional: everything works without it.
pings-knows = Telegram then knows that your account uses this bot. So does whoever runs it. They do not learn what you read or write.
pings-bot = The bot’s name, if you know it
pings-bot-hint = It gives a link to tap. This phone does not know the name.
pings-bot-wrong = A bot’s name has letters, digits and _ only.
pings-other = Another bot? Its name
pings-other-hint = Every bot learns which account comes to it. If a moderator gave you another name, type that one.
pings-how = Copy this line, go to the chat with the bot, and send exactly this:
pings-how-link = Copy this link and open it in Telegram:
pings-open = Open the bot
pings-tap = Tap “Open the bot”, then Start. It should be the bot you know: { $bot }
pings-desk-title = For moderators: when something waits
pings-desk-hint = A ping of your own when you are on shift
pings-desk-what = The bot then also says “1 new item” when something waits at the desk.
pings-desk-knows = With this, Telegram and whoever runs the bot learn that this account moderates.
pings-desk-without = Without it everything works too: the desk shows what waits whenever you open it.
pings-desk-agree = I know. Show it to me
pings-copy = Copy
pings-copied = Copied
pings-not-copied = It could not be copied. Press on it for long, and copy it yourself.
pings-ends = It works for a few days, and needs to be done again about every two months. /leave in the chat ends it.
# Without a connection
offline-telegram = Inside Telegram this app can’t be opened without a connection: Telegram fetches it anew each time. While it is open it goes on working.
offline-browser = In a browser on this phone it can. Open this address there:
offline-own-code = That counts as a phone of its own: it needs a code of its own. What is here does not move there.
offline-install = In a browser, choose “Install” or “Add to home screen” in its menu. From then on it opens without a connection.
offline-check = Check then answers from what this phone fetched last, and says how old that is. What you send goes out with the next connection.

## When something does not work: one kind sentence each

trouble-offline = You are offline, or our server does not answer. Nothing is lost: what you wrote is kept on this phone and goes out later.
trouble-not-ours = Something else answered in place of our server. Perhaps this network asks you to log in first. Nothing is lost.
trouble-said-no = Our server said no this time. Nothing is lost. Try again in a while.
trouble-busy = Our server has too much to do right now. Nothing is lost. It works again in a few minutes.
trouble-full = This phone has no space left, so nothing more can be kept. Delete something you don’t need, then try again.
trouble-storage = This phone did not keep something, or does not give it back. Close the app, open it, and look whether it is there.
trouble-wrong-pin = That was not the PIN.
trouble-maybe-removed = This phone can’t open the newest alerts. Perhaps it was taken off the list; a moderator can tell you. What you have here stays readable.
trouble-clock = This phone’s date or time seems wrong. Set it right, then try again. Nothing is lost.
trouble-refused = What our server sent can’t be trusted, so it was not taken in. What you have here is still good.
trouble-too-old = This app is too old for our rules, so it reads nothing new. Close it and open it again to get the new one. What you have here stays readable.
trouble-not-allowed = That can’t be done, or not any more. Go back and look again.
trouble-bad-input = Something in it can’t be read. Look at it again, or leave it out.
trouble-unknown = Something went wrong here. Nothing you sent is lost. Close the app, open it, and try again.

## How long ago

ago-now = just now
ago-minutes =
    { $count ->
        [one] 1 minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] 1 hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] 1 day ago
       *[other] { $count } days ago
    }
ago-months =
    { $count ->
        [one] 1 month ago
       *[other] { $count } months ago
    }

## Check

check-title = Check
check-field = A number, a plate, a name, a link, or a car
check-hint = Paste anything. For a car: white van, plate ends KX
check-stays-here = What you type stays on this phone. It works without a network.
watch-tell = Tell me if this is listed later
watch-hint = Kept on this phone only, behind your PIN, for the last 20 you mark. The first page then says so.
watch-listed = Listed since you checked it:
watch-look = Read the alert
watch-enough = Don’t show this again
check-looked-for = Looked for: { $values }
check-as-name = { $value }, as a name or username
check-comparing = Comparing with hidden numbers…
check-hidden-not-compared = Hidden numbers could not be compared. The rest was.
check-exact = The same
check-probable = Probably the same. Ask a moderator. Until then, act as if it is the same.
check-part = A part of it fits
check-look = Looks alike
check-other-plate = Looks alike, but another plate
check-more =
    { $count ->
        [one] And 1 more. Say more to find the right one.
       *[other] And { $count } more. Say more to find the right one.
    }
# $areas (String): areas, with commas, or the name of the collective
check-no-record =
    { $count ->
        [one] No record in our 1 alert, { $areas }. Not the same as safe.
       *[other] No record in our { $count } alerts, { $areas }. Not the same as safe.
    }
# $since (String): a month and a year
check-no-record-since =
    { $count ->
        [one] No record in our 1 alert, { $areas }, since { $since }. Not the same as safe.
       *[other] No record in our { $count } alerts, { $areas }, since { $since }. Not the same as safe.
    }

## Alerts

alerts-title = Alerts
alerts-fetch = Look for new ones
alerts-fetching = Looking…
alerts-area = Area
alerts-all-areas = All areas
alerts-severity = How dangerous
alerts-all = All
# $severity (String): Dangerous
alerts-from = { $severity } and worse
alerts-none = No alerts now.
alerts-none-such = No such alerts now.
alerts-not-safe = Not the same as safe.
alerts-count =
    { $count ->
        [one] 1 alert, newest first
       *[other] { $count } alerts, newest first
    }
alerts-more = Show more
alerts-yours =
    { $count ->
        [one] Your areas: { $areas }. 1 other is not shown.
       *[other] Your areas: { $areas }. { $count } others are not shown.
    }
alerts-show-all = Show all
alerts-everywhere = All areas are shown.
alerts-only-yours = Only my areas
alerts-other-language = Text in { $language }
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } of 4
# $ago (String): 3 hours ago
alerts-as-of = Fetched { $ago }.
alerts-last-word = Last sign from our moderators: { $ago }.
alerts-withheld =
    { $count ->
        [one] Our server keeps 1 entry back. A warning may be missing here. Tell a moderator.
       *[other] Our server keeps { $count } entries back. Warnings may be missing here. Tell a moderator.
    }
alerts-stale = Nothing from our moderators for two weeks. Newer warnings may be missing here. If you can, ask a moderator.
alerts-taken-back = Taken back
alerts-taken-back-what = This warning does not count any more. You still see it so that you know.
alerts-ended = Ended
alerts-ended-what = This warning was for a time that is over. It may be out of date.
alerts-so-far-short = One moderator so far
alerts-so-far = A second moderator has not looked at it yet. It went out early because it may be urgent.
alerts-disputed = Disputed
alerts-disputed-what = Somebody says that it is not right, and it is being looked into.
alerts-corrected-short = Corrected
alerts-corrected = Corrected { $ago }
alerts-said-before = Before, it said:
alerts-published = Published { $ago }.
alerts-approved-by =
    { $count ->
        [one] Approved by 1 moderator.
       *[other] Approved by { $count } moderators.
    }
alerts-can-be-faked = Numbers change hands and can be faked.
alerts-gone = Not here any more
alerts-gone-why = This alert was erased, or has not arrived on this phone.

## Report

report-title = Report
report-kinds = What happened?
report-health = Some things can’t wait
report-consent = Who may know?
report-relationship = Whom did it happen to?
report-when = When was it?
report-area = Where was it?
report-place = What kind of place?
report-contact = How did they find you?
report-people = How many people were they?
report-persons = What did they look like?
report-identifiers = Numbers, names, links, plates
report-vehicles = Was there a car or another vehicle?
report-happened = What happened, in your words
report-pattern = How did it start?
report-injuries = Were you hurt?
report-ongoing = Is there still a danger?
report-support = Would you like help with something?
report-review = What you said

report-nobody-asks = Pick one or more. All the rest can wait, and can be left out. Nobody asks for proof.
report-send-now = Send now, tell more later
report-send-now-means = To our moderators only. Nothing goes further until you say so.
report-step-by-step = Tell more first, step by step
report-send-added = Send what I added
report-send = Send
report-send-and-keep = Send, and keep my own copy here
report-send-and-keep-hint = In this app, behind your PIN
report-next = Next
report-skip = Skip
report-progress = Question { $at } of { $of }. You can skip any.
report-kept = Kept as you go. You can stop at any time.
report-not-kept = What you wrote last could not be kept on this phone.
# $kinds (String): what happened, of a report that was begun
report-go-on = Go on with: { $kinds }
report-no-kind-yet = Not said yet
report-dont-know = Don’t know
report-change = Change
report-take-out = Take out
report-review-hint = Look it over. Nothing here has to be complete.
report-too-much = This is more than fits into one report. Please shorten what you wrote. Nothing is lost.
report-own-words = For the moderators only. Your words never go out. Any language.
report-happened-field = Write as much or as little as you like
report-pattern-field = What they said or wrote first, what they offered, how they behaved
report-injuries-field = Only if you want to say
report-language = Language you write in
report-room-left =
    { $count ->
        [one] Room for 1 more letter
       *[other] Room for { $count } more letters
    }

report-person-n = Person { $n }
report-another-person = Describe another person
report-vehicle-n = Vehicle { $n }
report-another-vehicle = Add another vehicle

person-q-role = Who were they?
person-q-gender = Man, woman…
person-q-age = Age
person-q-height = Height
person-q-build = Build
person-q-hair = Hair
person-q-eyes = Eyes
person-q-marks = Anything that stands out
person-q-weapon = Weapon
person-q-ethnicity = How they looked to you
person-q-names = Names they used
person-q-names-hint = Several: with commas between
person-q-accent = Accent
person-q-languages = Language they spoke
person-q-detail = Anything else (moderators only)

vehicle-q-type = What was it?
vehicle-q-colour = Colour
vehicle-q-marks = Anything that stands out
vehicle-q-make = Make, such as Ford
vehicle-q-model = Model, such as Transit
vehicle-q-detail = Anything else (moderators only)

consent-own-words = Your own words stay with the moderators. Always.
consent-peers = Warn others
consent-peers-hint = Moderators may write a warning. It never says who told.
consent-moderators = Moderators only
consent-moderators-hint = Nothing is published from it.
consent-nothing-said = If you don’t pick: nothing goes out before you have seen it and said yes.
consent-wishes = And if you like
consent-show-first-wish = Show me the warning before it goes out
consent-hold-wish = Hold it until I say so
consent-hold-hint = For instance until you are somewhere safe.
consent-no-figures-wish = Don’t count it
consent-no-figures-hint = Otherwise it counts in our numbers, without any details.
# $alias (String): the name she has here
consent-signed = Show moderators my name here: { $alias }
consent-signed-hint = Otherwise they see no name.
# The same, in a list of what she said
consent-not-said = not said, so I see everything first
consent-show-first = I see the warning first
consent-hold = hold it until I say so
consent-no-figures = don’t count it

when-today = Today
when-yesterday = Yesterday or last night
when-this-week = Some days ago
when-this-month = This month
when-another-day = Another day
when-what-time = About what time?

area-other = Somewhere else
area-hint = A part of town is enough. No address.

identifiers-field = Paste or type anything you have
identifiers-hint = A number, a name in an app, a link, a plate, a whole chat. They are found in it. A part is fine: plate ends KX
identifiers-noted = Noted
identifiers-none-found = Nothing was found in this. If you can, say what it is:
identifiers-type = What is it?
identifiers-part = All of it, or a part?
identifiers-whole = All of it
identifiers-add = Add it
identifiers-cannot = This can’t be one. Pick something else, or leave it: you can write it in your own words.
identifiers-in-text = You wrote this. Add it?
identifiers-in-text-why = Only then can others check it, if a warning goes out.
identifiers-take-in = Add { $value }
identifiers-rest = In the field for numbers there are other words too. Those are not sent.
identifiers-rest-keep = Put all of it into “What happened”
identifiers-rest-keep-hint = Your own words, for the moderators only. The numbers stay noted.

## After a report was sent

sent-title-here = Kept, goes out soon
sent-title-taken = Sent
sent-title-received = Received
sent-title-added = What you added
sent-here = It is safe on this phone, and goes out as soon as there is a connection. You can close the app; open it again later.
sent-taken = It has left this phone, sealed. When a moderator’s phone has it, it says Received here.
sent-received = A moderator’s phone has it.
sent-maybe-nobody-awake = Maybe nobody is awake now.
# The collective's own figure, from a report's arrival to its warning
sent-hours =
    { $count ->
        [one] Usually read within 1 hour.
       *[other] Usually read within { $count } hours.
    }
sent-asks-you = No warning goes out until you have seen it and said yes. Look under My reports.
sent-sending = Sending…
sent-tell-more = Tell more
sent-done = Done for now
sent-kept = What you wrote is kept in this app, behind your PIN, so that you can add to it.
sent-forget-words = I have said all. Don’t keep it here

## My reports

mine-title = My reports
mine-new = New report
mine-look = Look for answers
mine-none = You have sent no reports from this phone.
mine-begun = Begun, not sent
mine-added-not-sent = What you added is not sent yet
mine-forget-copy = Don’t keep my copy here
mine-go-on = Go on
mine-throw-away = Throw it away
mine-throw-away-sure = Yes, throw it away for good
mine-asked-question = They have a question for you
mine-asked-text = They show you a text
mine-waiting = What you did last has not left this phone yet. It goes out with the next connection.
mine-sent-ago = Written { $ago }
mine-only-here = Only this phone knows that these are yours.
mine-gone = Not here any more
mine-have-0 = No moderator’s phone has it yet.
mine-have-1 = One moderator has it.
mine-have-2 = Two or more moderators have it.
mine-they-ask = They ask
mine-need-not-answer = You don’t have to answer.
mine-your-answer = Your answer
mine-send-answer = Send the answer
mine-text = What others would read
mine-text-asked = Nothing goes out before you say yes. Is this all right?
mine-agree = Yes, exactly this
mine-agree-hint = If they change a word, they must ask you again.
mine-change = No, change it
mine-disagree = If it is not right, say nothing, or write to them below.
mine-text-unreadable = They sent a text that this phone can’t show, so you can’t agree to it. Write to them, and ask for it again.
mine-letters = What was written
mine-they-wrote = Moderators, { $ago }
mine-you-wrote = You, { $ago }
mine-more = What you can do
mine-release = The warning may go out now
mine-release-hint = You asked to hold it
mine-write = Write to the moderators
mine-message = Your message
mine-send-message = Send
mine-correct = Correct it, or tell more
mine-correct-hint = What you send takes the place of what they have.
mine-correct-anew = Your words are not kept on this phone any more. What you send takes the place of what they have, so tell all of it again; or write to them instead.
mine-copy = My own copy
mine-copy-hint = Shown here, behind your PIN
mine-no-copy = Not kept on this phone: the moderators have it.
mine-save = Save as a file
mine-save-warning = A file is not sealed. Whoever opens this phone, and perhaps other apps, can read it. Inside Telegram this may do nothing.
mine-save-sure = Save it all the same
mine-withdraw = Withdraw it
mine-withdraw-what = Nothing more is done with it, and no warning goes out. What is out already, only the moderators can take back. This can’t be undone.
mine-withdraw-sure = Yes, withdraw it
mine-forget = Forget it on this phone
mine-forget-what = It disappears from this phone. You can then not answer, correct or withdraw it, nor hear of it. The moderators keep what they have.
mine-forget-not-sent = Something of it has NOT been sent yet. If you forget it now, nobody will get that.
mine-forget-sure = Yes, forget it

status-here = On this phone, not sent yet
status-withdrawing = You withdrew it. That has not left this phone yet.
status-sent = Sent. Waiting for a moderator’s phone
status-received = Received
status-claimed = A moderator is working on it
status-needs-info = They have a question for you
status-answered = Your answer is with them
status-shown = They show you the text first
status-agreed = You said yes to the text
status-approved = Approved, not out yet
status-held = On hold until you say so
status-so-far = The warning is out, with one moderator so far
status-published = The warning is out
status-declined = No warning comes of it
status-merged = Put together with another report about the same
status-withdrawn = You withdrew it
status-retracted = The warning was taken back
status-other = They are dealing with it

## Help near me

help-title = Help near me
help-no-emergency-line = We are no emergency line. Maybe nobody is awake.
help-in-danger = If you are in danger now: go where there are people, call somebody you trust. The emergency number brings an ambulance; it may bring police too.
help-health = Your health
help-from-us = This list is kept by your moderators. It works without a network.
help-no-list = Your moderators have made no list yet.
help-before-joining = When you have joined, there is a list of places near you here.
help-in-language = In { $language }
help-anywhere = Anywhere
help-any-clinic = A hospital or a sexual health clinic can treat you. You need not say what your work is.
help-no-police-needed = You can ask for care without going to the police.
help-somebody-with-you = You can ask that somebody stays with you, for a woman doctor, and for a translator.
help-keep-clothes = If you may want proof one day: keep what you wore in a paper bag. You can decide later.

health-hours = If there was sex you did not agree to, no condom, or something in your drink, hours count.
health-pep = Against HIV: PEP, within 72 hours. The sooner the better.
health-contraception = Against pregnancy: emergency contraception, within 5 days. The sooner the better.
health-drugged = If you may have been drugged: don’t stay alone. Tests work for a day or two only.
health-where = A hospital emergency room or a sexual health clinic has these. You need not say what your work is.

## The desk: for moderators

desk-title = Desk
desk-only-moderators = This page is for moderators.
desk-none = Nothing waits for you.
desk-none-hint = New reports come by themselves while this app is open.
desk-look = Look for new reports
desk-looking = Looking for new reports…
desk-waiting =
    { $count ->
        [one] 1 report is not finished
       *[other] { $count } reports are not finished
    }
desk-urgent = URGENT
desk-late = Nobody has taken it for half an hour.
desk-reminder =
    { $hours ->
        [0] Still only one moderator. It disappears within the hour.
        [one] Still only one moderator. In 1 hour it disappears.
       *[other] Still only one moderator. In { $hours } hours it disappears.
    }

# What moderators' phones see to be wrong with our keys
alarm-is = ALARM: our newest keys are wrong.
alarm-was = ALARM: keys of ours were wrong. Right ones stand by now.
alarm-gate = They can shut some of you out: perhaps a phone is not let in at the desk any more, or has no say in the next keys.
alarm-cover = They shut members out whom nobody took off the list: those may get no more news.
alarm-desk = They let only those who signed them read new reports.
alarm-signed = Signed by: { $names }. No phone does this by itself: they meant it, or somebody else has their phones.
alarm-you = YOUR OWN phone is among them. If this was not you, somebody else uses your keys: tell another moderator, by voice.
alarm-do-talk = Talk with the other moderators, by voice or face to face. Not at the desk and not in a chat: those who signed may read it.
alarm-do-open = Each of you opens this app. As soon as enough of your phones agree, right keys are made, and reports come again.
alarm-do-remove = Do you not trust them any more? Each of you takes them off the list, under Members.
alarm-do-new = If this phone is refused from now on, you are shut out: found a new collective, and tell members by voice.

# After our server was restored from an older copy
whole-what = Our server lost some data. Every phone that opens this app gives back what it has. Until somebody says that it is complete, nothing new is taken.
whole-say = Everything is back
whole-sure-what = Say this when the moderators, and as many members as you can reach, have opened the app. What comes back later is not taken any more.
whole-sure = Yes, everything is back
desk-came = Came { $ago }
desk-yours = Yours
desk-taken-by = { $name } has it
desk-show-finished =
    { $count ->
        [one] Show 1 finished report
       *[other] Show { $count } finished reports
    }
desk-hide-finished = Hide finished reports
desk-changes = Changes of alerts that wait for a moderator
desk-proposes-amendment = { $name } proposes a change
desk-proposes-retraction = { $name } proposes to take it back
desk-decisions = Rules, news and members to decide on
desk-decisions-count =
    { $count ->
        [one] 1 waits for your yes
       *[other] { $count } wait for your yes
    }
desk-alerts = Alerts that are out
desk-alerts-hint = Change one, or take it back
desk-somebody = somebody
desk-gone = Not here any more
desk-gone-why = It was finished or forgotten, or has not arrived on this phone.

# Where a report stands, for moderators
desk-state-received = New. Nobody has taken it.
desk-state-mine = You are working on it.
desk-state-theirs = { $name } is working on it.
desk-state-needs-info = We asked her. She has not answered yet.
desk-state-answered = She has written. Read it.
desk-state-shown = She is shown the text. She has not said yes yet.
desk-state-agreed = She said yes to the text.
desk-state-waits =
    { $count ->
        [one] Waits for 1 more moderator to approve the text.
       *[other] Waits for { $count } more moderators to approve the text.
    }
desk-state-held = Enough have approved it. She wants it held until she says so.
desk-state-enough = Enough have approved it. It can go out.
desk-state-out = The alert is out.
desk-state-out-so-far =
    { $hours ->
        [0] Out, with one moderator so far. A second must approve it within the hour, or it disappears.
        [one] Out, with one moderator so far. A second must approve it within 1 hour, or it disappears.
       *[other] Out, with one moderator so far. A second must approve it within { $hours } hours, or it disappears.
    }
desk-state-no-second = No second moderator approved it in time. The alert is gone.
desk-state-ended = The alert has ended.
desk-state-taken-back = The alert was taken back.
desk-state-declined = Declined.
desk-state-merged = Joined with another report.
desk-state-withdrawn = She withdrew it.
desk-task-withdrawn = She withdrew it, and the alert is still out. Take the alert back.
desk-task-corrected = She corrected her report after the alert went out. Read it, then change the alert or take it back.
desk-task-wrote = NEW: she has written since. Read it.
desk-task-agreed = NEW: she has said yes to the text since.
desk-task-released = NEW: she has said since that the warning may go out.

# One report
desk-told = What she told
desk-her-name = Her name here: { $name }
desk-no-name = She did not show her name.
desk-written-in = Written in { $language }
desk-talk = Questions and answers
desk-we-asked = We asked
desk-she-says = She wrote
desk-no-answer = No answer yet.
desk-why-declined = What we told her
desk-alike = Others like it
desk-alike-report = A report shares { $by }
desk-alike-alert = An alert that is out fits
desk-text = The text for members
desk-text-agreed = She said yes to exactly this text.
desk-text-not-agreed = She wants to see it first, and has not said yes to this text.
desk-text-not-asked = She did not ask to see it first.
desk-text-elsewhere = She said yes to a text that was never written here: somebody showed her another. Write it anew; she is then shown that.
desk-text-approved =
    { $count ->
        [0] Nobody has approved it. It needs { $needed }.
        [one] 1 has approved it. It needs { $needed }.
       *[other] { $count } have approved it. It needs { $needed }.
    }
desk-text-approved-by = Approved by { $names }
desk-text-yours = You have approved it. Somebody else must be the next.
desk-text-changed = Somebody changed the text while you had it on screen. Read the new one before you go on.
desk-text-read = I have read the new text
desk-not-yet = Not yet: { $why }
desk-steps = What you can do
desk-nothing = Nothing more to do here.
desk-not-yours = { $name } has this report. Talk with her before you do anything.

desk-claim = Take it
desk-take-over = Take it over
desk-take-over-what = { $name } is working on this report. If you take it over, it is yours and no longer hers. Tell her.
desk-take-over-sure = Yes, take it over
desk-taken-just-now = { $name } has taken it just now. Look at it again.
desk-hand-back = Hand it back
desk-hand-back-hint = Somebody else can take it then
desk-read = I have read it
desk-ask = Ask her something
desk-ask-field = Your question
desk-ask-hint = She sees it when she next opens the app. She need not answer. The text, if there is one, has to be approved anew.
desk-ask-send = Send the question
desk-write = Write the text
desk-write-again = Write it anew
desk-write-again-hint = What was said yes to, and approved, does not count for another text
desk-approve = Approve exactly this text
desk-approve-again = Our rules have changed since this was approved. Approve the same text once more.
desk-publish = Publish now
desk-publish-hint = Every member sees it
desk-so-far = Publish with my word alone
desk-so-far-what = Only for what is dangerous and cannot wait. Members read: one moderator so far. A second moderator must approve it within 72 hours, or it disappears. Tick the two questions above first.
desk-so-far-sure = Yes, publish it now
desk-decline = Decline
desk-decline-what = No alert comes of it. She sees your reason, so write it to her, kindly.
desk-decline-field = Why
desk-decline-sure = Decline, and tell her why
desk-merge = Join with another report
desk-merge-what = For two reports about the same. This one ends, and work goes on with the other. She is told that it was joined.
desk-merge-none = There is no other open report.
desk-merge-sure = Yes, join them
desk-to-alert = Go to the alert
desk-done-claimed = It is yours now.
desk-done-asked = Asked. She sees it when she next opens the app.
desk-done-declined = Declined. She sees why.
desk-done-handed-back = Nobody’s now. Somebody else can take it.
desk-done-read = Noted that it was read.
desk-done-approved = Approved.
desk-done-published = It is out. Members see it with their next news.
desk-done-so-far = It is out, with one moderator so far.
desk-done-merged = Joined. Go on with the other report.
desk-working = Working…

# Writing what members will read
write-title = The text for members
write-title-amend = Change the alert
write-whole = The whole alert anew: it takes the place of what members read now.
write-shown-first = She wants to see it first: it goes to her, and waits until she says yes.
write-nuisance = By our rules, a nuisance alone is only counted. No alert can come of it, unless it was graver: then choose so below.
write-text = What was reported
write-text-hint = Say what was reported, never what somebody is. Not her words: yours.
write-what-to-do = What to do (if there is something)
write-language = Language you write it in
write-kinds = What happened
write-severity = How dangerous
write-verification = How sure we are
write-by = By how many people, each of whom a moderator has spoken with?
write-by-fault = A number from 1 to 999.
write-areas = Where
write-when = When
write-when-keep = Say when: { $when }
write-expires = How long it is shown
write-expires-usual = As usual: { $days } days
write-expires-kept = As it is now
write-expires-days =
    { $days ->
        [one] 1 day
       *[other] { $days } days
    }
write-disputed = Mark it as disputed
write-disputed-hint = Somebody says that it is not right, and it is looked into.
write-persons = People she described
write-vehicles = Vehicles
write-identifiers = Numbers, names, plates
write-identifiers-too-mild = By our rules, numbers and plates are shown only from “{ $severity }” up. As it stands, none of these go out.
write-identifiers-in-words = In her own words, and not among them:
write-identifiers-add = Add a number or plate
write-show-open = Show it
write-show-open-hint = Every member can read it
write-show-hidden = Hidden
write-show-hidden-hint = Nobody reads it; who checks the same one finds this alert
write-show-out = Leave it out
write-shown = Shown
write-left-out = Left out
write-only-she = Before you go on
write-only-she-know = I looked at every line: nothing in it only she could know. Not the hour, not the room, not her words.
write-only-she-is = It says what was reported, not what somebody is.
write-tick = Look at both, and tick them.
write-empty = Write what was reported, or what she told in short. Members see the rest below it.
write-read = Read it as members will
write-read-title = As members will read it
write-change = Change it
write-save = Keep this text
write-save-show = Show it to her
write-save-amend = Propose this change
write-computing = Hiding the numbers. This takes some seconds…
write-cannot = This can’t go out as it stands. Look at the numbers, the areas and how long it is shown.
write-again = Begin again from her report
write-kept = Kept as you write.

# An alert that is out, for moderators
deskalert-title = An alert
deskalert-from = What it came from
deskalert-to-report = Go to the report
deskalert-amend = Change it
deskalert-retract = Take it back
deskalert-retract-what = Members then see that it was taken back, and why. Its reporter is told too. It can’t be put back.
deskalert-retract-field = Why (members read this)
deskalert-retract-sure = Take it back
deskalert-proposed-amendment = Proposed: change it to this
deskalert-proposed-retraction = Proposed: take it back, because
deskalert-approve = Approve exactly this change
deskalert-out = Done. Members see it with their next news.
deskalert-waits =
    { $count ->
        [one] Proposed. It waits for 1 more moderator.
       *[other] Proposed. It waits for { $count } more moderators.
    }

## Our collective

collective-title = Collective
collective-people =
    { $count ->
        [one] 1 moderator.
       *[other] { $count } moderators.
    }
collective-nobody-knows = Members don’t see who they are.
collective-rules = Our rules
collective-rules-hint = How we decide
collective-figures = Figures
collective-figures-hint = What came in, what went out
collective-news = News and questions
collective-news-hint =
    { $count ->
        [0] Nothing now
        [one] 1 now
       *[other] { $count } now
    }
collective-moderate = For moderators
collective-invite = Invite somebody
collective-members = Members
collective-members-hint =
    { $count ->
        [one] 1 person
       *[other] { $count } people
    }
collective-waiting = Waiting for a yes
collective-change-rules = Change our rules
collective-edit-help = Edit “Help near me”
collective-volunteer = I am willing to moderate
collective-volunteer-what = Our moderators then see that you are willing, and can make you one of them. Moderators read reports. You can be one under the name you have here.
collective-volunteer-sure = Yes, tell them
collective-volunteered = Our moderators will see that you are willing.
collective-done = Done. Members see it with their next news.
collective-proposed =
    { $count ->
        [one] Proposed. It waits for 1 more moderator.
       *[other] Proposed. It waits for { $count } more moderators.
    }
collective-cancel = Don’t
draft-anew = Throw away what I changed

# Our rules in words
rules-number = Our rules, version { $number }
rules-alert =
    { $count ->
        [one] 1 moderator must approve a warning before it goes out.
       *[other] { $count } moderators must approve a warning before it goes out.
    }
rules-so-far = If it is dangerous, one moderator may send it out at once. A second must approve it within 72 hours, or it disappears.
rules-charter =
    { $count ->
        [one] 1 moderator decides on new rules and new moderators.
       *[other] { $count } moderators must agree to new rules and new moderators.
    }
rules-remove =
    { $count ->
        [one] 1 moderator can take somebody off the list.
       *[other] { $count } moderators must agree to take somebody off the list.
    }
rules-identifiers = Numbers and plates are shown from “{ $severity }” up.
rules-masked = Hidden, so that only a check finds them: { $types }.
rules-masked-none = Nothing is hidden.
rules-nuisance-yes = There are warnings of mere nuisance too.
rules-nuisance-no = Mere nuisance is counted, and makes no warning.
rules-ethnicity-yes = Reports may say how somebody looked by ethnicity.
rules-ethnicity-no = Nobody is asked about ethnicity.
rules-areas = Our areas: { $areas }.
rules-areas-none = We have no areas yet.
rules-country = Numbers without a country code are taken as from { $country }.
rules-never = No police. Nobody outside is told anything.

# Changing them
rules-name = What we call ourselves
rules-name-fault = 1 to 80 letters.
rules-areas-field = Our areas, one in each line
rules-areas-hint = Alerts keep the area they have. An area that you take out is no longer offered.
rules-country-field = Home country of phone numbers (two letters)
rules-country-fault = Two letters of a country, such as IE. The United Kingdom is GB.
rules-quorum = How many must approve a warning
rules-quorum-hint = Counts from three moderators on. Before that, one is enough.
rules-severity = Numbers and plates are shown from
rules-masked-field = Hidden, so that only a check finds them
rules-nuisance = Warnings of mere nuisance too
rules-ethnicity = Ask how somebody looked by ethnicity
rules-ethnicity-hint = It is never searched by. It can hurt whole groups; decide it together.
rules-wishes = And
rules-unchanged = Nothing is changed yet.
rules-cannot = Rules like these can’t be. Look at the areas and the numbers again.
rules-review = Look it over
rules-changes = This would change:
rules-propose = Propose these rules
rules-changed-people-in = { $name } moderates from then on
rules-changed-people-out = { $name } does not moderate any more
rules-changed-devices = { $name } has other devices
rules-changed = { $what }: { $before } becomes { $after }
rules-changed-areas = Our areas become: { $areas }
rules-changed-keys = All moderators’ keys are made anew
rules-changed-nothing = Nothing is changed
rules-what-name = Our name
rules-what-country = Home country
rules-what-minimum = Least version of the app
rules-what-quorum-alert = Moderators who must approve a warning
rules-what-quorum-charter = Moderators who must agree to new rules
rules-what-quorum-erase = Moderators who must agree to erase something
rules-what-quorum-remove = Moderators who must agree to take somebody off
rules-what-identifiers_from = Numbers and plates shown from
rules-what-masked = Hidden
rules-what-nuisance_alerts = Warnings of mere nuisance
rules-what-ethnicity = Asked about ethnicity
rules-what-alert_quorum = How many must approve, from three moderators on
rules-what-other = Another rule
rules-yes = yes
rules-no = no
rules-none = none
rules-not-said = not said

# Invites
invite-title = Invite somebody
invite-why = One code lets one person in. Show it, or say it. Never send it through Telegram: it would be read there.
invite-for = What is it for?
invite-member = A member
invite-member-hint = Reads alerts, checks, reports
invite-moderator = A moderator
invite-moderator-hint = Whoever comes in by it agrees to moderate. You still make her one.
invite-lasts = How long is it good?
invite-lasts-day = 1 day
invite-lasts-three = 3 days
invite-lasts-week = 1 week
invite-make = Make a code
invite-code-title = The code
invite-code-once = It is shown only now.
invite-code-until = For one person, until { $date }.
invite-code-where = Where to go with it: { $address }. There: “I have a code”.
invite-copy = Copy
invite-copied = Copied. Whatever else runs on this phone may read it too.
invite-picture = The same code, for a camera
invite-open = Codes that can still be used
invite-open-none = No code is open.
invite-open-one = For a member, until { $date }
invite-open-moderator = For a moderator, until { $date }
invite-made-by = Made by { $name }
invite-left =
    { $count ->
        [one] 1 hour left
       *[other] { $count } hours left
    }
invite-call-back = Call it back
invite-call-back-what = Nobody can come in by this code any more.
invite-call-back-sure = Yes, call it back
invite-called-back = Called back.
invite-used-meanwhile = Somebody has come in by it already. To put her out, look among the members.

# Members
members-title = Members
members-why = Moderators see these names, and nobody else.
members-you = you
members-moderates = moderator
members-willing = willing to moderate
members-leaving =
    { $needed ->
        [one] { $count } of 1 agrees to take her off
       *[other] { $count } of { $needed } agree to take her off
    }
members-leaving-soon = Off the list soon
members-gone = Not on the list any more
members-remove = Take off the list
members-remove-what = { $name } reads nothing that comes from then on. What is on her phone stays there. To come back she needs a new code.
members-remove-second =
    { $count ->
        [0] You can do this alone.
        [one] 1 other moderator must agree.
       *[other] { $count } other moderators must agree.
    }
members-remove-phone = It takes effect once another moderator’s phone is awake.
members-remove-sure = Yes, take { $name } off
members-removed = { $name } is off the list. What comes from now on she cannot read.
members-remove-waits = Noted. { $name } is off the list once another moderator agrees.
members-remove-awake = Agreed. { $name } is off the list once another moderator’s phone is awake.
members-you-agreed = You have agreed to this. Somebody else must be the next.
members-remove-moderator-what = { $name } moderates. All keys of the moderators are made anew, and all open codes are called back. She reads nothing that comes from then on; what she has read, she has.
members-remove-yourself = This is you. You would no longer moderate, and no longer be a member.
members-remove-last = You are the only moderator. Make somebody else one first.
members-replanting = Making all keys anew. This takes a minute: keep this open.
members-replanting-done =
    { $of ->
        [one] { $done } of 1 person
       *[other] { $done } of { $of } people
    }
members-replant-broken = It was not finished. Nothing is lost: begin it again, and it goes on where it stopped.
members-promote = Make her a moderator
members-promote-what = { $name } then reads all reports, also older ones, and decides with you. Meet her first: do you know who she is?
members-promote-sure = Yes, make { $name } a moderator
members-promoted = { $name } is a moderator. Her phone reads the desk with its next news.
members-promote-waits =
    { $count ->
        [one] Noted. 1 more moderator must agree.
       *[other] Noted. { $count } more moderators must agree.
    }
members-not-willing = She has not agreed to moderate. She can say so in her app: Collective, I am willing to moderate.

# What somebody has proposed
waiting-title = Waiting for a yes
waiting-none = Nothing waits.
waiting-by = Proposed by { $name }.
waiting-approvals =
    { $needed ->
        [one] { $count } of 1 agrees
       *[other] { $count } of { $needed } agree
    }
waiting-charter = New rules
waiting-resources = A new list: Help near me
waiting-figures = Figures
waiting-notice = A word to all members
waiting-question = A question to all members
waiting-other = Something this app does not know
waiting-read = Read it
waiting-approve = Agree to exactly this
waiting-mine = You have agreed. Somebody else must be the next.
waiting-removes = This takes a moderator off. Agree to it at her name, under Members.
waiting-removal = Take off the list:
waiting-removal-look = Look, and decide
waiting-approved-out = Done. It is in force; members see it with their next news.
waiting-approved-more =
    { $count ->
        [one] Noted. 1 more must agree.
       *[other] Noted. { $count } more must agree.
    }

# Figures
figures-title = Figures
figures-none = No figures are published yet.
figures-from-to = From { $from } to { $to }
figures-now = Counted now, on this phone
figures-publish = Publish these
figures-publish-what = Every member can read these numbers. No content is in them.
figures-received = Reports received
figures-published = Warnings that went out
figures-declined = Declined
figures-merged = Joined with another
figures-withdrawn = Withdrawn
figures-open = Still open
figures-hours = Hours until a warning was out
figures-less-than-one = less than 1
figures-other-kinds = Other kinds
figures-kinds = What was reported

# News and questions
news-title = News and questions
news-none = Nothing here yet.
news-question = A question to everybody
news-choices = Answers to choose from:
news-tell = Answer when you meet a moderator. This app can’t send answers yet.
news-write = A word to all members
news-write-hint = Every member’s app shows it
news-ask = A question to all members
news-text = Your text
news-language = Language you write it in
news-choices-field = Answers to choose from, one in each line
news-choices-hint = None is fine too.
news-send = Propose it
news-empty = Write something first.
news-too-many = At most 12 answers, each of at most 200 letters.

# Editing Help near me
helpedit-title = Edit “Help near me”
helpedit-what = The whole list as members will see it. It is there without a network, so keep it right.
helpedit-name = Name
helpedit-kind = What kind of help
helpedit-text = What they do, when they are open
helpedit-contact = How to reach them
helpedit-language = Language of this text
helpedit-add = Add another
helpedit-take-out = Take it out
helpedit-propose = Propose this list
helpedit-name-fault = Each needs a name.
helpedit-kind-health = Health
helpedit-kind-talk = Somebody to talk to
helpedit-kind-legal = Legal advice
helpedit-kind-housing = A place to stay
helpedit-kind-money = Money
helpedit-kind-company = Somebody to come along
helpedit-kind-translation = Translation
helpedit-kind-other = Something else
