/** Every bound in one place; units are in the names. */
export const LIMITS = {
  idMinChars: 20,
  idMaxChars: 36,
  titleMaxChars: 80,
  placeMaxChars: 80,
  roomNameMaxChars: 40,
  roomsMax: 60,
  /** Those taken away among them. */
  roundsMax: 30,
  roundNameMaxChars: 20,
  /** People seated in one round: a plan of them is one message. */
  roundSeatsMax: 1_500,
  roundPairsMax: 80,
  groupTopicMaxChars: 60,
  /** How long a room may be about to close. */
  roomGraceMinMs: 1_000,
  roomGraceMaxMs: 600_000,
  /** Those taken away among them. */
  agendaItemsMax: 60,
  agendaTitleMaxChars: 40,
  agendaLedByMaxChars: 40,
  nameMaxChars: 30,
  unitMaxChars: 40,
  postMaxChars: 60,
  groupMaxChars: 40,
  seatMaxChars: 20,
  peopleMax: 2000,
  /** What a session may set as the most that one asker has pending. */
  pendingMaxMost: 200,
  questionMaxChars: 500,
  answerMaxChars: 2000,
  reasonMaxChars: 200,
  excuseReasonMaxChars: 60,
  substituteMaxChars: 60,
  remarkMaxChars: 500,
  helpMaxChars: 60,
  noticeMaxChars: 100,
  /** The last line of a room's notes, as the wall shows it. */
  noteLineMaxChars: 120,
  supportUnitsMax: 10,
  /** Questions joined into one, those that came by an earlier joining among them. */
  mergedMax: 100,
  topicMaxChars: 20,
  topicsMax: 40,
  topicsPerQuestionMax: 5,
  phrasesMax: 20,
  /** Questions that wait for the stage. */
  stageQueueMax: 50,
  /** People who wait to speak in one room. */
  speechQueueMax: 500,
  /** Half a day. */
  speakingBudgetMaxMs: 12 * 3_600_000,
  gistMaxChars: 2000,
  pointMaxChars: 300,
  pointsPerSpeechMax: 50,
  /** Units that want to learn one point. */
  wantingUnitsMax: 200,
  /** Steps kept of a question's way, and how many of the last can be undone. */
  stepsMax: 80,
  undoableStepsMax: 3,
  /** Questions a browser follows without its holder being known. */
  followedMax: 50,
  /** Pages of what is on the stage; more than the longest texts fill. */
  stagePagesMax: 1000,
  timerLabelMaxChars: 20,
  timerMinMs: 5_000,
  timerMaxMs: 12 * 60 * 60_000,
  followUpTextMaxChars: 500,
  followUpGistMaxChars: 2000,
  evidenceMaxChars: 2000,
  progressMaxChars: 500,
  progressEntriesMax: 200,
  /** Rows of a ledger that one file may change, and acts by which a row is. */
  ledgerRowsMax: 2_000,
  ledgerStepsMax: 5,
  /** Sessions whose ledgers one file or view may have together. */
  ledgersMax: 200,
  /** Takings of files that are kept as records; the journal has them all. */
  exportsKept: 100,
  exportFileMaxChars: 60,
  versionNameMaxChars: 40,
  passwordMaxChars: 200,
  pinDigits: 6,
  tokenMaxChars: 128,
  laneNameMaxChars: 80,
  lanesHeldMax: 200,
  /** What a client may say that it accepts. */
  packingsMax: 8,
  packingMaxChars: 20,
  /** A Socket.IO frame; files travel over HTTP. */
  socketFrameMaxBytes: 64 * 1024,
  /** An archive to be opened; a session of the largest class comes to a twentieth. */
  archiveMaxBytes: 256 * 1024 * 1024,
  rosterFileMaxBytes: 2 * 1024 * 1024,
  rosterInflatedMaxBytes: 20 * 1024 * 1024,
  rosterRowsMax: 5000,
  rosterColumnsMax: 50,
  rosterEntriesMax: 100,
  rosterReadingMaxMs: 10_000,
  /** Questions of one list that was collected beforehand. */
  collectedRowsMax: 500,
  documentKeyMaxChars: 200,
  /** A text that can be worded otherwise in one place of a document. */
  documentTextMaxChars: 5_000,
  /** Wordings of all documents of a session. */
  documentEditsMax: 1_000,
  /** Sections that a document's setup names. */
  documentSectionsMax: 200,
  redHeadLineMaxChars: 60,
  copyToMax: 30,
} as const;
