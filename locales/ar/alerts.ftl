# What reports, alerts and checks say: every answer that can be picked, and the sentences around them.
# Short and plain, for somebody in a hurry, perhaps frightened, in her second language.
# The keys are <list>-<code>; a code never changes, what it is called may. We say what was reported, never what somebody is.

# A message without a letter of its own begins with an invisible mark (U+200F): inside another message it would else be read from the left, and
# the year would come before the day.

# Between things that are read one after the other: "threats, assault"
list-comma = {"، "}

## What happened

kinds-assault = ضرب أو اعتداء
kinds-sexual-assault = اعتداء جنسي
kinds-condom = نزع الواقي أو رفضه
kinds-weapon = سلاح
kinds-confinement = حبس أو خطف
kinds-drugging = تخدير
kinds-robbery = سرقة
kinds-non-payment = عدم الدفع
kinds-fake-payment = دفع مزيّف
kinds-threats = تهديد
kinds-harassment = مضايقة
kinds-stalking = ملاحقة أو مراقبة
kinds-blackmail = ابتزاز أو فضح
kinds-filming = تصوير دون موافقة
kinds-consent-violated = فعل ما لم نتفق عليه
kinds-hate = كراهية
kinds-authority-abuse = إساءة من الشرطة أو سلطة أخرى
kinds-haggling = رفض السعر
kinds-no-show = عدم الحضور
kinds-disrespect = قلة احترام
kinds-felt-wrong = إحساس بأن شيئًا ليس طبيعيًا

kind-groups-violence = عنف
kind-groups-money = مال
kind-groups-coercion = ضغط
kind-groups-authority = الشرطة والسلطات
kind-groups-nuisance = إزعاج

## How dangerous. Four steps, least first

severities-nuisance = إزعاج
severities-risky = فيه مخاطرة
severities-dangerous = خطير
severities-very-dangerous = خطير جدًا!

## How sure we are. Four steps, least first

verifications-unconfirmed = غير مؤكد
verifications-reporter-spoken-to = تكلّمنا مع من أبلغ
verifications-evidence-seen = رأينا دليلًا
# $by (Number): so many people, each of whom a moderator has spoken with
verifications-corroborated =
    { $by ->
        [zero] لم يؤكّده أحد
        [one] أكّده شخص آخر
        [two] أكّده شخصان
        [few] أكّده { $by } أشخاص
        [many] أكّده { $by } شخصًا
       *[other] أكّده { $by } شخص
    }
# The same, where no number is known yet: a list to pick from
verifications-corroborated-pick = أكّده آخرون

## About the report

sharing-moderators = لفريق الإشراف فقط
sharing-peers = تحذير الآخرين

relationships-self = حدث لي
relationships-for-someone = حدث لشخص آخر، وهو موافق
relationships-witness = رأيته
relationships-second-hand = سمعت عنه

precisions-day = في ذلك اليوم
precisions-week = في ذلك الوقت تقريبًا
precisions-month = في ذلك الشهر
precisions-year = في تلك السنة

bands-00-06 = في الليل (00–06)
bands-06-12 = في الصباح (06–12)
bands-12-18 = بعد الظهر (12–18)
bands-18-24 = في المساء (18–24)

places-car = في سيارة
places-street = في الشارع
places-park = في حديقة
places-bar = في بار أو نادٍ
places-my-place = عندي
places-their-place = عند ذلك الشخص
places-hotel = في فندق
places-parlour = في صالون تدليك
places-agency = في وكالة
places-online = على الإنترنت
places-phone = على الهاتف
places-other = في مكان آخر

contacts-street = في الشارع
contacts-call = باتصال هاتفي
contacts-text = برسالة نصية
contacts-app = عبر تطبيق
contacts-site = عبر موقع
contacts-social = عبر مواقع التواصل
contacts-referral = عن طريق معارف
contacts-agency = عبر وكالة
contacts-venue = في بار أو صالون
contacts-regular = التقينا من قبل
contacts-other = بطريقة أخرى

risks-knows-my-home = يعرف أين أسكن
risks-knows-my-work = يعرف أين أعمل
risks-knows-my-name = يعرف اسمي
risks-has-pictures = عنده صور لي
risks-keeps-contacting = لا يتوقف عن الاتصال بي
risks-has-my-things = عنده أغراضي
risks-is-nearby = قريب من هنا
risks-others-at-risk = آخرون في خطر
risks-none = لا

supports-talk = شخص أتكلم معه
supports-health = علاج
supports-legal = نصيحة قانونية
supports-housing = مكان للمبيت
supports-money = مال
supports-company = شخص يرافقني
supports-translation = ترجمة
supports-none = لا شيء الآن

## A person

roles-client = زبون
roles-posing-as-client = تظاهر بأنه زبون
roles-police = شرطة
roles-manager = مدير المكان
roles-bouncer = حارس المكان
roles-driver = سائق
roles-landlord = صاحب البيت
roles-other = غير ذلك

genders-man = رجل
genders-woman = امرأة
genders-non-binary = لا ثنائي الجندر
genders-other = جندر آخر

ages-under-20 = أقل من 20 سنة
ages-20s = بين 20 و29 سنة
ages-30s = بين 30 و39 سنة
ages-40s = بين 40 و49 سنة
ages-50s = بين 50 و59 سنة
ages-60s = بين 60 و69 سنة
ages-70-plus = 70 سنة أو أكثر

heights-short = قامة قصيرة
heights-average = قامة متوسطة
heights-tall = قامة طويلة
heights-very-tall = قامة طويلة جدًا

builds-slim = جسم نحيف
builds-average = جسم متوسط
builds-muscular = جسم بعضلات
builds-heavy = جسم سمين

hairs-bald = صلع
hairs-shaved = رأس محلوق
hairs-black = شعر أسود
hairs-brown = شعر بني
hairs-blond = شعر أشقر
hairs-red = شعر أحمر
hairs-grey = شعر رمادي
hairs-white = شعر أبيض
hairs-dyed = شعر مصبوغ
hairs-covered = شعر مغطى

eyes-brown = عيون بنية
eyes-blue = عيون زرقاء
eyes-green = عيون خضراء
eyes-grey = عيون رمادية
eyes-other = عيون غير عادية

person-marks-beard = لحية
person-marks-moustache = شارب
person-marks-glasses = نظارات
person-marks-tattoo-face = وشم على الوجه
person-marks-tattoo-neck = وشم على الرقبة
person-marks-tattoo-hand = وشم على اليد
person-marks-tattoo-arm = وشم على الذراع
person-marks-tattoo-elsewhere = وشم
person-marks-scar-face = ندبة على الوجه
person-marks-scar-hand = ندبة على اليد
person-marks-scar-elsewhere = ندبة
person-marks-piercing = بيرسينغ
person-marks-missing-teeth = أسنان ناقصة
person-marks-gold-teeth = أسنان ذهب
person-marks-limp = عرج
person-marks-stammer = تأتأة
person-marks-birthmark = وحمة
person-marks-missing-finger = إصبع ناقص
person-marks-uniform = زي رسمي
person-marks-strong-smell = رائحة قوية
person-marks-other = علامة أخرى

weapons-knife = سكين
weapons-gun = مسدس
weapons-blunt = شيء للضرب
weapons-spray = بخاخ
weapons-syringe = إبرة
weapons-rope = حبل
weapons-dog = كلب
weapons-other = سلاح آخر

# As perceived by the reporter. Shown only where the collective's rules say so, and never searched by.
ethnicities-white = أبيض
ethnicities-black = أسود
ethnicities-south-asian = جنوب آسيوي
ethnicities-east-asian = شرق آسيوي
ethnicities-middle-eastern = شرق أوسطي
ethnicities-latin = لاتيني
ethnicities-roma = من الروما
ethnicities-mixed = مختلط
ethnicities-other = غير ذلك

person-names = الاسم المستعمل: { $names }
person-accent = اللكنة: { $accent }
person-languages = اللغة: { $languages }
person-weapon = السلاح: { $weapon }
person-ethnicity = المظهر: { $ethnicity }

## A vehicle

vehicles-car = سيارة
vehicles-van = فان
vehicles-suv = جيب (SUV)
vehicles-pickup = بيك أب
vehicles-taxi = تاكسي
vehicles-lorry = شاحنة
vehicles-minibus = حافلة صغيرة
vehicles-motorbike = دراجة نارية
vehicles-bicycle = دراجة
vehicles-camper = سيارة تخييم
vehicles-other = مركبة

colours-white = أبيض
colours-black = أسود
colours-grey = رمادي
colours-silver = فضي
colours-blue = أزرق
colours-red = أحمر
colours-green = أخضر
colours-yellow = أصفر
colours-orange = برتقالي
colours-brown = بني
colours-gold = ذهبي
colours-purple = بنفسجي
colours-two-colour = لونان

# "white van"
vehicle-of-colour = ‏{ $vehicle } ({ $colour })

vehicle-marks-dent = ضربة في الهيكل
vehicle-marks-broken-light = ضوء مكسور
vehicle-marks-cracked-window = زجاج مشقوق
vehicle-marks-tinted-windows = زجاج غامق
vehicle-marks-sign-writing = كتابة على الجانب
vehicle-marks-sticker = ملصق
vehicle-marks-roof-rack = حمّالة على السقف
vehicle-marks-ladder = سلّم
vehicle-marks-tow-bar = خطّاف جرّ
vehicle-marks-child-seat = مقعد طفل
vehicle-marks-taxi-sign = علامة تاكسي
vehicle-marks-foreign-plate = لوحة أجنبية
vehicle-marks-no-plate = بلا لوحة
vehicle-marks-rust = صدأ
vehicle-marks-loud = صوت عالٍ
vehicle-marks-no-windows = بلا نوافذ
vehicle-marks-other = علامة أخرى

## Numbers, plates and the like

types-phone = رقم الهاتف
types-email = البريد الإلكتروني
types-handle = اسم المستخدم
types-link = الرابط
types-payment = حساب الدفع
types-plate = رقم اللوحة

partials-starts = يبدأ بـ { $value }
partials-ends = ينتهي بـ { $value }
partials-contains = يحتوي على { $value }

## An alert, line by line

# $bar (String): four squares, filled up to the severity. $n (Number): 1 to 4
alert-severity = { $bar } { $severity } ({ $n } من 4): { $kinds }
alert-verification = { $verification } ({ $n } من 4)
alert-so-far = موافقة مشرف واحد حتى الآن
alert-disputed = عليه خلاف
alert-areas = أين: { $areas }
alert-when = متى: { $when }
alert-people = عدد الأشخاص: { $people }
alert-person = شخص: { $person }
alert-vehicle = مركبة: { $vehicle }
alert-identifier = ‏{ $type }: { $value }
# "Number plate ends KX"
alert-part = ‏{ $type } { $value }
alert-hidden = { $type }: مخفي. للمقارنة بما عندك، هناك «تحقّق».
# $country (String): two letters, GB
alert-hidden-country = { $type }: مخفي ({ $country }). للمقارنة بما عندك، هناك «تحقّق».
alert-text = ما تم الإبلاغ عنه: { $text }
alert-text-in = ما تم الإبلاغ عنه (باللغة: { $language }): { $text }
alert-what-to-do = ما العمل: { $text }
alert-expires = يظهر حتى { $date }

## Dates. Days and years are text, so that nobody reads 2,026

date-day = ‏{ $day } { $month } { $year }
date-month = ‏{ $month } { $year }
date-year = { $year }
date-about = حوالي { $date }
months-01 = يناير (1)
months-02 = فبراير (2)
months-03 = مارس (3)
months-04 = أبريل (4)
months-05 = مايو (5)
months-06 = يونيو (6)
months-07 = يوليو (7)
months-08 = أغسطس (8)
months-09 = سبتمبر (9)
months-10 = أكتوبر (10)
months-11 = نوفمبر (11)
months-12 = ديسمبر (12)

## Languages and accents

languages-en = الإنجليزية
languages-ar = العربية
languages-bg = البلغارية
languages-bn = البنغالية
languages-cs = التشيكية
languages-cy = الويلزية
languages-de = الألمانية
languages-el = اليونانية
languages-es = الإسبانية
languages-fa = الفارسية
languages-fr = الفرنسية
languages-hi = الهندية
languages-hu = المجرية
languages-it = الإيطالية
languages-ku = الكردية
languages-lt = الليتوانية
languages-nl = الهولندية
languages-pa = البنجابية
languages-pl = البولندية
languages-pt = البرتغالية
languages-ro = الرومانية
languages-ru = الروسية
languages-so = الصومالية
languages-sq = الألبانية
languages-sw = السواحيلية
languages-th = التايلاندية
languages-tr = التركية
languages-uk = الأوكرانية
languages-ur = الأردية
languages-vi = الفيتنامية
languages-zh = الصينية
languages-en-IE = إنجليزية إيرلندا
languages-en-scotland = إنجليزية اسكتلندا
languages-en-US = إنجليزية أمريكا
languages-en-AU = إنجليزية أستراليا
languages-en-JM = إنجليزية جامايكا
languages-en-NG = إنجليزية نيجيريا

## Check: why a warning fits

called-phone = رقم
called-email = بريد إلكتروني
called-handle = اسم مستخدم
called-link = رابط
called-payment = حساب دفع
called-plate = رقم لوحة

reason-same = نفس الشيء: { $called }
reason-plate-reads-alike = رقم لوحة يُقرأ مثله (O و0، I و1)
reason-starts = { $called } يبدأ هكذا
reason-ends = { $called } ينتهي هكذا
reason-contains = { $called } يحتوي على هذا
reason-warning-starts = في التنبيه { $called } يبدأ بـ { $value }
reason-warning-ends = في التنبيه { $called } ينتهي بـ { $value }
reason-warning-contains = في التنبيه { $called } يحتوي على { $value }
reason-other-app = نفس الاسم في تطبيق آخر
reason-hidden = على الأرجح نفس الشيء: { $called }. هو مخفي؛ فريق الإشراف يمكنه المقارنة.
reason-hidden-other-app = على الأرجح نفس الاسم في تطبيق آخر. هو مخفي؛ فريق الإشراف يمكنه المقارنة.
reason-vehicle = مركبة تشبهها: { $words }
reason-vehicle-other-plate = مركبة تشبهها: { $words }. لوحتها مختلفة. اللوحات يمكن تغييرها.
reason-person = شخص يشبهه: { $words }
reason-name = اسم مستعمل: { $name }. كثيرون لهم نفس الاسم.
# Of several values that were looked for, this one
reason-of-value = ‏{ $value }: { $reason }

## Check: what it says above its matches, or if there are none

note-matches =
    { $matches ->
        [zero] لا تنبيه مطابق (عندنا { $count }).
        [one] تنبيه واحد مطابق (عندنا { $count }).
        [two] تنبيهان مطابقان (عندنا { $count }).
        [few] { $matches } تنبيهات مطابقة (عندنا { $count }).
        [many] { $matches } تنبيهًا مطابقًا (عندنا { $count }).
       *[other] { $matches } تنبيه مطابق (عندنا { $count }).
    } الأرقام تنتقل من شخص إلى آخر ويمكن تزويرها.
note-no-record-of-not-safe = لا شيء عندنا عن { $value }. هذا لا يعني الأمان.
note-no-record-of = لا شيء عندنا عن { $value }.
note-no-record =
    { $count ->
        [zero] لا تنبيهات عندنا بعد. هذا لا يعني الأمان.
        [one] لا شيء في تنبيهنا الوحيد. هذا لا يعني الأمان.
        [two] لا شيء في تنبيهينا الاثنين. هذا لا يعني الأمان.
        [few] لا شيء في تنبيهاتنا، وهي { $count } تنبيهات. هذا لا يعني الأمان.
        [many] لا شيء في تنبيهاتنا، وهي { $count } تنبيهًا. هذا لا يعني الأمان.
       *[other] لا شيء في تنبيهاتنا، وهي { $count } تنبيه. هذا لا يعني الأمان.
    }
note-no-record-since =
    { $count ->
        [zero] لا تنبيهات عندنا منذ { $since }. هذا لا يعني الأمان.
        [one] لا شيء في تنبيهنا الوحيد منذ { $since }. هذا لا يعني الأمان.
        [two] لا شيء في تنبيهينا الاثنين منذ { $since }. هذا لا يعني الأمان.
        [few] لا شيء في تنبيهاتنا منذ { $since }، وهي { $count } تنبيهات. هذا لا يعني الأمان.
        [many] لا شيء في تنبيهاتنا منذ { $since }، وهي { $count } تنبيهًا. هذا لا يعني الأمان.
       *[other] لا شيء في تنبيهاتنا منذ { $since }، وهي { $count } تنبيه. هذا لا يعني الأمان.
    }
note-we-have =
    { $count ->
        [zero] لا تنبيهات عندنا بعد. هذا لا يعني الأمان.
        [one] عندنا تنبيه واحد. هذا لا يعني الأمان.
        [two] عندنا تنبيهان. هذا لا يعني الأمان.
        [few] عندنا { $count } تنبيهات. هذا لا يعني الأمان.
        [many] عندنا { $count } تنبيهًا. هذا لا يعني الأمان.
       *[other] عندنا { $count } تنبيه. هذا لا يعني الأمان.
    }
note-we-have-since =
    { $count ->
        [zero] لا تنبيهات عندنا منذ { $since }. هذا لا يعني الأمان.
        [one] عندنا تنبيه واحد منذ { $since }. هذا لا يعني الأمان.
        [two] عندنا تنبيهان منذ { $since }. هذا لا يعني الأمان.
        [few] عندنا { $count } تنبيهات منذ { $since }. هذا لا يعني الأمان.
        [many] عندنا { $count } تنبيهًا منذ { $since }. هذا لا يعني الأمان.
       *[other] عندنا { $count } تنبيه منذ { $since }. هذا لا يعني الأمان.
    }
note-nothing-to-look-for = لا شيء للبحث عنه بعد. يمكنك كتابة رقم أو لوحة أو رابط، أو وصف سيارة، مثل: فان أبيض، لوحة تنتهي بـ KX
note-nothing-to-look-for-nor-name = لا شيء هنا للبحث عنه، ولا تنبيه فيه هذا الاسم. يمكنك كتابة رقم أو لوحة أو رابط، أو وصف سيارة، مثل: فان أبيض، لوحة تنتهي بـ KX
note-too-little = هذا قليل للبحث، لذلك بحثنا عن الأسماء فقط.
note-too-little-car = للسيارة: اللون أو الماركة أيضًا: فان أبيض
note-too-little-person = للشخص: ثلاثة أوصاف أو أكثر: رجل طويل، 40 سنة
note-too-little-or = أو رقم أو لوحة أو رابط.
note-still-comparing = ما زالت المقارنة مع الأرقام المخفية جارية. لحظة من فضلك.
# $country (String): two letters, GB
note-foreign = لا رقم في { $country } يشبه هذا. إن كان من بلد آخر، يجب أن يبدأ بعلامة + ثم رمز البلد.
note-foreign-unknown = لا نعرف بلدًا فيه رقم كهذا. يجب أن يبدأ بعلامة + ثم رمز البلد.
note-hidden-not-in-part = لا يمكن البحث عن جزء من رقم مخفي: يلزم الرقم كاملًا.
note-more-than-compared = هنا أكثر مما يُقارن مرة واحدة. الباقي يحتاج إلى تحقّق منفصل.

## Where a report stands

states-received = وصل
states-claimed = هناك من يعمل عليه
states-needs-info = فريق الإشراف سأل سؤالًا
states-answered = تم الرد
states-shown = عُرض النص على من أبلغ
states-agreed = وافق من أبلغ
states-approved = تمت الموافقة
states-held = في الانتظار
states-so-far = خرج بموافقة مشرف واحد حتى الآن
states-published = نُشر
states-declined = لم يُقبل
states-merged = ضُمّ إلى بلاغ آخر
states-withdrawn = سُحب
# and its alert
states-live = ظاهر
states-amended = تغيّر
states-disputed = عليه خلاف
states-retracted = تم التراجع عنه
states-expired = انتهى

## What can be done with it

events-claim = سآخذه
events-hand-back = تركه لغيري
events-ask = طرح سؤال
events-draft = كتابة النص
events-show = عرض النص على من أبلغ
events-approve = موافقة
events-hold = إبقاؤه في الانتظار
events-publish = نشر
events-publish-so-far = نشر بموافقة مشرف واحد
events-decline = عدم القبول
events-merge = ضمّ إلى بلاغ آخر
events-read = قُرئ
events-answer = ردّ
events-agree = الموافقة على النص
events-release = يمكن نشره الآن
events-correct = تصحيح
events-withdraw = سحب
events-amend = تغيير التنبيه
events-dispute = وضع علامة «عليه خلاف»
events-settle = لم يعد عليه خلاف
events-retract = التراجع عن التنبيه
events-expire = انتهى

guard-consented = من أبلغ لم يوافق على تحذير الآخرين، لذلك لا يمكن نشر أي شيء من هذا البلاغ.
guard-not-moderators-only = من أبلغ قال: لفريق الإشراف فقط. لا يمكن نشر هذا أبدًا.
guard-agreed-if-asked = من أبلغ يريد رؤية النص أولًا. يجب عرضه عليه، وانتظار موافقته.
guard-on-hold = من أبلغ لم يطلب الانتظار.
guard-not-on-hold = من أبلغ طلب الانتظار حتى يقول نعم.
guard-quorum = عدد الموافقين لا يكفي بعد.
guard-one-approval = لم يوافق أحد عليه بعد.
guard-dangerous = فقط التنبيهات الخطيرة والخطيرة جدًا يمكن أن تخرج بموافقة مشرف واحد.
step-not-possible = هذا غير ممكن الآن.

## What two reports share

shared-number = نفس الرقم أو الاسم
shared-plate = نفس رقم اللوحة
shared-car = سيارة تشبهها
shared-look = شخص يشبهه

## A public text, before it is approved

hint-says-what-somebody-is = المطلوب ما تم الإبلاغ عنه، لا وصف ما هو الشخص. هذا أعدل وأسهل في الدفاع عنه.
hint-own-words = كأنها كلمات من أبلغ نفسها. هل يعرف هذا شخص واحد فقط؟
hint-number-in-text = في النص رقم أو اسم مستخدم مكشوف. مكانه بين الأرقام، حيث يكون مخفيًا.

## Figures

figures-how = العدّ حسب يوم الوصول، بأعداد كاملة. من لم يوافق على العدّ لا يُعدّ بلاغه. الأنواع التي لها أقل من 3 بلاغات تُعدّ معًا؛ وقد يكون للبلاغ أكثر من نوع. الساعات هي الوسيط بين الوصول والنشر.
