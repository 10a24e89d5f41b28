import type { RoomRecord } from "../../../../shared/domain/rooms/records.ts";
import { StageText } from "../stage-question.tsx";
import { useReportSheet } from "./report-sheet.ts";

/** What a group reports, page by page. */
export function StageReport({ record: room }: { record: RoomRecord }) {
  return <StageText recordId={room.id} sheet={useReportSheet(room)} title={room.name} />;
}
