# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = day | days | daily
week = week | weeks | weekly
month = month | months | monthly

# How often.
every = every | each
other = other | second

# What stands between an amount and its period.
per = a | per | each | every | /

# How many tasks are needed.
all-tasks = all
any-task = any

# Numbers, as words of their own; letters of a number where a script writes them together.
twice = twice
pair = { "" }
number-1 = one | once
number-2 = two
number-3 = three | thrice
number-4 = four
number-5 = five
number-6 = six
number-7 = seven
number-8 = eight
number-9 = nine
number-10 = ten

# What is counted without being an amount; what says how often by itself; how such words end.
times = times | time | x
times-of = twice | once
times-suffix = { "" }

# What makes a number a time of day.
clock = am | pm

# Which days.
all-days = daily | every day | everyday | all
workdays = weekday | weekdays | workdays
weekend = weekend | weekends

# What says over how long an amount is counted, before it or behind it.
over-day = daily
over-week = weekly
over-month = monthly

# A limit, and a goal.
at-most = at most | up to | no more than | maximum | max
at-least = at least

# Names of days, what stands between them, what may stand before them, and their short forms in one letter.
weekday-1 = monday
weekday-2 = tuesday
weekday-3 = wednesday
weekday-4 = thursday
weekday-5 = friday
weekday-6 = saturday
weekday-7 = sunday
weekday-filler = and | on | every | each
weekday-separator = { "" }
weekday-prefix = { "" }
weekday-letters = { "" }
weekday-behind = { "" }
