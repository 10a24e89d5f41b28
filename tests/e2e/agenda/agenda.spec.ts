import { type Browser, expect, type Page, test } from "@playwright/test";
import { agenda as words } from "../../../shared/messages/zh-CN/rooms/agenda.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { PASSWORD } from "../../support/password.ts";
import { call, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";

const { organiser, room } = zhCN;
const { items } = words.templates.groups;
const served = serveBrowsers();
const { address } = served;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const line = (page: Page, title: string) =>
  page.getByRole("list", { name: words.list }).getByRole("listitem").filter({ hasText: title });

async function signInOrganiser(browser: Browser): Promise<Page> {
  const page = await served.laptop(browser);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(address("/organiser"));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await button(page, organiser.signIn.submit).click();
  await page.getByRole("link", { name: organiser.list.create }).first().click();
  return page;
}

/** Confirms what a key has asked for, once it says all of `lines`. */
async function confirm(page: Page, title: string, lines: readonly string[]): Promise<void> {
  const dialog = page.getByRole("dialog", { name: title });
  for (const text of lines) await expect(dialog).toContainText(text);
  await expect(button(page, words.confirm.go)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
}

test("[A1] [A2] [A5] [A6] [A7] a template is prepared, gone through item by item before hall and rooms, and its times are in the minutes", async ({
  browser,
}) => {
  test.slow();
  const page = await signInOrganiser(browser);
  await test.step("one press fills in rooms, rules and agenda; a title that was typed stays", async () => {
    await page.getByLabel(organiser.info.title).fill("第二天晚上");
    await button(page, words.templates.groups.name).click();
    await expect(page.getByLabel(organiser.info.title)).toHaveValue("第二天晚上");
    await expect(page.getByLabel(organiser.rooms.groups)).toHaveValue("6");
    await expect(page.getByRole("list", { name: words.list }).getByRole("listitem")).toHaveCount(4);
    await expect(page.getByRole("radio", { name: organiser.info.moderationAfter })).toBeChecked();
    await seen(page, "template");
    await button(page, organiser.create.submit).click();
    await page.waitForURL(/step=roster/);
  });
  const sessionId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const token = await signIn(served.url());
  const [chair, asker] = (await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "滑县财政局", side: "county", group: "第一组" },
  ])) as [Seat, Seat];

  await test.step("it is changed in place: by keys, by menu, and taken back", async () => {
    await page.getByRole("button", { name: organiser.steps.agenda }).click();
    await expect(page.getByText(words.sum(4, 110))).toBeVisible();
    await line(page, items.briefing).focus();
    await page.keyboard.press("Enter");
    await page.getByLabel(words.form.minutes).fill("5");
    await page.getByRole("combobox", { name: words.form.ledBy }).fill("马主持");
    await page.keyboard.press("Control+Enter");
    await expect(line(page, items.briefing)).toContainText(words.planned(5));
    await expect(line(page, items.briefing)).toContainText(words.ledBy("马主持"));
    await expect(page.getByText(words.sum(4, 105))).toBeVisible();
    await line(page, items.vote).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(line(page, items.vote)).toBeFocused();
    await expect(page.getByRole("list", { name: words.list }).getByRole("listitem").nth(2)).toContainText(
      items.vote,
    );
    await button(page, words.laterOf(items.vote)).click();
    await expect(page.getByRole("list", { name: words.list }).getByRole("listitem").nth(3)).toContainText(
      items.vote,
    );
    await button(page, words.removeOf(items.vote)).click();
    await expect(page.getByText(words.sum(3, 95))).toBeVisible();
    await button(page, zhCN.common.undo).last().click();
    await expect(page.getByText(words.sum(4, 105))).toBeVisible();
    await seen(page, "prepared");
  });

  const [console, official] = await Promise.all([
    served.enter(browser, sessionId, chair),
    served.enter(browser, sessionId, asker),
  ]);
  await console.setViewportSize({ width: 1366, height: 768 });
  await console.goto(address(`/s/${sessionId}/console`));
  const panel = console.getByRole("region", { name: words.title, exact: true });
  await expect(panel).toContainText(words.panel.notBegun);
  await page.goto(address(`/organiser/${sessionId}?step=live`));
  const [stage] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: organiser.live.openStage }).click(),
  ]);
  await stage.setViewportSize({ width: 1920, height: 1080 });
  const groupState = official.getByRole("link", { name: /第一组/ });

  await test.step("the first item begins by a key, and says before what it will do", async () => {
    await expect(groupState).toContainText(room.roomClosed);
    await console.keyboard.press("y");
    await seen(console, "confirm");
    const { stay, time, stage: shows } = words.confirm;
    await confirm(console, words.confirm.title(items.briefing), [stay, time(5), shows.welcome]);
    await expect(stage.getByText(zhCN.stage.howToJoinNext)).toBeVisible();
    await expect(official.getByText(words.room(items.briefing))).toBeVisible();
  });

  await test.step("the next one opens the groups for who sits there; a wrong press is taken back", async () => {
    const { open, time, stage: shows } = words.confirm;
    const lines = [open(6), time(60), shows.agenda];
    await console.keyboard.press("y");
    await confirm(console, words.confirm.title(items.groups), lines);
    await expect(groupState).not.toContainText(room.roomClosed);
    await expect(official.getByText(words.room(items.groups))).toBeVisible();
    await expect(stage.getByRole("heading", { name: words.stage.now(items.groups) })).toBeVisible();
    await seen(stage, "stage");
    await seen(console, "console");
    await console.keyboard.press("Control+z");
    await expect(groupState).toContainText(room.roomClosed);
    await expect(panel).toContainText(items.briefing);
    await console.keyboard.press("y");
    await confirm(console, words.confirm.title(items.groups), lines);
    await expect(groupState).not.toContainText(room.roomClosed);
  });

  await test.step("the report calls everybody back; vote and end follow, and one may go back", async () => {
    const { recall, stage: shows } = words.confirm;
    await console.keyboard.press("y");
    await confirm(console, words.confirm.title(items.report), [recall(6), shows.report("第一组")]);
    await expect(official.getByText(words.room(items.report))).toBeVisible();
    await console.keyboard.press("y");
    await confirm(console, words.confirm.title(items.vote), [words.confirm.time(10)]);
    await expect(panel).toContainText(words.panel.lastOne);
    await console.keyboard.press("y");
    await confirm(console, words.confirm.titleEnd, []);
    await expect(panel).toContainText(words.panel.over);
    await expect(official.getByText(words.room(items.vote))).toBeHidden();
    await console.keyboard.press("Shift+Y");
    await expect(console.getByRole("dialog", { name: words.confirm.title(items.vote) })).toBeVisible();
    await console.keyboard.press("Escape");
  });

  await test.step("the session is held once more, with its people and without what was held", async () => {
    await page.goto(address("/organiser"));
    await button(page, words.copy.openOf("第二天晚上")).click();
    await expect(page.getByLabel(words.copy.title)).toHaveValue(words.copy.titleOf("第二天晚上"));
    await seen(page, "copy");
    await page.keyboard.press("Escape");
    await expect(button(page, words.copy.openOf("第二天晚上"))).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel(words.copy.title)).toBeFocused();
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((url) => !url.pathname.endsWith(sessionId) && url.search === "?step=info");
    const steps = page.getByRole("navigation", { name: organiser.steps.label });
    await expect(steps.getByRole("button", { name: organiser.steps.roster })).toContainText(
      organiser.steps.peopleCount(2),
    );
    await steps.getByRole("button", { name: organiser.steps.agenda }).click();
    await expect(line(page, items.briefing)).toContainText(words.planned(5));
    await expect(line(page, items.briefing)).not.toContainText(words.taken(0));
  });

  await test.step("planned and taken time are in the minutes", async () => {
    const path = `/api/sessions/${sessionId}/documents/minutes.json`;
    const { body } = await call<{ blocks: { kind: string }[] }>(served.url(), path, { token });
    const table = JSON.stringify(body.blocks.filter(({ kind }) => kind === "table"));
    for (const text of [items.briefing, "5分钟", items.groups, "60分钟", "不足1分钟", "105分钟"])
      expect(table).toContain(text);
  });
});
