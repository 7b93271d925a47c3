import { html } from "./markup.js";

/** How a page looks: plain, light and dark, on a telephone, on a wide screen, on A4. It asks no network for anything. */
export const STYLE = html`<style>
:root {
  color-scheme: light;
  --ink: #0b0c0c; --quiet: #484f53; --line: #b9bec1; --ground: #fff; --panel: #f3f4f5; --link: #1a5f9e;
  --sure: #1f5a99; --open: #7da9d6; --open-back: #dfeaf5; --track: #e4e7e9; --sure-ceiling: #a8501c;
  --met: #00572f; --met-ground: #d5ebe0; --not-met: #8f1710; --not-met-ground: #fadfdb;
  --pending: #594200; --pending-ground: #fdf0c4; --undetermined: #40297a; --undetermined-ground: #e4ddf2;
  --other: #3a4145; --other-ground: #e9ebec;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --ink: #eef0f1; --quiet: #b6bdc2; --line: #4a5258; --ground: #15191c; --panel: #1f2529; --link: #8fc1f2;
    --sure: #6ba6e3; --open: #4f7fae; --open-back: #25384a; --track: #313a40; --sure-ceiling: #e08a4f;
    --met: #93dcb4; --met-ground: #14392a; --not-met: #ffb4aa; --not-met-ground: #511c17;
    --pending: #f5d77a; --pending-ground: #43350b; --undetermined: #cbb9f6; --undetermined-ground: #33265a;
    --other: #cdd3d7; --other-ground: #333b40;
  }
  .chart [fill="#000"], .chart [fill="#444444"], .chart [fill="#6b6557"] { fill: var(--ink); }
  .chart [stroke="#444444"], .chart [stroke="#000"] { stroke: var(--ink); }
  .chart [stroke="#e5e5e5"] { stroke: #343c42; }
  .chart [fill="#1f5a99"] { fill: var(--sure); }
  .chart [stroke="#1f5a99"] { stroke: var(--sure); }
  .chart [fill="#c8551b"] { fill: #f0955e; }
  .chart [stroke="#c8551b"] { stroke: #f0955e; }
  .chart [fill="#eeebe3"] { fill: #2c3338; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.5 "Helvetica Neue", Helvetica, Arial, sans-serif;
  overflow-wrap: break-word; font-variant-numeric: tabular-nums;
}
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.75rem; }
header .over { margin: 0; color: var(--quiet); }
h1 { margin: 0.15rem 0 0.6rem; font-size: clamp(1.9rem, 1.4rem + 2vw, 2.75rem); line-height: 1.12; overflow-wrap: anywhere; }
h1, h2, h3 { text-wrap: balance; }
h2 { margin: 0 0 0.9rem; font-size: clamp(1.4rem, 1.2rem + 0.7vw, 1.75rem); line-height: 1.2; }
h3 { margin: 1.75rem 0 0.6rem; font-size: 1.2rem; line-height: 1.3; }
p, ul, ol, dl { margin: 0 0 1rem; max-width: 46rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.9em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; box-shadow: 0 0 0 2px #fd0; }
.facts { font-size: 1.1rem; }
.quiet, small { color: var(--quiet); }
.notice { border-left: 0.3rem solid var(--line); padding: 0.35rem 0 0.35rem 1rem; }
.missing { background: var(--panel); padding: 0.9rem 1.1rem; }
nav { margin: 1.5rem 0 0; padding: 0.9rem 0 0.2rem; border-top: 2px solid var(--ink); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.35rem 1.5rem; max-width: none; }
section { margin: 0; padding: 2.25rem 0 1rem; border-top: 1px solid var(--line); }
section:first-of-type { border-top: 0; }
.tiles { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.75rem; max-width: none; }
.tiles li { flex: 1 1 8rem; max-width: 14rem; padding: 0.8rem 1rem 0.7rem; border-left: 0.35rem solid; }
.tiles b { display: block; font-size: 2.1rem; line-height: 1.1; }
.met { color: var(--met); background: var(--met-ground); }
.not-met { color: var(--not-met); background: var(--not-met-ground); }
.pending { color: var(--pending); background: var(--pending-ground); }
.undetermined { color: var(--undetermined); background: var(--undetermined-ground); }
.not-applicable, .not-scored { color: var(--other); background: var(--other-ground); }
.verdict { display: inline-block; padding: 0.1rem 0.55rem 0.12rem; font-weight: 700; font-size: 0.94em; white-space: nowrap; }
table { border-collapse: collapse; width: 100%; font-size: 0.96rem; line-height: 1.4; }
caption { text-align: left; font-weight: 700; padding: 0 0 0.5rem; }
th, td { padding: 0.6rem 0.75rem 0.6rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { vertical-align: bottom; border-bottom: 2px solid var(--ink); font-size: 0.9rem; line-height: 1.25; }
tbody th { font-weight: 400; }
tbody tr:last-child > * { border-bottom: 0; }
table + p, .scroll + p { margin-top: 1rem; }
.number { text-align: right; white-space: nowrap; }
.name { font-weight: 700; overflow-wrap: anywhere; }
.asks { display: block; color: var(--quiet); font-size: 0.92rem; max-width: 24rem; }
.cards th[scope="row"] { width: 27%; }
.pack th[scope="row"] { width: auto; font-weight: 700; }
.share { width: 21%; min-width: 10.5rem; }
.target-words { white-space: nowrap; }
.share b { display: block; font-weight: 700; }
.bar { display: block; margin: 0.15rem 0.3rem 0 0; }
.bar svg { display: block; overflow: visible; }
.track { fill: var(--track); }
.sure { fill: var(--sure); }
.ceiling .sure { fill: var(--sure-ceiling); }
.open { fill: url(#hatching); stroke: var(--open); }
.hatching-back { fill: var(--open-back); }
.hatching-line { fill: var(--open); }
.target { fill: var(--ink); }
.scale { display: flex; justify-content: space-between; font-size: 0.75rem; color: var(--quiet); line-height: 1.2; }
.nothing { color: var(--quiet); }
.legend em { font-style: normal; font-weight: 700; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.35rem 1.5rem; font-size: 0.92rem; max-width: none; color: var(--quiet); }
.legend svg { vertical-align: -0.15em; margin-right: 0.3rem; }
.legend .how { flex-basis: 100%; max-width: 52rem; }
.scroll { overflow-x: auto; margin: 0 0 1.25rem; position: relative; }
.cards { position: relative; }
.scroll table { width: auto; min-width: 100%; }
.months td, .months thead th + th { text-align: center; white-space: nowrap; padding: 0.45rem 0.5rem; border-left: 2px solid var(--ground); }
.months tbody th { position: sticky; left: 0; background: var(--ground); white-space: nowrap; z-index: 1; }
.months td small { display: block; color: inherit; font-size: 0.85em; }
figure { margin: 0 0 1.25rem; }
figcaption { margin-bottom: 0.75rem; max-width: 46rem; }
.chart svg { display: block; min-width: 34rem; max-width: 46rem; width: 100%; height: auto; }
details { border-top: 1px solid var(--line); }
summary { cursor: pointer; padding: 0.65rem 0; }
summary:hover .name { text-decoration: underline; }
.lines summary { display: grid; grid-template-columns: 1rem minmax(12rem, 16rem) minmax(0, 1fr) auto; gap: 0 0.75rem; align-items: baseline; }
.lines summary::before { content: "▸"; color: var(--quiet); }
.lines [open] summary::before { content: "▾"; }
.lines summary::-webkit-details-marker { display: none; }
.lines summary { list-style: none; }
.inside { padding: 0.1rem 0 1rem 1.75rem; }
.cases { padding: 0; list-style: none; max-width: 54rem; }
.cases li { padding: 0.5rem 0; border-top: 1px dotted var(--line); }
.cases b { display: block; overflow-wrap: anywhere; }
.blank { border: 1px dashed var(--quiet); padding: 0.8rem 1rem 2.2rem; max-width: 46rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0.3rem 1.25rem; max-width: 60rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
footer { padding-top: 1.25rem; padding-bottom: 2.5rem; color: var(--quiet); font-size: 0.95rem; }
footer p { border-top: 2px solid var(--ink); padding-top: 1rem; max-width: none; }
.hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media screen and (max-width: 54rem) {
  .chart { direction: rtl; }
  .chart svg { direction: ltr; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; width: auto; }
  .cards caption { display: block; }
  .cards tr { padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
  .cards tbody tr:last-child { border-bottom: 0; }
  .cards tbody tr:first-child { border-top: 2px solid var(--ink); }
  .cards th, .cards td, .cards th[scope="row"] { width: auto; border: 0; padding: 0.15rem 0; text-align: left; }
  .cards .target-words, .cards .judged { display: inline-block; margin-right: 1rem; }
  .cards td.number { display: inline-block; min-width: 6.2rem; padding-right: 0.75rem; vertical-align: top; }
  .cards td[data-label]::before { content: attr(data-label) " "; color: var(--quiet); font-size: 0.9rem; }
  .cards td.number[data-label]::before { display: block; }
  .cards .asks { max-width: none; }
  .cards .share { padding: 0.35rem 0; }
  .lines summary { grid-template-columns: 1rem minmax(0, 1fr) auto; }
  .lines summary .asks { grid-column: 2 / -1; grid-row: 2; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 0.6rem; }
}
@media print {
  @page { size: A4; margin: 14mm 13mm; }
  body { font-size: 9.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  nav { display: none; }
  h1 { font-size: 22pt; } h2 { font-size: 14pt; } h3 { font-size: 11pt; }
  section { padding: 14pt 0 4pt; }
  h2, h3, caption, figcaption, summary { break-after: avoid; }
  tr, figure, .tiles li, .cases li, .blank { break-inside: avoid; }
  thead { display: table-header-group; }
  thead tr, tbody tr:first-child { break-after: avoid; }
  .facts { font-size: 10.5pt; }
  table, code { font-size: 8pt; }
  th, td { padding: 3.5pt 4.5pt 3.5pt 0; }
  thead th { font-size: 7.2pt; }
  thead .number { white-space: normal; }
  .verdict { font-size: 7.6pt; padding: 0 3pt; }
  .asks, .legend, .scale { font-size: 7.4pt; }
  .inside { padding-left: 1rem; }
  .share, .cards th[scope="row"] { min-width: 0; width: auto; }
  .cards th[scope="row"] { min-width: 34mm; }
  .cards .share { min-width: 28mm; }
  .share b { white-space: nowrap; }
  .scroll { overflow: visible; }
  .months td, .months thead th + th { padding: 3pt 1pt; white-space: normal; }
  .months { font-size: 7pt; }
  .tiles li { padding: 5pt 8pt; } .tiles b { font-size: 17pt; }
  .chart svg { min-width: 0; max-width: 100%; }
  a { color: inherit; text-decoration: none; }
  .met, .not-met, .pending, .undetermined, .not-applicable, .not-scored, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>`;
