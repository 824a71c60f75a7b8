import { audienceSaid } from "../../../components/talks/audience_page.js";

const FINE = { line: "open", state: "running", loaded: true, failed: false, following: true };

test("a phone says whether it follows", () => {
  equal(audienceSaid(FINE), "following");
  equal(audienceSaid({ ...FINE, following: false }), "looking");
});

test("a phone says that slides or presenter are missing", () => {
  equal(audienceSaid({ ...FINE, loaded: false }), "preparing");
  equal(audienceSaid({ ...FINE, loaded: false, failed: true }), "failed");
  equal(["waiting", "away"].map((state) => audienceSaid({ ...FINE, state })), ["waiting", "away"]);
});

test("what ends the connection is said before all else", () => {
  for (const line of ["lost", "ended", "gone", "full", "guessing"]) {
    equal(audienceSaid({ ...FINE, line, loaded: false, failed: true }), line);
  }
});
