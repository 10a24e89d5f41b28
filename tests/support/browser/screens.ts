import type { Page } from "@playwright/test";
import { organiser as enOrganiser } from "../../../shared/messages/en/organiser.ts";
import { agenda as enAgenda } from "../../../shared/messages/en/rooms/agenda.ts";
import { rounds as enRounds } from "../../../shared/messages/en/rooms/rounds.ts";
import { ledger as enLedger } from "../../../shared/messages/ledger/en.ts";
import { ledger as zhLedger } from "../../../shared/messages/ledger/zh-CN.ts";
import { agenda as zhAgenda } from "../../../shared/messages/zh-CN/rooms/agenda.ts";
import { rounds as zhRounds } from "../../../shared/messages/zh-CN/rooms/rounds.ts";
import type { AllMessages } from "../../../shared/messages/zh-CN.ts";
import { LONG_TEXTS, type LongNamedSession } from "./long-named-session.ts";

/** Who looks at a screen; `nobody` has not signed in. */
export type Viewer = "nobody" | "organiser" | keyof LongNamedSession["seats"];

/** One screen as it is measured at every width. */
export interface Screen {
  readonly name: string;
  readonly viewer: Viewer;
  readonly path: (session: LongNamedSession) => string;
  /** Brings it into the state that is measured, and is over when that stands. */
  readonly show: (page: Page, words: AllMessages) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" });
const question = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text }).first();
const step = (id: string) => (session: LongNamedSession) => `/organiser/${session.sessionId}?step=${id}`;
const room = (session: LongNamedSession) => `/s/${session.sessionId}/room/${session.plenary}`;
const ledger = (session: LongNamedSession) => `/s/${session.sessionId}/ledger`;
const console = (session: LongNamedSession) => `/s/${session.sessionId}/console`;
const door = (session: LongNamedSession) => `/s/${session.sessionId}`;

/** The words of ledgers as files, in the language of `words`. */
function ledgerWords({ organiser }: AllMessages) {
  return organiser.steps.groups === enOrganiser.steps.groups ? enLedger : zhLedger;
}

async function openDesk(page: Page, words: AllMessages): Promise<void> {
  const tab = page.getByRole("tab", { name: new RegExp(words.room.desk.title) });
  if (await tab.isVisible()) await tab.click();
  await question(page, LONG_TEXTS.toAccept).waitFor();
}

async function openNotes(page: Page, words: AllMessages): Promise<void> {
  await page.getByRole("tab", { name: words.room.tabs.notes }).click();
  await page.getByRole("textbox", { name: words.notes.editorLabel }).waitFor();
}

async function openDetails(page: Page): Promise<void> {
  await button(page, new RegExp(LONG_TEXTS.followUp)).click();
  await page.getByRole("dialog").waitFor();
}

const FORMS = [
  ["toAccept", "handOn"],
  ["toAnswer", "promise"],
  ["supporting", "writePart"],
] as const;

/** Every screen but the stage, which has measures of its own. */
export const SCREENS: readonly Screen[] = [
  {
    name: "sessions to join",
    viewer: "nobody",
    path: () => "/",
    show: async (page) => page.getByRole("listitem").first().waitFor(),
  },
  {
    name: "names to find",
    viewer: "nobody",
    path: door,
    show: async (page) => page.getByRole("option").first().waitFor(),
  },
  {
    name: "PIN",
    viewer: "nobody",
    path: door,
    show: async (page, words) => {
      await page.getByRole("option").first().click();
      await page.getByLabel(words.join.pinLabel).waitFor();
    },
  },
  {
    name: "room of a county",
    viewer: "county",
    path: room,
    show: async (page, words) => {
      await page.getByLabel(words.room.ask.label, { exact: true }).fill(LONG_TEXTS.toAccept);
      await page.getByRole("region", { name: words.finding.alike.title }).waitFor();
      await button(page, words.common.rating.unsettled).click();
    },
  },
  { name: "notes of a county", viewer: "county", path: room, show: openNotes },
  {
    name: "room of a group",
    viewer: "county",
    path: (session) => `/s/${session.sessionId}/room/${session.group}`,
    show: async (page) => page.getByText(LONG_TEXTS.supporting).first().waitFor(),
  },
  {
    name: "room of an observer",
    viewer: "observer",
    path: room,
    show: async (page) => page.getByText(LONG_TEXTS.toAnswer).first().waitFor(),
  },
  {
    name: "room of staff",
    viewer: "moderator",
    path: room,
    show: async (page) => page.getByText(LONG_TEXTS.toAnswer).first().waitFor(),
  },
  { name: "desk of a unit", viewer: "municipal", path: room, show: openDesk },
  {
    name: "forms of the desk",
    viewer: "municipal",
    path: room,
    show: async (page, words) => {
      await openDesk(page, words);
      for (const [state, act] of FORMS) {
        const { desk } = words.room;
        await question(page, LONG_TEXTS[state]).getByRole("button", { name: desk[act], exact: true }).click();
      }
    },
  },
  { name: "notes beside the desk", viewer: "municipal", path: room, show: openNotes },
  {
    name: "questions beside the desk",
    viewer: "municipal",
    path: room,
    show: async (page, words) =>
      page.getByRole("tab", { name: new RegExp(words.room.tabs.questions) }).click(),
  },
  {
    name: "ledger of a unit",
    viewer: "municipal",
    path: ledger,
    show: async (page) => button(page, new RegExp(LONG_TEXTS.followUp)).waitFor(),
  },
  { name: "row of the ledger", viewer: "municipal", path: ledger, show: openDetails },
  {
    name: "returned ledger",
    viewer: "moderator",
    path: ledger,
    show: async (page, words) => {
      await button(page, ledgerWords(words).toImport).click();
      const rows = ["序号,问题,责任人", `1,${LONG_TEXTS.followUp},李明`, `9,${LONG_TEXTS.followUp},王建国`];
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) });
      await page.locator("tr[data-result]").first().waitFor();
    },
  },
  {
    name: "ledger of staff",
    viewer: "moderator",
    path: ledger,
    show: async (page, words) => {
      await openDetails(page);
      await button(page, words.followups.acts.edit).click();
    },
  },
  {
    name: "every ledger",
    viewer: "organiser",
    path: () => "/organiser/ledger",
    show: async (page, words) =>
      page.getByRole("table", { name: ledgerWords(words).everySession.title }).waitFor(),
  },
  {
    name: "console",
    viewer: "moderator",
    path: console,
    show: async (page, words) => page.getByRole("region", { name: words.console.tabs.label }).waitFor(),
  },
  {
    name: "wall",
    viewer: "moderator",
    path: (session) => `/s/${session.sessionId}/wall`,
    show: async (page, words) => {
      await page.getByRole("button", { name: words.wall.sayAll }).waitFor();
      await page.getByRole("list", { name: words.wall.rooms }).getByRole("listitem").first().waitFor();
    },
  },
  {
    name: "details in the console",
    viewer: "moderator",
    path: console,
    show: async (page) => {
      await button(page, LONG_TEXTS.toAnswer).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "what waits, line by line",
    viewer: "moderator",
    path: console,
    show: async (page, words) => {
      if (await page.getByRole("dialog").isVisible()) await page.keyboard.press("Escape");
      await page.getByText(words.console.queue.lines, { exact: true }).click();
      await page.getByLabel(words.console.queue.markAll).waitFor();
    },
  },
  {
    name: "groups in rounds",
    viewer: "moderator",
    path: (session) => `/s/${session.sessionId}/groups`,
    show: async (page, words) => {
      const rounds = words.organiser.steps.groups === enOrganiser.steps.groups ? enRounds : zhRounds;
      const add = button(page, rounds.add);
      await add.waitFor();
      if (!(await button(page, rounds.start).isVisible())) await add.click();
      await button(page, rounds.start).waitFor();
    },
  },
  {
    name: "agenda",
    viewer: "moderator",
    path: (session) => `/s/${session.sessionId}/agenda`,
    show: async (page, words) => {
      const agenda = words.organiser.steps.agenda === enOrganiser.steps.agenda ? enAgenda : zhAgenda;
      const item = page.getByRole("list", { name: agenda.list }).getByRole("listitem");
      await item.first().press("Enter");
      await page.getByLabel(agenda.form.minutes).waitFor();
    },
  },
  {
    name: "preview of the minutes",
    viewer: "moderator",
    path: (session) => `/s/${session.sessionId}/documents/minutes`,
    show: async (page, words) => {
      await page.locator("canvas").first().waitFor();
      await button(page, words.preview.nextMissing).click();
      await page.locator("[data-missing]:focus").waitFor();
    },
  },
  {
    name: "sign-in of the organiser",
    viewer: "nobody",
    path: () => "/organiser",
    show: async (page, words) => page.getByLabel(words.organiser.signIn.password, { exact: true }).waitFor(),
  },
  {
    name: "sessions of the organiser",
    viewer: "organiser",
    path: () => "/organiser",
    show: async (page, words) =>
      page.getByRole("link", { name: words.organiser.list.manage }).first().waitFor(),
  },
  {
    name: "new session",
    viewer: "organiser",
    path: () => "/organiser/new",
    show: async (page, words) => button(page, words.organiser.create.submit).waitFor(),
  },
  ...(
    [
      "info",
      "rooms",
      "roster",
      "groups",
      "agenda",
      "collected",
      "cards",
      "live",
      "seal",
      "documents",
    ] as const
  ).map(
    (id): Screen => ({
      name: `step ${id}`,
      viewer: "organiser",
      path: step(id),
      show: async (page, words) =>
        page.getByRole("region", { name: words.organiser.steps[id], exact: true }).waitFor(),
    }),
  ),
  {
    name: "seat cards",
    viewer: "organiser",
    path: ({ sessionId }) => `/organiser/${sessionId}/seat-cards`,
    show: async (page) => page.getByRole("article").first().waitFor(),
  },
];
