// What the shop itself asks of Kindred, beside its widgets.

async function call(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new Error("The shop cannot be reached. Is the server still running?");
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(body.detail ?? `The shop answered with status ${response.status}.`), { status: response.status });
  return body;
}

const json = (method, body) => ({ method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
const product = (id) => `/v1/products/${encodeURIComponent(id)}`;

export const api = {
  product: (id) => call(product(id)),
  put: (id, body) => call(`${product(id)}?refresh=true`, json("PUT", body)),
  users: (limit) => call(`/v1/users?limit=${limit}`),
  profile: (id) => call(`/v1/users/${encodeURIComponent(id)}`),
  categories: () => call("/v1/search", json("POST", { facets: ["categories"], facet_limit: 400, limit: 0 })),
};
