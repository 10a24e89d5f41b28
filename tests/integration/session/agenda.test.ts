import { expect, test } from "vitest";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { newId } from "../../support/new-id.ts";
import { startServer } from "../../support/process/start-server.ts";
import { openClass } from "../../support/sockets/class-of-thirteen.ts";
import { waitUntil } from "../../support/wait-until.ts";

test("[A2] [A3] two who press at once go on once; who sits in a group sees it come and go by itself", async () => {
  const server = await startServer();
  const room = await openClass(server);
  const [organiser, moderator, asker] = [
    await room.organiser(),
    await room.enter("moderator"),
    await room.enter("asker"),
  ];
  const [asking, groups] = [newId(), newId()];
  const item = { type: "agenda.add", itemKind: "groups", plannedMs: 60_000, ledBy: null } as const;
  const commands: readonly Command[] = [
    { type: "rooms.close", roomIds: [room.first, room.second] },
    { ...item, itemId: asking, title: "提问解惑", itemKind: "questions", roomSet: { kind: "plenary" } },
    { ...item, itemId: groups, title: "分组研讨", roomSet: { kind: "groups" } },
    { type: "agenda.advance", fromItemId: null, toItemId: asking },
  ];
  for (const command of commands) expect(await organiser.send(command)).toMatchObject({ ok: true });
  const next = { type: "agenda.advance", fromItemId: asking, toItemId: groups } as const;
  const replies = await Promise.all([organiser.send(next), moderator.send(next)]);
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(replies.find(({ ok }) => !ok)).toMatchObject({
    error: { code: "agenda_elsewhere", retryable: false },
  });
  const seen = () => {
    const shown = asker.records();
    return {
      room: shown.get(`room:${room.first}`)?.status,
      item: shown.get("agenda:this")?.currentItemId,
      time: shown.get("timer:everyone")?.label,
      stage: shown.get("stage:this")?.recordId,
    };
  };
  await waitUntil(() => seen().room === "open", { what: "the group open" });
  expect(seen()).toEqual({ room: "open", item: groups, time: "分组研讨", stage: "agenda:this" });
  expect(asker.records().get("agenda:this")).not.toHaveProperty("step");
  expect(await asker.send({ ...next, fromItemId: groups, toItemId: asking })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await moderator.send({ type: "agenda.back", fromItemId: groups })).toMatchObject({ ok: true });
  await waitUntil(() => seen().room === "closed", { what: "the group closed again" });
  expect(seen()).toEqual({ room: "closed", item: asking, time: "提问解惑", stage: null });
});
