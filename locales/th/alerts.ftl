# What reports, alerts and checks say: every answer that can be picked, and the sentences around them.
# Short and plain, for somebody in a hurry, perhaps frightened, in her second language.
# The keys are <list>-<code>; a code never changes, what it is called may. We say what was reported, never what somebody is.

# Between things that are read one after the other: "threats, assault"
list-comma = {", "}

## What happened

kinds-assault = ตบตีหรือทำร้าย
kinds-sexual-assault = ล่วงละเมิดทางเพศ
kinds-condom = ถอดหรือไม่ยอมใส่ถุงยาง
kinds-weapon = มีอาวุธ
kinds-confinement = ขังหรือพาตัวไป
kinds-drugging = วางยา
kinds-robbery = ปล้นหรือขโมย
kinds-non-payment = ไม่จ่ายเงิน
kinds-fake-payment = จ่ายเงินปลอม
kinds-threats = ขู่
kinds-harassment = ก่อกวน
kinds-stalking = ตามหรือเฝ้าดู
kinds-blackmail = แบล็กเมล์หรือเอาไปแฉ
kinds-filming = ถ่ายโดยไม่ได้ยอม
kinds-consent-violated = ทำสิ่งที่ไม่ได้ตกลง
kinds-hate = ทำเพราะเกลียดชัง
kinds-authority-abuse = ตำรวจหรือเจ้าหน้าที่ทำไม่ดี
kinds-haggling = ไม่ยอมรับราคา
kinds-no-show = ไม่มาตามนัด
kinds-disrespect = ไม่ให้เกียรติ
kinds-felt-wrong = รู้สึกว่าผิดปกติ

kind-groups-violence = ความรุนแรง
kind-groups-money = เงิน
kind-groups-coercion = การกดดัน
kind-groups-authority = ตำรวจและเจ้าหน้าที่
kind-groups-nuisance = น่ารำคาญ

## How dangerous. Four steps, least first

severities-nuisance = น่ารำคาญ
severities-risky = เสี่ยง
severities-dangerous = อันตราย
severities-very-dangerous = อันตรายมาก!

## How sure we are. Four steps, least first

verifications-unconfirmed = ยังไม่ยืนยัน
verifications-reporter-spoken-to = คุยกับคนแจ้งแล้ว
verifications-evidence-seen = เห็นหลักฐานแล้ว
# $by (Number): so many people, each of whom a moderator has spoken with
verifications-corroborated = มีคนยืนยัน { $by } คน
# The same, where no number is known yet: a list to pick from
verifications-corroborated-pick = มีคนอื่นยืนยัน

## About the report

sharing-moderators = ให้คนดูแลรู้เท่านั้น
sharing-peers = เตือนคนอื่นด้วย

relationships-self = เกิดกับฉันเอง
relationships-for-someone = เกิดกับคนอื่น และเขายอมให้บอก
relationships-witness = ฉันเห็นเอง
relationships-second-hand = ฉันได้ยินมา

precisions-day = ในวันนั้น
precisions-week = ราว ๆ ตอนนั้น
precisions-month = ในเดือนนั้น
precisions-year = ในปีนั้น

bands-00-06 = กลางดึก (00–06)
bands-06-12 = ตอนเช้า (06–12)
bands-12-18 = ตอนบ่าย (12–18)
bands-18-24 = ตอนค่ำ (18–24)

places-car = ในรถ
places-street = บนถนน
places-park = ในสวน
places-bar = ในบาร์หรือผับ
places-my-place = ที่ห้องฉัน
places-their-place = ที่ห้องเขา
places-hotel = ในโรงแรม
places-parlour = ที่ร้านนวด
places-agency = ที่เอเจนซี่
places-online = ทางออนไลน์
places-phone = ทางโทรศัพท์
places-other = ที่อื่น

contacts-street = บนถนน
contacts-call = โทรมา
contacts-text = ส่งข้อความมา
contacts-app = ทางแอป
contacts-site = ทางเว็บไซต์
contacts-social = ทางโซเชียล
contacts-referral = คนรู้จักแนะนำ
contacts-agency = ทางเอเจนซี่
contacts-venue = ในบาร์หรือร้านนวด
contacts-regular = เคยเจอกันมาก่อน
contacts-other = ทางอื่น

risks-knows-my-home = รู้ว่าฉันอยู่ที่ไหน
risks-knows-my-work = รู้ว่าฉันทำงานที่ไหน
risks-knows-my-name = รู้ชื่อฉัน
risks-has-pictures = มีรูปของฉัน
risks-keeps-contacting = ยังติดต่อฉันไม่หยุด
risks-has-my-things = มีของของฉัน
risks-is-nearby = อยู่แถวนี้
risks-others-at-risk = คนอื่นเสี่ยงด้วย
risks-none = ไม่มี

supports-talk = มีคนคุยด้วย
supports-health = การรักษา
supports-legal = คำแนะนำเรื่องกฎหมาย
supports-housing = ที่พัก
supports-money = เงิน
supports-company = มีคนไปเป็นเพื่อน
supports-translation = ล่าม
supports-none = ตอนนี้ไม่ต้องการ

## A person

roles-client = ลูกค้า
roles-posing-as-client = แค่ทำทีเป็นลูกค้า
roles-police = ตำรวจ
roles-manager = ผู้จัดการร้าน
roles-bouncer = การ์ดร้าน
roles-driver = คนขับรถ
roles-landlord = เจ้าของห้อง
roles-other = อื่น ๆ

genders-man = ผู้ชาย
genders-woman = ผู้หญิง
genders-non-binary = นอนไบนารี
genders-other = เพศอื่น

ages-under-20 = ต่ำกว่า 20 ปี
ages-20s = 20–29 ปี
ages-30s = 30–39 ปี
ages-40s = 40–49 ปี
ages-50s = 50–59 ปี
ages-60s = 60–69 ปี
ages-70-plus = 70 ปีขึ้นไป

heights-short = ตัวเตี้ย
heights-average = สูงปานกลาง
heights-tall = ตัวสูง
heights-very-tall = ตัวสูงมาก

builds-slim = ผอม
builds-average = รูปร่างปานกลาง
builds-muscular = มีกล้าม
builds-heavy = ตัวใหญ่ อ้วน

hairs-bald = หัวล้าน
hairs-shaved = โกนหัว
hairs-black = ผมสีดำ
hairs-brown = ผมสีน้ำตาล
hairs-blond = ผมสีทอง
hairs-red = ผมสีแดง
hairs-grey = ผมสีเทา
hairs-white = ผมสีขาว
hairs-dyed = ย้อมผม
hairs-covered = คลุมผม

eyes-brown = ตาสีน้ำตาล
eyes-blue = ตาสีฟ้า
eyes-green = ตาสีเขียว
eyes-grey = ตาสีเทา
eyes-other = ตาแปลกกว่าคนทั่วไป

person-marks-beard = มีเครา
person-marks-moustache = มีหนวด
person-marks-glasses = ใส่แว่น
person-marks-tattoo-face = รอยสักที่หน้า
person-marks-tattoo-neck = รอยสักที่คอ
person-marks-tattoo-hand = รอยสักที่มือ
person-marks-tattoo-arm = รอยสักที่แขน
person-marks-tattoo-elsewhere = มีรอยสัก
person-marks-scar-face = แผลเป็นที่หน้า
person-marks-scar-hand = แผลเป็นที่มือ
person-marks-scar-elsewhere = มีแผลเป็น
person-marks-piercing = เจาะตามตัว
person-marks-missing-teeth = ฟันหลอ
person-marks-gold-teeth = ฟันทอง
person-marks-limp = เดินกะเผลก
person-marks-stammer = พูดติดอ่าง
person-marks-birthmark = ปาน
person-marks-missing-finger = นิ้วขาด
person-marks-uniform = ใส่เครื่องแบบ
person-marks-strong-smell = กลิ่นแรง
person-marks-other = จุดสังเกตอื่น

weapons-knife = มีด
weapons-gun = ปืน
weapons-blunt = ของใช้ตี
weapons-spray = สเปรย์
weapons-syringe = เข็มฉีดยา
weapons-rope = เชือก
weapons-dog = หมา
weapons-other = อาวุธอื่น

# As perceived by the reporter. Shown only where the collective's rules say so, and never searched by.
ethnicities-white = คนผิวขาว
ethnicities-black = คนผิวดำ
ethnicities-south-asian = คนเอเชียใต้
ethnicities-east-asian = คนเอเชียตะวันออก
ethnicities-middle-eastern = คนตะวันออกกลาง
ethnicities-latin = คนลาตินอเมริกา
ethnicities-roma = ชาวโรมา
ethnicities-mixed = ลูกครึ่ง
ethnicities-other = อื่น ๆ

person-names = เรียกตัวเองว่า { $names }
person-accent = สำเนียง: { $accent }
person-languages = พูดภาษา { $languages }
person-weapon = อาวุธ: { $weapon }
person-ethnicity = ดูเหมือน: { $ethnicity }

## A vehicle

vehicles-car = รถเก๋ง
vehicles-van = รถตู้
vehicles-suv = รถ SUV
vehicles-pickup = รถกระบะ
vehicles-taxi = แท็กซี่
vehicles-lorry = รถบรรทุก
vehicles-minibus = รถมินิบัส
vehicles-motorbike = มอเตอร์ไซค์
vehicles-bicycle = จักรยาน
vehicles-camper = รถบ้าน
vehicles-other = รถ

colours-white = สีขาว
colours-black = สีดำ
colours-grey = สีเทา
colours-silver = สีเงิน
colours-blue = สีน้ำเงิน
colours-red = สีแดง
colours-green = สีเขียว
colours-yellow = สีเหลือง
colours-orange = สีส้ม
colours-brown = สีน้ำตาล
colours-gold = สีทอง
colours-purple = สีม่วง
colours-two-colour = สองสี

# "white van"
vehicle-of-colour = { $vehicle } { $colour }

vehicle-marks-dent = รถบุบ
vehicle-marks-broken-light = ไฟแตก
vehicle-marks-cracked-window = กระจกร้าว
vehicle-marks-tinted-windows = กระจกมืด
vehicle-marks-sign-writing = มีตัวหนังสือข้างรถ
vehicle-marks-sticker = มีสติกเกอร์
vehicle-marks-roof-rack = แร็คหลังคา
vehicle-marks-ladder = มีบันได
vehicle-marks-tow-bar = ตะขอลากรถ
vehicle-marks-child-seat = เบาะเด็ก
vehicle-marks-taxi-sign = ป้ายแท็กซี่
vehicle-marks-foreign-plate = ทะเบียนต่างประเทศ
vehicle-marks-no-plate = ไม่มีป้ายทะเบียน
vehicle-marks-rust = มีสนิม
vehicle-marks-loud = เสียงดัง
vehicle-marks-no-windows = ไม่มีกระจก
vehicle-marks-other = จุดสังเกตอื่น

## Numbers, plates and the like

types-phone = เบอร์โทร
types-email = อีเมล
types-handle = ชื่อผู้ใช้
types-link = ลิงก์
types-payment = บัญชีรับจ่ายเงิน
types-plate = ทะเบียนรถ

partials-starts = ขึ้นต้นด้วย { $value }
partials-ends = ลงท้ายด้วย { $value }
partials-contains = มี { $value } อยู่ในนั้น

## An alert, line by line

# $bar (String): four squares, filled up to the severity. $n (Number): 1 to 4
alert-severity = { $bar } { $severity } ({ $n } จาก 4): { $kinds }
alert-verification = { $verification } ({ $n } จาก 4)
alert-so-far = คนดูแลรับรองแค่คนเดียว
alert-disputed = มีคนแย้ง
alert-areas = ที่ไหน: { $areas }
alert-when = เมื่อไหร่: { $when }
alert-people = กี่คน: { $people }
alert-person = คน: { $person }
alert-vehicle = รถ: { $vehicle }
alert-identifier = { $type }: { $value }
# "Number plate ends KX"
alert-part = { $type } { $value }
alert-hidden = { $type }: ซ่อนไว้ ถ้าคุณมีอยู่ ใช้ “เช็ก” เทียบดูได้
# $country (String): two letters, GB
alert-hidden-country = { $type }: ซ่อนไว้ ({ $country }) ถ้าคุณมีอยู่ ใช้ “เช็ก” เทียบดูได้
alert-text = ที่แจ้งมา: { $text }
alert-text-in = ที่แจ้งมา (ภาษา{ $language }): { $text }
alert-what-to-do = ควรทำอะไร: { $text }
alert-expires = แสดงถึง { $date }

## Dates. Days and years are text, so that nobody reads 2,026

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = ปี { $year }
date-about = ราว ๆ { $date }
months-01 = มกราคม
months-02 = กุมภาพันธ์
months-03 = มีนาคม
months-04 = เมษายน
months-05 = พฤษภาคม
months-06 = มิถุนายน
months-07 = กรกฎาคม
months-08 = สิงหาคม
months-09 = กันยายน
months-10 = ตุลาคม
months-11 = พฤศจิกายน
months-12 = ธันวาคม

## Languages and accents

languages-en = อังกฤษ
languages-ar = อาหรับ
languages-bg = บัลแกเรีย
languages-bn = เบงกาลี
languages-cs = เช็ก
languages-cy = เวลส์
languages-de = เยอรมัน
languages-el = กรีก
languages-es = สเปน
languages-fa = เปอร์เซีย
languages-fr = ฝรั่งเศส
languages-hi = ฮินดี
languages-hu = ฮังการี
languages-it = อิตาลี
languages-ku = เคิร์ด
languages-lt = ลิทัวเนีย
languages-nl = ดัตช์
languages-pa = ปัญจาบ
languages-pl = โปแลนด์
languages-pt = โปรตุเกส
languages-ro = โรมาเนีย
languages-ru = รัสเซีย
languages-so = โซมาลี
languages-sq = แอลเบเนีย
languages-sw = สวาฮีลี
languages-th = ไทย
languages-tr = ตุรกี
languages-uk = ยูเครน
languages-ur = อูรดู
languages-vi = เวียดนาม
languages-zh = จีน
languages-en-IE = อังกฤษแบบไอร์แลนด์
languages-en-scotland = อังกฤษแบบสกอตแลนด์
languages-en-US = อังกฤษแบบอเมริกา
languages-en-AU = อังกฤษแบบออสเตรเลีย
languages-en-JM = อังกฤษแบบจาเมกา
languages-en-NG = อังกฤษแบบไนจีเรีย

## Check: why a warning fits

called-phone = เบอร์
called-email = อีเมล
called-handle = ชื่อผู้ใช้
called-link = ลิงก์
called-payment = บัญชีรับจ่ายเงิน
called-plate = ทะเบียนรถ

reason-same = { $called }เดียวกัน
reason-plate-reads-alike = ทะเบียนรถที่อ่านแล้วคล้ายกัน (O กับ 0, I กับ 1)
reason-starts = { $called }ที่ขึ้นต้นแบบนี้
reason-ends = { $called }ที่ลงท้ายแบบนี้
reason-contains = { $called }ที่มีส่วนนี้อยู่
reason-warning-starts = ในคำเตือนมี{ $called }ที่ขึ้นต้นด้วย { $value }
reason-warning-ends = ในคำเตือนมี{ $called }ที่ลงท้ายด้วย { $value }
reason-warning-contains = ในคำเตือนมี{ $called }ที่มี { $value } อยู่
reason-other-app = ชื่อเดียวกันในแอปอื่น
reason-hidden = น่าจะเป็น{ $called }เดียวกัน แต่ซ่อนไว้ คนดูแลเทียบให้ได้
reason-hidden-other-app = น่าจะเป็นชื่อเดียวกันในแอปอื่น แต่ซ่อนไว้ คนดูแลเทียบให้ได้
reason-vehicle = รถที่คล้ายกัน: { $words }
reason-vehicle-other-plate = รถที่คล้ายกัน: { $words } ป้ายทะเบียนเป็นเลขอื่น ป้ายเปลี่ยนกันได้
reason-person = คนที่คล้ายกัน: { $words }
reason-name = ชื่อที่เขาใช้: { $name } คนชื่อซ้ำกันมีมาก
# Of several values that were looked for, this one
reason-of-value = { $value }: { $reason }

## Check: what it says above its matches, or if there are none

note-matches = มีคำเตือนที่ตรงกัน { $matches } เรื่อง (เรามี { $count }) เบอร์เปลี่ยนมือได้ ปลอมได้
note-no-record-of-not-safe = ไม่มีข้อมูลของ { $value } ไม่ได้แปลว่าปลอดภัย
note-no-record-of = ไม่มีข้อมูลของ { $value }
note-no-record =
    { $count ->
        [0] เรายังไม่มีคำเตือนเลย ไม่ได้แปลว่าปลอดภัย
       *[other] ไม่พบในคำเตือนของเรา { $count } เรื่อง ไม่ได้แปลว่าปลอดภัย
    }
note-no-record-since =
    { $count ->
        [0] เราไม่มีคำเตือนเลยตั้งแต่ { $since } ไม่ได้แปลว่าปลอดภัย
       *[other] ไม่พบในคำเตือนของเรา { $count } เรื่องตั้งแต่ { $since } ไม่ได้แปลว่าปลอดภัย
    }
note-we-have =
    { $count ->
        [0] เรายังไม่มีคำเตือนเลย ไม่ได้แปลว่าปลอดภัย
       *[other] เรามีคำเตือน { $count } เรื่อง ไม่ได้แปลว่าปลอดภัย
    }
note-we-have-since =
    { $count ->
        [0] เราไม่มีคำเตือนเลยตั้งแต่ { $since } ไม่ได้แปลว่าปลอดภัย
       *[other] เรามีคำเตือน { $count } เรื่องตั้งแต่ { $since } ไม่ได้แปลว่าปลอดภัย
    }
note-nothing-to-look-for = ยังไม่มีอะไรให้ค้น ลองใส่เบอร์ ทะเบียนรถ ลิงก์ หรือบอกลักษณะรถ เช่น รถตู้สีขาว ทะเบียนลงท้าย KX
note-nothing-to-look-for-nor-name = ในนี้ไม่มีอะไรให้ค้น และไม่มีคำเตือนที่มีชื่อนี้ ลองใส่เบอร์ ทะเบียนรถ ลิงก์ หรือบอกลักษณะรถ เช่น รถตู้สีขาว ทะเบียนลงท้าย KX
note-too-little = ข้อมูลน้อยเกินไป เลยค้นแค่ชื่อ
note-too-little-car = ถ้าเป็นรถ ใส่สีหรือยี่ห้อด้วย: รถตู้สีขาว
note-too-little-person = ถ้าเป็นคน บอกสามอย่างขึ้นไป: ผู้ชาย ตัวสูง 40 ปี
note-too-little-or = หรือใส่เบอร์ ทะเบียนรถ ลิงก์
note-still-comparing = กำลังเทียบกับเบอร์ที่ซ่อนอยู่ รอสักครู่
# $country (String): two letters, GB
note-foreign = เบอร์ใน { $country } ไม่ได้เป็นแบบนี้ ถ้าเป็นเบอร์ประเทศอื่น ให้ขึ้นต้นด้วย + และรหัสประเทศ
note-foreign-unknown = เราไม่รู้ว่าเบอร์แบบนี้เป็นของประเทศไหน ให้ขึ้นต้นด้วย + และรหัสประเทศ
note-hidden-not-in-part = เบอร์ที่ซ่อนอยู่ค้นแค่บางส่วนไม่ได้ ลองใส่ทั้งเบอร์
note-more-than-compared = ในนี้มีมากกว่าที่เทียบได้ในครั้งเดียว เช็กที่เหลือแยกต่างหาก

## Where a report stands

states-received = ได้รับแล้ว
states-claimed = มีคนรับดูแลแล้ว
states-needs-info = คนดูแลมีคำถาม
states-answered = ตอบแล้ว
states-shown = ให้คนแจ้งดูข้อความแล้ว
states-agreed = คนแจ้งตกลงแล้ว
states-approved = รับรองแล้ว
states-held = พักไว้ก่อน
states-so-far = ออกแล้ว คนดูแลรับรองแค่คนเดียว
states-published = เผยแพร่แล้ว
states-declined = ไม่รับ
states-merged = รวมกับเรื่องอื่นแล้ว
states-withdrawn = ถอนแล้ว
# and its alert
states-live = แสดงอยู่
states-amended = แก้แล้ว
states-disputed = มีคนแย้ง
states-retracted = เอากลับแล้ว
states-expired = จบแล้ว

## What can be done with it

events-claim = รับเรื่อง
events-hand-back = คืนเรื่อง
events-ask = ถามเพิ่ม
events-draft = เขียนข้อความ
events-show = ให้คนแจ้งดูข้อความ
events-approve = รับรอง
events-hold = พักไว้ก่อน
events-publish = เผยแพร่
events-publish-so-far = เผยแพร่โดยคนดูแลคนเดียวก่อน
events-decline = ไม่รับ
events-merge = รวมกับเรื่องอื่น
events-read = อ่านแล้ว
events-answer = ตอบ
events-agree = ตกลงตามข้อความ
events-release = เผยแพร่ได้แล้ว
events-correct = แก้ให้ถูก
events-withdraw = ถอน
events-amend = แก้คำเตือน
events-dispute = บอกว่ามีคนแย้ง
events-settle = ไม่มีใครแย้งแล้ว
events-retract = เอาคำเตือนกลับ
events-expire = จบแล้ว

guard-consented = คนแจ้งไม่ได้ตกลงให้เตือนคนอื่น จึงเผยแพร่เรื่องนี้ไม่ได้เลย
guard-not-moderators-only = คนแจ้งบอกว่าให้คนดูแลรู้เท่านั้น จึงเผยแพร่ไม่ได้ตลอดไป
guard-agreed-if-asked = คนแจ้งอยากดูข้อความก่อน ให้เขาดู แล้วรอเขาตกลง
guard-on-hold = คนแจ้งไม่ได้ขอให้พักไว้
guard-not-on-hold = คนแจ้งขอให้พักไว้จนกว่าเขาจะบอก
guard-quorum = คนรับรองยังไม่พอ
guard-one-approval = ยังไม่มีใครรับรอง
guard-dangerous = เฉพาะคำเตือนระดับอันตรายและอันตรายมาก ที่ออกได้โดยคนดูแลคนเดียวก่อน
step-not-possible = ตอนนี้ทำไม่ได้

## What two reports share

shared-number = เบอร์หรือชื่อเดียวกัน
shared-plate = ทะเบียนรถเดียวกัน
shared-car = รถที่คล้ายกัน
shared-look = คนที่คล้ายกัน

## A public text, before it is approved

hint-says-what-somebody-is = เขียนว่าแจ้งมาว่าอะไร อย่าเขียนว่าใครเป็นคนแบบไหน แบบนี้แฟร์กว่าและชี้แจงง่ายกว่า
hint-own-words = ฟังเหมือนคำพูดของคนแจ้งเอง มีแค่เขาคนเดียวที่รู้เรื่องนี้หรือเปล่า
hint-number-in-text = ในข้อความมีเบอร์หรือชื่อผู้ใช้ที่ทุกคนเห็น ย้ายไปไว้ในช่องเบอร์ ตรงนั้นจะซ่อนให้

## Figures

figures-how = นับตามวันที่มาถึง เป็นจำนวนเต็ม ไม่นับเรื่องที่คนแจ้งไม่ให้นับ เรื่องแบบที่มีไม่ถึง 3 เรื่องจะนับรวมกัน เรื่องหนึ่งเป็นได้หลายแบบ ชั่วโมงคือค่ากลาง (มัธยฐาน) ตั้งแต่มาถึงจนเผยแพร่
