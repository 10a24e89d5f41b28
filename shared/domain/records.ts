import type { z } from "zod";
import type { KINDS } from "./kinds.ts";

export type RecordKind = keyof typeof KINDS;
export type RecordOf<K extends RecordKind> = z.infer<(typeof KINDS)[K]["schema"]>;
export type AnyRecord = { [K in RecordKind]: RecordOf<K> }[RecordKind];

/** A record of kind `K` as a viewer may get it. */
export type ViewOf<K extends RecordKind> = z.infer<(typeof KINDS)[K]["view"]>;
