import { describe, expect, test } from "vitest";
import { withPhrase } from "../../../../client/features/console/acts/decline-phrases.ts";
import {
  offeredTopics,
  toggledTopics,
  topicsFrom,
  topicsProblem,
} from "../../../../client/features/questions/topics-list.ts";
import { en } from "../../../../shared/messages/en.ts";
import { zhCN } from "../../../../shared/messages/zh-CN.ts";
import { LIMITS } from "../../../../shared/protocol/limits.ts";

describe("labels", () => {
  test("those a question has from an earlier list are offered with the session's", () => {
    expect(offeredTopics(["专项债", "物流"], ["储能", "物流"])).toEqual(["专项债", "物流", "储能"]);
    expect(toggledTopics(["储能"], "物流")).toEqual(["储能", "物流"]);
    expect(toggledTopics(["储能", "物流"], "储能")).toEqual(["物流"]);
  });

  test("a line each, without what is empty or stands twice", () => {
    expect(topicsFrom("  专项债 \n\n保税   物流\n专项债")).toEqual(["专项债", "保税 物流"]);
  });

  test("what the server would refuse is known before", () => {
    expect(topicsProblem(["专项债"])).toBeNull();
    expect(topicsProblem(["长".repeat(LIMITS.topicMaxChars + 1)])).toBe("tooLong");
    expect(topicsProblem(["\u202E倒"])).toBe("unreadable");
    expect(topicsProblem(Array.from({ length: LIMITS.topicsMax + 1 }, (_, at) => `${at}`))).toBe("tooMany");
  });

  test("of the house can be taken as they are, in both languages", () => {
    for (const { defaults } of [zhCN, en]) {
      expect(topicsFrom(defaults.topics.join("\n"))).toEqual(defaults.topics);
      expect(topicsProblem(defaults.topics)).toBeNull();
    }
  });
});

test("a reason used again comes first and stands once; the oldest gives way", () => {
  expect(withPhrase(["甲", "乙"], "乙")).toEqual(["乙", "甲"]);
  const full = Array.from({ length: LIMITS.phrasesMax }, (_, at) => `${at}`);
  expect(withPhrase(full, "新")).toEqual(["新", ...full.slice(0, -1)]);
});
