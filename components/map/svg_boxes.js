// Boxes on the small map, in pixels: labels that make room for each other, and the tooltip.

// Event of a map once the buttons of its zoom stand above it.
export const BUTTONS_DRAWN = "atlas-buttons-drawn";

function overlaps(one, other) {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}

function isInside(box, frame) {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}

// For each box whether it has no place: it is cut by the frame, or covered by one before it that has
// a place, or by one of those above the map.
export function coveredBoxes(boxes, frame, above = []) {
  const kept = [...above];
  return boxes.map((box) => {
    const covered = !isInside(box, frame) || kept.some((other) => overlaps(box, other));
    if (!covered) kept.push(box);
    return covered;
  });
}

// Scale at which a canvas fits into a box.
export function fittingScale({ width, height }, [canvasWidth, canvasHeight]) {
  return Math.min(width / canvasWidth, height / canvasHeight);
}

// Letters of a map that is drawn smaller keep their size.
export function letterScale(scale) {
  return Math.max(1, 1 / scale);
}

// Left and top edge of a tooltip beside the pointer: below it, or above where there is no room.
export function tooltipPlace([x, y], tip, box) {
  const above = y + 14 + tip.height > box.height;
  return [
    Math.max(0, Math.min(x + 12, box.width - tip.width)),
    Math.max(0, above ? y - 8 - tip.height : y + 14),
  ];
}
