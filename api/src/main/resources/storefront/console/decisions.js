// Decisions of one kind, as a list with a form: changed, tried beside what holds now, then put in force.

import { el } from "/widgets/dom.js";
import { call } from "./call.js";

const SHOWN = 6;

function column(title) {
  const hits = el("kindred-hits", { explain: true, numbered: true, class: "compact" });
  return { hits, box: el("div", { class: "side" }, el("h4", {}, title), hits) };
}

/**
 * @param kind { path, field, title, describe, read, fill, query, inputs }: read makes a decision of the form's inputs
 *     and the one that is edited, fill does the opposite, query gives words to try it with
 * @param onSaved is called when something else is in force
 */
export function decisions(kind, onSaved) {
  let edited = null;
  const said = el("p", { role: "status", id: `${kind.path}-said` });
  const list = el("ul", { class: "decisions", "aria-label": kind.title });
  const words = el("input", { id: `${kind.path}-try`, maxlength: "200", placeholder: "a query" });
  const before = column("As it is");
  const after = column("With it");
  const compared = el("div", { class: "sides", hidden: true }, before.box, after.box);
  const form = el(
    "form",
    { class: "decision-form", "aria-label": `${kind.title}: form` },
    kind.inputs,
    el("p", { class: "row-of wide" }, el("label", { class: "inline" }, "Try it with ", words), " ", el("button", { class: "button quiet", type: "button", onclick: () => report(preview) }, "Preview"), " ", el("button", { class: "button", type: "submit" }, "Put in force"), " ", el("button", { class: "link", type: "button", onclick: () => edit(null) }, "Empty the form")),
  );

  async function report(work) {
    try {
      said.textContent = (await work()) ?? "";
      said.className = "";
    } catch (failure) {
      said.textContent = failure.message;
      said.className = "wrong";
    }
  }

  function edit(decision) {
    edited = decision;
    kind.fill(decision);
    words.value = decision ? kind.query(decision) : "";
    compared.hidden = true;
  }

  async function preview() {
    const decision = kind.read(edited);
    const request = { q: words.value.trim() || kind.query(decision), explain: true, limit: SHOWN };
    const ask = (path, more) => call(path, { method: "POST", body: JSON.stringify({ ...request, ...more }) });
    const [now, then] = await Promise.all([ask("/v1/search"), ask("/v1/preview", { [kind.field]: decision })]);
    words.value = request.q;
    before.hits.answer = now;
    after.hits.answer = then;
    compared.hidden = false;
    return `“${request.q}”: ${now.found.toLocaleString()} products as it is, ${then.found.toLocaleString()} with it. Nothing has changed yet.`;
  }

  async function save() {
    const decision = kind.read(edited);
    await call(`/v1/${kind.path}/${encodeURIComponent(decision.id)}`, { method: "PUT", body: JSON.stringify(decision) });
    edit(null);
    await load();
    onSaved();
    return `${decision.id} is in force.`;
  }

  async function remove(decision) {
    await call(`/v1/${kind.path}/${encodeURIComponent(decision.id)}`, { method: "DELETE" });
    await load();
    onSaved();
    return `${decision.id} is gone.`;
  }

  function item(decision) {
    return el(
      "li",
      {},
      el("span", { class: "words", dir: "auto" }, el("b", {}, decision.id), " ", kind.describe(decision)),
      el("button", { class: "button quiet small", type: "button", "aria-label": `Edit ${decision.id}`, onclick: () => { edit(decision); form.querySelector("input, select").focus(); } }, "Edit"),
      el("button", { class: "button quiet small", type: "button", "aria-label": `Remove ${decision.id}`, onclick: () => report(() => remove(decision)) }, "Remove"),
    );
  }

  async function load() {
    const all = (await call(`/v1/${kind.path}`))[kind.path];
    list.replaceChildren(...(all.length ? all.map(item) : [el("li", { class: "quiet-text" }, "None yet.")]));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    report(save);
  });
  return { box: el("div", { class: "decision" }, el("h3", {}, kind.title), list, form, said, compared), load, edit };
}
