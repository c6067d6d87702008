// The page of those who run the shop.

import "/widgets/kindred.js";
import { call, onKey } from "./call.js";
import { editor } from "./editor.js";
import { showGenerations } from "./generations.js";
import { side } from "./playground.js";
import { showNow } from "./now.js";

const EVERY_MILLIS = 5000;
const wrong = document.getElementById("wrong");
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
  const q = document.getElementById("q").value.trim();
  const user = document.getElementById("user").value.trim();
  return attempt(() => Promise.all(sides.map((s) => s.ask(q, user))));
}

document.getElementById("sides").append(...sides.map((s) => s.box));
sides.forEach((s) => s.box.addEventListener("change", compare));
document.getElementById("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  compare();
});
const editors = [
  editor("rules", "Rules", { id: "mugs-first", when: { query: "mug", match: "contains" }, pin: [{ product: "21844", position: 1 }] }, compare),
  editor("synonyms", "Synonyms", { id: "beaker", synonyms: ["beaker", "mug"] }, compare),
];
document.getElementById("editors").append(...editors.map((e) => e.box));
document.getElementById("train").addEventListener("click", () => attempt(async () => {
  await call("/v1/train", { method: "POST" });
  await showGenerations(attempt);
}));

function look() {
  if (document.visibilityState === "visible") attempt(() => Promise.all([showNow(), showGenerations(attempt)]));
}

function everything() {
  look();
  compare();
  attempt(() => Promise.all(editors.map((e) => e.load())));
}

onKey(everything);
everything();
setInterval(look, EVERY_MILLIS);
