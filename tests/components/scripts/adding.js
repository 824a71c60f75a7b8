import { addFigure } from "../../../components/controls/adding.js";

test("a figure is added, and the button says so for a while", () => {
  freshPage();
  const outbox = fakeOutbox();
  const button = document.createElement("button");
  button.textContent = "+ Slide";
  addFigure(outbox, "trade_balance", button, "Added");
  equal(outbox.puts, [{ "add:trade_balance": "1" }]);
  equal(button.textContent, "✓ SlideAdded");
  pass(1000);
  addFigure(outbox, "trade_balance", button, "Added");
  pass(2000);
  equal(button.textContent, "+ Slide");
  equal(outbox.puts.length, 2);
});
