# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = day | days | daily
week = week | weeks | weekly
month = month | months | monthly

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

# What is counted without being an amount.
times = times | time | x

# What makes a number a time of day.
clock = am | pm

# What says over how long an amount is counted, before it or behind it.
over-day = daily
over-week = weekly
over-month = monthly

# A limit, and a goal.
at-most = at most | up to | no more than | maximum | max
at-least = at least

# What makes a period before it a day.
weekday-behind = { "" }
