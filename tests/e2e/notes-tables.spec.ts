import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { NOTES_TABLE_LIMITS } from "../../shared/protocol/notes-attributes.ts";
import { createSession, putRoster, signIn } from "../support/api.ts";
import { type ServerProcess, spawnServer } from "../support/server-process.ts";

let server: ServerProcess;
let directory: string;

test.beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "yantao-e2e-"));
  server = await spawnServer(directory);
});

test.afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

function table(rows: number, columns: number, cell = "<td>格</td>"): string {
  return `<table>${`<tr>${cell.repeat(columns)}</tr>`.repeat(rows)}</table>`;
}

/** As the clipboard hands over what was copied in a spreadsheet. */
async function paste(notes: Locator, html: string): Promise<void> {
  await notes.evaluate((element, markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", markup);
    clipboardData.setData("text/plain", "");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

test("tables from a spreadsheet come into the notes, those too large are refused before they are in", async ({
  page,
}) => {
  const token = await signIn(server.url);
  const { sessionId } = await createSession(server.url, token);
  const [seat] = await putRoster(server.url, token, sessionId, [
    { name: "张志远", unit: "市财政局", side: "municipal" },
  ]);
  await page.goto(`http://yantao.test:${new URL(server.url).port}/s/${sessionId}`);
  await page.getByRole("combobox").fill("张志远");
  await page.getByRole("option", { name: "张志远" }).click();
  await page.getByLabel(zhCN.join.pinLabel).fill(seat?.pin ?? "");
  await page.getByRole("button", { name: zhCN.join.enter }).click();
  await page.getByRole("tab", { name: zhCN.room.tabs.notes }).click();
  const notes = page.getByRole("textbox", { name: zhCN.notes.editorLabel });
  await notes.click();

  await paste(notes, table(3, 4, '<td colspan="2">合并</td>'));
  await expect(notes.getByRole("cell")).toHaveCount(12);
  await expect(page.getByText(zhCN.notes.badge.saved, { exact: true })).toBeVisible();

  const { rowsMax, columnsMax } = NOTES_TABLE_LIMITS;
  const tooLarge = zhCN.notes.tableTooLarge(rowsMax, columnsMax);
  await page.keyboard.press("Control+End");
  await paste(notes, table(rowsMax + 1, 2));
  await expect(page.getByText(tooLarge).last()).toBeVisible();
  await paste(notes, table(100, 40));
  await expect(page.getByText(zhCN.notes.pasteTooManyParts).last()).toBeVisible();
  await paste(notes, table(1, 1, '<td colspan="50000000">宽</td>'));
  await expect(page.getByText("宽")).toHaveCount(0);
  await expect(notes.getByRole("cell")).toHaveCount(12);

  await page.keyboard.type("还能写");
  await expect(notes.getByText("还能写")).toBeVisible();
  await expect(page.getByText(zhCN.notes.badge.saved, { exact: true })).toBeVisible();
  await page.screenshot({ path: process.env.SHOT ?? "test-results/notes-tables.png" });
});
