// Kindred's widgets. Loading this file is enough: <script type="module" src=".../widgets/kindred.js"></script>

import { Hits } from "./hits.js";
import { Reviews, Why } from "./insight.js";
import { Picture } from "./picture.js";
import { Search } from "./search.js";
import { Recommend, Similar, Together } from "./shelf.js";
import { EventElement } from "./tracker.js";

const elements = {
  "kindred-search": Search,
  "kindred-similar": Similar,
  "kindred-together": Together,
  "kindred-recommend": Recommend,
  "kindred-why": Why,
  "kindred-reviews": Reviews,
  "kindred-hits": Hits,
  "kindred-picture": Picture,
  "kindred-event": EventElement,
};
for (const [name, widget] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, widget);
}

export { cart, flush, purchase, track, view } from "./events.js";
export { formatPrice } from "./format.js";
export { consent, mayRemember, newVisitor } from "./person.js";
export { configure, settings } from "./settings.js";
export { translate } from "./texts.js";
