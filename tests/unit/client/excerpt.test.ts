import { expect, test } from "vitest";
import { excerpt } from "../../../client/ui/text/excerpt.ts";

test("a question is named by its first dozen characters, in one line", () => {
  expect(excerpt("专项债评审有一审和二审，由哪一方负责？")).toBe("专项债评审有一审和二审…");
  expect(excerpt("闲置资产\n怎样盘活？")).toBe("闲置资产 怎样盘活？");
  expect(excerpt("专项债二审由哪一方负责？")).toBe("专项债二审由哪一方负责？");
  expect(excerpt("Who does the second review of special bonds?")).toBe("Who does the second revi…");
  expect(excerpt("😀".repeat(13))).toBe(`${"😀".repeat(12)}…`);
});
