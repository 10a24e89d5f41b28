import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { enterByPin } from "../../support/browser/enter-by-pin.ts";
import { addToNotes } from "../../support/notes/add-to-notes.ts";
import { node } from "../../support/notes/notes-state.ts";
import { spawnServer } from "../../support/process/server-process.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { stage: hall } = zhCN;
const WRITTEN = "先找电网公司谈并网";
const WRITTEN_AFTER = "年底前开工";

const directory = mkdtempSync(join(tmpdir(), "yantao-e2e-"));
test.afterAll(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));

test("[W7] a server that is killed and started anew leaves the page as it is, and what is written after it comes there", async ({
  page,
}) => {
  const before = await spawnServer(directory);
  const { port } = new URL(before.url);
  const address = (path: string) => `http://yantao.test:${port}${path}`;
  const token = await signIn(before.url);
  const { sessionId, rooms } = await createSession(before.url, token, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
    ],
  });
  const roomId = rooms[1]?.roomId ?? "";
  const [showing] = await putRoster(before.url, token, sessionId, [
    { name: "何放映", unit: "市委党校", side: "staff" },
  ]);
  if (showing === undefined) throw new Error("nobody on the roster");
  const write = (url: string, text: string) =>
    addToNotes(url, `${sessionId}/${roomId}`, token, node("paragraph", { kind: "bullet" }, text));
  await write(before.url, WRITTEN);
  const act = await commandAs(before.url, sessionId, token);
  await act({ type: "report.show", roomId, durationMs: 600_000 });
  act.close();
  await enterByPin(page, { address, sessionId }, showing);
  await page.goto(address(`/s/${sessionId}/stage`));
  const shown = page.getByRole("main");
  await expect(shown).toContainText(WRITTEN);

  await before.kill();
  await expect(page.getByText(hall.reconnecting)).toBeVisible();
  await expect(shown).toContainText(WRITTEN);
  const left = await page.getByRole("timer").innerText();
  await expect(page.getByRole("timer")).not.toHaveText(left);

  const after = await spawnServer(directory, { environment: { PORT: port } });
  await expect(page.getByText(hall.reconnecting)).toHaveCount(0);
  await expect(shown).toContainText(WRITTEN);
  await write(after.url, WRITTEN_AFTER);
  await expect(shown).toContainText(WRITTEN_AFTER);
  await page.context().close();
  await after.stop();
});
