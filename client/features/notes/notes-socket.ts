import { mergeUpdates } from "yjs";
import type { CompositionGate } from "./composition-gate.ts";
import { readSentFrame, type SentFrame, updateFrame } from "./notes-frames.ts";

/** Told of every update-bearing message the moment it leaves. */
export type OnSent = (kind: "step2" | "update") => void;

/**
 * A WebSocket for `y-websocket` that reports the update-bearing messages it sends, which the provider does not tell,
 * and sends what was typed during one composition as one update once the composition is over.
 */
export function notesSocketClass(
  Base: typeof WebSocket,
  gate: CompositionGate,
  onSent: OnSent,
): typeof WebSocket {
  return class NotesSocket extends Base {
    private heldUpdates: Uint8Array[] = [];

    override send(data: string | Blob | BufferSource): void {
      const frame: SentFrame = data instanceof Uint8Array ? readSentFrame(data) : { kind: "other" };
      if (frame.kind === "update" && gate.isComposing()) {
        this.hold(frame.update);
        return;
      }
      super.send(data);
      if (frame.kind !== "other") onSent(frame.kind);
    }

    private hold(update: Uint8Array): void {
      this.heldUpdates.push(update);
      if (this.heldUpdates.length === 1) gate.pass(() => this.release());
    }

    private release(): void {
      const updates = this.heldUpdates;
      this.heldUpdates = [];
      if (this.readyState !== this.OPEN) return;
      super.send(updateFrame(mergeUpdates(updates)));
      onSent("update");
    }
  };
}
