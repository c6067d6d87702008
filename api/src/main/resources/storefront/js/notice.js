// What stands where products would, when there are none or the shop does not answer.

import { el, say } from "./dom.js";

export function empty(title, text) {
  say(title);
  return el("div", { class: "notice" }, el("h2", {}, title), el("p", {}, text));
}

export function failed(failure, again) {
  say("The shop does not answer");
  const id = failure.problem?.request_id;
  return el(
    "div",
    { class: "notice", role: "alert" },
    el("h2", {}, "That did not work"),
    el("p", {}, failure.message, id ? ` (request ${id})` : ""),
    el("button", { class: "button", type: "button", onclick: again }, "Try again"),
  );
}
