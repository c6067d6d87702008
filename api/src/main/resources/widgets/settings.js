// What all widgets of a page share. A page sets it by <meta name="kindred-..."> or by configure().

const meta = (name) => document.querySelector(`meta[name="kindred-${name}"]`)?.content.trim() || undefined;

export const settings = {
  /** Where Kindred answers; this file's own host if not given. */
  server: (meta("server") ?? new URL(import.meta.url).origin).replace(/\/+$/, ""),
  /** The search key, where the server asks for one. */
  key: meta("key"),
  /** The known customer; without one a visitor has an anonymous session. */
  user: meta("user"),
  /** "granted", "denied", or "ask": nothing is kept or sent until consent(true). */
  consent: meta("consent") ?? "granted",
  /** Address of a product's page with {id} in it; without one, the product's own url. */
  link: meta("link"),
  locale: meta("locale") ?? (document.documentElement.lang || navigator.language),
  currency: meta("currency"),
};

const listeners = new Set();

/** Calls the listener whenever settings, person or consent change, until the returned function is called. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changed() {
  for (const listener of [...listeners]) listener();
}

/** Changes settings by name; every widget asks anew. An undefined user is nobody known. */
export function configure(changes) {
  for (const [name, value] of Object.entries(changes)) {
    if (!(name in settings)) throw new TypeError(`no such setting: ${name}`);
    settings[name] = value;
  }
  changed();
}
