import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { PASSWORD } from "../support/password.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";

const { console: words, errors, organiser, room } = zhCN;
const TEXTS = ["专项债二审由谁负责？", "闲置资产怎样盘活？", "储能电站怎样争取？"];

const served = serveBrowsers();

async function ask(page: Page, text: string): Promise<void> {
  await page.getByLabel(room.ask.label, { exact: true }).fill(text);
  await page.getByRole("button", { name: room.ask.submit, exact: true }).click();
}

test("[Q6] [Q7] who has as much pending as may be keeps the next one, and a moderator sweeps it and takes it back", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, { settings: { pendingMax: TEXTS.length } });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "林州市财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
  ]);
  const [askerSeat, otherSeat, staffSeat] = seats as [Seat, Seat, Seat];
  const asker = await served.enter(browser, sessionId, askerSeat);
  const other = await served.enter(browser, sessionId, otherSeat);
  const moderator = await served.enter(browser, sessionId, staffSeat);
  await moderator.goto(served.address(`/s/${sessionId}/console`));
  const cards = moderator.getByRole("region", { name: words.queue.region }).locator("li[id^='pending-']");
  for (const [index, text] of TEXTS.entries()) {
    await ask(asker, text);
    await expect(cards).toHaveCount(index + 1);
  }
  await ask(other, "用地指标怎样申请？");
  await expect(cards).toHaveCount(4);

  await test.step("one more stays with its asker, who is told why", async () => {
    await ask(asker, "这一条太多了");
    await expect(asker.getByText(errors.too_many_pending).first()).toBeVisible();
    await expect(asker.getByText("这一条太多了").first()).toBeVisible();
    await expect(cards).toHaveCount(4);
  });

  const sweep = moderator.getByRole("region", { name: words.sweep.region });
  await test.step("everything is declined with one reason, and comes back with one press", async () => {
    await cards.filter({ hasText: TEXTS[1] ?? "" }).click();
    await expect(sweep).toContainText(words.sweep.others(2));
    await sweep.getByRole("button", { name: words.sweep.declineAll }).click();
    await moderator.getByRole("button", { name: words.decline.phrases[0] ?? "", exact: true }).click();
    await expect(cards).toHaveCount(1);
    await expect(moderator.getByText(words.done.declinedMany(3))).toBeVisible();
    await moderator.getByRole("button", { name: zhCN.common.undo }).click();
    await expect(cards).toHaveCount(4);
  });

  await test.step("everything is put aside, and who has one question is offered nothing", async () => {
    await cards.filter({ hasText: "用地指标" }).click();
    await expect(sweep).toHaveCount(0);
    await cards.filter({ hasText: TEXTS[0] ?? "" }).click();
    await sweep.getByRole("button", { name: words.sweep.holdAll }).click();
    await expect(cards).toHaveCount(1);
    await expect(moderator.getByText(words.held.title(3), { exact: true })).toBeVisible();
  });

  await test.step("the organiser reads and changes the number", async () => {
    const page = await served.laptop(browser);
    await page.goto(served.address("/organiser"));
    await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
    await expect(page.getByRole("link", { name: organiser.list.create }).first()).toBeVisible();
    await page.goto(served.address(`/organiser/${sessionId}?step=info`));
    const field = page.getByLabel(organiser.info.pendingMax);
    await expect(field).toHaveValue("3");
    await field.fill("5");
    await page.getByRole("button", { name: organiser.info.save }).click();
    await expect(page.getByText(organiser.info.saved, { exact: true })).toBeVisible();
    await ask(asker, "现在可以了");
    await expect(asker.getByText(room.ask.submitted).first()).toBeAttached();
  });
});
