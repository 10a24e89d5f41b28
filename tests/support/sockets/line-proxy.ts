import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { Transform } from "node:stream";
import { onTestFinished } from "vitest";

/** A TCP line between a client and a server that can be cut or frozen, as a cable or a wireless network is. */
export interface LineProxy {
  readonly url: string;
  /** How many connections were made so far. */
  connections(): number;
  /** What the server has sent so far, in bytes. */
  answeredBytes(): number;
  /** Closes all connections; new ones are taken. */
  cut(): void;
  /** Passes nothing on any more and tells nobody, as when a cable is pulled; `thaw` lets new connections through. */
  freeze(): void;
  /** What the client sends still arrives and nothing comes back; ended by `thaw`. */
  deafen(): void;
  /** Closes what was frozen; new connections pass. */
  thaw(): void;
}

const SLICE_MS = 50;

/** Lets so many bytes a second through, in even slices. */
function narrow(bytesPerSecond: number): Transform {
  const sliceBytes = Math.ceil((bytesPerSecond * SLICE_MS) / 1_000);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const pass = (from: number) => {
        if (from >= chunk.length) return done();
        this.push(chunk.subarray(from, from + sliceBytes));
        setTimeout(pass, SLICE_MS, from + sliceBytes);
      };
      pass(0);
    },
  });
}

/**
 * Opens a line to `targetUrl` on a free port of 127.0.0.1; closed when the test is over. `bytesPerSecond` is how fast
 * the server's answers come, `sentBytesPerSecond` what the client sends; both without a bound unless told.
 */
export async function openLine(
  targetUrl: string,
  options: { bytesPerSecond?: number; sentBytesPerSecond?: number } = {},
): Promise<LineProxy> {
  const target = new URL(targetUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  let frozen = false;
  let connections = 0;
  const answering: Socket[] = [];
  const server = createServer((near) => {
    connections += 1;
    const far = connect(Number(target.port), target.hostname);
    answering.push(far);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    if (frozen) near.pause();
    else {
      const { bytesPerSecond, sentBytesPerSecond } = options;
      (sentBytesPerSecond === undefined ? near : near.pipe(narrow(sentBytesPerSecond))).pipe(far);
      (bytesPerSecond === undefined ? far : far.pipe(narrow(bytesPerSecond))).pipe(near);
    }
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
    connections: () => connections,
    answeredBytes: () => answering.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
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
