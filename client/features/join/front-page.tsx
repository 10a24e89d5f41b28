import { Anchor, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import styles from "./front-page.module.css";

interface Props {
  readonly title: string;
  /** Place and time of the session. */
  readonly subtitle?: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** The frame of the pages before one is in: name, title, one card, help and the way to the staff's sign-in. */
export function FrontPage({ title, subtitle, help, children }: Props) {
  const { common } = useMessages();
  const [language, setLanguage] = useLanguage();
  return (
    <main className={styles.page}>
      <p className={styles.product}>{common.product}</p>
      <h1 className={styles.title}>{title}</h1>
      {subtitle !== undefined && subtitle !== "" && <p className={styles.subtitle}>{subtitle}</p>}
      <div className={styles.card}>{children}</div>
      <footer className={styles.foot}>
        {help !== undefined && <span>{help}</span>}
        <Anchor component={Link} to="/organiser" underline="always" size="sm">
          {common.staffSignIn}
        </Anchor>
        <Button
          variant="subtle"
          size="compact-sm"
          lang={language === "en" ? "zh-CN" : "en"}
          onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}
        >
          {common.otherLanguage}
        </Button>
      </footer>
    </main>
  );
}
