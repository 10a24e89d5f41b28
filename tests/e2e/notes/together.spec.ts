import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { createSession, putRoster, signIn } from "../../support/sockets/api.ts";

const served = serveBrowsers();
const words = zhCN.notes;

interface Seated {
  readonly page: Page;
  readonly notes: Locator;
}

const ROOMS = [
  "大会",
  "第一组",
  "第二组",
  "第三组",
  "第四组",
  "第五组",
  "第六组",
  "第七组",
  "第八组",
  "第九组",
];
let pages: Promise<readonly Page[]> | undefined;
let used = 0;

/** Two at their laptops with the same notes open: each time those of another room. */
async function two(browser: Browser): Promise<[Seated, Seated]> {
  pages ??= enterBoth(browser);
  const room = ROOMS[used++] ?? "";
  const seated: Seated[] = [];
  for (const page of await pages) {
    await page.getByRole("navigation").getByRole("link", { name: room }).click();
    // The one before is there until this one is shown.
    const shown = page.getByRole("main", { name: room });
    await shown.getByRole("tab", { name: zhCN.room.tabs.notes }).click();
    const notes = page.getByRole("textbox", { name: words.editorLabel });
    await expect(shown.getByText(words.badge.saved, { exact: true })).toBeVisible();
    seated.push({ page, notes });
  }
  return seated as [Seated, Seated];
}

/** Of the staff, who write in every room. */
async function enterBoth(browser: Browser): Promise<readonly Page[]> {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token, {
    rooms: ROOMS.map((name, at) => ({ name, kind: at === 0 ? "plenary" : "breakout" })),
  });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "钱甲", unit: "市委党校", side: "staff", duties: ["recorder"] },
    { name: "孙乙", unit: "市委党校", side: "staff", duties: ["recorder"] },
  ]);
  const entered: Page[] = [];
  for (const seat of seats) {
    const page = await served.enter(browser, sessionId, seat);
    await page.goto(served.address(`/s/${sessionId}/room`));
    entered.push(page);
  }
  return entered;
}

async function saved({ page }: Seated): Promise<void> {
  await expect(page.getByText(words.badge.saved, { exact: true })).toBeVisible();
}

const text = ({ notes }: Seated) =>
  notes.evaluate((element) => [...element.children].map((line) => line.textContent).join("\n"));

async function expectText(seated: Seated, part: string): Promise<void> {
  await expect.poll(() => text(seated)).toContain(part);
}

test("[N20] what was typed while cut off stays, whatever kind a neighbour gave the line meanwhile", async ({
  browser,
}) => {
  const tools = ["heading", "bulletList", "taskList", "quote", "orderedList"] as const;
  const [a, b] = await two(browser);
  await a.notes.click();
  for (const tool of tools) {
    await a.page.keyboard.type(`原有文字${tool}`);
    await a.page.keyboard.press("Enter");
  }
  await expectText(b, `原有文字${tools.at(-1)}`);
  await saved(a);
  await a.page.context().setOffline(true);
  await expect(a.page.getByText(words.badge.offline, { exact: true })).toBeVisible({ timeout: 60_000 });
  for (const tool of tools) {
    await a.notes.getByText(`原有文字${tool}`).click();
    await a.page.keyboard.press("End");
    await a.page.keyboard.type("断线时补写的要点");
  }
  for (const tool of tools) {
    await b.notes.getByText(`原有文字${tool}`).click();
    await b.page.getByRole("button", { name: words.toolbar[tool], exact: true }).click();
  }
  await saved(b);
  await a.page.context().setOffline(false);
  await saved(a);
  for (const tool of tools) {
    await expectText(b, `原有文字${tool}断线时补写的要点`);
    await expectText(a, `原有文字${tool}断线时补写的要点`);
  }
  expect(await text(a)).toBe(await text(b));
});

test("[N20] letters typed while a neighbour changes the line again and again are all there, in order", async ({
  browser,
}) => {
  const [a, b] = await two(browser);
  await a.notes.click();
  await a.page.keyboard.type("开头");
  await expectText(b, "开头");
  await b.notes.locator("p").first().click();
  const letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const typing = a.page.keyboard.type(letters, { delay: 25 });
  for (let press = 0; press < 10; press += 1) {
    await b.page.getByRole("button", { name: words.toolbar.heading, exact: true }).click();
    await b.page.getByRole("button", { name: words.toolbar.bulletList, exact: true }).click();
  }
  await typing;
  await expectText(b, `开头${letters}`);
  await expectText(a, `开头${letters}`);
});

test("[N21] two begin in one empty line", async ({ browser }) => {
  const [a, b] = await two(browser);
  await a.notes.click();
  await a.page.keyboard.type("一");
  await a.page.keyboard.press("Enter");
  await expect(b.notes.locator("p")).toHaveCount(2);
  await b.notes.locator("p").nth(1).click();
  await Promise.all([a.page.keyboard.type("aaaaaaaaaaaa"), b.page.keyboard.type("bbbbbbbbbbbb")]);
  await saved(a);
  await saved(b);
  await expect.poll(async () => (await text(a)) === (await text(b))).toBe(true);
  const both = await text(a);
  expect([both.split("a").length - 1, both.split("b").length - 1]).toEqual([12, 12]);
});

test("[N22] rows and columns added at the same time are so many and no more", async ({ browser }) => {
  const [a, b] = await two(browser);
  await a.notes.click();
  await a.page.getByRole("button", { name: words.toolbar.table, exact: true }).click();
  await expect(b.notes.getByRole("cell").or(b.notes.getByRole("columnheader"))).toHaveCount(9);
  await b.notes.locator("td").first().click();
  for (let round = 1; round <= 6; round += 1) {
    await Promise.all([
      a.page.getByRole("button", { name: words.toolbar.addColumn, exact: true }).click(),
      b.page.getByRole("button", { name: words.toolbar.addRow, exact: true }).click(),
    ]);
    for (const { notes } of [a, b]) {
      await expect(notes.locator("tr")).toHaveCount(3 + round);
      await expect(notes.locator("td, th")).toHaveCount((3 + round) ** 2);
    }
  }
  await a.page.screenshot({ path: "test-results/notes-table-grown.png" });
});

/** As an input method does: letters under composition, then the words they stand for. */
async function compose({ page }: Seated, letters: string, chosen: string, delayMs: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (let length = 1; length <= letters.length; length += 1) {
    const text = letters.slice(0, length);
    await devtools.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
    if (delayMs > 0) await page.waitForTimeout(delayMs);
  }
  await devtools.send("Input.insertText", { text: chosen });
  await devtools.detach();
}

test("[N21] two who begin with an input method in the same empty line, item or cell keep their words", async ({
  browser,
}) => {
  const [a, b] = await two(browser);
  const begin: Record<string, () => Promise<Locator>> = {
    line: async () => b.notes.locator("p").last(),
    item: async () => {
      await a.page.getByRole("button", { name: words.toolbar.bulletList, exact: true }).click();
      return b.notes.locator("li").last();
    },
    cell: async () => {
      await a.page.getByRole("button", { name: words.toolbar.table, exact: true }).click();
      return b.notes.locator("table").last().locator("th").first();
    },
  };
  await a.notes.click();
  for (const [index, gapMs] of [0, 40, 300].entries()) {
    for (const [place, prepare] of Object.entries(begin)) {
      await a.page.keyboard.press("Control+End");
      await a.page.keyboard.type(`${place}${index}`);
      await a.page.keyboard.press("Enter");
      const line = await prepare();
      await expectText(b, `${place}${index}`);
      await line.click();
      await Promise.all([
        compose(a, "diyizu", "第一组", 20),
        b.page.waitForTimeout(gapMs).then(() => compose(b, "youshui", "由谁来", 20)),
      ]);
      await saved(a);
      await saved(b);
      await expect.poll(async () => (await text(a)) === (await text(b))).toBe(true);
      const both = await text(a);
      expect(both.split("第一组").length - 1, `${place}, ${gapMs} ms: ${both}`).toBe(
        index * 3 + Object.keys(begin).indexOf(place) + 1,
      );
      expect(both.split("由谁来").length - 1, `${place}, ${gapMs} ms: ${both}`).toBe(
        index * 3 + Object.keys(begin).indexOf(place) + 1,
      );
      expect(both).not.toMatch(/[dy]/);
    }
  }
});

test("[N21] the caret of another at the same place does not move beside a word under composition", async ({
  browser,
}) => {
  const [a, b] = await two(browser);
  await a.notes.click();
  await a.page.keyboard.type("首");
  await expectText(b, "首");
  await b.notes.locator("p").first().click();
  await b.page.keyboard.press("End");
  const moved = await b.notes.evaluateHandle((editor) => {
    const isCaret = (node: Node) => node instanceof Element && node.matches(".notes-caret");
    const seen: string[] = [];
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const node of [...addedNodes, ...removedNodes]) if (isCaret(node)) seen.push("moved");
      }
    });
    editor.addEventListener("compositionstart", () =>
      observer.observe(editor, { subtree: true, childList: true }),
    );
    editor.addEventListener("compositionend", () => observer.disconnect());
    return seen;
  });
  await compose(b, "youshui", "由谁来", 20);
  await expectText(a, "首由谁来");
  expect(await moved.jsonValue()).toEqual([]);
  // Where it no longer meets the own caret it is drawn again.
  await b.page.keyboard.press("Home");
  await expect(b.notes.locator(".notes-caret")).toBeVisible();
});

/** The browser tells of a moved cursor only once `tell` is called; where it has much to do it is late by itself. */
async function tellLate({ page }: Seated): Promise<{ tell(): Promise<void> }> {
  const late = await page.evaluateHandle(() => {
    const withhold = (event: Event) => {
      if (event.isTrusted) event.stopImmediatePropagation();
    };
    window.addEventListener("selectionchange", withhold, true);
    return () => window.removeEventListener("selectionchange", withhold, true);
  });
  return { tell: () => late.evaluate((stop) => stop()) };
}

test("[N21] a word is whole at another's caret, though the browser tells late that the cursor came there", async ({
  browser,
}) => {
  const [a, b] = await two(browser);
  const lines = {
    plain: "p",
    heading: "h2",
    bulletList: "ul > li",
    orderedList: "ol > li",
    taskList: "li > div",
    quote: "blockquote p",
  };
  await a.notes.click();
  for (const [kind, selector] of Object.entries(lines)) {
    const tool = words.toolbar[kind as Exclude<keyof typeof lines, "plain">];
    await a.page.keyboard.press("Control+End");
    await a.page.keyboard.press("Enter");
    await a.page.keyboard.press("Control+Alt+0");
    await a.page.keyboard.type(kind);
    await a.page.keyboard.press("Enter");
    if (kind !== "plain") await a.page.getByRole("button", { name: tool, exact: true }).click();
    const line = b.notes.locator(`${selector}:has(.notes-caret)`);
    await expect(line).toBeVisible();
    await b.notes.getByText(kind, { exact: true }).click();
    const browserOfB = await tellLate(b);
    await line.click();
    await compose(b, "youshui", "由谁来", 0);
    await browserOfB.tell();
    await expectText(a, `${kind}\n由谁来`);
    await expectText(b, `${kind}\n由谁来`);
  }
});

test("[N21] a word composed over what is selected takes its place whole, wherever in it another's caret stands", async ({
  browser,
}) => {
  const [a, b] = await two(browser);
  await a.notes.click();
  for (const steps of [0, 1, 3]) {
    await a.page.keyboard.press("Control+A");
    await a.page.keyboard.type("句你好呀");
    for (let step = 0; step < steps; step += 1) await a.page.keyboard.press("ArrowLeft");
    await expectText(b, "句你好呀");
    await b.notes.click();
    await b.page.keyboard.press("End");
    for (let step = 0; step < 3; step += 1) await b.page.keyboard.press("Shift+ArrowLeft");
    await expect(b.notes.locator(".notes-caret")).toBeVisible();
    await compose(b, "youshui", "由谁来", 0);
    await expect.poll(() => text(a)).toBe("句由谁来");
    await expect.poll(() => text(b)).toBe("句由谁来");
  }
});

test("what others do does not put the cursor back where the browser has just moved it from", async ({
  browser,
}) => {
  const [a, b] = await two(browser);
  const acts = {
    write: async () => {
      await a.page.keyboard.type("。");
      await expectText(b, "write。");
    },
    restyle: async () => {
      await a.page.getByRole("button", { name: words.toolbar.heading, exact: true }).click();
      await expect(b.notes.locator("h2")).toHaveText("restyle");
    },
    move: async () => {
      await a.page.keyboard.press("Home");
      await expect(b.notes.locator(".notes-caret:first-child")).toBeVisible();
    },
  };
  await a.notes.click();
  await a.page.keyboard.type("一");
  for (const [name, act] of Object.entries(acts)) {
    await a.page.keyboard.press("Control+End");
    await a.page.keyboard.press("Enter");
    await a.page.keyboard.press("Enter");
    await a.page.keyboard.type(name);
    await expectText(b, `\n\n${name}`);
    await b.notes.getByText("一").click();
    const browserOfB = await tellLate(b);
    await b.notes.locator("p").nth(-2).click();
    await act();
    await compose(b, "youshui", "由谁来", 0);
    await browserOfB.tell();
    await expectText(a, `\n由谁来\n${name}`);
    await expectText(b, `\n由谁来\n${name}`);
  }
});

test("a key acts where the browser has just moved the cursor", async ({ browser }) => {
  const [a, b] = await two(browser);
  await b.notes.click();
  await b.page.keyboard.type("一二");
  await b.page.keyboard.press("Home");
  await expect(a.notes.locator(".notes-caret")).toBeVisible();
  const browserOfB = await tellLate(b);
  await b.page.keyboard.press("End");
  await b.page.keyboard.press("Enter");
  await b.page.keyboard.type("三");
  await browserOfB.tell();
  await expect.poll(() => text(b)).toBe("一二\n三");
  await expect.poll(() => text(a)).toBe("一二\n三");
});
