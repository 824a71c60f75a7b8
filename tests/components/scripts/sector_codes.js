import { isTicked, themeState, withSector, withTheme } from "../../../components/controls/sector_codes.js";

const ENERGY = ["Energy", [["energy", "Energy"], ["oil", "Oil"], ["gas", "Gas"]]];

test("a theme is chosen as a whole, in part or not", () => {
  equal(
    [["energy"], ["oil", "trade"], ["oil", "gas"], ["trade"]].map((codes) => themeState(codes, ENERGY)),
    ["all", "some", "some", "none"],
  );
});

test("the sectors of a chosen theme are ticked", () => {
  equal([["energy"], ["oil"], []].map((codes) => isTicked(codes, ENERGY, "oil")), [true, true, false]);
  equal(isTicked(["gas"], ENERGY, "oil"), false);
});

test("a theme replaces its sectors, and is removed with them", () => {
  equal(withTheme(["oil", "trade"], ENERGY, true), ["trade", "energy"]);
  equal(withTheme(["energy", "oil", "trade"], ENERGY, false), ["trade"]);
});

test("a theme without one sector becomes its other sectors", () => {
  equal(withSector(["energy", "trade"], ENERGY, "oil", false), ["trade", "gas"]);
});

test("a sector is added and removed", () => {
  equal(withSector(["trade"], ENERGY, "oil", true), ["trade", "oil"]);
  equal(withSector(["oil", "trade"], ENERGY, "oil", false), ["trade"]);
  equal(withSector(["energy"], ENERGY, "oil", true), ["energy"]);
});
