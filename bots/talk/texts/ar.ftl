# Short, warm, adult. The number first, then one sentence. No guilt, no countdowns.

fault = حدث خطأ من جهتنا. كل ما أنجزته محفوظ؛ يُرجى المحاولة مجددًا بعد لحظات.
fault-again = حدث خطأ من جهتنا. لا داعي لفعل شيء: سأحاول مجددًا من تلقاء نفسي وأخبرك بالنتيجة هنا.
fault-over = لم ينجح هذا وقد توقفت عن المحاولة. يُرجى التحقق عبر /streak مما إذا كان قد تم قبل أن تكرره.
press-unknown = لا أفهم هذا الزر. يعرض /help ما يمكنني فعله.
limit-met = كان ذلك سريعًا: سأعود إلى الاستماع عند { $when }.
limit-wait = لحظة من فضلك.
told-alone = هذا لك وحدك: التفاصيل أدناه.
who-are-you = لا أرى هنا من يكتب. يُرجى الكتابة من الحساب الشخصي، لا باسم المجموعة.

## Buttons and choices
button-checkin = ✅ تسجيل
button-undo = تراجع
button-join = انضمام
button-join-titled = الانضمام إلى { $title }
button-leaderboard = الترتيب
button-page = على الويب
button-record = ما الذي جرى
button-events = عرض الفعاليات
button-leave = مغادرة
button-leave-titled = مغادرة { $title }
button-more = إضافة المزيد
button-other-amount = مقدار آخر
button-share = مشاركة
button-cheer = 👏 تشجيع
button-cheer-too = 👏 تشجيع أيضًا ({ $n })
button-board = لوحة كل يوم
button-recap = ملخص كل أسبوع
button-pin = تثبيت التكريمات
button-picture = صورة
button-previous = ◀ السابق
button-next = التالي ▶
button-me = أنا
button-in-week = الأسبوع
button-in-month = الشهر
button-in-all = كل الوقت
button-window-earlier = « أقدم
button-window-later = أحدث »
button-edit = تعديل
button-edit-title = العنوان
button-edit-days = الوتيرة
button-edit-goal = الهدف
button-edit-tasks = المهام
button-edit-text = الوصف
button-edit-ends = اليوم الأخير
button-edit-visibility = من يراها
button-edit-milestones = المحطات
button-edit-starts = اليوم الأول
button-edit-mode = عادة أو مسابقة
button-edit-group = سلسلة المجموعة
button-edit-category = الموضوع
button-edit-emoji = رمز تعبيري
button-edit-proof = إثبات
button-edit-approval = من ينضم
button-edit-clock = الساعة
button-edit-zone = المنطقة الزمنية
button-edit-percent = نسبة المجموعة
button-edit-unit = الوحدة
button-edit-count = طريقة الاحتساب
button-edit-need = عدد المهام المطلوبة
button-edit-more = المزيد…
button-publish = نشر
button-discard = إلغاء المسودة
button-invite = دعوة
button-end = إنهاء
button-again = الجولة التالية
button-revoke = إلغاء كل الرموز
button-revoke-one = إلغاء الرمز { $n }
button-codes = الرموز
button-post-invite = نشر دعوة هنا
button-invite-link = رابط الدعوة
button-let-in = قبول { $name }
button-turn-down = عدم قبول { $name }
button-approve = موافقة
button-reject = رفض
button-resume = إنهاء الاستراحة
button-pause = أخذ استراحة
button-repair = إصلاح { $day }
button-earlier = تقديم ساعة
button-later = تأخير ساعة
button-snooze = بعد ساعة
button-not-today = ليس اليوم
button-language = اللغة
button-zone = المنطقة الزمنية
button-day-start = بداية اليوم
button-quiet = ساعات الهدوء
button-nudges-off = بلا تذكيرات ودّية
button-nudges-on = السماح بالتذكيرات الودّية
button-cheers-off = بلا تشجيع
button-cheers-on = السماح بالتشجيع
button-blocks = المحظورون
button-untell = 🔇 { $title }
button-hear-unseen = رفع الكتم عمّا لا يُرى
button-milestones-off = محطاتي لي وحدي
button-milestones-on = إخبار الآخرين بمحطاتي
button-interests = الاهتمامات
button-link = ربط حساب
button-link-yes = نعم، ربط الحسابين
button-link-me = نعم، هذا أنا
button-link-not-me = لا، لست أنا
button-unlink = افصلهما من جديد
button-unlink-account = فصل { $account }
button-privacy = الخصوصية
button-settings = الإعدادات
button-all = كل ما أفهمه
button-setup = الإعداد
button-help = مساعدة
button-profile = الملف الشخصي
button-profile-edit = تغيير
button-templates = فعاليات جاهزة
button-over = المنتهية
button-own-event = شيء من عندي
button-hide = إخفائي
button-show = إظهاري
button-export = تصدير بياناتي
button-export-table = التسجيلات في جدول
button-delete = حذف كل شيء
button-erase = محو بياناتي بعد أسبوع
button-keep = الإبقاء على كل شيء
menu-streak = عرض السلسلة
menu-cheer = تشجيع
word-off = إيقاف
list-comma = {"، "}
list-semicolon = {"؛ "}
percent-of = { $n }٪
button-remind = تذكيري عند ٢٠:٠٠
button-remind-off = إيقاف التذكير
button-open-private = فتح محادثة خاصة
button-time-yes = نعم، { $time }
button-time-other = لا، وقت آخر
button-time-between = لا شيء منها
button-location = 📍 إرسال موقعي
button-device = توقيت هذا الجهاز
button-matrix = شبكتي
button-note = إضافة ملاحظة
button-by-current = الحالية
button-by-longest = الأطول
button-by-total = المجموع
button-by-consistency = الانتظام
button-by-points = المقادير
choice-today = اليوم
choice-yesterday = أمس
choice-all = الكل
choice-one = فعالية واحدة
choice-here = هذا المجتمع
choice-everywhere = في كل مكان
choice-templates = جاهزة
choice-quiet = هادئ
choice-usual = معتاد
choice-lively = نشيط
choice-week = هذا الأسبوع
choice-month = هذا الشهر
choice-last_week = الأسبوع الماضي
choice-last_month = الشهر الماضي
choice-consistency = الانتظام
choice-points = المقادير
choice-sum = جمع كل المقادير
choice-max = يُحتسب أفضل مقدار واحد
choice-most = حد لا يجوز تجاوزه
choice-community = هذا المجتمع فقط
choice-habit = عادة بين الأصدقاء
choice-contest = مسابقة: بلا أي استثناء
choice-every = كل عضو يُحتسب
choice-anyone = يكفي عضو واحد
choice-half = نصفنا
choice-buddy = رفيقان
choice-none = بدون
choice-asked = مطلوب
choice-over = المنتهية
choice-approved = بموافقة المضيف
choice-yes = نعم
choice-no = لا
choice-pardon = السماح بالعودة
choice-add = إضافة
choice-remove = إزالة
choice-hide = إخفائي
choice-show = إظهاري
choice-export = تصدير بياناتي
choice-delete = حذف كل شيء
choice-keep = بل الإبقاء على كل شيء
choice-dm = رسالة خاصة
choice-channel = هذه القناة
choice-discord = Discord
choice-telegram = Telegram
choice-auto = كما في التطبيق
choice-en = English
choice-de = Deutsch
choice-es = Español
choice-hi = हिन्दी
choice-ja = 日本語
choice-ar = العربية
choice-move = الحركة
choice-read = القراءة
choice-learn = التعلّم
choice-health = الصحة
choice-mind = صفاء الذهن
choice-create = الإبداع
choice-home = البيت والمال
choice-other = شيء آخر
choice-mine = فعالياتي
choice-open = متاحة للانضمام
choice-public = عامة
choice-invite = بدعوة فقط
choice-fixed = ساعة واحدة للجميع
choice-personal = ساعة كل عضو
choice-current = السلسلة الحالية
choice-longest = أطول سلسلة
choice-total = المجموع

## What commands and their parameters are called here: lower case, no blanks
name-start = بدء
name-code = رمز
name-checkin = تسجيل
name-event = فعالية
name-amount = مقدار
name-task = مهمة
name-note = ملاحظة
name-proof = إثبات
name-day = يوم
name-undo = تراجع
name-streak = سلسلة
name-user = شخص
name-leaderboard = الترتيب
name-by = حسب
name-scope = نطاق
name-period = فترة
name-matrix = شبكة
name-year = سنة
name-badges = أوسمة
name-events = فعاليات
name-show = عرض
name-search = بحث
name-category = فئة
name-join = انضمام
name-leave = مغادرة
name-create = إنشاء
name-title = عنوان
name-goal = هدف
name-days = أيام
name-unit = وحدة
name-count = احتساب
name-tasks = مهام
name-need = المطلوب
name-text = وصف
name-starts = البداية
name-ends = النهاية
name-visibility = ظهور
name-mode = نمط
name-group = مجموعة
name-percent = نسبة
name-emoji = إيموجي
name-approval = موافقة
name-clock = ساعة
name-zone = منطقة
name-edit = تعديل
name-milestones = محطات
name-end = إنهاء
name-again = مجددا
name-invite = دعوة
name-uses = استخدامات
name-review = مراجعة
name-winners = الفائزون
name-announce = إعلان
name-remind = تذكير
name-at = وقت
name-last = تذكير_أخير
name-here = هنا
name-via = عبر
name-timezone = منطقة_زمنية
name-cheer = تشجيع
name-words = كلمات
name-nudge = تذكير_ودي
name-pause = استراحة
name-from = من
name-until = حتى
name-resume = عودة
name-freeze = تجميد
name-repair = إصلاح
name-profile = ملفي
name-name = اسم
name-about = نبذة
name-settings = إعدادات
name-language = لغة
name-day_start = بداية_اليوم
name-quiet = هدوء
name-nudges = تذكيرات_ودية
name-cheers = تشجيعات
name-block = حظر_شخص
name-interest = اهتمام
name-login = دخول
name-link = ربط
name-unlink = فصل
name-privacy = خصوصية
name-action = إجراء
name-help = مساعدة
name-topic = موضوع
name-admin = إدارة
name-setup = إعداد
name-budget = إشعارات
name-board = لوحة
name-recap = ملخص
name-pin = تثبيت
name-reason = سبب
name-sure = متأكد
name-amnesty = إعفاء
name-remove = إزالة
name-ban = حظر
name-moderator = مشرف
name-silence = كتم
name-role = رتبة
name-length = طول
name-audit = سجل
name-record = مجريات

group-event-about = إنشاء الفعاليات وتعديلها وإنهاؤها
group-admin-about = إدارة هذا المجتمع

## Days of the week
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد

## Months
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

## Rights
right-manager = هذا متاح لمن يدير هذا المكان، ويمكن طلبه منه.
right-in-group = يعمل هذا في قناة أو مجموعة، لمن يديرها.
host-only = هذا متاح فقط لمن يدير الفعالية، ويمكن طلبه منه.
host-not-member = { $name } خارج { $title }.
host-not-repairable = لم يَفُت { $name } هناك شيء أنهى سلسلة. الأمر /matrix يعرض الأيام.
person-unknown = لا أعرف { $name } بعد. يبدأ الحضور هنا مع أول أمر.
person-several = هناك أكثر من شخص تعرفه باسم { $name }. أشر إلى من تقصد بعلامة @.
person-hidden = السلاسل لدى { $name } خاصة.
silenced-here = قررت إدارة هذا المكان كتم ما يُنشر عنك هنا. في محادثة خاصة أنفّذ ما تطلبه.
silenced-alone = قررت إدارة هذا المكان كتم ما يُنشر عنك هنا، لذلك يصلك هذا وحدك.

## Which event
event-which = أي فعالية هي المقصودة؟
event-which-again = أي فعالية هي المقصودة: { $titles }؟ يُرجى الكتابة مرة أخرى مع event: واسمها.
question-of-another = هذا السؤال كان لشخص آخر. عند كتابة الأمر بنفسك يصلك السؤال.
event-unknown = هذه الفعالية غير موجودة (أو لم تعد موجودة).
event-not-found = لا أجد فعالية باسم «{ $words }». الأمر /events يعرض الموجود.
choice-unknown = لا أعرف «{ $word }» في { $param }. الخيارات: { $known }.
only-in-private = عندي جواب، لكنه ليس لكل العيون. يمكن فتح محادثة خاصة معي وطرح السؤال هناك.
sent-in-private = أرسلته إليك في محادثة خاصة.
event-none-mine = لست في أي فعالية بعد. الأمر /events يعرض المتاح للانضمام.
event-none-open = لا شيء للانضمام إليه بعد. يمكن إنشاء أول فعالية بالأمر /event create.

## /start and /help
start-about = إلقاء التحية وضبط الساعة
start-code = الرمز الذي في الرابط المؤدي إلى هنا
start-hello = مرحبًا { $name } 👋 أنا أعدّ السلاسل: لمسة واحدة كل يوم، ويرى الجميع إلى أين وصلت.
help-about = عرض ما يمكنني فعله
help-meant = هل تقصد /{ $path }؟
help-unclear = لم أفهم ذلك. جرّب أحد هذه:
help-intro = لمسة واحدة كل يوم تُبقي السلسلة حيّة. هذا ما أفهمه:
help-first = لمسة واحدة كل يوم تُبقي السلسلة حيّة. للبداية:
help-topic = الأمر المطلوب شرحه
help-param = • { $name }: { $about }
help-line = **/{ $path }** { $about }
help-web = الترتيب على الويب: { $address }

## /checkin
checkin-about = تسجيل إنجاز اليوم
checkin-event = أي فعالية، إن كانت لك عدة فعاليات
checkin-note = بضع كلمات عن ذلك
checkin-amount = المقدار، مثل 5 أو 2.5 كم
checkin-task = المهمة المنجزة
checkin-proof = صورة أو ملف يُظهر ذلك
checkin-day = اليوم أو أمس أو تاريخ، عند النسيان
checkin-noted = حُفظ ذلك في **{ $title }**.
checkin-how-much = ما المقدار ({ $unit })؟
checkin-which-task = أي مهمة أُنجزت؟
checkin-bad-day = لا أعرف اليوم «{ $words }». يمكن كتابة: اليوم، أو أمس، أو تاريخ مثل 2026/03/01.
checkin-bad-amount = لا أستطيع قراءة المقدار «{ $words }». يمكن كتابة رقم مثل 5 أو 2.5.
checkin-needs-proof = في { $title } يلزم إظهار شيء. يمكن إرساله بالأمر /checkin مع صورة أو ملف، أو بالرد على هذه الرسالة.
checkin-proof-title = إظهار الإنجاز
# What an answer to a reminder may say, in lower case, with / between.
checkin-not-counted = **{ $title }** يحسب تسجيلات الحضور لا الكميات. هل أحفظ «{ $words }» كملاحظة؟
button-as-note = تسجيل مع هذه الملاحظة
checkin-reply-unclear = لتسجيل **{ $title }** تكفي الإجابة بكلمة «تم»، أو الضغط أدناه.
checkin-note-ask = بضع كلمات عن **{ $title }**؟
checkin-note-kept = حُفظت ملاحظتك.
checkin-done = { $span ->
    [week] ✅ **الأسبوع { $current }** · { $title }
    [month] ✅ **الشهر { $current }** · { $title }
    [time] ✅ **{ $current } على التوالي** · { $title }
    [bonus] ✅ **إضافة** · { $title }
   *[day] ✅ **اليوم { $current }** · { $title }
}
checkin-bonus = لم يكن شيء مطلوبًا في ذلك اليوم: يُضاف إلى ما أنجزته، لا إلى السلسلة.
checkin-milestone = 🎉 هذه { $run }.
checkin-to-best = { $left ->
    [one] مرة واحدة أخرى
    [two] مرتان أخريان
    [few] { $left } مرات أخرى
   *[other] { $left } مرة أخرى
} لبلوغ أفضل سلسلة لك ({ $best }).
checkin-to-milestone = { $left ->
    [one] مرة واحدة أخرى
    [two] مرتان أخريان
    [few] { $left } مرات أخرى
   *[other] { $left } مرة أخرى
} لبلوغ { $run }.
checkin-see-you = { $span ->
    [week] إلى الأسبوع القادم.
    [month] إلى الشهر القادم.
    [time] إلى المرة القادمة.
   *[day] إلى الغد.
}
checkin-counted-for = حُسب ليوم { $day }.
checkin-today-too = هل نسجّل اليوم أيضًا؟
checkin-already = { $span ->
    [day] اليوم مسجّل بالفعل: اليوم { $current } في { $title }. هل نتراجع عنه؟
    [bonus] اليوم مسجّل بالفعل، كإضافة: { $title }. هل نتراجع عنه؟
   *[other] اليوم مسجّل بالفعل: { $title }، { $run }. هل نتراجع عنه؟
}
checkin-part = { $span ->
    [week] ✅ **{ $done } من { $asked }** هذا الأسبوع · { $title }
   *[other] ✅ **{ $done } من { $asked }** هذا الشهر · { $title }
}
checkin-counted = هذا محسوب بالفعل في **{ $title }**.
checkin-already-yesterday = أمس مسجّل بالفعل. { $current ->
    [0] سلسلتك في { $title } عند { $current } حاليًا.
   *[other] سلسلتك في { $title }: { $run }.
}
checkin-all-done = أُنجز كل شيء لهذا اليوم. ✨
checkin-which = ما الذي أُنجز؟
checkin-not-in = لست في { $title } بعد.
checkin-clock-back = أُعيدت ساعتي إلى ما قبل انضمامك. لا ذنب لك في ذلك: يُرجى المحاولة مجددًا بعد { $when }.
checkin-before-start = أول أيام **{ $title }** هو { $day }.
checkin-window-closed = لم يعد بالإمكان ملء ذلك اليوم. لا إصلاح في هذه الفعالية، ولا حتى من منظّميها.
clock-in-private = يمكن ضبط ساعتك وتذكيراتك بالكتابة إليّ في محادثة خاصة.

## How far one is
progress-count = { $span ->
    [day] { $done } من { $asked } اليوم.
    [then] { $done } من { $asked }.
    [week] { $done } من { $asked } هذا الأسبوع.
    [month] { $done } من { $asked } هذا الشهر.
   *[other] { $done } من { $asked } في هذه الفترة.
}
progress-metric = { $span ->
    [day] { $reached } من { $target } { $unit } اليوم.
    [then] { $reached } من { $target } { $unit }.
    [week] { $reached } من { $target } { $unit } هذا الأسبوع.
    [month] { $reached } من { $target } { $unit } هذا الشهر.
   *[other] { $reached } من { $target } { $unit } في هذه الفترة.
}
goal-count = { $span ->
    [day] { $n ->
        [one] مرة
        [two] مرتان
        [few] { $n } مرات
       *[other] { $n } مرة
    } في اليوم
    [week] { $n ->
        [one] مرة
        [two] مرتان
        [few] { $n } مرات
       *[other] { $n } مرة
    } في الأسبوع
    [month] { $n ->
        [one] مرة
        [two] مرتان
        [few] { $n } مرات
       *[other] { $n } مرة
    } في الشهر
   *[other] { $n ->
        [one] مرة
        [two] مرتان
        [few] { $n } مرات
       *[other] { $n } مرة
    } في كل فترة
}
goal-sum = { $span ->
    [day] { $target } { $unit } على الأقل في اليوم
    [week] { $target } { $unit } على الأقل في الأسبوع
    [month] { $target } { $unit } على الأقل في الشهر
   *[other] { $target } { $unit } على الأقل في كل فترة
}
goal-max = { $span ->
    [day] { $target } { $unit } دفعة واحدة، كل يوم
    [week] { $target } { $unit } دفعة واحدة، كل أسبوع
    [month] { $target } { $unit } دفعة واحدة، كل شهر
   *[other] { $target } { $unit } دفعة واحدة، كل فترة
}
goal-most = { $span ->
    [day] { $target } { $unit } على الأكثر في اليوم
    [week] { $target } { $unit } على الأكثر في الأسبوع
    [month] { $target } { $unit } على الأكثر في الشهر
   *[other] { $target } { $unit } على الأكثر في كل فترة
}
progress-tasks = المنجز { $done } من { $needed ->
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $needed } مهام
   *[other] { $needed } مهمة
}.
goal-tasks-all = { $all ->
    [one] مهمة واحدة
    [two] المهمتان معًا
   *[other] كل المهام ({ $all })
}: { $names }
goal-tasks-any = واحدة من { $all ->
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $all } مهام
   *[other] { $all } مهمة
}: { $names }
goal-tasks-some = { $n } من { $all ->
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $all } مهام
   *[other] { $all } مهمة
}: { $names }

## /undo
undo-about = التراجع عن آخر تسجيل
undo-event = أي فعالية
undo-done = تم التراجع. { $current ->
    [0] سلسلتك في { $title } عند { $current } حاليًا.
   *[other] سلسلتك في { $title }: { $run }.
}

## /streak
streak-about = عرض سلسلتك الآن
streak-event = أي فعالية؛ كل فعالياتك إن تُركت فارغة
streak-line = { $current ->
    [0] **{ $title }**: عند { $current } حاليًا
   *[other] **{ $title }**: { $run }
}
streak-more = الأفضل { $longest } · المجموع { $total } · مؤخرًا { $met } من { $lately }
streak-rates = القوة { $strength }٪ · الانتظام { $consistency }٪
streak-over = انتهت **{ $title }**. الأفضل { $longest } · المجموع { $total }
streak-part = { $span ->
    [week] الأيام هذا الأسبوع: { $done } من { $asked }.
   *[other] الأيام هذا الشهر: { $done } من { $asked }.
}
streak-today-done = { $span ->
    [week] أُنجز هذا الأسبوع.
    [month] أُنجز هذا الشهر.
    [time] أُنجزت هذه المرة.
   *[day] أُنجز اليوم.
}
streak-freezes = { $freezes ->
    [0] لا تجميد الآن: بعد { $span ->
        [week] أسبوع فائت
        [month] شهر فائت
        [time] مرة فائتة
       *[day] يوم فائت
    } تبدأ سلسلة جديدة.
    [one] ❄️ تجميد واحد: يحمل السلسلة فوق { $span ->
        [week] أسبوع فائت
        [month] شهر فائت
        [time] مرة فائتة
       *[day] يوم فائت
    }.
    [two] ❄️ تجميدان: كل منهما يحمل السلسلة فوق { $span ->
        [week] أسبوع فائت
        [month] شهر فائت
        [time] مرة فائتة
       *[day] يوم فائت
    }.
    [few] ❄️ { $freezes } تجميدات: كل منها يحمل السلسلة فوق { $span ->
        [week] أسبوع فائت
        [month] شهر فائت
        [time] مرة فائتة
       *[day] يوم فائت
    }.
    [many] ❄️ { $freezes } تجميدًا: كل منها يحمل السلسلة فوق { $span ->
        [week] أسبوع فائت
        [month] شهر فائت
        [time] مرة فائتة
       *[day] يوم فائت
    }.
   *[other] ❄️ { $freezes } تجميد: كل منها يحمل السلسلة فوق { $span ->
        [week] أسبوع فائت
        [month] شهر فائت
        [time] مرة فائتة
       *[day] يوم فائت
    }.
}
streak-today-open = { $span ->
    [week] هذا الأسبوع ما زال مفتوحًا.
    [month] هذا الشهر ما زال مفتوحًا.
    [time] ما زالت مفتوحة.
   *[day] اليوم ما زال مفتوحًا.
}
streak-today-rest = لا شيء مطلوب اليوم.

streak-user = شخص آخر
streak-other = **{ $name }** في { $title }: { $run }، الأفضل { $longest }، المجموع { $total }.
streak-other-none = لا أجد { $name } في أي فعالية ظاهرة لك.

## /matrix
matrix-about = عرض أيام سنة
matrix-event = أي فعالية
matrix-user = شخص آخر
matrix-year = سنة؛ آخر اثني عشر شهرًا إن تُركت فارغة
matrix-summary = **{ $name }** في { $title }: { $met } من { $span ->
    [week] { $asked ->
        [one] أسبوع واحد
        [two] أسبوعين
        [few] { $asked } أسابيع
        [many] { $asked } أسبوعًا
       *[other] { $asked } أسبوع
    }
    [month] { $asked ->
        [one] شهر واحد
        [two] شهرين
        [few] { $asked } أشهر
        [many] { $asked } شهرًا
       *[other] { $asked } شهر
    }
    [time] { $asked ->
        [one] مرة واحدة
        [two] مرتين
        [few] { $asked } مرات
       *[other] { $asked } مرة
    }
   *[day] { $asked ->
        [one] يوم واحد
        [two] يومين
        [few] { $asked } أيام
        [many] { $asked } يومًا
       *[other] { $asked } يوم
    }
}{ $bonus ->
    [0] {""}
    [one] ، إضافة واحدة
    [two] ، إضافتان
    [few] ، { $bonus } إضافات
    [many] ، { $bonus } إضافة
   *[other] ، { $bonus } إضافة
}. الأطول { $longest }، والآن { $current }.
matrix-lately = { $span ->
    [week] آخر سبعة أسابيع
    [month] آخر سبعة أشهر
   *[day] آخر سبعة أيام
}: { $marks }
matrix-bad-year = يمكنني عرض السنوات من ٢٠٠٠ إلى السنة الحالية.

## /year
year-about = نظرة على سنة مضت
year-year = سنة؛ وفي يناير السنة الماضية إن لم تُذكر
year-heading = **{ $year } · { $name }**
year-empty = لا تسجيلات في هذه السنة.
year-line = **{ $title }**: { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}، { $run }{ $bonus ->
    [0] {""}
    [one] ، إضافة واحدة
    [two] ، إضافتان
    [few] ، { $bonus } إضافات
    [many] ، { $bonus } إضافة
   *[other] ، { $bonus } إضافة
}
year-sum = المجموع: { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}.
year-month = أفضل شهر: { $month }، { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}.

## /badges
badges-about = عرض ما تحقّق من أوسمة
badges-user = شخص آخر
badges-heading = **أوسمة { $name }**
badges-line = **{ $title }**: { $won }
badges-next = { $bar } { $current } من { $next }
badges-none = لا أوسمة بعد. يأتي أول وسام عند ٣ على التوالي.
badges-private = الأوسمة لدى { $name } خاصة.
badges-cheers = { $n ->
    [0] 👏 لا تشجيع بعد.
    [one] 👏 تشجيع واحد حتى الآن.
    [two] 👏 تشجيعان حتى الآن.
    [few] 👏 { $n } تشجيعات حتى الآن.
    [many] 👏 { $n } تشجيعًا حتى الآن.
   *[other] 👏 { $n } تشجيع حتى الآن.
}

## /leaderboard
leaderboard-about = عرض الترتيب
leaderboard-event = أي فعالية
leaderboard-by = أساس الترتيب
leaderboard-scope = أي فعاليات: واحدة، أو كل فعاليات هذا المجتمع، أو كل العامة
leaderboard-here = 🏆 **الأوائل في هذا المجتمع**
leaderboard-everywhere = 🏆 **الأوائل في كل الفعاليات العامة**
leaderboard-at = · { $title }
leaderboard-order = · { $by }
leaderboard-period = هذا الأسبوع أو الشهر، أو الماضي، أو كل الوقت
measure-consistency = الانتظام
measure-points = المقادير
leaderboard-in-week = · هذا الأسبوع
leaderboard-in-month = · هذا الشهر
leaderboard-week-of = · الأسبوع بدءًا من { $day }
leaderboard-month-of = · { $month }
leaderboard-top = أنت ضمن أفضل { $percent }٪.
leaderboard-up = ▲ { $n } منذ آخر زيارة لك
leaderboard-down = ▼ { $n } منذ آخر زيارة لك
leaderboard-group = 👥 المجموعة: { $run }، الأفضل { $longest }
leaderboard-group-large = 👥 لا تُحسب سلسلة المجموعة لأكثر من ألف شخص
leaderboard-heading = 🏆 **{ $title }** · { $measure }
measure-current = { $span ->
    [week] السلسلة الحالية بالأسابيع
    [month] السلسلة الحالية بالأشهر
   *[day] السلسلة الحالية
}
measure-longest = { $span ->
    [week] أطول سلسلة بالأسابيع
    [month] أطول سلسلة بالأشهر
   *[day] أطول سلسلة
}
measure-total = { $span ->
    [week] مجموع الأسابيع
    [month] مجموع الأشهر
    [time] مجموع المرات
   *[day] مجموع الأيام
}
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · أنت
leaderboard-gap = …
leaderboard-empty = لا أحد هنا بعد. المركز الأول متاح.
leaderboard-empty-then = لم يكن أحد هنا حينها.
leaderboard-page = { $address }

## /events
events-about = عرض الفعاليات
events-show = الكل أو فعالياتك أو المتاحة أو المنتهية أو الجاهزة
events-search = كلمات من العنوان
events-category = موضوع الفعالية
events-likes = ⭐
events-templates = لمسة على إحداها، وتبدأ هنا.
events-mine = **فعالياتك:**
events-open = **متاحة للانضمام:**
events-over = **منتهية:**
events-none-over = لم ينتهِ شيء بعد.
events-line = • { $title } · { $members ->
    [0] لا أحد بعد
    [one] شخص واحد
    [two] شخصان
    [few] { $members } أشخاص
    [many] { $members } شخصًا
   *[other] { $members } شخص
}
events-narrow = هناك أكثر مما يتسع له المكان هنا. كلمة أخرى أو موضوع يضيّق القائمة، مثل /events category:read

## /join and /leave
join-about = الانضمام إلى فعالية
join-event = أي فعالية
join-code = رمز فعالية بدعوة فقط
join-done = أنت الآن في **{ $title }**.
join-public = يظهر اسمك وأيامك وأرقامك وما تقوله عن نفسك على صفحات ويب متاحة للجميع؛ ويمكن الإخفاء عبر /privacy.
join-already = أنت في **{ $title }** بالفعل.
join-code-unknown = هذا الرمز لا يعمل (أو لم يعد يعمل). يمكن طلب رمز جديد.
join-overheard = يقرأ آخرون هنا، لذلك لم يعد هذا الرمز صالحًا. أرسل الرموز لي في محادثة خاصة فقط.
join-overheard-asked = طلبتُ من المضيف السماح لك بالدخول.
join-banned = الانضمام إلى { $title } غير متاح لك. يمكن سؤال من يديرها.
join-asked = وصل طلب انضمامك إلى مضيف **{ $title }**.
join-asked-public = عند انضمامك يظهر اسمك وأيامك وأرقامك وما تقوله عن نفسك على صفحات ويب متاحة للجميع.
join-nobody = لم يعد هناك من يقبل انضمامك: فعالية **{ $title }** بلا مضيف الآن.
join-full = وصل عدد المشاركين في { $title } إلى أقصى حد مسموح به هنا.
join-too-many = بلغ عدد فعالياتك أقصى حد مسموح به هنا: { $n }. تلزم مغادرة واحدة أولًا.
leave-about = مغادرة فعالية
leave-event = أي فعالية
leave-sure = مغادرة { $title }؟ ما أنجزته يبقى مسجّلًا، والعودة ممكنة.
leave-done = غادرت { $title }.

## Cards
card-title = **{ $title }**
card-goal = { $goal }
card-days-every = { $n ->
    [one] مرة كل يوم
    [two] مرة كل يومين
    [few] مرة كل { $n } أيام
    [many] مرة كل { $n } يومًا
   *[other] مرة كل { $n } يوم
}
card-days-weekly = { $n ->
    [one] مرة في الأسبوع
    [two] يومان في الأسبوع
    [few] { $n } أيام في الأسبوع
    [many] { $n } يومًا في الأسبوع
   *[other] { $n } يوم في الأسبوع
}
card-days-monthly = { $n ->
    [one] مرة في الشهر
    [two] يومان في الشهر
    [few] { $n } أيام في الشهر
    [many] { $n } يومًا في الشهر
   *[other] { $n } يوم في الشهر
}
card-week-start = { $rhythm }، يبدأ الأسبوع يوم { $day }
card-weeks = يبدأ الأسبوع يوم { $day }.
card-days-daily = كل يوم
card-days-weekdays = من الاثنين إلى الجمعة
card-days-weekend = السبت والأحد
card-days-some = في أيام { $names }
card-clock-fixed = الأيام حسب ساعة { $zone }.
card-public = فعالية عامة: الأسماء والأيام والأرقام على صفحة ويب متاحة للجميع.
card-members = { $members ->
    [0] لا أحد فيها بعد.
    [one] فيها شخص واحد.
    [two] فيها شخصان.
    [few] فيها { $members } أشخاص.
    [many] فيها { $members } شخصًا.
   *[other] فيها { $members } شخص.
}
card-group-every = للمجموعة سلسلتها الخاصة: كل عضو يُحتسب.
card-group-anyone = للمجموعة سلسلتها الخاصة: يكفي عضو واحد في اليوم.
card-group-percent = للمجموعة سلسلتها الخاصة: يكفي { $percent }٪ من الأعضاء.
card-contest = مسابقة: بلا تجميد ولا إصلاح ولا تسجيل لاحق.
card-approval = الانضمام بموافقة المضيف.
card-proof = كل تسجيل ترافقه صورة أو ملف.
card-proof-approved = كل تسجيل ترافقه صورة أو ملف، ويطّلع عليه المضيف.
card-from = من { $day }.
card-until = حتى { $day }.
card-clock-personal = الأيام حسب ساعة كل عضو.

## /event create and /event announce
create-about = إنشاء فعالية جديدة
create-title = اسم الفعالية
create-goal = ما المطلوب، بكلماتك أو بالأرقام: 20 صفحة في اليوم، 20 كم في الأسبوع
create-text = بضع كلمات عنها تظهر على بطاقتها
create-goal-short = الهدف، مثل 20 صفحة في اليوم
create-days-short = الوتيرة، مثل الاثنين أو 3 مرات في الأسبوع
create-tasks-short = المهام، مع فواصل بينها
create-percent-short = النسبة المئوية من المجموعة، مثل 80
create-unit-short = الوحدة، مثل كم، صفحة، دقيقة
create-need-short = كم يلزم: الكل، أو أي، أو عدد
create-unit = الوحدة، إن كان الهدف رقمًا: كم، صفحة، دقيقة
create-count = طريقة احتساب المقادير
create-tasks = عدة مهام بفواصل بينها: تمدّد، ماء 2 لتر، قراءة
create-need = كم يلزم من المهام: الكل، أو أي، أو عدد
create-starts = اليوم الأول: تاريخ
create-ends = اليوم الأخير: تاريخ، أو 30 يومًا
create-mode = عادة أو مسابقة
create-group = هل للمجموعة سلسلة خاصة بها
create-percent = كم في المئة من المجموعة يجب أن يسجّلوا، مثل 80
create-category = موضوع الفعالية
create-emoji = إيموجي للفعالية
create-proof = هل يلزم إثبات مع كل تسجيل
create-approval = هل القبول بقرار منك
create-days = كل يوم، الاثنين الأربعاء الجمعة، 3 مرات في الأسبوع، كل 3 أيام، كل شهر
create-visibility = عامة (بالأسماء على صفحة ويب)، أو لهذا المجتمع، أو بدعوة فقط
create-clock = ساعة واحدة للجميع، أو ساعة كل عضو
create-zone = المنطقة الزمنية لأيام الفعالية
create-no-title = ما اسم الفعالية؟ مثلًا: قراءة 20 صفحة
draft-heading = مسودة. لا يراها أحد غيرك حتى تُنشر.
draft-seen = من سيرى الفعالية: { $value }
draft-clock = لم يحدد أحد هنا بعد أي ساعة تُعتمد: ينتهي كل يوم الآن عند منتصف الليل بتوقيت { $zone }. إن لم يكن توقيتكم، فاضغط «المنطقة الزمنية» قبل النشر.
draft-public = ستظهر الأسماء والأيام والأرقام على صفحة ويب متاحة للجميع؛ والنشر يعني الموافقة على ذلك.
draft-everybody = سيجدها الجميع، في أماكن أخرى أيضًا، مع الأسماء والأيام والأرقام؛ والنشر يعني الموافقة على ذلك.
draft-in-private = مسودتك لك وحدك. يمكن المتابعة في محادثة خاصة معي.
draft-discarded = أُلغيت المسودة، ولم يرها أحد.
draft-published = نُشرت **{ $title }**. تظهر بطاقتها حيث بدأتها.
draft-published-already = **{ $title }** منشورة بالفعل. يمكن تعديلها بالأمر /event edit.
create-bad-tasks = لا أستطيع قراءة هذه المهام. يمكن كتابة ما يصل إلى ٢٠ مهمة مختلفة بفواصل بينها، على ألا يزيد المطلوب منها على عددها.
create-long-task = يمكن أن تصل المهمة إلى ١٠٠ حرف. اكتبها بكلمات أقل، واترك الباقي لوصف الفعالية.
create-bad-amount = لا أستطيع قراءة المقدار «{ $words }». يمكن كتابة رقم مثل 20.
create-bad-percent = النسبة رقم من 1 إلى 100، مثل 80.
date-which = أي يوم تقصد بـ«{ $words }»؟
date-which-again = قد تعني «{ $words }» أكثر من يوم: { $days }. اكتب واحدًا منها.
timezone-limit = تغيرت منطقتك الزمنية أربع مرات خلال شهر. يمكنك تغييرها مجددًا في { $when }.
repair-too-soon = أصلحت يومًا قبل وقت قصير. يمكنك ذلك مجددًا في { $when }.
sure-about = نفّذ دون سؤال آخر
button-sure = نعم، نفّذ
button-make-public = نعم، اجعلها عامة
button-make-community = نعم، أظهرها لهم
button-tell-here = نعم، انشرها هنا
sure-again = إن كان كذلك فاكتبه مرة أخرى مع sure:yes في آخره.
amnesty-sure = هل تُعفي الجميع في **{ $title }** من { $first } إلى { $last }؟ لن تنهي الأيام الفائتة حينها أي سلسلة، ويبقى ذلك.
remove-sure = هل تُخرج { $name } من **{ $title }**؟ يبقى ما أُنجز محفوظًا.
ban-sure = هل تُخرج { $name } من **{ $title }** مع منع العودة؟
remind-add-or-replace = أذكّرك بـ **{ $title }** عند { $times } من قبل. كيف تريدها؟
button-times-both = إضافة: { $times }
button-times-only = فقط { $times }
left-over = ما لم أفهمه هو «{ $left }». بدونها أقرأ «{ $rest }».
zone-which = أيها تقصد بـ «{ $words }»؟
zone-which-again = قد تعني «{ $words }» عدة مناطق زمنية: { $zones }. اكتب واحدة منها من فضلك.
create-bad-date = لا أستطيع قراءة التاريخ «{ $words }». يمكن كتابة 2026/12/31، أو 30 يومًا.
create-ends-before = لا يمكن أن تنتهي الفعالية قبل بدايتها. يُرجى ذكر يوم أخير لاحق.
create-unsound = هذه القواعد تتعارض فيما بينها. يمكن تجربة عدد أقل منها معًا.
create-too-many = بلغ عدد الفعاليات التي بإدارتك أقصى حد مسموح به هنا: { $n }. يلزم إنهاء واحدة أولًا.
create-enough = هذا يكفي ليوم واحد. يمكن إنشاء فعالية أخرى ابتداءً من { $when }.
create-no-community = لا يوجد مجتمع هنا. يمكن أن تكون الفعالية عامة أو بدعوة فقط.
create-bad-days = لا أعرف الأيام «{ $days }». يمكن كتابة: كل يوم، أو الاثنين الأربعاء الجمعة، أو 3 مرات في الأسبوع، أو كل 3 أيام.
create-code = الانضمام بهذا الرمز فقط: `{ $code }`
    يعمل لمدة أسبوع: /join code:{ $code }
create-made-in-private = تم إنشاؤها. افتح محادثة خاصة معي: هناك الرمز الذي يتيح الانضمام.
edit-about = تعديل فعالية لك
edit-event = أي فعالية
edit-milestones = أطوال تُحتسب محطات: 5, 10, 25
edit-ask-title = ما اسم الفعالية؟
edit-ask-days = كم مرة؟ مثلًا: كل يوم، أو الاثنين الأربعاء الجمعة، أو 3 مرات في الأسبوع.
edit-ask-goal = ما المطلوب؟ بكلماتك أو بالأرقام: 20 صفحة في اليوم.
edit-ask-tasks = ما المهام؟ مع فواصل بينها: تمدّد، ماء 2 لتر، قراءة.
edit-ask-text = بضع كلمات عن الفعالية؟
edit-ask-ends = ما اليوم الأخير؟ تاريخ، أو 30 يومًا.
edit-ask-visibility = من يرى الفعالية؟ في الفعالية العامة تظهر أسماء المشاركين وأيامهم وأرقامهم على صفحة ويب متاحة للجميع.
edit-ask-visibility-everybody = من يرى الفعالية؟ يمكن للجميع أن يجدوا الفعالية العامة، في أماكن أخرى أيضًا، مع أسماء المشاركين وأيامهم وأرقامهم.
edit-ask-milestones = أي أطوال تُحتسب محطات؟ مثلًا: 5, 10, 25.
edit-take-away = كلمة «{ $off }» تزيل ذلك.
edit-done = تم التعديل.
edit-public = تظهر الأسماء والأيام والأرقام الآن على صفحة ويب متاحة للجميع؛ وجعلها عامة يعني الموافقة على ذلك.
edit-public-sure = هل تصبح **{ $title }** عامة؟ ستظهر الأسماء والأيام والأرقام على صفحة ويب متاحة للجميع؛ والإجابة بنعم تعني الموافقة على ذلك.
edit-everybody = يمكن للجميع أن يجدوها الآن، في أماكن أخرى أيضًا، مع الأسماء والأيام والأرقام؛ وجعلها عامة يعني الموافقة على ذلك.
edit-everybody-sure = هل تصبح **{ $title }** عامة؟ سيجدها الجميع، في أماكن أخرى أيضًا، مع الأسماء والأيام والأرقام؛ والإجابة بنعم تعني الموافقة على ذلك.
edit-community = يمكن لكل من في **{ $place }** أن يجدها الآن، مع الأسماء والأيام والأرقام.
edit-community-sure = هل تظهر **{ $title }** لكل من في **{ $place }**؟ سيجدونها مع الأسماء والأيام والأرقام.
edit-others = { $n ->
    [zero] لا أحد غيرك فيها.
    [one] شخص آخر شارك فيها وسيصله إشعار.
    [two] شخصان آخران شاركا فيها وسيصلهما إشعار.
    [few] { $n } أشخاص آخرين شاركوا فيها وسيصلهم إشعار.
    [many] { $n } شخصًا آخر شاركوا فيها وسيصلهم إشعار.
   *[other] { $n } شخص آخر شاركوا فيها وسيصلهم إشعار.
}
edit-many = شارك في **{ $title }** عدد كبير لا يمكن إشعارهم جميعًا، لذا تبقى كما هي.
edit-untold = { $n ->
    [zero] يمكن إشعار كل من شارك في **{ $title }**.
    [one] شخص شارك في **{ $title }** لا يمكن إشعاره في محادثة خاصة، لذا تبقى كما هي. يصبح ذلك ممكنًا حين يكتب لي فيها.
    [two] شخصان شاركا في **{ $title }** لا يمكن إشعارهما في محادثة خاصة، لذا تبقى كما هي. يصبح ذلك ممكنًا حين يكتبان لي فيها.
    [few] { $n } أشخاص شاركوا في **{ $title }** لا يمكن إشعارهم في محادثة خاصة، لذا تبقى كما هي. يصبح ذلك ممكنًا حين يكتبون لي فيها.
    [many] { $n } شخصًا شاركوا في **{ $title }** لا يمكن إشعارهم في محادثة خاصة، لذا تبقى كما هي. يصبح ذلك ممكنًا حين يكتبون لي فيها.
   *[other] { $n } شخص شاركوا في **{ $title }** لا يمكن إشعارهم في محادثة خاصة، لذا تبقى كما هي. يصبح ذلك ممكنًا حين يكتبون لي فيها.
}
edit-until = أُشعر الآخرون خلال اليوم الأخير بأن عددًا أكبر من الناس يرى **{ $title }**، لذا تبقى كما هي. يمكن إظهارها لعدد أكبر مجددًا ابتداءً من { $when }.
edit-owned = وحده من أنشأ **{ $title }** يمكنه إظهارها لمزيد من الناس: اطلب ذلك منه.
edit-next-round = يمكن أن تكون جولتها التالية لعدد أكبر من الناس: متى صارت لهذه نهاية، ابدأها عبر /event again وغيّر من يراها قبل أن ينضم أحد.
edit-rules-stand = هناك تسجيل بالفعل، لذا تبقى القواعد كما هي. ما زال بالإمكان تعديل العنوان والكلمات والمحطات وتأخير النهاية.
edit-bad-milestones = يمكن كتابة ما يصل إلى ٢٠ طولًا، مثل 5, 10, 25.
end-about = إنهاء فعالية لك
end-event = أي فعالية
end-sure = إنهاء { $title }؟ اليوم ما زال محسوبًا، وما أنجزه الجميع يبقى.
end-done = آخر أيام { $title } هو { $last }. تُنشر النتيجة يوم { $day }، وما أنجزه الجميع يبقى.
again-about = بدء الجولة التالية من فعالية
again-event = أي فعالية
again-done = تبدأ الجولة التالية من **{ $title }** في { $day }.
again-not-yet = لم تبدأ الجولة التالية من { $title } بعد. يمكن لمن يديرها أن يبدأها.
again-no-end = لا نهاية لـ { $title } بعد. يمكن إنهاؤها بالأمر /event end، ثم بدؤها من جديد بعد انتهائها.
again-too-many = بلغ عدد الفعاليات بإدارة مضيف { $title } أقصى حد مسموح به هنا: { $n }. يلزم أن تنتهي واحدة منها أولًا.
again-enough = أنشأ مضيف { $title } ما يكفي من الفعاليات ليوم واحد. يمكن بدء الجولة التالية ابتداءً من { $when }.
invite-about = إنشاء رمز للانضمام
invite-event = أي فعالية
invite-days = كم يومًا يعمل الرمز، 7 إن تُرك فارغًا
invite-uses = كم شخصًا يدخل بالرمز، 100 إن تُرك فارغًا
invite-here = هل تُنشر هنا دعوة يقرؤها الجميع
invite-made = رمز لفعالية **{ $title }**؛ يعمل { $days ->
    [one] يومًا واحدًا
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}، { $uses ->
    [one] لشخص واحد
    [two] لشخصين
    [few] لعدد { $uses } أشخاص
    [many] لعدد { $uses } شخصًا
   *[other] لعدد { $uses } شخص
}.
    /join code:{ $code }
invite-link = { $address }
invite-post-how = لنشر دعوة في مجموعة أو قناة، تُكتب هناك: /event invite { $title } here:yes
invite-posted = دعوة من { $name } إلى **{ $title }**.
invite-codes = رموز **{ $title }** التي ما زالت تعمل:
invite-codes-line = { $n }. أُنشئ في { $made }، ويعمل حتى { $until }، وما زال يتسع { $uses ->
    [one] لشخص واحد
    [two] لشخصين
    [few] لعدد { $uses } أشخاص
    [many] لعدد { $uses } شخصًا
   *[other] لعدد { $uses } شخص
}.
invite-codes-more = هناك رموز أخرى. هذه أقدمها.
invite-codes-none = لا يعمل أي رمز لفعالية **{ $title }** الآن.
invite-revoked = { $n ->
    [0] لم يكن هناك أي رمز.
    [one] أُلغي رمز واحد.
    [two] أُلغي رمزان.
    [few] أُلغيت { $n } رموز.
    [many] أُلغي { $n } رمزًا.
   *[other] أُلغي { $n } رمز.
}
invite-too-many = لدى { $title } أكبر عدد ممكن من الرموز السارية. يلزم إلغاء بعضها أولًا.
invite-bad = يعمل الرمز من ١ إلى ٩٠ يومًا، ولعدد من ١ إلى ١٠٠٠ شخص.
review-about = قبول الانضمام ومعرفة من ينتظر
review-event = أي فعالية
review-waiting = { $n ->
    [zero] لا أحد يطلب الانضمام الآن.
    [one] شخص واحد يودّ الانضمام.
    [two] شخصان يودّان الانضمام.
    [few] { $n } أشخاص يودّون الانضمام.
    [many] { $n } شخصًا يودّون الانضمام.
   *[other] { $n } شخص يودّون الانضمام.
}
review-proofs = { $n ->
    [zero] لا تسجيل ينتظر مراجعتك.
    [one] تسجيل واحد ينتظر مراجعتك.
    [two] تسجيلان ينتظران مراجعتك.
    [few] { $n } تسجيلات تنتظر مراجعتك.
    [many] { $n } تسجيلًا ينتظر مراجعتك.
   *[other] { $n } تسجيل ينتظر مراجعتك.
}
review-nobody = لا أحد في الانتظار.
review-in = تم قبول { $name }.
review-out = لم يتم قبول { $name }.
review-approved = تمت الموافقة. شكرًا على الاطلاع.
review-rejected = أُلغي التسجيل، ووصل الخبر إلى العضو.
review-gone = هذا محسوم بالفعل.
review-too-many = بلغ عدد فعاليات { $name } أقصى حد مسموح به هنا، وتلزم مغادرة واحدة أولًا.
announce-about = نشر لوحات فعالية ومحطاتها وملخصاتها ونتائجها هنا أيضًا
announce-event = أي فعالية
announce-here = هل تصل أخبارها إلى هذه القناة
announce-done = ستُنشر هنا لوحات { $title } ومحطاتها وملخصاتها ونتائجها، بحسب ما هو مفعّل في /admin setup.
announce-elsewhere = { $title } للمجتمع الذي أُنشئت فيه، ولا تُنشر أخبارها في مكان آخر. ولتُنشر هنا يلزم أن تصبح عامة: /event edit visibility:public
announce-sure = هل تُنشر أخبار { $title } هنا؟ سيرى كل من هنا من يشارك فيها: تذكر أسماءهم لوحة كل يوم والمحطات والملخصات والنتائج.
announce-stopped = لن يُنشر هنا شيء عن { $title } بعد الآن: لا لوحة ولا ملخص ولا محطات ولا نتائج ولا تذكيرات. وتُزال بطاقتها من هنا.
announce-silenced = { $title } مكتومة هنا. لا يرفع ذلك إلا من يدير هذا المكان: /admin silence.
announce-private = يعمل هذا في قناة أو مجموعة.
announce-guest = لست عضوًا في هذا الخادم، لذلك لا يمكنني نشر شيء هنا من تلقاء نفسي. يمكن لمن يديره أن يضيفني.
announce-not-yours = لا يعلن فعالية بدعوة فقط في قناة إلا من أنشأها، ويمكن طلب ذلك منه.

## /event winners
winners-about = عرض أصحاب المراكز الأولى في فعاليتك
winners-event = أي فعالية
winners-heading = انتهت **{ $title }**. المراكز الأولى:
winners-so-far = **{ $title }** حتى الآن:
winners-none = لا أحد في ترتيب **{ $title }** بعد.
winners-line = { $rank } · { $name } — { $value } ({ $account })
winners-more = { $n ->
    [one] شخص آخر يشارك هذه المراكز؛ والجميع في الملف.
    [two] شخصان آخران يشاركان هذه المراكز؛ والجميع في الملف.
    [few] { $n } أشخاص آخرين يشاركون هذه المراكز؛ والجميع في الملف.
    [many] { $n } شخصًا آخر يشاركون هذه المراكز؛ والجميع في الملف.
   *[other] { $n } شخص آخر يشاركون هذه المراكز؛ والجميع في الملف.
}

## /timezone
timezone-about = ضبط منطقتك الزمنية
timezone-zone = مدينة، أو منطقة مثل Africa/Cairo، أو الوقت على ساعتك
timezone-question = هل الساعة عندك { $time }؟
timezone-now = الساعة عندك { $time } ({ $zone }).
timezone-which-hour = ماذا تُظهر ساعتك؟ يمكن أيضًا كتابة /timezone ثم اسم مدينتك.
timezone-hour = الساعة هنا { $time }
timezone-location = اضغط الزر الموجود أسفل خانة الكتابة. أبحث عن المنطقة الزمنية للمكان وأنسى المكان فورًا.
timezone-which-city = ما الأقرب إليك من هذه؟
timezone-set = حسنًا. ينتهي يومك عند منتصف الليل بتوقيت { $zone }.
timezone-set-early = حسنًا. ينتهي يومك عند الساعة { $time } بتوقيت { $zone }.
timezone-set-fixed = حسنًا، { $zone }. تتبع **{ $title }** ساعة { $clock }: ينتهي يومها عندك في الساعة { $time }.
timezone-open = اليوم ما زال محسوبًا.
timezone-unknown = لا أعرف «{ $words }». يمكن كتابة مدينة، أو منطقة مثل Africa/Cairo، أو الوقت على ساعتك.

## /remind
remind-about = تذكير بما لم يُنجز بعد
month-of-year = { $month } { $year }
remind-at = أوقات مثل 8pm أو 8:00, 20:00؛ أو إيقاف
remind-days = في بعض الأيام فقط، مثل الاثنين، الأربعاء
remind-via = أين أكتب لك
remind-last = هل أكتب مرة أخرى قبل أن تتوقف السلسلة
remind-only-on = فقط في أيام { $names }.
remind-snoozed = سأعود بعد ساعة، إن كانت ما زالت مفتوحة.
remind-snooze-late = ينتهي اليوم قبل ذلك. غدًا يوم آخر.
remind-snooze-quiet = سيقع ذلك ضمن ساعات الهدوء.
remind-not-today = لا تذكيرات أخرى اليوم في { $title }.
remind-none-today = لا تذكيرات أخرى اليوم.
remind-event = أي فعالية
remind-set = سأذكّرك بـ { $title } عند { $time }، إن لم تُنجَز حتى ذلك الحين.
remind-next = المرة القادمة: { $when }
remind-then = · { $when }
remind-last-call = إن أوشكت سلسلة على التوقف، أكتب مرة أخرى قبل ذلك بساعتين.
remind-in-quiet = من { $from } إلى { $to } ألتزم الهدوء كما طلبت: لا يصل حينها سوى آخر تذكير.
remind-none = لا تذكير في { $title } بعد. متى أكتب لك؟
remind-off = توقفت التذكيرات في { $title }.
remind-no-way = أستطيع الكتابة إليك بعد أن تصلني رسالة منك. يمكن فتح محادثة خاصة معي، ثم الطلب مجددًا.
remind-not-linked = لا أعرف حسابًا هناك بعد. الأمر /link يجعل الحسابين واحدًا.
remind-not-here = هذه الفعالية ليست لكل العيون. أكتب عنها في محادثة خاصة فقط: /remind via:dm.
remind-not-told = لا يُنشر شيء عن { $title } هنا، فلا تذكير بها هنا. يمكن لمن يديرها أو يدير هذا المكان تغيير ذلك بالأمر /event announce؛ أما /remind via:dm فيكتب لك وحدك.
way-closed = لم أستطع الكتابة إليك في محادثة خاصة على { $platform }. تكفي رسالة إليّ هناك، أو يمكن اختيار طريق آخر: /remind via:channel
remind-which-time = هل تقصد بـ«{ $words }» الصباح أم المساء؟
remind-bad-time = لا أستطيع قراءة الوقت «{ $words }». يمكن كتابة 20:00 أو 8pm أو إيقاف.

## /cheer and /nudge
cheer-about = تشجيع شخص، مرة في اليوم
cheer-user = لمن التشجيع
cheer-words = بضع كلمات منك
cheer-whom = لمن التشجيع؟ يمكن ذكر اسم، أو الرد على رسالة من ذلك الشخص.
cheer-self = التشجيع يكون لشخص آخر.
cheer-done = 👏 تشجيع من **{ $from }** إلى **{ $to }**.
cheer-quote = «{ $words }»
cheer-sent = أوصلت تشجيعك إلى { $to }.
cheer-kept = حُفظ تشجيعك، لكن لا أستطيع الكتابة إلى { $to }.
cheer-again = وصل تشجيعك إلى { $to } اليوم بالفعل. غدًا يوم آخر.
cheer-off = التشجيع موقوف لدى { $name }.
cheer-not-here = لا يُنشر شيء عن { $name } هنا. في محادثة خاصة معي أوصل التشجيع.
nudge-about = تذكير ودّي لشخص، مرة في اليوم
nudge-user = لمن التذكير الودّي
nudge-event = أي فعالية
nudge-whom = لمن التذكير الودّي؟ يمكن ذكر اسم، أو الرد على رسالة من ذلك الشخص.
nudge-self = التذكير يكون لشخص آخر.
nudge-sent = أوصلت تذكيرك الودّي إلى { $name }.
nudge-again = وصل تذكيرك الودّي إلى { $name } اليوم بالفعل. مرة واحدة تكفي.
nudge-off = التذكيرات الودّية موقوفة لدى { $name }.
nudge-nothing = لا شيء مفتوح الآن مما يجمعك مع { $name }.
nudge-no-way = لا أستطيع الكتابة إلى { $name } قبل أن تصلني رسالة منه.

## /pause, /resume, /freeze and /repair
pause-about = أيام راحة؛ سلسلتك تنتظر
pause-event = أي فعالية
pause-from = أول يوم راحة؛ غدًا إن تُرك فارغًا
pause-until = آخر يوم راحة: تاريخ، أو 14 يومًا
pause-days = { $n ->
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
pause-how-long = كم مدة استراحتك من { $title }؟ تبدأ غدًا.
pause-done = استراحتك من { $title }: من { $first } إلى { $last }. سلسلتك تنتظر.
pause-not-here = لا استراحات في هذه الفعالية.
resume-about = العودة قبل نهاية الاستراحة
resume-event = أي فعالية
resume-done = أهلًا بعودتك. { $title } محسوبة لك من جديد بدءًا من الغد.
freeze-about = معرفة ما يحفظ يومًا فائتًا
freeze-event = أي فعالية
freeze-state = ❄️ **{ $title }**: { $freezes ->
    [0] لا تجميد
    [one] تجميد واحد
    [two] تجميدان
    [few] { $freezes } تجميدات
    [many] { $freezes } تجميدًا
   *[other] { $freezes } تجميد
}، والحد الأقصى { $cap }. كل تجميد يحفظ { $span ->
    [week] أسبوعًا فائتًا واحدًا
    [month] شهرًا فائتًا واحدًا
    [time] مرة فائتة واحدة
   *[day] يومًا فائتًا واحدًا
} تلقائيًا.
freeze-next = { $span ->
    [week] { $left ->
        [one] أسبوع آخر
        [two] أسبوعان آخران
        [few] { $left } أسابيع أخرى
       *[other] { $left } أسبوعًا آخر
    }
    [month] { $left ->
        [one] شهر آخر
        [two] شهران آخران
        [few] { $left } أشهر أخرى
       *[other] { $left } شهرًا آخر
    }
    [time] { $left ->
        [one] مرة واحدة أخرى
        [two] مرتان أخريان
        [few] { $left } مرات أخرى
       *[other] { $left } مرة أخرى
    }
   *[day] { $left ->
        [one] يوم آخر
        [two] يومان آخران
        [few] { $left } أيام أخرى
       *[other] { $left } يومًا آخر
    }
} لبلوغ التجميد التالي.
freeze-spent = { $span ->
    [week] { $n ->
        [one] حُفظ أسبوع فائت واحد
        [two] حُفظ أسبوعان فائتان
        [few] حُفظت { $n } أسابيع فائتة
       *[other] حُفظ { $n } أسبوعًا فائتًا
    }
    [month] { $n ->
        [one] حُفظ شهر فائت واحد
        [two] حُفظ شهران فائتان
        [few] حُفظت { $n } أشهر فائتة
       *[other] حُفظ { $n } شهرًا فائتًا
    }
    [time] { $n ->
        [one] حُفظت مرة فائتة واحدة
        [two] حُفظت مرتان فائتتان
        [few] حُفظت { $n } مرات فائتة
       *[other] حُفظت { $n } مرة فائتة
    }
   *[day] { $n ->
        [one] حُفظ يوم فائت واحد
        [two] حُفظ يومان فائتان
        [few] حُفظت { $n } أيام فائتة
        [many] حُفظ { $n } يومًا فائتًا
       *[other] حُفظ { $n } يوم فائت
    }
} حتى الآن.
freeze-not-here = لا تجميدات في هذه الفعالية.
repair-about = إصلاح يوم فائت
repair-event = أي فعالية
repair-day = أي يوم؛ آخر يوم فائت إن تُرك فارغًا
repair-which = { $span ->
    [week] توقفت سلسلتك في الأسبوع المنتهي { $day }. هل يُصلَح ذلك الأسبوع؟
    [month] توقفت سلسلتك في الشهر المنتهي { $day }. هل يُصلَح ذلك الشهر؟
   *[day] توقفت سلسلتك عند { $day }. هل يُصلَح ذلك اليوم؟
} هذا يحفظ السلسلة ولا يضيف شيئًا.
repair-done = ◇ تم الإصلاح. **{ $title }**: { $run }.
repair-nothing = لا شيء بحاجة إلى إصلاح.

## /profile
profile-about = عرض ملفك الشخصي وتغييره
profile-name = الاسم الذي تريده؛ إيقاف لاسم حسابك
profile-says = بضع كلمات عنك؛ إيقاف لحذفها
profile-name-short = الاسم
profile-says-short = نبذة عنك
profile-user = شخص آخر
profile-ask = من أنت هنا؟
profile-heading = **{ $name }**
profile-quote = «{ $about }»
profile-likes = الاهتمامات: { $names }
profile-sum = { $n ->
    [0] لا فعاليات بعد
    [one] فعالية واحدة
    [two] فعاليتان
    [few] { $n } فعاليات
    [many] { $n } فعالية
   *[other] { $n } فعالية
} · الأفضل { $longest } · المجموع { $total }

## /settings
settings-about = اللغة والساعة وساعات الهدوء وغيرها
settings-language = اللغة التي أخاطبك بها
settings-day-start = متى يبدأ يومك، من الساعة 0 إلى 6
settings-quiet = ساعات بلا تذكيرات، مثل 22-7، أو إيقاف
settings-nudges = هل يصلك تذكير ودّي من الأصدقاء
settings-cheers = هل يصلك تشجيع من الأصدقاء
settings-milestones = هل يُخبَر الآخرون بمحطاتك
settings-block = من تُحظر تشجيعاته وتذكيراته
settings-interest = شيء يعجبك؛ ومرة ثانية لإزالته
settings-heading = **إعدادات { $name }**
settings-line-language = اللغة: { $value }
settings-line-zone = المنطقة الزمنية: { $value }
settings-line-day = بداية يومك: { $value }
settings-line-quiet = ساعات الهدوء: { $value }
settings-line-nudges = التذكيرات الودّية من الأصدقاء: { $value }
settings-line-cheers = التشجيع من الأصدقاء: { $value }
settings-line-milestones = إخبار الآخرين بمحطاتك: { $value }
settings-line-shown = الظهور في الترتيب: { $value }
settings-line-account = { $platform }: { $name }، منذ { $day }
settings-none = لا يوجد
settings-which-language = أي لغة؟
settings-which-interests = ما الذي يعجبك؟ يمكن اختيار أي عدد.
settings-which-day-start = متى يبدأ يومك؟
settings-which-quiet = متى ألتزم الهدوء؟
settings-language-set = حسنًا، العربية من الآن فصاعدًا.
settings-day-start-set = يبدأ يومك الآن عند { $time }. وفي الفعاليات التي تتبع ساعة كل عضو، ما يُنجز قبل ذلك يُحتسب لليوم السابق.
settings-bad-day-start = يمكن أن يبدأ اليوم بين 00:00 و 06:00.
settings-quiet-set = ألتزم الهدوء من { $from } إلى { $to }.
settings-quiet-off = لا ساعات هدوء من الآن.
settings-bad-quiet = لا أستطيع قراءة هذه الساعات. يمكن كتابة 22-7، أو إيقاف.
settings-nudges-on = يمكن أن يصلك تذكير ودّي من الأصدقاء.
settings-nudges-off = لن يصلك تذكير ودّي من أحد.
settings-cheers-on = يمكن أن يصلك تشجيع من الأصدقاء.
settings-cheers-off = لن يصلك تشجيع من أحد.
settings-block-self = الحظر يكون لشخص آخر.
settings-blocked = تم حظر { $name }: لن يصلك تشجيع أو تذكير ودّي من هناك، ولا يُعلَم بذلك أحد. يعرض /settings من حظرتهم ويرفع الحظر.
settings-blocks-full = في قائمة الحظر مئة شخص بالفعل. يلزم رفع حظر أحدهم أولًا: لم يُحظر { $name }.
settings-blocks = { $n ->
    [0] لا أحد في قائمة الحظر. الأمر /settings block: مع اسم يضيف إليها.
    [one] في قائمة الحظر شخص واحد. نقرة ترفع الحظر.
    [two] في قائمة الحظر شخصان. نقرة ترفع الحظر.
    [few] في قائمة الحظر { $n } أشخاص. نقرة ترفع الحظر.
    [many] في قائمة الحظر { $n } شخصًا. نقرة ترفع الحظر.
   *[other] في قائمة الحظر { $n } شخص. نقرة ترفع الحظر.
}
settings-milestones-on = يُخبَر الآخرون بمحطاتك.
settings-milestones-off = محطاتك لك وحدك. الأوسمة والرتب تصل كما كانت.
language-name = العربية

## /link, /unlink and /privacy
login-about = تسجيل الدخول على الويب
login-made =
    افتح هذا الرابط خلال عشر دقائق لتسجيل الدخول على الويب:
    { $address }
    هو لك وحدك: من يفتحه يدخل باسمك.
link-about = هوية واحدة على Discord و Telegram
link-code = الرمز الذي أعطيتك إياه على المنصة الأخرى
link-made = يمكن كتابة /link «{ $code }» لي في محادثة خاصة على المنصة الأخرى خلال عشر دقائق. ثم أسأل هنا مرة أخرى، وعند الموافقة يصبح الحسابان شخصًا واحدًا.
link-unknown = هذا الرمز لا يعمل (أو لم يعد يعمل). الرموز صالحة لعشر دقائق، والأمر /link ينشئ رمزًا جديدًا.
link-preview = عند الموافقة يصبح هذا الحساب واحدًا مع **{ $name }** ويتشاركان كل ما أحفظه عنك.
link-moved = ينتقل معك: { $titles }
link-shared = في الحسابين: { $titles }. تُجمع التسجيلات؛ واليوم المسجّل في الاثنين يُحتسب مرة واحدة.
link-contests = مسابقة شارك فيها الحسابان: { $titles }. لا يُجمع شيء هناك: يُحتسب الطرف الذي ما زال مشاركًا، وإلا فالطرف الذي أُنشئ عنده الرمز.
link-unseen = { $n ->
    [one] ويشمل ذلك فعالية واحدة لا تظهر لك هنا.
    [two] ويشمل ذلك فعاليتين لا تظهران لك هنا.
    [few] ويشمل ذلك { $n } فعاليات لا تظهر لك هنا.
    [many] ويشمل ذلك { $n } فعالية لا تظهر لك هنا.
   *[other] ويشمل ذلك { $n } فعالية لا تظهر لك هنا.
}
link-keeps = ستكون الساعة { $zone }. اللغة والإعدادات المختارة تسبق غير المختارة؛ وإن اختار الطرفان فالقرار للطرف الذي أُنشئ عنده الرمز، وفي الخصوصية يُعتمد الاختيار الأشد.
link-done = تم. من الآن أنت **{ $name }** في كليهما. إذا كان ذلك خطأ فافصل الحسابين من جديد.
link-overheard = يقرأ آخرون هنا، لذلك لم يعد هذا الرمز صالحًا. أنشئ رمزًا جديدًا هناك عبر /link واكتبه لي في محادثة خاصة.
link-asked = أوشكنا على الانتهاء. وافق الآن على { $platform } حيث أُنشئ الرمز: لقد سألتُ هناك، ويعرض /link السؤال أيضًا. ينتظر السؤال ساعة.
link-question = يقول **{ $name }** على { $platform } إنه أنت. إذا وافقت يصبح الحسابان شخصًا واحدًا ويتشاركان كل ما أحفظه عنك. هل هذا أنت؟
link-refused = حسنًا أنني سألت. لم يُربط شيء.
link-over = لا أحد ينتظر ذلك (بعد الآن). الأمر /link يبدأ من جديد.
link-same-platform = لم يُربط شيء: لكل من الطرفين حساب على { $platform }، وللشخص حساب واحد على كل منصة. اربط الحساب على المنصة الأخرى، أو افصل أولًا عبر /unlink الحساب الذي لا ينتمي إلى هنا.
link-erasure = لم يُربط شيء: أحد الطرفين طلب حذف كل شيء عنه. تراجع عن ذلك أولًا عبر /privacy، أو انتظر حتى يتم.
link-in-contests = لم يُربط شيء: الطرفان مشاركان في { $titles }، وفي المسابقة لا تصبح نتيجتان نتيجة واحدة. غادر أولًا من أحد الطرفين عبر /leave ثم اربط من جديد.
unlink-about = فصل هذا الحساب عن الآخر
unlink-done = هذا الحساب مستقل الآن. ما أُنجز حتى الآن يبقى لدى { $name }.
unlink-done-back = هذا الحساب مستقل الآن، ومعه ما جاء به وما أُنجز به منذ ذلك الحين. ويبقى الباقي مع { $name }.
unlink-done-other = أصبح { $account } على { $platform } مستقلًا. يبقى ما أُنجز حتى الآن مع { $name }.
unlink-done-other-back = أصبح { $account } على { $platform } مستقلًا، ومعه ما جاء به وما أُنجز عنده منذ ذلك الحين. ويبقى الباقي مع { $name }.
unlink-which = أي حساب ينفصل؟ سيبدأ من جديد، ويبقى ما أُنجز حتى الآن مع { $name }.
unlink-which-back = أي حساب ينفصل؟ يستعيد ما جاء به عند الربط وما أُنجز عنده منذ ذلك الحين؛ ويبقى الباقي مع { $name }. وحيث كان الحسابان معًا يحتفظ كل طرف بتسجيلاته.
unlink-sure = هل تفصل **{ $account }** على { $platform }؟ سيبدأ هذا الحساب من جديد، ويبقى ما أُنجز حتى الآن مع { $name }.
unlink-sure-back = هل تفصل **{ $account }** على { $platform }؟ يستعيد هذا الحساب ما جاء به عند الربط وما أُنجز عنده منذ ذلك الحين؛ ويبقى الباقي مع { $name }. وحيث كان الحسابان معًا يحتفظ كل طرف بتسجيلاته.
unlink-ends = بعد ذلك يُسجَّل خروج الحسابين من الويب: تنتهي الجلسات ومفاتيح المرور وروابط التقويم ورموز البرامج وإشعارات المتصفح. ويُنسى كذلك عنوان البريد الذي أُكِّد والتطبيقات التي قُدِّمت منذ الربط، إذ لا يُعرف من أي الطرفين هي.
unlink-both = ما قرره الآخرون من منع أو كتم أو حظر يسري على الحسابين، وكذلك الإخفاء وكل اختيار آخر أشد. وتبقى لدى الطرفين التوقفات وأيام التجميد وتغييرات الساعة منذ الربط. أما عنوان البريد الذي تُرك عند الربط فيجب ذكره من جديد.
unlink-only = هذا حسابك الوحيد. الأمر /privacy يمكنه محو كل شيء.
privacy-about = ما أحتفظ به، ومن يراه، وطريقة إنهائه
privacy-action = ما المطلوب فعله
privacy-text = **الخصوصية.** أحتفظ بأسماء حساباتك ومعرّفاتها، وساعتك وإعداداتك، وفعالياتك، وتسجيلاتك مع كمياتها وملاحظاتها، والصورة أو الملف الذي يثبت تسجيلًا إلى أن يراجعه المنظم، وتشجيعاتك، ومن حظرتهم، وعنوان بريدك إن ذكرته لي: لحساب السلاسل وللتذكير، لا لغير ذلك. المشاركون في فعالياتك، وأعضاء المجتمع الذي تتبعه الفعالية، يرون اسمك وأرقامك وكل يوم من أيامك وما تقوله عن نفسك؛ وفي الفعاليات العامة يظهر ذلك على صفحة ويب متاحة للجميع. أما الملاحظات فلك وحدك. يمكنك الاختفاء، أو أخذ نسخة من كل شيء، أو حذف كل شيء.
privacy-page = السياسة كاملة: { $address } · الشروط: { $terms }
privacy-hidden = لم يعد اسمك في أي ترتيب. سلاسلك مستمرة.
privacy-shown = اسمك في ترتيب فعالياتك.
privacy-shown-pages = يظهر اسمك وأيامك وأرقامك على صفحات: { $titles }
privacy-shown-everybody = يمكن للجميع رؤية اسمك وأيامك وأرقامك في: { $titles }
privacy-shown-community = يمكن لكل من في مكان كل فعالية رؤية اسمك وأيامك وأرقامك في: { $titles }
privacy-shown-left = قد يرد اسمك في نتائج الفترة التي شاركت فيها: { $titles }
privacy-shown-more = { $n ->
    [zero] { $titles }
    [one] { $titles } وفعالية أخرى
    [two] { $titles } وفعاليتين أخريين
    [few] { $titles } و { $n } فعاليات أخرى
    [many] { $titles } و { $n } فعالية أخرى
   *[other] { $titles } و { $n } فعالية أخرى
}
privacy-export = كل ما أحتفظ به عنك، ما عدا ملفًا ينتظر المنظم ورسائل في طريقها:
privacy-table = تسجيلاتك في جدول:
privacy-sure = محو كل ما يخصك؟ تزول سلاسلك وأوسمتك وإعداداتك نهائيًا بعد أسبوع من الآن. ما قلته في المحادثات يبقى فيها، ويمكن لمن يديرها حذفه.
privacy-planned = في { $day } يُمحى كل ما يخصك. حتى ذلك الحين يمكن الإلغاء.
privacy-kept = حسنًا. كل شيء باقٍ.
privacy-unplanned = لا يوجد محو مقرر. وما مُحي من قبل لا يعود.

## /admin
admin-user = الشخص المقصود
admin-event = أي فعالية
admin-reason = السبب؛ يبقى في السجل
admin-whom = من المقصود؟ يمكن ذكر اسم، أو الرد على رسالة من ذلك الشخص.
setup-about = عرض ما يريده هذا المجتمع وتغييره
setup-zone = المنطقة الزمنية لهذا المجتمع
setup-language = لغة ما أنشره هنا
setup-budget = كم يُقال دون سؤال
setup-board = هل لكل يوم لوحة
setup-recap = هل لكل أسبوع ملخص
setup-pin = هل تُثبَّت السلاسل الطويلة والنتائج (تيليجرام)
setup-heading = **هذا المجتمع**
setup-line-budget = مقدار ما يُقال: { $value }
setup-budget-quiet = هادئ: الملخصات والنتائج والمحطات الكبيرة
setup-budget-usual = معتاد: الملخصات والبدايات والنتائج والمحطات النادرة هنا، معًا
setup-budget-lively = نشيط: كل المحطات، سريعًا
setup-line-board = لوحة كل يوم: { $value }
setup-line-recap = ملخص كل أسبوع: { $value }
setup-line-pin = تثبيت السلاسل الطويلة والنتائج: { $value }
setup-told = { $n ->
    [one] تُنشر هنا أخبار فعالية واحدة: { $titles }
    [two] تُنشر هنا أخبار فعاليتين: { $titles }
    [few] تُنشر هنا أخبار { $n } فعاليات: { $titles }
    [many] تُنشر هنا أخبار { $n } فعالية: { $titles }
   *[other] تُنشر هنا أخبار { $n } فعالية: { $titles }
}
setup-full = نُشر هنا اليوم الكثير، لذلك تُترك اللوحات والمحطات والتذكيرات حتى { $when }.
setup-pin-telegram-only = التثبيت متاح على تيليجرام فقط. هنا يمكن أن تمنح محطة رتبةً: /admin role
setup-right = ✓ { $name }
setup-right-missing = ✗ { $name }: صلاحية غير متاحة لي بعد.
setup-closed = ✗ لا يمكنني الكتابة في { $place }. اسمحوا لي برؤيتها والكتابة فيها، ثم استخدموا أمرًا فيها.
setup-fix-discord = السماح بذلك متاح لمن يدير الرتب هنا: إعدادات الخادم ← الرتب ← رتبتي، أو لهذه القناة وحدها: تعديل القناة ← الأذونات.
setup-fix-telegram = السماح بذلك متاح لمن يضيف المشرفين هنا: معلومات المجموعة ← تعديل ← المشرفون ← اسمي.
permission-view = عرض القناة
permission-send = إرسال الرسائل
permission-threads = إرسال الرسائل في المواضيع
permission-attach = إرفاق الملفات
permission-history = قراءة سجل الرسائل
permission-roles = إدارة الرتب
permission-pin = تثبيت الرسائل
admin-repair-about = إصلاح يوم فائت لأحد الأعضاء
admin-repair-day = اليوم: تاريخ أو أمس
admin-repaired = ◇ تم إصلاح { $day } لدى { $name }. الآن { $run }.
take-back-about = التراجع عمّا سجّله أحد الأعضاء
take-back-day = اليوم: تاريخ أو اليوم أو أمس
take-back-done = أُلغي ما سجّله { $name } في { $day }. الآن { $run }.
take-back-nothing = لم يسجّل { $name } شيئًا في { $day }. الأمر /matrix يعرض الأيام.
amnesty-about = إعفاء الجميع من أيام
amnesty-from = اليوم الأول
amnesty-from-which = من أي يوم يُعفى الجميع في **{ $title }**؟ مثلًا from:1 مارس
amnesty-until = اليوم الأخير؛ اليوم الأول إن تُرك فارغًا
amnesty-ends-before = اليوم الأخير يسبق اليوم الأول. يُرجى ذكر يوم لاحق.
amnesty-done = من { $first } إلى { $last } إعفاء للجميع في { $title }. السلاسل التي انتهت هناك تستمر.
remove-about = إخراج شخص من فعالية
remove-ban = هل يبقى الشخص خارجها
remove-done = { $name } خارج { $title } الآن.
remove-banned = { $name } خارج { $title } الآن، بلا عودة.
remove-pardoned = الانضمام إلى { $title } متاح من جديد أمام { $name }.
moderator-about = عرض واختيار من يساعد في الإدارة
moderator-action = إضافة أو إزالة
moderator-list = { $n ->
    [0] لا مشرفين بعد. الأمر /admin moderator مع اسم يعيّن مشرفًا.
    [one] مشرف واحد: { $names }
    [two] مشرفان: { $names }
    [few] { $n } مشرفين: { $names }
    [many] { $n } مشرفًا: { $names }
   *[other] { $n } مشرف: { $names }
}
moderator-added = { $name } الآن ضمن مشرفي هذا المجتمع، ومن داخله فقط: لا في المحادثات الخاصة ولا على الويب.
moderator-on-discord = في ديسكورد يسمح مدير الخادم للمشرفين باستخدام /admin: إعدادات الخادم ← التكاملات ← اسمي.
moderator-removed = { $name } خارج قائمة المشرفين الآن.
silence-about = كتم فعالية أو شخص هنا
silence-event-done = { $title } مكتومة هنا: لا يُنشر عنها شيء، ولا يمكن لأحد إعلانها هنا. الأمر نفسه مع action:remove يرفع ذلك.
silence-event-lifted = يمكن إعلان { $title } هنا من جديد بالأمر /event announce.
silence-person-done = تم كتم { $name } هنا: لا يُذكر الاسم في ما أنشره من تلقاء نفسي، ولا تصل ردودي هنا إلى أحد آخر، ولا تشجيع ولا تذكير ودّي من هنا. الأمر نفسه مع action:remove يرفع ذلك.
silence-person-lifted = رُفع الكتم عن { $name } هنا.
silence-full = يمكن للمكان كتم مئة فعالية ومئة شخص. يلزم رفع أحدها أولًا.
silence-none = لا شيء ولا أحد مكتوم هنا. الأمر /admin silence مع فعالية أو شخص يفعل ذلك.
silence-events = { $n ->
    [0] لا فعاليات مكتومة.
    [one] فعالية واحدة مكتومة: { $names }
    [two] فعاليتان مكتومتان: { $names }
    [few] { $n } فعاليات مكتومة: { $names }
    [many] { $n } فعالية مكتومة: { $names }
   *[other] { $n } فعالية مكتومة: { $names }
}
silence-unseen = { $n ->
    [one] فعالية واحدة مكتومة لم تعد ظاهرة هنا.
    [two] فعاليتان مكتومتان لم تعودا ظاهرتين هنا.
    [few] { $n } فعاليات مكتومة لم تعد ظاهرة هنا.
    [many] { $n } فعالية مكتومة لم تعد ظاهرة هنا.
   *[other] { $n } فعالية مكتومة لم تعد ظاهرة هنا.
}
silence-unseen-lifted = رُفع الكتم عمّا لم يعد ظاهرًا هنا.
silence-people = { $n ->
    [0] لا أحد مكتوم.
    [one] شخص واحد مكتوم: { $names }
    [two] شخصان مكتومان: { $names }
    [few] { $n } أشخاص مكتومون: { $names }
    [many] { $n } شخصًا مكتومًا: { $names }
   *[other] { $n } شخص مكتوم: { $names }
}
role-about = رتبة لمحطة
role-length = كم على التوالي
role-role = الرتبة؛ بلا رتبة إن تُركت فارغة
role-list = { $n ->
    [0] لا رتب للمحطات بعد. الأمر /admin role مع طول ورتبة يحدد واحدة.
    [one] رتبة واحدة لمحطة:
    [two] رتبتان لمحطتين:
    [few] { $n } رتب للمحطات:
   *[other] { $n } رتبة للمحطات:
}
role-line = { $length } على التوالي: { $role }
role-set = من يبلغ { $length } على التوالي ينال { $role }.
role-unset = لم تعد هناك رتبة عند { $length } على التوالي.
role-not-yours = لا أمنح { $role } إلا بطلب ممن يحق له منحها: يلزم لذلك إذن «إدارة الرتب» وكل ما تسمح به الرتبة نفسها. يمكن طلب ذلك ممن لديه الأمران.
role-bad-length = أي محطة؟ يمكن كتابة رقم مثل 7 أو 30.
role-discord-only = الرتب موجودة على Discord فقط.
audit-about = عرض ما فعله المضيفون والمشرفون
audit-heading = **ما جرى هنا**
audit-line = { $when } · { $said }
audit-empty = لم يجرِ شيء هنا بعد.
record-about = عرض ما جرى في فعاليتك
record-event = أي فعالية
record-heading = **ما جرى في { $title }**
record-empty = لم يغيّر المضيفون شيئًا في { $title } بعد.
deed-role = رتبة لمحطة
deed-repair = إصلاح يوم
deed-take_back = إلغاء تسجيل
deed-again = جولة تالية
deed-announce = أُعلنت هنا
deed-invite = دعوة نُشرت هنا
deed-silent = لم تعد تُنشر هنا
deed-end = إنهاء
deed-edit = تعديل
deed-amnesty = إعفاء أيام
deed-pardon = السماح بالعودة
deed-ban = استبعاد
deed-remove = إزالة
deed-let_in = قبول
deed-turned_down = عدم قبول
deed-approved = موافقة
deed-rejected = رفض
deed-moderator = تعيين مشرف
deed-no_moderator = إنهاء إشراف
deed-silence = كتم
deed-no_silence = رفع الكتم
deed-setup = تغيير الإعدادات
deed-backfill = تسجيل يوم سابق
deed-own_repair = إصلاح ذاتي ليوم

## Ready-made events and their units
template-exercise = تمارين رياضية
template-walking = المشي
template-running = الجري 20 كم في الأسبوع
template-stretching = تمارين التمدّد
template-reading = قراءة 20 صفحة
template-language = تعلّم لغة
template-coding = البرمجة
template-music = عزف الموسيقى
template-journaling = كتابة اليوميات
template-meditation = التأمّل
template-gratitude = ثلاثة أشياء جميلة
template-water = شرب الماء
template-sleep = النوم سبع ساعات
template-sugar = بلا سكر
template-savings = ادخار المال
template-tidying = ترتيب البيت
unit-steps = خطوة
unit-km = كم
unit-pages = صفحة
unit-minutes = دقيقة
unit-glasses = أكواب
unit-hours = ساعات

## Pictures
picture-streak = { $span ->
    [week] السلسلة، بالأسابيع
    [month] السلسلة، بالأشهر
    [time] السلسلة
   *[day] السلسلة، بالأيام
}
picture-best = { $span ->
    [week] الأفضل، بالأسابيع
    [month] الأفضل، بالأشهر
    [time] الأفضل
   *[day] الأفضل، بالأيام
}
picture-total = { $span ->
    [week] المجموع، بالأسابيع
    [month] المجموع، بالأشهر
    [time] المجموع
   *[day] المجموع، بالأيام
}
picture-last = { $span ->
    [week] آخر { $n } أسبوعًا
    [month] آخر { $n } شهرًا
   *[day] آخر { $n } يومًا
}
picture-missed = فائت
picture-partly = جزئيًا
picture-done = مُنجز
picture-more = أكثر
picture-bonus = إضافة
picture-open = لم ينتهِ بعد
picture-frozen = مُجمَّد
picture-repaired = مُصلَح
picture-rest = راحة
picture-bar = مقارنةً بالأعلى
picture-bar-time = المدة مقارنةً بالأطول

## Told without being asked
told-hello = مرحبًا. أنا أعدّ السلاسل. الإعداد يستغرق نصف دقيقة: /admin setup
told-last-call = **{ $title }** متاحة لساعتين أخريين. { $is-check ->
    [no] { $current ->
        [one] سلسلتك بانتظارها.
       *[other] سلسلتك بانتظارها: { $run }.
    }
   *[yes] { $current ->
        [one] لمسة واحدة تحفظ سلسلتك.
       *[other] لمسة واحدة تحفظ سلسلتك: { $run }.
    }
}
told-streak-ended = { $span ->
    [week] **{ $title }**: اكتملت سلسلتك ({ $run }) الأسبوع الماضي، وتبقى لك. يمكن أن تبدأ سلسلة جديدة هذا الأسبوع.
    [month] **{ $title }**: اكتملت سلسلتك ({ $run }) الشهر الماضي، وتبقى لك. يمكن أن تبدأ سلسلة جديدة هذا الشهر.
    [time] **{ $title }**: اكتملت سلسلتك ({ $run })، وتبقى لك. يمكن أن تبدأ سلسلة جديدة اليوم.
   *[day] **{ $title }**: اكتملت سلسلتك ({ $run }) أمس، وتبقى لك. يمكن أن تبدأ سلسلة جديدة اليوم.
}
told-event-started = **{ $title }** تبدأ اليوم. 🌱
told-event-ended = **{ $title }** انتهت. عمل رائع من الجميع. أطول السلاسل:
told-event-over = **{ $title }** انتهت.
told-made-public = **{ $title }** عامة الآن: يظهر اسمك وأيامك وأرقامك فيها وما تقوله عن نفسك على صفحات ويب متاحة للجميع. يمكنك الاختفاء أو المغادرة.
told-made-public-left = **{ $title }** عامة الآن: قد يرد اسمك في نتائج الفترة التي شاركت فيها على صفحة ويب متاحة للجميع. يمكنك الاختفاء.
told-made-everybody = **{ $title }** عامة الآن: يمكن للجميع رؤيتها، في أماكن أخرى أيضًا، ومعها اسمك وأيامك وأرقامك فيها. يمكنك الاختفاء أو المغادرة.
told-made-everybody-left = **{ $title }** عامة الآن: قد يظهر اسمك للجميع، في أماكن أخرى أيضًا، في نتائج الفترة التي شاركت فيها. يمكنك الاختفاء.
told-made-community = يمكن لكل من في **{ $place }** رؤية **{ $title }** الآن، ومعها اسمك وأيامك وأرقامك فيها. يمكنك الاختفاء أو المغادرة.
told-made-community-left = يمكن لكل من في **{ $place }** رؤية **{ $title }** الآن: قد يرد اسمك هناك في نتائج الفترة التي شاركت فيها. يمكنك الاختفاء.
told-weeks-over = الأسبوع الماضي:
told-weeks-event = **{ $title }**: { $places }
told-week-over = الأسبوع الماضي في **{ $title }**:
told-week-sum = مجموع التسجيلات: { $n }
told-week-climb = 📈 { $names }: { $more } أكثر من الأسبوع السابق
told-week-perfect = ✨ أسابيع كاملة: { $n }
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**: { $run } في { $title }
told-milestones = 🎉 المحطات
told-milestones-line = **{ $title }** · { $run }: { $names }
told-run = { $span ->
    [week] { $n ->
        [one] أسبوع واحد
        [two] أسبوعان
        [few] { $n } أسابيع
        [many] { $n } أسبوعًا
       *[other] { $n } أسبوع
    }
    [month] { $n ->
        [one] شهر واحد
        [two] شهران
        [few] { $n } أشهر
        [many] { $n } شهرًا
       *[other] { $n } شهر
    }
    [time] { $n ->
        [one] مرة واحدة
        [two] مرتان
        [few] { $n } مرات
        [many] { $n } مرة
       *[other] { $n } مرة
    }
   *[day] { $n ->
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
} على التوالي
span-count = { $span ->
    [week] { $n ->
        [one] أسبوع واحد
        [two] أسبوعان
        [few] { $n } أسابيع
        [many] { $n } أسبوعًا
       *[other] { $n } أسبوع
    }
    [month] { $n ->
        [one] شهر واحد
        [two] شهران
        [few] { $n } أشهر
        [many] { $n } شهرًا
       *[other] { $n } شهر
    }
    [time] { $n ->
        [one] مرة واحدة
        [two] مرتان
        [few] { $n } مرات
        [many] { $n } مرة
       *[other] { $n } مرة
    }
   *[day] { $n ->
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يومًا
       *[other] { $n } يوم
    }
}
told-reminders = ما زال مفتوحًا: { $n }
told-reminders-line = { $span ->
    [week] • **{ $title }** · الأسبوع { $next }
    [month] • **{ $title }** · الشهر { $next }
    [time] • **{ $title }**
   *[day] • **{ $title }** · اليوم { $next }
}
told-reminder-period-1 = { $span ->
    [week] **{ $title }** ما زالت مفتوحة هذا الأسبوع.
    [month] **{ $title }** ما زالت مفتوحة هذا الشهر.
   *[time] **{ $title }** ما زالت مفتوحة.
}
told-reminder-period-2 = { $span ->
    [week] الأسبوع { $next } في **{ $title }** ينتظرك.
    [month] الشهر { $next } في **{ $title }** ينتظرك.
   *[time] **{ $title }** تنتظرك.
}
told-reminder-period-3 = { $span ->
    [week] في هذا الأسبوع متسع لـ **{ $title }**.
    [month] في هذا الشهر متسع لـ **{ $title }**.
   *[time] في اليوم متسع لـ **{ $title }**.
}
told-reminder-period-4 = { $span ->
    [week] **{ $title }**، الأسبوع { $next }: متى شئت.
    [month] **{ $title }**، الشهر { $next }: متى شئت.
   *[time] **{ $title }**: متى شئت.
}
told-to-whom = **{ $name }**، هذا لك:
told-reminder-first-1 = **{ $title }** ما زالت مفتوحة اليوم. يوم جميل لبداية اليوم ١.
told-reminder-first-2 = اليوم متاح من أجل **{ $title }**. هل نبدأ؟
told-reminder-first-3 = **{ $title }**: كل سلسلة تبدأ بيوم واحد. ربما اليوم؟
told-reminder-first-4 = بضع دقائق من أجل **{ $title }** اليوم؟
told-reminder-first-5 = في اليوم متّسع من أجل **{ $title }**، صباحًا أو مساءً.
told-reminder-first-6 = اليوم فقط، **{ $title }** فقط: هذا يكفي.
told-reminder-first-7 = **{ $title }** اليوم، في الوقت الذي يناسبك.
told-reminder-back-1 = **{ $title }** ما زالت هنا. أفضل سلسلة لك ({ $best }) تبقى لك، واليوم قد يكون اليوم ١.
told-reminder-back-2 = اليوم ١ في **{ $title }** من جديد؟ الطريق معروف لك.
told-reminder-back-3 = سبق أن بلغت { $best } في **{ $title }**. اليوم قد يكون اليوم ١ من جديد.
told-reminder-1 = **{ $title }** ما زالت مفتوحة اليوم. اليوم { $next } على بُعد لمسة.
told-reminder-2 = اليوم { $next } في **{ $title }** ينتظرك.
told-reminder-3 = لحظة هادئة مع **{ $title }**؟ سيكون هذا اليوم { $next }.
told-reminder-4 = **{ $title }**، اليوم { $next }: في الوقت الذي يناسبك.
told-reminder-5 = في هذا النهار متّسع من أجل **{ $title }**. اليوم { $next } لك.
told-reminder-6 = قليل من الوقت من أجل **{ $title }**، ويكتمل اليوم { $next }.
told-reminder-7 = هل حان وقت **{ $title }**؟ اليوم { $next } مفتوح.
told-reminder-best-1 = { $left ->
    [one] مرة واحدة أخرى
    [two] مرتان أخريان
    [few] { $left } مرات أخرى
   *[other] { $left } مرة أخرى
} لبلوغ أفضل سلسلة لك في **{ $title }**. هذا هو اليوم { $next }.
told-reminder-best-2 = أفضل سلسلة لك في **{ $title }** قريبة: اليوم { $next } من { $best }.
told-reminder-best-3 = **{ $title }**، اليوم { $next }: أفضل سلسلة لك { $best }.
told-reminder-fellow-1 = وصل تسجيل { $name } اليوم في **{ $title }**. المكان يتسع لك أيضًا.
told-reminder-fellow-2 = { $name }: تم تسجيل اليوم في **{ $title }**. دورك حين يناسبك.
told-cheer = 👏 تشجيع لك من { $name }.
told-nudge = تحية من { $name }: { $span ->
    [week] **{ $title }** ما زالت مفتوحة هذا الأسبوع.
    [month] **{ $title }** ما زالت مفتوحة هذا الشهر.
   *[day] **{ $title }** ما زالت مفتوحة اليوم.
}
told-join-asked = طلب انضمام من **{ $name }** إلى **{ $title }**.
told-code-overheard = كتب **{ $name }** رمزًا لـ **{ $title }** حيث يقرأ آخرون. لم يعد صالحًا.
somebody = شخص ما
told-link-refused = يقول الحساب الآخر إنه ليس أنت. لم يُربط شيء.
told-join-in = أنت الآن في **{ $title }**. أهلًا بك.
told-join-out = لم يُقبل انضمامك إلى { $title } هذه المرة.
told-join-out-untitled = لم يُقبل هذه المرة انضمامك إلى الفعالية التي طلبت الانضمام إليها.
told-proof = إثبات من **{ $name }** في **{ $title }**: { $file }
told-proof-file = إثبات من **{ $name }** في **{ $title }**.
told-proof-elsewhere = أُرسل هذا عبر Telegram ولا يظهر إلا هناك: استخدم /event review في Telegram.
told-proof-in-chat = يظهر هذا في المحادثة: استخدم /event review في Discord أو Telegram.
told-removed = أخرجك من يدير { $title } من الفعالية. ما أنجزته يبقى لك: تجد نسخة منه في /privacy.
told-removed-untitled = أُخرجت من إحدى الفعاليات. ما أنجزته يبقى لك: تجد نسخة منه في /privacy.
told-proof-rejected = لم يُقبل ما أرسلته في { $title }، لذا أُلغي ذلك التسجيل.
told-taken-back = ألغى أحد منظّمي { $title } ما سجّلته في { $day }. يعرض /matrix وضعك.
told-moderator = أنت الآن ضمن مشرفي **{ $place }**: يمكنك هناك استخدام /admin والاعتناء بالفعاليات التي أُنشئت هناك.
told-moderator-removed = انتهى دورك ضمن مشرفي **{ $place }**. سلاسلك والفعاليات التي أنشأتها تبقى لك.
told-role-failed = لم أستطع منح رتبة { $length } على التوالي في { $title }. يُرجى وضع رتبتي فوقها، والسماح لي بإدارة الرتب.
told-place-closed = لم يعد بإمكاني الكتابة حيث تُعلن **{ $title }**. اسمحوا لي برؤية تلك القناة والكتابة فيها، ثم استخدموا أمرًا فيها؛ أو أعلنوها في مكان آخر عبر /event announce.
told-board = 📅 { $day } · **{ $title }**
told-withdrawn = كانت هنا بطاقة فعالية، وقد أُزيلت.
told-boards = 📅 { $day }
told-boards-event = **{ $title }**
told-boards-week = **{ $title }** · هذا الأسبوع
told-boards-month = **{ $title }** · هذا الشهر
told-boards-days = **{ $title }** · { $day }
told-board-week = 📅 أسبوع { $day } · **{ $title }**
told-board-month = 📅 { $day } · **{ $title }**
told-board-count-over = التسجيلات: { $in } من { $all }
told-board-count-day-over = التسجيلات حتى نهاية اليوم: { $in } من { $all }
told-board-in = ✅ { $names }
told-board-open = ⏳ { $names }
told-board-run = 🎉 { $run }: { $names }
told-board-more = { $n ->
    [zero] { $names }
    [one] { $names } وشخص آخر
    [two] { $names } وشخصان آخران
    [few] { $names } و { $n } أشخاص آخرين
    [many] { $names } و { $n } شخصًا آخر
   *[other] { $names } و { $n } شخص آخر
}
told-board-count = التسجيلات: { $in } من { $all }

## Refusals
refused-not-member = لست في هذه الفعالية.
refused-already-member = أنت في هذه الفعالية بالفعل.
refused-not-started = لم تبدأ هذه الفعالية بعد.
refused-ended = انتهت هذه الفعالية. ما أنجزته يبقى.
refused-window-closed = لم يعد بالإمكان ملء ذلك اليوم. إن أنهى سلسلة، فبإمكان منظّم الفعالية إصلاحه.
refused-future-day = ذلك اليوم لم يأتِ بعد.
refused-empty-day = لا وجود لذلك اليوم في منطقتك الزمنية.
refused-in-future = أُعيدت ساعتي إلى الوراء، فبدت رسالتك كأنها قادمة من المستقبل. لا ذنب لك في ذلك: يُرجى المحاولة مجددًا لاحقًا.
refused-too-old = استغرق وصول رسالتك أكثر من يومين، فلم أستطع احتسابها.
refused-already-in = ذلك اليوم مسجّل لك بالفعل.
refused-too-many = هذا يكفي ليوم واحد. غدًا يوم آخر.
refused-conflict = وصل هذا الطلب سابقًا بمحتوى آخر. يُرجى إرساله من جديد.
refused-nothing-to-undo = لا شيء من هذا اليوم للتراجع عنه.
refused-already-undone = تم التراجع عن ذلك بالفعل.
refused-too-late = مضى وقت طويل على ذلك للتراجع عنه. ما زال بإمكان منظّم الفعالية ذلك.
refused-not-found = لا أجد ذلك التسجيل.
refused-not-owner = ذلك التسجيل لشخص آخر.
refused-unknown-task = لا توجد مهمة كهذه في هذه الفعالية.
refused-bad-amount = هذا المقدار لا يناسب هذه الفعالية. يلزم رقم فوق الصفر حيث تُحتسب المقادير، وبلا رقم حيث لا تُحتسب.
refused-disabled = هذا غير متاح في هذه الفعالية.
refused-too-soon = يلزم لذلك إشعار قبل يوم.
refused-too-long = هذه الأيام أكثر مما تسمح به الفعالية.
refused-overlap = هذه الأيام تتداخل مع استراحة لديك بالفعل.
refused-not-paused = لست في استراحة.
refused-not-repairable = لم يَفُت هناك شيء أنهى سلسلة.
refused-cooldown = أصلحت يومًا قبل وقت قصير. يمكن ذلك من جديد لاحقًا.
refused-tz-limit = تغيّرت ساعتك أربع مرات في شهر واحد. يمكن تغييرها من جديد لاحقًا.

## E-mail
email-about = تلقّي الرسائل بالبريد أيضًا
email-address = عنوان بريدك الإلكتروني، أو «إيقاف»
name-email = بريد
name-address = عنوان_البريد
choice-email = البريد الإلكتروني
choice-push = إشعار
email-none = لا أعرف عنوان بريد لك. اكتب `/email` وعنوانك، وسأرسل إليه رابطًا.
email-shown = يمكنني الكتابة إلى { $address }، مثلًا عبر `/remind via:email`، أو حين تكون محادثاتك مغلقة أمامي.
email-wanted = لم يُؤكَّد { $address } بعد: افتح الرابط الذي أرسلته إليه.
email-sent = أرسلت رابطًا إلى { $address }. افتحه خلال يوم، وعندها يمكنني الكتابة إليه.
email-bad = «{ $words }» لا يبدو عنوان بريد إلكتروني. مثال: name@example.org.
email-too-often = هذا يكفي لليوم: جرّب هذا العنوان غدًا مرة أخرى.
email-off = لقد نسيت عنوان بريدك الإلكتروني.
email-unavailable = هذا البوت لا يرسل بريدًا إلكترونيًا. الأمر /remind via:dm يكتب لك في محادثة خاصة.
way-closed-email = عادت الرسالة المرسلة إلى العنوان الذي ذكرته لي. تحقّق منه: /email
way-closed-push = لم أعد أستطيع إرسال إشعارات إلى متصفحك. يمكنك تفعيلها من جديد في إعداداتك على الويب.
email-footer = تصلك هذه الرسالة لأنك أكّدت هذا العنوان لدى Streaks. لإيقافها:
button-email-off = انسَ عنواني
button-confirm-email = تأكيد هذا العنوان
told-confirm-email =
    أكّد عنوان بريدك الإلكتروني
    طلب { $name } تلقّي تذكيرات Streaks على هذا العنوان. إن كنت أنت، فافتح الرابط خلال يوم. وإن لم تكن، فلا تفعل شيئًا: سيُنسى العنوان.
remind-no-email = لا أعرف عنوان بريد مؤكَّدًا لك. اكتب أولًا /email وعنوانك.
remind-no-push = فعّل أولًا الإشعارات في متصفح، من إعداداتك على الويب.
remind-push-unavailable = هذا البوت لا يرسل إشعارات إلى المتصفحات. الأمر /remind via:dm يكتب لك في محادثة خاصة.
button-open-settings = الإعدادات على الويب

## What Discord may give roles by
role-fact-longest = أطول سلسلة
role-fact-longest-about = على التوالي، على الأقل
role-fact-total = المجموع
role-fact-total-about = ما أُنجز كله، على الأقل
role-fact-since = الأيام هنا
role-fact-since-about = الأيام منذ أول فعالية، على الأقل
