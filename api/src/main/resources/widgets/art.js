// Stands in for a picture where a product has none: its kind as a drawing, on its department's
// colour, with its own colour as a dot.

import { leafOf, levelsOf } from "./category.js";
import { el, safeAddress, svg } from "./dom.js";

const HUES = { Home: 32, Kitchen: 14, Fashion: 330, Stationery: 210, Party: 276, Bags: 190, Toys: 48, Garden: 128, Craft: 300, Children: 250 };

export const COLOURS = {
  red: "#c0392b", pink: "#e59ab0", blue: "#3f6fb5", green: "#4f8f57", white: "#fdfdfb", black: "#26262a", ivory: "#f6efdd", cream: "#f4e8cb",
  yellow: "#ecc94b", orange: "#e08a3c", purple: "#8258a8", brown: "#80573a", grey: "#8d9196", gray: "#8d9196", silver: "#c4c9cd", gold: "#c9a24a",
  turquoise: "#45b5aa", lilac: "#b9a0d0", copper: "#b87349", natural: "#d8c3a0", mint: "#a6d8bf", amber: "#d98e2b", violet: "#7a5ba6",
};

// Drawings on a grid of 48, the first whose words stand in the category or title.
const DRAWINGS = [
  [/candle|t-light|tlight|lantern/i, "M18 22h12v17H18zM24 22v-4M24 18c-3-3-1-6 0-9 2 3 4 6 0 9z"],
  [/mug|cup|tea\b/i, "M12 16h20v15a6 6 0 0 1-6 6h-8a6 6 0 0 1-6-6zM32 20h3a5 5 0 0 1 0 10h-3M18 11c0-2 2-2 2-4M25 11c0-2 2-2 2-4"],
  [/hanging heart|heart/i, "M24 38C10 29 10 17 18 16c4 0 6 4 6 4s2-4 6-4c8 1 8 13-6 22zM24 20V8"],
  [/necklace|bracelet|bead/i, "M11 10c0 16 6 22 13 22s13-6 13-22M24 32l-4 5 4 5 4-5z"],
  [/earring|brooch|charm|jewel/i, "M24 12l10 9-10 17-10-17zM14 21h20M20 21l4 17 4-17M19 16l5 5 5-5"],
  [/bag|purse|backpack|shopper/i, "M12 18h24l2 21H10zM18 22v-7a6 6 0 0 1 12 0v7"],
  [/bunting|garland/i, "M6 12c12 8 24 8 36 0M10 14l4 10 5-7M20 18l4 11 4-11M29 17l5 7 4-10"],
  [/cushion|textile|towel|apron|throw|blanket/i, "M10 12c9 3 19 3 28 0-3 9-3 15 0 24-9-3-19-3-28 0 3-9 3-15 0-24z"],
  [/clock/i, "M24 10a14 14 0 1 1 0 28 14 14 0 0 1 0-28zM24 16v8l6 4"],
  [/lamp|shade|light/i, "M17 10h14l5 15H12zM24 25v12M17 38h14"],
  [/notebook|book|album/i, "M13 9h22v30H13zM18 9v30M23 17h8M23 22h8"],
  [/pen|pencil|rubber/i, "M11 37l3-9 17-17 6 6-17 17zM27 15l6 6"],
  [/card|sticker|magnet|postcard/i, "M9 14h30v21H9zM9 15l15 12 15-12"],
  [/wrap|gift|ribbon/i, "M11 20h26v18H11zM9 14h30v6H9zM24 14v24M24 14c-9 0-9-8-4-7 3 0 4 7 4 7zM24 14c9 0 9-8 4-7-3 0-4 7-4 7z"],
  [/box|basket|storage|crate|chest/i, "M9 18l15-7 15 7v14l-15 7-15-7zM9 18l15 7 15-7M24 25v14"],
  [/tin|jar|bottle|jug|teapot/i, "M17 10h14v5H17zM15 15h18c2 3 3 6 3 9v11c0 2-1 3-3 3H15c-2 0-3-1-3-3V24c0-3 1-6 3-9zM12 26h24"],
  [/plate|bowl|dish|tableware/i, "M8 22h32c0 9-6 14-16 14S8 31 8 22zM18 38h12M16 16c0-2 2-2 2-4M24 16c0-2 2-2 2-4M32 16c0-2 2-2 2-4"],
  [/cake|baking|cupcake/i, "M12 24h24l-3 15H15zM12 24c-3-5 2-9 6-8 2-6 10-6 12 0 5-1 9 3 6 8M20 24l1 15M28 24l-1 15"],
  [/cutlery|utensil|spoon|knife/i, "M17 9v30M13 9v8a4 4 0 0 0 8 0V9M32 39V9c-4 3-5 9-4 16h4"],
  [/tray|board|lunch|picnic/i, "M8 18h32v16H8zM14 23h20v6H14zM4 24h4M40 24h4"],
  [/frame|wall art|mirror|picture/i, "M10 10h28v28H10zM15 15h18v18H15zM15 29l6-6 5 5 3-3 4 4"],
  [/sign|doormat|hook|knob|door/i, "M9 18h30v15H9zM16 18l8-8 8 8M15 25h18"],
  [/christmas|tree/i, "M24 7l9 12h-5l8 10H12l8-10h-5zM24 29v10"],
  [/easter|egg/i, "M24 9c7 0 12 10 12 17a12 12 0 0 1-24 0c0-7 5-17 12-17zM13 23l5 4 6-4 6 4 5-4"],
  [/plant|flower|garden|pot/i, "M15 28h18l-3 11H18zM24 28V16M24 18c-8 0-9-8-9-8 7-1 9 3 9 8zM24 16c8 0 9-7 9-7-7-1-9 3-9 7z"],
  [/doll|soft toy|toy|child/i, "M14 15a4 4 0 1 1 5-4M34 15a4 4 0 1 0-5-4M24 9c7 0 12 5 12 12s-5 11-12 11-12-4-12-11 5-12 12-12zM19 19v1M29 19v1M24 22c-3 0-4 2-4 4s2 3 4 3 4-1 4-3-1-4-4-4zM16 31c-3 2-4 5-4 8h24c0-3-1-6-4-8"],
  [/game|puzzle|card game/i, "M10 18h8c-2-7 6-7 4 0h14v8c7-2 7 6 0 4v9H10z"],
  [/umbrella|fan/i, "M24 9c9 0 15 7 15 15H9c0-8 6-15 15-15zM24 24v11a4 4 0 0 1-8 0"],
  [/sewing|knit|craft/i, "M12 36L34 14M34 14a3 3 0 1 1 2-2zM14 12a9 9 0 0 1 18 4M12 24c6 0 10 4 12 10"],
  [/hair|beauty|scarf|key ring/i, "M24 24c-12-10-14 14 0 0zM24 24c12-10 14 14 0 0zM24 24l-6 14M24 24l6 14"],
  [/furniture|chair|stool|table/i, "M14 9v17h20V9M14 18h20M14 26v13M34 26v13M11 26h26"],
  [/bath|soap/i, "M8 24h32c0 9-4 13-10 13H18c-6 0-10-4-10-13zM12 24V13c0-5 8-5 8 0M16 37v3M32 37v3"],
  [/party|balloon/i, "M24 8c7 0 10 5 10 10 0 7-6 12-10 12s-10-5-10-12c0-5 3-10 10-10zM24 30v10"],
];
const PARCEL = "M9 17l15-8 15 8v15l-15 8-15-8zM9 17l15 8 15-8M24 25v15M16 13l15 8";

function hash(text) {
  let value = 7;
  for (let i = 0; i < text.length; i++) value = (value * 31 + text.charCodeAt(i)) >>> 0;
  return value;
}

function drawing(product) {
  const fits = (text) => DRAWINGS.find(([words]) => words.test(text))?.[1];
  return fits(leafOf(product.categories?.[0])) ?? fits(product.title) ?? PARCEL;
}

function colourOf(product) {
  const colour = product.attributes?.colour;
  return COLOURS[String(Array.isArray(colour) ? colour[0] : colour ?? "").toLowerCase()];
}

function standIn(product) {
  const department = levelsOf(product.categories?.[0] ?? "")[0] ?? "";
  const seed = hash(product.id);
  const hue = (HUES[department] ?? hash(department) % 360) + (seed % 17) - 8;
  const colour = colourOf(product);
  const picture = svg(
    "svg",
    { class: "art", viewBox: "0 0 96 72", preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    svg("rect", { class: "art-ground", x: -40, y: -40, width: 176, height: 152 }),
    svg("circle", { class: "art-shape", cx: 20 + (seed % 56), cy: 16 + ((seed >> 4) % 40), r: 20 + ((seed >> 8) % 14) }),
    svg("g", { transform: "translate(24 12)" }, svg("path", { class: "art-line", d: drawing(product) })),
    colour && svg("circle", { class: "art-colour", cx: 74, cy: 58, r: 4, fill: colour }),
  );
  picture.style.setProperty("--hue", hue);
  return picture;
}

/** The product's picture, or what stands in for it. */
export function art(product, eager = false) {
  const address = product.image ? safeAddress(product.image) : null;
  if (!address) return standIn(product);
  const picture = el("img", { class: "art", src: address, alt: "", loading: eager ? "eager" : "lazy", decoding: "async", referrerpolicy: "no-referrer" });
  picture.addEventListener("error", () => picture.replaceWith(standIn(product)), { once: true });
  return picture;
}
