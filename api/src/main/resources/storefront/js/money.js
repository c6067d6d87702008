// Prices as one reads them.

export function money(product) {
  if (product.price === undefined) return "";
  try {
    return new Intl.NumberFormat("en-GB", { style: "currency", currency: product.currency ?? "GBP" }).format(product.price);
  } catch {
    return `${product.price} ${product.currency ?? ""}`;
  }
}
