// The first page: what this person should see, and what everybody wants.

import { api } from "./api.js";
import { cards, placeholders } from "./card.js";
import { el, say } from "./dom.js";
import { empty, failed } from "./notice.js";
import { audience, current } from "./person.js";
import { explain } from "./settings.js";

const PICKS = 12;

function section(title, note, list) {
  return el(
    "section",
    { class: "section", "aria-label": title },
    el("div", { class: "section-head" }, el("h2", {}, title), note),
    list,
  );
}

/** What is known of a customer, in a line. */
async function describe(note) {
  const who = current();
  if (who.kind !== "user") return;
  try {
    const profile = await api.profile(who.id);
    const likes = profile.categories.slice(0, 3).map((c) => c.name.split(" > ").at(-1));
    if (likes.length) note.textContent = `Customer ${who.id} often buys ${likes.join(", ").toLowerCase()}.`;
  } catch {
    // Without a profile the line stays as it is.
  }
}

function words() {
  switch (current().kind) {
    case "user":
      return ["Picked for you", "From what this customer bought."];
    case "session":
      return ["For you", "Open a few products: this shelf follows at once."];
    default:
      return ["Wanted by everybody", "Become a customer or a visitor, and it becomes personal."];
  }
}

export async function showHome(root, isStale) {
  const [title, text] = words();
  const note = el("p", { class: "section-note" }, text);
  const picks = el("ul", { class: "grid" }, placeholders(PICKS));
  const wanted = el("ul", { class: "row", "aria-label": "Trending" }, placeholders(8));
  const trendingSection = section("Trending now", null, wanted);
  const page = el("div", { class: "home" }, section(title, note, picks), current().kind === "nobody" ? null : trendingSection);
  const isThere = root.querySelector(".home") !== null;
  if (!isThere) root.replaceChildren(page);
  describe(note);
  try {
    const [answer, trending] = await Promise.all([
      api.recommend({ ...audience(), limit: PICKS, explain: explain() }),
      api.trending({ limit: 12, explain: explain() }),
    ]);
    if (isStale()) return;
    if (!answer.hits.length) {
      root.replaceChildren(empty("The shelves are empty", "Import products, or start the demonstration: ./kindred demo"));
      return;
    }
    picks.replaceChildren(...cards(answer));
    wanted.replaceChildren(...cards(trending));
    if (isThere) root.replaceChildren(page);
    say(`${title}: ${answer.hits.length} products`);
  } catch (failure) {
    if (!isStale()) root.replaceChildren(failed(failure, () => showHome(root, isStale)));
  }
}
