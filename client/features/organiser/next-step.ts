/** The steps of a session from preparation to sealed documents, in the order they are done. */
export const STEPS = [
  "info",
  "rooms",
  "roster",
  "groups",
  "agenda",
  "collected",
  "cards",
  "live",
  "documents",
  "seal",
] as const;
export type Step = (typeof STEPS)[number];

/** What decides how far a session has come. */
export interface Progress {
  readonly status: "open" | "sealed";
  readonly people: number;
  readonly arrived: number;
}

/** The one thing an organiser would do next. */
export function nextStep(progress: Progress): "roster" | "cards" | "live" | "documents" {
  if (progress.status === "sealed") return "documents";
  if (progress.people === 0) return "roster";
  return progress.arrived === 0 ? "cards" : "live";
}

/** Whether a step has been done, as far as can be known; `null` where nothing tells. */
export function isDone(step: Step, progress: Progress): boolean | null {
  switch (step) {
    case "info":
    case "rooms":
      return true;
    case "roster":
      return progress.people > 0;
    case "live":
      return progress.status === "sealed";
    case "seal":
      return progress.status === "sealed";
    case "groups":
    case "agenda":
    case "collected":
    case "cards":
    case "documents":
      return null;
  }
}

/** The step an address names, or the one to do next. */
export function stepOf(wanted: string | null, progress: Progress): Step {
  return STEPS.find((step) => step === wanted) ?? nextStep(progress);
}

/** The step after `step`; the last has none. Sealing is never suggested: it cannot be undone. */
export function stepAfter(step: Step): Step | undefined {
  const next = STEPS[STEPS.indexOf(step) + 1];
  return next === "seal" ? undefined : next;
}
