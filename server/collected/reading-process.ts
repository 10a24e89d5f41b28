import { buffer } from "node:stream/consumers";
import { readCollectedFile } from "./read-collected-file.ts";

// The process `readCollected` starts; see `ReadingProcess`.
process.stdout.write("\n");
const result = await readCollectedFile(await buffer(process.stdin));
process.stdout.write(JSON.stringify(result));
