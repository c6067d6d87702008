// The page of those who run the shop.

import "/widgets/kindred.js";
import { call, onKey } from "./call.js";
import { decisions } from "./decisions.js";
import { rollBack, showGenerations } from "./generations.js";
import { showHealth } from "./health.js";
import { showNow } from "./now.js";
import { offerPeople } from "./person.js";
import { side } from "./playground.js";
import { rules } from "./rules.js";
import { onDays, showSearches } from "./searches.js";
import { synonyms } from "./synonyms.js";
import { showTroubles } from "./troubles.js";

const EVERY_MILLIS = 5000;
const wrong = document.getElementById("wrong");
const query = document.getElementById("q");
const sides = [side("Words and meaning, personal", "hybrid", true), side("Words alone, the same for all", "lexical", false)];

async function attempt(work) {
  try {
    await work();
    wrong.textContent = "";
  } catch (failure) {
    wrong.textContent = failure.message;
  }
}

function compare() {
  const user = document.getElementById("user").value.trim();
  return attempt(() => Promise.all(sides.map((s) => s.ask(query.value.trim(), user))));
}

function tryQuery(words) {
  query.value = words;
  document.getElementById("playground").scrollIntoView();
  compare();
}

document.getElementById("sides").append(...sides.map((s) => s.box));
sides.forEach((s) => s.box.addEventListener("change", compare));
document.getElementById("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  compare();
});

const editors = [decisions(rules, compare), decisions(synonyms, compare)];
document.getElementById("editors").append(...editors.map((e) => e.box));

function addSynonym(words) {
  editors[1].edit({ id: "", synonyms: [words] });
  editors[1].box.scrollIntoView();
  document.getElementById("synonym-words").focus();
}

document.getElementById("train").addEventListener("click", () => attempt(async () => {
  await call("/v1/train", { method: "POST" });
  await showGenerations(attempt);
}));
document.getElementById("roll-back").addEventListener("click", () => attempt(() => rollBack(attempt)));

const searches = () => showSearches(tryQuery, addSynonym);
onDays(() => attempt(searches));

function look() {
  if (document.visibilityState === "visible") attempt(() => Promise.all([showNow(), showGenerations(attempt), searches()]));
}

function everything() {
  look();
  compare();
  attempt(() => Promise.all([...editors.map((e) => e.load()), showHealth(), showTroubles(), offerPeople()]));
}

onKey(everything);
everything();
setInterval(look, EVERY_MILLIS);
