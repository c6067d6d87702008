// The first page: says who the first shelf is for.

import { leafOf } from "/widgets/category.js";
import { el } from "/widgets/dom.js";
import { api } from "./api.js";
import { onPerson, person } from "./people.js";
import "./shop.js";

const title = document.getElementById("for-you-title");
const note = document.getElementById("for-you-note");

async function describe() {
  const { user } = person();
  title.textContent = user ? `Picked for customer ${user}` : "For you";
  note.textContent = user ? "From what this customer bought." : "Open a few products: this shelf follows at once.";
  if (!user) return;
  const profile = await api.profile(user).catch(() => null);
  const likes = profile?.categories.slice(0, 3).map((c) => leafOf(c.name)) ?? [];
  if (likes.length && person().user === user) note.textContent = `Often bought: ${likes.join(", ").toLowerCase()}.`;
}

/** Trends leave out what the first shelf shows already. */
function showTrends({ detail }) {
  const filter = detail.products.length ? `NOT id IN (${detail.products.map((id) => JSON.stringify(id)).join(", ")})` : null;
  const shelf = document.querySelector("#trends > *") ?? el("kindred-recommend", { kind: "trending", limit: "14", cart: true, explain: document.getElementById("why").checked });
  if (filter) shelf.setAttribute("filter", filter);
  if (!shelf.isConnected) document.getElementById("trends").append(shelf);
}

/** Says how a shop without any product is filled. */
function showEmptyShop() {
  document.getElementById("content").replaceChildren(
    el(
      "div",
      { class: "sorry" },
      el("h2", {}, "This shop has no products yet"),
      el("p", {}, "Add one above, or import yours while this server runs, and load the page again:"),
      el("p", {}, el("code", {}, "./kindred import products your-products.csv")),
      el("p", {}, el("code", {}, "./kindred demo"), " opens the bundled shop instead."),
    ),
  );
}

async function hasProducts() {
  const { found } = await api.categories();
  return found > 0;
}

const forYou = document.getElementById("for-you");
forYou.addEventListener("kindred-shown", async (event) => {
  if (event.detail.products.length || (await hasProducts().catch(() => true))) showTrends(event);
  else showEmptyShop();
});
forYou.addEventListener("kindred-error", () => showTrends({ detail: { products: [] } }));
onPerson(describe);
describe();
