// Tells the shop what the person does, so that the next answer can follow. Nobody tells nothing.

import { api } from "./api.js";
import { audience, current } from "./person.js";

/**
 * @param origin where the product was seen: { queryId, position }, if in an answer
 */
export async function tell(type, product, origin = {}, more = {}) {
  if (current().kind === "nobody") return;
  const event = {
    event_id: Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join(""),
    type,
    ...audience(),
    product,
    time: new Date().toISOString(),
    ...more,
  };
  if (origin.queryId) {
    event.query_id = origin.queryId;
    event.position = origin.position;
  }
  try {
    await api.events(event);
  } catch (failure) {
    console.warn("the event was not taken:", failure.message);
  }
}
