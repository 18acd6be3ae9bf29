# What the app says on its screens. Short plain sentences: they are read by frightened people, in a hurry, in their second language.
# Words of the house: Hide (close and lock) and Erase (wipe). Never topic, identifier, charter, board or relay: areas, number or plate, our rules.

app-hide = ซ่อน
app-back = กลับ

## The app itself

app-home = หน้าแรก
app-loading = สักครู่…
app-not-loaded = เปิดหน้านี้ไม่ได้
app-not-loaded-why = อาจไม่มีเน็ต หรือมีแอปรุ่นใหม่กว่า เปิดแอปใหม่อีกครั้ง ไม่มีอะไรหาย
app-reload = เปิดใหม่
app-broken = เบราว์เซอร์นี้ไม่คืนข้อมูล
app-broken-why = ตอนนี้อ่านสิ่งที่แอปเก็บไว้ไม่ได้ เครื่องอาจเต็ม หรือนี่คือหน้าต่างส่วนตัว ปิดแท็บอื่นแล้วลองอีกครั้ง ไม่มีอะไรถูกล้าง

## The first screen

welcome-title = ที่นี่เพื่อนเตือนเพื่อน
welcome-no-police = ไม่มีตำรวจ
welcome-no-emergency = ไม่ใช่สายด่วนฉุกเฉิน อาจไม่มีใครตื่นอยู่
welcome-telegram = Telegram เห็นว่าคุณใช้แอปนี้ แต่ไม่เห็นสิ่งที่คุณเขียนในนี้
welcome-never-type = อย่าพิมพ์เรื่องพวกนี้ในแชต
welcome-lost = สิ่งที่แอปนี้เก็บไว้ที่นี่หายไปแล้ว โทรศัพท์หรือเบราว์เซอร์ลบทิ้งไป ขอรหัสใหม่จากคนดูแล เรื่องที่แจ้งไปแล้วอยู่กับคนดูแล แต่คำตอบจะมาถึงโทรศัพท์เครื่องนี้ไม่ได้อีก
welcome-lost-copied = โทรศัพท์เครื่องนี้ลบสิ่งที่แอปเก็บไว้ที่นี่ไปแล้ว ด้วยคำ 12 คำของคุณ ทุกอย่างจะกลับมา รวมถึงเรื่องที่คุณแจ้ง
welcome-words = ฉันมีคำ 12 คำ
welcome-erase-copy = ล้างส่วนที่เหลือ
welcome-code = ฉันมีรหัส
welcome-help = ที่ช่วยใกล้ฉัน
welcome-language = ภาษา

## A PIN

pin-new = PIN ใหม่
pin-again = ใส่ PIN เดิมอีกครั้ง
pin-same = PIN อีกครั้ง
pin-again-why = กันพิมพ์พลาดแล้วเข้าไม่ได้
pin-rule = อย่างน้อย 6 ตัว ยิ่งยาวยิ่งปลอดภัย
pin-keys = ตัวเลข
pin-delete = ลบ
pin-next = ต่อไป
pin-letters = ใช้ตัวอักษรแทน
pin-digits = ใช้ตัวเลขแทน
pin-fault-short = สั้นไป ต้องมีอย่างน้อย 6 ตัว
pin-fault-same = เดาง่ายไป ใช้ตัวเลขต่างกันอย่างน้อยสามตัว
pin-fault-run = เดาง่ายไป อย่าเรียงกันแบบ 123456
pin-fault-date = ดูเหมือนวันเกิด คนรู้จักจะลองแบบนี้ก่อน
pin-not-alike = สองครั้งไม่เหมือนกัน เริ่มใหม่

## How long the app stays open

stay-title = ให้ถาม PIN เมื่อไหร่
stay-why = เปลี่ยนทีหลังได้ที่ “ความปลอดภัย” ปุ่มซ่อนจะล็อกทันทีเสมอ
stay-0 = ทุกครั้ง
stay-0-hint = ล็อกหลังออกไปครึ่งนาที ดีที่สุดถ้ามีคนอื่นใช้เครื่องนี้ด้วย
stay-900 = หลัง 15 นาที
stay-900-hint = ยังเปิดอยู่ตอนเข้า ๆ ออก ๆ
stay-28800 = หลัง 8 ชั่วโมง
stay-28800-hint = ใส่ PIN ครั้งเดียวต่อกะ ใครได้เครื่องที่ปลดล็อกอยู่ก็อ่านแอปนี้ได้

## Coming in

join-title = รหัสของคุณ
join-code = รหัส
join-code-hint = { $count ->
    [0] วางได้เลย ตัวใหญ่ตัวเล็ก เว้นวรรค และขีด ไม่มีผล
   *[other] { $count } จาก 27
}
join-never-chat = อย่าส่งรหัสในแชต แม้แต่ส่งให้บอต เพราะรหัสจะใช้ไม่ได้อีก
join-have-words = ไม่มีรหัส แต่มีคำกู้คืน 12 คำ
join-other-phone = เครื่องอื่นของฉันอยู่กับตัว
join-looking = กำลังดูรหัส…
join-code-short = รหัสยังไม่ครบ ต้องมีตัวอักษรและตัวเลข 27 ตัว ตอนนี้มี { $count } ตัว
join-code-long = ยาวเกินไป รหัสมีตัวอักษรและตัวเลข 27 ตัว ตอนนี้มี { $count } ตัว
join-code-strange = รหัสมีแต่ตัวอักษรอังกฤษกับตัวเลข และไม่มีตัว U ลองดูอีกครั้ง
join-code-wrong = มีตัวอักษรหรือตัวเลขผิดหนึ่งตัว ลองเทียบอีกครั้ง
join-code-gone = รหัสนี้ใช้ไม่ได้แล้ว อาจถูกใช้ไปแล้ว ถูกยกเลิก หรือเก่าเกินไป ขอรหัสใหม่
join-code-waits = เครื่องของคนดูแลต้องต่ออายุรหัสนี้ก่อน รหัสยังเป็นของคุณ ลองใหม่อีกไม่กี่ชั่วโมง
join-offline = ไม่มีเน็ต หรือเซิร์ฟเวอร์ของเราไม่ตอบ ตอนเข้าครั้งแรกต้องมีเน็ต ยังไม่ได้เก็บอะไรไว้ ลองใหม่เมื่อมีเน็ต
join-not-kept = เบราว์เซอร์นี้ไม่เก็บข้อมูล อาจเป็นหน้าต่างส่วนตัว หรือเครื่องเต็ม ยังไม่ได้เก็บอะไรไว้ ลองใช้เบราว์เซอร์อื่น
join-refused = สิ่งที่เซิร์ฟเวอร์ส่งมาเชื่อถือไม่ได้ คุณจึงยังไม่ได้เข้า บอกคนที่ให้รหัสคุณ
join-asked-title = มีคนชวนคุณเป็นคนดูแล
join-asked = คนที่ให้รหัสนี้ชวนคุณเป็นคนดูแล คนดูแลอ่านทุกเรื่องที่แจ้ง และตัดสินใจด้วยกันว่าจะเตือนอะไร ต้องใช้เวลา และบางเรื่องอ่านแล้วหนักใจ
join-asked-yes = ได้ ฉันจะเป็นคนดูแล
join-asked-yes-hint = คุณเข้ามาเหมือนคนอื่นก่อน แล้วคนดูแลจะรับคุณเข้าทีม
join-asked-no = ยังไม่ใช่ตอนนี้
join-asked-no-hint = คุณเข้ามาได้เหมือนกัน จะตกลงทีหลังก็ได้ที่ กลุ่มของเรา
join-name-title = ชื่อในนี้
join-name = ชื่อที่คนดูแลใช้เรียกคุณ
join-name-hint = คนดูแลเห็นชื่อนี้ สมาชิกคนอื่นไม่เห็น อย่าใช้ชื่อจริงหรือชื่อที่ใช้ทำงาน
join-name-other = ขอชื่ออื่น
join-pin-title = ตั้ง PIN
join-pin-why = ใช้ล็อกแอปนี้ในเครื่องนี้ ไม่มีใครรีเซ็ตให้คุณได้
join-coming = กำลังเข้า
join-coming-hint = ปกติไม่ถึงหนึ่งนาที อย่าเพิ่งปิดหน้านี้
join-reading = กำลังอ่านข้อมูลที่มี…
join-checking = กำลังตรวจ { $count } ข้อความ…
join-locking = กำลังล็อกด้วย PIN ของคุณ…
join-done = เสร็จแล้ว

recover-title = กลับมาด้วยคำ 12 คำ
recover-how = เครื่องหาย พัง หรือเปลี่ยนใหม่ใช่ไหม คำเหล่านี้พาคุณกลับมาที่นี่ด้วยชื่อเดิม ไม่ต้องมีรหัส
recover-never-chat = อย่าพิมพ์คำเหล่านี้ที่อื่น
recover-looking = กำลังสร้างกุญแจของคุณจากคำ เครื่องเก่าอาจใช้เวลาสักครู่…
recover-count = ตอนนี้มี { $count } คำ ต้องมี 12 คำ
recover-word = คำที่ { $place } ไม่มีในรายการ เทียบกับกระดาษของคุณ
recover-together = 12 คำนี้ไม่เข้ากัน มีคำที่ผิด หรือเรียงผิด
recover-nothing = ไม่มีอะไรเก็บไว้ใต้คำเหล่านี้ ลองเทียบอีกครั้ง ถ้าถูกแล้ว แสดงว่าเครื่องเดิมไม่ได้ต่อเน็ตหลังจากแสดงคำ หรือไม่ได้ต่อมาหนึ่งปีแล้ว ให้ขอรหัสใหม่
recover-removed = คำเหล่านี้เปิดอะไรใหม่ที่นี่ไม่ได้ คุณอาจถูกเอาออกจากรายชื่อ ถามคนดูแลได้
recover-refused = สิ่งที่เซิร์ฟเวอร์ส่งมาเชื่อถือไม่ได้ คุณจึงยังไม่ได้กลับมา บอกคนดูแล
recover-back-title = คุณกลับมาแล้ว
recover-back = ชื่อเดิม ที่เดิม ไม่มีใครรู้
recover-gone = สิ่งที่อยู่ในเครื่องเก่าเท่านั้นหายไปแล้ว คือร่าง และคำตอบของรายงานคุณ ตัวรายงานยังอยู่กับคนดูแล
recover-with-reports = เรื่องที่คุณแจ้งและคำตอบอยู่ที่นี่ด้วย มีแต่ฉบับร่างที่หายไป
recover-old-phone = คนอื่นอาจได้เครื่องเก่าของคุณไปไหม ถ้าใช่ โทรหาคนดูแล เขาจะเอาชื่อนี้ออกจากรายชื่อ เครื่องนั้นจะเข้าไม่ได้อีก แล้วให้รหัสใหม่แก่คุณ
recover-go-on = ไปต่อ

beside-how = ในอีกเครื่องของคุณ เปิดความปลอดภัย แล้วกด “เพิ่มเครื่องหรือย้ายเครื่อง” จะมีรหัสขึ้นมา
beside-digits-title = พิมพ์ตัวเลขนี้ในอีกเครื่อง
beside-digits-why = ตัวเลขนี้แสดงว่าคุณถือทั้งสองเครื่อง อย่าเพิ่งปิดหน้านี้
beside-late = ครบสิบนาทีแล้ว เริ่มใหม่ในอีกเครื่อง
beside-in-title = เครื่องนี้เข้าแล้ว
beside-in = ตอนนี้ทั้งสองเครื่องคือคุณ ชื่อเดียวกัน คำเตือนเดียวกัน
beside-reports = รายงานที่เขียนในอีกเครื่องอยู่ในเครื่องนั้น คำตอบก็เช่นกัน

words-title = คำกู้คืน
words-why = 12 คำนี้เปิดแอปในเครื่องนี้ได้ถ้าลืม PIN และพาคุณกลับมาในเครื่องอื่นได้ถ้าเครื่องนี้หาย
words-paper = จดใส่กระดาษ อย่าถ่ายรูป อย่าพิมพ์ในแอปอื่น ใครได้คำเหล่านี้ไปก็เป็นคุณได้
words-alone = มีใครมองอยู่ข้างหลังไหม ถ้ามี ค่อยทำทีหลัง
words-show = ดูคำ
words-later = ไว้ทีหลัง
words-written = จดแล้ว
words-asked = ขอสามคำ เพื่อความแน่ใจ
words-number = คำที่ { $number }
words-check = ตรวจ
words-wrong = มีคำที่ไม่ถูก ดูกระดาษของคุณ หรือกลับไปดูอีกครั้ง
words-keeping = กำลังเก็บ…
words-kept = คำกู้คืนเปิดแอปนี้ได้ เก็บกระดาษไว้ในที่ที่ไม่มีใครเห็น
words-elsewhere = คำเหล่านี้พาคุณกลับมาในเครื่องอื่นได้ด้วย
words-elsewhere-later = และจะพาคุณกลับมาในเครื่องอื่นได้ เมื่อเครื่องของคนดูแลให้คุณเข้าแล้ว และเครื่องนี้ต่อเน็ตอีกครั้ง
words-pin-why = ใส่ PIN ของคุณก่อน คนอื่นจะได้ไม่เห็นคำ

prefer-title = พื้นที่และภาษา
prefer-here-only = เก็บในเครื่องนี้เท่านั้น ไม่มีใครเห็นว่าคุณเลือกอะไร
prefer-areas = คุณทำงานที่ไหน
prefer-areas-hint = หน้าคำเตือนจะแสดงเฉพาะพื้นที่เหล่านี้ แตะครั้งเดียวเห็นทั้งหมด ไม่เลือกเลยจะเห็นทั้งหมด การตรวจสอบค้นทุกที่เสมอ และเรื่องที่อันตรายมากจะแสดงเสมอ
prefer-languages = ภาษาที่คุณอ่านได้
prefer-languages-hint = คำเตือนภาษาอื่นก็แสดงด้วย และมีป้ายบอก

## Home

home-title = ต้องการอะไร
home-check = เช็ก
home-check-hint = มีใครรู้จักเบอร์ ทะเบียนรถ หรือคนหน้าตาแบบนี้ไหม
home-report = แจ้งเรื่อง
home-report-hint = เล่าว่าเกิดอะไรขึ้น หยุดเมื่อไหร่ก็ได้
home-alerts = คำเตือน
home-alerts-hint = สิ่งที่คนอื่นเตือนไว้
home-more = เพิ่มเติม
home-mine = เรื่องที่ฉันแจ้ง
home-begun = คุณเริ่มแจ้งเรื่องไว้ { $count } เรื่อง
home-asked = รอคุณอยู่ { $count } เรื่อง
home-desk = งานดูแล
home-collective = กลุ่มของเรา
home-safety = ความปลอดภัย
home-help = ที่ช่วยใกล้ฉัน
home-fetching = กำลังดูข่าวใหม่…
home-never = ยังไม่เคยรับข่าว
home-synced = ข่าวล่าสุด: { $ago }
home-alerts-count = { $count ->
    [0] ไม่มีคำเตือน
   *[other] คำเตือน { $count } เรื่อง
}
home-offline = ไม่มีเน็ต
home-offline-telegram = ตอนนี้ไม่มีเน็ต อย่าเพิ่งปิด: ใน Telegram ถ้าไม่มีเน็ตจะเปิดใหม่ไม่ได้ หน้าความปลอดภัยบอกว่าเปิดที่ไหนได้
home-fetch = ดูข่าวใหม่ตอนนี้
home-words = คุณเป็นคนดูแล จดคำกู้คืนวันนี้เลย ถ้าไม่มี แล้วลืม PIN หรือเครื่องหาย จะเข้าไม่ได้อีกเลย
home-words-now = จดตอนนี้
home-trouble = ไม่มีข่าวใหม่: { $sentence }
home-refused-desk = มีบางอย่างที่ไม่ได้รับเข้ามา เพราะเชื่อถือไม่ได้ ถ้าเกิดอีก คุยกับคนดูแลคนอื่นนอกแอปนี้
home-withheld-desk = เซิร์ฟเวอร์ของเราไม่ส่งบางอย่างมาเครื่องนี้ ในนี้อาจมีบางอย่างหายไป ถามคนดูแลคนอื่นว่าเจอเหมือนกันไหม
home-stale-desk = สองสัปดาห์แล้วที่เครื่องของคนดูแลเปิดไม่พอ ข้อมูลในนี้อาจเก่าแล้ว ขอให้คนอื่นเปิดแอปนี้
home-refused = มี { $count } ข้อความที่ไม่ได้รับเข้ามา เพราะเชื่อถือไม่ได้ บอกคนดูแล
home-withheld = มี { $count } ข้อความที่ไม่ถูกส่งมาถึงเครื่องนี้ ในนี้อาจมีบางอย่างหายไป บอกคนดูแล
home-stale = ไม่มีข่าวจากคนดูแลมา { $count } วัน ข้อมูลในนี้อาจเก่าแล้ว ลองถามคนดูแล
home-healing = เซิร์ฟเวอร์ของเราทำข้อมูลหายบางส่วน เครื่องของทุกคนกำลังส่งคืนให้ ระหว่างนี้สิ่งที่คุณส่งจะรออยู่ในเครื่องนี้
home-clock = นาฬิกาเครื่องนี้กับเซิร์ฟเวอร์ของเราต่างกัน { $count } นาที ตั้งเวลาเครื่องตามเครือข่าย
home-waits = คุณเข้ามาแล้ว อ่าน เช็ก และแจ้งเรื่องได้ เครื่องของคนดูแลยังต้องรับคุณเข้าถาวร ซึ่งจะเกิดขึ้นเอง
home-alarm-gate = กุญแจเข้าเซิร์ฟเวอร์ของเรามีปัญหา คนที่ทำกุญแจชุดใหม่อาจกันคนอื่นออกได้ บอกคนดูแลที่คุณไว้ใจ นอกแอปนี้
home-alarm-cover = กุญแจชุดใหม่มีปัญหา สมาชิกบางคนเปิดสิ่งที่ส่งมาตอนนี้ไม่ได้ บอกคนดูแลที่คุณไว้ใจ นอกแอปนี้
home-alarm-desk = กุญแจที่ใช้ล็อกเรื่องที่แจ้งมีปัญหา คนดูแลบางคนเปิดไม่ได้ บอกคนดูแลที่คุณไว้ใจ นอกแอปนี้

## The lock

locked-title = ล็อกอยู่
locked-pin = PIN
locked-open = เปิด
locked-opening = กำลังเปิด…
locked-forgot = ลืม PIN
locked-erase = ล้างข้อมูล
locked-wait = ใส่ผิดหลายครั้งเกินไป รอ { $count } นาที ไม่มีอะไรถูกล้าง

opening-newest = คำเตือนล่าสุด
opening-more = กำลังเปิดคำเตือนที่เหลือ…
opening-check = เช็กได้ทันทีที่เปิดคำเตือนครบทั้งหมด ระหว่างนี้จะยังไม่ตอบอะไร เพราะดูแค่บางส่วนไม่พอ
opening-soon = จะเปิดทันทีที่ทุกอย่างพร้อม

forgot-title = ลืม PIN
forgot-how = คำกู้คืน 12 คำของคุณก็เปิดได้ แล้วตั้ง PIN ใหม่
forgot-words = 12 คำ เว้นวรรคระหว่างคำ
forgot-twelve = ยังไม่ครบ 12 คำ หรือเกิน
forgot-wrong = คำเหล่านี้เปิดแอปไม่ได้ เทียบกับกระดาษของคุณ
forgot-new-pin = PIN ใหม่
forgot-no-words = ไม่มีคำกู้คืนหรือ ถ้าไม่มีก็ไม่มีใครเปิดได้ เราก็เปิดไม่ได้ คุณล้างข้อมูล แล้วเข้ามาใหม่ด้วยรหัสอื่นได้

elsewhere-title = เปิดอยู่ในแท็บอื่น
elsewhere-why = แอปนี้เปิดอยู่ในแท็บหรือหน้าต่างอื่น เปิดสองที่พร้อมกันจะชนกัน
elsewhere-here = ใช้ตรงนี้
elsewhere-waiting = กำลังปิดอีกที่…
elsewhere-failed = แท็บอื่นไม่ยอมปิด ปิดเองแล้วลองอีกครั้ง

erase-title = ล้างข้อมูล
erase-next = ต่อไป
erase-does-title = ล้างอะไรบ้าง
erase-does = ทุกอย่างของแอปนี้หายจากเครื่องนี้: คำเตือน เรื่องที่คุณแจ้ง ฉบับร่าง กุญแจ และ PIN
erase-does-not-title = ไม่ล้างอะไรบ้าง
erase-not-sent = สิ่งที่คุณส่งไปแล้วยังอยู่กับคนดูแล
erase-not-membership = คุณยังอยู่ในรายชื่อสมาชิกจนกว่าคนดูแลจะเอาออก ถ้าคุณจด 12 คำไว้ ยังใช้กลับมาได้ ถ้าไม่อยากให้เป็นแบบนั้น ให้ทำลายกระดาษ ถ้าไม่มีคำเหล่านั้น ต้องใช้รหัสใหม่
erase-not-telegram = แชตใน Telegram ยังอยู่ ลบที่นั่นด้วย และดูรายการอุปกรณ์ใน Telegram
erase-not-copies = ถ้ามีคนเคยก๊อปปี้เครื่องนี้ไว้ ก๊อปปี้นั้นยังอยู่
erase-sure = ล้างทั้งหมดไหม
erase-for-good = ล้างแล้วล้างเลย สิ่งที่มีอยู่ในเครื่องนี้เท่านั้น เช่น ฉบับร่าง เอาคืนไม่ได้
erase-now = ล้างทั้งหมดตอนนี้
erase-keep = เก็บไว้
erase-erasing = กำลังล้าง…

## Safety

safety-title = ความปลอดภัย
safety-pin = เปลี่ยน PIN
safety-pin-hint = ถ้าอาจมีคนเห็น
safety-duress = PIN สำหรับล้างข้อมูล
safety-duress-hint = ถ้ามีคนบังคับให้เปิดแอปนี้
safety-stay = ให้ถาม PIN เมื่อไหร่
safety-stay-hint = ทุกครั้ง หลัง 15 นาที หลัง 8 ชั่วโมง
safety-words = คำกู้คืน
safety-words-hint = ไว้ใช้ตอนลืม PIN หรือเครื่องหาย
safety-device = เพิ่มเครื่องหรือย้ายเครื่อง
safety-device-hint = ใช้สองเครื่อง หรือใช้เครื่องใหม่
safety-compare = เทียบกับเพื่อน
safety-compare-hint = คุณสองคนได้ข้อมูลเดียวกันไหม
safety-pings = ให้บอกใน Telegram
safety-pings-hint = แค่ “มีใหม่ 1” ไม่มีอะไรมากกว่านี้
safety-prefer = พื้นที่และภาษา
safety-prefer-hint = คุณทำงานที่ไหน อ่านภาษาอะไร
safety-offline = เมื่อไม่มีเน็ต
safety-offline-hint = แอปนี้เปิดได้ที่ไหนเมื่อไม่มีเน็ต
safety-language = ภาษาของแอป
safety-language-hint = คำบนปุ่มต่าง ๆ
safety-erase = ล้างข้อมูล
safety-done = เสร็จแล้ว
safety-change = เปลี่ยน PIN
safety-changed = เปลี่ยนแล้ว PIN เก่าใช้เปิดอะไรไม่ได้อีก
safety-pin-now = PIN ตอนนี้
safety-old-pin = ใส่ PIN ที่ใช้อยู่
safety-old-pin-why = คนอื่นจะได้เปลี่ยนไม่ได้
safety-other-pin = ใช้อันนี้ไม่ได้ กลับไปเลือกอันอื่น
safety-wait = ใส่ผิดหลายครั้งเกินไป รอสักสองสามนาที ไม่มีอะไรถูกล้าง
safety-language-why = สิ่งที่คนเขียนยังเป็นภาษาที่เขาเขียน
safety-version = รุ่น { $version } บิลด์ { $build } เพื่อนที่มีคอมพิวเตอร์เทียบดูได้: parasol verify
safety-data = เดือนนี้ใช้เน็ตรับข่าวและข้อความไปประมาณ { NUMBER($now) } MB เดือนที่แล้ว { NUMBER($before) } MB
safety-limits = ใคร ๆ ก็ถ่ายรูปหน้าจอได้ เครื่องที่ถูกขโมยตอนปลดล็อกอยู่ก็อ่านได้ คนที่ให้บริการแอปนี้อาจส่งแอปที่ไม่ดีมาได้

duress-title = PIN สำหรับล้างข้อมูล
duress-what = PIN ตัวที่สอง ถ้ามีคนบังคับให้คุณเปิดแอป ให้ใส่ตัวนี้ ทุกอย่างในแอปจะถูกล้างทันที และดูเหมือนไม่เคยมีใครเข้ามา
duress-gone = ล้างแล้วล้างเลย ไม่ถามว่าแน่ใจไหม เรื่องที่ส่งไปแล้วยังอยู่กับคนดูแล ที่เหลือหายหมด ถ้าคุณจด 12 คำไว้ ยังใช้กลับมาได้
duress-not-hidden = ช่วยไม่ได้ถ้ามีคนก๊อปปี้เครื่องนี้ไว้ก่อน หรือรู้ว่าคุณใช้แอปนี้และถามว่ามันหายไปไหน
duress-unknown = ไม่มีใครดูออกว่ามี PIN แบบนี้ไหม แม้แต่หน้านี้
duress-set = ตั้ง PIN นี้
duress-off = ไม่ให้มี
duress-new = PIN ที่จะล้างข้อมูล
duress-different = ต้องต่างจาก PIN ของคุณอย่างน้อยสามตำแหน่ง หรือยาวไม่เท่ากัน
duress-sure-why = ใส่ PIN ของคุณ คนอื่นจะได้ตั้งไม่ได้ หลังจากนี้ ใส่ PIN ใหม่เมื่อไหร่ ทุกอย่างถูกล้าง
duress-off-why = ใส่ PIN ของคุณ หลังจากนี้ไม่มี PIN ไหนล้างอะไร
duress-is-on = ตั้งแล้ว ใส่เมื่อไหร่ ไม่ว่าตรงนี้หรือตอนล็อก ทุกอย่างจะถูกล้าง
duress-is-off = ตอนนี้ไม่มีแล้ว

compare-title = เทียบกับเพื่อน
compare-how = เจอกันหรือโทรหากัน เปิดหน้านี้ทั้งสองคน แล้วอ่านออกเสียง
compare-making = กำลังทำคำ…
compare-number = หมายเลข { $number }
compare-same = ถ้าหมายเลขเหมือนกัน คำก็ต้องเหมือนกัน ถ้าหมายเลขน้อยกว่า แปลว่าคนหนึ่งมีข่าวเก่ากว่าเท่านั้น
compare-different = หมายเลขเดียวกันแต่คำไม่เหมือนหรือ แปลว่าคุณสองคนได้ข้อมูลไม่เหมือนกัน อย่าเพิ่งเชื่อแอปนี้จนกว่าจะถามคนดูแลนอกแอป

device-title = เพิ่มเครื่องหรือย้ายเครื่อง
device-why = ในอีกเครื่อง เปิดแอปนี้ กด “ฉันมีรหัส” แล้วกด “เครื่องอื่นของฉันอยู่กับตัว” หลังจากนั้นทั้งสองเครื่องคือคุณ
device-stay = รายงานที่เขียนในเครื่องนี้อยู่ในเครื่องนี้ มีแต่เครื่องนี้ที่เห็นคำตอบ ถ้าจะย้ายเครื่อง รอคำตอบก่อนล้างเครื่องนี้
device-alone = ทำในที่ที่ไม่มีใครเห็นจอทั้งสองเครื่อง
device-show = ดูรหัส
device-pin-why = ใส่ PIN ของคุณก่อน ใครทำขั้นนี้ได้ก็ให้เครื่องเข้ามาในชื่อคุณได้
device-code-title = รหัสสำหรับอีกเครื่องของคุณ
device-code-how = พิมพ์รหัสในอีกเครื่อง หรือใช้กล้องของเครื่องนั้นคัดลอก แล้วเครื่องนั้นจะแสดงตัวเลขหกตัว พิมพ์ที่นี่
device-digits = ตัวเลขหกตัวในอีกเครื่อง
device-digits-hint = เฉพาะจากเครื่องที่อยู่ในมือคุณเท่านั้น อย่าใช้ตัวเลขที่คนอื่นบอก
device-digits-wrong = ต้องมีตัวเลขหกตัว พิมพ์ตามที่เห็นในอีกเครื่อง
device-give = ให้เข้ามา
device-waiting = กำลังรออีกเครื่องของคุณ…
device-taken = อีกเครื่องของคุณได้แล้ว
device-not-yours = ไม่ใช่เครื่องของคุณใช่ไหม โทรหาคนดูแลทันที เขาจะเอาชื่อนี้ออกจากรายชื่อ
device-late = ไม่มีใครรับภายในหนึ่งนาที เริ่มใหม่
device-not-yet = เครื่องของคนดูแลต้องให้คุณเข้าก่อน ลองใหม่ทีหลัง

pings-title = ให้บอกใน Telegram
pings-what = บอตจะบอกแค่ “มีใหม่ 1” ไม่มากกว่านี้ ไม่ทำก็ได้ ทุกอย่างใช้ได้โดยไม่ต้องมี
pings-knows = Telegram จะรู้ว่าบัญชีของคุณใช้บอตนี้ คนที่ดูแลบอตก็รู้ แต่ไม่รู้ว่าคุณอ่านหรือเขียนอะไร
pings-bot = ชื่อบอต ถ้ารู้
pings-bot-hint = จะได้ลิงก์ให้แตะ เครื่องนี้ไม่รู้ชื่อบอต
pings-bot-wrong = ชื่อบอตมีแค่ตัวอักษรอังกฤษ ตัวเลข และ _
pings-other = บอตอื่นหรือ ชื่ออะไร
pings-other-hint = บอตทุกตัวเห็นว่าบัญชีไหนคุยกับมัน ถ้าคนดูแลให้ชื่ออื่นมา ให้พิมพ์ชื่อนั้น
pings-how = คัดลอกบรรทัดนี้ ไปที่แชตกับบอต แล้วส่งตามนี้ทุกตัว:
pings-how-link = คัดลอกลิงก์นี้ไปเปิดใน Telegram:
pings-open = เปิดบอต
pings-tap = แตะ “เปิดบอต” แล้วแตะ Start ต้องเป็นบอตที่คุณรู้จัก: { $bot }
pings-desk-title = สำหรับคนดูแล: เมื่อมีเรื่องรอ
pings-desk-hint = สัญญาณของคุณเองตอนเข้าเวร
pings-desk-what = บอตจะบอก “มีใหม่ 1” ตอนที่มีเรื่องรอคนดูแลด้วย
pings-desk-knows = ถ้าทำแบบนี้ Telegram และคนที่ดูแลบอตจะรู้ว่าบัญชีนี้เป็นคนดูแล
pings-desk-without = ไม่ทำก็ใช้ได้ทุกอย่าง เปิดแอปเมื่อไรก็เห็นเรื่องที่รออยู่
pings-desk-agree = รู้แล้ว ขอดู
pings-copy = คัดลอก
pings-copied = คัดลอกแล้ว
pings-not-copied = คัดลอกไม่ได้ กดค้างไว้แล้วคัดลอกเอง
pings-ends = ใช้ได้ไม่กี่วัน และต้องทำใหม่ราวทุกสองเดือน พิมพ์ /leave ในแชตเพื่อเลิก
# Without a connection
offline-telegram = ใน Telegram เปิดแอปนี้ไม่ได้ถ้าไม่มีเน็ต เพราะ Telegram โหลดใหม่ทุกครั้ง แต่ถ้าเปิดค้างไว้ก็ใช้ต่อได้
offline-browser = ในเบราว์เซอร์ของเครื่องนี้เปิดได้ เปิดที่อยู่นี้ที่นั่น:
offline-own-code = แบบนั้นนับเป็นอีกเครื่องหนึ่ง ต้องใช้รหัสของตัวเอง สิ่งที่อยู่ในนี้ไม่ตามไปด้วย
offline-install = ในเบราว์เซอร์ เลือก “ติดตั้ง” หรือ “เพิ่มลงในหน้าจอโฮม” ในเมนู หลังจากนั้นจะเปิดได้แม้ไม่มีเน็ต
offline-check = การเช็กจะตอบจากข้อมูลที่เครื่องนี้ได้ล่าสุด และบอกว่าเก่าแค่ไหน สิ่งที่คุณส่งจะออกไปเมื่อมีเน็ตอีกครั้ง

## When something does not work: one kind sentence each

trouble-offline = ไม่มีเน็ต หรือเซิร์ฟเวอร์ของเราไม่ตอบ ไม่มีอะไรหาย สิ่งที่คุณเขียนเก็บอยู่ในเครื่องนี้และจะส่งทีหลัง
trouble-not-ours = มีอย่างอื่นตอบแทนเซิร์ฟเวอร์ของเรา เน็ตนี้อาจให้ล็อกอินก่อน ไม่มีอะไรหาย
trouble-said-no = คราวนี้เซิร์ฟเวอร์ของเราไม่รับ ไม่มีอะไรหาย ลองใหม่อีกสักพัก
trouble-busy = ตอนนี้เซิร์ฟเวอร์ของเรางานล้น ไม่มีอะไรหาย อีกไม่กี่นาทีก็ใช้ได้
trouble-full = เครื่องนี้เต็ม เก็บอะไรเพิ่มไม่ได้ ลบของที่ไม่ใช้ แล้วลองอีกครั้ง
trouble-storage = โทรศัพท์เครื่องนี้เก็บบางอย่างไม่ได้ หรือไม่คืนให้ ปิดแอป เปิดใหม่ แล้วดูว่ายังอยู่ไหม
trouble-wrong-pin = PIN ไม่ถูก
trouble-maybe-removed = เครื่องนี้เปิดคำเตือนใหม่ ๆ ไม่ได้ อาจถูกเอาออกจากรายชื่อ ถามคนดูแลได้ สิ่งที่มีอยู่ในนี้ยังอ่านได้
trouble-clock = วันที่หรือเวลาของเครื่องนี้น่าจะผิด ตั้งให้ถูกแล้วลองอีกครั้ง ไม่มีอะไรหาย
trouble-refused = สิ่งที่เซิร์ฟเวอร์ส่งมาเชื่อถือไม่ได้ จึงไม่ได้รับเข้ามา สิ่งที่มีอยู่ในนี้ยังใช้ได้ดี
trouble-too-old = แอปนี้เก่าเกินไปสำหรับกฎของเรา จึงไม่อ่านอะไรใหม่ ปิดแล้วเปิดอีกครั้งเพื่อรับแอปใหม่ สิ่งที่มีอยู่ในนี้ยังอ่านได้
trouble-not-allowed = ทำแบบนี้ไม่ได้ หรือทำไม่ได้แล้ว กลับไปดูอีกครั้ง
trouble-bad-input = มีบางอย่างที่อ่านไม่ได้ ดูอีกครั้ง หรือเว้นไว้
trouble-unknown = มีอะไรผิดพลาดตรงนี้ สิ่งที่คุณส่งแล้วไม่หาย ปิดแอป เปิดใหม่ แล้วลองอีกครั้ง

## How long ago

ago-now = เมื่อกี้
ago-minutes = { $count } นาทีก่อน
ago-hours = { $count } ชั่วโมงก่อน
ago-days = { $count } วันก่อน
ago-months = { $count } เดือนก่อน

## Check

check-title = เช็ก
check-field = เบอร์ ทะเบียนรถ ชื่อ ลิงก์ หรือรถ
check-hint = วางอะไรก็ได้ ถ้าเป็นรถ: รถตู้สีขาว ทะเบียนลงท้าย KX
check-stays-here = สิ่งที่คุณพิมพ์อยู่ในเครื่องนี้ ใช้ได้แม้ไม่มีเน็ต
watch-tell = บอกฉันถ้ามีคำเตือนเรื่องนี้ทีหลัง
watch-hint = เก็บไว้ในเครื่องนี้เท่านั้น หลัง PIN ของคุณ เก็บ 20 รายการล่าสุดที่เลือก แล้วหน้าแรกจะบอก
watch-listed = มีคำเตือนแล้วหลังจากที่คุณเช็ก:
watch-look = อ่านคำเตือน
watch-enough = ไม่ต้องแสดงอีก
check-looked-for = ค้นหา: { $values }
check-comparing = กำลังเทียบกับเบอร์ที่ซ่อนอยู่…
check-hidden-not-compared = เทียบกับเบอร์ที่ซ่อนอยู่ไม่ได้ ที่เหลือเทียบแล้ว
check-exact = ตรงกัน
check-probable = น่าจะตรงกัน ถามคนดูแล ระหว่างนี้ให้ถือว่าตรงกันไว้ก่อน
check-part = ตรงบางส่วน
check-look = ลักษณะคล้ายกัน
check-other-plate = ลักษณะคล้ายกัน แต่ทะเบียนอื่น
check-more = และอีก { $count } เรื่อง บอกเพิ่มจะหาเจอง่ายขึ้น
# $areas (String): areas, with commas, or the name of the collective
check-no-record =
    { $count ->
        [0] เรายังไม่มีคำเตือน { $areas } ไม่ได้แปลว่าปลอดภัย
       *[other] ไม่พบในคำเตือนของเรา { $count } เรื่อง { $areas } ไม่ได้แปลว่าปลอดภัย
    }
# $since (String): a month and a year
check-no-record-since =
    { $count ->
        [0] เราไม่มีคำเตือน { $areas } ตั้งแต่ { $since } ไม่ได้แปลว่าปลอดภัย
       *[other] ไม่พบในคำเตือนของเรา { $count } เรื่อง { $areas } ตั้งแต่ { $since } ไม่ได้แปลว่าปลอดภัย
    }

## Alerts

alerts-title = คำเตือน
alerts-fetch = ดูว่ามีใหม่ไหม
alerts-fetching = กำลังดู…
alerts-area = พื้นที่
alerts-all-areas = ทุกพื้นที่
alerts-severity = อันตรายแค่ไหน
alerts-all = ทั้งหมด
# $severity (String): Dangerous
alerts-from = { $severity } ขึ้นไป
alerts-none = ตอนนี้ไม่มีคำเตือน
alerts-none-such = ตอนนี้ไม่มีคำเตือนแบบนี้
alerts-not-safe = ไม่ได้แปลว่าปลอดภัย
alerts-count = คำเตือน { $count } เรื่อง ใหม่สุดก่อน
alerts-more = ดูเพิ่ม
alerts-yours = พื้นที่ของคุณ: { $areas } ยังมีอีก { $count } เรื่องที่ไม่ได้แสดง
alerts-show-all = แสดงทั้งหมด
alerts-everywhere = แสดงทุกพื้นที่แล้ว
alerts-only-yours = เฉพาะพื้นที่ของฉัน
alerts-other-language = ข้อความภาษา{ $language }
# $n (Number): 1 to 4, how far it goes on a scale of four
alerts-of-four = { $n } จาก 4
# $ago (String): 3 hours ago
alerts-as-of = อัปเดต { $ago }
alerts-last-word = สัญญาณล่าสุดจากคนดูแล: { $ago }
alerts-withheld = เซิร์ฟเวอร์ของเรากัก { $count } รายการไว้ อาจมีคำเตือนหายไป บอกคนดูแล
alerts-stale = ไม่มีข่าวจากคนดูแลมาสองสัปดาห์ คำเตือนใหม่ ๆ อาจยังไม่มาถึง ถ้าทำได้ ลองถามคนดูแล
alerts-taken-back = เอากลับแล้ว
alerts-taken-back-what = คำเตือนนี้ไม่นับแล้ว ยังให้เห็นไว้เพื่อให้คุณรู้
alerts-ended = จบแล้ว
alerts-ended-what = คำเตือนนี้เลยเวลาแล้ว อาจไม่ตรงกับตอนนี้
alerts-so-far-short = คนดูแลรับรองแค่คนเดียว
alerts-so-far = คนดูแลคนที่สองยังไม่ได้ดู ส่งออกก่อนเพราะอาจเร่งด่วน
alerts-disputed = มีคนแย้ง
alerts-disputed-what = มีคนบอกว่าไม่ถูก กำลังดูกันอยู่
alerts-corrected-short = แก้แล้ว
alerts-corrected = แก้เมื่อ { $ago }
alerts-said-before = ก่อนหน้านี้เขียนว่า:
alerts-published = เผยแพร่ { $ago }
alerts-approved-by = คนดูแลรับรอง { $count } คน
alerts-can-be-faked = เบอร์เปลี่ยนมือได้ ปลอมได้
alerts-gone = ไม่อยู่ตรงนี้แล้ว
alerts-gone-why = คำเตือนนี้ถูกล้าง หรือยังมาไม่ถึงเครื่องนี้

## Report

report-title = แจ้งเรื่อง
report-kinds = เกิดอะไรขึ้น
report-health = บางอย่างรอไม่ได้
report-consent = ให้ใครรู้ได้บ้าง
report-relationship = เกิดกับใคร
report-when = เกิดเมื่อไหร่
report-area = เกิดแถวไหน
report-place = เป็นที่แบบไหน
report-contact = เขาเจอคุณทางไหน
report-people = เขามากันกี่คน
report-persons = เขาหน้าตาเป็นยังไง
report-identifiers = เบอร์ ชื่อ ลิงก์ ทะเบียนรถ
report-vehicles = มีรถไหม
report-happened = เกิดอะไรขึ้น เล่าด้วยคำของคุณ
report-pattern = มันเริ่มยังไง
report-injuries = คุณเจ็บตรงไหนไหม
report-ongoing = ตอนนี้ยังอันตรายอยู่ไหม
report-support = อยากให้ช่วยอะไรไหม
report-review = สิ่งที่คุณบอก

report-nobody-asks = เลือกหนึ่งข้อหรือหลายข้อ ที่เหลือไว้ทีหลังหรือไม่ตอบก็ได้ ไม่มีใครขอหลักฐาน
report-send-now = ส่งเลย ค่อยเล่าเพิ่มทีหลัง
report-send-now-means = ถึงคนดูแลของเราเท่านั้น ไม่ไปไหนต่อจนกว่าคุณจะบอก
report-step-by-step = เล่าเพิ่มก่อน ทีละข้อ
report-send-added = ส่งสิ่งที่เพิ่ม
report-send = ส่ง
report-send-and-keep = ส่ง และเก็บสำเนาของฉันไว้ในนี้
report-send-and-keep-hint = อยู่ในแอปนี้ หลัง PIN ของคุณ
report-next = ต่อไป
report-skip = ข้าม
report-progress = ข้อ { $at } จาก { $of } ข้ามข้อไหนก็ได้
report-kept = เก็บให้ตลอด หยุดเมื่อไหร่ก็ได้
report-not-kept = สิ่งที่เขียนล่าสุดเก็บในเครื่องนี้ไม่ได้
# $kinds (String): what happened, of a report that was begun
report-go-on = ทำต่อ: { $kinds }
report-no-kind-yet = ยังไม่ได้บอก
report-dont-know = ไม่รู้
report-change = แก้
report-take-out = เอาออก
report-review-hint = ดูอีกครั้ง ไม่ต้องครบทุกข้อก็ได้
report-too-much = ยาวเกินกว่าจะใส่ในเรื่องเดียว ช่วยเขียนให้สั้นลง ไม่มีอะไรหาย
report-own-words = ให้คนดูแลอ่านเท่านั้น คำของคุณไม่ออกไปไหน ใช้ภาษาอะไรก็ได้
report-happened-field = เขียนมากหรือน้อยก็ได้ตามใจ
report-pattern-field = ตอนแรกเขาพูดหรือพิมพ์ว่าอะไร เสนออะไร ทำตัวยังไง
report-injuries-field = ถ้าอยากบอกเท่านั้น
report-language = ภาษาที่คุณเขียน
report-room-left = เขียนได้อีก { $count } ตัว

report-person-n = คนที่ { $n }
report-another-person = บอกลักษณะอีกคน
report-vehicle-n = รถคันที่ { $n }
report-another-vehicle = เพิ่มรถอีกคัน

person-q-role = เขาเป็นใคร
person-q-gender = ชาย หญิง…
person-q-age = อายุ
person-q-height = ความสูง
person-q-build = รูปร่าง
person-q-hair = ผม
person-q-eyes = ตา
person-q-marks = จุดสังเกต
person-q-weapon = อาวุธ
person-q-ethnicity = ในสายตาคุณ เขาดูเป็นคนแบบไหน
person-q-names = ชื่อที่เขาใช้
person-q-names-hint = ถ้ามีหลายชื่อ คั่นด้วย ,
person-q-accent = สำเนียง
person-q-languages = ภาษาที่เขาพูด
person-q-detail = อย่างอื่น (คนดูแลเท่านั้น)

vehicle-q-type = เป็นรถอะไร
vehicle-q-colour = สี
vehicle-q-marks = จุดสังเกต
vehicle-q-make = ยี่ห้อ เช่น Ford
vehicle-q-model = รุ่น เช่น Transit
vehicle-q-detail = อย่างอื่น (คนดูแลเท่านั้น)

consent-own-words = คำของคุณอยู่กับคนดูแลเท่านั้น เสมอ
consent-peers = เตือนคนอื่นด้วย
consent-peers-hint = คนดูแลอาจเขียนคำเตือน จะไม่บอกว่าใครเล่า
consent-moderators = ให้คนดูแลรู้เท่านั้น
consent-moderators-hint = ไม่เผยแพร่อะไรเลย
consent-nothing-said = ถ้าไม่เลือก: ไม่มีอะไรออกไปจนกว่าคุณจะได้ดูและตกลง
consent-wishes = และถ้าต้องการ
consent-show-first-wish = ให้ฉันดูคำเตือนก่อนส่งออก
consent-hold-wish = พักไว้จนกว่าฉันจะบอก
consent-hold-hint = เช่น จนกว่าคุณจะอยู่ในที่ปลอดภัย
consent-no-figures-wish = ไม่ต้องนับเรื่องนี้
consent-no-figures-hint = ถ้าไม่เลือก จะนับในตัวเลขของเรา โดยไม่มีรายละเอียด
# $alias (String): the name she has here
consent-signed = ให้คนดูแลเห็นชื่อฉันในนี้: { $alias }
consent-signed-hint = ถ้าไม่เลือก เขาจะไม่เห็นชื่อ
# The same, in a list of what she said
consent-not-said = ไม่ได้บอก จึงขอดูทุกอย่างก่อน
consent-show-first = ขอดูคำเตือนก่อน
consent-hold = พักไว้จนกว่าฉันจะบอก
consent-no-figures = ไม่ต้องนับ

when-today = วันนี้
when-yesterday = เมื่อวานหรือเมื่อคืน
when-this-week = ไม่กี่วันก่อน
when-this-month = เดือนนี้
when-another-day = วันอื่น
when-what-time = ราวกี่โมง

area-other = ที่อื่น
area-hint = บอกแค่ย่านก็พอ ไม่ต้องบอกที่อยู่

identifiers-field = วางหรือพิมพ์ทุกอย่างที่มี
identifiers-hint = เบอร์ ชื่อในแอป ลิงก์ ทะเบียนรถ หรือทั้งแชต เราจะหาให้เอง บางส่วนก็ได้: ทะเบียนลงท้าย KX
identifiers-noted = จดไว้แล้ว
identifiers-none-found = ไม่พบอะไรในนี้ ถ้าบอกได้ มันคืออะไร:
identifiers-type = มันคืออะไร
identifiers-part = ทั้งหมดหรือบางส่วน
identifiers-whole = ทั้งหมด
identifiers-add = เพิ่ม
identifiers-cannot = อันนี้ไม่น่าใช่ เลือกอย่างอื่น หรือปล่อยไว้ แล้วเขียนด้วยคำของคุณก็ได้
identifiers-in-text = คุณเขียนสิ่งนี้ไว้ เพิ่มไหม
identifiers-in-text-why = เพิ่มแล้วคนอื่นจึงจะตรวจหาได้ ถ้ามีคำเตือนออกไป
identifiers-take-in = เพิ่ม { $value }
identifiers-rest = ในช่องใส่เบอร์มีคำอื่นอยู่ด้วย คำเหล่านั้นจะไม่ถูกส่ง
identifiers-rest-keep = ใส่ทั้งหมดไว้ใน “เกิดอะไรขึ้น”
identifiers-rest-keep-hint = เป็นคำของคุณ ให้คนดูแลอ่านเท่านั้น เบอร์ที่จดไว้ยังอยู่

## After a report was sent

sent-title-here = เก็บไว้แล้ว เดี๋ยวส่งให้
sent-title-taken = ส่งแล้ว
sent-title-received = ได้รับแล้ว
sent-title-added = สิ่งที่คุณเพิ่ม
sent-here = อยู่ในเครื่องนี้อย่างปลอดภัย และจะส่งทันทีที่มีเน็ต ปิดแอปได้ แล้วค่อยเปิดใหม่ทีหลัง
sent-taken = ออกจากเครื่องนี้แล้ว ปิดผนึกไว้ เมื่อถึงเครื่องของคนดูแล ตรงนี้จะขึ้นว่า “ได้รับแล้ว”
sent-received = ถึงเครื่องของคนดูแลแล้ว
sent-maybe-nobody-awake = ตอนนี้อาจไม่มีใครตื่นอยู่
# The collective's own figure, from a report's arrival to its warning
sent-hours = ปกติมีคนอ่านภายใน { $count } ชั่วโมง
sent-asks-you = จะไม่มีคำเตือนออกไปจนกว่าคุณจะได้เห็นและตกลง ดูที่ “เรื่องที่ฉันแจ้ง”
sent-sending = กำลังส่ง…
sent-tell-more = เล่าเพิ่ม
sent-done = พอแค่นี้ก่อน
sent-kept = สิ่งที่คุณเขียนเก็บในแอปนี้ หลัง PIN ของคุณ เพื่อให้เพิ่มได้
sent-forget-words = เล่าหมดแล้ว ไม่ต้องเก็บไว้

## My reports

mine-title = เรื่องที่ฉันแจ้ง
mine-new = แจ้งเรื่องใหม่
mine-look = ดูว่ามีคำตอบไหม
mine-none = คุณยังไม่เคยแจ้งเรื่องจากเครื่องนี้
mine-begun = เริ่มไว้ ยังไม่ส่ง
mine-added-not-sent = สิ่งที่เพิ่มยังไม่ได้ส่ง
mine-forget-copy = ไม่ต้องเก็บสำเนาของฉันไว้
mine-go-on = ทำต่อ
mine-throw-away = ทิ้ง
mine-throw-away-sure = ใช่ ทิ้งไปเลย
mine-asked-question = เขามีคำถามถึงคุณ
mine-asked-text = เขาให้คุณดูข้อความ
mine-waiting = สิ่งที่คุณทำล่าสุดยังไม่ออกจากเครื่องนี้ จะไปเมื่อมีเน็ต
mine-sent-ago = เขียน { $ago }
mine-only-here = มีแต่เครื่องนี้ที่รู้ว่าเป็นเรื่องของคุณ
mine-gone = ไม่อยู่ตรงนี้แล้ว
mine-have-0 = ยังไม่ถึงเครื่องของคนดูแลคนไหน
mine-have-1 = คนดูแลหนึ่งคนได้รับแล้ว
mine-have-2 = คนดูแลสองคนขึ้นไปได้รับแล้ว
mine-they-ask = เขาถาม
mine-need-not-answer = ไม่ตอบก็ได้
mine-your-answer = คำตอบของคุณ
mine-send-answer = ส่งคำตอบ
mine-text = สิ่งที่คนอื่นจะได้อ่าน
mine-text-asked = ไม่มีอะไรออกไปจนกว่าคุณจะตกลง แบบนี้ได้ไหม
mine-agree = ได้ ตามนี้เลย
mine-agree-hint = ถ้าเขาเปลี่ยนแม้คำเดียว ต้องถามคุณใหม่
mine-change = ไม่ ขอแก้
mine-disagree = ถ้าไม่ถูก ไม่ต้องตอบ หรือเขียนถึงเขาด้านล่าง
mine-text-unreadable = เขาส่งข้อความที่เครื่องนี้แสดงไม่ได้ คุณจึงยังตกลงไม่ได้ เขียนถึงเขา ขอให้ส่งใหม่
mine-letters = สิ่งที่เขียนถึงกัน
mine-they-wrote = คนดูแล { $ago }
mine-you-wrote = คุณ { $ago }
mine-more = สิ่งที่คุณทำได้
mine-release = ออกคำเตือนได้แล้ว
mine-release-hint = คุณขอให้พักไว้
mine-write = เขียนถึงคนดูแล
mine-message = ข้อความของคุณ
mine-send-message = ส่ง
mine-correct = แก้ หรือเล่าเพิ่ม
mine-correct-hint = สิ่งที่คุณส่งจะแทนที่ของเดิมที่เขามี
mine-correct-anew = คำของคุณไม่ได้เก็บในเครื่องนี้แล้ว สิ่งที่คุณส่งจะแทนที่ของเดิม ต้องเล่าใหม่ทั้งหมด หรือเขียนถึงเขาแทนก็ได้
mine-copy = สำเนาของฉัน
mine-copy-hint = ดูได้ตรงนี้ หลัง PIN ของคุณ
mine-no-copy = ไม่ได้เก็บในเครื่องนี้ อยู่กับคนดูแล
mine-save = บันทึกเป็นไฟล์
mine-save-warning = ไฟล์ไม่ได้ปิดผนึก ใครเปิดเครื่องนี้ก็อ่านได้ แอปอื่นก็อาจอ่านได้ ใน Telegram อาจกดแล้วไม่เกิดอะไร
mine-save-sure = บันทึกอยู่ดี
mine-withdraw = ถอนเรื่อง
mine-withdraw-what = จะไม่มีใครทำอะไรกับเรื่องนี้ต่อ และไม่ออกคำเตือน ที่ออกไปแล้ว มีแต่คนดูแลที่เอากลับได้ ย้อนไม่ได้
mine-withdraw-sure = ใช่ ถอนเรื่อง
mine-forget = ลืมเรื่องนี้ในเครื่องนี้
mine-forget-what = เรื่องจะหายจากเครื่องนี้ คุณจะตอบ แก้ ถอน หรือรู้ข่าวของมันไม่ได้อีก คนดูแลยังเก็บสิ่งที่มี
mine-forget-not-sent = มีบางส่วนที่ยังไม่ได้ส่ง! ถ้าลืมตอนนี้ จะไม่มีใครได้รับเลย
mine-forget-sure = ใช่ ลืมเลย

status-here = อยู่ในเครื่องนี้ ยังไม่ส่ง
status-withdrawing = คุณถอนแล้ว แต่ยังไม่ออกจากเครื่องนี้
status-sent = ส่งแล้ว รอเครื่องของคนดูแล
status-received = ได้รับแล้ว
status-claimed = คนดูแลกำลังทำอยู่
status-needs-info = เขามีคำถามถึงคุณ
status-answered = คำตอบของคุณถึงเขาแล้ว
status-shown = เขาให้คุณดูข้อความก่อน
status-agreed = คุณตกลงตามข้อความแล้ว
status-approved = รับรองแล้ว ยังไม่ออก
status-held = พักไว้จนกว่าคุณจะบอก
status-so-far = คำเตือนออกแล้ว คนดูแลรับรองแค่คนเดียว
status-published = คำเตือนออกแล้ว
status-declined = ไม่ได้ออกเป็นคำเตือน
status-merged = รวมกับอีกเรื่องที่เป็นเรื่องเดียวกัน
status-withdrawn = คุณถอนแล้ว
status-retracted = คำเตือนถูกเอากลับแล้ว
status-other = เขากำลังจัดการอยู่

## Help near me

help-title = ที่ช่วยใกล้ฉัน
help-no-emergency-line = เราไม่ใช่สายด่วนฉุกเฉิน อาจไม่มีใครตื่นอยู่
help-in-danger = ถ้าตอนนี้อันตราย: ไปที่ที่มีคน โทรหาคนที่ไว้ใจ เบอร์ฉุกเฉินเรียกรถพยาบาลได้ แต่ตำรวจอาจมาด้วย
help-health = สุขภาพของคุณ
help-from-us = คนดูแลของคุณทำรายชื่อนี้ ใช้ได้แม้ไม่มีเน็ต
help-no-list = คนดูแลยังไม่ได้ทำรายชื่อ
help-before-joining = เมื่อเข้ามาแล้ว ตรงนี้จะมีรายชื่อที่ใกล้คุณ
help-in-language = ภาษา{ $language }
help-anywhere = ที่ไหนก็ได้
help-any-clinic = โรงพยาบาลหรือคลินิกสุขภาพทางเพศรักษาคุณได้ ไม่ต้องบอกว่าทำงานอะไร
help-no-police-needed = ขอรับการรักษาได้โดยไม่ต้องไปหาตำรวจ
help-somebody-with-you = ขอให้มีคนอยู่เป็นเพื่อน ขอหมอผู้หญิง และขอล่ามได้
help-keep-clothes = ถ้าวันหนึ่งอาจอยากมีหลักฐาน: เก็บเสื้อผ้าที่ใส่ไว้ในถุงกระดาษ ค่อยตัดสินใจทีหลังได้

health-hours = ถ้ามีเซ็กซ์ที่คุณไม่ยอม ไม่ใส่ถุงยาง หรือมีอะไรในเครื่องดื่ม ทุกชั่วโมงมีค่า
health-pep = กัน HIV: ยา PEP (เป๊ป) ภายใน 72 ชั่วโมง ยิ่งเร็วยิ่งดี
health-contraception = กันท้อง: ยาคุมฉุกเฉิน ภายใน 5 วัน ยิ่งเร็วยิ่งดี
health-drugged = ถ้าอาจโดนวางยา: อย่าอยู่คนเดียว ตรวจเจอได้แค่วันสองวัน
health-where = มีที่ห้องฉุกเฉินของโรงพยาบาลหรือคลินิกสุขภาพทางเพศ ไม่ต้องบอกว่าทำงานอะไร

## The desk: for moderators

desk-title = งานดูแล
desk-only-moderators = หน้านี้สำหรับคนดูแล
desk-none = ไม่มีอะไรรอคุณ
desk-none-hint = เรื่องใหม่จะมาเองตอนเปิดแอปนี้อยู่
desk-look = ดูว่ามีเรื่องใหม่ไหม
desk-looking = กำลังดูว่ามีเรื่องใหม่ไหม…
desk-waiting = ยังไม่เสร็จ { $count } เรื่อง
desk-urgent = ด่วน!
desk-late = ครึ่งชั่วโมงแล้วยังไม่มีใครรับ
desk-reminder =
    { $hours ->
        [0] ยังมีคนดูแลเห็นชอบแค่คนเดียว จะหายไปภายในหนึ่งชั่วโมง
       *[other] ยังมีคนดูแลเห็นชอบแค่คนเดียว จะหายไปใน { $hours } ชั่วโมง
    }

# What moderators' phones see to be wrong with our keys
alarm-is = สัญญาณเตือน: กุญแจชุดใหม่สุดของเราไม่ถูกต้อง
alarm-was = สัญญาณเตือน: กุญแจชุดหนึ่งของเราเคยไม่ถูกต้อง ตอนนี้มีชุดที่ถูกแล้ว
alarm-gate = อาจกันคนดูแลบางคนออก: เครื่องหนึ่งอาจเข้าไม่ได้แล้ว หรือไม่มีส่วนกับกุญแจชุดต่อไป
alarm-cover = กันสมาชิกที่ไม่มีใครเอาออกจากรายชื่อ: คนเหล่านั้นอาจไม่ได้ข่าวอีก
alarm-desk = ทำให้มีแต่คนที่ลงชื่อเท่านั้นที่อ่านเรื่องใหม่ได้
alarm-signed = ลงชื่อโดย: { $names } เครื่องทำแบบนี้เองไม่ได้: พวกเขาตั้งใจ หรือมีคนอื่นได้เครื่องของพวกเขาไป
alarm-you = เครื่องของคุณเองอยู่ในนั้นด้วย ถ้าไม่ใช่คุณ แปลว่ามีคนใช้กุญแจของคุณ: บอกคนดูแลอีกคนด้วยปากเปล่า
alarm-do-talk = คุยกับคนดูแลคนอื่นด้วยเสียงหรือต่อหน้า อย่าคุยในนี้หรือในแชต: คนที่ลงชื่ออาจอ่านอยู่
alarm-do-open = ให้ทุกคนเปิดแอปนี้ เมื่อเครื่องเห็นตรงกันมากพอ จะมีกุญแจที่ถูกต้อง แล้วเรื่องที่แจ้งจะมาอีก
alarm-do-remove = ไม่ไว้ใจพวกเขาแล้วใช่ไหม ให้คนดูแลแต่ละคนเอาพวกเขาออกจากรายชื่อ ที่หน้าสมาชิก
alarm-do-new = ถ้าเครื่องนี้ถูกปฏิเสธตั้งแต่นี้ไป แปลว่าถูกกันออกแล้ว: ตั้งกลุ่มใหม่ แล้วบอกสมาชิกด้วยปากเปล่า

# After our server was restored from an older copy
whole-what = เซิร์ฟเวอร์ของเราทำข้อมูลหายบางส่วน ทุกเครื่องที่เปิดแอปนี้จะส่งสิ่งที่มีคืนให้ จนกว่าจะมีคนบอกว่าครบแล้ว จะยังไม่รับของใหม่
whole-say = ได้คืนครบแล้ว
whole-sure-what = บอกเมื่อคนดูแล และสมาชิกเท่าที่ตามได้ เปิดแอปกันแล้ว สิ่งที่ส่งคืนหลังจากนั้นจะไม่รับอีก
whole-sure = ใช่ ได้คืนครบแล้ว
desk-came = มาเมื่อ { $ago }
desk-yours = ของคุณ
desk-taken-by = { $name } รับแล้ว
desk-show-finished = ดูเรื่องที่เสร็จแล้ว { $count } เรื่อง
desk-hide-finished = ซ่อนเรื่องที่เสร็จแล้ว
desk-changes = การแก้คำเตือนที่รอคนดูแล
desk-proposes-amendment = { $name } เสนอให้แก้
desk-proposes-retraction = { $name } เสนอให้เอากลับ
desk-decisions = กฎ ข่าว และสมาชิก ที่ต้องตัดสินใจ
desk-decisions-count = รอคุณตกลง { $count } เรื่อง
desk-alerts = คำเตือนที่ออกแล้ว
desk-alerts-hint = แก้ หรือเอากลับ
desk-somebody = บางคน
desk-gone = ไม่อยู่ตรงนี้แล้ว
desk-gone-why = เสร็จแล้วหรือถูกลืม หรือยังมาไม่ถึงเครื่องนี้

# Where a report stands, for moderators
desk-state-received = ใหม่ ยังไม่มีใครรับ
desk-state-mine = คุณกำลังทำอยู่
desk-state-theirs = { $name } กำลังทำอยู่
desk-state-needs-info = เราถามไปแล้ว เขายังไม่ตอบ
desk-state-answered = เขาเขียนมาแล้ว อ่านดู
desk-state-shown = ให้เขาดูข้อความแล้ว ยังไม่ได้ตกลง
desk-state-agreed = เขาตกลงตามข้อความแล้ว
desk-state-waits = รอคนดูแลรับรองข้อความอีก { $count } คน
desk-state-held = คนรับรองพอแล้ว แต่เขาขอให้พักไว้จนกว่าจะบอก
desk-state-enough = คนรับรองพอแล้ว ออกได้
desk-state-out = คำเตือนออกแล้ว
desk-state-out-so-far =
    { $hours ->
        [0] ออกแล้ว คนดูแลรับรองแค่คนเดียว คนที่สองต้องรับรองภายในหนึ่งชั่วโมง ไม่งั้นจะหายไป
       *[other] ออกแล้ว คนดูแลรับรองแค่คนเดียว คนที่สองต้องรับรองภายใน { $hours } ชั่วโมง ไม่งั้นจะหายไป
    }
desk-state-no-second = ไม่มีคนดูแลคนที่สองรับรองทันเวลา คำเตือนหายไปแล้ว
desk-state-ended = คำเตือนจบแล้ว
desk-state-taken-back = คำเตือนถูกเอากลับแล้ว
desk-state-declined = ไม่รับ
desk-state-merged = รวมกับเรื่องอื่นแล้ว
desk-state-withdrawn = เขาถอนแล้ว
desk-task-withdrawn = เขาถอนแล้ว แต่คำเตือนยังอยู่ เอาคำเตือนกลับ
desk-task-corrected = เขาแก้เรื่องหลังคำเตือนออกไปแล้ว อ่านดู แล้วแก้คำเตือนหรือเอากลับ

# One report
desk-told = สิ่งที่เขาเล่า
desk-her-name = ชื่อเขาในนี้: { $name }
desk-no-name = เขาไม่ได้ให้เห็นชื่อ
desk-written-in = เขียนเป็นภาษา{ $language }
desk-talk = คำถามและคำตอบ
desk-we-asked = เราถาม
desk-she-says = เขาเขียน
desk-no-answer = ยังไม่มีคำตอบ
desk-why-declined = สิ่งที่เราบอกเขา
desk-alike = เรื่องอื่นที่คล้ายกัน
desk-alike-report = มีเรื่องที่มีเหมือนกัน: { $by }
desk-alike-alert = ตรงกับคำเตือนที่ออกอยู่
desk-text = ข้อความให้สมาชิกอ่าน
desk-text-agreed = เขาตกลงตามข้อความนี้ทุกคำ
desk-text-not-agreed = เขาอยากดูก่อน และยังไม่ได้ตกลงตามข้อความนี้
desk-text-not-asked = เขาไม่ได้ขอดูก่อน
desk-text-elsewhere = เขาตกลงตามข้อความที่ไม่เคยเขียนในนี้ มีคนให้เขาดูอันอื่น เขียนใหม่ แล้วเขาจะได้ดูอันนั้น
desk-text-approved =
    { $count ->
        [0] ยังไม่มีใครรับรอง ต้องการ { $needed } คน
       *[other] รับรองแล้ว { $count } คน ต้องการ { $needed } คน
    }
desk-text-approved-by = รับรองโดย { $names }
desk-text-yours = คุณรับรองแล้ว ต่อไปต้องเป็นคนอื่น
desk-text-changed = มีคนแก้ข้อความตอนคุณเปิดดูอยู่ อ่านอันใหม่ก่อนทำต่อ
desk-text-read = อ่านข้อความใหม่แล้ว
desk-not-yet = ยังไม่ได้: { $why }
desk-steps = สิ่งที่คุณทำได้
desk-nothing = ตรงนี้ไม่มีอะไรต้องทำแล้ว
desk-not-yours = { $name } ดูเรื่องนี้อยู่ คุยกันก่อนทำอะไร

desk-claim = รับเรื่อง
desk-take-over = รับช่วงต่อ
desk-take-over-what = { $name } กำลังทำเรื่องนี้ ถ้าคุณรับช่วง เรื่องจะเป็นของคุณ ไม่ใช่ของเขาแล้ว บอกเขาด้วย
desk-take-over-sure = ใช่ รับช่วงต่อ
desk-taken-just-now = { $name } เพิ่งรับไป ดูอีกครั้ง
desk-hand-back = คืนเรื่อง
desk-hand-back-hint = คนอื่นจะได้รับต่อ
desk-ask = ถามเขา
desk-ask-field = คำถามของคุณ
desk-ask-hint = เขาจะเห็นเมื่อเปิดแอปครั้งหน้า ไม่ตอบก็ได้ ถ้ามีข้อความแล้ว ต้องรับรองใหม่
desk-ask-send = ส่งคำถาม
desk-write = เขียนข้อความ
desk-write-again = เขียนใหม่
desk-write-again-hint = ที่เคยตกลงและรับรองไว้ ใช้กับข้อความอื่นไม่ได้
desk-approve = รับรองข้อความนี้ทุกคำ
desk-approve-again = กฎของเราเปลี่ยนไปหลังจากรับรอง รับรองข้อความเดิมอีกครั้ง
desk-publish = เผยแพร่ตอนนี้
desk-publish-hint = สมาชิกทุกคนเห็น
desk-so-far = เผยแพร่โดยฉันรับรองคนเดียว
desk-so-far-what = เฉพาะเรื่องอันตรายที่รอไม่ได้ สมาชิกจะอ่านว่า: คนดูแลรับรองแค่คนเดียว คนที่สองต้องรับรองภายใน 72 ชั่วโมง ไม่งั้นจะหายไป ติ๊กสองข้อด้านบนก่อน
desk-so-far-sure = ใช่ เผยแพร่ตอนนี้
desk-decline = ไม่รับ
desk-decline-what = จะไม่ออกเป็นคำเตือน เขาจะเห็นเหตุผล เขียนถึงเขาดี ๆ
desk-decline-field = เพราะอะไร
desk-decline-sure = ไม่รับ และบอกเหตุผล
desk-merge = รวมกับเรื่องอื่น
desk-merge-what = สำหรับสองเรื่องที่เป็นเรื่องเดียวกัน เรื่องนี้จะจบ แล้วไปทำต่อที่อีกเรื่อง เขาจะรู้ว่ารวมกันแล้ว
desk-merge-none = ไม่มีเรื่องอื่นที่เปิดอยู่
desk-merge-sure = ใช่ รวมกัน
desk-to-alert = ไปที่คำเตือน
desk-done-claimed = ตอนนี้เป็นเรื่องของคุณ
desk-done-asked = ถามแล้ว เขาจะเห็นเมื่อเปิดแอปครั้งหน้า
desk-done-declined = ไม่รับ เขาเห็นเหตุผล
desk-done-handed-back = ตอนนี้ไม่มีเจ้าของ คนอื่นรับต่อได้
desk-done-approved = รับรองแล้ว
desk-done-published = ออกแล้ว สมาชิกจะเห็นเมื่อรับข่าวครั้งหน้า
desk-done-so-far = ออกแล้ว คนดูแลรับรองแค่คนเดียว
desk-done-merged = รวมแล้ว ทำต่อที่อีกเรื่อง
desk-working = กำลังทำ…

# Writing what members will read
write-title = ข้อความให้สมาชิกอ่าน
write-title-amend = แก้คำเตือน
write-whole = คำเตือนใหม่ทั้งฉบับ แทนที่สิ่งที่สมาชิกอ่านอยู่ตอนนี้
write-shown-first = เขาอยากดูก่อน จะส่งให้เขา แล้วรอจนกว่าเขาจะตกลง
write-nuisance = ตามกฎของเรา เรื่องน่ารำคาญอย่างเดียวแค่นับ ไม่ออกเป็นคำเตือน ถ้าหนักกว่านั้น ให้เลือกด้านล่าง
write-text = เขาแจ้งว่าอะไร
write-text-hint = เขียนว่าแจ้งมาว่าอะไร อย่าเขียนว่าใครเป็นคนแบบไหน ใช้คำของคุณ ไม่ใช่คำของเขา
write-what-to-do = ควรทำอะไร (ถ้ามี)
write-language = ภาษาที่คุณเขียน
write-kinds = เกิดอะไรขึ้น
write-severity = อันตรายแค่ไหน
write-verification = เราแน่ใจแค่ไหน
write-by = กี่คนที่ยืนยัน โดยคนดูแลได้คุยกับทุกคนแล้ว
write-by-fault = ตัวเลขตั้งแต่ 1 ถึง 999
write-areas = ที่ไหน
write-when = เมื่อไหร่
write-when-keep = บอกว่าเมื่อไหร่: { $when }
write-expires = แสดงนานแค่ไหน
write-expires-usual = ตามปกติ: { $days } วัน
write-expires-kept = เท่าเดิม
write-expires-days = { $days } วัน
write-disputed = บอกว่ามีคนแย้ง
write-disputed-hint = มีคนบอกว่าไม่ถูก กำลังดูกันอยู่
write-persons = คนที่เขาเล่าถึง
write-vehicles = รถ
write-identifiers = เบอร์ ชื่อ ทะเบียนรถ
write-identifiers-too-mild = ตามกฎของเรา เบอร์และทะเบียนรถแสดงเฉพาะตั้งแต่ “{ $severity }” ขึ้นไป ตอนนี้จึงไม่ออกไปเลย
write-identifiers-in-words = อยู่ในคำที่เขาเขียน แต่ยังไม่อยู่ในรายการ:
write-identifiers-add = เพิ่มเบอร์หรือทะเบียนรถ
write-show-open = แสดง
write-show-open-hint = สมาชิกทุกคนอ่านได้
write-show-hidden = ซ่อนไว้
write-show-hidden-hint = ไม่มีใครอ่านได้ แต่คนที่เช็กอันเดียวกันจะเจอคำเตือนนี้
write-show-out = ไม่ใส่
write-shown = แสดง
write-left-out = ไม่ใส่
write-only-she = ก่อนทำต่อ
write-only-she-know = ฉันดูทุกบรรทัดแล้ว ไม่มีอะไรที่เขารู้คนเดียว ไม่มีเวลา ไม่มีห้อง ไม่มีคำพูดของเขา
write-only-she-is = เขียนว่าแจ้งมาว่าอะไร ไม่ใช่ว่าใครเป็นคนแบบไหน
write-tick = ดูทั้งสองข้อ แล้วติ๊ก
write-empty = เขียนสิ่งที่แจ้งมา หรือสิ่งที่เขาเล่าแบบสั้น ๆ สมาชิกเห็นส่วนที่เหลือข้างล่าง
write-read = อ่านแบบที่สมาชิกจะเห็น
write-read-title = แบบที่สมาชิกจะอ่าน
write-change = แก้
write-save = ใช้ข้อความนี้
write-save-show = ให้เขาดู
write-save-amend = เสนอให้แก้แบบนี้
write-computing = กำลังซ่อนเบอร์ ใช้เวลาไม่กี่วินาที…
write-cannot = แบบนี้ออกไม่ได้ ดูเบอร์ พื้นที่ และเวลาที่แสดง
write-again = เริ่มใหม่จากเรื่องที่เขาแจ้ง
write-kept = เก็บให้ระหว่างที่เขียน

# An alert that is out, for moderators
deskalert-title = คำเตือน
deskalert-from = มาจากเรื่องไหน
deskalert-to-report = ไปที่เรื่อง
deskalert-amend = แก้
deskalert-retract = เอากลับ
deskalert-retract-what = สมาชิกจะเห็นว่าเอากลับแล้ว และเพราะอะไร คนแจ้งก็จะรู้ด้วย ออกใหม่อีกไม่ได้
deskalert-retract-field = เพราะอะไร (สมาชิกอ่าน)
deskalert-retract-sure = เอากลับ
deskalert-proposed-amendment = เสนอ: แก้เป็นแบบนี้
deskalert-proposed-retraction = เสนอ: เอากลับ เพราะ
deskalert-approve = รับรองการแก้ตามนี้
deskalert-out = เสร็จแล้ว สมาชิกจะเห็นเมื่อรับข่าวครั้งหน้า
deskalert-waits = เสนอแล้ว รอคนดูแลอีก { $count } คน

## Our collective

collective-title = กลุ่มของเรา
collective-people = คนดูแล { $count } คน
collective-nobody-knows = สมาชิกไม่เห็นว่าเป็นใคร
collective-rules = กฎของเรา
collective-rules-hint = เราตัดสินใจกันยังไง
collective-figures = ตัวเลข
collective-figures-hint = มีอะไรเข้ามา มีอะไรออกไป
collective-news = ข่าวและคำถาม
collective-news-hint =
    { $count ->
        [0] ตอนนี้ไม่มี
       *[other] ตอนนี้มี { $count }
    }
collective-moderate = สำหรับคนดูแล
collective-invite = ชวนคนเข้ามา
collective-members = สมาชิก
collective-members-hint = { $count } คน
collective-waiting = รอคนตกลง
collective-change-rules = เปลี่ยนกฎของเรา
collective-edit-help = แก้ “ที่ช่วยใกล้ฉัน”
collective-volunteer = ฉันยินดีเป็นคนดูแล
collective-volunteer-what = คนดูแลจะเห็นว่าคุณยินดี และรับคุณเข้าได้ คนดูแลได้อ่านเรื่องที่แจ้ง ใช้ชื่อที่คุณมีในนี้ได้เลย
collective-volunteer-sure = ใช่ บอกเขา
collective-volunteered = คนดูแลจะเห็นว่าคุณยินดี
collective-done = เสร็จแล้ว สมาชิกจะเห็นเมื่อรับข่าวครั้งหน้า
collective-proposed = เสนอแล้ว รอคนดูแลอีก { $count } คน
collective-cancel = ไม่ทำ
draft-anew = ทิ้งสิ่งที่ฉันแก้

# Our rules in words
rules-number = กฎของเรา ฉบับที่ { $number }
rules-alert = คนดูแล { $count } คนต้องรับรองก่อนออกคำเตือน
rules-so-far = ถ้าอันตราย คนดูแลคนเดียวส่งออกได้ทันที คนที่สองต้องรับรองภายใน 72 ชั่วโมง ไม่งั้นจะหายไป
rules-charter = คนดูแล { $count } คนต้องตกลงเรื่องกฎใหม่และคนดูแลใหม่
rules-remove = คนดูแล { $count } คนต้องตกลงก่อนเอาใครออกจากรายชื่อ
rules-identifiers = เบอร์และทะเบียนรถแสดงตั้งแต่ “{ $severity }” ขึ้นไป
rules-masked = ซ่อนไว้ เช็กถึงจะเจอ: { $types }
rules-masked-none = ไม่ได้ซ่อนอะไร
rules-nuisance-yes = ออกคำเตือนเรื่องน่ารำคาญด้วย
rules-nuisance-no = เรื่องน่ารำคาญแค่นับ ไม่ออกคำเตือน
rules-ethnicity-yes = บอกเชื้อชาติตามที่เห็นได้ตอนแจ้งเรื่อง
rules-ethnicity-no = ไม่ถามเรื่องเชื้อชาติ
rules-areas = พื้นที่ของเรา: { $areas }
rules-areas-none = เรายังไม่มีพื้นที่
rules-country = เบอร์ที่ไม่มีรหัสประเทศ ถือว่าเป็นของ { $country }
rules-never = ไม่มีตำรวจ ไม่บอกอะไรกับคนนอก

# Changing them
rules-name = เราเรียกกลุ่มว่าอะไร
rules-name-fault = 1 ถึง 80 ตัวอักษร
rules-areas-field = พื้นที่ของเรา บรรทัดละหนึ่งที่
rules-areas-hint = คำเตือนยังใช้พื้นที่เดิม พื้นที่ที่เอาออกจะไม่มีให้เลือกอีก
rules-country-field = ประเทศของเบอร์โทร (สองตัวอักษร)
rules-country-fault = ตัวอักษรอังกฤษสองตัวของประเทศ เช่น TH สหราชอาณาจักรคือ GB
rules-quorum = ต้องมีกี่คนรับรองคำเตือน
rules-quorum-hint = ใช้เมื่อมีคนดูแลตั้งแต่สามคน ก่อนนั้นคนเดียวก็พอ
rules-severity = เบอร์และทะเบียนรถแสดงตั้งแต่
rules-masked-field = ซ่อนไว้ เช็กถึงจะเจอ
rules-nuisance = ออกคำเตือนเรื่องน่ารำคาญด้วย
rules-ethnicity = ถามเชื้อชาติตามที่เห็น
rules-ethnicity-hint = ไม่ใช้ค้นหา อาจทำร้ายคนทั้งกลุ่มได้ ตัดสินใจร่วมกัน
rules-wishes = และ
rules-unchanged = ยังไม่ได้เปลี่ยนอะไร
rules-cannot = กฎแบบนี้ใช้ไม่ได้ ดูพื้นที่และตัวเลขอีกครั้ง
rules-review = ดูอีกครั้ง
rules-changes = สิ่งที่จะเปลี่ยน:
rules-propose = เสนอกฎนี้
rules-changed-people-in = { $name } เป็นคนดูแลตั้งแต่ตอนนั้น
rules-changed-people-out = { $name } ไม่เป็นคนดูแลแล้ว
rules-changed-devices = { $name } เปลี่ยนเครื่อง
rules-changed = { $what }: { $before } เปลี่ยนเป็น { $after }
rules-changed-areas = พื้นที่ของเราเปลี่ยนเป็น: { $areas }
rules-changed-keys = ทำกุญแจของคนดูแลใหม่ทั้งหมด
rules-changed-nothing = ไม่มีอะไรเปลี่ยน
rules-what-name = ชื่อของเรา
rules-what-country = ประเทศของเรา
rules-what-minimum = แอปรุ่นต่ำสุด
rules-what-quorum-alert = จำนวนคนดูแลที่ต้องรับรองคำเตือน
rules-what-quorum-charter = จำนวนคนดูแลที่ต้องตกลงเรื่องกฎใหม่
rules-what-quorum-erase = จำนวนคนดูแลที่ต้องตกลงก่อนล้าง
rules-what-quorum-remove = จำนวนคนดูแลที่ต้องตกลงก่อนเอาใครออก
rules-what-identifiers_from = เบอร์และทะเบียนรถแสดงตั้งแต่
rules-what-masked = ซ่อนไว้
rules-what-nuisance_alerts = คำเตือนเรื่องน่ารำคาญ
rules-what-ethnicity = ถามเชื้อชาติ
rules-what-alert_quorum = ต้องรับรองกี่คน เมื่อมีคนดูแลตั้งแต่สามคน
rules-what-other = กฎอื่น
rules-yes = ใช่
rules-no = ไม่
rules-none = ไม่มี
rules-not-said = ไม่ได้บอก

# Invites
invite-title = ชวนคนเข้ามา
invite-why = หนึ่งรหัสเข้าได้หนึ่งคน ให้ดูหรือบอกด้วยปาก อย่าส่งทาง Telegram เพราะจะถูกอ่าน
invite-for = ใช้ทำอะไร
invite-member = สมาชิก
invite-member-hint = อ่านคำเตือน เช็ก แจ้งเรื่อง
invite-moderator = คนดูแล
invite-moderator-hint = คนที่เข้ามาด้วยรหัสนี้ตกลงจะเป็นคนดูแล คุณยังต้องตั้งเขาอีกที
invite-lasts = ใช้ได้นานแค่ไหน
invite-lasts-day = 1 วัน
invite-lasts-three = 3 วัน
invite-lasts-week = 1 สัปดาห์
invite-make = สร้างรหัส
invite-code-title = รหัส
invite-code-once = แสดงแค่ตอนนี้
invite-code-until = สำหรับหนึ่งคน ถึง { $date }
invite-code-where = เปิด { $address } แล้วแตะ “ฉันมีรหัส”
invite-copy = คัดลอก
invite-copied = คัดลอกแล้ว แอปอื่นในเครื่องนี้ก็อาจอ่านได้
invite-picture = รหัสเดียวกัน สำหรับกล้อง
invite-open = รหัสที่ยังใช้ได้
invite-open-none = ไม่มีรหัสที่ใช้ได้
invite-open-one = สำหรับสมาชิก ถึง { $date }
invite-open-moderator = สำหรับคนดูแล ถึง { $date }
invite-made-by = สร้างโดย { $name }
invite-call-back = ยกเลิกรหัส
invite-call-back-what = จะไม่มีใครเข้าด้วยรหัสนี้ได้อีก
invite-call-back-sure = ใช่ ยกเลิก
invite-called-back = ยกเลิกแล้ว
invite-used-meanwhile = มีคนเข้ามาด้วยรหัสนี้แล้ว ถ้าจะเอาออก ดูที่สมาชิก

# Members
members-title = สมาชิก
members-why = คนดูแลเห็นชื่อเหล่านี้ คนอื่นไม่เห็น
members-you = คุณ
members-moderates = คนดูแล
members-willing = ยินดีเป็นคนดูแล
members-leaving = ตกลงให้เอาออก { $count } จาก { $needed } คน
members-leaving-soon = กำลังจะออกจากรายชื่อ
members-gone = ไม่อยู่ในรายชื่อแล้ว
members-remove = เอาออกจากรายชื่อ
members-remove-what = { $name } จะอ่านสิ่งที่มาหลังจากนั้นไม่ได้ สิ่งที่อยู่ในเครื่องของเขายังอยู่ ถ้าจะกลับมาต้องใช้รหัสใหม่
members-remove-second =
    { $count ->
        [0] คุณทำคนเดียวได้
       *[other] ต้องมีคนดูแลอีก { $count } คนตกลง
    }
members-remove-phone = จะมีผลเมื่อเครื่องของคนดูแลอีกคนเปิดอยู่
members-remove-sure = ใช่ เอา { $name } ออก
members-removed = { $name } ไม่อยู่ในรายชื่อแล้ว จะอ่านสิ่งที่มาหลังจากนี้ไม่ได้
members-remove-waits = รับไว้แล้ว { $name } จะออกเมื่อคนดูแลอีกคนตกลง
members-remove-awake = ตกลงแล้ว { $name } จะออกเมื่อเครื่องของคนดูแลอีกคนเปิดอยู่
members-you-agreed = คุณตกลงแล้ว ต่อไปต้องเป็นคนอื่น
members-remove-moderator-what = { $name } เป็นคนดูแล กุญแจของคนดูแลจะทำใหม่หมด และรหัสที่ยังใช้ได้ถูกยกเลิกหมด เขาจะอ่านสิ่งที่มาหลังจากนั้นไม่ได้ สิ่งที่อ่านไปแล้วก็รู้แล้ว
members-remove-yourself = นี่คือคุณเอง คุณจะไม่เป็นคนดูแล และไม่เป็นสมาชิกอีก
members-remove-last = คุณเป็นคนดูแลคนเดียว ตั้งคนอื่นก่อน
members-replanting = กำลังทำกุญแจใหม่ทั้งหมด ใช้เวลาหนึ่งนาที เปิดหน้านี้ไว้
members-replanting-done = { $done } จาก { $of } คน
members-replant-broken = ยังไม่เสร็จ ไม่มีอะไรหาย เริ่มอีกครั้ง แล้วจะทำต่อจากที่ค้าง
members-promote = ตั้งเป็นคนดูแล
members-promote-what = { $name } จะได้อ่านทุกเรื่อง รวมเรื่องเก่า และตัดสินใจร่วมกับคุณ เจอตัวกันก่อน คุณรู้ไหมว่าเขาเป็นใคร
members-promote-sure = ใช่ ตั้ง { $name } เป็นคนดูแล
members-promoted = { $name } เป็นคนดูแลแล้ว เครื่องของเขาจะอ่านงานดูแลได้เมื่อรับข่าวครั้งหน้า
members-promote-waits = รับไว้แล้ว ต้องมีคนดูแลอีก { $count } คนตกลง
members-not-willing = เขายังไม่ได้ตกลงเป็นคนดูแล เขาบอกได้ในแอปของเขา: กลุ่มของเรา, ฉันยินดีเป็นคนดูแล

# What somebody has proposed
waiting-title = รอคนตกลง
waiting-none = ไม่มีอะไรรอ
waiting-by = เสนอโดย { $name }
waiting-approvals = ตกลงแล้ว { $count } จาก { $needed } คน
waiting-charter = กฎใหม่
waiting-resources = รายชื่อใหม่: ที่ช่วยใกล้ฉัน
waiting-figures = ตัวเลข
waiting-notice = ข้อความถึงสมาชิกทุกคน
waiting-question = คำถามถึงสมาชิกทุกคน
waiting-other = บางอย่างที่แอปนี้ไม่รู้จัก
waiting-read = อ่าน
waiting-approve = ตกลงตามนี้ทุกคำ
waiting-mine = คุณตกลงแล้ว ต่อไปต้องเป็นคนอื่น
waiting-removes = เรื่องนี้เอาคนดูแลออก ไปตกลงที่ชื่อของเขา ในหน้าสมาชิก
waiting-removal = เอาออกจากรายชื่อ:
waiting-removal-look = ดูแล้วตัดสินใจ
waiting-approved-out = เสร็จแล้ว มีผลแล้ว สมาชิกจะเห็นเมื่อรับข่าวครั้งหน้า
waiting-approved-more = รับไว้แล้ว ต้องตกลงอีก { $count } คน

# Figures
figures-title = ตัวเลข
figures-none = ยังไม่ได้เผยแพร่ตัวเลข
figures-from-to = ตั้งแต่ { $from } ถึง { $to }
figures-now = นับตอนนี้ ในเครื่องนี้
figures-publish = เผยแพร่ตัวเลขนี้
figures-publish-what = สมาชิกทุกคนอ่านตัวเลขนี้ได้ ไม่มีเนื้อเรื่องอยู่ในนั้น
figures-received = เรื่องที่ได้รับ
figures-published = คำเตือนที่ออก
figures-declined = ไม่รับ
figures-merged = รวมกับเรื่องอื่น
figures-withdrawn = ถอน
figures-open = ยังเปิดอยู่
figures-hours = กี่ชั่วโมงกว่าจะออกคำเตือน
figures-less-than-one = ไม่ถึง 1
figures-other-kinds = แบบอื่น
figures-kinds = เรื่องที่แจ้งเข้ามา

# News and questions
news-title = ข่าวและคำถาม
news-none = ยังไม่มีอะไร
news-question = คำถามถึงทุกคน
news-choices = คำตอบให้เลือก:
news-tell = ตอบตอนเจอคนดูแล แอปนี้ยังส่งคำตอบไม่ได้
news-write = ข้อความถึงสมาชิกทุกคน
news-write-hint = ขึ้นในแอปของสมาชิกทุกคน
news-ask = คำถามถึงสมาชิกทุกคน
news-text = ข้อความของคุณ
news-language = ภาษาที่คุณเขียน
news-choices-field = คำตอบให้เลือก บรรทัดละหนึ่งข้อ
news-choices-hint = ไม่ใส่ก็ได้
news-send = เสนอ
news-empty = เขียนอะไรก่อน
news-too-many = ไม่เกิน 12 คำตอบ ข้อละไม่เกิน 200 ตัวอักษร

# Editing Help near me
helpedit-title = แก้ “ที่ช่วยใกล้ฉัน”
helpedit-what = รายชื่อทั้งหมดแบบที่สมาชิกจะเห็น ดูได้แม้ไม่มีเน็ต ดูแลให้ถูกต้องอยู่เสมอ
helpedit-name = ชื่อ
helpedit-kind = ช่วยเรื่องอะไร
helpedit-text = เขาทำอะไร เปิดเมื่อไหร่
helpedit-contact = ติดต่อยังไง
helpedit-language = ภาษาของข้อความนี้
helpedit-add = เพิ่มอีก
helpedit-take-out = เอาออก
helpedit-propose = เสนอรายชื่อนี้
helpedit-name-fault = ทุกที่ต้องมีชื่อ
helpedit-kind-health = สุขภาพ
helpedit-kind-talk = มีคนคุยด้วย
helpedit-kind-legal = คำแนะนำเรื่องกฎหมาย
helpedit-kind-housing = ที่พัก
helpedit-kind-money = เงิน
helpedit-kind-company = มีคนไปเป็นเพื่อน
helpedit-kind-translation = ล่าม
helpedit-kind-other = อย่างอื่น
