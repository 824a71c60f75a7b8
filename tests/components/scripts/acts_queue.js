import { actsQueue } from "../../../components/present/acts_queue.js";

function queue() {
  freshPage();
  const sent = [];
  const acts = actsQueue();
  acts.connect((message) => sent.push(message.acts.map(({ do: name, order }) => [name, order])));
  return { acts, sent };
}

test("changes are numbered, and sent together until they are confirmed", () => {
  const { acts, sent } = queue();
  acts.put({ do: "move" });
  acts.put({ do: "delete" });
  equal(sent, [[["move", 1]], [["move", 1], ["delete", 2]]]);
  acts.confirm([acts.tab, 1]);
  equal(acts.busy, true);
  acts.put({ do: "undo" });
  equal(sent.at(-1), [["delete", 2], ["undo", 3]]);
  acts.confirm([acts.tab, 3]);
  equal(acts.busy, false);
});

test("an unconfirmed change is sent again", () => {
  const { acts, sent } = queue();
  acts.put({ do: "move" });
  pass(3000);
  equal(sent.length, 2);
  acts.confirm(["another tab", 5]);
  equal(acts.busy, true);
  acts.confirm([acts.tab, 1]);
  pass(9000);
  equal(sent.length, 2);
});

test("what waits for the server is called when all is confirmed", () => {
  const { acts } = queue();
  const called = [];
  acts.whenIdle(() => called.push("at once"));
  acts.put({ do: "move" });
  acts.whenIdle(() => called.push("later"));
  equal(called, ["at once"]);
  acts.confirm([acts.tab, 1]);
  equal(called, ["at once", "later"]);
});
