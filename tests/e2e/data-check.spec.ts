import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import Database from "better-sqlite3";
import { DATABASE_FILE } from "../../server/storage/sqlite/open-sqlite-storage.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { seen } from "../support/browser/accessible.ts";
import { PASSWORD } from "../support/password.ts";
import { type ServerProcess, spawnServer } from "../support/process/server-process.ts";
import { createSession, signIn } from "../support/sockets/api.ts";

const { list, signIn: words } = zhCN.organiser;
const directory = mkdtempSync(join(tmpdir(), "yantao-e2e-"));
let server: ServerProcess | undefined;

test.afterAll(async () => {
  await server?.stop();
  rmSync(directory, { recursive: true, force: true });
});

async function openList(page: Page, { url }: ServerProcess): Promise<void> {
  await page.goto(`http://yantao.test:${new URL(url).port}/organiser`);
  await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await expect(page.getByRole("heading", { name: list.title })).toBeVisible();
}

test("[H5] the organiser's list says quietly that the data hold, and what to do where they do not", async ({
  page,
}) => {
  server = await spawnServer(directory);
  await createSession(server.url, await signIn(server.url));
  await openList(page, server);
  await expect(page.getByText(/^数据检查：上次检查 \d+年.*，完好$/)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await seen(page, "data-sound");
  await server.stop();

  const database = new Database(join(directory, DATABASE_FILE));
  database.exec("UPDATE journal SET at = at + 1");
  database.close();
  server = await spawnServer(directory);
  await page.context().clearCookies();
  await page.evaluate(() => localStorage.clear());
  await openList(page, server);
  await expect(page.getByRole("alert")).toContainText(list.dataDamagedHint);
  await expect(page.getByText(/完好$/)).toHaveCount(0);
  await seen(page, "data-damaged");
});
