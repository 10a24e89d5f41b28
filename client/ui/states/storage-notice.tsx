import { notifications } from "@mantine/notifications";
import { useEffect, useSyncExternalStore } from "react";
import { browserStorage, type Keeping, tabStorage } from "../../sync/browser-storage.ts";
import { useMessages } from "../language.tsx";

const NOTICE_ID = "storage";

/** Says so, as long as it is so, where this browser keeps nothing over a reload, or no more than it has. */
export function StorageNotice() {
  const words = useMessages().common.storage;
  const keeping = useSyncExternalStore(subscribe, worst);
  useEffect(() => {
    if (keeping === "kept") return;
    notifications.show({ id: NOTICE_ID, autoClose: false, message: words[keeping] });
    return () => {
      notifications.hide(NOTICE_ID);
    };
  }, [keeping, words]);
  return null;
}

function subscribe(listener: () => void): () => void {
  const ends = [browserStorage.subscribe(listener), tabStorage.subscribe(listener)];
  return () => {
    for (const end of ends) end();
  };
}

function worst(): Keeping {
  const both = [browserStorage.keeping, tabStorage.keeping];
  return (
    both.find((keeping) => keeping === "refused") ?? both.find((keeping) => keeping === "full") ?? "kept"
  );
}
