import { expect, type Locator, type Page, test } from "@playwright/test";
import { en } from "../../shared/messages/en.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/browser/accessible.ts";
import { leaveDesk } from "../support/browser/leave-desk.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { newId } from "../support/new-id.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const QUESTION = "专项债二审由谁负责，多长时间反馈？";
const REASON = "立项审核在发改委";
const PART = "财政这边负责把项目库材料转过去。";
const ANSWER = "二审由发改委牵头，十个工作日内反馈。";
const DOUBT = "补充材料的时间算不算在内？";
const [FIRST, SECOND, THIRD] = [
  "保税物流中心申报卡在用地预审，能否由市里统一对接？",
  "闲置厂房盘活缺少先例，由哪一级牵头协调？",
  "储能电站的并网批复由谁负责？",
] as const;
const { desk, mine } = zhCN.room;
const { rating } = zhCN.common;

async function widthOf(page: Page, column: string): Promise<number> {
  const box = await page.getByRole("columnheader", { name: column, exact: true }).boundingBox();
  return box?.width ?? 0;
}

/** No cell of the table is too narrow for what stands in it. */
async function expectNothingCut(page: Page): Promise<void> {
  const cells = page.getByRole("table").locator("th, td");
  const cut = await cells.evaluateAll((all) =>
    all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
  );
  expect(cut).toEqual([]);
}

const served = serveBrowsers();
const { address } = served;

test("a question from the unit that hands it on to the asker who still doubts", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "钱程", unit: "市发改委", side: "municipal" },
  ]);
  const enter = (name: string) =>
    served.enter(
      browser,
      sessionId,
      seats.find((seat) => seat.name === name),
    );
  const asker = await enter("郑文海");
  const finance = await enter("张志远");
  const planning = await enter("钱程");
  const moderator = await enter("马主持");
  await moderator.goto(address(`/s/${sessionId}/console`));

  await test.step("asked, approved and routed by key", async () => {
    await asker.getByLabel(zhCN.room.ask.label, { exact: true }).fill(QUESTION);
    await asker.getByRole("button", { name: zhCN.room.ask.submit, exact: true }).click();
    const queue = moderator.getByRole("region", { name: zhCN.console.queue.region });
    await expect(queue.getByText(QUESTION)).toBeVisible();
    await moderator.keyboard.press("r");
    await moderator.getByRole("combobox", { name: zhCN.console.route.lead }).fill("市财政局");
    await moderator.getByRole("option", { name: "市财政局" }).first().click();
    await moderator.getByRole("button", { name: zhCN.console.route.submitPending }).click();
  });

  await test.step("the first unit hands it on; nobody accepts it meanwhile", async () => {
    await expect(finance).toHaveTitle(/^（1）/);
    await expect(finance.getByRole("region", { name: desk.groups.toAccept })).toContainText(QUESTION);
    await accessible(finance);
    await finance.getByRole("button", { name: desk.handOn }).click();
    await finance.getByRole("combobox", { name: desk.handOnUnit }).fill("fgw");
    await finance.getByRole("option", { name: "市发改委" }).click();
    await finance.getByLabel(desk.handOnReason).fill(REASON);
    await accessible(finance);
    await finance.getByRole("button", { name: desk.handOnSubmit }).click();
    await expect(finance.getByText(desk.handedOn("市发改委", REASON))).toBeVisible();
    await expect(finance.getByRole("button", { name: desk.accept, exact: true })).toHaveCount(0);
  });

  await test.step("the moderator agrees", async () => {
    await moderator.getByRole("tab", { name: new RegExp(zhCN.console.tabs.routed) }).click();
    await moderator.getByRole("button", { name: QUESTION }).click();
    const notice = moderator.getByRole("region", { name: zhCN.console.handOn.title });
    await expect(notice).toContainText(REASON);
    await accessible(moderator);
    await notice.getByRole("button", { name: zhCN.console.handOn.agree }).click();
    await expect(notice).toHaveCount(0);
  });

  await test.step("the second accepts, promises, and answers in parts", async () => {
    await planning.getByRole("button", { name: desk.accept, exact: true }).click();
    await leaveDesk(planning);
    await expect(planning.getByRole("region", { name: desk.groups.toAnswer })).toContainText(QUESTION);
    await planning.getByRole("button", { name: desk.promise }).click();
    await planning.getByText(desk.inDays(7)).click();
    await accessible(planning);
    await planning.getByRole("button", { name: desk.promiseSubmit, exact: true }).click();
    await expect(planning.getByText(/^已承诺/)).toBeVisible();
    await planning.getByRole("button", { name: desk.write, exact: true }).click();
    await planning.getByLabel(desk.label(QUESTION)).fill(PART);
    await planning.getByLabel(desk.part).check();
    await planning.getByRole("button", { name: desk.submitPart }).click();
    await expect(planning.getByRole("region", { name: desk.groups.toAnswer })).toContainText(PART);
    await planning.getByRole("button", { name: desk.addMore, exact: true }).click();
    await planning.getByLabel(desk.label(QUESTION)).fill(ANSWER);
    await planning.getByRole("button", { name: desk.submit }).click();
    await leaveDesk(planning);
    await expect(planning.getByRole("region", { name: desk.groups.done })).toContainText(ANSWER);
  });

  await test.step("the asker sees the whole way and still doubts", async () => {
    await expect(asker.getByText(mine.answered("市发改委"))).toBeVisible();
    await asker.getByText(zhCN.common.trail.show).click();
    const trail = asker.getByRole("list", { name: zhCN.common.trail.label });
    for (const step of [
      zhCN.common.trail.asked,
      zhCN.common.trail.routed("市财政局"),
      zhCN.common.trail.handedOn("市发改委"),
      zhCN.common.trail.accepted("市发改委"),
      zhCN.common.trail.answered("市发改委"),
    ]) {
      await expect(trail.getByText(step).first()).toBeVisible();
    }
    await asker.getByRole("button", { name: rating.unsettled }).click();
    await asker.getByLabel(rating.noteLabel).fill(DOUBT);
    await accessible(asker);
    await asker.getByRole("button", { name: rating.submit, exact: true }).click();
    await expect(planning.getByText(rating.counts(0, 1))).toBeVisible();
    const doubted = planning.getByRole("region", { name: desk.groups.doubted });
    await expect(doubted.getByRole("listitem").getByText(rating.unsettled, { exact: true })).toBeVisible();
    await expect(doubted.getByText(rating.doubt(DOUBT))).toBeVisible();
    await expect(planning).toHaveTitle(/^（1）/);
    await expect(planning.getByRole("heading", { name: `${desk.title} 1` })).toBeVisible();
  });

  await test.step("staff see every step with who did it, and take the last one back", async () => {
    const way = moderator.getByRole("region", { name: zhCN.common.trail.label });
    await expect(way.getByText("钱程").first()).toBeVisible();
    await expect(way.getByText(DOUBT)).toBeVisible();
    const details = moderator.getByRole("dialog");
    await expect(details.getByText(rating.unsettled, { exact: true })).toBeVisible();
    const disclosure = details.getByText(zhCN.console.disclosure.label, { exact: true });
    expect(await topOf(details.getByText(rating.doubt(DOUBT)))).toBeLessThan(await topOf(disclosure));
    await seen(moderator, "details");
    await moderator.getByRole("button", { name: zhCN.console.acts.stage }).first().click();
    await accessible(moderator);
    await seen(moderator, "console");
    await seen(asker, "asker");
    await seen(planning, "desk");
  });

  await test.step("its row tells the state beside the stage, why it has no box, and leaves room for its words", async () => {
    await moderator.keyboard.press("Escape");
    await moderator.getByRole("tab", { name: new RegExp(zhCN.console.tabs.open) }).click();
    const row = moderator.getByRole("row").filter({ hasText: QUESTION });
    await expect(row).toContainText(zhCN.common.question.onStage);
    await expect(row).toContainText(zhCN.common.question.status.answered);
    await expect(row.getByRole("cell").first()).toHaveText(zhCN.console.marks.unmarkable);
    expect(await widthOf(moderator, zhCN.console.table.question)).toBeGreaterThan(300);
    await expectNothingCut(moderator);
    await moderator.evaluate(() => localStorage.setItem("yantao.language", "en"));
    await moderator.reload();
    await expect(moderator.getByRole("row").filter({ hasText: QUESTION })).toBeVisible();
    expect(await widthOf(moderator, en.console.table.question)).toBeGreaterThan(280);
    await expectNothingCut(moderator);
    await seen(moderator, "english");
  });
});

test("the desk holds still under the hand, and the keyboard keeps its place", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
  });
  const [asker, finance] = (await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "钱程", unit: "市发改委", side: "municipal" },
  ])) as [Seat, Seat, Seat];
  const staff = await commandAs(served.url(), sessionId, token);
  const county = await commandAs(served.url(), sessionId, await enterPin(served.url(), sessionId, asker));
  const route = async (text: string) => {
    const questionId = newId();
    await county({ type: "question.ask", questionId, roomId: rooms[0]?.roomId ?? "", text });
    await staff({ type: "question.route", questionId, leadUnit: finance.unit, supportUnits: [] });
    return questionId;
  };
  await route(FIRST);
  const secondId = await route(SECOND);
  const page = await served.enter(browser, sessionId, finance);
  const toAccept = page.getByRole("region", { name: desk.groups.toAccept });
  const toAnswer = page.getByRole("region", { name: desk.groups.toAnswer });
  const first = itemOf(page, FIRST);
  const second = itemOf(page, SECOND);

  await test.step("an act moves nothing, and the second click of a double-click acts on nothing", async () => {
    const accept = first.getByRole("button", { name: desk.accept, exact: true });
    await expect(accept).toHaveAccessibleDescription(FIRST);
    const box = await accept.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10];
    const before = await topOf(second);
    await page.mouse.click(x, y);
    await expect(first.getByText(zhCN.common.question.status.accepted, { exact: true })).toBeVisible();
    await expect(first.getByRole("button", { name: desk.write, exact: true })).toBeFocused();
    await page.mouse.move(x, y);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await expect(toAccept.getByRole("listitem")).toHaveCount(2);
    await expect(page.getByRole("textbox", { name: desk.label(FIRST) })).toHaveCount(0);
    await expect(second.getByRole("button", { name: desk.accept, exact: true })).toBeVisible();
    expect(await topOf(second)).toBe(before);
  });

  await test.step("what comes in waits until it is asked for", async () => {
    const before = await topOf(second);
    await route(THIRD);
    const show = page.getByRole("button", { name: desk.showFresh(1) });
    await expect(show).toBeVisible();
    await expect(itemOf(page, THIRD)).toHaveCount(0);
    expect(await topOf(second)).toBe(before);
    await seen(page, "fresh");
    await show.click();
    await expect(itemOf(page, THIRD)).toBeFocused();
    await expect(show).toHaveCount(0);
    expect(await topOf(second)).toBe(before);
  });

  await test.step("once pointer and focus have left, the question goes to its group", async () => {
    await page.mouse.move(1300, 300);
    await expect(toAccept).toContainText(FIRST);
    await leaveDesk(page);
    await expect(toAnswer).toContainText(FIRST);
    await expect(toAccept).not.toContainText(FIRST);
  });

  await test.step("forms take the focus, Escape closes them, what was typed stays", async () => {
    const handOn = second.getByRole("button", { name: desk.handOn });
    await handOn.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: desk.handOnUnit })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(handOn).toBeFocused();
    await page.keyboard.press("Enter");
    const reason = page.getByLabel(desk.handOnReason);
    await reason.fill(REASON);
    await reason.dispatchEvent("keydown", { key: "Escape", isComposing: true });
    await expect(reason).toBeVisible();
    await reason.press("Escape");
    await expect(handOn).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(reason).toHaveValue(REASON);
    await second.getByRole("button", { name: zhCN.common.cancel }).press("Enter");
    await expect(handOn).toBeFocused();

    const write = second.getByRole("button", { name: desk.write, exact: true });
    await write.press("Enter");
    await expect(page.getByLabel(desk.label(SECOND))).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(write).toBeFocused();
  });

  await test.step("acts done by keyboard leave the focus on what is done next, or on their question", async () => {
    await second.getByRole("button", { name: desk.accept, exact: true }).press("Enter");
    await expect(second.getByRole("button", { name: desk.write, exact: true })).toBeFocused();
    await expect(toAccept).toContainText(SECOND);
    await page.keyboard.press("Enter");
    await leaveDesk(page);
    await expect(page.getByLabel(desk.label(SECOND))).not.toBeFocused();
    await expect(page.getByLabel(desk.label(SECOND))).toBeVisible();
    await expect(toAccept).toContainText(SECOND);
    await page.getByLabel(desk.label(SECOND)).press("Escape");
    const promise = second.getByRole("button", { name: desk.promise });
    await promise.press("Enter");
    await expect(second.getByRole("checkbox", { name: desk.inDays(3) })).toBeFocused();
    await page.keyboard.press("Space");
    await seen(page, "promise");
    await second.getByRole("button", { name: desk.promiseSubmit, exact: true }).press("Enter");
    await expect(second.getByText(/^已承诺/)).toBeVisible();
    await expect(promise).toBeFocused();
    await second.getByRole("button", { name: desk.handOn }).press("Enter");
    await page.keyboard.type("fgw");
    await expect(page.getByRole("option")).toHaveText(["市发改委"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByLabel(desk.handOnReason).fill(`${REASON}。`);
    await seen(page, "hand-on");
    await second.getByRole("button", { name: desk.handOnSubmit }).press("Enter");
    await expect(second.getByText(desk.handedOn("市发改委", REASON), { exact: true })).toBeVisible();
    await expect(second).toBeFocused();
    await seen(page, "handed-on");
    await staff({ type: "question.route", questionId: secondId, leadUnit: "市发改委", supportUnits: [] });
    await expect(second).toHaveCount(0);
    await expect(page.getByRole("heading", { name: desk.title })).toBeFocused();
  });

  await test.step("the desk has the wide column, and a window that folds takes nothing of what is written", async () => {
    await leaveDesk(page);
    const deskRegion = page.getByRole("region", { name: desk.title });
    const roomRegion = page.getByRole("region", { name: zhCN.room.tabsLabel });
    const deskTab = page.getByRole("tab", { name: `${desk.title} 2` });
    const [deskBox, roomBox] = [await deskRegion.boundingBox(), await roomRegion.boundingBox()];
    expect(deskBox?.width).toBeGreaterThan((roomBox?.width ?? 0) * 1.3);
    expect(deskBox?.x).toBeLessThan(roomBox?.x ?? 0);
    await first.getByRole("button", { name: desk.promise }).click();
    await page.getByText(desk.inDays(7)).click();
    await itemOf(page, THIRD).getByRole("button", { name: desk.write, exact: true }).click();
    const field = page.getByLabel(desk.label(THIRD));
    await field.pressSequentially(PART);

    await page.setViewportSize({ width: 1024, height: 576 });
    await expect(deskTab).toHaveAttribute("aria-selected", "true");
    await expect(field).toBeFocused();
    await expect(roomRegion).toBeHidden();
    await page.keyboard.type("。");
    await seen(page, "folded");
    const notesTab = page.getByRole("tab", { name: zhCN.room.tabs.notes });
    await notesTab.click();
    await expect(roomRegion).toBeVisible();
    await expect(deskRegion).toBeHidden();
    await expect(deskTab).toBeInViewport();

    await page.setViewportSize({ width: 1366, height: 768 });
    await expect(notesTab).toBeFocused();
    await expect(field).toHaveValue(`${PART}。`);
    await expect(page.getByRole("checkbox", { name: desk.inDays(7) })).toBeChecked();
    await page.setViewportSize({ width: 911, height: 512 });
    await expect(notesTab).toBeFocused();
    await deskTab.click();
    await expect(field).toHaveValue(`${PART}。`);

    // At 200 % everything stands under one another, and the page scrolls, not the desk in it.
    await page.setViewportSize({ width: 683, height: 384 });
    const panel = page.getByRole("tabpanel", { name: desk.title });
    const [panelBox, wholeBox] = [await panel.boundingBox(), await deskRegion.boundingBox()];
    expect(panelBox?.height).toBeGreaterThanOrEqual(wholeBox?.height ?? Number.NaN);
  });

  staff.close();
  county.close();
  await page.context().close();
});

/** A question on the desk, not in the list of the room. */
function itemOf(page: Page, text: string): Locator {
  return page.getByRole("region", { name: desk.title }).getByRole("listitem").filter({ hasText: text });
}

async function topOf(place: Locator): Promise<number> {
  const box = await place.boundingBox();
  if (box === null) throw new Error("not in sight");
  return box.y;
}
