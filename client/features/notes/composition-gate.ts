/** The editor reads the last letters of a composition a little after `compositionend`. */
export const COMPOSITION_SETTLE_MS = 60;

/**
 * Holds back what would disturb a Chinese, Japanese or Korean word being composed, until it is finished: changes of
 * others, which would redraw the text under the input method, and the half-typed letters on their way out.
 */
export class CompositionGate {
  private composing = false;
  private held: (() => void)[] = [];
  private beforeOthers: (() => void) | null = null;

  /** What the editor does to be ready for each change of others; null once there is no editor. */
  guard(beforeOthers: (() => void) | null): void {
    this.beforeOthers = beforeOthers;
  }

  /** `compositionstart` in the editor. */
  begin(): void {
    this.composing = true;
  }

  /** The composition is over, its text is in the document: everything held happens now, in order. */
  end(): void {
    this.composing = false;
    const held = this.held;
    this.held = [];
    for (const action of held) action();
  }

  isComposing(): boolean {
    return this.composing;
  }

  /** Runs `action` at once, or at the end of the composition under way. */
  pass(action: () => void): void {
    if (this.composing) this.held.push(action);
    else action();
  }

  /** Lets a change of others in, now or at the end of the composition under way, once the editor is ready for it. */
  letIn(change: () => void): void {
    this.pass(() => {
      this.beforeOthers?.();
      change();
    });
  }

  /** Forgets what is held; the connection it came by is gone. */
  drop(): void {
    this.held = [];
  }
}
