import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { accessible, seen } from "../support/browser/accessible.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { newId } from "../support/new-id.ts";
import { PASSWORD } from "../support/password.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../support/sockets/api.ts";
import { commandAs } from "../support/sockets/command-as.ts";

const QUESTION = "前期费用县里垫了两年，什么时候能结算？";
const ANSWER = "市级部分年内拨付，省级部分正在争取。";
const DOUBT = "省级部分没有时限。";
const EVIDENCE = "市财政局已于本月拨付，附回单。";
const REOPENED = "只到了一半。";
const JOINED = "县里垫付的前期费用，何时结算、利息由谁承担？";

const { common, console, followups, organiser: prepare, room } = zhCN;

const served = serveBrowsers();
const { address, enter, laptop } = served;

test("[V8] an official who is never recorded asks, doubts, clears and reopens, and nobody learns who", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "马静", unit: "市委党校", side: "staff", duties: ["moderator"] },
  ]);
  const [askerSeat, unitSeat, staffSeat] = seats as [Seat, Seat, Seat];

  await test.step("the organiser chooses that askers are not recorded", async () => {
    const organiser = await laptop(browser);
    await organiser.goto(address(`/organiser/${sessionId}?step=info`));
    await organiser.getByLabel(prepare.signIn.password, { exact: true }).fill(PASSWORD);
    await organiser.getByRole("button", { name: prepare.signIn.submit, exact: true }).click();
    await organiser.getByLabel(prepare.info.anonymityNever, { exact: true }).check();
    await organiser.getByRole("button", { name: prepare.info.save, exact: true }).click();
    await expect(organiser.getByText(prepare.info.saved, { exact: true })).toBeVisible();
    await accessible(organiser);
    await organiser.context().close();
  });

  const asker = await enter(browser, sessionId, askerSeat);
  const unit = await enter(browser, sessionId, unitSeat);
  const moderator = await enter(browser, sessionId, staffSeat);
  await moderator.goto(address(`/s/${sessionId}/console`));
  /** Neither on the screen nor anywhere else in the page, but for the units that can be asked. */
  const nobodyIsNamed = async () => {
    const page = await moderator.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const list of copy.querySelectorAll("[role=listbox]")) list.remove();
      return copy.outerHTML;
    });
    for (const word of [askerSeat.name, askerSeat.unit, askerSeat.personId]) expect(page).not.toContain(word);
  };
  const own = (page: Page) =>
    page.getByRole("region", { name: room.mine.title }).getByRole("listitem").filter({ hasText: QUESTION });

  await test.step("the rule stands where one asks, and there is nothing to tick", async () => {
    await expect(asker.getByText(room.ask.ruleNever, { exact: true })).toBeVisible();
    await expect(asker.getByLabel(room.ask.anonymous)).toHaveCount(0);
    await asker.getByLabel(room.ask.label, { exact: true }).fill(QUESTION);
    await seen(asker, "asking");
    await asker.getByRole("button", { name: room.ask.submit, exact: true }).click();
    await expect(own(asker).getByText(common.question.status.pending)).toBeVisible();
  });

  await test.step("the moderator approves and sees no name", async () => {
    const queue = moderator.getByRole("region", { name: console.queue.region });
    await expect(queue.getByText(QUESTION)).toBeVisible();
    await nobodyIsNamed();
    await moderator.keyboard.press("a");
    await expect(queue.getByText(QUESTION)).toBeHidden();
    await moderator.getByRole("button", { name: QUESTION }).click();
    const way = moderator.getByRole("dialog").getByRole("region", { name: common.trail.label });
    await expect(way.getByText(common.trail.asked)).toBeVisible();
    await expect(way.getByText(staffSeat.name)).toBeVisible();
    await nobodyIsNamed();
    await seen(moderator, "console");
    await moderator.keyboard.press("Escape");
  });

  const wayIsShown = async () => {
    await expect(own(asker).getByText(room.mine.publicNow)).toBeVisible();
    await own(asker).getByText(common.trail.show).click();
    const way = own(asker).getByRole("list", { name: common.trail.label });
    await expect(way.getByText(common.trail.asked)).toBeVisible();
    await expect(way.getByText(common.trail.approved, { exact: true })).toBeVisible();
  };
  await test.step("the asker follows its way, after a reload as well", async () => {
    await wayIsShown();
    await asker.reload();
    await wayIsShown();
    await seen(asker, "way");
  });

  const elsewhere = await enter(browser, sessionId, askerSeat);
  await test.step("on another laptop the same official has asked nothing", async () => {
    await expect(elsewhere.getByRole("article", { name: QUESTION })).toBeVisible();
    await expect(elsewhere.getByText(room.mine.none)).toBeVisible();
  });

  await test.step("it is routed and answered", async () => {
    await moderator.getByRole("row", { name: QUESTION }).focus();
    await moderator.keyboard.press("r");
    await moderator.getByRole("combobox", { name: console.route.lead }).fill(unitSeat.unit);
    await moderator.getByRole("option", { name: unitSeat.unit }).first().click();
    const dialog = moderator.getByRole("dialog");
    await dialog.getByRole("button", { name: console.route.submit, exact: true }).click();
    await unit.getByRole("button", { name: room.desk.accept, exact: true }).click();
    await unit.getByRole("button", { name: room.desk.write, exact: true }).click();
    await unit.getByLabel(room.desk.label(QUESTION)).fill(ANSWER);
    await unit.getByRole("button", { name: room.desk.submit }).click();
  });

  await test.step("the asker still doubts, unnamed", async () => {
    await own(asker).getByRole("button", { name: common.rating.unsettled }).click();
    await own(asker).getByLabel(common.rating.noteLabel).fill(DOUBT);
    await own(asker).getByRole("button", { name: common.rating.submit, exact: true }).click();
    await expect(unit.getByText(common.rating.counts(0, 1))).toBeVisible();
    await expect(elsewhere.getByText(room.mine.none)).toBeVisible();
  });

  await test.step("it goes to the ledger, where the unit finishes it", async () => {
    await moderator.getByRole("row", { name: QUESTION }).getByRole("button", { name: QUESTION }).click();
    await expect(moderator.getByRole("dialog").getByText(common.rating.doubt(DOUBT))).toBeVisible();
    await nobodyIsNamed();
    await moderator
      .getByRole("dialog")
      .getByRole("button", { name: console.acts.close, exact: true })
      .click();
    await moderator.getByRole("menuitem", { name: console.acts.followUp }).click();
    await unit.getByRole("link", { name: zhCN.common.ledgerLink(1) }).click();
    await unit.getByRole("button", { name: QUESTION }).click();
    await unit.getByRole("button", { name: followups.acts.finish, exact: true }).click();
    await unit.getByLabel(followups.forms.finish).fill(EVIDENCE);
    await unit.getByRole("button", { name: followups.forms.finishSubmit }).click();
    await expect(unit.getByRole("dialog").getByText(followups.status.done, { exact: true })).toBeVisible();
  });

  await test.step("the asker clears the row, and opens it again", async () => {
    await asker.getByRole("link", { name: zhCN.common.ledgerLink(1) }).click();
    await asker.getByRole("button", { name: QUESTION }).click();
    await expect(asker.getByText(EVIDENCE)).toBeVisible();
    await seen(asker, "ledger");
    await asker.getByRole("button", { name: followups.acts.agree }).click();
    await expect(asker.getByText(followups.details.agreed)).toBeVisible();
    await seen(asker, "cleared");
    await asker.getByRole("button", { name: followups.acts.reopen, exact: true }).click();
    await asker.getByLabel(followups.forms.reopen).fill(REOPENED);
    await asker.getByRole("button", { name: followups.forms.reopenSubmit }).click();
    await expect(unit.getByRole("dialog").getByText(REOPENED)).toBeVisible();
    await seen(asker, "reopened");
  });

  await test.step("nobody learns who it was: not staff in the ledger, not the other laptop", async () => {
    await moderator.goto(address(`/s/${sessionId}/ledger`));
    await expect(moderator.getByRole("row", { name: QUESTION })).toContainText(
      followups.details.askersUnrecorded,
    );
    await moderator.getByRole("button", { name: QUESTION }).click();
    await expect(moderator.getByRole("dialog").getByText(REOPENED)).toBeVisible();
    await nobodyIsNamed();
    await seen(moderator, "ledger-staff");
    await elsewhere.goto(address(`/s/${sessionId}/ledger`));
    await expect(elsewhere.getByText(followups.empty.asker)).toBeVisible();
  });
});

test("[V8] joined with another, the question is still rated by who asked it", async ({ browser }) => {
  const url = served.url();
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    settings: { anonymity: "never", moderation: "after" },
  });
  const seats = await putRoster(url, token, sessionId, [
    { name: "郑文海", unit: "文峰区财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
  ]);
  const [askerSeat, otherSeat, unitSeat] = seats as [Seat, Seat, Seat];
  const asker = await enter(browser, sessionId, askerSeat);
  await asker.getByLabel(room.ask.label, { exact: true }).fill(QUESTION);
  await asker.getByRole("button", { name: room.ask.submit, exact: true }).click();
  const card = asker.getByRole("article", { name: QUESTION });
  await expect(card.getByText(common.question.status.public, { exact: true })).toBeVisible();
  const questionId = ((await card.getAttribute("id")) ?? "").replace("question:", "");

  const staff = await commandAs(url, sessionId, token);
  const other = await commandAs(url, sessionId, await enterPin(url, sessionId, otherSeat));
  const unit = await commandAs(url, sessionId, await enterPin(url, sessionId, unitSeat));
  const [otherId, joinedId] = [newId(), newId()];
  const roomId = rooms[0]?.roomId ?? "";
  const text = "前期费用的利息由谁承担？";
  await other({ type: "question.ask", questionId: otherId, roomId, text, followId: newId() });
  await staff({
    type: "question.merge",
    intoId: joinedId,
    questionIds: [questionId, otherId],
    text: JOINED,
  });
  await staff({ type: "question.route", questionId: joinedId, leadUnit: unitSeat.unit });
  await unit({
    type: "answer.post",
    answerId: newId(),
    questionId: joinedId,
    text: ANSWER,
    manner: "written",
  });
  for (const commands of [staff, other, unit]) commands.close();

  const own = asker.getByRole("region", { name: room.mine.title });
  const joined = own.getByRole("listitem").filter({ hasText: JOINED });
  const settled = joined.getByRole("button", { name: common.rating.settled });
  await settled.click();
  await expect(settled).toHaveAttribute("aria-pressed", "true");
  await expect(own.getByText(room.mine.merged)).toBeVisible();
  await expect(asker.getByText(common.question.askedTogether([], null, 2))).toBeVisible();
  await seen(asker, "joined");
});
