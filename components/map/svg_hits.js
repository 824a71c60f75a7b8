// What a click on the small map selects.

// Codes under the pointer, the topmost first; those of the ground only where nothing else lies.
export function codesUnder(found) {
  const drawn = found.filter(({ onGround }) => !onGround);
  return [...new Set((drawn.length ? drawn : found).map(({ code }) => code))];
}

// Selection after a click. Where several lie on each other, each click selects the next, and the
// one after the last selects nothing. `tried` are the codes that clicks at this place have selected.
export function nextSelection({ held, tried }, codes) {
  const same = codes.includes(held) && tried.every((code) => codes.includes(code));
  const before = same ? [...tried] : [];
  if (codes.includes(held) && !before.includes(held)) before.push(held);
  const next = codes.find((code) => !before.includes(code)) ?? "";
  return { held: next, tried: next ? [...before, next] : [] };
}
