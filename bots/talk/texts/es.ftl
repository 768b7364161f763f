# Short, warm, adult. The number first, then one sentence. No guilt, no countdowns.

fault = Algo falló de nuestro lado. Todo lo que hiciste sigue ahí; inténtalo de nuevo en un momento.
fault-again = Algo falló de nuestro lado. No tienes que hacer nada: lo intento otra vez por mi cuenta y diré aquí cómo quedó.
fault-over = Esto no funcionó y he dejado de intentarlo. Antes de repetirlo, mira con /streak si llegó a hacerse.
press-unknown = No entiendo este botón. /help muestra lo que sé hacer.
limit-met = Eso fue muy rápido: vuelvo a escucharte a partir de { $when }.
limit-wait = Un momento, por favor.
told-alone = Esto es solo para ti: mira abajo.
who-are-you = Aquí no veo quién eres. Escribe en tu propio nombre, no como el grupo.

## Buttons and choices
button-checkin = ✅ Registrar
button-undo = Deshacer
button-join = Unirme
button-join-titled = Unirme a { $title }
button-leaderboard = Clasificación
button-page = En la web
button-record = Lo que se hizo
button-events = Ver los eventos
button-leave = Salir
button-leave-titled = Salir de { $title }
button-more = Añadir más
button-other-amount = Otra cantidad
button-share = Compartir
button-cheer = 👏 Animar
button-cheer-too = 👏 Animar también ({ $n })
button-board = Tablero cada día
button-recap = Resumen cada semana
button-pin = Fijar honores
button-picture = Imagen
button-previous = ◀ Atrás
button-next = Siguiente ▶
button-me = Yo
button-in-week = Semana
button-in-month = Mes
button-in-all = Desde siempre
button-window-earlier = « Antes
button-window-later = Después »
button-edit = Editar
button-edit-title = Título
button-edit-days = Frecuencia
button-edit-goal = Meta
button-edit-tasks = Tareas
button-edit-text = Texto
button-edit-ends = Último día
button-edit-visibility = Quién lo ve
button-edit-milestones = Hitos
button-edit-starts = Primer día
button-edit-mode = Hábito o competición
button-edit-group = Racha del grupo
button-edit-category = Tema
button-edit-emoji = Emoji
button-edit-proof = Prueba
button-edit-approval = Quién entra
button-edit-clock = Reloj
button-edit-zone = Zona horaria
button-edit-percent = Parte del grupo
button-edit-unit = Unidad
button-edit-count = Cómo cuenta
button-edit-need = Cuántas tareas
button-edit-more = Más…
button-publish = Publicar
button-discard = Descartar
button-invite = Invitar
button-end = Terminarlo
button-again = Siguiente ronda
button-revoke = Anular todos los códigos
button-revoke-one = Anular el código { $n }
button-codes = Códigos
button-post-invite = Publicar una invitación aquí
button-invite-link = Enlace de invitación
button-let-in = Admitir a { $name }
button-turn-down = No admitir a { $name }
button-approve = Aprobar
button-reject = Rechazar
button-resume = Terminar la pausa
button-pause = Tomar un descanso
button-repair = Reparar { $day }
button-earlier = −1 h
button-later = +1 h
button-snooze = En una hora
button-not-today = Hoy no
button-language = Idioma
button-zone = Zona horaria
button-day-start = Inicio del día
button-quiet = Horas de silencio
button-nudges-off = Sin toques
button-nudges-on = Permitir toques
button-cheers-off = Sin ánimos
button-cheers-on = Permitir ánimos
button-blocks = Bloqueados
button-untell = 🔇 { $title }
button-hear-unseen = Levantar lo que no se ve
button-milestones-off = Hitos solo para mí
button-milestones-on = Compartir mis hitos
button-interests = Intereses
button-link = Vincular una cuenta
button-link-yes = Sí, vincular
button-link-me = Sí, soy yo
button-link-not-me = No, no soy yo
button-unlink = Separarlas de nuevo
button-unlink-account = Separar { $account }
button-privacy = Privacidad
button-settings = Ajustes
button-all = Todo lo que entiendo
button-setup = Configurar
button-help = Ayuda
button-profile = Perfil
button-profile-edit = Cambiar
button-templates = Eventos listos para usar
button-over = Terminados
button-own-event = Uno propio
button-hide = Ocultarme
button-show = Mostrarme
button-export = Exportar mis datos
button-export-table = Registros en una tabla
button-delete = Borrar todo
button-erase = Borrarme en una semana
button-keep = Conservar todo
menu-streak = Ver racha
menu-cheer = Animar
word-off = no
list-comma = {", "}
list-semicolon = {"; "}
percent-of = { $n } %
button-remind = Recordarme a las 20:00
button-remind-off = No recordarme más
button-open-private = Abrir un chat privado
button-time-yes = Sí, { $time }
button-time-other = No, otra hora
button-time-between = Ninguna de estas
button-location = 📍 Enviar mi ubicación
button-device = Usar la zona de este dispositivo
button-matrix = Mi matriz
button-note = Añadir nota
button-by-current = Actual
button-by-longest = Más larga
button-by-total = Total
button-by-consistency = Constancia
button-by-points = Cantidades
choice-today = hoy
choice-yesterday = ayer
choice-all = todo
choice-one = un evento
choice-here = esta comunidad
choice-everywhere = en todas partes
choice-templates = listos para usar
choice-quiet = tranquilo
choice-usual = normal
choice-lively = animado
choice-week = esta semana
choice-month = este mes
choice-last_week = la semana pasada
choice-last_month = el mes pasado
choice-consistency = constancia
choice-points = cantidades
choice-sum = se suma todo
choice-max = cuenta la mejor marca
choice-most = un límite que no se pasa
choice-community = solo esta comunidad
choice-habit = un hábito entre amigos
choice-contest = una competición: sin excepciones
choice-every = cuenta cada miembro
choice-anyone = basta con una persona
choice-half = la mitad del grupo
choice-buddy = un dúo
choice-none = ninguna
choice-asked = se pide
choice-over = terminados
choice-approved = la aprueba quien organiza
choice-yes = sí
choice-no = no
choice-pardon = readmitir
choice-add = añadir
choice-remove = quitar
choice-hide = ocultarme
choice-show = mostrarme
choice-export = exportar mis datos
choice-delete = borrar todo
choice-keep = al final, conservar todo
choice-dm = un mensaje privado
choice-channel = este canal
choice-discord = Discord
choice-telegram = Telegram
choice-auto = el de la aplicación
choice-en = English
choice-de = Deutsch
choice-es = Español
choice-hi = हिन्दी
choice-ja = 日本語
choice-ar = العربية
choice-move = Movimiento
choice-read = Lectura
choice-learn = Aprendizaje
choice-health = Salud
choice-mind = Mente
choice-create = Creación
choice-home = Hogar y dinero
choice-other = Otra cosa
choice-mine = míos
choice-open = abiertos
choice-public = público
choice-invite = solo con invitación
choice-fixed = el mismo reloj para todos
choice-personal = el reloj de cada miembro
choice-current = racha actual
choice-longest = racha más larga
choice-total = total

## What commands and their parameters are called here: lower case, no blanks
name-start = empezar
name-code = codigo
name-checkin = registrar
name-event = evento
name-amount = cantidad
name-task = tarea
name-note = nota
name-proof = prueba
name-day = dia
name-undo = deshacer
name-streak = racha
name-user = persona
name-leaderboard = clasificacion
name-by = por
name-scope = alcance
name-period = periodo
name-matrix = matriz
name-year = año
name-badges = insignias
name-events = eventos
name-show = mostrar
name-search = buscar
name-category = categoria
name-join = unirse
name-leave = salir
name-create = crear
name-title = titulo
name-goal = meta
name-days = dias
name-unit = unidad
name-count = conteo
name-tasks = tareas
name-need = cuantas
name-text = texto
name-starts = inicio
name-ends = fin
name-visibility = visibilidad
name-mode = modo
name-group = grupo
name-percent = porcentaje
name-emoji = emoji
name-approval = aprobacion
name-clock = reloj
name-zone = zona
name-edit = editar
name-milestones = hitos
name-end = terminar
name-again = otra_vez
name-invite = invitar
name-uses = usos
name-review = revisar
name-winners = ganadores
name-announce = anunciar
name-remind = recordar
name-at = hora
name-last = ultimo_aviso
name-here = aqui
name-via = via
name-timezone = zona_horaria
name-cheer = animar
name-words = palabras
name-nudge = toque
name-pause = pausa
name-from = desde
name-until = hasta
name-resume = reanudar
name-freeze = comodin
name-repair = reparar
name-profile = perfil
name-name = nombre
name-about = sobre_mí
name-settings = ajustes
name-language = idioma
name-day_start = inicio_dia
name-quiet = silencio
name-nudges = toques
name-cheers = animos
name-block = bloquear
name-interest = interes
name-login = entrar
name-link = vincular
name-unlink = desvincular
name-privacy = privacidad
name-action = accion
name-help = ayuda
name-topic = tema
name-admin = admin
name-setup = configurar
name-budget = volumen
name-board = tablero
name-recap = resumen
name-pin = fijar
name-reason = motivo
name-sure = seguro
name-amnesty = amnistia
name-remove = quitar
name-ban = veto
name-moderator = moderador
name-silence = silenciar
name-role = rol
name-length = longitud
name-audit = historial
name-record = registro

group-event-about = Crear, cambiar y terminar eventos
group-admin-about = Dirigir esta comunidad

## Days of the week
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo

## Months
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

## Rights
right-manager = Eso es para quien administra este sitio. Pídeselo.
right-in-group = Eso funciona en un canal o grupo, para quien lo administra.
host-only = Eso solo puede hacerlo quien organiza el evento. Pídeselo.
host-not-member = { $name } no está en { $title }.
host-not-repairable = { $name } no dejó nada en blanco ahí que terminara una racha. /matrix muestra los días.
person-unknown = Todavía no conozco a { $name }. Nos conoceremos con su primer comando.
person-several = Conoces a varias personas que se llaman { $name }. Menciona con @ a quién te refieres.
person-hidden = { $name } prefiere no mostrar sus rachas.
silenced-here = Quien administra este sitio te ha silenciado aquí. En privado hago lo que me pidas.
silenced-alone = Quien administra este sitio te ha silenciado aquí, así que esto te llega solo a ti.

## Which event
event-which = ¿A qué evento te refieres?
event-which-again = ¿A qué evento te refieres: { $titles }? Escríbelo otra vez con event: y su nombre, por favor.
question-of-another = Esa pregunta era para otra persona. Escríbelo tú y te preguntaré.
event-unknown = Este evento no existe (o ya no).
event-not-found = No encuentro ningún evento llamado “{ $words }”. /events muestra lo que hay.
choice-unknown = No conozco “{ $word }” para { $param }. Puede ser: { $known }.
only-in-private = Tengo una respuesta, pero no para todas las miradas. Abre un chat privado conmigo y vuelve a preguntar allí.
sent-in-private = Te lo envié en privado.
event-none-mine = Todavía no estás en ningún evento. /events muestra a cuáles puedes unirte.
event-none-open = Todavía no hay nada a lo que unirse. Crea el primero con /event create.

## /start and /help
start-about = Saludar y poner tu reloj en hora
start-code = El código del enlace que te trajo aquí
start-hello = Hola, { $name } 👋 Cuento rachas: pulsa una vez al día y todo el mundo verá hasta dónde has llegado.
help-about = Mostrar lo que sé hacer
help-meant = ¿Quisiste decir /{ $path }?
help-unclear = No entendí eso. Prueba con una de estas:
help-intro = Pulsa una vez al día y la racha sigue viva. Esto es lo que entiendo:
help-first = Pulsa una vez al día y la racha sigue viva. Para empezar:
help-topic = Un comando que explicar
help-param = • { $name }: { $about }
help-line = **/{ $path }** { $about }
help-web = Clasificaciones en la web: { $address }

## /checkin
checkin-about = Hacer el registro de hoy
checkin-event = Qué evento, si estás en varios
checkin-note = Unas palabras al respecto
checkin-amount = Cuánto, por ejemplo 5 o 2,5 km
checkin-task = Qué tarea está hecha
checkin-proof = Una foto o un archivo que lo muestre
checkin-day = Hoy, ayer o una fecha, si se te pasó
checkin-noted = Anotado en **{ $title }**.
checkin-how-much = ¿Cuánto ({ $unit })?
checkin-which-task = ¿Qué tarea está hecha?
checkin-bad-day = No conozco el día “{ $words }”. Prueba con hoy, ayer o una fecha como 01/03/2026.
checkin-bad-amount = No entiendo la cantidad “{ $words }”. Prueba con un número como 5 o 2,5.
checkin-needs-proof = { $title } quiere ver algo. Envíalo con /checkin y una foto o un archivo, o responde con uno a este mensaje.
checkin-proof-title = Mostrar algo
# What an answer to a reminder may say, in lower case, with / between.
checkin-not-counted = **{ $title }** cuenta registros, no cantidades. ¿Guardo «{ $words }» como nota?
button-as-note = Registrar con esta nota
checkin-reply-unclear = Responde “hecho” para registrar **{ $title }**, o pulsa abajo.
checkin-note-ask = ¿Unas palabras sobre **{ $title }**?
checkin-note-kept = Tu nota está guardada.
checkin-done = { $span ->
    [week] ✅ **Semana { $current }** · { $title }
    [month] ✅ **Mes { $current }** · { $title }
    [time] ✅ **{ $current } seguidas** · { $title }
    [bonus] ✅ **Un extra** · { $title }
   *[day] ✅ **Día { $current }** · { $title }
}
checkin-bonus = Ese día no tocaba nada: suma a lo que has hecho, no a la racha.
checkin-milestone = 🎉 Ya es una { $run }.
checkin-to-best = { $left } más hasta tu mejor marca ({ $best }).
checkin-to-milestone = { $left } más hasta una { $run }.
checkin-see-you = { $span ->
    [week] Hasta la semana que viene.
    [month] Hasta el mes que viene.
    [time] Hasta la próxima.
   *[day] Hasta mañana.
}
checkin-counted-for = Cuenta para el { $day }.
checkin-today-too = ¿Registramos también el de hoy?
checkin-already = { $span ->
    [day] El registro de hoy ya está, día { $current } de { $title }. ¿Deshacer?
    [bonus] El registro de hoy ya está, como extra: { $title }. ¿Deshacer?
   *[other] El registro de hoy ya está: { $title }, { $run }. ¿Deshacer?
}
checkin-part = { $span ->
    [week] ✅ **{ $done } de { $asked }** esta semana · { $title }
   *[other] ✅ **{ $done } de { $asked }** este mes · { $title }
}
checkin-counted = Eso ya cuenta para **{ $title }**.
checkin-already-yesterday = El registro de ayer ya está. { $current ->
    [0] Tu racha en { $title } está en { $current } por ahora.
   *[other] En { $title } llevas una { $run }.
}
checkin-all-done = Todo hecho por hoy. ✨
checkin-which = ¿Cuál está hecho?
checkin-not-in = Todavía no estás en { $title }.
checkin-clock-back = Han atrasado mi reloj a un momento en el que aún no participabas. No es culpa tuya: vuelve a intentarlo a partir del { $when }.
checkin-before-start = El primer día de **{ $title }** es el { $day }.
checkin-window-closed = Ese día ya no se puede completar. En este evento no se repara nada; ni siquiera puede hacerlo quien lo organiza.
clock-in-private = Escríbeme en privado para ajustar tu reloj y tus recordatorios.

## How far one is
progress-count = { $span ->
    [day] { $done } de { $asked } veces hoy.
    [then] { $done } de { $asked } veces.
    [week] { $done } de { $asked } veces esta semana.
    [month] { $done } de { $asked } veces este mes.
   *[other] { $done } de { $asked } veces en este periodo.
}
progress-metric = { $span ->
    [day] { $reached } de { $target } { $unit } hoy.
    [then] { $reached } de { $target } { $unit }.
    [week] { $reached } de { $target } { $unit } esta semana.
    [month] { $reached } de { $target } { $unit } este mes.
   *[other] { $reached } de { $target } { $unit } en este periodo.
}
goal-count = { $span ->
    [day] { $n ->
        [one] Una vez
       *[other] { $n } veces
    } al día
    [week] { $n ->
        [one] Una vez
       *[other] { $n } veces
    } a la semana
    [month] { $n ->
        [one] Una vez
       *[other] { $n } veces
    } al mes
   *[other] { $n ->
        [one] Una vez
       *[other] { $n } veces
    } en cada periodo
}
goal-sum = { $span ->
    [day] Al menos { $target } { $unit } al día
    [week] Al menos { $target } { $unit } a la semana
    [month] Al menos { $target } { $unit } al mes
   *[other] Al menos { $target } { $unit } en cada periodo
}
goal-max = { $span ->
    [day] { $target } { $unit } de una vez, cada día
    [week] { $target } { $unit } de una vez, cada semana
    [month] { $target } { $unit } de una vez, cada mes
   *[other] { $target } { $unit } de una vez, en cada periodo
}
goal-most = { $span ->
    [day] Como máximo { $target } { $unit } al día
    [week] Como máximo { $target } { $unit } a la semana
    [month] Como máximo { $target } { $unit } al mes
   *[other] Como máximo { $target } { $unit } en cada periodo
}
progress-tasks = { $done } de { $needed } { $needed ->
    [one] tarea hecha
   *[other] tareas hechas
}.
goal-tasks-all = { $all ->
    [one] Una tarea
   *[other] Las { $all } tareas
}: { $names }
goal-tasks-any = Una de { $all } tareas: { $names }
goal-tasks-some = { $n } de { $all } tareas: { $names }

## /undo
undo-about = Deshacer tu último registro
undo-event = Qué evento
undo-done = Deshecho. { $current ->
    [0] Tu racha en { $title } está en { $current } por ahora.
   *[other] En { $title } llevas una { $run }.
}

## /streak
streak-about = Ver cómo vas
streak-event = Qué evento; sin indicarlo, todos los tuyos
streak-line = { $current ->
    [0] **{ $title }**: en 0 por ahora
   *[other] **{ $title }**: { $run }
}
streak-more = Mejor { $longest } · { $total } en total · últimamente { $met } de { $lately }
streak-rates = Fuerza { $strength } % · constancia { $consistency } %
streak-over = **{ $title }** ha terminado. Mejor { $longest } · { $total } en total
streak-part = { $span ->
    [week] { $done } de { $asked } días esta semana.
   *[other] { $done } de { $asked } días este mes.
}
streak-today-done = { $span ->
    [week] Lo de esta semana está hecho.
    [month] Lo de este mes está hecho.
    [time] Esta vez está hecho.
   *[day] Lo de hoy está hecho.
}
streak-freezes = { $freezes ->
    [0] Ahora sin comodines: tras { $span ->
        [week] una semana
        [month] un mes
        [time] una vez
       *[day] un día
    } en blanco empieza una racha nueva.
    [one] ❄️ Un comodín: cubre { $span ->
        [week] una semana
        [month] un mes
        [time] una vez
       *[day] un día
    } en blanco y la racha sigue.
   *[other] ❄️ { $freezes } comodines: cada uno cubre { $span ->
        [week] una semana
        [month] un mes
        [time] una vez
       *[day] un día
    } en blanco y la racha sigue.
}
streak-today-open = { $span ->
    [week] Esta semana sigue abierta.
    [month] Este mes sigue abierto.
    [time] Sigue abierto.
   *[day] Hoy sigue abierto.
}
streak-today-rest = Hoy no toca nada.

streak-user = Otra persona
streak-other = **{ $name }** en { $title }: { $run }, mejor { $longest }, { $total } en total.
streak-other-none = { $name } no está en ningún evento que puedas ver.

## /matrix
matrix-about = Ver los días de un año
matrix-event = Qué evento
matrix-user = Otra persona
matrix-year = Un año; sin indicarlo, los últimos doce meses
matrix-summary = **{ $name }** en { $title }: { $met } de { $span ->
    [week] { $asked ->
        [one] una semana
       *[other] { $asked } semanas
    }
    [month] { $asked ->
        [one] un mes
       *[other] { $asked } meses
    }
    [time] { $asked ->
        [one] una vez
       *[other] { $asked } veces
    }
   *[day] { $asked ->
        [one] un día
       *[other] { $asked } días
    }
}{ $bonus ->
    [0] {""}
    [one] , 1 extra
   *[other] , { $bonus } extras
}. Racha más larga { $longest }, ahora { $current }.
matrix-lately = { $span ->
    [week] Las últimas siete semanas
    [month] Los últimos siete meses
   *[day] Los últimos siete días
}: { $marks }
matrix-bad-year = Puedo mostrar los años desde 2000 hasta este.

## /year
year-about = Repasar un año
year-year = Un año; en enero, el anterior si no dices otro
year-heading = **{ $year } de { $name }**
year-empty = No hubo registros.
year-line = **{ $title }**: { $days ->
    [one] un día
   *[other] { $days } días
}, { $run }{ $bonus ->
    [0] {""}
    [one] , 1 extra
   *[other] , { $bonus } extras
}
year-sum = { $days ->
    [one] un día
   *[other] { $days } días
} en total.
year-month = El mejor mes: { $month }, { $days ->
    [one] un día
   *[other] { $days } días
}.

## /badges
badges-about = Ver lo que has alcanzado
badges-user = Otra persona
badges-heading = **Insignias de { $name }**
badges-line = **{ $title }**: { $won }
badges-next = { $bar } { $current } de { $next }
badges-none = Aún no hay insignias. La primera llega con una racha de 3.
badges-private = { $name } prefiere no mostrar sus insignias.
badges-cheers = { $n ->
    [0] 👏 Aún no hay aplausos.
    [one] 👏 Un aplauso hasta ahora.
   *[other] 👏 { $n } aplausos hasta ahora.
}

## /leaderboard
leaderboard-about = Ver quién va en qué puesto
leaderboard-event = Qué evento
leaderboard-by = Según qué se ordena
leaderboard-scope = Qué eventos: uno, los de esta comunidad o todos los públicos
leaderboard-here = 🏆 **Lo mejor de esta comunidad**
leaderboard-everywhere = 🏆 **Lo mejor de todos los eventos públicos**
leaderboard-at = · { $title }
leaderboard-order = · { $by }
leaderboard-period = Esta semana o la pasada, este mes o el pasado, o desde siempre
measure-consistency = constancia
measure-points = cantidades
leaderboard-in-week = · esta semana
leaderboard-in-month = · este mes
leaderboard-week-of = · la semana del { $day }
leaderboard-month-of = · { $month }
leaderboard-top = Estás en el { $percent } % mejor clasificado.
leaderboard-up = ▲ { $n } desde la última vez que miraste
leaderboard-down = ▼ { $n } desde la última vez que miraste
leaderboard-group = 👥 El grupo: { $run }, mejor { $longest }
leaderboard-group-large = 👥 No se cuenta la racha de un grupo de más de mil personas
leaderboard-heading = 🏆 **{ $title }** · { $measure }
measure-current = { $span ->
    [week] racha actual en semanas
    [month] racha actual en meses
   *[day] racha actual
}
measure-longest = { $span ->
    [week] racha más larga en semanas
    [month] racha más larga en meses
   *[day] racha más larga
}
measure-total = { $span ->
    [week] semanas en total
    [month] meses en total
    [time] veces en total
   *[day] días en total
}
leaderboard-line = { $rank } { $medal } { $name } — **{ $value }**
leaderboard-line-own = { $rank } { $medal } { $name } — **{ $value }** · tú
leaderboard-gap = …
leaderboard-empty = Todavía no hay nadie. El primer puesto está libre.
leaderboard-empty-then = Entonces no había nadie.
leaderboard-page = { $address }

## /events
events-about = Ver los eventos
events-show = Todos, solo los tuyos, los abiertos, los terminados o los ya preparados
events-search = Palabras del título
events-category = De qué trata
events-likes = ⭐
events-templates = Pulsa uno y empieza aquí.
events-mine = **Estás en:**
events-open = **Abiertos para unirse:**
events-over = **Terminados:**
events-none-over = Todavía no ha terminado nada.
events-line = • { $title } · { $members ->
    [0] nadie todavía
    [one] 1 persona
   *[other] { $members } personas
}
events-narrow = Hay más de lo que cabe aquí. Otra palabra o un tema reduce la lista, por ejemplo /events category:read.

## /join and /leave
join-about = Unirte a un evento
join-event = Qué evento
join-code = El código de un evento solo con invitación
join-done = Ya estás en **{ $title }**.
join-public = Tu nombre, tus días, tus números y lo que dices de ti aparecen en páginas web que cualquiera puede abrir; con /privacy puedes ocultarte.
join-already = Ya estabas en **{ $title }**.
join-code-unknown = Este código no funciona (o ya no). Pide uno nuevo.
join-overheard = Aquí leen otras personas, así que este código ya no sirve. Escríbeme los códigos solo en privado.
join-overheard-asked = Le pedí a quien organiza que te deje entrar.
join-banned = No puedes unirte a { $title }. Pregunta a quien lo organiza.
join-asked = He pedido a quien organiza **{ $title }** que te admita.
join-asked-public = Cuando estés dentro, tu nombre, tus días, tus números y lo que dices de ti aparecerán en páginas web que cualquiera puede abrir.
join-nobody = Ya nadie puede admitirte: **{ $title }** no tiene quien lo organice.
join-full = { $title } ya tiene tantos miembros como puede tener aquí un evento.
join-too-many = Ya estás en tantos eventos como se puede estar aquí: { $n }. Sal primero de alguno.
leave-about = Salir de un evento
leave-event = Qué evento
leave-sure = ¿Salir de { $title }? Lo que hiciste queda guardado y puedes volver.
leave-done = Has salido de { $title }.

## Cards
card-title = **{ $title }**
card-goal = { $goal }
card-days-every = Una vez cada { $n } días
card-days-weekly = { $n ->
    [one] Una vez por semana
   *[other] { $n } días por semana
}
card-days-monthly = { $n ->
    [one] Una vez al mes
   *[other] { $n } días al mes
}
card-week-start = { $rhythm }, las semanas empiezan el { $day }
card-weeks = Las semanas empiezan el { $day }.
card-days-daily = Cada día
card-days-weekdays = De lunes a viernes
card-days-weekend = Sábado y domingo
card-days-some = Cada { $names }
card-clock-fixed = Los días siguen el reloj de { $zone }.
card-public = Público: los nombres, días y números aparecen en una página web que cualquiera puede abrir.
card-members = { $members ->
    [0] Todavía no hay nadie.
    [one] Hay una persona.
   *[other] Hay { $members } personas.
}
card-group-every = El grupo tiene su propia racha: cuenta cada miembro.
card-group-anyone = El grupo tiene su propia racha: basta con un miembro al día.
card-group-percent = El grupo tiene su propia racha: basta con el { $percent } % de los miembros.
card-contest = Una competición: sin comodines, sin reparaciones y sin rellenar días después.
card-approval = Quien quiera entrar lo pide, y alguien decide.
card-proof = Cada registro lleva una foto o un archivo.
card-proof-approved = Cada registro lleva una foto o un archivo, y alguien lo revisa.
card-from = Desde el { $day }.
card-until = Hasta el { $day }.
card-clock-personal = Los días siguen el reloj de cada persona.

## /event create and /event announce
create-about = Crear un evento nuevo
create-title = Cómo se llama
create-goal = Qué hay que hacer, en tus palabras o en números: 20 páginas al día, 20 km por semana
create-text = Unas palabras sobre el evento, que se ven en su tarjeta
create-goal-short = Meta, como 20 páginas al día
create-days-short = Frecuencia: lun, mié o 3 veces por semana
create-tasks-short = Tareas, separadas por comas
create-percent-short = Porcentaje del grupo, como 80
create-unit-short = Unidad, como km, páginas, minutos
create-need-short = Cuántas: todas, una o un número
create-unit = La unidad, si la meta es un número: km, páginas, minutos
create-count = Cómo cuentan las cantidades
create-tasks = Varias tareas, con comas: estirar, agua 2 l, leer
create-need = Cuántas de las tareas: todas, una o un número
create-starts = El primer día: una fecha
create-ends = El último día: una fecha, o 4 semanas
create-mode = Un hábito o una competición
create-group = Si el grupo tiene su propia racha
create-percent = Qué porcentaje del grupo tiene que cumplir, como 80
create-category = De qué trata
create-emoji = Un emoji para el evento
create-proof = Si cada registro necesita una prueba
create-approval = Si tú decides quién entra
create-days = diario, laborables, lun mié vie, 3 veces por semana, cada 2 días, cada mes
create-visibility = Público (con nombres en una página web), para esta comunidad o solo con invitación
create-clock = El mismo reloj para todos, o el de cada miembro
create-zone = La zona horaria de los días del evento
create-no-title = ¿Cómo se va a llamar? Por ejemplo: Leer 20 páginas
draft-heading = Un borrador. Solo tú lo ves hasta que lo publiques.
draft-seen = Visibilidad: { $value }
draft-clock = Aquí nadie ha dicho aún qué reloj vale: ahora cada día termina a medianoche, hora de { $zone }. Si no es la vuestra, pulsa “Zona horaria” antes de publicar.
draft-public = Los nombres, días y números aparecerán en una página web que cualquiera puede abrir; al publicarlo lo aceptas.
draft-everybody = Cualquiera podrá encontrarlo, también en otros lugares, con sus nombres, días y números; al publicarlo lo aceptas.
draft-in-private = Tu borrador es solo para ti. Abre un chat privado conmigo para seguir.
draft-discarded = Descartado. Nadie lo ha visto.
draft-published = **{ $title }** está publicado. Su tarjeta aparece donde lo empezaste.
draft-published-already = **{ $title }** ya está publicado. Con /event edit puedes cambiarlo.
create-bad-tasks = No entiendo estas tareas. Indica hasta 20 distintas, separadas por comas, y no pidas más de las que hay.
create-long-task = Una tarea puede tener hasta 100 caracteres. Dilo con menos palabras y deja el resto para la descripción del evento.
create-bad-amount = No entiendo la cantidad “{ $words }”. Prueba con un número como 20.
create-bad-percent = El porcentaje es un número del 1 al 100, como 80.
date-which = ¿A qué día te refieres con “{ $words }”?
date-which-again = “{ $words }” puede ser varios días: { $days }. Escribe uno de ellos.
timezone-limit = Tu zona horaria ya cambió cuatro veces en un mes. Podrás cambiarla de nuevo el { $when }.
repair-too-soon = Reparaste un día hace poco. Podrás hacerlo de nuevo el { $when }.
sure-about = Hacerlo sin volver a preguntar
button-sure = Sí, hazlo
button-make-public = Sí, hazlo público
button-make-community = Sí, que lo vean
button-tell-here = Sí, contarlo aquí
sure-again = Si es así, escríbelo de nuevo con sure:yes al final.
amnesty-sure = ¿Excusar del { $first } al { $last } a todos en **{ $title }**? Los días perdidos no cortarán ninguna racha, y así queda.
remove-sure = ¿Sacar a { $name } de **{ $title }**? Lo que hizo se conserva.
ban-sure = ¿Sacar a { $name } de **{ $title }** y no dejar que vuelva?
remind-add-or-replace = Ya te recuerdo **{ $title }** a las { $times }. ¿Cómo lo quieres?
button-times-both = Añadir: { $times }
button-times-only = Solo { $times }
left-over = Lo que no entiendo es «{ $left }». Sin eso leo «{ $rest }».
zone-which = ¿Cuál quieres decir con «{ $words }»?
zone-which-again = «{ $words }» puede ser varias zonas horarias: { $zones }. Escribe una de ellas.
create-bad-date = No entiendo la fecha “{ $words }”. Prueba con 31/12/2026 o 4 semanas.
create-ends-before = Un evento no puede terminar antes de empezar. Di un último día posterior.
create-unsound = Estas reglas se contradicen. Prueba con menos a la vez.
create-too-many = Ya organizas tantos eventos como se puede aquí: { $n }. Termina antes alguno.
create-enough = Es bastante por un día. Podrás crear otro evento a partir de: { $when }.
create-no-community = Aquí no hay ninguna comunidad. Un evento puede ser público o solo con invitación.
create-bad-days = No conozco los días “{ $days }”. Prueba con diario, laborables, lun, mié, vie, 3 veces por semana o cada 2 días.
create-code = Solo se puede entrar con este código: `{ $code }`
    Funciona durante una semana: /join code:{ $code }
create-made-in-private = Ya está creado. Abre un chat privado conmigo: ahí está el código para entrar.
edit-about = Cambiar un evento tuyo
edit-event = Qué evento
edit-milestones = Rachas que cuentan como hito: 5, 10, 25
edit-ask-title = ¿Cómo se va a llamar?
edit-ask-days = ¿Con qué frecuencia? Por ejemplo: diario, lun mié vie o 3 veces por semana.
edit-ask-goal = ¿Qué hay que hacer? En tus palabras o en números: 20 páginas al día.
edit-ask-tasks = ¿Qué tareas? Separadas por comas: estirar, agua 2 l, leer.
edit-ask-text = ¿Unas palabras sobre el evento?
edit-ask-ends = ¿Cuál es el último día? Una fecha, o 4 semanas.
edit-ask-visibility = ¿Quién lo puede ver? Los nombres, días y números de quienes están en un evento público aparecen en una página web que cualquiera puede abrir.
edit-ask-visibility-everybody = ¿Quién lo puede ver? Cualquiera puede encontrar un evento público, también en otros lugares, con los nombres, días y números de quienes están en él.
edit-ask-milestones = ¿Qué rachas cuentan como hito? Por ejemplo: 5, 10, 25.
edit-take-away = Con “{ $off }” se quita.
edit-done = Cambiado.
edit-public = Los nombres, días y números ya aparecen en una página web que cualquiera puede abrir; al hacerlo público lo aceptas.
edit-public-sure = ¿Hacer público **{ $title }**? Los nombres, días y números aparecerán en una página web que cualquiera puede abrir; si dices que sí, lo aceptas.
edit-everybody = Cualquiera puede encontrarlo ahora, también en otros lugares, con sus nombres, días y números; al hacerlo público lo aceptas.
edit-everybody-sure = ¿Hacer público **{ $title }**? Cualquiera podrá encontrarlo, también en otros lugares, con sus nombres, días y números; si dices que sí, lo aceptas.
edit-community = Cualquiera en **{ $place }** puede encontrarlo ahora, con sus nombres, días y números.
edit-community-sure = ¿Mostrar **{ $title }** a todas las personas de **{ $place }**? Lo encontrarán con sus nombres, días y números.
edit-others = { $n ->
    [one] Otra persona está o estuvo en él y recibirá un aviso.
   *[other] Otras { $n } personas están o estuvieron en él y cada una recibirá un aviso.
}
edit-many = En **{ $title }** hay o hubo tanta gente que no puedo avisar a cada persona, así que se queda como está.
edit-untold = { $n ->
    [one] No puedo avisar en privado a una persona que está o estuvo en **{ $title }**, así que se queda como está. Podré cuando me escriba en privado.
   *[other] No puedo avisar en privado a { $n } personas que están o estuvieron en **{ $title }**, así que se queda como está. Podré cuando me escriban en privado.
}
edit-until = A las demás personas se les avisó hace menos de un día de que más gente ve **{ $title }**, así que se queda como está. Podrá mostrarse de nuevo a más gente a partir de: { $when }.
edit-owned = Solo quien creó **{ $title }** puede hacer que lo vea más gente: pídeselo.
edit-next-round = Su siguiente ronda puede ser para más gente: cuando esta tenga un final, empiézala con /event again y cambia quién la ve antes de que alguien se una.
edit-rules-stand = Ya hay registros, así que las reglas se quedan como están. El título, la descripción, un final más tardío y los hitos aún pueden cambiar.
edit-bad-milestones = Indica hasta 20 números, como 5, 10, 25.
end-about = Terminar un evento tuyo
end-event = Qué evento
end-sure = ¿Terminar { $title }? Hoy todavía cuenta; lo que hizo cada persona se queda.
end-done = El último día de { $title } es el { $last }. El resultado se publica el { $day }; lo que hizo cada persona se queda.
again-about = Empezar la siguiente ronda de un evento
again-event = Qué evento
again-done = La siguiente ronda de **{ $title }** empieza el { $day }.
again-not-yet = La siguiente ronda de { $title } todavía no ha empezado. Quien lo organiza puede empezarla.
again-no-end = { $title } todavía no tiene final. Termínalo con /event end y empiézalo otra vez cuando haya acabado.
again-too-many = Quien organiza { $title } ya organiza tantos eventos como se puede aquí: { $n }. Antes tiene que terminar alguno.
again-enough = Quien organiza { $title } ya ha creado bastantes eventos por un día. La siguiente ronda se podrá empezar a partir de: { $when }.
invite-about = Crear un código para que otras personas entren
invite-event = Qué evento
invite-days = Cuántos días funciona el código; sin indicarlo, 7
invite-uses = A cuántas personas admite; sin indicarlo, 100
invite-here = Si aquí se publica una invitación para todos
invite-made = Un código para **{ $title }**; funciona { $days ->
    [one] un día
   *[other] { $days } días
}, para { $uses ->
    [one] 1 persona
   *[other] { $uses } personas
}.
    /join code:{ $code }
invite-link = { $address }
invite-post-how = Para publicar una invitación en un grupo o canal, escribe allí: /event invite { $title } here:yes
invite-posted = { $name } invita a unirse a **{ $title }**.
invite-codes = Códigos de **{ $title }** que todavía funcionan:
invite-codes-line = { $n }. Del { $made }, funciona hasta { $until }, para { $uses ->
    [one] 1 persona más
   *[other] { $uses } personas más
}.
invite-codes-more = Hay más. Estos son los más antiguos.
invite-codes-none = Ahora mismo no funciona ningún código de **{ $title }**.
invite-revoked = { $n ->
    [0] No había ningún código.
    [one] 1 código ya no vale.
   *[other] { $n } códigos ya no valen.
}
invite-too-many = { $title } ya tiene tantos códigos activos como puede tener. Anula antes alguno.
invite-bad = Un código funciona de 1 a 90 días, para entre 1 y 1000 personas.
review-about = Admitir a gente y ver quién espera
review-event = Qué evento
review-waiting = { $n ->
    [one] 1 persona quiere unirse.
   *[other] { $n } personas quieren unirse.
}
review-proofs = { $n ->
    [one] 1 registro espera tu revisión.
   *[other] { $n } registros esperan tu revisión.
}
review-nobody = No hay nadie esperando.
review-in = { $name } ya está dentro.
review-out = No se admitió a { $name }.
review-approved = Aprobado. Gracias por mirarlo.
review-rejected = El registro queda deshecho y se avisa a la persona.
review-gone = Eso ya está resuelto.
review-too-many = { $name } ya está en tantos eventos como se puede estar aquí y tiene que salir antes de alguno.
announce-about = Publicar también aquí los tableros, hitos, resúmenes y resultados de un evento
announce-event = Qué evento
announce-here = Si este canal debe enterarse
announce-done = Los tableros, hitos, resúmenes y resultados de { $title } se publicarán aquí, según lo que esté activado en /admin setup.
announce-elsewhere = { $title } es para la comunidad en la que se creó y no se cuenta en ningún otro sitio. Para contarlo aquí, hazlo público: /event edit visibility:public
announce-sure = ¿Contar { $title } aquí? Todos los de aquí verán quiénes participan: el tablero de cada día, los hitos, los resúmenes y los resultados los nombran.
announce-stopped = Aquí ya no se publica nada de { $title }: ni tablero, ni resumen, ni hitos, ni resultados, ni recordatorios. Su tarjeta se retira de aquí.
announce-silenced = { $title } está silenciado aquí. Solo puede levantarlo quien administra este sitio: /admin silence.
announce-private = Esto funciona en un canal o grupo.
announce-guest = No estoy en este servidor, así que no puedo publicar nada aquí por mi cuenta. Quien lo administra puede añadirme.
announce-not-yours = Un evento solo con invitación solo puede anunciarlo en un canal quien lo creó. Pídeselo.

## /event winners
winners-about = Ver quién va primero en tu evento
winners-event = Qué evento
winners-heading = **{ $title }** ha terminado. Los primeros puestos:
winners-so-far = **{ $title }**, por ahora:
winners-none = No hay nadie en la clasificación de **{ $title }**.
winners-line = { $rank } · { $name } — { $value } ({ $account })
winners-more = { $n ->
    [one] Una persona más comparte estos puestos; todas están en el archivo.
   *[other] { $n } personas más comparten estos puestos; todas están en el archivo.
}

## /timezone
timezone-about = Elegir tu zona horaria
timezone-zone = Una ciudad, una zona como Europe/Madrid o la hora de tu reloj
timezone-question = ¿Tu reloj marca { $time }?
timezone-now = Tu hora es { $time } ({ $zone }).
timezone-which-hour = ¿Qué hora marca tu reloj? También puedes escribir /timezone y tu ciudad.
timezone-hour = Mi reloj marca { $time }
timezone-location = Pulsa el botón que está debajo del campo de texto. Busco la zona horaria del lugar y olvido el lugar al momento.
timezone-which-city = ¿Cuál de estas te queda más cerca?
timezone-set = Bien. Tu día termina a medianoche, hora de { $zone }.
timezone-set-early = Bien. Tu día termina a las { $time }, hora de { $zone }.
timezone-set-fixed = Bien, { $zone }. **{ $title }** sigue el reloj de { $clock }: su día termina para ti a las { $time }.
timezone-open = Hoy todavía cuenta.
timezone-unknown = No conozco “{ $words }”. Prueba con una ciudad, una zona como Europe/Madrid o la hora de tu reloj.

## /remind
remind-about = Recibir un recordatorio de lo que sigue abierto
month-of-year = { $month } de { $year }
remind-at = Horas como 8pm, o bien 8:00, 20:00; o no
remind-days = Solo algunos días, como lun, mié
remind-via = Dónde te escribo
remind-last = Si escribo una vez más antes de que termine una racha
remind-only-on = Solo estos días: { $names }.
remind-snoozed = Vuelvo en una hora, si sigue abierto.
remind-snooze-late = El día termina antes. Mañana hay otro.
remind-snooze-quiet = Eso caería en tus horas de silencio.
remind-not-today = Hoy no habrá más recordatorios de { $title }.
remind-none-today = Hoy no habrá más recordatorios.
remind-event = Qué evento
remind-set = Te recordaré { $title } a las { $time }, si aún no está hecho.
remind-next = La próxima vez: { $when }
remind-then = · { $when }
remind-last-call = Si una racha está a punto de terminar, escribo una vez más dos horas antes.
remind-in-quiet = De { $from } a { $to } guardo silencio, como pediste: entonces solo llega un último aviso.
remind-none = Aún no hay recordatorio para { $title }. ¿Cuándo te escribo?
remind-off = No habrá más recordatorios de { $title }.
remind-no-way = No puedo escribirte hasta que tú me escribas. Abre un chat privado conmigo y vuelve a pedirlo.
remind-not-linked = Allí todavía no te conozco. /link une las dos cuentas.
remind-not-here = Ese evento no es para todas las miradas. Sobre él solo escribo en privado: /remind via:dm.
remind-not-told = Aquí no se publica nada de { $title }, así que aquí no se lo recuerdo a nadie. Quien lleva el evento o este sitio puede cambiarlo con /event announce; /remind via:dm te escribe solo a ti.
way-closed = No he podido escribirte en privado en { $platform }. Escríbeme allí o elige otra vía: /remind via:channel.
remind-which-time = ¿“{ $words }” es por la mañana o por la tarde?
remind-bad-time = No entiendo la hora “{ $words }”. Prueba con 20:00, 8pm o no.

## /cheer and /nudge
cheer-about = Animar a alguien, una vez al día
cheer-user = Quién lo hizo bien
cheer-words = Unas palabras tuyas
cheer-whom = ¿A quién animo? Menciona a alguien o responde a un mensaje suyo.
cheer-self = Un aplauso es para otra persona.
cheer-done = 👏 **{ $from }** anima a **{ $to }**.
cheer-quote = “{ $words }”
cheer-sent = Le he pasado tu aplauso a { $to }.
cheer-kept = Tu aplauso queda anotado, pero no puedo escribir a { $to }.
cheer-again = Hoy ya animaste a { $to }. Mañana es otro día.
cheer-off = { $name } prefiere no recibir ánimos.
cheer-not-here = Aquí no se publica nada sobre { $name }. Anima en un chat privado conmigo y se lo paso.
nudge-about = Dar un toque a alguien, una vez al día
nudge-user = A quién dar un toque
nudge-event = Qué evento
nudge-whom = ¿A quién doy un toque? Menciona a alguien o responde a un mensaje suyo.
nudge-self = Un toque es para otra persona.
nudge-sent = Le he pasado tu toque a { $name }.
nudge-again = Hoy ya le diste un toque a { $name }. Con uno basta.
nudge-off = { $name } prefiere no recibir toques.
nudge-nothing = Ahora no hay nada abierto que compartas con { $name }.
nudge-no-way = No puedo escribir a { $name } mientras no me escriba primero.

## /pause, /resume, /freeze and /repair
pause-about = Tomarte unos días libres; tu racha espera
pause-event = Qué evento
pause-from = El primer día libre; sin indicarlo, mañana
pause-until = El último día libre: una fecha, o 2 semanas
pause-days = { $n } días
pause-how-long = ¿Cuánto tiempo pones en pausa { $title }? La pausa empieza mañana.
pause-done = { $title } queda en pausa para ti del { $first } al { $last }. Tu racha espera.
pause-not-here = Este evento no tiene pausas.
resume-about = Volver antes de que acabe una pausa
resume-event = Qué evento
resume-done = Qué bien tenerte de vuelta. { $title } vuelve a contar para ti desde mañana.
freeze-about = Ver qué cubre un día en blanco
freeze-event = Qué evento
freeze-state = ❄️ **{ $title }**: { $freezes ->
    [0] ningún comodín
    [one] 1 comodín
   *[other] { $freezes } comodines
} de un máximo de { $cap }. Cada uno cubre por sí solo { $span ->
    [week] una semana
    [month] un mes
    [time] una vez
   *[day] un día
} en blanco.
freeze-next = { $span ->
    [week] { $left ->
        [one] 1 semana
       *[other] { $left } semanas
    }
    [month] { $left ->
        [one] 1 mes
       *[other] { $left } meses
    }
    [time] { $left }
   *[day] { $left ->
        [one] 1 día
       *[other] { $left } días
    }
} más hasta el siguiente.
freeze-spent = { $span ->
    [week] { $n ->
        [one] 1 semana en blanco cubierta
       *[other] { $n } semanas en blanco cubiertas
    }
    [month] { $n ->
        [one] 1 mes en blanco cubierto
       *[other] { $n } meses en blanco cubiertos
    }
    [time] { $n ->
        [one] 1 vez en blanco cubierta
       *[other] { $n } veces en blanco cubiertas
    }
   *[day] { $n ->
        [one] 1 día en blanco cubierto
       *[other] { $n } días en blanco cubiertos
    }
} hasta ahora.
freeze-not-here = Este evento no tiene comodines.
repair-about = Reparar un día en blanco
repair-event = Qué evento
repair-day = Qué día; sin indicarlo, el último en blanco
repair-which = { $span ->
    [week] Tu racha se detuvo en la semana hasta el { $day }. ¿Reparar esa semana?
    [month] Tu racha se detuvo en el mes hasta el { $day }. ¿Reparar ese mes?
   *[day] Tu racha se detuvo el { $day }. ¿Reparar ese día?
} Mantiene la racha y no suma nada.
repair-done = ◇ Reparado. **{ $title }**: { $run }.
repair-nothing = No hay nada que reparar.

## /profile
profile-about = Ver y cambiar quién eres aquí
profile-name = Cómo quieres que te llamen; con “no”, el nombre de tu cuenta
profile-says = Unas palabras sobre ti; con “no” se quitan
profile-name-short = Nombre
profile-says-short = Sobre ti
profile-user = Otra persona
profile-ask = ¿Quién eres aquí?
profile-heading = **{ $name }**
profile-quote = “{ $about }”
profile-likes = Le gusta: { $names }
profile-sum = { $n ->
    [0] Ningún evento todavía
    [one] Un evento
   *[other] { $n } eventos
} · mejor { $longest } · { $total } en total

## /settings
settings-about = Idioma, reloj, horas de silencio y más
settings-language = El idioma en que hablo contigo
settings-day-start = A qué hora empieza tu día, de 0 a 6
settings-quiet = Horas sin recordatorios, como 22-7; o no
settings-nudges = Si tus amistades pueden darte un toque
settings-cheers = Si tus amistades pueden animarte
settings-milestones = Si los demás se enteran de tus hitos
settings-block = De quién bloquear ánimos y toques
settings-interest = Algo que te gusta; otra vez para quitarlo
settings-heading = **Ajustes de { $name }**
settings-line-language = Idioma: { $value }
settings-line-zone = Zona horaria: { $value }
settings-line-day = Tu día empieza a las { $value }
settings-line-quiet = Horas de silencio: { $value }
settings-line-nudges = Toques de amistades: { $value }
settings-line-cheers = Ánimos de amistades: { $value }
settings-line-milestones = Los demás se enteran de tus hitos: { $value }
settings-line-shown = En las clasificaciones: { $value }
settings-line-account = { $platform }: { $name }, desde { $day }
settings-none = ninguna
settings-which-language = ¿Qué idioma?
settings-which-interests = ¿Qué te gusta? Pulsa todo lo que quieras.
settings-which-day-start = ¿A qué hora empieza tu día?
settings-which-quiet = ¿A qué horas guardo silencio?
settings-language-set = Bien, en español a partir de ahora.
settings-day-start-set = Tu día empieza ahora a las { $time }. En los eventos que siguen el reloj de cada persona, lo que hagas antes cuenta para el día anterior.
settings-bad-day-start = Un día puede empezar entre las 00:00 y las 06:00.
settings-quiet-set = De { $from } a { $to } guardo silencio.
settings-quiet-off = Ya no hay horas de silencio.
settings-bad-quiet = No entiendo estas horas. Prueba con 22-7 o no.
settings-nudges-on = Tus amistades pueden darte un toque.
settings-nudges-off = Ya nadie puede darte un toque.
settings-cheers-on = Tus amistades pueden animarte.
settings-cheers-off = Ya nadie puede animarte.
settings-block-self = No puedes bloquearte a ti.
settings-blocked = { $name } queda en tu lista de bloqueo: sus ánimos y toques ya no te llegan, y nadie se lo dice. /settings muestra a quién has bloqueado y lo levanta.
settings-blocks-full = Ya has bloqueado a cien personas. Levanta antes uno de esos bloqueos: { $name } no está en la lista.
settings-blocks = { $n ->
    [0] No has bloqueado a nadie. Se hace con /settings block: y un nombre.
    [one] Has bloqueado a una persona. Un toque lo levanta.
   *[other] Has bloqueado a { $n } personas. Un toque lo levanta.
}
settings-milestones-on = Los demás se enteran de tus hitos.
settings-milestones-off = Tus hitos se quedan contigo. Las insignias y los roles siguen llegando.
language-name = Español

## /link, /unlink and /privacy
login-about = Entrar en la web
login-made =
    Abre este enlace en los próximos diez minutos para entrar en la web:
    { $address }
    Es solo para ti: quien lo abra entra como tú.
link-about = Ser la misma persona en Discord y en Telegram
link-code = El código que te di en el otro lado
link-made = Escríbeme /link “{ $code }” en un chat privado en el otro lado en los próximos diez minutos. Entonces vuelvo a preguntar aquí y, si dices que sí, ambas cuentas serán una sola persona.
link-unknown = Este código no funciona (o ya no). Cada código vale diez minutos: /link crea uno nuevo.
link-preview = Si aceptas, esta cuenta se une a la de **{ $name }** y ambas comparten todo lo que guardo de ti.
link-moved = Pasan también: { $titles }
link-shared = En ambas: { $titles }. Los registros se juntan; un día hecho en las dos cuenta una vez.
link-contests = Una competición en la que estaban ambas: { $titles }. Allí no se suma nada: vale la parte que sigue dentro o, si no, la que creó el código.
link-unseen = { $n ->
    [one] Forma parte de ello un evento que aquí no ves.
   *[other] Forman parte de ello { $n } eventos que aquí no ves.
}
link-keeps = El reloj será { $zone }. El idioma y los ajustes que alguien eligió van antes que los que no; si eligieron ambas partes, decide la que creó el código, y en privacidad vale lo más estricto.
link-done = Listo. Desde ahora eres **{ $name }** en ambos lados. Si es un error, vuelve a separar las cuentas.
link-overheard = Aquí leen otras personas, así que este código ya no sirve. Crea uno nuevo allí con /link y escríbemelo en privado.
link-asked = Ya casi está. Ahora di que sí en { $platform }, donde se creó el código: allí he preguntado, y /link también muestra la pregunta. Espera una hora.
link-question = **{ $name }** en { $platform } dice ser tú. Si dices que sí, las dos cuentas serán una sola persona y compartirán todo lo que guardo de ti. ¿Eres tú?
link-refused = Menos mal que pregunté. No se ha vinculado nada.
link-over = Nadie espera eso (ya). /link empieza de nuevo.
link-same-platform = No se ha vinculado nada: ambas partes tienen una cuenta en { $platform }, y cada persona tiene una en cada plataforma. Vincula la cuenta de la otra plataforma, o separa antes con /unlink la que no corresponde.
link-erasure = No se ha vinculado nada: una de las partes pidió que se borre todo. Anúlalo antes con /privacy, o espera a que esté hecho.
link-in-contests = No se ha vinculado nada: ambas partes participan en { $titles }, y en una competición dos resultados no se convierten en uno. Sal primero en una de las partes con /leave y vuelve a vincular.
unlink-about = Separar esta cuenta de la otra
unlink-done = Esta cuenta ya va aparte. Lo hecho hasta aquí se queda con { $name }.
unlink-done-back = Esta cuenta ya va aparte, con lo que aportó y lo hecho con ella desde entonces. El resto se queda con { $name }.
unlink-done-other = { $account } en { $platform } queda aparte. Lo hecho hasta ahora se queda con { $name }.
unlink-done-other-back = { $account } en { $platform } queda aparte, con lo que aportó y lo hecho allí desde entonces. El resto se queda con { $name }.
unlink-which = ¿Qué cuenta debe quedar aparte? Empieza de cero; lo hecho hasta ahora se queda con { $name }.
unlink-which-back = ¿Qué cuenta debe quedar aparte? Recupera lo que aportó al vincular y lo hecho allí desde entonces; el resto se queda con { $name }. Donde estaban ambas, cada parte conserva sus propios registros.
unlink-sure = ¿Separar **{ $account }** en { $platform }? Empieza de cero; lo hecho hasta ahora se queda con { $name }.
unlink-sure-back = ¿Separar **{ $account }** en { $platform }? Recupera lo que aportó al vincular y lo hecho allí desde entonces; el resto se queda con { $name }. Donde estaban ambas, cada parte conserva sus propios registros.
unlink-ends = Después ambas cuentas quedan desconectadas en la web: terminan las sesiones, las llaves de acceso, los enlaces de calendario, los tokens de programas y los avisos del navegador. También se olvidan una dirección de correo confirmada y las apps ofrecidas desde la vinculación: nadie sabe de qué parte son.
unlink-both = Los vetos, silencios y bloqueos de otros valen para ambas, y también que te ocultes y cualquier otra opción más estricta. Las pausas, los comodines y los cambios de reloj desde la vinculación se conservan en ambas. Una dirección de correo que cedió su lugar al vincular hay que indicarla de nuevo.
unlink-only = Esta es tu única cuenta. /privacy puede borrarlo todo.
privacy-about = Qué guardo, quién lo ve y cómo borrarlo
privacy-action = Qué hacer
privacy-text = **Privacidad.** Guardo los nombres e identificadores de tus cuentas, tu reloj y tus ajustes, los eventos en los que estás, tus registros con sus cantidades y notas, la foto o el archivo con que muestras uno hasta que la organización lo revise, tus ánimos, a quién has bloqueado y tu dirección de correo, si me das una: para contar rachas y recordarte cosas, y para nada más. Los demás en tus eventos, y en la comunidad a la que pertenece un evento, ven tu nombre, tus números, cada uno de tus días y lo que dices de ti; en los eventos públicos eso aparece en una página web que cualquiera puede abrir. Las notas son solo para ti. Puedes ocultarte, llevarte una copia de todo o borrarlo todo.
privacy-page = La política completa: { $address } · Las condiciones: { $terms }
privacy-hidden = Ya no apareces en ninguna clasificación. Tus rachas siguen.
privacy-shown = Apareces en las clasificaciones de tus eventos.
privacy-shown-pages = Tu nombre, tus días y tus números aparecen en las páginas de: { $titles }
privacy-shown-everybody = Cualquiera puede ver tu nombre, tus días y tus números en: { $titles }
privacy-shown-community = Todas las personas del lugar de cada evento pueden ver tu nombre, tus días y tus números en: { $titles }
privacy-shown-left = Los resultados del tiempo en que participaste pueden nombrarte: { $titles }
privacy-shown-more = { $titles } y { $n } más
privacy-export = Todo lo que guardo sobre ti, salvo un archivo que espera a la organización y los mensajes en camino:
privacy-table = Tus registros, en una tabla:
privacy-sure = ¿Borrar todo sobre ti? Tus rachas, insignias y ajustes se borrarían para siempre dentro de una semana. Lo que he dicho en los chats se queda allí; quien los administra puede borrarlo.
privacy-planned = El { $day } se borrará todo sobre ti. Hasta entonces puedes cancelarlo.
privacy-kept = Bien. Todo se queda.
privacy-unplanned = No hay ningún borrado previsto. Lo que ya se borró no vuelve.

## /admin
admin-user = Quién
admin-event = Qué evento
admin-reason = Por qué; queda guardado
admin-whom = ¿De quién se trata? Menciona a alguien o responde a un mensaje suyo.
setup-about = Ver y cambiar lo que quiere esta comunidad
setup-zone = La zona horaria de esta comunidad
setup-language = El idioma de lo que publico aquí
setup-budget = Cuánto se cuenta sin que nadie lo pida
setup-board = Si cada día tiene un tablero
setup-recap = Si cada semana tiene un resumen
setup-pin = Si se fijan las grandes rachas y los resultados (Telegram)
setup-heading = **Esta comunidad**
setup-line-budget = Cuánto se cuenta: { $value }
setup-budget-quiet = tranquilo: resúmenes, resultados y grandes hitos
setup-budget-usual = normal: resúmenes, comienzos, resultados y los hitos raros aquí, juntos
setup-budget-lively = animado: todos los hitos, enseguida
setup-line-board = Un tablero cada día: { $value }
setup-line-recap = Un resumen cada semana: { $value }
setup-line-pin = Se fijan las grandes rachas y los resultados: { $value }
setup-told = { $n ->
    [one] Aquí se publica un evento: { $titles }
   *[other] Aquí se publican { $n } eventos: { $titles }
}
setup-full = Hoy se ha publicado aquí tanto que los tableros, hitos y recordatorios se omiten hasta: { $when }.
setup-pin-telegram-only = Solo en Telegram se fijan mensajes. Aquí un hito puede dar un rol: /admin role.
setup-right = ✓ { $name }
setup-right-missing = ✗ Falta { $name }.
setup-closed = ✗ No puedo escribir en { $place }. Déjame verlo y enviar mensajes, y usa después un comando en él.
setup-fix-discord = Puede permitirlo quien gestiona los roles aquí: Ajustes del servidor → Roles → mi rol, o solo para este canal: Editar canal → Permisos.
setup-fix-telegram = Puede permitirlo quien puede añadir administradores aquí: información del grupo → Editar → Administradores → mi nombre.
permission-view = Ver canal
permission-send = Enviar mensajes
permission-threads = Enviar mensajes en hilos
permission-attach = Adjuntar archivos
permission-history = Leer el historial de mensajes
permission-roles = Gestionar roles
permission-pin = Fijar mensajes
admin-repair-about = Reparar un día en blanco de un miembro
admin-repair-day = El día: una fecha o ayer
admin-repaired = ◇ Día { $day } reparado para { $name }. Ahora, { $run }.
take-back-about = Deshacer lo que registró un miembro
take-back-day = El día: una fecha, hoy o ayer
take-back-done = Lo que { $name } registró el { $day } queda deshecho. Ahora, { $run }.
take-back-nothing = { $name } no registró nada el { $day }. /matrix muestra los días.
amnesty-about = Disculpar días a todo el mundo
amnesty-from = El primer día
amnesty-from-which = ¿A partir de qué día se disculpa a todo el mundo en **{ $title }**? Por ejemplo, from:1 de marzo.
amnesty-until = El último día; sin indicarlo, el primero
amnesty-ends-before = El último día es anterior al primero. Di uno posterior.
amnesty-done = De { $first } a { $last }: días disculpados para todo el mundo en { $title }. Las rachas que terminaron ahí siguen.
remove-about = Quitar a alguien de un evento
remove-ban = Si la persona queda fuera
remove-done = { $name } ya no está en { $title }.
remove-banned = { $name } ya no está en { $title } y queda fuera.
remove-pardoned = { $name } puede volver a unirse a { $title }.
moderator-about = Ver y elegir quién ayuda a llevar esto
moderator-action = Añadir o quitar
moderator-list = { $n ->
    [0] Aún no hay moderadores. /admin moderator con un nombre añade a alguien.
    [one] 1 moderador: { $names }
   *[other] { $n } moderadores: { $names }
}
moderator-added = { $name } ayuda ahora a llevar esta comunidad, pero solo desde dentro: no en chats privados ni en la web.
moderator-on-discord = En Discord, quien administra el servidor permite a los moderadores usar /admin: Ajustes del servidor → Integraciones → mi nombre.
moderator-removed = { $name } ya no modera esta comunidad.
silence-about = Silenciar aquí un evento o a una persona
silence-event-done = { $title } queda silenciado aquí: no se publica nada y nadie puede anunciarlo aquí. El mismo comando con action:remove lo levanta.
silence-event-lifted = { $title } se puede volver a anunciar aquí, con /event announce.
silence-person-done = Has silenciado aquí a { $name }: nada de lo que publico por mi cuenta dice su nombre, lo que le respondo aquí le llega solo a esa persona y no puede animar ni dar toques desde aquí. El mismo comando con action:remove lo levanta.
silence-person-lifted = { $name } ya puede aparecer aquí de nuevo.
silence-full = Un sitio puede silenciar cien eventos y a cien personas. Levanta antes alguno.
silence-none = Aquí no hay nada ni nadie silenciado. /admin silence con un evento o una persona lo hace.
silence-events = { $n ->
    [0] Ningún evento silenciado.
    [one] Un evento silenciado: { $names }
   *[other] { $n } eventos silenciados: { $names }
}
silence-unseen = { $n ->
    [one] Hay un evento silenciado que aquí ya no se ve.
   *[other] Hay { $n } eventos silenciados que aquí ya no se ven.
}
silence-unseen-lifted = Lo que aquí no se ve ya no está silenciado.
silence-people = { $n ->
    [0] Nadie silenciado.
    [one] Una persona silenciada: { $names }
   *[other] { $n } personas silenciadas: { $names }
}
role-about = Un rol para un hito
role-length = La longitud de racha que cuenta
role-role = El rol; sin indicarlo, ninguno
role-list = { $n ->
    [0] Aún no hay roles para hitos. /admin role con una longitud y un rol fija uno.
    [one] Un rol para un hito:
   *[other] { $n } roles para hitos:
}
role-line = Racha de { $length }: { $role }
role-set = Quien llega a una racha de { $length } recibe { $role }.
role-unset = Una racha de { $length } ya no trae ningún rol.
role-not-yours = Solo doy { $role } en nombre de alguien que pueda darlo: hace falta “Gestionar roles” y todo lo que el propio rol permite. Pídeselo a quien tenga ambas cosas.
role-bad-length = ¿Qué hito? Indica un número como 7 o 30.
role-discord-only = Los roles solo existen en Discord.
audit-about = Ver qué hicieron quienes organizan y moderan
audit-heading = **Lo que se hizo aquí**
audit-line = { $when } · { $said }
audit-empty = Aquí todavía no se ha hecho nada.
record-about = Ver qué se hizo en tu evento
record-event = Qué evento
record-heading = **Lo que se hizo en { $title }**
record-empty = Nadie que organiza ha cambiado nada en { $title } todavía.
deed-role = rol por un hito
deed-repair = día reparado
deed-take_back = registro deshecho
deed-again = siguiente ronda
deed-announce = anunciado aquí
deed-invite = invitación publicada aquí
deed-silent = ya no se publica aquí
deed-end = terminado
deed-edit = cambiado
deed-amnesty = días disculpados
deed-pardon = readmisión
deed-ban = veto
deed-remove = expulsión
deed-let_in = admisión
deed-turned_down = admisión denegada
deed-approved = aprobado
deed-rejected = rechazado
deed-moderator = moderación concedida
deed-no_moderator = moderación retirada
deed-silence = silenciado
deed-no_silence = ya no silenciado
deed-setup = ajustes cambiados
deed-backfill = día rellenado después
deed-own_repair = día propio reparado

## Ready-made events and their units
template-exercise = Hacer ejercicio
template-walking = Caminar
template-running = Correr 20 km por semana
template-stretching = Estirar
template-reading = Leer 20 páginas
template-language = Aprender un idioma
template-coding = Programar
template-music = Hacer música
template-journaling = Escribir un diario
template-meditation = Meditar
template-gratitude = Tres cosas buenas
template-water = Beber agua
template-sleep = Dormir siete horas
template-sugar = Sin azúcar
template-savings = Ahorrar dinero
template-tidying = Ordenar
unit-steps = pasos
unit-km = km
unit-pages = páginas
unit-minutes = minutos
unit-glasses = vasos
unit-hours = horas

## Pictures
picture-streak = { $span ->
    [week] racha, semanas
    [month] racha, meses
    [time] racha
   *[day] racha, días
}
picture-best = { $span ->
    [week] mejor, semanas
    [month] mejor, meses
    [time] mejor
   *[day] mejor, días
}
picture-total = { $span ->
    [week] en total, semanas
    [month] en total, meses
    [time] en total
   *[day] en total, días
}
picture-last = { $span ->
    [week] Últimas { $n } semanas
    [month] Últimos { $n } meses
   *[day] Últimos { $n } días
}
picture-missed = en blanco
picture-partly = en parte
picture-done = hecho
picture-more = más
picture-bonus = extra
picture-open = aún abierto
picture-frozen = con comodín
picture-repaired = reparado
picture-rest = libre
picture-bar = en comparación con el más alto
picture-bar-time = tiempo, en comparación con el más largo

## Told without being asked
told-hello = Hola. Cuento rachas. /admin setup lleva medio minuto.
told-last-call = **{ $title }** sigue abierto dos horas más. { $is-check ->
    [no] { $current ->
        [one] Tu racha lo espera.
       *[other] Tu { $run } lo espera.
    }
   *[yes] { $current ->
        [one] Pulsa una vez y tu racha sigue.
       *[other] Pulsa una vez y tu { $run } sigue.
    }
}
told-streak-ended = { $span ->
    [week] **{ $title }**: tu { $run } terminó la semana pasada. Sigue siendo tuya. Esta semana puede ser la 1.
    [month] **{ $title }**: tu { $run } terminó el mes pasado. Sigue siendo tuya. Este mes puede ser el 1.
    [time] **{ $title }**: tu { $run } terminó. Sigue siendo tuya. Hoy puede empezar otra.
   *[day] **{ $title }**: tu { $run } terminó ayer. Sigue siendo tuya. Hoy puede ser el día 1.
}
told-event-started = **{ $title }** empieza hoy. 🌱
told-event-ended = **{ $title }** ha terminado. Buen trabajo de todo el grupo. Las rachas más largas:
told-event-over = **{ $title }** ha terminado.
told-made-public = **{ $title }** ya es público: tu nombre, tus días y tus números en él y lo que dices de ti aparecen en páginas web que cualquiera puede abrir. Puedes ocultarte o salir.
told-made-public-left = **{ $title }** ya es público: los resultados del tiempo en que estuviste en él pueden nombrarte en una página web que cualquiera puede abrir. Puedes ocultarte.
told-made-everybody = **{ $title }** ya es público: cualquiera puede verlo, también en otros lugares, y en él tu nombre, tus días y tus números. Puedes ocultarte o salir.
told-made-everybody-left = **{ $title }** ya es público: los resultados del tiempo en que estuviste en él pueden nombrarte ante cualquiera, también en otros lugares. Puedes ocultarte.
told-made-community = Cualquiera en **{ $place }** puede ver ahora **{ $title }**, y en él tu nombre, tus días y tus números. Puedes ocultarte o salir.
told-made-community-left = Cualquiera en **{ $place }** puede ver ahora **{ $title }**: los resultados del tiempo en que estuviste en él pueden nombrarte allí. Puedes ocultarte.
told-weeks-over = La semana pasada:
told-weeks-event = **{ $title }**: { $places }
told-week-over = La última semana en **{ $title }**:
told-week-sum = { $n ->
    [one] Un registro en total.
   *[other] { $n } registros en total.
}
told-week-climb = 📈 { $names }: { $more } más que la semana anterior
told-week-perfect = ✨ { $n ->
    [one] Una semana perfecta.
   *[other] { $n } semanas perfectas.
}
told-place = { $rank } · { $name } — { $value }
told-milestone = 🎉 **{ $name }**: { $run } en { $title }
told-milestones = 🎉 Hitos
told-milestones-line = **{ $title }** · { $run }: { $names }
told-run = racha de { $span ->
    [week] { $n ->
        [one] 1 semana
       *[other] { $n } semanas
    }
    [month] { $n ->
        [one] 1 mes
       *[other] { $n } meses
    }
    [time] { $n }
   *[day] { $n ->
        [one] 1 día
       *[other] { $n } días
    }
}
span-count = { $span ->
    [week] { $n ->
        [one] 1 semana
       *[other] { $n } semanas
    }
    [month] { $n ->
        [one] 1 mes
       *[other] { $n } meses
    }
    [time] { $n ->
        [one] 1 vez
       *[other] { $n } veces
    }
   *[day] { $n ->
        [one] 1 día
       *[other] { $n } días
    }
}
told-reminders = Quedan { $n } por hacer:
told-reminders-line = { $span ->
    [week] • **{ $title }** · semana { $next }
    [month] • **{ $title }** · mes { $next }
    [time] • **{ $title }**
   *[day] • **{ $title }** · día { $next }
}
told-reminder-period-1 = { $span ->
    [week] **{ $title }** sigue abierto esta semana.
    [month] **{ $title }** sigue abierto este mes.
   *[time] **{ $title }** sigue abierto.
}
told-reminder-period-2 = { $span ->
    [week] La semana { $next } de **{ $title }** te espera.
    [month] El mes { $next } de **{ $title }** te espera.
   *[time] **{ $title }** te espera.
}
told-reminder-period-3 = { $span ->
    [week] Esta semana tiene sitio para **{ $title }**.
    [month] Este mes tiene sitio para **{ $title }**.
   *[time] Hoy hay sitio para **{ $title }**.
}
told-reminder-period-4 = { $span ->
    [week] **{ $title }**, semana { $next }: cuando quieras.
    [month] **{ $title }**, mes { $next }: cuando quieras.
   *[time] **{ $title }**: cuando quieras.
}
told-to-whom = **{ $name }**, esto es para ti:
told-reminder-first-1 = **{ $title }** sigue abierto hoy. Un buen día para el día 1.
told-reminder-first-2 = Hoy hay sitio para **{ $title }**. ¿Empezamos?
told-reminder-first-3 = **{ $title }**: toda racha empieza con un día. ¿Quizá hoy?
told-reminder-first-4 = ¿Unos minutos para **{ $title }** hoy?
told-reminder-first-5 = **{ $title }** cabe en el día, temprano o tarde.
told-reminder-first-6 = Solo hoy, solo **{ $title }**: con eso basta.
told-reminder-first-7 = **{ $title }**, hoy cuando te venga bien.
told-reminder-back-1 = **{ $title }** sigue aquí. Tu mejor marca ({ $best }) sigue siendo tuya, y hoy puede ser el día 1.
told-reminder-back-2 = ¿Otra vez el día 1 de **{ $title }**? Ya conoces el camino.
told-reminder-back-3 = En **{ $title }** ya llegaste a { $best }. Hoy puede ser un nuevo día 1.
told-reminder-1 = **{ $title }** sigue abierto hoy. Pulsa una vez y es el día { $next }.
told-reminder-2 = El día { $next } de **{ $title }** te espera.
told-reminder-3 = ¿Un momento tranquilo para **{ $title }**? Sería el día { $next }.
told-reminder-4 = **{ $title }**, día { $next }: cuando quieras.
told-reminder-5 = Hoy cabe **{ $title }**. El día { $next } es tuyo.
told-reminder-6 = Un rato para **{ $title }** y listo: día { $next }.
told-reminder-7 = ¿Vamos con **{ $title }**? El día { $next } está abierto.
told-reminder-best-1 = { $left } más hasta tu mejor marca en **{ $title }**. Hoy es el día { $next }.
told-reminder-best-2 = Tu mejor marca en **{ $title }** está cerca: día { $next } de { $best }.
told-reminder-best-3 = **{ $title }**, día { $next }: tu mejor marca es { $best }.
told-reminder-fellow-1 = { $name } ya ha cumplido hoy en **{ $title }**. También hay sitio para ti.
told-reminder-fellow-2 = { $name } ya ha hecho **{ $title }** hoy. Súmate cuando quieras.
told-cheer = 👏 { $name } te anima.
told-nudge = { $name } piensa en ti: { $span ->
    [week] **{ $title }** sigue abierto esta semana.
    [month] **{ $title }** sigue abierto este mes.
   *[day] **{ $title }** sigue abierto hoy.
}
told-join-asked = **{ $name }** quiere unirse a **{ $title }**.
told-code-overheard = **{ $name }** escribió un código de **{ $title }** donde leen otras personas. Ya no sirve.
somebody = Alguien
told-link-refused = La otra cuenta dice que no eres tú. No se ha vinculado nada.
told-join-in = Ya estás en **{ $title }**. Te damos la bienvenida.
told-join-out = Quien organiza { $title } no te admitió esta vez.
told-join-out-untitled = Quien organiza el evento al que querías unirte no te admitió esta vez.
told-proof = **{ $name }** mostró esto para **{ $title }**: { $file }
told-proof-file = **{ $name }** mostró esto para **{ $title }**.
told-proof-elsewhere = Se envió por Telegram y solo se ve allí: usa /event review en Telegram.
told-proof-in-chat = Se ve en el chat: usa /event review en Discord o Telegram.
told-removed = Quien organiza { $title } te ha sacado del evento. Lo que hiciste sigue siendo tuyo: /privacy tiene una copia.
told-removed-untitled = Te han sacado de un evento. Lo que hiciste sigue siendo tuyo: /privacy tiene una copia.
told-proof-rejected = Quien organiza { $title } no aceptó lo que mostraste, así que ese registro queda deshecho.
told-taken-back = Quien organiza { $title } ha deshecho lo que registraste el { $day }. /matrix muestra cómo vas.
told-moderator = Ahora ayudas a llevar **{ $place }**: allí puedes usar /admin y ocuparte de los eventos que se crearon en ese sitio.
told-moderator-removed = Ya no ayudas a llevar **{ $place }**. Tus rachas y los eventos que creaste siguen siendo tuyos.
told-role-failed = No pude dar el rol por una racha de { $length } en { $title }. Pon mi rol por encima de ese y permíteme gestionar roles.
told-place-closed = Ya no puedo escribir donde se anuncia **{ $title }**. Déjame ver ese canal y enviar mensajes, y usa después un comando en él; o anúncialo en otro sitio con /event announce.
told-board = 📅 { $day } · **{ $title }**
told-withdrawn = Aquí estaba la tarjeta de un evento; se ha retirado.
told-boards = 📅 { $day }
told-boards-event = **{ $title }**
told-boards-week = **{ $title }** · esta semana
told-boards-month = **{ $title }** · este mes
told-boards-days = **{ $title }** · { $day }
told-board-week = 📅 Semana del { $day } · **{ $title }**
told-board-month = 📅 { $day } · **{ $title }**
told-board-count-over = Registraron { $in } de { $all }
told-board-count-day-over = Hasta el final del día registraron { $in } de { $all }
told-board-in = ✅ { $names }
told-board-open = ⏳ { $names }
told-board-run = 🎉 { $run }: { $names }
told-board-more = { $names } y { $n } más
told-board-count = { $in } de { $all } con registro

## Refusals
refused-not-member = No estás en este evento.
refused-already-member = Ya estás en este evento.
refused-not-started = Este evento aún no ha empezado.
refused-ended = Este evento ha terminado. Lo que hiciste se queda.
refused-window-closed = Ese día ya no se puede completar. Si terminó una racha, quien organiza el evento puede repararlo.
refused-future-day = Ese día aún está por llegar.
refused-empty-day = Ese día no existió en tu zona horaria.
refused-in-future = Han atrasado mi reloj, así que tu mensaje parece venir del futuro. No es culpa tuya: vuelve a intentarlo más tarde.
refused-too-old = Tu mensaje tardó más de dos días en llegar, así que no pude contarlo.
refused-already-in = Tu registro de ese día ya está.
refused-too-many = Es bastante por un día. Mañana será otro.
refused-conflict = Esa petición ya llegó antes con otro contenido. Envíala de nuevo.
refused-nothing-to-undo = No hay nada de hoy que deshacer.
refused-already-undone = Ese registro ya está deshecho.
refused-too-late = Fue hace demasiado para deshacerlo. Quien organiza el evento todavía puede.
refused-not-found = No encuentro ese registro.
refused-not-owner = Ese registro es de otra persona.
refused-unknown-task = Este evento no tiene esa tarea.
refused-bad-amount = Esa cantidad no encaja en este evento. Si cuenta cantidades, indica un número mayor que cero; si no, ninguno.
refused-disabled = Eso no está disponible en este evento.
refused-too-soon = Eso necesita un día de antelación.
refused-too-long = Son más días de los que permite este evento.
refused-overlap = Esos días coinciden con una pausa que ya tienes.
refused-not-paused = No estás en pausa.
refused-not-repairable = Ahí no quedó nada en blanco que terminara una racha.
refused-cooldown = Hiciste una reparación hace poco. Más adelante podrás hacer otra.
refused-tz-limit = Tu reloj ya cambió cuatro veces en un mes. Podrás cambiarlo de nuevo más adelante.

## E-mail
email-about = Recibir también correos
email-address = Tu dirección de correo, o «no»
name-email = correo
name-address = direccion
choice-email = Correo
choice-push = Notificación
email-none = No conozco ninguna dirección de correo tuya. Escribe `/email` y tu dirección, y enviaré allí un enlace.
email-shown = Puedo escribir a { $address }, por ejemplo con `/remind via:email`, o cuando tus chats estén cerrados para mí.
email-wanted = { $address } aún no está confirmada: sigue el enlace que envié allí.
email-sent = He enviado un enlace a { $address }. Síguelo en el plazo de un día y podré escribir allí.
email-bad = «{ $words }» no parece una dirección de correo. Prueba con una como name@example.org.
email-too-often = Es suficiente por hoy: vuelve a probar con esa dirección mañana.
email-off = He olvidado tu dirección de correo.
email-unavailable = Este bot no envía correos. /remind via:dm te escribe en un chat.
way-closed-email = El correo a la dirección que me diste ha vuelto. Compruébala: /email
way-closed-push = Ya no puedo enviar notificaciones a tu navegador. Puedes volver a activarlas en tus ajustes en la web.
email-footer = Recibes esto porque confirmaste esta dirección en Streaks. Para dejar de recibirlo:
button-email-off = Olvidar mi dirección
button-confirm-email = Confirmar esta dirección
told-confirm-email =
    Confirma tu dirección de correo
    { $name } ha pedido recibir recordatorios de Streaks en esta dirección. Si eres tú, sigue el enlace en el plazo de un día. Si no, no hagas nada: la dirección se olvidará.
remind-no-email = No conozco ninguna dirección de correo tuya confirmada. Escribe primero /email y tu dirección.
remind-no-push = Primero deja que un navegador te muestre notificaciones, en tus ajustes en la web.
remind-push-unavailable = Este bot no envía notificaciones a navegadores. /remind via:dm te escribe en un chat.
button-open-settings = Ajustes en la web

## What Discord may give roles by
role-fact-longest = Racha más larga
role-fact-longest-about = Seguidos, como mínimo
role-fact-total = Total
role-fact-total-about = Hechos en total, como mínimo
role-fact-since = Días aquí
role-fact-since-about = Días desde el primer evento, como mínimo
