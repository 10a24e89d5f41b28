import { z } from "zod";
import { previewReplySchema } from "../../shared/documents/preview.ts";
import { rosterUploadSchema } from "../../shared/domain/roster/row.ts";
import { exportTaskReplySchema } from "../../shared/protocol/export-tasks.ts";
import {
  addressesReplySchema,
  admitBodySchema,
  collectedReplySchema,
  createSessionBodySchema,
  createSessionReplySchema,
  duplicateSessionBodySchema,
  errorBodySchema,
  guessesReplySchema,
  joinBodySchema,
  joinSeatReplySchema,
  lobbyListReplySchema,
  lobbyReplySchema,
  loginBodySchema,
  meReplySchema,
  openStageReplySchema,
  pinReplySchema,
  rosterReplySchema,
  seatCardsReplySchema,
  sessionListReplySchema,
  stageLinksReplySchema,
  tokenReplySchema,
} from "../../shared/protocol/http.ts";
import { classLedgerReplySchema, ledgerReplySchema } from "../../shared/protocol/ledger-http.ts";
import {
  notesVersionReplySchema,
  notesVersionsReplySchema,
  restoreVersionReplySchema,
  saveVersionBodySchema,
  saveVersionReplySchema,
} from "../../shared/protocol/notes-versions.ts";
import {
  changeRehearsalBodySchema,
  rehearsalReplySchema,
  startRehearsalBodySchema,
} from "../../shared/protocol/rehearsal.ts";

interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  /** In place of a body: the fields of a form, of which `file` is one. */
  readonly form?: z.ZodType;
  readonly status?: number;
  /** Absent: a file. */
  readonly reply?: z.ZodType;
}

const nothing = z.strictObject({});
const session = "/api/sessions/{sessionId}";
const versions = `${session}/rooms/{roomId}/notes/versions`;

const OPERATIONS: readonly Operation[] = [
  {
    method: "post",
    path: "/api/login",
    summary: "Sign the organiser in",
    body: loginBodySchema,
    reply: tokenReplySchema,
  },
  { method: "post", path: "/api/logout", summary: "Withdraw the token", reply: nothing },
  { method: "get", path: "/api/me", summary: "Whom the token speaks for", reply: meReplySchema },
  {
    method: "get",
    path: "/api/addresses",
    summary: "Addresses a laptop can type",
    reply: addressesReplySchema,
  },
  { method: "get", path: "/api/lobby", summary: "Sessions one can join", reply: lobbyListReplySchema },
  {
    method: "get",
    path: "/api/sessions",
    summary: "All sessions, for the organiser",
    reply: sessionListReplySchema,
  },
  {
    method: "post",
    path: "/api/sessions",
    summary: "Create a session",
    body: createSessionBodySchema,
    status: 201,
    reply: createSessionReplySchema,
  },
  {
    method: "post",
    path: `${session}/duplicate`,
    summary: "Make a session like another, with or without its people",
    body: duplicateSessionBodySchema,
    status: 201,
    reply: createSessionReplySchema,
  },
  {
    method: "put",
    path: `${session}/roster`,
    summary: "Import the roster; ?dryRun=1 changes nothing",
    body: rosterUploadSchema,
    reply: rosterReplySchema,
  },
  {
    method: "put",
    path: `${session}/questions`,
    summary: "Import questions collected beforehand; ?dryRun=1 changes nothing",
    form: z.strictObject({ file: z.string(), decisions: z.string().optional() }),
    reply: collectedReplySchema,
  },
  {
    method: "put",
    path: `${session}/ledger`,
    summary: "Take a returned ledger in; ?dryRun=1 changes nothing",
    form: z.strictObject({ file: z.string(), decisions: z.string().optional() }),
    reply: ledgerReplySchema,
  },
  {
    method: "get",
    path: "/api/ledger",
    summary: "The ledgers of all sessions, or of those in ?sessions=",
    reply: classLedgerReplySchema,
  },
  { method: "get", path: "/api/ledger.xlsx", summary: "The same as a spreadsheet" },
  { method: "get", path: "/api/ledger.csv", summary: "The same as comma-separated text" },
  { method: "get", path: `${session}/lobby`, summary: "Units and names to join as", reply: lobbyReplySchema },
  {
    method: "post",
    path: `${session}/join`,
    summary: "Enter by PIN",
    body: joinBodySchema,
    reply: joinSeatReplySchema,
  },
  {
    method: "get",
    path: `${session}/seat-cards`,
    summary: "Seat cards with PINs",
    reply: seatCardsReplySchema,
  },
  {
    method: "post",
    path: `${session}/people/{personId}/pin`,
    summary: "Give a seat a new PIN",
    reply: pinReplySchema,
  },
  {
    method: "get",
    path: `${session}/guesses`,
    summary: "Who tries PINs in vain",
    reply: guessesReplySchema,
  },
  {
    method: "post",
    path: `${session}/people/{personId}/admit`,
    summary: "Five more tries at a seat's PIN",
    body: admitBodySchema,
    reply: nothing,
  },
  {
    method: "post",
    path: `${session}/stage`,
    summary: "A link to the projector's page",
    reply: openStageReplySchema,
  },
  {
    method: "get",
    path: `${session}/stage`,
    summary: "Links to the projector's page, newest first",
    reply: stageLinksReplySchema,
  },
  {
    method: "delete",
    path: `${session}/stage/{stageId}`,
    summary: "Withdraw a link to the projector's page",
    reply: nothing,
  },
  {
    method: "get",
    path: `${session}/rehearsal`,
    summary: "The rehearsal of a session; null where it has none",
    reply: rehearsalReplySchema,
  },
  {
    method: "post",
    path: `${session}/rehearsal`,
    summary: "Have a class act by itself in a copy of the session; 200 where the copy is there already",
    body: startRehearsalBodySchema,
    status: 201,
    reply: rehearsalReplySchema,
  },
  {
    method: "put",
    path: `${session}/rehearsal`,
    summary: "Another pace, a pause, or going on",
    body: changeRehearsalBodySchema,
    reply: rehearsalReplySchema,
  },
  {
    method: "delete",
    path: `${session}/rehearsal`,
    summary: "Wipe the rehearsal of a session",
    reply: nothing,
  },
  {
    method: "get",
    path: `${session}/documents/{name}`,
    summary: "A file of the session; ?unit= for the assignments or the ledger of one unit",
  },
  {
    method: "post",
    path: `${session}/documents/{name}/tasks`,
    summary: "Begin to make the same file; answers at once, or how far it is",
    status: 202,
    reply: exportTaskReplySchema,
  },
  {
    method: "get",
    path: `${session}/export-tasks/{taskId}`,
    summary: "How far a file is",
    reply: exportTaskReplySchema,
  },
  { method: "get", path: `${session}/export-tasks/{taskId}/file`, summary: "Take the file, once" },
  {
    method: "delete",
    path: `${session}/export-tasks/{taskId}`,
    summary: "Cancel the making of a file",
    reply: nothing,
  },
  {
    method: "get",
    path: `${session}/documents/{name}/preview`,
    summary: "Where what stands on the pages of a document; ?unit= as of the document; answers If-None-Match",
    reply: previewReplySchema,
  },
  {
    method: "get",
    path: `${session}/documents/{name}/preview.pdf`,
    summary: "The pages; ?digest= those that belong to a preview",
  },
  { method: "get", path: `${session}/documents/archive.zip`, summary: "All that is kept of a session" },
  {
    method: "get",
    path: versions,
    summary: "Versions of a room's notes, newest first",
    reply: notesVersionsReplySchema,
  },
  {
    method: "get",
    path: `${versions}/{versionId}`,
    summary: "A version against the notes as they are",
    reply: notesVersionReplySchema,
  },
  {
    method: "post",
    path: versions,
    summary: "Keep the notes as they are; 200 where nothing had changed",
    body: saveVersionBodySchema,
    status: 201,
    reply: saveVersionReplySchema,
  },
  {
    method: "post",
    path: `${versions}/{versionId}/restore`,
    summary: "Put a version back as a new one",
    reply: restoreVersionReplySchema,
  },
];

/** OpenAPI 3.1, made from the schemas the routes parse with. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Yantao", version: "1", license: { name: "MIT", identifier: "MIT" } },
    security: [{ cookie: [] }, { bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        cookie: { type: "apiKey", in: "cookie", name: "yantao_token" },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
  };
}

function operationObject({ path, summary, body, form, status, reply }: Operation): object {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: "path", required: true, schema: { type: "string" } };
  });
  const content = reply === undefined ? { "application/octet-stream": {} } : jsonContent(reply);
  return {
    summary,
    parameters,
    ...(body !== undefined && { requestBody: { required: true, content: jsonContent(body) } }),
    ...(form !== undefined && { requestBody: { required: true, content: formContent(form) } }),
    responses: {
      [String(status ?? 200)]: { description: "Done", content },
      default: { description: "Refused", content: jsonContent(errorBodySchema) },
    },
  };
}

function jsonContent(schema: z.ZodType): object {
  return { "application/json": { schema: z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) } };
}

function formContent(schema: z.ZodType): object {
  return { "multipart/form-data": { schema: z.toJSONSchema(schema) } };
}
