import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** What the way into the room shares with nearly every screen. */
const COMMON =
  /\/client\/(ui\/(tag|states|forms|search|text|use-)|sync\/|features\/(outbox|questions\/look-alikes))|\/shared\/(domain\/people\/by-order|messages\/without-stop)|\/@mantine\/(hooks\/|core\/esm\/(core\/DirectionProvider|components\/(Combobox|Group\/)|utils))/;

/** The browser's part. In development the server holds vite as middleware; a build goes to `dist/client`. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
    emptyOutDir: true,
    // Browsers one to three years old, on machines nobody updates.
    target: ["chrome109", "firefox115", "safari16.4"],
    // The notes editor is the largest piece and is fetched only when notes are opened.
    chunkSizeWarningLimit: 600,
    // What nearly every screen has comes in one piece: one of some hundred bytes costs as much again to ask for.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "common", test: COMMON }] },
      },
    },
  },
});
