// Simulated document for the controls of the Atlas.
const texts = ["value", "min", "max"];

// One part of a selector: a tag, a class, an attribute, a state, or another part that must not match.
const PART = /^([a-z0-9]+)|\.([\w-]+)|\[([^\]]*)\]|:(checked)|:not\(([^)]*)\)/g;

class FakeElement {
  constructor(tag) {
    Object.assign(this, { tag, children: [], parent: null, attributes: {}, listeners: {} });
    Object.assign(this, { dataset: {}, hidden: false, checked: false, held: {} });
    this.style = { setProperty: (name, value) => Object.assign(this.style, { [name]: value }) };
    this.style.removeProperty = (name) => delete this.style[name];
    this.classes = new Set();
    this.classList = {
      add: (name) => this.classes.add(name),
      remove: (name) => this.classes.delete(name),
      contains: (name) => this.classes.has(name),
      toggle: (name, wanted) => (wanted ? this.classes.add(name) : this.classes.delete(name)),
    };
    for (const name of texts) {
      Object.defineProperty(this, name, {
        get: () => this.held[name] ?? "",
        set: (text) => Object.assign(this.held, { [name]: String(text) }),
      });
    }
  }
  get className() {
    return [...this.classes].join(" ");
  }
  set className(names) {
    this.classes = new Set(names.split(" "));
  }
  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }
  set textContent(text) {
    this.replaceChildren(String(text));
  }
  // Elements without children of their own, such as `<p class="note" hidden></p>`.
  set innerHTML(html) {
    const made = [...html.matchAll(/<(\w+)([^>]*)><\/\1>/g)].map(([, tag, attributes]) => {
      const one = new FakeElement(tag);
      one.className = attributes.match(/class="([^"]*)"/)?.[1] ?? "";
      one.hidden = attributes.includes("hidden");
      one.dataset.code = attributes.match(/data-code="([^"]*)"/)?.[1];
      return one;
    });
    this.replaceChildren(...made);
  }
  get parentElement() {
    return this.parent;
  }
  get isConnected() {
    const top = this.path().at(-1);
    return top.host ? top.host.isConnected : top === globalThis.document.documentElement;
  }
  // Elements in a shadow tree have a separate root, as in a Streamlit component.
  attachShadow() {
    this.shadowRoot = Object.assign(new FakeElement("shadow"), { host: this });
    return this.shadowRoot;
  }
  get childNodes() {
    return this.children;
  }
  get activeElement() {
    return globalThis.document.activeElement;
  }
  // The options of a list, including those in groups.
  get options() {
    return this.all((one) => one.tag === "option");
  }
  prepend(...added) {
    const before = [...this.children];
    this.replaceChildren(...added, ...before);
  }
  append(...children) {
    for (const child of children) {
      if (child instanceof FakeElement) {
        child.remove();
        child.parent = this;
      }
      this.children.push(child);
    }
  }
  replaceChildren(...children) {
    for (const child of this.children) {
      if (child instanceof FakeElement) child.parent = null;
    }
    this.children = [];
    this.append(...children);
  }
  remove() {
    this.parent?.replaceChildren(...this.parent.children.filter((one) => one !== this));
    this.parent = null;
  }
  setAttribute(name, text) {
    this.attributes[name] = text;
    if (name === "href") this.href = text;
    if (name === "class") this.className = text;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  addEventListener(kind, listen) {
    this.listeners[kind] = [...(this.listeners[kind] ?? []), listen];
  }
  path() {
    return [this, ...(this.parent ? this.parent.path() : [])];
  }
  contains(other) {
    return Boolean(other) && other.path().includes(this);
  }
  all(wanted) {
    const below = this.children.filter((child) => child instanceof FakeElement);
    return below.flatMap((child) => [...(wanted(child) ? [child] : []), ...child.all(wanted)]);
  }
  has(attribute, sign, text) {
    const name = attribute.replace("data-", "");
    const found = attribute === "class" ? this.className : (this[name] ?? this.dataset[name]);
    if (sign === "*=") return String(found ?? "").includes(text);
    return sign ? found === text : Boolean(found);
  }
  // Lists of selectors without blanks.
  matches(selectors) {
    return selectors.split(", ").some((selector) => {
      const parts = [...selector.matchAll(PART)];
      if (parts.map(([part]) => part).join("") !== selector) throw new Error(selector);
      return parts.every(([, tag, name, inner, state, other]) => {
        if (tag) return tag === this.tag;
        if (name) return this.classes.has(name);
        if (state) return this[state];
        if (other) return !this.matches(other);
        const [, attribute, sign, text] = inner.match(/^([\w-]+)(?:(\*?=)["']?([^"']*)["']?)?$/);
        return this.has(attribute, sign, text);
      });
    });
  }
  // Descendants that match the last part of a selector, with ancestors that match the other parts.
  querySelectorAll(selector) {
    const alternatives = selector.split(", ").map((one) => one.split(" ").reverse());
    return this.all((one) =>
      alternatives.some(
        ([last, ...around]) =>
          one.matches(last) && around.every((part) => one.parent.closest(part) !== null),
      ),
    );
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  closest(selector) {
    return this.path().find((one) => one.matches(selector)) ?? null;
  }
  cloneNode() {
    const copy = new FakeElement(this.tag);
    copy.className = this.className;
    return Object.assign(copy, { dataset: { ...this.dataset } });
  }
  getBoundingClientRect() {
    return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0, ...this.box };
  }
  getRootNode() {
    const top = this.path().at(-1);
    return top.host ? top : globalThis.document;
  }
  focus() {
    globalThis.document.activeElement = this;
  }
  blur() {
    if (globalThis.document.activeElement === this) globalThis.document.activeElement = null;
  }
  click() {
    this.happen("click");
  }
  select() {
    this.selected = true;
  }
  dispatchEvent({ type }) {
    this.happen(type);
  }
  // Dispatches an event; returns false if its default action was prevented.
  happen(kind, details = {}) {
    const event = { target: this, prevented: false, ...details };
    event.preventDefault = () => Object.assign(event, { prevented: true });
    event.composedPath = () => this.path();
    const passed = [...this.path(), globalThis.document];
    for (const one of passed) for (const listen of one.listeners?.[kind] ?? []) listen(event);
    return !event.prevented;
  }
}

function freshPage() {
  const page = new FakeElement("html");
  globalThis.document = {
    documentElement: page,
    body: page,
    activeElement: null,
    defaultView: { innerWidth: 1280, addEventListener() {} },
    listeners: {},
    createElement: (tag) => new FakeElement(tag),
    importNode: (node) => node,
    addEventListener(kind, listen) {
      this.listeners[kind] = [...(this.listeners[kind] ?? []), listen];
    },
    removeEventListener(kind, listen) {
      this.listeners[kind] = (this.listeners[kind] ?? []).filter((one) => one !== listen);
    },
    querySelector: (selector) => page.querySelector(selector),
    querySelectorAll: (selector) => page.querySelectorAll(selector),
  };
  globalThis.getComputedStyle = ({ colorScheme = "normal" }) => ({ colorScheme });
  globalThis.ResizeObserver = class {
    observe() {}
  };
  globalThis.location = {
    origin: "https://atlas.example",
    pathname: "/trade",
    search: "",
    href: "https://atlas.example/trade",
  };
  return page;
}

// A simulated outbox that records changes, with unconfirmed values set by a test.
function fakeOutbox() {
  const held = { puts: [], waiting: {}, listeners: [] };
  return Object.assign(held, {
    put: (changes) => held.puts.push(changes),
    pending: (name) => held.waiting[name],
    applied: (query) => `applied=${query}`,
    flush: () => false,
    hold: (changes) => Object.assign(held.waiting, changes),
    reconnected: () => held.puts.push("again"),
    listen(listener) {
      held.listeners.push(listener);
      return () => {
        held.listeners = held.listeners.filter((one) => one !== listener);
      };
    },
  });
}

Object.assign(globalThis, { freshPage, fakeOutbox });
