import { useMemo, useRef, useState } from "react";
import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { type Desk, type DeskPlaces, heldDesk, isBare, placesOf, questionsOn } from "./desk-questions.ts";

const NOTHING_ADDED: ReadonlySet<string> = new Set();

/**
 * The desk as it is shown: `desk`, or, while `isHeld` (the reader is in it), every question where it stood. `fresh` came
 * in meanwhile and waits for `showFresh`.
 */
export function useHeldDesk(desk: Desk, isHeld: boolean) {
  const places = useRef<DeskPlaces | null>(null);
  const [added, setAdded] = useState(NOTHING_ADDED);
  const shown = useMemo(() => {
    const held = isHeld && places.current !== null ? heldDesk(places.current, desk, added) : desk;
    const next = isBare(held) ? desk : held;
    places.current = placesOf(next);
    return next;
  }, [desk, isHeld, added]);
  const fresh = useMemo(() => {
    const known = new Set(questionsOn(shown).map(({ id }) => id));
    return questionsOn(desk).filter(({ id }) => !known.has(id));
  }, [desk, shown]);
  const showFresh = (questions: readonly QuestionView[]) => setAdded(new Set(questions.map(({ id }) => id)));
  return { shown, fresh, showFresh };
}
