import { WebSocket } from "ws";

/**
 * A Socket.IO client of a few lines on a bare WebSocket, for a thousand of them in one process: it answers pings,
 * asks with acknowledgement, and hands over events as text, unparsed until somebody looks.
 */
export class LightClient {
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (reply: Buffer) => void>();
  private nextCallId = 0;
  /** An acknowledgement some of whose attachments have not come. */
  private partial: { readonly reply: Buffer; missing: number } | null = null;
  /** Content of messages that came, in bytes. */
  bytesHeard = 0;
  /** Told of every event: the text `["name",…]` as it came. */
  onEvent: (text: string) => void = () => undefined;
  onClose: () => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("close", () => this.onClose());
    socket.on("error", () => undefined);
  }

  static connect(url: string, token = ""): Promise<LightClient> {
    const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`);
    const client = new LightClient(socket);
    return new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.on("message", (data: Buffer, isBinary: boolean) => {
        client.bytesHeard += data.length;
        if (isBinary) return client.attach();
        const kind = data.toString("latin1", 0, 2);
        if (kind === "42") client.onEvent(data.toString("utf8", 2));
        else if (kind === "43") client.settle(data.subarray(2));
        else if (kind === "46") client.expect(data.subarray(2));
        else if (kind === "2") socket.send("3");
        else if (kind.startsWith("0")) socket.send(`40${JSON.stringify({ token })}`);
        else if (kind === "40") resolve(client);
        else if (kind === "44") reject(new Error(data.toString()));
      });
    });
  }

  /** By which id the next call is made, counted from 0. */
  get callId(): number {
    return this.nextCallId;
  }

  /** Calls `event` and gives the JSON of the acknowledgement's arguments, with placeholders for what is attached, as bytes. */
  askBytes(event: string, argument: object): Promise<Buffer> {
    const callId = this.nextCallId;
    this.nextCallId += 1;
    const reply = new Promise<Buffer>((resolve) => this.waiting.set(callId, resolve));
    this.socket.send(`42${callId}${JSON.stringify([event, argument])}`);
    return reply;
  }

  /** Calls `event` and gives the same as text. */
  async ask(event: string, argument: object): Promise<string> {
    return (await this.askBytes(event, argument)).toString();
  }

  /** Calls `event` and gives the acknowledgement's first argument. */
  async call<T>(event: string, argument: object): Promise<T> {
    return (JSON.parse(await this.ask(event, argument)) as [T])[0];
  }

  /** Takes nothing any more, as a browser that hangs. */
  stopReading(): void {
    this.socket.pause();
  }

  /** Goes on after `stopReading`. */
  resumeReading(): void {
    this.socket.resume();
  }

  close(): void {
    this.socket.terminate();
  }

  /** `61-7[…]`: an acknowledgement that so many attachments follow. */
  private expect(data: Buffer): void {
    const start = data.indexOf("-") + 1;
    this.partial = { reply: data.subarray(start), missing: numberAtStart(data) };
  }

  private attach(): void {
    const { partial } = this;
    if (partial === null) throw new Error("attached to nothing");
    partial.missing -= 1;
    if (partial.missing > 0) return;
    this.partial = null;
    this.settle(partial.reply);
  }

  private settle(reply: Buffer): void {
    const callId = numberAtStart(reply);
    this.waiting.get(callId)?.(reply.subarray(reply.indexOf("[")));
    this.waiting.delete(callId);
  }
}

function numberAtStart(data: Buffer): number {
  return Number.parseInt(data.toString("latin1", 0, 16), 10);
}
