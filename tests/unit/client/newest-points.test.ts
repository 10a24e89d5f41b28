import { expect, test } from "vitest";
import { newestThatFit } from "../../../client/features/stage/speech/newest-points.ts";
import { LIMITS } from "../../../shared/protocol/limits.ts";

const point = (text: string) => ({ text });

test("of what was noted while somebody speaks the newest that fit whole are on the stage, in their order", () => {
  const short = ["一", "二", "三"].map(point);
  expect(newestThatFit(short)).toEqual(short);
  const nine = Array.from({ length: 9 }, (_, at) => point(`第${at + 1}条`));
  expect(newestThatFit(nine)).toEqual(nine.slice(2));
  const long = point("长".repeat(LIMITS.pointMaxChars));
  expect(newestThatFit([...short, long])).toEqual([long]);
  expect(newestThatFit([long, ...short])).toEqual(short);
  expect(newestThatFit([])).toEqual([]);
});
