// Codes of sectors: which boxes are ticked for a list of codes, and the list after a click.
//
// A group is [title, options], its first option the theme. The code of a theme stands for all of
// its sectors, and for what names the theme alone.

const codesOf = ([, options]) => options.map(([code]) => code);

// Whether all of a theme is chosen, a part of it, or nothing.
export function themeState(chosen, group) {
  const [theme, ...sectors] = codesOf(group);
  if (chosen.includes(theme)) return "all";
  return sectors.some((code) => chosen.includes(code)) ? "some" : "none";
}

export function isTicked(chosen, group, code) {
  return chosen.includes(code) || chosen.includes(codesOf(group)[0]);
}

export function withTheme(chosen, group, wanted) {
  const own = codesOf(group);
  const others = chosen.filter((code) => !own.includes(code));
  return wanted ? [...others, own[0]] : others;
}

// Without one sector, a whole theme becomes its other sectors.
export function withSector(chosen, group, code, wanted) {
  const [theme, ...sectors] = codesOf(group);
  const others = chosen.filter((one) => one !== code && one !== theme);
  if (wanted) return chosen.includes(theme) ? [...others, theme] : [...others, code];
  return chosen.includes(theme) ? [...others, ...sectors.filter((one) => one !== code)] : others;
}
