import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { PASSWORD } from "../support/password.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { askMany } from "../support/sockets/ask-many.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const { common, console: words, organiser, wall } = zhCN;
const REMARK = "请县财政局先看";
const PLACE = "市委党校综合楼三楼";

const served = serveBrowsers();

test("a remark stays as it was saved and follows others; who leaves the page is offered no undo that would wait", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
  });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county" },
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
  ]);
  const [askerSeat, staffSeat] = seats as [Seat, Seat];
  await askMany(served.url(), { sessionId, roomId: rooms[0]?.roomId ?? "" }, [askerSeat], 1);
  const page = await served.enter(browser, sessionId, staffSeat);
  await page.goto(served.address(`/s/${sessionId}/console`));
  const row = page.locator("[data-question-row]").first();
  await expect(row).toBeVisible();
  const questionId = (await row.getAttribute("data-question-row")) ?? "";

  await test.step("saved, it stands there and there is nothing more to save", async () => {
    await row.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    const field = dialog.getByLabel(words.details.remark);
    const save = dialog.getByRole("button", { name: words.details.remarkSave });
    await field.fill(REMARK);
    await save.click();
    await expect(save).toHaveCount(0);
    await expect(field).toHaveValue(REMARK);
    const colleague = await commandAs(served.url(), sessionId, token);
    await colleague({ type: "question.remark", questionId, text: `${REMARK}，再转发改委` });
    colleague.close();
    await expect(field).toHaveValue(`${REMARK}，再转发改委`);
    await expect(save).toHaveCount(0);
    await page.keyboard.press("Escape");
  });

  await test.step("what was done is taken back as long as its page is there, and not later", async () => {
    await page.getByRole("button", { name: words.acts.stage, exact: true }).first().click();
    const undo = page.getByRole("button", { name: common.undo, exact: true });
    await expect(undo).toBeVisible();
    await page.getByRole("link", { name: wall.link, exact: true }).click();
    await expect(page.getByRole("list", { name: wall.rooms })).toBeVisible();
    // Long before the notice would go by itself.
    await expect(undo).toHaveCount(0, { timeout: 2_000 });
  });
});

test("what is typed while a save waits for the line stays to be saved", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const page = await served.laptop(browser);
  await page.goto(served.address(`/organiser/${sessionId}?step=info`));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  const [title, place] = [page.getByLabel(organiser.info.title), page.getByLabel(organiser.info.place)];
  const state = page.getByRole("status").filter({ hasText: organiser.info.saved });
  await expect(state).toBeVisible();
  const before = await title.inputValue();
  const save = page.getByRole("button", { name: organiser.info.save });
  await page.context().setOffline(true);
  await expect(page.getByText(common.connection.offline).first()).toBeVisible();
  await place.fill(PLACE);
  await save.click();
  await expect(save).toHaveAttribute("data-loading", "true");
  await title.fill(`${before}（第二期）`);
  await page.context().setOffline(false);
  await expect(save).toBeEnabled();
  await expect(title).toHaveValue(`${before}（第二期）`);
  await expect(place).toHaveValue(PLACE);
  await title.press("Control+Enter");
  await expect(state).toBeVisible();
  await page.reload();
  await expect(title).toHaveValue(`${before}（第二期）`);
  await expect(place).toHaveValue(PLACE);
});
