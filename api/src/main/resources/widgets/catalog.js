// Which fields a shop's products can be narrowed by: those that many of them have.

import { client } from "./client.js";

const SAMPLE = 100;
const MOST_ATTRIBUTES = 5;

let asked;

function fieldsOf(products) {
  const counts = new Map();
  for (const { attributes = {} } of products) {
    for (const [name, value] of Object.entries(attributes)) {
      const kind = typeof [value].flat()[0];
      if (kind === "string" || kind === "number") counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_ATTRIBUTES);
  const have = (name) => products.some((product) => product[name] !== undefined);
  return ["categories", "price", "brand", "rating"]
    .filter((name) => have(name))
    .concat(most.map(([name]) => `attributes.${name}`));
}

/** Names of fields, asked for once from those products that are wanted most. */
export function facetFields() {
  asked ??= client.search({ limit: SAMPLE }).then(
    (answer) => fieldsOf(answer.hits.map((hit) => hit.product)),
    () => {
      asked = undefined;
      return [];
    },
  );
  return asked;
}
