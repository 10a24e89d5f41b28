import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

export interface Metrics {
  readonly registry: Registry;
  readonly slowClientsClosed: Counter;
}

/** The process's numbers and ours, in Prometheus' terms; no user or room is named in them. */
export function createMetrics(connections: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "yantao_session_connections",
    help: "Live Socket.IO connections",
    registers: [registry],
    collect() {
      this.set(connections());
    },
  });
  const slowClientsClosed = new Counter({
    name: "yantao_slow_clients_closed_total",
    help: "Connections let go because they did not read",
    registers: [registry],
  });
  return { registry, slowClientsClosed };
}
