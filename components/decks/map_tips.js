// Names on a map under the pointer; thin lines get a wide, invisible target.
const GAP = 16;

export const tipPlace = (pointer, size, room) => ({
  left: Math.max(0, Math.min(pointer.x + GAP, room.width - size.width)),
  top: pointer.y + GAP + size.height > room.height ? Math.max(0, pointer.y - GAP - size.height) : pointer.y + GAP,
});

const addTargets = (map) => {
  for (const line of [...map.querySelectorAll(".lines path[data-code]")]) {
    const target = line.cloneNode(false);
    target.removeAttribute("stroke-dasharray");
    target.removeAttribute("opacity");
    target.removeAttribute("stroke-width");
    target.classList.add("target");
    line.parentNode.append(target);
  }
};

const show = (page, tip, [name, text], event) => {
  const { document } = page;
  const heading = document.createElement("strong");
  heading.textContent = name;
  tip.replaceChildren(heading, text);
  tip.hidden = false;
  const place = tipPlace(
    { x: event.clientX, y: event.clientY },
    { width: tip.offsetWidth, height: tip.offsetHeight },
    { width: page.innerWidth, height: page.innerHeight },
  );
  tip.style.left = `${place.left}px`;
  tip.style.top = `${place.top}px`;
};

export const addTips = (page, map, tips) => {
  const tip = page.document.getElementById("tip");
  addTargets(map);
  map.addEventListener("pointermove", (event) => {
    const code = event.target.closest("[data-code]")?.dataset.code;
    if (code && tips[code]) show(page, tip, tips[code], event);
    else tip.hidden = true;
  });
  map.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
};
