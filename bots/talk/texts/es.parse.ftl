# What people say in this language for what we read. Several words are parted by |; none is { "" }.

# Periods.
day = día | días | diario | diaria | diarias | diariamente | dia | dias
week = semana | semanas | semanal | semanales | semanalmente
month = mes | meses | mensual | mensuales | mensualmente

# What stands between an amount and its period.
per = por | al | a la

# How many tasks are needed.
all-tasks = todas | todo
any-task = una

# Numbers, as words of their own; letters of a number where a script writes them together.
twice = { "" }
pair = { "" }
number-1 = un | una
number-2 = dos
number-3 = tres
number-4 = cuatro
number-5 = cinco
number-6 = seis
number-7 = siete
number-8 = ocho
number-9 = nueve
number-10 = diez

# What is counted without being an amount.
times = veces | vez

# What makes a number a time of day.
clock = { "" }

# What says over how long an amount is counted, before it or behind it.
over-day = diarias | diarios | diario | diariamente
over-week = semanales | semanalmente
over-month = mensuales | mensualmente

# A limit, and a goal.
at-most = como máximo | máximo
at-least = al menos | como mínimo

# What makes a period before it a day.
weekday-behind = { "" }
