// What a browser keeps of a page: JSON in its storage, which may be switched off.

/** @param storage "localStorage" or "sessionStorage" */
export function kept(storage, key) {
  return {
    read() {
      try {
        return JSON.parse(globalThis[storage].getItem(key));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        if (value === null) globalThis[storage].removeItem(key);
        else globalThis[storage].setItem(key, JSON.stringify(value));
      } catch {
        // Storage is off or full: it lasts as long as the page.
      }
    },
  };
}
