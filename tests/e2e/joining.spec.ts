import { expect, type Page, test } from "@playwright/test";
import { excerpt } from "../../client/ui/text/excerpt.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";

const SHORT = "专项债二审由哪一方负责？";
const LONG = "专项债评审的二审由哪一方负责、多长时间反馈？";
const JOINED = "专项债二审由哪一方负责、多长时间反馈、对发行有什么影响？";

const { console: words, common, room } = zhCN;

const served = serveBrowsers();
const { address, enter } = served;

async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel(room.ask.label, { exact: true }).fill(text);
  await page.getByRole("button", { name: room.ask.submit, exact: true }).click();
  await expect(page.getByText(common.question.status.pending).first()).toBeVisible();
}

test("two ask the same thing, and it becomes one question that credits both", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "李一甲", unit: "内黄县财政局", side: "county" },
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
  ]);
  const [first, second, third, staff] = seats as [Seat, Seat, Seat, Seat];
  const one = await enter(browser, sessionId, first);
  const other = await enter(browser, sessionId, second);
  const reader = await enter(browser, sessionId, third);
  const moderator = await enter(browser, sessionId, staff);
  await ask(one, SHORT);
  await ask(other, LONG);
  await moderator.goto(address(`/s/${sessionId}/console`));
  const queue = moderator.getByRole("region", { name: words.queue.region });
  // What is alike stands in the card as well, as a button.
  const cardOf = (text: string) => queue.getByRole("paragraph").filter({ hasText: text });
  await expect(cardOf(LONG)).toBeVisible();

  await test.step("one is public and has a voice", async () => {
    await moderator.keyboard.press("a");
    await expect(cardOf(SHORT)).toBeHidden();
    await reader.getByRole("button", { name: common.question.supportLabel(0) }).click();
    await expect(moderator.getByRole("row", { name: SHORT }).getByText("1", { exact: true })).toBeVisible();
  });

  await test.step("the moderator marks both by keyboard and joins them", async () => {
    await moderator.keyboard.press("m");
    await expect(queue.getByLabel(words.marks.mark(LONG))).toBeChecked();
    await moderator.getByRole("row", { name: SHORT }).focus();
    await moderator.keyboard.press("m");
    await expect(moderator.getByText(words.marks.count(2))).toBeVisible();
    await seen(moderator, "marked");
    await moderator.keyboard.press("Escape");
    await expect(moderator.getByText(words.marks.count(2))).toBeHidden();
    await moderator.keyboard.press("m");
    await queue.getByLabel(words.marks.mark(LONG)).check();
    await moderator.keyboard.press("Shift+M");
    const field = moderator.getByLabel(words.join.text);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(LONG);
    await field.fill(JOINED);
    await seen(moderator, "dialog");
    await field.press("Control+Enter");
    await expect(moderator.getByRole("row", { name: JOINED })).toBeVisible();
    await expect(cardOf(LONG)).toBeHidden();
    await expect(moderator.getByRole("row", { name: SHORT })).toBeHidden();
  });

  const bothAreBack = async () => {
    await expect(moderator.getByRole("row", { name: SHORT })).toBeVisible();
    await expect(cardOf(LONG)).toBeVisible();
    await expect(moderator.getByRole("row", { name: JOINED })).toBeHidden();
    await expect(
      reader.getByRole("button", { name: common.question.supportLabel(1), pressed: true }),
    ).toBeVisible();
  };
  await test.step("undo brings both back, and they can be joined anew", async () => {
    // The question's row may be there before it is said: until then another notice stands in its place.
    await expect(moderator.getByText(words.done.joined(2, excerpt(JOINED)))).toBeVisible();
    await moderator.getByRole("button", { name: common.undo, exact: true }).last().click();
    await bothAreBack();
    await queue.getByLabel(words.marks.mark(LONG)).check();
    await moderator.getByLabel(words.marks.mark(SHORT)).check();
    await moderator.getByRole("button", { name: words.marks.join, exact: true }).click();
    await moderator.getByLabel(words.join.text).fill(JOINED);
    await moderator.getByRole("button", { name: words.join.submit, exact: true }).click();
    await expect(moderator.getByRole("row", { name: JOINED })).toBeVisible();
  });

  const credit = common.question.askedTogether([first.unit, second.unit], 2, 2);
  await test.step("the room shows one question with the credit and the voices together", async () => {
    const list = reader.getByRole("article", { name: JOINED });
    await expect(list.getByText(credit)).toBeVisible();
    await expect(
      list.getByRole("button", { name: common.question.supportLabel(1), pressed: true }),
    ).toBeVisible();
    await expect(reader.getByRole("article", { name: SHORT })).toBeHidden();
    await seen(reader, "room");
  });

  await test.step("the stage shows the credit", async () => {
    const popup = moderator.waitForEvent("popup");
    await moderator.getByRole("link", { name: words.stage.open }).click();
    const stage = await popup;
    await moderator.getByRole("button", { name: words.acts.stage, exact: true }).click();
    await expect(stage.getByText(JOINED)).toBeVisible();
    await expect(stage.getByText(credit)).toBeVisible();
    await seen(stage, "stage");
    await stage.close();
  });

  await test.step("the details show the originals and who asked them", async () => {
    await moderator.getByRole("button", { name: JOINED }).click();
    const details = moderator.getByRole("dialog");
    await expect(details.getByText(LONG)).toBeVisible();
    await expect(details.getByText(`${first.unit} ${first.name}`)).toBeVisible();
    await seen(moderator, "details");
  });

  await test.step("it can be taken apart there as well", async () => {
    await moderator.getByRole("dialog").getByRole("button", { name: words.details.takeApart }).click();
    await moderator.keyboard.press("Escape");
    await expect(moderator.getByRole("dialog")).toBeHidden();
    await bothAreBack();
  });
});
