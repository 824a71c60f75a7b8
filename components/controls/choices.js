// Filter controls within the content of a page, made by the same functions as those of its head.

import { element, segmentsOf, selectOf, togglesOf, yearOf } from "./controls.js";
import { sharedOutbox } from "./outbox.js";
import { searchOf } from "./search_field.js";

const MAKERS = {
  ...{ select: selectOf, segments: segmentsOf, toggles: togglesOf },
  ...{ year: yearOf, search: searchOf },
};
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
      const { controls, heard } = own.data;
      for (const [place, control] of own.made.entries()) control.update({ ...controls[place], heard });
    };
    // If the server has refused a change, the control shows the previous value again.
    own.silence = outbox.listen(() => own.root.isConnected && own.update());
    groups.set(parentElement, own);
    parentElement.append(own.root);
  }
  group.data = data;
  group.update();
}
