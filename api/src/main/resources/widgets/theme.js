// How widgets look. Custom properties --kindred-... change it from outside (--_... are for inside); light or dark follows the page's color-scheme.

const css = `
:host {
  --_ink: var(--kindred-ink, light-dark(#1e2421, #ecebe5));
  --_soft: var(--kindred-ink-soft, light-dark(#58615c, #a9b2ac));
  --_card: var(--kindred-card, light-dark(#ffffff, #1c211e));
  --_sunken: var(--kindred-sunken, light-dark(#f1ede5, #242a27));
  --_line: var(--kindred-line, light-dark(#ddd7ca, #363f3a));
  --_edge: var(--kindred-edge, light-dark(#7f877f, #76817a));
  --_accent: var(--kindred-accent, light-dark(#1f6f5c, #77cdb3));
  --_on-accent: var(--kindred-on-accent, light-dark(#ffffff, #0d1f19));
  --_warm: var(--kindred-warm, light-dark(#a03c17, #f0a07d));
  --_mark: var(--kindred-mark, light-dark(#fbe7a8, #5c4d13));
  --_radius: var(--kindred-radius, 14px);
  --_gap: var(--kindred-gap, 18px);
  --_column: var(--kindred-card-width, 210px);
  display: block;
  color: var(--_ink);
  font-family: var(--kindred-font, inherit);
  font-size: var(--kindred-font-size, 16px);
  line-height: 1.45;
}
:host([hidden]), [hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
h2, h3, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
button, input, select { font: inherit; color: inherit; }
button, summary, select, label { cursor: pointer; }
a { color: inherit; }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; border-radius: 6px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.icon { width: 20px; height: 20px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.quiet { color: var(--_soft); font-size: 0.94em; }
.link { padding: 4px 0; border: 0; background: none; color: var(--_accent); text-decoration: underline; text-underline-offset: 3px; font-size: 0.94em; min-height: 24px; }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 46px; padding: 0 24px; border: 1px solid var(--_accent); border-radius: 999px; background: var(--_accent); color: var(--_on-accent); font-weight: 600; }
.quiet-button { background: transparent; color: var(--_ink); border-color: var(--_edge); font-weight: 500; }
.button:hover { filter: brightness(1.07); }

.bar { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 12px 24px; align-items: center; }
.bar > slot[name="below"] { display: block; grid-column: 1 / -1; }
.search { position: relative; grid-column: 2; width: 100%; max-width: var(--kindred-box-width, 680px); justify-self: center; }
.search > .icon { position: absolute; inset-inline-start: 15px; top: 13px; color: var(--_soft); pointer-events: none; }
.box { width: 100%; height: 46px; padding: 0 46px; border: 1px solid var(--_edge); border-radius: 999px; background: var(--_card); text-overflow: ellipsis; }
.box::placeholder { color: var(--_soft); opacity: 1; }
.box:focus-visible { border-radius: 999px; outline-offset: 0; }
.clear { position: absolute; inset-inline-end: 7px; top: 7px; display: grid; place-items: center; width: 32px; height: 32px; border: 0; border-radius: 50%; background: transparent; color: var(--_soft); }
.clear .icon { width: 16px; height: 16px; }
.suggestions { position: absolute; z-index: 30; inset-inline: 0; top: calc(100% + 6px); max-height: min(60vh, 440px); padding: 6px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_card); box-shadow: 0 12px 40px rgb(0 0 0 / 18%); overflow-y: auto; }
.option { display: flex; align-items: center; gap: 12px; min-height: 42px; padding: 6px 12px; border-radius: 9px; cursor: pointer; }
.option .icon { width: 17px; height: 17px; color: var(--_soft); }
.option-text { display: -webkit-box; flex: 1; min-width: 0; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere; }
.option-kind { color: var(--_soft); font-size: 0.85em; }
.option:hover { background: var(--_sunken); }
.option[aria-selected="true"] { background: var(--_sunken); outline: 2px solid var(--_accent); outline-offset: -2px; }

.body { padding-block-start: 16px; }
.finder { display: grid; grid-template-columns: 232px minmax(0, 1fr); gap: 36px; align-items: start; min-height: 80vh; }
.finder:has(> .facets[hidden]) { grid-template-columns: minmax(0, 1fr); }
.found { min-width: 0; }
.found-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 6px 14px; min-height: 42px; margin-bottom: 14px; }
.found-title { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 3; font-family: var(--kindred-heading-font, inherit); font-weight: 600; font-size: clamp(20px, 2vw, 26px); line-height: 1.25; overflow-wrap: anywhere; min-width: 0; }
.sort { display: inline-flex; align-items: center; gap: 8px; margin-inline-start: auto; color: var(--_soft); font-size: 0.94em; }
.sort select { height: 40px; padding: 0 10px; border: 1px solid var(--_edge); border-radius: 9px; background: var(--_card); color: var(--_ink); }
.chips { display: flex; flex-wrap: wrap; gap: 8px 10px; }
.chips:not(:empty) { margin-bottom: 16px; }
.chip { display: inline-flex; align-items: center; gap: 8px; min-height: 34px; max-width: 100%; padding: 4px 14px; border: 1px solid var(--_edge); border-radius: 17px; background: var(--_card); font-size: 0.9em; overflow-wrap: anywhere; text-align: start; }
.chip:hover { border-color: var(--_accent); }
.corrected { margin-bottom: 16px; padding: 10px 16px; border-radius: var(--_radius); background: var(--_sunken); overflow-wrap: anywhere; }
.notice { max-width: 560px; margin: 32px auto; padding: 28px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_card); text-align: center; }
.notice :is(h2, h3) { margin-bottom: 6px; font-family: var(--kindred-heading-font, inherit); font-weight: 600; font-size: 20px; line-height: 1.3; }
.notice p { color: var(--_soft); overflow-wrap: anywhere; }
.notice .button { margin-top: 16px; }
.more { display: flex; justify-content: center; margin-top: 30px; }

.facets > summary { display: none; }
.facet { padding-block: 14px; border-bottom: 1px solid var(--_line); }
.facet:first-child { padding-top: 0; }
.facet:last-child { border-bottom: 0; }
.facet legend { float: inline-start; width: 100%; margin-bottom: 8px; padding: 0; font-weight: 600; }
.facet legend + * { clear: both; }
.choice { display: flex; align-items: center; gap: 9px; width: 100%; min-height: 32px; padding: 3px 0; border: 0; background: none; font-size: 0.95em; text-align: start; overflow-wrap: anywhere; }
.choice:hover span:not(.number) { text-decoration: underline; }
.choice[aria-pressed="true"] { color: var(--_accent); font-weight: 600; }
.choice > span[dir] { min-width: 0; }
.depth-2 { padding-inline-start: 14px; }
.depth-3 { padding-inline-start: 28px; }
.depth-4 { padding-inline-start: 42px; }
.number { margin-inline-start: auto; color: var(--_soft); font-size: 0.85em; font-weight: 400; font-variant-numeric: tabular-nums; }
.choice input { width: 18px; height: 18px; margin: 0; accent-color: var(--_accent); flex: none; }
.swatch { width: 14px; height: 14px; border-radius: 50%; border: 1px solid rgb(128 128 128 / 70%); flex: none; }
.range { display: flex; align-items: center; gap: 8px; }
.range input { flex: 1; min-width: 0; height: 40px; padding: 0 10px; border: 1px solid var(--_edge); border-radius: 9px; background: var(--_card); }
.range input::placeholder { color: var(--_soft); opacity: 1; }

.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(var(--_column), 100%), 1fr)); gap: var(--_gap); }
.grid.late .picture { opacity: 0.6; }
.row { display: grid; grid-auto-flow: column; grid-auto-columns: calc(var(--_column) * 0.9); gap: calc(var(--_gap) * 0.8); padding: 3px 3px 14px; overflow-x: auto; scroll-snap-type: x proximity; scrollbar-width: thin; scrollbar-color: var(--_line) transparent; }
.row > li { scroll-snap-align: start; }
.grid > li, .row > li { display: flex; min-width: 0; }
.shelf-title { margin-bottom: 14px; font-family: var(--kindred-heading-font, inherit); font-weight: 600; font-size: clamp(20px, 2.1vw, 27px); line-height: 1.25; text-wrap: balance; }

.card { position: relative; display: flex; flex-direction: column; width: 100%; min-width: 0; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_card); overflow: hidden; }
.card:hover { box-shadow: 0 8px 24px rgb(0 0 0 / 10%); }
.picture { aspect-ratio: 4 / 3; background: var(--_sunken); overflow: hidden; }
.art { display: block; width: 100%; height: 100%; object-fit: cover; }
.card-text { display: flex; flex-direction: column; gap: 4px; flex: 1; padding: 12px 14px 12px; min-width: 0; min-height: 126px; }
.card-kind { color: var(--_soft); font-size: 0.84em; min-height: 1.45em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.card-title { min-height: 2.7em; font-weight: 500; font-size: 0.97em; line-height: 1.35; overflow-wrap: anywhere; }
.card-words { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.card-title mark { background: var(--_mark); color: inherit; border-radius: 3px; }
.card-link { display: block; width: 100%; padding: 0; border: 0; background: none; text-align: start; text-decoration: none; }
.card-link::after { content: ""; position: absolute; inset: 0; border-radius: var(--_radius); }
.card-link:focus-visible { outline: none; }
.card-link:focus-visible::after { outline: 3px solid var(--_accent); outline-offset: -3px; }
.card-rating { color: var(--_soft); font-size: 0.88em; }
.card-foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 2px 8px; min-height: 44px; margin-top: auto; }
.price { font-weight: 650; font-variant-numeric: tabular-nums; }
.numbered { counter-reset: place; }
.numbered > li { counter-increment: place; }
.numbered .card-kind::before { content: counter(place) ". "; color: var(--_ink); font-weight: 650; }
.card-text:has(.why) .card-foot { margin-top: 0; }
.sold-out { color: var(--_warm); font-size: 0.88em; }
.add { position: relative; z-index: 1; display: grid; place-items: center; width: 42px; height: 42px; border: 1px solid var(--_edge); border-radius: 50%; background: var(--_card); }
.add:hover { background: var(--_accent); border-color: var(--_accent); color: var(--_on-accent); }
.placeholder { border-color: transparent; background: var(--_sunken); }
.placeholder .card-text { min-height: 134px; }

.why { position: relative; z-index: 1; margin-top: 8px; padding-top: 10px; border-top: 1px dashed var(--_line); font-size: 0.82em; }
.why-bar { display: block; width: 100%; height: 8px; margin-bottom: 8px; border-radius: 4px; }
.why-bar:dir(rtl) { transform: scaleX(-1); }
.why li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 2px 7px; align-items: baseline; padding-block: 1px; }
.why-dot { width: 9px; height: 9px; border-radius: 50%; }
.why-value { color: var(--_soft); font-variant-numeric: tabular-nums; }
.why-because { grid-column: 2 / -1; color: var(--_soft); overflow-wrap: anywhere; }
.tone-0 { fill: var(--kindred-tone-0, light-dark(#1f6f5c, #77cdb3)); }
.tone-1 { fill: var(--kindred-tone-1, light-dark(#c98a1b, #eab953)); }
.tone-2 { fill: var(--kindred-tone-2, light-dark(#7d4f9e, #c59be2)); }
.tone-3 { fill: var(--kindred-tone-3, light-dark(#2e6fb0, #82b7ec)); }
.tone-4 { fill: var(--kindred-tone-4, light-dark(#b0453a, #f0988c)); }
.tone-5 { fill: var(--kindred-tone-5, light-dark(#6b7470, #a9b2ac)); }
.why-dot.tone-0 { background: var(--kindred-tone-0, light-dark(#1f6f5c, #77cdb3)); }
.why-dot.tone-1 { background: var(--kindred-tone-1, light-dark(#c98a1b, #eab953)); }
.why-dot.tone-2 { background: var(--kindred-tone-2, light-dark(#7d4f9e, #c59be2)); }
.why-dot.tone-3 { background: var(--kindred-tone-3, light-dark(#2e6fb0, #82b7ec)); }
.why-dot.tone-4 { background: var(--kindred-tone-4, light-dark(#b0453a, #f0988c)); }
.why-dot.tone-5 { background: var(--kindred-tone-5, light-dark(#6b7470, #a9b2ac)); }
.against { opacity: 0.35; }

.sample { margin-bottom: 10px; }
.insight .shelf-title { font-size: var(--kindred-heading-size, clamp(20px, 2.1vw, 27px)); }
.insight .why { margin-top: 0; padding-top: 0; border-top: 0; font-size: 0.95em; }
.aspects { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr)); gap: var(--_gap); }
.aspect { padding: 16px; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_card); min-width: 0; }
.aspect h3 { font-size: 1em; overflow-wrap: anywhere; }
.aspect h3::first-letter { text-transform: uppercase; }
.aspect .why-bar { margin-top: 8px; }
.aspect blockquote { margin: 8px 0 0; padding-inline-start: 10px; border-inline-start: 3px solid var(--_accent); font-size: 0.92em; overflow-wrap: anywhere; }
.aspect blockquote.blame { border-color: var(--_warm); }

.art-ground { fill: light-dark(hsl(var(--hue) 38% 88%), hsl(var(--hue) 24% 24%)); }
.art-shape { fill: light-dark(hsl(var(--hue) 44% 83%), hsl(var(--hue) 30% 19%)); }
.art-line { fill: none; stroke: light-dark(hsl(var(--hue) 34% 30%), hsl(var(--hue) 34% 78%)); stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.art-colour { stroke: light-dark(hsl(var(--hue) 34% 30%), hsl(var(--hue) 34% 78%)); stroke-width: 1; }

@media (max-width: 900px) {
  .finder { grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .facets > summary { display: flex; align-items: center; min-height: 44px; padding: 0 16px; border: 1px solid var(--_edge); border-radius: 9px; background: var(--_card); font-weight: 600; }
  .facets > summary::after { content: "▾"; margin-inline-start: auto; }
  .facets[open] > summary { margin-bottom: 14px; }
}
@media (max-width: 640px) {
  :host { --_column: var(--kindred-card-width-small, 150px); --_gap: var(--kindred-gap, 12px); }
  .bar { grid-template-columns: minmax(0, 1fr) auto; gap: 10px; }
  .search { grid-column: 1 / -1; grid-row: 2; max-width: none; }
  .card-text { padding: 10px 11px; }
}
@media (prefers-reduced-motion: no-preference) {
  .card { transition: box-shadow 160ms ease; }
  .placeholder { animation: breathe 1.2s ease-in-out infinite alternate; }
  @keyframes breathe { to { opacity: 0.5; } }
}
@media (forced-colors: active) {
  .option[aria-selected="true"] { outline-color: Highlight; }
}
`;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
