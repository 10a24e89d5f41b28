import { Button, Menu, Modal } from "@mantine/core";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useCan, useOutbox } from "../../sync/hooks.ts";
import { type TabIdentity, useIdentities } from "../../sync/identity.tsx";
import { useLanguage, useMessages } from "../../ui/language.tsx";
import { JoinForm } from "../join/join-form.tsx";
import styles from "./identity-menu.module.css";

/** In whose name one acts: change to another person of this tab, add one by PIN, leave, change language. */
export function IdentityMenu() {
  const { common } = useMessages();
  const { sessionId = "" } = useParams();
  const { list, current, choose, signOut } = useIdentities();
  const [language, setLanguage] = useLanguage();
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const unsent = useOutbox().length;
  const isStaff = useCan()({ type: "documents.read" });
  const nameOf = useIdentityName();
  if (current === null) return null;

  const others = list.filter(
    (known) => known.kind !== "stage" && known !== current && ["", sessionId].includes(known.sessionId),
  );
  const toRoom = () => void navigate(`/s/${sessionId}/room`, { state: { fresh: true } });
  const changeTo = (identity: TabIdentity) => {
    choose(identity.token);
    toRoom();
  };
  const leave = () => {
    signOut(current.token);
    if (others[0] !== undefined) changeTo(others[0]);
    else void navigate(current.kind === "organiser" ? "/organiser" : `/s/${sessionId}`);
  };

  return (
    <>
      <Menu position="bottom-end" width={340} shadow="md" withinPortal={false}>
        <Menu.Target>
          <Button variant="default" size="compact-md" className={styles.button}>
            <span className={styles.name} title={nameOf(current)}>
              {nameOf(current)}
            </span>
            <span aria-hidden="true" className={styles.arrow}>
              ▾
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {isStaff && (
            <>
              <Menu.Item component={Link} to={`/s/${sessionId}/console`}>
                {common.identity.toConsole}
              </Menu.Item>
              <Menu.Item component={Link} to={`/s/${sessionId}/room`}>
                {common.identity.toRoom}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          {others.length > 0 && <Menu.Label>{common.identity.switchTo}</Menu.Label>}
          {others.map((identity) => (
            <Menu.Item key={identity.token} onClick={() => changeTo(identity)}>
              {nameOf(identity)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setAdding(true)}>{common.identity.add}</Menu.Item>
          <Menu.Item onClick={() => setLanguage(language === "en" ? "zh-CN" : "en")}>
            {common.otherLanguage}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={leave}>
            {common.identity.leave}
            {unsent > 0 && <p className={styles.hint}>{common.identity.leaveUnsent(unsent)}</p>}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={adding} onClose={() => setAdding(false)} size={560} title={common.identity.addTitle}>
        <JoinForm
          sessionId={sessionId}
          onJoined={() => {
            setAdding(false);
            toRoom();
          }}
        />
      </Modal>
    </>
  );
}

/** In whose name one acts as `identity`, in words. */
function useIdentityName(): (identity: TabIdentity) => string {
  const { identity: words } = useMessages().common;
  return ({ kind, name, unit }) =>
    words.actingAs(kind === "organiser" ? words.organiser : name, unit ?? words.staff);
}
