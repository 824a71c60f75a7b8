// The page of a phone: follows the presenter, or looks around.
import { deckFrame, deviceTheme, samePlace } from "./deck_frame.js";
import { socketAddress, talkLine } from "./talk_line.js";

const TALKING = ["ended", "gone", "full", "guessing", "lost"];
const CALM = ["following", "looking", "preparing"];

// The key of the text that says how things stand.
export const audienceSaid = ({ line, state, loaded, failed, following }) => {
  if (TALKING.includes(line)) return line;
  if (failed) return "failed";
  if (!loaded) return "preparing";
  if (state === "waiting" || state === "away") return state;
  return following ? "following" : "looking";
};

export const startAudience = (page) => {
  const { document } = page;
  const { code, language: first, words } = JSON.parse(document.getElementById("talk-data").textContent);
  const part = (name) => document.getElementById(name);
  const scheme = deviceTheme(page);
  let [wanted, shown, loading] = [first, "", ""];
  let told = { ready: {}, failed: [] };
  let line = "open";
  let following = true;
  let failed = false;

  const say = () => {
    const texts = words[wanted];
    const key = audienceSaid({ line, state: told.state, loaded: Boolean(shown), failed, following });
    // A text that is set again would be read out again.
    if (part("said").textContent !== texts[key]) part("said").textContent = texts[key];
    part("said").classList.toggle("warning", !CALM.includes(key));
    part("follow").textContent = following ? texts.around : texts.rejoin;
    part("follow").disabled = !shown;
    part("turns").hidden = following || !shown;
  };
  const name = () => {
    const texts = words[wanted];
    document.documentElement.lang = wanted;
    part("language-name").textContent = texts.language;
    for (const button of ["back", "on"]) part(button).setAttribute("aria-label", texts[button]);
  };
  const deck = deckFrame(page, part("decks"), {
    theme: () => (scheme.matches ? "dark" : "light"),
    moved(place) {
      if (following && !samePlace(place, told)) following = false;
      say();
    },
  });
  const placeTold = () => ("slide" in told ? told : null);
  const follow = () => {
    if (following && placeTold()) deck.go(told);
  };
  // Loads the slides of the wanted language once the server has them.
  const load = async () => {
    const digest = told.ready[wanted];
    failed = told.failed.includes(wanted);
    if (wanted === shown || loading || !digest) return say();
    loading = wanted;
    const address = `${code}/deck/${wanted}?digest=${digest}`;
    const at = () => (following ? placeTold() : (deck.place() ?? placeTold()));
    const done = await deck.load(address, words[wanted].slides, at);
    if (done) shown = loading;
    else if (loading === wanted && line === "open") failed = true;
    loading = "";
    follow();
    say();
    if (done && wanted !== shown) load();
  };

  part("follow").onclick = () => {
    following = !following;
    follow();
    say();
  };
  part("back").onclick = () => deck.turn(-1);
  part("on").onclick = () => deck.turn(1);
  part("language").onchange = () => {
    wanted = part("language").value;
    name();
    load();
  };
  scheme.addEventListener("change", deck.recolour);
  page.addEventListener("keydown", (event) => {
    if (event.target !== document.body || event.ctrlKey || event.altKey || event.metaKey) return;
    deck.key(event.keyCode);
  });
  name();
  say();
  talkLine(page, () => socketAddress(`${code}/follow?lang=${wanted}`, page.location), {
    told(message) {
      if (message.state !== "ended") told = { ...told, ...message };
      follow();
      load();
    },
    changed(reason) {
      line = reason;
      say();
    },
  });
};
