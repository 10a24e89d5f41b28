import { expect, test } from "@playwright/test";
import { excerpt } from "../../client/ui/excerpt.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { seen } from "../support/accessible.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../support/api.ts";
import { commandAs } from "../support/command-as.ts";
import { newId } from "../support/new-id.ts";
import { serveBrowsers } from "../support/serve-browsers.ts";

const FIRST = "专项债二审谁负责？";
const SECOND = "闲置资产怎样盘活？";
const { console: words } = zhCN;

const served = serveBrowsers();

test("what nobody has approved goes before the hall in two steps, and every step of the stage is taken back by a key", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "before" },
  });
  const roomId = rooms[0]?.roomId ?? "";
  const [moderator, asker] = (await putRoster(served.url(), token, sessionId, [
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
  ])) as [Seat, Seat];
  const asking = await commandAs(served.url(), sessionId, await enterPin(served.url(), sessionId, asker));
  for (const text of [FIRST, SECOND]) {
    await asking({ type: "question.ask", questionId: newId(), roomId, text });
  }
  const page = await served.enter(browser, sessionId, moderator);
  const stage = page.getByRole("region", { name: words.stage.title });
  const confirm = page.getByRole("group", { name: words.stageConfirm.label });
  const pending = page.locator("[id^='pending-']");
  const { keyboard } = page;
  await expect(pending).toHaveCount(2);

  await test.step("one press shows the second step and nothing else", async () => {
    await pending.first().focus();
    await keyboard.press("s");
    await expect(confirm).toBeVisible();
    await expect(stage).not.toContainText(FIRST);
    await seen(page, "confirm");
    await keyboard.press("Escape");
    await expect(confirm).toHaveCount(0);
    await expect(pending).toHaveCount(2);
  });

  await test.step("two presses put it there", async () => {
    await keyboard.press("s");
    await expect(confirm).toBeVisible();
    await keyboard.press("s");
    await expect(stage).toContainText(FIRST);
    await expect(pending).toHaveCount(1);
  });

  await test.step("a key brings back what the hall saw before", async () => {
    await keyboard.press("s");
    await expect(confirm).toBeVisible();
    await keyboard.press("s");
    await expect(stage).toContainText(SECOND);
    await expect(page.getByText(words.done.staged(excerpt(SECOND)))).toBeVisible();
    await keyboard.press("Control+z");
    await expect(stage).toContainText(FIRST);
    await stage.getByRole("button", { name: words.stage.off }).click();
    await expect(stage).not.toContainText(FIRST);
    await expect(page.getByText(words.done.unstaged)).toBeVisible();
    await keyboard.press("Control+z");
    await expect(stage).toContainText(FIRST);
  });
});
