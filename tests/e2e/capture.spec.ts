import { type Browser, expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { LIMITS } from "../../shared/protocol/limits.ts";
import { accessible } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, putRoster, signIn } from "../support/sockets/api.ts";

const { capture } = zhCN.console;
/** A quick typist: eight keys a second. */
const KEY_DELAY_MS = 125;
const QUESTION = "专项债二审谁负责";
const ANSWER = "省里十个工作日";
/** Nobody and no unit of the roster. */
const STRANGER = "王某某";
const ELSEWHERE = "某厅";

const served = serveBrowsers();
const { address } = served;

async function consoleOfRecorder(browser: Browser): Promise<Page> {
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
  return page;
}

test("a recorder captures an exchange by keys alone, and the next one begins", async ({ browser }) => {
  const page = await consoleOfRecorder(browser);
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

test("who is not on the roster holds up no record, and nothing typed is lost", async ({ browser }) => {
  const page = await consoleOfRecorder(browser);
  const { keyboard } = page;
  const asker = page.getByRole("combobox", { name: capture.asker });
  const unit = page.getByRole("combobox", { name: capture.unit });
  const question = page.getByLabel(capture.question);
  const answer = page.getByLabel(capture.answer);
  await keyboard.press("n");
  await expect(asker).toBeFocused();
  await keyboard.type(STRANGER);
  await expect(page.getByRole("option", { name: capture.nobodyFound })).toBeVisible();
  await accessible(page);
  await keyboard.press("Enter");
  await expect(question).toBeFocused();
  await expect(page.getByText(capture.nobodyChosen)).toBeVisible();
  await keyboard.type(QUESTION);
  await keyboard.press("Escape");
  await expect(question).toBeHidden();

  await keyboard.press("n");
  await expect(asker).toHaveValue(STRANGER);
  await expect(question).toHaveValue(QUESTION);
  await keyboard.press("Enter");
  await expect(question).toBeFocused();
  await keyboard.press("Enter");
  await expect(unit).toBeFocused();
  await accessible(page);
  await keyboard.type(ELSEWHERE);
  await expect(page.getByRole("option", { name: zhCN.common.unit.nothingFound })).toBeVisible();
  await accessible(page);
  await keyboard.press("Enter");
  await expect(answer).toBeFocused();
  await keyboard.type(ANSWER);
  await keyboard.press("Enter");
  // An answer is a unit's: Enter goes to what is lacking.
  await expect(unit).toBeFocused();
  await expect(unit).toHaveValue(ELSEWHERE);
  await unit.selectText();
  await keyboard.type("财政局");
  await expect(page.getByRole("option", { name: "市财政局" })).toBeVisible();
  await keyboard.press("Enter");
  await expect(answer).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByText(capture.done(QUESTION))).toBeVisible();
  await expect(asker).toBeFocused();
  await expect(asker).toHaveValue("");
  await expect(unit).toHaveValue("");
});

test("a text too long stays whole, says by how much, and goes nowhere", async ({ browser }) => {
  const page = await consoleOfRecorder(browser);
  const long = "答".repeat(LIMITS.answerMaxChars + 304);
  await page.getByRole("button", { name: capture.open }).click();
  const answer = page.getByLabel(capture.answer);
  await page.getByLabel(capture.question).fill(QUESTION);
  await page.getByRole("combobox", { name: capture.unit }).fill("市财政局");
  await page.getByRole("option", { name: "市财政局" }).click();
  await answer.fill(long);
  await expect(answer).toHaveValue(long);
  await expect(page.getByText(`${long.length} / ${LIMITS.answerMaxChars}`)).toBeVisible();
  await expect(page.getByText(zhCN.errors.text_too_long)).toBeVisible();
  await expect(page.getByRole("button", { name: capture.submit, exact: true })).toBeDisabled();
  await page.keyboard.press("Control+Enter");
  await expect(answer).toHaveValue(long);
  await accessible(page);
  await answer.fill(ANSWER);
  await page.getByRole("button", { name: capture.submit, exact: true }).click();
  await expect(page.getByText(capture.done(QUESTION))).toBeVisible();
});
