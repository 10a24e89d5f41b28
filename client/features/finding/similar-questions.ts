import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { foldText } from "../../ui/search/text-search.ts";
import { SimilarIndex } from "./similar-index.ts";
import { type Features, featuresOf, stemOfUnit, withChosen } from "./text-features.ts";

/** What is being written or looked at. */
export interface Subject {
  /** The record's id; null for a draft. */
  readonly id: string | null;
  readonly text: string;
  /** The unit it is meant for or led by. */
  readonly unit: string | null;
  readonly topics: readonly string[];
}

interface Known {
  readonly question: QuestionView;
  readonly features: Features;
}

/** The questions somebody sees, by what they are about. */
export class SimilarQuestions {
  readonly #words: readonly string[];
  readonly #index = new SimilarIndex();
  readonly #known = new Map<string, Known>();
  #upToDateWith: readonly QuestionView[] | null = null;

  /** `units` and `topics`: the session's, whose names in a text say what it is about. */
  constructor(units: readonly string[], topics: readonly string[]) {
    this.#words = [...units.map(stemOfUnit), ...topics.map(foldText)];
  }

  /** Takes in what changed; what did not costs a comparison. */
  update(questions: readonly QuestionView[]): void {
    if (this.#upToDateWith === questions) return;
    this.#upToDateWith = questions;
    const gone = new Set(this.#known.keys());
    for (const question of questions) {
      gone.delete(question.id);
      const before = this.#known.get(question.id);
      if (before?.question === question) continue;
      const isSame = before !== undefined && isAboutTheSame(before.question, question);
      const features = isSame ? before.features : this.#featuresOf(subjectOf(question));
      this.#known.set(question.id, { question, features });
      this.#index.put(question.id, features);
    }
    for (const id of gone) {
      this.#known.delete(id);
      this.#index.remove(id);
    }
  }

  /** At most `limit` of the questions that `offered` lets through, the most alike first. */
  alike(
    subject: Subject,
    offered: (question: QuestionView) => boolean,
    limit: number,
  ): readonly QuestionView[] {
    const isSkipped = (id: string) => {
      const known = this.#known.get(id);
      return known === undefined || !offered(known.question);
    };
    const found = this.#index.alike(this.#featuresOf(subject), limit, { self: subject.id, skip: isSkipped });
    return found.flatMap(({ id }) => this.#known.get(id)?.question ?? []);
  }

  #featuresOf({ text, unit, topics }: Subject): Features {
    const chosen = [...(unit === null ? [] : [stemOfUnit(unit)]), ...topics.map(foldText)];
    return withChosen(featuresOf(text, this.#words), chosen);
  }
}

/** What a question is about. */
export function subjectOf({ id, text, leadUnit, addressedUnit, topics }: QuestionView): Subject {
  return { id, text, unit: leadUnit ?? addressedUnit, topics };
}

function isAboutTheSame(one: QuestionView, other: QuestionView): boolean {
  return (
    one.text === other.text &&
    one.leadUnit === other.leadUnit &&
    one.addressedUnit === other.addressedUnit &&
    one.topics.join() === other.topics.join()
  );
}
