import "./fit-node.ts";
import { existsSync, statSync } from "node:fs";
import { zhCN } from "../shared/messages/zh-CN.ts";
import { fingerprintOf, hasSecret, prepareSecret } from "./identity/secret-file.ts";
import { StorageError } from "./ports/storage-error.ts";
import { readKeptData } from "./storage/sqlite/read-kept-data.ts";
import { verifyArchive } from "./verification/verify-archive.ts";
import { verifyData } from "./verification/verify-data.ts";

/** Everything holds; something does not; it was not called as it has to be. */
const EXIT = { holds: 0, broken: 1, wrongUse: 2 } as const;

process.exitCode = await verify(process.argv.slice(2));

async function verify([path, ...rest]: string[]): Promise<number> {
  const { verification } = zhCN.terminal;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (path === undefined || rest.length > 0 || !existsSync(path)) {
    process.stderr.write(`${verification.usage}\n`);
    return EXIT.wrongUse;
  }
  try {
    const broken = statSync(path).isDirectory()
      ? await brokenInFolder(path, say)
      : await verifyArchive(path, say);
    say(broken === 0 ? verification.holds : verification.broken(broken));
    return broken === 0 ? EXIT.holds : EXIT.broken;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof StorageError ? EXIT.wrongUse : EXIT.broken;
  }
}

async function brokenInFolder(directory: string, line: (text: string) => void): Promise<number> {
  const secretFingerprint = await fingerprintBeside(directory);
  return readKeptData(directory, (data) => verifyData(data, { line, secretFingerprint }));
}

async function fingerprintBeside(directory: string): Promise<string | null> {
  if (!(await hasSecret(directory))) return null;
  return fingerprintOf((await prepareSecret(directory, { mayMake: false })).bytes);
}
