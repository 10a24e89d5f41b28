export {};

/**
 * Takes one file after the other from an address with a token, as somebody at another machine does, until its standard input
 * ends; writes a line for each.
 */
const [url = "", token = ""] = process.argv.slice(2);
let isOver = false;
process.stdin.once("end", () => {
  isOver = true;
});
process.stdin.resume();
while (!isOver) {
  const reply = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  await reply.arrayBuffer();
  if (reply.status !== 200) throw new Error(`no file: ${reply.status}`);
  process.stdout.write("taken\n");
}
