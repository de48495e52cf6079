/** What the panel says by the way: how it stands with the connection, and what was just done. Said once, politely. */

import { useEffect, useState } from "preact/hooks";
import { type ServerClock, timeIn } from "../shared/clock.ts";
import { Close, Offline } from "../shared/icons.tsx";
import { fill } from "../shared/words.ts";
import type { ShownState } from "./overlay.ts";
import type { Session } from "./session.ts";
import type { Words } from "./words.ts";

const STAYS = 8000;

export interface Said {
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

export function useSaid() {
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    if (!said) return;
    const timer = window.setTimeout(() => setSaid(null), STAYS);
    return () => window.clearTimeout(timer);
  }, [said]);
  return { said, say: (text: string, undo?: () => void) => setSaid({ text, undo }), close: () => setSaid(null) };
}

export function SaidLine({ said, words, onClose }: { said: Said | null; words: Words; onClose: () => void }) {
  const undo = (): void => {
    said?.undo?.();
    onClose();
  };
  return (
    <div class="said" role="status">
      {said && (
        <div class="said-line" data-testid="said">
          <span dir="auto">{said.text}</span>
          {said.undo && <button type="button" onClick={undo}>{words.undo}</button>}
          {!said.undo && <button type="button" aria-label={words.dismiss} onClick={onClose}><Close /></button>}
        </div>
      )}
    </div>
  );
}

interface Connection {
  readonly session: Session;
  readonly state: ShownState;
  readonly clock: ServerClock;
  readonly words: Words;
}

export function ConnectionLine({ session, state, clock, words }: Connection) {
  const unsaved = session.entries.filter(({ sentAt }) => sentAt === null).length;
  return (
    <div role="status">
      {!session.isConnected && (
        <div class="offline" data-testid="offline">
          <p>
            <Offline />
            <span>
              <strong>{fill(words.offline, { time: timeIn(clock.when(session.heardAt), state.zone, state.language) })}</strong>
              {unsaved > 0 && <> · {fill(words.unsaved, { n: unsaved })}</>}
            </span>
          </p>
          {unsaved > 0 && <p class="hint">{words.offlineHint}</p>}
        </div>
      )}
    </div>
  );
}
