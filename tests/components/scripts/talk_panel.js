import { digestOf, talkPanel } from "../../../components/present/talk_panel.js";

const LABELS = {
  ...{ talk_start: "Present to an audience", talk_open: "Open", talk_end: "End", talk_sure: "Sure?", talk_title: "Talk" },
  ...{ talk_address: "Address", talk_hint: "Hint", talk_full: "Full", talk_failed: "Failed", talk_ended: "Ended" },
};
const OUTPUT = { address: "./export/deck/ab12", talk: { address: "./talk", lang: "kk", theme: "dark" } };
const TALK = { code: "k7", secret: "s", address: "http://atlas/talk/k7", qr: "data:," };
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await null;
};

function panel({ status = 200, kept = {} } = {}) {
  const page = freshPage();
  const asked = [];
  const held = { ...kept };
  globalThis.sessionStorage = {
    setItem: (name, text) => Object.assign(held, { [name]: text }),
    getItem: (name) => held[name] ?? null,
    removeItem: (name) => delete held[name],
  };
  globalThis.confirm = () => true;
  globalThis.fetch = async (address, { method, body }) => {
    asked.push([method, address, body ? JSON.parse(body) : null]);
    return { ok: status === 200, status, json: async () => TALK };
  };
  const made = talkPanel(LABELS, { whenIdle: (call) => call() });
  page.append(made.start, made.root);
  made.update(OUTPUT);
  return { page, made, asked, held, section: page.querySelector("section"), link: page.querySelector("a") };
}

test("the digest of a deck is the end of its address", () => {
  equal(digestOf("./export/deck/ab12"), "ab12");
});

test("a talk is started with the deck, and leads to the slides of the presenter", async () => {
  const { made, asked, held, section, link } = panel();
  made.start.click();
  await settle();
  equal(asked, [["POST", "./talk", { deck: "ab12", lang: "kk", theme: "dark" }]]);
  equal([section.hidden, made.start.hidden], [false, true]);
  equal(link.href, "./talk/k7/present?lang=kk#s");
  equal(JSON.parse(held["atlas-talk"]).secret, "s");
});

test("a talk that cannot be started says why", async () => {
  for (const [status, said] of [[503, "Full"], [404, "Failed"]]) {
    const { made, section } = panel({ status });
    made.start.click();
    await settle();
    equal([section.hidden, made.root.querySelector("small[role]")?.textContent ?? made.root.children.at(-1).textContent], [true, said]);
  }
});

test("a talk is ended with its secret", async () => {
  const { page, made, asked, held, section } = panel();
  made.start.click();
  await settle();
  page.querySelectorAll("button").at(-1).click();
  await settle();
  equal(asked.at(-1), ["POST", "./talk/k7/end", { secret: "s" }]);
  equal([section.hidden, held["atlas-talk"]], [true, undefined]);
});

test("a talk is shown again after a reload, unless it has ended", async () => {
  const kept = { "atlas-talk": JSON.stringify({ ...TALK, talk: "./talk", lang: "kk" }) };
  const running = panel({ kept });
  await settle();
  equal([running.section.hidden, running.asked[0].slice(0, 2)], [false, ["HEAD", "./talk/k7"]]);
  const ended = panel({ kept, status: 410 });
  await settle();
  equal([ended.section.hidden, ended.held["atlas-talk"]], [true, undefined]);
});

test("without slides there is nothing to present", () => {
  const { made } = panel();
  made.update(null);
  equal(made.start.hidden, true);
});
