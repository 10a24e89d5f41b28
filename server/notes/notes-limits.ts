const KIB = 1024;
const MIB = 1024 * KIB;

/** Every bound of the notes server; units are in the names. */
export const NOTES_LIMITS = {
  /**
   * A larger message is answered with `tooLarge`, once what an honest client repeats of the document is taken off; beyond
   * `frameHardMaxBytes`, which has room for that, the socket itself refuses it with 1009.
   */
  frameMaxBytes: MIB,
  frameHardMaxBytes: 3 * MIB,
  fragmentsMax: 1024,
  bufferedChunksMax: 4096,
  /** Snapshot and later updates of one document together. */
  documentMaxBytes: 5 * MIB,
  /** Pieces Yjs keeps a document in; loading takes about a second for 250,000. */
  documentStructsMax: 100_000,
  /** Beyond it, who has none still gets one. */
  connectionsPerDocument: 500,
  /** Several laptops and tabs; what follows is for all of an actor's connections to a document together. */
  connectionsPerActorAndDocument: 20,
  updatesPerSecond: 30,
  updatesBurst: 200,
  /** Updates and state vectors by their bytes; a returning client repeats all that was ever deleted, a megabyte at worst. */
  readBytesPerSecond: 256 * KIB,
  readBytesBurst: 4 * MIB,
  /** Yjs client ids the document did not have. A tab brings one when it first writes, a copy kept apart a few. */
  newClientIdsPerMinute: 30,
  newClientIdsBurst: 200,
  newClientIdsPerUpdateMax: 2000,
  /** State requests; an answer can be the whole document. */
  syncRequestsPerSecond: 2,
  syncRequestsBurst: 30,
  /** Bytes of an answer made for one reader alone that cost as much as one request. */
  answerBytesPerToken: MIB,
  /** Clients a state vector may name beyond those of the document: what a client has that a restored server lacks. */
  stateVectorSpareClients: 20_000,
  /** Frames read. Clients echo what they hear of others, so this is above what a person causes. */
  awarenessFramesPerSecond: 60,
  awarenessFramesBurst: 300,
  /** The least time between two awareness frames to the same readers. */
  awarenessIntervalMs: 100,
  awarenessStateMaxBytes: 4 * KIB,
  /** Above how many can be there at once, for clients repeat what they hear. */
  awarenessEntriesMax: 10_000,
  /** Client ids that stay an actor's for having gone by them, before anything is written. */
  presenceIdsPerActorMax: 64,
  /** What one connection may send before its document is there. */
  heldFramesMax: 64,
  heldBytesMax: 3 * MIB,
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
  /**
   * Items Yjs looks at to find places. Those the sender put there himself: in one update and over time; what is looked at
   * now is looked at again whenever the document is loaded, so this comes back slowly.
   */
  ownStepsPerUpdateMax: 30_000,
  ownStepsPerSecond: 1000,
  ownStepsBurst: 200_000,
  /** Those others put there. Who has used them up waits, and is closed when one update lands on so many such places. */
  landingStepsPerSecond: 4000,
  landingStepsBurst: 1_000_000,
  landingsPerUpdateMax: 20,
  /** After so many the rest of an update goes on when others had their turn. */
  stepsPerTurnMax: 30_000,
  /** Bounds of what one update brings; what the document has already is not counted. */
  structsPerUpdateMax: 20_000,
  deleteRangesPerUpdateMax: 50_000,
  structLengthMax: 1_000_000,
  depthMax: 16,
  nameMaxBytes: 64,
  valueMaxBytes: 8 * KIB,
  valueDepthMax: 8,
  /** Sessions taken away of which anything that still comes is refused; long before as many are, nothing comes of the first. */
  forgottenMax: 1000,
} as const;

export type NotesLimits = { readonly [Name in keyof typeof NOTES_LIMITS]: number };
