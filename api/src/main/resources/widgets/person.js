// Who is asking: a known customer, a visitor's anonymous session, or nobody. Nothing is kept without consent.

import { kept } from "./kept.js";
import { changed, settings } from "./settings.js";

const SESSION = "kindred-session";
const CONSENT = "kindred-consent";
const FORGOTTEN_AFTER_MILLIS = 30 * 24 * 3600 * 1000;
const NOTED_EVERY_MILLIS = 3600 * 1000;

export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");
}

const sessionStore = kept("localStorage", SESSION);
const consentStore = kept("localStorage", CONSENT);
let session = null;

/** Whether events may be sent and a session kept. */
export function mayRemember() {
  if (settings.consent === "denied") return false;
  const answer = consentStore.read();
  if (typeof answer === "boolean") return answer;
  return settings.consent === "granted" && navigator.globalPrivacyControl !== true;
}

/** Gives or takes back the visitor's consent. Taking it back forgets the session. */
export function consent(given) {
  consentStore.write(Boolean(given));
  if (!given) {
    session = null;
    sessionStore.write(null);
  }
  changed();
}

function sessionId() {
  const stored = session ?? sessionStore.read();
  const age = typeof stored?.id === "string" ? Date.now() - stored.used : Infinity;
  if (session && age < NOTED_EVERY_MILLIS) return session.id;
  session = { id: age < FORGOTTEN_AFTER_MILLIS ? stored.id : `web-${randomId()}`, used: Date.now() };
  sessionStore.write(session);
  return session.id;
}

/** Begins a new anonymous session; what the old one did no longer counts here. */
export function newVisitor() {
  session = null;
  sessionStore.write(null);
  settings.user = undefined;
  changed();
}

/** The fields that say who asks, for requests and events. */
export function audience() {
  if (!mayRemember()) return {};
  return settings.user ? { user: settings.user } : { session: sessionId() };
}
