// Renders /openapi.json.

import { el } from "/widgets/dom.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

/** A schema in short: its type, or the form it names. */
function short(schema) {
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.oneOf) return schema.oneOf.map(short).join(" or ");
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.type === "array") return `list of ${short(schema.items ?? {})}`;
  return [schema.type ?? "any"].flat().join(" or ");
}

function rows(title, list) {
  if (!list.length) return null;
  return [
    el("h3", {}, title),
    el("table", {}, el("tbody", {}, list.map(([name, kind, text]) => el("tr", {}, el("td", {}, el("code", {}, name)), el("td", {}, kind), el("td", {}, text ?? ""))))),
  ];
}

function fields(schema, schemas, title) {
  const target = schema.$ref ? schemas[short(schema)] : schema;
  const properties = Object.entries(target?.properties ?? {});
  return rows(title, properties.map(([name, s]) => [name, short(s), s.description]));
}

function call(method, path, operation, schemas) {
  const parameters = (operation.parameters ?? []).map((p) => [p.name, p.in === "path" ? "in the path" : short(p.schema), p.description]);
  const content = Object.entries(operation.requestBody?.content ?? {});
  const answers = Object.entries(operation.responses).map(([status, r]) => {
    const form = Object.values(r.content ?? {})[0]?.schema;
    return [status, form ? short(form) : "", r.description];
  });
  return el(
    "details",
    { id: operation.operationId },
    el("summary", {}, el("span", { class: "method" }, method.toUpperCase()), el("code", { class: "path" }, path), el("span", { class: "says" }, operation.summary)),
    el(
      "div",
      { class: "inside" },
      rows("Parameters", parameters),
      content.length ? el("h3", {}, `Body: ${content.map(([type, c]) => `${short(c.schema)} as ${type}`).join(", ")}`) : null,
      content.length ? fields(content[0][1].schema, schemas, "Fields") : null,
      rows("Answers", answers),
    ),
  );
}

const api = await (await fetch("/openapi.json")).json();
const schemas = api.components.schemas;
const subjects = document.getElementById("subjects");
const calls = document.getElementById("calls");
for (const { name } of api.tags) {
  subjects.append(el("a", { href: `#${name}` }, name));
  const list = [];
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const method of METHODS) {
      if (operations[method]?.tags.includes(name)) list.push(call(method, path, operations[method], schemas));
    }
  }
  calls.append(el("section", {}, el("h2", { id: name }, name), list));
}
subjects.append(el("a", { href: "#forms" }, "Forms"));
const forms = Object.entries(schemas).filter(([, s]) => s.properties);
calls.append(
  el(
    "section",
    {},
    el("h2", { id: "forms" }, "Forms"),
    forms.map(([name, schema]) =>
      el("details", {}, el("summary", {}, el("code", { class: "path" }, name), el("span", { class: "says" }, schema.description ?? "")), el("div", { class: "inside" }, fields(schema, schemas, "Fields"))),
    ),
  ),
);
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
