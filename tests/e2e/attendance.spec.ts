import { expect, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { createSession, enterPin, putRoster, signIn } from "../support/sockets/api.ts";

const words = zhCN.console.attendance;
const served = serveBrowsers();

test("[P4] [P6] a recorder notes leave with its reason and who comes instead, and who leaves before the end", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "吴晓芸", unit: "市委党校", side: "staff", duties: ["recorder"] },
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
  ]);
  const [recorderSeat, askerSeat] = seats;
  if (askerSeat === undefined) throw new Error("no seat");
  await enterPin(served.url(), sessionId, askerSeat);
  const page = await served.enter(browser, sessionId, recorderSeat);
  const panel = page.getByRole("region", { name: words.title });
  const lineOf = (name: string) => panel.getByRole("listitem").filter({ hasText: name });

  await test.step("leave is noted by keys alone, changed, taken back by undo", async () => {
    await panel.getByText(words.absent(1)).click();
    await panel.getByRole("button", { name: words.excuseOf("许立新") }).press("Enter");
    await expect(panel.getByLabel(words.reason)).toBeFocused();
    await page.keyboard.type("省里开会");
    await page.keyboard.press("Tab");
    await page.keyboard.type("副局长 李红梅");
    await seen(page, "excuse");
    await accessible(page);
    await page.keyboard.press("Control+Enter");
    const excused = lineOf("许立新").getByText(words.excused, { exact: true });
    await expect(excused).toBeVisible();
    await expect(lineOf("许立新")).toContainText(words.substitute("副局长 李红梅"));
    await expect(lineOf("许立新")).toContainText("省里开会");
    await panel.getByRole("button", { name: words.excuseOf("许立新") }).click();
    await expect(panel.getByLabel(words.substituteLabel)).toHaveValue("副局长 李红梅");
    await panel.getByLabel(words.substituteLabel).fill("");
    await page.keyboard.press("Escape");
    await expect(panel.getByLabel(words.substituteLabel)).toHaveCount(0);
    await expect(panel.getByRole("button", { name: words.excuseOf("许立新") })).toBeFocused();
    await panel.getByRole("button", { name: words.excuseOf("许立新") }).click();
    await expect(panel.getByLabel(words.substituteLabel)).toHaveValue("");
    await panel.getByRole("button", { name: words.excuseSubmit, exact: true }).click();
    await expect(lineOf("许立新")).not.toContainText("李红梅");
    await expect(lineOf("许立新")).toContainText("省里开会");
    await panel.getByRole("button", { name: words.takeBackOf("许立新") }).click();
    await expect(excused).toHaveCount(0);
    await expect(page.getByText(words.takenBack("许立新"))).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(lineOf("许立新")).toContainText("省里开会");
  });

  await test.step("who left stands apart until they are back, by the same hand or by signing in again", async () => {
    await panel.getByText(words.here(2)).click();
    // Signed in, and no page of his is open; hers is.
    await expect(lineOf("郑文海")).toContainText(/\d\d:\d\d.*不在场/);
    await expect(lineOf("吴晓芸")).not.toContainText(words.away);
    const laptop = await served.enter(browser, sessionId, askerSeat);
    await expect(lineOf("郑文海")).not.toContainText(words.away);
    await laptop.close();
    await expect(lineOf("郑文海")).toContainText(words.away);
    await panel.getByRole("button", { name: words.leaveOf("郑文海") }).click();
    await panel.getByText(words.gone(1)).click();
    await expect(lineOf("郑文海")).toContainText(/\d\d:\d\d–\d\d:\d\d/);
    await expect(panel.getByRole("button", { name: words.backOf("郑文海") })).toBeVisible();
    await seen(page, "attendance");
    await accessible(page);
    await panel.getByRole("button", { name: words.backOf("郑文海") }).click();
    await expect(panel.getByText(words.here(2))).toBeVisible();
    await panel.getByRole("button", { name: words.leaveOf("郑文海") }).click();
    await expect(panel.getByText(words.gone(1))).toBeVisible();
    await enterPin(served.url(), sessionId, askerSeat);
    await expect(panel.getByText(words.here(2))).toBeVisible();
  });
});
