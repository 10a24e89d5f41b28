import { expect, test } from "vitest";
import { connectionLimits } from "../../../server/connections/connection-limits.ts";
import { descriptorLimitIn } from "../../../server/connections/descriptor-limit.ts";

test.each([64, 256, 1_024, 4_096, 20_000, 1_048_576])(
  "[C8] of %i descriptors some stay free when every connection is there and each that waits reads a file",
  (descriptors) => {
    const { connectionsMax, waitingMax, waitingPerAddressMax } = connectionLimits(descriptors);
    expect(connectionsMax + waitingMax).toBeLessThan(descriptors);
    expect(descriptors - connectionsMax - waitingMax).toBeGreaterThanOrEqual(
      Math.min(descriptors / 8, 1_024),
    );
    expect(connectionsMax - waitingMax).toBeGreaterThan(waitingMax);
    expect(waitingPerAddressMax).toBeLessThan(waitingMax);
  },
);

test("[C8] a hall of 300 browsers behind one address has six connections each", () => {
  expect(connectionLimits(20_000).waitingPerAddressMax).toBeGreaterThanOrEqual(300 * 6);
});

test("[C8] the bound on descriptors is the one in force; where the system names none, one is assumed", () => {
  const line = (inForce: string) =>
    `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${inForce.padEnd(21)}524288               files\n`;
  expect(descriptorLimitIn(line("1024"))).toBe(1_024);
  expect(descriptorLimitIn(line("unlimited"))).toBe(descriptorLimitIn(""));
});
