import type Database from "better-sqlite3";
import { StorageError } from "../../../ports/storage-error.ts";
import type { Operations, WriteInputs, WriteOutputs } from "../threads/operations.ts";

export function probeWrites(
  database: Database.Database,
): Pick<Operations<WriteInputs, WriteOutputs>, "probe"> {
  const find = database.prepare<[], number>("SELECT count FROM probe").pluck();
  const count = database.prepare("UPDATE probe SET count = count + 1");

  return {
    probe: () => {
      const before = find.get();
      count.run();
      if (before === undefined || find.get() !== before + 1) {
        throw new StorageError("the probe row does not read as written", { retryable: false });
      }
      return null;
    },
  };
}
