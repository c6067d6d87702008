// Tells the shop what the visitor does. Events wait a moment for company, are sent in one request that outlives
// the page, and stay until the server has taken them; their ids make a second sending harmless.

import { headers } from "./client.js";
import { kept } from "./kept.js";
import { audience, mayRemember, randomId } from "./person.js";
import { onChange, settings } from "./settings.js";

const PAUSE_MILLIS = 200;
const MOST_AT_ONCE = 50;
const MOST_WAITING = 500;
const FIRST_RETRY_MILLIS = 1000;
const LAST_RETRY_MILLIS = 60_000;
const MOST_ORIGINS = 200;

const waitingStore = kept("sessionStorage", "kindred-events");
const originStore = kept("sessionStorage", "kindred-origins");
let waiting = [waitingStore.read() ?? []].flat();
let sending = null;
let failures = 0;
let timer;

/** Remembers the answer in which a product was chosen, for what is done with it later. */
export function rememberOrigin(product, origin) {
  if (!mayRemember() || !origin?.query_id) return;
  const others = (originStore.read() ?? []).filter((entry) => entry.product !== product);
  originStore.write([...others, { product, ...origin }].slice(-MOST_ORIGINS));
}

function originOf(product) {
  const found = (originStore.read() ?? []).find((entry) => entry.product === product);
  return found ? { query_id: found.query_id, position: found.position } : {};
}

function schedule(millis) {
  clearTimeout(timer);
  timer = setTimeout(flush, millis);
}

/**
 * Notes an event: view, click, cart, purchase, like, dislike, rating or search.
 *
 * @param more other fields of the event, such as quantity, value, query, query_id, position or event_id
 */
export function track(type, product, more = {}) {
  if (!mayRemember()) return;
  const event = {
    event_id: randomId(),
    type,
    ...audience(),
    product,
    time: new Date().toISOString(),
    ...(product ? originOf(product) : {}),
    ...more,
  };
  waiting = [...waiting, event].slice(-MOST_WAITING);
  waitingStore.write(waiting);
  if (failures === 0) schedule(PAUSE_MILLIS);
}

async function send() {
  const batch = waiting.slice(0, MOST_AT_ONCE);
  try {
    const response = await fetch(`${settings.server}/v1/events`, {
      method: "POST",
      headers: headers({ "Content-Type": "application/json" }),
      body: JSON.stringify(batch),
      keepalive: true,
    });
    // Only what the server has read and will never take is given up; all else may pass.
    if (!response.ok && response.status !== 400 && response.status !== 413) throw new Error("later");
    failures = 0;
  } catch {
    failures++;
    schedule(Math.min(FIRST_RETRY_MILLIS * 2 ** (failures - 1), LAST_RETRY_MILLIS) * (0.75 + Math.random() / 2));
    return;
  }
  const done = new Set(batch.map((event) => event.event_id));
  waiting = waiting.filter((event) => !done.has(event.event_id));
  waitingStore.write(waiting.length ? waiting : null);
  if (waiting.length) schedule(0);
}

/** Sends what waits; done when the server has answered. */
export function flush() {
  clearTimeout(timer);
  if (!waiting.length || !mayRemember()) return sending ?? Promise.resolve();
  sending ??= send().finally(() => {
    sending = null;
  });
  return sending;
}

/** Waits until events are with the server, but not for long: the next answer should follow them. */
export function told() {
  return Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, 300))]);
}

const viewed = new Set();

/** A product's page is looked at; once a page, however many widgets stand on it. */
export function view(product) {
  if (!product || viewed.has(product)) return;
  viewed.add(product);
  track("view", product);
}

/** A product was put into the basket. */
export const cart = (product, more) => track("cart", product, more);

/**
 * An order was placed. With the order's number a reload of the page counts once.
 *
 * @param lines [{ product, quantity, value }]
 */
export function purchase(lines, order) {
  for (const { product, quantity, value } of lines) {
    track("purchase", product, { quantity, value, ...(order ? { event_id: `order-${order}-${product}` } : {}) });
  }
  return flush();
}

onChange(() => {
  if (mayRemember()) return;
  waiting = [];
  waitingStore.write(null);
  originStore.write(null);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") flush();
});
addEventListener("pagehide", () => flush());
addEventListener("online", () => flush());
if (waiting.length) schedule(PAUSE_MILLIS);
