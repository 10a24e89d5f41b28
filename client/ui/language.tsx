import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { en } from "../../shared/messages/en.ts";
import type { Language } from "../../shared/messages/translation.ts";
import { type Messages, zhCN } from "../../shared/messages/zh-CN.ts";
import { browserStorage } from "../sync/browser-storage.ts";

const STORAGE_KEY = "yantao.language";
const MESSAGES: Record<Language, Messages> = { "zh-CN": zhCN, en };

type LanguageChoice = readonly [Language, (language: Language) => void];

const LanguageContext = createContext<LanguageChoice>(["zh-CN", () => undefined]);

/** Holds the language of the screen; kept for the next visit, 简体中文 until somebody chooses otherwise. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    browserStorage.getItem(STORAGE_KEY) === "en" ? "en" : "zh-CN",
  );
  const choose = useCallback((next: Language) => {
    browserStorage.setItem(STORAGE_KEY, next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext value={[language, choose]}>{children}</LanguageContext>;
}

/** The words of the screen, in the language chosen. */
export function useMessages(): Messages {
  return MESSAGES[useContext(LanguageContext)[0]];
}

/** The language of the screen and how to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
