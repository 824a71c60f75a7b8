import { brightness, isMissingScript, isSoftware } from "../../../components/page/screen_probe.js";

test("brightness reaches from black to white", () => {
  equal(brightness("rgb(0, 0, 0)"), 0);
  equal(brightness("rgb(255, 255, 255)"), 1);
});

test("green counts most and blue least", () => {
  const [red, green, blue] = ["rgb(255, 0, 0)", "rgb(0, 255, 0)", "rgba(0, 0, 255, 0.5)"].map(brightness);
  equal([red, green, blue].map((share) => share.toFixed(3)), ["0.299", "0.587", "0.114"]);
});

test("a colour without numbers counts as white", () => equal(brightness("transparent"), 1));

test("drivers that draw by the processor are known by their names", () => {
  const software = [
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)",
    "llvmpipe (LLVM 15.0.7, 256 bits)",
    "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)",
    "Google SwiftShader",
    "Apple Software Renderer",
  ];
  const cards = [
    "ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)",
    "Mesa Intel(R) UHD Graphics 620 (KBL GT2)",
    "Apple GPU",
    "ANGLE (AMD, Radeon RX 580 Series, or similar)",
  ];
  equal([...software, ...cards].map(isSoftware), [true, true, true, true, true, false, false, false, false]);
});

test("a script that did not arrive is known by what three browsers report", () => {
  const missing = [
    new TypeError("Failed to fetch dynamically imported module: http://localhost/static/js/a.js"),
    new TypeError("error loading dynamically imported module: http://localhost/static/js/a.js"),
    new TypeError("Importing a module script failed."),
  ];
  const other = [new Error("Failed to create WebGL context"), undefined, null];
  equal([...missing, ...other].map(isMissingScript), [true, true, true, false, false, false]);
});
