# Kurz, warm, erwachsen.

site = Streaks
skip = Zum Inhalt
to-home = Offene Events ansehen

## Open events
home-title = Offene Events
home-lead = Kleine Dinge, Tag für Tag, gemeinsam. Hier dürfen alle mitmachen.
home-empty-title = Noch keine offenen Events
home-empty = Leg das erste an: Schreib „{ $command }“ in einen Chat, in dem der Streaks-Bot ist. Sobald es da ist, steht es hier.
home-over = Beendete Events
home-over-lead = Was zusammen gelang, und wie es ausging.
search = Suchen
search-title = Ein Event finden
search-category = Thema
search-any = alles
order-title = Reihenfolge
order-of-newest = neueste zuerst
order-of-members = größte zuerst
in-today = heute { $count } dabei
first-place = Erster Platz: { $names }
search-none = Nichts gefunden. Versuch es mit weniger Wörtern oder einem anderen Thema.
page-before = Neuere
page-next = Ältere
bring-title = Hol Streaks zu deinen Leuten
bring-text = Füg den Bot einem Discord-Server oder einer Telegram-Gruppe hinzu: Mitmachen, Eintragen und die Rangliste gibt es dann dort, wo ihr ohnehin schreibt.
bring-discord = Zu Discord hinzufügen
bring-telegram = Zu einer Telegram-Gruppe hinzufügen
members = { $count ->
    [one] { $count } Mitglied
   *[other] { $count } Mitglieder
}

## What an event asks for
day-start = Ein Tag beginnt um { $time }
starts = Beginnt am { $date }
until = Bis { $date }
ended = Beendet am { $date }
join = Zum Mitmachen schreib „{ $command }“ in einen Chat, in dem der Streaks-Bot ist.
join-discord = In Discord mitmachen
join-telegram = In Telegram mitmachen
invite-title = Du bist eingeladen
invite-over-title = Diese Einladung ist vorbei
invite-over-text = Der Code ist falsch, aufgebraucht oder zu alt. Bitte um einen neuen, wo du ihn herhast.

## The leaderboard
board-title = Rangliste
board-by = Reihenfolge
board-period = Zeitraum
period-all = Gesamte Zeit
span-title = Wochen und Monate
span = { $from } bis { $until }
span-earlier = Früher
span-later = Später
board-first = Erste Seite
board-next = Nächste Seite
updated = Stand:
column-rank = Rang
column-name = Name
column-streak = Serie
column-best = Beste
column-total = Gesamt
column-consistency = Beständigkeit
column-amount = Menge
column-periods = { $span ->
    [week] Wochen
    [month] Monate
    [time] Wie oft
   *[other] Tage
}
counted-in = { $span ->
    [week] In Wochen gezählt
    [month] In Monaten gezählt
    [time] Gezählt wird, wie oft
   *[other] In Tagen gezählt
}
column-week = Letzte 7 Tage
column-today = Heute
order-current = Sortiert nach aktueller Serie, dann nach bester, nach Gesamtzahl und danach, wer zuerst dabei war. Gleiche Serien teilen sich einen Rang, der nächste entfällt.
order-longest = Sortiert nach bester Serie, dann nach Gesamtzahl und danach, wer zuerst dabei war. Gleiche Bestwerte teilen sich einen Rang, der nächste entfällt.
order-total = Sortiert nach Gesamtzahl, dann nach bester Serie und danach, wer zuerst dabei war. Gleiche Gesamtzahlen teilen sich einen Rang, der nächste entfällt.
order-consistency = Sortiert nach dem Anteil der verlangten Zeiträume, die geschafft wurden, dann nach bester Serie, nach Gesamtzahl und danach, wer zuerst dabei war.
order-points = Sortiert nach Menge, dann nach bester Serie, nach Gesamtzahl und danach, wer zuerst dabei war.
order-window = Sortiert nach dem, was in dieser Zeit geschafft wurde. Gleiche teilen sich einen Rang, der nächste entfällt.
hosting = Du leitest dieses Event
hosting-edit = Bearbeiten
hosting-invite = Einladungscodes
hosting-review = Anfragen und Nachweise
hosting-record = Was getan wurde
hosting-winners = Gewinner
hosting-again = Nächste Runde
hosting-end = Beenden
members-title = Mitglieder
members-lead = Alle, die dabei sind, auch wer sich vor den anderen verbirgt.
members-table = Als Tabelle (CSV)
members-remove = Entfernen
members-out = Herausnehmen
members-ban = Herausnehmen und nicht wieder hereinlassen
column-joined = Dabei seit
calendar = Im Kalender verfolgen
place-title = Dein Platz
board-empty = Noch ist niemand dabei. Mach den Anfang.

## The activity of a member
activity-title = Aktivität
activity-lead = Die letzten 12 Wochen derer, die vorn liegen.
activity-all = Die Aktivität von allen
activity-page-lead = Die letzten 12 Wochen von allen, in der Reihenfolge der Rangliste.
activity-summary = { $asked ->
    [0] Gerade erst dabei
   *[other] { $span ->
        [week] { $done } von { $asked } Wochen
        [month] { $done } von { $asked } Monaten
        [time] { $done } von { $asked } Malen
       *[other] { $done } von { $asked } Tagen
    }{ $bonus ->
        [0] {""}
        [one] , 1 Bonus
       *[other] , { $bonus } Boni
    }, längste { $longest }, jetzt { $current }
}
legend = Was die Quadrate bedeuten
week-of = Woche vom { $date }
mark-done = erledigt
mark-extra = am Ruhetag erledigt
mark-missed = nicht erledigt
mark-open = noch offen
mark-rest = Ruhetag
mark-paused = Pause
mark-frozen = durch einen Freeze gerettet
mark-repaired = repariert
mark-excused = nicht gezählt
mark-away = nicht dabei
person-events = Events
person-badges = Abzeichen
person-years = Jahre
person-picture = Diese Matrix als Bild für andere Seiten
matrix-label = { $name }, { $title }, { $year }: { $span ->
    [week] { $done } von { $asked } Wochen
    [month] { $done } von { $asked } Monaten
    [time] { $done } von { $asked } Malen
   *[other] { $done } von { $asked } Tagen
}{ $bonus ->
    [0] {""}
    [one] , 1 Bonus
   *[other] , { $bonus } Boni
}
feed-began = { $title } hat begonnen
feed-reached = { $name }: { $run } · { $title }

## Dates
date = { $day }. { $month } { $year }
date-short = { $day }. { $month }
moment = { $date }, { $time } ({ $zone })
weekday = { $day ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
   *[7] Sonntag
}
weekday-short = { $day ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
   *[7] So
}
month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mär
    [4] Apr
    [5] Mai
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Okt
    [11] Nov
   *[12] Dez
}

## When there is no page
missing-title = Hier ist nichts
missing-text = Vielleicht ist die Adresse vertippt, oder was hier stand, ist nur für Eingeladene.
fault-title = Bei uns ist etwas schiefgegangen
fault-text = Deine Serien sind sicher. Bitte versuch es gleich noch einmal.
too-many-title = Zu viele Anfragen
too-many-text = { $wait ->
    [one] Das war viel auf einmal. Bitte warte eine Sekunde.
   *[other] Das war viel auf einmal. Bitte warte { $wait } Sekunden.
}
busy-title = Gerade schauen viele zu
busy-text = Die Seite selbst geht; nur die Live-Ansicht ist voll. Bitte lade sie gleich noch einmal.

## The time zone of a device
zone-title = Deine Zeitzone
zone-without = Schreib „{ $command }“ und deine Stadt in einen Chat, in dem der Streaks-Bot ist.
zone-with = Dieses Gerät lebt nach der Uhr von
zone-use = In Telegram verwenden
zone-write = Schreib das in einen Chat, in dem der Streaks-Bot ist:

## Links in mails
email-confirm-title = Bestätige deine Adresse
email-confirm-text = Streaks darf dann an { $address } schreiben, wie im Chat gewünscht.
email-confirm-button = Bestätigen
email-confirmed-title = Bestätigt
email-confirmed-text = Streaks kann dir jetzt schreiben. Was und wann, stellst du im Chat ein, zum Beispiel mit /remind.
email-leave-title = E-Mails abbestellen
email-leave-text = Streaks schreibt nicht mehr an { $address }. Erinnerungen kommen stattdessen in deine Chats.
email-leave-button = Abbestellen
email-left-title = Keine E-Mails mehr
email-left-text = Die Adresse ist vergessen. Im Chat kannst du jederzeit wieder eine angeben.

## Signed in
me = Meine Serien
join-here = Hier mitmachen
login-title = Anmelden
login-text = Du meldest dich in diesem Browser als { $name } an.
login-button = Anmelden
login-over-title = Dieser Link gilt nicht mehr
login-over-text = Ein Link zum Anmelden gilt einmal und zehn Minuten lang. Schreib dem Bot „/login“, dann bekommst du einen neuen.
signed-out-title = Anmelden
signed-out-text = Schreib dem Streaks-Bot in Discord oder Telegram „/login“: Er antwortet mit einem Link, der dich hier anmeldet. Ein Passwort brauchst du nicht.
sign-in-lead = Ein Passwort braucht es nicht: Zeig, dass ein Konto dir gehört.
sign-in-discord = Mit Discord anmelden
sign-in-telegram = Mit Telegram anmelden
sign-in-link-title = Oder mit einem Link
app-opening = Einen Moment …
app-outside = Das öffnet sich in Telegram, aus dem Chat mit dem Bot.
not-agreed-title = Du bist nicht angemeldet
not-agreed-text = Du hast abgelehnt, und nichts hat sich geändert. Du kannst es jederzeit noch einmal versuchen.
not-signed-in-title = Das hat nicht geklappt
not-signed-in-text = Gerade konnte niemand zeigen, wer du bist. Versuch es noch einmal, oder schreib dem Bot „/login“ für einen Link.
roles-told-title = Discord kennt deine Serien
roles-told-text = Server können Rollen nach deiner längsten Serie und deiner Summe vergeben, beides ohne Events nur mit Einladung, und nach der Zeit, die du hier bist. Komm mit demselben Link wieder, um es neu mitzuteilen.
roles-not-told-title = Discord hat es nicht angenommen
roles-not-told-text = Du bist angemeldet, aber Discord weiß noch nichts von deinen Serien. Versuch es gleich noch einmal.
foreign-title = Das kam nicht von hier
foreign-text = Das Formular ist zu alt, oder eine andere Seite hat es geschickt. Geh zurück, lade die Seite neu und versuch es noch einmal.
me-join = Mitmachen
me-answer = Antwort
me-needs-chat = Dafür muss etwas geschickt werden; das geht im Chat mit dem Bot.
me-send = Senden
me-today = Heute
me-none = Du machst noch nirgends mit.
me-done = { $run }
me-open = { $run }, { $span ->
    [week] diese Woche noch offen
    [month] diesen Monat noch offen
    [time] noch offen
   *[other] heute noch offen
}
me-off = { $run }, heute nichts zu tun
me-check-in = Eintragen
me-sessions = Angemeldet in
session-here = dieser Browser
session-end = Beenden
me-unclear = Das habe ich nicht verstanden. Wähle unten einen Befehl, oder schick „/help“.
me-line = Schreib, was du dem Bot schreiben würdest
logout = Abmelden
logout-everywhere = Überall abmelden
settings = Einstellungen
settings-profile = Profil
settings-name = Name
settings-about = Ein paar Worte über dich
settings-clock = Sprache und Zeit
settings-language = Sprache
settings-use = Übernehmen
settings-day-start = Dein Tag beginnt um (bis 06:00)
settings-quiet = Ruhezeit (leer: keine)
settings-others = Was andere sehen und dürfen
settings-hidden = Mich aus Ranglisten und Tafeln heraushalten
settings-nudges = Andere dürfen mich anstupsen
settings-cheers = Andere dürfen mir applaudieren
settings-milestones = Anderen von meinen Meilensteinen erzählen
settings-save = Speichern
settings-accounts = Konten
settings-link = Um ein Konto hinzuzufügen, schreib dem Bot dort „/link“; um eines zu trennen, „/unlink“.
settings-data = Deine Daten
settings-export = Alles exportieren
settings-delete = Alles löschen …
passkeys = Passkeys
passkeys-lead = Mit einem Passkey meldest du dich mit deinem Gerät an: per Fingerabdruck, Gesicht oder PIN.
passkey-make = Passkey anlegen
passkey-failed = Das hat nicht geklappt. Es hat sich nichts geändert.
sign-in-passkey = Mit einem Passkey anmelden
push = Benachrichtigungen
push-lead = Dieses Gerät zeigt deine Erinnerungen, auch wenn keine Seite offen ist. Sie kommen dann hierher statt in den Chat.
push-on = Meine Erinnerungen an dieses Gerät
push-failed = Der Browser erlaubt es nicht. Erlaube Benachrichtigungen für diese Seite und versuch es noch einmal.
push-off = Ausschalten
push-since = seit { $date }

## Tokens and the API
api-token = Dafür braucht es einen gültigen Token: mach einen unter /me/tokens und schick ihn als „Authorization: Bearer …“.
api-rate = Zu viele Anfragen: versuch es in { $wait } s noch einmal.
api-lead = Was Programme fragen und tun können. Dasselbe, für Programme:
api-token-from = Einen Token gibt es unter
api-your-token = Dein Token (er bleibt in diesem Tab)
api-body = Inhalt, als JSON
api-no-script = Zum Ausprobieren braucht es JavaScript, für die Beschreibung oben nicht.
api-scope = Dafür ist der Token nicht gut.
api-proof = Dieses Event will zu jedem Eintrag ein Foto oder eine Datei; das geht in einem Chat.
api-not-here = Das ist nur für Menschen: es geht im Chat mit dem Bot.
me-tokens = Tokens für Programme
tokens-title = Tokens für Programme
tokens-lead = Mit einem Token handelt ein Programm für dich. Was es fragen und tun kann, steht in
tokens-name = Name
tokens-scope = Erlaubt
scope-read = zu sehen, was du siehst
scope-write = zu sehen und zu tun, was du kannst
scope-calendar = deinem Kalender zu folgen, und sonst nichts
scope-check-in = bei { $title } einzutragen, und sonst nichts
tokens-made = Das ist der Token. Er wird nur jetzt gezeigt: bewahr ihn auf, wo ihn sonst niemand liest.
tokens-address = Wer diese Adresse hat, kann sie benutzen; mehr geht damit nicht:
tokens-make = Token machen
tokens-yours = Deine Tokens
tokens-used = zuletzt benutzt am { $date }
tokens-unused = nie benutzt
tokens-drop = Zurücknehmen
tokens-not-made-title = Es wurde kein Token gemacht
tokens-not-made-text = Er braucht einen Namen und etwas, wofür er gut ist. Mehr als 50 kann niemand haben.
check-in-text = Trägt für { $name } ein.
check-in-done = { $run } · { $title }

## Apps of others
apps = Apps, die du anbietest
apps-lead = Programme von dir, die andere per OAuth 2 hereinlassen können. Sie brauchen kein Geheimnis; wo alles ist, steht unter
apps-name = Name
apps-redirects = Adressen zum Zurückkommen, eine je Zeile (keine: nur für Geräte)
apps-make = Bekannt machen
apps-drop = Vergessen
app-not-made-title = Es wurde keine App angelegt
app-not-made-text = Sie braucht einen Namen und bis zu zehn Adressen, die mit https:// oder http://127.0.0.1 beginnen oder mit einem eigenen Namen wie org.example.app:/. Niemand kann mehr als 20 haben.
consent-title = Hereinlassen?
app-continue = Weiter als
consent-text = { $app } möchte für { $person } handeln.
consent-read = Es könnte sehen, was du siehst.
consent-write = Es könnte sehen und tun, was du kannst.
consent-back = Weiter geht es bei { $host }.
consent-device = Stimm nur zu, wenn dein Gerät gerade { $code } zeigt.
consent-maker = Angeboten von { $name }
device-out-title = Das Gerät bleibt draußen
device-out-text = Du hast abgelehnt, und nichts hat sich geändert.
consent-yes = Hereinlassen
consent-no = Nein
app-unknown-title = Diese App kennt niemand
app-unknown-text = Die Adresse der App stimmt nicht, oder sie ist hier nicht bekannt. Es ist nichts geschehen.
app-astray-title = So lässt sich diese App nicht hereinlassen
app-astray-text = Die App hat falsch gefragt. Es ist nichts geschehen, und niemand wurde hereingelassen. Sie will dich zurück zu { $host } schicken: geh nur dorthin, wenn du sie kennst.
app-astray-back = Zurück zu { $host }
device-title = Ein Gerät hereinlassen
device-text = Gib den Code ein, den das Gerät zeigt
device-go = Weiter
device-wrong = Auf diesen Code wartet nichts. Sieh noch einmal hin, oder lass das Gerät einen neuen zeigen.
device-in-title = Das Gerät ist drin
device-in-text = Hier bist du fertig: Es macht von selbst weiter. Unter „Token für Programme“ kannst du das zurücknehmen.
device-over-title = Auf diesen Code wartet nichts mehr
device-over-text = Lass das Gerät einen neuen zeigen.

## Privacy and terms, a paragraph a line
privacy-title = Datenschutz
terms-title = Nutzungsbedingungen
legal-operator = { $name } betreibt diese Instanz von Streaks.
legal-nobody = Wer diese Instanz von Streaks betreibt, hat hier keinen Namen genannt. Frag die Leute, die deine Community leiten.
legal-contact = Kontakt:
privacy-kept-title = Was gespeichert wird
privacy-kept-text =
    Von deinen Konten bei Discord und Telegram: Kennung, Name und Sprache. Was du über dich sagst: dein Name hier, ein paar Worte, Interessen, Einstellungen und deine Zeitzone. Ein Standort, den du schickst, wird zur Zeitzone und dann vergessen.
    Die Events, die du anlegst und bei denen du mitmachst, wann du gekommen und gegangen bist, deine Einträge mit Zeit, Menge und Notiz, Pausen, Reparaturen, Abzeichen, Erinnerungen, Applaus und Anstupser, und wen du blockiert hast. Von einem Foto oder einer Datei als Nachweis, wie die Plattform sie nennt; die Datei selbst nur, bis die Leitung geurteilt hat, du gehst oder das Event 30 Tage vorbei ist. Ort und Zeit, die eine Kamera in ein JPEG oder PNG schreibt, werden vorher entfernt. Was nicht oder noch nicht aufbewahrt werden kann, sieht die Leitung so, wie es geschickt wurde.
    Was du einschaltest: deine E-Mail-Adresse, Browser mit Benachrichtigungen, Passkeys, Tokens, Apps, die du hereinlässt oder anbietest, und die Browser, in denen du angemeldet bist.
    Was Leitende und Moderierende tun, mit ihrer Kennung, und wen eine Community stummgeschaltet hat.
privacy-purpose-title = Wofür
privacy-purpose-text = Um Serien zu zählen, Ranglisten zu zeigen, dich zu erinnern und dir zu sagen, worum du gebeten hast. Nichts wird verkauft, es gibt keine Werbung, und niemand wird über Seiten hinweg verfolgt.
privacy-seen-title = Wer es sieht
privacy-seen-text =
    Wer in deinen Events ist, in der Community, zu der ein Event gehört, oder in einem Kanal, in dem jemand von der Leitung davon erzählen lässt, sieht deinen Namen, deine Zahlen, jeden deiner Tage und was du über dich sagst. Wer ein Event leitet, sieht alle, die dabei sind, und was als Nachweis gezeigt wurde.
    Bei einem öffentlichen Event stehen dein Name, deine Zahlen, deine Tage und was du über dich sagst auf einer Webseite, die jeder öffnen kann. Suchmaschinen werden gebeten, sie auszulassen.
    Notizen sind nur für dich. Wer sich verbirgt, steht auf keiner Rangliste und hat keine Seite.
privacy-passed-title = Wer es noch bekommt
privacy-passed-text = Discord und Telegram befördern, was dort gesagt wird, nach eigenen Regeln. Ein Mailserver befördert E-Mails, und der Push-Dienst deines Browsers befördert Benachrichtigungen, die nur dein Browser lesen kann. Apps, die du hereinlässt, sehen, was du ihnen erlaubst. Verknüpfst du dein Konto mit den Rollen eines Discord-Servers, erfährt Discord deine längste Serie, deine Summe und seit wann du dabei bist, aber nichts von Events nur mit Einladung; zum Beenden entfernst du Streaks bei Discord unter Einstellungen → Autorisierte Apps.
privacy-time-title = Wie lange
privacy-time-text =
    Was du dem Bot schreibst: bis es beantwortet ist, oder sieben Tage, wenn das nicht gelang. Was der Bot sagen sollte: 30 Tage. Angemeldet bleibst du bis 30 Tage nach deinem letzten Besuch, höchstens 90 Tage. Links zum Anmelden und Codes zum Verknüpfen gelten zehn Minuten.
    Netzwerkadressen stehen nur im Arbeitsspeicher, damit Grenzen eingehalten werden, und werden nicht gespeichert.
    Server und Gruppen, die den Bot entfernen: 30 Tage. Ihre Events bleiben bei denen, die dabei sind.
    Alles andere: bis du es löschst.
privacy-rights-title = Was du tun kannst
privacy-rights-text =
    Schreib dem Bot /privacy, oder öffne hier deine Einstellungen: Du kannst dich verbergen, eine Kopie von allem als Datei bekommen und alles löschen. Gelöscht wird eine Woche später; bis dahin kannst du es zurücknehmen.
    Was der Bot in Chats gesagt hat, etwa Meilensteine, Tafeln und Ergebnisse, bleibt dort; wer sie leitet, kann es löschen.
    Events, die du angelegt hast, bleiben ohne dich, wenn andere dabei sind oder waren; die übrigen werden gelöscht. Was Leitende getan haben, bleibt vermerkt, ohne Worte und ohne dich.
    Von deinen Konten bleibt ein Fingerabdruck, an dem nur zu erkennen ist, ob dasselbe Konto wiederkommt: Wer aus einem Event ausgeschlossen, stummgeschaltet oder blockiert ist, bleibt es, und Grenzen gelten weiter.
privacy-contact = Für alles andere, etwa um etwas berichtigen zu lassen, wende dich an den Kontakt oben.
privacy-cookies-title = Cookies
privacy-cookies-text = Eines hält dich angemeldet. Während du dich anmeldest, merken sich andere zehn Minuten lang, wie und wofür. Mehr gibt es nicht.
terms-service-title = Was das ist
terms-service-text = Streaks zählt, was Leute nach eigener Aussage getan haben. Es wird angeboten, wie es ist: Niemand verspricht, dass es immer erreichbar ist, nie irrt oder dass eine Zahl etwas beweist. Es ist kein medizinischer oder anderer Rat.
terms-conduct-title = Wie wir miteinander umgehen
terms-conduct-text =
    Nutze es nur, wenn du Discord oder Telegram dort, wo du lebst, und in deinem Alter nutzen darfst. Deren Bedingungen gelten ebenfalls.
    Schreib nichts Rechtswidriges, Hasserfülltes, Sexuelles oder Verletzendes, und nichts über andere, was sie nicht wollen würden. Überflute den Bot nicht, umgeh seine Grenzen nicht und gib dich nicht als jemand anderes aus.
    Wer ein Event leitet, moderiert oder diese Instanz betreibt, darf entfernen, was und wer sich nicht daran hält.
terms-public-title = Was andere sehen
terms-public-text = Wer ein Event öffentlich macht oder bei einem öffentlichen mitmacht, stimmt zu, dass seine Texte und die Namen, Zahlen und Tage aller, die dabei sind, und was sie über sich sagen, auf einer Webseite stehen, die jeder öffnen kann. Wer schon vorher dabei war, erfährt davon und kann sich verbergen oder gehen.
terms-end-title = Wie es endet
terms-end-text =
    Du kannst jederzeit gehen und mit /privacy alles löschen lassen. Diese Instanz oder ein Teil davon kann sich ändern oder enden; bis dahin kannst du eine Kopie von allem mitnehmen.
    Was das Gesetz dir gibt, bleibt dir, was auch immer hier steht.
