import type { questionCommands } from "../../protocol/commands/questions.ts";
import type { Judges } from "../judging.ts";
import { askQuestion, discloseQuestion, editQuestion, labelQuestion, remarkQuestion } from "./asking.ts";
import { importQuestions, withdrawQuestions } from "./importing.ts";
import { mergeQuestions } from "./merging.ts";
import {
  approveQuestion,
  closeQuestion,
  declineQuestion,
  holdQuestion,
  liftQuestion,
  restoreQuestion,
} from "./moderation.ts";
import { acceptQuestion, handOnQuestion, keepQuestion, promiseQuestion, routeQuestion } from "./owning.ts";
import { rateQuestion } from "./ratings/rating.ts";
import { supportQuestion } from "./supporting.ts";
import { sweepQuestions } from "./sweeping.ts";
import { undoStep } from "./undoing.ts";

export const questionJudges: Judges<keyof typeof questionCommands> = {
  "question.ask": askQuestion,
  "question.import": importQuestions,
  "question.withdraw": withdrawQuestions,
  "question.approve": approveQuestion,
  "question.decline": declineQuestion,
  "question.hold": holdQuestion,
  "question.sweep": sweepQuestions,
  "question.restore": restoreQuestion,
  "question.undo": undoStep,
  "question.edit": editQuestion,
  "question.remark": remarkQuestion,
  "question.support": supportQuestion,
  "question.route": routeQuestion,
  "question.accept": acceptQuestion,
  "question.handOn": handOnQuestion,
  "question.keep": keepQuestion,
  "question.promise": promiseQuestion,
  "question.rate": rateQuestion,
  "question.merge": mergeQuestions,
  "question.lift": liftQuestion,
  "question.disclose": discloseQuestion,
  "question.label": labelQuestion,
  "question.close": closeQuestion,
};
