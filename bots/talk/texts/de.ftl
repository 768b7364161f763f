# Kurz, warm, erwachsen. Zuerst die Zahl, dann ein Satz. Keine Schuld, kein Countdown.

fault = Bei uns ist etwas schiefgegangen. Verloren ist nichts; bitte versuch es gleich noch einmal.
fault-again = Bei uns ist etwas schiefgegangen. Du musst nichts tun: Ich versuche es von selbst noch einmal und sage dann hier, was daraus geworden ist.
fault-over = Das hat nicht geklappt, und ich versuche es nicht weiter. Bitte sieh mit /streak nach, ob es geschehen ist, bevor du es noch einmal tust.
press-unknown = Mit diesem Knopf kann ich nichts anfangen. /help zeigt, was ich kann.
limit-met = Das ging schnell: Ab { $when } höre ich wieder zu.
limit-wait = Einen Moment bitte.
told-alone = Das ist nur für dich: siehe unten.
who-are-you = Ich sehe hier nicht, wer du bist. Bitte schreib als du selbst, nicht als die Gruppe.

## Buttons and choices
button-checkin = ✅ Eintragen
button-undo = Zurücknehmen
button-join = Mitmachen
button-join-titled = Bei { $title } mitmachen
button-leaderboard = Rangliste
button-page = Im Web
button-record = Was getan wurde
button-events = Events ansehen
button-leave = Verlassen
button-leave-titled = { $title } verlassen
button-more = Mehr eintragen
button-other-amount = Andere Menge
button-share = Teilen
button-cheer = 👏 Applaus
button-cheer-too = 👏 Auch Applaus ({ $n })
button-board = Tafel jeden Tag
button-recap = Rückblick jede Woche
button-pin = Ehrungen anheften
button-picture = Als Bild
button-previous = ◀ Zurück
button-next = Weiter ▶
button-me = Ich
button-in-week = Woche
button-in-month = Monat
button-in-all = Seit Beginn
button-window-earlier = « Früher
button-window-later = Später »
button-edit = Bearbeiten
button-edit-title = Titel
button-edit-days = Wie oft
button-edit-goal = Ziel
button-edit-tasks = Aufgaben
button-edit-text = Text
button-edit-ends = Letzter Tag
button-edit-visibility = Wer es sieht
button-edit-milestones = Meilensteine
button-edit-starts = Erster Tag
button-edit-mode = Gewohnheit oder Wettbewerb
button-edit-group = Gruppenserie
button-edit-category = Thema
button-edit-emoji = Emoji
button-edit-proof = Beleg
button-edit-approval = Wer mitmachen darf
button-edit-clock = Uhr
button-edit-zone = Zeitzone
button-edit-percent = Anteil der Gruppe
button-edit-unit = Einheit
button-edit-count = Wie es zählt
button-edit-need = Wie viele Aufgaben
button-edit-more = Mehr …
button-publish = Veröffentlichen
button-discard = Verwerfen
button-invite = Einladen
button-end = Beenden
button-again = Nächste Runde
button-revoke = Alle Codes sperren
button-revoke-one = Code { $n } sperren
button-codes = Codes
button-post-invite = Einladung hier posten
button-invite-link = Einladungslink
button-let-in = { $name } aufnehmen
button-turn-down = { $name } nicht
button-approve = Bestätigen
button-reject = Ablehnen
button-resume = Pause beenden
button-pause = Pause machen
button-repair = { $day } reparieren
button-earlier = −1 Std.
button-later = +1 Std.
button-snooze = In einer Stunde
button-not-today = Heute nicht
button-language = Sprache
button-zone = Zeitzone
button-day-start = Tagesbeginn
button-quiet = Ruhezeit
button-nudges-off = Kein Anstupsen
button-nudges-on = Anstupsen erlauben
button-cheers-off = Kein Applaus
button-cheers-on = Applaus erlauben
button-blocks = Blockierte
button-untell = 🔇 { $title }
button-hear-unseen = Unsichtbares freigeben
button-milestones-off = Meilensteine für mich
button-milestones-on = Meilensteine erzählen
button-interests = Interessen
button-link = Konto verbinden
button-link-yes = Ja, verbinden
button-link-me = Ja, das bin ich
button-link-not-me = Nein, das bin ich nicht
button-unlink = Wieder trennen
button-unlink-account = { $account } trennen
button-privacy = Datenschutz
button-settings = Einstellungen
button-all = Alles, was ich verstehe
button-setup = Einrichten
button-help = Hilfe
button-profile = Profil
button-profile-edit = Ändern
button-templates = Fertige Events
button-over = Vorbei
button-own-event = Etwas Eigenes
button-hide = Mich verbergen
button-show = Mich zeigen
button-export = Meine Daten exportieren
button-export-table = Einträge als Tabelle
button-delete = Alles löschen
button-erase = Mich in einer Woche löschen
button-keep = Alles behalten
menu-streak = Serie ansehen
menu-cheer = Applaus
word-off = aus
list-comma = {", "}
list-semicolon = {"; "}
percent-of = { $n } %
button-remind = Um 20:00 erinnern
button-remind-off = Nicht mehr erinnern
button-open-private = Privaten Chat öffnen
button-time-yes = Ja, { $time }
button-time-other = Nein, andere Zeit
button-time-between = Nichts davon
button-location = 📍 Meinen Standort senden
button-device = Zeitzone dieses Geräts nehmen
button-matrix = Meine Matrix
button-note = Notiz dazu
button-by-current = Aktuell
button-by-longest = Längste
button-by-total = Gesamt
button-by-consistency = Beständigkeit
button-by-points = Mengen
choice-today = heute
choice-yesterday = gestern
choice-all = alle
choice-one = ein Event
choice-here = diese Community
choice-everywhere = überall
choice-templates = fertige
choice-quiet = ruhig
choice-usual = üblich
choice-lively = lebhaft
choice-week = diese Woche
choice-month = dieser Monat
choice-last_week = letzte Woche
choice-last_month = letzter Monat
choice-consistency = Beständigkeit
choice-points = Mengen
choice-sum = alles zusammenzählen
choice-max = das beste einzelne Mal zählt
choice-most = eine Grenze nach oben
choice-community = nur diese Community
choice-habit = eine Gewohnheit unter Freunden
choice-contest = ein Wettbewerb: ohne Nachsicht
choice-every = jedes Mitglied zählt
choice-anyone = eine Person reicht
choice-half = die Hälfte von uns
choice-buddy = zu zweit
choice-none = keiner
choice-asked = erbeten
choice-over = vergangene
choice-approved = von der Leitung bestätigt
choice-yes = ja
choice-no = nein
choice-pardon = wieder zulassen
choice-add = hinzufügen
choice-remove = entfernen
choice-hide = mich verbergen
choice-show = mich zeigen
choice-export = meine Daten exportieren
choice-delete = alles löschen
choice-keep = doch alles behalten
choice-dm = eine private Nachricht
choice-channel = dieser Kanal
choice-discord = Discord
choice-telegram = Telegram
choice-auto = wie in der App
choice-en = English
choice-de = Deutsch
choice-es = Español
choice-hi = हिन्दी
choice-ja = 日本語
choice-ar = العربية
choice-move = Bewegung
choice-read = Lesen
choice-learn = Lernen
choice-health = Gesundheit
choice-mind = Achtsamkeit
choice-create = Kreatives
choice-home = Haushalt und Geld
choice-other = Etwas anderes
choice-mine = meine
choice-open = offene
choice-public = öffentlich
choice-invite = nur mit Einladung
choice-fixed = eine Uhr für alle
choice-personal = für jeden die eigene Uhr
choice-current = aktuelle Serie
choice-longest = längste Serie
choice-total = Gesamtzahl

## What commands and their parameters are called here: lower case, no blanks
name-start = start
name-code = code
name-checkin = einchecken
name-event = event
name-amount = menge
name-task = aufgabe
name-note = notiz
name-proof = beleg
name-day = tag
name-undo = zuruecknehmen
name-streak = serie
name-user = person
name-leaderboard = rangliste
name-by = nach
name-scope = umfang
name-period = zeitraum
name-matrix = matrix
name-year = jahr
name-badges = abzeichen
name-events = events
name-show = zeigen
name-search = suche
name-category = kategorie
name-join = mitmachen
name-leave = verlassen
name-create = anlegen
name-title = titel
name-goal = ziel
name-days = tage
name-unit = einheit
name-count = wertung
name-tasks = aufgaben
name-need = anzahl
name-text = text
name-starts = beginn
name-ends = ende
name-visibility = sichtbarkeit
name-mode = modus
name-group = gruppe
name-percent = prozent
name-emoji = emoji
name-approval = freigabe
name-clock = uhr
name-zone = zone
name-edit = bearbeiten
name-milestones = meilensteine
name-end = beenden
name-again = nochmal
name-invite = einladen
name-uses = personen
name-review = anfragen
name-winners = sieger
name-announce = ankündigen
name-remind = erinnern
name-at = um
name-last = letzte_erinnerung
name-here = hier
name-via = via
name-timezone = zeitzone
name-cheer = applaus
name-words = worte
name-nudge = anstupsen
name-pause = pause
name-from = von
name-until = bis
name-resume = weitermachen
name-freeze = freeze
name-repair = reparieren
name-profile = profil
name-name = name
name-about = über_mich
name-settings = einstellungen
name-language = sprache
name-day_start = tagesbeginn
name-quiet = ruhezeit
name-nudges = stupser
name-cheers = beifall
name-block = blockieren
name-interest = interesse
name-login = anmelden
name-link = verbinden
name-unlink = trennen
name-privacy = datenschutz
name-action = aktion
name-help = hilfe
name-topic = thema
name-admin = admin
name-setup = einrichten
name-budget = lautstärke
name-board = tafel
name-recap = rückblick
name-pin = anheften
name-reason = grund
name-sure = sicher
name-amnesty = amnestie
name-remove = entfernen
name-ban = sperre
name-moderator = moderator
name-silence = stummschalten
name-role = rolle
name-length = länge
name-audit = protokoll
name-record = chronik

group-event-about = Events anlegen, ändern und beenden
group-admin-about = Diese Community leiten

## Days of the week
weekday-1 = Montag
weekday-2 = Dienstag
weekday-3 = Mittwoch
weekday-4 = Donnerstag
weekday-5 = Freitag
weekday-6 = Samstag
weekday-7 = Sonntag

## Months
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Rights
right-manager = Das kann nur, wer hier Verwaltungsrechte hat. Frag dort nach.
right-in-group = Das geht in einem Kanal oder einer Gruppe, für alle, die dort Verwaltungsrechte haben.
host-only = Das kann nur, wer das Event leitet. Frag dort nach.
host-not-member = { $name } ist bei { $title } nicht dabei.
host-not-repairable = { $name } hat dort nichts verpasst, was eine Serie beendet hat. /matrix zeigt die Tage.
person-unknown = { $name } kenne ich noch nicht. Das ändert sich mit dem ersten Befehl.
person-several = Mehrere, die du kennst, heißen { $name }. Bitte erwähne mit @, wen du meinst.
person-hidden = { $name } behält die eigenen Serien für sich.
silenced-here = Wer hier Verwaltungsrechte hat, hat dich hier stummgeschaltet. Privat mache ich, worum du bittest.
silenced-alone = Wer hier Verwaltungsrechte hat, hat dich hier stummgeschaltet; deshalb bekommst nur du das zu sehen.

## Which event
event-which = Welches Event meinst du?
event-which-again = Welches Event meinst du: { $titles }? Schreib es bitte noch einmal, mit event: und dem Namen.
question-of-another = Diese Frage galt jemand anderem. Schreib es selbst, dann frage ich dich.
event-unknown = Dieses Event gibt es nicht (mehr).
event-not-found = Ich finde kein Event namens „{ $words }“. /events zeigt, was es gibt.
choice-unknown = „{ $word }“ kenne ich bei { $param } nicht. Es gibt: { $known }.
only-in-private = Ich habe eine Antwort, aber nicht für alle Augen. Öffne einen privaten Chat mit mir und frag dort noch einmal.
sent-in-private = Ich habe es dir privat geschickt.
event-none-mine = Du bist noch in keinem Event. /events zeigt, wo du mitmachen kannst.
event-none-open = Noch gibt es nichts zum Mitmachen. Leg mit /event create das erste an.

## /start and /help
start-about = Hallo sagen und die Uhr stellen
start-code = Der Code hinter dem Link, der hierher führte
start-hello = Hallo { $name } 👋 Ich zähle Serien: einmal am Tag tippen, und alle sehen, wie weit du schon bist.
help-about = Zeigen, was ich kann
help-meant = Meintest du /{ $path }?
help-unclear = Das habe ich nicht verstanden. Versuch es hiermit:
help-intro = Einmal am Tag tippen hält die Serie am Leben. Das verstehe ich:
help-first = Einmal am Tag tippen hält die Serie am Leben. Für den Anfang:
help-topic = Ein Befehl, den ich erklären soll
help-param = • { $name }: { $about }
help-line = **/{ $path }** { $about }
help-web = Ranglisten im Web: { $address }

## /checkin
checkin-about = Für heute eintragen
checkin-event = Welches Event, wenn du in mehreren bist
checkin-note = Ein paar Worte dazu
checkin-amount = Wie viel, etwa 5 oder 2,5 km
checkin-task = Welche Aufgabe erledigt ist
checkin-proof = Ein Foto oder eine Datei, die es zeigt
checkin-day = Heute, gestern oder ein Datum, wenn du es vergessen hast
checkin-noted = Notiert für **{ $title }**.
checkin-how-much = Wie viel ({ $unit })?
checkin-which-task = Welche Aufgabe ist erledigt?
checkin-bad-day = Den Tag „{ $words }“ kenne ich nicht. Versuch es mit heute, gestern oder einem Datum wie 01.03.2026.
checkin-bad-amount = Die Menge „{ $words }“ kann ich nicht lesen. Versuch es mit einer Zahl wie 5 oder 2,5.
checkin-needs-proof = { $title } möchte etwas sehen. Schick es als /checkin mit Foto oder Datei, oder antworte damit auf diese Nachricht.
checkin-proof-title = Etwas zeigen
# What an answer to a reminder may say, in lower case, with / between.
checkin-not-counted = **{ $title }** zählt Check-ins, keine Mengen. „{ $words }“ als Notiz behalten?
button-as-note = Mit dieser Notiz einchecken
checkin-reply-unclear = Antworte mit „fertig“, um **{ $title }** einzutragen, oder tippe unten.
checkin-note-ask = Ein paar Worte zu **{ $title }**?
checkin-note-kept = Deine Notiz ist gespeichert.
checkin-done = { $span ->
    [week] ✅ **Woche { $current }** · { $title }
    [month] ✅ **Monat { $current }** · { $title }
    [time] ✅ **{ $current }-mal am Stück** · { $title }
    [bonus] ✅ **Ein Bonus** · { $title }
   *[day] ✅ **Tag { $current }** · { $title }
}
checkin-bonus = An diesem Tag war nichts zu tun: Es zählt zu dem, was du getan hast, nicht zur Serie.
checkin-milestone = 🎉 Das sind { $run }.
checkin-to-best = Noch { $left } bis zu deinem Bestwert ({ $best }).
checkin-to-milestone = Noch { $left }, dann sind es { $run }.
checkin-see-you = { $span ->
    [week] Bis nächste Woche.
    [month] Bis nächsten Monat.
    [time] Bis zum nächsten Mal.
   *[day] Bis morgen.
}
checkin-counted-for = Zählt für { $day }.
checkin-today-too = Auch für heute eintragen?
checkin-already = { $span ->
    [day] Für heute schon eingetragen, Tag { $current } von { $title }. Zurücknehmen?
    [bonus] Für heute schon eingetragen, als Bonus: { $title }. Zurücknehmen?
   *[other] Für heute schon eingetragen: { $title }, { $run }. Zurücknehmen?
}
checkin-part = { $span ->
    [week] ✅ **{ $done } von { $asked }** diese Woche · { $title }
   *[other] ✅ **{ $done } von { $asked }** diesen Monat · { $title }
}
checkin-counted = Das zählt schon für **{ $title }**.
checkin-already-yesterday = Gestern ist schon eingetragen. { $current ->
    [0] Deine Serie in { $title } steht bei { $current }.
   *[other] Deine Serie in { $title }: { $run }.
}
checkin-all-done = Für heute ist alles erledigt. ✨
checkin-which = Was hast du erledigt?
checkin-not-in = Du bist noch nicht bei { $title } dabei.
checkin-clock-back = Meine Uhr wurde zurückgestellt, auf eine Zeit, in der du noch nicht dabei warst. Das liegt nicht an dir: Versuch es bitte ab { $when } noch einmal.
checkin-before-start = Der erste Tag von **{ $title }** ist { $day }.
checkin-window-closed = Dieser Tag lässt sich nicht mehr nachtragen. In diesem Event wird nichts repariert, auch nicht von der Leitung.
clock-in-private = Schreib mir privat, um Uhr und Erinnerungen einzustellen.

## How far one is
progress-count = { $span ->
    [day] { $done } von { $asked } Mal heute.
    [then] { $done } von { $asked } Mal.
    [week] { $done } von { $asked } Mal diese Woche.
    [month] { $done } von { $asked } Mal diesen Monat.
   *[other] { $done } von { $asked } Mal in dieser Runde.
}
progress-metric = { $span ->
    [day] { $reached } von { $target } { $unit } heute.
    [then] { $reached } von { $target } { $unit }.
    [week] { $reached } von { $target } { $unit } diese Woche.
    [month] { $reached } von { $target } { $unit } diesen Monat.
   *[other] { $reached } von { $target } { $unit } in dieser Runde.
}
goal-count = { $span ->
    [day] { $n }-mal am Tag
    [week] { $n }-mal pro Woche
    [month] { $n }-mal pro Monat
   *[other] { $n }-mal pro Runde
}
goal-sum = { $span ->
    [day] Mindestens { $target } { $unit } am Tag
    [week] Mindestens { $target } { $unit } pro Woche
    [month] Mindestens { $target } { $unit } pro Monat
   *[other] Mindestens { $target } { $unit } pro Runde
}
goal-max = { $span ->
    [day] { $target } { $unit } auf einmal, jeden Tag
    [week] { $target } { $unit } auf einmal, jede Woche
    [month] { $target } { $unit } auf einmal, jeden Monat
   *[other] { $target } { $unit } auf einmal, jede Runde
}
goal-most = { $span ->
    [day] Höchstens { $target } { $unit } am Tag
    [week] Höchstens { $target } { $unit } pro Woche
    [month] Höchstens { $target } { $unit } pro Monat
   *[other] Höchstens { $target } { $unit } pro Runde
}
progress-tasks = { $done } von { $needed } { $needed ->
    [one] Aufgabe
   *[other] Aufgaben
} erledigt.
goal-tasks-all = { $all ->
    [one] Eine Aufgabe
   *[other] Alle { $all } Aufgaben
}: { $names }
goal-tasks-any = Eine von { $all } Aufgaben: { $names }
goal-tasks-some = { $n } von { $all } Aufgaben: { $names }

## /undo
undo-about = Den letzten Eintrag zurücknehmen
undo-event = Welches Event
undo-done = Zurückgenommen. { $current ->
    [0] Deine Serie in { $title } steht bei { $current }.
   *[other] Deine Serie in { $title }: { $run }.
}

## /streak
streak-about = Sehen, wie du stehst
streak-event = Welches Event; ohne Angabe alle deine
streak-line = { $current ->
    [0] **{ $title }**: steht bei 0
   *[other] **{ $title }**: { $run }
}
streak-more = Bestwert { $longest } · { $total } insgesamt · letzte { $lately }: { $met }
streak-rates = Stärke { $strength } % · Beständigkeit { $consistency } %
streak-over = **{ $title }** ist vorbei. Bestwert { $longest } · { $total } insgesamt
streak-part = { $span ->
    [week] { $done } von { $asked } Tagen diese Woche.
   *[other] { $done } von { $asked } Tagen diesen Monat.
}
streak-today-done = { $span ->
    [week] Diese Woche ist erledigt.
    [month] Dieser Monat ist erledigt.
    [time] Diesmal ist es erledigt.
   *[day] Heute ist erledigt.
}
streak-freezes = { $freezes ->
    [0] Gerade kein Freeze: { $span ->
        [week] Nach einer verpassten Woche
        [month] Nach einem verpassten Monat
        [time] Nach einem verpassten Mal
       *[day] Nach einem verpassten Tag
    } beginnt eine neue Serie.
    [one] ❄️ Ein Freeze: Er trägt die Serie über { $span ->
        [week] eine verpasste Woche
        [month] einen verpassten Monat
        [time] ein verpasstes Mal
       *[day] einen verpassten Tag
    }.
   *[other] ❄️ { $freezes } Freezes: Jeder trägt die Serie über { $span ->
        [week] eine verpasste Woche
        [month] einen verpassten Monat
        [time] ein verpasstes Mal
       *[day] einen verpassten Tag
    }.
}
streak-today-open = { $span ->
    [week] Diese Woche ist noch offen.
    [month] Dieser Monat ist noch offen.
    [time] Es ist noch offen.
   *[day] Heute ist noch offen.
}
streak-today-rest = Heute ist nichts zu tun.

streak-user = Jemand anderes
streak-other = **{ $name }** bei { $title }: { $run }, Bestwert { $longest }, { $total } insgesamt.
streak-other-none = { $name } ist in keinem Event, das du sehen kannst.

## /matrix
matrix-about = Die Tage eines Jahres sehen
matrix-event = Welches Event
matrix-user = Jemand anderes
matrix-year = Ein Jahr; ohne Angabe die letzten zwölf Monate
matrix-summary = **{ $name }** bei { $title }: { $met } von { $span ->
    [week] { $asked ->
        [one] einer Woche
       *[other] { $asked } Wochen
    }
    [month] { $asked ->
        [one] einem Monat
       *[other] { $asked } Monaten
    }
    [time] { $asked ->
        [one] einem Mal
       *[other] { $asked } Malen
    }
   *[day] { $asked ->
        [one] einem Tag
       *[other] { $asked } Tagen
    }
}{ $bonus ->
    [0] {""}
    [one] , 1 Bonus
   *[other] , { $bonus } Boni
}. Längste { $longest }, jetzt { $current }.
matrix-lately = { $span ->
    [week] Die letzten sieben Wochen
    [month] Die letzten sieben Monate
   *[day] Die letzten sieben Tage
}: { $marks }
matrix-bad-year = Ich kann die Jahre von 2000 bis heute zeigen.

## /year
year-about = Auf ein Jahr zurückblicken
year-year = Ein Jahr; im Januar das letzte, wenn du keins nennst
year-heading = **{ $year } von { $name }**
year-empty = Es gab keine Einträge.
year-line = **{ $title }**: { $days ->
    [one] ein Tag
   *[other] { $days } Tage
}, { $run }{ $bonus ->
    [0] {""}
    [one] , 1 Bonus
   *[other] , { $bonus } Boni
}
year-sum = { $days ->
    [one] ein Tag
   *[other] { $days } Tage
} insgesamt.
year-month = Der beste Monat: { $month }, { $days ->
    [one] ein Tag
   *[other] { $days } Tage
}.

## /badges
badges-about = Sehen, was du erreicht hast
badges-user = Jemand anderes
badges-heading = **Abzeichen von { $name }**
badges-line = **{ $title }**: { $won }
badges-next = { $bar } { $current } / { $next }
badges-none = Noch keine Abzeichen. Das erste kommt mit 3 am Stück.
badges-private = { $name } behält die eigenen Abzeichen für sich.
badges-cheers = { $n ->
    [0] 👏 Noch kein Applaus.
    [one] 👏 Bisher einmal Applaus.
   *[other] 👏 Bisher { $n }-mal Applaus.
}

## /leaderboard
leaderboard-about = Sehen, wer wo steht
leaderboard-event = Welches Event
leaderboard-by = Wonach die Liste geht
leaderboard-scope = Welche Events: eines, alle dieser Community oder alle öffentlichen
leaderboard-here = 🏆 **Die Besten dieser Community**
leaderboard-everywhere = 🏆 **Die Besten aller öffentlichen Events**
leaderboard-at = · { $title }
leaderboard-order = · { $by }
leaderboard-period = Diese oder letzte Woche, dieser oder letzter Monat oder die ganze Zeit
measure-consistency = Beständigkeit
measure-points = Mengen
leaderboard-in-week = · diese Woche
leaderboard-in-month = · dieser Monat
leaderboard-week-of = · die Woche ab { $day }
leaderboard-month-of = · { $month }
leaderboard-top = Du bist unter den besten { $percent } %.
leaderboard-up = ▲ { $n } seit deinem letzten Blick
leaderboard-down = ▼ { $n } seit deinem letzten Blick
leaderboard-group = 👥 Die Gruppe: { $run }, Bestwert { $longest }
leaderboard-group-large = 👥 Für mehr als tausend Leute wird keine Serie der Gruppe gezählt
leaderboard-heading = 🏆 **{ $title }** · { $measure }
measure-current = { $span ->
    [week] aktuelle Serie in Wochen
    [month] aktuelle Serie in Monaten
   *[day] aktuelle Serie
}
measure-longest = { $span ->
    [week] längste Serie in Wochen
    [month] längste Serie in Monaten
   *[day] längste Serie
}
measure-total = { $span ->
    [week] Wochen insgesamt
    [month] Monate insgesamt
    [time] wie oft insgesamt
   *[day] Tage insgesamt
}
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · du
leaderboard-gap = …
leaderboard-empty = Noch ist niemand dabei. Der erste Platz ist frei.
leaderboard-empty-then = Damals war niemand dabei.
leaderboard-page = { $address }

## /events
events-about = Die Events ansehen
events-show = Alle, nur deine, offene, vergangene oder fertige
events-search = Wörter aus dem Titel
events-category = Worum es geht
events-likes = ⭐
events-templates = Tipp eins an, und es beginnt hier.
events-mine = **Du bist dabei:**
events-open = **Offen zum Mitmachen:**
events-over = **Vorbei:**
events-none-over = Noch ist nichts vorbei.
events-line = • { $title } · { $members ->
    [0] noch niemand
    [one] 1 Person
   *[other] { $members } Personen
}
events-narrow = Es gibt mehr, als hier Platz hat. Ein weiteres Wort oder ein Thema grenzt es ein, zum Beispiel /events category:read.

## /join and /leave
join-about = Bei einem Event mitmachen
join-event = Welches Event
join-code = Der Code eines Events mit Einladung
join-done = Du bist bei **{ $title }** dabei.
join-public = Dein Name, deine Tage, deine Zahlen und was du über dich sagst, stehen auf Webseiten, die jeder öffnen kann; mit /privacy kannst du dich verbergen.
join-already = Du bist bei **{ $title }** schon dabei.
join-code-unknown = Dieser Code gilt nicht (mehr). Lass dir einen neuen geben.
join-overheard = Hier lesen andere mit, deshalb gilt dieser Code nicht mehr. Schreib mir einen Code nur privat.
join-overheard-asked = Ich habe den Gastgeber gebeten, dich hereinzulassen.
join-banned = Bei { $title } kannst du nicht mitmachen. Frag die Leitung des Events.
join-asked = Ich habe bei der Leitung von **{ $title }** für dich angefragt.
join-asked-public = Sobald du dabei bist, stehen dein Name, deine Tage, deine Zahlen und was du über dich sagst, auf Webseiten, die jeder öffnen kann.
join-nobody = Niemand kann dich mehr aufnehmen: **{ $title }** hat keine Leitung mehr.
join-full = { $title } hat schon so viele Mitglieder, wie ein Event hier haben darf.
join-too-many = Du bist schon in so vielen Events, wie hier möglich sind: { $n }. Verlass erst eines davon.
leave-about = Ein Event verlassen
leave-event = Welches Event
leave-sure = { $title } verlassen? Was du getan hast, bleibt stehen, und du kannst zurückkommen.
leave-done = Du hast { $title } verlassen.

## Cards
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
card-week-start = { $rhythm }, Wochen beginnen am { $day }
card-weeks = Wochen beginnen am { $day }.
card-days-daily = Jeden Tag
card-days-weekdays = Montag bis Freitag
card-days-weekend = Samstag und Sonntag
card-days-some = Jeden { $names }
card-clock-fixed = Die Tage folgen der Uhr von { $zone }.
card-public = Öffentlich: Namen, Tage und Zahlen stehen auf einer Webseite, die jeder öffnen kann.
card-members = { $members ->
    [0] Noch ist niemand dabei.
    [one] Eine Person ist dabei.
   *[other] { $members } Personen sind dabei.
}
card-group-every = Die Gruppe hat eine eigene Serie: Jedes Mitglied zählt.
card-group-anyone = Die Gruppe hat eine eigene Serie: Ein Mitglied am Tag reicht.
card-group-percent = Die Gruppe hat eine eigene Serie: { $percent } % der Mitglieder reichen.
card-contest = Ein Wettbewerb: keine Freezes, keine Reparaturen, nichts wird nachgetragen.
card-approval = Wer mitmachen will, fragt an.
card-proof = Zu jedem Eintrag gehört ein Foto oder eine Datei.
card-proof-approved = Zu jedem Eintrag gehört ein Foto oder eine Datei, und jemand schaut es an.
card-from = Ab { $day }.
card-until = Bis { $day }.
card-clock-personal = Die Tage folgen für jeden der eigenen Uhr.

## /event create and /event announce
create-about = Ein neues Event anlegen
create-title = Wie es heißt
create-goal = Was zu tun ist, in deinen Worten oder gezählt: 20 Seiten am Tag, 20 km pro Woche
create-text = Ein paar Worte dazu, sie stehen auf der Karte
create-goal-short = Ziel, etwa 20 Seiten am Tag
create-days-short = Wie oft, etwa mo, mi oder 3-mal pro Woche
create-tasks-short = Aufgaben, mit Kommas dazwischen
create-percent-short = Prozent der Gruppe, etwa 80
create-unit-short = Einheit, etwa km, Seiten, Minuten
create-need-short = Wie viele: alle, eine oder eine Zahl
create-unit = Die Einheit, wenn das Ziel eine Zahl ist: km, Seiten, Minuten
create-count = Wie Mengen zählen
create-tasks = Mehrere Aufgaben, mit Kommas: dehnen, Wasser 2 l, lesen
create-need = Wie viele der Aufgaben: alle, eine oder eine Zahl
create-starts = Der erste Tag: ein Datum
create-ends = Der letzte Tag: ein Datum oder 4 Wochen
create-mode = Eine Gewohnheit oder ein Wettbewerb
create-group = Ob die Gruppe eine eigene Serie hat
create-percent = Wie viel Prozent der Gruppe eingetragen sein müssen, etwa 80
create-category = Worum es geht
create-emoji = Ein Emoji dafür
create-proof = Ob zu einem Eintrag ein Beleg gehört
create-approval = Ob du entscheidest, wer mitmachen darf
create-days = täglich, werktags, mo mi fr, 3-mal pro Woche, alle 2 Tage, monatlich
create-visibility = Öffentlich (mit Namen auf einer Webseite), für diese Community oder nur mit Einladung
create-clock = Eine Uhr für alle oder für jeden die eigene
create-zone = Die Zeitzone der Tage des Events
create-no-title = Wie soll es heißen? Zum Beispiel: 20 Seiten lesen
draft-heading = Ein Entwurf. Nur du siehst ihn, bis du ihn veröffentlichst.
draft-seen = Sichtbarkeit: { $value }
draft-clock = Hier hat noch niemand gesagt, welche Uhr gilt: Jetzt endet jeder Tag um Mitternacht nach der Uhr von { $zone }. Ist das nicht eure, tippe vor dem Veröffentlichen auf „Zeitzone“.
draft-public = Namen, Tage und Zahlen stehen dann auf einer Webseite, die jeder öffnen kann; mit dem Veröffentlichen stimmst du dem zu.
draft-everybody = Alle können es dann finden, auch anderswo, mit Namen, Tagen und Zahlen; mit dem Veröffentlichen stimmst du dem zu.
draft-in-private = Dein Entwurf ist nur für dich. Öffne einen privaten Chat mit mir, dort geht es weiter.
draft-discarded = Verworfen. Niemand hat es gesehen.
draft-published = **{ $title }** ist veröffentlicht. Die Karte kommt dorthin, wo du angefangen hast.
draft-published-already = **{ $title }** ist schon veröffentlicht. Mit /event edit kannst du es ändern.
create-bad-tasks = Diese Aufgaben kann ich nicht lesen. Nenn bis zu 20 verschiedene, mit Kommas dazwischen, und verlange nicht mehr, als es sind.
create-long-task = Eine Aufgabe kann bis zu 100 Zeichen haben. Fass sie kürzer; der Rest passt in die Beschreibung des Events.
create-bad-amount = Die Menge „{ $words }“ kann ich nicht lesen. Versuch es mit einer Zahl wie 20.
create-bad-percent = Ein Anteil ist eine Zahl von 1 bis 100, etwa 80.
date-which = Welchen Tag meinst du mit „{ $words }“?
date-which-again = „{ $words }“ kann mehrere Tage meinen: { $days }. Bitte schreib einen davon.
timezone-limit = Deine Zeitzone hat sich in einem Monat schon viermal geändert. Wieder ändern kannst du sie am { $when }.
repair-too-soon = Du hast erst vor Kurzem einen Tag repariert. Wieder geht es am { $when }.
sure-about = Ohne Rückfrage ausführen
button-sure = Ja, ausführen
button-make-public = Ja, öffentlich machen
button-make-community = Ja, allen dort zeigen
button-tell-here = Ja, hier davon erzählen
sure-again = Wenn ja, schreib es noch einmal mit sure:yes am Ende.
amnesty-sure = { $first } bis { $last } für alle in **{ $title }** entschuldigen? Verpasste Tage darin beenden dann keine Serie, und das bleibt so.
remove-sure = { $name } aus **{ $title }** nehmen? Was getan wurde, bleibt erhalten.
ban-sure = { $name } aus **{ $title }** nehmen und nicht wieder hineinlassen?
remind-add-or-replace = An **{ $title }** wirst du schon um { $times } erinnert. Wie soll es sein?
button-times-both = Dazu: { $times }
button-times-only = Nur { $times }
left-over = Nur „{ $left }“ verstehe ich nicht. Ohne das lese ich „{ $rest }“.
zone-which = Welche meinst du mit „{ $words }“?
zone-which-again = „{ $words }“ kann mehrere Zeitzonen meinen: { $zones }. Bitte schreib eine davon.
create-bad-date = Das Datum „{ $words }“ kann ich nicht lesen. Versuch es mit 31.12.2026 oder 4 Wochen.
create-ends-before = Ein Event kann nicht enden, bevor es beginnt. Nenne einen späteren letzten Tag.
create-unsound = Diese Regeln widersprechen sich. Versuch es mit weniger davon auf einmal.
create-too-many = Du leitest schon so viele Events, wie hier möglich sind: { $n }. Beende erst eines davon.
create-enough = Das reicht für einen Tag. Das nächste Event kannst du ab { $when } anlegen.
create-no-community = Hier ist keine Community. Ein Event kann öffentlich sein oder nur mit Einladung.
create-bad-days = Die Tage „{ $days }“ kenne ich nicht. Versuch es mit täglich, werktags, mo, mi, fr, 3-mal pro Woche oder alle 2 Tage.
create-code = Nur mit diesem Code kann man mitmachen: `{ $code }`
    Er gilt eine Woche: /join code:{ $code }
create-made-in-private = Es ist angelegt. Öffne einen privaten Chat mit mir: Dort ist der Code, mit dem man hineinkommt.
edit-about = Eines deiner Events ändern
edit-event = Welches Event
edit-milestones = Längen, die Meilensteine sind: 5, 10, 25
edit-ask-title = Wie soll es heißen?
edit-ask-days = Wie oft? Zum Beispiel: täglich, mo mi fr oder 3-mal pro Woche.
edit-ask-goal = Was ist zu tun? In deinen Worten oder gezählt: 20 Seiten am Tag.
edit-ask-tasks = Welche Aufgaben? Mit Kommas dazwischen: dehnen, Wasser 2 l, lesen.
edit-ask-text = Ein paar Worte dazu?
edit-ask-ends = Welcher Tag ist der letzte? Ein Datum oder 4 Wochen.
edit-ask-visibility = Wer soll es sehen? Bei einem öffentlichen Event stehen Namen, Tage und Zahlen aller, die dabei sind, auf einer Webseite, die jeder öffnen kann.
edit-ask-visibility-everybody = Wer soll es sehen? Ein öffentliches Event können alle finden, auch anderswo, mit Namen, Tagen und Zahlen derer, die dabei sind.
edit-ask-milestones = Welche Längen sind Meilensteine? Zum Beispiel: 5, 10, 25.
edit-take-away = „{ $off }“ nimmt es weg.
edit-done = Geändert.
edit-public = Namen, Tage und Zahlen stehen jetzt auf einer Webseite, die jeder öffnen kann; wer das öffentlich macht, stimmt dem zu.
edit-public-sure = **{ $title }** öffentlich machen? Namen, Tage und Zahlen stehen dann auf einer Webseite, die jeder öffnen kann; mit Ja stimmst du dem zu.
edit-everybody = Alle können es jetzt finden, auch anderswo, mit Namen, Tagen und Zahlen; wer das öffentlich macht, stimmt dem zu.
edit-everybody-sure = **{ $title }** öffentlich machen? Alle finden es dann, auch anderswo, mit Namen, Tagen und Zahlen; mit Ja stimmst du dem zu.
edit-community = Alle in **{ $place }** können es jetzt finden, mit Namen, Tagen und Zahlen.
edit-community-sure = **{ $title }** allen in **{ $place }** zeigen? Sie finden es dann mit Namen, Tagen und Zahlen.
edit-others = { $n ->
    [one] Eine andere Person ist oder war dabei und erfährt davon.
   *[other] { $n } andere sind oder waren dabei und erfahren alle davon.
}
edit-many = Bei **{ $title }** sind oder waren so viele dabei, dass ich es nicht allen sagen kann; es bleibt, wie es ist.
edit-untold = { $n ->
    [one] Einer Person, die bei **{ $title }** dabei ist oder war, kann ich es nicht privat sagen; es bleibt, wie es ist. Sobald sie mir privat schreibt, geht es.
   *[other] { $n } Personen, die bei **{ $title }** dabei sind oder waren, kann ich es nicht privat sagen; es bleibt, wie es ist. Sobald sie mir privat schreiben, geht es.
}
edit-until = Die anderen haben im letzten Tag schon erfahren, dass mehr Leute **{ $title }** sehen; es bleibt, wie es ist. Ab { $when } kann es wieder mehr Leuten gezeigt werden.
edit-owned = Nur wer **{ $title }** angelegt hat, kann es mehr Leuten zeigen. Frag dort nach.
edit-next-round = Die nächste Runde kann für mehr Leute sein: Sobald diese ein Ende hat, beginne sie mit /event again und ändere die Sichtbarkeit, bevor jemand mitmacht.
edit-rules-stand = Es gibt schon Einträge, deshalb bleiben die Regeln stehen. Titel, Worte, ein späteres Ende und die Meilensteine kannst du noch ändern.
edit-bad-milestones = Nenn bis zu 20 Längen, etwa 5, 10, 25.
end-about = Eines deiner Events beenden
end-event = Welches Event
end-sure = { $title } beenden? Heute zählt noch; was alle getan haben, bleibt.
end-done = Der letzte Tag von { $title } ist { $last }. Das Ergebnis kommt am { $day }; was alle getan haben, bleibt.
again-about = Die nächste Runde eines Events beginnen
again-event = Welches Event
again-done = Die nächste Runde von **{ $title }** beginnt am { $day }.
again-not-yet = Die nächste Runde von { $title } hat noch nicht begonnen. Wer das Event leitet, kann sie beginnen.
again-no-end = { $title } hat noch kein Ende. Beende es mit /event end und beginne es wieder, wenn es vorbei ist.
again-too-many = Wer { $title } leitet, leitet schon so viele Events, wie hier möglich sind: { $n }. Erst muss eines davon enden.
again-enough = Wer { $title } leitet, hat für einen Tag genug Events angelegt. Die nächste Runde lässt sich ab { $when } beginnen.
invite-about = Einen Einladungscode machen
invite-event = Welches Event
invite-days = Wie viele Tage der Code gilt, ohne Angabe 7
invite-uses = Für wie viele Personen er gilt, ohne Angabe 100
invite-here = Ob hier eine Einladung für alle gepostet wird
invite-made = Ein Code für **{ $title }**; er gilt { $days ->
    [one] einen Tag
   *[other] { $days } Tage
}, für { $uses ->
    [one] 1 Person
   *[other] { $uses } Personen
}.
    /join code:{ $code }
invite-link = { $address }
invite-post-how = Um eine Einladung in einer Gruppe oder einem Kanal zu posten, schreib dort: /event invite { $title } here:yes
invite-posted = { $name } lädt euch zu **{ $title }** ein.
invite-codes = Diese Codes für **{ $title }** gelten noch:
invite-codes-line = { $n }. Vom { $made }, gültig bis { $until }, noch für { $uses ->
    [one] 1 Person
   *[other] { $uses } Personen
}.
invite-codes-more = Es gibt noch mehr. Das sind die ältesten.
invite-codes-none = Für **{ $title }** gilt gerade kein Code.
invite-revoked = { $n ->
    [0] Es gab keinen Code.
    [one] 1 Code gilt jetzt nicht mehr.
   *[other] { $n } Codes gelten jetzt nicht mehr.
}
invite-too-many = { $title } hat schon so viele gültige Codes, wie es haben darf. Sperre erst einige.
invite-bad = Ein Code gilt 1 bis 90 Tage, für 1 bis 1000 Personen.
review-about = Leute aufnehmen und sehen, wer wartet
review-event = Welches Event
review-waiting = { $n ->
    [one] 1 Person möchte mitmachen.
   *[other] { $n } Personen möchten mitmachen.
}
review-proofs = { $n ->
    [one] 1 Eintrag wartet auf deinen Blick.
   *[other] { $n } Einträge warten auf deinen Blick.
}
review-nobody = Niemand wartet.
review-in = { $name } ist dabei.
review-out = { $name } wurde nicht aufgenommen.
review-approved = Bestätigt. Danke fürs Nachsehen.
review-rejected = Der Eintrag ist zurückgenommen, und das Mitglied erfährt davon.
review-gone = Das ist schon entschieden.
review-too-many = { $name } ist schon in so vielen Events, wie hier möglich sind, und muss erst eines davon verlassen.
announce-about = Tafeln, Meilensteine, Rückblicke und Ergebnisse eines Events auch hier posten
announce-event = Welches Event
announce-here = Ob dieser Kanal davon hören soll
announce-done = Tafeln, Meilensteine, Rückblicke und Ergebnisse von { $title } werden ab jetzt auch hier gepostet, soweit sie in /admin setup eingeschaltet sind.
announce-elsewhere = { $title } ist für die Community, in der es angelegt wurde, und wird nirgends sonst gepostet. Soll es auch hier stehen, mach es öffentlich: /event edit visibility:public
announce-sure = Von { $title } hier erzählen? Alle hier sehen dann, wer dabei ist: Die tägliche Tafel, Meilensteine, Rückblicke und Ergebnisse nennen Namen.
announce-stopped = Von { $title } wird hier nichts mehr gepostet: keine Tafel, kein Rückblick, kein Meilenstein, kein Ergebnis, keine Erinnerung. Die Karte hier wird abgehängt.
announce-silenced = { $title } ist hier stummgeschaltet. Aufheben kann das nur, wer hier Verwaltungsrechte hat: /admin silence.
announce-private = Das geht in einem Kanal oder einer Gruppe.
announce-guest = Ich bin auf diesem Server nicht selbst dabei und kann hier von mir aus nichts posten. Wer ihn verwaltet, kann mich hinzufügen.
announce-not-yours = Nur wer ein Event mit Einladung angelegt hat, darf es in einem Kanal ankündigen. Frag dort nach.

## /event winners
winners-about = Sehen, wer in deinem Event vorn liegt
winners-event = Welches Event
winners-heading = **{ $title }** ist vorbei. Die ersten Plätze:
winners-so-far = **{ $title }**, bisher:
winners-none = In der Rangliste von **{ $title }** steht niemand.
winners-line = { $rank } · { $name } – { $value } ({ $account })
winners-more = { $n ->
    [one] Noch eine Person teilt sich diese Plätze; alle stehen in der Datei.
   *[other] { $n } weitere teilen sich diese Plätze; alle stehen in der Datei.
}

## /timezone
timezone-about = Deine Zeitzone einstellen
timezone-zone = Eine Stadt, eine Zone wie Europe/Berlin, oder was deine Uhr zeigt
timezone-question = Ist es bei dir { $time }?
timezone-now = Bei dir ist es { $time } ({ $zone }).
timezone-which-hour = Was zeigt deine Uhr? Du kannst auch /timezone und deine Stadt schreiben.
timezone-hour = Hier ist es { $time }
timezone-location = Tippe auf den Knopf unter dem Textfeld. Ich schlage die Zeitzone des Ortes nach und vergesse den Ort sofort.
timezone-which-city = Was davon liegt dir am nächsten?
timezone-set = Gut. Dein Tag endet um Mitternacht nach der Zeit von { $zone }.
timezone-set-early = Gut. Dein Tag endet um { $time } nach der Zeit von { $zone }.
timezone-set-fixed = Gut, { $zone }. **{ $title }** folgt der Uhr von { $clock }: Der Tag endet bei dir um { $time }.
timezone-open = Heute zählt noch.
timezone-unknown = „{ $words }“ kenne ich nicht. Versuch es mit einer Stadt, einer Zone wie Europe/Berlin oder der Zeit auf deiner Uhr.

## /remind
remind-about = Erinnern, wenn noch etwas offen ist
month-of-year = { $month } { $year }
remind-at = Zeiten wie 20:00, oder 8:00, 20:00; oder aus
remind-days = Nur an manchen Tagen, etwa mo, mi
remind-via = Wohin ich schreiben soll
remind-last = Ob ich noch einmal schreibe, bevor eine Serie endet
remind-only-on = Nur an diesen Tagen: { $names }.
remind-snoozed = In einer Stunde melde ich mich wieder, wenn es dann noch offen ist.
remind-snooze-late = Vorher ist der Tag um. Morgen ist wieder einer.
remind-snooze-quiet = Das läge in deiner Ruhezeit.
remind-not-today = Heute keine Erinnerungen mehr für { $title }.
remind-none-today = Heute keine Erinnerungen mehr.
remind-event = Welches Event
remind-set = Ich erinnere dich um { $time } an { $title }, wenn es dann noch offen ist.
remind-next = Das nächste Mal: { $when }
remind-then = · { $when }
remind-last-call = Geht eine Serie zu Ende, schreibe ich zwei Stunden vorher noch einmal.
remind-in-quiet = Von { $from } bis { $to } bin ich still, wie du es wolltest: Dann kommt höchstens eine letzte Erinnerung.
remind-none = Noch keine Erinnerung für { $title }. Wann soll ich schreiben?
remind-off = Keine Erinnerungen mehr für { $title }.
remind-no-way = Hier kann ich dir nicht zuerst schreiben. Öffne einen privaten Chat mit mir und frag noch einmal.
remind-not-linked = Dort kenne ich dich noch nicht. /link macht aus beiden Konten eines.
remind-not-here = Dieses Event ist nicht für alle Augen. Darüber schreibe ich nur privat: /remind via:dm.
remind-not-told = Von { $title } wird hier nichts erzählt, also erinnere ich hier auch nicht daran. Wer das Event oder diesen Ort leitet, kann das mit /event announce ändern; /remind via:dm schreibt nur dir.
way-closed = Auf { $platform } konnte ich dir nicht privat schreiben. Schreib mir dort, oder wähle einen anderen Weg: /remind via:channel.
remind-which-time = Meinst du mit „{ $words }“ morgens oder abends?
remind-bad-time = Die Zeit „{ $words }“ kann ich nicht lesen. Versuch es mit 20:00 oder aus.

## /cheer and /nudge
cheer-about = Jemandem applaudieren, einmal am Tag
cheer-user = Wer es gut gemacht hat
cheer-words = Ein paar eigene Worte
cheer-whom = Wem gilt der Applaus? Nenn jemanden, oder antworte auf eine Nachricht der Person.
cheer-self = Applaus ist für jemand anderen.
cheer-done = 👏 **{ $from }** applaudiert **{ $to }**.
cheer-quote = „{ $words }“
cheer-sent = Dein Applaus ist bei { $to } angekommen.
cheer-kept = Dein Applaus ist notiert, aber ich kann { $to } nicht schreiben.
cheer-again = Du hast { $to } heute schon applaudiert. Morgen ist auch ein Tag.
cheer-off = { $name } möchte keinen Applaus.
cheer-not-here = Über { $name } wird hier nichts gepostet. Applaudiere im privaten Chat mit mir, dann gebe ich es weiter.
nudge-about = Jemanden anstupsen, einmal am Tag
nudge-user = Wen ich anstupsen soll
nudge-event = Welches Event
nudge-whom = Wen soll ich anstupsen? Nenn jemanden, oder antworte auf eine Nachricht der Person.
nudge-self = Angestupst wird jemand anderes.
nudge-sent = Ich habe es { $name } ausgerichtet.
nudge-again = Du hast { $name } heute schon angestupst. Einmal ist freundlich.
nudge-off = { $name } möchte nicht angestupst werden.
nudge-nothing = Du und { $name } habt gerade nichts Gemeinsames offen.
nudge-no-way = Ich kann { $name } nicht schreiben: Dafür müsste { $name } zuerst mir schreiben.

## /pause, /resume, /freeze and /repair
pause-about = Ein paar Tage freinehmen; deine Serie wartet
pause-event = Welches Event
pause-from = Der erste freie Tag; ohne Angabe morgen
pause-until = Der letzte freie Tag: ein Datum oder 2 Wochen
pause-days = { $n } Tage
pause-how-long = Wie lange soll { $title } für dich ruhen? Die Pause beginnt morgen.
pause-done = { $title } ruht für dich von { $first } bis { $last }. Deine Serie wartet.
pause-not-here = In diesem Event gibt es keine Pausen.
resume-about = Vor dem Ende einer Pause zurückkommen
resume-event = Welches Event
resume-done = Willkommen zurück. { $title } zählt ab morgen wieder für dich.
freeze-about = Sehen, was einen verpassten Tag auffängt
freeze-event = Welches Event
freeze-state = ❄️ **{ $title }**: { $freezes ->
    [0] kein Freeze
    [one] 1 Freeze
   *[other] { $freezes } Freezes
} von höchstens { $cap }. Jeder fängt von selbst { $span ->
    [week] eine verpasste Woche
    [month] einen verpassten Monat
    [time] ein verpasstes Mal
   *[day] einen verpassten Tag
} auf.
freeze-next = { $span ->
    [week] { $left ->
        [one] Noch 1 Woche
       *[other] Noch { $left } Wochen
    }
    [month] { $left ->
        [one] Noch 1 Monat
       *[other] Noch { $left } Monate
    }
    [time] Noch { $left }
   *[day] { $left ->
        [one] Noch 1 Tag
       *[other] Noch { $left } Tage
    }
} bis zum nächsten.
freeze-spent = { $span ->
    [week] { $n ->
        [one] 1 verpasste Woche wurde
       *[other] { $n } verpasste Wochen wurden
    }
    [month] { $n ->
        [one] 1 verpasster Monat wurde
       *[other] { $n } verpasste Monate wurden
    }
    [time] { $n ->
        [one] 1 verpasstes Mal wurde
       *[other] { $n } verpasste Male wurden
    }
   *[day] { $n ->
        [one] 1 verpasster Tag wurde
       *[other] { $n } verpasste Tage wurden
    }
} bisher aufgefangen.
freeze-not-here = In diesem Event gibt es keine Freezes.
repair-about = Einen verpassten Tag reparieren
repair-event = Welches Event
repair-day = Welcher Tag; ohne Angabe der letzte verpasste
repair-which = { $span ->
    [week] Deine Serie ist in der Woche bis { $day } stehen geblieben. Diese Woche reparieren?
    [month] Deine Serie ist im Monat bis { $day } stehen geblieben. Diesen Monat reparieren?
   *[day] Deine Serie ist am { $day } stehen geblieben. Diesen Tag reparieren?
} Das hält die Serie zusammen und zählt nichts dazu.
repair-done = ◇ Repariert. **{ $title }**: { $run }.
repair-nothing = Es gibt nichts zu reparieren.

## /profile
profile-about = Sehen und ändern, wer du hier bist
profile-name = Wie du heißen möchtest; aus für den Namen deines Kontos
profile-says = Ein paar Worte über dich; aus für keine
profile-name-short = Name
profile-says-short = Über dich
profile-user = Jemand anderes
profile-ask = Wer bist du hier?
profile-heading = **{ $name }**
profile-quote = „{ $about }“
profile-likes = Mag { $names }
profile-sum = { $n ->
    [0] Noch kein Event
    [one] Ein Event
   *[other] { $n } Events
} · Bestwert { $longest } · { $total } insgesamt

## /settings
settings-about = Sprache, Uhr, Ruhezeit und mehr
settings-language = Die Sprache, in der ich mit dir rede
settings-day-start = Wann dein Tag beginnt, 0 bis 6 Uhr
settings-quiet = Stunden ohne Erinnerungen, etwa 22-7, oder aus
settings-nudges = Ob andere dich anstupsen dürfen
settings-cheers = Ob andere dir applaudieren dürfen
settings-milestones = Ob andere von deinen Meilensteinen hören
settings-block = Wessen Applaus und Stupser du blockierst
settings-interest = Etwas, das du magst; noch einmal, um es zu streichen
settings-heading = **Einstellungen von { $name }**
settings-line-language = Sprache: { $value }
settings-line-zone = Zeitzone: { $value }
settings-line-day = Dein Tag beginnt um { $value }
settings-line-quiet = Ruhezeit: { $value }
settings-line-nudges = Anstupsen erlaubt: { $value }
settings-line-cheers = Applaus erlaubt: { $value }
settings-line-milestones = Andere hören von deinen Meilensteinen: { $value }
settings-line-shown = Auf Ranglisten: { $value }
settings-line-account = { $platform }: { $name }, seit { $day }
settings-none = keine
settings-which-language = Welche Sprache?
settings-which-interests = Was magst du? Tipp an, so viel du willst.
settings-which-day-start = Wann beginnt dein Tag?
settings-which-quiet = Wann soll ich still sein?
settings-language-set = Gut, ab jetzt auf Deutsch.
settings-day-start-set = Dein Tag beginnt jetzt um { $time }. In Events, die für jeden der eigenen Uhr folgen, zählt das, was du davor tust, für den Tag davor.
settings-bad-day-start = Ein Tag kann zwischen 00:00 und 06:00 beginnen.
settings-quiet-set = Von { $from } bis { $to } bin ich still.
settings-quiet-off = Keine Ruhezeit mehr.
settings-bad-quiet = Diese Stunden kann ich nicht lesen. Versuch es mit 22-7 oder aus.
settings-nudges-on = Andere dürfen dich anstupsen.
settings-nudges-off = Niemand kann dich mehr anstupsen.
settings-cheers-on = Andere dürfen dir applaudieren.
settings-cheers-off = Niemand kann dir mehr applaudieren.
settings-block-self = Dich selbst kannst du nicht blockieren.
settings-blocked = { $name } ist blockiert: Applaus und Stupser von dort erreichen dich nicht mehr, und niemand sagt es ihnen. /settings zeigt, wen du blockiert hast, und hebt es auf.
settings-blocks-full = Du hast schon hundert Personen blockiert. Heb erst eine davon auf: { $name } ist nicht blockiert.
settings-blocks = { $n ->
    [0] Du hast niemanden blockiert. Das geht mit /settings block: und einem Namen.
    [one] Du hast eine Person blockiert. Ein Tippen hebt es auf.
   *[other] Du hast { $n } Personen blockiert. Ein Tippen hebt es auf.
}
settings-milestones-on = Andere hören von deinen Meilensteinen.
settings-milestones-off = Deine Meilensteine bleiben bei dir. Abzeichen und Rollen kommen weiterhin.
language-name = Deutsch

## /link, /unlink and /privacy
login-about = Im Web anmelden
login-made =
    Öffne diesen Link innerhalb von zehn Minuten, um dich im Web anzumelden:
    { $address }
    Er ist nur für dich: Wer ihn öffnet, ist als du angemeldet.
link-about = Auf Discord und Telegram eine Person sein
link-code = Der Code, den ich dir auf der anderen Seite gegeben habe
link-made = Schreib mir innerhalb von zehn Minuten auf der anderen Seite in einem privaten Chat /link „{ $code }“. Dann frage ich hier noch einmal nach, und wenn du zustimmst, werden beide Konten eine Person.
link-unknown = Dieser Code gilt nicht (mehr). Ein Code gilt zehn Minuten: /link macht einen neuen.
link-preview = Wenn du zustimmst, wird dieses Konto mit **{ $name }** zusammengelegt, und beide teilen alles, was ich von dir aufhebe.
link-moved = Das kommt mit: { $titles }
link-shared = In beiden: { $titles }. Die Einträge werden zusammengelegt; ein Tag, den beide haben, zählt einmal.
link-contests = Ein Wettbewerb, in dem beide waren: { $titles }. Dort wird nichts zusammengezählt: Es gilt die Seite, die noch dabei ist, sonst die, auf der der Code entstanden ist.
link-unseen = { $n ->
    [one] Dazu gehört ein Event, das du hier nicht siehst.
   *[other] Dazu gehören { $n } Events, die du hier nicht siehst.
}
link-keeps = Die Uhr ist dann { $zone }. Sprache und Einstellungen, die gewählt wurden, gehen vor; haben beide gewählt, entscheidet die Seite, auf der der Code entstanden ist, und beim Datenschutz gilt die strengere Wahl.
link-done = Fertig. Ab jetzt bist du auf beiden **{ $name }**. Wenn das falsch ist, trenne die Konten wieder.
link-overheard = Hier lesen andere mit, deshalb gilt dieser Code nicht mehr. Hol dir dort mit /link einen neuen und schreib ihn mir privat.
link-asked = Fast geschafft. Sag jetzt auf { $platform } Ja, wo der Code entstanden ist: Ich habe dort gefragt, und /link zeigt die Frage auch. Sie wartet eine Stunde.
link-question = **{ $name }** auf { $platform } sagt, dass du es bist. Wenn du Ja sagst, werden beide Konten eine Person und teilen alles, was ich von dir aufhebe. Bist du das?
link-refused = Gut, dass ich gefragt habe. Nichts wurde verbunden.
link-over = Darauf wartet niemand (mehr). /link beginnt von vorn.
link-same-platform = Nichts wurde verbunden: Beide Seiten haben ein Konto auf { $platform }, und eine Person hat auf jeder Plattform eines. Verbinde das Konto auf der anderen Plattform, oder trenne zuerst mit /unlink das, das nicht hierher gehört.
link-erasure = Nichts wurde verbunden: Eine der beiden Seiten soll gelöscht werden. Nimm das zuerst mit /privacy zurück, oder warte, bis es geschehen ist.
link-in-contests = Nichts wurde verbunden: Beide Seiten sind bei { $titles } dabei, und in einem Wettbewerb werden aus zwei Ergebnissen nicht eines. Verlasse ihn zuerst auf einer Seite mit /leave und verbinde dann noch einmal.
unlink-about = Dieses Konto vom anderen trennen
unlink-done = Dieses Konto steht jetzt für sich. Was bisher getan wurde, bleibt bei { $name }.
unlink-done-back = Dieses Konto steht jetzt für sich, mit dem, was es mitgebracht hat und was seither damit getan wurde. Der Rest bleibt bei { $name }.
unlink-done-other = { $account } auf { $platform } steht jetzt allein. Was bisher getan wurde, bleibt bei { $name }.
unlink-done-other-back = { $account } auf { $platform } steht jetzt allein, mit dem, was das Konto mitgebracht hat und was seither dort getan wurde. Der Rest bleibt bei { $name }.
unlink-which = Welches Konto soll allein stehen? Es fängt neu an; was bisher getan wurde, bleibt bei { $name }.
unlink-which-back = Welches Konto soll allein stehen? Es bekommt zurück, was es beim Verbinden mitgebracht hat, und was seither dort getan wurde; der Rest bleibt bei { $name }. Wo beide dabei waren, behält jede Seite ihre eigenen Einträge.
unlink-sure = **{ $account }** auf { $platform } trennen? Das Konto fängt neu an; was bisher getan wurde, bleibt bei { $name }.
unlink-sure-back = **{ $account }** auf { $platform } trennen? Das Konto bekommt zurück, was es beim Verbinden mitgebracht hat, und was seither dort getan wurde; der Rest bleibt bei { $name }. Wo beide dabei waren, behält jede Seite ihre eigenen Einträge.
unlink-ends = Beide Konten sind danach im Web abgemeldet: Sitzungen, Passkeys, Kalender-Links, Zugänge von Programmen und Benachrichtigungen im Browser enden. Vergessen werden auch eine E-Mail-Adresse, die seit dem Verbinden bestätigt wurde, und Apps, die seitdem angeboten werden: Niemand weiß, von welcher Seite.
unlink-both = Ausschlüsse, Stummschaltungen und Blockierungen durch andere gelten für beide, ebenso das Verbergen und jede andere strengere Wahl. Pausen, Freezes und Änderungen der Uhr seit dem Verbinden behalten beide Seiten. Eine E-Mail-Adresse, die beim Verbinden weggefallen ist, musst du neu angeben.
unlink-only = Das ist dein einziges Konto. /privacy kann alles löschen.
privacy-about = Was ich speichere, wer es sieht und wie du es löschst
privacy-action = Was zu tun ist
privacy-text = **Datenschutz.** Ich speichere Namen und Kennungen deiner Konten, deine Uhr und deine Einstellungen, deine Events, deine Einträge mit Mengen und Notizen, ein Foto oder eine Datei als Nachweis bis zum Urteil der Leitung, wem du applaudiert hast, wen du blockiert hast, und deine E-Mail-Adresse, wenn du mir eine nennst: um Serien zu zählen und dich zu erinnern, und für nichts anderes. Andere in deinen Events und in der Community, zu der ein Event gehört, sehen deinen Namen, deine Zahlen, jeden deiner Tage und was du über dich sagst; bei öffentlichen Events steht das auf einer Webseite, die jeder öffnen kann. Notizen sind nur für dich. Du kannst dich verbergen, eine Kopie von allem mitnehmen oder alles löschen.
privacy-page = Die ganze Datenschutzerklärung: { $address } · Die Nutzungsbedingungen: { $terms }
privacy-hidden = Du stehst auf keiner Rangliste mehr. Deine Serien gehen weiter.
privacy-shown = Du stehst auf den Ranglisten deiner Events.
privacy-shown-pages = Dein Name, deine Tage und deine Zahlen stehen auf den Seiten von: { $titles }
privacy-shown-everybody = Alle können deinen Namen, deine Tage und deine Zahlen sehen in: { $titles }
privacy-shown-community = Am Ort des jeweiligen Events können alle deinen Namen, deine Tage und deine Zahlen sehen in: { $titles }
privacy-shown-left = Ergebnisse aus der Zeit, in der du dabei warst, können dich nennen: { $titles }
privacy-shown-more = { $titles } und { $n } mehr
privacy-export = Alles, was ich über dich speichere, außer einer Datei, die auf die Leitung wartet, und Nachrichten, die unterwegs sind:
privacy-table = Deine Einträge als Tabelle:
privacy-sure = Alles über dich löschen? Deine Serien, Abzeichen und Einstellungen wären in einer Woche endgültig weg. Was ich in Chats gesagt habe, bleibt dort; wer sie leitet, kann es löschen.
privacy-planned = Am { $day } wird alles über dich gelöscht. Bis dahin kannst du es dir anders überlegen.
privacy-kept = Gut. Alles bleibt.
privacy-unplanned = Es ist kein Löschen geplant. Was schon gelöscht ist, ist weg.

## /admin
admin-user = Wer
admin-event = Welches Event
admin-reason = Warum; es bleibt im Protokoll
admin-whom = Wer ist gemeint? Nenn jemanden, oder antworte auf eine Nachricht der Person.
setup-about = Sehen und ändern, was diese Community möchte
setup-zone = Die Zeitzone dieser Community
setup-language = Die Sprache dessen, was ich hier poste
setup-budget = Wie viel ungefragt erzählt wird
setup-board = Ob es jeden Tag eine Tafel gibt
setup-recap = Ob es jede Woche einen Rückblick gibt
setup-pin = Ob große Serien und Ergebnisse angeheftet werden (Telegram)
setup-heading = **Diese Community**
setup-line-budget = Wie viel erzählt wird: { $value }
setup-budget-quiet = ruhig – Rückblicke, Ergebnisse und große Meilensteine
setup-budget-usual = üblich – Rückblicke, Anfänge, Ergebnisse und was hier selten ist, gesammelt
setup-budget-lively = lebhaft – alle Meilensteine, zeitnah
setup-line-board = Jeden Tag eine Tafel: { $value }
setup-line-recap = Jede Woche ein Rückblick: { $value }
setup-line-pin = Große Serien und Ergebnisse werden angeheftet: { $value }
setup-told = { $n ->
    [one] Ein Event wird hier erzählt: { $titles }
   *[other] { $n } Events werden hier erzählt: { $titles }
}
setup-full = Heute wurde hier so viel gepostet, dass Tafeln, Meilensteine und Erinnerungen bis { $when } wegbleiben.
setup-pin-telegram-only = Angeheftet wird nur auf Telegram. Hier kann ein Meilenstein eine Rolle bringen: /admin role.
setup-right = ✓ { $name }
setup-right-missing = ✗ { $name } fehlt.
setup-closed = ✗ In { $place } darf ich nicht schreiben. Lass mich den Kanal sehen und dort Nachrichten senden und benutze dann dort einen Befehl.
setup-fix-discord = Erlauben kann das, wer hier Rollen verwalten darf: Servereinstellungen → Rollen → meine Rolle, oder nur für diesen Kanal: Kanal bearbeiten → Berechtigungen.
setup-fix-telegram = Erlauben kann das, wer hier Administratoren hinzufügen darf: Gruppeninfo → Bearbeiten → Administratoren → mein Name.
permission-view = Kanal ansehen
permission-send = Nachrichten senden
permission-threads = Nachrichten in Threads senden
permission-attach = Dateien anhängen
permission-history = Nachrichtenverlauf anzeigen
permission-roles = Rollen verwalten
permission-pin = Nachrichten anheften
admin-repair-about = Einen verpassten Tag eines Mitglieds reparieren
admin-repair-day = Der Tag: ein Datum oder gestern
admin-repaired = ◇ { $day } für { $name } repariert. Jetzt { $run }.
take-back-about = Zurücknehmen, was ein Mitglied eingetragen hat
take-back-day = Der Tag: ein Datum, heute oder gestern
take-back-done = Was { $name } am { $day } eingetragen hat, ist zurückgenommen. Jetzt { $run }.
take-back-nothing = { $name } hat am { $day } nichts eingetragen. /matrix zeigt die Tage.
amnesty-about = Tage für alle entschuldigen
amnesty-from = Der erste Tag
amnesty-from-which = Ab welchem Tag sind in **{ $title }** alle entschuldigt? Etwa from:1. März.
amnesty-until = Der letzte Tag; ohne Angabe der erste
amnesty-ends-before = Der letzte Tag liegt vor dem ersten. Nenne einen späteren.
amnesty-done = { $first } bis { $last } sind in { $title } für alle entschuldigt. Serien, die dort endeten, gehen weiter.
remove-about = Jemanden aus einem Event nehmen
remove-ban = Ob die Person draußen bleibt
remove-done = { $name } ist nicht mehr bei { $title } dabei.
remove-banned = { $name } ist nicht mehr bei { $title } dabei und bleibt draußen.
remove-pardoned = { $name } darf bei { $title } wieder mitmachen.
moderator-about = Sehen und wählen, wer hier mithilft
moderator-action = Hinzufügen oder entfernen
moderator-list = { $n ->
    [0] Noch keine Moderatoren. /admin moderator mit einem Namen ernennt jemanden.
    [one] 1 Moderator: { $names }
   *[other] { $n } Moderatoren: { $names }
}
moderator-added = { $name } hilft jetzt mit, diese Community zu leiten, aber nur von hier aus: nicht in privaten Chats und nicht im Web.
moderator-on-discord = Auf Discord erlaubt den Moderatoren /admin, wer den Server verwaltet: Servereinstellungen → Integrationen → mein Name.
moderator-removed = { $name } moderiert nicht mehr.
silence-about = Ein Event oder eine Person hier stummschalten
silence-event-done = { $title } ist hier stummgeschaltet: Es wird nichts davon gepostet, und niemand kann es hier ankündigen. Derselbe Befehl mit action:remove hebt das auf.
silence-event-lifted = { $title } darf hier wieder angekündigt werden, mit /event announce.
silence-person-done = { $name } ist hier stummgeschaltet: Nichts, was ich von mir aus poste, nennt den Namen, meine Antworten sieht hier sonst niemand, und Applaus und Stupser gehen von hier nicht mehr. Derselbe Befehl mit action:remove hebt das auf.
silence-person-lifted = { $name } ist hier nicht mehr stummgeschaltet.
silence-full = Ein Ort kann hundert Events und hundert Personen stummschalten. Heb erst etwas davon auf.
silence-none = Hier ist nichts und niemand stummgeschaltet. /admin silence mit einem Event oder einer Person tut das.
silence-events = { $n ->
    [0] Kein Event ist stummgeschaltet.
    [one] Ein Event ist stummgeschaltet: { $names }
   *[other] { $n } Events sind stummgeschaltet: { $names }
}
silence-unseen = { $n ->
    [one] Ein Event ist stummgeschaltet, das hier nicht mehr zu sehen ist.
   *[other] { $n } Events sind stummgeschaltet, die hier nicht mehr zu sehen sind.
}
silence-unseen-lifted = Was hier nicht zu sehen ist, ist nicht mehr stummgeschaltet.
silence-people = { $n ->
    [0] Niemand ist stummgeschaltet.
    [one] Eine Person ist stummgeschaltet: { $names }
   *[other] { $n } Personen sind stummgeschaltet: { $names }
}
role-about = Eine Rolle für einen Meilenstein
role-length = Wie viele am Stück
role-role = Die Rolle; ohne Angabe keine
role-list = { $n ->
    [0] Noch keine Rollen für Meilensteine. /admin role mit einer Länge und einer Rolle legt eine fest.
    [one] Eine Rolle für einen Meilenstein:
   *[other] { $n } Rollen für Meilensteine:
}
role-line = { $length } am Stück: { $role }
role-set = Wer { $length } am Stück hat, bekommt { $role }.
role-unset = { $length } am Stück bringen keine Rolle mehr.
role-not-yours = { $role } vergebe ich nur für jemanden, der diese Rolle vergeben darf: Dazu braucht es „Rollen verwalten“ und alles, was die Rolle selbst erlaubt. Frag jemanden, der beides hat.
role-bad-length = Welcher Meilenstein? Nenn eine Zahl wie 7 oder 30.
role-discord-only = Rollen gibt es nur auf Discord.
audit-about = Sehen, was Leitung und Moderation getan haben
audit-heading = **Was hier getan wurde**
audit-line = { $when } · { $said }
audit-empty = Hier wurde noch nichts getan.
record-about = Sehen, was in deinem Event getan wurde
record-event = Welches Event
record-heading = **Was in { $title } getan wurde**
record-empty = In { $title } hat noch niemand von der Leitung etwas geändert.
deed-role = Rolle für einen Meilenstein
deed-repair = Tag repariert
deed-take_back = Eintrag zurückgenommen
deed-again = nächste Runde
deed-announce = hier angekündigt
deed-invite = hier eingeladen
deed-silent = hier nicht mehr gepostet
deed-end = beendet
deed-edit = geändert
deed-amnesty = Tage entschuldigt
deed-pardon = wieder zugelassen
deed-ban = ausgeschlossen
deed-remove = entfernt
deed-let_in = aufgenommen
deed-turned_down = nicht aufgenommen
deed-approved = bestätigt
deed-rejected = abgelehnt
deed-moderator = Moderation übertragen
deed-no_moderator = Moderation entzogen
deed-silence = stummgeschaltet
deed-no_silence = nicht mehr stummgeschaltet
deed-setup = Einstellungen geändert
deed-backfill = Tag nachgetragen
deed-own_repair = eigenen Tag repariert

## Ready-made events and their units
template-exercise = Sport machen
template-walking = Spazieren gehen
template-running = 20 km pro Woche laufen
template-stretching = Dehnen
template-reading = 20 Seiten lesen
template-language = Eine Sprache lernen
template-coding = Programmieren
template-music = Musik machen
template-journaling = Tagebuch schreiben
template-meditation = Meditieren
template-gratitude = Drei gute Dinge
template-water = Wasser trinken
template-sleep = Sieben Stunden schlafen
template-sugar = Kein Zucker
template-savings = Geld zurücklegen
template-tidying = Aufräumen
unit-steps = Schritte
unit-km = km
unit-pages = Seiten
unit-minutes = Minuten
unit-glasses = Gläser
unit-hours = Stunden

## Pictures
picture-streak = { $span ->
    [week] Serie, Wochen
    [month] Serie, Monate
    [time] Serie
   *[day] Serie, Tage
}
picture-best = { $span ->
    [week] Bestwert, Wochen
    [month] Bestwert, Monate
    [time] Bestwert
   *[day] Bestwert, Tage
}
picture-total = { $span ->
    [week] insgesamt, Wochen
    [month] insgesamt, Monate
    [time] insgesamt
   *[day] insgesamt, Tage
}
picture-last = { $span ->
    [week] Die letzten { $n } Wochen
    [month] Die letzten { $n } Monate
   *[day] Die letzten { $n } Tage
}
picture-missed = verpasst
picture-partly = teilweise
picture-done = geschafft
picture-more = mehr
picture-bonus = Bonus
picture-open = noch offen
picture-frozen = mit Freeze
picture-repaired = repariert
picture-rest = frei
picture-bar = im Vergleich zum höchsten Wert
picture-bar-time = Dauer im Vergleich zur längsten

## Told without being asked
told-hello = Hallo. Ich zähle Serien. /admin setup dauert eine halbe Minute.
told-last-call = **{ $title }** ist noch zwei Stunden offen. { $is-check ->
    [no] { $current ->
        [one] Deine Serie wartet darauf.
       *[other] { $run }: Diese Serie wartet darauf.
    }
   *[yes] { $current ->
        [one] Einmal tippen, und deine Serie geht weiter.
       *[other] Einmal tippen, und deine Serie geht weiter: { $run }.
    }
}
told-streak-ended = { $span ->
    [week] **{ $title }**: Deine Serie ({ $run }) ging letzte Woche zu Ende und bleibt dir. Diese Woche kann Woche 1 sein.
    [month] **{ $title }**: Deine Serie ({ $run }) ging letzten Monat zu Ende und bleibt dir. Dieser Monat kann Monat 1 sein.
    [time] **{ $title }**: Deine Serie ({ $run }) ist zu Ende und bleibt dir. Heute kann eine neue beginnen.
   *[day] **{ $title }**: Deine Serie ({ $run }) ging gestern zu Ende und bleibt dir. Heute kann Tag 1 sein.
}
told-event-started = **{ $title }** beginnt heute. 🌱
told-event-ended = **{ $title }** ist vorbei. Gut gemacht, alle zusammen. Die längsten Serien:
told-event-over = **{ $title }** ist vorbei.
told-made-public = **{ $title }** ist jetzt öffentlich: Dein Name, deine Tage und deine Zahlen darin und was du über dich sagst, stehen auf Webseiten, die jeder öffnen kann. Du kannst dich verbergen oder gehen.
told-made-public-left = **{ $title }** ist jetzt öffentlich: Ergebnisse aus der Zeit, in der du dabei warst, können dich auf einer Webseite nennen, die jeder öffnen kann. Du kannst dich verbergen.
told-made-everybody = **{ $title }** ist jetzt öffentlich: Alle können es sehen, auch anderswo, und darin deinen Namen, deine Tage und deine Zahlen. Du kannst dich verbergen oder gehen.
told-made-everybody-left = **{ $title }** ist jetzt öffentlich: Ergebnisse aus der Zeit, in der du dabei warst, können dich allen nennen, auch anderswo. Du kannst dich verbergen.
told-made-community = Alle in **{ $place }** können **{ $title }** jetzt sehen, auch deinen Namen, deine Tage und deine Zahlen darin. Du kannst dich verbergen oder gehen.
told-made-community-left = Alle in **{ $place }** können **{ $title }** jetzt sehen: Ergebnisse aus der Zeit, in der du dabei warst, können dich dort nennen. Du kannst dich verbergen.
told-weeks-over = Letzte Woche:
told-weeks-event = **{ $title }**: { $places }
told-week-over = Die letzte Woche bei **{ $title }**:
told-week-sum = { $n ->
    [one] Insgesamt ein Eintrag.
   *[other] Insgesamt { $n } Einträge.
}
told-week-climb = 📈 { $names }: plus { $more } gegenüber der Vorwoche
told-week-perfect = ✨ { $n ->
    [one] Eine perfekte Woche.
   *[other] { $n } perfekte Wochen.
}
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**: { $run } bei { $title }
told-milestones = 🎉 Meilensteine
told-milestones-line = **{ $title }** · { $run }: { $names }
told-run = { $span ->
    [week] { $n ->
        [one] 1 Woche
       *[other] { $n } Wochen
    } am Stück
    [month] { $n ->
        [one] 1 Monat
       *[other] { $n } Monate
    } am Stück
    [time] { $n }-mal am Stück
   *[day] { $n ->
        [one] 1 Tag
       *[other] { $n } Tage
    } am Stück
}
span-count = { $span ->
    [week] { $n ->
        [one] 1 Woche
       *[other] { $n } Wochen
    }
    [month] { $n ->
        [one] 1 Monat
       *[other] { $n } Monate
    }
    [time] { $n } Mal
   *[day] { $n ->
        [one] 1 Tag
       *[other] { $n } Tage
    }
}
told-reminders = { $n } sind noch offen:
told-reminders-line = { $span ->
    [week] • **{ $title }** · Woche { $next }
    [month] • **{ $title }** · Monat { $next }
    [time] • **{ $title }**
   *[day] • **{ $title }** · Tag { $next }
}
told-reminder-period-1 = { $span ->
    [week] **{ $title }** ist diese Woche noch offen.
    [month] **{ $title }** ist diesen Monat noch offen.
   *[time] **{ $title }** ist noch offen.
}
told-reminder-period-2 = { $span ->
    [week] Woche { $next } von **{ $title }** wartet auf dich.
    [month] Monat { $next } von **{ $title }** wartet auf dich.
   *[time] **{ $title }** wartet auf dich.
}
told-reminder-period-3 = { $span ->
    [week] Diese Woche ist Platz für **{ $title }**.
    [month] Diesen Monat ist Platz für **{ $title }**.
   *[time] Heute ist Platz für **{ $title }**.
}
told-reminder-period-4 = { $span ->
    [week] **{ $title }**, Woche { $next }: wann immer es dir passt.
    [month] **{ $title }**, Monat { $next }: wann immer es dir passt.
   *[time] **{ $title }**: wann immer es dir passt.
}
told-to-whom = **{ $name }**, das ist für dich:
told-reminder-first-1 = **{ $title }** ist heute noch offen. Ein guter Tag für Tag 1.
told-reminder-first-2 = Heute ist Platz für **{ $title }**. Fangen wir an?
told-reminder-first-3 = **{ $title }**: Jede Serie beginnt mit einem Tag. Vielleicht heute?
told-reminder-first-4 = Ein paar Minuten für **{ $title }** heute?
told-reminder-first-5 = **{ $title }** passt in den Tag, früh oder spät.
told-reminder-first-6 = Nur heute, nur **{ $title }**: Das genügt.
told-reminder-first-7 = **{ $title }**, wann immer es dir heute passt.
told-reminder-back-1 = **{ $title }** ist noch da. Dein Bestwert { $best } bleibt dir, und heute kann Tag 1 sein.
told-reminder-back-2 = Noch einmal Tag 1 von **{ $title }**? Du kennst den Weg.
told-reminder-back-3 = In **{ $title }** warst du schon bei { $best }. Heute kann ein neuer Tag 1 sein.
told-reminder-1 = **{ $title }** ist heute noch offen. Einmal tippen, und Tag { $next } ist geschafft.
told-reminder-2 = Tag { $next } von **{ $title }** wartet auf dich.
told-reminder-3 = Ein ruhiger Moment für **{ $title }**? Es wäre Tag { $next }.
told-reminder-4 = **{ $title }**, Tag { $next }: wann immer du so weit bist.
told-reminder-5 = Im heutigen Tag ist Raum für **{ $title }**. Tag { $next } gehört dir.
told-reminder-6 = Etwas Zeit für **{ $title }**, und Tag { $next } ist geschafft.
told-reminder-7 = Bereit für **{ $title }**? Tag { $next } ist noch offen.
told-reminder-best-1 = Noch { $left } bis zu deinem Bestwert in **{ $title }**. Heute ist Tag { $next }.
told-reminder-best-2 = Dein Bestwert in **{ $title }** ist nah: Tag { $next } von { $best }.
told-reminder-best-3 = **{ $title }**, Tag { $next }: Dein Bestwert ist { $best }.
told-reminder-fellow-1 = { $name } ist heute bei **{ $title }** schon dabei. Für dich ist auch Platz.
told-reminder-fellow-2 = { $name } hat **{ $title }** heute schon geschafft. Komm dazu, wann du magst.
told-cheer = 👏 { $name } applaudiert dir.
told-nudge = { $name } denkt an dich: { $span ->
    [week] **{ $title }** ist diese Woche noch offen.
    [month] **{ $title }** ist diesen Monat noch offen.
   *[day] **{ $title }** ist heute noch offen.
}
told-join-asked = **{ $name }** möchte bei **{ $title }** mitmachen.
told-code-overheard = **{ $name }** hat einen Code für **{ $title }** geschrieben, wo andere mitlesen. Er gilt nicht mehr.
somebody = Jemand
told-link-refused = Das andere Konto sagt, dass du es nicht bist. Nichts wurde verbunden.
told-join-in = Du bist jetzt bei **{ $title }** dabei. Willkommen.
told-join-out = Die Leitung von { $title } hat dich diesmal nicht aufgenommen.
told-join-out-untitled = Die Leitung des Events, bei dem du mitmachen wolltest, hat dich diesmal nicht aufgenommen.
told-proof = **{ $name }** hat das für **{ $title }** gezeigt: { $file }
told-proof-file = **{ $name }** hat das für **{ $title }** gezeigt.
told-proof-elsewhere = Das wurde auf Telegram geschickt und ist nur dort zu sehen: mit /event review auf Telegram.
told-proof-in-chat = Zu sehen ist es im Chat: mit /event review auf Discord oder Telegram.
told-removed = Wer { $title } leitet, hat dich herausgenommen. Was du getan hast, bleibt deins: /privacy hat eine Kopie.
told-removed-untitled = Du wurdest aus einem Event herausgenommen. Was du getan hast, bleibt deins: /privacy hat eine Kopie.
told-proof-rejected = Die Leitung von { $title } hat deinen Beleg nicht angenommen, deshalb ist dieser Eintrag zurückgenommen.
told-taken-back = Die Leitung von { $title } hat zurückgenommen, was du am { $day } eingetragen hast. /matrix zeigt, wie du stehst.
told-moderator = Du hilfst jetzt mit, **{ $place }** zu leiten: Dort kannst du /admin nutzen und dich um die Events kümmern, die dort entstanden sind.
told-moderator-removed = Du hilfst nicht mehr mit, **{ $place }** zu leiten. Deine Serien und die Events, die du gemacht hast, bleiben deine.
told-role-failed = Ich konnte die Rolle für { $length } am Stück bei { $title } nicht vergeben. Bitte setz meine Rolle über diese, und erlaub mir, Rollen zu verwalten.
told-place-closed = Ich darf dort nicht mehr schreiben, wo **{ $title }** angekündigt wird. Lass mich den Kanal sehen und dort Nachrichten senden und benutze dann dort einen Befehl; oder kündige es mit /event announce woanders an.
told-board = 📅 { $day } · **{ $title }**
told-withdrawn = Hier hing die Karte eines Events; sie wurde abgehängt.
told-boards = 📅 { $day }
told-boards-event = **{ $title }**
told-boards-week = **{ $title }** · diese Woche
told-boards-month = **{ $title }** · diesen Monat
told-boards-days = **{ $title }** · { $day }
told-board-week = 📅 Woche ab { $day } · **{ $title }**
told-board-month = 📅 { $day } · **{ $title }**
told-board-count-over = { $in } von { $all } waren eingetragen
told-board-count-day-over = { $in } von { $all } waren am Ende des Tages eingetragen
told-board-in = ✅ { $names }
told-board-open = ⏳ { $names }
told-board-run = 🎉 { $run }: { $names }
told-board-more = { $names } und { $n } weitere
told-board-count = { $in } von { $all } eingetragen

## Refusals
refused-not-member = Du bist in diesem Event nicht dabei.
refused-already-member = Du bist in diesem Event schon dabei.
refused-not-started = Dieses Event hat noch nicht begonnen.
refused-ended = Dieses Event ist vorbei. Was du getan hast, bleibt.
refused-window-closed = Dieser Tag lässt sich nicht mehr nachtragen. Hat er eine Serie beendet, kann die Leitung des Events ihn reparieren.
refused-future-day = Dieser Tag kommt erst noch.
refused-empty-day = Diesen Tag hat deine Zeitzone übersprungen.
refused-in-future = Meine Uhr wurde zurückgestellt, deshalb scheint deine Nachricht aus der Zukunft zu kommen. Das liegt nicht an dir: Versuch es bitte später noch einmal.
refused-too-old = Deine Nachricht war mehr als zwei Tage unterwegs, deshalb konnte ich sie nicht zählen.
refused-already-in = Für diesen Tag bist du schon eingetragen.
refused-too-many = Das reicht für einen Tag. Morgen ist wieder einer.
refused-conflict = Diese Anfrage kenne ich schon mit anderem Inhalt. Bitte schick sie neu.
refused-nothing-to-undo = Von heute gibt es nichts zurückzunehmen.
refused-already-undone = Das ist schon zurückgenommen.
refused-too-late = Das ist zu lange her, um es zurückzunehmen. Die Leitung des Events kann es noch.
refused-not-found = Diesen Eintrag finde ich nicht.
refused-not-owner = Dieser Eintrag gehört jemand anderem.
refused-unknown-task = Diese Aufgabe gibt es in diesem Event nicht.
refused-bad-amount = Diese Menge passt nicht zu diesem Event. Nenn eine Zahl über null, wo Mengen zählen, und sonst keine.
refused-disabled = Das gibt es in diesem Event nicht.
refused-too-soon = Das geht nur mit einem Tag Vorlauf.
refused-too-long = Das sind mehr Tage, als dieses Event erlaubt.
refused-overlap = Diese Tage überschneiden sich mit einer Pause, die du schon hast.
refused-not-paused = Du hast gerade keine Pause.
refused-not-repairable = Dort wurde nichts verpasst, was eine Serie beendet hat.
refused-cooldown = Du hast erst vor Kurzem etwas repariert. Später geht es wieder.
refused-tz-limit = Deine Uhr wurde in einem Monat schon viermal geändert. Später geht es wieder.

## E-mail
email-about = Auch E-Mails bekommen
email-address = Deine E-Mail-Adresse, oder „aus“
name-email = email
name-address = adresse
choice-email = E-Mail
choice-push = Benachrichtigung
email-none = Ich kenne keine E-Mail-Adresse von dir. Schreib `/email` und deine Adresse, dann schicke ich einen Link dorthin.
email-shown = Ich kann an { $address } schreiben, zum Beispiel mit `/remind via:email`, oder wenn deine Chats für mich zu sind.
email-wanted = { $address } ist noch nicht bestätigt: Folge dem Link, den ich dorthin geschickt habe.
email-sent = Ich habe einen Link an { $address } geschickt. Folge ihm innerhalb eines Tages, dann kann ich dorthin schreiben.
email-bad = „{ $words }“ sieht nicht wie eine E-Mail-Adresse aus. Versuch es mit einer wie name@example.org.
email-too-often = Genug für heute: Versuch es mit dieser Adresse morgen noch einmal.
email-off = Ich habe deine E-Mail-Adresse vergessen.
email-unavailable = Dieser Bot verschickt keine E-Mails. /remind via:dm schreibt dir in einem Chat.
way-closed-email = Eine E-Mail an die Adresse, die du mir genannt hast, kam zurück. Prüf sie: /email
way-closed-push = Ich kann deinem Browser keine Benachrichtigungen mehr schicken. In deinen Einstellungen im Web kannst du sie wieder einschalten.
email-footer = Du bekommst das, weil du diese Adresse bei Streaks bestätigt hast. Abbestellen:
button-email-off = Meine Adresse vergessen
button-confirm-email = Diese Adresse bestätigen
told-confirm-email =
    Bestätige deine E-Mail-Adresse
    { $name } möchte Erinnerungen von Streaks an diese Adresse bekommen. Wenn du das bist, folge dem Link innerhalb eines Tages. Wenn nicht, tu nichts: Die Adresse wird vergessen.
remind-no-email = Ich kenne keine bestätigte E-Mail-Adresse von dir. Schreib zuerst /email und deine Adresse.
remind-no-push = Lass dir zuerst in einem Browser Benachrichtigungen zeigen: in deinen Einstellungen im Web.
remind-push-unavailable = Dieser Bot schickt keine Benachrichtigungen an Browser. /remind via:dm schreibt dir in einem Chat.
button-open-settings = Einstellungen im Web

## What Discord may give roles by
role-fact-longest = Längste Serie
role-fact-longest-about = Am Stück, mindestens
role-fact-total = Summe
role-fact-total-about = Insgesamt geschafft, mindestens
role-fact-since = Tage hier
role-fact-since-about = Tage seit dem ersten Event, mindestens
