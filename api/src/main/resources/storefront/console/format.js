// Numbers and times as the page's language writes them.

const LANGUAGE = document.documentElement.lang;

export const count = (number) => number.toLocaleString(LANGUAGE);

export const share = (part, whole) => (whole ? (part / whole).toLocaleString(LANGUAGE, { style: "percent", maximumFractionDigits: 1 }) : "–");

export const moment = (time) => new Date(time).toLocaleString(LANGUAGE, { dateStyle: "medium", timeStyle: "short" });

export const day = (time) => new Date(time).toLocaleDateString(LANGUAGE, { dateStyle: "medium" });
