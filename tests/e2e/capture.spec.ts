import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible } from "../support/accessible.ts";
import { createSession, putRoster, signIn } from "../support/api.ts";
import { serveBrowsers } from "../support/serve-browsers.ts";

const { capture } = zhCN.console;
/** A quick typist: eight keys a second. */
const KEY_DELAY_MS = 125;
const QUESTION = "专项债二审谁负责";
const ANSWER = "省里十个工作日";

const served = serveBrowsers();
const { address } = served;

test("a recorder captures an exchange by keys alone, and the next one begins", async ({ browser }) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "吴敏", unit: "市委党校", side: "staff", duties: ["recorder"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "刘文波", unit: "滑县政府", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "钱程", unit: "市发改委", side: "municipal" },
  ]);
  const page = await served.enter(
    browser,
    sessionId,
    seats.find(({ name }) => name === "吴敏"),
  );
  await page.goto(address(`/s/${sessionId}/console`));
  await expect(page.getByRole("button", { name: capture.open })).toBeVisible();

  const { keyboard } = page;
  const startedAt = Date.now();
  await keyboard.press("n");
  await expect(page.getByRole("combobox", { name: capture.asker })).toBeFocused();
  await keyboard.type("zwh", { delay: KEY_DELAY_MS });
  await expect(page.getByRole("option", { name: /郑文海/ })).toBeVisible();
  await keyboard.press("Enter");
  await expect(page.getByLabel(capture.question)).toBeFocused();
  await keyboard.type(QUESTION, { delay: KEY_DELAY_MS * 3 });
  await keyboard.press("Enter");
  await keyboard.type("fgw", { delay: KEY_DELAY_MS });
  await expect(page.getByRole("option", { name: "市发改委" })).toBeVisible();
  await keyboard.press("Enter");
  await expect(page.getByLabel(capture.answer)).toBeFocused();
  await keyboard.type(ANSWER, { delay: KEY_DELAY_MS * 3 });
  await accessible(page);
  await keyboard.press("Enter");
  await expect(page.getByText(capture.done(QUESTION))).toBeVisible();
  process.stdout.write(`capture: ${Date.now() - startedAt} ms by keys alone (aim 15,000)\n`);
  await expect(page.getByRole("combobox", { name: capture.asker })).toBeFocused();
  await page.screenshot({ path: "test-results/capture.png" });

  await keyboard.press("Escape");
  await page.getByRole("tab", { name: new RegExp(zhCN.console.tabs.answered) }).click();
  const row = page.getByRole("row").filter({ hasText: QUESTION });
  await expect(row).toContainText("市发改委");
  await row.getByRole("button", { name: QUESTION }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText("文峰区财政局 郑文海");
  await expect(drawer).toContainText(ANSWER);
  await expect(drawer).toContainText(zhCN.common.answer.manner.oral);
});
