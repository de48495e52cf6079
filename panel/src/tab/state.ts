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

export interface Owed {
  readonly id: string;
  readonly text: string;
  readonly subject: string | null;
  readonly made_at: string;
  readonly is_done: boolean;
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
