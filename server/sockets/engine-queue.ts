interface QueuedPacket {
  readonly data?: string | Buffer;
}

/** What engine.io holds back while a connection takes nothing; it keeps its queue to itself. */
export function engineQueue(connection: object): readonly QueuedPacket[] {
  const { writeBuffer = [] } = connection as { writeBuffer?: readonly QueuedPacket[] };
  return writeBuffer;
}
