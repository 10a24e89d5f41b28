import "./ui/mantine-styles.css";
import "@mantine/notifications/styles.layer.css";
import "./ui/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { fetchChosenLanguage } from "./ui/language.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
// A browser that lacks what the pages need has been told so by fallback.js, and would tell something wrong; where the
// words do not come, its sentence stands as where no page comes.
if (!document.documentElement.classList.contains("unsupported")) {
  void fetchChosenLanguage().then((firstLanguage) => {
    createRoot(root).render(
      <StrictMode>
        <App firstLanguage={firstLanguage} />
      </StrictMode>,
    );
  });
}
