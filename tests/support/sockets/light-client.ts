import { WebSocket } from "ws";

/**
 * A Socket.IO client of a few lines on a bare WebSocket, for a thousand of them in one process: it answers pings,
 * asks with acknowledgement, and hands over events as text, unparsed until somebody looks.
 */
export class LightClient {
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (reply: string) => void>();
  private nextAck = 0;
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
      socket.on("message", (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith("42")) client.onEvent(text.slice(2));
        else if (text.startsWith("43")) client.settle(text);
        else if (text === "2") socket.send("3");
        else if (text.startsWith("0")) socket.send(`40${JSON.stringify({ token })}`);
        else if (text.startsWith("40")) resolve(client);
        else if (text.startsWith("44")) reject(new Error(text));
      });
    });
  }

  /** Calls `event` and gives the acknowledgement's first argument. */
  async call<T>(event: string, argument: object): Promise<T> {
    const id = this.nextAck;
    this.nextAck += 1;
    const answer = new Promise<string>((resolve) => this.waiting.set(id, resolve));
    this.socket.send(`42${id}${JSON.stringify([event, argument])}`);
    return (JSON.parse(await answer) as [T])[0];
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

  private settle(text: string): void {
    const id = Number.parseInt(text.slice(2), 10);
    this.waiting.get(id)?.(text.slice(text.indexOf("[")));
    this.waiting.delete(id);
  }
}
