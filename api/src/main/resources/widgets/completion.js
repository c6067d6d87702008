// Half a word made whole by what suggestions say: while "cand" is typed, candles can be shown.

const WORDS = /[\p{L}\p{N}]+/gu;

/** The words with the last one completed as most suggestions have it, or nothing if none does. */
export function completed(typed, suggestions) {
  const start = /[\p{L}\p{N}]+$/u.exec(typed)?.[0].toLowerCase();
  if (!start) return undefined;
  const counts = new Map();
  for (const word of suggestions.flatMap((text) => text.toLowerCase().match(WORDS) ?? [])) {
    if (word.startsWith(start) && word !== start) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return best && typed.slice(0, -start.length) + best;
}
