import { expect, test } from "@playwright/test";
import { en } from "../../shared/messages/en.ts";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { newId } from "../support/new-id.ts";
import { PASSWORD } from "../support/password.ts";
import { signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const { console, organiser: words } = zhCN;
const ADDED = "保税物流";
const QUESTION = "专项债二审由谁负责？";

const served = serveBrowsers();
const { address, laptop } = served;

test("a session begins with the labels of the house, changed before it is made", async ({ browser }) => {
  const organiser = await laptop(browser);
  const labels = organiser.getByLabel(console.topics.list);
  await test.step("the form has them, in the language of the screen until they are changed", async () => {
    await organiser.goto(address("/organiser"));
    await organiser.getByLabel(words.signIn.password, { exact: true }).fill(PASSWORD);
    await organiser.getByRole("button", { name: words.signIn.submit, exact: true }).click();
    await organiser.getByRole("link", { name: words.list.create }).first().click();
    await expect(labels).toHaveValue(zhCN.defaults.topics.join("\n"));
    await organiser.getByRole("button", { name: zhCN.common.otherLanguage }).click();
    await expect(organiser.getByLabel(en.console.topics.list)).toHaveValue(en.defaults.topics.join("\n"));
    await organiser.getByRole("button", { name: en.common.otherLanguage }).click();
    await expect(labels).toHaveValue(zhCN.defaults.topics.join("\n"));
  });

  const title = organiser.getByLabel(words.info.title);
  await test.step("one begins at the title, and is brought back to it where it is missing", async () => {
    await organiser.reload();
    await expect(title).toBeFocused();
    await organiser.getByRole("button", { name: words.create.submit }).click();
    await expect(title).toBeFocused();
    await expect(organiser.getByText(words.info.titleMissing)).toBeInViewport();
    await seen(organiser, "title-missing");
  });

  await test.step("a list that will not be taken says why and makes nothing", async () => {
    let posts = 0;
    organiser.on("request", (request) => {
      if (request.method() === "POST") posts += 1;
    });
    await title.fill("县域经济研讨");
    // Enter is for the field alone.
    await title.press("Enter");
    await labels.fill("长".repeat(21));
    await expect(organiser.getByText(console.topics.problems.tooLong)).toBeVisible();
    await organiser.getByRole("button", { name: words.create.submit }).click();
    await expect(labels).toBeFocused();
    expect(posts).toBe(0);
  });

  await test.step("what is changed outlives a reload and is what the session has", async () => {
    await labels.fill([...zhCN.defaults.topics.slice(0, 3), ADDED].join("\n"));
    await organiser.reload();
    await expect(labels).toHaveValue(/保税物流$/);
    await labels.scrollIntoViewIfNeeded();
    await seen(organiser, "new-session");
    await labels.press("Control+Enter");
    await organiser.waitForURL(/step=roster/);
  });

  const sessionId = new URL(organiser.url()).pathname.split("/")[2] ?? "";
  await test.step("its details are saved by the same keys", async () => {
    await organiser.goto(address(`/organiser/${sessionId}?step=info`));
    const place = organiser.getByLabel(words.info.place);
    await place.fill("市委党校综合楼三楼大会议室及二楼各讨论室");
    await expect(organiser.getByText(words.info.unsaved)).toBeVisible();
    await place.press("Control+Enter");
    await expect(organiser.getByText(words.info.saved, { exact: true })).toBeVisible();
  });

  await test.step("in the list no fact of it is broken where the line is", async () => {
    await organiser.setViewportSize({ width: 911, height: 512 });
    await organiser.goto(address("/organiser"));
    const facts = organiser.getByRole("listitem").filter({ hasText: "县域经济研讨" }).locator("p > span");
    await expect(facts.first()).toBeVisible();
    const counts = await facts.evaluateAll((all) =>
      all.map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return new Set([...range.getClientRects()].map(({ top }) => top)).size;
      }),
    );
    expect(counts).toEqual([1, 1, 1, 1]);
    await organiser.setViewportSize({ width: 1366, height: 768 });
  });

  await test.step("the console offers them on a question", async () => {
    await organiser.goto(address(`/s/${sessionId}/console`));
    await organiser.getByRole("link", { name: zhCN.defaults.plenaryName }).click();
    await organiser.waitForURL(/room\/[\w-]+$/);
    const roomId = new URL(organiser.url()).pathname.split("/").at(-1) ?? "";
    const staff = await commandAs(served.url(), sessionId, await signIn(served.url()));
    await staff({ type: "question.ask", questionId: newId(), roomId, text: QUESTION, spoken: true });
    staff.close();
    await organiser.goBack();
    await organiser.getByRole("button", { name: QUESTION }).click();
    const group = organiser.getByRole("group", { name: console.topics.label });
    await expect(group.getByRole("checkbox")).toHaveCount(4);
    await group.getByText(ADDED, { exact: true }).click();
    await expect(group.getByRole("checkbox", { name: ADDED })).toBeChecked();
    await seen(organiser, "labels");
  });
});
