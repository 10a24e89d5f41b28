import { zhCN } from "../shared/messages/zh-CN.ts";
import type { DemoSeat } from "./demo/seed-demo.ts";

interface Welcome {
  readonly addresses: readonly string[];
  /** Null when it was set before. */
  readonly password: string | null;
  /** People of the demo to sign in as; empty otherwise. */
  readonly seats: readonly DemoSeat[];
  readonly out: { write(text: string): unknown };
}

/** What the person at the terminal needs: what to type into a browser, and the password once. */
export function printWelcome({ addresses, password, seats, out }: Welcome): void {
  const words = zhCN.terminal;
  const lines = ["", words.running, "", words.addresses, ...addresses.map((address) => `    ${address}`), ""];
  if (password === null) lines.push(words.passwordKept);
  else lines.push(words.passwordOnce, `    ${password}`);
  if (seats.length > 0) lines.push("", words.demo);
  for (const { role, unit, name, pin } of seats)
    lines.push(`    ${pin}  ${unit} ${name}（${words.roles[role]}）`);
  out.write(`${lines.join("\n")}\n\n`);
}
