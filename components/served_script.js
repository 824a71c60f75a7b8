// Loader of a component's script from its address, so that the browser can cache it. Otherwise
// the script would be sent with every change of the component.

const ADDRESS = "./script/digest.js";
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

const { default: draw } = await loaded();

export default draw;
