import { writeFileSync } from "node:fs";
import { crash } from "./crash.ts";
import { exportMinutes } from "./export.ts";
import { exporting } from "./exporting.ts";
import { fanout } from "./fanout.ts";
import { finding } from "./finding.ts";
import { grouping } from "./grouping.ts";
import { hostile } from "./hostile.ts";
import { join } from "./join.ts";
import { joining } from "./joining.ts";
import type { BenchReport } from "./measuring/report.ts";
import { notes } from "./notes.ts";
import { openArchives } from "./opening.ts";
import { rehearsal } from "./rehearsal.ts";
import { scrolling } from "./scrolling.ts";
import { storage } from "./storage.ts";
import { storm } from "./storm.ts";
import { wall } from "./wall.ts";

const BENCHES: Readonly<Record<string, () => Promise<BenchReport>>> = {
  crash,
  export: exportMinutes,
  exporting,
  fanout,
  finding,
  grouping,
  hostile,
  join,
  joining,
  notes,
  opening: openArchives,
  rehearsal,
  scrolling,
  storage,
  storm,
  wall,
};

const [name, ...options] = process.argv.slice(2);
const bench = name !== undefined && Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHES).join("|")} [--json FILE]\n`);
  process.exit(2);
}
const report = await bench();
const table = [report.columns, ...report.rows].map((row) => `| ${row.join(" | ")} |`);
table.splice(1, 0, `|${report.columns.map(() => "---").join("|")}|`);
process.stdout.write(`\n${report.title}\n\n${table.join("\n")}\n`);
const target = options[options.indexOf("--json") + 1];
if (options.includes("--json") && target !== undefined) {
  writeFileSync(target, JSON.stringify({ name, ...report }, null, 2));
}
process.exit(0);
