// Calls Kindred with the key of those who run it. The key lasts as long as the tab.

const field = document.getElementById("key");
field.value = sessionStorage.getItem("console-key") ?? "";

export function onKey(listener) {
  field.addEventListener("change", () => {
    sessionStorage.setItem("console-key", field.value);
    listener();
  });
}

export async function call(path, { method = "GET", body } = {}) {
  const headers = { ...(field.value ? { "X-API-Key": field.value } : {}), ...(body ? { "Content-Type": "application/json" } : {}) };
  const response = await fetch(path, { method, headers, body }).catch(() => {
    throw new Error("Kindred cannot be reached.");
  });
  const text = await response.text();
  const isJson = response.headers.get("Content-Type")?.includes("json");
  const answer = isJson ? JSON.parse(text) : text;
  if (!response.ok) throw new Error([answer.detail ?? `Status ${response.status}`, answer.hint].filter(Boolean).join(": "));
  return answer;
}
