import type { CommandOf } from "../../protocol/commands/command.ts";
import type { DocumentName } from "../../protocol/document-names.ts";
import type { SessionState } from "../state.ts";
import {
  DEFAULT_DOCUMENT_SETUP,
  type DocumentSetup,
  documentSetupRecordId,
  EMPTY_RED_HEAD,
  type RedHead,
} from "./records.ts";

/** How a document is set up, as long as nobody says otherwise by default. */
export function setupIn(state: SessionState, name: DocumentName): DocumentSetup {
  const known = state.find("documentSetup", documentSetupRecordId(name));
  if (known === undefined) return DEFAULT_DOCUMENT_SETUP;
  const { redHead, grouping, namesAskers, disclosure, sections, hidden } = known;
  return { redHead, grouping, namesAskers, disclosure, sections, hidden };
}

/** The red head with the fields that `change` names. */
export function redHeadWith(
  known: RedHead | null,
  change: NonNullable<CommandOf<"document.arrange">["redHead"]> | null,
): RedHead | null {
  if (change === null) return null;
  const { sign, serial, issuer, issuedOn, copyTo } = known ?? EMPTY_RED_HEAD;
  return {
    sign: change.sign === undefined ? sign : change.sign,
    serial: change.serial === undefined ? serial : change.serial,
    issuer: change.issuer === undefined ? issuer : change.issuer,
    issuedOn: change.issuedOn === undefined ? issuedOn : change.issuedOn,
    copyTo: change.copyTo ?? copyTo,
  };
}
