/**
 * @file The look of a self-contained page, in the light and in the dark scheme.
 *
 * Text has a contrast of at least 7 to 1 and figures of at least 3 to 1 against the page.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1c2430; --muted: #5b6675; --grid: #e4e8ee; --line: #d3d9e2;
  --accent: #1f6fb5; --second: #b4530b; --soft: #f5f7fa;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14181f; --ink: #e8ecf2; --muted: #a3adbb; --grid: #2a313c; --line: #39424f;
    --accent: #6db3f2; --second: #f0a35e; --soft: #1b212a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 72rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.2rem; margin: 2.75rem 0 0.75rem; }
p.lead { color: var(--muted); margin: 0 0 1.5rem; }
dl.facts {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 0.75rem;
  margin: 1.5rem 0;
}
dl.facts div { background: var(--soft); border-radius: 8px; padding: 0.6rem 0.9rem; }
dl.facts dt { color: var(--muted); font-size: 0.8rem; }
dl.facts dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.86rem; font-variant-numeric: tabular-nums; width: 100%; }
th, td { padding: 0.35rem 0.7rem; text-align: right; white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { color: var(--muted); font-weight: 600; border-bottom: 2px solid var(--line); }
tbody th { font-weight: 500; }
td small { display: block; color: var(--muted); font-size: 0.74rem; }
tbody tr { border-bottom: 1px solid var(--grid); }
figcaption { margin-top: 0.6rem; }
.note code, figcaption code { display: block; }
.note, figcaption { color: var(--muted); font-size: 0.8rem; }
code { font: 0.78rem/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
figure { margin: 0; }
figure svg { max-width: 100%; height: auto; display: block; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); gap: 1.75rem 1.5rem; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 2rem; }
.grid h3, .pair h3 { font-size: 0.92rem; margin: 0 0 0.25rem; font-weight: 600; }
@media print { body { max-width: none; padding: 0; } figure, table { break-inside: avoid; } }
`;
