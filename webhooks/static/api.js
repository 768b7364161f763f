"use strict";
// The description of the API as a page: each operation can be tried with a token of one's own, which stays in this tab.
const make = (tag, fields = {}, ...inside) => {
  const made = Object.assign(document.createElement(tag), fields);
  made.append(...inside);
  return made;
};
const list = document.getElementById("operations");
const text = (key) => list.dataset[key];
let count = 0;

const labelled = (label, field) => {
  field.id = `field-${(count += 1)}`;
  return make("p", {}, make("label", { htmlFor: field.id, textContent: label }), field);
};

// What a body may look like, as far as its description says.
const example = (schema, all, depth = 0) => {
  if (schema.$ref) return example(all[schema.$ref.split("/").at(-1)], all, depth + 1);
  const one = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (one) return example(one.find((part) => part.type !== "null"), all, depth + 1);
  const type = [schema.type].flat().find((kind) => kind !== "null");
  if (type === "object" && depth < 4) {
    const needed = schema.required ?? Object.keys(schema.properties ?? {}).slice(0, 1);
    return Object.fromEntries(needed.map((name) => [name, example(schema.properties[name], all, depth + 1)]));
  }
  return { array: [], integer: 1, number: 1, boolean: true, string: "" }[type] ?? null;
};

const operation = (base, path, method, { summary, description, parameters = [], requestBody }, all) => {
  const fields = parameters.map((parameter) => {
    const input = make("input", { required: parameter.required === true, autocomplete: "off" });
    return { parameter, input };
  });
  const schema = requestBody?.content["application/json"].schema;
  const body = schema && make("textarea", { rows: 3, spellcheck: false });
  if (body) body.value = JSON.stringify(example(schema, all), null, 1);
  const answer = make("pre", { tabIndex: 0, hidden: true });
  answer.setAttribute("role", "status");
  const form = make("form", { className: "fields" });
  const said = description ?? summary;
  if (said) form.append(make("p", { textContent: said }));
  for (const { parameter, input } of fields) form.append(labelled(`${parameter.name} (${parameter.in})`, input));
  if (body) form.append(labelled(text("body"), body));
  form.append(make("p", { className: "row" }, make("button", { className: "main", textContent: text("send") })), answer);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    let to = path;
    const query = new URLSearchParams();
    const headers = {};
    const token = document.getElementById("token").value.trim();
    if (token) headers.authorization = `Bearer ${token}`;
    for (const { parameter, input } of fields) {
      if (parameter.in === "path") to = to.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
      else if (input.value && parameter.in === "query") query.set(parameter.name, input.value);
      else if (input.value) headers[parameter.name] = input.value;
    }
    if (body) headers["content-type"] = "application/json";
    const asked = `${base}${to}${String(query) && `?${query}`}`;
    let told;
    let said;
    try {
      told = await fetch(asked, { method, headers, body: body?.value });
      said = await told.text();
    } catch {
      answer.textContent = text("failed");
      answer.hidden = false;
      return;
    }
    let shown = said;
    try {
      shown = JSON.stringify(JSON.parse(said), null, 1);
    } catch {
      // What is no JSON is shown as it is.
    }
    answer.textContent = `${told.status} ${told.statusText}\n${shown}`;
    answer.hidden = false;
  });
  const name = make("summary", {}, make("b", { textContent: method.toUpperCase() }), " ", make("code", { textContent: path }));
  return make("details", { className: "card" }, name, form);
};

const show = async () => {
  const { servers, paths, components } = await (await fetch("/api/openapi.json")).json();
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operation(servers[0].url, path, method, described, components.schemas)));
  list.replaceChildren(...all);
};
show().catch(() => {
  list.textContent = text("failed");
});
