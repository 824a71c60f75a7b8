// Takes a file of the visitor and sends it to the server, with progress and a way to cancel.

import { element } from "../controls/controls.js";

const uploads = new WeakMap();

// Sends a file; resolves to the state that the server answers with, or to "failed".
export function sendFile(address, file, progress) {
  const request = new XMLHttpRequest();
  const sent = new Promise((resolve) => {
    request.upload.addEventListener("progress", ({ loaded, total }) => progress(loaded, total));
    request.addEventListener("loadend", () => {
      try {
        resolve(JSON.parse(request.responseText).state);
      } catch {
        resolve("failed");
      }
    });
  });
  request.open("POST", address);
  request.send(file);
  return { sent, cancel: () => request.abort() };
}

export function ownUpload(labels, { send, done }) {
  const said = element("span", { className: "told" });
  said.setAttribute("role", "status");
  const input = element("input", { type: "file", accept: ".csv,.tsv,.txt,.xlsx" });
  const open = element("label", { className: "button" }, labels.choose, input);
  const bar = element("progress", { max: 1, value: 0 });
  const cancel = element("button", { type: "button", textContent: labels.cancel });
  const line = element("p", { className: "progress", hidden: true }, bar, cancel);
  const list = element("select", {});
  const commodity = element("label", { className: "field", hidden: true }, labels.commodity, list);
  const root = element("div", { className: "upload" }, open, said, line, commodity);
  let now = { address: "", limit: 0, commodity: "", commodities: [] };
  let [file, running, listed] = [null, null, ""];

  const finish = (text) => {
    running = null;
    line.hidden = true;
    said.textContent = text;
  };
  const give = async (code) => {
    running?.cancel();
    if (file.size > now.limit) return finish(labels.too_large);
    bar.value = 0;
    line.hidden = false;
    said.textContent = labels.sending;
    const query = new URLSearchParams({ name: file.name.slice(0, 100), commodity: code });
    const own = send(`${now.address}?${query}`, file, (loaded, total) => {
      bar.max = total || 1;
      bar.value = loaded;
      if (loaded === total) said.textContent = labels.reading;
    });
    running = own;
    const state = await own.sent;
    if (running !== own) return;
    finish(labels[state] ?? (state === "read" ? "" : labels.failed));
    // A server that has forgotten this session gives it another address.
    if (state === "read" || state === "unknown") done();
  };
  cancel.addEventListener("click", () => {
    const stopped = running;
    finish(labels.cancelled);
    stopped?.cancel();
  });
  const take = (files) => {
    if (!files?.[0]) return;
    [file] = files;
    give("");
  };
  input.addEventListener("change", () => {
    take(input.files);
    // The same file can be opened again.
    input.value = "";
  });
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    root.classList.add("over");
  });
  root.addEventListener("dragleave", () => root.classList.remove("over"));
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    root.classList.remove("over");
    take(event.dataTransfer.files);
  });
  list.addEventListener("change", () => give(list.value));
  return {
    root,
    update(data) {
      now = data;
      commodity.hidden = !file || !data.commodities.length;
      const wanted = JSON.stringify(data.commodities);
      if (wanted !== listed) {
        listed = wanted;
        const options = [["", labels.total], ...data.commodities.map((code) => [code, code])];
        list.replaceChildren(
          ...options.map(([value, name]) => element("option", { value }, name))
        );
      }
      list.value = data.commodity;
    },
  };
}

export default function ({ parentElement, data, setTriggerValue }) {
  const fixed = JSON.stringify(data.labels);
  let own = uploads.get(parentElement);
  if (own?.fixed !== fixed) {
    own?.drawn.root.remove();
    let count = 0;
    const done = () => {
      count += 1;
      own.report(count);
    };
    own = { fixed, drawn: ownUpload(data.labels, { send: sendFile, done }) };
    uploads.set(parentElement, own);
    parentElement.append(own.drawn.root);
  }
  own.report = (count) => setTriggerValue("sent", count);
  own.drawn.update(data);
}
