# Short, warm, adult. What people wrote comes in isolated, so a sentence never turns around.

site = Streaks
skip = Skip to the content
to-home = See the open events

## Open events
home-title = Open events
home-lead = Small things, done day after day, together. Everybody may join these.
home-empty-title = No open events yet
home-empty = Make the first one: write “{ $command }” in a chat where the Streaks bot is. As soon as it is there, it stands here.
home-over = Ended events
home-over-lead = What people did together, and how it ended.
search = Search
search-title = Find an event
search-category = About
search-any = anything
order-title = Order
order-of-newest = newest first
order-of-members = largest first
in-today = { $count } in today
first-place = First: { $names }
search-none = Nothing was found. Try fewer words, or another subject.
page-before = Newer
page-next = Older
bring-title = Bring Streaks to your people
bring-text = Add the bot to a Discord server or a Telegram group: members join, check in and see the leaderboard where they talk anyway.
bring-discord = Add to Discord
bring-telegram = Add to a Telegram group
members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}

## What an event asks for
day-start = A day begins at { $time }
starts = Starts on { $date }
until = Until { $date }
ended = Ended on { $date }
join = To take part, write “{ $command }” in a chat where the Streaks bot is.
join-discord = Join in Discord
join-telegram = Join in Telegram
invite-title = You are invited
invite-over-title = This invitation is over
invite-over-text = The code is wrong, used up or too old. Ask whoever sent it for a new one.

## The leaderboard
board-title = Leaderboard
board-by = Order
board-period = Time
period-all = All time
span-title = Weeks and months
span = { $from } to { $until }
span-earlier = Earlier
span-later = Later
board-first = First page
board-next = Next page
updated = Updated
column-rank = Rank
column-name = Name
column-streak = Streak
column-best = Best
column-total = Total
column-consistency = Consistency
column-amount = Amount
column-periods = { $span ->
    [week] Weeks
    [month] Months
    [time] Times
   *[other] Days
}
counted-in = { $span ->
    [week] Counted in weeks
    [month] Counted in months
    [time] Counted in times
   *[other] Counted in days
}
column-week = Last 7 days
column-today = Today
order-current = Ordered by current streak, then by best, by total, and by who joined first. Equal streaks share a rank, and the next rank is skipped.
order-longest = Ordered by best streak, then by total, and by who joined first. Equal bests share a rank, and the next rank is skipped.
order-total = Ordered by total, then by best streak, and by who joined first. Equal totals share a rank, and the next rank is skipped.
order-consistency = Ordered by the share of required periods that were done, then by best streak, by total, and by who joined first.
order-points = Ordered by amount, then by best streak, by total, and by who joined first.
order-window = Ordered by what was done in this time. Equals share a rank, and the next rank is skipped.
hosting = You run this event
hosting-edit = Edit
hosting-invite = Invite codes
hosting-review = Requests and proofs
hosting-record = What was done
hosting-winners = Winners
hosting-again = Next round
hosting-end = End it
members-title = Members
members-lead = Everybody who is in, also those who hide from the others.
members-table = As a table (CSV)
members-remove = Remove
members-out = Take out
members-ban = Take out and keep out
column-joined = Joined
calendar = Follow in a calendar
place-title = Your place
board-empty = Nobody is in yet. Be the first.

## The activity of a member
activity-title = Activity
activity-lead = The last 12 weeks of those in front.
activity-all = The activity of everybody
activity-page-lead = The last 12 weeks of everybody, in the order of the leaderboard.
activity-summary = { $asked ->
    [0] Just begun
   *[other] { $span ->
        [week] { $done } of { $asked } weeks
        [month] { $done } of { $asked } months
        [time] { $done } of { $asked } times
       *[other] { $done } of { $asked } days
    }{ $bonus ->
        [0] {""}
        [one] , 1 bonus
       *[other] , { $bonus } bonuses
    }, longest { $longest }, now { $current }
}
legend = What the squares mean
week-of = Week of { $date }
mark-done = done
mark-extra = done on a rest day
mark-missed = not done
mark-open = still open
mark-rest = rest day
mark-paused = paused
mark-frozen = saved by a freeze
mark-repaired = repaired
mark-excused = not counted
mark-away = not taking part
person-events = Events
person-badges = Badges
person-years = Years
person-picture = This matrix as a picture for other pages
matrix-label = { $name }, { $title }, { $year }: { $span ->
    [week] { $done } of { $asked } weeks
    [month] { $done } of { $asked } months
    [time] { $done } of { $asked } times
   *[other] { $done } of { $asked } days
}{ $bonus ->
    [0] {""}
    [one] , 1 bonus
   *[other] , { $bonus } bonuses
}
feed-began = { $title } has begun
feed-reached = { $name }: { $run } · { $title }

## Dates
date = { $day } { $month } { $year }
date-short = { $day } { $month }
moment = { $date }, { $time } ({ $zone })
weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}

## When there is no page
missing-title = There is nothing here
missing-text = The address may be mistyped, or what stood here is only for those who were invited.
fault-title = Something went wrong on our side
fault-text = Your streaks are safe. Please try again in a moment.
too-many-title = Too many requests
too-many-text = { $wait ->
    [one] That was a lot at once. Please wait for a second.
   *[other] That was a lot at once. Please wait for { $wait } seconds.
}
busy-title = Many are watching right now
busy-text = The page itself works; only the live view is full. Please load it again in a moment.

## The time zone of a device
zone-title = Your time zone
zone-without = Write “{ $command }” and your city in a chat where the Streaks bot is.
zone-with = This device lives by the clock of
zone-use = Use it in Telegram
zone-write = Write this in a chat where the Streaks bot is:

## Links in mails
email-confirm-title = Confirm your address
email-confirm-text = Streaks may then write to { $address }, as asked for in a chat.
email-confirm-button = Confirm
email-confirmed-title = Confirmed
email-confirmed-text = Streaks can write to you now. Choose what and when in your chat, for example with /remind.
email-leave-title = Stop e-mail
email-leave-text = Streaks will write no more to { $address }. Reminders go to your chats instead.
email-leave-button = Stop e-mail
email-left-title = No more e-mail
email-left-text = The address is forgotten. You can name one again at any time in your chat.

## Signed in
me = My streaks
join-here = Join here
login-title = Sign in
login-text = You are about to sign in as { $name } in this browser.
login-button = Sign in
login-over-title = This link does not work any more
login-over-text = A link to sign in works once, for ten minutes. Write “/login” to the bot for a new one.
signed-out-title = Sign in
signed-out-text = Write “/login” to the Streaks bot in Discord or Telegram: it answers with a link that signs you in here. No password is needed.
sign-in-lead = No password is needed: show that an account is yours.
sign-in-discord = Sign in with Discord
sign-in-telegram = Sign in with Telegram
sign-in-link-title = Or by a link
app-opening = One moment …
app-outside = This opens inside Telegram, from the chat with the bot.
not-agreed-title = You are not signed in
not-agreed-text = You turned it down, and nothing has changed. You can try again at any time.
not-signed-in-title = That did not work
not-signed-in-text = Nobody could show who you are just now. Try again, or write “/login” to the bot for a link.
roles-told-title = Discord knows your streaks
roles-told-text = Servers can give roles by your longest streak and your total, outside of invite-only events, and by how long you have been here. Come again by the same link to have it told anew.
roles-not-told-title = Discord did not take it
roles-not-told-text = You are signed in, but Discord was not told of your streaks. Try it again in a moment.
foreign-title = This did not come from here
foreign-text = The form is too old, or another page sent it. Go back, load the page again, and try once more.
me-join = Join
me-answer = Answer
me-needs-chat = That needs something to be sent, which works in the chat with the bot.
me-send = Send
me-today = Today
me-none = You are in no event yet.
me-done = { $run }
me-open = { $run }, { $span ->
    [week] open this week
    [month] open this month
    [time] open
   *[other] open today
}
me-off = { $run }, nothing to do today
me-check-in = Check in
me-sessions = Signed in in
session-here = this browser
session-end = End it
me-unclear = I did not understand that. Choose a command below, or send “/help”.
me-line = Write what you would write to the bot
logout = Sign out
logout-everywhere = Sign out everywhere
settings = Settings
settings-profile = Profile
settings-name = Name
settings-about = A few words about yourself
settings-clock = Language and time
settings-language = Language
settings-use = Use it
settings-day-start = Your day begins at (up to 06:00)
settings-quiet = Quiet hours (empty: none)
settings-others = What others see and do
settings-hidden = Keep me out of rankings and boards
settings-nudges = Others may nudge me
settings-cheers = Others may cheer for me
settings-milestones = Tell others of my milestones
settings-save = Save
settings-accounts = Accounts
settings-link = To add another account, write “/link” to the bot there; to part one, “/unlink”.
settings-data = Your data
settings-export = Export everything
settings-delete = Delete everything …
passkeys = Passkeys
passkeys-lead = With a passkey you sign in by your device: a fingerprint, a face, or its PIN.
passkey-make = Make a passkey
passkey-failed = That did not work. Nothing has changed.
sign-in-passkey = Sign in with a passkey
push = Notifications
push-lead = This device shows your reminders, also while no page is open. They come here instead of to the chat.
push-on = Send my reminders to this device
push-failed = The browser does not allow it. Allow notifications for this site, then try again.
push-off = Turn off
push-since = since { $date }

## Tokens and the API
api-token = This needs a token that is good: make one at /me/tokens and send it as “Authorization: Bearer …”.
api-rate = Too many requests: try again in { $wait } s.
api-lead = What programs can ask and do. The same, for programs:
api-token-from = A token comes from
api-your-token = Your token (it stays in this tab)
api-body = Body, as JSON
api-no-script = Trying it out needs JavaScript; the description above does not.
api-scope = The token is not good for that.
api-proof = This event asks for a photo or file with each check-in, which works in a chat.
api-not-here = That is for people alone: it works in a chat with the bot.
me-tokens = Tokens for programs
tokens-title = Tokens for programs
tokens-lead = With a token a program acts for you. What it can ask and do is described in
tokens-name = Name
tokens-scope = Good to
scope-read = see what you see
scope-write = see and do what you can
scope-calendar = follow your calendar, and nothing else
scope-check-in = check in to { $title }, and nothing else
tokens-made = This is the token. It is shown only now: keep it where nobody else reads it.
tokens-address = Who has this address can use it, and it can do nothing else:
tokens-make = Make a token
tokens-yours = Your tokens
tokens-used = last used on { $date }
tokens-unused = never used
tokens-drop = Take back
tokens-not-made-title = No token was made
tokens-not-made-text = It needs a name, and what it is good for. Nobody can have more than 50.
check-in-text = Checks in for { $name }.
check-in-done = { $run } · { $title }

## Apps of others
apps = Apps you offer
apps-lead = Programs of yours that others can let in, by OAuth 2. They need no secret; where to find everything stands at
apps-name = Name
apps-redirects = Addresses to come back to, one a line (none: only for devices)
apps-make = Make it known
apps-drop = Forget it
app-not-made-title = No app was made
app-not-made-text = It needs a name, and up to ten addresses that begin with https:// or http://127.0.0.1, or with a name of its own such as org.example.app:/. Nobody can have more than 20.
consent-title = Let it in?
app-continue = Continue as
consent-text = { $app } wants to act for { $person }.
consent-read = It could see what you see.
consent-write = It could see and do what you can.
consent-back = It goes on at { $host }.
consent-device = Agree only if your device shows { $code } right now.
consent-maker = Offered by { $name }
device-out-title = The device stays out
device-out-text = You turned it down, and nothing has changed.
consent-yes = Let it in
consent-no = No
app-unknown-title = Nobody knows this app
app-unknown-text = The address of the app is wrong, or it is not known here. Nothing has happened.
app-astray-title = This app cannot be let in like this
app-astray-text = The app asked wrongly. Nothing has happened, and nobody was let in. It wants you back at { $host }: go there only if you know it.
app-astray-back = Back to { $host }
device-title = Let in a device
device-text = Type the code that the device shows
device-go = Go on
device-wrong = That is no code that waits. Look at it again, or have the device show a new one.
device-in-title = The device is in
device-in-text = You can put it down here: it goes on by itself. Under “Tokens for programs” you can take that back.
device-over-title = This code waits no more
device-over-text = Have the device show a new one.

## Privacy and terms, a paragraph a line
privacy-title = Privacy policy
terms-title = Terms of use
legal-operator = { $name } runs this instance of Streaks.
legal-nobody = Whoever runs this instance of Streaks has not given their name here. Ask those who run your community.
legal-contact = Contact:
privacy-kept-title = What is kept
privacy-kept-text =
    Of your accounts on Discord and Telegram: their ids, names and language. What you say about yourself: your name here, a few words, interests, settings and your time zone. A location that you send becomes a time zone, and is forgotten.
    The events you make and join, when you joined and left, your check-ins with their time, amounts and notes, pauses, repairs, badges, reminders, cheers and nudges, and whom you have blocked. Of a photo or file that shows a check-in, what its platform calls it; the file itself only until a host has judged it, you leave, or the event has been over for 30 days. The place and time that a camera writes into a JPEG or PNG are removed first. What cannot be kept, or is not yet, hosts see as it was sent.
    What you turn on: your e-mail address, browsers that show notifications, passkeys, tokens, apps that you let in or offer, and the browsers in which you are signed in.
    What hosts and moderators do, by their ids, and whom a community has silenced.
privacy-purpose-title = What for
privacy-purpose-text = To count streaks, to show leaderboards, and to remind you and tell you what you asked for. Nothing is sold, there are no advertisements, and nobody is followed across pages.
privacy-seen-title = Who sees it
privacy-seen-text =
    Members of your events, and of the community that an event belongs to, and everybody in a channel in which a host has it told, see your name, your numbers, each of your days and what you say of yourself. Hosts see everybody who is in, and what was shown to prove a check-in.
    In a public event your name, your numbers, your days and what you say of yourself stand on a web page that anybody can open. Search engines are asked to leave it out.
    Notes are for you alone. Whoever hides is on no leaderboard and has no page.
privacy-passed-title = Who else gets it
privacy-passed-text = Discord and Telegram carry what is said there, by rules of their own. A mail server carries mail, and the push service of your browser carries notifications, which only your browser can read. Apps that you let in see what you let them see. If you link your account to the roles of a Discord server, Discord is told your longest streak, your total and since when you are here, but nothing of invite-only events; to end that, remove Streaks at Discord under Settings → Authorized Apps.
privacy-time-title = For how long
privacy-time-text =
    What you write to the bot: until it is answered, or for seven days where that failed. What the bot was to tell: 30 days. Being signed in: until 30 days after you were last here, and 90 days at most. Links to sign in and codes to link accounts work for ten minutes.
    Addresses on the network are only in memory, so that limits can be kept, and are not stored.
    A server or group that removes the bot: for 30 days. Its events stay with their members.
    Everything else: until you delete it.
privacy-rights-title = What you can do
privacy-rights-text =
    Write /privacy to the bot, or open your settings here: you can hide, take a copy of everything as a file, and delete everything. It is deleted a week later; until then you can call it off.
    What the bot has said in chats, such as milestones, boards and results, stays there; whoever runs them can delete it.
    Events that you made stay without you where others are or were in them; the others are deleted. Records of what hosts did stay, without words and without you.
    Of your accounts a fingerprint stays that only shows whether the same account comes back: whoever is kept out of an event, silenced or blocked stays so, and limits hold.
privacy-contact = For anything else, such as having something corrected, turn to the contact above.
privacy-cookies-title = Cookies
privacy-cookies-text = One keeps you signed in. While you sign in, others remember for ten minutes how and what for. There are no more.
terms-service-title = What this is
terms-service-text = Streaks counts what people say they have done. It is offered as it is: nobody promises that it is always there, that it never errs, or that a number proves anything. It is no medical or other advice.
terms-conduct-title = How we treat each other
terms-conduct-text =
    Use it only if you may use Discord or Telegram where you live and at your age. Their terms hold as well.
    Write nothing that is unlawful, hateful, sexual or meant to harm, and nothing about others that they would not want. Do not flood the bot, get around its limits, or act as somebody else.
    Hosts, moderators and whoever runs this instance may take out what, and who, does not keep to that.
terms-public-title = What others see
terms-public-text = Whoever makes an event public, or joins a public one, agrees that its words, and the names, numbers and days of those who are in and what they say of themselves, stand on a web page that anybody can open. Whoever came in before it was public is told, and can hide or leave.
terms-end-title = How it ends
terms-end-text =
    You can leave at any time, and have everything deleted with /privacy. This instance, or a part of it, may change or end; until then you can take a copy of everything.
    What the law gives you stays yours, whatever stands here.
