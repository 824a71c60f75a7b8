// Controls within the content of a page: the same ones as in its head, drawn where Python asks.

import { element, segmentsOf, selectOf, yearOf } from "./controls.js";
import { sharedOutbox } from "./outbox.js";

const MAKERS = { select: selectOf, segments: segmentsOf, year: yearOf };
const groups = new WeakMap();

export default function ({ parentElement, data }) {
  const outbox = sharedOutbox();
  const fixed = JSON.stringify(data.controls.map(({ kind, parameter, label }) => [kind, parameter, label]));
  let group = groups.get(parentElement);
  if (!group || group.fixed !== fixed) {
    group?.root.remove();
    group?.silence();
    const made = data.controls.map((control) => MAKERS[control.kind](control, outbox));
    group = { fixed, made, root: element("div", { className: "choices" }, ...made.map(({ root }) => root)) };
    const own = group;
    own.update = () => {
      for (const [place, control] of own.made.entries()) control.update(own.data.controls[place]);
    };
    // What the server has refused stays as it was for it: the control then shows that again.
    own.silence = outbox.listen(() => own.root.isConnected && own.update());
    groups.set(parentElement, own);
    parentElement.append(own.root);
  }
  group.data = data;
  group.update();
}
