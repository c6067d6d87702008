// Who is shopping, and choosing who to be.

import { el, icon } from "/widgets/dom.js";
import { kept } from "/widgets/kept.js";
import { configure, newVisitor } from "/widgets/kindred.js";
import { api } from "./api.js";
import { dialog } from "./dialog.js";
import { say } from "./say.js";

const FACE = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6";
const button = document.getElementById("person-button");
const store = kept("localStorage", "shop-user");
const listeners = [];
let user = typeof store.read() === "string" ? store.read() : undefined;
if (user) configure({ user });

/** { user } of a known customer; without user it is a visitor. */
export const person = () => ({ user });
export const onPerson = (listener) => listeners.push(listener);
const personName = () => (user ? `Customer ${user}` : "Visitor");

function become(next) {
  user = next;
  store.write(next ?? null);
  if (next) configure({ user: next });
  else newVisitor();
  showButton();
  listeners.forEach((listener) => listener());
}

function showButton() {
  button.replaceChildren(
    icon(FACE),
    el("span", {}, el("span", { class: "long" }, "Shopping as "), user ? [el("span", { class: "long" }, "customer "), user] : "visitor"),
  );
}

function choice(title, note, face, pressed, choose) {
  return el(
    "button",
    { class: "person", type: "button", "aria-pressed": String(pressed), onclick: choose },
    el("span", { class: "person-face", "aria-hidden": "true" }, face),
    el("span", {}, title, el("small", {}, note)),
  );
}

async function customers(list, done) {
  try {
    const { users } = await api.users(24);
    if (!users.length) list.replaceChildren(el("p", { class: "quiet-text" }, "There are no customers yet."));
    else {
      list.replaceChildren(
        ...users.map(({ id, events }) =>
          choice(`Customer ${id}`, `${events.toLocaleString("en-GB")} events`, id.slice(-2), user === id, () => done(id)),
        ),
      );
    }
  } catch (failure) {
    list.replaceChildren(el("p", { class: "quiet-text" }, `Customers cannot be listed: ${failure.message}`));
  }
}

function show(box, frame) {
  const done = (next) => {
    frame.close();
    become(next);
    say(`Shopping as ${personName()}`);
  };
  const list = el("div", { class: "people-grid" }, el("p", { class: "quiet-text" }, "One moment …"));
  const field = el("input", { id: "customer-id", "aria-label": "Customer number", placeholder: "Customer number", required: true, maxlength: "512" });
  box.append(
    el("h1", { class: "dialog-title" }, "Who is shopping?"),
    el("p", { class: "quiet-text" }, "Every answer follows the person: what they bought, and what they look at now."),
    el(
      "div",
      { class: "people" },
      choice("New visitor", "Unknown at first, known by what they open", icon(FACE), false, () => done(undefined)),
    ),
    el("h2", { class: "people-title" }, "Known customers"),
    list,
    el(
      "form",
      { class: "by-id", onsubmit: (event) => { event.preventDefault(); const id = field.value.trim(); if (id) done(id); } },
      field,
      el("button", { class: "button quiet", type: "submit" }, "Shop as this customer"),
    ),
  );
  customers(list, done);
}

button.addEventListener("click", () => dialog("Who is shopping?", show));
document.getElementById("visitor-button").addEventListener("click", () => {
  become(undefined);
  say("Shopping as a new visitor");
});
showButton();
