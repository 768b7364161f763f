# Short, warm, adult. What people wrote comes in isolated, so a sentence never turns around.

site = Streaks
skip = Ir al contenido
to-home = Ver los eventos abiertos

## Open events
home-title = Eventos abiertos
home-lead = Cosas pequeñas, día tras día, en compañía. A estos puede unirse todo el mundo.
home-empty-title = Aún no hay eventos abiertos
home-empty = Crea el primero: escribe “{ $command }” en un chat donde esté el bot de Streaks. En cuanto exista, aparecerá aquí.
home-over = Eventos terminados
home-over-lead = Lo que se hizo en común y cómo terminó.
search = Buscar
search-title = Encontrar un evento
search-category = Tema
search-any = cualquiera
order-title = Orden
order-of-newest = más recientes
order-of-members = más grandes
in-today = { $count } hoy
first-place = Primer puesto: { $names }
search-none = No se encontró nada. Prueba con menos palabras o con otro tema.
page-before = Más recientes
page-next = Más antiguos
bring-title = Lleva Streaks a tu gente
bring-text = Añade el bot a un servidor de Discord o a un grupo de Telegram: unirse, registrar y ver la clasificación, allí donde ya habláis.
bring-discord = Añadir a Discord
bring-telegram = Añadir a un grupo de Telegram
members = { $count ->
    [one] { $count } miembro
   *[other] { $count } miembros
}

## What an event asks for
day-start = El día empieza a las { $time }
starts = Empieza el { $date }
until = Hasta el { $date }
ended = Terminó el { $date }
join = Para participar, escribe “{ $command }” en un chat donde esté el bot de Streaks.
join-discord = Unirse en Discord
join-telegram = Unirse en Telegram
invite-title = Te han invitado
invite-over-title = Esta invitación ya no sirve
invite-over-text = El código es incorrecto, está agotado o es demasiado antiguo. Pide uno nuevo a quien te lo envió.

## The leaderboard
board-title = Clasificación
board-by = Orden
board-period = Periodo
period-all = Todo el tiempo
span-title = Semanas y meses
span = Del { $from } al { $until }
span-earlier = Antes
span-later = Después
board-first = Primera página
board-next = Página siguiente
updated = Actualizado:
column-rank = Puesto
column-name = Nombre
column-streak = Racha
column-best = Mejor
column-total = Total
column-consistency = Constancia
column-amount = Cantidad
column-periods = { $span ->
    [week] Semanas
    [month] Meses
    [time] Veces
   *[other] Días
}
counted-in = { $span ->
    [week] Se cuenta en semanas
    [month] Se cuenta en meses
    [time] Se cuenta en veces
   *[other] Se cuenta en días
}
column-week = Últimos 7 días
column-today = Hoy
order-current = Ordenado por racha actual, luego por la mejor, por el total y por quién se unió antes. Las rachas iguales comparten puesto y el siguiente se omite.
order-longest = Ordenado por mejor racha, luego por el total y por quién se unió antes. Las mejores rachas iguales comparten puesto y el siguiente se omite.
order-total = Ordenado por el total, luego por mejor racha y por quién se unió antes. Los totales iguales comparten puesto y el siguiente se omite.
order-consistency = Ordenado por la parte de los periodos exigidos que se cumplieron, luego por mejor racha, por el total y por quién se unió antes.
order-points = Ordenado por cantidad, luego por mejor racha, por el total y por quién se unió antes.
order-window = Ordenado por lo hecho en este tiempo. Los iguales comparten puesto y el siguiente se omite.
hosting = Tú diriges este evento
hosting-edit = Editar
hosting-invite = Códigos de invitación
hosting-review = Solicitudes y pruebas
hosting-record = Lo que se hizo
hosting-winners = Ganadores
hosting-again = Siguiente ronda
hosting-end = Terminarlo
members-title = Miembros
members-lead = Todas las personas que participan, también las que se ocultan.
members-table = Como tabla (CSV)
members-remove = Quitar
members-out = Sacar
members-ban = Sacar y no dejar volver
column-joined = Desde
calendar = Seguir en un calendario
place-title = Tu puesto
board-empty = Todavía no hay nadie. El primer puesto está libre.

## The activity of a member
activity-title = Actividad
activity-lead = Las últimas 12 semanas de quienes van delante.
activity-all = La actividad de todos
activity-page-lead = Las últimas 12 semanas de todos, en el orden de la clasificación.
activity-summary = { $asked ->
    [0] Acaba de empezar
   *[other] { $span ->
        [week] { $done } de { $asked } semanas
        [month] { $done } de { $asked } meses
        [time] { $done } de { $asked } veces
       *[other] { $done } de { $asked } días
    }{ $bonus ->
        [0] {""}
        [one] , 1 extra
       *[other] , { $bonus } extras
    }, racha más larga { $longest }, ahora { $current }
}
legend = Qué significan los cuadros
week-of = Semana del { $date }
mark-done = hecho
mark-extra = hecho en un día de descanso
mark-missed = en blanco
mark-open = todavía abierto
mark-rest = día de descanso
mark-paused = en pausa
mark-frozen = cubierto por un comodín
mark-repaired = reparado
mark-excused = no cuenta
mark-away = sin participar
person-events = Eventos
person-badges = Insignias
person-years = Años
person-picture = Esta matriz como imagen para otras páginas
matrix-label = { $name }, { $title }, { $year }: { $span ->
    [week] { $done } de { $asked } semanas
    [month] { $done } de { $asked } meses
    [time] { $done } de { $asked } veces
   *[other] { $done } de { $asked } días
}{ $bonus ->
    [0] {""}
    [one] , 1 extra
   *[other] , { $bonus } extras
}
feed-began = { $title } ha empezado
feed-reached = { $name }: { $run } · { $title }

## Dates
date = { $day } de { $month } de { $year }
date-short = { $day } de { $month }
moment = { $date }, { $time } ({ $zone })
weekday = { $day ->
    [1] lunes
    [2] martes
    [3] miércoles
    [4] jueves
    [5] viernes
    [6] sábado
   *[7] domingo
}
weekday-short = { $day ->
    [1] lun
    [2] mar
    [3] mié
    [4] jue
    [5] vie
    [6] sáb
   *[7] dom
}
month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
month-short = { $month ->
    [1] ene
    [2] feb
    [3] mar
    [4] abr
    [5] may
    [6] jun
    [7] jul
    [8] ago
    [9] sep
    [10] oct
    [11] nov
   *[12] dic
}

## When there is no page
missing-title = Aquí no hay nada
missing-text = Puede que la dirección tenga una errata, o que lo que había aquí sea solo para personas invitadas.
fault-title = Algo falló de nuestro lado
fault-text = Tus rachas están a salvo. Inténtalo de nuevo en un momento.
too-many-title = Demasiadas solicitudes
too-many-text = { $wait ->
    [one] Eso fue mucho de golpe. Espera un segundo, por favor.
   *[other] Eso fue mucho de golpe. Espera { $wait } segundos, por favor.
}
busy-title = Mucha gente está mirando ahora
busy-text = La página funciona; solo la vista en directo está llena. Vuelve a cargarla en un momento.

## The time zone of a device
zone-title = Tu zona horaria
zone-without = Escribe “{ $command }” y tu ciudad en un chat donde esté el bot de Streaks.
zone-with = Este dispositivo sigue el reloj de
zone-use = Usarla en Telegram
zone-write = Escribe esto en un chat donde esté el bot de Streaks:

## Links in mails
email-confirm-title = Confirma tu dirección
email-confirm-text = Streaks podrá escribir a { $address }, como se pidió en un chat.
email-confirm-button = Confirmar
email-confirmed-title = Confirmada
email-confirmed-text = Streaks ya puede escribirte. Elige qué y cuándo en tu chat, por ejemplo con /remind.
email-leave-title = Dejar de recibir correos
email-leave-text = Streaks no escribirá más a { $address }. Los recordatorios irán a tus chats.
email-leave-button = Dejar de recibir
email-left-title = No habrá más correos
email-left-text = La dirección se ha olvidado. Puedes indicar otra cuando quieras en tu chat.

## Signed in
me = Mis rachas
join-here = Unirse aquí
login-title = Entrar
login-text = Vas a entrar como { $name } en este navegador.
login-button = Entrar
login-over-title = Este enlace ya no sirve
login-over-text = Un enlace para entrar sirve una vez, durante diez minutos. Escribe «/login» al bot y te dará otro.
signed-out-title = Entrar
signed-out-text = Escribe «/login» al bot Streaks en Discord o Telegram: responde con un enlace para entrar aquí. No hace falta contraseña.
sign-in-lead = No hace falta contraseña: demuestra que una cuenta es tuya.
sign-in-discord = Entrar con Discord
sign-in-telegram = Entrar con Telegram
sign-in-link-title = O con un enlace
app-opening = Un momento …
app-outside = Esto se abre dentro de Telegram, desde el chat con el bot.
not-agreed-title = No has entrado
not-agreed-text = Lo has rechazado y nada ha cambiado. Puedes intentarlo de nuevo cuando quieras.
not-signed-in-title = No ha funcionado
not-signed-in-text = Ahora mismo nadie ha podido confirmar quién eres. Inténtalo de nuevo, o escribe «/login» al bot para recibir un enlace.
roles-told-title = Discord conoce tus rachas
roles-told-text = Los servidores pueden dar roles según tu racha más larga y tu total, sin contar los eventos con invitación, y según desde cuándo estás aquí. Vuelve por el mismo enlace para actualizarlo.
roles-not-told-title = Discord no lo aceptó
roles-not-told-text = Has entrado, pero Discord no sabe de tus rachas. Inténtalo de nuevo en un momento.
foreign-title = Esto no vino de aquí
foreign-text = El formulario es demasiado antiguo o lo envió otra página. Vuelve atrás, recarga la página e inténtalo de nuevo.
me-join = Unirme
me-answer = Respuesta
me-needs-chat = Para eso hay que enviar algo, y eso se hace en el chat con el bot.
me-send = Enviar
me-today = Hoy
me-none = Aún no estás en ningún evento.
me-done = { $run }
me-open = { $run }, { $span ->
    [week] pendiente esta semana
    [month] pendiente este mes
    [time] pendiente
   *[other] hoy pendiente
}
me-off = { $run }, hoy no toca
me-check-in = Registrar
me-sessions = Sesión abierta en
session-here = este navegador
session-end = Cerrarla
me-unclear = No lo he entendido. Elige un comando de abajo o envía «/help».
me-line = Escribe lo que le escribirías al bot
logout = Salir
logout-everywhere = Salir de todas partes
settings = Ajustes
settings-profile = Perfil
settings-name = Nombre
settings-about = Unas palabras sobre ti
settings-clock = Idioma y hora
settings-language = Idioma
settings-use = Usarla
settings-day-start = Tu día empieza a las (hasta las 06:00)
settings-quiet = Horas de silencio (vacío: ninguna)
settings-others = Lo que otros ven y pueden hacer
settings-hidden = No mostrarme en clasificaciones ni tablones
settings-nudges = Otros pueden darme un toque
settings-cheers = Otros pueden animarme
settings-milestones = Contar mis hitos a otros
settings-save = Guardar
settings-accounts = Cuentas
settings-link = Para añadir otra cuenta, escribe «/link» al bot desde ella; para separarla, «/unlink».
settings-data = Tus datos
settings-export = Exportarlo todo
settings-delete = Borrarlo todo …
passkeys = Llaves de acceso
passkeys-lead = Con una llave de acceso entras con tu dispositivo: con la huella, la cara o su PIN.
passkey-make = Crear una llave de acceso
passkey-failed = No ha funcionado. Nada ha cambiado.
sign-in-passkey = Entrar con una llave de acceso
push = Notificaciones
push-lead = Este dispositivo muestra tus recordatorios, también sin ninguna página abierta. Llegan aquí en vez de al chat.
push-on = Enviar mis recordatorios a este dispositivo
push-failed = El navegador no lo permite. Permite las notificaciones de este sitio y vuelve a intentarlo.
push-off = Desactivar
push-since = desde el { $date }

## Tokens and the API
api-token = Para esto hace falta un token válido: crea uno en /me/tokens y envíalo como “Authorization: Bearer …”.
api-rate = Demasiadas solicitudes: inténtalo de nuevo en { $wait } s.
api-lead = Lo que los programas pueden preguntar y hacer. Lo mismo, para programas:
api-token-from = Un token se obtiene en
api-your-token = Tu token (se queda en esta pestaña)
api-body = Contenido, como JSON
api-no-script = Para probarla hace falta JavaScript; para la descripción de arriba, no.
api-scope = El token no sirve para eso.
api-proof = Este evento pide una foto o un archivo en cada registro; eso funciona en un chat.
api-not-here = Eso es solo para personas: funciona en el chat con el bot.
me-tokens = Tokens para programas
tokens-title = Tokens para programas
tokens-lead = Con un token, un programa actúa por ti. Lo que puede preguntar y hacer está descrito en
tokens-name = Nombre
tokens-scope = Sirve para
scope-read = ver lo que tú ves
scope-write = ver y hacer lo que tú puedes
scope-calendar = seguir tu calendario, y nada más
scope-check-in = registrar en { $title }, y nada más
tokens-made = Este es el token. Solo se muestra ahora: guárdalo donde nadie más lo lea.
tokens-address = Quien tenga esta dirección puede usarla, y no sirve para nada más:
tokens-make = Crear un token
tokens-yours = Tus tokens
tokens-used = usado por última vez el { $date }
tokens-unused = nunca usado
tokens-drop = Retirar
tokens-not-made-title = No se creó ningún token
tokens-not-made-text = Necesita un nombre y algo para lo que sirva. Nadie puede tener más de 50.
check-in-text = Registra por { $name }.
check-in-done = { $run } · { $title }

## Apps of others
apps = Apps que ofreces
apps-lead = Programas tuyos a los que otros pueden dar acceso con OAuth 2. No necesitan secreto; dónde está todo se dice en
apps-name = Nombre
apps-redirects = Direcciones de vuelta, una por línea (ninguna: solo para dispositivos)
apps-make = Darla a conocer
apps-drop = Olvidarla
app-not-made-title = No se ha creado ninguna app
app-not-made-text = Necesita un nombre y hasta diez direcciones que empiecen por https:// o http://127.0.0.1, o por un nombre propio como org.example.app:/. Nadie puede tener más de 20.
consent-title = ¿Darle acceso?
app-continue = Seguir como
consent-text = { $app } quiere actuar por { $person }.
consent-read = Podría ver lo que tú ves.
consent-write = Podría ver y hacer lo que tú puedes.
consent-back = Sigue en { $host }.
consent-device = Acepta solo si tu dispositivo muestra ahora mismo { $code }.
consent-maker = La ofrece { $name }
device-out-title = El dispositivo se queda fuera
device-out-text = Lo has rechazado y nada ha cambiado.
consent-yes = Dar acceso
consent-no = No
app-unknown-title = Nadie conoce esta app
app-unknown-text = La dirección de la app es incorrecta o no se conoce aquí. No ha pasado nada.
app-astray-title = Así no se puede dar acceso a esta app
app-astray-text = La app lo ha pedido mal. No ha pasado nada y nadie ha obtenido acceso. Quiere que vuelvas a { $host }: hazlo solo si la conoces.
app-astray-back = Volver a { $host }
device-title = Dar acceso a un dispositivo
device-text = Escribe el código que muestra el dispositivo
device-go = Seguir
device-wrong = Nadie espera ese código. Míralo otra vez, o haz que el dispositivo muestre uno nuevo.
device-in-title = El dispositivo tiene acceso
device-in-text = Ya has terminado aquí: sigue solo. En «Tokens para programas» puedes retirarlo.
device-over-title = Nadie espera ya este código
device-over-text = Haz que el dispositivo muestre uno nuevo.

## Privacy and terms, a paragraph a line
privacy-title = Política de privacidad
terms-title = Condiciones de uso
legal-operator = { $name } lleva esta instancia de Streaks.
legal-nobody = Quien lleva esta instancia de Streaks no ha dado aquí su nombre. Pregunta a quienes llevan tu comunidad.
legal-contact = Contacto:
privacy-kept-title = Qué se guarda
privacy-kept-text =
    De tus cuentas de Discord y Telegram: identificador, nombre e idioma. Lo que dices de ti: tu nombre aquí, unas palabras, intereses, ajustes y tu zona horaria. Una ubicación que envías se convierte en zona horaria y se olvida.
    Los eventos que creas y a los que te unes, cuándo entraste y saliste, tus registros con hora, cantidad y nota, pausas, reparaciones, insignias, recordatorios, aplausos y avisos, y a quién has bloqueado. De una foto o un archivo que muestra un registro, cómo lo llama su plataforma; el archivo mismo solo hasta que la organización lo revise, te vayas o hayan pasado 30 días desde el fin del evento. El lugar y la hora que una cámara escribe en un JPEG o PNG se quitan antes. Lo que no se puede guardar, o todavía no se ha guardado, la organización lo ve tal como se envió.
    Lo que activas: tu dirección de correo, navegadores con notificaciones, llaves de acceso, tokens, apps a las que das acceso o que ofreces, y los navegadores en los que tienes la sesión abierta.
    Lo que hacen quienes organizan y moderan, con su identificador, y a quién ha silenciado una comunidad.
privacy-purpose-title = Para qué
privacy-purpose-text = Para contar rachas, mostrar clasificaciones, recordarte cosas y decirte lo que pediste. No se vende nada, no hay publicidad y no se sigue a nadie por otras páginas.
privacy-seen-title = Quién lo ve
privacy-seen-text =
    Quienes están en tus eventos, en la comunidad a la que pertenece un evento o en un canal en el que alguien que lo organiza hace que se cuente, ven tu nombre, tus números, cada uno de tus días y lo que dices de ti. Quienes organizan ven a todos los que están y lo que se mostró como prueba.
    En un evento público, tu nombre, tus números, tus días y lo que dices de ti aparecen en una página web que cualquiera puede abrir. A los buscadores se les pide que no la incluyan.
    Las notas son solo para ti. Quien se oculta no está en ninguna clasificación ni tiene página.
privacy-passed-title = Quién más lo recibe
privacy-passed-text = Discord y Telegram transportan lo que se dice allí, según sus propias reglas. Un servidor de correo lleva los correos, y el servicio push de tu navegador lleva las notificaciones, que solo tu navegador puede leer. Las apps a las que das acceso ven lo que les permites. Si vinculas tu cuenta con los roles de un servidor de Discord, Discord recibe tu racha más larga, tu total y desde cuándo estás aquí, pero nada de los eventos con invitación; para terminarlo, quita Streaks en Discord, en Ajustes → Aplicaciones autorizadas.
privacy-time-title = Por cuánto tiempo
privacy-time-text =
    Lo que escribes al bot: hasta que se responde, o siete días si no se pudo. Lo que el bot debía contar: 30 días. La sesión: hasta 30 días después de tu última visita, 90 como máximo. Los enlaces para entrar y los códigos para vincular cuentas valen diez minutos.
    Las direcciones de red están solo en memoria, para mantener los límites, y no se guardan.
    Un servidor o grupo que quita el bot: 30 días. Sus eventos se quedan con quienes participan.
    Todo lo demás: hasta que lo borres.
privacy-rights-title = Qué puedes hacer
privacy-rights-text =
    Escribe /privacy al bot o abre aquí tus ajustes: puedes ocultarte, llevarte una copia de todo en un archivo y borrarlo todo. Se borra una semana después; hasta entonces puedes cancelarlo.
    Lo que el bot ha dicho en los chats, como hitos, tableros y resultados, se queda allí; quien los administra puede borrarlo.
    Los eventos que creaste se quedan, sin ti, si hay o hubo otras personas en ellos; los demás se borran. Queda constancia, sin palabras y sin ti, de lo que hicieron quienes organizan.
    De tus cuentas queda una huella que solo muestra si vuelve la misma cuenta: quien está vetado de un evento, silenciado o bloqueado lo sigue estando, y los límites se mantienen.
privacy-contact = Para cualquier otra cosa, como corregir algo, usa el contacto de arriba.
privacy-cookies-title = Cookies
privacy-cookies-text = Una mantiene tu sesión abierta. Mientras entras, otras recuerdan durante diez minutos cómo y para qué. No hay más.
terms-service-title = Qué es esto
terms-service-text = Streaks cuenta lo que la gente dice que ha hecho. Se ofrece tal como es: nadie promete que esté siempre disponible, que nunca se equivoque ni que un número demuestre algo. No es consejo médico ni de otro tipo.
terms-conduct-title = Cómo nos tratamos
terms-conduct-text =
    Úsalo solo si puedes usar Discord o Telegram donde vives y a tu edad. Sus condiciones también valen.
    No escribas nada ilegal, de odio, sexual o hecho para dañar, ni nada sobre otras personas que ellas no querrían. No satures el bot, no esquives sus límites ni te hagas pasar por otra persona.
    Quienes organizan, moderan o llevan esta instancia pueden retirar aquello, y a quien, no lo respete.
terms-public-title = Qué ven los demás
terms-public-text = Quien hace público un evento, o se une a uno público, acepta que sus textos y los nombres, números y días de quienes están y lo que dicen de sí aparezcan en una página web que cualquiera puede abrir. Quien ya estaba antes recibe un aviso y puede ocultarse o salir.
terms-end-title = Cómo termina
terms-end-text =
    Puedes irte cuando quieras y hacer que se borre todo con /privacy. Esta instancia, o una parte, puede cambiar o terminar; hasta entonces puedes llevarte una copia de todo.
    Lo que la ley te da sigue siendo tuyo, diga lo que diga esta página.
