// Positions and labels of the thumbs of a year slider.

// Position of a year on the track, in per cent from the left; 0 for a range of one year.
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

// If both thumbs are at the right end, only the left one can be moved, so it must be on top.
export function leftThumbOnTop(first, highest) {
  return first === highest;
}
