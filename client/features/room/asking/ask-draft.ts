import { z } from "zod";
import type { QuestionView } from "../../../../shared/domain/questions/views.ts";
import type { CommandOf } from "../../../../shared/protocol/commands/command.ts";
import { natureSchema } from "../../../../shared/protocol/commands/questions.ts";
import { storedJson } from "../../../sync/stored-json.ts";

const textSchema = z.object({ text: z.string() });
const askDraftSchema = textSchema.extend({
  nature: natureSchema.nullable(),
  unit: z.string().nullable(),
  /** Not to be published under the asker's name. */
  anonymous: z.boolean(),
});

/** A question being written, with what was chosen about it. */
export type AskDraft = Readonly<z.infer<typeof askDraftSchema>>;

export const BLANK_ASK: AskDraft = { text: "", nature: null, unit: null, anonymous: false };

/** A draft as it is stored. Where it does not say whether the name may be told, it may not. */
export function readAskDraft(stored: string): AskDraft {
  const json = storedJson(stored);
  const whole = askDraftSchema.safeParse(json);
  if (whole.success) return whole.data;
  const part = textSchema.safeParse(json);
  return { ...BLANK_ASK, text: part.success ? part.data.text : stored, anonymous: true };
}

/** The draft an ask came from. */
export function askDraftOf({ text, nature, unit, anonymous, followId }: CommandOf<"question.ask">): AskDraft {
  return {
    text,
    nature: nature ?? null,
    unit: unit ?? null,
    // Who asks where nobody is recorded wants to stay unnamed, whatever the session says since.
    anonymous: anonymous === true || followId !== undefined,
  };
}

/** The draft of a question that came back, in its asker's own words. */
export function askDraftOfOwn(question: QuestionView): AskDraft {
  const { text, originalText, nature, addressedUnit, anonymous } = question;
  return { text: originalText ?? text, nature, unit: addressedUnit, anonymous };
}

/** What stands in the form by now with `back` put beside it. What either would not be named for, both are not. */
export function withTakenBack(present: AskDraft, back: AskDraft): AskDraft {
  const before = present.text.trimEnd();
  const isThere = before.endsWith(back.text.trimEnd());
  return {
    text: before === "" ? back.text : isThere ? present.text : `${before}\n${back.text}`,
    nature: present.nature ?? back.nature,
    unit: present.unit ?? back.unit,
    anonymous: present.anonymous || back.anonymous,
  };
}
