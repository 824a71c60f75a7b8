import {
  readCodes,
  readPair,
  withoutCode,
  writeCodes,
  writePair,
} from "../../../components/controls/link_values.js";

test("a pair is written and read", () => {
  equal(writePair([2018, 2023]), "2018-2023");
  equal(readPair("2018-2023"), [2018, 2023]);
});

test("a list of codes is read", () => {
  equal(readCodes("gas,oil"), ["gas", "oil"]);
  equal(readCodes(""), []);
});

test("a list of codes is written in alphabetical order without changing the input", () => {
  const codes = ["oil", "gas"];
  equal(writeCodes(codes), "gas,oil");
  equal(codes, ["oil", "gas"]);
  equal(writeCodes([]), "");
});

test("one code is removed from a list", () => {
  equal(withoutCode(["oil", "gas", "rail"], "gas"), "oil,rail");
  equal(withoutCode(["oil"], "gas"), "oil");
  equal(withoutCode(["oil"], "oil"), "");
});
