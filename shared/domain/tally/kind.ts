import { asItIs, type Kind, noAccess, noParents, type StoredFields, type StoredSession } from "../kind.ts";
import type { QuestionRecord } from "../questions/records.ts";
import { upgradeQuestion } from "../questions/upgrade.ts";
import { countAll, NO_COUNTS } from "./counting.ts";
import { TALLY_RECORD_ID, type TallyRecord, tallyRecordSchema } from "./records.ts";

export const tallyKind: Kind<TallyRecord> = {
  schema: tallyRecordSchema,
  view: tallyRecordSchema,
  parents: noParents,
  followsParents: false,
  personal: [],
  access: noAccess,
  isBroughtBack: false,
  forRights: asItIs,
  singleton: { id: TALLY_RECORD_ID, begin: () => NO_COUNTS },
  upgrade: (stored, session) => ("byUnit" in stored ? stored : { ...stored, ...session.once(countStored) }),
};

/** The first version counted less. */
function countStored(stored: readonly StoredFields[], session: StoredSession) {
  const questions = stored.filter(({ kind }) => kind === "question");
  return countAll(questions.map((one) => upgradeQuestion(one, session) as unknown as QuestionRecord));
}
