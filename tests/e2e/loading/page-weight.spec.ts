import { type Browser, expect, type Page, test } from "@playwright/test";
import { en } from "../../../shared/messages/en.ts";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import { enterBySeat } from "../../support/browser/enter-by-seat.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";

/** From opening the link to standing in the room, as a browser counts it on plain http, where only gzip is offered. */
const TO_THE_ROOM_MAX_BYTES = 350_000;

const { common, join, notes, room: words } = zhCN;

const served = serveBrowsers();
const { address } = served;

async function openSession() {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const [asker] = (await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
  ])) as [Seat];
  return { sessionId, asker };
}

interface Fetched {
  readonly path: string;
  readonly bytes: number;
  readonly packing: string | undefined;
}

/** What comes over the wire to a page from now on: answers with their headers as they came, and frames of sockets. */
async function weigh(page: Page) {
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  const begun = new Map<string, Omit<Fetched, "bytes">>();
  const fetched: Fetched[] = [];
  wire.on("Network.responseReceived", ({ requestId, response }) => {
    const packing = Object.entries(response.headers).find(([name]) => /^content-encoding$/i.test(name))?.[1];
    begun.set(requestId, { path: new URL(response.url).pathname, packing });
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = begun.get(requestId);
    if (answer !== undefined) fetched.push({ ...answer, bytes: encodedDataLength });
  });
  wire.on("Network.webSocketFrameReceived", ({ response }) => {
    fetched.push({ path: "frame", packing: undefined, bytes: response.payloadData.length });
  });
  return {
    fetched,
    bytes: () => fetched.reduce((sum, { bytes }) => sum + bytes, 0),
    /** What was fetched, by the last part of the path. */
    names: () => fetched.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)),
  };
}

async function toTheRoom(browser: Browser) {
  const { sessionId, asker } = await openSession();
  const page = await served.laptop(browser);
  const weight = await weigh(page);
  await enterBySeat(page, address(`/s/${sessionId}`), asker);
  await expect(page.getByLabel(words.ask.label, { exact: true })).toBeVisible();
  await page.waitForLoadState("networkidle");
  return { page, weight };
}

test("from the link to the room little comes over the wire, and nothing that is not needed there", async ({
  browser,
}) => {
  const { page, weight } = await toTheRoom(browser);
  expect(weight.bytes()).toBeLessThan(TO_THE_ROOM_MAX_BYTES);
  const elsewhere =
    /(^|~)(en|esm|notes|unit-main|console|ledger|stage|organiser|new-session|session-page|seat-cards|preview-page|pdf|pdf\.worker\.min)-/;
  expect(weight.names().filter((name) => elsewhere.test(name))).toEqual([]);
  const large = weight.fetched.filter(({ bytes, path }) => bytes > 2_000 && path.startsWith("/assets/"));
  expect(large.length).toBeGreaterThan(2);
  expect(large.filter(({ packing }) => packing !== "gzip")).toEqual([]);

  await page.getByRole("tab", { name: words.tabs.notes }).click();
  await expect(page.getByRole("textbox", { name: notes.editorLabel, exact: true })).toBeVisible();
  expect(weight.names().some((name) => name.startsWith("notes-workspace-"))).toBe(true);
  await page.context().close();
});

test("letters typed at the door wait for the dictionary and find a name by its pinyin", async ({
  browser,
}) => {
  const { sessionId, asker } = await openSession();
  const page = await served.laptop(browser);
  let asked = 0;
  let release: (() => void) | undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/assets/esm-*.js", async (route) => {
    asked += 1;
    await released;
    await route.continue();
  });
  await page.goto(address(`/s/${sessionId}`));
  const field = page.getByRole("combobox");
  await field.fill(asker.name.slice(0, 1));
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  expect(asked).toBe(0);
  await field.fill("zwh");
  await expect(page.getByText(common.loading)).toBeVisible();
  await expect(page.getByText(join.noMatch("zwh"))).toHaveCount(0);
  release?.();
  await expect(page.getByRole("option")).toHaveText([/郑文海/]);
  await page.context().close();
});

test("one language is fetched, the other when it is chosen; one that does not come is said and not taken", async ({
  browser,
}) => {
  const { page, weight } = await toTheRoom(browser);
  const languages = () => weight.names().filter((name) => /^(en|zh-CN)-.*js$/.test(name));
  expect(languages()).toEqual([expect.stringMatching(/^zh-CN-/)]);
  const choose = async (word: string) => {
    await page.getByRole("button", { name: "郑文海" }).click();
    await page.getByRole("menuitem", { name: word }).click();
  };
  await page.context().setOffline(true);
  await choose(common.otherLanguage);
  await expect(page.getByText(common.languageNotFetched)).toBeVisible();
  await expect(page.getByRole("tab", { name: words.tabs.notes })).toBeVisible();
  await page.context().setOffline(false);
  await choose(common.otherLanguage);
  await expect(page.getByRole("tab", { name: en.room.tabs.notes })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const before = weight.names().length;
  await page.reload();
  await expect(page.getByRole("tab", { name: en.room.tabs.notes })).toBeVisible();
  expect(weight.names().slice(before)).not.toContainEqual(expect.stringMatching(/^zh-CN-/));
  await page.context().close();
});
