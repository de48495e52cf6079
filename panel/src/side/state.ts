/** What `GET /api/panel/state` says. Instants are RFC 3339 in UTC; `local_…` are already in the person's zone. */

import type { Call, FollowUp, Hour, RoomSheet } from "./call-state.ts";

export interface Source {
  readonly title: string;
  readonly url: string | null;
  readonly quote: string;
  readonly seen_at: string | null;
  /** Said of a mail only. */
  readonly kind?: "mail";
}

export interface Line {
  readonly text: string;
  readonly source?: Source | null;
}

export interface Meeting {
  readonly id: string;
  readonly subject: string | null;
  readonly start: string;
  readonly end: string;
  readonly local_start: string;
  readonly local_end: string;
  readonly provider: string;
  readonly join_url: string | null;
  readonly client_domain: string | null;
  readonly is_series: boolean;
  readonly state: "before" | "under_way" | "over";
}

export interface Choice {
  readonly id: string;
  readonly subject: string | null;
  readonly start: string;
  readonly end: string;
  readonly local_start: string;
}

export interface Brief {
  readonly line: string;
  readonly bullets: readonly Line[];
  readonly more: readonly Line[];
  readonly warnings: readonly { readonly kind: string; readonly text: string; readonly is_grave: boolean }[];
  readonly unknown: readonly string[];
}

export interface Must {
  readonly id: string;
  readonly text: string;
  readonly is_done: boolean;
  readonly own: boolean;
  /** How long it will take, and who decides it: said of the person's own points. */
  readonly minutes?: number | null;
  readonly decides?: string | null;
  /** Put off until the next meeting with this client: only the panel says so, until the server has left it out. */
  readonly is_moved?: boolean;
}

export type Role = "decision_maker" | "skeptic" | "trailblazer";

export interface Person {
  readonly address: string;
  readonly name: string;
  readonly side: string;
  readonly role: Role | null;
  /** What they answered to the invitation, where it is worth knowing; else empty. */
  readonly answer: string;
  readonly clock: {
    readonly zone: string | null;
    readonly offset_minutes: number | null;
    readonly local: string | null;
    readonly day_shift: number;
    readonly certainty: string;
    readonly because: readonly string[];
  };
  readonly working: { readonly state: string; readonly note: string };
  readonly points: readonly Line[];
}

export interface Check {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly because: string;
  readonly is_ticked: boolean;
}

export type NoteKind = "note" | "parked" | "promise" | "concern" | "decision";

export interface Note {
  readonly id: string;
  readonly kind: NoteKind;
  readonly text: string;
  /** Who said it. */
  readonly who?: string | null;
  readonly made_at: string;
  readonly is_done: boolean;
}

export interface Proposal {
  readonly kind: string;
  readonly text: string;
  readonly due: string | null;
}

export interface PanelState {
  readonly now: string;
  readonly language: string;
  readonly zone: string;
  readonly direction: "ltr" | "rtl";
  readonly me: { readonly name: string; readonly address: string };
  readonly meeting: Meeting | null;
  readonly why_none: string | null;
  readonly choices: readonly Choice[];
  readonly brief: Brief | null;
  readonly must: readonly Must[];
  readonly people: readonly Person[];
  readonly more_people: number;
  readonly checklist: readonly Check[];
  readonly notes: readonly Note[];
  readonly after: readonly Proposal[];
  /** Not there from an older server, and null where there is nothing to say. */
  readonly call?: Call | null;
  readonly hour?: Hour | null;
  readonly room?: RoomSheet | null;
  readonly follow_up?: FollowUp | null;
}
