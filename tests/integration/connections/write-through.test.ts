import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { writeThrough } from "../../../server/connections/write-through.ts";

const PIECE_BYTES = 100_003;
const READS_ANSWERED = 20;
const HAS_DESCRIPTORS = process.platform !== "win32";

/** A line and its other end, which takes nothing before it is read. */
async function openLine(): Promise<{ line: Socket; other: Socket }> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const accepted = once(server, "connection");
  const other = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const [line] = (await accepted) as [Socket];
  onTestFinished(() => {
    line.destroy();
    other.destroy();
    server.close();
  });
  return { line, other };
}

/** No two are alike. */
function piece(index: number): Buffer {
  const bytes = Buffer.alloc(PIECE_BYTES, index);
  bytes.writeUInt32BE(index);
  return bytes;
}

test("where nothing waits, bytes pass the line by and arrive", async () => {
  const { line, other } = await openLine();
  writeThrough(line, Buffer.from("一"));
  expect([line.bytesWritten, line.writableLength]).toEqual([HAS_DESCRIPTORS ? 0 : 3, 0]);
  line.end(Buffer.from("二"));
  expect((await buffer(other)).toString()).toBe("一二");
});

test("what the system does not take waits in the line, and everything comes once and in its order", async () => {
  const { line, other } = await openLine();
  const written: Buffer[] = [];
  const write = (way: (bytes: Buffer) => void) => {
    const bytes = piece(written.length);
    written.push(bytes);
    way(bytes);
  };
  const through = () => write((bytes) => writeThrough(line, bytes));
  while (line.writableLength === 0) through();
  const tail = line.writableLength;
  expect(tail).toBeLessThanOrEqual(PIECE_BYTES);
  through();
  write((bytes) => line.write(bytes));
  through();
  expect(line.writableLength).toBe(tail + 3 * PIECE_BYTES);
  const arrived: Buffer[] = [];
  let readsLeft = READS_ANSWERED;
  other.on("data", (bytes) => {
    arrived.push(bytes);
    // The system has room again, and the line has not seen it yet.
    if (readsLeft > 0) through();
    readsLeft -= 1;
    if (readsLeft === 0) line.end();
  });
  await once(other, "end");
  expect(Buffer.concat(arrived).equals(Buffer.concat(written))).toBe(true);
});

test("into a line that ends, or is closed, nothing is written", async () => {
  const ending = await openLine();
  ending.line.on("error", () => undefined);
  ending.line.end("一");
  writeThrough(ending.line, Buffer.from("二"));
  expect((await buffer(ending.other)).toString()).toBe("一");

  const closed = await openLine();
  closed.line.destroy();
  // What is opened next may get the closed line's number.
  const next = await openLine();
  writeThrough(closed.line, Buffer.from("一"));
  next.line.end("二");
  expect((await buffer(next.other)).toString()).toBe("二");
});

test("that the other end is gone is told by the line, as ever", async () => {
  const { line, other } = await openLine();
  const closed = new Promise<void>((resolve) => line.once("close", () => resolve()));
  const failed = new Promise<NodeJS.ErrnoException>((resolve) => line.once("error", resolve));
  other.resetAndDestroy();
  await once(other, "close");
  writeThrough(line, piece(0));
  expect(["ECONNRESET", "EPIPE"]).toContain((await failed).code);
  await closed;
});

test("what is no socket is written to as it is", async () => {
  const stream = new PassThrough();
  writeThrough(stream, Buffer.from("一"));
  stream.end();
  expect((await buffer(stream)).toString()).toBe("一");
});
