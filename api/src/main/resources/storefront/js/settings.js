// Whether answers say why; kept in this browser.

const KEY = "kindred-why";
const box = document.getElementById("why");

try {
  box.checked = localStorage.getItem(KEY) === "yes";
} catch {
  // Storage is off.
}

export const explain = () => box.checked;

export function onExplain(listener) {
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(KEY, box.checked ? "yes" : "no");
    } catch {
      // Storage is off.
    }
    listener();
  });
}
