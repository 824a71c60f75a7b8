// The connection of a page with a talk: reconnects with growing pauses, and notices silence.
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;
const LATER_MS = 20000;
const SILENT_MS = 50000;

// Why the server has closed the connection; the page tries again after those of `LATER`.
const REASONS = { 4410: "ended", 4404: "gone", 4403: "secret", 4429: "guessing", 4503: "full" };
const LATER = ["guessing", "full"];

export const pauseBefore = (tries, chance) =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries) * (0.5 + chance / 2);

// `opened` is called when the connection is open, `told` with each message, and `changed` with
// "open", "lost" or the reason for which the server has closed the connection.
export const talkLine = (page, address, { opened, told, changed }) => {
  let socket = null;
  let tries = 0;
  let [timer, watch] = [0, 0];
  let over = false;

  const again = (pause) => {
    page.clearTimeout(timer);
    timer = page.setTimeout(connect, pause);
  };
  const closed = (code) => {
    page.clearTimeout(watch);
    if (socket) socket.onclose = null;
    socket?.close();
    socket = null;
    const reason = REASONS[code] ?? "lost";
    over = reason !== "lost" && !LATER.includes(reason);
    changed(reason);
    if (over) return;
    again(reason === "lost" ? pauseBefore(tries, Math.random()) : LATER_MS);
    tries += 1;
  };
  function connect() {
    page.clearTimeout(timer);
    if (socket || over) return;
    socket = new page.WebSocket(address());
    socket.onopen = () => opened?.();
    socket.onclose = (event) => closed(event.code);
    socket.onmessage = (event) => {
      tries = 0;
      page.clearTimeout(watch);
      watch = page.setTimeout(() => closed(0), SILENT_MS);
      changed("open");
      told(JSON.parse(event.data));
    };
  }
  page.addEventListener("online", connect);
  page.document.addEventListener("visibilitychange", connect);
  connect();
  return {
    // Sends fields, and returns whether the connection is open.
    send(fields) {
      if (socket?.readyState !== 1) return false;
      socket.send(JSON.stringify(fields));
      return true;
    },
  };
};

// The address of a websocket beside a page.
export const socketAddress = (relative, { protocol, host, pathname }) => {
  const folder = pathname.slice(0, pathname.lastIndexOf("/") + 1);
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}${folder}${relative}`;
};
