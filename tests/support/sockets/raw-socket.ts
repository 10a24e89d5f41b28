import { WebSocket } from "ws";

/** A Socket.IO line without its client, let in by `token`; rejects with what the server says to a stranger. */
export function rawSocket(
  url: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`, {
    headers,
  });
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.on("message", (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith("0")) socket.send(`40${JSON.stringify({ token })}`);
      else if (text.startsWith("40")) resolve(socket);
      else if (text.startsWith("44")) reject(new Error(text));
    });
  });
}
