import { Anchor, Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useAllMessages, useLanguage } from "../../ui/language.tsx";
import { TopBar } from "../../ui/top-bar.tsx";

interface Props {
  readonly title: string;
  /** A screen below the list of sessions has the way back to it. */
  readonly isInner?: boolean;
  readonly live?: ReactNode;
  /** Tells in which state the whole screen is. */
  readonly banner?: ReactNode;
  /** Connection and sign-out, at the right of the top bar. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What every screen of the organiser has around it. */
export function OrganiserFrame({ title, isInner = false, live, banner, aside, children }: Props) {
  const { common, organiser } = useAllMessages();
  const [language, setLanguage] = useLanguage();
  return (
    <>
      <TopBar title={title} live={live}>
        {isInner && (
          <Anchor component={Link} to="/organiser">
            {organiser.session.backToList}
          </Anchor>
        )}
        {aside}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}
        >
          {common.otherLanguage}
        </Button>
      </TopBar>
      {banner}
      <main id="content">{children}</main>
    </>
  );
}
