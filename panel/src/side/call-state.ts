/** What `GET /api/panel/state` says of a call: how it runs, the plan of its hour, who is in the room, what comes after. */

import type { PanelState, Role, Source } from "./state.ts";

export type CallStage = "waiting" | "running" | "paused" | "over" | "never_started" | "unsure";

export interface Clock {
  readonly name: string;
  readonly clock: string;
  readonly day_shift: number;
}

export interface Hint {
  readonly id: string;
  readonly kind: "break" | "break_firm" | "midpoint" | "lunch" | "new_topic";
  readonly text: string;
  readonly because: string;
  readonly later: number;
}

export interface Break {
  readonly began_at: string;
  readonly until: string;
  readonly minutes: number;
  /** To paste into the meeting's chat, in the client's language where the server has its words. */
  readonly line: string;
  readonly back_at: string;
  readonly clocks: readonly Clock[];
}

export interface NextTopic {
  readonly id: string;
  readonly kind: "must" | "parked";
  readonly text: string;
  readonly line: string;
}

export interface Call {
  readonly state: CallStage;
  /** How the server knows: from meeting events, from the person's own tap, or by the calendar alone. */
  readonly known_from: "teams" | "you" | "calendar";
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly planned_end: string;
  readonly asks: { readonly kind: "started" | "over"; readonly text: string } | null;
  readonly hint: Hint | null;
  readonly break: Break | null;
  readonly next: NextTopic | null;
  readonly message_now: readonly { readonly address: string; readonly name: string; readonly text: string }[];
}

export type CallTap =
  | "started" | "ended" | "runs_over" | "never" | "take" | "later" | "not_now" | "longer" | "back" | "lull" | "speaking";

export interface Opener {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly source?: Source | null;
  readonly is_used: boolean;
}

export interface Drift {
  readonly minutes_left: number;
  readonly topics_left: number;
  readonly minutes_needed: number;
  readonly state: "fine" | "tight" | "over";
  readonly text: string;
}

export interface Decision {
  readonly id: string;
  readonly text: string;
  readonly who: string | null;
  readonly is_made: boolean;
}

export interface Visit {
  readonly id: string;
  readonly text: string;
  readonly is_ticked: boolean;
}

export interface Hour {
  readonly opening: {
    readonly minutes: number;
    readonly kind: "people" | "task" | "unknown";
    readonly text: string;
    readonly source?: Source | null;
  };
  readonly early_door: { readonly text: string; readonly line: string } | null;
  readonly openers: readonly Opener[];
  readonly drift: Drift | null;
  readonly decisions: readonly Decision[];
  readonly closing: { readonly from: string; readonly text: string; readonly promises: readonly string[] };
  readonly care: { readonly is_on: boolean; readonly by: "you" | "news" | null; readonly text: string | null };
  readonly background: string | null;
  readonly visit: readonly Visit[];
}

export interface Seat {
  readonly address: string;
  readonly name: string;
  readonly presence: "here" | "late" | "left" | "missing" | "unknown";
  readonly since: string | null;
  readonly is_addressed: boolean;
  readonly role: Role | null;
  readonly needs: string | null;
  /** One to ask them about the people they work with. */
  readonly question?: string | null;
  readonly suggested_role: { readonly role: Role; readonly quote: string } | null;
}

export interface RoomSheet {
  readonly mode: "small" | "large";
  readonly people: readonly Seat[];
  /** The addresses of who has not been addressed yet, in order. */
  readonly round: readonly string[];
  readonly dos: readonly string[];
  readonly donts: readonly string[];
  readonly script: string | null;
  readonly others: readonly { readonly name: string; readonly what: string }[];
}

export interface Promised {
  readonly id: string;
  /** The likelier side where it has to be asked. */
  readonly side: "ours" | "theirs" | null;
  /** Nobody where the person themself promised it. */
  readonly who: string | null;
  readonly what: string;
  readonly due_on: string | null;
  readonly due_words: string;
  readonly quote: string;
  /** "ask": whether it was promised, and by whom, only the person can say. */
  readonly state: string;
  /** How it stands with the person's own To Do. */
  readonly task?: string | null;
}

export interface DraftOffer {
  readonly kind: string;
  readonly text: string;
  readonly state: "none" | "made";
  readonly link: string | null;
  /** Whom it is for, where it is for one. */
  readonly address?: string;
}

export interface FollowUp {
  /** False: only the word to leave behind can be chosen yet. */
  readonly is_over?: boolean;
  readonly promises: readonly Promised[];
  readonly drafts: readonly DraftOffer[];
  readonly open: readonly string[];
  readonly one_to_ones?: readonly { readonly address: string; readonly name: string; readonly quote: string | null }[];
  readonly ideas?: readonly { readonly who: string; readonly text: string }[];
  /** What is missing yet, and what may be wrong. */
  readonly notes?: readonly string[];
  readonly impression: { readonly wanted: string | null; readonly went: string | null; readonly trend?: string | null };
  readonly lesson?: string | null;
  readonly check_in_on?: string | null;
}

/** Whether people talk now, or have their coffee and will talk on. */
export function isLive(call: Call | null | undefined): boolean {
  return call?.state === "running" || call?.state === "paused";
}

/** The same, or as far as anybody knows it is so. */
export function isUnderWay({ call, meeting }: Pick<PanelState, "call" | "meeting">): boolean {
  return isLive(call) || (call?.state === "unsure" && meeting?.state === "under_way");
}
