// What was found, with ways to narrow, order and see more of it.

import { cards, placeholders, tellPage } from "./card.js";
import { facetFields } from "./catalog.js";
import { leafOf } from "./category.js";
import { client } from "./client.js";
import { completed } from "./completion.js";
import { el, redraw } from "./dom.js";
import { told } from "./events.js";
import { facetBlocks, fieldTitle } from "./facets.js";
import { audience } from "./person.js";
import { filterOf, nowhere, ranged, toggled } from "./place.js";
import { t } from "./texts.js";

const SORTS = ["", "price", "-price", "-created_at"];
const FACET_VALUES = 200;
const AT_ONCE = 8;
const LATE_MILLIS = 250;
const SUGGESTIONS = 8;
const REST_MILLIS = 150;

/** Resolves after the next picture; soon where the page is hidden and none is drawn. */
const painted = () =>
  new Promise((resolve) => {
    const soon = () => setTimeout(resolve);
    if (document.visibilityState === "visible") requestAnimationFrame(soon);
    else soon();
  });

export class Results {
  #host;
  #go;
  #running = new AbortController();
  #unfolded = new Set();
  #uncorrected = "";
  #typing = false;

  /**
   * @param host the widget
   * @param go takes the place that was chosen
   */
  constructor(host, go) {
    this.#host = host;
    this.#go = go;
    this.status = el("p", { class: "unseen", role: "status" });
    this.head = el("div", { class: "found-head" });
    this.chips = el("div", { class: "chips" });
    this.notice = el("div", {});
    this.list = el("ul", { class: "grid", part: "grid", "aria-label": t("found.region") });
    this.foot = el("div", { class: "more" });
    this.facets = el("div", { class: "facet-list" });
    const wide = matchMedia("(min-width: 901px)");
    this.panel = el("details", { class: "facets", part: "facets", open: wide.matches }, el("summary", {}, t("facets")), this.facets);
    wide.addEventListener("change", () => {
      this.panel.open = wide.matches;
    });
    this.box = el("section", { class: "finder", part: "results", "aria-label": t("found.region"), hidden: true }, this.panel, el("div", { class: "found" }, this.head, this.chips, this.notice, this.list, this.foot), this.status);
  }

  #request(where, facets) {
    const chosen = facets.filter((field) => where.filters.has(field) || where.ranges.has(field));
    const request = {
      q: where.q, ...audience(), filter: filterOf(where, this.#host.getAttribute("filter")), facets, multi_select: chosen, facet_limit: FACET_VALUES,
      limit: this.#host.number("limit", 24, 1, 100), explain: this.#host.hasAttribute("explain"),
    };
    if (where.sort) request.sort = [where.sort];
    if (this.#typing || (where.q && this.#uncorrected === where.q)) request.correct = false;
    return request;
  }

  /** Asks now for what the first question needs. */
  prepare() {
    this.#fields();
  }

  async #fields() {
    const given = this.#host.getAttribute("facets");
    return given === null ? facetFields() : given.split(",").map((field) => field.trim()).filter(Boolean);
  }

  /**
   * Asks and shows; resolves to the answer, or to nothing if a newer question came or it failed.
   *
   * @param typing whether the last word may be half a word, which is no slip to be corrected; then the rest waits
   *     for the next key
   * @param onShown is called when the first products are on screen
   */
  async show(where, typing = false, onShown = undefined) {
    this.#typing = typing;
    this.#running.abort();
    const mine = new AbortController();
    this.#running = mine;
    this.box.hidden = false;
    this.list.setAttribute("aria-busy", "true");
    const late = setTimeout(() => this.list.classList.add("late"), LATE_MILLIS);
    if (!this.list.children.length) this.list.replaceChildren(...placeholders(12));
    try {
      const fields = await this.#fields();
      await told();
      const answer = await this.#answer(this.#request(where, fields), mine.signal);
      if (mine.signal.aborted) return undefined;
      this.#fill(where, answer);
      await painted();
      onShown?.();
      if (typing) await new Promise((resolve) => setTimeout(resolve, REST_MILLIS));
      if (mine.signal.aborted) return undefined;
      this.#fillRest(where, answer);
      return answer;
    } catch (failure) {
      if (mine.signal.aborted) return undefined;
      this.#failed(where, failure);
      return undefined;
    } finally {
      clearTimeout(late);
      if (!mine.signal.aborted) {
        this.list.removeAttribute("aria-busy");
        this.list.classList.remove("late");
      }
    }
  }

  /** What is found; while the last word is typed and nothing has it, what its likely rest finds. */
  async #answer(request, signal) {
    const answer = await client.search(request, signal);
    if (!this.#typing || answer.found) return answer;
    const { suggestions } = await client.suggest(request.q, SUGGESTIONS, signal);
    const q = completed(request.q, suggestions.map(({ text }) => text));
    return q ? client.search({ ...request, q }, signal) : answer;
  }

  hide() {
    this.#running.abort();
    this.box.hidden = true;
  }

  #fill(where, answer) {
    const count = t("found", { n: answer.found });
    const category = leafOf([...(where.filters.get("categories") ?? [])][0]);
    const what = where.q ? `“${answer.corrected_query ?? where.q}”` : (category || t("found.all"));
    this.status.textContent = `${what}: ${count}`;
    redraw(this.head, el("h2", { class: "found-title", dir: "auto" }, what), el("p", { class: "quiet" }, count), this.#sort(where));
    redraw(this.chips, this.#chips(where));
    this.notice.replaceChildren(...[this.#corrected(where, answer), answer.hits.length ? null : this.#empty()].filter(Boolean));
    this.list.replaceChildren(...cards(this.#host, { ...answer, hits: answer.hits.slice(0, AT_ONCE) }));
    this.list.hidden = answer.hits.length === 0;
  }

  /** What can wait until the first products are on screen: those below them, and ways to narrow. */
  #fillRest(where, answer) {
    this.list.append(...cards(this.#host, { ...answer, hits: answer.hits.slice(AT_ONCE) }, AT_ONCE));
    const blocks = facetBlocks(answer.facets, where, this.#go, this.#unfolded).filter(Boolean);
    redraw(this.facets, blocks);
    this.panel.hidden = !blocks.length;
    this.foot.replaceChildren(...[this.#more(where, answer)].filter(Boolean));
  }

  #sort(where) {
    const choose = (event) => this.#go({ ...where, sort: event.target.value });
    const given = this.#host.getAttribute("sorts")?.split(",").map((s) => s.trim()) ?? SORTS;
    const box = el("select", { part: "sort", "data-key": "sort", onchange: choose }, given.map((value) => el("option", { value }, t(`sort.${value}`))));
    box.value = where.sort;
    return el("label", { class: "sort" }, t("sort"), box);
  }

  #chips(where) {
    const chip = (label, target) =>
      el("button", { class: "chip", part: "chip", type: "button", "aria-label": t("chip.remove", { value: label }), onclick: () => this.#go(target) }, el("span", { dir: "auto" }, label), el("span", { "aria-hidden": "true" }, "×"));
    const chips = [...where.filters].flatMap(([field, values]) => [...values].map((value) => chip(field === "categories" ? leafOf(value) : value, toggled(where, field, value))));
    for (const [field, { from, to }] of where.ranges) {
      chips.push(chip(`${fieldTitle(field)} ${from || "…"} – ${to || "…"}`, ranged(where, field, { from: "", to: "" })));
    }
    if (chips.length > 1) {
      const all = { ...nowhere(), q: where.q, sort: where.sort };
      chips.push(el("button", { class: "link", type: "button", onclick: () => this.#go(all) }, t("facets.clear")));
    }
    return chips;
  }

  #corrected(where, answer) {
    if (!answer.corrected_query) return null;
    const insist = () => {
      this.#uncorrected = where.q;
      this.show(where);
    };
    return el("p", { class: "corrected", part: "notice", dir: "auto" }, t("corrected", { from: where.q, to: answer.corrected_query }), " ", el("button", { class: "link", type: "button", onclick: insist }, t("corrected.insist", { from: where.q })));
  }

  #empty() {
    return el("div", { class: "notice", part: "empty" }, el("h3", {}, t("empty.title")), el("p", {}, t("empty.text")));
  }

  #failed(where, failure) {
    this.status.textContent = "";
    this.panel.hidden = true;
    this.list.replaceChildren();
    this.chips.replaceChildren();
    this.foot.replaceChildren();
    this.head.replaceChildren();
    this.notice.replaceChildren(
      el("div", { class: "notice", part: "error", role: "alert" }, el("h2", {}, t("error.title")), el("p", {}, failure.message), el("button", { class: "button", type: "button", onclick: () => this.show(where) }, t("error.retry"))),
    );
  }

  #more(where, answer) {
    let { cursor } = answer;
    let shown = answer.hits.length;
    if (!cursor || shown >= answer.found) return null;
    const button = el("button", { class: "button quiet-button", part: "more", type: "button" }, t("more"));
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const next = await client.search({ ...this.#request(where, []), cursor });
        if (!button.isConnected) return; // Another search was begun meanwhile.
        const items = cards(this.#host, next, shown);
        this.list.append(...items);
        items[0]?.querySelector(".card-link")?.focus({ preventScroll: true });
        shown += next.hits.length;
        cursor = next.cursor;
        this.status.textContent = t("found", { n: shown });
        if (!cursor || shown >= next.found) button.remove();
      } catch (failure) {
        this.status.textContent = failure.message;
      }
      button.disabled = false;
    });
    return button;
  }
}
