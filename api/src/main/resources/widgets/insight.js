// Beside one product: why this person would see it, and what those who reviewed it say.

import { client } from "./client.js";
import { el, svg } from "./dom.js";
import { formatShare } from "./format.js";
import { audience } from "./person.js";
import { t } from "./texts.js";
import { why } from "./why.js";
import { Widget } from "./widget.js";

const MOST_ASPECTS = 8;

/** Stays empty where there is nothing to say, and where asking fails: it is a side remark. */
class Insight extends Widget {
  static observedAttributes = ["product", "heading"];
  #turn = 0;

  async draw() {
    const turn = ++this.#turn;
    const product = this.getAttribute("product");
    const content = product ? await this.content(product).catch(() => null) : null;
    if (turn !== this.#turn) return;
    this.toggleAttribute("empty", !content);
    const title = this.getAttribute("heading") ?? this.usualHeading();
    const frame = content ? [el("section", { class: "insight", "aria-label": title }, el("h2", { class: "shelf-title", part: "heading" }, el("bdi", {}, title)), content)] : [];
    this.shadowRoot.replaceChildren(...frame);
  }
}

export class Why extends Insight {
  usualHeading() {
    return t("why.product");
  }

  async content(product) {
    const quoted = product.replace(/\\/g, "\\\\").replace(/"/g, '\\"');
    const answer = await client.recommend({ ...audience(), filter: `id = "${quoted}"`, exclude_seen: false, explain: true, limit: 1 });
    return answer.hits.length ? why(answer.hits[0]) : null;
  }
}

function share(positive) {
  const width = Math.round(100 * positive);
  return svg(
    "svg",
    { class: "why-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "tone-0", width, height: 6 }),
    svg("rect", { class: "tone-4", x: width, width: 100 - width, height: 6 }),
  );
}

function aspect(of) {
  const said = (text, kind) => (text ? el("blockquote", { class: kind, dir: "auto" }, text) : null);
  return el(
    "li",
    { class: "aspect", part: "aspect", dir: "auto" },
    el("h3", {}, of.aspect),
    el("p", { class: "quiet" }, t("reviews.positive", { percent: formatShare(of.positive) }), " · ", t("reviews.mentions", { n: of.mentions })),
    share(of.positive),
    said(of.praise, "praise"),
    said(of.blame, "blame"),
  );
}

export class Reviews extends Insight {
  usualHeading() {
    return t("reviews");
  }

  async content(product) {
    const summary = await client.reviews(product);
    const aspects = summary.aspects.filter((of) => of.praise || of.blame).slice(0, MOST_ASPECTS);
    if (!aspects.length) {
      return null;
    }
    const sample = summary.sample ? el("p", { class: "quiet sample", part: "sample" }, t("reviews.sample")) : null;
    return el("div", {}, sample, el("ul", { class: "aspects" }, aspects.map(aspect)));
  }
}
