// Synonyms in a form: words that mean the same, or one that stands for others.

import { el } from "/widgets/dom.js";

const id = el("input", { id: "synonym-id", maxlength: "100", placeholder: "beaker" });
const words = el("input", { id: "synonym-words", maxlength: "2000", placeholder: "beaker, mug" });
const root = el("input", { id: "synonym-root", maxlength: "200", placeholder: "only for one way" });
const label = (text, field) => el("label", {}, text, field);
const list = (text) => text.split(",").map((t) => t.trim()).filter(Boolean);

export const synonyms = {
  path: "synonyms",
  field: "synonym",
  title: "Synonyms",
  inputs: [label("Words that mean the same", words), label("One way: who asks for this finds them", root), label("Name", id)],
  describe: (synonym) => (synonym.root ? `${synonym.root} → ${synonym.synonyms.join(", ")}` : synonym.synonyms.join(" = ")),
  query: (synonym) => synonym.root ?? synonym.synonyms[0] ?? "",
  fill(synonym) {
    id.value = synonym?.id ?? "";
    words.value = (synonym?.synonyms ?? []).join(", ");
    root.value = synonym?.root ?? "";
  },
  read: () => ({
    id: id.value.trim() || (list(words.value)[0] ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"),
    root: root.value.trim() || undefined,
    synonyms: list(words.value),
  }),
};
