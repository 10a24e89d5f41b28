import { Link, useParams } from "react-router";
import type { PersonView } from "../../../shared/domain/people/views.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useCan, useRecords } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { crewOf } from "./crew.ts";
import styles from "./crew-line.module.css";

interface Props {
  readonly room: RoomRecord;
  readonly people: readonly PersonView[];
  /** Whether what a group lacks is said, with the way to the roster for who may correct it. */
  readonly warns: boolean;
}

/** Who leads a group and who records in it; nothing for the plenary. */
export function CrewLine({ room, people, warns }: Props) {
  const words = useMessages().rooms;
  const { sessionId = "" } = useParams();
  const mayName = useCan()({ type: "roster.read" });
  const rounds = useRecords("round");
  if (room.roomKind === "plenary") return null;
  const { leaders, recorders } = crewOf(room, people, rounds);
  const known = [
    ...(leaders.length > 0 ? [words.leads(leaders)] : []),
    ...(recorders.length > 0 ? [words.records(recorders)] : []),
  ];
  const lacking = [
    ...(leaders.length === 0 ? [words.noLeader] : []),
    ...(recorders.length === 0 ? [words.noRecorder] : []),
  ];
  if (known.length === 0 && !warns) return null;
  return (
    <p className={styles.crew}>
      {known.map((one) => (
        <span key={one}>{one}</span>
      ))}
      {warns &&
        lacking.map((one) => (
          <span key={one} className={styles.lacking}>
            {one}
          </span>
        ))}
      {warns && mayName && lacking.length > 0 && (
        <Link to={`/organiser/${sessionId}?step=roster`}>{words.nameThem}</Link>
      )}
    </p>
  );
}
