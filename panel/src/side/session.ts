/** From the host and the server to what the panel shows: who is asked, what was last said, and what still has to be sent. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Api, NotSignedIn, Refusal } from "../shared/api.ts";
import { ServerClock } from "../shared/clock.ts";
import { Follow } from "../shared/follow.ts";
import { useHost } from "../shared/host.ts";
import type { Host } from "../shared/teams.ts";
import { type Entry, Outbox, type Write } from "./outbox.ts";
import type { PanelState } from "./state.ts";
import { useTurns } from "./turns.ts";

/** Why there is nothing to show. `sentence` is the server's own where it said one. */
export type Trouble =
  | { readonly kind: "outside" | "signed_out" | "unreachable"; readonly sentence: null }
  | { readonly kind: "refused"; readonly status: number; readonly sentence: string };

export interface Session {
  readonly host: Host | null;
  readonly api: Api | null;
  readonly state: PanelState | null;
  readonly clock: ServerClock | null;
  readonly trouble: Trouble | null;
  /** False while only the last state is shown. */
  readonly isConnected: boolean;
  /** When the server was last heard, as performance.now() gave it. */
  readonly heardAt: number;
  readonly entries: readonly Entry[];
  readonly refused: { readonly write: Write; readonly problem: string } | null;
  readonly act: (write: Write) => void;
  readonly choose: (meeting: string | null) => void;
  readonly again: () => void;
  /** Read soon, for something that was just done. */
  readonly look: () => void;
}

export function useSession(): Session {
  const host = useHost();
  const api = useMemo(() => (host ? new Api(host.token) : null), [host]);
  const [state, setState] = useState<PanelState | null>(null);
  const [clock, setClock] = useState<ServerClock | null>(null);
  const [heard, setHeard] = useState({ isConnected: true, at: 0 });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [refused, setRefused] = useState<Session["refused"]>(null);
  const wished = useRef<string | null>(null);
  const outbox = useRef<Outbox | null>(null);
  const follow = useRef<Follow<PanelState> | null>(null);
  const hasState = useRef(false);
  useEffect(() => {
    if (host === null) setTrouble({ kind: "outside", sentence: null });
    if (!host || !api) return;
    wished.current = host.subPage ?? new URLSearchParams(location.search).get("meeting");
    const onState = (next: PanelState | null, askedAt: number): void => {
      outbox.current?.settle(askedAt);
      outbox.current?.wake();
      setHeard({ isConnected: true, at: performance.now() });
      setTrouble(null);
      if (!next) return;
      hasState.current = true;
      setClock(ServerClock.of(next.now, askedAt));
      setState(next);
    };
    const onGone = (): void => {
      setHeard((last) => ({ ...last, isConnected: false }));
      if (!hasState.current) setTrouble({ kind: "unreachable", sentence: null });
    };
    const onRefused = (error: Refusal | NotSignedIn): void => {
      const isAway = error instanceof NotSignedIn && hasState.current;
      if (isAway) return onGone();
      setTrouble(troubleOf(error));
    };
    outbox.current = new Outbox(api, {
      onChange: setEntries,
      onRefused: (write, problem) => {
        setRefused({ write, problem });
        follow.current?.look();
      },
      onSent: () => follow.current?.look(),
    });
    follow.current = new Follow(api, () => pathOf(wished.current, host.chatId), { onState, onGone, onRefused });
    return () => follow.current?.stop();
  }, [host, api]);
  useTurns(state, clock, heard.at, () => follow.current?.look());
  const isUnsaved = entries.some(({ sentAt }) => sentAt === null);
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
  return {
    host: host ?? null, api, state, clock, trouble, isConnected: heard.isConnected, heardAt: heard.at, entries, refused,
    act: (write) => {
      setRefused(null);
      outbox.current?.add(write);
    },
    choose: (meeting) => {
      wished.current = meeting;
      follow.current?.again();
    },
    again: () => follow.current?.again(),
    look: () => follow.current?.look(),
  };
}

function pathOf(meeting: string | null, chat: string | null): string {
  if (meeting) return `state?meeting=${encodeURIComponent(meeting)}`;
  return chat ? `state?chat=${encodeURIComponent(chat)}` : "state";
}

function troubleOf(error: Refusal | NotSignedIn): Trouble {
  if (error instanceof NotSignedIn || error.status === 401) return { kind: "signed_out", sentence: null };
  return { kind: "refused", status: error.status, sentence: error.message };
}
