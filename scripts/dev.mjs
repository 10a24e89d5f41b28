import { install, runTool } from "./prepare.mjs";

install();
runTool("tsx/dist/cli.mjs", ["watch", "--clear-screen=false", "server/main.ts", "--dev"]);
