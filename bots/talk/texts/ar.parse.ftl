# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = يوم
week = أسبوع | أسابيع
month = شهر

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

# What is counted without being an amount.
times = مرات | مرة

# What makes a number a time of day.
clock = { "" }

# What says over how long an amount is counted, before it or behind it.
over-day = يوميا | يوميًا
over-week = أسبوعيا | أسبوعيًا
over-month = شهريا | شهريًا

# A limit, and a goal.
at-most = على الأكثر | بحد أقصى
at-least = على الأقل

# What makes a period before it a day.
weekday-behind = { "" }
