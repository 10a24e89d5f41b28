import { type Browser, expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible } from "../support/browser/accessible.ts";
import { enterBySeat } from "../support/browser/enter-by-seat.ts";
import { openNotes } from "../support/browser/open-notes.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { newId } from "../support/new-id.ts";
import { createSession, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const QUESTION = "专项债二审谁负责？";
const UNSUPPORTED = "这个浏览器打不开研讨";
const { common, join, notes: notesWords, room: words } = zhCN;

const served = serveBrowsers();
const { address } = served;

async function openSession() {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
      { name: "第二组", kind: "breakout" },
    ],
  });
  const [asker] = (await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "文峰区财政局", side: "county", group: "第一组" },
  ])) as [Seat];
  const organiser = await commandAs(served.url(), sessionId, token);
  const [plenary = "", first = "", second = ""] = rooms.map(({ roomId }) => roomId);
  for (const roomId of [first, second]) await organiser({ type: "room.open", roomId });
  return { sessionId, asker, organiser, plenary, first, second };
}

/** A laptop whose pages run `script` before anything of theirs. */
async function laptopWith(browser: Browser, script: () => void): Promise<Page> {
  const page = await served.laptop(browser);
  await page.addInitScript(script);
  return page;
}

const ask = (page: Page) => page.getByLabel(words.ask.label, { exact: true });

test("where pages cannot run, one sentence says what to do", async ({ browser }) => {
  const { sessionId } = await openSession();
  await test.step("scripts are off", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address(`/s/${sessionId}`));
    await expect(page.getByRole("heading", { name: UNSUPPORTED })).toBeVisible();
    await context.close();
  });
  await test.step("the browser is too old", async () => {
    const page = await laptopWith(browser, () => {
      Reflect.deleteProperty(Array.prototype, "findLast");
    });
    await page.goto(address(`/s/${sessionId}`));
    await expect(page.getByRole("heading", { name: UNSUPPORTED })).toBeVisible();
    await expect(page.locator("#root")).toBeHidden();
    await accessible(page);
  });
  await test.step("the pages do not come", async () => {
    const page = await served.laptop(browser);
    await page.route("**/assets/*.js", (route) => route.abort());
    await page.goto(address(`/s/${sessionId}`));
    await expect(page.getByRole("heading", { name: UNSUPPORTED })).toBeVisible();
  });
  await test.step("all is well", async () => {
    const page = await served.laptop(browser);
    await page.goto(address(`/s/${sessionId}`));
    await expect(page.getByRole("combobox")).toBeVisible();
    await expect(page.getByRole("heading", { name: UNSUPPORTED })).toBeHidden();
    await expect(page.locator('meta[name="renderer"]')).toHaveAttribute("content", "webkit");
  });
});

test("without storage, or with a full one, everything works and it is said", async ({ browser }) => {
  const { sessionId, asker, plenary } = await openSession();
  const tried = [
    [
      common.storage.refused,
      () => {
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException("denied", "SecurityError");
            },
          });
        }
      },
    ],
    [
      common.storage.full,
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      },
    ],
  ] as const;
  for (const [notice, script] of tried) {
    const page = await laptopWith(browser, script);
    await enterBySeat(page, address(`/s/${sessionId}`), asker);
    await page.getByRole("link", { name: /^大会/ }).click();
    await expect(page.getByText(notice)).toBeVisible();
    await expect(page.getByRole("main", { name: "大会" })).toBeVisible();
    await ask(page).fill(`${QUESTION}${notice.length}`);
    await page.getByRole("button", { name: words.ask.submit, exact: true }).click();
    await expect(page.getByText(`${QUESTION}${notice.length}`).first()).toBeVisible();
    await expect(ask(page)).toHaveValue("");
    expect(new URL(page.url()).pathname).toContain(plenary);
    await page.context().close();
  }
});

test("notes opened for the first time while the line is down wait in their place and come by themselves", async ({
  browser,
}) => {
  const { sessionId, asker } = await openSession();
  const page = await served.enter(browser, sessionId, asker);
  await ask(page).fill(QUESTION);
  await page.context().setOffline(true);
  await page.getByRole("tab", { name: words.tabs.notes }).click();
  await expect(page.getByText(notesWords.loadWaits)).toBeVisible();
  await expect(ask(page)).toHaveValue(QUESTION);
  await page.context().setOffline(false);
  await expect(page.getByRole("textbox", { name: notesWords.editorLabel, exact: true })).toBeVisible();
  await expect(ask(page)).toHaveValue(QUESTION);
});

test("[J6] at an address of plain http lanes come packed, and plain to a browser that unpacks nothing", async ({
  browser,
}) => {
  const { sessionId, asker, organiser, plenary } = await openSession();
  const text = (at: number) => `${QUESTION}${at}`;
  for (let at = 0; at < 30; at += 1)
    await organiser({ type: "question.ask", questionId: newId(), roomId: plenary, text: text(at) });
  const withoutFormat = () => {
    Reflect.deleteProperty(window, "DecompressionStream");
  };
  for (const [isPacked, script] of [
    [true, () => undefined],
    [false, withoutFormat],
  ] as const) {
    const page = await laptopWith(browser, script);
    let attached = 0;
    page.on("websocket", (socket) => {
      if (!socket.url().includes("/socket.io/")) return;
      socket.on("framereceived", ({ payload }) => {
        if (typeof payload !== "string") attached += 1;
      });
    });
    await enterBySeat(page, address(`/s/${sessionId}`), asker);
    await page.getByRole("link", { name: /^大会/ }).click();
    await expect(page.getByText(text(29)).first()).toBeVisible();
    expect(attached > 0).toBe(isPacked);
    await page.context().close();
  }
});

test("where something lets pages through and no WebSocket, that is said", async ({ browser }) => {
  const { sessionId, asker } = await openSession();
  const blocked = await served.laptop(browser);
  await blocked.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await enterBySeat(blocked, address(`/s/${sessionId}`), asker);
  await expect(blocked.getByText(common.connection.blockedTitle)).toBeVisible();
  await blocked.context().close();

  const page = await served.laptop(browser);
  await page.routeWebSocket(/yjs/, (socket) => socket.close());
  await enterBySeat(page, address(`/s/${sessionId}`), asker);
  await page.getByRole("tab", { name: words.tabs.notes }).click();
  await expect(page.getByText(notesWords.blocked)).toBeVisible();
  await expect(page.getByText(common.connection.blockedTitle)).toHaveCount(0);
});

test("a file dropped anywhere leaves the page as it is", async ({ browser }) => {
  const { sessionId, asker } = await openSession();
  const page = await served.enter(browser, sessionId, asker);
  const notes = await openNotes(page);
  for (const place of [notes, ask(page), page.locator("body")]) {
    const isTaken = await place.evaluate((element) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["姓名,单位"], "名单.csv"));
      const drop = (type: string) =>
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      return !drop("dragover") && !drop("drop");
    });
    expect(isTaken).toBe(true);
  }
  await expect(page.getByText(common.fileDropped)).toBeVisible();
});

test("a question half written is offered where its writer is moved to", async ({ browser }) => {
  const { sessionId, asker, organiser, first, second } = await openSession();
  const page = await served.enter(browser, sessionId, asker);
  await page.goto(address(`/s/${sessionId}/room/${first}`));
  await ask(page).fill(QUESTION);
  await page.getByRole("checkbox", { name: words.ask.anonymous }).check();
  await organiser({ type: "person.move", personId: asker.personId, roomId: second });
  await page.getByRole("link", { name: "第二组" }).last().click();
  const left = page.getByRole("region", { name: words.ask.left.region });
  await expect(left).toContainText(QUESTION);
  await expect(left).toContainText("第一组");
  await accessible(page);
  await page.screenshot({ path: "test-results/left-ask.png" });
  await left.getByRole("button", { name: words.ask.left.discard }).click();
  await expect(left).toHaveCount(0);
  await page.getByRole("button", { name: common.undo, exact: true }).click();
  await left.getByRole("button", { name: words.ask.left.take }).click();
  await expect(left).toHaveCount(0);
  await expect(ask(page)).toHaveValue(QUESTION);
  await expect(page.getByRole("checkbox", { name: words.ask.anonymous })).toBeChecked();
  await page.reload();
  await expect(ask(page)).toHaveValue(QUESTION);
  await expect(left).toHaveCount(0);
});

test("Enter in an empty field at the door chooses nobody", async ({ browser }) => {
  const { sessionId, asker } = await openSession();
  const page = await served.laptop(browser);
  await page.goto(address(`/s/${sessionId}`));
  const field = page.getByRole("combobox");
  await expect(page.getByRole("option")).toHaveCount(1);
  await field.press("Enter");
  await expect(page.getByLabel(join.pinLabel)).toHaveCount(0);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page.getByLabel(join.pinLabel)).toBeVisible();
  expect(asker.name).toBe("郑文海");
});
