import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A TCP line between a client and a server that can be cut or frozen, as a cable or a wireless network is. */
export interface LineProxy {
  readonly url: string;
  /** Closes all connections; new ones are taken. */
  cut(): void;
  /** Passes nothing on any more and tells nobody, as when a cable is pulled; `thaw` lets new connections through. */
  freeze(): void;
  /** What the client sends still arrives and nothing comes back; ended by `thaw`. */
  deafen(): void;
  /** Closes what was frozen; new connections pass. */
  thaw(): void;
}

/** Opens a line to `targetUrl` on a free port of 127.0.0.1; closed when the test is over. */
export async function openLine(targetUrl: string): Promise<LineProxy> {
  const target = new URL(targetUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    if (frozen) near.pause();
    else near.pipe(far).pipe(near);
  });
  const cut = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    cut();
    server.close();
    await once(server, "close");
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    freeze: () => {
      frozen = true;
      for (const [near, far] of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    deafen: () => {
      for (const [near, far] of pairs) far.unpipe(near).pause();
    },
    thaw: () => {
      frozen = false;
      cut();
    },
  };
}
