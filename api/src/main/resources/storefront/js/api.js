// Calls the API. Every failure is an Error with words that can be shown.

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Error("The shop cannot be reached. Is the server still running?");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    const failure = new Error(body.detail ?? body.title ?? `The shop answered with status ${response.status}.`);
    failure.problem = body;
    throw failure;
  }
  return body;
}

function query(parameters) {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== "") text.set(name, value);
  }
  return text.size ? `?${text}` : "";
}

function post(path, body, options = {}) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    ...options,
  });
}

const product = (id) => `/v1/products/${encodeURIComponent(id)}`;

export const api = {
  search: (request, signal) => post("/v1/search", request, { signal }),
  suggest: (q, signal) => call(`/v1/suggest${query({ q, limit: 8 })}`, { signal }),
  recommend: (request) => post("/v1/recommend", request),
  trending: (parameters) => call(`/v1/trending${query(parameters)}`),
  product: (id) => call(product(id)),
  similar: (id, parameters) => call(`${product(id)}/similar${query(parameters)}`),
  boughtTogether: (id, parameters) => call(`${product(id)}/bought-together${query(parameters)}`),
  users: (limit) => call(`/v1/users${query({ limit })}`),
  profile: (id) => call(`/v1/users/${encodeURIComponent(id)}`),
  events: (events) => post("/v1/events", events, { keepalive: true }),
};
