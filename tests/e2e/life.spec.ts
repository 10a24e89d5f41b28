import { expect, type Page, test } from "@playwright/test";
import { zhCN } from "../../shared/messages/zh-CN.ts";
import { seen } from "../support/browser/accessible.ts";
import { leaveDesk } from "../support/browser/leave-desk.ts";
import { serveBrowsers } from "../support/browser/serve-browsers.ts";
import { PASSWORD } from "../support/password.ts";
import { createSession, putRoster, signIn } from "../support/sockets/api.ts";

const FIRST = "专项债二审由哪一方负责，多长时间反馈？";
const SECOND = "请问专项债的二次评审归谁管，多久能反馈？";
const THIRD_DRAFT = "专项债二审找谁负责";
const JOINED = "专项债二审由哪一方负责、多长时间反馈、对发行有什么影响？";
const REASON = "立项审核在发改委";
const PART = "工信这边负责把企业名单转过去。";
const ANSWER = "二审由发改委牵头，十个工作日内反馈。";
const DOUBT = "补充材料的时间算不算在内？";
const PROGRESS = "已与省厅对接，材料周五报出。";
const EVIDENCE = "省厅复函：补充材料的时间不计在内。";

const { common, console: words, finding, followups, room } = zhCN;
const { desk, mine } = room;
const { seal } = zhCN.organiser;

const served = serveBrowsers();
const { address, laptop } = served;

async function typeDraft(page: Page, text: string): Promise<void> {
  await page.getByLabel(room.ask.label, { exact: true }).pressSequentially(text);
}

test("the whole life of a question: asked twice, joined, handed on, answered in parts, doubted, cleared from the ledger", async ({
  browser,
}) => {
  const token = await signIn(served.url());
  const { sessionId } = await createSession(served.url(), token);
  const seats = await putRoster(served.url(), token, sessionId, [
    { name: "马主持", unit: "市委党校", side: "staff", duties: ["moderator"] },
    { name: "郑文海", unit: "林州市财政局", side: "county" },
    { name: "许立新", unit: "滑县发改委", side: "county" },
    { name: "李一甲", unit: "内黄县财政局", side: "county" },
    { name: "张志远", unit: "市财政局", side: "municipal" },
    { name: "钱程", unit: "市发改委", side: "municipal" },
    { name: "孙勇", unit: "市工信局", side: "municipal" },
  ]);
  const enter = (name: string) =>
    served.enter(
      browser,
      sessionId,
      seats.find((seat) => seat.name === name),
    );
  const first = await enter("郑文海");
  const second = await enter("许立新");
  const third = await enter("李一甲");
  const moderator = await enter("马主持");
  await moderator.goto(address(`/s/${sessionId}/console`));
  const queue = moderator.getByRole("region", { name: words.queue.region });
  const cardOf = (text: string) => queue.getByRole("paragraph").filter({ hasText: text });
  const alikeFor = (page: Page) => page.getByRole("region", { name: finding.alike.title });

  await test.step("asked and approved", async () => {
    await typeDraft(first, FIRST);
    await first.getByRole("button", { name: room.ask.submit, exact: true }).click();
    await expect(cardOf(FIRST)).toBeVisible();
    await moderator.keyboard.press("a");
    await expect(moderator.getByRole("row", { name: FIRST })).toBeVisible();
  });

  await test.step("another who types the same is offered it, looks at it, and asks all the same", async () => {
    await typeDraft(second, SECOND);
    await expect(alikeFor(second)).toContainText(FIRST);
    await seen(second, "hint");
    await alikeFor(second).getByRole("button", { name: finding.alike.show }).click();
    await expect(second.getByRole("article", { name: FIRST })).toBeFocused();
    await expect(second.getByLabel(room.ask.label, { exact: true })).toHaveValue(SECOND);
    await second.getByRole("button", { name: room.ask.submit, exact: true }).click();
    await expect(cardOf(SECOND)).toBeVisible();
  });

  await test.step("a third says 同问 instead, takes it back and says so again", async () => {
    await typeDraft(third, THIRD_DRAFT);
    const support = alikeFor(third).getByRole("button", { name: common.question.supportAction, exact: true });
    await support.click();
    const field = third.getByLabel(room.ask.label, { exact: true });
    await expect(field).toHaveValue("");
    await third.getByRole("button", { name: common.undo }).click();
    await expect(field).toHaveValue(THIRD_DRAFT);
    await support.click();
    await expect(field).toHaveValue("");
    await expect(moderator.getByRole("row", { name: FIRST }).getByText("1", { exact: true })).toBeVisible();
  });

  await test.step("the moderator sees what is alike and joins both with one key", async () => {
    await expect(queue.getByRole("region", { name: finding.alike.forStaff })).toContainText(FIRST);
    await seen(moderator, "alike");
    await cardOf(SECOND).click();
    await moderator.keyboard.press("j");
    await moderator.getByLabel(words.join.text).fill(JOINED);
    await moderator.getByLabel(words.join.text).press("Control+Enter");
    await expect(moderator.getByRole("row", { name: JOINED })).toBeVisible();
    await expect(second.getByText(mine.merged)).toBeVisible();
    await expect(third.getByRole("article", { name: JOINED })).toContainText(
      common.question.askedTogether(["林州市财政局", "滑县发改委"], 2, 2),
    );
    await expect(third.getByRole("article", { name: JOINED }).getByRole("button")).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });

  const finance = await enter("张志远");
  const planning = await enter("钱程");
  const industry = await enter("孙勇");
  await test.step("routed, handed on, and accepted where it belongs", async () => {
    await moderator.getByRole("row", { name: JOINED }).focus();
    await moderator.keyboard.press("r");
    const dialog = moderator.getByRole("dialog");
    await moderator.getByRole("combobox", { name: words.route.lead }).fill("czj");
    await moderator.getByRole("option", { name: "市财政局" }).first().click();
    await moderator.getByRole("combobox", { name: words.route.support }).fill("gxj");
    await moderator.getByRole("option", { name: "市工信局" }).click();
    await dialog.getByRole("button", { name: words.route.submit, exact: true }).click();
    await finance.getByRole("button", { name: desk.handOn }).click();
    await finance.getByRole("combobox", { name: desk.handOnUnit }).fill("fgw");
    await finance.getByRole("option", { name: "市发改委" }).click();
    await finance.getByLabel(desk.handOnReason).fill(REASON);
    await finance.getByRole("button", { name: desk.handOnSubmit }).click();
    await expect(moderator.getByRole("row", { name: JOINED })).toContainText(words.handOn.tag);
    await moderator.getByRole("button", { name: JOINED }).click();
    const notice = moderator.getByRole("region", { name: words.handOn.title });
    await notice.getByRole("button", { name: words.handOn.agree }).click();
    await planning.getByRole("button", { name: desk.accept, exact: true }).click();
    await leaveDesk(planning);
    await expect(planning.getByRole("region", { name: desk.groups.toAnswer })).toContainText(JOINED);
    await moderator.keyboard.press("Escape");
  });

  await test.step("a supporting unit adds its part, and the lead concludes", async () => {
    await industry.getByRole("button", { name: desk.writePart, exact: true }).click();
    await industry.getByLabel(desk.label(JOINED)).fill(PART);
    await industry.getByRole("button", { name: desk.submitPart }).click();
    await expect(planning.getByRole("region", { name: desk.groups.toAnswer })).toContainText(PART);
    await seen(planning, "desk");
    await planning.getByRole("button", { name: desk.write, exact: true }).click();
    await planning.getByLabel(desk.label(JOINED)).fill(ANSWER);
    await planning.getByRole("button", { name: desk.submit }).click();
    await expect(first.getByText(ANSWER)).toBeVisible();
  });

  await test.step("an asker still doubts; it goes to the ledger, and the session is sealed", async () => {
    await first.getByRole("button", { name: common.rating.unsettled }).click();
    await first.getByLabel(common.rating.noteLabel).fill(DOUBT);
    await first.getByRole("button", { name: common.rating.submit, exact: true }).click();
    await moderator.getByRole("tab", { name: new RegExp(words.tabs.answered) }).click();
    await expect(moderator.getByRole("row", { name: JOINED })).toContainText(common.rating.unsettled);
    await moderator
      .getByRole("row", { name: JOINED })
      .getByRole("button", { name: words.acts.close })
      .click();
    await moderator.getByRole("menuitem", { name: words.acts.followUp }).click();
    await expect(moderator.getByRole("row", { name: JOINED })).toHaveCount(0);
    const organiser = await laptop(browser);
    await organiser.goto(address(`/organiser/${sessionId}`));
    await organiser.getByLabel(zhCN.organiser.signIn.password, { exact: true }).fill(PASSWORD);
    await organiser.getByRole("button", { name: zhCN.organiser.signIn.submit, exact: true }).click();
    await organiser.getByRole("button", { name: new RegExp(zhCN.organiser.steps.seal) }).click();
    await organiser.getByRole("button", { name: seal.start, exact: true }).click();
    const dialog = organiser.getByRole("dialog");
    await expect(dialog.getByRole("listitem").filter({ hasText: seal.outlook.inLedger })).toContainText("1");
    await expect(dialog.getByRole("listitem").filter({ hasText: seal.outlook.people })).toContainText("7");
    await expect(dialog.getByText(seal.outlook.nothingToLedger)).toBeVisible();
    await seen(organiser, "seal-asked");
    const summary = "**/documents/minutes.docx";
    await organiser.route(summary, (route) => route.abort());
    await dialog.getByRole("button", { name: seal.confirm, exact: true }).click();
    await expect(first.getByText(common.sealedButLedger)).toBeVisible();
    const steps = dialog.getByRole("list", { name: seal.work.label }).getByRole("listitem");
    const { done, stopped } = seal.work.states;
    await expect(steps).toContainText([done, done, done, stopped]);
    await expect(dialog.getByRole("alert")).toContainText(common.serverNotReached);
    await expect(dialog.getByRole("alert")).toContainText(seal.work.sealedSoFar);
    await expect(dialog.getByRole("button", { name: seal.work.goOn })).toBeFocused();
    await seen(organiser, "seal-stopped");
    await organiser.unroute(summary);
    await organiser.keyboard.press("Enter");
    await expect(steps).toContainText([done, done, done, done]);
    const saved = organiser.waitForEvent("download");
    await dialog.getByRole("button", { name: seal.work.download }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.docx$/);
    await dialog.getByRole("button", { name: common.close, exact: true }).last().click();
    await expect(organiser.getByText(seal.sealedHint)).toBeVisible();
    await expect(organiser.getByRole("link", { name: seal.toDocuments })).toBeFocused();
    await expect(organiser.getByRole("button", { name: seal.start, exact: true })).toHaveCount(0);
  });

  await test.step("the unit works on the row and finishes it; the asker reads why and clears it", async () => {
    await planning.getByRole("link", { name: zhCN.common.ledgerLink(1) }).click();
    await planning.getByRole("button", { name: JOINED }).click();
    await planning.getByRole("button", { name: followups.acts.progress }).click();
    await planning.getByLabel(followups.forms.progress).fill(PROGRESS);
    await planning.getByRole("button", { name: followups.forms.progressSubmit }).click();
    await planning.getByRole("button", { name: followups.acts.finish, exact: true }).click();
    await planning.getByLabel(followups.forms.finish).fill(EVIDENCE);
    await planning.getByRole("button", { name: followups.forms.finishSubmit }).click();
    await first.getByRole("link", { name: zhCN.common.ledgerLink(1) }).click();
    await first.getByRole("button", { name: JOINED }).click();
    await expect(first.getByText(EVIDENCE)).toBeVisible();
    await seen(first, "ledger");
    await first.getByRole("button", { name: followups.acts.agree }).click();
    await expect(first.getByText(followups.details.agreed)).toBeVisible();
    await expect(
      planning.getByRole("dialog").getByText(followups.status.cleared, { exact: true }),
    ).toBeVisible();
  });
});
