import { citationOf, linkPanel } from "../../../components/controls/share_panel.js";

const LABELS = { citation: "Citation", copied: "Copied", copy: "Copy link", copy_citation: "Copy citation", link: "Link", qr: "QR code" };

test("the link panel shows the address with the filters, its QR code and remarks", () => {
  freshPage();
  const panel = linkPanel(LABELS);
  panel.update({ query: "lang=kk", qr: "data:image/png;base64,AA", remarks: ["One", "Two"], citation: "Source." });
  const [field, code] = ["input", "img"].map((one) => panel.root.querySelector(one));
  equal(field.value, "https://atlas.example/trade?lang=kk");
  equal([code.hidden, code.src], [false, "data:image/png;base64,AA"]);
  equal(panel.root.querySelectorAll("p").map(({ textContent }) => textContent), ["One", "Two"]);
  panel.update({ query: "lang=kk", qr: "", remarks: [], citation: "Source." });
  equal(code.hidden, true);
});

test("a citation names the address and the day", () => {
  const now = new Date(2026, 10, 29, 0, 30);
  equal(citationOf("Source.", "https://atlas.example/", now), "Source. https://atlas.example/ (2026-11-29)");
});

test("link and citation are copied, and this is said", async () => {
  freshPage();
  const written = [];
  globalThis.navigator = { clipboard: { writeText: async (text) => written.push(text) } };
  const panel = linkPanel(LABELS);
  panel.update({ query: "lang=kk", qr: "", remarks: [], citation: "Source." });
  const [copyLink, copyCitation] = panel.root.querySelectorAll("button");
  copyLink.happen("click");
  for (let turn = 0; turn < 5; turn++) await null;
  equal(panel.root.querySelector(".done").textContent, "Copied");
  copyCitation.happen("click");
  for (let turn = 0; turn < 5; turn++) await null;
  equal(written[0], "https://atlas.example/trade?lang=kk");
  equal(written[1].startsWith("Source. https://atlas.example/trade?lang=kk ("), true);
});

test("where the clipboard is denied, the text is selected and copied", async () => {
  freshPage();
  const done = [];
  globalThis.navigator = {};
  document.execCommand = (command) => done.push(command);
  const panel = linkPanel(LABELS);
  panel.update({ query: "lang=kk", qr: "", remarks: [], citation: "Source." });
  panel.root.querySelectorAll("button")[1].happen("click");
  for (let turn = 0; turn < 5; turn++) await null;
  equal([panel.root.querySelector("textarea").selected, done], [true, ["copy"]]);
});
