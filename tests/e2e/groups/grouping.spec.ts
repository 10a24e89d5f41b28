import { expect, type Page, test } from "@playwright/test";
import { rounds as enWords } from "../../../shared/messages/en/rooms/rounds.ts";
import { en } from "../../../shared/messages/en.ts";
import { rounds as words } from "../../../shared/messages/zh-CN/rooms/rounds.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { PASSWORD } from "../../support/password.ts";
import { createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { common, organiser } = zhCN;
const UNITS = ["文峰区政府", "滑县政府", "内黄县政府", "市财政局"] as const;
const served = serveBrowsers();

/** Twelve officials of four units, three of each, under a moderator. */
async function openSession() {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const officials = Array.from({ length: 12 }, (_, at) => ({
    name: `${"赵钱孙李周吴郑王冯陈褚卫"[at]}文海`,
    unit: UNITS[at % 4] ?? "",
    post: at < 4 ? "局长" : "副局长",
    side: at % 4 === 3 ? ("municipal" as const) : ("county" as const),
    ...(at < 6 && { group: at % 2 === 0 ? "第一组" : "三组" }),
  }));
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    ...officials,
  ]);
  return { token, sessionId, seats };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const group = (page: Page, name: string, people: number) =>
  page.getByRole("region", { name: words.group(name, people), exact: true });
const chip = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}，`) });

async function openGroups(page: Page, sessionId: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(served.address(`/s/${sessionId}/groups`));
}

/** Three groups, in which nobody sits yet. */
async function addRound(page: Page): Promise<void> {
  await button(page, words.add).click();
  await expect(button(page, words.balance)).toBeVisible();
  const count = page.getByLabel(words.groupCount);
  // A number of two digits takes nothing away while it is typed.
  await count.press("Control+A");
  await count.pressSequentially("12");
  await expect(group(page, "第十二组", 0)).toBeVisible();
  await count.fill("3");
  await expect(group(page, "第三组", 0)).toBeVisible();
}

test("[B1] [B3] a moderator balances groups, mends them by mouse, keys and menu, and starts the round", async ({
  browser,
}) => {
  const { sessionId, seats } = await openSession();
  const page = await served.enter(browser, sessionId, seats[0]);
  await openGroups(page, sessionId);

  await test.step("without a round the page says what to do; one press makes one", async () => {
    await expect(page.getByText(words.none)).toBeVisible();
    await seen(page, "empty");
    await accessible(page);
    await addRound(page);
    await expect(group(page, words.unseated, 12)).toBeVisible();
    await expect(button(page, words.start)).toBeDisabled();
    await accessible(page);
  });

  await test.step("balanced, each group has one of each unit, and the page says so", async () => {
    await button(page, words.balance).click();
    for (const name of ["第一组", "第二组", "第三组"]) {
      for (const unit of UNITS) await expect(group(page, name, 4)).toContainText(unit);
    }
    const findings = page.getByRole("region", { name: words.findings.title });
    for (const text of [words.findings.units, words.findings.sides, words.findings.sizes(4, 4)])
      await expect(findings).toContainText(text);
    await expect(findings).not.toContainText(words.findings.notMet);
    await seen(page, "balanced");
    await accessible(page);
  });

  const first = group(page, "第一组", 4).locator("[data-person]").first();
  const name = (await first.locator("strong").textContent()) ?? "";
  await test.step("one is dragged, and goes back by undo", async () => {
    await first.dragTo(group(page, "第二组", 4));
    await expect(group(page, "第二组", 5)).toContainText(name);
    await expect(page.getByRole("region", { name: words.findings.title })).toContainText(
      words.findings.notMet,
    );
    await seen(page, "dragged");
    await expect(page.getByText(words.moved(name, "第二组"))).toBeVisible();
    await button(page, common.undo).last().click();
    await expect(group(page, "第一组", 4)).toContainText(name);
  });

  await test.step("the same by keys alone: the focus goes with the person, who is locked there", async () => {
    await chip(page, name).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(group(page, "第二组", 5)).toContainText(name);
    await expect(chip(page, name)).toBeFocused();
    await page.keyboard.press("l");
    await expect(chip(page, name)).toHaveAccessibleName(new RegExp(words.locked));
    await page.keyboard.press("ArrowDown");
    await expect(chip(page, name)).not.toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: words.chosen }).getByRole("heading")).toHaveText(name);
  });

  await test.step("by menu: moved on, made 组长; reshuffled, the locked one stays", async () => {
    const chosen = page.getByRole("region", { name: words.chosen });
    await chosen.getByLabel(words.moveTo).selectOption("第三组");
    await expect(group(page, "第三组", 5)).toContainText(name);
    await chosen.getByRole("button", { name: words.makeLeader }).click();
    await expect(group(page, "第三组", 5)).toContainText(words.leaderIs(name));
    await button(page, words.reshuffle).click();
    await expect(group(page, "第三组", 4)).toContainText(words.leaderIs(name));
    await expect(chip(page, name)).toHaveAccessibleName(new RegExp(words.locked));
    await accessible(page);
  });

  await test.step("pairs are wanted, and what cannot be is said with its reason", async () => {
    const chosen = page.getByRole("region", { name: words.chosen });
    const other = await group(page, "第三组", 4).locator("[data-person]:not([aria-pressed=true])").first();
    const otherName = (await other.locator("strong").textContent()) ?? "";
    const pick = async (label: string) => {
      await chosen.getByRole("combobox", { name: label }).fill(otherName);
      await page.getByRole("option", { name: otherName }).click();
    };
    await pick(words.apartFrom);
    await pick(words.togetherWith);
    await expect(page.getByText(words.rules.apart(name, otherName))).toBeVisible();
    await button(page, words.reshuffle).click();
    await expect(
      page.getByRole("region", { name: words.findings.title }).getByText(words.findings.pairReasons.opposed),
    ).toBeVisible();
    await seen(page, "opposed");
    for (const rule of ["apart", "together"] as const)
      await button(page, words.rules.removePair(words.rules[rule](name, otherName))).click();
    await expect(page.getByText(words.rules.apart(name, otherName))).toHaveCount(0);
  });

  await test.step("started by one press, everybody is there, and by another everybody is back", async () => {
    const seat = seats.find((one) => one.name === name);
    const laptop = await served.enter(browser, sessionId, seat);
    const mine = laptop.getByRole("navigation", { name: zhCN.room.myRooms });
    await expect(mine).not.toContainText("第三组");
    await button(page, words.start).click();
    await expect(page.getByText(words.started("第一轮", 12))).toBeVisible();
    await expect(mine).toContainText("第三组");
    await seen(page, "running");
    await accessible(page);
    await button(page, words.recall).click();
    await expect(button(page, words.start)).toBeVisible();
    await expect(mine).not.toContainText("第三组");
  });
});

test("[B4] rounds stand side by side: by the roster, as the last one, with people who have not met, sealed to look at", async ({
  browser,
}) => {
  const { token, sessionId, seats } = await openSession();
  const page = await served.enter(browser, sessionId, seats[0]);
  await openGroups(page, sessionId);

  await test.step("by the roster's column, groups that are missing are added", async () => {
    await button(page, words.add).click();
    await page.getByLabel(words.groupCount).fill("1");
    await expect(group(page, "第一组", 0)).toBeVisible();
    await button(page, words.byRoster).click();
    await expect(group(page, "第一组", 3)).toBeVisible();
    await expect(group(page, "三组", 3)).toBeVisible();
    await expect(group(page, words.unseated, 6)).toBeVisible();
    await expect(page.getByText(words.unseatedStay(6))).toBeVisible();
    await button(page, words.start).click();
    await expect(button(page, words.recall)).toBeVisible();
  });

  await test.step("the next is as the last one, then of people who have not met", async () => {
    await button(page, words.add).click();
    await expect(page.getByRole("heading", { name: "第二轮" })).toBeVisible();
    await button(page, words.sameAsLast("第一轮")).click();
    await expect(group(page, "第一组", 3)).toBeVisible();
    await page.getByLabel(words.groupCount).fill("4");
    await button(page, words.strangers).click();
    await expect(page.getByLabel(words.rules.notMet)).toBeChecked();
    await expect(page.getByRole("region", { name: words.findings.title })).toContainText(
      words.findings.strangers,
    );
    await button(page, words.rename).click();
    await page.getByLabel(words.nameLabel).fill("换桌");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "换桌" })).toBeVisible();
    await button(page, words.start).click();
    await expect(page.getByRole("navigation", { name: words.tabs })).toContainText(words.status.ended);
    await page.getByRole("navigation", { name: words.tabs }).getByRole("button", { name: "第一轮" }).click();
    await expect(page.getByText(words.readOnly.ended)).toBeVisible();
    await expect(chip(page, "赵文海")).toHaveAttribute("draggable", "false");
    await accessible(page);
  });

  await test.step("a round is removed and put back", async () => {
    await button(page, words.add).click();
    await expect(page.getByRole("heading", { name: "第三轮" })).toBeVisible();
    await button(page, words.remove).click();
    await expect(page.getByRole("heading", { name: "第三轮" })).toHaveCount(0);
    await button(page, common.undo).last().click();
    await expect(page.getByRole("navigation", { name: words.tabs })).toContainText("第三轮");
  });

  await test.step("the organiser has the rounds among the steps, the console a way to them; both languages", async () => {
    const laptop = await served.laptop(browser);
    await laptop.goto(served.address(`/organiser/${sessionId}?step=groups`));
    await laptop.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
    await button(laptop, organiser.signIn.submit).click();
    await expect(laptop.getByRole("region", { name: organiser.steps.groups })).toContainText("换桌");
    await accessible(laptop);
    await button(laptop, common.otherLanguage).click();
    await expect(laptop.getByRole("region", { name: en.organiser.steps.groups })).toContainText(
      enWords.status.running,
    );
    await button(laptop, en.common.otherLanguage).click();
    await laptop.getByRole("link", { name: words.open }).click();
    await expect(laptop.getByRole("heading", { name: "第三轮" })).toBeVisible();
    await page.goto(served.address(`/s/${sessionId}/console`));
    await page.getByRole("link", { name: words.title, exact: true }).click();
    await expect(page.getByRole("heading", { name: "第三轮" })).toBeVisible();
  });

  await test.step("who is not staff has nothing to do here; sealed, all of it is to look at", async () => {
    const laptop = await served.enter(browser, sessionId, seats[1] as Seat);
    await openGroups(laptop, sessionId);
    await expect(laptop.getByText(words.staffOnly)).toBeVisible();
    const act = await commandAs(served.url(), sessionId, token);
    await act({ type: "session.seal" });
    act.close();
    await expect(page.getByText(words.readOnly.sealed)).toBeVisible();
    for (const name of [words.add, words.start, words.balance])
      await expect(button(page, name)).toHaveCount(0);
    await accessible(page);
  });
});
