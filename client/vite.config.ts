import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

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
  },
});
