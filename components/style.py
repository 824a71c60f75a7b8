"""The look that Streamlit's theme does not reach, and the marks it applies to."""

from dataclasses import asdict

from components.mapping.overview import BOUNDARIES, LABELS, LINES, TARGETS
from components.mapping.style import DARK_GROUND, LIGHT_GROUND
from components.palette import FIRST_TABLE, INK

# Streamlit leaves the height of a toolbar above every page; a projector needs that room. Charts
# are drawn in the ink of the light theme; in the dark they take the colour of the page's text.
STYLE = f"""
<style>
[data-testid="stHeader"] {{
  height: 2.5rem; min-height: 2.5rem; background: none; pointer-events: none;
}}
[data-testid="stHeader"] * {{ pointer-events: none; }}
[data-testid="stHeader"] button, [data-testid="stHeader"] button * {{ pointer-events: auto; }}
[data-testid="stMainBlockContainer"] {{ padding-top: 0.6rem; padding-bottom: 2rem; }}
[data-testid="stMain"] [data-stale="true"] {{ opacity: 1; transition: none; }}
[data-testid="stVegaLiteChart"] {{ contain: layout paint; will-change: transform; }}
[data-testid="stVegaLiteChart"] svg [fill="{INK}"] {{ fill: currentColor; }}
.atlas-quiet {{ font-size: 0.875rem; line-height: 1.45; opacity: 0.78; margin: 0.2rem 0 0; }}
ul.atlas-list {{ font-size: 0.9rem; margin: 0; overflow-wrap: anywhere; }}
h1.atlas-title {{ font-size: 1.6rem; padding: 0; margin: 0; }}
h2.atlas-headline {{ font-size: 1.15rem; line-height: 1.3; padding: 0; margin: 0; }}
[data-testid="stHtml"] .atlas-strip dd, [data-testid="stHtml"] .atlas-strip dt {{ margin: 0; }}
[data-testid="stHtml"] dl.atlas-strip {{
  display: grid; gap: 0.5rem; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
  margin: 0; padding: 0;
}}
.atlas-strip > div {{
  border: 1px solid color-mix(in srgb, currentColor 22%, transparent);
  border-radius: 0.4rem; padding: 0.25rem 0.55rem; display: grid; align-content: end;
  grid-template-columns: auto 1fr; column-gap: 0.5rem; align-items: baseline;
}}
.atlas-strip dt {{ font-size: 0.75rem; font-weight: 400; grid-column: 1 / -1; line-height: 1.25; }}
.atlas-strip dd.value {{ font-size: 1.2rem; font-weight: 600; line-height: 1.25; }}
.atlas-strip dd.quiet {{ font-size: 0.72rem; opacity: 0.78; line-height: 1.25; }}
.atlas-strip dd.since {{ grid-column: 1 / -1; }}
details.atlas-conflict {{
  border-top: 1px solid color-mix(in srgb, currentColor 18%, transparent); padding: 0.45rem 0;
}}
details.atlas-conflict summary {{ cursor: pointer; }}
[data-testid="stHtml"] dl.atlas-numbers {{ margin: 0.3rem 0; }}
[data-testid="stHtml"] .atlas-numbers dt {{ font-weight: 400; font-size: 0.85rem; }}
[data-testid="stHtml"] .atlas-numbers dd {{ margin: 0 0 0.3rem; display: flex; gap: 0.5rem; }}
.atlas-bar {{
  background: {FIRST_TABLE}; height: 0.9rem; border-radius: 2px; align-self: center; flex: none;
  min-width: 2px;
}}
[data-testid="stHtml"] dl.atlas-facts {{
  margin: 0.2rem 0; padding: 0; display: grid; gap: 0.3rem;
}}
[data-testid="stHtml"] h3.atlas-headline {{
  font-size: 1.1rem; line-height: 1.3; padding: 0; margin: 0;
}}
[data-testid="stHtml"] .atlas-facts dt {{ font-weight: 400; font-size: 0.82rem; opacity: 0.78; }}
[data-testid="stHtml"] .atlas-facts dd {{
  margin: 0; font-size: 0.92rem; overflow-wrap: anywhere;
}}
.st-key-atlas_screen {{ display: none; }}
h4.atlas-part {{ font-size: 0.95rem; padding: 0; margin: 0.6rem 0 0.1rem; }}
ol.atlas-events {{ font-size: 0.9rem; margin: 0; padding-left: 1.1rem; }}
[data-testid="stHtml"] ul.atlas-legend {{
  list-style: none; margin: 0; padding: 0; display: grid; gap: 0.15rem 0.8rem;
  grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); font-size: 0.82rem;
}}
.atlas-legend li {{ display: flex; gap: 0.45rem; align-items: center; margin: 0; }}
.atlas-legend i {{ flex: none; display: inline-block; }}
svg .{LABELS}_marks text {{ paint-order: stroke; stroke: {LIGHT_GROUND.plate}; stroke-width: 3px; }}
svg :is(.{BOUNDARIES}_marks, .{LINES}_marks) path {{ pointer-events: none; }}
svg .{TARGETS}_marks path {{ pointer-events: stroke; }}
.st-key-instrument [data-testid="stElementToolbar"] {{ display: none; }}
.atlas-small {{ margin: 0.35rem 0 0.25rem; }}
.atlas-small h2.atlas-headline {{ font-size: 0.9rem; line-height: 1.25; }}
.atlas-small .atlas-quiet {{ font-size: 0.75rem; line-height: 1.3; }}
details.atlas-more {{ font-size: 0.75rem; }}
details.atlas-more summary {{ cursor: pointer; opacity: 0.78; }}
.atlas-panel {{
  max-height: 262px; overflow-y: auto; padding-right: 0.4rem; contain: layout paint;
  will-change: transform;
}}
.atlas-panel ol.atlas-events li {{ content-visibility: auto; contain-intrinsic-size: auto 1rem; }}
.atlas-panel h4.atlas-part {{ font-size: 0.82rem; margin-top: 0.35rem; }}
.atlas-panel ol.atlas-events, .atlas-panel ul.atlas-list {{ font-size: 0.78rem; }}
.atlas-panel ol.atlas-events {{ list-style: none; padding: 0; }}
.atlas-panel ul.atlas-list {{ padding-left: 0.9rem; }}
.atlas-panel li {{ margin: 0 0 0.1rem; line-height: 1.3; }}
.atlas-panel .atlas-facts dd {{ font-size: 0.8rem; }}
.atlas-panel .atlas-quiet {{ font-size: 0.72rem; }}
p.atlas-unseen {{
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}}
p.atlas-small-print {{ font-size: 0.7rem; line-height: 1.2; opacity: 0.78; margin: 0.2rem 0 0; }}
[data-testid="stHtml"] ul.atlas-inline {{
  display: flex; flex-wrap: wrap; gap: 0 0.8rem; font-size: 0.72rem; margin-top: 0.15rem;
}}
.atlas-inline i {{ width: 18px !important; }}
.atlas-foot {{ display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }}
.atlas-foot a {{ font-size: 0.75rem; color: inherit; white-space: nowrap; }}
@media (min-width: 900px) {{
  [data-testid="stMainBlockContainer"] {{ padding-left: 1.5rem; padding-right: 1.5rem; }}
  [data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] {{ gap: 0.4rem; }}
  .st-key-instrument {{
    display: grid; grid-template-columns: 43fr 30fr 30fr; column-gap: 1rem; align-items: start;
    margin-top: -0.5rem;
  }}
}}
@media print {{
  [data-testid="stHeader"], [data-testid="stButtonGroup"] {{ display: none; }}
}}
</style>
"""

_CHART = '[data-testid="stVegaLiteChart"] svg'

# Charts name the colours of the light ground; a dark page shows the dark one in their place.
DARK_STYLE = "".join(
    f'{_CHART} [{part}="{light}"] {{ {part}: {dark}; }}\n'
    for light, dark in zip(asdict(LIGHT_GROUND).values(), asdict(DARK_GROUND).values(), strict=True)
    if light != LIGHT_GROUND.ink
    for part in ("fill", "stroke")
)
"""Rules that a dark page adds to `STYLE`."""


def page_style(*, dark: bool) -> str:
    """Return the style of a page as HTML."""
    halo = f"svg .{LABELS}_marks text {{ stroke: {DARK_GROUND.plate}; }}"
    return f"{STYLE}<style>{DARK_STYLE}{halo}</style>" if dark else STYLE
