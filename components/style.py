"""The look that Streamlit's theme does not reach, and the marks it applies to."""

from dataclasses import asdict

from components.charts.palette import FIRST_TABLE, INK, KAZAKHSTAN
from components.instrument_style import INSTRUMENT_STYLE, ground_variables
from components.mapping.style import DARK_GROUND, LIGHT_GROUND
from components.print_places import PRINT_STYLE

_MARKUP = ':is([data-testid="stHtml"], .st-key-views)'
"""Where markup of the Atlas stands; Streamlit's own rules for text are as strong as a class."""

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
details.atlas-more {{ font-size: 0.75rem; }}
details.atlas-more summary {{ cursor: pointer; opacity: 0.78; }}
details.atlas-conflict {{
  border-top: 1px solid color-mix(in srgb, currentColor 18%, transparent); padding: 0.45rem 0;
}}
details.atlas-conflict summary {{ cursor: pointer; }}
{_MARKUP} dl.atlas-numbers {{ margin: 0.3rem 0; }}
{_MARKUP} .atlas-numbers dt {{ font-weight: 400; font-size: 0.85rem; }}
{_MARKUP} .atlas-numbers dd {{ margin: 0 0 0.3rem; display: flex; gap: 0.5rem; }}
.atlas-bar {{
  background: {FIRST_TABLE}; height: 0.9rem; border-radius: 2px; align-self: center; flex: none;
  min-width: 2px;
}}
{_MARKUP} dl.atlas-facts {{
  margin: 0.2rem 0; padding: 0; display: grid; gap: 0.3rem;
}}
{_MARKUP} h3.atlas-headline {{
  font-size: 1.1rem; line-height: 1.3; padding: 0; margin: 0;
}}
{_MARKUP} .atlas-facts dt {{ font-weight: 400; font-size: 0.82rem; opacity: 0.78; }}
{_MARKUP} .atlas-facts dd {{
  margin: 0; font-size: 0.92rem; overflow-wrap: anywhere;
}}
.st-key-atlas_screen {{ display: none; }}
.atlas-turning [data-testid="stMain"] {{ pointer-events: none; }}
.atlas-lost :is([data-testid="stDialog"], [data-testid="stConnectionStatus"]) {{ display: none; }}
.atlas-turning .st-key-page_head {{ pointer-events: auto; }}
h4.atlas-part {{ font-size: 0.95rem; padding: 0; margin: 0.6rem 0 0.1rem; }}
ol.atlas-events {{ font-size: 0.9rem; margin: 0; padding-left: 1.1rem; }}
{_MARKUP} ul.atlas-legend {{
  list-style: none; margin: 0; padding: 0; display: grid; gap: 0.15rem 0.8rem;
  grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); font-size: 0.82rem;
}}
.atlas-legend li {{ display: flex; gap: 0.45rem; align-items: center; margin: 0; }}
.atlas-legend i {{ flex: none; display: inline-block; }}
p.atlas-unseen {{
  position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}}
@media (pointer: coarse) {{
  /* One finger moves the page, two the map; a list scrolls once it has been tapped. */
  [data-testid="stDeckGlJsonChart"] .deck-events-root {{ touch-action: pan-y !important; }}
  [data-testid="stDataFrame"]:not(:focus-within) .dvn-scroller {{ overflow-y: hidden !important; }}
}}
@media (min-width: 900px) {{
  [data-testid="stMainBlockContainer"] {{ padding-left: 1.5rem; padding-right: 1.5rem; }}
  [data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] {{ gap: 0.4rem; }}
}}
{_MARKUP} p.atlas-downloads {{ display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; }}
{_MARKUP} a.atlas-download {{
  display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2.5rem; padding: 0 0.9rem;
  border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: 0.5rem;
  color: inherit; text-decoration: none;
}}
{_MARKUP} a.atlas-download:not(.atlas-page)::before {{ content: "↓" / ""; font-weight: 700; }}
{_MARKUP} a.atlas-download:hover {{
  border-color: var(--st-primary-color); color: var(--st-primary-color);
}}
{_MARKUP} a.atlas-download:focus-visible {{
  outline: 2px solid var(--st-primary-color); outline-offset: 2px;
}}
</style>
"""

_CHART = '[data-testid="stVegaLiteChart"] svg'

# Charts name the colours of the light ground; a dark page shows the dark one in their place.
_GROUND = "".join(
    f'{_CHART} [{part}="{light}"] {{ {part}: light-dark({light}, {dark}); }}\n'
    for light, dark in zip(asdict(LIGHT_GROUND).values(), asdict(DARK_GROUND).values(), strict=True)
    if light != LIGHT_GROUND.ink
    for part in ("fill", "stroke")
)

PAGE_STYLE = (
    f"{STYLE}{INSTRUMENT_STYLE}<style>{_GROUND}{PRINT_STYLE}</style>"
    f"{ground_variables(LIGHT_GROUND, DARK_GROUND, KAZAKHSTAN)}"
)
"""The style of a page as HTML, for whichever theme the browser shows."""
