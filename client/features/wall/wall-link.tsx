import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useRecords } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import styles from "./wall-link.module.css";

/** 总览, with how many rooms call: the way to the wall from the console. */
export function WallLink() {
  const { wall: words } = useAllMessages();
  const { sessionId = "" } = useParams();
  const calls = useRecords("help").length;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/wall`} className={styles.link} data-calls={calls > 0}>
      {calls > 0 ? words.linkCalls(calls) : words.link}
    </Anchor>
  );
}
