// What a component of the browser is given where the server has its script and style at an
// address: they come once and stay in the browser, instead of coming with every change.

const LAST_TRY = 5;
const WAIT_MS = 300;

// Each attempt has another address, since browsers may cache a failed import.
const loaded = (tried = 0) =>
  import(new URL(`./asset/digest.js${tried ? `?try=${tried}` : ""}`, location.href)).catch((fault) => {
    if (tried === LAST_TRY) throw fault;
    return new Promise((go) => setTimeout(go, WAIT_MS * 2 ** tried)).then(() => loaded(tried + 1));
  });

const { default: draw, styled } = await loaded();

export default styled(draw);
