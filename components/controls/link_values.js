// Formatting and parsing of parameter values in links.

// Years such as `2018-2023`, and the two questions of the landing page such as `3-7`.
export function readPair(text) {
  return text.split("-").map(Number);
}

export function writePair([one, other]) {
  return `${one}-${other}`;
}

export function readCodes(text) {
  return text.split(",").filter(Boolean);
}

export function writeCodes(codes) {
  return [...codes].sort().join(",");
}

// Link value of a list without one of its codes.
export function withoutCode(codes, code) {
  return writeCodes(codes.filter((one) => one !== code));
}
