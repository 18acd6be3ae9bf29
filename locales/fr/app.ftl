# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Cacher (Hide: close and lock) and Effacer (Erase: wipe). A report is un signalement, an alert une alerte, moderators la modération.
# Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = Cacher
app-back = Retour

## The app itself

app-home = Accueil
app-loading = Un instant…
app-not-loaded = Cette page ne s’est pas ouverte
app-not-loaded-why = Tu es peut-être hors ligne, ou il y a une nouvelle version de l’appli. Rouvre l’appli. Rien n’est perdu.
app-reload = Rouvrir
app-broken = Ce navigateur ne rend rien
app-broken-why = Ce que l’appli a gardé ici ne peut pas être lu en ce moment. Le téléphone est peut-être plein, ou c’est une fenêtre privée. Ferme les autres onglets et réessaie. Rien n’a été effacé.

## The first screen

welcome-title = Ici, on se prévient entre collègues.
welcome-no-police = Pas de police.
welcome-no-emergency = Ce n’est pas un numéro d’urgence : tout le monde dort peut-être.
welcome-telegram = Telegram peut voir que tu utilises ça, mais pas ce que tu écris ici.
welcome-never-type = Ne l’écris jamais dans le chat.
welcome-lost = Ce que cette appli gardait ici n’est plus là : ce téléphone ou son navigateur l’a effacé. Demande un nouveau code à la modération. Elle a les signalements envoyés ; ses réponses ne peuvent plus arriver sur ce téléphone.
welcome-lost-copied = Ce téléphone a effacé ce que l’appli gardait ici. Avec tes 12 mots, tout revient, tes signalements aussi.
welcome-words = J’ai mes 12 mots
welcome-erase-copy = Effacer ce qui reste
welcome-code = J’ai un code
welcome-help = De l’aide près de moi
welcome-language = Langue

## A PIN

pin-new = Nouveau PIN
pin-again = Le même PIN encore une fois
pin-same = PIN encore une fois
pin-again-why = Pour qu’une faute de frappe ne te bloque pas dehors.
pin-rule = Au moins 6 chiffres. Plus long, c’est plus sûr.
pin-keys = Chiffres
pin-delete = Enlever
pin-next = Suivant
pin-letters = Utiliser des lettres
pin-digits = Utiliser des chiffres
pin-fault-short = Trop court : au moins 6.
pin-fault-same = Trop facile à deviner : prends au moins trois chiffres différents.
pin-fault-run = Trop facile à deviner : pas de chiffres qui se suivent, comme 123456.
pin-fault-date = On dirait un anniversaire. Qui te connaît essaie ça en premier.
pin-not-alike = Les deux n’étaient pas pareils. Recommence.

## How long the app stays open

stay-title = Quand demander le PIN
stay-why = Tu peux changer ça plus tard, dans Sécurité. Cacher verrouille toujours tout de suite.
stay-0 = Chaque fois
stay-0-hint = Se verrouille une demi-minute après ton départ. Le mieux si d’autres utilisent ce téléphone.
stay-900 = Au bout de 15 minutes
stay-900-hint = Reste ouverte pendant tes allées et venues.
stay-28800 = Au bout de 8 heures
stay-28800-hint = Un seul PIN pour tes heures de travail. Qui a le téléphone déverrouillé peut lire cette appli.

## Coming in

join-title = Ton code
join-code = Code
join-code-hint = { $count ->
    [0] Tu peux le coller. Les majuscules, les espaces et les tirets ne comptent pas.
   *[other] { $count } sur 27
}
join-never-chat = N’envoie jamais un code dans un chat, même pas au bot : il ne servirait plus.
join-have-words = Pas de code, mais tes 12 mots ?
join-other-phone = J’ai mon autre téléphone avec moi
join-looking = On regarde le code…
join-code-short = Le code n’est pas complet : il a 27 lettres et chiffres, et là il y en a { $count }.
join-code-long = C’est trop long : un code a 27 lettres et chiffres, et là il y en a { $count }.
join-code-strange = Un code n’a que des lettres et des chiffres, et pas de U. Regarde encore.
join-code-wrong = Une lettre ou un chiffre est faux. Compare encore.
join-code-gone = Ce code ne marche plus : il a servi, a été annulé ou est trop vieux. Demandes-en un autre.
join-code-waits = Un téléphone de la modération doit d’abord renouveler ce code. Il est toujours à toi : réessaie dans quelques heures.
join-offline = Tu es hors ligne, ou notre serveur ne répond pas. Pour entrer, il faut une connexion. Rien n’a été gardé : réessaie quand tu en auras une.
join-not-kept = Ce navigateur ne garde rien : c’est peut-être une fenêtre privée, ou le téléphone est plein. Rien n’a été gardé. Essaie un autre navigateur.
join-refused = On ne peut pas se fier à ce que notre serveur a envoyé : tu n’es pas dans le groupe. Dis-le à qui t’a donné le code.
join-asked-title = On te demande de modérer
join-asked = La personne qui t’a donné ce code te demande d’aider à la modération. La modération lit tous les signalements et décide ensemble de ce qui sort. Ça prend du temps, et c’est parfois dur à lire.
join-asked-yes = Oui, je modère
join-asked-yes-hint = Tu entres comme tout le monde. Ensuite la modération te prend avec elle.
join-asked-no = Pas maintenant
join-asked-no-hint = Tu entres quand même. Tu peux dire oui plus tard, dans Collectif.
join-name-title = Un nom pour ici
join-name = Ton nom pour la modération
join-name-hint = La modération voit ce nom, les autres non. Ne mets ni ton vrai nom ni ton nom de travail.
join-name-other = Proposer un autre
join-pin-title = Choisis un PIN
join-pin-why = Il verrouille cette appli sur ce téléphone. Personne ne peut le changer à ta place.
join-coming = On te fait entrer
join-coming-hint = Ça prend d’habitude moins d’une minute. Laisse cette page ouverte.
join-reading = On lit ce qui est connu…
join-checking = { $count ->
    [one] On vérifie { $count } message…
   *[other] On vérifie { $count } messages…
}
join-locking = On verrouille avec ton PIN…
join-done = C’est fait

recover-title = Revenir avec tes 12 mots
recover-how = Téléphone perdu, cassé ou nouveau ? Avec ces mots, tu reviens ici sous le même nom. Pas besoin de code.
recover-never-chat = Ne les tape nulle part ailleurs.
recover-looking = On fait tes clés à partir des mots. Sur un vieux téléphone, ça prend un moment…
recover-count = { $count ->
    [one] Il y a { $count } mot. Il en faut 12.
   *[other] Il y a { $count } mots. Il en faut 12.
}
recover-word = Le mot { $place } n’est pas dans la liste. Compare-le avec ton papier.
recover-together = Ces 12 mots ne vont pas ensemble. L’un est un autre mot, ou l’ordre est faux.
recover-nothing = Rien n’est gardé sous ces mots. Compare-les encore. S’ils sont bons, leur téléphone n’a pas été en ligne après les avoir montrés, ou pas depuis un an. Alors demande un code.
recover-removed = Ces mots n’ouvrent rien de nouveau ici. Ton nom a peut-être été enlevé de la liste ; la modération peut te le dire.
recover-refused = On ne peut pas se fier à ce que notre serveur a envoyé : le retour n’a pas marché. Dis-le à la modération.
recover-back-title = Te revoilà
recover-back = Même nom, même place. Personne n’a été prévenu.
recover-gone = Ce qui était seulement sur l’ancien téléphone est perdu : les brouillons, et les réponses à tes signalements. Les signalements eux-mêmes sont à la modération.
recover-with-reports = Tes signalements et leurs réponses sont là aussi. Il ne manque que les brouillons.
recover-old-phone = Quelqu’un d’autre a peut-être ton ancien téléphone ? Appelle la modération : elle enlève ce nom de la liste, ce téléphone est alors dehors, et tu reçois un nouveau code.
recover-go-on = Continuer

beside-how = Sur ton autre téléphone, ouvre Sécurité, puis « Ajouter un téléphone, ou en changer ». Il montre un code.
beside-digits-title = Tape ces chiffres sur l’autre téléphone
beside-digits-why = Ils montrent que tu tiens les deux téléphones. Laisse cette page ouverte.
beside-late = Les dix minutes sont passées. Recommence sur l’autre téléphone.
beside-in-title = Ce téléphone est dedans
beside-in = Les deux téléphones, c’est toi maintenant : même nom, mêmes alertes.
beside-reports = Les signalements écrits sur l’autre téléphone restent là-bas, et leurs réponses aussi.

words-title = Mots de secours
words-why = Ces 12 mots ouvrent cette appli sur ce téléphone si tu oublies le PIN, et te font revenir sur un autre téléphone si tu perds celui-ci.
words-paper = Écris-les sur papier. Ne les prends pas en photo, et ne les tape pas dans une autre appli. Qui les a peut se faire passer pour toi.
words-alone = Quelqu’un regarde par-dessus ton épaule ? Alors fais-le plus tard.
words-show = Montrer les mots
words-later = Plus tard
words-written = Je les ai écrits
words-asked = Trois d’entre eux, pour vérifier
words-number = Mot { $number }
words-check = Vérifier
words-wrong = Un des mots n’est pas bon. Regarde ton papier, ou reviens en arrière et regarde encore.
words-keeping = On les garde…
words-kept = Tes mots de secours ouvrent cette appli. Garde le papier là où personne ne regarde.
words-elsewhere = Ils te font aussi revenir sur un autre téléphone.
words-elsewhere-later = Ils te feront aussi revenir sur un autre téléphone, quand un téléphone de la modération t’aura fait entrer et que celui-ci aura été en ligne.
words-pin-why = D’abord ton PIN, pour que personne d’autre ne voie les mots.

prefer-title = Zones et langues
prefer-here-only = Gardé sur ce téléphone seulement. Personne d’autre ne voit tes choix.
prefer-areas = Où tu travailles
prefer-areas-hint = Alertes ne montre alors que celles-ci, et tout d’un seul geste. N’en choisis aucune pour tout voir. Vérifier cherche toujours partout, et ce qui est très dangereux est toujours montré.
prefer-languages = Langues que tu lis
prefer-languages-hint = Les alertes dans d’autres langues sont montrées aussi, avec une marque.

## Home

home-title = De quoi as-tu besoin ?
home-check = Vérifier
home-check-hint = Ce numéro, cette plaque, cette tête, c’est connu ?
home-report = Signaler
home-report-hint = Raconte ce qui s’est passé. Tu peux arrêter quand tu veux.
home-alerts = Alertes
home-alerts-hint = Ce dont les autres préviennent
home-more = Plus
home-mine = Mes signalements
home-begun =
    { $count ->
        [one] Tu as commencé un signalement
       *[other] Tu as commencé { $count } signalements
    }
home-asked = { $count ->
    [one] { $count } t’attend
   *[other] { $count } t’attendent
}
home-desk = Modération
home-collective = Collectif
home-safety = Sécurité
home-help = De l’aide près de moi
home-fetching = On cherche du nouveau…
home-never = Pas encore de nouvelles
home-synced = Nouvelles : { $ago }
home-alerts-count = { $count ->
    [0] aucune alerte
    [one] { $count } alerte
   *[other] { $count } alertes
}
home-offline = hors ligne
home-offline-telegram = Tu es hors ligne. Laisse l’appli ouverte : dans Telegram elle ne peut pas se rouvrir sans connexion. Sécurité dit où elle peut.
home-fetch = Chercher du nouveau
home-words = Tu aides à la modération. Écris tes mots de secours aujourd’hui : sans eux, un PIN ou un téléphone perdu est perdu pour toujours.
home-words-now = Les écrire maintenant
home-trouble = Pas de nouvelles : { $sentence }
home-refused-desk = Quelque chose n’a pas été pris, car on ne peut pas s’y fier. Si ça revient, parles-en avec le reste de la modération, hors de cette appli.
home-withheld-desk = Notre serveur ne donne pas tout à ce téléphone. Il manque peut-être quelque chose ici. Demande au reste de la modération si c’est pareil pour eux.
home-stale-desk = Depuis deux semaines, trop peu de téléphones de la modération se sont réveillés. Ce qui est ici est peut-être dépassé. Demande au reste de la modération d’ouvrir cette appli.
home-refused = { $count ->
    [one] { $count } message n’a pas été pris, car on ne peut pas s’y fier. Préviens la modération.
   *[other] { $count } messages n’ont pas été pris, car on ne peut pas s’y fier. Préviens la modération.
}
home-withheld = { $count ->
    [one] { $count } message n’arrive pas jusqu’à ce téléphone. Il manque peut-être quelque chose ici. Préviens la modération.
   *[other] { $count } messages n’arrivent pas jusqu’à ce téléphone. Il manque peut-être quelque chose ici. Préviens la modération.
}
home-stale = Aucun signe de la modération depuis { $count } jours. Ce qui est ici est peut-être dépassé. Demande à quelqu’un de la modération.
home-healing = Notre serveur a perdu des données, et les téléphones de tout le monde les lui rendent. D’ici là, ce que tu envoies attend sur ce téléphone.
home-clock = L’heure de ce téléphone et celle de notre serveur diffèrent de { $count } minutes. Mets ce téléphone à l’heure automatique.
home-waits = C’est bon, tu peux lire, vérifier et signaler. Un téléphone de la modération doit encore te faire entrer pour de bon ; ça se fait tout seul.
home-willing = Tu as dit oui à la modération. Elle le voit et décide ensemble. D’ici là, rien à faire : quand tu en feras partie, ce sera dit ici.
home-promoted = Tu fais maintenant partie de la modération. Les signalements y arrivent, et tu décides avec les autres.
home-promoted-desk = Ouvrir la modération
home-alarm-gate = Il y a un problème avec les clés de notre serveur : qui a fait les dernières peut fermer la porte à d’autres. Dis-le à quelqu’un de la modération en qui tu as confiance, hors de cette appli.
home-alarm-cover = Il y a un problème avec les dernières clés : certaines personnes ne peuvent pas ouvrir ce qui arrive maintenant. Dis-le à quelqu’un de la modération en qui tu as confiance, hors de cette appli.
home-alarm-desk = Il y a un problème avec la clé qui ferme les signalements : toute la modération ne peut pas les ouvrir. Dis-le à quelqu’un de la modération en qui tu as confiance, hors de cette appli.

## The lock

locked-title = Verrouillé
locked-pin = PIN
locked-open = Ouvrir
locked-opening = Ouverture…
locked-full = Ce téléphone est plein. Supprime quelques photos ou d’autres choses inutiles, puis réessaie.
locked-forgot = PIN oublié
locked-erase = Effacer
locked-wait = { $count ->
    [one] Trop d’essais ratés. Attends { $count } minute. Rien n’est effacé.
   *[other] Trop d’essais ratés. Attends { $count } minutes. Rien n’est effacé.
}

opening-newest = Alertes les plus récentes
opening-more = Les autres sont en cours d’ouverture…
opening-check = La vérification répond dès que toutes les alertes sont ouvertes. D’ici là elle ne dit rien : une partie ne suffit pas.
opening-soon = Cela s’ouvre dès que tout est prêt.

forgot-title = PIN oublié
forgot-how = Tes 12 mots de secours l’ouvrent aussi. Ensuite tu choisis un nouveau PIN.
forgot-words = Les 12 mots, avec des espaces entre eux
forgot-twelve = Ce ne sont pas 12 mots.
forgot-wrong = Ces mots n’ouvrent pas cette appli. Compare-les avec ton papier.
forgot-new-pin = Un nouveau PIN
forgot-no-words = Pas de mots ? Alors personne ne peut l’ouvrir, même pas nous. Tu peux l’effacer, et entrer à nouveau avec un autre code.

elsewhere-title = Ouverte dans un autre onglet
elsewhere-why = Cette appli est ouverte dans un autre onglet ou une autre fenêtre. Deux à la fois se gêneraient.
elsewhere-here = L’utiliser ici
elsewhere-waiting = L’autre se ferme…
elsewhere-failed = L’autre onglet ne se ferme pas. Ferme-le toi-même, puis réessaie.

erase-title = Effacer
erase-next = Continuer
erase-does-title = Ce que ça fait
erase-does = Tout ce que cette appli a sur ce téléphone disparaît : alertes, tes signalements, brouillons, clés, ton PIN.
erase-does-not-title = Ce que ça ne fait pas
erase-not-sent = Ce que tu as envoyé reste à la modération.
erase-not-membership = Tu restes sur la liste jusqu’à ce que la modération t’enlève. Si tu as noté tes 12 mots, ils te ramènent toujours ici : détruis le papier si tu ne veux pas ça. Sans eux, il te faut un nouveau code.
erase-not-telegram = Le chat dans Telegram reste. Supprime-le là aussi, et regarde la liste des appareils dans Telegram.
erase-not-copies = Si quelqu’un a copié ce téléphone avant, ces copies restent.
erase-sure = Tout effacer ?
erase-for-good = C’est pour toujours. Ce qui n’est que sur ce téléphone, comme les brouillons, rien ne peut le ramener.
erase-now = Tout effacer maintenant
erase-keep = Garder
erase-erasing = On efface…

## Safety

safety-title = Sécurité
safety-pin = Changer le PIN
safety-pin-hint = Si quelqu’un a pu le voir
safety-duress = Un PIN qui efface
safety-duress-hint = Si on te force à ouvrir cette appli
safety-stay = Quand demander le PIN
safety-stay-hint = Chaque fois, après 15 minutes, après 8 heures
safety-words = Mots de secours
safety-words-hint = Si tu oublies le PIN ou perds ce téléphone
safety-device = Ajouter un téléphone, ou en changer
safety-device-hint = Sur deux téléphones, ou sur un nouveau
safety-compare = Comparer avec quelqu’un
safety-compare-hint = Vous recevez la même chose ?
safety-pings = Me prévenir dans Telegram
safety-pings-hint = « 1 nouveauté », et rien de plus
safety-prefer = Zones et langues
safety-prefer-hint = Où tu travailles, ce que tu lis
safety-offline = Sans connexion
safety-offline-hint = Où cette appli s’ouvre hors ligne
safety-language = Langue de l’appli
safety-language-hint = Les mots sur les boutons
safety-erase = Effacer
safety-done = C’est fait
safety-change = Changer le PIN
safety-changed = C’est changé. L’ancien PIN n’ouvre plus rien.
safety-pin-now = Ton PIN actuel
safety-old-pin = Maintenant, ton PIN actuel
safety-old-pin-why = Pour que personne d’autre ne le change.
safety-other-pin = Celui-ci ne peut pas servir. Reviens en arrière et choisis-en un autre.
safety-wait = Trop d’essais ratés. Attends quelques minutes. Rien n’est effacé.
safety-language-why = Ce que les gens ont écrit reste dans leur langue.
safety-version = Version { $version }, build { $build }. Quelqu’un avec un ordinateur peut la comparer : parasol verify.
safety-data = Données utilisées pour les nouvelles et les messages ce mois-ci : environ { NUMBER($now) } Mo. Le mois dernier : { NUMBER($before) } Mo.
safety-limits = N’importe qui peut prendre un écran en photo. Un téléphone volé et déverrouillé peut être lu. Qui fournit cette appli pourrait en fournir une mauvaise.

duress-title = Un PIN qui efface
duress-what = Un deuxième PIN. Si on te force à ouvrir cette appli, donne celui-ci : tout est effacé tout de suite, comme si personne n’était jamais entré ici.
duress-gone = C’est pour toujours. On ne te demande pas de confirmer. Les signalements envoyés restent à la modération ; le reste est perdu. Si tu as noté tes 12 mots, ils te ramènent toujours ici.
duress-not-hidden = Ça n’aide pas contre qui a déjà copié ce téléphone, ou qui sait que tu utilises cette appli et demande où elle est passée.
duress-unknown = Personne ne peut voir si un tel PIN existe, même pas cette page.
duress-set = Mettre ce PIN
duress-off = Je n’en veux pas
duress-new = Le PIN qui efface
duress-different = Il doit être différent de ton PIN à au moins trois endroits, ou être plus long ou plus court.
duress-sure-why = Ton propre PIN, pour que personne d’autre n’en mette un. Ensuite, le nouveau efface tout dès qu’on le tape.
duress-off-why = Ton propre PIN. Ensuite, aucun PIN n’efface rien.
duress-is-on = Il est en place. Dès qu’on le tape, ici ou pour ouvrir, tout est effacé.
duress-is-off = Il n’y en a pas maintenant.

compare-title = Comparer avec quelqu’un
compare-how = Voyez-vous, ou appelez-vous. Ouvrez cette page sur les deux téléphones et lisez à voix haute.
compare-making = On prépare les mots…
compare-number = Numéro { $number }
compare-same = Si le numéro est le même, les mots doivent être les mêmes. Un numéro plus petit veut juste dire qu’un des téléphones a de vieilles nouvelles.
compare-different = Même numéro, autres mots ? Alors les deux téléphones ne reçoivent pas la même chose. Ne te fie pas à cette appli avant d’avoir demandé à la modération, hors de l’appli.

device-title = Ajouter un téléphone, ou en changer
device-why = Sur l’autre téléphone, ouvre cette appli, touche « J’ai un code », puis « J’ai mon autre téléphone avec moi ». Ensuite, les deux téléphones, c’est toi.
device-stay = Les signalements écrits ici restent ici : seul ce téléphone voit leurs réponses. Si tu changes de téléphone, attends ces réponses avant d’effacer celui-ci.
device-alone = Fais-le là où personne ne voit aucun des deux écrans.
device-show = Montrer le code
device-pin-why = D’abord ton PIN : qui fait ça laisse entrer un téléphone à ta place.
device-code-title = Un code pour ton autre téléphone
device-code-how = Tape-le sur l’autre téléphone, ou copie-le avec son appareil photo. Il montre ensuite six chiffres : tape-les ici.
device-digits = Les six chiffres de l’autre téléphone
device-digits-hint = Seulement d’un téléphone que tu tiens en main. Jamais des chiffres que quelqu’un te dit.
device-digits-wrong = Il y a six chiffres. Tape-les comme ils sont sur l’autre téléphone.
device-give = Le laisser entrer
device-waiting = On attend ton autre téléphone…
device-taken = Ton autre téléphone l’a.
device-not-yours = Ce n’était pas ton téléphone ? Appelle tout de suite la modération : elle enlève ce nom de la liste.
device-late = Personne ne l’a pris en une minute. Recommence.
device-not-yet = Un téléphone de la modération doit d’abord te faire entrer. Réessaie plus tard.

pings-title = Me prévenir dans Telegram
pings-what = Le bot dit alors « 1 nouveauté », et rien de plus. Ce n’est pas obligatoire : tout marche sans.
pings-knows = Telegram sait alors que ton compte utilise ce bot. Qui s’occupe du bot le sait aussi. Ni l’un ni l’autre ne voit ce que tu lis ou écris.
pings-bot = Le nom du bot, si tu le connais
pings-bot-hint = Ça donne un lien à toucher. Ce téléphone ne connaît pas le nom.
pings-bot-wrong = Un nom de bot n’a que des lettres, des chiffres et _.
pings-other = Un autre bot ? Son nom
pings-other-hint = Chaque bot voit quel compte lui écrit. Si la modération t’a donné un autre nom, écris celui-là.
pings-how = Copie cette ligne, va dans le chat avec le bot, et envoie exactement ça :
pings-how-link = Copie ce lien et ouvre-le dans Telegram :
pings-open = Ouvrir le bot
pings-tap = Touche « Ouvrir le bot », puis Démarrer. Ce doit être le bot que tu connais : { $bot }
pings-desk-title = Pour la modération : quand quelque chose attend
pings-desk-hint = Un signal à toi, pendant ta permanence
pings-desk-what = Le bot dit alors « 1 nouveauté » aussi quand quelque chose attend la modération.
pings-desk-knows = Avec ça, Telegram et qui s’occupe du bot apprennent que ce compte modère.
pings-desk-without = Sans ça tout marche aussi : ce qui attend se voit dès que tu ouvres l’appli.
pings-desk-agree = Je le sais. Montrer
pings-copy = Copier
pings-copied = Copié
pings-not-copied = La copie n’a pas marché. Appuie longtemps dessus, et copie toi-même.
pings-ends = Ça marche quelques jours, et c’est à refaire tous les deux mois environ. /leave dans le chat y met fin.
# Without a connection
offline-telegram = Dans Telegram, cette appli ne peut pas s’ouvrir sans connexion : Telegram la recharge à chaque fois. Tant qu’elle est ouverte, elle continue de marcher.
offline-browser = Dans un navigateur de ce téléphone, elle peut. Ouvre là-bas cette adresse :
offline-own-code = Ça compte comme un autre téléphone : il lui faut son propre code. Ce qui est ici n’y passe pas.
offline-install = Dans un navigateur, choisis « Installer » ou « Ajouter à l’écran d’accueil » dans son menu. Dès lors elle s’ouvre sans connexion.
offline-check = Vérifier répond alors avec ce que ce téléphone a reçu en dernier, et dit de quand ça date. Ce que tu envoies part à la prochaine connexion.

## When something does not work: one kind sentence each

trouble-offline = Tu es hors ligne, ou notre serveur ne répond pas. Rien n’est perdu : ce que tu as écrit est gardé sur ce téléphone et part plus tard.
trouble-not-ours = Autre chose a répondu à la place de notre serveur. Ce réseau te demande peut-être de te connecter d’abord. Rien n’est perdu.
trouble-said-no = Notre serveur a dit non cette fois. Rien n’est perdu. Réessaie dans un moment.
trouble-busy = Notre serveur a trop à faire en ce moment. Rien n’est perdu. Ça remarche dans quelques minutes.
trouble-full = Ce téléphone n’a plus de place, on ne peut plus rien garder. Supprime quelque chose d’inutile, puis réessaie.
trouble-storage = Ce téléphone n’a pas gardé quelque chose, ou ne le rend pas. Ferme l’appli, rouvre-la, et regarde si c’est là.
trouble-wrong-pin = Ce n’était pas le PIN.
trouble-maybe-removed = Ce téléphone ne peut pas ouvrir les dernières alertes. Il a peut-être été enlevé de la liste ; la modération peut te le dire. Ce que tu as ici reste lisible.
trouble-clock = La date ou l’heure de ce téléphone semble fausse. Corrige-la, puis réessaie. Rien n’est perdu.
trouble-refused = On ne peut pas se fier à ce que notre serveur a envoyé, ça n’a donc pas été pris. Ce que tu as ici est toujours bon.
trouble-too-old = Cette application est trop ancienne pour nos règles, elle ne lit donc rien de nouveau. Ferme-la et rouvre-la pour avoir la nouvelle. Ce que tu as ici reste lisible.
trouble-not-allowed = Ça ne peut pas se faire, ou plus maintenant. Reviens en arrière et regarde encore.
trouble-bad-input = Quelque chose là-dedans ne peut pas être lu. Regarde encore, ou laisse-le de côté.
trouble-unknown = Quelque chose n’a pas marché ici. Rien de ce que tu as envoyé n’est perdu. Ferme l’appli, rouvre-la et réessaie.

## How long ago

ago-now = à l’instant
ago-minutes =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
ago-hours =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-days =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
ago-months =
    { $count ->
        [one] il y a { $count } mois
       *[other] il y a { $count } mois
    }

## Check

check-title = Vérifier
check-field = Un numéro, une plaque, un nom, un lien ou une voiture
check-hint = Colle ce que tu veux. Une voiture : camionnette blanche, plaque finit par KX
check-stays-here = Ce que tu tapes reste sur ce téléphone. Ça marche sans réseau.
watch-tell = Me le dire si c’est signalé plus tard
watch-hint = Gardé sur ce téléphone seulement, derrière ton PIN : les 20 derniers que tu marques. La première page le dira.
watch-listed = Signalé depuis que tu as vérifié :
watch-look = Lire l’alerte
watch-enough = Ne plus montrer ça
check-looked-for = Cherché : { $values }
check-as-name = { $value }, comme nom ou pseudo
check-comparing = On compare avec les numéros cachés…
check-hidden-not-compared = On n’a pas pu comparer avec les numéros cachés. Le reste, oui.
check-exact = C’est le même
check-probable = Probablement le même. Demande à la modération. D’ici là, fais comme si c’était le même.
check-part = Une partie correspond
check-look = Ça ressemble
check-other-plate = Ça ressemble, mais avec une autre plaque
check-more =
    { $count ->
        [one] Et { $count } de plus. Donne plus de détails pour trouver le bon.
       *[other] Et { $count } de plus. Donne plus de détails pour trouver le bon.
    }
# $areas (String): areas, with commas, or the name of the collective
check-no-record =
    { $count ->
        [0] On n’a aucune alerte, { $areas }. Ça ne veut pas dire que c’est sûr.
        [one] Rien dans notre seule alerte, { $areas }. Ça ne veut pas dire que c’est sûr.
       *[other] Rien dans nos { $count } alertes, { $areas }. Ça ne veut pas dire que c’est sûr.
    }
# $since (String): a month and a year
check-no-record-since =
    { $count ->
        [0] On n’a aucune alerte, { $areas }, depuis { $since }. Ça ne veut pas dire que c’est sûr.
        [one] Rien dans notre seule alerte, { $areas }, depuis { $since }. Ça ne veut pas dire que c’est sûr.
       *[other] Rien dans nos { $count } alertes, { $areas }, depuis { $since }. Ça ne veut pas dire que c’est sûr.
    }

## Alerts

alerts-title = Alertes
alerts-fetch = Chercher du nouveau
alerts-fetching = On cherche…
alerts-area = Zone
alerts-all-areas = Toutes les zones
alerts-severity = Quel danger
alerts-all = Toutes
# $severity (String): Dangerous
alerts-from = { $severity } ou pire
alerts-none = Pas d’alertes en ce moment.
alerts-none-such = Pas d’alertes de ce genre en ce moment.
alerts-not-safe = Ça ne veut pas dire que c’est sûr.
alerts-count =
    { $count ->
        [one] { $count } alerte, la plus récente d’abord
       *[other] { $count } alertes, les plus récentes d’abord
    }
alerts-more = Montrer plus
alerts-yours =
    { $count ->
        [one] Tes zones : { $areas }. { $count } autre n’est pas montrée.
       *[other] Tes zones : { $areas }. { $count } autres ne sont pas montrées.
    }
alerts-show-all = Tout montrer
alerts-everywhere = Toutes les zones sont montrées.
alerts-only-yours = Seulement mes zones
alerts-other-language = Texte en { $language }
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } sur 4
# $ago (String): 3 hours ago
alerts-as-of = Dernière mise à jour : { $ago }.
alerts-last-word = Dernier signe de la modération : { $ago }.
alerts-withheld =
    { $count ->
        [one] Notre serveur retient { $count } entrée. Il manque peut-être une alerte ici. Préviens la modération.
       *[other] Notre serveur retient { $count } entrées. Il manque peut-être des alertes ici. Préviens la modération.
    }
alerts-stale = Rien de la modération depuis deux semaines. Il manque peut-être de nouvelles alertes ici. Si tu peux, demande à la modération.
alerts-taken-back = Retirée
alerts-taken-back-what = Cette alerte ne compte plus. Tu la vois encore pour que tu le saches.
alerts-ended = Terminée
alerts-ended-what = Cette alerte valait pour un temps qui est passé. Elle est peut-être dépassée.
alerts-so-far-short = Validée par une seule personne pour l’instant
alerts-so-far = Une deuxième personne de la modération ne l’a pas encore regardée. Elle est sortie plus tôt car c’est peut-être urgent.
alerts-disputed = Mise en doute
alerts-disputed-what = Quelqu’un dit qu’elle n’est pas juste, et on regarde ça.
alerts-corrected-short = Corrigée
alerts-corrected = Corrigée { $ago }
alerts-said-before = Avant, elle disait :
alerts-published = Publiée { $ago }.
alerts-approved-by =
    { $count ->
        [one] Approuvée par { $count } personne de la modération.
       *[other] Approuvée par { $count } personnes de la modération.
    }
alerts-can-be-faked = Les numéros changent de mains et peuvent être truqués.
alerts-gone = Plus ici
alerts-gone-why = Cette alerte a été effacée, ou n’est pas arrivée sur ce téléphone.

## Report

report-title = Signaler
report-kinds = Qu’est-ce qui s’est passé ?
report-health = Ce qui ne peut pas attendre
report-consent = Qui peut le savoir ?
report-relationship = C’est arrivé à qui ?
report-when = C’était quand ?
report-area = C’était où ?
report-place = Dans quel genre d’endroit ?
report-contact = Comment s’est fait le contact ?
report-people = Combien de personnes ?
report-persons = À quoi ressemblaient ces personnes ?
report-identifiers = Numéros, noms, liens, plaques
report-vehicles = Il y avait une voiture ou un autre véhicule ?
report-happened = Ce qui s’est passé, avec tes mots
report-pattern = Comment ça a commencé ?
report-injuries = As-tu des blessures ?
report-ongoing = Y a-t-il encore un danger ?
report-support = Tu veux de l’aide pour quelque chose ?
report-review = Ce que tu as dit

report-nobody-asks = Choisis une chose ou plus. Tout le reste peut attendre, et tu peux ne pas le dire. Personne ne demande de preuves.
report-send-now = Envoyer, en dire plus après
report-send-now-means = Seulement à la modération. Rien ne va plus loin sans ton accord.
report-step-by-step = En dire plus d’abord, pas à pas
report-send-added = Envoyer ce que j’ai ajouté
report-send = Envoyer
report-send-and-keep = Envoyer, et garder ma copie ici
report-send-and-keep-hint = Dans cette appli, derrière ton PIN
report-next = Suivant
report-skip = Passer
report-progress = Question { $at } sur { $of }. Tu peux toutes les passer.
report-kept = Gardé au fur et à mesure. Tu peux arrêter quand tu veux.
report-not-kept = Ce que tu as écrit en dernier n’a pas pu être gardé sur ce téléphone.
# $kinds (String): what happened, of a report that was begun
report-go-on = Continuer : { $kinds }
report-no-kind-yet = Pas encore dit
report-dont-know = Je ne sais pas
report-change = Changer
report-take-out = Enlever
report-review-hint = Relis. Rien ici n’a besoin d’être complet.
report-too-much = C’est plus que ce qui tient dans un signalement. Raccourcis ce que tu as écrit. Rien n’est perdu.
report-own-words = Pour la modération seulement. Tes mots ne sortent jamais. Dans n’importe quelle langue.
report-happened-field = Écris autant ou aussi peu que tu veux
report-pattern-field = Les premiers mots dits ou écrits, ce qui a été proposé, le comportement
report-injuries-field = Seulement si tu veux le dire
report-language = Langue dans laquelle tu écris
report-room-left =
    { $count ->
        [one] Encore { $count } lettre de place
       *[other] Encore { $count } lettres de place
    }

report-person-n = Personne { $n }
report-another-person = Décrire une autre personne
report-vehicle-n = Véhicule { $n }
report-another-vehicle = Ajouter un autre véhicule

person-q-role = C’était qui ?
person-q-gender = Homme, femme…
person-q-age = Âge
person-q-height = Taille
person-q-build = Corpulence
person-q-hair = Cheveux
person-q-eyes = Yeux
person-q-marks = Ce qui se remarque
person-q-weapon = Arme
person-q-ethnicity = Aspect, selon toi
person-q-names = Noms utilisés
person-q-names-hint = Plusieurs : avec des virgules
person-q-accent = Accent
person-q-languages = Langue parlée
person-q-detail = Autre chose (la modération seulement)

vehicle-q-type = C’était quoi ?
vehicle-q-colour = Couleur
vehicle-q-marks = Ce qui se remarque
vehicle-q-make = Marque, comme Ford
vehicle-q-model = Modèle, comme Transit
vehicle-q-detail = Autre chose (la modération seulement)

consent-own-words = Tes propres mots restent à la modération. Toujours.
consent-peers = Prévenir les autres
consent-peers-hint = La modération peut écrire une alerte. Elle ne dit jamais qui a parlé.
consent-moderators = La modération seulement
consent-moderators-hint = Rien n’en est publié.
consent-nothing-said = Si tu ne choisis pas : rien ne sort avant que tu l’aies vu et dit oui.
consent-wishes = Et si tu veux
consent-show-first-wish = Me montrer l’alerte avant qu’elle sorte
consent-hold-wish = Attendre que je dise oui
consent-hold-hint = Par exemple le temps d’être en lieu sûr.
consent-no-figures-wish = Ne pas le compter
consent-no-figures-hint = Sinon, ça compte dans nos chiffres, sans aucun détail.
# $alias (String): the name she has here
consent-signed = Montrer à la modération mon nom d’ici : { $alias }
consent-signed-hint = Sinon, elle ne voit aucun nom.
# The same, in a list of what she said
consent-not-said = pas dit, donc je vois tout avant
consent-show-first = je vois l’alerte avant
consent-hold = attendre que je dise oui
consent-no-figures = ne pas le compter

when-today = Aujourd’hui
when-yesterday = Hier ou cette nuit
when-this-week = Il y a quelques jours
when-this-month = Ce mois-ci
when-another-day = Un autre jour
when-what-time = Vers quelle heure ?

area-other = Ailleurs
area-hint = Le quartier suffit. Pas d’adresse.

identifiers-field = Colle ou tape tout ce que tu as
identifiers-hint = Un numéro, un nom dans une appli, un lien, une plaque, tout un chat. On les y trouve. Un bout suffit : plaque finit par KX
identifiers-noted = Noté
identifiers-none-found = Rien trouvé là-dedans. Si tu peux, dis ce que c’est :
identifiers-type = C’est quoi ?
identifiers-part = En entier, ou un bout ?
identifiers-whole = En entier
identifiers-add = L’ajouter
identifiers-cannot = Ça ne peut pas être ça. Choisis autre chose, ou laisse : tu peux l’écrire avec tes mots.
identifiers-in-text = Tu as écrit ceci. L’ajouter ?
identifiers-in-text-why = C’est seulement ainsi que d’autres pourront le vérifier, si une alerte sort.
identifiers-take-in = Ajouter { $value }
identifiers-rest = Dans le champ des numéros, il y a aussi d’autres mots. Ceux-là ne partent pas.
identifiers-rest-keep = Tout mettre dans « Ce qui s’est passé »
identifiers-rest-keep-hint = Tes mots, pour la modération seulement. Les numéros restent notés.

## After a report was sent

sent-title-here = Gardé, part bientôt
sent-title-taken = Envoyé
sent-title-received = Reçu
sent-title-added = Ce que tu as ajouté
sent-here = C’est à l’abri sur ce téléphone, et ça part dès qu’il y a une connexion. Tu peux fermer l’appli ; rouvre-la plus tard.
sent-taken = C’est parti de ce téléphone, bien fermé. Quand un téléphone de la modération l’aura, ici ce sera écrit Reçu.
sent-received = Un téléphone de la modération l’a.
sent-maybe-nobody-awake = Tout le monde dort peut-être en ce moment.
# The collective's own figure, from a report's arrival to its warning
sent-hours =
    { $count ->
        [one] D’habitude lu en moins de { $count } heure.
       *[other] D’habitude lu en moins de { $count } heures.
    }
sent-asks-you = Aucune alerte ne sort avant que tu l’aies vue et dit oui. Regarde dans Mes signalements.
sent-sending = Envoi…
sent-tell-more = En dire plus
sent-done = Fini pour l’instant
sent-kept = Ce que tu as écrit est gardé dans cette appli, derrière ton PIN, pour que tu puisses en ajouter.
sent-forget-words = J’ai tout dit. Ne pas le garder ici

## My reports

mine-title = Mes signalements
mine-new = Nouveau signalement
mine-look = Chercher des réponses
mine-none = Tu n’as envoyé aucun signalement depuis ce téléphone.
mine-begun = Commencé, pas envoyé
mine-added-not-sent = Ce que tu as ajouté n’est pas encore envoyé
mine-forget-copy = Ne pas garder ma copie ici
mine-go-on = Continuer
mine-throw-away = Le jeter
mine-throw-away-sure = Oui, le jeter pour toujours
mine-asked-question = Il y a une question pour toi
mine-asked-text = On te montre un texte
mine-waiting = Ce que tu as fait en dernier n’est pas encore parti de ce téléphone. Ça part à la prochaine connexion.
mine-sent-ago = Écrit { $ago }
mine-only-here = Seul ce téléphone sait qu’ils sont à toi.
mine-gone = Plus ici
mine-have-0 = Aucun téléphone de la modération ne l’a encore.
mine-have-1 = Une personne de la modération l’a.
mine-have-2 = Deux personnes de la modération ou plus l’ont.
mine-they-ask = On te demande
mine-need-not-answer = Tu n’as pas à répondre.
mine-your-answer = Ta réponse
mine-send-answer = Envoyer la réponse
mine-text = Ce que les autres liraient
mine-text-asked = Rien ne sort avant que tu dises oui. Ça te va comme ça ?
mine-agree = Oui, exactement ça
mine-agree-hint = Si un mot change, on doit te redemander.
mine-change = Non, à changer
mine-disagree = Si ça ne va pas, ne dis rien, ou écris à la modération plus bas.
mine-text-unreadable = On t’a envoyé un texte que ce téléphone ne peut pas montrer, tu ne peux donc pas dire oui. Écris à la modération, et redemande-le.
mine-letters = Ce qui a été écrit
mine-they-wrote = La modération, { $ago }
mine-you-wrote = Toi, { $ago }
mine-more = Ce que tu peux faire
mine-release = L’alerte peut sortir
mine-release-hint = Tu as demandé d’attendre
mine-write = Écrire à la modération
mine-message = Ton message
mine-send-message = Envoyer
mine-correct = Corriger, ou en dire plus
mine-correct-hint = Ce que tu envoies remplace ce que la modération a.
mine-correct-anew = Tes mots ne sont plus gardés sur ce téléphone. Ce que tu envoies remplace ce que la modération a : raconte donc tout à nouveau, ou écris-lui plutôt.
mine-copy = Ma copie
mine-copy-hint = Montrée ici, derrière ton PIN
mine-no-copy = Pas gardé sur ce téléphone : la modération l’a.
mine-save = Enregistrer un fichier
mine-save-warning = Un fichier n’est pas verrouillé. Qui ouvre ce téléphone, et peut-être d’autres applis, peut le lire. Dans Telegram, il ne se passera peut-être rien.
mine-save-sure = L’enregistrer quand même
mine-withdraw = Le retirer
mine-withdraw-what = On n’en fait plus rien, et aucune alerte ne sort. Ce qui est déjà sorti, seule la modération peut le retirer. On ne peut pas revenir en arrière.
mine-withdraw-sure = Oui, le retirer
mine-forget = L’oublier sur ce téléphone
mine-forget-what = Il disparaît de ce téléphone. Tu ne pourras plus répondre, le corriger, le retirer, ni en avoir des nouvelles. La modération garde ce qu’elle a.
mine-forget-not-sent = Une partie n’a PAS encore été envoyée. Si tu l’oublies maintenant, personne ne la recevra.
mine-forget-sure = Oui, l’oublier

status-here = Sur ce téléphone, pas encore envoyé
status-withdrawing = Tu l’as retiré. Ça n’est pas encore parti de ce téléphone.
status-sent = Envoyé. Pas encore arrivé à la modération
status-received = Reçu
status-claimed = Quelqu’un de la modération s’en occupe
status-needs-info = Il y a une question pour toi
status-answered = Ta réponse est arrivée
status-shown = On te montre d’abord le texte
status-agreed = Tu as dit oui au texte
status-approved = Approuvé, pas encore sorti
status-held = En attente de ton oui
status-so-far = L’alerte est sortie, validée par une seule personne pour l’instant
status-published = L’alerte est sortie
status-declined = Il n’y aura pas d’alerte
status-merged = Réuni avec un autre signalement sur la même chose
status-withdrawn = Tu l’as retiré
status-retracted = L’alerte a été retirée
status-other = On s’en occupe

## Help near me

help-title = De l’aide près de moi
help-no-emergency-line = On n’est pas un numéro d’urgence. Tout le monde dort peut-être.
help-in-danger = Si tu es en danger maintenant : va là où il y a du monde, appelle quelqu’un de confiance. Le numéro d’urgence fait venir une ambulance ; il peut aussi faire venir la police.
help-health = Ta santé
help-from-us = Cette liste est tenue par la modération. Elle marche sans réseau.
help-no-list = La modération n’a pas encore fait de liste.
help-before-joining = Quand tu seras dans le groupe, il y aura ici une liste d’endroits près de toi.
help-in-language = En { $language }
help-anywhere = Partout
help-any-clinic = Un hôpital ou un centre de santé sexuelle peut te soigner. Tu n’as pas à dire ton travail.
help-no-police-needed = Tu peux demander des soins sans aller à la police.
help-somebody-with-you = Tu peux demander que quelqu’un reste avec toi, une femme médecin, et que quelqu’un traduise.
help-keep-clothes = Si un jour tu veux des preuves : garde ce que tu portais dans un sac en papier. Tu pourras décider plus tard.

health-hours = S’il y a eu du sexe sans ton accord, sans capote, ou quelque chose dans ton verre, les heures comptent.
health-pep = Contre le VIH : le TPE (PEP), dans les 72 heures. Le plus tôt est le mieux.
health-contraception = Contre une grossesse : la pilule d’urgence, dans les 5 jours. Le plus tôt est le mieux.
health-drugged = Si on t’a peut-être fait prendre une drogue : reste avec quelqu’un. Les tests ne marchent qu’un jour ou deux.
health-where = Les urgences d’un hôpital ou un centre de santé sexuelle en ont. Tu n’as pas à dire ton travail.

## The desk: for moderators

desk-title = Modération
desk-only-moderators = Cette page est pour la modération.
desk-none = Rien ne t’attend.
desk-none-hint = Les nouveaux signalements arrivent tout seuls tant que l’appli est ouverte.
desk-look = Chercher de nouveaux signalements
desk-looking = Recherche de nouveaux signalements…
desk-waiting =
    { $count ->
        [one] { $count } signalement pas fini
       *[other] { $count } signalements pas finis
    }
desk-urgent = URGENT
desk-late = Personne ne s’en occupe depuis une demi-heure.
desk-reminder =
    { $hours ->
        [0] Toujours un seul accord. Elle disparaît dans moins d’une heure.
        [one] Toujours un seul accord. Elle disparaît dans { $hours } heure.
       *[other] Toujours un seul accord. Elle disparaît dans { $hours } heures.
    }

# What moderators' phones see to be wrong with our keys
alarm-is = ALARME : nos dernières clés sont fausses.
alarm-was = ALARME : des clés à nous étaient fausses. Il y en a de bonnes maintenant.
alarm-gate = Elles peuvent mettre dehors une partie de la modération : un téléphone n’entre peut-être plus, ou n’a plus son mot à dire sur les prochaines clés.
alarm-cover = Elles mettent dehors des personnes que nul n’a retirées de la liste : elles ne reçoivent peut-être plus rien.
alarm-desk = Avec elles, seuls ceux qui les ont signées lisent les nouveaux signalements.
alarm-signed = Signé par : { $names }. Aucun téléphone ne fait ça tout seul : c’est voulu, ou quelqu’un d’autre a leurs téléphones.
alarm-you = TON PROPRE téléphone en fait partie. Si ce n’était pas toi, quelqu’un utilise tes clés : dis-le de vive voix à quelqu’un de la modération.
alarm-do-talk = Parle avec le reste de la modération, de vive voix ou face à face. Pas ici et pas dans un chat : ceux qui ont signé peuvent le lire.
alarm-do-open = Que tout le monde ouvre cette appli. Dès que assez de téléphones sont d’accord, de bonnes clés sont faites et les signalements reviennent.
alarm-do-remove = Tu n’as plus confiance ? Que chaque personne de la modération les retire de la liste, dans Membres.
alarm-do-new = Si ce téléphone est refusé à partir de maintenant, vous êtes dehors : fondez un nouveau collectif, et dites-le de vive voix.

# After our server was restored from an older copy
whole-what = Notre serveur a perdu des données. Chaque téléphone qui ouvre cette appli rend ce qu’il a. Tant que personne ne dit que c’est complet, rien de nouveau n’est pris.
whole-say = Tout est revenu
whole-sure-what = Dis-le quand la modération, et autant de membres que possible, ont ouvert l’appli. Ce qui revient plus tard n’est plus pris.
whole-sure = Oui, tout est revenu
desk-came = Arrivé { $ago }
desk-yours = À toi
desk-taken-by = { $name } s’en occupe
desk-show-finished =
    { $count ->
        [one] Montrer { $count } signalement fini
       *[other] Montrer { $count } signalements finis
    }
desk-hide-finished = Cacher les signalements finis
desk-changes = Changements d’alertes qui attendent la modération
desk-proposes-amendment = { $name } propose un changement
desk-proposes-retraction = { $name } propose de la retirer
desk-decisions = Règles, nouvelles et membres à décider
desk-decisions-count =
    { $count ->
        [one] { $count } attend ton oui
       *[other] { $count } attendent ton oui
    }
desk-alerts = Alertes sorties
desk-alerts-hint = En modifier une, ou la retirer
desk-somebody = quelqu’un
desk-gone = Plus ici
desk-gone-why = C’est fini, oublié, ou pas arrivé sur ce téléphone.

# Where a report stands, for moderators
desk-state-received = Nouveau. Personne ne s’en occupe.
desk-state-mine = Tu t’en occupes.
desk-state-theirs = { $name } s’en occupe.
desk-state-needs-info = On a posé une question. Pas encore de réponse.
desk-state-answered = La personne a écrit. Lis.
desk-state-shown = La personne peut voir le texte. Elle n’a pas encore dit oui.
desk-state-agreed = La personne a dit oui au texte.
desk-state-waits =
    { $count ->
        [one] Il manque l’accord de { $count } personne de la modération.
       *[other] Il manque l’accord de { $count } personnes de la modération.
    }
desk-state-held = C’est approuvé. La personne veut qu’on attende son feu vert.
desk-state-enough = C’est approuvé. Ça peut sortir.
desk-state-out = L’alerte est sortie.
desk-state-out-so-far =
    { $hours ->
        [0] Sortie, validée par une seule personne pour l’instant. Une deuxième doit l’approuver dans l’heure, sinon elle disparaît.
        [one] Sortie, validée par une seule personne pour l’instant. Une deuxième doit l’approuver d’ici { $hours } heure, sinon elle disparaît.
       *[other] Sortie, validée par une seule personne pour l’instant. Une deuxième doit l’approuver d’ici { $hours } heures, sinon elle disparaît.
    }
desk-state-no-second = Personne d’autre ne l’a approuvée à temps. L’alerte a disparu.
desk-state-ended = L’alerte est terminée.
desk-state-taken-back = L’alerte a été retirée.
desk-state-declined = Pas retenu.
desk-state-merged = Réuni avec un autre signalement.
desk-state-withdrawn = La personne l’a retiré.
desk-task-withdrawn = La personne l’a retiré, et l’alerte est encore dehors. Retire l’alerte.
desk-task-corrected = La personne l’a corrigé après la sortie de l’alerte. Lis, puis modifie l’alerte ou retire-la.
desk-task-wrote = NOUVEAU : la personne a écrit depuis. Lis-le.
desk-task-agreed = NOUVEAU : la personne a dit oui au texte depuis.
desk-task-released = NOUVEAU : la personne a dit depuis que l’alerte peut sortir.

# One report
desk-told = Ce que la personne a dit
desk-her-name = Son nom ici : { $name }
desk-no-name = La personne n’a pas montré son nom.
desk-written-in = Écrit en { $language }
desk-talk = Questions et réponses
desk-we-asked = On a demandé
desk-she-says = La personne a écrit
desk-no-answer = Pas encore de réponse.
desk-why-declined = Ce qu’on lui a dit
desk-alike = D’autres qui ressemblent
desk-alike-report = Autre signalement : { $by }
desk-alike-alert = Une alerte sortie correspond
desk-text = Le texte pour les membres
desk-text-agreed = La personne a dit oui à ce texte, mot pour mot.
desk-text-not-agreed = La personne veut le voir d’abord, et n’a pas encore dit oui à ce texte.
desk-text-not-asked = La personne n’a pas demandé à le voir d’abord.
desk-text-elsewhere = La personne a dit oui à un texte qui n’a pas été écrit ici : on lui en a montré un autre. Réécris-le ; elle verra alors celui-là.
desk-text-approved =
    { $count ->
        [0] Personne ne l’a approuvé. Il en faut { $needed }.
        [one] { $count } personne l’a approuvé. Il en faut { $needed }.
       *[other] { $count } personnes l’ont approuvé. Il en faut { $needed }.
    }
desk-text-approved-by = Approuvé par { $names }
desk-text-yours = Tu l’as approuvé. C’est à quelqu’un d’autre maintenant.
desk-text-changed = Quelqu’un a changé le texte pendant que tu l’avais à l’écran. Lis le nouveau avant de continuer.
desk-text-read = J’ai lu le nouveau texte
desk-not-yet = Pas encore : { $why }
desk-steps = Ce que tu peux faire
desk-nothing = Plus rien à faire ici.
desk-not-yours = { $name } s’occupe de ce signalement. Parlez-en avant de faire quoi que ce soit.

desk-claim = Je m’en occupe
desk-take-over = Prendre la suite
desk-take-over-what = { $name } s’occupe de ce signalement. Si tu prends la suite, il est à toi. Préviens { $name }.
desk-take-over-sure = Oui, prendre la suite
desk-taken-just-now = { $name } vient de s’en charger. Regarde encore.
desk-hand-back = Laisser à quelqu’un d’autre
desk-hand-back-hint = Quelqu’un d’autre peut alors s’en occuper
desk-read = Je l’ai lu
desk-ask = Lui poser une question
desk-ask-field = Ta question
desk-ask-hint = La personne la verra en ouvrant l’appli. Elle n’a pas à répondre. S’il y a un texte, il faudra l’approuver à nouveau.
desk-ask-send = Envoyer la question
desk-write = Écrire le texte
desk-write-again = Le réécrire
desk-write-again-hint = Ce qui a été accepté et approuvé ne vaut pas pour un autre texte
desk-approve = Approuver ce texte
desk-approve-again = Nos règles ont changé depuis qu’il a été approuvé. Approuve encore une fois le même texte.
desk-publish = Publier maintenant
desk-publish-hint = Tous les membres la voient
desk-so-far = Publier avec mon seul accord
desk-so-far-what = Seulement si c’est dangereux et que ça ne peut pas attendre. On lira : validée par une seule personne pour l’instant. Une deuxième de la modération doit l’approuver d’ici 72 heures, sinon elle disparaît. Coche d’abord les deux questions plus haut.
desk-so-far-sure = Oui, publier maintenant
desk-decline = Ne pas retenir
desk-decline-what = Il n’y aura pas d’alerte. La personne voit ta raison : écris-la avec douceur.
desk-decline-field = Pourquoi
desk-decline-sure = Ne pas retenir, et dire pourquoi
desk-merge = Réunir avec un autre signalement
desk-merge-what = Pour deux signalements sur la même chose. Celui-ci se termine, et on continue avec l’autre. On dit à la personne qu’il a été réuni.
desk-merge-none = Il n’y a pas d’autre signalement ouvert.
desk-merge-sure = Oui, les réunir
desk-to-alert = Aller à l’alerte
desk-done-claimed = C’est à toi maintenant.
desk-done-asked = Question posée. La personne la verra en ouvrant l’appli.
desk-done-declined = Pas retenu. La personne voit pourquoi.
desk-done-handed-back = Il n’est à personne maintenant. Quelqu’un d’autre peut s’en occuper.
desk-done-read = Noté : c’est lu.
desk-done-approved = Approuvé.
desk-done-published = C’est sorti. Les membres le verront avec leurs prochaines nouvelles.
desk-done-so-far = C’est sorti, validé par une seule personne pour l’instant.
desk-done-merged = Réunis. Continue avec l’autre signalement.
desk-working = Un instant…

# Writing what members will read
write-title = Le texte pour les membres
write-title-amend = Modifier l’alerte
write-whole = L’alerte entière à nouveau : elle remplace ce que les membres lisent maintenant.
write-shown-first = La personne veut le voir d’abord : ça lui est montré, et ça attend son oui.
write-nuisance = Selon nos règles, un simple embêtement est juste compté. Pas d’alerte, sauf si c’était plus grave : alors choisis-le plus bas.
write-text = Ce qui a été signalé
write-text-hint = Dis ce qui a été signalé, jamais ce que quelqu’un est. Pas ses mots : les tiens.
write-what-to-do = Que faire (s’il y a quelque chose)
write-language = Langue dans laquelle tu l’écris
write-kinds = Ce qui s’est passé
write-severity = Quel danger
write-verification = À quel point c’est sûr
write-by = Combien de personnes le confirment, après avoir parlé avec la modération ?
write-by-fault = Un nombre de 1 à 999.
write-areas = Où
write-when = Quand
write-when-keep = Dire quand : { $when }
write-expires = Combien de temps l’afficher
write-expires-usual = Comme d’habitude : { $days } jours
write-expires-kept = Comme maintenant
write-expires-days =
    { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
write-disputed = Mettre en doute
write-disputed-hint = Quelqu’un dit qu’elle n’est pas juste, et on regarde ça.
write-persons = Personnes décrites
write-vehicles = Véhicules
write-identifiers = Numéros, noms, plaques
write-identifiers-too-mild = Selon nos règles, numéros et plaques ne sont montrés qu’à partir de « { $severity } ». Là, aucun ne sort.
write-identifiers-in-words = Dans ses propres mots, et pas parmi eux :
write-identifiers-add = Ajouter un numéro ou une plaque
write-show-open = Montrer
write-show-open-hint = Tous les membres peuvent le lire
write-show-hidden = Caché
write-show-hidden-hint = Personne ne le lit ; qui vérifie le même trouve cette alerte
write-show-out = Ne pas mettre
write-shown = Montré
write-left-out = Pas mis
write-only-she = Avant de continuer
write-only-she-know = J’ai regardé chaque ligne : rien que cette personne soit seule à savoir. Ni l’heure, ni la chambre, ni ses mots.
write-only-she-is = Ça dit ce qui a été signalé, pas ce que quelqu’un est.
write-tick = Regarde les deux, et coche-les.
write-empty = Écris ce qui a été signalé, ou un résumé. Les membres voient le reste en dessous.
write-read = Lire comme les membres
write-read-title = Comme les membres le liront
write-change = Changer
write-save = Garder ce texte
write-save-show = Le lui montrer
write-save-amend = Proposer ce changement
write-computing = On cache les numéros. Ça prend quelques secondes…
write-cannot = Ça ne peut pas sortir comme ça. Regarde les numéros, les zones et la durée d’affichage.
write-again = Repartir de son signalement
write-kept = Gardé pendant que tu écris.

# An alert that is out, for moderators
deskalert-title = Une alerte
deskalert-from = D’où elle vient
deskalert-to-report = Aller au signalement
deskalert-amend = La modifier
deskalert-retract = La retirer
deskalert-retract-what = Les membres voient alors qu’elle a été retirée, et pourquoi. On le dit aussi à qui l’a signalé. On ne peut pas la remettre.
deskalert-retract-field = Pourquoi (les membres le lisent)
deskalert-retract-sure = La retirer
deskalert-proposed-amendment = Proposé : la remplacer par ça
deskalert-proposed-retraction = Proposé : la retirer, car
deskalert-approve = Approuver ce changement
deskalert-out = C’est fait. Les membres le verront avec leurs prochaines nouvelles.
deskalert-waits =
    { $count ->
        [one] Proposé. Il manque { $count } personne de la modération.
       *[other] Proposé. Il manque { $count } personnes de la modération.
    }

## Our collective

collective-title = Collectif
collective-people =
    { $count ->
        [one] { $count } personne à la modération.
       *[other] { $count } personnes à la modération.
    }
collective-nobody-knows = Les membres ne voient pas qui c’est.
collective-rules = Nos règles
collective-rules-hint = Comment on décide
collective-figures = Chiffres
collective-figures-hint = Ce qui est arrivé, ce qui est sorti
collective-news = Nouvelles et questions
collective-news-hint =
    { $count ->
        [0] Rien en ce moment
        [one] { $count } en ce moment
       *[other] { $count } en ce moment
    }
collective-moderate = Pour la modération
collective-invite = Inviter quelqu’un
collective-members = Membres
collective-members-hint =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
collective-waiting = En attente d’un oui
collective-change-rules = Changer nos règles
collective-edit-help = Modifier « De l’aide près de moi »
collective-volunteer = Je veux bien aider à la modération
collective-volunteer-what = La modération verra que tu veux bien, et pourra te prendre. Elle lit les signalements. Tu peux en faire partie sous le nom que tu as ici.
collective-volunteer-sure = Oui, le dire
collective-volunteered = La modération verra que tu veux bien.
collective-done = C’est fait. Les membres le verront avec leurs prochaines nouvelles.
collective-proposed =
    { $count ->
        [one] Proposé. Il manque { $count } personne de la modération.
       *[other] Proposé. Il manque { $count } personnes de la modération.
    }
collective-cancel = Non, laisser
draft-anew = Jeter mes changements

# Our rules in words
rules-number = Nos règles, version { $number }
rules-alert =
    { $count ->
        [one] { $count } personne de la modération doit approuver une alerte avant qu’elle sorte.
       *[other] { $count } personnes de la modération doivent approuver une alerte avant qu’elle sorte.
    }
rules-so-far = Si c’est dangereux, une seule personne de la modération peut la sortir tout de suite. Une deuxième doit l’approuver d’ici 72 heures, sinon elle disparaît.
rules-charter =
    { $count ->
        [one] { $count } personne de la modération décide des nouvelles règles et de qui modère.
       *[other] { $count } personnes de la modération doivent être d’accord sur les nouvelles règles et sur qui modère.
    }
rules-remove =
    { $count ->
        [one] { $count } personne de la modération peut enlever quelqu’un de la liste.
       *[other] { $count } personnes de la modération doivent être d’accord pour enlever quelqu’un de la liste.
    }
rules-identifiers = Numéros et plaques sont montrés à partir de « { $severity } ».
rules-masked = Caché, trouvé seulement si on vérifie : { $types }.
rules-masked-none = Rien n’est caché.
rules-nuisance-yes = Il y a aussi des alertes pour de simples embêtements.
rules-nuisance-no = Un simple embêtement est compté, et ne fait pas d’alerte.
rules-ethnicity-yes = Un signalement peut dire de quelle origine quelqu’un avait l’air.
rules-ethnicity-no = On ne demande à personne l’origine de quelqu’un.
rules-areas = Nos zones : { $areas }.
rules-areas-none = On n’a pas encore de zones.
rules-country = Les numéros sans code de pays comptent comme venant de { $country }.
rules-never = Pas de police. On ne dit rien à personne dehors.

# Changing them
rules-name = Notre nom
rules-name-fault = De 1 à 80 lettres.
rules-areas-field = Nos zones, une par ligne
rules-areas-hint = Les alertes gardent leur zone. Une zone que tu enlèves n’est plus proposée.
rules-country-field = Pays des numéros de téléphone (deux lettres)
rules-country-fault = Deux lettres d’un pays, comme FR. Le Royaume-Uni, c’est GB.
rules-quorum = Combien doivent approuver une alerte
rules-quorum-hint = Compte à partir de trois personnes à la modération. Avant, une suffit.
rules-severity = Numéros et plaques montrés à partir de
rules-masked-field = Caché, trouvé seulement si on vérifie
rules-nuisance = Alertes pour de simples embêtements aussi
rules-ethnicity = Demander de quelle origine quelqu’un avait l’air
rules-ethnicity-hint = On ne cherche jamais avec ça. Ça peut faire du mal à des groupes entiers ; décidez-le ensemble.
rules-wishes = Et
rules-unchanged = Rien n’est encore changé.
rules-cannot = Ces règles ne sont pas possibles. Regarde encore les zones et les nombres.
rules-review = Relire
rules-changes = Ça changerait :
rules-propose = Proposer ces règles
rules-changed-people-in = { $name } est à la modération dès lors
rules-changed-people-out = { $name } n’est plus à la modération
rules-changed-devices = { $name } a d’autres appareils
rules-changed = { $what } : { $before } devient { $after }
rules-changed-areas = Nos zones deviennent : { $areas }
rules-changed-keys = Toutes les clés de la modération sont refaites
rules-changed-nothing = Rien ne change
rules-what-name = Notre nom
rules-what-country = Notre pays
rules-what-minimum = Version minimale de l’appli
rules-what-quorum-alert = Combien doivent approuver une alerte
rules-what-quorum-charter = Combien doivent dire oui à de nouvelles règles
rules-what-quorum-erase = Combien doivent dire oui pour effacer quelque chose
rules-what-quorum-remove = Combien doivent dire oui pour enlever quelqu’un
rules-what-identifiers_from = Numéros et plaques montrés à partir de
rules-what-masked = Caché
rules-what-nuisance_alerts = Alertes pour de simples embêtements
rules-what-ethnicity = Question sur l’origine
rules-what-alert_quorum = Combien doivent approuver, à partir de trois personnes à la modération
rules-what-other = Une autre règle
rules-yes = oui
rules-no = non
rules-none = rien
rules-not-said = pas dit

# Invites
invite-title = Inviter quelqu’un
invite-why = Un code fait entrer une personne. Montre-le, ou dis-le. Ne l’envoie jamais par Telegram : il y serait lu.
invite-for = C’est pour quoi ?
invite-member = Pour être membre
invite-member-hint = Lit les alertes, vérifie, signale
invite-moderator = Pour la modération
invite-moderator-hint = Qui entre avec accepte de modérer. C’est encore à toi de l’y mettre.
invite-lasts = Valable combien de temps ?
invite-lasts-day = 1 jour
invite-lasts-three = 3 jours
invite-lasts-week = 1 semaine
invite-make = Faire un code
invite-code-title = Le code
invite-code-once = Il n’est montré que maintenant.
invite-code-until = Pour une personne, jusqu’au { $date }.
invite-code-where = Avec ce code, aller sur { $address } et toucher «J’ai un code».
invite-copy = Copier
invite-copied = Copié. D’autres applis sur ce téléphone peuvent peut-être le lire aussi.
invite-picture = Le même code, pour un appareil photo
invite-open = Codes encore valables
invite-open-none = Aucun code ouvert.
invite-open-one = Pour être membre, jusqu’au { $date }
invite-open-moderator = Pour la modération, jusqu’au { $date }
invite-made-by = Fait par { $name }
invite-left =
    { $count ->
        [one] encore { $count } heure
       *[other] encore { $count } heures
    }
invite-call-back = L’annuler
invite-call-back-what = Personne ne pourra plus entrer avec ce code.
invite-call-back-sure = Oui, l’annuler
invite-called-back = Annulé.
invite-used-meanwhile = Quelqu’un est déjà entré avec. Pour enlever cette personne, regarde dans Membres.

# Members
members-title = Membres
members-why = La modération voit ces noms, et personne d’autre.
members-you = toi
members-moderates = à la modération
members-willing = veut bien modérer
members-leaving =
    { $needed ->
        [one] { $count } sur 1 d’accord pour l’enlever
       *[other] { $count } sur { $needed } d’accord pour l’enlever
    }
members-leaving-soon = Bientôt hors de la liste
members-gone = N’est plus sur la liste
members-remove = Enlever de la liste
members-remove-what = { $name } ne lira rien de ce qui arrive ensuite. Ce qui est sur son téléphone y reste. Pour revenir, il lui faut un nouveau code.
members-remove-second =
    { $count ->
        [0] Tu peux le faire sans les autres.
        [one] { $count } autre personne de la modération doit être d’accord.
       *[other] { $count } autres personnes de la modération doivent être d’accord.
    }
members-remove-phone = C’est effectif dès qu’un autre téléphone de la modération se réveille.
members-remove-sure = Oui, enlever { $name }
members-removed = { $name } n’est plus sur la liste, et ne peut pas lire ce qui arrive maintenant.
members-remove-waits = Noté. { $name } sort de la liste dès que quelqu’un d’autre de la modération est d’accord.
members-remove-awake = D’accord. { $name } sort de la liste dès qu’un autre téléphone de la modération se réveille.
members-you-agreed = Tu as dit oui. C’est à quelqu’un d’autre maintenant.
members-remove-moderator-what = { $name } est à la modération. Toutes les clés de la modération sont refaites, et tous les codes ouverts sont annulés. Cette personne ne lit plus rien de ce qui arrive ensuite ; ce qu’elle a lu, elle l’a.
members-remove-yourself = C’est toi. Tu ne serais plus à la modération, ni membre.
members-remove-last = Il n’y a que toi à la modération. Mets-y d’abord quelqu’un d’autre.
members-replanting = On refait toutes les clés. Ça prend une minute : laisse ouvert.
members-replanting-done =
    { $of ->
        [one] { $done } sur { $of } personne
       *[other] { $done } sur { $of } personnes
    }
members-replant-broken = Ça ne s’est pas terminé. Rien n’est perdu : recommence, et ça reprend là où ça s’est arrêté.
members-promote = Mettre à la modération
members-promote-what = { $name } lira alors tous les signalements, les anciens aussi, et décidera avec toi. Voyez-vous d’abord : sais-tu qui c’est ?
members-promote-sure = Oui, { $name } à la modération
members-promoted = { $name } est à la modération. Son téléphone lira les signalements avec ses prochaines nouvelles.
members-promote-waits =
    { $count ->
        [one] Noté. Encore { $count } personne de la modération doit être d’accord.
       *[other] Noté. Encore { $count } personnes de la modération doivent être d’accord.
    }
members-not-willing = Cette personne n’a pas accepté de modérer. Elle peut le dire dans son appli : Collectif, Je veux bien aider à la modération.

# What somebody has proposed
waiting-title = En attente d’un oui
waiting-none = Rien n’attend.
waiting-by = Proposé par { $name }.
waiting-approvals =
    { $needed ->
        [one] { $count } sur 1 d’accord
       *[other] { $count } sur { $needed } d’accord
    }
waiting-charter = Nouvelles règles
waiting-resources = Une nouvelle liste : De l’aide près de moi
waiting-figures = Chiffres
waiting-notice = Un mot à tous les membres
waiting-question = Une question à tous les membres
waiting-other = Une chose que cette appli ne connaît pas
waiting-read = Lire
waiting-approve = Dire oui à exactement ça
waiting-mine = Tu as dit oui. C’est à quelqu’un d’autre maintenant.
waiting-removes = Ça enlève quelqu’un de la modération. Dis oui à côté de son nom, dans Membres.
waiting-removal = Enlever de la liste :
waiting-removal-look = Regarder et décider
waiting-approved-out = C’est fait, et valable. Les membres le verront avec leurs prochaines nouvelles.
waiting-approved-more =
    { $count ->
        [one] Noté. Il manque encore { $count } oui.
       *[other] Noté. Il manque encore { $count } oui.
    }

# Figures
figures-title = Chiffres
figures-none = Aucun chiffre publié pour l’instant.
figures-from-to = Du { $from } au { $to }
figures-now = Compté maintenant, sur ce téléphone
figures-publish = Publier ces chiffres
figures-publish-what = Tous les membres peuvent lire ces chiffres. Rien de ce qui a été écrit n’y est.
figures-received = Signalements reçus
figures-published = Alertes sorties
figures-declined = Pas retenus
figures-merged = Réunis avec un autre
figures-withdrawn = Retirés
figures-open = Encore ouverts
figures-hours = Heures avant qu’une alerte sorte
figures-less-than-one = moins de 1
figures-other-kinds = Autres sortes
figures-kinds = Ce qui a été signalé

# News and questions
news-title = Nouvelles et questions
news-none = Rien ici pour l’instant.
news-question = Une question à tout le monde
news-choices = Réponses au choix :
news-tell = Réponds quand tu vois quelqu’un de la modération. Cette appli ne peut pas encore envoyer de réponses.
news-write = Un mot à tous les membres
news-write-hint = L’appli de chaque membre le montre
news-ask = Une question à tous les membres
news-text = Ton texte
news-language = Langue dans laquelle tu l’écris
news-choices-field = Réponses au choix, une par ligne
news-choices-hint = Tu peux n’en mettre aucune.
news-send = Le proposer
news-empty = Écris d’abord quelque chose.
news-too-many = Au plus 12 réponses, de 200 lettres au plus.

# Editing Help near me
helpedit-title = Modifier « De l’aide près de moi »
helpedit-what = La liste entière, comme les membres la verront. Elle est là sans réseau, alors garde-la à jour.
helpedit-name = Nom
helpedit-kind = Quel genre d’aide
helpedit-text = Ce qui s’y fait, quand c’est ouvert
helpedit-contact = Comment les joindre
helpedit-language = Langue de ce texte
helpedit-add = En ajouter
helpedit-take-out = L’enlever
helpedit-propose = Proposer cette liste
helpedit-name-fault = Il faut un nom à chaque fois.
helpedit-kind-health = Santé
helpedit-kind-talk = Parler à quelqu’un
helpedit-kind-legal = Conseils juridiques
helpedit-kind-housing = Un endroit où dormir
helpedit-kind-money = Argent
helpedit-kind-company = Quelqu’un qui vient avec toi
helpedit-kind-translation = Traduction
helpedit-kind-other = Autre chose
