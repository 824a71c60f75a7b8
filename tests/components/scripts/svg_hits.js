import { codesUnder, nextSelection } from "../../../components/map/svg_hits.js";

const line = (code) => ({ code, onGround: false });
const land = (code) => ({ code, onGround: true });

function clicks(...hits) {
  let state = { held: "", tried: [] };
  return hits.map((codes) => {
    state = nextSelection(state, codes);
    return state.held;
  });
}

test("codes under the pointer keep their order and occur once", () => {
  equal(codesUnder([line("btc"), line("bte"), line("btc")]), ["btc", "bte"]);
});

test("a country counts where nothing else lies", () => {
  equal(codesUnder([line("btc"), land("AZ")]), ["btc"]);
  equal(codesUnder([land("AZ"), line("btc")]), ["btc"]);
  equal(codesUnder([land("AZ")]), ["AZ"]);
  equal(codesUnder([]), []);
});

test("a second click on one line selects nothing, a third selects it again", () => {
  equal(clicks(["btc"], ["btc"], ["btc"]), ["btc", "", "btc"]);
});

test("each click selects the next of several, and the last nothing", () => {
  const codes = ["btc", "bte", "tanap"];
  equal(clicks(codes, codes, codes, codes, codes), ["btc", "bte", "tanap", "", "btc"]);
});

test("a click elsewhere begins anew", () => {
  equal(clicks(["btc", "bte"], ["cpc"], ["btc", "bte"]), ["btc", "cpc", "btc"]);
  equal(clicks(["btc", "bte", "tanap"], ["btc", "bte", "tanap"], ["bte"]), ["btc", "bte", ""]);
  equal(clicks(["btc", "bte", "tanap"], ["btc", "bte", "tanap"], ["bte", "cpc"]), ["btc", "bte", "cpc"]);
});

test("what was selected otherwise is passed over by the first click on it", () => {
  equal(nextSelection({ held: "btc", tried: [] }, ["btc", "bte"]), { held: "bte", tried: ["btc", "bte"] });
  equal(nextSelection({ held: "btc", tried: [] }, ["btc"]), { held: "", tried: [] });
  equal(nextSelection({ held: "btc", tried: ["cpc", "btc"] }, ["btc", "bte"]), { held: "bte", tried: ["btc", "bte"] });
  equal(nextSelection({ held: "cpc", tried: ["btc"] }, ["btc", "bte"]), { held: "btc", tried: ["btc"] });
});
