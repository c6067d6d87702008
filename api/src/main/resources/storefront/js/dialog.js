// A dialog over the page; Escape, the cross and a click beside it close it.

import { el, icon } from "/widgets/dom.js";

/**
 * @param fill is given the box to put the content into
 * @returns the dialog; its "close" event says that it is gone
 */
export function dialog(label, fill, { narrow = false } = {}) {
  const box = el("div", { class: "dialog-body", tabindex: "-1", autofocus: true });
  const frame = el(
    "dialog",
    { "aria-label": label, class: narrow ? "narrow" : "" },
    el(
      "div",
      { class: "close-bar" },
      el("button", { class: "close", type: "button", "aria-label": "Close", onclick: () => frame.close() }, icon("M6 6l12 12M18 6 6 18")),
    ),
    box,
  );
  frame.addEventListener("click", (event) => {
    if (event.target === frame) frame.close();
  });
  frame.addEventListener("close", () => frame.remove());
  document.body.append(frame);
  fill(box, frame);
  frame.showModal();
  return frame;
}
