import type { DocumentSetup } from "../domain/documents/records.ts";
import type { AnyRecord } from "../domain/records.ts";
import { withChanges } from "../protocol/house-style/house-style-changes.ts";
import { ofKind } from "./of-kind.ts";

/** The setup, with what its red head does not say as the house says it for all documents. */
export function withHouseHead(setup: DocumentSetup, records: readonly AnyRecord[]): DocumentSetup {
  if (setup.redHead === null) return setup;
  const { redHead, imprint } = withChanges(ofKind(records, "houseStyle")[0]?.changes ?? {});
  const { sign, issuer, copyTo } = setup.redHead;
  return {
    ...setup,
    redHead: {
      ...setup.redHead,
      sign: sign ?? redHead.sign,
      issuer: issuer ?? imprint.issuer,
      copyTo: copyTo.length === 0 ? imprint.copyTo : copyTo,
    },
  };
}
