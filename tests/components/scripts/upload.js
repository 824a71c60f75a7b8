import { ownUpload } from "../../../components/own_file/upload.js";

const LABELS = {
  choose: "Choose", sending: "Sending", reading: "Reading", cancel: "Cancel", cancelled: "Cancelled",
  busy: "Busy", failed: "Failed", unknown: "Unknown", too_large: "Too large", commodity: "Commodity", total: "All",
};

function upload(commodities = []) {
  const page = freshPage();
  const sent = [];
  const done = [];
  const send = (address, file, progress) => {
    const one = { address, file, progress, cancelled: false };
    const answer = new Promise((resolve) => {
      one.answer = resolve;
    });
    sent.push(one);
    return { sent: answer, cancel: () => Object.assign(one, { cancelled: true }) };
  };
  const made = ownUpload(LABELS, { send, done: () => done.push(1) });
  page.append(made.root);
  const data = { address: "./own-file/t", limit: 10, commodity: "", commodities };
  made.update(data);
  const input = page.querySelector('input[type="file"]');
  const give = (file) => {
    input.files = [file];
    input.happen("change");
  };
  const settled = async () => {
    for (let turn = 0; turn < 5; turn += 1) await null;
  };
  return { page, sent, done, made, data, give, settled, said: () => page.querySelector("span.told").textContent };
}

test("a file is sent, read, and its answer looked for", async () => {
  const { sent, done, give, settled, said } = upload();
  give({ name: "a.csv", size: 5 });
  equal([sent[0].address, said()], ["./own-file/t?name=a.csv&commodity=", "Sending"]);
  sent[0].progress(5, 5);
  equal(said(), "Reading");
  sent[0].answer("read");
  await settled();
  equal([said(), done.length], ["", 1]);
});

test("a file that is too large is not sent", () => {
  const { sent, give, said } = upload();
  give({ name: "a.csv", size: 11 });
  equal([said(), sent.length], ["Too large", 0]);
});

test("a busy server and a failure are said, a forgotten session gets another address", async () => {
  for (const [state, text, looks] of [["busy", "Busy", 0], ["failed", "Failed", 0], ["odd", "Failed", 0], ["unknown", "Unknown", 1]]) {
    const { sent, done, give, settled, said } = upload();
    give({ name: "a.csv", size: 5 });
    sent[0].answer(state);
    await settled();
    equal([said(), done.length], [text, looks]);
  }
});

test("a cancelled file is not looked for", async () => {
  const { page, sent, done, give, settled, said } = upload();
  give({ name: "a.csv", size: 5 });
  page.querySelector("button").happen("click");
  equal([sent[0].cancelled, said()], [true, "Cancelled"]);
  sent[0].answer("failed");
  await settled();
  equal([said(), done.length], ["Cancelled", 0]);
});

test("another commodity sends the file again", async () => {
  const { page, sent, made, data, give, settled } = upload(["27"]);
  equal(page.querySelector("label.field").hidden, true);
  give({ name: "a.csv", size: 5 });
  sent[0].answer("read");
  await settled();
  made.update(data);
  equal(page.querySelector("label.field").hidden, false);
  const list = page.querySelector("select");
  list.value = "27";
  list.happen("change");
  equal(sent[1].address, "./own-file/t?name=a.csv&commodity=27");
});
