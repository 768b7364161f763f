// The page of the sandbox: plays people against the local Discord and Telegram servers through the control API.

const API = new URL("api/", import.meta.url);
const BOT = "Streaks";
const WIRE_LINES_MAX = 300;
const MESSAGES_MAX = 500;
const TOAST_MS = 5000;
const STARTERS = [
  '/event create title:"Read 20 pages" goal:"20 pages"',
  "/join",
  "/checkin",
  "/streak",
  "/leaderboard",
  "/help",
];
/** The type of an option of Discord's that takes a file. */
const ATTACHMENT = 11;
const BUTTON_STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger" };

const state = { people: [], person: null, now: Date.now(), feed: null, wires: 0 };
const panes = Object.fromEntries(["discord", "telegram"].map((platform) => [platform, makePane(platform)]));

const byId = (id) => document.getElementById(id);

function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** One of the signs that the page draws itself; with a name where no words stand beside it. */
function icon(name, label) {
  const [made, use] = ["svg", "use"].map((tag) => document.createElementNS(SVG, tag));
  const named = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  for (const [attribute, value] of Object.entries({ class: "icon", ...named })) made.setAttribute(attribute, value);
  use.setAttribute("href", `#icon-${name}`);
  made.append(use);
  return made;
}

async function call(method, path, body) {
  const isFile = body instanceof Blob;
  const headers = body && !isFile ? { "content-type": "application/json" } : {};
  const answer = await fetch(new URL(path, API), { method, headers, body: isFile ? body : body && JSON.stringify(body) });
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(json?.error?.message ?? `The sandbox answered ${answer.status} to ${path}.`);
  return json;
}

/** Runs what a person asked for and tells in `place` what went wrong. */
async function attempt(place, action) {
  place.hidden = true;
  try {
    return await action();
  } catch (fault) {
    tell(place, fault.message);
    return null;
  }
}

function tell(place, words) {
  place.textContent = words;
  place.hidden = false;
}

// ---- Time

function format(instant, options, locale = state.person?.locale, zone = state.person?.zone) {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(instant);
}

const TIME_STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

function relative(instant) {
  const seconds = (instant - state.now) / 1000;
  const units = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, length] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units.at(-1);
  return new Intl.RelativeTimeFormat(state.person.locale, { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

function timeWords(instant, style) {
  if (style === "R") return relative(instant);
  if (style !== "chat") return format(instant, TIME_STYLES[style] ?? TIME_STYLES.f);
  const day = { dateStyle: "short" };
  const today = format(instant, day) === format(state.now, day);
  return format(instant, today ? TIME_STYLES.t : { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
}

function timeNode(instant, style) {
  const datetime = new Date(instant).toISOString();
  return node("time", { datetime, "data-style": style, title: format(instant, TIME_STYLES.F) }, timeWords(instant, style));
}

function wallClock(zone, instant) {
  const fields = ["year", "month", "day", "hour", "minute"].map((field) => [field, "numeric"]);
  const written = new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", ...Object.fromEntries(fields) });
  const parts = written.formatToParts(instant).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts);
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The instant at which a wall in `zone` shows `wall`; two rounds settle the offset around a clock change. */
function instantOf(zone, wall) {
  const guess = wall - (wallClock(zone, wall) - wall);
  return wall - (wallClock(zone, guess) - Math.floor(guess / 60000) * 60000);
}

function showClock(now) {
  state.now = Date.parse(now);
  const { person } = state;
  const hour = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const date = { day: "numeric", month: "short", ...hour };
  byId("utc").dateTime = now;
  byId("utc").textContent = `${format(state.now, date, "en-GB", "UTC")} UTC`;
  if (!person) return;
  byId("local").textContent = `${format(state.now, hour, "en-GB")} for ${person.name} (${person.zone})`;
  for (const time of document.querySelectorAll("time[data-style]")) {
    time.textContent = timeWords(Date.parse(time.dateTime), time.dataset.style);
  }
}

async function readClock() {
  const { now, movable } = await call("GET", "clock");
  for (const button of document.querySelectorAll(".clock button")) button.disabled = !movable;
  byId("clock-fixed").hidden = movable;
  byId("reset-here").hidden = !movable;
  byId("reset-alone").hidden = movable;
  showClock(now);
}

function moveClock(change) {
  return attempt(byId("trouble"), async () => {
    await call("POST", "clock", change);
    await readClock();
    byId("status").textContent = `The clock shows ${byId("local").textContent}.`;
  });
}

function nextDay() {
  const wall = new Date(wallClock(state.person.zone, state.now));
  const nine = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate() + 1, 9);
  return moveClock({ set: new Date(instantOf(state.person.zone, nine)).toISOString() });
}

// ---- Text. Nodes are built one by one: what people and the bot wrote never becomes HTML.

function link(url, ...label) {
  const { protocol, hostname, searchParams } = URL.canParse(url) ? new URL(url) : {};
  if (!/^https?:$/.test(protocol)) return node("span", {}, ...label);
  // A deep link would leave the sandbox for the real Telegram; here it does what the app would do.
  if (hostname === "t.me" && searchParams.has("start")) {
    return node("button", { type: "button", class: "link", click: () => startPrivately(searchParams.get("start")) }, ...label);
  }
  return node("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...label);
}

function startPrivately(payload) {
  showPlace(panes.telegram, "private");
  say(panes.telegram, `/start ${payload}`.trim());
}

/** What a bot isolates says not which way its line runs: to a page only an element says so. */
function isolated(text) {
  return text.split(/(\u2068[^\u2068\u2069]*\u2069)/).map((part) => (part.startsWith("\u2068") ? node("bdi", {}, part) : part));
}

const MARKDOWN = [
  [/\\([*_~`|\\<>#[\]()-])/, ([, mark]) => mark],
  [/`([^`\n]+)`/, ([, code]) => node("code", {}, code)],
  [/\*\*(.+?)\*\*/, ([, text]) => node("strong", {}, ...markdown(text))],
  [/__(.+?)__/, ([, text]) => node("u", {}, ...markdown(text))],
  [/~~(.+?)~~/, ([, text]) => node("s", {}, ...markdown(text))],
  [/\*([^\s*][^*]*)\*/, ([, text]) => node("em", {}, ...markdown(text))],
  [/(?<!\w)_([^_]+)_(?!\w)/, ([, text]) => node("em", {}, ...markdown(text))],
  [/\[([^\]]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, ([, label, url]) => link(url, ...markdown(label))],
  [/<t:(-?\d{1,11})(?::([tTdDfFR]))?>/, ([, unix, style]) => timeNode(unix * 1000, style ?? "f")],
  [/<@!?(\w+)>/, ([, id]) => node("span", { class: "mention" }, `@${personName(id)}`)],
  [/<\/([^:>]+):\d+>/, ([, command]) => node("span", { class: "mention" }, `/${command}`)],
  [/<a?(:\w+:)\d+>/, ([, emoji]) => emoji],
  [/<?(https?:\/\/[^\s<>)]+)>?/, ([, url]) => link(url, url)],
];

function markdown(text) {
  const hits = MARKDOWN.map(([pattern, build]) => ({ hit: pattern.exec(text), build })).filter(({ hit }) => hit);
  if (hits.length === 0) return isolated(text);
  const { hit, build } = hits.reduce((first, next) => (next.hit.index < first.hit.index ? next : first));
  return [...isolated(text.slice(0, hit.index)), build(hit), ...markdown(text.slice(hit.index + hit[0].length))];
}

function markdownLine(line) {
  const [, mark, rest] = /^(#{1,3}|-#|>|[-*]) +(.*)$/.exec(line) ?? [null, "", line];
  const kinds = { "": "line", "-#": "line subtext", ">": "line quote", "-": "line item", "*": "line item" };
  return node("span", { class: kinds[mark] ?? "line heading", dir: "auto" }, ...markdown(rest));
}

function discordText(text) {
  return text.split(/(```[\s\S]*?```)/).flatMap((part, index) => {
    if (index % 2 === 1) return [node("pre", {}, part.slice(3, -3).replace(/^\w*\n/, ""))];
    return part === "" || part === "\n" ? [] : part.split("\n").map(markdownLine);
  });
}

const TELEGRAM_TAGS = {
  ...{ b: "strong", strong: "strong", i: "em", em: "em", u: "u", ins: "u", s: "s", strike: "s", del: "s" },
  ...{ code: "code", pre: "pre", blockquote: "blockquote" },
};

/** Rebuilds Telegram's HTML from a parsed but never shown document, keeping the tags that Telegram has. */
function telegramText(html) {
  const rebuild = (child) => {
    if (child.nodeType === Node.TEXT_NODE) return isolated(child.data);
    if (child.nodeType !== Node.ELEMENT_NODE) return [];
    const tag = child.localName;
    const inner = [...child.childNodes].flatMap(rebuild);
    if (tag === "a") return [link(child.getAttribute("href"), ...inner)];
    return [node(TELEGRAM_TAGS[tag] ?? "span", {}, ...inner)];
  };
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].flatMap(rebuild);
}

function textNodes({ platform, markup, text, embeds, loading }) {
  if (loading) return [node("small", {}, "thinking…")];
  if (!markup) return [embeds?.length ? "" : text ?? ""];
  return platform === "discord" ? discordText(markup) : telegramText(markup);
}

// ---- Messages

function personName(id) {
  return state.people.find((person) => person.id === id || person.discord_id === id)?.name ?? id;
}

function visible({ place, person, only_for: onlyFor }) {
  const me = state.person.id;
  return (onlyFor == null || onlyFor === me) && (place === "group" || person == null || person === me);
}

function avatar(author) {
  const index = state.people.findIndex((person) => person.id === author);
  return node("span", { class: "avatar", "data-colour": index < 0 ? "bot" : index % 6, "aria-hidden": "true" }, [...personName(author)][0]);
}

function headNode(message) {
  const { platform, author, at, pinned, only_for: onlyFor } = message;
  const badge = author === BOT ? node("span", { class: "badge" }, platform === "discord" ? "APP" : "bot") : null;
  const pin = pinned ? node("span", { title: "pinned" }, icon("pin", "pinned")) : null;
  const hooks = { type: "button", class: "reply", "aria-label": `Reply to ${personName(author)}`, title: "Reply" };
  const reply = onlyFor == null ? node("button", { ...hooks, click: () => replyTo(message) }, icon("reply")) : null;
  return node("header", {}, node("b", {}, personName(author)), badge, at ? timeNode(Date.parse(at), "chat") : null, pin, reply);
}

function fieldOfEmbed({ name, value }) {
  return node("div", {}, node("dt", {}, ...markdown(name)), node("dd", {}, ...discordText(value)));
}

function embedNode({ author, title, description, fields, footer, url, color }) {
  const made = node(
    "div",
    { class: "embed" },
    author?.name ? node("small", { class: "author", dir: "auto" }, author.name) : null,
    title ? node("b", { class: "title" }, ...(url ? [link(url, title)] : markdown(title))) : null,
    description ? node("div", { class: "text", dir: "auto" }, ...discordText(description)) : null,
    fields?.length ? node("dl", {}, ...fields.map(fieldOfEmbed)) : null,
    footer?.text ? node("small", {}, footer.text) : null,
  );
  if (color) made.style.setProperty("--edge", `#${color.toString(16).padStart(6, "0")}`);
  return made;
}

function buttonNode(message, { id, label, emoji, url, disabled, style }) {
  const words = emoji && emoji !== label ? `${emoji} ${label}` : label;
  if (url) {
    const made = link(url, `${words} `, icon("out"));
    made.classList.add("button");
    return made;
  }
  const kind = BUTTON_STYLES[style] ?? style ?? "secondary";
  const hooks = { "data-button": id, "data-style": kind, disabled: Boolean(disabled) };
  return node("button", { type: "button", ...hooks, click: () => press(message, id) }, words);
}

function buttonRows(message) {
  const rows = Map.groupBy(message.buttons ?? [], ({ row }) => row ?? 0);
  return [...rows.values()].map((buttons) => node("div", { class: "row" }, ...buttons.map((button) => buttonNode(message, button))));
}

/** Stands in for the keyboard that Telegram opens below the text field. */
function locationNode({ platform, location_button: label }) {
  const send = () => {
    const [latitude, longitude] = (window.prompt("Where are you? Latitude, longitude:", "52.52, 13.40") ?? "").split(",").map(Number.parseFloat);
    if (Number.isFinite(latitude) && Number.isFinite(longitude)) act(panes[platform], "say", { platform, place: panes[platform].place, location: { latitude, longitude } });
  };
  return node("div", { class: "row" }, node("button", { type: "button", "data-style": "secondary", click: send }, label));
}

function selectNode(message, { id, placeholder, options, disabled }) {
  const choose = ({ currentTarget }) => {
    const { value } = currentTarget;
    currentTarget.value = "";
    press(message, value);
  };
  const words = placeholder || "Choose one";
  const hint = node("option", { value: "", disabled: true, selected: true }, words);
  const lines = options.map(({ label, value }) => node("option", { value }, label));
  const hooks = { "data-button": id, "aria-label": words, disabled: Boolean(disabled) };
  return node("select", { ...hooks, change: choose }, hint, ...lines);
}

function fileNode({ name, type, bytes, url }) {
  // By whichever name of this machine the page was opened, it may load from there alone.
  if (url && type?.startsWith("image/")) return node("img", { src: new URL(url).pathname, alt: name });
  return node("p", { class: "file" }, icon("file"), ` ${name}`, node("small", {}, typeof bytes === "number" ? ` ${Math.ceil(bytes / 1024)} kB` : ""));
}

function messageParts(message) {
  const { author, only_for: onlyFor } = message;
  return [
    avatar(author),
    node(
      "div",
      { class: "body" },
      headNode(message),
      node("div", { class: "text", dir: "auto" }, ...textNodes(message), message.edited ? node("small", { class: "edited" }, " (edited)") : null),
      ...(message.embeds ?? []).map(embedNode),
      ...(message.files ?? []).map(fileNode),
      ...buttonRows(message),
      message.location_button ? locationNode(message) : null,
      ...(message.selects ?? []).map((select) => selectNode(message, select)),
      onlyFor == null ? null : node("small", { class: "only" }, "Only you can see this"),
    ),
  ];
}

/** Shows a message, changed or new; the feed and the answer to a request may both bring it. */
function show(message, fresh = true) {
  if (message.modal) return offerForm(message, fresh);
  const pane = panes[message.platform];
  const shown = pane.shown.get(message.id);
  if (message.deleted || !visible(message)) {
    shown?.element.remove();
    pane.shown.delete(message.id);
    return;
  }
  const json = JSON.stringify(message);
  if (shown?.json === json) return;
  const element = shown?.element ?? node("article", { "data-message": message.id, "data-only-for": message.only_for });
  const focused = element.contains(document.activeElement) ? document.activeElement.dataset.button : null;
  element.className = message.author === state.person.id ? "mine" : message.author === BOT ? "bot" : "other";
  element.setAttribute("aria-label", personName(message.author));
  element.replaceChildren(...messageParts(message));
  pane.shown.set(message.id, { element, json });
  if (!shown) append(pane, message, element, fresh);
  // A press often redraws the pressed button; the keyboard must not lose its place.
  if (focused) (element.querySelector(`[data-button="${CSS.escape(focused)}"]`) ?? pane.input).focus();
}

function append(pane, { place }, element, fresh) {
  const { panel, log, tab } = pane.places[place];
  const atEnd = panel.scrollHeight - panel.scrollTop - panel.clientHeight < 120;
  log.append(element);
  if (log.childElementCount > MESSAGES_MAX) {
    pane.shown.delete(log.firstElementChild.dataset.message);
    log.firstElementChild.remove();
  }
  if (atEnd || element.className === "mine") panel.scrollTop = panel.scrollHeight;
  if (!fresh) return;
  if (place !== pane.place) tab.dataset.unread = "true";
  if (document.body.dataset.pane !== pane.platform) paneSwitch(pane.platform).dataset.unread = "true";
}

function toast({ platform, person, text, alert }) {
  if (!text || (person != null && person !== state.person.id)) return;
  const { toasts } = panes[platform];
  // The feed and the answer to the press both bring it.
  if ([...toasts.children].some((shown) => shown.dataset.text === text)) return;
  const made = node("div", { class: "toast", dir: "auto", "data-text": text, "data-alert": Boolean(alert) }, ...isolated(text));
  if (alert) made.append(node("button", { type: "button", click: () => made.remove() }, "OK"));
  else setTimeout(() => made.remove(), TOAST_MS);
  toasts.append(made);
}

function wire({ platform, method, path, status }) {
  const list = byId("wire");
  const parts = [node("b", {}, platform), ` ${method} ${path} `, node("span", {}, `${status ?? ""}`)];
  list.prepend(node("li", { "data-platform": platform, "data-bad": String(status >= 400) }, ...parts));
  if (list.childElementCount > WIRE_LINES_MAX) list.lastElementChild.remove();
  state.wires += 1;
  byId("wire-count").textContent = `${state.wires} so far · ${platform} ${method} ${path} ${status ?? ""}`;
}

// ---- What a person does

async function act(pane, path, body) {
  const answer = await attempt(pane.notice, () => call("POST", path, { ...body, person: state.person.id }));
  answer?.messages?.forEach((message) => show(message));
  answer?.toasts?.forEach(toast);
  if (answer?.error) tell(pane.notice, answer.error.message);
  toEnd(pane);
  return answer != null && answer.error == null;
}

/** A photo, and the message that is replied to, go along with one line. */
function along(pane, { photo = false, replyTo = null } = {}) {
  pane.replyTo = replyTo;
  pane.photo.setAttribute("aria-pressed", String(photo));
  pane.replying.hidden = replyTo == null;
  if (replyTo) pane.replying.querySelector("span").textContent = `${personName(replyTo.author)}: ${replyTo.text || "Photo"}`;
}

const hasPhoto = (pane) => pane.photo.getAttribute("aria-pressed") === "true";

function replyTo(message) {
  const pane = panes[message.platform];
  along(pane, { photo: hasPhoto(pane), replyTo: message });
  pane.input.focus();
}

async function say(pane, text) {
  const { platform, place, input } = pane;
  // With a command on Discord, a file is one of its options.
  const photo = hasPhoto(pane) && !(platform === "discord" && text.startsWith("/"));
  const body = { platform, place, text, photo, reply_to: pane.replyTo?.id };
  along(pane);
  const done = await act(pane, "say", body);
  if (done || input.value !== "" || !text.startsWith("/")) return;
  input.value = `${text} `;
  input.focus();
  complete(pane);
}

function press({ platform, id }, button) {
  return act(panes[platform], "press", { platform, message: id, button });
}

/** A form is shown once, to whom it was opened for, and leaves no message behind. */
function offerForm(message, fresh) {
  const { offered } = panes[message.platform];
  if (!fresh || offered.has(message.id) || !visible(message)) return;
  offered.add(message.id);
  openForm(message);
}

function fieldNode(field) {
  const { id, label, required, min_length: minlength, max_length: maxlength, placeholder, value } = field;
  const long = field.long || field.style === 2 || field.style === "paragraph";
  const hooks = { name: id, dir: "auto", required: Boolean(required), minlength, maxlength, placeholder, autocomplete: "off" };
  const input = node(long ? "textarea" : "input", hooks);
  input.value = value ?? "";
  return node("label", {}, label, required ? null : node("small", {}, " (optional)"), input);
}

function openForm({ id, platform, modal }) {
  const dialog = byId("form-dialog");
  const notice = dialog.querySelector(".notice");
  byId("form-title").textContent = modal.title;
  byId("form-fields").replaceChildren(...modal.fields.map(fieldNode));
  openDialog(dialog, async (values) => {
    const pane = panes[platform];
    const sent = await act(pane, "submit", { message: id, fields: values });
    if (sent) return;
    pane.notice.hidden = true;
    tell(notice, pane.notice.textContent);
    dialog.showModal();
  });
  notice.hidden = true;
}

/** Opens a dialog; `submitted` hears the values of its form, unless it was closed. */
function openDialog(dialog, submitted) {
  const form = dialog.querySelector("form");
  form.onsubmit = () => submitted(Object.fromEntries(new FormData(form)));
  dialog.showModal();
}

// ---- Composer

const quoted = (value) => (/\s/.test(value) ? `"${value}"` : `${value}`);

function optionItems(command, text, at) {
  const used = new Set([...text.matchAll(/([\w-]+):/g)].map(([, name]) => name));
  const left = command.options.filter(({ name }) => !used.has(name));
  left.sort((one, other) => Number(Boolean(other.required)) - Number(Boolean(one.required)));
  return left.map(({ name, description, required, autocomplete, choices, type }) => {
    const takesFile = type === ATTACHMENT;
    const free = (type === 3 || type === "string") && !autocomplete && !choices?.length;
    const written = free ? { insert: `${name}:""`, back: 1 } : { insert: `${name}:` };
    return { label: `${name}:`, detail: required ? `${description} (required)` : description, ...written, ...at, takesFile };
  });
}

const choiceItems = (choices, option, at) =>
  choices.map(({ name, value }) => ({ label: name, detail: option.name, insert: `${option.name}:${quoted(value)} `, ...at }));

async function askChoices(pane, command, option, typed) {
  const asked = { command: command.name, option: option.name, typed, person: state.person.id, place: pane.place };
  return (await call("POST", "autocomplete", asked)).choices;
}

/** What could come next at the caret: commands, then the command's options, then an option's values; a promise if the bot must be asked. */
function suggestions(pane) {
  const { input } = pane;
  const caret = input.selectionStart ?? input.value.length;
  const text = input.value.slice(0, caret);
  if (!text.startsWith("/")) return [];
  const fitting = pane.commands.filter(({ name }) => text.startsWith(`/${name} `));
  const command = fitting.sort((one, other) => other.name.length - one.name.length)[0];
  if (!command) {
    const named = pane.commands.filter(({ name }) => `/${name}`.startsWith(text));
    const at = { from: 0, to: input.value.length, command: true };
    return named.map(({ name, description }) => ({ label: `/${name}`, detail: description, insert: `/${name} `, ...at }));
  }
  if (pane.platform === "telegram" || !command.options?.length) return [];
  const value = /(?:^|\s)([\w-]+):(?:"([^"]*)|([^\s"]*))$/.exec(text);
  const option = value && command.options.find(({ name }) => name === value[1]);
  const end = input.value.length;
  if (option?.autocomplete || option?.choices?.length) {
    const typed = value[2] ?? value[3];
    const at = { from: value.index + value[0].search(/\S/), to: caret + (input.value[caret] === '"' ? 1 : 0) };
    if (option.autocomplete) return askChoices(pane, command, option, typed).then((choices) => choiceItems(choices, option, at));
    return choiceItems(option.choices.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())), option, at);
  }
  if (option) return value[2] || value[3] ? optionItems(command, input.value, { from: end, to: end, gap: true }) : [];
  const word = /[\w-]*$/.exec(text)[0];
  if (!/\s[\w-]*$/.test(text) || (text.match(/"/g)?.length ?? 0) % 2 === 1) return [];
  return optionItems(command, input.value, { from: caret - word.length, to: caret }).filter(({ label }) => label.startsWith(word));
}

async function complete(pane) {
  const asked = ++pane.asked;
  const found = suggestions(pane);
  offer(pane, Array.isArray(found) ? found : []);
  const items = await Promise.resolve(found).catch(() => []);
  // A slow answer must not replace a newer one.
  if (asked === pane.asked && items !== found) offer(pane, items);
}

function offer(pane, items) {
  const { choices, input, platform } = pane;
  pane.items = items;
  pane.active = -1;
  choices.hidden = items.length === 0;
  choices.replaceChildren(...items.map(({ label, detail }, index) => {
    const hooks = { role: "option", id: `${platform}-choice-${index}`, "aria-selected": "false" };
    return node("div", { ...hooks, click: () => accept(pane, index) }, node("b", {}, label), " ", node("span", {}, detail));
  }));
  input.setAttribute("aria-expanded", String(items.length > 0));
  input.removeAttribute("aria-activedescendant");
}

function highlight(pane, index) {
  const { choices, input, items } = pane;
  choices.children[pane.active]?.setAttribute("aria-selected", "false");
  pane.active = (index + items.length) % items.length;
  const option = choices.children[pane.active];
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option.id);
}

function accept(pane, index) {
  const item = pane.items[index];
  if (item.takesFile) pickFile(pane, item);
  else put(pane, item);
}

/** As on Discord, an option that takes a file asks for one. */
function pickFile(pane, item) {
  pane.picker.onchange = () => attempt(pane.notice, async () => {
    const [file] = pane.picker.files;
    if (!file) return;
    const { name } = await call("POST", `files?${new URLSearchParams({ name: file.name })}`, file);
    pane.picker.value = "";
    put(pane, { ...item, insert: `${item.insert}${name} ` });
  });
  pane.picker.click();
}

function put(pane, { insert, from, to, gap, back }) {
  const { input } = pane;
  const space = gap && !input.value.endsWith(" ") ? " " : "";
  input.setRangeText(space + insert, from, to, "end");
  const caret = input.selectionEnd - (back ?? 0);
  input.setSelectionRange(caret, caret);
  input.focus();
  complete(pane);
}

function composerKey(pane, event) {
  const { key, shiftKey, isComposing } = event;
  const { items, active, input } = pane;
  if (isComposing || items.length === 0) return;
  if (key === "ArrowDown") highlight(pane, active + 1);
  else if (key === "ArrowUp") highlight(pane, active < 0 ? -1 : active - 1);
  else if (key === "Escape") offer(pane, []);
  else if (key === "Tab" && !shiftKey) accept(pane, Math.max(active, 0));
  else if (key === "Enter" && active >= 0) accept(pane, active);
  // A half-typed command name is meant to be completed, as in the apps.
  else if (key === "Enter" && items[0].command && !items.some(({ label }) => label === input.value)) accept(pane, 0);
  else return;
  event.preventDefault();
}

function submitComposer(pane, event) {
  event.preventDefault();
  const text = pane.input.value.trim();
  if (!text && !hasPhoto(pane)) return;
  pane.asked += 1;
  pane.input.value = "";
  offer(pane, []);
  say(pane, text);
}

// ---- Panes

function makePane(platform) {
  const element = document.querySelector(`.pane[data-platform=${platform}]`);
  const find = (selector) => element.querySelector(selector);
  const places = ["group", "private"].map((place) => {
    const panel = find(`[role=tabpanel][data-place=${place}]`);
    return [place, { panel, log: panel.querySelector("[role=log]"), tab: find(`[role=tab][data-place=${place}]`) }];
  });
  const parts = ["form", "choices", "notice", "toasts", "starters", "photo", "replying"].map((name) => [name, find(name === "form" ? name : `.${name}`)]);
  const pane = { platform, element, places: Object.fromEntries(places), place: "group", input: find("[name=text]") };
  const empty = { shown: new Map(), offered: new Set(), commands: [], items: [], active: -1, asked: 0, replyTo: null };
  return { ...pane, ...Object.fromEntries(parts), ...empty, picker: find(".file-picker") };
}

const paneSwitch = (platform) => document.querySelector(`[data-show=${platform}]`);

function showPane(platform) {
  document.body.dataset.pane = platform;
  for (const name of Object.keys(panes)) paneSwitch(name).setAttribute("aria-pressed", String(name === platform));
  delete paneSwitch(platform).dataset.unread;
  showPlace(panes[platform], panes[platform].place);
}

function showPlace(pane, place) {
  if (pane.place !== place) along(pane);
  pane.place = place;
  for (const [name, { panel, tab }] of Object.entries(pane.places)) {
    panel.hidden = name !== place;
    tab.setAttribute("aria-selected", String(name === place));
    tab.tabIndex = name === place ? 0 : -1;
  }
  delete pane.places[place].tab.dataset.unread;
  toEnd(pane);
  showStarters(pane);
  if (state.person) pane.input.placeholder = `Write as ${state.person.name}, / for commands`;
}

function toEnd({ places, place }) {
  const { panel } = places[place];
  panel.scrollTop = panel.scrollHeight;
}

function showStarters(pane) {
  const known = new Set(pane.commands.map(({ name }) => name.split(" ")[0]));
  const lines = pane.platform === "telegram" && pane.place === "private" ? ["/start", ...STARTERS] : STARTERS;
  const useful = lines.filter((line) => known.size === 0 || known.has(/^\/(\S+)/.exec(line)[1]));
  const chip = (line) => node("button", { type: "button", title: line, click: () => say(pane, line) }, line);
  pane.starters.replaceChildren(...useful.map(chip));
}

function wirePane(pane) {
  const { element, form, input, choices } = pane;
  form.addEventListener("submit", (event) => submitComposer(pane, event));
  for (const event of ["input", "click", "focus"]) input.addEventListener(event, () => complete(pane));
  input.addEventListener("keydown", (event) => composerKey(pane, event));
  input.addEventListener("blur", () => offer(pane, []));
  choices.addEventListener("pointerdown", (event) => event.preventDefault());
  pane.photo.addEventListener("click", () => along(pane, { photo: !hasPhoto(pane), replyTo: pane.replyTo }));
  pane.replying.querySelector("button").addEventListener("click", () => along(pane, { photo: hasPhoto(pane) }));
  const tabs = element.querySelector("[role=tablist]");
  tabs.addEventListener("click", ({ target }) => target.dataset.place && showPlace(pane, target.dataset.place));
  tabs.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    showPlace(pane, pane.place === "group" ? "private" : "group");
    pane.places[pane.place].tab.focus();
  });
}

// ---- People

function showPeople() {
  byId("people").replaceChildren(...state.people.map((person) => {
    const become = () => attempt(byId("trouble"), () => play(person.id));
    const input = node("input", { type: "radio", name: "person", value: person.id, change: become });
    return node("label", { title: `${person.locale}, ${person.zone}` }, input, avatar(person.id), person.name);
  }));
}

async function readPeople() {
  state.people = await call("GET", "people");
  showPeople();
}

/** Becomes a person: everything on the page is what that person sees. */
async function play(id) {
  document.body.dataset.ready = "false";
  state.person = state.people.find((person) => person.id === id) ?? state.people[0];
  history.replaceState(null, "", `#${state.person.id}`);
  const chosen = document.querySelector(`[name=person][value="${CSS.escape(state.person.id)}"]`);
  chosen.checked = true;
  await Promise.all([readClock(), ...Object.values(panes).map(becomePerson)]);
  chosen.parentElement.scrollIntoView({ block: "nearest", inline: "nearest" });
  followFeed();
}

function clear(pane) {
  pane.shown.clear();
  pane.notice.hidden = true;
  along(pane);
  pane.toasts.replaceChildren();
  for (const { log, tab } of Object.values(pane.places)) {
    log.replaceChildren();
    delete tab.dataset.unread;
  }
}

// The pages inside Telegram, where they stand beside the sandbox.
async function offerApp() {
  state.app ??= fetch("/app", { method: "HEAD" }).then(({ ok }) => ok, () => false);
  const query = new URLSearchParams({ as: state.person.id, url: `${location.origin}/app` });
  byId("app").href = `/sandbox/mini-app?${query}`;
  byId("app").hidden = !await state.app;
}

async function becomePerson(pane) {
  clear(pane);
  pane.input.value = "";
  pane.commands = await call("GET", `commands?platform=${pane.platform}&person=${encodeURIComponent(state.person.id)}`);
  showPlace(pane, pane.place);
  await offerApp();
}

function followFeed() {
  state.feed?.close();
  const { person } = state;
  const query = `person=${encodeURIComponent(person.id)}`;
  const feed = new EventSource(new URL(`feed?${query}`, API));
  const hear = (event, tell) => feed.addEventListener(event, ({ data }) => tell(JSON.parse(data)));
  hear("message", show);
  hear("toast", toast);
  hear("wire", wire);
  hear("clock", ({ now }) => showClock(now));
  const read = () => attempt(byId("trouble"), async () => {
    const { now, messages } = await call("GET", `messages?${query}`);
    if (state.feed !== feed) return;
    showClock(now);
    messages.forEach((message) => show(message, false));
    document.body.dataset.ready = "true";
  });
  hear("reset", () => attempt(byId("trouble"), renew));
  // Each opening, also after a lost connection, reads what was missed.
  feed.onopen = read;
  feed.onerror = () => tell(byId("trouble"), "The sandbox does not answer. Is it still running? This page tries again by itself.");
  state.feed = feed;
}

function addPerson() {
  const dialog = byId("person-dialog");
  dialog.querySelector("form").reset();
  dialog.querySelector("[name=zone]").value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  openDialog(dialog, (person) => attempt(byId("trouble"), async () => {
    const { id } = await call("POST", "people", person);
    await readPeople();
    await play(id);
  }));
}

function setClock() {
  const { name, zone } = state.person;
  const dialog = byId("clock-dialog");
  byId("clock-label").textContent = `${name}'s time (${zone})`;
  dialog.querySelector("[name=time]").value = new Date(wallClock(zone, state.now)).toISOString().slice(0, 16);
  openDialog(dialog, ({ time }) => moveClock({ set: new Date(instantOf(zone, Date.parse(`${time}Z`))).toISOString() }));
}

/** Shows everything as it is now: who there is, may be others than before. */
async function renew() {
  await readPeople();
  await play(state.person.id);
}

function reset() {
  openDialog(byId("reset-dialog"), () => attempt(byId("trouble"), async () => {
    await call("POST", "reset", {});
    await renew();
    byId("status").textContent = "Everything begins anew.";
  }));
}

// ---- Start

function wirePage() {
  Object.values(panes).forEach(wirePane);
  byId("zones").append(...Intl.supportedValuesOf("timeZone").map((value) => node("option", { value })));
  byId("add-person").addEventListener("click", addPerson);
  byId("next-day").addEventListener("click", nextDay);
  byId("set-clock").addEventListener("click", setClock);
  byId("reset").addEventListener("click", reset);
  const everyClick = (hook, act) => document.querySelectorAll(hook).forEach((button) => button.addEventListener("click", () => act(button)));
  everyClick("[data-advance]", ({ dataset }) => moveClock({ advance_s: Number(dataset.advance) }));
  everyClick("[data-show]", ({ dataset }) => showPane(dataset.show));
  everyClick("[data-close]", (button) => button.closest("dialog").close());
  // The sandbox's clock may run or stand still; only the sandbox knows.
  setInterval(() => readClock().catch(() => {}), 15000);
}

wirePage();
await attempt(byId("trouble"), async () => {
  await readPeople();
  await play(decodeURIComponent(location.hash.slice(1)));
});
