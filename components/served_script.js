// What a component of the browser is given where the server has its script at an address: the
// script comes once and stays in the browser, where it would come with every change otherwise.

const ADDRESS = "./script/digest.js";
const TRIES = 6;
const FIRST_WAIT_MS = 300;

// A browser may remember that an address failed: each try has one of its own.
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
