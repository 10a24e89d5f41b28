import { type OpenStageReply, openStageReplySchema } from "../../../shared/protocol/http.ts";

/** A link to the stage as a browser keeps it; absent or unreadable is null. */
export class KeptStageLink {
  private readonly storage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  private readonly key: string;

  constructor(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">, sessionId: string) {
    this.storage = storage;
    this.key = `yantao.stage.${sessionId}`;
  }

  read(): OpenStageReply | null {
    try {
      return openStageReplySchema.parse(JSON.parse(this.storage.getItem(this.key) ?? ""));
    } catch {
      return null;
    }
  }

  keep(link: OpenStageReply): void {
    this.storage.setItem(this.key, JSON.stringify(link));
  }

  /** Forgets this link, and leaves one that has taken its place. */
  forget(token: string): void {
    if (this.read()?.token === token) this.storage.removeItem(this.key);
  }
}
