// The thumbs of a slider of years: where they stand on its track, and what they say.

// Place of a year on the track, in per cent; a range of one year has its thumb at the left end.
export function placeOnTrack(year, lowest, highest) {
  return (100 * (year - lowest)) / (highest - lowest || 1);
}

// Years of two thumbs as first and last year; the thumbs may have passed each other.
export function firstAndLast([one, other]) {
  return one <= other ? [one, other] : [other, one];
}

export function spanText([first, last]) {
  return first === last ? String(first) : `${first}–${last}`;
}

// Where both thumbs meet at the right end, the left one has to lie on top to be moved.
export function leftThumbOnTop(first, highest) {
  return first === highest;
}
