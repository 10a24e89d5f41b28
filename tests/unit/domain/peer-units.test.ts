import { expect, test } from "vitest";
import { peerUnits } from "../../../shared/domain/people/peer-units.ts";

test("[Q10] units that speak for a county alone are peers, whoever else is on the roster", () => {
  const person = (unit: string, side: "county" | "municipal" | "expert" | "staff", removed = false) => {
    return { unit, side, removed };
  };
  const peers = peerUnits([
    person("滑县政府", "county"),
    person("内黄县政府", "county", true),
    person("市财政局", "municipal"),
    // A guess that was wrong of one of them makes no county of the others' unit.
    person("安阳市商务局", "county"),
    person("安阳市商务局", "municipal"),
    person("省债管办", "expert"),
    person("市委党校", "staff"),
  ]);
  expect([...peers]).toEqual(["滑县政府"]);
});
