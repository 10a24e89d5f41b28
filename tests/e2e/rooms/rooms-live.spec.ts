import { type Browser, expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../../shared/messages/zh-CN.ts";
import type { Command } from "../../../shared/protocol/commands/command.ts";
import { accessible, seen } from "../../support/browser/accessible.ts";
import { openNotes } from "../../support/browser/open-notes.ts";
import { serveBrowsers } from "../../support/browser/serve-browsers.ts";
import { createSession, putRoster, type Seat, signIn } from "../../support/sockets/api.ts";
import { type Commanding, commandAs } from "../../support/sockets/command-as.ts";

const SENTENCE = "专项债二审由谁负责，多长";
/** Whoever is moved is there within this time. */
const LANDS_WITHIN_MS = 1_000;
/** Long enough to be seen, and short enough to wait for. */
const SOON_MS = 4_000;

const { console: console_, room: words, rooms: live } = zhCN;
const served = serveBrowsers();

interface Evening {
  readonly sessionId: string;
  readonly roomIds: Readonly<Record<"大会" | "第一组" | "第二组", string>>;
  readonly seats: Readonly<Record<"马静" | "刘文波" | "郑文海" | "许立新", Seat>>;
  readonly organiser: Commanding;
}

/** Two open groups, of which the first has a leader and the second has none. */
async function evening(): Promise<Evening> {
  const token = await signIn(served.url());
  const { sessionId, rooms } = await createSession(served.url(), token, {
    settings: { moderation: "after" },
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: "第一组", kind: "breakout" },
      { name: "第二组", kind: "breakout" },
    ],
  });
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "吴晓芸", unit: "市委党校", side: "staff", duties: ["recorder"], group: "第一组" },
    { name: "刘文波", unit: "滑县政府", side: "county", duties: ["leader"], group: "第一组" },
    { name: "郑文海", unit: "林州市财政局", side: "county", group: "第一组" },
    { name: "许立新", unit: "滑县发改委", side: "county", group: "第二组" },
  ]);
  const organiser = await commandAs(served.url(), sessionId, token);
  const roomIds = Object.fromEntries(rooms.map(({ name, roomId }) => [name, roomId])) as Evening["roomIds"];
  await organiser({ type: "rooms.open", roomIds: [roomIds.第一组, roomIds.第二组] });
  return {
    sessionId,
    roomIds,
    seats: Object.fromEntries(seats.map((seat) => [seat.name, seat])) as Evening["seats"],
    organiser,
  };
}

async function openConsole(browser: Browser, { sessionId, seats }: Evening): Promise<Page> {
  const page = await served.enter(browser, sessionId, seats.马静);
  await page.goto(served.address(`/s/${sessionId}/console`));
  return page;
}

const inRoom = (page: Page, name: string) => page.getByRole("main", { name });
const field = (page: Page) => page.getByLabel(words.ask.label, { exact: true });

test("[G6] who is moved in the middle of a sentence lands within a second and keeps it; undo brings him back", async ({
  browser,
}) => {
  const all = await evening();
  const asker = await served.enter(browser, all.sessionId, all.seats.郑文海);
  await expect(inRoom(asker, "第一组")).toBeVisible();
  await field(asker).fill(SENTENCE);
  const moderator = await openConsole(browser, all);
  const rooms = moderator.getByRole("region", { name: console_.rooms.title });

  await test.step("by keys alone, out of the list of those inside", async () => {
    await rooms.getByRole("button", { name: console_.rooms.peopleOf("第一组") }).press("Enter");
    await rooms.getByRole("button", { name: console_.rooms.moveOf("郑文海") }).press("Enter");
    const to = moderator.getByRole("menuitem", { name: console_.rooms.moveTo("第二组") });
    await expect(to).toBeVisible();
    await accessible(moderator);
    await moderator.keyboard.press("ArrowDown");
    await expect(moderator.getByRole("menuitem").nth(1)).toBeFocused();
    await to.press("Enter");
    await expect(inRoom(asker, "第二组")).toBeVisible({ timeout: LANDS_WITHIN_MS });
    await expect(asker.getByText(live.moved("第二组"))).toBeVisible();
    await expect(moderator.getByText(console_.done.moved("郑文海", "第二组"))).toBeVisible();
  });

  await test.step("the sentence is offered where he is now", async () => {
    await seen(asker, "moved");
    await asker.getByRole("button", { name: words.ask.left.take }).click();
    await expect(field(asker)).toHaveValue(SENTENCE);
  });

  await test.step("undone, he is back; where somebody else has moved him meanwhile, he stays and that is said", async () => {
    await moderator.keyboard.press("Control+z");
    await expect(inRoom(asker, "第一组")).toBeVisible();
    const notes = await openNotes(asker);
    await notes.click();
    await asker.keyboard.type("二审先问省里");
    const attendance = moderator.getByRole("region", { name: console_.attendance.title });
    await attendance.getByText(console_.attendance.here(2)).click();
    await expect(attendance.getByRole("listitem").filter({ hasText: "郑文海" })).toContainText("第一组");
    await seen(moderator, "attendance");
    await attendance.getByRole("button", { name: console_.rooms.moveOf("郑文海") }).click();
    await moderator.getByRole("menuitem", { name: console_.rooms.moveTo("第二组") }).click();
    await expect(inRoom(asker, "第二组")).toBeVisible();
    // Who wrote notes goes on writing notes.
    await expect(asker.getByRole("tab", { name: words.tabs.notes })).toHaveAttribute("aria-selected", "true");
    await expect(asker.getByRole("textbox", { name: zhCN.notes.editorLabel, exact: true })).toHaveText("");
    const { personId } = all.seats.郑文海;
    await all.organiser({ type: "person.move", personId, roomId: all.roomIds.大会 });
    await expect(inRoom(asker, "大会")).toBeVisible();
    await moderator.keyboard.press("Control+z");
    await expect(moderator.getByText(zhCN.errors.person_elsewhere)).toBeVisible();
    await expect(inRoom(asker, "大会")).toBeVisible();
  });
  all.organiser.close();
});

test("[G1] a room that closes while somebody types counts down, freezes with everything in it, and goes on", async ({
  browser,
}) => {
  const all = await evening();
  const asker = await served.enter(browser, all.sessionId, all.seats.郑文海);
  const moderator = await openConsole(browser, all);
  await field(asker).fill("闲置资产怎么盘活？");
  await asker.getByRole("button", { name: words.ask.submit, exact: true }).click();
  const question = inRoom(asker, "第一组").getByText("闲置资产怎么盘活？");
  await expect(question).toBeVisible();
  const notes = await openNotes(asker);
  await notes.click();
  await asker.keyboard.type("先报清单");
  await field(asker).fill(SENTENCE);

  await test.step("the countdown stands in a place of its own; the console counts, and takes it back", async () => {
    const toggle = moderator.getByRole("switch", { name: console_.rooms.toggle("第一组") });
    const before = await notes.boundingBox();
    await toggle.click({ force: true });
    await expect(asker.getByText(/^(2\d|30) 秒后收起/)).toBeVisible();
    await expect(asker.getByText(live.ruleClosing)).toBeVisible();
    expect(await notes.boundingBox()).toEqual(before);
    await seen(asker, "closing");
    await seen(moderator, "closing-console");
    await expect(moderator.getByRole("button", { name: console_.rooms.closeNow("第一组") })).toBeVisible();
    await toggle.click({ force: true });
    await expect(asker.getByText(/秒后收起/)).toHaveCount(0);
  });

  await test.step("it closes at its moment: read-only, with what was typed as a draft", async () => {
    await all.organiser({ type: "room.close", roomId: all.roomIds.第一组, graceMs: SOON_MS });
    await notes.click();
    await asker.keyboard.type("，逐项核对");
    await expect(asker.getByText(words.closedBanner)).toBeVisible();
    const frozen = asker.getByRole("textbox", { name: zhCN.notes.editorLabelReadOnly });
    await expect(frozen).toContainText("先报清单，逐项核对");
    await expect(field(asker)).toHaveValue(SENTENCE);
    await expect(asker.getByRole("button", { name: words.ask.submit, exact: true })).toBeDisabled();
  });

  await test.step("opened again, all of it goes on", async () => {
    await moderator.getByRole("switch", { name: console_.rooms.toggle("第一组") }).click({ force: true });
    await expect(asker.getByText(words.closedBanner)).toHaveCount(0);
    await expect(notes).toContainText("先报清单，逐项核对");
    await field(asker).fill(`${SENTENCE}时间？`);
    await asker.getByRole("button", { name: words.ask.submit, exact: true }).click();
    await asker.getByRole("tab", { name: words.tabs.questions }).click();
    await expect(question).toBeVisible();
    await expect(inRoom(asker, "第一组").getByText(`${SENTENCE}时间？`)).toBeVisible();
  });
  all.organiser.close();
});

test("[G4] everybody is called back with a countdown, all at one moment, and what they wrote waits in the groups", async ({
  browser,
}) => {
  const all = await evening();
  const first = await served.enter(browser, all.sessionId, all.seats.郑文海);
  const second = await served.enter(browser, all.sessionId, all.seats.许立新);
  const moderator = await openConsole(browser, all);
  const recall = () => moderator.getByRole("button", { name: console_.rooms.recall });
  await field(first).fill(SENTENCE);

  await test.step("called in a minute, and taken back by undo", async () => {
    await recall().press("Enter");
    await seen(moderator, "recall");
    await moderator.getByRole("menuitem", { name: console_.rooms.recallAfter[60] }).click();
    for (const page of [first, second]) await expect(page.getByText(/^(5\d|60) 秒后回到大会/)).toBeVisible();
    await seen(moderator, "recalling");
    await expect(moderator.getByText(console_.done.recalled(2))).toBeVisible();
    await moderator.keyboard.press("Control+z");
    for (const page of [first, second]) await expect(page.getByText(/秒后回到大会/)).toHaveCount(0);
    await expect(recall()).toBeVisible();
  });

  await test.step("at its moment all are in the plenary, and the sentence is where it was written", async () => {
    await all.organiser({ type: "rooms.recall", graceMs: SOON_MS });
    for (const page of [first, second]) await expect(inRoom(page, "大会")).toBeVisible();
    await expect(first.getByText(live.recalled("第一组"))).toBeVisible();
    await seen(first, "recalled");
    await first.getByRole("link", { name: "第一组" }).click();
    await expect(field(first)).toHaveValue(SENTENCE);
  });
  all.organiser.close();
});

test("[G5] a leader opens, closes and moderates the own group from its page, and has no bar elsewhere", async ({
  browser,
}) => {
  const all = await evening();
  const leader = await served.enter(browser, all.sessionId, all.seats.刘文波);
  const bar = leader.getByRole("region", { name: live.bar.title });
  const time = leader.getByRole("region", { name: zhCN.timing.title, exact: true });
  await expect(time.getByRole("button").first()).toBeVisible();
  await test.step("closes with time to finish, waits no longer, opens again", async () => {
    await bar.getByRole("button", { name: live.bar.close }).click();
    await expect(bar.getByRole("button", { name: live.bar.goOn })).toBeVisible();
    await seen(leader, "leader");
    await bar.getByRole("button", { name: live.bar.closeNow }).click();
    await expect(bar.getByText(live.bar.isClosed)).toBeVisible();
    await bar.getByRole("button", { name: live.bar.open }).click();
    await expect(bar.getByText(live.bar.isOpen)).toBeVisible();
    await bar.getByLabel(live.bar.moderation).selectOption("before");
    await expect(leader.getByText(words.ask.ruleRoom)).toBeVisible();
  });

  await test.step("during a recall the group does not stay open", async () => {
    const recall: Command = { type: "rooms.recall", graceMs: 60_000 };
    await all.organiser(recall);
    await expect(bar.getByText(live.bar.recalled)).toBeVisible();
    await expect(bar.getByRole("button", { name: live.bar.goOn })).toHaveCount(0);
  });

  await test.step("in the plenary, and for the others of the group, there is no bar; all see who leads and records", async () => {
    await leader.getByRole("link", { name: "大会" }).click();
    await expect(inRoom(leader, "大会")).toBeVisible();
    await expect(bar).toHaveCount(0);
    await expect(time).toHaveCount(0);
    const member = await served.enter(browser, all.sessionId, all.seats.郑文海);
    await expect(inRoom(member, "第一组")).toBeVisible();
    await expect(member.getByRole("region", { name: live.bar.title })).toHaveCount(0);
    await expect(member.getByText(live.leads(["刘文波"]))).toBeVisible();
    await expect(member.getByText(live.records(["吴晓芸"]))).toBeVisible();
    const moderator = await openConsole(browser, all);
    await expect(moderator.getByText(live.noLeader)).toHaveCount(1);
    await expect(moderator.getByText(live.noRecorder)).toHaveCount(1);
  });
  all.organiser.close();
});

test("[G7] a leader lets questions of the own group through, sends them back with a reason, and takes either back", async ({
  browser,
}) => {
  const all = await evening();
  await all.organiser({ type: "room.moderate", roomId: all.roomIds.第一组, moderation: "before" });
  const asker = await served.enter(browser, all.sessionId, all.seats.郑文海);
  const leader = await served.enter(browser, all.sessionId, all.seats.刘文波);
  const tab = leader.getByRole("tab", { name: live.review.title });
  const card = leader.getByRole("article", { name: SENTENCE });
  await asker.getByLabel(words.ask.anonymous).check();
  await field(asker).fill(SENTENCE);
  await asker.getByRole("button", { name: words.ask.submit, exact: true }).click();

  await test.step("it waits on a tab of its own, without the name that is hidden", async () => {
    await expect(tab).toContainText("1");
    await tab.click();
    await expect(card).toBeVisible();
    await seen(leader, "review");
    await expect(inRoom(leader, "第一组").getByText("林州市财政局")).toHaveCount(0);
  });

  await test.step("let through and taken back; sent back with a phrase, which the asker reads", async () => {
    await card.getByRole("button", { name: console_.acts.approve, exact: true }).click();
    await expect(inRoom(asker, "第一组").getByText(SENTENCE)).toBeVisible();
    await expect(card).toHaveCount(0);
    await leader.getByRole("button", { name: zhCN.common.undo }).click();
    await expect(card).toBeVisible();
    await card.getByRole("button", { name: console_.acts.decline, exact: true }).click();
    const [phrase = ""] = console_.decline.phrases;
    await card.getByRole("button", { name: phrase }).click();
    await expect(card).toHaveCount(0);
    await expect(asker.getByText(words.mine.declined(phrase))).toBeVisible();
  });

  await test.step("what is said aloud to a public one is typed for the unit that said it, and taken back", async () => {
    await all.organiser({ type: "room.moderate", roomId: all.roomIds.第一组, moderation: "after" });
    await field(asker).fill("省级二审要多久");
    await asker.getByRole("button", { name: words.ask.submit, exact: true }).click();
    await leader.getByRole("tab", { name: words.tabs.questions }).click();
    const asked = leader.getByRole("article", { name: "省级二审要多久" });
    await asked.getByRole("button", { name: live.capture.of("省级二审要多久") }).press("Enter");
    await expect(asked.getByRole("combobox", { name: zhCN.common.answerForm.unit })).toBeFocused();
    await leader.keyboard.type("滑县发改委");
    await leader.keyboard.press("Enter");
    await asked.getByLabel(zhCN.common.answerForm.text).fill("我们那次是二十天");
    await seen(leader, "capture");
    await leader.keyboard.press("Control+Enter");
    await expect(inRoom(asker, "第一组").getByText("我们那次是二十天")).toBeVisible();
    await expect(asked).toContainText(zhCN.common.answer.manner.oral);
    const done = leader.getByRole("alert").filter({ hasText: zhCN.common.answerForm.posted("滑县发改委") });
    await done.getByRole("button", { name: zhCN.common.undo }).click();
    await expect(inRoom(asker, "第一组").getByText("我们那次是二十天")).toHaveCount(0);
    await expect(asker.getByRole("button", { name: live.capture.open })).toHaveCount(0);
  });

  await test.step("once it is sealed the leader notes nothing any more, and the asker reads what became of each", async () => {
    await all.organiser({ type: "room.moderate", roomId: all.roomIds.第一组, moderation: "before" });
    await expect(asker.getByText(words.ask.ruleRoom)).toBeVisible();
    await field(asker).fill("厂房怎样盘活");
    await asker.getByRole("button", { name: words.ask.submit, exact: true }).click();
    await expect(asker.getByText(words.mine.waiting)).toBeVisible();
    await all.organiser({ type: "session.seal" });
    await expect(asker.getByText(words.mine.notReviewed)).toBeVisible();
    await expect(asker.getByText(words.mine.followUp)).toBeVisible();
    await expect(leader.getByRole("button", { name: live.capture.open })).toHaveCount(0);
  });
  all.organiser.close();
});
