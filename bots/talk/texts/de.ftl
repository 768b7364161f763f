# Kurz, warm, erwachsen. Zuerst die Zahl, dann ein Satz. Keine Schuld, kein Countdown.

fault = Bei uns ist etwas schiefgegangen. Verloren ist nichts; bitte versuch es gleich noch einmal.
who-are-you = Ich sehe hier nicht, wer du bist. Bitte schreib als du selbst, nicht als die Gruppe.

## Knöpfe und Auswahl
button-checkin = ✅ Eintragen
button-undo = Zurücknehmen
button-join = Mitmachen
button-join-titled = Bei { $title } mitmachen
button-leaderboard = Rangliste
button-events = Events ansehen
button-leave = Verlassen
button-remind = Um 20:00 erinnern
button-remind-off = Nicht mehr erinnern
button-open-private = Privaten Chat öffnen
button-time-yes = Ja, { $time }
button-time-other = Nein, andere Zeit
button-by-current = Aktuell
button-by-longest = Längste
button-by-total = Gesamt
choice-today = heute
choice-yesterday = gestern
choice-all = alle
choice-mine = meine
choice-open = offene
choice-public = öffentlich
choice-invite = nur mit Einladung
choice-fixed = eine Uhr für alle
choice-personal = für jeden die eigene Uhr
choice-current = aktuelle Serie
choice-longest = längste Serie
choice-total = Tage insgesamt

## Welches Event
event-which = Welches Event meinst du?
event-unknown = Dieses Event gibt es nicht (mehr).
event-not-found = Ich finde kein Event namens „{ $words }“. /events zeigt, was es gibt.
choice-unknown = „{ $word }“ kenne ich bei { $param } nicht. Es gibt: { $known }.
only-in-private = Ich habe eine Antwort, aber nicht für alle Augen. Öffne einen privaten Chat mit mir und frag dort noch einmal.
event-none-mine = Du bist noch in keinem Event. /events zeigt, wo du mitmachen kannst.
event-none-open = Noch gibt es nichts zum Mitmachen. Leg mit /event create das erste an.

## /start und /help
start-about = Hallo sagen und die Uhr stellen
start-code = Der Code hinter dem Link, der hierher führte
start-hello = Hallo { $name } 👋 Ich zähle Serien: einmal am Tag tippen, und alle sehen, wie weit du schon bist.
help-about = Zeigen, was ich kann
help-intro = Einmal am Tag tippen hält die Serie am Leben. Das verstehe ich:
help-line = **/{ $path }** { $about }
help-web = Ranglisten im Web: { $address }

## /checkin
checkin-about = Für heute eintragen
checkin-event = Welches Event, wenn du in mehreren bist
checkin-note = Ein paar Worte dazu
checkin-day = Heute, oder gestern, wenn du es vergessen hast
checkin-done = ✅ **Tag { $current }** · { $title }
checkin-milestone = 🎉 Das sind { $length } am Stück.
checkin-to-best = Noch { $left } bis zu deinem Bestwert ({ $best }).
checkin-to-milestone = Noch { $left } bis { $next } am Stück.
checkin-see-you = Bis morgen.
checkin-already = Für heute schon eingetragen, Tag { $current } von { $title }. Zurücknehmen?
checkin-already-yesterday = Gestern ist schon eingetragen. Du stehst bei { $current } in { $title }.
checkin-all-done = Für heute ist alles erledigt. ✨
checkin-which = Was hast du erledigt?
checkin-not-in = Du bist noch nicht bei { $title } dabei.
clock-in-private = Schreib mir privat, um Uhr und Erinnerungen einzustellen.

## /undo
undo-about = Den letzten Eintrag zurücknehmen
undo-event = Welches Event
undo-done = Zurückgenommen. Du stehst bei { $current } in { $title }.

## /streak
streak-about = Sehen, wie du stehst
streak-event = Welches Event; ohne Angabe alle deine
streak-line = { $current ->
    [0] **{ $title }**: steht bei 0
   *[other] **{ $title }**: { $current } am Stück
}
streak-more = Bestwert { $longest } · { $total } insgesamt · { $met } der letzten { $days } Tage
streak-today-done = Heute ist erledigt.
streak-freezes = { $freezes ->
    [0] Kein Freeze mehr: Ein verpasster Tag beendet die Serie.
    [one] ❄️ Ein Freeze: Ein verpasster Tag beendet die Serie nicht.
   *[other] ❄️ { $freezes } Freezes: Verpasste Tage beenden die Serie nicht gleich.
}
streak-today-open = Heute ist noch offen.
streak-today-rest = Heute ist nichts zu tun.

## /leaderboard
leaderboard-about = Sehen, wer wo steht
leaderboard-event = Welches Event
leaderboard-by = Wonach die Liste geht
leaderboard-heading-current = 🏆 **{ $title }** · aktuelle Serie
leaderboard-heading-longest = 🏆 **{ $title }** · längste Serie
leaderboard-heading-total = 🏆 **{ $title }** · Tage insgesamt
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · du
leaderboard-gap = …
leaderboard-empty = Noch ist niemand dabei. Der erste Platz ist frei.
leaderboard-page = { $address }

## /events
events-about = Die Events ansehen
events-show = Alle, nur deine, oder nur die offenen
events-mine = **Du bist dabei:**
events-open = **Offen zum Mitmachen:**
events-line = • { $title } · { $members ->
    [0] noch niemand
    [one] 1 Person
   *[other] { $members } Personen
}

## /join und /leave
join-about = Bei einem Event mitmachen
join-event = Welches Event
join-code = Der Code eines Events mit Einladung
join-done = Du bist bei **{ $title }** dabei.
join-already = Du bist bei **{ $title }** schon dabei.
join-today = Heute zählt schon.
join-code-unknown = Dieser Code gilt nicht (mehr). Lass dir einen neuen geben.
leave-about = Ein Event verlassen
leave-event = Welches Event
leave-sure = { $title } verlassen? Was du getan hast, bleibt stehen, und du kannst zurückkommen.
leave-done = Du hast { $title } verlassen.

## Karten
card-title = **{ $title }**
card-goal = { $goal }
card-days-every = Einmal alle { $n } Tage
card-days-weekly = { $n ->
    [one] Einmal in der Woche
   *[other] An { $n } Tagen in der Woche
}
card-days-monthly = { $n ->
    [one] Einmal im Monat
   *[other] An { $n } Tagen im Monat
}
card-days-daily = Jeden Tag
card-days-weekdays = Montag bis Freitag
card-days-weekend = Samstag und Sonntag
card-days-some = An einigen Wochentagen
card-clock-fixed = Ein Tag endet um Mitternacht in { $zone }.
card-clock-personal = Ein Tag endet für jeden um Mitternacht der eigenen Uhr.

## /event create und /event announce
create-about = Ein neues Event anlegen
create-title = Wie es heißt
create-goal = Was jeden Tag zu tun ist, in deinen Worten
create-days = täglich, werktags, wochenende, oder Tage wie mo, mi, fr
create-visibility = Öffentlich, oder nur mit Einladung
create-clock = Eine Uhr für alle, oder für jeden die eigene
create-zone = Die Zeitzone der Tage des Events
create-no-title = Wie soll es heißen? Zum Beispiel: /event create 20 Seiten lesen
create-bad-days = Die Tage „{ $days }“ kenne ich nicht. Versuch es mit täglich, werktags, wochenende oder mo, mi, fr.
create-code = Nur mit diesem Code kann man mitmachen: `{ $code }`
    Er gilt eine Woche: /join code:{ $code }
announce-about = Die Meilensteine eines Events auch hier feiern
announce-event = Welches Event
announce-done = Meilensteine von { $title } werden ab jetzt auch hier gefeiert.
announce-private = Das geht in einem Kanal oder einer Gruppe.
announce-not-yours = Nur wer ein Event mit Einladung angelegt hat, darf es in einem Kanal ankündigen.

## /timezone
timezone-about = Deine Zeitzone einstellen
timezone-zone = Eine Stadt, eine Zone wie Europe/Berlin, oder was deine Uhr zeigt
timezone-question = Ist es bei dir { $time }?
timezone-now = Bei dir ist es { $time } ({ $zone }).
timezone-which-hour = Was zeigt deine Uhr?
timezone-hour = Hier ist es { $time }
timezone-which-city = Was davon liegt dir am nächsten?
timezone-set = Gut. Dein Tag endet um Mitternacht nach der Zeit von { $zone }.
timezone-set-open = Gut. Dein Tag endet um Mitternacht nach der Zeit von { $zone }. Heute zählt noch.
timezone-unknown = „{ $words }“ kenne ich nicht. Versuch es mit einer Stadt, einer Zone wie Europe/Berlin oder der Zeit auf deiner Uhr.

## /remind
remind-about = Erinnern, wenn der Tag noch offen ist
remind-at = Eine Zeit wie 20:00, oder aus
remind-event = Welches Event
remind-set = Ich erinnere dich um { $time } an { $title }, wenn der Tag dann noch offen ist.
remind-next = Das nächste Mal: { $when }
remind-none = Noch keine Erinnerung für { $title }. Wann soll ich schreiben?
remind-off = Keine Erinnerungen mehr für { $title }.
remind-no-way = Hier kann ich dir nicht zuerst schreiben. Öffne einen privaten Chat mit mir und frag noch einmal.
remind-bad-time = Die Zeit „{ $words }“ kann ich nicht lesen. Versuch es mit 20:00 oder aus.

## Ungefragt erzählt
told-last-call = Noch zwei Stunden für **{ $title }**. { $current ->
    [one] Ein Tipp rettet deinen Tag.
   *[other] Ein Tipp rettet deine { $current } in Folge.
}
told-streak-ended = Deine { $length } in Folge bei **{ $title }** sind gestern zu Ende gegangen. Sie bleiben dir. Heute kann Tag 1 sein.
told-event-started = **{ $title }** beginnt heute. 🌱
told-event-ended = **{ $title }** ist vorbei. Gut gemacht, alle zusammen. Die längsten Serien:
told-week-over = Die letzte Woche bei **{ $title }**:
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**: { $length } Tage am Stück bei { $title }
told-reminder = **{ $title }** ist heute noch offen. Einmal tippen, und Tag { $next } ist geschafft.
told-reminder-first = **{ $title }** ist heute noch offen. Ein guter Tag für Tag 1.

## Abgelehnt
refused-not-member = Du bist in diesem Event nicht dabei.
refused-already-member = Du bist in diesem Event schon dabei.
refused-not-started = Dieses Event hat noch nicht begonnen.
refused-ended = Dieses Event ist vorbei. Was du getan hast, bleibt.
refused-window-closed = Dieser Tag lässt sich nicht mehr nachtragen.
refused-future-day = Dieser Tag kommt erst noch.
refused-empty-day = Diesen Tag hat deine Zeitzone übersprungen.
refused-in-future = Deine Nachricht kommt aus der Zukunft. Bitte prüf die Uhr deines Geräts.
refused-too-old = Deine Nachricht war mehr als zwei Tage unterwegs, deshalb konnte ich sie nicht zählen.
refused-already-in = Für diesen Tag bist du schon eingetragen.
refused-conflict = Diese Anfrage kenne ich schon mit anderem Inhalt. Bitte schick sie neu.
refused-nothing-to-undo = Von heute gibt es nichts zurückzunehmen.
refused-already-undone = Das ist schon zurückgenommen.
refused-too-late = Das ist zu lange her, um es zurückzunehmen.
refused-not-found = Diesen Eintrag finde ich nicht.
refused-not-owner = Dieser Eintrag gehört jemand anderem.
refused-unknown-task = Diese Aufgabe gibt es in diesem Event nicht.
refused-bad-amount = Diese Menge passt nicht zu diesem Event. Nenn eine Zahl über null, wo Mengen zählen, und sonst keine.
refused-disabled = Das gibt es in diesem Event nicht.
refused-too-soon = Das geht nur mit einem Tag Vorlauf.
refused-too-long = Das sind mehr Tage, als dieses Event erlaubt.
refused-overlap = Diese Tage überschneiden sich mit einer Pause, die du schon hast.
refused-not-paused = Du hast gerade keine Pause.
refused-not-repairable = Dort gibt es keinen verpassten Tag, der eine Serie beendet hat.
refused-cooldown = Du hast erst vor Kurzem etwas repariert. Später geht es wieder.
refused-tz-limit = Deine Zone wurde in einem Monat schon viermal geändert. Später geht es wieder.
