// Fields of one slide. What is typed is sent after a pause, at the latest when the field is left.

import { element } from "../controls/controls.js";

const PAUSE_MS = 700;

// Returns a field that shows what the server has, unless it is being edited.
export function editedField(tag, label, { longest, rows, type, hint }, send) {
  const field = element(tag, {});
  if (longest) field.maxLength = longest;
  if (rows) field.rows = rows;
  if (type) field.type = type;
  let [timer, shown] = [null, ""];
  const flush = () => {
    clearTimeout(timer);
    timer = null;
    if (field.value === shown) return;
    shown = field.value;
    send(field.value);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MS);
  });
  field.addEventListener("change", flush);
  const notes = hint ? [element("small", { textContent: hint })] : [];
  return {
    root: element("label", { className: "field" }, element("span", {}, label), field, ...notes),
    field,
    update(value, placeholder = "") {
      if (placeholder !== field.placeholder) field.placeholder = placeholder;
      const text = String(value);
      if (timer || text === shown) return;
      if (field.getRootNode().activeElement === field && field.value !== shown) return;
      shown = text;
      field.value = text;
    },
  };
}

function stepOf(labels, place, editor, acts, limits) {
  const about = (do_, more) => ({ do: do_, key: editor.key, number: place, ...more });
  const choice = editedField("input", labels.choice, { longest: limits.choice }, (text) =>
    acts.put(about("step_choice", { text }))
  );
  const message = editedField(
    "input", labels.step_message, { longest: limits.message }, (text) =>
      acts.put(about("step_message", { text }))
  );
  const name = labels.step.replace("{number}", place + 1);
  const words = element("small", {});
  const remove = element("button", { type: "button", textContent: labels.delete_step });
  remove.setAttribute("aria-label", `${labels.delete_step}: ${name}`);
  remove.addEventListener("click", () => acts.put(about("delete_step")));
  const root = element(
    "fieldset",
    { className: "step" },
    element("legend", { textContent: name }),
    message.root,
    choice.root,
    words,
    remove
  );
  return {
    root,
    update(step) {
      choice.update(step.choice);
      message.update(step.message);
      words.textContent = step.words;
    },
  };
}

// The fields of a slide; rebuilt for another slide, language or number of steps.
export function slideEditor(labels, editor, acts, limits) {
  const text = (name) => (said) => acts.put({ do: "text", key: editor.key, name, text: said });
  const message = editedField(
    "textarea",
    labels.message,
    { longest: limits.message, rows: 2, hint: editor.figure ? labels.message_hint : "" },
    text("message")
  );
  const body = editedField(
    "textarea", labels.text, { longest: limits.text, rows: 5 }, text("text")
  );
  const notes = editedField(
    "textarea", labels.notes, { longest: limits.notes, rows: 4 }, text("notes")
  );
  const seconds = editedField("input", labels.seconds, { type: "number" }, (said) =>
    acts.put({ do: "seconds", key: editor.key, number: Math.round(Number(said)) || 0 })
  );
  Object.assign(seconds.field, { min: 0, max: limits.seconds, step: 5 });
  const choice = editedField("input", labels.choice, { longest: limits.choice }, (said) =>
    acts.put({ do: "choice", key: editor.key, text: said })
  );
  const steps = editor.steps.map((_step, place) => stepOf(labels, place, editor, acts, limits));
  const actOf = (name, more) => {
    const button = element("button", { type: "button", textContent: labels[name] });
    button.addEventListener("click", () => acts.put({ do: name, key: editor.key, ...more() }));
    return button;
  };
  const addStep = actOf("add_step", () => ({ text: choice.field.value }));
  const join = actOf("join", () => ({}));
  const figured = editor.figure
    ? [choice.root, ...steps.map(({ root }) => root), element("p", { className: "row" }, addStep, join)]
    : [body.root];
  const root = element(
    "div",
    { className: "editor" },
    message.root,
    ...figured,
    notes.root,
    seconds.root
  );
  return {
    root,
    focus: () => message.field.focus(),
    update(now) {
      message.update(now.message, now.headline);
      body.update(now.text);
      notes.update(now.notes);
      seconds.update(now.seconds);
      choice.update(now.choice);
      steps.forEach((step, place) => {
        step.update(now.steps[place]);
      });
      addStep.disabled = now.full;
      join.hidden = !now.joins;
    },
  };
}
