import { Anchor } from "@mantine/core";
import { Link, useParams } from "react-router";
import { useCan, useRecords } from "../../sync/hooks.ts";
import { useAllMessages } from "../../ui/language.tsx";
import styles from "./wall-link.module.css";

/** 总览, with how many rooms call: the way to the wall from the console. */
export function WallLink() {
  const { wall: words } = useAllMessages();
  const { sessionId = "" } = useParams();
  const calls = useRecords("help").length;
  const mayWatch = useCan()({ type: "wall.read" });
  if (!mayWatch) return null;
  return (
    <Anchor component={Link} to={`/s/${sessionId}/wall`} className={styles.link} data-calls={calls > 0}>
      {calls > 0 ? words.linkCalls(calls) : words.link}
    </Anchor>
  );
}
