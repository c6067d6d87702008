// Tells those who do not see the page what has changed.

export function say(text) {
  document.getElementById("status").textContent = text;
}
