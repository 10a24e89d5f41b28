import { expect } from "vitest";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import type { CommandReply } from "../../../shared/protocol/session-socket.ts";
import { newId } from "../new-id.ts";
import { startServer } from "../process/start-server.ts";
import { Seeded } from "../sample/seeded.ts";
import { answered } from "./answered.ts";
import { openClass } from "./class-of-thirteen.ts";
import { Follower } from "./follower.ts";

/** Three people send each of so many commands one to five times over `cuts` broken lines; every one has one effect and one answer. */
export async function sendOverCuts(commands: number, cuts: number): Promise<void> {
  const random = new Seeded(20_260_101);
  const server = await startServer();
  const room = await openClass(server, { moderation: "after" });
  const tokens = [await room.token("asker"), await room.token("neighbour"), await room.token("stranger")];
  const open = async (token: string) => {
    const follower = new Follower(server.url, room.sessionId, token);
    await follower.join();
    return follower;
  };
  const followers = await Promise.all(tokens.map(open));
  const questions: string[] = [];
  const replies = new Map<string, Set<string>>();
  const note = (commandId: string, reply: CommandReply) => {
    const known = replies.get(commandId) ?? new Set();
    replies.set(commandId, known.add(JSON.stringify(reply)));
  };
  for (let made = 0; made < commands; made += 1) {
    const who = random.below(tokens.length);
    const ask = questions.length < 5 || random.chance(0.3);
    const questionId = ask ? newId() : random.pick(questions);
    const command: Command = ask
      ? { type: "question.ask", questionId, roomId: room.plenary, text: `第 ${made} 问` }
      : { type: "question.support", questionId, on: random.chance(0.8) };
    const commandId = newId();
    let times = 1 + random.below(5);
    if (made % Math.floor(commands / cuts) === 0) {
      // Sent, and cut before the answer can come: the sender knows nothing and sends again.
      followers[who]?.socket.emit("session:command", { commandId, command }, () => undefined);
      followers[who]?.socket.disconnect();
      followers[who] = await open(tokens[who] ?? "");
    }
    for (; times > 0; times -= 1) {
      const follower = followers[who];
      if (follower === undefined) throw new Error("no follower");
      const burst = await Promise.all(
        Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => answered(follower, command, commandId)),
      );
      for (const reply of burst) note(commandId, reply);
    }
    if (ask) questions.push(questionId);
  }
  expect(replies.size).toBe(commands);
  const manyAnswers = [...replies].filter(([, answers]) => answers.size !== 1);
  expect(manyAnswers).toEqual([]);

  const rows = await server.storage.journal.rows(room.sessionId, 0, 100_000);
  const byCommand = new Map<string, number>();
  for (const { commandId } of rows) byCommand.set(commandId, (byCommand.get(commandId) ?? 0) + 1);
  expect([...byCommand].filter(([, times]) => times > 1)).toEqual([]);

  const host = await server.app.hosts.open(room.sessionId);
  for (const question of host?.state.all("question") ?? []) {
    const supports = [...(host?.state.all("support") ?? [])].filter(
      (one) => one.questionId === question.questionId,
    );
    expect(question.support).toBe(supports.length);
  }
}
