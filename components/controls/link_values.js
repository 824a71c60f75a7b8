// Values of the choice as a link writes them.

// Years as `2018-2023`, and the two questions of the overview as `3-7`.
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

// A list without one of its codes, as a link writes it.
export function withoutCode(codes, code) {
  return writeCodes(codes.filter((one) => one !== code));
}
