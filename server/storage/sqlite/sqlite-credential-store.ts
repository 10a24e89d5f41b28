import type { CredentialStore } from "../../ports/credential-store.ts";
import type { ReadInputs, ReadOutputs, WriteInputs, WriteOutputs } from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

export function sqliteCredentialStore(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): CredentialStore {
  return {
    async addToken(hash, identity, times) {
      await writer.call("credentials.addToken", { hash, identity, ...times });
    },
    findToken: (hash, now) => reader.call("credentials.findToken", { hash, now }),
    async removeToken(hash) {
      await writer.call("credentials.removeToken", { hash });
    },
    async removeTokensOf(identity) {
      await writer.call("credentials.removeTokensOf", { identity });
    },
    passwordHash: () => reader.call("credentials.passwordHash", null),
    async setPasswordHash(hash) {
      await writer.call("credentials.setPasswordHash", { hash });
    },
    secretFingerprint: () => reader.call("credentials.secretFingerprint", null),
    async setSecretFingerprint(fingerprint) {
      await writer.call("credentials.setSecretFingerprint", { fingerprint });
    },
    pinGenerations: (sessionId) => reader.call("credentials.pinGenerations", { sessionId }),
    nextPinGeneration: (sessionId, personId) =>
      writer.call("credentials.nextPinGeneration", { sessionId, personId }),
  };
}
