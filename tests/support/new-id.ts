import { randomFillSync } from "node:crypto";
import { makeIdFactory } from "../../shared/protocol/ids.ts";

export const newId = makeIdFactory((bytes) => randomFillSync(bytes));
