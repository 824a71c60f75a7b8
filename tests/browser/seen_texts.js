(tolerance) => {
  const cut = new Set();
  const plain = new Set();
  const named = new Set();
  const NAMES = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"];
  // An icon is a word in a font of signs, which draws it as one sign.
  const UNSEEN =
    "svg, canvas, script, style, noscript, select, template, .atlas-unseen, [hidden]," +
    " [data-testid=stIconMaterial]";

  const outerOf = (element) => element.parentElement ?? element.getRootNode().host ?? null;

  const cuts = (element, box) => {
    let scrollsX = false;
    let scrollsY = false;
    for (let outer = element; outer; outer = outerOf(outer)) {
      const style = getComputedStyle(outer);
      const frame = outer.getBoundingClientRect();
      const clips = (overflow) => overflow === "hidden" || overflow === "clip";
      // For screen readers only, or shown when it has the focus.
      if (style.clipPath !== "none" || (clips(style.overflowX) && frame.width <= 1)) return false;
      if (clips(style.overflowX) && !scrollsX) {
        if (box.left < frame.left - tolerance || box.right > frame.right + tolerance) return true;
      }
      if (clips(style.overflowY) && !scrollsY) {
        if (box.top < frame.top - tolerance || box.bottom > frame.bottom + tolerance) return true;
      }
      if (style.textOverflow === "ellipsis" && outer.scrollWidth > outer.clientWidth + 1) return true;
      scrollsX ||= /auto|scroll/.test(style.overflowX);
      scrollsY ||= /auto|scroll/.test(style.overflowY);
      if (style.position === "fixed") break;
    }
    return !scrollsX && (box.left < -tolerance || box.right > innerWidth + tolerance);
  };

  // A text of which a part stays on one line, such as an amount, is one text.
  const wholeOf = (element) => {
    const outer = element.matches(".nb") ? element.parentElement : element;
    return outer.querySelector(":scope > .nb") ? outer.textContent.trim() : null;
  };

  const look = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent.trim();
      const element = texts.currentNode.parentElement;
      if (!text || !element || element.closest(UNSEEN)) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const whole = wholeOf(element) ?? text;
      if (/[A-Za-z]/.test(whole)) plain.add(whole);
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
      if (boxes.some((box) => cuts(element, box))) {
        cut.add(`${element.tagName.toLowerCase()}.${element.className}: ${text}`);
      }
    }
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.checkVisibility()) continue;
      for (const name of NAMES) {
        const said = element.getAttribute(name)?.trim();
        if (said && /[A-Za-z]/.test(said)) named.add(said);
      }
    }
  };

  look(document.body);
  return { cut: [...cut], plain: [...plain], named: [...named] };
};
