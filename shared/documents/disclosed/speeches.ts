import { byOrder } from "../../domain/people/by-order.ts";
import type { PersonRecord } from "../../domain/people/records.ts";
import type { AnyRecord } from "../../domain/records.ts";
import type { PointRecord, SpeechRecord } from "../../domain/speaking/records.ts";
import { byPlace, bySpeaking, isBegun } from "../../domain/speaking/speech-state.ts";
import { ofKind } from "../of-kind.ts";

/** A speech as it is printed. */
export interface PrintedSpeech {
  readonly speech: SpeechRecord;
  readonly speaker: PersonRecord | undefined;
  readonly points: readonly PrintedPoint[];
}

export interface PrintedPoint {
  readonly point: PointRecord;
  /** 我们想学, each unit once, by 排序号. */
  readonly wantedBy: readonly string[];
}

/**
 * The speeches that were heard in the order they were, and after them those of which something was noted all the same. Points
 * that were taken away are left out.
 */
export function printedSpeeches(records: readonly AnyRecord[]): PrintedSpeech[] {
  const speeches = ofKind(records, "speech");
  const points = ofKind(records, "point");
  const byId = new Map(ofKind(records, "person").map((person) => [person.personId, person]));
  const pointsOf = (speechId: string): PrintedPoint[] =>
    points
      .filter((point) => point.speechId === speechId && !point.removed)
      .sort((one, other) => one.order - other.order || (one.pointId < other.pointId ? -1 : 1))
      .map((point) => {
        const wanters = point.wanters.flatMap((id) => byId.get(id) ?? []).sort(byOrder);
        return { point, wantedBy: [...new Set(wanters.map(({ unit }) => unit))] };
      });
  const heard = speeches.filter(isBegun).sort(bySpeaking);
  const others = speeches.filter((speech) => !isBegun(speech)).sort(byPlace);
  return [...heard, ...others]
    .map((speech) => ({ speech, speaker: byId.get(speech.personId), points: pointsOf(speech.speechId) }))
    .filter(
      (printed) => isBegun(printed.speech) || printed.speech.gist !== null || printed.points.length > 0,
    );
}
