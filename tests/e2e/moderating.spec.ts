import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";

const BONDS = "专项债二审由哪一方负责？";
const ASSETS = "闲置资产怎样盘活？";
const STORAGE = "储能电站是怎样争取到的？";
/** More than a list shows without scrolling. */
const UNITS = [
  "市财政局",
  "市发改委",
  "市统计局",
  "市工信局",
  "市商务局",
  "市科技局",
  "市人社局",
  "市住建局",
  "市审计局",
];
const REASON = "请先与本县发改委核实立项进度，再提一次。";

const { console: words, common, room } = zhCN;

/** Who can be asked, in the order in which it is offered. */
const ASKED = [...UNITS, "林州市财政局", "滑县发改委"];

const served = serveBrowsers();

async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel(room.ask.label, { exact: true }).fill(text);
  await page.getByRole("button", { name: room.ask.submit, exact: true }).click();
}

test("what a moderator does with the questions of a group", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第三组", kind: "breakout" },
    ],
  });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county", group: "第三组" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "何会", unit: "市委党校", side: "staff", duties: ["moderator"] },
    ...UNITS.map((unit, at) => ({ name: `局长${at}`, unit, side: "municipal" as const })),
  ]);
  const [groupSeat, plenarySeat, staffSeat, secondSeat] = seats as [Seat, Seat, Seat, Seat];
  const asker = await served.enter(browser, sessionId, groupSeat);
  const listener = await served.enter(browser, sessionId, plenarySeat);
  const moderator = await served.enter(browser, sessionId, staffSeat);
  await moderator.goto(served.address(`/s/${sessionId}/console`));
  const queue = moderator.getByRole("region", { name: words.queue.region });
  await moderator.getByLabel(words.rooms.toggle("第三组")).click({ force: true });
  await asker.getByRole("link", { name: "第三组" }).click();
  await expect(asker.getByRole("main", { name: "第三组" })).toBeVisible();
  for (const text of [BONDS, ASSETS, STORAGE]) {
    await ask(asker, text);
    await expect(queue.getByText(text)).toBeVisible();
  }

  await test.step("once a form of the queue is chosen its letters decide, and the arrows choose the other form", async () => {
    const forms = moderator.getByRole("radiogroup", { name: words.queue.form });
    await forms.getByText(words.queue.lines, { exact: true }).click();
    await moderator.keyboard.press("n");
    await expect(moderator.getByRole("dialog")).toContainText(words.capture.title);
    await moderator.keyboard.press("Escape");
    await forms.getByText(words.queue.cards, { exact: true }).click();
    await moderator.keyboard.press("d");
    await expect(queue.getByText(words.decline.title)).toBeVisible();
    await moderator.keyboard.press("Escape");
    await expect(queue.getByText(words.decline.title)).toHaveCount(0);
  });

  await test.step("a card pressed twice is chosen, not decided by the button that came under the pointer", async () => {
    const cards = queue.locator("li[id^='pending-']");
    // Never the one that is open already: its own buttons are meant.
    const presses = [0.2, 0.5, 0.9].flatMap((share) => [1, 2, 0, 2, 1, 0].map((index) => ({ index, share })));
    for (const { index, share } of presses) {
      const box = await cards.nth(index).boundingBox();
      if (box === null) throw new Error("no card");
      await moderator.mouse.dblclick(box.x + 60, box.y + share * box.height);
      await expect(cards.nth(index)).toHaveAttribute("aria-current", "true");
      await expect(cards).toHaveCount(3);
      await expect(moderator.getByRole("dialog")).toHaveCount(0);
    }
    await moderator.keyboard.press("Escape");
  });

  await test.step("a unit is found by pinyin and taken by Tab or Enter; a name of none stays to be seen", async () => {
    const unit = listener.getByRole("combobox", { name: room.ask.addressed });
    await unit.fill("fgw");
    await expect(listener.getByRole("option", { name: "市发改委" })).toBeVisible();
    await unit.press("Tab");
    await expect(unit).toHaveValue("市发改委");
    await unit.fill("局");
    await unit.press("Enter");
    await expect(unit).toHaveValue("市财政局");
    await unit.fill("商");
    await unit.press("Enter");
    await expect(unit).toHaveValue("市商务局");
    await unit.fill("局");
    await unit.press("Tab");
    await expect(unit).toHaveValue("市财政局");
    await unit.fill("财政厅");
    await expect(listener.getByRole("option", { name: zhCN.common.unit.nothingFound })).toBeVisible();
    await accessible(listener);
    await unit.press("Tab");
    await expect(unit).toHaveValue("财政厅");
    await expect(listener.getByText(room.ask.unitNotChosen)).toBeVisible();
    await accessible(listener);
    await unit.fill("统计局");
    await listener.getByLabel(room.ask.label, { exact: true }).focus();
    await expect(unit).toHaveValue("市统计局");
  });

  await test.step("the lists of units are accessible, full and empty; a name of no unit routes nothing", async () => {
    await queue.getByText(ASSETS).click();
    await moderator.keyboard.press("r");
    const lead = moderator.getByRole("combobox", { name: words.route.lead });
    await expect(moderator.getByRole("listbox").getByRole("option")).toHaveText(ASKED);
    await seen(moderator, "units");
    await lead.fill("fgw");
    await lead.press("Enter");
    await expect(lead).toHaveValue("市发改委");
    await lead.fill("某厅");
    await expect(moderator.getByRole("option", { name: zhCN.common.unit.nothingFound })).toBeVisible();
    await accessible(moderator);
    await lead.press("Enter");
    await lead.press("Tab");
    await expect(moderator.getByText(zhCN.common.unit.notChosen)).toBeVisible();
    await expect(moderator.getByRole("button", { name: words.route.submitPending })).toBeDisabled();
    const support = moderator.getByRole("combobox", { name: words.route.support });
    await expect(moderator.getByRole("listbox").getByRole("option")).toHaveText(ASKED);
    await accessible(moderator);
    await support.fill("某厅");
    await expect(moderator.getByRole("option", { name: zhCN.common.unit.nothingFound })).toBeVisible();
    await accessible(moderator);
    await moderator.getByRole("button", { name: common.cancel }).click();
    await expect(lead).toBeHidden();
    await expect(queue.getByText(ASSETS)).toBeVisible();
  });

  await test.step("one goes back with a reason from its details, and waits again from there", async () => {
    await queue.getByText(STORAGE).click();
    await queue.getByRole("button", { name: words.acts.details }).click();
    const details = moderator.getByRole("dialog");
    await details.getByRole("button", { name: words.acts.decline, exact: true }).click();
    await details.getByLabel(words.decline.own).press("Escape");
    await expect(details.getByLabel(words.decline.own)).toBeHidden();
    await details.getByRole("button", { name: words.acts.decline, exact: true }).click();
    await seen(moderator, "details-decline");
    await details.getByRole("button", { name: words.decline.phrases[1] }).click();
    await expect(details.getByText(common.question.status.declined)).toBeVisible();
    await details.getByRole("button", { name: words.acts.restore, exact: true }).click();
    await expect(details.getByText(common.question.status.pending).first()).toBeVisible();
    await moderator.keyboard.press("Escape");
    await expect(queue.getByText(STORAGE)).toBeVisible();
  });

  await test.step("one is put aside by its key and taken back", async () => {
    await queue.getByText(BONDS).click();
    await moderator.keyboard.press("h");
    await expect(queue.getByText(BONDS)).toBeHidden();
    await moderator.getByText(words.held.title(1)).click();
    await seen(moderator, "held");
    await moderator.getByRole("button", { name: words.held.backOf(BONDS) }).click();
    await expect(queue.getByText(BONDS)).toBeVisible();
    await expect(moderator.getByText(words.held.title(1))).toBeHidden();
  });

  await test.step("two are marked and approved at once", async () => {
    await queue.getByLabel(words.marks.mark(BONDS)).check();
    await queue.getByLabel(words.marks.mark(STORAGE)).check();
    await moderator.getByRole("button", { name: words.marks.approveAll(2) }).click();
    await expect(moderator.getByText(words.done.approvedMany(2))).toBeVisible();
    await expect(moderator.getByRole("row", { name: STORAGE })).toBeVisible();
    await expect(queue.getByText(BONDS)).toBeHidden();
  });

  await test.step("one is labelled from a list made there, lifted, and kept out of the minutes", async () => {
    await moderator.getByRole("button", { name: BONDS }).click();
    const details = moderator.getByRole("dialog");
    await details.getByRole("button", { name: words.acts.edit, exact: true }).click();
    await details.getByLabel(words.edit.label).press("Escape");
    await expect(details.getByLabel(words.edit.label)).toBeHidden();
    await expect(details.getByText(BONDS, { exact: true })).toBeFocused();
    await details.getByRole("button", { name: words.topics.edit }).click();
    await details.getByRole("button", { name: common.cancel }).press("Escape");
    await expect(details.getByLabel(words.topics.list)).toBeHidden();
    await moderator.keyboard.press("Escape");
    await expect(details).toBeHidden();
    await moderator.getByRole("button", { name: BONDS }).click();
    await details.getByRole("button", { name: words.topics.edit }).click();
    await details.getByLabel(words.topics.list).fill("专项债\n保税物流\n存量资产");
    await seen(moderator, "labels");
    await details.getByRole("button", { name: common.save, exact: true }).click();
    await details.getByText("专项债", { exact: true }).click();
    await expect(details.getByRole("checkbox", { name: "专项债" })).toBeChecked();
    await details.getByRole("button", { name: words.acts.lift }).click();
    await details.getByText(words.disclosure.names.unrecorded).click();
    await expect(details.getByText(words.disclosure.hints.unrecorded)).toBeVisible();
    await expect(details.getByText(common.question.lifted).first()).toBeVisible();
    await seen(moderator, "details");
    await moderator.keyboard.press("Escape");
    const card = listener.getByRole("article", { name: BONDS });
    await expect(card.getByText(common.question.liftedFrom("第三组"))).toBeVisible();
    await expect(card.getByText("专项债", { exact: true })).toBeVisible();
    const own = asker.getByRole("article", { name: BONDS });
    await expect(own.getByText(common.question.lifted)).toBeVisible();
    await seen(listener, "plenary");
  });

  await test.step("who only staff may read disappears from the rooms", async () => {
    await moderator.getByRole("button", { name: BONDS }).click();
    const details = moderator.getByRole("dialog");
    await details.getByText(words.disclosure.names.staff).click();
    await expect(listener.getByText(BONDS)).toBeHidden();
    await moderator.keyboard.press("Escape");
    await expect(details).toBeHidden();
  });

  await test.step("a reason in own words is offered to the other moderator", async () => {
    await queue.getByText(ASSETS).click();
    await moderator.keyboard.press("d");
    await moderator.getByLabel(words.decline.own).fill(REASON);
    await moderator.getByLabel(words.decline.own).press("Enter");
    await expect(queue.getByText(ASSETS)).toBeHidden();
    await expect(moderator.getByText(words.done.declined(ASSETS))).toBeVisible();
    await seen(moderator, "declined");
    const second = await served.enter(browser, sessionId, secondSeat);
    await second.goto(served.address(`/s/${sessionId}/console`));
    await ask(asker, STORAGE);
    const card = second
      .getByRole("region", { name: words.queue.region })
      .getByRole("paragraph")
      .filter({ hasText: STORAGE });
    await card.click();
    await second.keyboard.press("d");
    await expect(second.getByRole("button", { name: REASON })).toBeVisible();
    await seen(second, "reasons");
  });

  await test.step("the group's questions no longer wait", async () => {
    await moderator.getByLabel(words.rooms.moderation("第三组")).selectOption("after");
    await expect(asker.getByText(room.ask.ruleRoomAfter)).toBeVisible();
    await ask(asker, "保税物流中心怎样推动？");
    await expect(moderator.getByRole("row", { name: "保税物流中心怎样推动？" })).toBeVisible();
    await seen(moderator, "rooms");
  });
});
