import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./ui/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
// A browser that lacks what the pages need has been told so by fallback.js, and would tell something wrong.
if (!document.documentElement.classList.contains("unsupported")) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
