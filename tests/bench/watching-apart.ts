import { type Commanding, commandAs } from "../support/sockets/command-as.ts";

/** Joins a session by one token after the other, writes a line, and looks on, as people at other machines do, until its standard input ends. */
const [url = "", sessionId = "", ...tokens] = process.argv.slice(2);
const people: Commanding[] = [];
for (const token of tokens) people.push(await commandAs(url, sessionId, token));
process.stdin.once("end", () => {
  for (const one of people) one.close();
});
process.stdin.resume();
process.stdout.write("watching\n");
