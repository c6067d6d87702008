// Prices as one reads them.

import { settings } from "./settings.js";

export function money(product) {
  if (product.price === undefined || product.price === null) return "";
  const currency = product.currency ?? settings.currency;
  try {
    const style = currency ? { style: "currency", currency } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    return new Intl.NumberFormat(settings.locale, style).format(product.price);
  } catch {
    return `${product.price} ${currency ?? ""}`.trim();
  }
}
