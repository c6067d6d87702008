// Numbers and prices as one reads them. Formats are made once: making one takes longer than using it.

import { settings } from "./settings.js";

const formats = new Map();

function format(kind, options) {
  const key = `${settings.locale} ${kind}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(settings.locale, options));
  return formats.get(key);
}

export const formatCount = (count) => format("count").format(count);

export const formatStars = (rating) => format("stars", { maximumFractionDigits: 1 }).format(rating);

export const formatShare = (share) => format("share", { style: "percent" }).format(share);

export function formatPrice({ price, currency = settings.currency }) {
  if (price === undefined || price === null) return "";
  const options = currency ? { style: "currency", currency } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  try {
    return format(currency ?? "price", options).format(price);
  } catch {
    return `${price} ${currency ?? ""}`.trim();
  }
}
