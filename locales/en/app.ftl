# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Hide (close and lock) and Erase (wipe). Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = Hide
app-back = Back

## When something does not work: one kind sentence each

trouble-offline = You are offline, or our server does not answer. Nothing is lost: what you wrote is kept on this phone and goes out later.
trouble-not-ours = Something else answered in place of our server. Perhaps this network asks you to log in first. Nothing is lost.
trouble-said-no = Our server said no this time. Nothing is lost. Try again in a while.
trouble-busy = Our server has too much to do right now. Nothing is lost. It works again in a few minutes.
trouble-full = This phone has no space left, so nothing more can be kept. Delete something you don’t need, then try again.
trouble-wrong-pin = That was not the PIN.
trouble-maybe-removed = This phone can’t open the newest alerts. Perhaps it was taken off the list; a moderator can tell you. What you have here stays readable.
trouble-clock = This phone’s date or time seems wrong. Set it right, then try again. Nothing is lost.
trouble-refused = What our server sent can’t be trusted, so it was not taken in ({ $name }). What you have here is still good.
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
check-looked-for = Looked for: { $values }
check-comparing = Comparing with hidden numbers…
check-hidden-not-compared = Hidden numbers could not be compared. The rest was.
check-exact = The same
check-probable = Probably the same. Ask a moderator.
check-part = A part of it fits
check-look = Looks alike
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
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } of 4
# $ago (String): 3 hours ago
alerts-as-of = You see what there was { $ago }.
alerts-last-word = Last sign from our moderators: { $ago }.
alerts-withheld =
    { $count ->
        [one] Our server keeps 1 entry back. A warning may be missing here. Tell a moderator.
       *[other] Our server keeps { $count } entries back. Warnings may be missing here. Tell a moderator.
    }
alerts-stale = Nothing from our moderators for two weeks. Newer warnings may be missing here. If you can, ask a moderator.
alerts-taken-back = Taken back.
alerts-taken-back-what = This warning does not count any more. You still see it so that you know.
alerts-ended = Ended.
alerts-ended-what = This warning was for a time that is over. It may be out of date.
alerts-so-far-short = One moderator so far.
alerts-so-far = A second moderator has not looked at it yet. It went out early because it may be urgent.
alerts-disputed = Disputed.
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
report-send-now-means = It goes to our moderators only. Nothing goes further before you have seen it and said yes.
report-step-by-step = Tell more first, one question at a time
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
identifiers-in-text = In what you wrote
identifiers-take-in = Add { $value }

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
        [one] Usually read, and the warning out, within 1 hour.
       *[other] Usually read, and the warning out, within { $count } hours.
    }
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
mine-disagree = If it is not right, say nothing, or write to them below.
mine-text-unreadable = They sent a text that this phone can’t show, so you can’t agree to it. Write to them, and ask for it again.
mine-letters = What they wrote
mine-more = What you can do
mine-release = The warning may go out now
mine-release-hint = If you asked to hold it
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
help-any-clinic = A hospital or a sexual health clinic must treat you. You need not say what your work is.
help-no-police-needed = You can ask for care without going to the police.
help-somebody-with-you = You can ask that somebody stays with you, for a woman doctor, and for a translator.
help-keep-clothes = If you may want proof one day: keep what you wore in a paper bag. You can decide later.

health-hours = If there was sex you did not agree to, no condom, or something in your drink, hours count.
health-pep = Against HIV: PEP, within 72 hours. The sooner the better.
health-contraception = Against pregnancy: emergency contraception, within 5 days. The sooner the better.
health-drugged = If you may have been drugged: don’t stay alone. Tests work for a day or two only.
health-where = A hospital emergency room or a sexual health clinic has these. You need not say what your work is.
