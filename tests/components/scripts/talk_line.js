import { pauseBefore, socketAddress, talkLine } from "../../../components/talks/talk_line.js";

function line() {
  const sockets = [];
  const seen = [];
  const listeners = {};
  const listen = (kind, run) => Object.assign(listeners, { [kind]: run });
  const page = {
    setTimeout, clearTimeout, addEventListener: listen, document: { addEventListener: listen },
    WebSocket: class {
      constructor(address) {
        Object.assign(this, { address, readyState: 1, sent: [] });
        sockets.push(this);
      }
      send(text) {
        this.sent.push(text);
      }
      close() {
        this.readyState = 3;
      }
    },
  };
  const made = talkLine(page, () => "ws://atlas/talk/ab/follow", {
    opened: () => seen.push("opened"),
    told: (message) => seen.push(message.slide),
    changed: (reason) => seen.push(reason),
  });
  return { made, sockets, seen, listeners };
}

test("messages are told, and sent while the connection is open", () => {
  const { made, sockets, seen } = line();
  sockets[0].onopen();
  sockets[0].onmessage({ data: '{"slide":3}' });
  equal(seen, ["opened", "open", 3]);
  equal([made.send({ beat: 1 }), sockets[0].sent], [true, ['{"beat":1}']]);
  sockets[0].readyState = 0;
  equal(made.send({ beat: 1 }), false);
});

test("a lost connection is opened again, at once when the network returns", () => {
  const { sockets, seen, listeners } = line();
  sockets[0].onclose({ code: 1006 });
  equal([seen.at(-1), sockets.length], ["lost", 1]);
  pass(500);
  equal(sockets.length, 2);
  sockets[1].onclose({ code: 1006 });
  listeners.online();
  equal(sockets.length, 3);
  pass(60000);
  equal(sockets.length, 3);
});

test("a connection that is silent for longer than the server ever is counts as lost", () => {
  const { sockets, seen } = line();
  sockets[0].onmessage({ data: '{"slide":0}' });
  pass(49999);
  equal(seen.at(-1), 0);
  pass(1);
  equal([seen.at(-1), sockets[0].readyState], ["lost", 3]);
});

test("an ended or unknown talk is not asked for again, a full one later", () => {
  for (const [code, reason, opened] of [[4410, "ended", 1], [4404, "gone", 1], [4403, "secret", 1], [4503, "full", 2], [4429, "guessing", 2]]) {
    const { sockets, seen } = line();
    sockets[0].onclose({ code });
    pass(20000);
    equal([seen.at(-1), sockets.length], [reason, opened]);
  }
});

test("pauses grow up to five seconds, and differ between phones", () => {
  equal([0, 1, 2, 20].map((tries) => pauseBefore(tries, 1)), [500, 1000, 2000, 5000]);
  equal(pauseBefore(20, 0), 2500);
});

test("the address of the connection lies beside the page, with its scheme", () => {
  const place = { protocol: "https:", host: "atlas:8501", pathname: "/base/talk/ab" };
  equal(socketAddress("ab/follow", place), "wss://atlas:8501/base/talk/ab/follow");
  equal(socketAddress("lead", { ...place, protocol: "http:" }), "ws://atlas:8501/base/talk/lead");
});
