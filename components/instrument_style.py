"""The style of the landing page: where its views stand, and how its map is drawn."""

from dataclasses import asdict

from components.mapping.style import Ground

# The component of all views has no box of its own: its pieces and the charts share one grid.
INSTRUMENT_STYLE = """
<style>
.st-key-views, .st-key-views div:has(.atlas-map):not(.atlas-mapped) { display: contents; }
.st-key-instrument {
  display: flex; flex-direction: column; gap: 0.2rem; align-items: stretch;
}
.st-key-instrument [data-testid="stElementToolbar"] { display: none; }
.atlas-piece { min-width: 0; position: relative; z-index: 1; }
/* Below its axis every chart keeps a margin that a heading can use. */
.st-key-instrument > [class*="st-key-chart"] { margin-bottom: -1.15rem; }
.st-key-views dl.atlas-strip {
  display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
  margin: 0; padding: 0;
}
.st-key-views .atlas-strip :is(dd, dt) { margin: 0; }
.atlas-strip > div {
  border: 1px solid color-mix(in srgb, currentColor 22%, transparent);
  border-radius: 0.4rem; padding: 0.25rem 0.5rem; display: flex; flex-wrap: wrap;
  align-content: end; column-gap: 0.35rem; align-items: baseline;
}
/* The first line of a cell ends after its label and its other values. */
.atlas-strip > div::after { content: ""; flex-basis: 100%; order: 1; }
.atlas-strip :is(dd.value, dd.change) { order: 2; }
.atlas-strip dt { font-size: 0.75rem; font-weight: 400; line-height: 1.25; }
.atlas-strip dd.value { font-size: 1.2rem; font-weight: 600; line-height: 1.25; }
.atlas-strip dd.quiet { font-size: 0.72rem; opacity: 0.78; line-height: 1.25; }
.atlas-strip dd.since { flex-basis: 100%; order: 3; }
.atlas-strip dd.also { margin-left: auto; opacity: 1; }
p.atlas-small-print { font-size: 0.7rem; line-height: 1.2; opacity: 0.78; margin: 0.2rem 0 0; }
.atlas-small { margin: 0.35rem 0 0.25rem; }
.atlas-small h2.atlas-headline { font-size: 0.9rem; line-height: 1.25; }
.atlas-small h2.atlas-headline.long { font-size: 0.8rem; line-height: 1.2; }
.atlas-small .atlas-quiet { font-size: 0.75rem; line-height: 1.3; }
.atlas-foot { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
.atlas-foot a { font-size: 0.75rem; color: inherit; white-space: nowrap; }
.atlas-alert { border-left: 4px solid #c0392b; padding: 0.2rem 0.7rem; font-size: 0.8rem; }
.atlas-alert ul.atlas-list { font-size: inherit; padding-left: 1rem; }
.st-key-views ul.atlas-inline {
  display: flex; flex-wrap: wrap; gap: 0 0.8rem; font-size: 0.72rem; margin-top: 0.15rem;
}
.atlas-inline i { width: 18px !important; }
.atlas-mapped { display: flex; flex-direction: column; gap: 0.3rem; min-width: 0; }
.atlas-map {
  position: relative; aspect-ratio: 7 / 3; min-height: 215px; overflow: hidden;
  background: var(--atlas-water); contain: strict; will-change: transform;
}
.atlas-map svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
.atlas-map svg.ground { will-change: transform; }
.atlas-map .land { fill: var(--atlas-land); }
.atlas-map .land.home { fill: var(--atlas-home); }
.atlas-map .land[data-code] { cursor: pointer; }
.atlas-map .land.chosen { stroke: var(--atlas-ink); stroke-width: 1.5px; }
.atlas-map .lakes { fill: var(--atlas-water); }
.atlas-map :is(.borders, .disputed) {
  fill: none; stroke: var(--atlas-border); stroke-width: 0.7px; pointer-events: none;
}
.atlas-map .disputed { stroke-dasharray: 3 3; }
.atlas-map svg:not(.ground), .atlas-map :is(.lines, .labels) { pointer-events: none; }
.atlas-map .lines path { fill: none; stroke-linejoin: round; }
.atlas-map .target {
  fill: none; stroke: #000; stroke-width: 9px; stroke-dasharray: none; opacity: 0;
  pointer-events: stroke; cursor: pointer;
}
.atlas-map .target.lit { opacity: 0.25; }
.atlas-map circle {
  fill: var(--atlas-mark); stroke: var(--atlas-ink); stroke-width: 1px; pointer-events: all;
  cursor: pointer;
}
.atlas-map circle.place { fill: var(--atlas-ink); }
.atlas-map circle.unsure { fill: var(--atlas-plate); }
.atlas-map text {
  font-size: calc(var(--size) * var(--letters, 1)); dominant-baseline: central;
  fill: var(--atlas-ink); stroke: var(--atlas-plate); stroke-width: 3px; paint-order: stroke;
}
.atlas-map text.of-water { fill: var(--atlas-water-ink); }
.atlas-map text.covered { visibility: hidden; }
.atlas-tip {
  position: absolute; z-index: 2; max-width: 18rem; padding: 0.3rem 0.5rem; font-size: 0.75rem;
  line-height: 1.3; border-radius: 0.3rem; pointer-events: none; color: var(--atlas-ink);
  background: var(--atlas-plate); box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
}
.atlas-missing { margin: 0; font-size: 0.75rem; line-height: 1.3; }
.atlas-missing:empty { display: none; }
.atlas-tip strong { display: block; }
.atlas-panel {
  max-height: max(262px, 100vh - 660px); overflow-y: auto; padding-right: 0.4rem;
  contain: layout paint; will-change: transform;
}
.atlas-panel ol.atlas-events li { content-visibility: auto; contain-intrinsic-size: auto 1rem; }
.atlas-panel h4.atlas-part { font-size: 0.82rem; margin-top: 0.35rem; }
.atlas-panel ol.atlas-events, .atlas-panel ul.atlas-list { font-size: 0.78rem; }
.atlas-panel ol.atlas-events { list-style: none; padding: 0; }
.atlas-panel ul.atlas-list { padding-left: 0.9rem; }
.atlas-panel li { margin: 0 0 0.1rem; line-height: 1.3; }
.st-key-views .atlas-panel h3.atlas-headline { font-size: 0.95rem; }
.atlas-panel .atlas-facts > div {
  display: grid; grid-template-columns: 9rem minmax(0, 1fr); column-gap: 0.6rem;
}
.st-key-views .atlas-panel .atlas-facts :is(dt, dd) { font-size: 0.78rem; line-height: 1.3; }
.atlas-panel .atlas-quiet { font-size: 0.72rem; }
@media print {
  .atlas-panel { max-height: none; }
}
@media (max-width: 899.98px) {
  .st-key-instrument > [class*="_at_first"] { order: 2; }
  .atlas-at-second { order: 3; }
  .st-key-instrument > [class*="_at_second"] { order: 4; }
  .atlas-at-third { order: 5; }
  .st-key-instrument > [class*="_at_third"] { order: 6; }
  .atlas-at-fourth { order: 7; }
  .st-key-instrument > [class*="_at_fourth"] { order: 8; }
}
@media (min-width: 900px) {
  .st-key-instrument {
    display: grid; column-gap: 1rem; row-gap: 0; align-items: start;
    grid-template-columns: 43fr 30fr 30fr; grid-template-rows: repeat(4, auto) 1fr;
  }
  .atlas-at-strip { grid-area: 1 / 1 / auto / -1; }
  .atlas-mapped { grid-area: 2 / 1 / span 5 / auto; }
  .atlas-at-first { grid-area: 2 / 2; }
  .st-key-instrument > [class*="_at_first"] { grid-area: 3 / 2; }
  .atlas-at-second { grid-area: 4 / 2; }
  .st-key-instrument > [class*="_at_second"] { grid-area: 5 / 2; }
  .atlas-at-third { grid-area: 2 / 3; }
  .st-key-instrument > [class*="_at_third"] { grid-area: 3 / 3; }
  .atlas-at-fourth { grid-area: 4 / 3; }
  .st-key-instrument > [class*="_at_fourth"] { grid-area: 5 / 3; }
}
</style>
"""


def ground_variables(light: Ground, dark: Ground, mark: str) -> str:
    """Return the colours of the map as variables of the page, `mark` for its facilities.

    The browser takes those of the theme that the page is shown in.
    """
    named = (
        f"--atlas-{name.replace('_', '-')}: light-dark({colour}, {asdict(dark)[name]});"
        for name, colour in asdict(light).items()
    )
    return f"<style>.stApp {{ {' '.join(named)} --atlas-mark: {mark}; }}</style>"
