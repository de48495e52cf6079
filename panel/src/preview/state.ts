/** What the preview server says. Instants are RFC 3339 in UTC; `local_…` are already in the person's zone. */

/** A tag such as `en` or `ja`. */
export type Language = string;
export type MomentState = "waiting" | "sent" | "edited" | "withdrawn" | "late" | "none";

export interface Moment {
  readonly kind: string;
  readonly local_due: string;
  readonly local_due_date: string;
  readonly due: string;
  readonly state: MomentState;
  readonly words: string;
}

export interface Meeting {
  readonly id: string;
  readonly event_id: string;
  readonly subject: string | null;
  readonly local_start: string;
  readonly local_end: string;
  readonly is_shown: boolean;
  readonly reason: string;
  readonly client: string | null;
  readonly people: readonly string[];
  readonly moments: readonly Moment[];
}

export interface Day {
  readonly date: string;
  readonly meetings: readonly Meeting[];
}

export interface Message {
  readonly id: string;
  readonly sent: string;
  readonly edited: string | null;
  readonly edits: number;
  readonly is_deleted: boolean;
  readonly summary: string;
  readonly text: string;
  readonly card: object | null;
}

/** A mail as it stands in Outlook. */
export interface Draft {
  readonly id: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly text: string;
  readonly state: "draft" | "sent" | "deleted";
}

/** A task as it stands in To Do; `due_on` is a date of the person's own calendar. */
export interface Task {
  readonly id: string;
  readonly list: string;
  readonly title: string;
  readonly text: string;
  readonly due_on: string | null;
  readonly is_done: boolean;
}

export interface PreviewState {
  readonly now: string;
  readonly zone: string;
  readonly language: Language;
  /** Empty until the bot is installed and the mailbox was read. */
  readonly person: { readonly name?: string; readonly address?: string };
  readonly days: readonly Day[];
  readonly chat: readonly Message[];
  readonly drafts: readonly Draft[];
  readonly tasks: readonly Task[];
  readonly worker: { readonly is_running: boolean; readonly pid: number | null };
  readonly next: { readonly due: string; readonly words: string } | null;
  readonly problems: readonly string[];
  /** Said to be false while the server still works at what happened; then an empty week means "not read yet". */
  readonly is_idle?: boolean;
}

/** Where a line stands, in its own words. `url` is null for an entry of the calendar; `seen_at` an instant or only a date. */
export interface WhySource {
  readonly title: string;
  readonly url: string | null;
  readonly quote: string;
  readonly seen_at: string | null;
  /** Said of a mail only. */
  readonly kind?: "mail";
}

export interface WhyLine {
  readonly text: string;
  readonly because: readonly string[];
  readonly sources: readonly WhySource[];
}

/** Every line of one meeting's card with its reasons, in the order of the card. */
export interface Why {
  readonly subject: string;
  readonly groups: readonly { readonly title: string; readonly lines: readonly WhyLine[] }[];
}

/** One thing that changed in the chat between two states. */
export interface Change {
  readonly id: string;
  readonly kind: "sent" | "edited" | "withdrawn";
  readonly summary: string;
}

/** What happened in the chat, oldest first. The first state seen is no news. */
export function changesBetween(before: PreviewState | null, after: PreviewState): Change[] {
  if (!before) return [];
  const known = new Map(before.chat.map((message) => [message.id, message]));
  return after.chat.flatMap((message) => {
    const kind = whatHappened(known.get(message.id), message);
    return kind ? [{ id: message.id, kind, summary: message.summary || message.text }] : [];
  });
}

function whatHappened(old: Message | undefined, message: Message): Change["kind"] | null {
  if (message.is_deleted) return old && !old.is_deleted ? "withdrawn" : null;
  if (!old) return "sent";
  return message.edits > old.edits || message.edited !== old.edited ? "edited" : null;
}
