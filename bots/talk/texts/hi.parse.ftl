# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = दिन | रोज़
week = सप्ताह | हफ़्ते | हफ्ते
month = महीन | माह

# How often.
every = हर
other = दूसरे

# What stands between an amount and its period.
per = प्रति | हर

# How many tasks are needed.
all-tasks = सब
any-task = कोई एक | कोई

# Numbers, as words of their own; letters of a number where a script writes them together.
twice = { "" }
pair = { "" }
number-1 = एक
number-2 = दो
number-3 = तीन
number-4 = चार
number-5 = पाँच | पांच
number-6 = छह | छः
number-7 = सात
number-8 = आठ
number-9 = नौ
number-10 = दस

# What is counted without being an amount; what says how often by itself; how such words end.
times = बार
times-of = { "" }
times-suffix = { "" }

# What makes a number a time of day.
clock = { "" }

# Which days.
all-days = रोज़ | हर दिन
workdays = कामकाजी दिन
weekend = सप्ताहांत

# What says over how long an amount is counted, before it or behind it.
over-day = रोज़ | हर दिन | दिन में
over-week = सप्ताह में | हफ़्ते में | हफ्ते में
over-month = महीने में

# A limit, and a goal.
at-most = ज़्यादा से ज़्यादा | अधिकतम
at-least = कम से कम

# Names of days, what stands between them, what may stand before them, and their short forms in one letter.
weekday-1 = सोमवार
weekday-2 = मंगलवार
weekday-3 = बुधवार
weekday-4 = गुरुवार
weekday-5 = शुक्रवार
weekday-6 = शनिवार
weekday-7 = रविवार
weekday-filler = और | हर | को
weekday-separator = { "" }
weekday-prefix = { "" }
weekday-letters = { "" }
weekday-behind = { "" }
