# Short, warm, adult. The number first, then one sentence. No guilt, no countdowns.

fault = Something went wrong on our side. Everything you did is safe; please try again in a moment.
fault-again = Something went wrong on our side. You don’t have to do anything: I will try again and say here how it went.
fault-over = This did not work, and I have stopped trying. Please check with /streak whether it went through before you do it again.
press-unknown = I don’t know this button. /help shows what I can do.
limit-met = That was quick: I am listening again at { $when }.
limit-wait = One moment, please.
told-alone = That is for your eyes only: see below.
who-are-you = I cannot see who you are here. Please write as yourself, not as the group.

## Buttons and choices
button-checkin = ✅ Check in
button-undo = Undo
button-join = Join
button-join-titled = Join { $title }
button-leaderboard = Leaderboard
button-page = On the web
button-record = What was done
button-events = See the events
button-leave = Leave
button-leave-titled = Leave { $title }
button-more = Add more
button-other-amount = Other amount
button-share = Share
button-cheer = 👏 Cheer
button-cheer-too = 👏 Cheer too ({ $n })
button-board = Board each day
button-recap = Recap each week
button-pin = Pin honours
button-picture = Picture
button-previous = ◀ Back
button-next = Next ▶
button-me = Me
button-in-week = Week
button-in-month = Month
button-in-all = All time
button-window-earlier = « Earlier
button-window-later = Later »
button-edit = Edit
button-edit-title = Title
button-edit-days = How often
button-edit-goal = Goal
button-edit-tasks = Tasks
button-edit-text = Text
button-edit-ends = Last day
button-edit-visibility = Who sees it
button-edit-milestones = Milestones
button-edit-starts = First day
button-edit-mode = Habit or contest
button-edit-group = Group streak
button-edit-category = Topic
button-edit-emoji = Emoji
button-edit-proof = Proof
button-edit-approval = Who gets in
button-edit-clock = Clock
button-edit-zone = Time zone
button-edit-percent = Share of the group
button-edit-unit = Unit
button-edit-count = How it counts
button-edit-need = How many tasks
button-edit-more = More…
button-publish = Publish
button-discard = Discard
button-invite = Invite
button-end = End it
button-again = Next round
button-revoke = Revoke all codes
button-revoke-one = Revoke code { $n }
button-codes = Codes
button-post-invite = Post an invitation here
button-invite-link = Invitation link
button-let-in = Let { $name } in
button-turn-down = Not { $name }
button-approve = Approve
button-reject = Reject
button-resume = End the pause
button-pause = Take a break
button-repair = Repair { $day }
button-earlier = −1 h
button-later = +1 h
button-snooze = In an hour
button-not-today = Not today
button-language = Language
button-zone = Time zone
button-day-start = Day start
button-quiet = Quiet hours
button-nudges-off = No nudges
button-nudges-on = Allow nudges
button-cheers-off = No cheers
button-cheers-on = Allow cheers
button-blocks = Blocked people
button-untell = 🔇 { $title }
button-hear-unseen = Lift what cannot be seen
button-milestones-off = Keep milestones to me
button-milestones-on = Share my milestones
button-interests = Interests
button-link = Link an account
button-link-yes = Yes, link us
button-link-me = Yes, that is me
button-link-not-me = No, that is not me
button-unlink = Unlink again
button-unlink-account = Unlink { $account }
button-privacy = Privacy
button-settings = Settings
button-all = Everything I understand
button-setup = Set up
button-help = Help
button-profile = Profile
button-profile-edit = Change
button-templates = Ready-made events
button-over = Over
button-own-event = Something of my own
button-hide = Hide me
button-show = Show me
button-export = Export my data
button-export-table = Check-ins as a table
button-delete = Delete everything
button-erase = Erase me in a week
button-keep = Keep everything
menu-streak = View streak
menu-cheer = Cheer
word-off = off
list-comma = {", "}
list-semicolon = {"; "}
percent-of = { $n }%
button-remind = Remind me at 20:00
button-remind-off = Stop reminding
button-open-private = Open a private chat
button-time-yes = Yes, { $time }
button-time-other = No, other time
button-time-between = None of these
button-location = 📍 Send my location
button-device = Use this device’s time zone
button-matrix = My matrix
button-note = Add note
button-by-current = Current
button-by-longest = Longest
button-by-total = Total
button-by-consistency = Consistency
button-by-points = Amounts
choice-today = today
choice-yesterday = yesterday
choice-all = all
choice-one = one event
choice-here = this community
choice-everywhere = everywhere
choice-templates = ready-made
choice-quiet = quiet
choice-usual = usual
choice-lively = lively
choice-week = this week
choice-month = this month
choice-last_week = last week
choice-last_month = last month
choice-consistency = consistency
choice-points = amounts
choice-sum = add everything up
choice-max = the best single one counts
choice-most = a limit to stay within
choice-community = this community only
choice-habit = a habit among friends
choice-contest = a contest: nothing is forgiven
choice-every = every member counts
choice-anyone = one is enough
choice-half = half of us
choice-buddy = two buddies
choice-none = none
choice-asked = asked for
choice-over = those that are over
choice-approved = approved by a host
choice-yes = yes
choice-no = no
choice-pardon = let back in
choice-add = add
choice-remove = remove
choice-hide = hide me
choice-show = show me
choice-export = export my data
choice-delete = delete everything
choice-keep = keep everything after all
choice-dm = a private message
choice-channel = this channel
choice-discord = Discord
choice-telegram = Telegram
choice-auto = as the app says
choice-en = English
choice-de = Deutsch
choice-es = Español
choice-hi = हिन्दी
choice-ja = 日本語
choice-ar = العربية
choice-move = Moving
choice-read = Reading
choice-learn = Learning
choice-health = Health
choice-mind = Mind
choice-create = Making things
choice-home = Home and money
choice-other = Something else
choice-mine = mine
choice-open = open to join
choice-public = public
choice-invite = invite-only
choice-fixed = one clock for everybody
choice-personal = each member's own clock
choice-current = current streak
choice-longest = longest streak
choice-total = total

## What commands and their parameters are called here: lower case, no blanks
name-start = start
name-code = code
name-checkin = checkin
name-event = event
name-amount = amount
name-task = task
name-note = note
name-proof = proof
name-day = day
name-undo = undo
name-streak = streak
name-user = user
name-leaderboard = leaderboard
name-by = by
name-scope = scope
name-period = period
name-matrix = matrix
name-year = year
name-badges = badges
name-events = events
name-show = show
name-search = search
name-category = category
name-join = join
name-leave = leave
name-create = create
name-title = title
name-goal = goal
name-days = days
name-unit = unit
name-count = count
name-tasks = tasks
name-need = need
name-text = text
name-starts = starts
name-ends = ends
name-visibility = visibility
name-mode = mode
name-group = group
name-percent = percent
name-emoji = emoji
name-approval = approval
name-clock = clock
name-zone = zone
name-edit = edit
name-milestones = milestones
name-end = end
name-again = again
name-invite = invite
name-uses = uses
name-review = review
name-winners = winners
name-announce = announce
name-remind = remind
name-at = at
name-last = last
name-here = here
name-via = via
name-timezone = timezone
name-cheer = cheer
name-words = words
name-nudge = nudge
name-pause = pause
name-from = from
name-until = until
name-resume = resume
name-freeze = freeze
name-repair = repair
name-profile = profile
name-name = name
name-about = about
name-settings = settings
name-language = language
name-day_start = day_start
name-quiet = quiet
name-nudges = nudges
name-cheers = cheers
name-block = block
name-interest = interest
name-login = login
name-link = link
name-unlink = unlink
name-privacy = privacy
name-action = action
name-help = help
name-topic = topic
name-admin = admin
name-setup = setup
name-budget = budget
name-board = board
name-recap = recap
name-pin = pin
name-reason = reason
name-sure = sure
name-amnesty = amnesty
name-remove = remove
name-ban = ban
name-moderator = moderator
name-silence = silence
name-role = role
name-length = length
name-audit = audit
name-record = record

group-event-about = Create, change and end events
group-admin-about = Run this community

## Days of the week
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

## Months
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Rights
right-manager = Only the people who manage this place can do that. Ask one of them.
right-in-group = That works in a channel or group, for the people who manage it.
host-only = Only the people who run the event can do that. Ask its host.
host-not-member = { $name } is not in { $title }.
host-not-repairable = { $name } missed nothing there that ended a streak. /matrix shows the days.
person-unknown = I have not met { $name } yet. We meet when they use their first command.
person-several = Several people you know are called { $name }. Please mention the one you mean with @.
person-hidden = { $name } keeps streaks private.
silenced-here = The people who manage this place have silenced you here. In private I do what you ask.
silenced-alone = The people who manage this place have silenced you here, so this comes to you alone.

## Which event
event-which = Which event do you mean?
event-which-again = Which event do you mean: { $titles }? Please say it again with event: and its name.
question-of-another = Somebody else was asked that. Say it yourself, and I will ask you.
event-unknown = This event does not exist (any more).
event-not-found = I cannot find an event called “{ $words }”. /events shows what there is.
choice-unknown = I do not know “{ $word }” for { $param }. It is one of: { $known }.
only-in-private = I have an answer, but it is not for everybody’s eyes. Open a private chat with me and ask again there.
sent-in-private = I sent it to you in private.
event-none-mine = You are not in any event yet. /events shows what you can join.
event-none-open = There is nothing to join yet. Make the first one with /event create.

## /start and /help
start-about = Say hello and set your time zone
start-code = The code behind the link that led here
start-hello = Hi { $name } 👋 I count streaks: one tap a day, and everybody sees how far you have come.
help-about = Show what I can do
help-meant = Did you mean /{ $path }?
help-unclear = I did not understand that. Try one of these:
help-intro = One tap a day keeps the streak alive. What I understand:
help-first = One tap a day keeps the streak alive. To begin with:
help-topic = A command to explain
help-param = • { $name }: { $about }
help-line = **/{ $path }** { $about }
help-web = Leaderboards on the web: { $address }

## /checkin
checkin-about = Check in for today
checkin-event = Which event, if you are in several
checkin-note = A few words about it
checkin-amount = How much, such as 5 or 2.5 km
checkin-task = Which task is done
checkin-proof = A photo or file that shows it
checkin-day = Today, yesterday or a date, if you forgot
checkin-noted = Noted for **{ $title }**.
checkin-how-much = How much ({ $unit })?
checkin-which-task = Which task is done?
checkin-bad-day = I do not know the day “{ $words }”. Try today, yesterday, or a date such as 1 March.
checkin-bad-amount = I cannot read the amount “{ $words }”. Try a number such as 5 or 2.5.
checkin-needs-proof = { $title } wants to see something. Send it as /checkin with a photo or file, or answer this message with one.
checkin-proof-title = Show something
# What an answer to a reminder may say, in lower case, with / between.
checkin-not-counted = **{ $title }** counts check-ins, not amounts. Keep “{ $words }” as a note?
button-as-note = Check in with this note
checkin-reply-unclear = Answer “done” to check in for **{ $title }**, or tap below.
checkin-note-ask = A few words about **{ $title }**?
checkin-note-kept = Your note is kept.
checkin-done = { $span ->
    [week] ✅ **Week { $current }** · { $title }
    [month] ✅ **Month { $current }** · { $title }
    [time] ✅ **{ $current } in a row** · { $title }
    [bonus] ✅ **A bonus** · { $title }
   *[day] ✅ **Day { $current }** · { $title }
}
checkin-bonus = Nothing was asked for that day: it adds to what you did, and not to the streak.
checkin-milestone = 🎉 That is { $run }.
checkin-to-best = { $left } more to reach your best ({ $best }).
checkin-to-milestone = { $left } more to reach { $run }.
checkin-see-you = { $span ->
    [week] See you next week.
    [month] See you next month.
    [time] See you next time.
   *[day] See you tomorrow.
}
checkin-counted-for = Counted for { $day }.
checkin-today-too = Check in for today too?
checkin-already = { $span ->
    [day] You are already in for today: day { $current } of { $title }. Undo?
    [bonus] You are already in for today, as a bonus: { $title }. Undo?
   *[other] You are already in for today: { $title }, { $run }. Undo?
}
checkin-part = { $span ->
    [week] ✅ **{ $done } of { $asked }** this week · { $title }
   *[other] ✅ **{ $done } of { $asked }** this month · { $title }
}
checkin-counted = That already counts for **{ $title }**.
checkin-already-yesterday = Yesterday is already done. { $current ->
    [0] Your streak in { $title } is at { $current } for now.
   *[other] Your streak in { $title }: { $run }.
}
checkin-all-done = All done for today. ✨
checkin-which = Which one is done?
checkin-not-in = You are not in { $title } yet.
checkin-clock-back = My clock was set back, to before you joined. It is no fault of yours: please try again after { $when }.
checkin-before-start = The first day of **{ $title }** is { $day }.
checkin-window-closed = That day can no longer be filled in. Nothing is repaired in this event, not even by its hosts.
clock-in-private = Write to me in private to set your clock and reminders.

## How far one is
progress-count = { $span ->
    [day] { $done } of { $asked } times today.
    [then] { $done } of { $asked } times.
    [week] { $done } of { $asked } times this week.
    [month] { $done } of { $asked } times this month.
   *[other] { $done } of { $asked } times this period.
}
progress-metric = { $span ->
    [day] { $reached } of { $target } { $unit } today.
    [then] { $reached } of { $target } { $unit }.
    [week] { $reached } of { $target } { $unit } this week.
    [month] { $reached } of { $target } { $unit } this month.
   *[other] { $reached } of { $target } { $unit } this period.
}
goal-count = { $span ->
    [day] { $n ->
        [one] Once
       *[other] { $n } times
    } a day
    [week] { $n ->
        [one] Once
       *[other] { $n } times
    } a week
    [month] { $n ->
        [one] Once
       *[other] { $n } times
    } a month
   *[other] { $n ->
        [one] Once
       *[other] { $n } times
    } a period
}
goal-sum = { $span ->
    [day] At least { $target } { $unit } a day
    [week] At least { $target } { $unit } a week
    [month] At least { $target } { $unit } a month
   *[other] At least { $target } { $unit } a period
}
goal-max = { $span ->
    [day] { $target } { $unit } at once, each day
    [week] { $target } { $unit } at once, each week
    [month] { $target } { $unit } at once, each month
   *[other] { $target } { $unit } at once, each period
}
goal-most = { $span ->
    [day] At most { $target } { $unit } a day
    [week] At most { $target } { $unit } a week
    [month] At most { $target } { $unit } a month
   *[other] At most { $target } { $unit } a period
}
progress-tasks = { $done } of { $needed } { $needed ->
    [one] task
   *[other] tasks
} done.
goal-tasks-all = { $all ->
    [one] One task
   *[other] All of { $all } tasks
}: { $names }
goal-tasks-any = One of { $all } tasks: { $names }
goal-tasks-some = { $n } of { $all } tasks: { $names }

## /undo
undo-about = Undo your last check-in
undo-event = Which event
undo-done = Taken back. { $current ->
    [0] Your streak in { $title } is at { $current } for now.
   *[other] Your streak in { $title }: { $run }.
}

## /streak
streak-about = Show your streaks
streak-event = Which event; all of yours if left out
streak-line = { $current ->
    [0] **{ $title }**: at 0 for now
   *[other] **{ $title }**: { $run }
}
streak-more = Best { $longest } · { $total } in all · { $met } of the last { $lately }
streak-rates = Strength { $strength }% · consistency { $consistency }%
streak-over = **{ $title }** is over. Best { $longest } · { $total } in all
streak-part = { $span ->
    [week] { $done } of { $asked } days this week.
   *[other] { $done } of { $asked } days this month.
}
streak-today-done = { $span ->
    [week] This week is done.
    [month] This month is done.
    [time] This time is done.
   *[day] Today is done.
}
streak-freezes = { $freezes ->
    [0] No freeze right now: { $span ->
        [week] after a missed week
        [month] after a missed month
        [time] after a miss
       *[day] after a missed day
    } a new streak begins.
    [one] ❄️ One freeze: it carries the streak over { $span ->
        [week] a missed week
        [month] a missed month
        [time] a miss
       *[day] a missed day
    }.
   *[other] ❄️ { $freezes } freezes: each carries the streak over { $span ->
        [week] a missed week
        [month] a missed month
        [time] a miss
       *[day] a missed day
    }.
}
streak-today-open = { $span ->
    [week] This week is still open.
    [month] This month is still open.
    [time] It is still open.
   *[day] Today is still open.
}
streak-today-rest = Nothing is asked for today.

streak-user = Somebody else
streak-other = **{ $name }** at { $title }: { $run }, best { $longest }, { $total } in all.
streak-other-none = { $name } is in no event that you can see.

## /matrix
matrix-about = Show the days of a year
matrix-event = Which event
matrix-user = Somebody else
matrix-year = A year; the last twelve months if left out
matrix-summary = **{ $name }** at { $title }: { $met } of { $span ->
    [week] { $asked ->
        [one] one week
       *[other] { $asked } weeks
    }
    [month] { $asked ->
        [one] one month
       *[other] { $asked } months
    }
    [time] { $asked ->
        [one] one time
       *[other] { $asked } times
    }
   *[day] { $asked ->
        [one] one day
       *[other] { $asked } days
    }
}{ $bonus ->
    [0] {""}
    [one] , 1 bonus
   *[other] , { $bonus } bonuses
}. Longest { $longest }, now { $current }.
matrix-lately = { $span ->
    [week] The last seven weeks
    [month] The last seven months
   *[day] The last seven days
}: { $marks }
matrix-bad-year = I can show the years from 2000 to this one.

## /year
year-about = Look back on a year
year-year = A year; in January the last one if left out
year-heading = **{ $year } of { $name }**
year-empty = Nothing was checked in.
year-line = **{ $title }**: { $days ->
    [one] one day
   *[other] { $days } days
}, { $run }{ $bonus ->
    [0] {""}
    [one] , 1 bonus
   *[other] , { $bonus } bonuses
}
year-sum = { $days ->
    [one] one day
   *[other] { $days } days
} in all.
year-month = The best month: { $month }, { $days ->
    [one] one day
   *[other] { $days } days
}.

## /badges
badges-about = Show your badges
badges-user = Somebody else
badges-heading = **Badges of { $name }**
badges-line = **{ $title }**: { $won }
badges-next = { $bar } { $current } of { $next }
badges-none = No badges yet. The first one comes with 3 in a row.
badges-private = { $name } keeps badges private.
badges-cheers = { $n ->
    [0] 👏 No cheers yet.
    [one] 👏 One cheer so far.
   *[other] 👏 { $n } cheers so far.
}

## /leaderboard
leaderboard-about = Show the leaderboard
leaderboard-event = Which event
leaderboard-by = What to rank by
leaderboard-scope = Which events: one, all of this community, or all public ones
leaderboard-here = 🏆 **The best of this community**
leaderboard-everywhere = 🏆 **The best of all public events**
leaderboard-at = · { $title }
leaderboard-order = · { $by }
leaderboard-period = This week or month, the last one, or all time
measure-consistency = consistency
measure-points = amounts
leaderboard-in-week = · this week
leaderboard-in-month = · this month
leaderboard-week-of = · the week from { $day }
leaderboard-month-of = · { $month }
leaderboard-top = You are in the top { $percent }%.
leaderboard-up = ▲ { $n } since you last looked
leaderboard-down = ▼ { $n } since you last looked
leaderboard-group = 👥 The group: { $run }, best { $longest }
leaderboard-group-large = 👥 The streak of a group of more than a thousand people is not counted
leaderboard-heading = 🏆 **{ $title }** · { $measure }
measure-current = { $span ->
    [week] current streak in weeks
    [month] current streak in months
   *[day] current streak
}
measure-longest = { $span ->
    [week] longest streak in weeks
    [month] longest streak in months
   *[day] longest streak
}
measure-total = { $span ->
    [week] weeks in all
    [month] months in all
    [time] times in all
   *[day] days in all
}
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · you
leaderboard-gap = …
leaderboard-empty = Nobody is in yet. The first place is free.
leaderboard-empty-then = Nobody had checked in then.
leaderboard-page = { $address }

## /events
events-about = Browse events
events-show = All, only yours, those you can join, those that are over, or ready-made ones
events-search = Words of the title
events-category = What it is about
events-likes = ⭐
events-templates = Tap one and it begins here.
events-mine = **You are in:**
events-open = **Open to join:**
events-over = **Over:**
events-none-over = Nothing is over yet.
events-line = • { $title } · { $members ->
    [0] nobody yet
    [one] 1 person
   *[other] { $members } people
}
events-narrow = There are more than fit here. Another word or a category narrows it down, such as /events category:read.

## /join and /leave
join-about = Join an event
join-event = Which event
join-code = The code of an invite-only event
join-done = You are in **{ $title }**.
join-public = Your name, days, numbers and what you say of yourself stand on web pages that anybody can open; /privacy can hide you.
join-already = You are already in **{ $title }**.
join-code-unknown = This code does not work (any more). Ask for a new one.
join-overheard = Others read along here, so this code does not work any more. Type a code to me in private only.
join-overheard-asked = I asked the host to let you in.
join-banned = You cannot join { $title }. Ask whoever runs it.
join-asked = I asked the host of **{ $title }** to let you in.
join-asked-public = Once you are in, your name, days, numbers and what you say of yourself stand on web pages that anybody can open.
join-nobody = Nobody can let you in any more: the host of **{ $title }** is gone.
join-full = { $title } has as many members as an event may have here.
join-too-many = You are in as many events as one may be here: { $n }. Leave one first.
leave-about = Leave an event
leave-event = Which event
leave-sure = Leave { $title }? What you did stays on record, and you can come back.
leave-done = You have left { $title }.

## Cards
card-title = **{ $title }**
card-goal = { $goal }
card-days-every = Once every { $n } days
card-days-weekly = { $n ->
    [one] Once a week
   *[other] { $n } days a week
}
card-days-monthly = { $n ->
    [one] Once a month
   *[other] { $n } days a month
}
card-week-start = { $rhythm }, weeks start on { $day }
card-weeks = Weeks start on { $day }.
card-days-daily = Every day
card-days-weekdays = Monday to Friday
card-days-weekend = Saturday and Sunday
card-days-some = On { $names }
card-clock-fixed = Days follow the clock of { $zone }.
card-public = Public: names, days and numbers stand on a web page that anybody can open.
card-members = { $members ->
    [0] Nobody is in yet.
    [one] One person is in.
   *[other] { $members } people are in.
}
card-group-every = The group has a streak of its own: every member counts.
card-group-anyone = The group has a streak of its own: one member a day is enough.
card-group-percent = The group has a streak of its own: { $percent }% of the members are enough.
card-contest = A contest: no freezes, no repairs, nothing filled in afterwards.
card-approval = The host decides who gets in.
card-proof = Each check-in comes with a photo or file.
card-proof-approved = Each check-in comes with a photo or file, and a host reviews it.
card-from = From { $day }.
card-until = Until { $day }.
card-clock-personal = Days follow each member’s own clock.

## /event create and /event announce
create-about = Create an event
create-title = What it is called
create-goal = What to do, in your words, or counted: 20 pages a day, 20 km a week
create-text = A few words about it, shown on its card
create-goal-short = Goal, such as 20 pages a day
create-days-short = How often, such as mon, wed or 3 times a week
create-tasks-short = Tasks, with commas between them
create-percent-short = Percent of the group, such as 80
create-unit-short = Unit, such as km, pages, minutes
create-need-short = How many: all, any, or a number
create-unit = The unit, if the goal is a number: km, pages, minutes
create-count = How amounts count
create-tasks = Several tasks, with commas: stretch, water 2 l, read
create-need = How many of the tasks: all, any, or a number
create-starts = The first day: a date
create-ends = The last day: a date, or 4 weeks
create-mode = A habit, or a contest
create-group = Whether the group has a streak of its own
create-percent = What percentage of the group has to be in, such as 80
create-category = What it is about
create-emoji = An emoji for it
create-proof = Whether a check-in needs a photo or file
create-approval = Whether you decide who gets in
create-days = daily, weekdays, mon wed fri, 3 times a week, every 2 days, monthly
create-visibility = Public (with names on a web page), for this community, or invite-only
create-clock = One clock for everybody, or each member's own
create-zone = The time zone of the event's days
create-no-title = What should it be called? For example: Read 20 pages
draft-heading = A draft. Only you see it until you publish it.
draft-seen = Who will see it: { $value }
draft-clock = In this place nobody has said yet which clock counts: now each day ends at midnight, { $zone } time. If that is not yours, tap “Time zone” before you publish.
draft-public = Its names, days and numbers will stand on a web page that anybody can open; by publishing it you agree to that.
draft-everybody = Everybody will find it, in other places too, with its names, days and numbers; by publishing it you agree to that.
draft-in-private = Your draft is for your eyes only. Open a private chat with me to go on.
draft-discarded = Discarded. Nobody has seen it.
draft-published = **{ $title }** is published. Its card is posted where you began it.
draft-published-already = **{ $title }** is already published. /event edit changes it.
create-bad-tasks = I cannot read these tasks. Give up to 20 different ones, with commas between them, and ask for no more than there are.
create-long-task = A task can have up to 100 letters. Say it in fewer words, and the rest in the description of the event.
create-bad-amount = I cannot read the amount “{ $words }”. Try a number such as 20.
create-bad-percent = A share is a number from 1 to 100, such as 80.
date-which = Which day do you mean by “{ $words }”?
date-which-again = “{ $words }” can be several days: { $days }. Please write one of them.
timezone-limit = Your time zone has already changed four times in a month. You can change it again on { $when }.
repair-too-soon = You repaired one not long ago. It works again on { $when }.
sure-about = Do it without asking again
button-sure = Yes, do it
button-make-public = Yes, make it public
button-make-community = Yes, let them see it
button-tell-here = Yes, tell it here
sure-again = If so, say it again with sure:yes at its end.
amnesty-sure = Excuse { $first } to { $last } for everybody in **{ $title }**? Days missed then will end no streak, and that stays.
remove-sure = Take { $name } out of **{ $title }**? What they did stays theirs.
ban-sure = Take { $name } out of **{ $title }** and keep them out?
remind-add-or-replace = You are reminded of **{ $title }** at { $times } already. What shall it be?
button-times-both = Add: { $times }
button-times-only = Only { $times }
left-over = It is “{ $left }” that I do not understand. Without it I read “{ $rest }”.
zone-which = Which one do you mean by “{ $words }”?
zone-which-again = “{ $words }” can be several time zones: { $zones }. Please write one of them.
create-bad-date = I cannot read the date “{ $words }”. Try 31 December, or 4 weeks.
create-ends-before = An event cannot end before it begins. Say a later last day.
create-unsound = These rules contradict each other. Try fewer at once.
create-too-many = You run as many events as one may here: { $n }. End one first.
create-enough = That is enough for one day. You can make another event from { $when }.
create-no-community = There is no community here. An event can be public, or invite-only.
create-bad-days = I do not know the days “{ $days }”. Try daily, weekdays, mon, wed, fri, 3 times a week, or every 2 days.
create-code = Only people with this code can join: `{ $code }`
    It works for a week: /join code:{ $code }
create-made-in-private = It is made. Open a private chat with me: the code that lets people in is there.
edit-about = Edit one of your events
edit-event = Which event
edit-milestones = Lengths that count as milestones: 5, 10, 25
edit-ask-title = What should it be called?
edit-ask-days = How often? For example: daily, mon wed fri, or 3 times a week.
edit-ask-goal = What is the goal? In your words, or counted: 20 pages a day.
edit-ask-tasks = Which tasks? With commas between them: stretch, water 2 l, read.
edit-ask-text = A few words about it?
edit-ask-ends = Which day is the last? A date, or 4 weeks.
edit-ask-visibility = Who should see it? The names, days and numbers of those in a public event stand on a web page that anybody can open.
edit-ask-visibility-everybody = Who should see it? Everybody can find a public event, in other places too, with the names, days and numbers of those in it.
edit-ask-milestones = Which lengths count as milestones? For example: 5, 10, 25.
edit-take-away = “{ $off }” takes it away.
edit-done = Changed.
edit-public = Its names, days and numbers now stand on a web page that anybody can open; by making it public you agree to that.
edit-public-sure = Make **{ $title }** public? Its names, days and numbers will stand on a web page that anybody can open; with yes you agree to that.
edit-everybody = Everybody can find it now, in other places too, with its names, days and numbers; by making it public you agree to that.
edit-everybody-sure = Make **{ $title }** public? Everybody will find it, in other places too, with its names, days and numbers; with yes you agree to that.
edit-community = Everybody in **{ $place }** can find it now, with its names, days and numbers.
edit-community-sure = Let everybody in **{ $place }** see **{ $title }**? They will find it with its names, days and numbers.
edit-others = { $n ->
    [one] One other person is or was in it, and is told.
   *[other] { $n } others are or were in it, and each of them is told.
}
edit-many = So many are or were in **{ $title }** that they cannot all be told, so it stays as it is.
edit-untold = { $n ->
    [one] One person who is or was in **{ $title }** cannot be told in private, so it stays as it is. Once they write to me there, they can be.
   *[other] { $n } people who are or were in **{ $title }** cannot be told in private, so it stays as it is. Once they write to me there, they can be.
}
edit-until = The others were told within the last day that more people see **{ $title }**, so it stays as it is. It can be shown to more people again from { $when }.
edit-owned = Only whoever made **{ $title }** can let more people see it: ask them.
edit-next-round = Its next round can be for more people: once this one has an end, start it with /event again, and change who sees it before anybody joins.
edit-rules-stand = Somebody has checked in already, so the rules stand. The title, the words, a later end and the milestones may still change.
edit-bad-milestones = Give up to 20 lengths, such as 5, 10, 25.
end-about = End one of your events
end-event = Which event
end-sure = End { $title }? Today still counts; what everybody did stays.
end-done = { $title } ends with { $last }. The result is told on { $day }; what everybody did stays.
again-about = Start the next round of an event
again-event = Which event
again-done = The next round of **{ $title }** begins on { $day }.
again-not-yet = The next round of { $title } has not begun yet. Whoever runs it can begin it.
again-no-end = { $title } has no end yet. End it with /event end, and begin it again when it is over.
again-too-many = The host of { $title } runs as many events as one may here: { $n }. One of them has to end first.
again-enough = The host of { $title } has made enough events for one day. The next round can be begun from { $when }.
invite-about = Create an invite code
invite-event = Which event
invite-days = How many days the code works, 7 if left out
invite-uses = How many people it lets in, 100 if left out
invite-here = Whether to post an invitation here for everybody
invite-made = A code for **{ $title }**; it works { $days ->
    [one] a day
   *[other] { $days } days
}, for { $uses ->
    [one] 1 person
   *[other] { $uses } people
}.
    /join code:{ $code }
invite-link = { $address }
invite-post-how = To post an invitation in a group or channel, say there: /event invite { $title } here:yes
invite-posted = { $name } invites you to **{ $title }**.
invite-codes = Codes of **{ $title }** that still work:
invite-codes-line = { $n }. Made on { $made }, valid until { $until }, for { $uses ->
    [one] 1 more person
   *[other] { $uses } more people
}.
invite-codes-more = There are more. These are the oldest.
invite-codes-none = No code of **{ $title }** works right now.
invite-revoked = { $n ->
    [0] There was no code.
    [one] 1 code no longer works.
   *[other] { $n } codes no longer work.
}
invite-too-many = { $title } has as many open codes as it may have. Revoke some first.
invite-bad = A code works for 1 to 90 days, for 1 to 1000 people.
review-about = Review join requests and proofs
review-event = Which event
review-waiting = { $n ->
    [one] 1 person would like to join.
   *[other] { $n } people would like to join.
}
review-proofs = { $n ->
    [one] 1 check-in is waiting for your review.
   *[other] { $n } check-ins are waiting for your review.
}
review-nobody = Nobody is waiting right now.
review-in = { $name } is in.
review-out = { $name } was not let in.
review-approved = Approved. Thank you for reviewing it.
review-rejected = The check-in is taken back, and the member has been told.
review-gone = That has already been settled.
review-too-many = { $name } is in as many events as one may be here, and has to leave one first.
announce-about = Post this event's boards, milestones, recaps and results here too
announce-event = Which event
announce-here = Whether this channel hears of it
announce-done = Boards, milestones, recaps and results of { $title } will be posted here, as far as /admin setup has them on.
announce-elsewhere = { $title } is for the community that it was made in, and is told nowhere else. To have it told here, make it public: /event edit visibility:public
announce-sure = Tell { $title } here? Everybody here will see who is in it: its board of each day, milestones, recaps and results name them.
announce-stopped = Nothing about { $title } will be posted here any more: no board, recap, milestone, result or reminder. Its card here is taken down.
announce-silenced = { $title } is silenced here. Only the people who manage this place can lift that: /admin silence.
announce-private = This works in a channel or group.
announce-guest = I am not a member of this server, so I can post nothing here by myself. Whoever manages it can add me.
announce-not-yours = Only the person who made an invite-only event can announce it in a channel. Ask them.

## /event winners
winners-about = List the winners of your event
winners-event = Which event
winners-heading = **{ $title }** is over. The first places:
winners-so-far = **{ $title }**, so far:
winners-none = Nobody is in the ranking of **{ $title }**.
winners-line = { $rank } · { $name } — { $value } ({ $account })
winners-more = { $n ->
    [one] One more person shares these places; everybody is in the file.
   *[other] { $n } more people share these places; everybody is in the file.
}

## /timezone
timezone-about = Set your time zone
timezone-zone = A city, a zone such as Europe/Berlin, or the time on your clock
timezone-question = Is it { $time } where you are?
timezone-now = It is { $time } for you ({ $zone }).
timezone-which-hour = What does your clock show? You can also type /timezone and your city.
timezone-hour = It is { $time } here
timezone-location = Tap the button below the text field. I look up its time zone and forget the place at once.
timezone-which-city = Which of these is closest?
timezone-set = Good. Your day ends at midnight, { $zone } time.
timezone-set-early = Good. Your day ends at { $time }, { $zone } time.
timezone-set-fixed = Good, { $zone }. **{ $title }** follows the clock of { $clock }: its day ends at { $time } for you.
timezone-open = Today still counts.
timezone-unknown = I do not know “{ $words }”. Try a city, a zone such as Europe/Berlin, or the time on your clock.

## /remind
remind-about = Get reminded of what is still open
month-of-year = { $month } { $year }
remind-at = Times such as 8pm, or 8:00, 20:00; or off
remind-days = Only on some days, such as mon, wed
remind-via = Where I should write
remind-last = Whether I write once more before a streak ends
remind-only-on = Only on { $names }.
remind-snoozed = I will come back in an hour, if it is still open.
remind-snooze-late = The day is over before that. Tomorrow is another one.
remind-snooze-quiet = That would be within your quiet hours.
remind-not-today = No more reminders for { $title } today.
remind-none-today = No more reminders today.
remind-event = Which event
remind-set = I will remind you of { $title } at { $time }, if it is not done by then.
remind-next = Next time: { $when }
remind-then = · { $when }
remind-last-call = If a streak is about to end, I write once more two hours before.
remind-in-quiet = I keep quiet from { $from } to { $to }, as you asked: only a last call comes then.
remind-none = No reminder for { $title } yet. When should I write?
remind-off = No more reminders for { $title }.
remind-no-way = I cannot write to you until you have written to me. Open a private chat with me, then ask again.
remind-not-linked = I do not know you there yet. /link makes both accounts one.
remind-not-here = That event is not for everybody’s eyes. I only write about it in private: /remind via:dm.
remind-not-told = { $title } is not told here, so nobody is reminded of it here. Whoever runs it or this place can change that with /event announce; /remind via:dm writes to you alone.
way-closed = I could not write to you in private on { $platform }. Write to me there, or choose another way: /remind via:channel.
remind-which-time = Do you mean “{ $words }” in the morning or in the evening?
remind-bad-time = I cannot read the time “{ $words }”. Try 20:00, 8pm or off.

## /cheer and /nudge
cheer-about = Cheer for someone, once a day
cheer-user = Who did well
cheer-words = A few words of your own
cheer-whom = Who should I cheer for? Name somebody, or reply to a message of theirs.
cheer-self = A cheer is for somebody else.
cheer-done = 👏 **{ $from }** cheers for **{ $to }**.
cheer-quote = “{ $words }”
cheer-sent = I passed your cheer on to { $to }.
cheer-kept = Your cheer is noted, but I cannot write to { $to }.
cheer-again = You already cheered for { $to } today. Tomorrow is another day.
cheer-off = { $name } does not want to be cheered for.
cheer-not-here = Nothing about { $name } is posted here. Cheer in a private chat with me, and I pass it on.
nudge-about = Remind a friend, once a day
nudge-user = Who to remind
nudge-event = Which event
nudge-whom = Who should I nudge? Name somebody, or reply to a message of theirs.
nudge-self = A nudge is for somebody else.
nudge-sent = I passed it on to { $name }.
nudge-again = You already nudged { $name } today. Once is friendly.
nudge-off = { $name } does not want to be nudged.
nudge-nothing = You and { $name } have nothing in common that is still open.
nudge-no-way = I cannot write to { $name }: they would have to write to me first.

## /pause, /resume, /freeze and /repair
pause-about = Take some days off; your streak waits
pause-event = Which event
pause-from = The first day off; tomorrow if left out
pause-until = The last day off: a date, or 2 weeks
pause-days = { $n } days
pause-how-long = How long should { $title } rest for you? It begins tomorrow.
pause-done = { $title } rests for you from { $first } to { $last }. Your streak waits.
pause-not-here = This event has no pauses.
resume-about = Come back before a pause is over
resume-event = Which event
resume-done = Welcome back. { $title } counts for you again from tomorrow on.
freeze-about = Show the freezes that save a missed day
freeze-event = Which event
freeze-state = ❄️ **{ $title }**: { $freezes ->
    [0] no freeze
    [one] 1 freeze
   *[other] { $freezes } freezes
} of at most { $cap }. Each saves { $span ->
    [week] one missed week
    [month] one missed month
    [time] one miss
   *[day] one missed day
} automatically.
freeze-next = { $span ->
    [week] { $left ->
        [one] 1 more week
       *[other] { $left } more weeks
    }
    [month] { $left ->
        [one] 1 more month
       *[other] { $left } more months
    }
    [time] { $left } more
   *[day] { $left ->
        [one] 1 more day
       *[other] { $left } more days
    }
} until the next one.
freeze-spent = { $span ->
    [week] { $n ->
        [one] 1 missed week was
       *[other] { $n } missed weeks were
    }
    [month] { $n ->
        [one] 1 missed month was
       *[other] { $n } missed months were
    }
    [time] { $n ->
        [one] 1 miss was
       *[other] { $n } misses were
    }
   *[day] { $n ->
        [one] 1 missed day was
       *[other] { $n } missed days were
    }
} saved so far.
freeze-not-here = This event has no freezes.
repair-about = Repair a missed day
repair-event = Which event
repair-day = Which day; the last missed one if left out
repair-which = { $span ->
    [week] Your streak stopped in the week to { $day }. Repair that week?
    [month] Your streak stopped in the month to { $day }. Repair that month?
   *[day] Your streak stopped on { $day }. Repair that day?
} It keeps the streak and adds nothing.
repair-done = ◇ Repaired. **{ $title }**: { $run }.
repair-nothing = There is nothing to repair.

## /profile
profile-about = Show and change your profile
profile-name = What you want to be called; off for the name of your account
profile-says = A few words about you; off for none
profile-name-short = Name
profile-says-short = About you
profile-user = Somebody else
profile-ask = Who are you here?
profile-heading = **{ $name }**
profile-quote = “{ $about }”
profile-likes = Likes { $names }
profile-sum = { $n ->
    [0] No event yet
    [one] One event
   *[other] { $n } events
} · best { $longest } · { $total } in all

## /settings
settings-about = Language, clock, quiet hours and more
settings-language = The language I speak with you
settings-day-start = When your day begins, 0 to 6 o'clock
settings-quiet = Hours without reminders, such as 22-7, or off
settings-nudges = Whether friends may nudge you
settings-cheers = Whether friends may cheer for you
settings-milestones = Whether others hear of your milestones
settings-block = Whose cheers and nudges to block
settings-interest = Something you like; say it again to remove it
settings-heading = **Settings of { $name }**
settings-line-language = Language: { $value }
settings-line-zone = Time zone: { $value }
settings-line-day = Your day begins at { $value }
settings-line-quiet = Quiet hours: { $value }
settings-line-nudges = Friends may nudge: { $value }
settings-line-cheers = Friends may cheer: { $value }
settings-line-milestones = Milestones are shared: { $value }
settings-line-shown = On leaderboards: { $value }
settings-line-account = { $platform }: { $name }, since { $day }
settings-none = none
settings-which-language = Which language?
settings-which-interests = What do you like? Tap as many as you want.
settings-which-day-start = When does your day begin?
settings-which-quiet = When should I keep quiet?
settings-language-set = Good, English from now on.
settings-day-start-set = Your day now begins at { $time }. In events on each member’s own clock, what you do before that counts for the day before.
settings-bad-day-start = A day can begin between 00:00 and 06:00 only.
settings-quiet-set = I keep quiet from { $from } to { $to }.
settings-quiet-off = You have no quiet hours any more.
settings-bad-quiet = I cannot read these hours. Try 22-7, or off.
settings-nudges-on = Friends may nudge you.
settings-nudges-off = Nobody can nudge you any more.
settings-cheers-on = Friends may cheer for you.
settings-cheers-off = Nobody can cheer for you any more.
settings-block-self = You cannot block yourself.
settings-blocked = { $name } is blocked: their cheers and nudges no longer reach you, and they are not told. /settings shows whom you have blocked, and lifts it.
settings-blocks-full = You have blocked a hundred people already. Lift one of these first: { $name } is not blocked.
settings-blocks = { $n ->
    [0] You have blocked nobody. /settings block: and a name does that.
    [one] You have blocked one person. A tap lifts it.
   *[other] You have blocked { $n } people. A tap lifts it.
}
settings-milestones-on = Others will hear of your milestones.
settings-milestones-off = Your milestones stay with you. Badges and roles still come.
language-name = English

## /link, /unlink and /privacy
login-about = Sign in on the web
login-made =
    Open this link within ten minutes to sign in on the web:
    { $address }
    It is for you alone: whoever opens it is signed in as you.
link-about = Link your Discord and Telegram accounts
link-code = The code I gave you on the other platform
link-made = Type /link “{ $code }” to me in a private chat on the other platform within ten minutes. I then ask once more here, and if you say yes, both accounts become one person.
link-unknown = This code does not work (any more). A code is good for ten minutes: /link makes a new one.
link-preview = If you agree, this account is joined with **{ $name }**, and both share everything I keep about you.
link-moved = Coming along: { $titles }
link-shared = In both: { $titles }. Check-ins are merged; a day with both counts once.
link-contests = A contest that both were in: { $titles }. Nothing is added up there: what counts is the side that is still in it, or else the one that made the code.
link-unseen = { $n ->
    [one] One event is part of it that you cannot see here.
   *[other] { $n } events are part of it that you cannot see here.
}
link-keeps = The clock is then { $zone }. A language or setting that was chosen goes before one that was not; where both chose, the side that made the code decides, and in privacy the stricter choice counts.
link-done = Done. From now on you are **{ $name }** on both. If that is wrong, unlink the accounts again.
link-overheard = Others read along here, so this code does not work any more. Make a new one with /link there, and type it to me in private.
link-asked = Almost done. Now say yes on { $platform }, where the code was made: I asked there, and /link shows the question too. It waits for an hour.
link-question = **{ $name }** on { $platform } says that they are you. If you say yes, both accounts become one person, and share everything I keep about you. Is that you?
link-refused = Good thing I asked. Nothing was linked.
link-over = Nobody is waiting for that (any more). /link begins anew.
link-same-platform = Nothing is linked: both sides have an account on { $platform }, and a person has one on each platform. Link the account on the other platform, or part the one that does not belong here with /unlink first.
link-erasure = Nothing is linked: one of you has asked to be erased. Call that off with /privacy first, or wait until it is done.
link-in-contests = Nothing is linked: both sides take part in { $titles }, and in a contest two results do not become one. Leave it on one side with /leave first, then link again.
unlink-about = Unlink this account
unlink-done = This account is now on its own. What was done so far stays with { $name }.
unlink-done-back = This account is now on its own, with what it had brought and what was done with it since. The rest stays with { $name }.
unlink-done-other = { $account } on { $platform } is now on its own. What was done so far stays with { $name }.
unlink-done-other-back = { $account } on { $platform } is now on its own, with what it had brought and what was done there since. The rest stays with { $name }.
unlink-which = Which account should be on its own? It starts afresh; what was done so far stays with { $name }.
unlink-which-back = Which account should be on its own? It gets back what it had brought when you linked, with what was done there since; the rest stays with { $name }. Where both were in, each side keeps its own check-ins.
unlink-sure = Unlink **{ $account }** on { $platform }? It starts afresh; what was done so far stays with { $name }.
unlink-sure-back = Unlink **{ $account }** on { $platform }? It gets back what it had brought when you linked, with what was done there since; the rest stays with { $name }. Where both were in, each side keeps its own check-ins.
unlink-ends = Both accounts are then signed out on the web: sessions, passkeys, links of calendars, tokens of programs and notifications in browsers end. So do an e-mail address that was confirmed and apps that were offered since you linked: nobody knows by which side.
unlink-both = Bans, silences and blocks by others hold for both, and so do hiding and other stricter choices. Pauses, freezes and changes of the clock since you linked are kept on both sides. An e-mail address that gave way when you linked has to be named again.
unlink-only = This is your only account. /privacy can erase everything.
privacy-about = Your data: see, export, hide or delete it
privacy-action = What to do
privacy-text = **Privacy.** I keep the names and ids of your accounts, your clock and settings, the events you are in, your check-ins with their amounts and notes, a photo or file that you show for one until a host has judged it, your cheers, whom you have blocked, and your e-mail address if you give me one: to count streaks and to remind you, and for nothing else. Others in your events, and in the community that an event belongs to, see your name, your numbers, each of your days and what you say of yourself; in public events all of that stands on a web page that anybody can open. Notes are for you alone. You can hide, take a copy of everything, or delete everything.
privacy-page = The whole policy: { $address } · The terms: { $terms }
privacy-hidden = You are no longer on any leaderboard. Your streaks go on.
privacy-shown = You are on the leaderboards of your events.
privacy-shown-pages = Your name, days and numbers stand on the pages of: { $titles }
privacy-shown-everybody = Everybody can see your name, days and numbers in: { $titles }
privacy-shown-community = Everybody in the place of each can see your name, days and numbers in: { $titles }
privacy-shown-left = Results of the time in which you were in it may name you: { $titles }
privacy-shown-more = { $titles } and { $n } more
privacy-export = Everything I keep about you, but for a file that waits for a host and messages on their way:
privacy-table = Your check-ins, as a table:
privacy-sure = Erase everything about you? Your streaks, badges and settings would be gone for good, a week from now. What I have said in chats stays there; whoever runs them can delete it.
privacy-planned = On { $day } everything about you will be erased. Until then you can call it off.
privacy-kept = Good. Everything stays.
privacy-unplanned = No erasure is planned. What has been erased already is gone.

## /admin
admin-user = Who
admin-event = Which event
admin-reason = Why; it stays on record
admin-whom = Who do you mean? Name somebody, or reply to a message of theirs.
setup-about = Set up this community
setup-zone = The time zone of this community
setup-language = The language of what I post here
setup-budget = How much to tell without being asked
setup-board = Whether to post a board each day
setup-recap = Whether to post a recap each week
setup-pin = Whether great streaks and results are pinned (Telegram)
setup-heading = **This community**
setup-line-budget = How much is told: { $value }
setup-budget-quiet = quiet — recaps, results and great milestones
setup-budget-usual = usual — recaps, beginnings, results, and milestones that are rare here, gathered
setup-budget-lively = lively — all milestones, soon
setup-line-board = A board each day: { $value }
setup-line-recap = A recap each week: { $value }
setup-line-pin = Great streaks and results are pinned: { $value }
setup-told = { $n ->
    [one] One event is told here: { $titles }
   *[other] { $n } events are told here: { $titles }
}
setup-full = So much was posted here today that boards, milestones and reminders are left out until { $when }.
setup-pin-telegram-only = Honours are pinned on Telegram only. Here a milestone can bring a role: /admin role.
setup-right = ✓ { $name }
setup-right-missing = ✗ { $name } is missing.
setup-closed = ✗ I may not write in { $place }. Let me view it and send messages there, then use a command in it.
setup-fix-discord = Whoever may manage roles here can allow that: Server Settings → Roles → my role, or, for this channel alone, Edit Channel → Permissions.
setup-fix-telegram = Whoever may add administrators here can allow that: group info → Edit → Administrators → my name.
permission-view = View channel
permission-send = Send messages
permission-threads = Send messages in threads
permission-attach = Attach files
permission-history = Read message history
permission-roles = Manage roles
permission-pin = Pin messages
admin-repair-about = Repair a member's missed day
admin-repair-day = The day: a date or yesterday
admin-repaired = ◇ Repaired { $day } for { $name }. Now { $run }.
take-back-about = Take back what a member checked in
take-back-day = The day: a date, today or yesterday
take-back-done = What { $name } checked in on { $day } is taken back. Now { $run }.
take-back-nothing = { $name } checked in nothing on { $day }. /matrix shows the days.
amnesty-about = Excuse days for everyone
amnesty-from = The first day
amnesty-from-which = From which day is everybody excused in **{ $title }**? Try from:1 March.
amnesty-until = The last day; the first one if left out
amnesty-ends-before = The last day is before the first one. Say a later one.
amnesty-done = { $first } to { $last } are excused for everybody in { $title }. Streaks that ended there go on.
remove-about = Remove someone from an event, or let them back in
remove-ban = Whether the person stays out
remove-done = { $name } is out of { $title }.
remove-banned = { $name } is out of { $title } and stays out.
remove-pardoned = { $name } may join { $title } again.
moderator-about = Show and choose moderators
moderator-action = Add or remove
moderator-list = { $n ->
    [0] No moderators yet. /admin moderator with a name adds one.
    [one] 1 moderator: { $names }
   *[other] { $n } moderators: { $names }
}
moderator-added = { $name } now helps to run this community, from within it: not from private chats or the web.
moderator-on-discord = On Discord, whoever manages the server lets moderators use /admin: Server Settings → Integrations → my name.
moderator-removed = { $name } is no longer a moderator.
silence-about = Silence an event or a person here
silence-event-done = { $title } is silenced here: nothing about it is posted, and nobody can announce it here. The same command with action:remove lifts that.
silence-event-lifted = { $title } may be announced here again, with /event announce.
silence-person-done = { $name } is silenced here: nothing that I post unasked names them, what I answer them here comes to them alone, and they cannot cheer or nudge from here. The same command with action:remove lifts that.
silence-person-lifted = { $name } is no longer silenced here.
silence-full = A place can silence a hundred events and a hundred people. Lift one of these first.
silence-none = Nothing and nobody is silenced here. /admin silence with an event or a person does that.
silence-events = { $n ->
    [0] No event is silenced.
    [one] One event is silenced: { $names }
   *[other] { $n } events are silenced: { $names }
}
silence-unseen = { $n ->
    [one] One event is silenced that cannot be seen here any more.
   *[other] { $n } events are silenced that cannot be seen here any more.
}
silence-unseen-lifted = What cannot be seen here is no longer silenced.
silence-people = { $n ->
    [0] Nobody is silenced.
    [one] One person is silenced: { $names }
   *[other] { $n } people are silenced: { $names }
}
role-about = Give a role for a milestone
role-length = How long the streak is
role-role = The role; none if left out
role-list = { $n ->
    [0] No roles for milestones yet. /admin role with a length and a role sets one.
    [one] One role for a milestone:
   *[other] { $n } roles for milestones:
}
role-line = { $length } in a row: { $role }
role-set = Whoever has { $length } in a row gets { $role }.
role-unset = { $length } in a row no longer brings a role.
role-not-yours = I give { $role } only for somebody who may give it: that takes “Manage roles”, and all that the role itself allows. Ask somebody who has both.
role-bad-length = Which milestone? Give a number such as 7 or 30.
role-discord-only = Only Discord has roles.
audit-about = Show what hosts and moderators did
audit-heading = **What was done here**
audit-line = { $when } · { $said }
audit-empty = Nothing has been done here yet.
record-about = Show what was done in your event
record-event = Which event
record-heading = **What was done in { $title }**
record-empty = No host has done anything in { $title } yet.
deed-role = role for a milestone
deed-repair = repaired a day
deed-take_back = took a check-in back
deed-again = next round
deed-announce = announced here
deed-invite = invited here
deed-silent = no longer posted here
deed-end = ended
deed-edit = changed
deed-amnesty = excused days
deed-pardon = let back in
deed-ban = kept out
deed-remove = removed
deed-let_in = let in
deed-turned_down = turned down
deed-approved = approved
deed-rejected = rejected
deed-moderator = made moderator
deed-no_moderator = no longer moderator
deed-silence = silenced
deed-no_silence = no longer silenced
deed-setup = changed the setup
deed-backfill = filled in a day
deed-own_repair = repaired a day of their own

## Ready-made events and their units
template-exercise = Exercise
template-walking = Walk
template-running = Run 20 km a week
template-stretching = Stretch
template-reading = Read 20 pages
template-language = Learn a language
template-coding = Write code
template-music = Make music
template-journaling = Keep a journal
template-meditation = Meditate
template-gratitude = Three good things
template-water = Drink water
template-sleep = Sleep seven hours
template-sugar = No sugar
template-savings = Put money aside
template-tidying = Tidy up
unit-steps = steps
unit-km = km
unit-pages = pages
unit-minutes = minutes
unit-glasses = glasses
unit-hours = hours

## Pictures
picture-streak = { $span ->
    [week] streak, weeks
    [month] streak, months
    [time] streak
   *[day] streak, days
}
picture-best = { $span ->
    [week] best, weeks
    [month] best, months
    [time] best
   *[day] best, days
}
picture-total = { $span ->
    [week] in all, weeks
    [month] in all, months
    [time] in all
   *[day] in all, days
}
picture-last = { $span ->
    [week] Last { $n } weeks
    [month] Last { $n } months
   *[day] Last { $n } days
}
picture-missed = missed
picture-partly = partly
picture-done = done
picture-more = more
picture-bonus = bonus
picture-open = still open
picture-frozen = frozen
picture-repaired = repaired
picture-rest = off
picture-bar = beside the highest
picture-bar-time = time, beside the longest

## Told without being asked
told-hello = Hi. I count streaks. /admin setup takes half a minute.
told-last-call = **{ $title }** is open for two more hours. { $is-check ->
    [no] { $current ->
        [one] Your streak is waiting for it.
       *[other] { $run }: that streak is waiting for it.
    }
   *[yes] { $current ->
        [one] One tap keeps your streak going.
       *[other] One tap keeps your streak going: { $run }.
    }
}
told-streak-ended = { $span ->
    [week] **{ $title }**: your streak ({ $run }) closed last week and stays yours. This week can be week 1.
    [month] **{ $title }**: your streak ({ $run }) closed last month and stays yours. This month can be month 1.
    [time] **{ $title }**: your streak ({ $run }) is closed and stays yours. Today can begin a new one.
   *[day] **{ $title }**: your streak ({ $run }) closed yesterday and stays yours. Today can be day 1.
}
told-event-started = **{ $title }** begins today. 🌱
told-event-ended = **{ $title }** is over. Well done, everybody. The longest streaks:
told-event-over = **{ $title }** is over.
told-made-public = **{ $title }** is public now: your name, days and numbers in it and what you say of yourself stand on web pages that anybody can open. You can hide, or leave.
told-made-public-left = **{ $title }** is public now: results of the time in which you were in it may name you on a web page that anybody can open. You can hide.
told-made-everybody = **{ $title }** is public now: everybody can see it, in other places too, and your name, days and numbers in it. You can hide, or leave.
told-made-everybody-left = **{ $title }** is public now: results of the time in which you were in it may name you to everybody, in other places too. You can hide.
told-made-community = Everybody in **{ $place }** can see **{ $title }** now, and your name, days and numbers in it. You can hide, or leave.
told-made-community-left = Everybody in **{ $place }** can see **{ $title }** now: results of the time in which you were in it may name you there. You can hide.
told-weeks-over = Last week:
told-weeks-event = **{ $title }**: { $places }
told-week-over = Last week at **{ $title }**:
told-week-sum = { $n ->
    [one] One check-in in all.
   *[other] { $n } check-ins in all.
}
told-week-climb = 📈 { $names }: { $more } more than the week before
told-week-perfect = ✨ { $n ->
    [one] One perfect week.
   *[other] { $n } perfect weeks.
}
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**: { $run } at { $title }
told-milestones = 🎉 Milestones
told-milestones-line = **{ $title }** · { $run }: { $names }
told-run = { $span ->
    [week] { $n ->
        [one] 1 week
       *[other] { $n } weeks
    } in a row
    [month] { $n ->
        [one] 1 month
       *[other] { $n } months
    } in a row
    [time] { $n } in a row
   *[day] { $n ->
        [one] 1 day
       *[other] { $n } days
    } in a row
}
span-count = { $span ->
    [week] { $n ->
        [one] 1 week
       *[other] { $n } weeks
    }
    [month] { $n ->
        [one] 1 month
       *[other] { $n } months
    }
    [time] { $n ->
        [one] once
       *[other] { $n } times
    }
   *[day] { $n ->
        [one] 1 day
       *[other] { $n } days
    }
}
told-reminders = { $n } events are still open:
told-reminders-line = { $span ->
    [week] • **{ $title }** · week { $next }
    [month] • **{ $title }** · month { $next }
    [time] • **{ $title }**
   *[day] • **{ $title }** · day { $next }
}
told-reminder-period-1 = { $span ->
    [week] **{ $title }** is still open this week.
    [month] **{ $title }** is still open this month.
   *[time] **{ $title }** is still open.
}
told-reminder-period-2 = { $span ->
    [week] Week { $next } of **{ $title }** is waiting for you.
    [month] Month { $next } of **{ $title }** is waiting for you.
   *[time] **{ $title }** is waiting for you.
}
told-reminder-period-3 = { $span ->
    [week] This week has room for **{ $title }**.
    [month] This month has room for **{ $title }**.
   *[time] Today has room for **{ $title }**.
}
told-reminder-period-4 = { $span ->
    [week] **{ $title }**, week { $next }: whenever you are ready.
    [month] **{ $title }**, month { $next }: whenever you are ready.
   *[time] **{ $title }**: whenever you are ready.
}
told-to-whom = **{ $name }**, this is for you:
told-reminder-first-1 = **{ $title }** is still open today. A good day for day 1.
told-reminder-first-2 = Today is a good day to begin **{ $title }**. Shall we?
told-reminder-first-3 = **{ $title }**: every streak begins with one day. Perhaps today?
told-reminder-first-4 = A few minutes for **{ $title }** today?
told-reminder-first-5 = There is room for **{ $title }** today, early or late.
told-reminder-first-6 = Just today, just **{ $title }**: that is enough.
told-reminder-first-7 = **{ $title }**, whenever it suits you today.
told-reminder-back-1 = **{ $title }** is still here. Your best of { $best } stays yours, and today can be day 1.
told-reminder-back-2 = Day 1 of **{ $title }** again? You know the way.
told-reminder-back-3 = You once reached { $best } in **{ $title }**. Today can be a new day 1.
told-reminder-1 = **{ $title }** is still open today. Day { $next } is one tap away.
told-reminder-2 = Day { $next } of **{ $title }** is waiting for you.
told-reminder-3 = A quiet moment for **{ $title }**? It would be day { $next }.
told-reminder-4 = **{ $title }**, day { $next }: whenever you are ready.
told-reminder-5 = Today has room for **{ $title }**. Day { $next } is yours.
told-reminder-6 = A little time for **{ $title }**, and day { $next } is done.
told-reminder-7 = Ready for **{ $title }**? Day { $next } is open.
told-reminder-best-1 = { $left } more to reach your best in **{ $title }**. Today is day { $next }.
told-reminder-best-2 = Your best in **{ $title }** is close: day { $next } of { $best }.
told-reminder-best-3 = **{ $title }**, day { $next }: your best is { $best }.
told-reminder-fellow-1 = { $name } is in today at **{ $title }**. There is room for you, too.
told-reminder-fellow-2 = { $name } has done **{ $title }** today. Join in when you like.
told-cheer = 👏 { $name } cheers for you.
told-nudge = { $name } is thinking of you: { $span ->
    [week] **{ $title }** is still open this week.
    [month] **{ $title }** is still open this month.
   *[day] **{ $title }** is still open today.
}
told-join-asked = **{ $name }** would like to join **{ $title }**.
told-code-overheard = **{ $name }** typed a code for **{ $title }** where others read. It does not work any more.
somebody = Somebody
told-link-refused = The other account says it is not yours. Nothing was linked.
told-join-in = You are in **{ $title }** now. Welcome.
told-join-out = The host of { $title } did not let you in this time.
told-join-out-untitled = The host of the event that you asked to join did not let you in this time.
told-proof = **{ $name }** showed this for **{ $title }**: { $file }
told-proof-file = **{ $name }** showed this for **{ $title }**.
told-proof-elsewhere = It was sent on Telegram and can be seen only there: use /event review in Telegram.
told-proof-in-chat = It is seen in a chat: use /event review on Discord or Telegram.
told-removed = A host has taken you out of { $title }. What you did stays yours: /privacy has a copy.
told-removed-untitled = A host has taken you out of an event. What you did stays yours: /privacy has a copy.
told-proof-rejected = The host of { $title } did not accept what you showed, so that check-in is taken back.
told-taken-back = A host of { $title } has taken back what you checked in on { $day }. /matrix shows how you stand.
told-moderator = You now help to run **{ $place }**: you may use /admin there, and look after the events that were made there.
told-moderator-removed = You no longer help to run **{ $place }**. Your streaks and the events that you made stay yours.
told-role-failed = I could not give the role for { $length } in a row in { $title }. Please put my role above it, and allow me to manage roles.
told-place-closed = I may no longer write where **{ $title }** is told. Let me view that channel and send messages there, then use a command in it; or tell it elsewhere with /event announce.
told-board = 📅 { $day } · **{ $title }**
told-withdrawn = The card of an event that stood here has been taken down.
told-boards = 📅 { $day }
told-boards-event = **{ $title }**
told-boards-week = **{ $title }** · this week
told-boards-month = **{ $title }** · this month
told-boards-days = **{ $title }** · { $day }
told-board-week = 📅 Week of { $day } · **{ $title }**
told-board-month = 📅 { $day } · **{ $title }**
told-board-count-over = { $in } of { $all } were in
told-board-count-day-over = { $in } of { $all } were in by the end of the day
told-board-in = ✅ { $names }
told-board-open = ⏳ { $names }
told-board-run = 🎉 { $run }: { $names }
told-board-more = { $names } and { $n } more
told-board-count = { $in } of { $all } are in

## Refusals
refused-not-member = You are not in this event.
refused-already-member = You are already in this event.
refused-not-started = This event has not started yet.
refused-ended = This event is over. What you did stays.
refused-window-closed = That day can no longer be filled in. Where it ended a streak, a host of the event can repair it.
refused-future-day = That day is still to come.
refused-empty-day = That day was skipped in your time zone.
refused-in-future = My clock was set back, so your message seems to come from the future. It is no fault of yours: please try again later.
refused-too-old = Your message took more than two days to arrive, so I could not count it.
refused-already-in = You are already in for that day.
refused-too-many = That is enough for one day. Tomorrow is another one.
refused-conflict = That request came before with different content. Please send it again.
refused-nothing-to-undo = There is nothing from today to take back.
refused-already-undone = That one has already been taken back.
refused-too-late = That was too long ago to take back. A host of the event still can.
refused-not-found = I cannot find that check-in.
refused-not-owner = That check-in is somebody else’s.
refused-unknown-task = There is no such task in this event.
refused-bad-amount = That amount does not fit this event. Give a number above zero where it counts amounts, and none where it does not.
refused-disabled = This event does not offer that.
refused-too-soon = That needs a day of notice.
refused-too-long = That is more days than this event allows.
refused-overlap = Those days overlap a pause you already have.
refused-not-paused = You are not paused.
refused-not-repairable = Nothing was missed there that ended a streak.
refused-cooldown = You repaired one not long ago. It works again later.
refused-tz-limit = Your time zone has already changed four times in a month. You can change it again later.

## E-mail
email-about = Get reminders by e-mail too
email-address = Your e-mail address, or “off”
name-email = email
name-address = address
choice-email = E-mail
choice-push = Notification
email-none = I know no e-mail address of yours. Write `/email` and your address, and I will send a link to it.
email-shown = I can write to { $address }, for example with `/remind via:email`, or when your chats are closed to me.
email-wanted = { $address } is not confirmed yet: follow the link that I sent there.
email-sent = I sent a link to { $address }. Follow it within a day, and I can write there.
email-bad = “{ $words }” does not look like an e-mail address. Try one such as name@example.org.
email-too-often = That is enough for today: try that address again tomorrow.
email-off = I have forgotten your e-mail address.
email-unavailable = This bot sends no e-mail. /remind via:dm writes to you in a chat.
way-closed-email = Mail to the address that you gave me came back. Check it: /email
way-closed-push = I can send no notifications to your browser any more. You can turn them on again in your settings on the web.
email-footer = You get this because you confirmed this address with Streaks. To stop it:
button-email-off = Forget my address
button-confirm-email = Confirm this address
told-confirm-email =
    Confirm your e-mail address
    { $name } asked to get reminders from Streaks at this address. If that is you, follow the link within a day. If not, do nothing: the address will be forgotten.
remind-no-email = I know no confirmed e-mail address of yours. Write /email and your address first.
remind-no-push = First let a browser show you notifications, in your settings on the web.
remind-push-unavailable = This bot sends no notifications to browsers. /remind via:dm writes to you in a chat.
button-open-settings = Settings on the web

## What Discord may give roles by
role-fact-longest = Longest streak
role-fact-longest-about = Periods in a row, at least
role-fact-total = Total
role-fact-total-about = Periods done in all, at least
role-fact-since = Days here
role-fact-since-about = Days since the first event, at least
