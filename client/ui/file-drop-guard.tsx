import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useMessages } from "./language.tsx";

const NOTICE_ID = "file-dropped";

/** A file dropped where none is taken stays where it was; a browser left to itself would leave the page for it. */
export function FileDropGuard() {
  const { fileDropped } = useMessages().common;
  useEffect(() => {
    const isUntaken = (event: DragEvent) =>
      !event.defaultPrevented && event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!isUntaken(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "none";
    };
    const drop = (event: DragEvent) => {
      if (!isUntaken(event)) return;
      event.preventDefault();
      notifications.show({ id: NOTICE_ID, message: fileDropped });
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [fileDropped]);
  return null;
}
