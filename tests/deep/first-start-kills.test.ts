import { expect, test } from "vitest";
import { failedStart, spawnServer } from "../support/process/server-process.ts";
import { signIn } from "../support/sockets/api.ts";
import { faultyDisk } from "../support/storage/faulty-disk.ts";

test("[H3] whenever a very first start is killed, the next one starts", { timeout: 300_000 }, async () => {
  const counted = await faultyDisk();
  const whole = await spawnServer(counted.directory, { environment: counted.env });
  const writes = counted.writes();
  await whole.kill();
  expect(writes).toBeGreaterThan(10);
  for (let write = 0; write < writes; write += write < 4 ? 1 : Math.ceil(writes / 5)) {
    const disk = await faultyDisk();
    disk.killAtWrite(write);
    const { code } = await failedStart(disk.directory, { environment: disk.env });
    expect(code, `write ${write} of ${writes}`).toBeNull();
    const next = await spawnServer(disk.directory);
    expect(await signIn(next.url)).toEqual(expect.any(String));
    await next.kill();
  }
});
