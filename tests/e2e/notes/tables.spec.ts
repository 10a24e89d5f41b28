import { expect, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { NOTES_TABLE_LIMITS } from "../../../shared/protocol/notes-attributes.ts";
import { writingNotes } from "../../support/browser/open-notes.ts";
import { paste } from "../../support/browser/paste.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";

const served = serveBrowsers();

function table(rows: number, columns: number, cell = "<td>格</td>"): string {
  return `<table>${`<tr>${cell.repeat(columns)}</tr>`.repeat(rows)}</table>`;
}

test("tables from a spreadsheet come into the notes, those too large are refused before they are in", async ({
  browser,
}) => {
  const { page, notes } = await writingNotes(served, browser);

  await paste(notes, { html: table(3, 4, '<td colspan="2">合并</td>') });
  await expect(notes.getByRole("cell")).toHaveCount(12);
  await expect(page.getByText(zhCN.notes.badge.saved, { exact: true })).toBeVisible();

  const { rowsMax, columnsMax } = NOTES_TABLE_LIMITS;
  const tooLarge = zhCN.notes.tableTooLarge(rowsMax, columnsMax);
  await page.keyboard.press("Control+End");
  await paste(notes, { html: table(rowsMax + 1, 2) });
  await expect(page.getByText(tooLarge).last()).toBeVisible();
  await paste(notes, { html: table(100, 40) });
  await expect(page.getByText(zhCN.notes.pasteTooManyParts).last()).toBeVisible();
  await paste(notes, { html: table(1, 1, '<td colspan="50000000">宽</td>') });
  await expect(page.getByText("宽")).toHaveCount(0);
  await expect(notes.getByRole("cell")).toHaveCount(12);

  await paste(notes, {
    html: '<ul data-line="3"><li>一</li><li>二</li></ul><p data-notes-line="null">三</p><table><tr><td rowspan="0">四</td></tr></table>',
  });
  for (const words of ["一", "二", "三", "四"])
    await expect(notes.getByText(words, { exact: true })).toHaveCount(1);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("还能写");
  await expect(notes.getByText("还能写")).toBeVisible();
  await expect(page.getByText(zhCN.notes.badge.saved, { exact: true })).toBeVisible();
  await page.screenshot({ path: "test-results/notes-tables.png" });
});
