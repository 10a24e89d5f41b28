import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { SERVER_ENVIRONMENT, SERVER_FLAGS } from "../../../scripts/runtime.mjs";
import { PASSWORD } from "../password.ts";
import { ON_WINDOWS } from "./on-windows.ts";

const ROOT = join(import.meta.dirname, "../../..");
const START_DEADLINE_MS = 60_000;

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Its exit code once it has ended, by itself or asked to; null after a signal. */
  readonly ended: Promise<number | null>;
  /** What it wrote, standard error included. */
  output(): string;
  /** Ends it as a power cut would, as far as a process can know. */
  kill(): Promise<void>;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
}

interface LaunchOptions {
  readonly arguments?: readonly string[];
  /** Besides a free port of 127.0.0.1, the directory and the tests' password; an empty value counts as absent. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How many descriptors the process may have open; as many as this one when absent. */
  readonly descriptors?: number;
  /** Runs it as another user of the system. */
  readonly userId?: number;
}

/** Starts the built product in a process of its own, on a free port of 127.0.0.1. */
export async function spawnServer(directory: string, options: LaunchOptions = {}): Promise<ServerProcess> {
  const { child, ended, output } = launch(directory, options);
  const port = await portOf(child, output);
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name);
    return ended;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    ended,
    output,
    kill: async () => {
      await signal("SIGKILL");
    },
    stop: () => {
      if (ON_WINDOWS) child.send("shutdown");
      else child.kill("SIGTERM");
      return ended;
    },
  };
}

/** Starts the built product where it cannot start; gives its exit code and what it wrote. One that hangs is killed. */
export async function failedStart(
  directory: string,
  options: LaunchOptions = {},
): Promise<{ code: number | null; output: string }> {
  const { child, ended, output } = launch(directory, options);
  const deadline = setTimeout(() => child.kill("SIGKILL"), START_DEADLINE_MS);
  const code = await ended;
  clearTimeout(deadline);
  return { code, output: output() };
}

function launch(directory: string, options: LaunchOptions) {
  const { descriptors } = options;
  const main = join(ROOT, "dist/server/main.js");
  const server = [process.execPath, ...SERVER_FLAGS, main, ...(options.arguments ?? [])] as const;
  const limited = ["bash", "-c", `ulimit -n ${descriptors} && exec "$0" "$@"`, ...server] as const;
  const [program, ...words] = descriptors === undefined ? server : limited;
  const child = spawn(program, words, {
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: directory,
      ORGANISER_PASSWORD: PASSWORD,
      LOG_LEVEL: "warn",
      ...SERVER_ENVIRONMENT,
      ...options.environment,
    },
    // A signal from a program would end it at once on Windows.
    stdio: ["ignore", "pipe", "pipe", ON_WINDOWS ? "ipc" : "ignore"],
    ...(options.userId !== undefined && { uid: options.userId }),
  });
  let written = "";
  const collect = (chunk: Buffer) => {
    written += chunk.toString();
  };
  child.stdout?.on("data", collect);
  child.stderr?.on("data", collect);
  // "close" comes after the last of what it wrote, "exit" may come before.
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { child, ended, output: () => written };
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
