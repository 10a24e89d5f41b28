import { test } from "vitest";
import { expectRefused } from "../support/archive/expect-refused.ts";

test("[Z9] no damaged archive is opened, and each is told why", { timeout: 180_000 }, () => expectRefused(2));
