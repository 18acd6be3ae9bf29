# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Hide (close and lock) and Erase (wipe). Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = Ascunde
app-back = Înapoi

## The app itself

app-home = Început
app-loading = O clipă…
app-not-loaded = Pagina nu s-a deschis
app-not-loaded-why = Poate nu ai internet sau a apărut o versiune nouă. Deschide aplicația din nou. Nu s-a pierdut nimic.
app-reload = Deschide din nou
app-broken = Browserul nu dă nimic înapoi
app-broken-why = Ce a păstrat aplicația aici nu se poate citi acum. Poate telefonul e plin sau asta e o fereastră privată. Închide celelalte file și încearcă din nou. Nu s-a șters nimic.

## The first screen

welcome-title = Aici ne avertizăm între noi.
welcome-no-police = Fără poliție.
welcome-no-emergency = Nu e linie de urgență; poate nu e nimeni treaz.
welcome-telegram = Telegram vede că folosești asta, dar nu ce scrii aici.
welcome-never-type = Nu scrie niciodată asta în chat.
welcome-lost = Ce păstra aici aplicația nu mai este: telefonul sau browserul a șters totul. Cere un cod nou de la echipa de moderare. Semnalările trimise sunt la ea; răspunsurile nu mai pot ajunge pe acest telefon.
welcome-lost-copied = Telefonul a șters ce păstra aici aplicația. Cu cele 12 cuvinte ale tale revine totul, și semnalările tale.
welcome-words = Am cele 12 cuvinte
welcome-erase-copy = Șterge ce a rămas
welcome-code = Am un cod
welcome-help = Ajutor aproape
welcome-language = Limba

## A PIN

pin-new = PIN nou
pin-again = Același PIN încă o dată
pin-same = PIN încă o dată
pin-again-why = Ca o greșeală de tastare să nu te lase pe dinafară.
pin-rule = Cel puțin 6 cifre. Mai lung e mai sigur.
pin-keys = Cifre
pin-delete = O cifră înapoi
pin-next = Mai departe
pin-letters = Folosește litere
pin-digits = Folosește cifre
pin-fault-short = Prea scurt: cel puțin 6.
pin-fault-same = Prea ușor de ghicit: folosește cel puțin trei cifre diferite.
pin-fault-run = Prea ușor de ghicit: nu cifre la rând, ca 123456.
pin-fault-date = Pare o zi de naștere. Cine te cunoaște o încearcă prima.
pin-not-alike = Cele două nu au fost la fel. Ia-o de la capăt.

## How long the app stays open

stay-title = Când să ceară PIN-ul
stay-why = Poți schimba asta mai târziu, la Siguranță. Ascunde încuie mereu pe loc.
stay-0 = De fiecare dată
stay-0-hint = Se încuie la jumătate de minut după ce ieși. Cel mai bine dacă și altcineva folosește telefonul.
stay-900 = După 15 minute
stay-900-hint = Rămâne deschis cât intri și ieși.
stay-28800 = După 8 ore
stay-28800-hint = Un singur PIN pe tură. Cine are telefonul descuiat poate citi aplicația.

## Coming in

join-title = Codul tău
join-code = Cod
join-code-hint = { $count ->
    [0] Îl poți lipi. Literele mari, spațiile și liniuțele nu contează.
   *[other] { $count } din 27
}
join-never-chat = Nu trimite niciodată un cod în chat, nici măcar botului: nu ar mai fi bun.
join-have-words = Nu ai cod, dar ai cele 12 cuvinte?
join-other-phone = Am celălalt telefon la mine
join-looking = Se verifică codul…
join-code-short = Codul nu e întreg: are 27 de litere și cifre, iar aici sunt { $count }.
join-code-long = E prea lung: un cod are 27 de litere și cifre, iar aici sunt { $count }.
join-code-strange = Un cod are doar litere și cifre, fără U. Mai uită-te o dată.
join-code-wrong = O literă sau o cifră e greșită. Compară din nou.
join-code-gone = Codul nu mai merge: a fost folosit, anulat sau e prea vechi. Cere altul.
join-code-waits = Codul trebuie întâi reînnoit de telefonul cuiva din echipă. Rămâne al tău: încearcă din nou peste câteva ore.
join-offline = Nu ai internet sau serverul nostru nu răspunde. Ca să intri, trebuie internet. Nu s-a păstrat nimic: încearcă din nou când ai.
join-not-kept = Browserul nu păstrează nimic: poate e o fereastră privată sau telefonul e plin. Nu s-a păstrat nimic. Încearcă alt browser.
join-refused = Nu putem avea încredere în ce a trimis serverul nostru, așa că nu ai intrat. Spune-i persoanei care ți-a dat codul.
join-asked-title = Ți se cere să moderezi
join-asked = Persoana care ți-a dat codul îți cere să intri în echipa de moderare. Echipa citește toate semnalările și hotărăște împreună ce iese. Cere timp, și unele lucruri sunt greu de citit.
join-asked-yes = Da, moderez
join-asked-yes-hint = Intri ca oricine. Apoi echipa te primește.
join-asked-no = Nu acum
join-asked-no-hint = Intri oricum. Poți spune da mai târziu, la Grupul nostru.
join-name-title = Un nume aici
join-name = Cum îți spune echipa
join-name-hint = Echipa de moderare vede numele; ceilalți membri nu. Nu-ți pune numele adevărat, nici numele de la muncă.
join-name-other = Propune altul
join-pin-title = Alege un PIN
join-pin-why = Încuie aplicația pe telefonul acesta. Nimeni nu ți-l poate reseta.
join-coming = Intri
join-coming-hint = De obicei durează sub un minut. Lasă pagina deschisă.
join-reading = Se citește ce se știe…
join-checking = { $count ->
    [one] Se verifică un mesaj…
    [few] Se verifică { $count } mesaje…
   *[other] Se verifică { $count } de mesaje…
}
join-locking = Se încuie cu PIN-ul tău…
join-done = Gata

recover-title = Revino cu cele 12 cuvinte
recover-how = Ai pierdut telefonul, s-a stricat sau ai altul? Cu aceste cuvinte revii aici cu același nume. Nu-ți trebuie cod.
recover-never-chat = Nu le scrie nicăieri în altă parte.
recover-looking = Se fac cheile tale din cuvinte. Pe un telefon vechi durează puțin…
recover-count = { $count ->
    [one] E un cuvânt. Sunt 12.
    [few] Sunt { $count } cuvinte. Trebuie 12.
   *[other] Sunt { $count } de cuvinte. Trebuie 12.
}
recover-word = Cuvântul { $place } nu e pe listă. Compară-l cu hârtia ta.
recover-together = Aceste 12 cuvinte nu merg împreună. Unul e altul sau ordinea e greșită.
recover-nothing = Sub aceste cuvinte nu e păstrat nimic. Mai compară-le o dată. Dacă sunt bune, telefonul lor n-a avut internet după ce le-a arătat sau n-a avut de un an. Atunci cere un cod.
recover-removed = Aceste cuvinte nu deschid nimic nou aici. Poate te-au scos de pe listă; echipa îți poate spune.
recover-refused = Nu putem avea încredere în ce a trimis serverul nostru, așa că nu ai revenit. Spune-i echipei.
recover-back-title = Ai revenit
recover-back = Același nume, același loc. Nimeni nu a fost anunțat.
recover-gone = Ce era doar pe telefonul vechi s-a pierdut: ciornele și răspunsurile la raportările tale. Raportările sunt la echipă.
recover-with-reports = Și semnalările tale sunt aici, cu răspunsurile lor. Lipsesc doar ciornele.
recover-old-phone = Poate avea altcineva telefonul tău vechi? Sună pe cineva din echipă: scoate numele acesta de pe listă, iar telefonul acela rămâne afară, și îți dă un cod nou.
recover-go-on = Mai departe

beside-how = Pe celălalt telefon deschide Siguranță, apoi „Adaugă sau schimbă telefonul”. Arată un cod.
beside-digits-title = Scrie aceste cifre pe celălalt telefon
beside-digits-why = Arată că ții amândouă telefoanele. Lasă pagina deschisă.
beside-late = Au trecut cele zece minute. Ia-o de la început pe celălalt telefon.
beside-in-title = Telefonul acesta a intrat
beside-in = Amândouă telefoanele ești tu acum: același nume, aceleași alerte.
beside-reports = Raportările scrise pe celălalt telefon rămân acolo, cu răspunsurile lor.

words-title = Cuvinte de rezervă
words-why = Aceste 12 cuvinte deschid aplicația pe telefonul acesta dacă uiți PIN-ul și te aduc înapoi pe alt telefon dacă îl pierzi.
words-paper = Scrie-le pe hârtie. Nu le face poză și nu le scrie în altă aplicație. Cine le are poate intra în locul tău.
words-alone = Se uită cineva peste umărul tău? Atunci fă asta mai târziu.
words-show = Arată cuvintele
words-later = Mai târziu
words-written = Le-am scris
words-asked = Trei dintre ele, de probă
words-number = Cuvântul { $number }
words-check = Verifică
words-wrong = Unul nu e bun. Uită-te pe hârtie sau întoarce-te și mai uită-te o dată.
words-keeping = Se păstrează…
words-kept = Cuvintele de rezervă deschid aplicația. Ține hârtia unde nu se uită nimeni.
words-elsewhere = Te aduc înapoi și pe alt telefon.
words-elsewhere-later = Te vor aduce înapoi și pe alt telefon, după ce te primește telefonul cuiva din echipă și acesta a avut din nou internet.
words-pin-why = Întâi PIN-ul tău, ca să nu vadă altcineva cuvintele.

prefer-title = Zone și limbi
prefer-here-only = Se păstrează doar pe telefonul acesta. Nimeni altcineva nu vede ce alegi.
prefer-areas = Unde lucrezi
prefer-areas-hint = Alerte le arată atunci doar pe acestea, iar tot restul cu o atingere. Dacă nu alegi nimic, vezi tot. Verifică se uită mereu peste tot, iar ce e foarte periculos se vede mereu.
prefer-languages = Limbi pe care le citești
prefer-languages-hint = Alertele în alte limbi se văd și ele, cu un semn.

## Home

home-title = De ce ai nevoie?
home-check = Verifică
home-check-hint = Se știe ceva de un număr, o mașină, o persoană?
home-report = Semnalează
home-report-hint = Spune ce s-a întâmplat. Te poți opri oricând.
home-alerts = Alerte
home-alerts-hint = Despre ce avertizează alte persoane
home-more = Mai multe
home-mine = Semnalările mele
home-begun =
    { $count ->
        [one] Ai început o semnalare
        [few] Ai început { $count } semnalări
       *[other] Ai început { $count } de semnalări
    }
home-asked = { $count ->
    [one] 1 te așteaptă
    [few] { $count } te așteaptă
   *[other] { $count } te așteaptă
}
home-desk = Moderare
home-collective = Grupul nostru
home-safety = Siguranță
home-help = Ajutor aproape
home-fetching = Căutăm noutăți…
home-never = Încă nu sunt noutăți aduse
home-synced = Noutăți: { $ago }
home-alerts-count = { $count ->
    [0] nicio alertă
    [one] 1 alertă
    [few] { $count } alerte
   *[other] { $count } de alerte
}
home-offline = fără internet
home-offline-telegram = Nu ai internet. Lasă aplicația deschisă: în Telegram nu se mai poate deschide fără internet. La Siguranță scrie unde se poate.
home-fetch = Caută noutăți acum
home-words = Ești în echipa de moderare. Scrie azi cuvintele de rezervă: fără ele, un PIN uitat sau un telefon pierdut e pierdut de tot.
home-words-now = Le scriu acum
home-trouble = Fără noutăți: { $sentence }
home-refused-desk = Ceva nu a fost primit, pentru că nu putem avea încredere. Dacă se repetă, vorbește cu restul echipei, în afara aplicației.
home-withheld-desk = Serverul nostru ține ceva departe de telefonul acesta. Poate lipsește ceva aici. Întreabă restul echipei dacă vede la fel.
home-stale-desk = De două săptămâni, prea puține telefoane din echipă s-au trezit. Ce e aici poate fi vechi. Roagă restul echipei să deschidă aplicația.
home-refused = { $count ->
    [one] Un mesaj nu a fost primit, pentru că nu putem avea încredere în el. Spune-i cuiva din echipă.
    [few] { $count } mesaje nu au fost primite, pentru că nu putem avea încredere în ele. Spune-i cuiva din echipă.
   *[other] { $count } de mesaje nu au fost primite, pentru că nu putem avea încredere în ele. Spune-i cuiva din echipă.
}
home-withheld = { $count ->
    [one] Un mesaj nu ajunge la telefonul acesta. Poate lipsește ceva aici. Spune-i cuiva din echipă.
    [few] { $count } mesaje nu ajung la telefonul acesta. Poate lipsește ceva aici. Spune-i cuiva din echipă.
   *[other] { $count } de mesaje nu ajung la telefonul acesta. Poate lipsește ceva aici. Spune-i cuiva din echipă.
}
home-stale = { $count ->
    [one] Niciun semn de la echipă de o zi. Ce e aici poate fi vechi. Întreabă pe cineva din echipă.
    [few] Niciun semn de la echipă de { $count } zile. Ce e aici poate fi vechi. Întreabă pe cineva din echipă.
   *[other] Niciun semn de la echipă de { $count } de zile. Ce e aici poate fi vechi. Întreabă pe cineva din echipă.
}
home-healing = Serverul nostru a pierdut date, iar telefoanele tuturor i le dau înapoi. Până atunci, ce trimiți așteaptă pe telefonul acesta.
home-clock = { $count ->
    [one] Ceasul telefonului și cel al serverului nostru diferă cu { $count } minut. Pune ora automată pe telefon.
    [few] Ceasul telefonului și cel al serverului nostru diferă cu { $count } minute. Pune ora automată pe telefon.
   *[other] Ceasul telefonului și cel al serverului nostru diferă cu { $count } de minute. Pune ora automată pe telefon.
}
home-waits = Ai intrat: poți citi, verifica și semnala. Telefonul cuiva din echipă trebuie să te primească definitiv; asta se face singură.
home-willing = Ai spus da la moderare. Echipa vede asta și hotărăște împreună. Până atunci nu ai nimic de făcut: când moderezi, scrie aici.
home-promoted = De acum moderezi. Semnalările vin la Moderare, și hotărăști împreună cu echipa.
home-promoted-desk = Deschide Moderarea
home-alarm-gate = Ceva nu e în regulă cu cheile serverului nostru: cine le-a făcut pe cele mai noi poate lăsa alți oameni pe dinafară. Spune-i cuiva de încredere din echipă, în afara aplicației.
home-alarm-cover = Ceva nu e în regulă cu cheile cele mai noi: unii membri nu pot deschide ce vine acum. Spune-i cuiva de încredere din echipă, în afara aplicației.
home-alarm-desk = Ceva nu e în regulă cu cheia care încuie semnalările: nu toată echipa le poate deschide. Spune-i cuiva de încredere din echipă, în afara aplicației.

## The lock

locked-title = Încuiat
locked-pin = PIN
locked-open = Deschide
locked-opening = Se deschide…
locked-full = Telefonul este plin. Șterge câteva poze sau alte lucruri de care nu ai nevoie, apoi încearcă din nou.
locked-forgot = Am uitat PIN-ul
locked-erase = Șterge tot
locked-wait = { $count ->
    [one] Prea multe încercări greșite. Așteaptă un minut. Nu se șterge nimic.
    [few] Prea multe încercări greșite. Așteaptă { $count } minute. Nu se șterge nimic.
   *[other] Prea multe încercări greșite. Așteaptă { $count } de minute. Nu se șterge nimic.
}

opening-newest = Cele mai noi alerte
opening-more = Celelalte se deschid acum…
opening-check = Verificarea răspunde de îndată ce sunt deschise toate alertele. Până atunci nu spune nimic: o parte nu ajunge.
opening-soon = Se deschide de îndată ce totul e gata.

forgot-title = Am uitat PIN-ul
forgot-how = Și cele 12 cuvinte de rezervă deschid. Apoi alegi un PIN nou.
forgot-words = Cele 12 cuvinte, cu spații între ele
forgot-twelve = Nu sunt 12 cuvinte.
forgot-wrong = Cuvintele acestea nu deschid aplicația. Compară-le cu hârtia ta.
forgot-new-pin = Un PIN nou
forgot-no-words = Nu ai cuvintele? Atunci nimeni nu o poate deschide, nici noi. Poți șterge tot și intra din nou cu alt cod.

elsewhere-title = Deschisă în altă filă
elsewhere-why = Aplicația e deschisă în altă filă sau fereastră. Două deodată s-ar încurca una pe alta.
elsewhere-here = Folosește-o aici
elsewhere-waiting = Cealaltă se închide…
elsewhere-failed = Cealaltă filă nu se închide. Închide-o tu, apoi încearcă din nou.

erase-title = Șterge tot
erase-next = Mai departe
erase-does-title = Ce face
erase-does = Tot ce ține de aplicație dispare de pe telefonul acesta: alerte, semnalările tale, ciorne, chei, PIN-ul tău.
erase-does-not-title = Ce nu face
erase-not-sent = Ce ai trimis rămâne la echipa de moderare.
erase-not-membership = Rămâi pe lista de membri până te scoate echipa. Dacă ți-ai notat cele 12 cuvinte, ele te aduc în continuare înapoi: distruge hârtia dacă nu vrei asta. Fără ele îți trebuie un cod nou.
erase-not-telegram = Chatul din Telegram rămâne. Șterge-l și acolo și uită-te la lista de dispozitive din Telegram.
erase-not-copies = Copiile făcute de cineva după telefonul acesta rămân cum sunt.
erase-sure = Ștergi tot?
erase-for-good = E pentru totdeauna. Ce e doar pe acest telefon, cum sunt ciornele, nimic nu mai aduce înapoi.
erase-now = Șterge tot acum
erase-keep = Păstrează
erase-erasing = Se șterge…

## Safety

safety-title = Siguranță
safety-pin = Schimbă PIN-ul
safety-pin-hint = Dacă poate l-a văzut cineva
safety-duress = Un PIN care șterge
safety-duress-hint = Dacă te obligă cineva să deschizi aplicația
safety-stay = Când să ceară PIN-ul
safety-stay-hint = De fiecare dată, după 15 minute, după 8 ore
safety-words = Cuvinte de rezervă
safety-words-hint = Dacă uiți PIN-ul sau pierzi telefonul
safety-device = Adaugă sau schimbă telefonul
safety-device-hint = Pe două telefoane sau pe unul nou
safety-compare = Compară cu cineva apropiat
safety-compare-hint = Vi se spune același lucru?
safety-pings = Află pe Telegram
safety-pings-hint = „1 noutate” și atât
safety-prefer = Zone și limbi
safety-prefer-hint = Unde lucrezi, ce citești
safety-offline = Fără internet
safety-offline-hint = Unde se deschide aplicația fără internet
safety-language = Limba aplicației
safety-language-hint = Cuvintele de pe butoane
safety-erase = Șterge tot
safety-done = Gata
safety-change = Schimbă PIN-ul
safety-changed = Schimbat. PIN-ul vechi nu mai deschide nimic.
safety-pin-now = PIN-ul tău de acum
safety-old-pin = Acum PIN-ul tău actual
safety-old-pin-why = Ca să nu-l schimbe altcineva.
safety-other-pin = Acesta nu se poate folosi. Întoarce-te și alege altul.
safety-wait = Prea multe încercări greșite. Așteaptă câteva minute. Nu se șterge nimic.
safety-language-why = Ce au scris oamenii rămâne în limba în care au scris.
safety-version = Versiunea { $version }, build { $build }. Cineva de încredere cu un calculator o poate compara: parasol verify.
safety-data = Date folosite luna aceasta pentru noutăți și mesaje: cam { NUMBER($now) } MB. Luna trecută: { NUMBER($before) } MB.
safety-limits = Oricine poate face poză unui ecran. Un telefon furat și descuiat poate fi citit. Cine pune la dispoziție aplicația ar putea da una rea.

duress-title = Un PIN care șterge
duress-what = Un al doilea PIN. Dacă te obligă cineva să deschizi aplicația, dă-l pe acesta: tot ce e în ea se șterge pe loc și arată de parcă n-ar fi intrat nimeni vreodată.
duress-gone = E pentru totdeauna. Nu te întreabă nimic dacă vrei sigur. Semnalările trimise rămân la echipă; restul dispare. Dacă ți-ai notat cele 12 cuvinte, ele te aduc în continuare înapoi.
duress-not-hidden = Nu ajută dacă cineva a copiat telefonul înainte sau știe că folosești aplicația și întreabă unde a dispărut.
duress-unknown = Nimeni nu poate vedea dacă există un asemenea PIN, nici măcar pagina aceasta.
duress-set = Pune PIN-ul acesta
duress-off = Nu vreau să existe
duress-new = PIN-ul care șterge
duress-different = Trebuie să difere de PIN-ul tău în cel puțin trei locuri sau ca lungime.
duress-sure-why = PIN-ul tău, ca să nu pună altcineva unul. După aceasta, cel nou șterge tot de fiecare dată când e scris.
duress-off-why = PIN-ul tău. După aceasta, niciun PIN nu mai șterge nimic.
duress-is-on = E pus. De fiecare dată când e scris, aici sau la încuietoare, se șterge tot.
duress-is-off = Acum nu există niciunul.

compare-title = Compară cu cineva apropiat
compare-how = Vedeți-vă sau sunați-vă. Deschideți fiecare pagina aceasta și citiți cu voce tare.
compare-making = Se fac cuvintele…
compare-number = Numărul { $number }
compare-same = Dacă numărul e același, și cuvintele trebuie să fie aceleași. Un număr mai mic înseamnă doar că unul dintre telefoane are noutăți vechi.
compare-different = Același număr, alte cuvinte? Atunci vi se spun lucruri diferite. Nu te baza pe aplicație până nu întrebi pe cineva din echipă, în afara ei.

device-title = Adaugă sau schimbă telefonul
device-why = Pe celălalt telefon deschide aplicația, apasă „Am un cod”, apoi „Am celălalt telefon la mine”. După aceea, amândouă telefoanele ești tu.
device-stay = Raportările scrise aici rămân aici: doar telefonul acesta le vede răspunsurile. Dacă te muți, așteaptă răspunsurile înainte să ștergi telefonul acesta.
device-alone = Fă asta unde nimeni nu vede niciunul dintre ecrane.
device-show = Arată codul
device-pin-why = Întâi PIN-ul tău: cine face asta lasă un telefon să intre în locul tău.
device-code-title = Un cod pentru celălalt telefon
device-code-how = Scrie-l pe celălalt telefon sau copiază-l cu camera lui. Apoi arată șase cifre: scrie-le aici.
device-digits = Cele șase cifre de pe celălalt telefon
device-digits-hint = Doar de pe un telefon pe care îl ții în mână. Niciodată cifre pe care ți le spune cineva.
device-digits-wrong = Sunt șase cifre. Scrie-le cum sunt pe celălalt telefon.
device-give = Lasă-l să intre
device-waiting = Se așteaptă celălalt telefon…
device-taken = Celălalt telefon le are.
device-not-yours = Nu era telefonul tău? Sună imediat pe cineva din echipă: scoate numele acesta de pe listă.
device-late = Nu le-a luat nimeni într-un minut. Ia-o de la început.
device-not-yet = Întâi trebuie să te primească telefonul cuiva din echipă. Încearcă mai târziu.

pings-title = Află pe Telegram
pings-what = Botul spune atunci „1 noutate” și atât. Nu e obligatoriu: totul merge și fără.
pings-knows = Telegram știe atunci că folosești acest bot din contul tău. La fel și cine ține botul. Nu află ce citești sau scrii.
pings-bot = Numele botului, dacă îl știi
pings-bot-hint = Așa primești un link de apăsat. Telefonul acesta nu știe numele.
pings-bot-wrong = Numele unui bot are doar litere, cifre și _.
pings-other = Alt bot? Numele lui
pings-other-hint = Fiecare bot vede ce cont îi scrie. Dacă echipa de moderare ți-a dat alt nume, scrie-l pe acela.
pings-how = Copiază rândul acesta, mergi la chatul cu botul și trimite exact asta:
pings-how-link = Copiază linkul acesta și deschide-l în Telegram:
pings-open = Deschide botul
pings-tap = Apasă „Deschide botul”, apoi Start. Trebuie să fie botul pe care îl știi: { $bot }
pings-desk-title = Pentru echipa de moderare: când așteaptă ceva
pings-desk-hint = Un semn al tău, cât ești de serviciu
pings-desk-what = Botul spune atunci „1 noutate” și când așteaptă ceva echipa.
pings-desk-knows = Așa, Telegram și cine ține botul află că acest cont moderează.
pings-desk-without = Totul merge și fără: ce așteaptă se vede de câte ori deschizi.
pings-desk-agree = Știu. Arată
pings-copy = Copiază
pings-copied = Copiat
pings-not-copied = Nu s-a putut copia. Apasă lung pe el și copiază-l tu.
pings-ends = E bun câteva zile și trebuie refăcut cam la două luni. /leave în chat îl oprește.
# Without a connection
offline-telegram = În Telegram aplicația nu se poate deschide fără internet: Telegram o încarcă din nou de fiecare dată. Cât e deschisă, merge mai departe.
offline-browser = Într-un browser de pe telefonul acesta se poate. Deschide acolo adresa:
offline-own-code = Asta înseamnă alt telefon pentru noi: îi trebuie codul lui. Ce e aici nu trece acolo.
offline-install = Într-un browser, alege „Instalează” sau „Adaugă la ecranul principal” din meniu. De atunci se deschide fără internet.
offline-check = Verifică răspunde atunci din ce a primit telefonul ultima dată și spune de când e. Ce trimiți pleacă la următoarea conexiune.

## When something does not work: one kind sentence each

trouble-offline = Nu ai internet sau serverul nostru nu răspunde. Nu s-a pierdut nimic: ce ai scris e păstrat pe telefonul acesta și pleacă mai târziu.
trouble-not-ours = A răspuns altceva în locul serverului nostru. Poate rețeaua îți cere întâi să te conectezi. Nu s-a pierdut nimic.
trouble-said-no = Serverul nostru a spus nu de data asta. Nu s-a pierdut nimic. Încearcă din nou puțin mai târziu.
trouble-busy = Serverul nostru e prea ocupat acum. Nu s-a pierdut nimic. Merge iar peste câteva minute.
trouble-full = Telefonul nu mai are loc, așa că nu se mai poate păstra nimic. Fă loc pe telefon, apoi încearcă din nou.
trouble-storage = Telefonul nu a păstrat ceva sau nu dă înapoi. Închide aplicația, deschide-o și vezi dacă e acolo.
trouble-wrong-pin = Nu a fost PIN-ul bun.
trouble-maybe-removed = Telefonul acesta nu poate deschide ultimele alerte. Poate a fost scos de pe listă; echipa îți poate spune. Ce ai aici se poate citi în continuare.
trouble-clock = Data sau ora telefonului pare greșită. Pune-o corect, apoi încearcă din nou. Nu s-a pierdut nimic.
trouble-refused = Nu putem avea încredere în ce a trimis serverul nostru, așa că nu a fost primit. Ce ai aici e bun în continuare.
trouble-too-old = Aplicația aceasta e prea veche pentru regulile noastre, așa că nu citește nimic nou. Închide-o și deschide-o din nou ca să o ai pe cea nouă. Ce ai aici se poate citi în continuare.
trouble-not-allowed = Asta nu se poate sau nu se mai poate. Întoarce-te și mai uită-te o dată.
trouble-bad-input = Ceva de aici nu se poate citi. Mai uită-te o dată sau lasă-l deoparte.
trouble-unknown = Ceva n-a mers aici. Nimic din ce ai trimis nu s-a pierdut. Închide aplicația, deschide-o și încearcă din nou.

## How long ago

ago-now = chiar acum
ago-minutes =
    { $count ->
        [one] acum 1 minut
        [few] acum { $count } minute
       *[other] acum { $count } de minute
    }
ago-hours =
    { $count ->
        [one] acum o oră
        [few] acum { $count } ore
       *[other] acum { $count } de ore
    }
ago-days =
    { $count ->
        [one] acum o zi
        [few] acum { $count } zile
       *[other] acum { $count } de zile
    }
ago-months =
    { $count ->
        [one] acum o lună
        [few] acum { $count } luni
       *[other] acum { $count } de luni
    }

## Check

check-title = Verifică
check-field = Un număr, o mașină, un nume, un link
check-hint = Lipește orice. Pentru o mașină: dubă albă, numărul se termină în KX
check-stays-here = Ce scrii rămâne pe telefonul acesta. Merge fără internet.
watch-tell = Spune-mi dacă apare mai târziu
watch-hint = Rămâne doar pe telefonul acesta, sub PIN-ul tău: ultimele 20 marcate. Prima pagină îți spune.
watch-listed = A apărut de când ai verificat:
watch-look = Citește alerta
watch-enough = Nu mai arăta asta
check-looked-for = S-a căutat: { $values }
check-as-name = { $value }, ca nume sau nume de utilizator
check-comparing = Se compară cu numerele ascunse…
check-hidden-not-compared = Numerele ascunse nu s-au putut compara. Restul da.
check-exact = La fel
check-probable = Probabil la fel. Întreabă pe cineva din echipă. Până atunci, poartă-te ca și cum ar fi la fel.
check-part = Se potrivește o parte
check-look = Seamănă
check-other-plate = Seamănă, dar cu alt număr
check-more =
    { $count ->
        [one] Și încă 1. Spune mai mult ca să găsești ce cauți.
        [few] Și încă { $count }. Spune mai mult ca să găsești ce cauți.
       *[other] Și încă { $count }. Spune mai mult ca să găsești ce cauți.
    }
# $areas (String): areas, with commas, or the name of the collective
check-no-record =
    { $count ->
        [0] Nu avem nicio alertă, { $areas }. Asta nu înseamnă că e sigur.
        [one] Nimic în singura noastră alertă, { $areas }. Asta nu înseamnă că e sigur.
        [few] Nimic în cele { $count } alerte ale noastre, { $areas }. Asta nu înseamnă că e sigur.
       *[other] Nimic în cele { $count } de alerte ale noastre, { $areas }. Asta nu înseamnă că e sigur.
    }
# $since (String): a month and a year
check-no-record-since =
    { $count ->
        [0] Nu avem nicio alertă, { $areas }, din { $since } încoace. Asta nu înseamnă că e sigur.
        [one] Nimic în singura noastră alertă, { $areas }, din { $since } încoace. Asta nu înseamnă că e sigur.
        [few] Nimic în cele { $count } alerte ale noastre, { $areas }, din { $since } încoace. Asta nu înseamnă că e sigur.
       *[other] Nimic în cele { $count } de alerte ale noastre, { $areas }, din { $since } încoace. Asta nu înseamnă că e sigur.
    }

## Alerts

alerts-title = Alerte
alerts-fetch = Caută altele noi
alerts-fetching = Se caută…
alerts-area = Zonă
alerts-all-areas = Toate zonele
alerts-severity = Cât de periculos
alerts-all = Toate
# $severity (String): Dangerous
alerts-from = De la „{ $severity }” în sus
alerts-none = Acum nu sunt alerte.
alerts-none-such = Acum nu sunt astfel de alerte.
alerts-not-safe = Asta nu înseamnă că e sigur.
alerts-count =
    { $count ->
        [one] 1 alertă, cele noi întâi
        [few] { $count } alerte, cele noi întâi
       *[other] { $count } de alerte, cele noi întâi
    }
alerts-more = Arată mai multe
alerts-yours =
    { $count ->
        [one] Zonele tale: { $areas }. Încă una nu se vede.
        [few] Zonele tale: { $areas }. Încă { $count } nu se văd.
       *[other] Zonele tale: { $areas }. Încă { $count } de alerte nu se văd.
    }
alerts-show-all = Arată tot
alerts-everywhere = Se văd toate zonele.
alerts-only-yours = Doar zonele mele
alerts-other-language = Text în { $language }
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } din 4
# $ago (String): 3 hours ago
alerts-as-of = Actualizat { $ago }.
alerts-last-word = Ultimul semn de la echipă: { $ago }.
alerts-withheld =
    { $count ->
        [one] Serverul nostru reține o înregistrare. Poate lipsește o alertă aici. Spune-i cuiva din echipă.
        [few] Serverul nostru reține { $count } înregistrări. Poate lipsesc alerte aici. Spune-i cuiva din echipă.
       *[other] Serverul nostru reține { $count } de înregistrări. Poate lipsesc alerte aici. Spune-i cuiva din echipă.
    }
alerts-stale = Nimic de la echipă de două săptămâni. Poate lipsesc alerte mai noi. Dacă poți, întreabă pe cineva din echipă.
alerts-taken-back = Luată înapoi
alerts-taken-back-what = Alerta aceasta nu mai contează. O vezi în continuare ca să știi.
alerts-ended = Încheiată
alerts-ended-what = Alerta aceasta a fost pentru un timp care a trecut. Poate nu mai e valabilă.
alerts-so-far-short = Aprobată de o singură persoană
alerts-so-far = Încă n-a văzut-o și altcineva din echipă. A ieșit mai repede, pentru că poate e urgent.
alerts-disputed = Pusă la îndoială
alerts-disputed-what = Cineva spune că nu e așa, și se verifică.
alerts-corrected-short = Corectată
alerts-corrected = Corectată { $ago }
alerts-said-before = Înainte scria:
alerts-published = Publicată { $ago }.
alerts-approved-by =
    { $count ->
        [one] Aprobată de 1 persoană din echipă.
        [few] Aprobată de { $count } persoane din echipă.
       *[other] Aprobată de { $count } de persoane din echipă.
    }
alerts-can-be-faked = Numerele trec de la unul la altul și pot fi falsificate.
alerts-gone = Nu mai e aici
alerts-gone-why = Alerta a fost ștearsă sau nu a ajuns pe telefonul acesta.

## Report

report-title = Semnalează
report-kinds = Ce s-a întâmplat?
report-health = Unele lucruri nu pot aștepta
report-consent = Cine poate să știe?
report-relationship = Cui i s-a întâmplat?
report-when = Când a fost?
report-area = Unde a fost?
report-place = Ce fel de loc?
report-contact = Cum a dat de tine?
report-people = Câte persoane erau?
report-persons = Cum arăta?
report-identifiers = Numere, nume, linkuri, mașini
report-vehicles = Era o mașină sau alt vehicul?
report-happened = Ce s-a întâmplat, cu vorbele tale
report-pattern = Cum a început?
report-injuries = Ai pățit ceva la corp?
report-ongoing = Mai e vreun pericol?
report-support = Vrei ajutor cu ceva?
report-review = Ce ai spus

report-nobody-asks = Alege una sau mai multe. Restul poate aștepta și poate lipsi. Nimeni nu cere dovezi.
report-send-now = Trimite acum, restul mai târziu
report-send-now-means = Doar la echipa de moderare. Nimic nu pleacă mai departe până nu spui tu.
report-step-by-step = Spune întâi mai mult, pas cu pas
report-send-added = Trimite ce am adăugat
report-send = Trimite
report-send-and-keep = Trimite și păstrează copia mea aici
report-send-and-keep-hint = În aplicație, în spatele PIN-ului
report-next = Mai departe
report-skip = Sari peste
report-progress = Întrebarea { $at } din { $of }. Poți sări peste oricare.
report-kept = Se păstrează pe parcurs. Te poți opri oricând.
report-not-kept = Ce ai scris ultima dată nu s-a putut păstra pe telefonul acesta.
# $kinds (String): what happened, of a report that was begun
report-go-on = Continuă cu: { $kinds }
report-no-kind-yet = Nespus încă
report-dont-know = Nu știu
report-change = Schimbă
report-take-out = Scoate
report-review-hint = Mai uită-te o dată. Nimic nu trebuie să fie complet.
report-too-much = E mai mult decât încape într-o semnalare. Te rugăm să scurtezi ce ai scris. Nu s-a pierdut nimic.
report-own-words = Doar pentru echipa de moderare. Vorbele tale nu ies niciodată de aici. În orice limbă.
report-happened-field = Scrie cât de mult sau de puțin vrei
report-pattern-field = Ce a spus sau a scris întâi, ce a oferit, cum s-a purtat
report-injuries-field = Doar dacă vrei să spui
report-language = Limba în care scrii
report-room-left =
    { $count ->
        [one] Mai încape 1 literă
        [few] Mai încap { $count } litere
       *[other] Mai încap { $count } de litere
    }

report-person-n = Persoana { $n }
report-another-person = Descrie altă persoană
report-vehicle-n = Vehiculul { $n }
report-another-vehicle = Adaugă alt vehicul

person-q-role = Cine era?
person-q-gender = Bărbat, femeie…
person-q-age = Vârstă
person-q-height = Înălțime
person-q-build = Corp
person-q-hair = Păr
person-q-eyes = Ochi
person-q-marks = Ceva care iese în evidență
person-q-weapon = Armă
person-q-ethnicity = Cum ți s-a părut că arată
person-q-names = Nume folosite
person-q-names-hint = Mai multe: cu virgule între ele
person-q-accent = Accent
person-q-languages = Limba vorbită
person-q-detail = Altceva (doar pentru echipă)

vehicle-q-type = Ce era?
vehicle-q-colour = Culoare
vehicle-q-marks = Ceva care iese în evidență
vehicle-q-make = Marca, de exemplu Ford
vehicle-q-model = Modelul, de exemplu Transit
vehicle-q-detail = Altceva (doar pentru echipă)

consent-own-words = Vorbele tale rămân la echipa de moderare. Mereu.
consent-peers = Să afle și alte persoane
consent-peers-hint = Echipa poate scrie o alertă. Nu spune niciodată cine a povestit.
consent-moderators = Doar echipa de moderare
consent-moderators-hint = Nu se publică nimic din ea.
consent-nothing-said = Dacă nu alegi: nimic nu iese până nu vezi și spui da.
consent-wishes = Și dacă vrei
consent-show-first-wish = Arătați-mi alerta înainte să iasă
consent-hold-wish = Așteptați până spun eu
consent-hold-hint = De exemplu, până ajungi undeva în siguranță.
consent-no-figures-wish = N-o numărați
consent-no-figures-hint = Altfel intră în cifrele noastre, fără niciun detaliu.
# $alias (String): the name she has here
consent-signed = Arată echipei numele meu de aici: { $alias }
consent-signed-hint = Altfel nu văd niciun nume.
# The same, in a list of what she said
consent-not-said = nu am spus, deci văd totul întâi
consent-show-first = văd alerta întâi
consent-hold = așteptați până spun eu
consent-no-figures = n-o numărați

when-today = Azi
when-yesterday = Ieri sau azi-noapte
when-this-week = Acum câteva zile
when-this-month = Luna aceasta
when-another-day = În altă zi
when-what-time = Cam la ce oră?

area-other = În altă parte
area-hint = Ajunge partea de oraș. Fără adresă.

identifiers-field = Lipește sau scrie orice ai
identifiers-hint = Un număr, un nume dintr-o aplicație, un link, un număr de mașină, un chat întreg. Le găsim noi. E bună și o parte: numărul se termină în KX
identifiers-noted = Notat
identifiers-none-found = Nu s-a găsit nimic aici. Dacă poți, spune ce este:
identifiers-type = Ce este?
identifiers-part = Tot sau o parte?
identifiers-whole = Tot
identifiers-add = Adaugă
identifiers-cannot = Nu poate fi așa ceva. Alege altceva sau lasă: poți scrie asta cu vorbele tale.
identifiers-in-text = Ai scris asta. O adaugi?
identifiers-in-text-why = Doar așa îl pot verifica alții, dacă iese un avertisment.
identifiers-take-in = Adaugă { $value }
identifiers-rest = În câmpul pentru numere sunt și alte cuvinte. Acelea nu se trimit.
identifiers-rest-keep = Pune tot la „Ce s-a întâmplat”
identifiers-rest-keep-hint = Vorbele tale, doar pentru echipa de moderare. Numerele rămân notate.

## After a report was sent

sent-title-here = Păstrată, pleacă în curând
sent-title-taken = Trimisă
sent-title-received = Primită
sent-title-added = Ce ai adăugat
sent-here = E în siguranță pe telefonul acesta și pleacă imediat ce e internet. Poți închide aplicația; deschide-o iar mai târziu.
sent-taken = A plecat de pe telefonul acesta, sigilată. Când ajunge pe telefonul cuiva din echipă, aici scrie Primită.
sent-received = A ajuns pe telefonul cuiva din echipă.
sent-maybe-nobody-awake = Poate nu e nimeni treaz acum.
# The collective's own figure, from a report's arrival to its warning
sent-hours =
    { $count ->
        [one] De obicei e citită într-o oră.
        [few] De obicei e citită în { $count } ore.
       *[other] De obicei e citită în { $count } de ore.
    }
sent-asks-you = Nicio alertă nu iese până nu o vezi și spui da. Uită-te la Semnalările mele.
sent-sending = Se trimite…
sent-tell-more = Spune mai mult
sent-done = Gata deocamdată
sent-kept = Ce ai scris e păstrat în aplicație, în spatele PIN-ului, ca să poți adăuga.
sent-forget-words = Am spus tot. Nu păstra aici

## My reports

mine-title = Semnalările mele
mine-new = Semnalare nouă
mine-look = Caută răspunsuri
mine-none = Nu ai trimis nicio semnalare de pe telefonul acesta.
mine-begun = Începută, netrimisă
mine-added-not-sent = Ce ai adăugat nu e trimis încă
mine-forget-copy = Nu-mi păstra copia aici
mine-go-on = Continuă
mine-throw-away = Arunc-o
mine-throw-away-sure = Da, arunc-o de tot
mine-asked-question = Au o întrebare pentru tine
mine-asked-text = Îți arată un text
mine-waiting = Ce ai făcut ultima dată n-a plecat încă de pe telefonul acesta. Pleacă la următoarea conexiune.
mine-sent-ago = Scrisă { $ago }
mine-only-here = Doar telefonul acesta știe că sunt ale tale.
mine-gone = Nu mai e aici
mine-have-0 = Nu a ajuns încă pe niciun telefon din echipă.
mine-have-1 = O are o persoană din echipă.
mine-have-2 = O au două sau mai multe persoane din echipă.
mine-they-ask = Te întreabă
mine-need-not-answer = Nu trebuie să răspunzi.
mine-your-answer = Răspunsul tău
mine-send-answer = Trimite răspunsul
mine-text = Ce ar citi alte persoane
mine-text-asked = Nimic nu iese până nu spui da. E bine așa?
mine-agree = Da, exact așa
mine-agree-hint = Dacă schimbă un cuvânt, trebuie să te întrebe din nou.
mine-change = Nu, de schimbat
mine-disagree = Dacă nu e bine, nu spune nimic sau scrie-le mai jos.
mine-text-unreadable = Au trimis un text pe care telefonul acesta nu-l poate arăta, deci nu poți spune da. Scrie-le și cere-l din nou.
mine-letters = Ce s-a scris
mine-they-wrote = Echipa de moderare, { $ago }
mine-you-wrote = Tu, { $ago }
mine-more = Ce poți face
mine-release = Alerta poate ieși acum
mine-release-hint = Ai cerut să aștepte
mine-write = Scrie echipei
mine-message = Mesajul tău
mine-send-message = Trimite
mine-correct = Corectează sau spune mai mult
mine-correct-hint = Ce trimiți ia locul a ceea ce au.
mine-correct-anew = Vorbele tale nu mai sunt păstrate pe telefonul acesta. Ce trimiți ia locul a ceea ce au, așa că spune totul din nou; sau mai bine scrie-le.
mine-copy = Copia mea
mine-copy-hint = Se vede aici, în spatele PIN-ului
mine-no-copy = Nu e păstrată pe telefonul acesta: o are echipa.
mine-save = Salvează ca fișier
mine-save-warning = Un fișier nu e sigilat. Cine deschide telefonul, și poate și alte aplicații, îl pot citi. În Telegram s-ar putea să nu meargă.
mine-save-sure = Salvează oricum
mine-withdraw = Retrage
mine-withdraw-what = Nu se mai face nimic cu ea și nu iese nicio alertă. Ce a ieșit deja poate fi luat înapoi doar de echipă. Nu se poate desface.
mine-withdraw-sure = Da, retrage
mine-forget = Uit-o pe telefonul acesta
mine-forget-what = Dispare de pe telefonul acesta. Apoi nu mai poți răspunde, corecta, retrage și nici afla ceva despre ea. Echipa păstrează ce are.
mine-forget-not-sent = O parte din ea NU a fost trimisă încă. Dacă o uiți acum, nu o va primi nimeni.
mine-forget-sure = Da, uit-o

status-here = Pe telefonul acesta, netrimisă încă
status-withdrawing = Ai retras-o. Asta n-a plecat încă de pe telefonul acesta.
status-sent = Trimisă. Așteaptă telefonul cuiva din echipă
status-received = Primită
status-claimed = Se ocupă cineva din echipă
status-needs-info = Au o întrebare pentru tine
status-answered = Răspunsul tău e la echipă
status-shown = Îți arată întâi textul
status-agreed = Ai spus da textului
status-approved = Aprobată, încă nu a ieșit
status-held = În așteptare până spui tu
status-so-far = Alerta a ieșit, aprobată de o singură persoană până acum
status-published = Alerta a ieșit
status-declined = Nu iese nicio alertă
status-merged = Unită cu altă semnalare despre același lucru
status-withdrawn = Ai retras-o
status-retracted = Alerta a fost luată înapoi
status-other = Se ocupă de ea

## Help near me

help-title = Ajutor aproape
help-no-emergency-line = Nu suntem linie de urgență. Poate nu e nimeni treaz.
help-in-danger = Dacă ești în pericol acum: mergi unde sunt oameni, sună pe cineva de încredere. Numărul de urgență trimite ambulanța; poate trimite și poliția.
help-health = Sănătatea ta
help-from-us = Lista e ținută de echipa noastră. Merge fără internet.
help-no-list = Echipa nu a făcut încă o listă.
help-before-joining = După ce intri, aici e o listă cu locuri din apropiere.
help-in-language = În { $language }
help-anywhere = Oriunde
help-any-clinic = Te pot trata la un spital sau la o clinică de sănătate sexuală. Nu trebuie să spui ce muncă faci.
help-no-police-needed = Poți cere îngrijire fără să mergi la poliție.
help-somebody-with-you = Poți cere să stea cineva cu tine, să te vadă o doctoriță și să-ți traducă cineva.
help-keep-clothes = Dacă poate vrei dovezi cândva: păstrează ce ai purtat într-o pungă de hârtie. Poți hotărî mai târziu.

health-hours = Dacă a fost sex fără voia ta, fără prezervativ sau ți s-a pus ceva în băutură, orele contează.
health-pep = Împotriva HIV: PEP, în cel mult 72 de ore. Cu cât mai repede, cu atât mai bine.
health-contraception = Împotriva sarcinii: pastila de a doua zi (urgență), în cel mult 5 zile. Cu cât mai repede, cu atât mai bine.
health-drugged = Dacă poate ți s-a dat ceva: nu sta fără nimeni lângă tine. Analizele arată asta doar o zi sau două.
health-where = Le găsești la urgențe, la spital, sau la o clinică de sănătate sexuală. Nu trebuie să spui ce muncă faci.

## The desk: for moderators

desk-title = Moderare
desk-only-moderators = Pagina aceasta e pentru echipa de moderare.
desk-none = Nu te așteaptă nimic.
desk-none-hint = Semnalările noi vin singure cât e aplicația deschisă.
desk-look = Caută semnalări noi
desk-looking = Se caută semnalări noi…
desk-waiting =
    { $count ->
        [one] 1 semnalare nu e terminată
        [few] { $count } semnalări nu sunt terminate
       *[other] { $count } de semnalări nu sunt terminate
    }
desk-urgent = URGENT
desk-late = De jumătate de oră n-a luat-o nimeni.
desk-reminder =
    { $hours ->
        [0] Tot un singur acord. Dispare în mai puțin de o oră.
        [one] Tot un singur acord. Dispare într-o oră.
        [few] Tot un singur acord. Dispare în { $hours } ore.
       *[other] Tot un singur acord. Dispare în { $hours } de ore.
    }

# What moderators' phones see to be wrong with our keys
alarm-is = ALARMĂ: cele mai noi chei ale noastre sunt greșite.
alarm-was = ALARMĂ: niște chei ale noastre erau greșite. Acum sunt altele bune.
alarm-gate = Pot lăsa pe dinafară o parte din echipă: poate un telefon nu mai e primit, sau nu mai are un cuvânt la cheile următoare.
alarm-cover = Lasă pe dinafară persoane pe care nu le-a scos nimeni de pe listă: poate nu mai primesc noutăți.
alarm-desk = Cu ele, semnalările noi le citesc doar cei care le-au semnat.
alarm-signed = Semnat de: { $names }. Niciun telefon nu face asta singur: a fost cu voie, sau altcineva le are telefoanele.
alarm-you = TELEFONUL TĂU e printre ele. Dacă n-ai fost tu, altcineva îți folosește cheile: spune-i cuiva din echipă prin viu grai.
alarm-do-talk = Vorbește cu restul echipei, prin viu grai sau față în față. Nu aici și nu într-un chat: cine a semnat poate citi.
alarm-do-open = Fiecare deschide aplicația. Când destule telefoane sunt de acord, se fac chei bune, iar semnalările vin din nou.
alarm-do-remove = Nu mai ai încredere în aceste persoane? Fiecare din echipă le scoate de pe listă, la Membri.
alarm-do-new = Dacă telefonul acesta e refuzat de acum încolo, sunteți pe dinafară: faceți un grup nou și spuneți-le celorlalți prin viu grai.

# After our server was restored from an older copy
whole-what = Serverul nostru a pierdut date. Fiecare telefon care deschide aplicația dă înapoi ce are. Până spune cineva că e tot, nu se primește nimic nou.
whole-say = E tot înapoi
whole-sure-what = Spune asta după ce echipa, și cât mai mulți membri, au deschis aplicația. Ce vine înapoi mai târziu nu se mai primește.
whole-sure = Da, e tot înapoi
desk-came = A venit { $ago }
desk-yours = A ta
desk-taken-by = E la { $name }
desk-show-finished =
    { $count ->
        [one] Arată 1 semnalare terminată
        [few] Arată { $count } semnalări terminate
       *[other] Arată { $count } de semnalări terminate
    }
desk-hide-finished = Ascunde semnalările terminate
desk-changes = Schimbări de alerte care așteaptă un da din echipă
desk-proposes-amendment = { $name } propune o schimbare
desk-proposes-retraction = { $name } propune s-o luăm înapoi
desk-decisions = Reguli, noutăți și membri de hotărât
desk-decisions-count =
    { $count ->
        [one] 1 așteaptă un da de la tine
        [few] { $count } așteaptă un da de la tine
       *[other] { $count } așteaptă un da de la tine
    }
desk-alerts = Alerte ieșite
desk-alerts-hint = Schimbă una sau ia-o înapoi
desk-somebody = cineva
desk-gone = Nu mai e aici
desk-gone-why = A fost terminată sau uitată, ori n-a ajuns pe telefonul acesta.

# Where a report stands, for moderators
desk-state-received = Nouă. N-a luat-o nimeni.
desk-state-mine = Te ocupi tu de ea.
desk-state-theirs = Se ocupă { $name } de ea.
desk-state-needs-info = Am întrebat. Încă nu avem răspuns.
desk-state-answered = A scris. Citește.
desk-state-shown = I s-a arătat textul. Încă n-a spus da.
desk-state-agreed = A spus da textului.
desk-state-waits =
    { $count ->
        [one] Mai trebuie să aprobe textul 1 persoană din echipă.
        [few] Mai trebuie să aprobe textul { $count } persoane din echipă.
       *[other] Mai trebuie să aprobe textul { $count } de persoane din echipă.
    }
desk-state-held = Sunt destule aprobări. A cerut să așteptăm până zice da.
desk-state-enough = Sunt destule aprobări. Poate ieși.
desk-state-out = Alerta a ieșit.
desk-state-out-so-far =
    { $hours ->
        [0] A ieșit, aprobată de o singură persoană. Încă cineva trebuie s-o aprobe în cel mult o oră, altfel dispare.
        [one] A ieșit, aprobată de o singură persoană. Încă cineva trebuie s-o aprobe în cel mult o oră, altfel dispare.
        [few] A ieșit, aprobată de o singură persoană. Încă cineva trebuie s-o aprobe în { $hours } ore, altfel dispare.
       *[other] A ieșit, aprobată de o singură persoană. Încă cineva trebuie s-o aprobe în { $hours } de ore, altfel dispare.
    }
desk-state-no-second = Nimeni altcineva n-a aprobat-o la timp. Alerta a dispărut.
desk-state-ended = Alerta s-a încheiat.
desk-state-taken-back = Alerta a fost luată înapoi.
desk-state-declined = Neacceptată.
desk-state-merged = Unită cu altă semnalare.
desk-state-withdrawn = A fost retrasă.
desk-task-withdrawn = A fost retrasă, dar alerta e încă afară. Ia alerta înapoi.
desk-task-corrected = Semnalarea a fost corectată după ce a ieșit alerta. Citește, apoi schimbă alerta sau ia-o înapoi.
desk-task-wrote = NOU: a scris între timp. Citește.
desk-task-agreed = NOU: între timp a spus da textului.
desk-task-released = NOU: între timp a spus că avertismentul poate ieși.

# One report
desk-told = Ce a povestit
desk-her-name = Numele de aici: { $name }
desk-no-name = Nu și-a arătat numele.
desk-written-in = Scris în { $language }
desk-talk = Întrebări și răspunsuri
desk-we-asked = Am întrebat
desk-she-says = A scris
desk-no-answer = Încă niciun răspuns.
desk-why-declined = Ce am răspuns
desk-alike = Altele asemănătoare
desk-alike-report = O semnalare are în comun { $by }
desk-alike-alert = Se potrivește cu o alertă ieșită
desk-text = Textul pentru membri
desk-text-agreed = A spus da exact acestui text.
desk-text-not-agreed = Vrea să-l vadă întâi și n-a spus da acestui text.
desk-text-not-asked = N-a cerut să-l vadă întâi.
desk-text-elsewhere = A spus da unui text care n-a fost scris niciodată aici: cineva i-a arătat altul. Scrie-l din nou; atunci i se arată acela.
desk-text-approved =
    { $count ->
        [0] N-a aprobat nimeni. Trebuie { $needed }.
        [one] A aprobat 1 persoană. Trebuie { $needed }.
        [few] Au aprobat { $count } persoane. Trebuie { $needed }.
       *[other] Au aprobat { $count } de persoane. Trebuie { $needed }.
    }
desk-text-approved-by = Aprobat de { $names }
desk-text-yours = Tu ai aprobat. Acum e rândul altcuiva.
desk-text-changed = Cineva a schimbat textul cât îl aveai pe ecran. Citește-l pe cel nou înainte să continui.
desk-text-read = Am citit textul nou
desk-not-yet = Nu încă: { $why }
desk-steps = Ce poți face
desk-nothing = Nu mai e nimic de făcut aici.
desk-not-yours = De asta se ocupă { $name }. Vorbiți înainte să faci ceva.

desk-claim = Mă ocup eu
desk-take-over = Preia
desk-take-over-what = { $name } se ocupă de semnalarea aceasta. Dacă o preiei, devine a ta. Spune-i.
desk-take-over-sure = Da, preia
desk-taken-just-now = { $name } tocmai a luat-o. Mai uită-te o dată.
desk-hand-back = Lasă pe altcineva
desk-hand-back-hint = Atunci o poate lua altcineva
desk-read = Am citit
desk-ask = Întreabă ceva
desk-ask-field = Întrebarea ta
desk-ask-hint = Se vede la următoarea deschidere a aplicației. Nu e obligatoriu un răspuns. Textul, dacă există, trebuie aprobat din nou.
desk-ask-send = Trimite întrebarea
desk-write = Scrie textul
desk-write-again = Scrie-l din nou
desk-write-again-hint = Acordul și aprobările nu sunt valabile pentru alt text
desk-approve = Aprobă exact textul acesta
desk-approve-again = Regulile noastre s-au schimbat după aprobare. Aprobă același text încă o dată.
desk-publish = Publică acum
desk-publish-hint = Vede orice membru
desk-so-far = Publică doar cu aprobarea mea
desk-so-far-what = Doar pentru ce e periculos și nu poate aștepta. Membrii citesc: aprobată de o singură persoană. Încă cineva trebuie s-o aprobe în 72 de ore, altfel dispare. Bifează întâi cele două întrebări de mai sus.
desk-so-far-sure = Da, publică acum
desk-decline = Nu accepta
desk-decline-what = Nu iese nicio alertă. Motivul se vede de cine a semnalat, așa că scrie-l cu blândețe.
desk-decline-field = De ce
desk-decline-sure = Nu accepta și spune de ce
desk-merge = Unește cu altă semnalare
desk-merge-what = Pentru două semnalări despre același lucru. Aceasta se încheie și se continuă cu cealaltă. Cine a semnalat află că au fost unite.
desk-merge-none = Nu e altă semnalare deschisă.
desk-merge-sure = Da, unește-le
desk-to-alert = Mergi la alertă
desk-done-claimed = Acum e a ta.
desk-done-asked = Întrebarea e trimisă. Se vede la următoarea deschidere a aplicației.
desk-done-declined = Neacceptată. Se vede de ce.
desk-done-handed-back = Acum nu e a nimănui. O poate lua altcineva.
desk-done-read = Notat: a fost citit.
desk-done-approved = Aprobat.
desk-done-published = A ieșit. Membrii o văd la următoarele noutăți.
desk-done-so-far = A ieșit, aprobată de o singură persoană până acum.
desk-done-merged = Unite. Continuă cu cealaltă semnalare.
desk-working = Se lucrează…

# Writing what members will read
write-title = Textul pentru membri
write-title-amend = Schimbă alerta
write-whole = Toată alerta din nou: ia locul a ceea ce citesc membrii acum.
write-shown-first = Cine a semnalat vrea s-o vadă întâi: pleacă acolo și așteaptă un da.
write-nuisance = După regulile noastre, o simplă neplăcere doar se numără. Nu poate ieși o alertă, decât dacă a fost mai grav: atunci alege mai jos.
write-text = Ce s-a semnalat
write-text-hint = Spune ce s-a semnalat, niciodată ce este cineva. Cu cuvintele tale, nu ale altcuiva.
write-what-to-do = Ce să faci (dacă e ceva)
write-language = Limba în care scrii
write-kinds = Ce s-a întâmplat
write-severity = Cât de periculos
write-verification = Cât s-a verificat
write-by = De câte persoane, cu care a vorbit cineva din echipă?
write-by-fault = Un număr de la 1 la 999.
write-areas = Unde
write-when = Când
write-when-keep = Spune când: { $when }
write-expires = Cât timp se vede
write-expires-usual = { $days ->
    [one] Ca de obicei: { $days } zi
    [few] Ca de obicei: { $days } zile
   *[other] Ca de obicei: { $days } de zile
}
write-expires-kept = Ca acum
write-expires-days =
    { $days ->
        [one] 1 zi
        [few] { $days } zile
       *[other] { $days } de zile
    }
write-disputed = Pune la îndoială
write-disputed-hint = Cineva spune că nu e așa, și se verifică.
write-persons = Persoane descrise
write-vehicles = Vehicule
write-identifiers = Numere, nume, mașini
write-identifiers-too-mild = După regulile noastre, numerele se arată doar de la „{ $severity }” în sus. Așa cum e acum, nu iese niciunul.
write-identifiers-in-words = În ce a scris, și nu printre ele:
write-identifiers-add = Adaugă un număr de telefon sau de mașină
write-show-open = Arată
write-show-open-hint = Îl poate citi orice membru
write-show-hidden = Ascuns
write-show-hidden-hint = Nu-l citește nimeni; cine îl verifică pe același găsește alerta
write-show-out = Lasă-l deoparte
write-shown = Arătat
write-left-out = Lăsat deoparte
write-only-she = Înainte să continui
write-only-she-know = M-am uitat la fiecare rând: nimic ce putea ști doar cine a semnalat. Nici ora, nici camera, nici vorbele.
write-only-she-is = Spune ce s-a semnalat, nu ce este cineva.
write-tick = Uită-te la amândouă și bifează-le.
write-empty = Scrie ce s-a semnalat sau, pe scurt, ce s-a povestit. Membrii văd restul dedesubt.
write-read = Citește cum vor citi membrii
write-read-title = Cum vor citi membrii
write-change = Schimbă
write-save = Păstrează textul
write-save-show = Arată cui a semnalat
write-save-amend = Propune schimbarea
write-computing = Se ascund numerele. Durează câteva secunde…
write-cannot = Așa nu poate ieși. Uită-te la numere, la zone și la cât timp se vede.
write-again = Ia-o de la capăt din semnalare
write-kept = Se păstrează pe măsură ce scrii.

# An alert that is out, for moderators
deskalert-title = O alertă
deskalert-from = Din ce a venit
deskalert-to-report = Mergi la semnalare
deskalert-amend = Schimbă
deskalert-retract = Ia-o înapoi
deskalert-retract-what = Membrii văd atunci că a fost luată înapoi și de ce. Află și cine a semnalat. Nu se mai poate pune la loc.
deskalert-retract-field = De ce (citesc membrii)
deskalert-retract-sure = Ia-o înapoi
deskalert-proposed-amendment = Propunere: să devină așa
deskalert-proposed-retraction = Propunere: s-o luăm înapoi, pentru că
deskalert-approve = Aprobă exact schimbarea aceasta
deskalert-out = Gata. Membrii văd la următoarele noutăți.
deskalert-waits =
    { $count ->
        [one] Propus. Mai așteaptă 1 persoană din echipă.
        [few] Propus. Mai așteaptă { $count } persoane din echipă.
       *[other] Propus. Mai așteaptă { $count } de persoane din echipă.
    }

## Our collective

collective-title = Grupul nostru
collective-people =
    { $count ->
        [one] 1 persoană moderează.
        [few] { $count } persoane moderează.
       *[other] { $count } de persoane moderează.
    }
collective-nobody-knows = Membrii nu văd cine sunt.
collective-rules = Regulile noastre
collective-rules-hint = Cum hotărâm
collective-figures = Cifre
collective-figures-hint = Ce a venit, ce a ieșit
collective-news = Noutăți și întrebări
collective-news-hint =
    { $count ->
        [0] Nimic acum
        [one] 1 acum
        [few] { $count } acum
       *[other] { $count } acum
    }
collective-moderate = Pentru echipa de moderare
collective-invite = Invită pe cineva
collective-members = Membri
collective-members-hint =
    { $count ->
        [one] 1 persoană
        [few] { $count } persoane
       *[other] { $count } de persoane
    }
collective-waiting = Așteaptă un da
collective-change-rules = Schimbă regulile noastre
collective-edit-help = Editează „Ajutor aproape”
collective-volunteer = Vreau să moderez
collective-volunteer-what = Echipa vede atunci că vrei și te poate primi. Cine moderează citește semnalările. O poți face cu numele pe care îl ai aici.
collective-volunteer-sure = Da, spune-le
collective-volunteered = Echipa va vedea că vrei.
collective-done = Gata. Membrii văd la următoarele noutăți.
collective-proposed =
    { $count ->
        [one] Propus. Mai așteaptă 1 persoană din echipă.
        [few] Propus. Mai așteaptă { $count } persoane din echipă.
       *[other] Propus. Mai așteaptă { $count } de persoane din echipă.
    }
collective-cancel = Renunță
draft-anew = Renunță la schimbările mele

# Our rules in words
rules-number = Regulile noastre, versiunea { $number }
rules-alert =
    { $count ->
        [one] 1 persoană din echipă trebuie să aprobe o alertă înainte să iasă.
        [few] { $count } persoane din echipă trebuie să aprobe o alertă înainte să iasă.
       *[other] { $count } de persoane din echipă trebuie să aprobe o alertă înainte să iasă.
    }
rules-so-far = Dacă e periculos, o singură persoană din echipă o poate scoate imediat. Încă cineva trebuie s-o aprobe în 72 de ore, altfel dispare.
rules-charter =
    { $count ->
        [one] 1 persoană din echipă hotărăște reguli noi și cine mai moderează.
        [few] { $count } persoane din echipă trebuie să fie de acord cu reguli noi și cu cine mai moderează.
       *[other] { $count } de persoane din echipă trebuie să fie de acord cu reguli noi și cu cine mai moderează.
    }
rules-remove =
    { $count ->
        [one] 1 persoană din echipă poate scoate pe cineva de pe listă.
        [few] { $count } persoane din echipă trebuie să fie de acord ca să scoată pe cineva de pe listă.
       *[other] { $count } de persoane din echipă trebuie să fie de acord ca să scoată pe cineva de pe listă.
    }
rules-identifiers = Numerele de telefon și de mașină se arată de la „{ $severity }” în sus.
rules-masked = Ascunse, ca să le găsească doar o verificare: { $types }.
rules-masked-none = Nimic nu e ascuns.
rules-nuisance-yes = Sunt alerte și pentru simple neplăceri.
rules-nuisance-no = Simplele neplăceri se numără și nu dau alerte.
rules-ethnicity-yes = Se poate spune cum părea cineva ca etnie.
rules-ethnicity-no = Nimeni nu e întrebat despre etnie.
rules-areas = Zonele noastre: { $areas }.
rules-areas-none = Încă nu avem zone.
rules-country = Numerele fără prefix de țară sunt socotite din { $country }.
rules-never = Fără poliție. Nimănui din afară nu i se spune nimic.

# Changing them
rules-name = Cum ne spunem
rules-name-fault = Între 1 și 80 de litere.
rules-areas-field = Zonele noastre, câte una pe rând
rules-areas-hint = Alertele păstrează zona pe care o au. O zonă scoasă nu mai apare la alegere.
rules-country-field = Țara numerelor de telefon (două litere)
rules-country-fault = Două litere ale unei țări, de exemplu RO. Regatul Unit este GB.
rules-quorum = Câte persoane trebuie să aprobe o alertă
rules-quorum-hint = Contează de la trei persoane în echipă. Până atunci ajunge una.
rules-severity = Numerele se arată de la
rules-masked-field = Ascunse, ca să le găsească doar o verificare
rules-nuisance = Alerte și pentru simple neplăceri
rules-ethnicity = Întreabă cum părea cineva ca etnie
rules-ethnicity-hint = Nu se caută niciodată după ea. Poate răni grupuri întregi; hotărâți împreună.
rules-wishes = Și
rules-unchanged = Încă nu s-a schimbat nimic.
rules-cannot = Asemenea reguli nu se pot. Mai uită-te la zone și la numere.
rules-review = Mai uită-te o dată
rules-changes = Asta ar schimba:
rules-propose = Propune regulile acestea
rules-changed-people-in = { $name } moderează de atunci încolo
rules-changed-people-out = { $name } nu mai moderează
rules-changed-devices = { $name } are alte dispozitive
rules-changed = { $what }: { $before } devine { $after }
rules-changed-areas = Zonele noastre devin: { $areas }
rules-changed-keys = Toate cheile echipei se fac din nou
rules-changed-nothing = Nu se schimbă nimic
rules-what-name = Numele nostru
rules-what-country = Țara noastră
rules-what-minimum = Cea mai mică versiune a aplicației
rules-what-quorum-alert = Câte persoane aprobă o alertă
rules-what-quorum-charter = Câte persoane aprobă reguli noi
rules-what-quorum-erase = Câte persoane aprobă o ștergere
rules-what-quorum-remove = Câte persoane aprobă scoaterea cuiva
rules-what-identifiers_from = Numerele se arată de la
rules-what-masked = Ascunse
rules-what-nuisance_alerts = Alerte pentru simple neplăceri
rules-what-ethnicity = Se întreabă de etnie
rules-what-alert_quorum = Câte persoane aprobă, de la trei persoane în echipă
rules-what-other = Altă regulă
rules-yes = da
rules-no = nu
rules-none = nimic
rules-not-said = nespus

# Invites
invite-title = Invită pe cineva
invite-why = Un cod lasă o singură persoană să intre. Arată-l sau spune-l. Nu-l trimite niciodată prin Telegram: acolo s-ar citi.
invite-for = Pentru ce e?
invite-member = Un membru
invite-member-hint = Citește alerte, verifică, semnalează
invite-moderator = Cineva în echipa de moderare
invite-moderator-hint = Cine intră cu el acceptă să modereze. Tot voi trebuie să confirmați.
invite-lasts = Cât timp e bun?
invite-lasts-day = 1 zi
invite-lasts-three = 3 zile
invite-lasts-week = 1 săptămână
invite-make = Fă un cod
invite-code-title = Codul
invite-code-once = Se arată doar acum.
invite-code-until = Pentru o persoană, până la { $date }.
invite-code-where = Cu el se intră la { $address }, apoi „Am un cod”.
invite-copy = Copiază
invite-copied = Copiat. Orice altceva rulează pe telefonul acesta îl poate citi.
invite-picture = Același cod, pentru o cameră
invite-open = Coduri care se mai pot folosi
invite-open-none = Niciun cod deschis.
invite-open-one = Pentru un membru, până la { $date }
invite-open-moderator = Pentru moderare, până la { $date }
invite-made-by = Făcut de { $name }
invite-left =
    { $count ->
        [one] mai e o oră
        [few] mai sunt { $count } ore
       *[other] mai sunt { $count } de ore
    }
invite-call-back = Anulează
invite-call-back-what = Nimeni nu mai poate intra cu codul acesta.
invite-call-back-sure = Da, anulează
invite-called-back = Anulat.
invite-used-meanwhile = Cineva a intrat deja cu el. Ca să scoți persoana, caut-o la Membri.

# Members
members-title = Membri
members-why = Numele acestea le vede doar echipa de moderare.
members-you = tu
members-moderates = moderează
members-willing = vrea să modereze
members-leaving =
    { $needed ->
        [one] { $count } din 1 e de acord cu scoaterea
        [few] { $count } din { $needed } sunt de acord cu scoaterea
       *[other] { $count } din { $needed } sunt de acord cu scoaterea
    }
members-leaving-soon = În curând nu mai e pe listă
members-gone = Nu mai e pe listă
members-remove = Scoate de pe listă
members-remove-what = { $name } nu citește nimic din ce vine de atunci încolo. Ce e pe telefonul acela rămâne acolo. Ca să revină, trebuie un cod nou.
members-remove-second =
    { $count ->
        [0] Poți face asta fără altcineva.
        [one] Trebuie să fie de acord încă 1 persoană din echipă.
        [few] Trebuie să fie de acord încă { $count } persoane din echipă.
       *[other] Trebuie să fie de acord încă { $count } de persoane din echipă.
    }
members-remove-phone = Are efect după ce se trezește încă un telefon din echipă.
members-remove-sure = Da, scoate: { $name }
members-removed = { $name } nu mai e pe listă. Nu poate citi ce vine de acum încolo.
members-remove-waits = Notat. { $name } iese de pe listă după ce e de acord încă cineva din echipă.
members-remove-awake = De acord. { $name } iese de pe listă după ce se trezește încă un telefon din echipă.
members-you-agreed = Ai fost de acord. Acum e rândul altcuiva.
members-remove-moderator-what = { $name } moderează. Toate cheile echipei se fac din nou și toate codurile deschise se anulează. Nu va mai citi nimic din ce vine; ce a citit, a citit.
members-remove-yourself = Ești chiar tu. N-ai mai modera și nu ai mai fi membru.
members-remove-last = Doar tu moderezi. Fă întâi pe altcineva să modereze.
members-replanting = Se fac toate cheile din nou. Durează un minut: lasă deschis.
members-replanting-done =
    { $of ->
        [one] { $done } din 1 persoană
        [few] { $done } din { $of } persoane
       *[other] { $done } din { $of } de persoane
    }
members-replant-broken = Nu s-a terminat. Nu s-a pierdut nimic: începe din nou și continuă de unde a rămas.
members-promote = Primește în echipa de moderare
members-promote-what = { $name } citește atunci toate semnalările, și pe cele vechi, și hotărăște cu voi. Vedeți-vă întâi: știi cine este?
members-promote-sure = Da, primește: { $name }
members-promoted = { $name } moderează acum. Telefonul său citește semnalările la următoarele noutăți.
members-promote-waits =
    { $count ->
        [one] Notat. Trebuie să fie de acord încă 1 persoană din echipă.
        [few] Notat. Trebuie să fie de acord încă { $count } persoane din echipă.
       *[other] Notat. Trebuie să fie de acord încă { $count } de persoane din echipă.
    }
members-not-willing = N-a spus că vrea să modereze. Poate spune în aplicație: Grupul nostru, Vreau să moderez.

# What somebody has proposed
waiting-title = Așteaptă un da
waiting-none = Nu așteaptă nimic.
waiting-by = Propus de { $name }.
waiting-approvals =
    { $needed ->
        [one] { $count } din 1 e de acord
        [few] { $count } din { $needed } sunt de acord
       *[other] { $count } din { $needed } sunt de acord
    }
waiting-charter = Reguli noi
waiting-resources = O listă nouă: Ajutor aproape
waiting-figures = Cifre
waiting-notice = Un mesaj pentru toți membrii
waiting-question = O întrebare pentru toți membrii
waiting-other = Ceva ce aplicația nu cunoaște
waiting-read = Citește
waiting-approve = De acord exact cu asta
waiting-mine = Ai fost de acord. Acum e rândul altcuiva.
waiting-removes = Asta scoate pe cineva din echipă. Spune da la numele său, la Membri.
waiting-removal = De scos de pe listă:
waiting-removal-look = Uită-te și hotărăște
waiting-approved-out = Gata. E valabil; membrii văd la următoarele noutăți.
waiting-approved-more =
    { $count ->
        [one] Notat. Trebuie să fie de acord încă 1.
        [few] Notat. Trebuie să fie de acord încă { $count }.
       *[other] Notat. Trebuie să fie de acord încă { $count }.
    }

# Figures
figures-title = Cifre
figures-none = Încă nu sunt publicate cifre.
figures-from-to = De la { $from } la { $to }
figures-now = Numărate acum, pe telefonul acesta
figures-publish = Publică-le
figures-publish-what = Orice membru poate citi cifrele. Nu e niciun conținut în ele.
figures-received = Semnalări primite
figures-published = Alerte ieșite
figures-declined = Neacceptate
figures-merged = Unite cu alta
figures-withdrawn = Retrase
figures-open = Încă deschise
figures-hours = Ore până a ieșit alerta
figures-less-than-one = mai puțin de 1
figures-other-kinds = Alte feluri
figures-kinds = Ce s-a semnalat

# News and questions
news-title = Noutăți și întrebări
news-none = Încă nu e nimic aici.
news-question = O întrebare pentru toată lumea
news-choices = Răspunsuri din care să alegi:
news-tell = Răspunde când te vezi cu cineva din echipă. Aplicația nu poate trimite încă răspunsuri.
news-write = Un mesaj pentru toți membrii
news-write-hint = Apare în aplicația fiecărui membru
news-ask = O întrebare pentru toți membrii
news-text = Textul tău
news-language = Limba în care scrii
news-choices-field = Răspunsuri din care să alegi, câte unul pe rând
news-choices-hint = Poți să nu pui niciunul.
news-send = Propune
news-empty = Scrie întâi ceva.
news-too-many = Cel mult 12 răspunsuri, fiecare de cel mult 200 de litere.

# Editing Help near me
helpedit-title = Editează „Ajutor aproape”
helpedit-what = Toată lista așa cum o vor vedea membrii. Există și fără internet, așa că ține-o la zi.
helpedit-name = Nume
helpedit-kind = Ce fel de ajutor
helpedit-text = Ce fac, când e deschis
helpedit-contact = Cum se ajunge la ei
helpedit-language = Limba acestui text
helpedit-add = Adaugă altul
helpedit-take-out = Scoate
helpedit-propose = Propune lista aceasta
helpedit-name-fault = Fiecare are nevoie de un nume.
helpedit-kind-health = Sănătate
helpedit-kind-talk = Cineva cu care să vorbești
helpedit-kind-legal = Sfaturi legale
helpedit-kind-housing = Un loc unde să stai
helpedit-kind-money = Bani
helpedit-kind-company = Cineva care să vină cu tine
helpedit-kind-translation = Traducere
helpedit-kind-other = Altceva
