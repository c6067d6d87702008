// The levels of a category like "Home > Candles". Blanks around the sign do not count.

const BETWEEN = " > ";

/** From the topmost level to the category itself; empty levels are left out. */
export function levelsOf(category) {
  return category.split(">").map((level) => level.trim()).filter(Boolean);
}

export const categoryOf = (levels) => levels.join(BETWEEN);

/** The last level alone, or nothing of no category. */
export const leafOf = (category = "") => levelsOf(category).at(-1) ?? "";

/** Whether a category is the other one or lies below it. */
export const isWithin = (category, other) => `${category}${BETWEEN}`.startsWith(`${other}${BETWEEN}`);
