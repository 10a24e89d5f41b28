import { askersOf } from "../../../../shared/domain/askers/askers.ts";
import { isAnsweringUnit, onlyAnswers } from "../../../../shared/domain/people/standing.ts";
import { isShowable, supportRecordId } from "../../../../shared/domain/questions/records.ts";
import { plenaryIn } from "../../../../shared/domain/rooms/plenary.ts";
import { isOpenAt } from "../../../../shared/domain/rooms/records.ts";
import { DOUBTS, questionsLeft } from "../../words/questions.ts";
import { act, byId, drawn, leaderOf, type Move, openGroups, type Scene } from "../scene.ts";

/** So many wait for whoever decides; robots ask no more until some are decided. */
const PENDING_MAX = 12;
/** So many in all: a class of robots goes on for an hour. */
const QUESTIONS_MAX = 400;
const NATURES = ["difficulty", "pain", "blockage"] as const;
/** One in so many hides the name, asks a group instead of the plenary, or asks another county. */
const [HIDES, ASKS_GROUP, ASKS_PEER] = [6, 2, 5];

/** A county official asks, in the own group or in the plenary. */
export const ask: Move = (scene) => {
  const { state, draws, players, newId } = scene;
  const questions = [...state.all("question")];
  if (questions.length >= QUESTIONS_MAX) return null;
  if (questions.filter(({ status }) => status === "pending").length >= PENDING_MAX) return null;
  const asker = drawn(
    draws,
    players.filter(({ side }) => side === "county"),
  );
  const taken = new Set(questions.flatMap(({ text, originalText }) => [text, originalText ?? text]));
  const said = drawn(draws, questionsLeft(taken));
  if (asker === undefined || said === undefined) return null;
  const group = openGroups(scene).find(({ roomId }) => roomId === asker.roomId);
  const plenary = plenaryIn(state);
  const isOpen = plenary !== undefined && isOpenAt(plenary, scene.now);
  const room = group !== undefined && (!isOpen || draws.below(ASKS_GROUP) > 0) ? group : plenary;
  if (room === undefined || !isOpenAt(room, scene.now)) return null;
  const unit = unitFor(said.about, asker.unit, scene);
  return act(scene, asker, {
    type: "question.ask",
    questionId: newId(),
    roomId: room.roomId,
    text: said.text,
    nature: drawn(draws, NATURES) ?? "difficulty",
    ...(unit !== undefined && { unit }),
    ...(state.session()?.settings.anonymity === "hidden" && { anonymous: draws.below(HIDES) === 0 }),
  });
};

/** The unit whose name tells that it is its concern; now and then another county, whose experience is asked for. */
function unitFor(about: string, ownUnit: string, { state, draws }: Scene): string | undefined {
  const people = [...state.all("person")].filter(({ removed }) => !removed).sort(byId);
  const units = (of: typeof people) => [...new Set(of.map(({ unit }) => unit))].sort();
  const peers = units(people.filter(({ side, unit }) => side === "county" && unit !== ownUnit));
  const answering = units(people.filter(({ side }) => onlyAnswers(side)));
  const chosen =
    draws.below(ASKS_PEER) === 0
      ? drawn(draws, peers)
      : (answering.find((unit) => unit.includes(about)) ?? drawn(draws, answering));
  return chosen !== undefined && isAnsweringUnit(chosen, state) ? chosen : undefined;
}

/** Somebody has the same question. */
export const support: Move = (scene) => {
  const { state, draws, players } = scene;
  const questions = [...state.all("question")].filter(isShowable).sort(byId);
  const open = questions.filter(({ status }) => status !== "closed");
  // What many have is found by more.
  const [one, other] = [drawn(draws, open), drawn(draws, open)];
  const question = (one?.support ?? 0) < (other?.support ?? 0) ? other : one;
  const person = drawn(
    draws,
    players.filter(({ side }) => side === "county"),
  );
  if (question === undefined || person === undefined) return null;
  const { questionId } = question;
  const { personId } = person;
  if (askersOf(question).some(({ askerId }) => askerId === personId)) return null;
  if (state.get(supportRecordId(questionId, personId)) !== undefined) return null;
  return act(scene, person, { type: "question.support", questionId, on: true });
};

/** Who asked says whether the answer settles it. */
export const rate: Move = (scene) => {
  const { state, draws, players } = scene;
  const open = [...state.all("question")]
    .filter((question) => question.status === "answered" && question.settled + question.unsettled === 0)
    .sort(byId);
  const question = drawn(draws, open);
  const asker = players.find(({ personId }) => personId === question?.askerId);
  if (question === undefined || asker === undefined) return null;
  const { questionId } = question;
  const doubt = draws.below(4) === 0 ? drawn(draws, DOUBTS) : undefined;
  return act(
    scene,
    asker,
    doubt === undefined
      ? { type: "question.rate", questionId, verdict: "settled" }
      : { type: "question.rate", questionId, verdict: "unsettled", note: doubt },
  );
};

/** A leader lets through what waits in the own room. */
export const review: Move = (scene) => {
  const { state, draws } = scene;
  const waiting = [...state.all("question")]
    .filter((question) => question.status === "pending" && !question.held)
    .filter(({ roomId }) => leaderOf(scene, roomId) !== undefined)
    .sort(byId);
  const question = drawn(draws, waiting);
  const leader = question && leaderOf(scene, question.roomId);
  if (question === undefined || leader === undefined) return null;
  return act(scene, leader, { type: "question.approve", questionId: question.questionId });
};
