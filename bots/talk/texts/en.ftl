# Short, warm, adult. The number first, then one sentence. No guilt, no countdowns.

fault = Something went wrong on our side. Nothing you did is lost; please try again in a moment.
who-are-you = I cannot see who you are here. Please write as yourself, not as the group.

## Buttons and choices
button-checkin = ✅ Check in
button-undo = Undo
button-join = Join
button-join-titled = Join { $title }
button-leaderboard = Leaderboard
button-events = See the events
button-leave = Leave
button-remind = Remind me at 20:00
button-remind-off = Stop reminding
button-open-private = Open a private chat
button-time-yes = Yes, { $time }
button-time-other = No, other time
button-by-current = Current
button-by-longest = Longest
button-by-total = Total
choice-today = today
choice-yesterday = yesterday
choice-all = all
choice-mine = mine
choice-open = open to join
choice-public = public
choice-invite = invite-only
choice-fixed = one clock for everybody
choice-personal = each member's own clock
choice-current = current streak
choice-longest = longest streak
choice-total = days in all

## Which event
event-which = Which event do you mean?
event-unknown = This event is not there (any more).
event-not-found = I find no event called “{ $words }”. /events shows what there is.
choice-unknown = I do not know “{ $word }” for { $param }. It is one of: { $known }.
only-in-private = I have an answer, but not for everybody’s eyes. Open a private chat with me and ask again there.
event-none-mine = You are not in any event yet. /events shows what you can join.
event-none-open = There is nothing to join yet. Make the first one with /event create.

## /start and /help
start-about = Say hello and set your clock
start-code = The code behind the link that led here
start-hello = Hi { $name } 👋 I count streaks: one tap a day, and everybody sees how far you have come.
help-about = Show what I can do
help-intro = One tap a day keeps the streak alive. What I understand:
help-line = **/{ $path }** { $about }
help-web = Leaderboards on the web: { $address }

## /checkin
checkin-about = Check in for today
checkin-event = Which event, if you are in several
checkin-note = A few words about it
checkin-day = Today, or yesterday if you forgot
checkin-done = ✅ **Day { $current }** · { $title }
checkin-milestone = 🎉 That is { $length } in a row.
checkin-to-best = { $left } more to your best ({ $best }).
checkin-to-milestone = { $left } more to { $next } in a row.
checkin-see-you = See you tomorrow.
checkin-already = Already in for today, day { $current } of { $title }. Undo?
checkin-already-yesterday = Yesterday is done already. You are at { $current } in { $title }.
checkin-all-done = All done for today. ✨
checkin-which = Which one is done?
checkin-not-in = You are not in { $title } yet.
clock-in-private = Write to me in private to set your clock and reminders.

## /undo
undo-about = Take your last check-in back
undo-event = Which event
undo-done = Taken back. You are at { $current } in { $title }.

## /streak
streak-about = See how you stand
streak-event = Which event; all of yours if left out
streak-line = { $current ->
    [0] **{ $title }**: at 0 for now
   *[other] **{ $title }**: { $current } in a row
}
streak-more = Best { $longest } · { $total } in all · { $met } of the last { $days } days
streak-today-done = Today is done.
streak-freezes = { $freezes ->
    [0] No freeze left: a missed day ends the run.
    [one] ❄️ One freeze: a missed day will not end the run.
   *[other] ❄️ { $freezes } freezes: missed days will not end the run at once.
}
streak-today-open = Today is still open.
streak-today-rest = Nothing is asked for today.

## /leaderboard
leaderboard-about = See who stands where
leaderboard-event = Which event
leaderboard-by = What to rank by
leaderboard-heading-current = 🏆 **{ $title }** · current streak
leaderboard-heading-longest = 🏆 **{ $title }** · longest streak
leaderboard-heading-total = 🏆 **{ $title }** · days in all
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · you
leaderboard-gap = …
leaderboard-empty = Nobody is in yet. The first place is free.
leaderboard-page = { $address }

## /events
events-about = See the events
events-show = All, only yours, or only those you can join
events-mine = **You are in:**
events-open = **Open to join:**
events-line = • { $title } · { $members ->
    [0] nobody yet
    [one] 1 person
   *[other] { $members } people
}

## /join and /leave
join-about = Join an event
join-event = Which event
join-code = The code of an invite-only event
join-done = You are in **{ $title }**.
join-already = You are in **{ $title }** already.
join-today = Today counts already.
join-code-unknown = This code does not work (any more). Ask for a new one.
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
card-days-daily = Every day
card-days-weekdays = Monday to Friday
card-days-weekend = Saturday and Sunday
card-days-some = On some days of the week
card-clock-fixed = Days follow the clock of { $zone }.
card-clock-personal = Days follow everybody's own clock.

## /event create and /event announce
create-about = Make a new event
create-title = What it is called
create-goal = What to do each day, in your words
create-days = daily, weekdays, weekend, or days such as mon, wed, fri
create-visibility = Public, or invite-only
create-clock = One clock for everybody, or each member's own
create-zone = The time zone of the event's days
create-no-title = What shall it be called? For example: /event create Read 20 pages
create-bad-days = I do not know the days “{ $days }”. Try daily, weekdays, weekend, or mon, wed, fri.
create-code = Only people with this code can join: `{ $code }`
    It works for a week: /join code:{ $code }
announce-about = Post the milestones of an event here too
announce-event = Which event
announce-done = Milestones of { $title } will be posted here.
announce-private = This works in a channel or group.
announce-not-yours = Only the person who made an invite-only event can announce it in a channel.

## /timezone
timezone-about = Set your time zone
timezone-zone = A city, a zone such as Europe/Berlin, or the time on your clock
timezone-question = Is it { $time } where you are?
timezone-now = It is { $time } for you ({ $zone }).
timezone-which-hour = What does your clock show?
timezone-hour = It is { $time } here
timezone-which-city = Which of these is closest?
timezone-set = Good. Your day ends at midnight, { $zone } time.
timezone-set-open = Good. Your day ends at midnight, { $zone } time. Today still counts.
timezone-unknown = I do not know “{ $words }”. Try a city, a zone such as Europe/Berlin, or the time on your clock.

## /remind
remind-about = Be reminded, if the day is not done yet
remind-at = A time such as 20:00 or 8pm, or off
remind-event = Which event
remind-set = I will remind you of { $title } at { $time }, if the day is not done by then.
remind-next = Next time: { $when }
remind-none = No reminder for { $title } yet. When shall I write?
remind-off = No more reminders for { $title }.
remind-no-way = I cannot write to you until you have written to me. Open a private chat with me, then ask again.
remind-bad-time = I cannot read the time “{ $words }”. Try 20:00, 8pm or off.

## Told without being asked
told-last-call = Two hours left for **{ $title }**. { $current ->
    [one] One tap keeps your day.
   *[other] One tap keeps your { $current } in a row.
}
told-streak-ended = Your { $length } in a row at **{ $title }** ended yesterday. They stay yours. Today can be day 1.
told-event-started = **{ $title }** begins today. 🌱
told-event-ended = **{ $title }** is over. Well done, everybody. The longest streaks:
told-week-over = Last week at **{ $title }**:
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**: { $length } days in a row of { $title }
told-reminder = **{ $title }** is still open today. Day { $next } is one tap away.
told-reminder-first = **{ $title }** is still open today. A good day for day 1.

## Refusals
refused-not-member = You are not in this event.
refused-already-member = You are in this event already.
refused-not-started = This event has not started yet.
refused-ended = This event is over. What you did stays.
refused-window-closed = That day can no longer be filled in.
refused-future-day = That day is still to come.
refused-empty-day = That day was skipped in your time zone.
refused-in-future = Your message comes from the future. Please check the clock of your device.
refused-too-old = Your message took more than two days to arrive, so I could not count it.
refused-already-in = You are in for that day already.
refused-conflict = That request came before with other content. Please send it again.
refused-nothing-to-undo = Nothing from today to take back.
refused-already-undone = That one is taken back already.
refused-too-late = That is too long ago to take back.
refused-not-found = I do not find that check-in.
refused-not-owner = That check-in is somebody else’s.
refused-unknown-task = This event has no such task.
refused-bad-amount = That amount does not fit this event. Give a number above zero where it counts amounts, and none where it does not.
refused-disabled = This event does not have that.
refused-too-soon = That needs a day of notice.
refused-too-long = Those are more days than this event allows.
refused-overlap = Those days overlap a pause that you have already.
refused-not-paused = You are not paused.
refused-not-repairable = There is no missed day there that ended a run.
refused-cooldown = You repaired one not long ago. It works again later.
refused-tz-limit = Your zone was changed four times in a month already. You can change it again later.
