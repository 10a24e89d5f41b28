import { expect, type Locator, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { openNotes, writingNotes } from "../../support/browser/open-notes.ts";
import { paste } from "../../support/browser/paste.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { addToNotes } from "../../support/notes/add-to-notes.ts";
import { node } from "../../support/notes/notes-state.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";

const served = serveBrowsers();
const { notes: words, console: consoleWords } = zhCN;

/** The lines and tables of the notes, each by its element and its text. */
function blocks(notes: Locator): Promise<string[]> {
  return notes.evaluate((field) =>
    [...field.children].map(({ tagName, textContent }) => `${tagName} ${textContent}`),
  );
}

test("headings of every level are made by what is typed, wherever a line stands", async ({ browser }) => {
  const { page, notes } = await writingNotes(served, browser);
  const { keyboard } = page;
  for (const [index, marks] of ["#", "##", "###", "####", "#####", "######", "#######"].entries()) {
    await keyboard.type(`${marks} 第${index + 1}个`);
    await keyboard.press("Enter");
  }
  // As Chinese keyboards write it, and in places of other kinds.
  await keyboard.insertText("＃＃");
  await keyboard.insertText("　");
  await keyboard.type("全角");
  await keyboard.press("Enter");
  await keyboard.type("- 清单");
  await keyboard.press("Enter");
  await keyboard.type("# 清单之后");
  await keyboard.press("Enter");
  await keyboard.press("Enter");
  await keyboard.type("# 空行之间");
  const headings = ["H1 第1个", "H2 第2个", "H3 第3个", "H4 第4个", "H5 第5个", "H6 第6个", "H6 第7个"];
  const rest = ["H2 全角", "UL 清单", "H1 清单之后", "P ", "H1 空行之间"];
  await expect.poll(() => blocks(notes)).toEqual([...headings, ...rest]);

  const heading = page.getByRole("button", { name: words.toolbar.heading, exact: true });
  await expect(heading).toHaveAttribute("aria-pressed", "true");
  await heading.click();
  await expect.poll(async () => (await blocks(notes)).at(-1)).toBe("P 空行之间");

  await page.getByRole("button", { name: words.toolbar.table }).click();
  await keyboard.type("# 格内");
  await expect(notes.getByRole("columnheader").first().getByRole("heading", { level: 1 })).toHaveText("格内");
});

test("a line can be written above, between and below tables, by mouse and by keyboard", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token);
  const [seat] = await putRoster(served.url(), token, sessionId, [
    { name: "张志远", unit: "市财政局", side: "municipal" },
  ]);
  const table = (...cells: string[]) =>
    node(
      "table",
      {},
      node("tableRow", {}, ...cells.map((cell) => node("tableCell", {}, node("paragraph", {}, cell)))),
    );
  await addToNotes(
    served.url(),
    `${sessionId}/${rooms[0]?.roomId}`,
    token,
    table("甲", "乙"),
    table("丙", "丁"),
  );
  const page = await served.enter(browser, sessionId, seat);
  const { keyboard, mouse } = page;
  const notes = await openNotes(page);
  await expect.poll(() => blocks(notes)).toEqual(["DIV 甲乙", "DIV 丙丁", "P "]);
  const cursor = notes.locator(".ProseMirror-gapcursor");
  // The tools of tables can be used once the editor knows where the browser has put the cursor.
  const addRow = page.getByRole("button", { name: words.toolbar.addRow, exact: true });
  const clickCell = async (name: string) => {
    await notes.getByRole("cell", { name }).click();
    await expect(addRow).toHaveAttribute("aria-disabled", "false");
  };

  await test.step("below the last one", async () => {
    await clickCell("丙");
    await keyboard.press("Control+Enter");
    await keyboard.type("表后");
    await clickCell("丁");
    await keyboard.press("ArrowDown");
    await keyboard.press("End");
    await keyboard.type("再后");
    await expect.poll(() => blocks(notes)).toEqual(["DIV 甲乙", "DIV 丙丁", "P 表后再后"]);
  });

  await test.step("between two, by keyboard and with a format", async () => {
    await clickCell("甲");
    await keyboard.press("ArrowDown");
    await expect(cursor).toBeVisible();
    await keyboard.press("ArrowUp");
    await expect(cursor).toHaveCount(0);
    await keyboard.press("Control+Enter");
    await expect(cursor).toBeVisible();
    await page.getByRole("button", { name: words.toolbar.bulletList }).click();
    await keyboard.type("之间");
    await expect.poll(() => blocks(notes)).toEqual(["DIV 甲乙", "UL 之间", "DIV 丙丁", "P 表后再后"]);
  });

  await test.step("above the first one, by mouse and with Chinese input", async () => {
    const box = await notes.boundingBox();
    if (box === null) throw new Error("the notes are not shown");
    await mouse.click(box.x + 200, box.y + 8);
    await expect(cursor).toBeVisible();
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
    await input.send("Input.imeSetComposition", { text: "nihao", selectionStart: 5, selectionEnd: 5 });
    await input.send("Input.insertText", { text: "你好" });
    await expect.poll(async () => (await blocks(notes)).slice(0, 2)).toEqual(["P 你好", "DIV 甲乙"]);
  });
  await expect(page.getByText(words.badge.saved, { exact: true })).toBeVisible();
});

test("nothing in the notes moves under the mouse when the cursor comes into a table or leaves it", async ({
  browser,
}) => {
  const { page, notes } = await writingNotes(served, browser);
  const { mouse } = page;
  await page.getByRole("button", { name: words.toolbar.table }).click();
  await page.keyboard.type("项目 县区");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("表后");
  const addRow = page.getByRole("button", { name: words.toolbar.addRow, exact: true });
  const cell = notes.getByRole("columnheader").first();
  const line = notes.getByText("表后");
  const cursor = notes.locator(".ProseMirror-gapcursor");
  const tops = () => Promise.all([cell, line].map(async (place) => (await place.boundingBox())?.y));
  await expect(addRow).toHaveAttribute("aria-disabled", "true");
  const still = await tops();

  const box = await cell.boundingBox();
  if (box === null) throw new Error("the cell is not shown");
  await test.step("pressed for a while", async () => {
    await mouse.move(box.x + 20, box.y + 20);
    await mouse.down();
    await expect(addRow).toHaveAttribute("aria-disabled", "false");
    expect(await tops()).toEqual(still);
    await mouse.up();
    await line.click();
    await expect(addRow).toHaveAttribute("aria-disabled", "true");
    expect(await tops()).toEqual(still);
  });

  await test.step("a double click takes a word of the cell", async () => {
    await mouse.dblclick(box.x + 20, box.y + 20);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe("项目");
  });

  await test.step("the cursor above the table", async () => {
    await mouse.click(box.x + 200, box.y - 8);
    await expect(cursor).toBeVisible();
    expect(await tops()).toEqual(still);
    await mouse.move(box.x + 20, box.y + 20);
    await mouse.down();
    await expect(cursor).toHaveCount(0);
    expect(await tops()).toEqual(still);
    await mouse.up();
  });
});

test("已保存 and the toolbar stay in view above a long text, and nothing is written under them", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token);
  const [seat, staff] = await putRoster(served.url(), token, sessionId, [
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
  ]);
  const page = await served.enter(browser, sessionId, seat);
  const notes = await openNotes(page);
  await notes.click();
  const text = Array.from({ length: 40 }, (_, index) => `<p>第${index + 1}条</p>`).join("");
  await paste(notes, { html: `${text}<table><tr><td>甲</td></tr></table><p>最后</p>` });
  await expect(page.getByText(words.badge.saved, { exact: true })).toBeVisible();

  for (const [width, height] of [
    [911, 512],
    [1366, 768],
    [781, 439],
  ] as const) {
    await test.step(`room at ${width} × ${height}`, async () => {
      await page.setViewportSize({ width, height });
      await staysInView(page, notes);
    });
  }

  await test.step("the toolbar is a key away and back", async () => {
    const toolbar = page.getByRole("toolbar", { name: words.toolbar.label });
    await page.keyboard.press("Alt+F10");
    await page.keyboard.press("ArrowRight");
    await expect(toolbar.getByRole("button", { name: words.toolbar.subheading })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(notes).toBeFocused();
  });

  await test.step("console", async () => {
    const console = await served.enter(browser, sessionId, staff);
    await console.goto(served.address(`/s/${sessionId}/console`));
    await console.getByRole("tab", { name: consoleWords.tabs.notes, exact: true }).click();
    const field = console.getByRole("textbox", { name: words.editorLabel, exact: true });
    await expect(field.getByText("最后")).toBeAttached();
    expect(rooms).toHaveLength(1);
    await staysInView(console, field);
  });
});

/** The badge and the toolbar are wholly in the window wherever one reads, and the cursor never goes up under them. */
async function staysInView(page: Page, notes: Locator): Promise<void> {
  const badge = page.getByText(words.badge.saved, { exact: true });
  const toolbar = page.getByRole("toolbar", { name: words.toolbar.label });
  const inView = async () => {
    await expect(badge).toBeInViewport({ ratio: 1 });
    await expect(toolbar).toBeInViewport({ ratio: 1 });
  };
  for (const place of ["最后", "第20条"]) {
    await notes.getByText(place).evaluate((line) => line.scrollIntoView({ block: "start" }));
    await notes.getByText(place).click();
    await inView();
    for (const up of [1, 2, 3, 4]) {
      await page.keyboard.press("ArrowUp");
      await expect
        .poll(() => caretBelow(toolbar), `the cursor ${up} above ${place}`)
        .toBeGreaterThanOrEqual(0);
    }
  }
  await page.keyboard.press("Control+End");
  await inView();
}

/** How far below the toolbars the cursor's line begins, in pixels; less than nothing where it is covered. */
function caretBelow(toolbar: Locator): Promise<number> {
  return toolbar.evaluate((element) => {
    const selection = document.getSelection();
    const node = selection?.anchorNode;
    const line = node instanceof Element ? node : node?.parentElement;
    const bar = element.parentElement?.getBoundingClientRect();
    const { top = 0 } = line?.getBoundingClientRect() ?? {};
    return Math.ceil(top - (bar?.bottom ?? 0));
  });
}
