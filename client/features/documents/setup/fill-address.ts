import type { FillPlace } from "../../../../shared/documents/outline.ts";

interface Circumstances {
  readonly sessionId: string;
  readonly isOrganiser: boolean;
  readonly isSealed: boolean;
  /** The room of a speech; undefined where it is not known. */
  readonly roomOf: (speechId: string) => string | undefined;
}

/**
 * The address at which a missing fact is filled in. `redHead`: beside the document; `organiser`: by the organiser alone; `sealed`:
 * nowhere any more, but the document can be worded.
 */
export function fillAddress(
  place: FillPlace,
  { sessionId, isOrganiser, isSealed, roomOf }: Circumstances,
): `/${string}` | "redHead" | "organiser" | "sealed" {
  const console = `/s/${sessionId}/console` as const;
  if (place.at === "redHead") return "redHead";
  // The ledger outlives its session.
  if (place.at === "ledger") return `/s/${sessionId}/ledger?row=${encodeURIComponent(place.id)}`;
  if (isSealed) return "sealed";
  switch (place.at) {
    case "session":
      return isOrganiser ? `/organiser/${sessionId}?step=info` : "organiser";
    case "roster":
    case "person":
      return isOrganiser ? `/organiser/${sessionId}?step=roster` : "organiser";
    case "question":
      return `${console}?question=${encodeURIComponent(place.id)}`;
    case "speech":
      return `${console}?tab=speaking&room=${encodeURIComponent(roomOf(place.id) ?? "")}`;
    case "room":
      return `${console}?tab=notes&room=${encodeURIComponent(place.id)}`;
  }
}
