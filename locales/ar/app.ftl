# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Hide (close and lock) and Erase (wipe). Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = إخفاء
app-back = رجوع

## The app itself

app-home = الرئيسية
app-loading = لحظة…
app-not-loaded = لم تُفتح هذه الصفحة
app-not-loaded-why = ربما لا يوجد إنترنت، أو هناك نسخة أحدث من التطبيق. يجب فتح التطبيق من جديد. لم يضع شيء.
app-reload = فتح من جديد
app-broken = هذا المتصفح لا يعيد شيئًا
app-broken-why = لا يمكن الآن قراءة ما حفظه التطبيق هنا. ربما الهاتف ممتلئ، أو هذه نافذة خاصة. المطلوب إغلاق الصفحات الأخرى والمحاولة من جديد. لم يُمحَ شيء.

## The first screen

welcome-title = هنا يحذّر بعضنا بعضًا.
welcome-no-police = بلا شرطة.
welcome-no-emergency = ليس خط طوارئ؛ ربما الجميع نائمون.
welcome-telegram = تيليغرام يرى استعمالك لهذا، ولا يرى ما يُكتب هنا.
welcome-never-type = لا يُكتب هذا أبدًا في المحادثة.
welcome-lost = ما كان هذا التطبيق يحفظه هنا لم يعد موجودًا: هذا الهاتف أو متصفحه حذفه. يمكن طلب رمز جديد من فريق الإشراف. البلاغات المرسلة عند الفريق، لكن إجاباته لا يمكن أن تصل إلى هذا الهاتف بعد الآن.
welcome-lost-copied = حذف هذا الهاتف ما كان التطبيق يحفظه هنا. بكلماتك الاثنتي عشرة يعود كل شيء، وبلاغاتك أيضًا.
welcome-words = لديّ كلماتي الاثنتا عشرة
welcome-erase-copy = محو ما بقي
welcome-code = عندي رمز
welcome-help = مساعدة قريبة
welcome-language = اللغة

## A PIN

pin-new = رقم سري جديد
pin-again = نفس الرقم السري مرة أخرى
pin-same = الرقم السري مرة أخرى
pin-again-why = حتى لا يمنعك خطأ في الكتابة من الدخول.
pin-rule = 6 أرقام على الأقل. الأطول أكثر أمانًا.
pin-keys = أرقام
pin-delete = حذف
pin-next = التالي
pin-letters = استعمال الحروف
pin-digits = استعمال الأرقام
pin-fault-short = قصير جدًا: 6 على الأقل.
pin-fault-same = سهل التخمين: يلزم ثلاثة أرقام مختلفة على الأقل.
pin-fault-run = سهل التخمين: لا أرقام متتابعة مثل 123456.
pin-fault-date = يشبه تاريخ ميلاد. من يعرفك يجرّب هذا أولًا.
pin-not-alike = لم يتطابق الاثنان. البداية من جديد.

## How long the app stays open

stay-title = متى يُطلب الرقم السري
stay-why = يمكن تغيير هذا لاحقًا من «الأمان». «إخفاء» يقفل فورًا دائمًا.
stay-0 = كل مرة
stay-0-hint = يُقفل بعد نصف دقيقة من خروجك. الأفضل إن كان غيرك يستعمل هذا الهاتف.
stay-900 = بعد 15 دقيقة
stay-900-hint = يبقى مفتوحًا أثناء الدخول والخروج.
stay-28800 = بعد 8 ساعات
stay-28800-hint = رقم سري واحد لكل دوام. من معه الهاتف مفتوحًا يمكنه قراءة التطبيق.

## Coming in

join-title = رمزك
join-code = الرمز
join-code-hint = { $count ->
    [zero] يمكن لصقه. الحروف الكبيرة والمسافات والشرطات لا تهم.
   *[other] { $count } من 27
}
join-never-chat = لا يُرسل الرمز أبدًا في محادثة، حتى إلى البوت: فلا يعود صالحًا.
join-have-words = بلا رمز، لكن معك الكلمات الـ12؟
join-looking = جارٍ فحص الرمز…
join-code-short = الرمز ناقص: فيه 27 حرفًا ورقمًا، وهنا { $count }.
join-code-long = هذا طويل: في الرمز 27 حرفًا ورقمًا، وهنا { $count }.
join-code-strange = الرمز فيه حروف وأرقام فقط، وبلا U. يلزم النظر إليه مرة أخرى.
join-code-wrong = حرف أو رقم واحد خطأ. تلزم المقارنة من جديد.
join-code-gone = هذا الرمز لم يعد صالحًا: استُعمل أو أُلغي أو هو قديم. يلزم رمز آخر.
join-code-waits = يجب أن يجدّد هاتف أحد المشرفين هذا الرمز أولًا. يبقى لك: المحاولة من جديد بعد بضع ساعات.
join-offline = لا إنترنت، أو خادمنا لا يرد. الدخول يحتاج إلى اتصال. لم يُحفظ شيء: المحاولة من جديد عند الاتصال.
join-not-kept = هذا المتصفح لا يحفظ شيئًا: ربما هي نافذة خاصة، أو الهاتف ممتلئ. لم يُحفظ شيء. يمكن تجربة متصفح آخر.
join-refused = ما أرسله خادمنا لا يمكن الوثوق به، لذلك لم يتم دخولك. من المهم إخبار من أعطاك الرمز.
join-asked-title = دعوة إلى الإشراف
join-asked = من أعطاك هذا الرمز يدعوك إلى فريق الإشراف. الفريق يقرأ كل البلاغات، ويقرر معًا ما يُنشر. يأخذ هذا وقتًا، وبعضه صعب القراءة.
join-asked-yes = نعم، أشارك في الإشراف
join-asked-yes-hint = تدخل كغيرك أولًا، ثم يضمّك فريق الإشراف.
join-asked-no = ليس الآن
join-asked-no-hint = تدخل على أي حال. يمكن أن تقول نعم لاحقًا، في مجموعتنا.
join-name-title = اسم هنا
join-name = الاسم الذي يعرفك به فريق الإشراف
join-name-hint = فريق الإشراف يرى هذا الاسم؛ الأعضاء الآخرون لا يرونه. لا اسمك الحقيقي ولا اسم العمل.
join-name-other = اقتراح آخر
join-pin-title = اختيار رقم سري
join-pin-why = يقفل هذا التطبيق على هذا الهاتف. لا أحد يمكنه استرجاعه لك.
join-coming = جارٍ الدخول
join-coming-hint = عادة أقل من دقيقة. يجب أن تبقى الصفحة مفتوحة.
join-reading = جارٍ قراءة ما هو معروف…
join-checking = { $count ->
    [zero] جارٍ فحص الرسائل…
    [one] جارٍ فحص رسالة واحدة…
    [two] جارٍ فحص رسالتين…
    [few] جارٍ فحص { $count } رسائل…
   *[other] جارٍ فحص { $count } رسالة…
}
join-locking = جارٍ القفل برقمك السري…
join-done = تم

recover-title = العودة بالكلمات الـ12
recover-how = الهاتف ضاع أو انكسر أو هو جديد؟ بهذه الكلمات تعود إلى هنا بالاسم نفسه. لا حاجة إلى رمز.
recover-never-chat = لا تُكتب في أي مكان آخر.
recover-looking = جارٍ صنع مفاتيحك من الكلمات. على هاتف قديم يأخذ هذا بعض الوقت…
recover-count = { $count ->
    [zero] لا كلمات هنا. هي 12 كلمة.
    [one] هنا كلمة واحدة. هي 12 كلمة.
    [two] هنا كلمتان. هي 12 كلمة.
    [few] هنا { $count } كلمات. هي 12 كلمة.
   *[other] هنا { $count } كلمة. هي 12 كلمة.
}
recover-word = الكلمة { $place } غير موجودة في القائمة. تلزم مقارنتها بالورقة.
recover-together = هذه الكلمات الـ12 لا تتوافق. إحداها كلمة أخرى، أو الترتيب خطأ.
recover-nothing = لا شيء محفوظ تحت هذه الكلمات. تلزم مقارنتها مرة أخرى. إن كانت صحيحة، فهاتفها لم يتصل بالإنترنت بعد أن أظهرها، أو لم يتصل منذ سنة. عندها يلزم رمز.
recover-removed = هذه الكلمات لا تفتح شيئًا جديدًا هنا. ربما أُزيل اسمك من القائمة؛ فريق الإشراف يعرف.
recover-refused = ما أرسله خادمنا لا يمكن الوثوق به، لذلك لم تتم عودتك. من المهم إخبار أحد المشرفين.
recover-back-title = تمت عودتك
recover-back = الاسم نفسه، والمكان نفسه. لم يُخبَر أحد.
recover-gone = ما كان على الهاتف القديم وحده ضاع: المسودات، والردود على بلاغاتك. البلاغات نفسها عند فريق الإشراف.
recover-with-reports = بلاغاتك وإجاباتها هنا أيضًا. المسودات وحدها ذهبت.
recover-old-phone = هل يمكن أن يكون هاتفك القديم مع شخص آخر؟ من المهم الاتصال بأحد المشرفين: يزيل هذا الاسم من القائمة، فيبقى ذلك الهاتف خارجًا، ويعطيك رمزًا جديدًا.
recover-go-on = متابعة

words-title = كلمات الاسترجاع
words-why = هذه الكلمات الـ12 تفتح التطبيق على هذا الهاتف عند نسيان الرقم السري، وتعيدك على هاتف آخر إذا ضاع هذا.
words-paper = تُكتب على ورقة. بلا صورة، ولا كتابة في تطبيق آخر. من معه هذه الكلمات يدخل مكانك.
words-alone = هل ينظر أحد من خلفك؟ إذن من الأفضل لاحقًا.
words-show = إظهار الكلمات
words-later = لاحقًا
words-written = كتبتها
words-asked = ثلاث منها، للتأكد
words-number = الكلمة { $number }
words-check = تحقّق
words-wrong = إحداها غير صحيحة. يمكن النظر في الورقة، أو الرجوع والنظر مرة أخرى.
words-keeping = جارٍ حفظها…
words-kept = كلمات الاسترجاع تفتح التطبيق الآن. مكان الورقة حيث لا ينظر أحد.
words-elsewhere = وتعيدك أيضًا على هاتف آخر.
words-elsewhere-later = وستعيدك أيضًا على هاتف آخر، بعد أن يُدخلك هاتف أحد المشرفين ويتصل هذا الهاتف بالإنترنت مرة أخرى.
words-pin-why = رقمك السري أولًا، حتى لا يرى غيرك الكلمات.

prefer-title = المناطق واللغات
prefer-here-only = يُحفظ على هذا الهاتف فقط. لا أحد غيرك يرى اختيارك.
prefer-areas = أين عملك
prefer-areas-hint = تعرض التنبيهات عندها هذه فقط، والكل بضغطة واحدة. دون أي اختيار يظهر كل شيء. الفحص يبحث دائمًا في كل مكان، والخطير جدًا يظهر دائمًا.
prefer-languages = اللغات التي يمكنك قراءتها
prefer-languages-hint = التنبيهات بلغات أخرى تظهر أيضًا، مع علامة.

## Home

home-title = ما حاجتك؟
home-check = تحقّق
home-check-hint = هل الرقم أو اللوحة أو الشكل معروف؟
home-report = إبلاغ
home-report-hint = رواية ما حدث. يمكنك التوقف في أي وقت.
home-alerts = تنبيهات
home-alerts-hint = ما يحذّر منه الآخرون
home-more = المزيد
home-mine = بلاغاتي
home-asked = { $count ->
    [zero] لا شيء ينتظرك
    [one] 1 ينتظرك
    [two] 2 ينتظرانك
   *[other] { $count } تنتظرك
}
home-desk = الإشراف
home-collective = مجموعتنا
home-safety = الأمان
home-help = مساعدة قريبة
home-fetching = جارٍ البحث عن جديد…
home-never = لم يصل أي جديد بعد
home-synced = آخر جديد: { $ago }
home-alerts-count = { $count ->
    [zero] لا تنبيهات
    [one] تنبيه واحد
    [two] تنبيهان
    [few] { $count } تنبيهات
    [many] { $count } تنبيهًا
   *[other] { $count } تنبيه
}
home-offline = بلا إنترنت
home-offline-telegram = لا اتصال الآن. من الأفضل إبقاء التطبيق مفتوحًا: داخل تيليغرام لا يُفتح من جديد بلا اتصال. صفحة الأمان تبيّن أين يُفتح.
home-fetch = البحث عن جديد الآن
home-words = لك دور في الإشراف. من المهم كتابة كلمات الاسترجاع اليوم: بدونها، نسيان الرقم السري أو ضياع الهاتف لا حل له.
home-words-now = كتابتها الآن
home-trouble = لا جديد: { $sentence }
home-refused-desk = شيء لم يُقبل، لأنه لا يمكن الوثوق به. إن تكرر هذا، فمن المهم الحديث مع بقية فريق الإشراف خارج هذا التطبيق.
home-withheld-desk = خادمنا يحجب شيئًا عن هذا الهاتف. قد ينقص شيء هنا. يمكن سؤال بقية فريق الإشراف إن كان الأمر كذلك عندهم.
home-stale-desk = منذ أسبوعين لم يستيقظ ما يكفي من هواتف فريق الإشراف. ما هنا قد يكون قديمًا. من المهم أن تطلب من البقية فتح هذا التطبيق.
home-refused = { $count ->
    [zero] لم تُرفض أي رسالة.
    [one] رسالة واحدة لم تُقبل، لأنه لا يمكن الوثوق بها. من المهم إخبار فريق الإشراف.
    [two] رسالتان لم تُقبلا، لأنه لا يمكن الوثوق بهما. من المهم إخبار فريق الإشراف.
    [few] { $count } رسائل لم تُقبل، لأنه لا يمكن الوثوق بها. من المهم إخبار فريق الإشراف.
   *[other] { $count } رسالة لم تُقبل، لأنه لا يمكن الوثوق بها. من المهم إخبار فريق الإشراف.
}
home-withheld = { $count ->
    [zero] لا رسائل محجوبة عن هذا الهاتف.
    [one] رسالة واحدة محجوبة عن هذا الهاتف. ربما ينقص شيء هنا. من المهم إخبار فريق الإشراف.
    [two] رسالتان محجوبتان عن هذا الهاتف. ربما ينقص شيء هنا. من المهم إخبار فريق الإشراف.
    [few] { $count } رسائل محجوبة عن هذا الهاتف. ربما ينقص شيء هنا. من المهم إخبار فريق الإشراف.
   *[other] { $count } رسالة محجوبة عن هذا الهاتف. ربما ينقص شيء هنا. من المهم إخبار فريق الإشراف.
}
home-stale = { $count ->
    [zero] لا خبر من فريق الإشراف اليوم. ما هنا قد يكون قديمًا. يمكن سؤال أحدهم.
    [one] لا خبر من فريق الإشراف منذ يوم. ما هنا قد يكون قديمًا. يمكن سؤال أحدهم.
    [two] لا خبر من فريق الإشراف منذ يومين. ما هنا قد يكون قديمًا. يمكن سؤال أحدهم.
    [few] لا خبر من فريق الإشراف منذ { $count } أيام. ما هنا قد يكون قديمًا. يمكن سؤال أحدهم.
    [many] لا خبر من فريق الإشراف منذ { $count } يومًا. ما هنا قد يكون قديمًا. يمكن سؤال أحدهم.
   *[other] لا خبر من فريق الإشراف منذ { $count } يوم. ما هنا قد يكون قديمًا. يمكن سؤال أحدهم.
}
home-healing = خادمنا فقد بعض البيانات، وهواتف الجميع تعيدها إليه. حتى ذلك الحين، كل ما يُرسل ينتظر على هذا الهاتف.
home-clock = { $count ->
    [zero] ساعة هذا الهاتف وساعة خادمنا مختلفتان. يجب ضبط وقت الهاتف حسب الشبكة.
    [one] بين ساعة هذا الهاتف وخادمنا دقيقة واحدة. يجب ضبط وقت الهاتف حسب الشبكة.
    [two] بين ساعة هذا الهاتف وخادمنا دقيقتان. يجب ضبط وقت الهاتف حسب الشبكة.
    [few] بين ساعة هذا الهاتف وخادمنا { $count } دقائق. يجب ضبط وقت الهاتف حسب الشبكة.
   *[other] بين ساعة هذا الهاتف وخادمنا { $count } دقيقة. يجب ضبط وقت الهاتف حسب الشبكة.
}
home-waits = تم دخولك: يمكنك القراءة والتحقّق والإبلاغ. بقي أن يقبلك هاتف أحد المشرفين نهائيًا؛ وهذا يحدث وحده.
home-alarm-gate = هناك خطأ في مفاتيح خادمنا: من صنع أحدثها قد يمنع آخرين من الدخول. من المهم إخبار شخص موثوق في فريق الإشراف، خارج هذا التطبيق.
home-alarm-cover = هناك خطأ في أحدث المفاتيح: بعض الأعضاء لا يمكنهم فتح ما يصل الآن. من المهم إخبار شخص موثوق في فريق الإشراف، خارج هذا التطبيق.
home-alarm-desk = هناك خطأ في المفتاح الذي تُقفل به البلاغات: لا يمكن لكل فريق الإشراف فتحها. من المهم إخبار شخص موثوق في فريق الإشراف، خارج هذا التطبيق.

## The lock

locked-title = مقفل
locked-pin = الرقم السري
locked-open = فتح
locked-opening = جارٍ الفتح…
locked-forgot = نسيت الرقم السري
locked-erase = محو
locked-wait = { $count ->
    [zero] محاولات خاطئة كثيرة. لحظة انتظار. لا يُمحى شيء.
    [one] محاولات خاطئة كثيرة. الانتظار دقيقة واحدة. لا يُمحى شيء.
    [two] محاولات خاطئة كثيرة. الانتظار دقيقتان. لا يُمحى شيء.
    [few] محاولات خاطئة كثيرة. الانتظار { $count } دقائق. لا يُمحى شيء.
   *[other] محاولات خاطئة كثيرة. الانتظار { $count } دقيقة. لا يُمحى شيء.
}

opening-newest = أحدث التنبيهات
opening-more = يجري فتح البقية…
opening-check = يجيب التحقّق حالما تُفتح كل التنبيهات. وحتى ذلك الحين لا يقول شيئًا: جزء منها لا يكفي.
opening-soon = يُفتح هذا حالما يصبح كل شيء جاهزًا.

forgot-title = نسيت الرقم السري
forgot-how = كلمات الاسترجاع الـ12 تفتحه أيضًا. بعدها يمكنك اختيار رقم سري جديد.
forgot-words = الكلمات الـ12، بينها مسافات
forgot-twelve = هذه ليست 12 كلمة.
forgot-wrong = هذه الكلمات لا تفتح التطبيق. تلزم مقارنتها بالورقة.
forgot-new-pin = رقم سري جديد
forgot-no-words = بلا كلمات؟ إذن لا أحد يمكنه فتحه، ولا نحن. يمكنك محوه والدخول من جديد برمز آخر.

elsewhere-title = مفتوح في صفحة أخرى
elsewhere-why = التطبيق مفتوح في صفحة أو نافذة أخرى. اثنان معًا يعطل أحدهما الآخر.
elsewhere-here = استعماله هنا
elsewhere-waiting = الأخرى تُغلق…
elsewhere-failed = الصفحة الأخرى لا تُغلق. المطلوب إغلاقها باليد، ثم المحاولة من جديد.

erase-title = محو
erase-next = متابعة
erase-does-title = ماذا يفعل
erase-does = كل ما في هذا التطبيق يزول من هذا الهاتف: التنبيهات، بلاغاتك، المسودات، المفاتيح، رقمك السري.
erase-does-not-title = ماذا لا يفعل
erase-not-sent = ما أرسلته يبقى عند فريق الإشراف.
erase-not-membership = يبقى اسمك في قائمة الأعضاء حتى يزيله فريق الإشراف. للعودة يلزمك رمز جديد.
erase-not-telegram = المحادثة في تيليغرام تبقى. يلزم حذفها هناك أيضًا، ومراجعة قائمة الأجهزة في تيليغرام.
erase-not-copies = إن كان أحد قد نسخ هذا الهاتف من قبل، فالنسخ تبقى كما هي.
erase-sure = محو كل شيء؟
erase-for-good = هذا نهائي. لا شيء يعيده.
erase-now = محو كل شيء الآن
erase-keep = إبقاء
erase-erasing = جارٍ المحو…

## Safety

safety-title = الأمان
safety-pin = تغيير الرقم السري
safety-pin-hint = إن كان أحد قد رآه
safety-duress = رقم سري للمحو
safety-duress-hint = إن أجبرك أحد على فتح التطبيق
safety-stay = متى يُطلب الرقم السري
safety-stay-hint = كل مرة، بعد 15 دقيقة، بعد 8 ساعات
safety-words = كلمات الاسترجاع
safety-words-hint = عند نسيان الرقم السري أو ضياع الهاتف
safety-compare = مقارنة مع شخص قريب
safety-compare-hint = هل يصلكما نفس الشيء؟
safety-pings = إشعار في تيليغرام
safety-pings-hint = «جديد: 1» فقط، لا أكثر
safety-prefer = المناطق واللغات
safety-prefer-hint = مكان عملك، لغات قراءتك
safety-offline = بلا اتصال
safety-offline-hint = أين يُفتح هذا التطبيق بلا اتصال
safety-language = لغة التطبيق
safety-language-hint = الكلمات على الأزرار
safety-erase = محو
safety-done = تم
safety-change = تغيير الرقم السري
safety-changed = تم تغييره. الرقم القديم لا يفتح شيئًا بعد الآن.
safety-pin-now = رقمك السري الآن
safety-old-pin = الآن رقمك السري الحالي
safety-old-pin-why = حتى لا يغيّره غيرك.
safety-other-pin = لا يمكن استعمال هذا. يمكن الرجوع واختيار غيره.
safety-wait = محاولات خاطئة كثيرة. الانتظار بضع دقائق. لا يُمحى شيء.
safety-language-why = ما كتبه الناس يبقى بلغته.
safety-version = النسخة { $version }، البناء { $build }. من عنده حاسوب يمكنه مقارنتها: parasol verify
safety-limits = أي شخص يمكنه تصوير شاشة. الهاتف المسروق وهو مفتوح يمكن قراءته. من يقدّم هذا التطبيق قد يقدّم نسخة سيئة.

duress-title = رقم سري للمحو
duress-what = رقم سري ثانٍ. إن أجبرك أحد على فتح التطبيق، فهذا هو الرقم له: يُمحى كل شيء فورًا، ويبدو كأن أحدًا لم يدخل من قبل.
duress-gone = هذا نهائي. لا سؤال للتأكيد. بلاغاتك المرسلة تبقى عند فريق الإشراف؛ والباقي يزول.
duress-not-hidden = لا ينفع ضد من نسخ هذا الهاتف من قبل، أو من يعرف باستعمالك للتطبيق ويسأل أين ذهب.
duress-unknown = لا أحد يرى إن كان هناك رقم كهذا، ولا حتى هذه الصفحة.
duress-set = تعيين هذا الرقم
duress-off = لا أريد رقمًا كهذا
duress-new = الرقم السري الذي يمحو
duress-different = يجب أن يختلف عن رقمك السري في ثلاثة مواضع على الأقل، أو في الطول.
duress-sure-why = رقمك السري، حتى لا يعيّن غيرك واحدًا. بعدها، كلما كُتب الجديد يُمحى كل شيء.
duress-off-why = رقمك السري. بعدها، لا رقم يمحو شيئًا.
duress-is-on = تم تعيينه. كلما كُتب، هنا أو عند القفل، يُمحى كل شيء.
duress-is-off = لا يوجد رقم كهذا الآن.

compare-title = مقارنة مع شخص قريب
compare-how = لقاء أو مكالمة. كلاكما يفتح هذه الصفحة ويقرأ بصوت عالٍ.
compare-making = جارٍ صنع الكلمات…
compare-number = الرقم { $number }
compare-same = إن كان الرقم نفسه، فيجب أن تكون الكلمات نفسها. الرقم الأقدم يعني فقط أن عند أحدكما أخبارًا قديمة.
compare-different = نفس الرقم وكلمات أخرى؟ إذن يصل إلى كل منكما شيء مختلف. لا ثقة بهذا التطبيق قبل سؤال فريق الإشراف، خارجه.

pings-title = إشعار في تيليغرام
pings-what = عندها يقول البوت «جديد: 1» ولا أكثر. هذا اختياري: كل شيء يعمل بدونه.
pings-knows = عندها يعرف تيليغرام أن حسابك يستعمل هذا البوت. وكذلك من يدير البوت. لا يعرفان ما يُقرأ أو يُكتب هنا.
pings-bot = اسم البوت، إن كان معروفًا عندك
pings-bot-hint = يعطي رابطًا للضغط عليه. هذا الهاتف لا يعرف الاسم.
pings-bot-wrong = اسم البوت فيه حروف لاتينية وأرقام و _ فقط.
pings-how = نسخ هذا السطر، ثم إرساله كما هو في المحادثة مع البوت:
pings-how-link = نسخ هذا الرابط وفتحه في تيليغرام:
pings-open = فتح البوت
pings-tap = الضغط على «فتح البوت» ثم على «ابدأ». يجب أن يكون البوت المعروف عندك: { $bot }
pings-desk-title = لفريق الإشراف: عندما ينتظر شيء
pings-desk-hint = إشعار خاص بك وقت المناوبة
pings-desk-what = عندها يقول البوت «جديد: 1» أيضًا عندما ينتظر شيء فريقَ الإشراف.
pings-desk-knows = بهذا يعرف تيليغرام ومن يدير البوت أن هذا الحساب من فريق الإشراف.
pings-desk-without = كل شيء يعمل بدونه أيضًا: ما ينتظر يظهر كلما فُتح التطبيق.
pings-desk-agree = أعرف ذلك. إظهار
pings-copy = نسخ
pings-copied = تم النسخ
pings-not-copied = لم يمكن النسخ. يمكن الضغط عليه طويلًا ونسخه باليد.
pings-ends = يصلح بضعة أيام، ويلزم تجديده كل شهرين تقريبًا. كتابة /leave في المحادثة تنهيه.
# Without a connection
offline-telegram = داخل تيليغرام لا يُفتح هذا التطبيق بلا اتصال: تيليغرام يجلبه من جديد كل مرة. ما دام مفتوحًا يستمر في العمل.
offline-browser = في متصفح على هذا الهاتف يمكن ذلك. يُفتح هناك هذا العنوان:
offline-own-code = يُحسب ذلك هاتفًا آخر: يلزمه رمز خاص به. ما هنا لا ينتقل إليه.
offline-install = في المتصفح، من قائمته: «تثبيت» أو «إضافة إلى الشاشة الرئيسية». بعدها يُفتح بلا اتصال.
offline-check = عندها يجيب الفحص مما جلبه هذا الهاتف آخر مرة، ويقول كم عمره. ما ترسله يخرج مع الاتصال التالي.

## When something does not work: one kind sentence each

trouble-offline = لا إنترنت، أو خادمنا لا يرد. لم يضع شيء: ما كتبته محفوظ على هذا الهاتف ويخرج لاحقًا.
trouble-not-ours = ردّ شيء آخر مكان خادمنا. ربما تطلب هذه الشبكة تسجيل الدخول أولًا. لم يضع شيء.
trouble-said-no = خادمنا قال لا هذه المرة. لم يضع شيء. المحاولة من جديد بعد قليل.
trouble-busy = خادمنا مشغول جدًا الآن. لم يضع شيء. سيعمل بعد بضع دقائق.
trouble-full = لا مكان باقٍ في هذا الهاتف، فلا يمكن حفظ المزيد. يلزم حذف شيء لا حاجة إليه، ثم المحاولة من جديد.
trouble-storage = لم يحفظ هذا الهاتف شيئًا ما، أو لا يعيده. أفضل حل: إغلاق التطبيق وفتحه من جديد، والتأكد من وجوده.
trouble-wrong-pin = ليس هذا الرقم السري.
trouble-maybe-removed = هذا الهاتف لا يمكنه فتح أحدث التنبيهات. ربما أُزيل من القائمة؛ فريق الإشراف يعرف. ما عندك هنا يبقى مقروءًا.
trouble-clock = تاريخ هذا الهاتف أو وقته يبدو خطأ. يلزم ضبطه، ثم المحاولة من جديد. لم يضع شيء.
trouble-refused = ما أرسله خادمنا لا يمكن الوثوق به، فلم يُقبل. ما عندك هنا ما زال صالحًا.
trouble-too-old = هذا التطبيق أقدم من قواعدنا، فلا يقرأ أي جديد. يكفي إغلاقه وفتحه من جديد للحصول على الجديد. ما عندك هنا يبقى مقروءًا.
trouble-not-allowed = هذا غير ممكن، أو لم يعد ممكنًا. يمكن الرجوع والنظر من جديد.
trouble-bad-input = فيه شيء لا يمكن قراءته. يمكن النظر فيه من جديد، أو تركه.
trouble-unknown = حدث خطأ هنا. لم يضع شيء مما أرسلته. المطلوب إغلاق التطبيق وفتحه، والمحاولة من جديد.

## How long ago

ago-now = الآن
ago-minutes =
    { $count ->
        [zero] الآن
        [one] منذ دقيقة
        [two] منذ دقيقتين
        [few] منذ { $count } دقائق
       *[other] منذ { $count } دقيقة
    }
ago-hours =
    { $count ->
        [zero] منذ أقل من ساعة
        [one] منذ ساعة
        [two] منذ ساعتين
        [few] منذ { $count } ساعات
       *[other] منذ { $count } ساعة
    }
ago-days =
    { $count ->
        [zero] اليوم
        [one] منذ يوم
        [two] منذ يومين
        [few] منذ { $count } أيام
        [many] منذ { $count } يومًا
       *[other] منذ { $count } يوم
    }
ago-months =
    { $count ->
        [zero] هذا الشهر
        [one] منذ شهر
        [two] منذ شهرين
        [few] منذ { $count } أشهر
        [many] منذ { $count } شهرًا
       *[other] منذ { $count } شهر
    }

## Check

check-title = تحقّق
check-field = رقم أو لوحة أو اسم أو رابط أو سيارة
check-hint = يمكن لصق أي شيء. للسيارة، بالإنجليزية: white van, plate ends KX
check-stays-here = ما يُكتب هنا يبقى على هذا الهاتف. يعمل بلا إنترنت.
watch-tell = إخباري إن ظهر هذا لاحقًا
watch-hint = يُحفظ على هذا الهاتف فقط، خلف رقمك السري: آخر 20 مما تختاره. الصفحة الأولى تقول ذلك.
watch-listed = ظهر بعد أن تحققت منه:
watch-look = قراءة التنبيه
watch-enough = عدم إظهار هذا مرة أخرى
check-looked-for = البحث عن: { $values }
check-comparing = جارٍ المقارنة مع الأرقام المخفية…
check-hidden-not-compared = لم تمكن المقارنة مع الأرقام المخفية. الباقي تمت مقارنته.
check-exact = نفسه
check-probable = نفسه على الأرجح. يمكن سؤال فريق الإشراف.
check-part = جزء منه مطابق
check-look = يشبهه
check-more =
    { $count ->
        [zero] لا شيء آخر.
        [one] وهناك 1 آخر. تفاصيل أكثر تساعد في إيجاد الصحيح.
       *[other] وهناك { $count } أخرى. تفاصيل أكثر تساعد في إيجاد الصحيح.
    }
# $areas (String): areas, with commas, or the name of the collective
check-no-record =
    { $count ->
        [zero] لا تنبيهات عندنا، { $areas }. هذا لا يعني الأمان.
        [one] لا شيء في تنبيهنا الوحيد، { $areas }. هذا لا يعني الأمان.
        [two] لا شيء في تنبيهينا الاثنين، { $areas }. هذا لا يعني الأمان.
        [few] لا شيء في تنبيهاتنا ({ $count } تنبيهات)، { $areas }. هذا لا يعني الأمان.
        [many] لا شيء في تنبيهاتنا ({ $count } تنبيهًا)، { $areas }. هذا لا يعني الأمان.
       *[other] لا شيء في تنبيهاتنا ({ $count } تنبيه)، { $areas }. هذا لا يعني الأمان.
    }
# $since (String): a month and a year
check-no-record-since =
    { $count ->
        [zero] لا تنبيهات عندنا، { $areas }، منذ { $since }. هذا لا يعني الأمان.
        [one] لا شيء في تنبيهنا الوحيد، { $areas }، منذ { $since }. هذا لا يعني الأمان.
        [two] لا شيء في تنبيهينا الاثنين، { $areas }، منذ { $since }. هذا لا يعني الأمان.
        [few] لا شيء في تنبيهاتنا ({ $count } تنبيهات)، { $areas }، منذ { $since }. هذا لا يعني الأمان.
        [many] لا شيء في تنبيهاتنا ({ $count } تنبيهًا)، { $areas }، منذ { $since }. هذا لا يعني الأمان.
       *[other] لا شيء في تنبيهاتنا ({ $count } تنبيه)، { $areas }، منذ { $since }. هذا لا يعني الأمان.
    }

## Alerts

alerts-title = تنبيهات
alerts-fetch = البحث عن جديد
alerts-fetching = جارٍ البحث…
alerts-area = المنطقة
alerts-all-areas = كل المناطق
alerts-severity = درجة الخطر
alerts-all = الكل
# $severity (String): Dangerous
alerts-from = { $severity } وما فوق
alerts-none = لا تنبيهات الآن.
alerts-none-such = لا تنبيهات كهذه الآن.
alerts-not-safe = هذا لا يعني الأمان.
alerts-count =
    { $count ->
        [zero] لا تنبيهات
        [one] تنبيه واحد
        [two] تنبيهان، الأحدث أولًا
        [few] { $count } تنبيهات، الأحدث أولًا
        [many] { $count } تنبيهًا، الأحدث أولًا
       *[other] { $count } تنبيه، الأحدث أولًا
    }
alerts-more = عرض المزيد
alerts-yours =
    { $count ->
        [zero] مناطقك: { $areas }. لا شيء غيرها.
        [one] مناطقك: { $areas }. تنبيه واحد آخر لا يظهر.
        [two] مناطقك: { $areas }. تنبيهان آخران لا يظهران.
        [few] مناطقك: { $areas }. { $count } تنبيهات أخرى لا تظهر.
        [many] مناطقك: { $areas }. { $count } تنبيهًا آخر لا يظهر.
       *[other] مناطقك: { $areas }. { $count } تنبيه آخر لا يظهر.
    }
alerts-show-all = عرض الكل
alerts-everywhere = كل المناطق معروضة.
alerts-only-yours = مناطقي فقط
alerts-other-language = النص باللغة: { $language }
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } من 4
# $ago (String): 3 hours ago
alerts-as-of = هذا ما كان { $ago }.
alerts-last-word = آخر إشارة من فريق الإشراف: { $ago }.
alerts-withheld =
    { $count ->
        [zero] خادمنا لا يحجب شيئًا.
        [one] خادمنا يحجب شيئًا واحدًا. قد ينقص تنبيه هنا. من المهم إخبار فريق الإشراف.
        [two] خادمنا يحجب شيئين. قد تنقص تنبيهات هنا. من المهم إخبار فريق الإشراف.
        [few] خادمنا يحجب { $count } أشياء. قد تنقص تنبيهات هنا. من المهم إخبار فريق الإشراف.
        [many] خادمنا يحجب { $count } شيئًا. قد تنقص تنبيهات هنا. من المهم إخبار فريق الإشراف.
       *[other] خادمنا يحجب { $count } شيء. قد تنقص تنبيهات هنا. من المهم إخبار فريق الإشراف.
    }
alerts-stale = لا شيء من فريق الإشراف منذ أسبوعين. قد تنقص تنبيهات أحدث هنا. إن أمكن، يُسأل فريق الإشراف.
alerts-taken-back = تم التراجع عنه
alerts-taken-back-what = هذا التنبيه لم يعد صالحًا. يبقى ظاهرًا للعلم.
alerts-ended = انتهى
alerts-ended-what = هذا التنبيه كان لوقت مضى. قد يكون قديمًا.
alerts-so-far-short = موافقة مشرف واحد حتى الآن
alerts-so-far = لم ينظر فيه مشرف ثانٍ بعد. خرج مبكرًا لأنه قد يكون عاجلًا.
alerts-disputed = عليه خلاف
alerts-disputed-what = هناك من يقول إنه غير صحيح، ونحن ننظر في الأمر.
alerts-corrected-short = صُحّح
alerts-corrected = صُحّح { $ago }
alerts-said-before = كان فيه من قبل:
alerts-published = نُشر { $ago }.
alerts-approved-by =
    { $count ->
        [zero] لم يوافق عليه أحد.
        [one] وافق عليه مشرف واحد.
        [two] وافق عليه مشرفان.
        [few] وافق عليه { $count } مشرفين.
        [many] وافق عليه { $count } مشرفًا.
       *[other] وافق عليه { $count } مشرف.
    }
alerts-can-be-faked = الأرقام تنتقل من شخص إلى آخر ويمكن تزويرها.
alerts-gone = لم يعد هنا
alerts-gone-why = هذا التنبيه مُحي، أو لم يصل إلى هذا الهاتف.

## Report

report-title = إبلاغ
report-kinds = ماذا حدث؟
report-health = بعض الأمور لا تنتظر
report-consent = من يمكنه أن يعرف؟
report-relationship = لمن حدث هذا؟
report-when = متى حدث؟
report-area = أين حدث؟
report-place = أي نوع من الأماكن؟
report-contact = كيف كان التواصل معك؟
report-people = كم كان عددهم؟
report-persons = كيف كان الشكل؟
report-identifiers = أرقام وأسماء وروابط ولوحات
report-vehicles = هل كانت هناك سيارة أو مركبة أخرى؟
report-happened = ما حدث، بكلماتك
report-pattern = كيف بدأ الأمر؟
report-injuries = هل أصابك أذى؟
report-ongoing = هل ما زال هناك خطر؟
report-support = هل تفيدك مساعدة في شيء؟
report-review = ما قلته

report-nobody-asks = اختيار واحد أو أكثر. كل الباقي يمكن أن ينتظر، ويمكن تركه. لا أحد يطلب إثباتًا.
report-send-now = إرسال الآن، والبقية لاحقًا
report-send-now-means = إلى فريق إشرافنا فقط. لا شيء يذهب أبعد قبل موافقتك.
report-step-by-step = تفاصيل أكثر أولًا، خطوة بخطوة
report-send-added = إرسال ما أضفته
report-send = إرسال
report-send-and-keep = إرسال، وحفظ نسختي هنا
report-send-and-keep-hint = في هذا التطبيق، خلف رقمك السري
report-next = التالي
report-skip = تخطّي
report-progress = السؤال { $at } من { $of }. يمكن تخطّي أي سؤال.
report-kept = يُحفظ أولًا بأول. يمكنك التوقف في أي وقت.
report-not-kept = آخر ما كتبته لم يمكن حفظه على هذا الهاتف.
# $kinds (String): what happened, of a report that was begun
report-go-on = متابعة: { $kinds }
report-no-kind-yet = لم يُذكر بعد
report-dont-know = لا أعرف
report-change = تغيير
report-take-out = إزالة
report-review-hint = نظرة أخيرة. لا يلزم أن يكون شيء كاملًا.
report-too-much = هذا أكثر مما يسعه بلاغ واحد. يلزم تقصير المكتوب. لم يضع شيء.
report-own-words = لفريق الإشراف فقط. كلماتك لا تخرج أبدًا. بأي لغة.
report-happened-field = كثير أو قليل، كما يناسبك
report-pattern-field = ما قيل أو كُتب أولًا، ما عُرض، كيف كان التصرف
report-injuries-field = فقط إن أردت القول
report-language = لغة الكتابة
report-room-left =
    { $count ->
        [zero] لا مكان لحروف أخرى
        [one] بقي مكان لحرف واحد
        [two] بقي مكان لحرفين
        [few] بقي مكان لـ{ $count } أحرف
        [many] بقي مكان لـ{ $count } حرفًا
       *[other] بقي مكان لـ{ $count } حرف
    }

report-person-n = الشخص { $n }
report-another-person = وصف شخص آخر
report-vehicle-n = المركبة { $n }
report-another-vehicle = إضافة مركبة أخرى

person-q-role = من كان؟
person-q-gender = رجل، امرأة…
person-q-age = العمر
person-q-height = الطول
person-q-build = الجسم
person-q-hair = الشعر
person-q-eyes = العيون
person-q-marks = أي شيء لافت
person-q-weapon = السلاح
person-q-ethnicity = كيف بدا لك المظهر
person-q-names = أسماء مستعملة
person-q-names-hint = أكثر من اسم: بينها فواصل
person-q-accent = اللكنة
person-q-languages = لغة الكلام
person-q-detail = شيء آخر (لفريق الإشراف فقط)

vehicle-q-type = ما نوعها؟
vehicle-q-colour = اللون
vehicle-q-marks = أي شيء لافت
vehicle-q-make = الماركة، مثل Ford
vehicle-q-model = الموديل، مثل Transit
vehicle-q-detail = شيء آخر (لفريق الإشراف فقط)

consent-own-words = كلماتك تبقى عند فريق الإشراف. دائمًا.
consent-peers = تحذير الآخرين
consent-peers-hint = قد يكتب فريق الإشراف تنبيهًا. لا يقول أبدًا من أخبر.
consent-moderators = لفريق الإشراف فقط
consent-moderators-hint = لا يُنشر منه شيء.
consent-nothing-said = بلا اختيار: لا شيء يخرج قبل أن يُعرض عليك وتكون منك الموافقة.
consent-wishes = وإن أردت
consent-show-first-wish = عرض التنبيه عليّ قبل خروجه
consent-hold-wish = الانتظار حتى أقول نعم
consent-hold-hint = مثلًا حتى وصولك إلى مكان آمن.
consent-no-figures-wish = بلا عدّ
consent-no-figures-hint = وإلا فهو يُعدّ في أرقامنا، بلا أي تفاصيل.
# $alias (String): the name she has here
consent-signed = إظهار اسمي هنا لفريق الإشراف: { $alias }
consent-signed-hint = وإلا لا يظهر لهم أي اسم.
# The same, in a list of what she said
consent-not-said = لم أختر، إذن أرى كل شيء أولًا
consent-show-first = أرى التنبيه أولًا
consent-hold = الانتظار حتى أقول نعم
consent-no-figures = بلا عدّ

when-today = اليوم
when-yesterday = أمس أو الليلة الماضية
when-this-week = منذ بضعة أيام
when-this-month = هذا الشهر
when-another-day = يوم آخر
when-what-time = في أي ساعة تقريبًا؟

area-other = مكان آخر
area-hint = يكفي الحي. بلا عنوان.

identifiers-field = لصق أو كتابة أي شيء عندك
identifiers-hint = رقم، اسم في تطبيق، رابط، لوحة، محادثة كاملة. نجدها فيه. جزء يكفي، بالإنجليزية: plate ends KX
identifiers-noted = سُجّل
identifiers-none-found = لم نجد شيئًا في هذا. إن أمكن، ما هو:
identifiers-type = ما هو؟
identifiers-part = كله أم جزء؟
identifiers-whole = كله
identifiers-add = إضافته
identifiers-cannot = هذا لا يمكن أن يكون منها. يمكن اختيار شيء آخر، أو تركه وكتابته بكلماتك.
identifiers-in-text = في ما كتبته
identifiers-take-in = إضافة { $value }

## After a report was sent

sent-title-here = محفوظ، يخرج قريبًا
sent-title-taken = أُرسل
sent-title-received = وصل
sent-title-added = ما أضفته
sent-here = هو في أمان على هذا الهاتف، ويخرج عند أول اتصال. يمكن إغلاق التطبيق؛ وفتحه لاحقًا.
sent-taken = خرج من هذا الهاتف مختومًا. عندما يصل إلى هاتف أحد المشرفين، يظهر هنا: وصل.
sent-received = وصل إلى هاتف أحد المشرفين.
sent-maybe-nobody-awake = ربما الجميع نائمون الآن.
# The collective's own figure, from a report's arrival to its warning
sent-hours =
    { $count ->
        [zero] عادة يُقرأ ويخرج التنبيه خلال أقل من ساعة.
        [one] عادة يُقرأ ويخرج التنبيه خلال ساعة.
        [two] عادة يُقرأ ويخرج التنبيه خلال ساعتين.
        [few] عادة يُقرأ ويخرج التنبيه خلال { $count } ساعات.
       *[other] عادة يُقرأ ويخرج التنبيه خلال { $count } ساعة.
    }
sent-sending = جارٍ الإرسال…
sent-tell-more = تفاصيل أكثر
sent-done = يكفي الآن
sent-kept = ما كتبته محفوظ في هذا التطبيق، خلف رقمك السري، حتى تمكنك الإضافة إليه.
sent-forget-words = قلت كل شيء. بلا حفظ هنا

## My reports

mine-title = بلاغاتي
mine-new = بلاغ جديد
mine-look = البحث عن ردود
mine-none = لم يُرسل أي بلاغ من هذا الهاتف.
mine-begun = بدأ، لم يُرسل
mine-added-not-sent = ما أضفته لم يُرسل بعد
mine-forget-copy = بلا حفظ نسختي هنا
mine-go-on = متابعة
mine-throw-away = رميه
mine-throw-away-sure = نعم، رميه نهائيًا
mine-asked-question = عندهم سؤال لك
mine-asked-text = يعرضون عليك نصًا
mine-waiting = آخر ما فعلته لم يخرج من هذا الهاتف بعد. يخرج عند الاتصال القادم.
mine-sent-ago = كُتب { $ago }
mine-only-here = هذا الهاتف وحده يعرف أنها لك.
mine-gone = لم يعد هنا
mine-have-0 = لم يصل إلى هاتف أي مشرف بعد.
mine-have-1 = وصل إلى مشرف واحد.
mine-have-2 = وصل إلى مشرفين اثنين أو أكثر.
mine-they-ask = سؤالهم
mine-need-not-answer = الرد ليس واجبًا عليك.
mine-your-answer = ردّك
mine-send-answer = إرسال الرد
mine-text = ما سيقرؤه الآخرون
mine-text-asked = لا شيء يخرج قبل موافقتك. هل هذا مناسب؟
mine-agree = نعم، هذا تمامًا
mine-agree-hint = إن غيّروا كلمة، فعليهم سؤالك من جديد.
mine-disagree = إن لم يكن مناسبًا، فلا داعي للرد، أو تمكنك الكتابة إليهم في الأسفل.
mine-text-unreadable = أرسلوا نصًا لا يمكن لهذا الهاتف عرضه، فلا تمكن الموافقة عليه. يمكنك الكتابة إليهم وطلبه من جديد.
mine-letters = ما كتبوه
mine-more = ما يمكنك فعله
mine-release = يمكن أن يخرج التنبيه الآن
mine-release-hint = طلبت الانتظار
mine-write = كتابة إلى فريق الإشراف
mine-message = رسالتك
mine-send-message = إرسال
mine-correct = تصحيح، أو تفاصيل أكثر
mine-correct-hint = الجديد يأخذ مكان ما عندهم.
mine-correct-anew = كلماتك لم تعد محفوظة على هذا الهاتف. الجديد يأخذ مكان ما عندهم، فيلزم قول كل شيء من جديد؛ أو الكتابة إليهم بدل ذلك.
mine-copy = نسختي
mine-copy-hint = تظهر هنا، خلف رقمك السري
mine-no-copy = ليست محفوظة على هذا الهاتف: هي عند فريق الإشراف.
mine-save = حفظ كملف
mine-save-warning = الملف غير مختوم. من يفتح هذا الهاتف، وربما تطبيقات أخرى، يمكنه قراءته. داخل تيليغرام قد لا يعمل هذا.
mine-save-sure = حفظه رغم ذلك
mine-withdraw = سحبه
mine-withdraw-what = لا يُفعل به شيء بعد ذلك، ولا يخرج تنبيه. ما خرج من قبل، لا يتراجع عنه إلا فريق الإشراف. لا رجعة في هذا.
mine-withdraw-sure = نعم، سحبه
mine-forget = نسيانه على هذا الهاتف
mine-forget-what = يزول من هذا الهاتف. بعدها لا يمكنك الرد أو التصحيح أو السحب، ولا معرفة أخباره. فريق الإشراف يحتفظ بما عنده.
mine-forget-not-sent = جزء منه لم يُرسل بعد! إن نسيته الآن، فلن يصل إلى أحد.
mine-forget-sure = نعم، نسيانه

status-here = على هذا الهاتف، لم يُرسل بعد
status-withdrawing = سحبته. هذا لم يخرج من هذا الهاتف بعد.
status-sent = أُرسل. ينتظر هاتف أحد المشرفين
status-received = وصل
status-claimed = فريق الإشراف يعمل عليه
status-needs-info = عندهم سؤال لك
status-answered = ردّك عندهم
status-shown = يعرضون عليك النص أولًا
status-agreed = وافقت على النص
status-approved = تمت الموافقة، لم يخرج بعد
status-held = في الانتظار حتى موافقتك
status-so-far = خرج التنبيه بموافقة مشرف واحد حتى الآن
status-published = خرج التنبيه
status-declined = لن يخرج منه تنبيه
status-merged = ضُمّ إلى بلاغ آخر عن نفس الشيء
status-withdrawn = سحبته
status-retracted = تم التراجع عن التنبيه
status-other = يعملون عليه

## Help near me

help-title = مساعدة قريبة
help-no-emergency-line = لسنا خط طوارئ. ربما الجميع نائمون.
help-in-danger = في حالة خطر الآن: الذهاب إلى حيث يوجد ناس، والاتصال بشخص موثوق. رقم الطوارئ يرسل الإسعاف؛ وقد يرسل الشرطة أيضًا.
help-health = صحتك
help-from-us = هذه القائمة من فريق إشرافكم. تعمل بلا إنترنت.
help-no-list = لم يضع فريق الإشراف قائمة بعد.
help-before-joining = بعد دخولك، تظهر هنا قائمة بأماكن قريبة منك.
help-in-language = باللغة: { $language }
help-anywhere = في أي مكان
help-any-clinic = يمكن علاجك في مستشفى أو عيادة للصحة الجنسية. لا يلزم ذكر عملك.
help-no-police-needed = يمكنك طلب العلاج دون الذهاب إلى الشرطة.
help-somebody-with-you = يمكنك طلب أن يبقى أحد معك، وطلب طبيبة، وطلب ترجمة.
help-keep-clothes = إن أردت يومًا دليلًا: تُحفظ الملابس التي كانت عليك في كيس ورقي. القرار يمكن أن يأتي لاحقًا.

health-hours = إن حدث جنس دون موافقتك، أو بلا واقٍ، أو كان شيء في مشروبك، فالساعات مهمة.
health-pep = ضد فيروس الإيدز (HIV): دواء PEP، خلال 72 ساعة. كلما كان أسرع كان أفضل.
health-contraception = ضد الحمل: حبوب منع الحمل الطارئة، خلال 5 أيام. كلما كان أسرع كان أفضل.
health-drugged = إن كان هناك احتمال تخدير: من المهم ألا يتركك أحد وحدك. الفحص ينفع يومًا أو يومين فقط.
health-where = هذا موجود في طوارئ المستشفى أو عيادة الصحة الجنسية. لا يلزم ذكر عملك.

## The desk: for moderators

desk-title = الإشراف
desk-only-moderators = هذه الصفحة لفريق الإشراف.
desk-none = لا شيء ينتظرك.
desk-none-hint = البلاغات الجديدة تأتي وحدها ما دام التطبيق مفتوحًا.
desk-look = البحث عن بلاغات جديدة
desk-looking = جارٍ البحث عن بلاغات جديدة…
desk-waiting =
    { $count ->
        [zero] لا بلاغات غير منتهية
        [one] بلاغ واحد لم ينته
        [two] بلاغان لم ينتهيا
        [few] { $count } بلاغات لم تنته
        [many] { $count } بلاغًا لم ينته
       *[other] { $count } بلاغ لم ينته
    }
desk-urgent = عاجل!
desk-late = لم يأخذه أحد منذ نصف ساعة.
desk-reminder =
    { $hours ->
        [zero] ما زالت موافقة واحدة فقط. يختفي خلال ساعة.
        [one] ما زالت موافقة واحدة فقط. يختفي بعد ساعة.
        [two] ما زالت موافقة واحدة فقط. يختفي بعد ساعتين.
        [few] ما زالت موافقة واحدة فقط. يختفي بعد { $hours } ساعات.
        [many] ما زالت موافقة واحدة فقط. يختفي بعد { $hours } ساعة.
       *[other] ما زالت موافقة واحدة فقط. يختفي بعد { $hours } ساعة.
    }

# What moderators' phones see to be wrong with our keys
alarm-is = إنذار: أحدث مفاتيحنا غير صحيحة.
alarm-was = إنذار: مفاتيح لنا كانت غير صحيحة. توجد الآن مفاتيح صحيحة.
alarm-gate = قد تُخرج بعض فريق الإشراف: ربما لم يعد هاتف ما يُقبل، أو لم يعد له رأي في المفاتيح التالية.
alarm-cover = تُخرج أعضاء لم يُزلهم أحد من القائمة: ربما لا يصلهم جديد بعد الآن.
alarm-desk = بها لا يقرأ البلاغات الجديدة إلا من وقّعها.
alarm-signed = الموقّعون: { $names }. لا يفعل أي هاتف هذا وحده: إما عن قصد، أو أن هواتفهم بيد غيرهم.
alarm-you = هاتفك أنت بينها. إن لم يكن هذا منك، فغيرك يستعمل مفاتيحك: من المهم إخبار مشرف آخر بالصوت.
alarm-do-talk = الحديث مع بقية فريق الإشراف بالصوت أو وجهًا لوجه. ليس هنا ولا في محادثة: قد يقرأها من وقّع.
alarm-do-open = يفتح كل من في الفريق هذا التطبيق. عندما يتفق ما يكفي من الهواتف تُصنع مفاتيح صحيحة، وتعود البلاغات.
alarm-do-remove = لا ثقة بهم بعد الآن؟ يزيلهم كل من في الفريق من القائمة، في صفحة الأعضاء.
alarm-do-new = إن رُفض هذا الهاتف من الآن، فقد أُخرجتم: تأسيس مجموعة جديدة، وإخبار الأعضاء بالصوت.

# After our server was restored from an older copy
whole-what = فقد خادمنا بعض البيانات. كل هاتف يفتح هذا التطبيق يعيد ما عنده. لا يُقبل شيء جديد حتى يقول أحد إن كل شيء عاد.
whole-say = عاد كل شيء
whole-sure-what = يُقال هذا بعد أن يفتح فريق الإشراف، ومن يمكن الوصول إليه من الأعضاء، التطبيق. ما يعود لاحقًا لا يُقبل.
whole-sure = نعم، عاد كل شيء
desk-came = وصل { $ago }
desk-yours = عندك
desk-taken-by = عند { $name }
desk-show-finished =
    { $count ->
        [zero] لا بلاغات منتهية
        [one] عرض بلاغ منتهٍ واحد
        [two] عرض بلاغين منتهيين
        [few] عرض { $count } بلاغات منتهية
        [many] عرض { $count } بلاغًا منتهيًا
       *[other] عرض { $count } بلاغ منتهٍ
    }
desk-hide-finished = إخفاء البلاغات المنتهية
desk-changes = تغييرات تنبيهات تنتظر موافقة
desk-proposes-amendment = تغيير مقترح من { $name }
desk-proposes-retraction = تراجع مقترح من { $name }
desk-decisions = قواعد وأخبار للقرار
desk-decisions-count =
    { $count ->
        [zero] لا شيء ينتظر موافقتك
        [one] 1 ينتظر موافقتك
        [two] 2 ينتظران موافقتك
       *[other] { $count } تنتظر موافقتك
    }
desk-alerts = تنبيهات خرجت
desk-alerts-hint = تغيير أو تراجع
desk-somebody = شخص ما
desk-gone = لم يعد هنا
desk-gone-why = انتهى أو نُسي، أو لم يصل إلى هذا الهاتف.

# Where a report stands, for moderators
desk-state-received = جديد. لم يأخذه أحد.
desk-state-mine = عندك، قيد العمل.
desk-state-theirs = عند { $name }، قيد العمل.
desk-state-needs-info = سألنا. لا رد بعد.
desk-state-answered = وصل رد. تلزم قراءته.
desk-state-shown = النص معروض على من أبلغ. لا موافقة بعد.
desk-state-agreed = وافق من أبلغ على النص.
desk-state-waits =
    { $count ->
        [zero] لا ينتظر موافقة أخرى على النص.
        [one] ينتظر موافقة مشرف آخر على النص.
        [two] ينتظر موافقة مشرفين آخرين على النص.
        [few] ينتظر موافقة { $count } مشرفين آخرين على النص.
        [many] ينتظر موافقة { $count } مشرفًا آخر على النص.
       *[other] ينتظر موافقة { $count } مشرف آخر على النص.
    }
desk-state-held = الموافقات كافية. من أبلغ طلب الانتظار حتى يقول نعم.
desk-state-enough = الموافقات كافية. يمكن أن يخرج.
desk-state-out = خرج التنبيه.
desk-state-out-so-far =
    { $hours ->
        [zero] خرج بموافقة مشرف واحد. يلزم أن يوافق ثانٍ خلال أقل من ساعة، وإلا زال.
        [one] خرج بموافقة مشرف واحد. يلزم أن يوافق ثانٍ خلال ساعة، وإلا زال.
        [two] خرج بموافقة مشرف واحد. يلزم أن يوافق ثانٍ خلال ساعتين، وإلا زال.
        [few] خرج بموافقة مشرف واحد. يلزم أن يوافق ثانٍ خلال { $hours } ساعات، وإلا زال.
       *[other] خرج بموافقة مشرف واحد. يلزم أن يوافق ثانٍ خلال { $hours } ساعة، وإلا زال.
    }
desk-state-no-second = لم يوافق مشرف ثانٍ في الوقت. زال التنبيه.
desk-state-ended = انتهى التنبيه.
desk-state-taken-back = تم التراجع عن التنبيه.
desk-state-declined = لم يُقبل.
desk-state-merged = ضُمّ إلى بلاغ آخر.
desk-state-withdrawn = سحبه من أبلغ.
desk-task-withdrawn = سحبه من أبلغ، والتنبيه ما زال ظاهرًا. يلزم التراجع عن التنبيه.
desk-task-corrected = صحّح من أبلغ بلاغه بعد خروج التنبيه. تلزم قراءته، ثم تغيير التنبيه أو التراجع عنه.

# One report
desk-told = ما قاله من أبلغ
desk-her-name = الاسم هنا: { $name }
desk-no-name = لم يظهر الاسم.
desk-written-in = مكتوب باللغة: { $language }
desk-talk = أسئلة وأجوبة
desk-we-asked = سألنا
desk-she-says = الرد
desk-no-answer = لا رد بعد.
desk-why-declined = ما قلناه لمن أبلغ
desk-alike = أخرى تشبهه
desk-alike-report = بلاغ يشترك معه في: { $by }
desk-alike-alert = تنبيه ظاهر يطابقه
desk-text = النص للأعضاء
desk-text-agreed = وافق من أبلغ على هذا النص تمامًا.
desk-text-not-agreed = من أبلغ يريد رؤيته أولًا، ولم يوافق على هذا النص.
desk-text-not-asked = من أبلغ لم يطلب رؤيته أولًا.
desk-text-elsewhere = وافق من أبلغ على نص لم يُكتب هنا أبدًا: أحدهم عرض عليه نصًا آخر. تلزم كتابته من جديد؛ وعندها يُعرض عليه.
desk-text-approved =
    { $count ->
        [zero] لم يوافق أحد. العدد المطلوب: { $needed }.
        [one] وافق شخص واحد. العدد المطلوب: { $needed }.
        [two] وافق شخصان. العدد المطلوب: { $needed }.
        [few] وافق { $count } أشخاص. العدد المطلوب: { $needed }.
        [many] وافق { $count } شخصًا. العدد المطلوب: { $needed }.
       *[other] وافق { $count } شخص. العدد المطلوب: { $needed }.
    }
desk-text-approved-by = موافقة: { $names }
desk-text-yours = وافقت عليه. الدور الآن لغيرك.
desk-text-changed = تغيّر النص وهو أمامك. تلزم قراءة الجديد قبل المتابعة.
desk-text-read = قرأت النص الجديد
desk-not-yet = ليس بعد: { $why }
desk-steps = ما يمكنك فعله
desk-nothing = لم يبق شيء هنا.
desk-not-yours = هذا البلاغ عند { $name }. يلزم الكلام معًا قبل أي شيء.

desk-claim = سآخذه
desk-take-over = أخذه من غيري
desk-take-over-what = هذا البلاغ عند { $name }، قيد العمل. إن أخذته، صار لك. من المهم الإخبار بذلك.
desk-take-over-sure = نعم، سآخذه
desk-taken-just-now = أصبح عند { $name } قبل لحظة. تلزم نظرة أخرى.
desk-hand-back = تركه لغيري
desk-hand-back-hint = عندها يمكن لغيرك أخذه
desk-ask = سؤال لمن أبلغ
desk-ask-field = سؤالك
desk-ask-hint = يظهر عند فتح التطبيق القادم. الرد ليس واجبًا. النص، إن وُجد، تلزم الموافقة عليه من جديد.
desk-ask-send = إرسال السؤال
desk-write = كتابة النص
desk-write-again = كتابته من جديد
desk-write-again-hint = الموافقات السابقة لا تصلح لنص آخر
desk-approve = الموافقة على هذا النص تمامًا
desk-approve-again = تغيّرت قواعدنا بعد الموافقة. تلزم الموافقة على نفس النص مرة أخرى.
desk-publish = نشر الآن
desk-publish-hint = يراه كل الأعضاء
desk-so-far = نشر بموافقتي وحدها
desk-so-far-what = فقط لما هو خطير ولا ينتظر. يقرأ الأعضاء: موافقة مشرف واحد حتى الآن. يلزم أن يوافق ثانٍ خلال 72 ساعة، وإلا زال. أولًا تلزم علامة على السؤالين في الأعلى.
desk-so-far-sure = نعم، نشره الآن
desk-decline = عدم القبول
desk-decline-what = لا يخرج منه تنبيه. السبب يصل إلى من أبلغ، فليكن بلطف.
desk-decline-field = لماذا
desk-decline-sure = عدم القبول، وإرسال السبب
desk-merge = ضمّ إلى بلاغ آخر
desk-merge-what = لبلاغين عن نفس الشيء. هذا ينتهي، والعمل يستمر على الآخر. ويعرف من أبلغ أنه ضُمّ.
desk-merge-none = لا يوجد بلاغ آخر مفتوح.
desk-merge-sure = نعم، ضمّهما
desk-to-alert = إلى التنبيه
desk-done-claimed = هو لك الآن.
desk-done-asked = أُرسل السؤال. يظهر عند فتح التطبيق القادم.
desk-done-declined = لم يُقبل. السبب ظاهر لمن أبلغ.
desk-done-handed-back = ليس عند أحد الآن. يمكن لغيرك أخذه.
desk-done-approved = تمت الموافقة.
desk-done-published = خرج. يراه الأعضاء مع الجديد القادم.
desk-done-so-far = خرج بموافقة مشرف واحد حتى الآن.
desk-done-merged = تم الضمّ. المتابعة في البلاغ الآخر.
desk-working = جارٍ العمل…

# Writing what members will read
write-title = النص للأعضاء
write-title-amend = تغيير التنبيه
write-whole = التنبيه كله من جديد: يأخذ مكان ما يقرؤه الأعضاء الآن.
write-shown-first = من أبلغ يريد رؤيته أولًا: يذهب إليه وينتظر موافقته.
write-nuisance = حسب قواعدنا، الإزعاج وحده يُعدّ فقط. لا يخرج منه تنبيه، إلا إن كان أخطر: فيُختار ذلك في الأسفل.
write-text = ما تم الإبلاغ عنه
write-text-hint = ما تم الإبلاغ عنه، لا وصف ما هو الشخص. بكلماتك، لا بكلمات من أبلغ.
write-what-to-do = ما العمل (إن وُجد)
write-language = لغة الكتابة
write-kinds = ماذا حدث
write-severity = درجة الخطر
write-verification = درجة التأكد
write-by = كم شخصًا أكّده، وتكلّم فريق الإشراف مع كل منهم؟
write-by-fault = رقم من 1 إلى 999.
write-areas = أين
write-when = متى
write-when-keep = ذكر الوقت: { $when }
write-expires = مدة الظهور
write-expires-usual = كالعادة: { $days ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
write-expires-kept = كما هو الآن
write-expires-days =
    { $days ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
write-disputed = وضع علامة «عليه خلاف»
write-disputed-hint = هناك من يقول إنه غير صحيح، ونحن ننظر في الأمر.
write-persons = أشخاص تم وصفهم
write-vehicles = مركبات
write-identifiers = أرقام وأسماء ولوحات
write-identifiers-too-mild = حسب قواعدنا، تظهر الأرقام واللوحات فقط من «{ $severity }» وما فوق. الآن لا يخرج منها شيء.
write-show-open = إظهاره
write-show-open-hint = يقرؤه كل الأعضاء
write-show-hidden = مخفي
write-show-hidden-hint = لا يقرؤه أحد؛ ومن يتحقّق من نفسه يجد هذا التنبيه
write-show-out = تركه
write-shown = ظاهر
write-left-out = متروك
write-only-she = قبل المتابعة
write-only-she-know = نظرت في كل سطر: لا شيء فيه يعرفه من أبلغ وحده. لا الساعة، ولا الغرفة، ولا كلماته.
write-only-she-is = يقول ما تم الإبلاغ عنه، لا ما هو الشخص.
write-tick = يلزم النظر في الاثنين، ووضع علامة عليهما.
write-empty = يلزم كتابة ما تم الإبلاغ عنه، أو ملخص قصير له. الأعضاء يرون الباقي تحته.
write-read = قراءته كما سيراه الأعضاء
write-read-title = كما سيقرؤه الأعضاء
write-change = تغييره
write-save = حفظ هذا النص
write-save-show = عرضه على من أبلغ
write-save-amend = اقتراح هذا التغيير
write-computing = جارٍ إخفاء الأرقام. هذا يأخذ بضع ثوانٍ…
write-cannot = لا يمكن أن يخرج هكذا. يلزم النظر في الأرقام والمناطق ومدة الظهور.
write-again = البدء من جديد من البلاغ
write-kept = يُحفظ أثناء الكتابة.

# An alert that is out, for moderators
deskalert-title = تنبيه
deskalert-from = من أين جاء
deskalert-to-report = إلى البلاغ
deskalert-amend = تغييره
deskalert-retract = التراجع عنه
deskalert-retract-what = عندها يرى الأعضاء أنه تم التراجع عنه، ولماذا. ويعرف من أبلغ أيضًا. لا يمكن إرجاعه.
deskalert-retract-field = لماذا (يقرؤه الأعضاء)
deskalert-retract-sure = التراجع عنه
deskalert-proposed-amendment = اقتراح: تغييره إلى هذا
deskalert-proposed-retraction = اقتراح: التراجع عنه، لأن
deskalert-approve = الموافقة على هذا التغيير تمامًا
deskalert-out = تم. يراه الأعضاء مع الجديد القادم.
deskalert-waits =
    { $count ->
        [zero] تم الاقتراح.
        [one] تم الاقتراح. ينتظر مشرفًا آخر.
        [two] تم الاقتراح. ينتظر مشرفين آخرين.
        [few] تم الاقتراح. ينتظر { $count } مشرفين آخرين.
        [many] تم الاقتراح. ينتظر { $count } مشرفًا آخر.
       *[other] تم الاقتراح. ينتظر { $count } مشرف آخر.
    }

## Our collective

collective-title = مجموعتنا
collective-people =
    { $count ->
        [zero] لا مشرفين
        [one] مشرف واحد
        [two] مشرفان
        [few] { $count } مشرفين
        [many] { $count } مشرفًا
       *[other] { $count } مشرف
    }
collective-nobody-knows = الأعضاء لا يرون من هم.
collective-rules = قواعدنا
collective-rules-hint = كيف نقرّر
collective-figures = أعداد
collective-figures-hint = ما وصل، وما خرج
collective-news = أخبار وأسئلة
collective-news-hint =
    { $count ->
        [zero] لا شيء الآن
       *[other] { $count } الآن
    }
collective-moderate = لفريق الإشراف
collective-invite = دعوة شخص
collective-members = الأعضاء
collective-members-hint =
    { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
collective-waiting = بانتظار موافقة
collective-change-rules = تغيير قواعدنا
collective-edit-help = تعديل «مساعدة قريبة»
collective-volunteer = أريد المشاركة في الإشراف
collective-volunteer-what = عندها يرى فريق الإشراف رغبتك، ويمكنه ضمّك إليه. فريق الإشراف يقرأ البلاغات. يمكنك ذلك باسمك الذي هنا.
collective-volunteer-sure = نعم، إخبارهم
collective-volunteered = سيرى فريق الإشراف رغبتك.
collective-done = تم. يراه الأعضاء مع الجديد القادم.
collective-proposed =
    { $count ->
        [zero] تم الاقتراح.
        [one] تم الاقتراح. ينتظر مشرفًا آخر.
        [two] تم الاقتراح. ينتظر مشرفين آخرين.
        [few] تم الاقتراح. ينتظر { $count } مشرفين آخرين.
        [many] تم الاقتراح. ينتظر { $count } مشرفًا آخر.
       *[other] تم الاقتراح. ينتظر { $count } مشرف آخر.
    }
collective-cancel = لا
draft-anew = التخلي عن تعديلاتي

# Our rules in words
rules-number = قواعدنا، النسخة { $number }
rules-alert =
    { $count ->
        [zero] لا تلزم موافقة قبل خروج التنبيه.
        [one] تلزم موافقة مشرف واحد قبل خروج التنبيه.
        [two] تلزم موافقة مشرفين اثنين قبل خروج التنبيه.
        [few] تلزم موافقة { $count } مشرفين قبل خروج التنبيه.
        [many] تلزم موافقة { $count } مشرفًا قبل خروج التنبيه.
       *[other] تلزم موافقة { $count } مشرف قبل خروج التنبيه.
    }
rules-so-far = إن كان خطيرًا، يمكن لمشرف واحد إخراجه فورًا. يلزم أن يوافق ثانٍ خلال 72 ساعة، وإلا زال.
rules-charter =
    { $count ->
        [zero] لا تلزم موافقة على قواعد جديدة أو مشرفين جدد.
        [one] مشرف واحد يقرّر القواعد الجديدة والمشرفين الجدد.
        [two] تلزم موافقة مشرفين اثنين على القواعد الجديدة والمشرفين الجدد.
        [few] تلزم موافقة { $count } مشرفين على القواعد الجديدة والمشرفين الجدد.
        [many] تلزم موافقة { $count } مشرفًا على القواعد الجديدة والمشرفين الجدد.
       *[other] تلزم موافقة { $count } مشرف على القواعد الجديدة والمشرفين الجدد.
    }
rules-remove =
    { $count ->
        [zero] لا تلزم موافقة لإزالة شخص من القائمة.
        [one] مشرف واحد يمكنه إزالة شخص من القائمة.
        [two] تلزم موافقة مشرفين اثنين لإزالة شخص من القائمة.
        [few] تلزم موافقة { $count } مشرفين لإزالة شخص من القائمة.
        [many] تلزم موافقة { $count } مشرفًا لإزالة شخص من القائمة.
       *[other] تلزم موافقة { $count } مشرف لإزالة شخص من القائمة.
    }
rules-identifiers = الأرقام واللوحات تظهر من «{ $severity }» وما فوق.
rules-masked = مخفي، لا يجده إلا التحقّق: { $types }.
rules-masked-none = لا شيء مخفي.
rules-nuisance-yes = هناك تنبيهات عن مجرد الإزعاج أيضًا.
rules-nuisance-no = مجرد الإزعاج يُعدّ، ولا يخرج منه تنبيه.
rules-ethnicity-yes = يمكن في البلاغ ذكر الأصل كما بدا.
rules-ethnicity-no = لا أحد يُسأل عن الأصل.
rules-areas = مناطقنا: { $areas }.
rules-areas-none = لا مناطق عندنا بعد.
rules-country = الأرقام بلا رمز بلد تُعتبر من { $country }.
rules-never = بلا شرطة. لا نخبر أحدًا من الخارج بشيء.

# Changing them
rules-name = ماذا نسمّي أنفسنا
rules-name-fault = من 1 إلى 80 حرفًا.
rules-areas-field = مناطقنا، واحدة في كل سطر
rules-areas-hint = التنبيهات تحتفظ بمنطقتها. المنطقة المُزالة لا تظهر للاختيار بعد ذلك.
rules-country-field = بلد أرقام الهاتف (حرفان)
rules-country-fault = حرفان لاتينيان، مثل GB.
rules-quorum = كم موافقة تلزم للتنبيه
rules-quorum-hint = يُحسب من ثلاثة مشرفين. قبل ذلك يكفي واحد.
rules-severity = الأرقام واللوحات تظهر من
rules-masked-field = مخفي، لا يجده إلا التحقّق
rules-nuisance = تنبيهات عن مجرد الإزعاج أيضًا
rules-ethnicity = السؤال عن الأصل كما بدا
rules-ethnicity-hint = لا بحث به أبدًا. قد يؤذي جماعات كاملة؛ القرار لكم معًا.
rules-wishes = وأيضًا
rules-unchanged = لم يتغيّر شيء بعد.
rules-cannot = قواعد كهذه غير ممكنة. يلزم النظر في المناطق والأرقام من جديد.
rules-review = مراجعة
rules-changes = هذا سيغيّر:
rules-propose = اقتراح هذه القواعد
rules-changed-people-in = إلى الإشراف من ذلك الوقت: { $name }
rules-changed-people-out = خارج الإشراف من ذلك الوقت: { $name }
rules-changed-devices = أجهزة أخرى عند { $name }
rules-changed = { $what }: كان { $before }، يصبح { $after }
rules-changed-areas = مناطقنا تصبح: { $areas }
rules-changed-keys = كل مفاتيح فريق الإشراف تُصنع من جديد
rules-changed-nothing = لا شيء يتغيّر
rules-what-name = اسمنا
rules-what-country = بلدنا
rules-what-minimum = أقل نسخة من التطبيق
rules-what-quorum-alert = عدد المشرفين للموافقة على تنبيه
rules-what-quorum-charter = عدد المشرفين للموافقة على قواعد جديدة
rules-what-quorum-erase = عدد المشرفين للموافقة على محو شيء
rules-what-quorum-remove = عدد المشرفين للموافقة على إزالة شخص
rules-what-identifiers_from = الأرقام واللوحات تظهر من
rules-what-masked = مخفي
rules-what-nuisance_alerts = تنبيهات عن مجرد الإزعاج
rules-what-ethnicity = السؤال عن الأصل
rules-what-alert_quorum = كم موافقة تلزم، من ثلاثة مشرفين
rules-what-other = قاعدة أخرى
rules-yes = نعم
rules-no = لا
rules-none = لا شيء
rules-not-said = لم يُذكر

# Invites
invite-title = دعوة شخص
invite-why = رمز واحد يُدخل شخصًا واحدًا. يُعرض أو يُقال. لا يُرسل أبدًا عبر تيليغرام: هناك يُقرأ.
invite-for = لأي غرض؟
invite-member = عضو
invite-member-hint = قراءة تنبيهات، تحقّق، إبلاغ
invite-moderator = إشراف
invite-moderator-hint = من يدخل به يوافق على الإشراف. يبقى عليكم تأكيد ذلك.
invite-lasts = كم يبقى صالحًا؟
invite-lasts-day = يوم واحد
invite-lasts-three = 3 أيام
invite-lasts-week = أسبوع واحد
invite-make = صنع رمز
invite-code-title = الرمز
invite-code-once = يظهر الآن فقط.
invite-code-until = لشخص واحد، حتى { $date }.
invite-copy = نسخ
invite-copied = تم النسخ. التطبيقات الأخرى على هذا الهاتف قد تقرؤه أيضًا.
invite-picture = الرمز نفسه، للكاميرا
invite-open = رموز ما زالت صالحة
invite-open-none = لا رموز صالحة.
invite-open-one = لعضو، حتى { $date }
invite-open-moderator = للإشراف، حتى { $date }
invite-made-by = من { $name }
invite-call-back = إلغاؤه
invite-call-back-what = لا أحد يمكنه الدخول بهذا الرمز بعد ذلك.
invite-call-back-sure = نعم، إلغاؤه
invite-called-back = أُلغي.
invite-used-meanwhile = دخل به شخص من قبل. لإخراجه، هناك قائمة الأعضاء.

# Members
members-title = الأعضاء
members-why = فريق الإشراف فقط يرى هذه الأسماء.
members-you = أنت
members-moderates = إشراف
members-willing = يريد الإشراف
members-leaving =
    { $needed ->
        [one] وافق على الإزالة { $count } من 1
       *[other] وافق على الإزالة { $count } من { $needed }
    }
members-leaving-soon = الإزالة من القائمة قريبًا
members-gone = لم يعد في القائمة
members-remove = إزالة من القائمة
members-remove-what = لن يقرأ { $name } ما يصل بعد ذلك. ما على هاتفه يبقى هناك. للعودة يلزم رمز جديد.
members-remove-second =
    { $count ->
        [zero] يمكنك فعل هذا وحدك.
        [one] تلزم موافقة مشرف آخر.
        [two] تلزم موافقة مشرفين آخرين اثنين.
        [few] تلزم موافقة { $count } مشرفين آخرين.
        [many] تلزم موافقة { $count } مشرفًا آخر.
       *[other] تلزم موافقة { $count } مشرف آخر.
    }
members-remove-phone = يسري ذلك عندما يستيقظ هاتف مشرف آخر.
members-remove-sure = نعم، إزالة { $name }
members-removed = تمت إزالة { $name } من القائمة. ما يصل من الآن لا يمكن قراءته هناك.
members-remove-waits = سُجّل. تتم إزالة { $name } عندما يوافق مشرف آخر.
members-remove-awake = تمت الموافقة. تتم إزالة { $name } عندما يستيقظ هاتف مشرف آخر.
members-you-agreed = وافقت على هذا. الدور الآن لغيرك.
members-remove-moderator-what = ‏{ $name } من فريق الإشراف. كل مفاتيح الفريق تُصنع من جديد، وكل الرموز المفتوحة تُلغى. ما يصل بعد ذلك لن يُقرأ هناك؛ وما قُرئ فقد قُرئ.
members-remove-yourself = هذا اسمك. ستخرج من الإشراف ومن العضوية.
members-remove-last = لا أحد غيرك في الإشراف. يلزم ضمّ شخص آخر إليه أولًا.
members-replanting = جارٍ صنع كل المفاتيح من جديد. هذا يأخذ دقيقة: يجب أن يبقى مفتوحًا.
members-replanting-done =
    { $of ->
        [one] { $done } من شخص واحد
        [two] { $done } من شخصين
        [few] { $done } من { $of } أشخاص
        [many] { $done } من { $of } شخصًا
       *[other] { $done } من { $of } شخص
    }
members-replant-broken = لم يكتمل. لم يضع شيء: البدء من جديد يكمل من حيث توقف.
members-promote = ضمّ إلى الإشراف
members-promote-what = عندها يقرأ { $name } كل البلاغات، والقديمة أيضًا، ويقرّر معكم. اللقاء أولًا: هل هذا الشخص معروف لك؟
members-promote-sure = نعم، ضمّ { $name } إلى الإشراف
members-promoted = أصبح { $name } من فريق الإشراف. هاتفه يقرأ البلاغات مع الجديد القادم.
members-promote-waits =
    { $count ->
        [zero] سُجّل.
        [one] سُجّل. تلزم موافقة مشرف آخر.
        [two] سُجّل. تلزم موافقة مشرفين آخرين اثنين.
        [few] سُجّل. تلزم موافقة { $count } مشرفين آخرين.
        [many] سُجّل. تلزم موافقة { $count } مشرفًا آخر.
       *[other] سُجّل. تلزم موافقة { $count } مشرف آخر.
    }
members-not-willing = لا موافقة على الإشراف بعد. يمكن قول ذلك في التطبيق: مجموعتنا، ثم «أريد المشاركة في الإشراف».

# What somebody has proposed
waiting-title = بانتظار موافقة
waiting-none = لا شيء ينتظر.
waiting-by = اقتراح من { $name }.
waiting-approvals =
    { $needed ->
        [one] وافق { $count } من 1
       *[other] وافق { $count } من { $needed }
    }
waiting-charter = قواعد جديدة
waiting-resources = قائمة جديدة: مساعدة قريبة
waiting-figures = أعداد
waiting-notice = كلمة لكل الأعضاء
waiting-question = سؤال لكل الأعضاء
waiting-other = شيء لا يعرفه هذا التطبيق
waiting-read = قراءته
waiting-approve = الموافقة على هذا تمامًا
waiting-mine = وافقت. الدور الآن لغيرك.
waiting-removes = هذا يُخرج شخصًا من الإشراف. الموافقة تكون عند اسمه، في «الأعضاء».
waiting-approved-out = تم. بدأ العمل به؛ يراه الأعضاء مع الجديد القادم.
waiting-approved-more =
    { $count ->
        [zero] سُجّل.
        [one] سُجّل. تلزم موافقة واحدة أخرى.
        [two] سُجّل. تلزم موافقتان أخريان.
        [few] سُجّل. تلزم { $count } موافقات أخرى.
       *[other] سُجّل. تلزم { $count } موافقة أخرى.
    }

# Figures
figures-title = أعداد
figures-none = لم تُنشر أعداد بعد.
figures-from-to = من { $from } إلى { $to }
figures-now = معدودة الآن، على هذا الهاتف
figures-publish = نشر هذه
figures-publish-what = كل الأعضاء يمكنهم قراءة هذه الأعداد. لا محتوى فيها.
figures-received = بلاغات وصلت
figures-published = تنبيهات خرجت
figures-declined = لم تُقبل
figures-merged = ضُمّت إلى أخرى
figures-withdrawn = سُحبت
figures-open = ما زالت مفتوحة
figures-hours = ساعات حتى خروج التنبيه
figures-less-than-one = أقل من 1
figures-other-kinds = أنواع أخرى
figures-kinds = ما تم الإبلاغ عنه

# News and questions
news-title = أخبار وأسئلة
news-none = لا شيء هنا بعد.
news-question = سؤال للجميع
news-choices = أجوبة للاختيار:
news-tell = الرد يكون عند لقاء أحد المشرفين. هذا التطبيق لا يمكنه إرسال ردود بعد.
news-write = كلمة لكل الأعضاء
news-write-hint = تظهر في تطبيق كل عضو
news-ask = سؤال لكل الأعضاء
news-text = نصّك
news-language = لغة الكتابة
news-choices-field = أجوبة للاختيار، واحد في كل سطر
news-choices-hint = يمكن ترك هذا فارغًا.
news-send = اقتراحه
news-empty = يلزم كتابة شيء أولًا.
news-too-many = 12 جوابًا على الأكثر، كل منها 200 حرف على الأكثر.

# Editing Help near me
helpedit-title = تعديل «مساعدة قريبة»
helpedit-what = القائمة كلها كما سيراها الأعضاء. تعمل بلا إنترنت، فيجب أن تبقى صحيحة.
helpedit-name = الاسم
helpedit-kind = نوع المساعدة
helpedit-text = ماذا يقدّمون، ومتى يفتحون
helpedit-contact = كيف يمكن الوصول إليهم
helpedit-language = لغة هذا النص
helpedit-add = إضافة غيره
helpedit-take-out = إزالته
helpedit-propose = اقتراح هذه القائمة
helpedit-name-fault = كل واحد يحتاج إلى اسم.
helpedit-kind-health = صحة
helpedit-kind-talk = شخص للكلام معه
helpedit-kind-legal = نصيحة قانونية
helpedit-kind-housing = مكان للمبيت
helpedit-kind-money = مال
helpedit-kind-company = شخص للمرافقة
helpedit-kind-translation = ترجمة
helpedit-kind-other = شيء آخر
