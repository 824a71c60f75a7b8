import { firstAndLast, leftThumbOnTop, placeOnTrack, spanText } from "../../../components/controls/track.js";

test("the position of a year on the track is its share of the range", () => {
  equal(placeOnTrack(2018, 2018, 2023), 0);
  equal(placeOnTrack(2019, 2018, 2023), 20);
  equal(placeOnTrack(2023, 2018, 2023), 100);
  equal(placeOnTrack("2019", "2018", "2023"), 20);
});

test("a range of one year has its thumb at the left end", () => equal(placeOnTrack(2018, 2018, 2018), 0));

test("thumbs may pass each other", () => {
  equal(firstAndLast([2018, 2023]), [2018, 2023]);
  equal(firstAndLast([2023, 2018]), [2018, 2023]);
  equal(firstAndLast([2020, 2020]), [2020, 2020]);
});

test("a span of one year is written as one year", () => {
  equal(spanText([2018, 2023]), "2018–2023");
  equal(spanText([2018, 2018]), "2018");
});

test("the left thumb lies on top at the right end only", () => {
  equal(leftThumbOnTop(2023, 2023), true);
  equal(leftThumbOnTop(2022, 2023), false);
});
