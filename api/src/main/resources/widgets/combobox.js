// The search box with suggestions: the editable combobox with a list popup of the WAI-ARIA practices.

import { client } from "./client.js";
import { el, icon } from "./dom.js";
import { t } from "./texts.js";

const LENS = "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5l5 5";
const CROSS = "M6 6l12 12M18 6 6 18";
const FOLDER = "M4 7h6l2 2h8v9H4z";
const MOST = 8;
/** How long suggestions let results go first, where results follow the typing. */
const RESULTS_FIRST_MILLIS = 100;

/** Marks where the typed words stand in a suggestion. */
function marked(text, typed) {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1;
  if (at < 0) return [text];
  return [text.slice(0, at), el("b", {}, text.slice(at, at + typed.length)), text.slice(at + typed.length)];
}

export class Combobox {
  #running = null;
  #options = [];
  #active = -1;
  /** Changes with each key and when the list is closed: what waited for an older one is not wanted. */
  #turn = 0;

  /**
   * @param onSearch takes the words when they are entered
   * @param onPick takes a suggestion { kind, text, id }
   * @param onType takes the words at each change; may resolve when their results are shown
   * @param onClose is called when there are no suggestions, or no longer
   */
  constructor({ placeholder, onSearch, onPick, onType, onClose }) {
    this.onClose = onClose;
    this.onPick = onPick;
    this.input = el("input", {
      id: "box", class: "box", part: "input", type: "text", role: "combobox", name: "q", enterkeyhint: "search", autocomplete: "off", autocapitalize: "off",
      spellcheck: "false", maxlength: "200", dir: "auto", placeholder: placeholder ?? t("search.placeholder"),
      "aria-label": t("search.label"), "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "suggestions", "data-key": "box",
    });
    this.list = el("ul", { id: "suggestions", class: "suggestions", part: "suggestions", role: "listbox", "aria-label": t("suggestions"), hidden: true });
    this.clear = el("button", { class: "clear", type: "button", "aria-label": t("search.clear"), hidden: true }, icon(CROSS));
    this.count = el("span", { class: "unseen", role: "status" });
    this.form = el("form", { class: "search", part: "search", role: "search", action: "" }, icon(LENS), this.input, this.clear, this.list, this.count);

    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.close();
      onSearch(this.input.value.trim());
    });
    this.input.addEventListener("input", () => {
      this.clear.hidden = !this.input.value;
      this.#running?.abort();
      const mine = ++this.#turn;
      const shown = Promise.resolve(onType(this.input.value.trim()));
      Promise.race([shown, new Promise((resolve) => setTimeout(resolve, RESULTS_FIRST_MILLIS))]).then(() => {
        if (mine === this.#turn) this.#suggest();
      });
    });
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.close());
    this.clear.addEventListener("click", () => {
      this.value = "";
      this.input.focus();
      onType("");
      onSearch("");
    });
    // The list must not take the focus, or the blur would close it before the click counts.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const chosen = event.target.closest("[role=option]");
      if (chosen) this.#pick(Number(chosen.dataset.index));
    });
  }

  set value(words) {
    this.input.value = words;
    this.clear.hidden = !words;
  }

  async #suggest() {
    this.#running?.abort();
    const typed = this.input.value.trim();
    if (!typed) {
      this.close();
      return;
    }
    const mine = new AbortController();
    this.#running = mine;
    try {
      const { suggestions } = await client.suggest(typed, MOST, mine.signal);
      if (!mine.signal.aborted && this.input.getRootNode().activeElement === this.input) this.#open(suggestions, typed);
    } catch {
      if (!mine.signal.aborted) this.close();
    }
  }

  #open(suggestions, typed) {
    if (!suggestions.length) {
      this.close();
      return;
    }
    this.#options = suggestions;
    this.#active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(
      ...suggestions.map((s, i) =>
        el(
          "li",
          { id: `option-${i}`, class: "option", part: "option", role: "option", "aria-selected": "false", "data-index": i },
          icon(s.kind === "category" ? FOLDER : LENS),
          el("span", { class: "option-text", dir: "auto" }, marked(s.text, typed)),
          s.kind === "category" ? el("span", { class: "option-kind" }, t("suggestion.category")) : null,
        ),
      ),
    );
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.count.textContent = t("suggestions.count", { n: suggestions.length });
  }

  close() {
    this.#turn++;
    this.#running?.abort();
    this.list.hidden = true;
    this.#active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.count.textContent = "";
    this.onClose();
  }

  #move(to) {
    const options = [...this.list.children];
    this.#active = (to + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.#active)));
    this.input.setAttribute("aria-activedescendant", `option-${this.#active}`);
    options[this.#active].scrollIntoView({ block: "nearest" });
  }

  #pick(index) {
    const chosen = this.#options[index];
    this.close();
    this.onPick(chosen);
  }

  #key(event) {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) this.#suggest();
      else if (this.#active < 0) this.#move(event.key === "ArrowDown" ? 0 : -1);
      else this.#move(this.#active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && open && this.#active >= 0) {
      event.preventDefault();
      this.#pick(this.#active);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (open) this.close();
      else this.value = "";
    }
  }
}
