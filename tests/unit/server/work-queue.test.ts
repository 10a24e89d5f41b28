import { expect, test } from "vitest";
import { WorkQueue } from "../../../server/work-queue.ts";

/** A task that ends when it is told to. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test("[X19] who is cancelled while waiting never begins and holds up nobody; the others keep their order", async () => {
  const queue = new WorkQueue(1);
  const first = gate();
  const begun: string[] = [];
  const task =
    (name: string, until: Promise<void> = Promise.resolve()) =>
    async () => {
      begun.push(name);
      await until;
    };
  const running = queue.run(task("first", first.opened));
  const leaving = new AbortController();
  const second = queue.run(task("second"), leaving.signal);
  const third = queue.run(task("third"));
  const fourth = queue.run(task("fourth"), new AbortController().signal);
  leaving.abort(new Error("cancelled"));
  await expect(second).rejects.toThrow("cancelled");
  first.open();
  await Promise.all([running, third, fourth]);
  expect(begun).toEqual(["first", "third", "fourth"]);
  await expect(queue.run(task("late"), leaving.signal)).rejects.toThrow("cancelled");
  await queue.run(task("last"));
  expect(begun.at(-1)).toBe("last");
});

test("[X19] one that is cancelled as its turn comes passes it on", async () => {
  const queue = new WorkQueue(1);
  const first = gate();
  const leaving = new AbortController();
  const running = queue.run(() => first.opened);
  const second = queue.run(async () => "begun", leaving.signal);
  const third = queue.run(async () => "third");
  first.open();
  await running;
  leaving.abort(new Error("cancelled"));
  await Promise.allSettled([second]);
  expect(await third).toBe("third");
  expect(await queue.run(async () => "free")).toBe("free");
});
