const KIB = 1024;
const MIB = 1024 * KIB;

/** Every bound of the notes server; units are in the names. */
export const NOTES_LIMITS = {
  /** A larger message is answered with `tooLarge`; beyond `frameHardMaxBytes` the socket itself refuses it with 1009. */
  frameMaxBytes: MIB,
  frameHardMaxBytes: 2 * MIB,
  fragmentsMax: 1024,
  bufferedChunksMax: 4096,
  /** Snapshot and later updates of one document together. */
  documentMaxBytes: 5 * MIB,
  /** Pieces Yjs keeps a document in; loading takes about a second for 250,000. */
  documentStructsMax: 100_000,
  connectionsPerDocument: 500,
  /** Several laptops and tabs; what follows is for all of an actor's connections to a document together. */
  connectionsPerActorAndDocument: 20,
  updatesPerSecond: 30,
  updatesBurst: 200,
  /** State requests; an answer can be the whole document. */
  syncRequestsPerSecond: 2,
  syncRequestsBurst: 30,
  /** Frames read. Clients echo what they hear of others, so this is above what a person causes. */
  awarenessFramesPerSecond: 60,
  awarenessFramesBurst: 300,
  /** The least time between two awareness frames to the same readers. */
  awarenessIntervalMs: 100,
  awarenessStateMaxBytes: 4 * KIB,
  awarenessEntriesMax: 2000,
  /** What one connection may send before its document is there. */
  heldFramesMax: 64,
  heldBytesMax: 2 * MIB,
  /** How long the first update after a quiet time waits for company, and the least time between two commits. */
  commitDelayMs: 5,
  commitIntervalMs: 40,
  /** How long writers are turned away after the store failed. */
  storeRetryMs: 1000,
  /** Unsent bytes a reader may have for `slowReaderMs`, and never. */
  outboundMaxBytes: MIB,
  outboundHardMaxBytes: 8 * MIB,
  slowReaderMs: 10_000,
  slowReaderCheckMs: 1000,
  heartbeatMs: 15_000,
  silenceMaxMs: 40_000,
  closeGraceMs: 5000,
  compactAfterUpdates: 500,
  compactAfterBytes: 256 * KIB,
  /** Structs and delete ranges taken in at once; what is left goes on after others had their turn. */
  partSizeMax: 1000,
  /** Structs and delete ranges that cost as much of the rate as one keystroke. */
  updateSizePerToken: 200,
  /** Items that one update may make Yjs look at to find places, and all of a document's since the server started. */
  conflictStepsPerUpdateMax: 30_000,
  conflictStepsPerDocumentMax: 2_000_000,
  /** Bounds of one update's inside. */
  structsPerUpdateMax: 20_000,
  deleteRangesPerUpdateMax: 50_000,
  clientsPerUpdateMax: 2000,
  structLengthMax: 1_000_000,
  depthMax: 16,
  nameMaxBytes: 64,
  valueMaxBytes: 8 * KIB,
  valueDepthMax: 8,
} as const;

export type NotesLimits = { readonly [Name in keyof typeof NOTES_LIMITS]: number };
