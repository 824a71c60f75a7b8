import { createHeadPlace } from "../../../components/controls/head_place.js";

// A head in the shadow of a component, with the styles of the component beside it.
function component(page) {
  const [outer, host, styles, root] = ["div", "div", "div", "p"].map((tag) => document.createElement(tag));
  outer.className = "theme";
  styles.className = "styles";
  host.attachShadow().append(styles);
  outer.append(host);
  page.append(outer);
  root.box = { top: 12, left: 34, width: 500, height: 80 };
  return { outer, host, root };
}

function shown() {
  const page = freshPage();
  const old = component(page);
  old.host.shadowRoot.append(old.root);
  return { page, place: createHeadPlace(), bar: { drawn: { root: old.root } }, ...old };
}

test("a head keeps its position and styles while its page is removed", () => {
  const { page, place, bar, root, outer, host } = shown();
  place.leave(bar, host.shadowRoot);
  outer.remove();
  const room = page.querySelector(".atlas-waiting-head");
  equal([room.style.top, room.style.left, room.style.width], ["12px", "34px", "500px"]);
  equal(room.style.colorScheme, "normal");
  equal(page.style["--atlas-head-height"], "80px");
  const shadow = root.getRootNode();
  equal([root.isConnected, room.contains(shadow.host)], [true, true]);
  equal(shadow.children.map(({ className }) => className), ["styles", ""]);
  equal([room.querySelector(".theme") !== null, place.waits], [true, true]);
});

test("a head moves to the next page and keeps the focus", () => {
  const { page, place, bar, root, outer, host } = shown();
  root.focus();
  place.leave(bar, host.shadowRoot);
  outer.remove();
  const next = component(page);
  document.activeElement = null;
  root.focus();
  equal(place.arrive(next.host.shadowRoot) === bar, true);
  equal([root.getRootNode() === next.host.shadowRoot, place.waits], [true, false]);
  equal([page.querySelector(".atlas-waiting-head"), page.style["--atlas-head-height"]], [null, undefined]);
  equal(document.activeElement === root, true);
});

test("a head returns to its page if no other page is drawn", () => {
  const { place, bar, root, host } = shown();
  place.leave(bar, host.shadowRoot);
  place.leave(bar, host.shadowRoot);
  place.arrive();
  equal(root.getRootNode() === host.shadowRoot, true);
  equal(place.arrive(), null);
});

test("a removed head is not kept", () => {
  const { place, bar, outer, host } = shown();
  outer.remove();
  place.leave(bar, host.shadowRoot);
  equal(place.waits, false);
});

test("press and release on one element are a click, although the head has moved", () => {
  const { page, place, bar, root, host } = shown();
  let clicks = 0;
  root.click = () => {
    clicks += 1;
  };
  root.happen("pointerdown");
  root.happen("pointerup");
  equal(clicks, 0);
  root.happen("pointerdown");
  place.leave(bar, host.shadowRoot);
  root.happen("pointerup");
  equal(clicks, 1);
  root.happen("pointerdown");
  place.arrive();
  page.happen("pointerup");
  root.happen("pointerup");
  equal(clicks, 1);
});
