// Addresses within the Atlas: every link carries the whole choice along.

export function addressOf(path, query) {
  return `${path}?${query}`;
}

// A query string with some parameters set.
export function withParameters(query, parameters) {
  const held = new URLSearchParams(query);
  for (const [name, text] of Object.entries(parameters)) held.set(name, text);
  return held.toString();
}

// Whether two query strings say the same, however they are encoded.
export function sameQuery(one, other) {
  return new URLSearchParams(one).toString() === new URLSearchParams(other).toString();
}

// Address of a page of the menu, relative to the page that is shown.
export function pathOf(page, { entries, paths }) {
  return paths[entries.findIndex(([one]) => one === page)];
}

// With a key held the browser opens an address itself, in a tab or a window of its own.
export function opensElsewhere({ ctrlKey, metaKey, shiftKey }) {
  return Boolean(ctrlKey || metaKey || shiftKey);
}
