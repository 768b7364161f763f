# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = يوم
week = أسبوع | أسابيع
month = شهر

# How often.
every = كل
other = آخر

# What stands between an amount and its period.
per = في

# How many tasks are needed.
all-tasks = الكل
any-task = أي

# Numbers, as words of their own; letters of a number where a script writes them together.
twice = مرتين
pair = يومين | أسبوعين | شهرين
number-1 = مرة
number-2 = { "" }
number-3 = ثلاث | ثلاثة
number-4 = أربع | أربعة
number-5 = خمس | خمسة
number-6 = ست | ستة
number-7 = سبع | سبعة
number-8 = ثماني | ثمانية
number-9 = تسع | تسعة
number-10 = عشر | عشرة

# What is counted without being an amount; what says how often by itself; how such words end.
times = مرات | مرة
times-of = مرتين
times-suffix = { "" }

# What makes a number a time of day.
clock = { "" }

# Which days.
all-days = يوميا | كل يوم
workdays = أيام العمل
weekend = نهاية الأسبوع

# What says over how long an amount is counted, before it or behind it.
over-day = يوميا | يوميًا
over-week = أسبوعيا | أسبوعيًا
over-month = شهريا | شهريًا

# A limit, and a goal.
at-most = على الأكثر | بحد أقصى
at-least = على الأقل

# Names of days, what stands between them, what may stand before them, and their short forms in one letter.
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
weekday-filler = و | كل | يوم
weekday-separator = ،
weekday-prefix = { "" }
weekday-letters = { "" }
weekday-behind = { "" }
