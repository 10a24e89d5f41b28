import { buffer } from "node:stream/consumers";
import { readRosterFile } from "./read-roster-file.ts";

// The process `readRoster` starts. It takes a file on stdin and writes to stdout: a line end once it is ready to
// read, which JSON allows before its value, and the result as JSON.
process.stdout.write("\n");
const result = await readRosterFile(await buffer(process.stdin));
process.stdout.write(JSON.stringify(result));
