// Every text a widget shows. {name} stands for a value; ".one" and ".other" follow the language's plural rules.

import { formatCount } from "./format.js";
import { settings } from "./settings.js";

const texts = {
  "search.label": "Search the shop",
  "search.placeholder": "What are you looking for?",
  "search.clear": "Clear the search",
  "suggestions": "Suggestions",
  "suggestions.count.one": "{n} suggestion",
  "suggestions.count.other": "{n} suggestions",
  "suggestion.category": "Department",
  "suggestion.query": "Search",
  "found.one": "{n} product",
  "found.other": "{n} products",
  "found.all": "All products",
  "found.region": "Products found",
  "corrected": "Nothing was found for “{from}”. Shown is “{to}”.",
  "corrected.insist": "Search for “{from}” all the same",
  "sort": "Sort",
  "sort.": "Best match",
  "sort.price": "Price, low first",
  "sort.-price": "Price, high first",
  "sort.-created_at": "Newest",
  "sort.-rating": "Best rated",
  "facets": "Filter",
  "facets.all": "Show all {count}",
  "facets.clear": "Clear all",
  "facet.categories": "Department",
  "facet.price": "Price",
  "facet.brand": "Brand",
  "facet.rating": "Rating",
  "range.from": "{field} from",
  "range.to": "{field} to",
  "chip.remove": "Without {value}",
  "more": "Show more",
  "empty.title": "Nothing found",
  "empty.text": "Try other or fewer words, or take a filter away.",
  "error.title": "That did not work",
  "error.retry": "Try again",
  "error.unreachable": "The shop cannot be reached just now.",
  "error.status": "The shop answered with status {status}.",
  "card.add": "Add {title} to the basket",
  "card.soldout": "Sold out",
  "card.rating": "{rating} of 5 stars",
  "similar": "Similar items",
  "together": "Bought together",
  "recommend": "For you",
  "trending": "Trending now",
  "reviews": "What reviewers say",
  "reviews.sample": "Sample text, written to show what reviews are for; nobody left it.",
  "reviews.positive": "{percent} positive",
  "reviews.mentions.one": "{n} review",
  "reviews.mentions.other": "{n} reviews",
  "why": "Why this is here",
  "why.product": "Why you would see this",
  "why.because": "because of {titles}",
  "why.lexical": "Matches the words",
  "why.semantic": "Matches the meaning",
  "why.exact": "Exact match",
  "why.category": "Right kind of product",
  "why.personal": "Fits your taste",
  "why.popularity": "Popular lately",
  "why.similar": "Alike",
  "why.similarity": "Alike",
  "why.content": "Described alike",
  "why.together": "Bought together",
  "why.diversity": "For variety",
  "why.reviews": "Praised in reviews",
  "why.praised": "for {names}",
  "why.rule": "The shop's choice",
};

/** Puts texts in place of the English ones, by key. */
export function translate(other) {
  Object.assign(texts, other);
}

/** Whether there is a text of this key. */
export const hasText = (key) => key in texts;

const rules = new Map();

function pluralForm(n) {
  if (!rules.has(settings.locale)) rules.set(settings.locale, new Intl.PluralRules(settings.locale));
  return rules.get(settings.locale).select(n);
}

/** The text with its values; with n, in the plural form of n. */
export function t(key, values = {}) {
  const { n } = values;
  const form = n === undefined ? key : `${key}.${pluralForm(n)}`;
  const text = texts[form] ?? texts[`${key}.other`] ?? texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) =>
    typeof values[name] === "number" ? formatCount(values[name]) : (values[name] ?? whole),
  );
}
