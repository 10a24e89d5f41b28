import type { z } from "zod";
import type { natureSchema } from "../../protocol/commands/questions.ts";
import type { RowPlace } from "../roster/planned-row.ts";
import type { WrittenAsker } from "./asker.ts";
import type { CollectedReadingNote } from "./row.ts";

/** Why a row cannot be imported; `shared/messages` has a sentence for each. */
export type CollectedReason =
  | "text_missing"
  | "text_too_long"
  | "text_unreadable"
  | "formula_error"
  | "unit_too_long"
  | "duplicate_row"
  | "asker_unknown";

/** What is imported and yet worth a look. */
export type CollectedNote =
  | CollectedReadingNote
  | "asker_by_name"
  | "asker_of_unit"
  | "unit_guessed"
  | "unit_unknown"
  | "units_several"
  | "nature_unknown";

/** In whose name a question is imported: `staff`, of a unit where one is said; `nobody` where askers are never recorded. */
export type PlannedAsker =
  | { readonly kind: "person"; readonly personId: string; readonly name: string; readonly unit: string }
  | { readonly kind: "staff"; readonly unit: string | null }
  | { readonly kind: "nobody" };

/** What a list says beside the question, as it is written; empty where it says nothing. */
interface Written {
  readonly asker: WrittenAsker;
  readonly unit: string;
}

/** What is understood of a row that can be imported. */
interface Understood {
  readonly nature: z.infer<typeof natureSchema> | null;
  /** The unit that is meant. */
  readonly unit: string | null;
  readonly notes: readonly CollectedNote[];
}

/** What an import would do with one row of a list. */
export type PlannedQuestion = RowPlace & {
  /** As much of it as can be shown. */
  readonly text: string;
  readonly written: Written;
} & (
    | ({ readonly status: "new"; readonly questionId: string; readonly asker: PlannedAsker } & Understood)
    /** It stands in the session already. */
    | { readonly status: "there"; readonly questionId: string }
    /** It waits for a decision on who asked; without one it is rejected. */
    | ({ readonly status: "undecided"; readonly reason: "asker_unknown" } & Understood)
    | {
        readonly status: "refused";
        readonly reason: Exclude<CollectedReason, "asker_unknown">;
        /** The row this one repeats. */
        readonly other?: RowPlace;
        /** How long the text is, where it is too long, and how long it may be. */
        readonly chars?: number;
        readonly maxChars?: number;
      }
  );
