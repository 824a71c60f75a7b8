// What a component of the browser is given where the server has its script and style at an
// address: they come once and stay in the browser, instead of coming with every change.

const ADDRESS = "./asset/digest.js";
const TRIES = 6;
const FIRST_WAIT_MS = 300;

// Each attempt has another address, since browsers may cache a failed import.
async function loaded(tried = 0) {
  const address = tried ? `${ADDRESS}?try=${tried}` : ADDRESS;
  try {
    return await import(new URL(address, location.href));
  } catch (error) {
    if (tried + 1 === TRIES) throw error;
    await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** tried));
    return loaded(tried + 1);
  }
}

const { default: draw, style } = await loaded();
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

export default function (component) {
  const root = component.parentElement.getRootNode();
  if (style && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return draw(component);
}
