import { expect, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { enterBySeat } from "../../support/browser/enter-by-seat.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { DUE_SOON, OPEN, OVERDUE, sealedWithThreeRows } from "../../support/ledger/three-rows.ts";
import { PASSWORD } from "../../support/password.ts";
import { CAST } from "../../support/sample/cast.ts";

const PROGRESS = "已与省厅对接，材料周五报出。";
const EVIDENCE = "省厅复函：二审由省级专家组负责，十个工作日内反馈。";

const words = zhCN.followups;

const served = serveBrowsers();
const { address, laptop } = served;

test("a sealed session's ledger is worked on until a row is cleared", async ({ browser }) => {
  const { sessionId, asker, finance } = await sealedWithThreeRows(served.url());

  const organiser = await laptop(browser);
  await test.step("the organiser's first page counts what is due", async () => {
    await organiser.goto(address("/organiser"));
    await organiser.getByLabel(zhCN.organiser.signIn.password, { exact: true }).fill(PASSWORD);
    await organiser.getByRole("button", { name: zhCN.organiser.signIn.submit, exact: true }).click();
    for (const sum of [words.sums.open(3), words.sums.dueSoon(1), words.sums.overdue(1)])
      await expect(organiser.getByText(sum, { exact: true })).toBeVisible();
    await seen(organiser, "organiser");
    await organiser.getByRole("link", { name: zhCN.organiser.list.manage }).click();
    await organiser.getByRole("button", { name: new RegExp(zhCN.organiser.steps.seal) }).click();
    await expect(organiser.getByText(words.count(3))).toBeVisible();
    await seen(organiser, "seal");
    await organiser.getByRole("link", { name: words.open }).click();
  });

  await test.step("staff see every row, sort and filter them", async () => {
    const numbers = organiser.getByRole("row").locator("td:first-child");
    await expect(numbers).toHaveText(["1", "2", "3"]);
    await expect(organiser.getByText(words.sealedGoesOn)).toBeVisible();
    await organiser.getByRole("button", { name: words.columns.due }).click();
    await expect(numbers).toHaveText(["2", "1", "3"]);
    await seen(organiser, "staff");
    await organiser.getByRole("combobox", { name: words.filter.lamp }).click();
    await organiser.getByRole("option", { name: words.lamp.overdue }).click();
    await expect(numbers).toHaveText(["2"]);
    await organiser.getByRole("searchbox").fill("没有这样的字");
    await organiser.getByRole("button", { name: words.showAll }).click();
    await expect(numbers).toHaveText(["2", "1", "3"]);
  });

  await test.step("staff name who is in charge; a draft outlives a reload", async () => {
    await organiser.getByRole("button", { name: OVERDUE }).click();
    await organiser.getByRole("button", { name: words.acts.edit, exact: true }).click();
    await expect(organiser.getByRole("button", { name: words.acts.reopen, exact: true })).toHaveCount(0);
    await organiser.getByLabel(words.details.personInCharge).fill("李明");
    await organiser.reload();
    await organiser.getByRole("button", { name: OVERDUE }).click();
    await organiser.getByRole("button", { name: words.acts.edit, exact: true }).click();
    await expect(organiser.getByLabel(words.details.personInCharge)).toHaveValue("李明");
    await organiser.getByLabel(words.details.leaderInCharge).fill("王局长");
    await seen(organiser, "edit");
    await organiser.getByRole("button", { name: zhCN.common.save, exact: true }).click();
    await expect(organiser.getByRole("dialog").getByText("王局长")).toBeVisible();
    await organiser.keyboard.press("Escape");
    await expect(organiser.getByRole("cell", { name: "王局长" })).toBeVisible();
  });

  const unit = await laptop(browser);
  await test.step("the unit reports progress, offline too, and finishes with evidence", async () => {
    await enterBySeat(unit, address(`/s/${sessionId}`), finance);
    await expect(unit.getByRole("link", { name: zhCN.common.ledgerLink(2) })).toBeVisible();
    await seen(unit, "room");
    await unit.getByRole("link", { name: zhCN.common.ledgerLink(2) }).click();
    await expect(unit.getByText(OPEN)).toHaveCount(0);
    await unit.getByRole("button", { name: OVERDUE }).press("Enter");
    await unit.getByRole("button", { name: words.acts.progress }).click();
    await unit.getByLabel(words.forms.progress).fill(PROGRESS);
    await unit.getByLabel(words.forms.progress).press("Escape");
    await expect(unit.getByLabel(words.forms.progress)).toBeHidden();
    await unit.getByRole("button", { name: words.acts.progress }).click();
    await expect(unit.getByLabel(words.forms.progress)).toHaveValue(PROGRESS);
    await unit.context().setOffline(true);
    await expect(unit.getByText(zhCN.common.connection.offlineTitle)).toBeVisible();
    await unit.getByLabel(words.forms.progress).press("Control+Enter");
    await expect(unit.getByText(zhCN.common.outbox.goesByItself, { exact: true })).toBeVisible();
    await seen(unit, "unsent");
    await unit.context().setOffline(false);
    await expect(unit.getByText(zhCN.common.outbox.goesByItself, { exact: true })).toBeHidden();
    await expect(unit.getByRole("listitem").filter({ hasText: PROGRESS })).toContainText(CAST.finance.unit);
    await unit.getByRole("button", { name: words.acts.finish, exact: true }).click();
    await unit.getByLabel(words.forms.finish).fill(EVIDENCE);
    await seen(unit, "finish");
    await unit.getByRole("button", { name: words.forms.finishSubmit }).click();
    await expect(unit.getByRole("dialog").getByText(words.status.done, { exact: true })).toBeVisible();
    await expect(unit.getByRole("button", { name: words.acts.agree })).toHaveCount(0);
    await expect(unit.getByRole("button", { name: words.acts.finish, exact: true })).toBeDisabled();
    await seen(unit, "done");
  });

  const county = await laptop(browser);
  await test.step("the asker reads the evidence and agrees to clear", async () => {
    await enterBySeat(county, address(`/s/${sessionId}`), asker);
    await county.getByRole("link", { name: zhCN.common.ledgerLink(3) }).click();
    await county.getByRole("button", { name: OVERDUE }).click();
    await expect(county.getByText(EVIDENCE)).toBeVisible();
    await expect(county.getByText(PROGRESS)).toBeVisible();
    await expect(county.getByRole("button", { name: words.acts.edit })).toHaveCount(0);
    await seen(county, "agree");
    await county.getByRole("button", { name: words.acts.agree }).click();
    await expect(county.getByText(words.details.agreed)).toBeVisible();
    await seen(county, "cleared");
  });

  await test.step("staff see it cleared", async () => {
    await expect(organiser.getByRole("row", { name: OVERDUE })).toContainText(words.status.cleared);
    await expect(organiser.getByRole("row", { name: OVERDUE })).not.toContainText(words.lamp.overdue);
    await organiser.getByRole("link", { name: words.back.console }).click();
    await expect(organiser.getByRole("link", { name: zhCN.common.ledgerLink(3) })).toBeVisible();
    await seen(organiser, "console");
  });

  await test.step("what was refused says why and can be taken back", async () => {
    await unit.keyboard.press("Escape");
    await unit.getByRole("button", { name: DUE_SOON }).click();
    await unit.getByRole("button", { name: words.acts.progress }).click();
    await unit.getByLabel(words.forms.progress).fill(PROGRESS);
    await unit.context().setOffline(true);
    await unit.getByRole("button", { name: words.forms.progressSubmit }).click();
    await organiser.getByRole("link", { name: zhCN.common.ledgerLink(3) }).click();
    await organiser.getByRole("button", { name: DUE_SOON }).click();
    await organiser.getByRole("button", { name: words.acts.clear, exact: true }).click();
    await organiser.getByLabel(words.forms.clear).fill("与第二项合并办理");
    await organiser.getByRole("button", { name: words.forms.clearSubmit }).click();
    await expect(organiser.getByRole("dialog").getByText("与第二项合并办理")).toBeVisible();
    await seen(organiser, "staff-drawer");
    await unit.context().setOffline(false);
    await expect(
      unit.getByText(zhCN.common.outbox.refusedBecause(zhCN.errors.followup_cleared), { exact: true }),
    ).toBeVisible();
    await seen(unit, "refused");
    await organiser.getByRole("button", { name: words.acts.reopen, exact: true }).click();
    await organiser.getByLabel(words.forms.reopen).fill("还要继续");
    await organiser.getByRole("button", { name: words.forms.reopenSubmit }).click();
    await expect(unit.getByRole("dialog").getByText(words.status.underway, { exact: true })).toBeVisible();
    await unit.getByRole("button", { name: zhCN.common.outbox.takeBack }).click();
    await expect(unit.getByLabel(words.forms.progress)).toHaveValue(PROGRESS);
    await unit.getByRole("button", { name: words.forms.progressSubmit }).click();
    await expect(unit.getByRole("listitem").filter({ hasText: PROGRESS })).toContainText(CAST.finance.unit);
  });

  for (const page of [organiser, unit, county]) await page.context().close();
});
