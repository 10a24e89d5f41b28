import { onlyAnswers } from "../../../shared/domain/people/standing.ts";
import type { RoomRecord } from "../../../shared/domain/rooms/records.ts";
import { useMe } from "../../sync/hooks.ts";
import { useMessages } from "../../ui/language.tsx";
import { Banner } from "../../ui/states/banner.tsx";

/** What the viewer cannot do here at the moment, and that nothing written is lost by it. */
export function RoomNotice({ room }: { room: RoomRecord }) {
  const { room: words } = useMessages();
  const me = useMe();
  if (me?.side === "observer") return <Banner tone="notice" title={words.observerBanner} />;
  if (room.status === "open") return null;
  const text = me !== undefined && onlyAnswers(me.side) ? words.closedBannerAnswer : words.closedBanner;
  return <Banner tone="notice" title={text} />;
}
