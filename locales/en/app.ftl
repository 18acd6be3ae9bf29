# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Hide (close and lock) and Erase (wipe). Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = Hide
app-back = Back
