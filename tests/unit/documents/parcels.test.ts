import { PassThrough, Writable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Parcel,
  ParcelWriter,
  readParcels,
  type Sources,
} from "../../../server/documents/process/parcels.ts";
import { RenderError } from "../../../server/documents/render-error.ts";
import type { AnyRecord } from "../../../shared/domain/records.ts";

/** More than goes out at once. */
const LONG_CHARS = 100_000;

async function writtenBytes(handed: readonly { value: unknown; sources: Sources }[]): Promise<Buffer> {
  const taken: Buffer[] = [];
  const line = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      taken.push(Buffer.from(chunk));
      done();
    },
  });
  const writer = new ParcelWriter(line);
  for (const { value, sources } of handed) await writer.write(value, sources);
  return Buffer.concat(taken);
}

/** As they come down a line: in pieces of any length. */
async function* inPieces(bytes: Buffer, lengths: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const end = at + (lengths[index % lengths.length] ?? bytes.length);
    yield bytes.subarray(at, end);
    at = end;
  }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Parcel[]> {
  const parcels: Parcel[] = [];
  for await (const parcel of readParcels(stream)) parcels.push(parcel);
  return parcels;
}

const record = (id: string, text: string) => ({ id, text }) as unknown as AnyRecord;
const plain = (value: unknown) =>
  JSON.stringify(value, (_key, one) =>
    one?.type === "Buffer" ? one.data : one instanceof Uint8Array ? [...one] : one,
  );

test("what is handed over arrives as it was, however it is cut on the way", async () => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  const value = fc.record({
    name: fc.string({ unit: "grapheme" }),
    nothing: fc.constant(null),
    stored: fc.array(fc.record({ snapshot: fc.option(bytes), updates: fc.array(bytes, { maxLength: 4 }) })),
  });
  const records = fc.array(fc.string({ unit: "grapheme" }).map((text) => record(text, text)));
  const parcel = fc.record({ value, sources: fc.array(records, { maxLength: 3 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(parcel, { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
      async (handed, lengths) => {
        const read = await readAll(inPieces(await writtenBytes(handed), lengths));
        expect(plain(read)).toBe(plain(handed));
      },
    ),
  );
});

test("what is longer than goes out at once, and what just fits, arrives whole", async () => {
  for (let chars = 65_500; chars <= 65_560; chars += 1) {
    const value = { part: new Uint8Array(chars).fill(7) };
    const sources = [
      [record("long", "长".repeat(LONG_CHARS)), record("short", "短"), record("fits", "x".repeat(chars))],
    ];
    const [read] = await readAll(inPieces(await writtenBytes([{ value, sources }]), [16_000]));
    expect(read?.sources).toEqual(sources);
    expect(plain(read?.value)).toBe(plain(value));
  }
});

test("a parcel that breaks off is none, and who writes it hears of it", async () => {
  const whole = await writtenBytes([{ value: { name: "a" }, sources: [[record("a", "一")]] }]);
  for (let end = 0; end < whole.length; end += 1) {
    expect(await readAll(inPieces(whole.subarray(0, end), [7]))).toEqual([]);
  }
  const gone = new PassThrough();
  gone.on("error", () => undefined).destroy();
  await expect(new ParcelWriter(gone).write({}, [[record("a", "一")]])).rejects.toBeInstanceOf(RenderError);
});

test("what cannot be read of the records is told as it is", async () => {
  const trouble = new Error("no disk");
  async function* sources(): AsyncGenerator<AnyRecord[]> {
    yield [record("a", "一")];
    throw trouble;
  }
  await expect(new ParcelWriter(new PassThrough().resume()).write({}, sources())).rejects.toBe(trouble);
});
