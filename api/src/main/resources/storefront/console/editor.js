// A list of decisions as text: read, changed, put in place of the old one, and tried in the playground at once.

import { el } from "/js/dom.js";
import { call } from "./call.js";

/**
 * @param name of the list, also in its address
 * @param example a member to begin with
 * @param onSaved is called when the list is in force
 */
export function editor(name, title, example, onSaved) {
  const text = el("textarea", { id: `${name}-text`, spellcheck: "false", "aria-describedby": `${name}-said` });
  const said = el("p", { id: `${name}-said`, role: "status" });
  const show = (list) => {
    text.value = JSON.stringify(list, null, 2);
  };
  const report = async (work) => {
    try {
      said.textContent = await work();
      said.className = "";
    } catch (failure) {
      said.textContent = failure.message;
      said.className = "wrong";
    }
  };
  const load = () => report(async () => {
    show((await call(`/v1/${name}`))[name]);
    return "";
  });
  const add = () => report(async () => {
    show([...JSON.parse(text.value || "[]"), example]);
    return "Change the example, then save.";
  });
  const save = () => report(async () => {
    const list = JSON.parse(text.value || "[]");
    await call(`/v1/${name}`, { method: "PUT", body: JSON.stringify(list) });
    onSaved();
    return `${list.length} in force.`;
  });
  const box = el(
    "div",
    { class: "side" },
    el("h3", {}, el("label", { for: text.id }, title)),
    text,
    el("p", { class: "row-of" }, el("button", { class: "button", type: "button", onclick: save }, `Save ${name}`), " ", el("button", { class: "button quiet", type: "button", onclick: add }, "Add an example")),
    said,
  );
  return { box, load };
}
