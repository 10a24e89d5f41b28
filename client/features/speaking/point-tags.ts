import type { PointTag } from "./use-speaking-acts.ts";

/** In the order of their keys. */
export const POINT_TAGS = ["replicable", "policy"] as const satisfies readonly PointTag[];
