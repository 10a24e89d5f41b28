import { describe, expect, test } from "vitest";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { Follower } from "../../support/sockets/follower.ts";
import { sendOverCuts } from "../../support/sockets/send-over-cuts.ts";

describe("a command has one effect and one answer", () => {
  test("[C3] sent one to five times over forced disconnects", () => sendOverCuts(150, 8));

  test("[C3] the first answer survives a restart of the server", async () => {
    const first = await startServer();
    const room = await openClass(first, { moderation: "after" });
    const asker = await room.enter("asker");
    const commandId = newId();
    const command: Command = {
      type: "question.ask",
      questionId: newId(),
      roomId: room.plenary,
      text: "二审由谁负责",
    };
    const reply = await asker.send(command, commandId);
    const token = await room.token("asker");
    await first.stop();

    const second = await startServer({ directory: first.directory });
    const again = new Follower(second.url, room.sessionId, token);
    await again.join();
    expect(await again.send(command, commandId)).toEqual(reply);
    expect([...again.records().values()].filter((view) => view.kind === "question")).toHaveLength(1);
  });
});
