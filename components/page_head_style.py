"""The style of the head of a page, whose elements the style of the page does not reach."""

STYLE = """
.bar {
  --line: color-mix(in srgb, var(--st-text-color) 28%, transparent);
  font: 0.875rem/1.3 var(--st-font); color: var(--st-text-color); display: grid; gap: 0.35rem;
  grid-template-columns: minmax(0, 1fr);
}
.head, .filters, nav { display: flex; flex-wrap: wrap; gap: 0.35rem 0.7rem; align-items: center; }
.head { padding-right: 2.6rem; border-bottom: 1px solid var(--line); padding-bottom: 0.3rem; }
.name { font-size: 1rem; font-weight: 700; margin: 0 0.8rem 0 0; }
nav { gap: 0.1rem 0.2rem; }
nav a { color: inherit; text-decoration: none; padding: 0.2rem 0.6rem; border-radius: 0.4rem; }
nav a:hover { background: color-mix(in srgb, var(--st-text-color) 8%, transparent); }
nav a[aria-current] {
  font-weight: 600; background: color-mix(in srgb, var(--st-primary-color) 16%, transparent);
}
.years { display: inline-flex; align-items: center; gap: 0.6rem; }
.years output { font-weight: 600; min-width: 5.2em; font-variant-numeric: tabular-nums; }
.track {
  position: relative; display: inline-block; width: 150px; height: 1.6rem;
  background: linear-gradient(
    to right, var(--line) var(--from), var(--st-primary-color) var(--from),
    var(--st-primary-color) var(--to), var(--line) var(--to)
  ) center / calc(100% - 14px) 4px no-repeat;
}
.track input {
  position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; background: none;
  appearance: none; pointer-events: none;
}
.track input::-webkit-slider-runnable-track { background: none; }
.track input::-moz-range-track { background: none; }
.track input::-webkit-slider-thumb {
  appearance: none; pointer-events: auto; width: 14px; height: 14px; border-radius: 50%;
  background: var(--st-primary-color); border: 0; cursor: pointer;
}
.track input::-moz-range-thumb {
  pointer-events: auto; width: 14px; height: 14px; border-radius: 50%;
  background: var(--st-primary-color); border: 0; cursor: pointer;
}
:is(a, input, button, summary, select):focus-visible {
  outline: 2px solid var(--st-primary-color); outline-offset: 2px;
}
.track input:focus-visible { outline: none; }
.track input:focus-visible::-webkit-slider-thumb {
  box-shadow: 0 0 0 2px var(--st-background-color), 0 0 0 4px var(--st-primary-color);
}
.track input:focus-visible::-moz-range-thumb {
  box-shadow: 0 0 0 2px var(--st-background-color), 0 0 0 4px var(--st-primary-color);
}
summary, button, select, .link > input {
  font: inherit; color: inherit; background: var(--st-background-color); cursor: pointer;
  border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.2rem 0.6rem;
}
details { position: relative; }
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::after { content: " ▾"; }
.panel {
  position: absolute; z-index: 1000; top: calc(100% + 4px); left: 0; padding: 0.7rem;
  width: min(46rem, calc(100vw - 3rem)); max-height: 75vh; overflow: auto;
  display: grid; gap: 0.6rem; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
  background: var(--st-background-color); border: 1px solid var(--line); border-radius: 0.5rem;
  box-shadow: 0 6px 24px rgb(0 0 0 / 18%); box-sizing: border-box;
}
.choice { display: grid; gap: 0.15rem; font-size: 0.8rem; }
.choice select { width: 100%; min-width: 0; }
.head > .choice { display: inline-flex; align-items: center; gap: 0.4rem; margin-left: auto; }
.head > .choice select { width: auto; padding: 0.1rem 0.4rem; }
.sectors {
  grid-column: 1 / -1; display: grid; gap: 0.4rem 0.8rem;
  grid-template-columns: repeat(auto-fit, minmax(8.2rem, 1fr));
}
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
legend { font-weight: 600; padding: 0; font-size: 0.82rem; }
fieldset label { display: flex; gap: 0.35rem; font-size: 0.82rem; padding: 0.08rem 0; }
fieldset input { accent-color: var(--st-primary-color); }
.chips { display: contents; }
.chip {
  border-color: var(--st-primary-color);
  background: color-mix(in srgb, var(--st-primary-color) 12%, var(--st-background-color));
  max-width: 15rem; white-space: pre; border-radius: 1rem; display: inline-flex;
}
.chip .label { overflow: hidden; text-overflow: ellipsis; }
.clear { border-color: transparent; text-decoration: underline; }
.link { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; grid-column: 1 / -1; }
.link > input { flex: 1 1 14rem; min-width: 0; cursor: text; }
.code { width: 180px; height: 180px; background: #fff; }
.remarks { flex: 1 1 12rem; font-size: 0.8rem; }
.remarks p { margin: 0 0 0.3rem; }
@media (max-width: 640px) {
  .panel { position: fixed; left: 0.8rem; right: 0.8rem; top: 4rem; width: auto; }
  .head { padding-right: 3rem; }
  nav { flex-basis: 100%; }
  nav a { padding: 0.15rem 0.5rem; }
  .name { flex-basis: 100%; }
  .head > .choice { margin-left: 0; }
}
@media print { nav, .head > .choice, .track, details, .clear { display: none; } }
"""
