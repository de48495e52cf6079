/** What `GET /api/panel/week` and `GET /api/panel/settings` say. */

export interface WeekMeeting {
  readonly id: string;
  readonly subject: string | null;
  readonly start: string;
  readonly local_start: string;
  readonly local_end: string;
  readonly who: readonly string[];
  readonly client_domain: string | null;
  readonly what: string;
}

export interface WeekState {
  readonly now: string;
  readonly language: string;
  readonly zone: string;
  readonly direction?: "ltr" | "rtl";
  readonly days: readonly { readonly date: string; readonly label: string; readonly meetings: readonly WeekMeeting[] }[];
  readonly relationships: readonly Relationship[];
  readonly owed: readonly Owed[];
}

export interface Relationship {
  readonly domain: string;
  readonly name: string | null;
  readonly last: string | null;
  readonly next: string | null;
  readonly meetings: number;
}

/** A promise. `due`, `waiting`, `source` and `doubt` are whole phrases in the person's language. */
export interface Owed {
  readonly id: string;
  readonly side: "ours" | "theirs";
  readonly status: "open" | "done" | "dropped";
  readonly client: string;
  readonly client_name: string;
  readonly who: string | null;
  readonly what: string;
  readonly due: string;
  readonly state: "late" | "soon" | "later" | "none";
  readonly waits_for: string;
  readonly waits_until: string | null;
  readonly upstream: "none" | "waiting" | "late" | "too_late";
  readonly waiting: string;
  readonly quote: string;
  readonly doubt: string | null;
  readonly source: string;
}

/** What `GET /api/panel/owed` says. */
export interface OwedState {
  readonly ours: readonly Owed[];
  readonly theirs: readonly Owed[];
  readonly settled: readonly Owed[];
}

/** What `POST /api/panel/draft` answers. */
export interface Warned {
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  readonly objections: readonly string[];
}

export type Value = string | number | boolean | readonly string[] | null;

export interface Field {
  readonly id: string;
  readonly kind: "number" | "time" | "choice" | "lines" | "text" | "switch";
  readonly label: string;
  readonly hint: string | null;
  readonly value: Value;
  readonly least?: number;
  readonly most?: number;
  readonly choices?: readonly { readonly value: string; readonly title: string }[];
}
