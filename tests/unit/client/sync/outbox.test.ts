import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isRefused, Outbox, type Transmit } from "../../../../client/sync/outbox.ts";
import { OutboxStorage } from "../../../../client/sync/outbox-storage.ts";
import type { Command } from "../../../../shared/protocol/commands/command.ts";
import { wireError } from "../../../../shared/protocol/errors.ts";
import { makeIdFactory } from "../../../../shared/protocol/ids.ts";
import type { CommandReply, CommandRequest } from "../../../../shared/protocol/session-socket.ts";
import { MemoryStorage } from "../../../support/memory-storage.ts";

const newId = makeIdFactory((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
const OK: CommandReply = { ok: true, rev: 1 };
const ROOM = newId();

function ask(text: string): Command {
  return { type: "question.ask", questionId: newId(), roomId: ROOM, text };
}

function textOf(command: Command): string | null {
  return command.type === "question.ask" ? command.text : null;
}

function outboxOn(storage: MemoryStorage, actorId = "p1"): Outbox {
  return new Outbox(new OutboxStorage(storage, "s1", actorId), newId);
}

/** A server that answers with what `judge` says, one call after the other, and remembers what came. */
function server(judge: (request: CommandRequest) => CommandReply | null) {
  const seen: CommandRequest[] = [];
  const transmit: Transmit = async (request) => {
    seen.push(request);
    return judge(request);
  };
  return { seen, transmit };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("commands are sent one after the other in the order they were made", async () => {
  const outbox = outboxOn(new MemoryStorage());
  const { seen, transmit } = server(() => OK);
  const replies = ["一", "二", "三"].map((text) => outbox.send(ask(text)));
  expect(outbox.snapshot()).toHaveLength(3);
  outbox.open(transmit);
  await Promise.all(replies);
  expect(seen.map(({ command }) => textOf(command))).toEqual(["一", "二", "三"]);
  expect(outbox.snapshot()).toEqual([]);
});

test("what is not acknowledged is kept over a reload and sent again under the same id", async () => {
  const storage = new MemoryStorage();
  const before = outboxOn(storage);
  void before.send(ask("一"));
  void before.send(ask("二"));
  const lost = server(() => null);
  before.open(lost.transmit);
  await vi.advanceTimersByTimeAsync(0);
  before.close();

  const after = outboxOn(storage);
  expect(after.snapshot().map(({ command }) => textOf(command))).toEqual(["一", "二"]);
  const { seen, transmit } = server(() => OK);
  after.open(transmit);
  await vi.advanceTimersByTimeAsync(0);
  expect(seen.map(({ commandId }) => commandId)).toEqual(before.snapshot().map(({ commandId }) => commandId));
  expect(seen[0]?.commandId).toBe(lost.seen[0]?.commandId);
  expect(storage.length).toBe(0);
});

test("a cut line counts what was under way as unsent; a late answer of the old line is not heard", async () => {
  const outbox = outboxOn(new MemoryStorage());
  let answerOld: (reply: CommandReply) => void = () => undefined;
  const reply = outbox.send(ask("一"));
  outbox.open(() => new Promise((resolve) => (answerOld = resolve)));
  outbox.close();
  const { seen, transmit } = server(() => ({ ok: true, rev: 7 }));
  answerOld({ ok: true, rev: 6 });
  await vi.advanceTimersByTimeAsync(0);
  expect(outbox.snapshot()).toHaveLength(1);
  outbox.open(transmit);
  expect(await reply).toEqual({ ok: true, rev: 7 });
  expect(seen).toHaveLength(1);
});

test("joined anew on the same line, what is under way is answered all the same and the rest follows", async () => {
  const outbox = outboxOn(new MemoryStorage());
  const answers: ((reply: CommandReply) => void)[] = [];
  const waiting: Transmit = () => new Promise((resolve) => answers.push(resolve));
  outbox.open(waiting);
  const first = outbox.send(ask("一"));
  const second = outbox.send(ask("二"));
  const { seen, transmit } = server(() => ({ ok: true, rev: 8 }));
  outbox.open(transmit);
  expect([answers.length, seen.length]).toEqual([1, 0]);
  answers[0]?.({ ok: true, rev: 7 });
  await vi.advanceTimersByTimeAsync(0);
  expect(outbox.snapshot()).toEqual([]);
  expect(await first).toEqual({ ok: true, rev: 7 });
  expect(await second).toEqual({ ok: true, rev: 8 });
});

test("under way is what is not answered when it is asked, with what is sent for the answer, and nothing sent meanwhile", async () => {
  const outbox = outboxOn(new MemoryStorage());
  expect(outbox.underWay()).toBe(null);
  const answers: ((reply: CommandReply) => void)[] = [];
  const answerNext = async () => {
    answers.shift()?.(OK);
    await vi.advanceTimersByTimeAsync(0);
  };
  const act = async (text: string) => (await outbox.send(ask(text))).ok;
  const actTwice = async () => (await act("一")) && (await act("二"));
  void actTwice();
  let isOver = false;
  void outbox.underWay()?.then(() => {
    isOver = true;
  });
  void act("三");
  outbox.open(() => new Promise((resolve) => answers.push(resolve)));
  await answerNext();
  expect(outbox.snapshot().map(({ command }) => textOf(command))).toEqual(["三", "二"]);
  await answerNext();
  expect(isOver).toBe(false);
  await answerNext();
  expect(isOver).toBe(true);
  expect(outbox.underWay()).toBe(null);

  void act("四");
  void outbox.underWay()?.then(() => {
    isOver = false;
  });
  void act("五");
  await answerNext();
  expect([isOver, outbox.snapshot().length]).toEqual([false, 1]);
});

test("what is taken away before it is sent is not under way any more", () => {
  const outbox = outboxOn(new MemoryStorage());
  void outbox.send(ask("一"));
  expect(outbox.underWay()).not.toBe(null);
  outbox.discard(outbox.snapshot()[0]?.commandId ?? "");
  expect(outbox.underWay()).toBe(null);
});

describe("refusals", () => {
  test("a passing one is tried again by itself, and what follows waits behind it", async () => {
    const outbox = outboxOn(new MemoryStorage());
    let refusals = 2;
    const { seen, transmit } = server(({ command }) => {
      if (textOf(command) !== "一" || refusals === 0) return OK;
      refusals -= 1;
      return { ok: false, error: wireError("storage_unavailable") };
    });
    outbox.open(transmit);
    const first = outbox.send(ask("一"));
    void outbox.send(ask("二"));
    await vi.advanceTimersByTimeAsync(0);
    expect(outbox.snapshot()[0]?.problem?.code).toBe("storage_unavailable");
    expect(seen.map(({ command }) => textOf(command))).toEqual(["一"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await first).toEqual(OK);
    expect(seen.map(({ command }) => textOf(command))).toEqual(["一", "一", "一", "二"]);
  });

  test("one command that the server cannot digest lets the others past", async () => {
    const outbox = outboxOn(new MemoryStorage());
    const { seen, transmit } = server(({ command }) =>
      textOf(command) === "一" ? { ok: false, error: wireError("internal") } : OK,
    );
    void outbox.send(ask("一"));
    const second = outbox.send(ask("二"));
    outbox.open(transmit);
    expect(await second).toEqual(OK);
    expect(seen.map(({ command }) => textOf(command))).toEqual(["一", "二"]);
    expect(outbox.snapshot()).toHaveLength(1);
  });

  test("a final one is the caller's; with keepRefused the text stays with its reason until it is discarded", async () => {
    const storage = new MemoryStorage();
    const outbox = outboxOn(storage);
    const { seen, transmit } = server(() => ({ ok: false, error: wireError("room_closed") }));
    outbox.open(transmit);
    expect((await outbox.send(ask("一"))).ok).toBe(false);
    expect(outbox.snapshot()).toEqual([]);
    await outbox.send(ask("二"), { keepRefused: true });
    const kept = outbox.snapshot()[0];
    expect(kept !== undefined && isRefused(kept) && textOf(kept.command)).toBe("二");
    expect(outboxOn(storage).snapshot()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toHaveLength(2);
    outbox.discard(kept?.commandId ?? "");
    expect(outbox.snapshot()).toEqual([]);
    expect(storage.length).toBe(0);
  });

  test("a text refused after a reload, when nobody waits for the answer any more, is never dropped", async () => {
    const storage = new MemoryStorage();
    void outboxOn(storage).send(ask("一"));
    void outboxOn(storage).send({ type: "question.support", questionId: newId(), on: true });
    const after = outboxOn(storage);
    after.open(server(() => ({ ok: false, error: wireError("room_closed") })).transmit);
    await vi.advanceTimersByTimeAsync(0);
    expect(after.snapshot().map(({ command }) => command.type)).toEqual(["question.ask"]);
  });

  test("an ended sign-in keeps everything unsent and unanswered", async () => {
    const outbox = outboxOn(new MemoryStorage());
    let answered = false;
    void outbox.send(ask("一")).then(() => {
      answered = true;
    });
    const { seen, transmit } = server(() => ({ ok: false, error: wireError("not_signed_in") }));
    outbox.open(transmit);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toHaveLength(1);
    expect(answered).toBe(false);
    expect(outbox.snapshot()).toHaveLength(1);
  });
});

test("two people of one browser never see or send each other's commands", () => {
  const storage = new MemoryStorage();
  void outboxOn(storage, "p1").send(ask("一"));
  expect(outboxOn(storage, "p2").snapshot()).toEqual([]);
  expect(outboxOn(storage, "p1").snapshot()).toHaveLength(1);
});

test("nor does one person's outbox of one session reach another session", () => {
  const storage = new MemoryStorage();
  void outboxOn(storage).send(ask("一"));
  expect(new Outbox(new OutboxStorage(storage, "s2", "p1"), newId).snapshot()).toEqual([]);
});

test("a reload keeps the order in which things were made, whatever order the storage lists them in", () => {
  const storage = new MemoryStorage();
  const before = outboxOn(storage);
  for (const text of ["一", "二", "三"]) void before.send(ask(text));
  const first = storage.key(0) ?? "";
  const kept = storage.getItem(first) ?? "";
  storage.removeItem(first);
  storage.setItem(first, kept);
  expect(storage.key(2)).toBe(first);
  expect(
    outboxOn(storage)
      .snapshot()
      .map(({ command }) => textOf(command)),
  ).toEqual(["一", "二", "三"]);
});

test("a storage that refuses to keep costs nothing but the keeping", async () => {
  const storage = new MemoryStorage();
  storage.setItem = () => {
    throw new Error("quota");
  };
  const outbox = outboxOn(storage);
  outbox.open(server(() => OK).transmit);
  expect(await outbox.send(ask("一"))).toEqual(OK);
});
