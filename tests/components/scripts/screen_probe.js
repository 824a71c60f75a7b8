import { brightness } from "../../../components/page/screen_probe.js";

test("brightness reaches from black to white", () => {
  equal(brightness("rgb(0, 0, 0)"), 0);
  equal(brightness("rgb(255, 255, 255)"), 1);
});

test("green counts most and blue least", () => {
  const [red, green, blue] = ["rgb(255, 0, 0)", "rgb(0, 255, 0)", "rgba(0, 0, 255, 0.5)"].map(brightness);
  equal([red, green, blue].map((share) => share.toFixed(3)), ["0.299", "0.587", "0.114"]);
});

test("a colour without numbers counts as white", () => equal(brightness("transparent"), 1));
