// The filters of the bar. The title of each says what is chosen; one without effect is hidden.

import { element, questionsOf, selectOf, yearsOf } from "./controls.js";
import { dropdown, shortList } from "./dropdowns.js";
import { sectorsOf } from "./sector_panel.js";

// Sets an attribute only if it changes, since every write causes a new layout.
function showIf(root, wanted) {
  if (root.hidden === wanted) root.hidden = !wanted;
}

// The controls of the filters, each with a title that says what is chosen.
export function filterControls(data, outbox) {
  const { labels } = data;
  const years = yearsOf(labels, outbox);
  const sectors = sectorsOf(labels, outbox);
  const choices = data.choices.map((choice) => selectOf(choice, outbox));
  const questions = data.questions ? questionsOf(data.questions, outbox) : null;
  const bySource = choices.filter((_choice, place) => data.choices[place].source);
  const panels = {
    sectors: dropdown(labels.sectors, sectors.root, { className: "wide" }),
    source: dropdown(labels.source, element("div", {}, ...bySource.map(({ root }) => root))),
    questions: dropdown(labels.questions, element("div", {}, ...(questions?.roots ?? []))),
  };
  const own = choices.map((choice, place) =>
    bySource.includes(choice) ? null : dropdown(data.choices[place].label, choice.root)
  );
  let now = data;
  const namesOf = (wanted) => [
    ...new Set(wanted.map((choice) => !choice.root.hidden && choice.name).filter(Boolean)),
  ];
  return {
    roots: [
      years.root,
      ...[panels.sectors, panels.source, ...own.filter(Boolean), panels.questions].map(
        ({ root }) => root
      ),
    ],
    // The titles follow each choice at once.
    say() {
      panels.sectors.show(shortList(sectors.names(), labels.everything));
      panels.source.show(namesOf(bySource).join(" · "));
      for (const [place, panel] of own.entries()) {
        panel?.show(choices[place].name || labels.everything);
      }
      panels.questions.show(questions?.text ?? "");
    },
    update(next) {
      now = next;
      showIf(years.root, Boolean(now.years));
      if (now.years) years.update(now.years);
      showIf(panels.sectors.root, now.sectors.here);
      for (const [place, { here }] of now.choices.entries()) {
        showIf((own[place] ?? choices[place]).root, here);
      }
      showIf(panels.source.root, now.choices.some(({ source, here }) => source && here));
      showIf(panels.questions.root, Boolean(now.questions?.here));
      if (!now.sectors.groups) return;
      sectors.update(now.sectors);
      for (const [place, choice] of choices.entries()) choice.update(now.choices[place]);
      questions?.update(now.questions);
      this.say();
    },
    // Whether the page has a filter with an effect.
    offered() {
      return this.roots.some((root) => !root.hidden);
    },
    // The choice in words, for screen readers.
    words: () => [
      now.years ? years.text : "",
      shortList(sectors.names(), ""),
      ...namesOf(choices.filter((_choice, place) => now.choices[place].here)),
    ],
    // Moves the focus into a filter, which is opened; false where the page has none.
    enter(name) {
      const { root } = { years, ...panels }[name];
      const inside = [...root.querySelectorAll("input, select")];
      const control = inside.find((one) => !one.closest("label")?.hidden);
      if (root.hidden || !control) return false;
      if (root !== years.root) root.open = true;
      control.focus();
      return true;
    },
  };
}
