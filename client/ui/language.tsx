import { notifications } from "@mantine/notifications";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Language } from "../../shared/messages/translation.ts";
import type { AllMessages, Messages } from "../../shared/messages/zh-CN.ts";
import { browserStorage } from "../sync/browser-storage.ts";
import { fetchAllMessages, fetchMessages, hasAllMessages } from "./text/fetch-messages.ts";

const STORAGE_KEY = "yantao.language";
const NOTICE_ID = "language";

/** A language with its words. */
export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

type LanguageChoice = readonly [Language, (language: Language) => void];

interface Speaking {
  readonly spoken: Spoken;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Speaking | null>(null);

/** The language of the last visit, 简体中文 until somebody chooses otherwise; rejects where its words do not come. */
export function fetchChosenLanguage(): Promise<Spoken> {
  return fetchLanguage(browserStorage.getItem(STORAGE_KEY) === "en" ? "en" : "zh-CN");
}

async function fetchLanguage(language: Language): Promise<Spoken> {
  const messages = await fetchMessages(language);
  if (hasAllMessages()) await fetchAllMessages(language);
  return { language, messages };
}

interface Props {
  /** What the first screen is written in. */
  readonly first: Spoken;
  readonly children: ReactNode;
}

/** Holds the language of the screen; kept for the next visit. One whose words do not come is said and not taken. */
export function LanguageProvider({ first, children }: Props) {
  const [spoken, setSpoken] = useState(first);
  const { language, messages } = spoken;
  const wanted = useRef(language);
  const choose = useCallback(
    (next: Language) => {
      wanted.current = next;
      fetchLanguage(next).then(
        (fetched) => {
          if (wanted.current !== next) return;
          notifications.hide(NOTICE_ID);
          browserStorage.setItem(STORAGE_KEY, next);
          setSpoken(fetched);
        },
        () => {
          if (wanted.current !== next) return;
          notifications.show({ id: NOTICE_ID, color: "flag", message: messages.common.languageNotFetched });
        },
      );
    },
    [messages],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext value={{ spoken, choose }}>{children}</LanguageContext>;
}

/** The words that every screen has, in the language chosen. */
export function useMessages(): Messages {
  return useSpeaking().spoken.messages;
}

/** Those of staff's screens too. What reads them waits until they have come, and fails where they do not. */
export function useAllMessages(): AllMessages {
  return use(fetchAllMessages(useSpeaking().spoken.language));
}

/** The language of the screen and how to change it. */
export function useLanguage(): LanguageChoice {
  const { spoken, choose } = useSpeaking();
  return [spoken.language, choose];
}

function useSpeaking(): Speaking {
  const speaking = useContext(LanguageContext);
  if (speaking === null) throw new Error("no language around this part of the screen");
  return speaking;
}
