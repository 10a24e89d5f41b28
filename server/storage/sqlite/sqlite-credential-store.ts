import type { CredentialStore } from "../../ports/credential-store.ts";
import type { ReadInputs, ReadOutputs, WriteInputs, WriteOutputs } from "./threads/operations.ts";
import type { ThreadClient } from "./threads/thread-client.ts";

export function sqliteCredentialStore(
  writer: ThreadClient<WriteInputs, WriteOutputs>,
  reader: ThreadClient<ReadInputs, ReadOutputs>,
): CredentialStore {
  return {
    addToken: (token, ground, keepMost) => writer.call("credentials.addToken", { token, ground, keepMost }),
    findToken: (hash, now) => reader.call("credentials.findToken", { hash, now }),
    tokensOf: (identity, now) => reader.call("credentials.tokensOf", { identity, now }),
    async removeToken(hash) {
      await writer.call("credentials.removeToken", { hash });
    },
    signOut: (identity) => writer.call("credentials.signOut", { identity }),
    signOuts: (identity) => reader.call("credentials.signOuts", { identity }),
    passwordHash: () => reader.call("credentials.passwordHash", null),
    setPasswordHash: (hash) => writer.call("credentials.setPasswordHash", { hash }),
    secretFingerprint: () => reader.call("credentials.secretFingerprint", null),
    async setSecretFingerprint(fingerprint) {
      await writer.call("credentials.setSecretFingerprint", { fingerprint });
    },
    pinGenerations: (sessionId) => reader.call("credentials.pinGenerations", { sessionId }),
    nextPinGeneration: (sessionId, personId) =>
      writer.call("credentials.nextPinGeneration", { sessionId, personId }),
  };
}
