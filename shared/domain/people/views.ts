import type { z } from "zod";
import { personRecordSchema } from "./records.ts";

/** Who somebody is; seat and arrival are for staff and the person. */
export const personViewSchema = personRecordSchema
  .pick({
    id: true,
    kind: true,
    rev: true,
    personId: true,
    order: true,
    name: true,
    unit: true,
    post: true,
    side: true,
    duties: true,
    group: true,
    roomId: true,
  })
  .extend(
    personRecordSchema
      .pick({
        seat: true,
        sideGuessed: true,
        arrivedAt: true,
        excused: true,
        excuseReason: true,
        substitute: true,
        leftAt: true,
        removed: true,
      })
      .exactPartial().shape,
  );
export type PersonView = z.infer<typeof personViewSchema>;
