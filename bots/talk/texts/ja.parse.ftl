# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = 日
week = 週
month = 月

# How often.
every = 毎 | ごと | 隔
other = 隔

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

# What is counted without being an amount; what says how often by itself; how such words end.
times = 回
times-of = 回
times-suffix = { "" }

# What makes a number a time of day.
clock = { "" }

# Which days.
all-days = 毎日
workdays = 平日
weekend = 週末

# What says over how long an amount is counted, before it or behind it.
over-day = 1日 | 一日 | 毎日
over-week = 毎週 | 週に | 週
over-month = 毎月 | 月に | 月

# A limit, and a goal.
at-most = 最大 | 以下 | まで
at-least = 少なくとも | 以上

# Names of days, what stands between them, what may stand before them, and their short forms in one letter.
weekday-1 = 月曜
weekday-2 = 火曜
weekday-3 = 水曜
weekday-4 = 木曜
weekday-5 = 金曜
weekday-6 = 土曜
weekday-7 = 日曜
weekday-filler = { "" }
weekday-separator = 、 | と | ・
weekday-prefix = 毎週
weekday-letters = 月 | 火 | 水 | 木 | 金 | 土 | 日
weekday-behind = 曜 | 間
