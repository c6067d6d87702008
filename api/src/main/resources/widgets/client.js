// Calls Kindred. Every failure is an Error with words that can be shown.

import { settings } from "./settings.js";
import { t } from "./texts.js";

export function headers(more = {}) {
  return settings.key ? { ...more, "X-API-Key": settings.key } : more;
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(settings.server + path, { ...options, headers: headers(options.headers) });
  } catch (failure) {
    if (failure.name === "AbortError") throw failure;
    throw new Error(t("error.unreachable"));
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) {
    throw Object.assign(new Error(body?.detail ?? t("error.status", { status: response.status })), { status: response.status });
  }
  return body;
}

function query(parameters) {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== null && value !== "" && value !== false) text.set(name, value);
  }
  return text.size ? `?${text}` : "";
}

function post(path, body, signal) {
  const json = JSON.stringify(body);
  return call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: json, signal });
}

const product = (id) => `/v1/products/${encodeURIComponent(id)}`;

export const client = {
  search: (request, signal) => post("/v1/search", request, signal),
  suggest: (q, limit, signal) => call(`/v1/suggest${query({ q, limit })}`, { signal }),
  recommend: (request) => post("/v1/recommend", request),
  trending: (parameters) => call(`/v1/trending${query(parameters)}`),
  product: (id) => call(product(id)),
  reviews: (id) => call(`${product(id)}/reviews/summary`),
  similar: (id, parameters) => call(`${product(id)}/similar${query(parameters)}`),
  together: (id, parameters) => call(`${product(id)}/bought-together${query(parameters)}`),
};
