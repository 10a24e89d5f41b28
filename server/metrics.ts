import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { ConnectionLimits } from "./connections/connection-limits.ts";
import type { OpenConnections } from "./connections/open-connections.ts";

export interface Metrics {
  readonly registry: Registry;
  readonly slowClientsClosed: Counter;
  /** Connections of people who are not in, by what they were closed for. */
  readonly connectionsClosed: Counter<"reason">;
}

export interface Measured {
  /** Live Socket.IO connections. */
  readonly sessionConnections: () => number;
  readonly connections: () => OpenConnections["counts"];
  readonly limits: ConnectionLimits;
}

/** The process's numbers and ours, in Prometheus' terms; no user or room is named in them. */
export function createMetrics({ sessionConnections, connections, limits }: Measured): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "yantao_session_connections",
    help: "Live Socket.IO connections",
    registers: [registry],
    collect() {
      this.set(sessionConnections());
    },
  });
  new Gauge({
    name: "yantao_connections",
    help: "TCP connections: in, let in to a session or its notes; waiting, all others",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
    },
  });
  const { connectionsMax: all, waitingMax: waiting, waitingPerAddressMax: waitingPerAddress } = limits;
  const bounds = new Gauge({
    name: "yantao_connections_max",
    help: "How many TCP connections there may be, by what the process may have open",
    labelNames: ["which"],
    registers: [registry],
  });
  for (const [which, max] of Object.entries({ all, waiting, waitingPerAddress })) bounds.set({ which }, max);
  const connectionsClosed = new Counter({
    name: "yantao_connections_closed_total",
    help: "Waiting connections closed: full, silent (no whole request), body (it stopped coming), answer (it was not read)",
    labelNames: ["reason"],
    registers: [registry],
  });
  const slowClientsClosed = new Counter({
    name: "yantao_slow_clients_closed_total",
    help: "Connections let go because they did not read",
    registers: [registry],
  });
  return { registry, slowClientsClosed, connectionsClosed };
}
