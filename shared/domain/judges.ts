import type { CommandType } from "../protocol/commands/command.ts";
import { agendaJudges } from "./agenda/judge.ts";
import { answerJudges } from "./answers/judge.ts";
import { documentJudges } from "./documents/judge.ts";
import { exportJudges } from "./exports/judge.ts";
import { followupJudges } from "./followups/judge.ts";
import { helpJudges } from "./help/judge.ts";
import { houseStyleJudges } from "./house-style/judge.ts";
import type { Judges } from "./judging.ts";
import { ledgerJudges } from "./ledger/judge.ts";
import { notesJudges } from "./notes/judge.ts";
import { noticeJudges } from "./notices/judge.ts";
import { peopleJudges } from "./people/judge.ts";
import { questionJudges } from "./questions/judges.ts";
import { reportJudges } from "./reports/judge.ts";
import { roomJudges } from "./rooms/judge.ts";
import { rosterJudges } from "./roster/judges.ts";
import { roundJudges } from "./rounds/judge.ts";
import { sessionJudges } from "./session/judge.ts";
import { speakingJudges } from "./speaking/judges.ts";
import { stageJudges } from "./stage/judge.ts";
import { timerJudges } from "./timers/judge.ts";
import { wordingJudges } from "./wordings/judge.ts";

/** What every command changes, put together as `COMMANDS` is. */
export const JUDGES: Judges<CommandType> = {
  ...sessionJudges,
  ...roomJudges,
  ...rosterJudges,
  ...peopleJudges,
  ...roundJudges,
  ...questionJudges,
  ...answerJudges,
  ...stageJudges,
  ...reportJudges,
  ...speakingJudges,
  ...wordingJudges,
  ...followupJudges,
  ...ledgerJudges,
  ...notesJudges,
  ...timerJudges,
  ...agendaJudges,
  ...helpJudges,
  ...noticeJudges,
  ...exportJudges,
  ...documentJudges,
  ...houseStyleJudges,
};
