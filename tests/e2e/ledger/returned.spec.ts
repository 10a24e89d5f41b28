import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { ledger as words } from "../../../shared/messages/ledger/zh-CN.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { enterBySeat } from "../../support/browser/enter-by-seat.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { filledIn } from "../../support/ledger/fill-in.ts";
import { DUE_SOON, OVERDUE, sealedWithThreeRows } from "../../support/ledger/three-rows.ts";
import { PASSWORD } from "../../support/password.ts";
import { CAST } from "../../support/sample/cast.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const served = serveBrowsers();
const { address, laptop } = served;

test("a sealed session's ledger goes out, is filled in, and comes back with a conflict decided", async ({
  browser,
}) => {
  const { sessionId, token, finance, followupIds } = await sealedWithThreeRows(served.url());
  const organiser = await laptop(browser);
  const cell = (name: string) => organiser.getByRole("cell", { name, exact: true });
  let file: Buffer = Buffer.alloc(0);

  await test.step("out, as a spreadsheet", async () => {
    await organiser.goto(address("/organiser"));
    await organiser.getByLabel(zhCN.organiser.signIn.password, { exact: true }).fill(PASSWORD);
    await organiser.getByRole("button", { name: zhCN.organiser.signIn.submit, exact: true }).click();
    await organiser.getByRole("link", { name: zhCN.organiser.list.manage }).click();
    await organiser.getByRole("button", { name: new RegExp(zhCN.organiser.steps.seal) }).click();
    await organiser.getByRole("link", { name: zhCN.followups.open }).click();
    const download = organiser.waitForEvent("download");
    await organiser.getByRole("button", { name: words.exportXlsx }).click();
    file = await readFile(await (await download).path());
    await expect(organiser.getByText(/^已保存：/)).toBeVisible();
  });

  await test.step("filled in by offices, while a row is changed here", async () => {
    // Rows 1 to 3 stand below title, note and headings.
    file = await filledIn(file, {
      I4: "王建国",
      L4: "与自然资源局对接过一次",
      I5: "李明",
      M6: "已办结",
      J6: "周省",
    });
    const staff = await commandAs(served.url(), sessionId, token);
    const followupId = followupIds[1] ?? "";
    await staff({ type: "followup.update", followupId, personInCharge: "张志远" });
    staff.close();
  });

  await test.step("previewed row by row", async () => {
    await organiser.getByRole("button", { name: words.toImport }).click();
    await organiser
      .locator('input[type="file"]')
      .setInputFiles({ name: "台账回填.xlsx", mimeType: "application/octet-stream", buffer: file });
    const row = (number: number) =>
      organiser
        .locator("tr[data-result]")
        .filter({ has: organiser.locator(`td:nth-child(2):text-is("${number}")`) });
    await expect(row(1)).toContainText("王建国");
    await expect(row(1)).toContainText("与自然资源局对接过一次");
    await expect(row(2)).toContainText(words.reasons.changed_here);
    await expect(row(3)).toContainText(words.reasons.evidence_missing);
    await expect(organiser.getByRole("button", { name: words.preview.import(1) })).toBeVisible();
    await seen(organiser, "preview");
    await row(2).getByText(words.preview.take, { exact: true }).click();
    await seen(organiser, "decided");
    await organiser.getByRole("button", { name: words.preview.import(2) }).click();
    await expect(organiser.getByText(words.done(2))).toBeVisible();
    await expect(cell("王建国")).toBeVisible();
    await expect(cell("李明")).toBeVisible();
    await seen(organiser, "taken");
    await organiser.getByRole("button", { name: DUE_SOON }).click();
    await expect(organiser.getByRole("listitem").filter({ hasText: "与自然资源局对接过一次" })).toBeVisible();
    await organiser.keyboard.press("Escape");
  });

  await test.step("taken back, and taken once more", async () => {
    await organiser.getByRole("button", { name: words.withdraw }).click();
    await expect(organiser.getByText(words.withdrawn)).toBeVisible();
    await expect(cell("王建国")).toHaveCount(0);
    await expect(cell("张志远")).toBeVisible();
    await organiser
      .locator('input[type="file"]')
      .setInputFiles({ name: "台账回填.xlsx", mimeType: "application/octet-stream", buffer: file });
    await organiser.getByRole("button", { name: words.preview.import(1) }).click();
    await expect(organiser.getByText(words.done(1))).toBeVisible();
    await expect(cell("王建国")).toBeVisible();
    await expect(cell("张志远")).toBeVisible();
  });

  await test.step("a unit has its own rows, and brings them by itself", async () => {
    const unit = await laptop(browser);
    await enterBySeat(unit, address(`/s/${sessionId}`), finance);
    await unit.getByRole("link", { name: zhCN.common.ledgerLink(2) }).click();
    const download = unit.waitForEvent("download");
    await unit.getByRole("button", { name: words.exportXlsx }).click();
    const own = await filledIn(await readFile(await (await download).path()), { L5: "已约省厅本周会商" });
    await unit.getByRole("button", { name: words.toImport }).click();
    await unit
      .locator('input[type="file"]')
      .setInputFiles({ name: "台账.xlsx", mimeType: "application/octet-stream", buffer: own });
    await unit.getByRole("button", { name: words.preview.import(1) }).click();
    await expect(unit.getByText(words.done(1))).toBeVisible();
    await unit.getByRole("button", { name: OVERDUE }).click();
    await expect(unit.getByRole("listitem").filter({ hasText: "已约省厅本周会商" })).toContainText(
      CAST.finance.unit,
    );
    await unit.context().close();
  });

  await test.step("what is overdue across all sessions", async () => {
    await organiser.goto(address("/organiser"));
    await organiser.getByRole("link", { name: zhCN.organiser.list.everyLedger }).click();
    const numbers = organiser.getByRole("row").locator("td:nth-child(4)");
    await expect(numbers).toHaveText(["2", "1", "3"]);
    await organiser.getByText(words.everySession.overdue(1), { exact: true }).click();
    await expect(numbers).toHaveText(["2"]);
    await seen(organiser, "every-session");
    const download = organiser.waitForEvent("download");
    await organiser.getByRole("button", { name: words.exportXlsx }).click();
    expect((await download).suggestedFilename()).toBe("各场研讨问题台账.xlsx");
  });
  await organiser.context().close();
});
