// Who is shopping: a known customer, a visitor's session, or nobody.

const KEY = "kindred-person";
const listeners = [];

function newSession() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return "web-" + Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

function remembered() {
  try {
    const person = JSON.parse(localStorage.getItem(KEY));
    if (["user", "session", "nobody"].includes(person?.kind)) return person;
  } catch {
    // Whatever stands there is not ours; begin anew.
  }
  return { kind: "session", id: newSession() };
}

let person = remembered();
save();

function save() {
  try {
    localStorage.setItem(KEY, JSON.stringify(person));
  } catch {
    // Storage is off: the person lasts as long as the page.
  }
}

function become(next) {
  person = next;
  save();
  listeners.forEach((listener) => listener(person));
}

export const current = () => person;
export const becomeUser = (id) => become({ kind: "user", id });
export const becomeVisitor = () => become({ kind: "session", id: newSession() });
export const becomeNobody = () => become({ kind: "nobody" });
export const onPerson = (listener) => listeners.push(listener);

/** The fields that say who asks, for requests and events. */
export function audience() {
  return person.kind === "nobody" ? {} : { [person.kind]: person.id };
}

export function personName(who = person) {
  if (who.kind === "user") return `Customer ${who.id}`;
  return who.kind === "session" ? "New visitor" : "Nobody";
}
