// Addresses within the Atlas, with the current filters.

export function addressOf(path, query) {
  return `${path}?${query}`;
}

// A query string with some parameters set.
export function withParameters(query, parameters) {
  const held = new URLSearchParams(query);
  for (const [name, text] of Object.entries(parameters)) held.set(name, text);
  return held.toString();
}

// A query string for another page: a figure and its open panel belong to the page that shows it.
export function ofAnyPage(query) {
  const held = new URLSearchParams(query);
  for (const name of ["figure", "panel"]) held.delete(name);
  return held.toString();
}

// Names parameters in the address of the browser, without a run of the server; empty ones go.
export function nameInAddress(parameters) {
  const query = new URLSearchParams(withParameters(location.search, parameters));
  for (const [name, text] of Object.entries(parameters)) if (!text) query.delete(name);
  history.replaceState(history.state, "", addressOf(location.pathname, query.toString().replaceAll("%2C", ",")));
}

// Whether two query strings have the same parameters, regardless of encoding.
export function sameQuery(one, other) {
  return new URLSearchParams(one).toString() === new URLSearchParams(other).toString();
}

// Address of a page of the menu, relative to the current page.
export function pathOf(page, { entries, paths }) {
  return paths[entries.findIndex(([one]) => one === page)];
}

// Whether a held key makes the browser open the link in another tab or window.
export function opensElsewhere({ ctrlKey, metaKey, shiftKey }) {
  return Boolean(ctrlKey || metaKey || shiftKey);
}
