import { expect, type Page, test } from "@playwright/test";
import { choosing as words } from "../../../shared/messages/zh-CN/rooms/choosing.ts";
import { rounds as staffWords } from "../../../shared/messages/zh-CN/rooms/rounds.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { enterByPin } from "../../support/browser/enter-by-pin.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { slowLine } from "../../support/browser/slow-line.ts";
import { createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";

const served = serveBrowsers();
const panel = (page: Page) => page.getByRole("region", { name: words.title });
const row = (page: Page, group: string) => panel(page).getByRole("listitem").filter({ hasText: group });
const said = (page: Page) => panel(page).getByRole("status");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("[B7] two choose a group with one seat: one gets it, the other is told, and whoever did not choose is balanced", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "王建国", unit: "内黄县政府", side: "county" },
  ]);
  const staff = await served.enter(browser, sessionId, seats[0]);
  await staff.setViewportSize({ width: 1366, height: 768 });
  await staff.goto(served.address(`/s/${sessionId}/groups`));
  await button(staff, staffWords.add).click();
  const first = staffWords.groupName(1);
  const second = staffWords.groupName(2);
  const group = (name: string, people: number) =>
    staff.getByRole("region", { name: staffWords.group(name, people), exact: true });

  await test.step("a group gets its topic and its seats, by keys", async () => {
    await button(staff, staffWords.describeOf(first)).press("Enter");
    await staff.getByLabel(staffWords.topic).fill("专项债怎么报");
    await staff.getByLabel(staffWords.seatsMax).fill("1");
    await seen(staff, "describe");
    await staff.keyboard.press("Enter");
    await expect(group(first, 0)).toContainText(staffWords.peopleOf(0, 1));
    await expect(group(first, 0)).toContainText("专项债怎么报");
  });

  const one = await served.enter(browser, sessionId, seats[1]);
  const other = await served.laptop(browser);
  const line = await slowLine(other);
  await enterByPin(other, { address: served.address, sessionId }, seats[2] as Seat);
  const unit = await served.enter(browser, sessionId, seats[3]);
  await expect(panel(one)).toHaveCount(0);
  await button(staff, staffWords.offer).click();
  await expect(staff.getByText(staffWords.choosing(0))).toBeVisible();
  await expect(button(staff, staffWords.balance)).toHaveCount(0);

  await test.step("both see the seat that is left; it goes to one of them, and the other keeps what he had", async () => {
    for (const page of [one, other, unit]) {
      await expect(row(page, first)).toContainText(words.seatsLeft(1));
      await expect(row(page, first)).toContainText("专项债怎么报");
    }
    await button(other, words.chooseOf(second)).click();
    await expect(said(other)).toHaveText(words.mine(second));
    line.hold();
    await button(one, words.chooseOf(first)).click();
    await expect(said(one)).toHaveText(words.mine(first));
    await button(other, words.chooseOf(first)).click();
    line.release();
    await expect(other.getByText(zhCN.errors.group_full)).toBeVisible();
    await expect(said(other)).toHaveText(words.mine(second));
    await expect(row(other, first)).toContainText(words.full);
    await expect(button(other, words.chooseOf(first))).toBeDisabled();
    await expect(group(first, 1)).toBeVisible();
    await seen(other, "full");
    await seen(staff, "choosing");
  });

  await test.step("who changes gives the seat to the next; undone, it is chosen again while it is there", async () => {
    await button(one, words.chooseOf(second)).click();
    await expect(said(one)).toHaveText(words.mine(second));
    await button(unit, words.chooseOf(first)).click();
    await expect(said(unit)).toHaveText(words.mine(first));
    await button(unit, words.leaveOf(first)).press("Enter");
    await expect(said(unit)).toHaveText(words.none);
    await unit.getByRole("alert").last().getByRole("button", { name: zhCN.common.undo }).click();
    await expect(said(unit)).toHaveText(words.mine(first));
    await seen(unit, "desk");
  });

  await test.step("choosing is over; the others are seated around those who chose, and the round begins", async () => {
    await button(staff, staffWords.offerEnd).click();
    await expect(panel(one)).toHaveCount(0);
    await expect(one.getByText(words.overWith(second))).toBeVisible();
    await button(staff, staffWords.reshuffle).click();
    await expect(group(first, 1)).toContainText("张志远");
    await expect(group(second, 3)).toContainText("王建国");
    await button(staff, staffWords.start).click();
    await expect(one).toHaveURL(/\/room\//);
    await expect(one.getByRole("link", { name: new RegExp(second) })).toBeVisible();
  });
});
