# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = दिन | रोज़
week = सप्ताह | हफ़्ते | हफ्ते
month = महीन | माह

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

# What is counted without being an amount.
times = बार

# What makes a number a time of day.
clock = { "" }

# What says over how long an amount is counted, before it or behind it.
over-day = रोज़ | हर दिन | दिन में
over-week = सप्ताह में | हफ़्ते में | हफ्ते में
over-month = महीने में

# A limit, and a goal.
at-most = ज़्यादा से ज़्यादा | अधिकतम
at-least = कम से कम

# What makes a period before it a day.
weekday-behind = { "" }
