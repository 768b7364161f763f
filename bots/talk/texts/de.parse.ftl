# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = tag | tage | tagen | täglich
week = woche | wochen | wöchentlich
month = monat | monate | monaten | monatlich

# What stands between an amount and its period.
per = pro | je | am

# How many tasks are needed.
all-tasks = alle
any-task = eine

# Numbers, as words of their own; letters of a number where a script writes them together.
twice = zweimal
pair = { "" }
number-1 = ein | eine | einen | einmal
number-2 = zwei
number-3 = drei | dreimal
number-4 = vier | viermal
number-5 = fünf | fünfmal
number-6 = sechs | sechsmal
number-7 = sieben | siebenmal
number-8 = acht | achtmal
number-9 = neun | neunmal
number-10 = zehn | zehnmal

# What is counted without being an amount.
times = mal

# What makes a number a time of day.
clock = uhr

# What says over how long an amount is counted, before it or behind it.
over-day = täglich
over-week = wöchentlich
over-month = monatlich

# A limit, and a goal.
at-most = höchstens | maximal
at-least = mindestens

# What makes a period before it a day.
weekday-behind = { "" }
