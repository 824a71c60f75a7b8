// What the server has at addresses, fetched once for all components of a browser tab.

const TRIES = 3;
const WAIT_MS = 400;
const fetched = new Map();
const arrived = new Map();

function fromAddress(address, tried = 1) {
  const asked = async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  };
  const again = (error) => {
    if (tried === TRIES) throw error;
    return new Promise((resolve) => setTimeout(resolve, WAIT_MS * tried)).then(() =>
      fromAddress(address, tried + 1)
    );
  };
  return asked().catch(again);
}

// What is at an address, asked for once; what did not come is asked for again the next time.
export function kept(address) {
  if (!fetched.has(address)) {
    const coming = fromAddress(address);
    fetched.set(address, coming);
    coming.then((content) => arrived.set(address, content)).catch(() => fetched.delete(address));
  }
  return fetched.get(address);
}

// What has come from an address, at once; undefined before that.
export function atHand(address) {
  return arrived.get(address);
}
