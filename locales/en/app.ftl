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
