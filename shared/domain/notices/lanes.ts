import { type Presentation, viewOf } from "../view.ts";
import type { NoticeRecord } from "./records.ts";

/** Who stands in no room's lane, as staff do, sees it with staff. */
export function noticeLanes(notice: NoticeRecord): Presentation {
  const view = viewOf(notice, ["roomId", "text", "sentAt"]);
  if (notice.roomId === null) return [["everyone", view]];
  return [
    ["staff", view],
    [`room:${notice.roomId}`, view],
  ];
}
