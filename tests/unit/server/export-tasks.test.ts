import { describe, expect, test } from "vitest";
import { type ExportLimits, ExportTasks, type TaskAbout } from "../../../server/exports/export-tasks.ts";
import type { MadeExport } from "../../../server/exports/make-export.ts";
import { newId } from "../../support/new-id.ts";
import { waitUntil } from "../../support/wait-until.ts";

const MINE: TaskAbout = { doer: "mine", sessionId: "session", fileName: "minutes.docx", unit: null };
const THEIRS: TaskAbout = { ...MINE, doer: "theirs" };

function tasksWith(limits: Partial<ExportLimits> = {}): ExportTasks {
  return new ExportTasks({ newId, log: () => {} }, limits);
}

function fileOf(length: number): MadeExport {
  const madeFrom = { seq: 1, hash: "" };
  return { title: "", bytes: new Uint8Array(length), sha256: "", madeFrom, isMarked: false };
}

/** A worker that ends when it is told to, and not before. */
function endless(signal: AbortSignal | undefined): Promise<MadeExport> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

function started(tasks: ExportTasks, about: TaskAbout, length: number) {
  const task = tasks.start(about, async () => fileOf(length));
  if (task === null) throw new Error("not started");
  return task;
}

describe("[X19] tasks", () => {
  test("are four of one doer, of which those that are over make room", async () => {
    const tasks = tasksWith();
    const done = started(tasks, MINE, 1);
    await waitUntil(() => done.isOver, { what: "a file" });
    const under = [1, 2, 3, 4].map(() => tasks.start(MINE, ({ signal }) => endless(signal)));
    expect(under).not.toContain(null);
    expect(tasks.find(done.taskId, MINE)).toBeNull();
    expect(tasks.start(MINE, ({ signal }) => endless(signal))).toBeNull();
    expect(tasks.start(THEIRS, ({ signal }) => endless(signal))).not.toBeNull();
    tasks.forget("another session");
    expect(tasks.size).toBe(5);
    tasks.forget(MINE.sessionId);
    expect(tasks.size).toBe(0);
    expect(under.map((task) => task?.signal.aborted)).toEqual([true, true, true, true]);
  });

  test("end when nobody asks about them, and their files when nobody takes them", async () => {
    const tasks = tasksWith({ unaskedMs: 30, keptMs: 30 });
    const forgotten = tasks.start(MINE, ({ signal }) => endless(signal));
    const waiting = started(tasks, MINE, 10);
    await waitUntil(() => tasks.size === 0, { what: "both to be gone" });
    expect(forgotten?.signal.aborted).toBe(true);
    expect(waiting.reply().status).toBe("ready");
    expect(tasks.find(waiting.taskId, MINE)).toBeNull();
  });

  test("hold so many bytes of one doer and in all; nobody's file goes for another's", async () => {
    const tasks = tasksWith({ doerBytesMax: 100, bytesMax: 150 });
    const settled = async (task: ReturnType<typeof started>) => {
      await waitUntil(() => task.isOver, { what: "it to be over" });
      return task.reply().status;
    };
    const first = started(tasks, MINE, 60);
    expect(await settled(first)).toBe("ready");
    expect(await settled(started(tasks, MINE, 60))).toBe("ready");
    expect(tasks.find(first.taskId, MINE)).toBeNull();
    const theirs = started(tasks, THEIRS, 95);
    expect(await settled(theirs)).toBe("failed");
    expect(theirs.reply().error?.code).toBe("rate_limited");
    expect(await settled(started(tasks, THEIRS, 90))).toBe("ready");
    expect(await settled(started(tasks, MINE, 101))).toBe("failed");
    tasks.close();
  });

  test("give their file once, and again where it was not handed out", async () => {
    const tasks = tasksWith();
    const task = started(tasks, MINE, 10);
    await waitUntil(() => task.isOver, { what: "a file" });
    const made = task.take();
    expect(made).toMatchObject({ sha256: "" });
    expect(task.take()).toBeNull();
    if (made === null || made === "asMade") throw new Error("no file");
    task.made(made);
    expect(task.take()).toBe(made);
    tasks.close();
  });

  test("whose making fails say so and are told to the log", async () => {
    const logged: string[] = [];
    const tasks = new ExportTasks({ newId, log: (message) => logged.push(message) });
    const task = tasks.start(MINE, () => Promise.reject(new Error("damaged")));
    await waitUntil(() => task?.isOver, { what: "it to be over" });
    expect(task?.reply()).toMatchObject({ status: "failed", error: { code: "internal", retryable: true } });
    expect(logged).toEqual(["file not made"]);
    tasks.close();
  });
});
