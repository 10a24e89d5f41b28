import { makeIdFactory } from "../../shared/protocol/ids.ts";

const make = makeIdFactory((bytes) => {
  crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);
  return bytes;
});

/** A new id of 22 characters. `crypto.randomUUID` does not exist on plain http, `getRandomValues` does. */
export function newId(): string {
  return make();
}
