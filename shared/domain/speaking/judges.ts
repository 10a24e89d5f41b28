import type { speakingCommands } from "../../protocol/commands/speaking.ts";
import type { Judges } from "../judging.ts";
import { end, extend, pause, resume, setBudget, startSpeech } from "./floor.ts";
import { addPoint, editPoint, noteGist, removePoint, wantPoint } from "./noting.ts";
import { addSpeech, fillQueue, orderQueue, requestSpeech, requeue, withdraw } from "./queue.ts";

export const speakingJudges: Judges<keyof typeof speakingCommands> = {
  "speech.request": requestSpeech,
  "speech.withdraw": withdraw,
  "speech.requeue": requeue,
  "speech.add": addSpeech,
  "speech.fill": fillQueue,
  "speech.order": orderQueue,
  "speech.budget": setBudget,
  "speech.start": startSpeech,
  "speech.pause": pause,
  "speech.resume": resume,
  "speech.extend": extend,
  "speech.end": end,
  "speech.note": noteGist,
  "point.add": addPoint,
  "point.edit": editPoint,
  "point.remove": removePoint,
  "point.want": wantPoint,
};
