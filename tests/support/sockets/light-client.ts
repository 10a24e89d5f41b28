import { WebSocket } from "ws";

/**
 * A Socket.IO client of a few lines on a bare WebSocket, for a thousand of them in one process: it answers pings,
 * asks with acknowledgement, and hands over events as text, unparsed until somebody looks.
 */
export class LightClient {
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (reply: string) => void>();
  private nextCallId = 0;
  /** An acknowledgement some of whose attachments have not come. */
  private partial: { readonly text: string; missing: number } | null = null;
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
        const text = data.toString();
        if (text.startsWith("42")) client.onEvent(text.slice(2));
        else if (text.startsWith("43")) client.settle(text.slice(2));
        else if (text.startsWith("46")) client.expect(text.slice(2));
        else if (text === "2") socket.send("3");
        else if (text.startsWith("0")) socket.send(`40${JSON.stringify({ token })}`);
        else if (text.startsWith("40")) resolve(client);
        else if (text.startsWith("44")) reject(new Error(text));
      });
    });
  }

  /** By which id the next call is made, counted from 0. */
  get callId(): number {
    return this.nextCallId;
  }

  /** Calls `event` and gives the JSON of the acknowledgement's arguments, with placeholders for what is attached. */
  ask(event: string, argument: object): Promise<string> {
    const callId = this.nextCallId;
    this.nextCallId += 1;
    const reply = new Promise<string>((resolve) => this.waiting.set(callId, resolve));
    this.socket.send(`42${callId}${JSON.stringify([event, argument])}`);
    return reply;
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
  private expect(text: string): void {
    const start = text.indexOf("-") + 1;
    this.partial = { text: text.slice(start), missing: Number.parseInt(text, 10) };
  }

  private attach(): void {
    const { partial } = this;
    if (partial === null) throw new Error("attached to nothing");
    partial.missing -= 1;
    if (partial.missing > 0) return;
    this.partial = null;
    this.settle(partial.text);
  }

  private settle(text: string): void {
    const callId = Number.parseInt(text, 10);
    this.waiting.get(callId)?.(text.slice(text.indexOf("[")));
    this.waiting.delete(callId);
  }
}
