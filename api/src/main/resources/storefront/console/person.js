// What a customer's events say of them, and why they see what they see.

import { leafOf } from "/widgets/category.js";
import { el } from "/widgets/dom.js";
import { call } from "./call.js";
import { count, day } from "./format.js";

const form = document.getElementById("person-form");
const field = document.getElementById("person-id");
const said = document.getElementById("person-said");
const facts = document.getElementById("person-facts");
const hits = document.getElementById("person-hits");

const RECENT = 6;

const titleOf = (id) => call(`/v1/products/${encodeURIComponent(id)}`).then((product) => product.title, () => id);
const list = (likings) => likings.slice(0, 6).map((l) => `${leafOf(l.name)} (${count(l.count)})`).join(", ") || "–";

async function show() {
  const id = encodeURIComponent(field.value.trim());
  const profile = await call(`/v1/users/${id}`);
  const answer = await call("/v1/recommend", { method: "POST", body: JSON.stringify({ user: field.value.trim(), explain: true, limit: 8 }) });
  const recent = await Promise.all(profile.recent.slice(0, RECENT).map(titleOf));
  const events = Object.entries(profile.events).map(([type, n]) => `${count(n)} × ${type}`).join(", ");
  const rows = [
    ["Did", events],
    ["Between", `${day(profile.first)} and ${day(profile.last)}`],
    ["Departments", list(profile.categories)],
    ["Brands", list(profile.brands)],
    ["Pays mostly", profile.prices ? `${profile.prices.from} to ${profile.prices.to} ${profile.prices.currency ?? ""}` : "–"],
    ["Writes about", list(profile.aspects ?? [])],
    ["Lately", recent.join(", ") || "–"],
  ];
  facts.replaceChildren(...rows.flatMap(([name, text]) => [el("dt", {}, name), el("dd", { dir: "auto" }, text)]));
  hits.answer = answer;
  said.textContent = `Recommended to ${field.value.trim()}, with what made it so:`;
  said.className = "quiet-text";
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await show();
  } catch (failure) {
    said.textContent = failure.message;
    said.className = "wrong";
  }
});

/** Offers the busiest customers. */
export async function offerPeople() {
  const { users } = await call("/v1/users?limit=20");
  document.getElementById("people").replaceChildren(...users.map(({ id, events }) => el("option", { value: id }, `${events} events`)));
}
