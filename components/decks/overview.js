// All slides as small pictures, to choose one with arrows and Enter or with the pointer.
const SLIDE_WIDTH = 1280;

const MOVES = { ArrowLeft: -1, ArrowRight: 1, PageUp: -1, PageDown: 1 };

// The number of the picture that a key leads to; pictures stand in rows of `columns`.
export const pictureAfter = (key, number, columns, count) => {
  const moved = { Home: 0, End: count - 1, ArrowUp: number - columns, ArrowDown: number + columns }[key]
    ?? (key in MOVES ? number + MOVES[key] : number);
  if (moved >= 0 && moved < count) return moved;
  return key.startsWith("Page") || key === "ArrowLeft" || key === "ArrowRight"
    ? Math.min(Math.max(moved, 0), count - 1)
    : number;
};

const columnsOf = (place) => {
  const pictures = [...place.children];
  return pictures.filter((one) => one.offsetTop === pictures[0].offsetTop).length;
};

export const openOverview = (page, { count, current, slideElement, choose }) => {
  const { document } = page;
  const place = document.getElementById("overview");
  const close = () => {
    place.hidden = true;
    place.replaceChildren();
  };
  for (let number = 0; number < count; number += 1) {
    const picture = document.createElement("button");
    picture.type = "button";
    picture.className = "preview";
    picture.setAttribute("aria-label", String(number + 1));
    const slide = slideElement(number).cloneNode(true);
    slide.inert = true;
    picture.append(slide);
    picture.onclick = () => {
      close();
      choose(number);
    };
    place.append(picture);
  }
  place.hidden = false;
  for (const picture of place.children) {
    picture.style.setProperty("--shrink", picture.clientWidth / SLIDE_WIDTH);
  }
  place.children[current].focus();
  return {
    isOpen: () => !place.hidden,
    key: ({ key }) => {
      const pictures = [...place.children];
      const focused = Math.max(0, pictures.indexOf(document.activeElement));
      if (key === "Escape" || key.toLowerCase() === "o") close();
      else if (key === "Enter" || key === " ") pictures[focused].click();
      else pictures[pictureAfter(key, focused, columnsOf(place), count)].focus();
    },
  };
};
