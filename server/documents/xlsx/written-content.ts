import type { Blob } from "node:buffer";
import type Stream from "node:stream";

/** What the writer takes as the content of a part, beside text. */
export type WrittenContent = Stream | Buffer | Blob;
