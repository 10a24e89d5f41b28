/**
 * Loaded into a server and its threads before all else: SIGUSR2 ends the thread that writes the database, as a fault
 * in it would.
 */
const { BroadcastChannel, isMainThread } = require("node:worker_threads");

const channel = new BroadcastChannel("end-database-thread");
if (isMainThread) process.on("SIGUSR2", () => channel.postMessage("now"));
else {
  channel.onmessage = () => {
    if (process.argv[1]?.includes("writer-thread")) process.exit(3);
  };
}
channel.unref();
