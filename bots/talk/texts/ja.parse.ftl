# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = 日
week = 週
month = 月

# What stands between an amount and its period.
per = { "" }

# How many tasks are needed.
all-tasks = 全部 | すべて
any-task = どれか

# Numbers, as words of their own; letters of a number where a script writes them together.
twice = { "" }
pair = { "" }
number-1 = 一
number-2 = 二
number-3 = 三
number-4 = 四
number-5 = 五
number-6 = 六
number-7 = 七
number-8 = 八
number-9 = 九
number-10 = 十

# What is counted without being an amount.
times = 回

# What makes a number a time of day.
clock = { "" }

# What says over how long an amount is counted, before it or behind it.
over-day = 1日 | 一日 | 毎日
over-week = 毎週 | 週に | 週
over-month = 毎月 | 月に | 月

# A limit, and a goal.
at-most = 最大 | 以下 | まで
at-least = 少なくとも | 以上

# What makes a period before it a day.
weekday-behind = 曜 | 間
