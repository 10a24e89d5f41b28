import { LIMITS } from "../../../shared/protocol/limits.ts";
import { newId } from "../new-id.ts";
import { createSession, enterPin, putRoster, type Seat, signIn } from "../sockets/api.ts";
import { commandAs } from "../sockets/command-as.ts";

const TITLE = "安阳市县域经济高质量发展互动交流研讨班第二期";
const GROUP = "第一研讨组（县域经济与产业园区）";
const COUNTY = "伊犁哈萨克自治州财政局政府和社会资本合作中心综合处一科";
const UNIT = "市财政局政府债务管理与政府和社会资本合作管理办公室";
const OTHER_UNIT = "市自然资源和规划局国土空间用途管制与耕地保护监督科";
const POST = "党组书记、局长（一级调研员）";
const LONG_NAME = "阿卜杜热合曼·阿卜杜热西提";

export const LONG_TEXTS = {
  toAccept: "闲置厂房盘活缺少先例，产权人已多年联系不上，土地证和房产证分属两家，由哪一级牵头协调？",
  toAnswer: "保税物流中心申报卡在用地预审，能否由市里统一对接？",
  doubted: "储能电站的并网批复由谁负责，多长时间？",
  supporting: "规上企业培育的统计口径几家不一，能不能统一？",
  followUp: "跨县河道治理的出资比例怎么定？",
  pending: "返乡创业担保贷款的额度能不能提高？",
} as const;

export interface LongNamedSession {
  readonly sessionId: string;
  readonly plenary: string;
  readonly group: string;
  readonly seats: Readonly<Record<"moderator" | "county" | "municipal" | "observer", Seat>>;
}

/** A session in which title, rooms, units, posts and names are as long as they come, with a question in every state and time that is counted. */
export async function openLongNamedSession(url: string): Promise<LongNamedSession> {
  const token = await signIn(url);
  const { sessionId, rooms } = await createSession(url, token, {
    title: TITLE,
    place: "市委党校三楼学术报告厅（东）",
    rooms: [
      { name: "大会", kind: "plenary" },
      { name: GROUP, kind: "breakout" },
    ],
    topics: ["项目用地与产业园区", "专项债与政府和社会资本合作"],
    settings: { moderation: "after" },
  });
  const [plenary = "", group = ""] = rooms.map(({ roomId }) => roomId);
  const shared = { post: POST, group: GROUP, seat: "第3排12座" };
  const [moderator, county, neighbour, municipal, , observer] = await putRoster(url, token, sessionId, [
    { ...shared, name: `${LONG_NAME}·马`, unit: "市委党校培训处", side: "staff", duties: ["moderator"] },
    { ...shared, name: `${LONG_NAME}·郑`, unit: COUNTY, side: "county", duties: ["leader"] },
    { ...shared, name: `${LONG_NAME}·李`, unit: COUNTY, side: "county" },
    { ...shared, name: `${LONG_NAME}·张`, unit: UNIT, side: "municipal" },
    { ...shared, name: `${LONG_NAME}·钱`, unit: OTHER_UNIT, side: "municipal" },
    { ...shared, name: `${LONG_NAME}·沈`, unit: "省委党校（省行政学院）经济学教研部", side: "observer" },
  ]);
  if (!moderator || !county || !neighbour || !municipal || !observer) throw new Error("not set up");
  const staff = await commandAs(url, sessionId, token);
  const asker = await commandAs(url, sessionId, await enterPin(url, sessionId, county));
  const other = await commandAs(url, sessionId, await enterPin(url, sessionId, neighbour));
  const unit = await commandAs(url, sessionId, await enterPin(url, sessionId, municipal));
  await staff({ type: "room.open", roomId: group });
  const ids = Object.fromEntries(Object.keys(LONG_TEXTS).map((name) => [name, newId()]));
  const id = (name: keyof typeof LONG_TEXTS) => ids[name] ?? "";
  for (const [name, text] of Object.entries(LONG_TEXTS)) {
    if (name === "pending") await staff({ type: "session.update", settings: { moderation: "before" } });
    const roomId = name === "supporting" ? group : plenary;
    // What somebody else has asked is offered to who types the same.
    const ask = name === "toAccept" ? other : asker;
    await ask({ type: "question.ask", questionId: ids[name] ?? "", roomId, text, nature: "blockage" });
  }
  for (const name of ["toAccept", "toAnswer", "doubted"] as const) {
    const units = { leadUnit: UNIT, supportUnits: [OTHER_UNIT] };
    await staff({ type: "question.route", questionId: id(name), ...units });
    if (name !== "toAccept") await unit({ type: "question.accept", questionId: id(name) });
  }
  const support = { leadUnit: OTHER_UNIT, supportUnits: [UNIT] };
  await staff({ type: "question.route", questionId: id("supporting"), ...support });
  await staff({ type: "question.route", questionId: id("followUp"), leadUnit: UNIT, supportUnits: [] });
  const answer = "由市里牵头，十个工作日内反馈；材料不全的一次告知。";
  const answered = { questionId: id("doubted"), answerId: newId(), text: answer, manner: "written" as const };
  await unit({ type: "answer.post", ...answered });
  await asker({
    type: "question.rate",
    questionId: id("doubted"),
    verdict: "unsettled",
    note: "补充材料的时间算不算？",
  });
  await staff({ type: "question.close", questionId: id("followUp"), outcome: "follow-up" });
  await staff({
    type: "agenda.add",
    itemId: ids.toAccept ?? "",
    title: "分组研讨：产业园区、项目用地与专项债怎样统筹推进，各县区逐一发言并记录要点".slice(
      0,
      LIMITS.agendaTitleMaxChars,
    ),
    itemKind: "groups",
    plannedMs: LIMITS.timerMaxMs,
    roomSet: { kind: "groups" },
    ledBy: `${LONG_NAME}·马、各研讨组组长和记录员`.slice(0, LIMITS.agendaLedByMaxChars),
  });
  await staff({ type: "agenda.advance", fromItemId: null, toItemId: ids.toAccept ?? "" });
  await asker({ type: "help.call", roomId: group, text: "投影黑屏" });
  const timer = { type: "timer.start", roomId: null, durationMs: LIMITS.timerMaxMs } as const;
  await staff({
    ...timer,
    label: "第一轮分组讨论与交流发言以及现场答复".slice(0, LIMITS.timerLabelMaxChars),
  });
  for (const commanding of [staff, asker, other, unit]) commanding.close();
  return { sessionId, plenary, group, seats: { moderator, county, municipal, observer } };
}
