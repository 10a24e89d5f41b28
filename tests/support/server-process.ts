import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PASSWORD } from "./password.ts";

const ROOT = join(import.meta.dirname, "../..");
const START_DEADLINE_MS = 60_000;

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What it wrote, standard error included. */
  output(): string;
  /** Ends it as a power cut would, as far as a process can know. */
  kill(): Promise<void>;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built product in a process of its own, on a free port of 127.0.0.1. */
export async function spawnServer(
  directory: string,
  options: { arguments?: readonly string[]; environment?: Readonly<Record<string, string>> } = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [join(ROOT, "dist/server/main.js"), ...(options.arguments ?? [])], {
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: directory,
      ORGANISER_PASSWORD: PASSWORD,
      LOG_LEVEL: "warn",
      ...options.environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  const collect = (chunk: Buffer) => {
    written += chunk.toString();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const port = await portOf(child, () => written);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    output: () => written,
    kill: async () => {
      await ended(child, "SIGKILL");
    },
    stop: () => ended(child, "SIGTERM"),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, "exit");
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
}

function portOf(child: ChildProcess, written: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = (reason: string) => {
      child.kill("SIGKILL");
      reject(new Error(`${reason}:\n${written()}`));
    };
    const deadline = setTimeout(() => failed("the server did not start in time"), START_DEADLINE_MS);
    const look = () => {
      const port = /http:\/\/localhost:(\d+)/.exec(written())?.[1];
      if (port === undefined) return;
      clearTimeout(deadline);
      child.stdout?.off("data", look);
      child.off("exit", early);
      resolve(port);
    };
    const early = () => {
      clearTimeout(deadline);
      failed("the server ended while starting");
    };
    child.stdout?.on("data", look);
    child.once("exit", early);
  });
}
