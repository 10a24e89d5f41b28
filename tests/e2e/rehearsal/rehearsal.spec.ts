import { type Browser, expect, type Page, test } from "@playwright/test";
import { rehearsal as words } from "../../../shared/messages/zh-CN/rooms/rehearsal.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { seen } from "../../support/browser/accessible.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { PASSWORD } from "../../support/password.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";

const { common, console: consoleWords, organiser, errors, stage, wall } = zhCN;
const served = serveBrowsers();
/** Robots take their time. */
const BY_ITSELF = { timeout: 90_000 };

async function prepared(): Promise<string> {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, {
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
    ],
  });
  await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区政府", side: "county", group: "第一组", duties: ["leader"] },
    { name: "许立新", unit: "滑县发改委", side: "county", group: "第一组" },
    { name: "王建国", unit: "内黄县政府", side: "county", group: "第一组" },
    { name: "李财政", unit: "市财政局", side: "municipal", group: "第一组" },
  ]);
  return sessionId;
}

async function openLive(browser: Browser, sessionId: string): Promise<Page> {
  const page = await served.laptop(browser);
  await page.goto(served.address(`/organiser/${sessionId}?step=live`));
  await page.getByLabel(organiser.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: organiser.signIn.submit, exact: true }).click();
  await expect(page.getByRole("heading", { name: words.heading, exact: true })).toBeVisible();
  return page;
}

test("[E2] [E3] [E4] the organiser rehearses: questions come by themselves, every screen says so, and one act clears it", async ({
  browser,
}) => {
  const sessionId = await prepared();
  const page = await openLive(browser, sessionId);
  const card = page.getByRole("region", { name: words.heading });
  await expect(card).toContainText(words.explain);
  await seen(page, "rehearsal-none");
  await card.getByText(words.paces.fast, { exact: true }).click();
  await card.getByRole("button", { name: words.start, exact: true }).click();
  await expect(card.getByText(words.states.running)).toBeVisible();
  await seen(page, "rehearsal-running");

  const [stagePage] = await Promise.all([
    page.context().waitForEvent("page"),
    card.getByRole("link", { name: words.stage, exact: true }).click(),
  ]);
  await expect(stagePage.getByText(common.rehearsal.tag, { exact: true })).toBeVisible();
  await expect(stagePage).toHaveTitle(new RegExp(stage.pageTitle));

  await card.getByRole("link", { name: words.console, exact: true }).click();
  await expect(page.getByText(common.rehearsal.band)).toBeVisible();
  const queue = page.getByRole("region", { name: consoleWords.queue.region });
  await expect(queue).not.toContainText(consoleWords.queue.empty, BY_ITSELF);
  const before = (await queue.textContent()) ?? "";
  await expect(queue).not.toHaveText(before, BY_ITSELF);
  await seen(page, "rehearsal-console");
  // A robot may call for help, which the link counts.
  await page.getByRole("link", { name: new RegExp(`^${wall.link}`) }).click();
  const group = page
    .getByRole("list", { name: wall.rooms })
    .getByRole("listitem")
    .filter({ hasText: "第一组" });
  await expect(group).toContainText(wall.here(4, 4));

  const other = await openLive(browser, sessionId);
  await other.goto(served.address("/organiser"));
  const listed = other.getByRole("listitem").filter({ hasText: "县域经济研讨" });
  const duplicate = { name: /^复制一份/ };
  await expect(listed.filter({ hasText: common.rehearsal.tag })).toHaveCount(1);
  // What is only tried out is not gone on with.
  await expect(listed.filter({ hasText: common.rehearsal.tag }).getByRole("button", duplicate)).toHaveCount(
    0,
  );
  await expect(listed.getByRole("button", duplicate)).toHaveCount(1);
  await other.goBack();
  const otherCard = other.getByRole("region", { name: words.heading });
  await otherCard.getByRole("button", { name: words.pause, exact: true }).click();
  await expect(otherCard.getByText(words.states.paused)).toBeVisible();
  await otherCard.getByRole("button", { name: words.clear, exact: true }).click();
  await expect(otherCard.getByRole("button", { name: common.cancel, exact: true })).toBeFocused();
  await seen(other, "rehearsal-clearing");
  await otherCard.getByRole("button", { name: words.clearConfirm, exact: true }).click();
  await expect(otherCard.getByRole("button", { name: words.start, exact: true })).toBeVisible();
  await expect(page.getByText(errors.session_unknown).first()).toBeVisible();
  await expect(stagePage.getByText(errors.session_unknown).first()).toBeVisible();
  await other.goto(served.address("/organiser"));
  await expect(listed).toHaveCount(1);
});
