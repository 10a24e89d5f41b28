/** The shared root in a notes document: `doc.getXmlFragment(NOTES_FRAGMENT)`. */
export const NOTES_FRAGMENT = "notes";

/** Message type of our own on the notes socket: `varUint 64, varUint count`: the first `count` updates this connection sent are on disk. */
export const NOTES_SAVED_MESSAGE = 64;

/**
 * Message type of our own, to clients that say they know of lives: `varUint 65, varString lifeId, varUint seq`: what was
 * sent up to here, with what follows in the same frame, is the document up to `seq`. The life is empty where it is as before.
 */
export const NOTES_LIFE_MESSAGE = 65;
/** Query parameter by which a page says which layout of the notes it writes; programs that only add lines need not. */
export const NOTES_LAYOUT = { name: "layout", value: "2" } as const;

/** WebSocket close codes; 4400–4499 are final to y-websocket, the others are tried again. */
export const CLOSE_CODES = {
  /** The document cannot take what was sent; sending it again would change nothing. */
  contentRefused: 4400,
  rightsChanged: 4205,
  notSignedIn: 4401,
  noRight: 4403,
  noSuchDocument: 4404,
  /** What the client has comes from another life of the document; it is to begin anew. */
  anotherLife: 4409,
  tooLarge: 4413,
  /** The page is older than the layout of the notes and would damage them. */
  clientOutdated: 4426,
  overloaded: 4503,
} as const;

/** The address of a room's notes, without leading slash: `<sessionId>/<roomId>/notes`. */
export function notesDocumentName(sessionId: string, roomId: string): string {
  return `${sessionId}/${roomId}/notes`;
}

/** The room whose notes a document is. */
export function roomOfDocument(documentName: string): {
  readonly sessionId: string;
  readonly roomId: string;
} {
  const [sessionId = "", roomId = ""] = documentName.split("/");
  return { sessionId, roomId };
}
