import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { newId } from "../../support/new-id.ts";
import { PASSWORD } from "../../support/password.ts";
import { CAST } from "../../support/sample/cast.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";
import { commandAs } from "../../support/sockets/command-as.ts";

const { documentSetup: words, organiser: organiserWords, minutes } = zhCN;
const FIRST = "闲置厂房怎样盘活？";
const SECOND = "储能电站并网要等多久？";

const served = serveBrowsers();
const { address, laptop } = served;

const panel = (page: Page) => page.getByRole("complementary", { name: words.title });
const box = (page: Page, title: string) =>
  panel(page).getByRole("checkbox", { name: words.sections.show(title) });
const line = (page: Page, key: string) => panel(page).locator(`[data-line="${key}"]`);
const tab = (page: Page, name: RegExp) => panel(page).getByRole("tab", { name });

/** All that the pages in view print. */
async function printed(page: Page): Promise<string> {
  return (await page.locator("[data-page]").allInnerTexts()).join("").replace(/\s+/gu, "");
}

test("[X7] staff set up a document beside its pages, each seeing what the others do", async ({ browser }) => {
  const url = served.url();
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, { settings: { moderation: "after" } });
  const [asker, moderator] = await putRoster(url, token, sessionId, [
    { ...CAST.asker, duties: [] },
    { ...CAST.moderator, duties: ["moderator"] },
  ]);
  if (moderator === undefined || asker === undefined) throw new Error("no seats");
  const staff = await commandAs(url, sessionId, token);
  const roomId = rooms[0]?.roomId ?? "";
  const questionId = newId();
  await staff({
    type: "question.ask",
    questionId,
    roomId,
    text: FIRST,
    askerId: asker.personId,
  });
  const page = await laptop(browser);
  await page.goto(address(`/organiser/${sessionId}?step=documents`));
  await page.getByLabel(organiserWords.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiserWords.signIn.submit, exact: true }).click();
  await page.getByRole("link", { name: zhCN.preview.openOf(zhCN.documents.names.minutes) }).click();
  await expect.poll(() => printed(page)).toContain(FIRST);
  const other = await served.enter(browser, sessionId, moderator);
  await other.goto(address(`/s/${sessionId}/documents/minutes`));
  await expect(box(other, minutes.sections.attendance)).toBeChecked();
  await seen(page, "set-up");

  await test.step("by keys alone a section is hidden and moved; the other sees it at once", async () => {
    expect(await printed(page)).toContain("出席：");
    await line(page, "attendance").focus();
    await page.keyboard.press(" ");
    await expect(box(other, minutes.sections.attendance)).not.toBeChecked();
    await expect.poll(() => printed(page)).not.toContain("出席：");
    await line(page, "open").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(line(page, "open")).toBeFocused();
    await expect.poll(() => printed(other)).toContain(`一、${minutes.sections.open}`);
    await page.getByRole("button", { name: zhCN.common.undo }).last().click();
    await expect.poll(() => printed(other)).toContain(`二、${minutes.sections.open}`);
  });

  await test.step("who asked is named, or nobody is", async () => {
    expect(await printed(other)).toContain(CAST.asker.name);
    await panel(other).getByRole("switch", { name: words.switches.namesAskers }).click();
    await expect.poll(() => printed(page)).not.toContain(CAST.asker.name);
    await expect(panel(page).getByRole("switch", { name: words.switches.namesAskers })).not.toBeChecked();
  });

  await test.step("a red head begins empty; what is missing leads to where it is filled in", async () => {
    await panel(page).getByRole("switch", { name: words.switches.redHead }).click();
    await expect.poll(() => printed(page)).toContain(minutes.signWithoutName);
    await tab(page, /待填/).click();
    const fill = (label: string) => panel(page).getByRole("button", { name: words.missing.fillOf(label) });
    await fill(minutes.redHeadSign).click();
    await expect(panel(page).getByLabel(words.redHead.sign, { exact: true })).toBeFocused();
    await page.keyboard.type("专题会议纪要");
    await panel(page).getByLabel(words.redHead.copyTo).fill("市委办公室\n\n市政府办公室");
    await page.reload();
    await expect(panel(page).getByLabel(words.redHead.sign, { exact: true })).toHaveValue("专题会议纪要");
    await panel(page).getByRole("button", { name: words.redHead.save }).click();
    await expect.poll(() => printed(page)).toContain("专题会议纪要");
    await expect(panel(other).getByLabel(words.redHead.sign, { exact: true })).toHaveValue("专题会议纪要");
    await tab(page, /待填/).click();
    await expect(fill(minutes.redHeadSign)).toHaveCount(0);
    await expect(fill(minutes.redHeadIssuer)).toBeVisible();
    await seen(page, "gaps");
    const lead = minutes.missingOf(FIRST, minutes.leadUnit);
    await panel(page)
      .getByRole("button", { name: words.missing.findOf(lead) })
      .click();
    await expect(page.locator(`[data-key="question:${questionId}/units"]`)).toBeFocused();
    await panel(page)
      .getByRole("link", { name: words.missing.fillOf(lead) })
      .click();
    await expect(page.getByRole("dialog")).toContainText(FIRST);
    await page.goBack();
  });

  await test.step("where a worded place has changed both texts are there to choose from", async () => {
    const source = "本次研讨共有公开问题1个，记录答复0条；已解决0个，转入台账0个。";
    const text = "本次研讨共有公开问题一个，记录答复0条；已解决0个，转入台账0个。";
    await staff({ type: "document.edit", name: "minutes", key: "overview", source, text, was: null });
    await expect.poll(() => printed(page)).toContain("公开问题一个");
    await staff({ type: "question.ask", questionId: newId(), roomId, text: SECOND, spoken: true });
    await tab(page, /改写/).click();
    await expect(panel(page).getByText(words.edits.states.changed)).toBeVisible();
    await expect(panel(page)).toContainText("公开问题2个");
    await seen(page, "both texts");
    await panel(page).getByRole("button", { name: words.edits.keep }).click();
    await expect(panel(page).getByText(words.edits.states.changed)).toHaveCount(0);
    expect(await printed(page)).toContain("公开问题一个");
    await panel(page)
      .getByRole("button", { name: /^恢复原文/ })
      .click();
    await expect(panel(page).getByText(words.edits.none)).toBeVisible();
    await expect.poll(() => printed(other)).toContain("公开问题2个");
  });
  staff.close();
});
