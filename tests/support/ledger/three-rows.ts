import { newId } from "../new-id.ts";
import { CAST } from "../sample/cast.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../sockets/api.ts";
import { commandAs } from "../sockets/command-as.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
export const DUE_SOON = "保税物流中心申报卡在用地预审，能否由市里统一对接？";
export const OVERDUE = "专项债评审的二审由哪一方负责、多长时间反馈？";
export const OPEN =
  "闲置厂房盘活缺少先例，产权人已多年联系不上，土地证和房产证分属两家，怎样办理分割登记、由哪一级牵头协调？";

export interface LedgerSession {
  readonly sessionId: string;
  /** The organiser's. */
  readonly token: string;
  readonly asker: Seat;
  readonly finance: Seat;
  /** As the rows 1, 2 and 3 have them. */
  readonly followupIds: readonly string[];
}

/** A sealed session with rows 1 due soon and 2 overdue, both of 市财政局, and 3, still open at the sealing, of nobody. */
export async function sealedWithThreeRows(url: string, settings: object = {}): Promise<LedgerSession> {
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    settings: { moderation: "after", ...settings },
  });
  const seats = await putRoster(url, token, sessionId, [
    { ...CAST.asker, duties: [] },
    { ...CAST.finance, duties: [] },
    { ...CAST.commerce, duties: [] },
  ]);
  const [asker, finance] = seats;
  const roomId = rooms[0]?.roomId;
  if (asker === undefined || finance === undefined || roomId === undefined) throw new Error("not set up");
  const staff = await commandAs(url, sessionId, token);
  const county = await commandAs(url, sessionId, await enterPin(url, sessionId, asker));
  const followupIds: string[] = [];
  for (const text of [DUE_SOON, OVERDUE, OPEN]) {
    const questionId = newId();
    followupIds.push(questionId);
    await county({ type: "question.ask", questionId, roomId, text });
  }
  for (const [index, days] of [2, -1].entries()) {
    const questionId = followupIds[index] ?? "";
    const leadUnit = CAST.finance.unit;
    await staff({ type: "question.route", questionId, leadUnit, supportUnits: [CAST.commerce.unit] });
    await staff({ type: "question.close", questionId, outcome: "follow-up" });
    await staff({ type: "followup.update", followupId: questionId, dueAt: Date.now() + days * DAY_MS });
  }
  await staff({ type: "session.seal" });
  staff.close();
  county.close();
  return { sessionId, token, asker, finance, followupIds };
}
