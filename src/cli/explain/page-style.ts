/**
 * The style of an explained report. Text on every ground has a contrast of at least 4.5 to 1 in
 * both schemes; the sign in front of a mark says what the color says.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1c2430; --soft: #566173; --line: #d9dee6;
  --positive: #fbdcd6; --positive-ink: #7d1d0c;
  --negative: #d8efdf; --negative-ink: #11532c;
  --uncertain: #fcebc0; --uncertain-ink: #6a4700;
  --blank: #e8ebf0; --blank-ink: #48525f;
  --drop-1: #eef1fb; --drop-2: #dde4f8; --drop-3: #c7d3f5; --drop-4: #afc1f1; --drop-line: #3f5fb8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2029; --ink: #e5e9f0; --soft: #a3adbb; --line: #333d4a;
    --positive: #572219; --positive-ink: #ffc9bd;
    --negative: #17402a; --negative-ink: #b4edc8;
    --uncertain: #4d3a0d; --uncertain-ink: #ffe09a;
    --blank: #2b343f; --blank-ink: #c3ccd8;
    --drop-1: #1f2839; --drop-2: #24314b; --drop-3: #2a3c62; --drop-4: #30477a; --drop-line: #93adf0;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; }
main, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 1.35rem; margin: 2rem 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem 1.5rem; margin-bottom: 1.25rem; }
.report { margin: 0; font-size: 1.06rem; line-height: 2; white-space: pre-wrap; overflow-wrap: anywhere; }
.legend { margin: 1rem 0 0; padding-top: .8rem; border-top: 1px solid var(--line); font-size: .85rem; color: var(--soft); }
.legend > * { margin-right: .6rem; }
mark { padding: .12em .38em; border-radius: .3em; background: var(--blank); color: var(--blank-ink); white-space: pre-wrap; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
mark.positive { background: var(--positive); color: var(--positive-ink); }
mark.negative { background: var(--negative); color: var(--negative-ink); }
mark.uncertain { background: var(--uncertain); color: var(--uncertain-ink); }
.sign { font-weight: 700; margin-right: .3em; }
.missed { color: var(--ink); padding: .12em .3em; border-radius: .3em .3em 0 0; border-bottom: 2px solid var(--drop-line); box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.missed small { font-size: .72em; }
.drop-1 { background: var(--drop-1); }
.drop-2 { background: var(--drop-2); }
.drop-3 { background: var(--drop-3); }
.drop-4 { background: var(--drop-4); }
.cue { border-bottom: 2px dotted var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem .5rem 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .85rem; }
tbody th { font-weight: 600; white-space: nowrap; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { margin-top: .35rem; }
code { font: .82em ui-monospace, monospace; color: var(--soft); }
.blank { margin: 1rem 0 0; color: var(--soft); font-size: .9rem; }
footer { padding-bottom: 2rem; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) { tbody th { white-space: normal; } section { padding: 1rem; } }
@media print { body { background: none; } section { border-color: #999; } }
`;
