import { clear, fetched, fill } from "../../../components/page/print_places.js";

// Answers requests with these: status, media type and text by address. `busy` is how often the server
// is busy before; returns the addresses of the requests.
function serve(answers, busy = 0) {
  const asked = [];
  globalThis.XMLHttpRequest = class {
    open(method, address, waits) {
      Object.assign(this, { method, address, waits });
    }
    send() {
      if (!(this.address in answers)) throw new Error("no connection");
      asked.push(this.address);
      const [status, kind, text] = asked.length > busy ? answers[this.address] : [503, "text/html", ""];
      Object.assign(this, { status, kind, responseText: text });
    }
    getResponseHeader() {
      return this.kind;
    }
  };
  globalThis.DOMParser = class {
    parseFromString(text, kind) {
      return { documentElement: `${kind}: ${text}`, querySelector: (part) => `${part} of ${kind}: ${text}` };
    }
  };
  return asked;
}

const ANSWERS = {
  "a.svg": [200, "image/svg+xml; charset=utf-8", "drawing"],
  "list.html": [200, "text/html", "page"],
  "none.svg": [404, "text/html", "missing"],
  "bare.svg": [200, null, "bare"],
};

test("a picture is inserted whole, of a page only its list", () => {
  serve(ANSWERS);
  equal(fetched("a.svg"), "image/svg+xml: drawing");
  equal(fetched("list.html"), "main of text/html: page");
  equal(fetched("bare.svg"), "main of : bare");
});

test("a file that cannot be fetched gives nothing", () => {
  serve(ANSWERS);
  equal(fetched("none.svg"), null);
  equal(fetched("offline.svg"), null);
});

let observed = [];

function printed() {
  serve(ANSWERS);
  observed = [];
  globalThis.MutationObserver = class {
    constructor(changed) {
      this.changed = changed;
    }
    observe() {
      observed.push(this);
    }
    disconnect() {
      observed = observed.filter((one) => one !== this);
    }
  };
  globalThis.navigator = { language: "en-GB" };
  const page = freshPage();
  const make = (tag, name) => Object.assign(document.createElement(tag), { className: name });
  const cards = ["a.svg", "none.svg"].map((address) => {
    const [card, place] = [make("div", "atlas-piece"), make("div", "atlas-print")];
    place.dataset.printSrc = address;
    card.append(place);
    return card;
  });
  const foot = make("p", "atlas-print-foot");
  page.append(...cards, foot);
  return { cards, foot };
}

test("before printing, placeholders are filled and their cards marked; afterwards both are reset", () => {
  const { cards, foot } = printed();
  location.search = "?lang=tr";
  fill();
  equal(cards.map((card) => card.dataset.printed === "yes"), [true, false]);
  equal(cards[0].textContent, "image/svg+xml: drawing");
  equal(foot.textContent.startsWith(`${location.href} · `), true);
  equal(foot.textContent.endsWith(new Date().toLocaleDateString("tr", { dateStyle: "long" })), true);
  clear();
  equal(cards.map((card) => card.dataset.printed === "yes"), [false, false]);
  equal(cards[0].textContent, "");
});

test("Chromium prints address and day at the foot of every page, not at the end", () => {
  const { foot } = printed();
  navigator.userAgent = "Mozilla/5.0 Chrome/140.0.0.0 Safari/537.36";
  fill();
  const [style] = document.querySelectorAll(".atlas-print-margins");
  equal(foot.textContent, "");
  equal(style.textContent.includes(`content: "${location.href} · `), true);
  clear();
  equal(document.querySelectorAll(".atlas-print-margins").length, 0);
});

test("folded notes are open on paper, and folded again afterwards", () => {
  printed();
  const made = [false, true].map((open) => {
    const notes = Object.assign(document.createElement("details"), { className: "atlas-notes", open });
    document.body.append(notes);
    return notes;
  });
  fill();
  equal(made.map(({ open }) => open), [true, true]);
  clear();
  equal(made.map(({ open }) => open), [false, true]);
});

test("English dates are British, as on the page", () => {
  const { foot } = printed();
  location.search = "?lang=en";
  fill();
  equal(foot.textContent.endsWith(new Date().toLocaleDateString("en-GB", { dateStyle: "long" })), true);
  location.search = "";
});

test("without a language in the address the date is in that of the browser", () => {
  const { foot } = printed();
  fill();
  equal(foot.textContent.endsWith(new Date().toLocaleDateString("en-GB", { dateStyle: "long" })), true);
});

test("a busy server is asked once more", () => {
  const asked = serve(ANSWERS, 1);
  equal([fetched("a.svg"), asked.length], ["image/svg+xml: drawing", 2]);
  const again = serve(ANSWERS, 2);
  equal([fetched("a.svg"), again.length], [null, 2]);
});

function chartIn(parent, width, drawn) {
  const svg = document.createElement("svg");
  svg.setAttribute("width", String(width));
  const group = document.createElement("g");
  const view = {
    width: (wanted) => {
      drawn.push(wanted);
      svg.setAttribute("width", String(wanted));
    },
    resize: () => ({ run() {} }),
  };
  group.__data__ = { context: { dataflow: view } };
  svg.append(group);
  const chart = document.createElement("div");
  chart.dataset.testid = "stVegaLiteChart";
  chart.append(svg);
  parent.append(chart);
}

test("a chart of the screen that is printed is drawn in the width of the paper", () => {
  const { cards } = printed();
  const drawn = [];
  chartIn(cards[0], 1200, drawn);
  chartIn(cards[1], 1201, drawn);
  chartIn(cards[1], 500, drawn);
  fill();
  equal(drawn, [660]);
  clear();
  clear();
  equal(drawn, [660, 1201]);
});

test("a chart that is drawn while the page is printed gets the width of the paper too", () => {
  const { cards } = printed();
  const drawn = [];
  fill();
  fill();
  equal(observed.length, 1);
  chartIn(cards[1], 1200, drawn);
  observed[0].changed();
  observed[0].changed();
  equal(drawn, [660]);
  clear();
  equal([observed.length, drawn], [0, [660, 1200]]);
});
