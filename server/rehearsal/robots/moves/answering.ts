import { speaksFor } from "../../../../shared/domain/people/standing.ts";
import { isOwned } from "../../../../shared/domain/questions/records.ts";
import { ANSWERS, PARTS } from "../../words/answers.ts";
import { act, byId, drawn, type Move, type Scene } from "../scene.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const PROMISED_DAYS = [3, 5, 7, 10] as const;

/** A question a unit has that some robot speaks for, and that robot. */
function owned(scene: Scene) {
  const { state, draws, players } = scene;
  const open = [...state.all("question")]
    .filter(isOwned)
    .filter(({ handOn }) => handOn === null)
    .sort(byId);
  const question = drawn(draws, open);
  if (question === undefined) return null;
  const official = players.find((person) => speaksFor(person, question.leadUnit));
  return official === undefined ? null : { question, official };
}

/** 签收. */
export const accept: Move = (scene) => {
  const found = owned(scene);
  if (found === null || found.question.status === "accepted") return null;
  return act(scene, found.official, { type: "question.accept", questionId: found.question.questionId });
};

/** The lead unit answers, or first a supporting one says its part. */
export const answer: Move = (scene) => {
  const found = owned(scene);
  if (found === null) return null;
  const { state, draws, players, newId } = scene;
  const { questionId, supportUnits } = found.question;
  const post = { type: "answer.post", answerId: newId(), questionId, manner: "written" } as const;
  const answers = [...state.all("answer")].filter((one) => one.questionId === questionId);
  const silent = supportUnits.find((unit) => answers.every((one) => one.unit !== unit));
  const supporting = players.find((person) => silent !== undefined && speaksFor(person, silent));
  if (supporting !== undefined && draws.below(2) === 0)
    return act(scene, supporting, { ...post, text: drawn(draws, PARTS) ?? "", part: true });
  return act(scene, found.official, { ...post, text: drawn(draws, ANSWERS) ?? "" });
};

/** 会后书面答复. */
export const promise: Move = (scene) => {
  const found = owned(scene);
  if (found === null || (found.question.status === "accepted" && found.question.promisedBy !== null))
    return null;
  const days = drawn(scene.draws, PROMISED_DAYS) ?? 7;
  const dueAt = scene.now + days * DAY_MS;
  const { questionId } = found.question;
  return act(scene, found.official, { type: "question.promise", questionId, dueAt });
};
