import { describe, expect, test } from "vitest";
import { commandWord, writtenIn } from "../../../client/features/outbox/command-words.ts";
import { en } from "../../../shared/messages/en.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";

const WRITTEN: readonly Command[] = [
  { type: "question.ask", questionId: "q", roomId: "r", text: "写的" },
  { type: "answer.post", answerId: "a", questionId: "q", text: "写的", manner: "written" },
  { type: "followup.progress", followupId: "f", entryId: "e", text: "写的" },
  { type: "followup.finish", followupId: "f", evidence: "写的" },
  { type: "followup.clear", followupId: "f", reason: "写的" },
  { type: "followup.reopen", followupId: "f", reason: "写的" },
];

describe("what has not reached the server", () => {
  test.each(WRITTEN)("$type shows what was written", (command) => {
    expect(writtenIn(command)).toBe("写的");
  });

  test.each<Command>([
    { type: "followup.clear", followupId: "f" },
    { type: "question.remark", questionId: "q", text: null },
    { type: "room.open", roomId: "r" },
  ])("$type without words shows none", (command) => {
    expect(writtenIn(command)).toBe("");
  });

  test.each([zhCN, en])(
    "is called by what it does, and what has no word of its own by one for all",
    (messages) => {
      const { outbox } = messages.common;
      const words = WRITTEN.map((command) => commandWord(command, outbox));
      expect(words).not.toContain(outbox.other);
      expect(commandWord({ type: "room.open", roomId: "r" }, outbox)).toBe(outbox.other);
    },
  );
});
