import draw from "../../../components/controls/select_list.js";

const OPTIONS = [["", "Барлығы"], ["oil", "Мұнай"]];

test("a list is named, shows the choice of the server and sends the reader's", () => {
  const page = freshPage();
  const sent = [];
  const setStateValue = (name, value) => sent.push([name, value]);
  const show = (chosen, options = OPTIONS) =>
    draw({ parentElement: page, data: { label: "Тақырып", options, chosen }, setStateValue });
  show("");
  const select = page.querySelector("select");
  equal(page.querySelectorAll("option").map((one) => one.textContent), ["Барлығы", "Мұнай"]);
  select.value = "oil";
  select.happen("change");
  equal(sent, [["chosen", "oil"]]);
  show("oil");
  equal(page.querySelector("select") === select, true);
  equal(select.value, "oil");
  show("", [["", "All"]]);
  equal(page.querySelectorAll("option").map((one) => one.textContent), ["All"]);
});
