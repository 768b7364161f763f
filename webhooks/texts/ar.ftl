# Short, warm, adult. What people wrote comes in isolated, so a sentence never turns around.

site = Streaks
skip = الانتقال إلى المحتوى
to-home = عرض الفعاليات المفتوحة

## Open events
home-title = فعاليات مفتوحة
home-lead = أشياء صغيرة، يومًا بعد يوم، معًا. الانضمام هنا متاح للجميع.
home-empty-title = لا فعاليات مفتوحة بعد
home-empty = يمكن إنشاء أول فعالية بكتابة «{ $command }» في محادثة فيها بوت Streaks. تظهر هنا فور إنشائها.
home-over = فعاليات منتهية
home-over-lead = ما أنجزه الناس معاً، وكيف انتهى.
search = بحث
search-title = البحث عن فعالية
search-category = الموضوع
search-any = أي موضوع
order-title = الترتيب
order-of-newest = الأحدث أولاً
order-of-members = الأكبر أولاً
in-today = أنجز اليوم: { $count }
first-place = المركز الأول: { $names }
search-none = لم يُعثر على شيء. يمكن تجربة كلمات أقل أو موضوع آخر.
page-before = الأحدث
page-next = الأقدم
bring-title = إضافة Streaks إلى مجموعتك
bring-text = بعد إضافة البوت إلى خادم Discord أو مجموعة Telegram تصبح المشاركة والتسجيل ولوحة الصدارة حيث تجري المحادثات أصلًا.
bring-discord = إضافة إلى Discord
bring-telegram = إضافة إلى مجموعة Telegram
members = { $count ->
    [zero] لا أعضاء بعد
    [one] عضو واحد
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوًا
   *[other] { $count } عضو
}

## What an event asks for
day-start = يبدأ اليوم عند { $time }
starts = تبدأ في { $date }
until = حتى { $date }
ended = انتهت في { $date }
join = للمشاركة، تكفي كتابة «{ $command }» في محادثة فيها بوت Streaks.
join-discord = المشاركة في Discord
join-telegram = المشاركة في Telegram
invite-title = لديك دعوة
invite-over-title = هذه الدعوة لم تعد صالحة
invite-over-text = الرمز خاطئ أو استُنفد أو قديم جدًا. يمكن طلب رمز جديد ممن أرسله.

## The leaderboard
board-title = الترتيب
board-by = الترتيب حسب
board-period = المدة
period-all = كل الوقت
span-title = الأسابيع والأشهر
span = { $from } إلى { $until }
span-earlier = أقدم
span-later = أحدث
board-first = الصفحة الأولى
board-next = الصفحة التالية
updated = آخر تحديث
column-rank = المركز
column-name = الاسم
column-streak = السلسلة
column-best = الأفضل
column-total = المجموع
column-consistency = المواظبة
column-amount = الكمية
column-periods = { $span ->
    [week] الأسابيع
    [month] الأشهر
    [time] المرات
   *[other] الأيام
}
counted-in = { $span ->
    [week] العدّ بالأسابيع
    [month] العدّ بالأشهر
    [time] يُحسب بالمرات
   *[other] العدّ بالأيام
}
column-week = آخر ٧ أيام
column-today = اليوم
order-current = الترتيب حسب السلسلة الحالية، ثم الأفضل، ثم المجموع، ثم أسبقية الانضمام. السلاسل المتساوية تتشارك المركز، ويُتخطّى المركز الذي يليه.
order-longest = الترتيب حسب أفضل سلسلة، ثم المجموع، ثم أسبقية الانضمام. النتائج المتساوية تتشارك المركز، ويُتخطّى المركز الذي يليه.
order-total = الترتيب حسب المجموع، ثم أفضل سلسلة، ثم أسبقية الانضمام. المجاميع المتساوية تتشارك المركز، ويُتخطّى المركز الذي يليه.
order-consistency = الترتيب حسب نسبة الفترات المطلوبة التي أُنجزت، ثم أفضل سلسلة، ثم المجموع، ثم أسبقية الانضمام.
order-points = الترتيب حسب الكمية، ثم أفضل سلسلة، ثم المجموع، ثم أسبقية الانضمام.
order-window = الترتيب حسب ما أُنجز في هذه المدة. القيم المتساوية تتشارك المركز، ويُتخطّى المركز الذي يليه.
hosting = أنت تدير هذه الفعالية
hosting-edit = تعديل
hosting-invite = رموز الدعوة
hosting-review = الطلبات والإثباتات
hosting-record = ما جرى
hosting-winners = الفائزون
hosting-again = الجولة التالية
hosting-end = إنهاؤها
members-title = الأعضاء
members-lead = كل المشاركين، حتى من يخفي نفسه عن الآخرين.
members-table = كجدول (CSV)
members-remove = إزالة
members-out = إخراج
members-ban = إخراج ومنع العودة
column-joined = انضم في
calendar = المتابعة في التقويم
place-title = مركزك
board-empty = لا أحد هنا بعد. المركز الأول متاح.

## The activity of a member
activity-title = النشاط
activity-lead = آخر ١٢ أسبوعًا لأصحاب المراكز الأولى.
activity-all = نشاط الجميع
activity-page-lead = آخر ١٢ أسبوعًا للجميع، بترتيب لوحة الصدارة.
activity-summary = { $asked ->
    [0] البداية للتو
   *[other] { $span ->
        [week] الأسابيع: { $done } من { $asked }
        [month] الأشهر: { $done } من { $asked }
        [time] المرات: { $done } من { $asked }
       *[other] الأيام: { $done } من { $asked }
    }{ $bonus ->
        [0] {""}
        [one] ، إضافة واحدة
        [two] ، إضافتان
        [few] ، { $bonus } إضافات
        [many] ، { $bonus } إضافة
       *[other] ، { $bonus } إضافة
    }، الأطول { $longest }، والآن { $current }
}
legend = ما تعنيه المربعات
week-of = أسبوع { $date }
mark-done = مُنجز
mark-extra = مُنجز في يوم راحة
mark-missed = غير مُنجز
mark-open = ما زال مفتوحًا
mark-rest = يوم راحة
mark-paused = استراحة
mark-frozen = محفوظ بتجميد
mark-repaired = مُصلَح
mark-excused = غير محسوب
mark-away = خارج المشاركة
person-events = الفعاليات
person-badges = الشارات
person-years = السنوات
person-picture = هذه المصفوفة صورةً لصفحات أخرى
matrix-label = { $name }، { $title }، { $year }: { $span ->
    [week] الأسابيع: { $done } من { $asked }
    [month] الأشهر: { $done } من { $asked }
    [time] المرات: { $done } من { $asked }
   *[other] الأيام: { $done } من { $asked }
}{ $bonus ->
    [0] {""}
    [one] ، إضافة واحدة
    [two] ، إضافتان
    [few] ، { $bonus } إضافات
    [many] ، { $bonus } إضافة
   *[other] ، { $bonus } إضافة
}
feed-began = بدأت { $title }
feed-reached = { $name }: { $run } · { $title }

## Dates
date = { $day } { $month } { $year }
date-short = { $day } { $month }
moment = { $date }، { $time } ({ $zone })
weekday = { $day ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}
weekday-short = { $day ->
    [1] ن
    [2] ث
    [3] ر
    [4] خ
    [5] ج
    [6] س
   *[7] ح
}
month = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}
month-short = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[12] ديسمبر
}

## When there is no page
missing-title = لا شيء هنا
missing-text = ربما في العنوان خطأ كتابة، أو أن ما كان هنا متاح للمدعوّين فقط.
fault-title = حدث خطأ من جهتنا
fault-text = السلاسل محفوظة. يُرجى المحاولة مجددًا بعد لحظات.
too-many-title = طلبات كثيرة جدًا
too-many-text = { $wait ->
    [one] كان ذلك كثيرًا دفعة واحدة. انتظر ثانية واحدة من فضلك.
    [two] كان ذلك كثيرًا دفعة واحدة. انتظر ثانيتين من فضلك.
    [few] كان ذلك كثيرًا دفعة واحدة. انتظر { $wait } ثوانٍ من فضلك.
    [many] كان ذلك كثيرًا دفعة واحدة. انتظر { $wait } ثانية من فضلك.
   *[other] كان ذلك كثيرًا دفعة واحدة. انتظر { $wait } ثانية من فضلك.
}
busy-title = كثيرون يتابعون الآن
busy-text = الصفحة نفسها تعمل؛ العرض المباشر وحده ممتلئ. يُرجى تحميلها مجددًا بعد لحظات.

## The time zone of a device
zone-title = منطقتك الزمنية
zone-without = يمكن كتابة «{ $command }» واسم المدينة في محادثة يوجد فيها بوت Streaks.
zone-with = ساعة هذا الجهاز بتوقيت
zone-use = استخدامها في تيليجرام
zone-write = يمكن كتابة هذا في محادثة يوجد فيها بوت Streaks:

## Links in mails
email-confirm-title = أكّد عنوانك
email-confirm-text = عندها يمكن لـ Streaks الكتابة إلى { $address } كما طُلب في محادثة.
email-confirm-button = تأكيد
email-confirmed-title = تم التأكيد
email-confirmed-text = يمكن لـ Streaks الآن الكتابة إليك. اختر ماذا ومتى في محادثتك، مثلًا عبر /remind.
email-leave-title = إيقاف البريد
email-leave-text = لن يكتب Streaks إلى { $address } بعد الآن. ستصل التذكيرات إلى محادثاتك.
email-leave-button = إيقاف
email-left-title = لا مزيد من البريد
email-left-text = نُسي العنوان. يمكنك ذكر عنوان من جديد في محادثتك متى شئت.

## Signed in
me = سلاسلي
join-here = الانضمام هنا
login-title = تسجيل الدخول
login-text = ستسجّل الدخول باسم { $name } في هذا المتصفح.
login-button = دخول
login-over-title = لم يعد هذا الرابط يعمل
login-over-text = رابط الدخول يعمل مرة واحدة خلال عشر دقائق. اكتب «/login» للبوت لتحصل على رابط جديد.
signed-out-title = تسجيل الدخول
signed-out-text = اكتب «/login» لبوت Streaks في Discord أو Telegram: يجيبك برابط يُدخلك هنا. لا حاجة إلى كلمة مرور.
sign-in-lead = لا حاجة إلى كلمة مرور: أثبت فقط أن الحساب لك.
sign-in-discord = الدخول بحساب Discord
sign-in-telegram = الدخول بحساب Telegram
sign-in-link-title = أو برابط
app-opening = لحظة …
app-outside = يُفتح هذا داخل Telegram من المحادثة مع البوت.
not-agreed-title = لم تدخل
not-agreed-text = لقد رفضت، ولم يتغير شيء. يمكنك المحاولة مرة أخرى متى شئت.
not-signed-in-title = لم ينجح ذلك
not-signed-in-text = لم نتمكن الآن من معرفة من أنت. حاول مرة أخرى، أو اكتب «/login» للبوت لتحصل على رابط.
roles-told-title = أصبح Discord يعرف سلاسلك
roles-told-text = يمكن للخوادم منح أدوار بحسب أطول سلسلة لك ومجموعك، دون الفعاليات التي بدعوة فقط، وبحسب مدة وجودك هنا. عُد من الرابط نفسه لتحديث ذلك.
roles-not-told-title = لم يقبل Discord ذلك
roles-not-told-text = لقد دخلت، لكن Discord لم يُبلَّغ بسلاسلك. حاول مرة أخرى بعد قليل.
foreign-title = لم يأتِ هذا من هنا
foreign-text = النموذج قديم، أو أرسلته صفحة أخرى. ارجع وحمّل الصفحة من جديد ثم حاول مرة أخرى.
me-join = انضمام
me-answer = الجواب
me-needs-chat = يحتاج هذا إلى إرسال شيء، وذلك في المحادثة مع البوت.
me-send = إرسال
me-today = اليوم
me-none = لست في أي فعالية بعد.
me-done = { $run }
me-open = { $run }، { $span ->
    [week] ولم يتم هذا الأسبوع بعد
    [month] ولم يتم هذا الشهر بعد
    [time] ولم يتم بعد
   *[other] ولم يتم اليوم بعد
}
me-off = { $run }، ولا شيء اليوم
me-check-in = تسجيل
me-sessions = الدخول مفتوح في
session-here = هذا المتصفح
session-end = إنهاء
me-unclear = لم أفهم ذلك. اختر أمرًا من الأسفل، أو أرسل «/help».
me-line = اكتب ما كنت ستكتبه للبوت
logout = تسجيل الخروج
logout-everywhere = الخروج من كل مكان
settings = الإعدادات
settings-profile = الملف الشخصي
settings-name = الاسم
settings-about = كلمات قليلة عنك
settings-clock = اللغة والوقت
settings-language = اللغة
settings-use = استخدمها
settings-day-start = يبدأ يومك في (حتى 06:00)
settings-quiet = ساعات الهدوء (فارغ: لا شيء)
settings-others = ما يراه الآخرون وما يفعلونه
settings-hidden = أبقِني خارج الترتيب واللوحات
settings-nudges = يمكن للآخرين تنبيهي
settings-cheers = يمكن للآخرين تشجيعي
settings-milestones = أخبر الآخرين بإنجازاتي
settings-save = حفظ
settings-accounts = الحسابات
settings-link = لإضافة حساب آخر اكتب «/link» للبوت منه؛ ولفصل حساب اكتب «/unlink».
settings-data = بياناتك
settings-export = تصدير كل شيء
settings-delete = حذف كل شيء …
passkeys = مفاتيح المرور
passkeys-lead = بمفتاح المرور تدخل بجهازك: ببصمة الإصبع أو الوجه أو رمز PIN.
passkey-make = أنشئ مفتاح مرور
passkey-failed = لم ينجح ذلك. لم يتغير شيء.
sign-in-passkey = الدخول بمفتاح مرور
push = الإشعارات
push-lead = يعرض هذا الجهاز تذكيراتك حتى دون صفحة مفتوحة. تصل إلى هنا بدلًا من المحادثة.
push-on = أرسل تذكيراتي إلى هذا الجهاز
push-failed = المتصفح لا يسمح بذلك. اسمح بالإشعارات لهذا الموقع ثم حاول مجددًا.
push-off = إيقاف
push-since = منذ { $date }

## Tokens and the API
api-token = يتطلب هذا رمزًا صالحًا: يمكن إنشاؤه في ‎/me/tokens وإرساله بصيغة «Authorization: Bearer …».
api-rate = طلبات كثيرة جدًا: حاول مرة أخرى بعد { $wait } ثانية.
api-lead = ما يمكن للبرامج أن تسأله وتفعله. والوصف نفسه للبرامج:
api-token-from = تحصل على رمز من
api-your-token = رمزك (يبقى في هذه العلامة)
api-body = المحتوى بصيغة JSON
api-no-script = تحتاج التجربة إلى JavaScript، أما الوصف أعلاه فلا.
api-scope = هذا الرمز لا يسمح بذلك.
api-proof = تطلب هذه الفعالية صورة أو ملفًا مع كل تسجيل، وهذا ممكن في المحادثة.
api-not-here = هذا للأشخاص وحدهم، وهو ممكن في المحادثة مع البوت.
me-tokens = رموز للبرامج
tokens-title = رموز للبرامج
tokens-lead = بالرمز يعمل برنامج نيابةً عنك. وما يمكنه سؤاله وفعله موصوف في
tokens-name = الاسم
tokens-scope = يسمح بـ
scope-read = رؤية ما تراه
scope-write = رؤية ما يمكنك وفعله
scope-calendar = متابعة تقويمك فقط
scope-check-in = التسجيل في { $title } فقط
tokens-made = هذا هو الرمز. لا يُعرض إلا الآن، فيُحفظ حيث لا يقرؤه أحد.
tokens-address = من لديه هذا العنوان يمكنه استخدامه، ولا يمكنه غير ذلك:
tokens-make = إنشاء رمز
tokens-yours = رموزك
tokens-used = آخر استخدام في { $date }
tokens-unused = لم يُستخدم
tokens-drop = سحب الرمز
tokens-not-made-title = لم يُنشأ رمز
tokens-not-made-text = يلزم اسم وما يسمح به. والحد الأقصى 50 رمزًا.
check-in-text = يسجّل عن { $name }.
check-in-done = { $run } · { $title }

## Apps of others
apps = تطبيقاتك
apps-lead = برامج لك يمكن للآخرين السماح لها عبر OAuth 2. لا تحتاج إلى سر؛ وكل ما يلزم مذكور في
apps-name = الاسم
apps-redirects = عناوين العودة، واحد في كل سطر (بلا عنوان: للأجهزة فقط)
apps-make = سجّله
apps-drop = احذفه
app-not-made-title = لم يُنشأ أي تطبيق
app-not-made-text = يحتاج إلى اسم وإلى عشرة عناوين على الأكثر تبدأ بـ https:// أو http://127.0.0.1 أو باسم خاص مثل org.example.app:/. ولا يمكن لأحد أن يملك أكثر من 20.
consent-title = هل تسمح له؟
app-continue = تابع باسم
consent-text = يريد { $app } أن يتصرف باسم { $person }.
consent-read = سيرى ما تراه.
consent-write = سيرى ما تراه ويفعل ما تستطيع فعله.
consent-back = يتابع في { $host }.
consent-device = وافق فقط إذا كان جهازك يعرض الآن { $code }.
consent-maker = يقدّمه { $name }
device-out-title = بقي الجهاز خارجًا
device-out-text = لقد رفضت، ولم يتغير شيء.
consent-yes = اسمح له
consent-no = لا
app-unknown-title = لا أحد يعرف هذا التطبيق
app-unknown-text = عنوان التطبيق خاطئ أو أنه غير معروف هنا. لم يحدث شيء.
app-astray-title = لا يمكن السماح لهذا التطبيق بهذه الطريقة
app-astray-text = لم يطلب التطبيق الإذن بشكل صحيح. لم يحدث شيء، ولم يُسمح لأحد. يريد أن تعود إلى { $host }: لا تعد إليه إلا إذا كنت تعرفه.
app-astray-back = العودة إلى { $host }
device-title = السماح لجهاز
device-text = اكتب الرمز الذي يعرضه الجهاز
device-go = تابع
device-wrong = لا أحد ينتظر هذا الرمز. تحقق منه مرة أخرى، أو اطلب من الجهاز رمزًا جديدًا.
device-in-title = سُمح للجهاز
device-in-text = انتهيت هنا، وسيتابع الجهاز وحده. يمكنك التراجع من «رموز للبرامج».
device-over-title = لم يعد أحد ينتظر هذا الرمز
device-over-text = اطلب من الجهاز رمزًا جديدًا.

## Privacy and terms, a paragraph a line
privacy-title = سياسة الخصوصية
terms-title = شروط الاستخدام
legal-operator = يدير { $name } هذه النسخة من Streaks.
legal-nobody = لم يذكر من يدير هذه النسخة من Streaks اسمه هنا. يمكن سؤال من يديرون مجتمعك.
legal-contact = للتواصل:
privacy-kept-title = ما الذي يُحفظ
privacy-kept-text =
    من حساباتك على Discord وTelegram: المعرّف والاسم واللغة. وما تقوله عن نفسك: اسمك هنا وبضع كلمات واهتماماتك وإعداداتك ومنطقتك الزمنية. الموقع المُرسَل يصبح منطقة زمنية ثم يُنسى.
    الفعاليات التي تنشئها وتنضم إليها، ومتى كان الانضمام والمغادرة، وتسجيلاتك مع وقتها وكمياتها وملاحظاتها، والاستراحات والإصلاحات والشارات والتذكيرات والتشجيعات والتنبيهات، ومن حظرتهم. ومن الصورة أو الملف الذي يثبت تسجيلًا: اسمه لدى منصته؛ أما الملف نفسه فيبقى فقط إلى أن يراجعه المنظم أو تغادر أو تمر 30 يومًا على انتهاء الفعالية. ويُزال قبل ذلك المكان والوقت اللذان تكتبهما الكاميرا في صور JPEG وPNG. وما لا يمكن حفظه، أو لم يُحفظ بعد، يراه المنظم كما أُرسل.
    ما تفعّله: عنوان بريدك، والمتصفحات التي تعرض الإشعارات، ومفاتيح المرور، والرموز، والتطبيقات المسموح لها أو التي تقدمها، والمتصفحات التي دخلت منها.
    ما يفعله المنظمون والمشرفون، بمعرّفاتهم، ومن كتمه مجتمع ما.
privacy-purpose-title = لماذا
privacy-purpose-text = لحساب السلاسل وعرض الترتيب والتذكير وإخبارك بما طلبته. لا يُباع شيء، ولا إعلانات، ولا تتبّع لأحد بين الصفحات.
privacy-seen-title = من يراه
privacy-seen-text =
    المشاركون في فعالياتك، وأعضاء المجتمع الذي تتبعه الفعالية، وكل من في قناة طلب منظم نشر أخبارها فيها، يرون اسمك وأرقامك وكل يوم من أيامك وما تقوله عن نفسك. والمنظمون يرون كل المشاركين وما عُرض لإثبات تسجيل.
    في الفعالية العامة يظهر اسمك وأرقامك وأيامك وما تقوله عن نفسك على صفحة ويب متاحة للجميع. ويُطلب من محركات البحث ألا تدرجها.
    الملاحظات لك وحدك. ومن يختفي لا يظهر في أي ترتيب وليست له صفحة.
privacy-passed-title = من يصله غير ذلك
privacy-passed-text = ينقل Discord وTelegram ما يُقال هناك وفق قواعدهما. وينقل خادم البريد الرسائل، وتنقل خدمة الإشعارات في متصفحك الإشعارات التي لا يقرؤها إلا متصفحك. والتطبيقات المسموح لها ترى ما سُمح لها به. وعند ربط حسابك بأدوار خادم على Discord يُرسَل إلى Discord أطول سلسلة لك ومجموعك وتاريخ بدايتك هنا، ولا شيء من الفعاليات التي بدعوة فقط؛ ولإنهاء ذلك أزل Streaks في Discord من الإعدادات ← التطبيقات المصرّح بها.
privacy-time-title = إلى متى
privacy-time-text =
    ما تكتبه للبوت: حتى الرد عليه، أو سبعة أيام إن تعذّر ذلك. ما كان على البوت قوله: ٣٠ يومًا. الدخول: حتى ٣٠ يومًا بعد آخر زيارة، و٩٠ يومًا على الأكثر. روابط الدخول ورموز ربط الحسابات تعمل عشر دقائق.
    عناوين الشبكة في الذاكرة فقط للحفاظ على الحدود، ولا تُخزَّن.
    الخادم أو المجموعة التي تزيل البوت: ٣٠ يومًا. وتبقى فعالياتها لدى المشاركين فيها.
    كل ما عدا ذلك: حتى تحذفه.
privacy-rights-title = ما يمكنك فعله
privacy-rights-text =
    يمكن كتابة /privacy للبوت أو فتح الإعدادات هنا: للاختفاء، أو أخذ نسخة من كل شيء في ملف، أو حذف كل شيء. يتم الحذف بعد أسبوع، ويمكن التراجع عنه حتى ذلك الحين.
    ما قاله البوت في المحادثات، كالمحطات واللوحات والنتائج، يبقى فيها، ويمكن لمن يديرها حذفه.
    الفعاليات التي أنشأتها تبقى من دونك إن كان فيها آخرون الآن أو من قبل، ويُحذف ما سواها. ويبقى سجل ما فعله المنظمون من دون كلمات ومن دونك.
    تبقى من حساباتك بصمة لا تُظهر إلا ما إذا كان الحساب نفسه قد عاد: فمن مُنع من فعالية أو كُتم أو حُظر يبقى كذلك، وتظل الحدود سارية.
privacy-contact = لأي أمر آخر، كتصحيح شيء ما، يُرجى التواصل عبر العنوان أعلاه.
privacy-cookies-title = ملفات تعريف الارتباط
privacy-cookies-text = واحد يُبقي الدخول قائمًا. وأثناء الدخول تتذكر أخرى لعشر دقائق كيف ولأجل ماذا. ولا شيء غيرها.
terms-service-title = ما هذا
terms-service-text = يحسب Streaks ما يقول الناس إنهم أنجزوه. وهو مقدَّم كما هو: لا وعد بأن يكون متاحًا دائمًا، أو ألا يخطئ، أو أن يثبت رقم شيئًا. وليس نصيحة طبية أو غيرها.
terms-conduct-title = كيف نتعامل
terms-conduct-text =
    يُستخدم فقط لمن يحق له استخدام Discord أو Telegram حيث يعيش وفي عمره. وتسري شروطهما أيضًا.
    لا يُكتب ما يخالف القانون أو يحمل كراهية أو محتوى جنسيًا أو يُقصد به الأذى، ولا ما لا يريده الآخرون عن أنفسهم. ولا يُغرَق البوت بالرسائل، ولا تُتجاوز حدوده، ولا يُنتحَل اسم شخص آخر.
    للمنظمين والمشرفين ومن يدير هذه النسخة إزالة ما ومن لا يلتزم بذلك.
terms-public-title = ما يراه الآخرون
terms-public-text = من يجعل فعالية عامة أو ينضم إلى فعالية عامة يوافق على أن تظهر كلماتها وأسماء المشاركين وأرقامهم وأيامهم وما يقولونه عن أنفسهم على صفحة ويب متاحة للجميع. ومن انضم قبل ذلك يصله إشعار ويمكنه الاختفاء أو المغادرة.
terms-end-title = كيف ينتهي
terms-end-text =
    يمكن المغادرة في أي وقت وحذف كل شيء عبر /privacy. قد تتغير هذه النسخة أو جزء منها أو تنتهي؛ وحتى ذلك الحين يمكن أخذ نسخة من كل شيء.
    ما يمنحه القانون لك يبقى لك، أيًّا كان ما كُتب هنا.
