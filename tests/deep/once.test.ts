import { test } from "vitest";
import { sendOverCuts } from "../support/sockets/send-over-cuts.ts";

test("[C3] 600 commands sent one to five times over forced disconnects", () => sendOverCuts(600, 20));
