import type { QuestionView } from "../../../shared/domain/questions/views.ts";
import { roomRecordId } from "../../../shared/domain/rooms/records.ts";
import { useRecord } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Tag } from "../../ui/tag.tsx";

interface Props {
  readonly question: QuestionView;
  /** The room it is read in; absent outside the rooms. */
  readonly roomId?: string | undefined;
}

/** A question of a group that is read in the plenary as well: there it says where it comes from, elsewhere that it is there. */
export function LiftTag({ question, roomId }: Props) {
  const words = useMessages().common.question;
  const home = useRecord("room", roomRecordId(question.roomId));
  if (question.liftedTo === null) return null;
  if (question.liftedTo !== roomId) return <Tag>{words.lifted}</Tag>;
  return home === undefined ? null : <Tag tone="unit">{words.liftedFrom(home.name)}</Tag>;
}
