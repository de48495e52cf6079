/** What `GET /api/panel/relationships` says. */

export type RelationState = "new" | "fine" | "soon" | "slipping" | "losing" | "resting";

export interface RelationRow {
  readonly client: string;
  readonly name: string;
  readonly state: RelationState;
  readonly state_text: string;
  readonly days: number | null;
  readonly last: string | null;
  readonly next: string | null;
  readonly is_key: boolean;
  readonly is_off: boolean;
  readonly rests_until: string | null;
  readonly hint: { readonly kind: string; readonly text: string } | null;
}

export interface Touch {
  readonly kind: string;
  readonly text: string;
  readonly day: string;
  readonly who: string;
  readonly doubt: string;
}

export interface RelationShown {
  readonly client: string;
  readonly name: string;
  readonly verdict: string;
  readonly balance: string;
  readonly touches: readonly Touch[];
  readonly limits: {
    readonly soft: number | null;
    readonly hard: number | null;
    readonly usual_soft: number;
    readonly usual_hard: number;
    readonly text: string;
  };
  readonly people: readonly { readonly name: string; readonly number: string; readonly clock: string; readonly note: string }[];
  readonly colleague: string;
  readonly mails: string;
  readonly asked: readonly { readonly what: string; readonly said: string }[];
  readonly assumptions: readonly { readonly id: string; readonly text: string }[];
  readonly around: readonly { readonly name: string; readonly what: string; readonly thanked: string | null }[];
}

export interface RelationPage {
  readonly now: string;
  readonly language: string;
  readonly zone: string;
  readonly list: readonly RelationRow[];
  readonly idea: { readonly kind: string; readonly text: string } | null;
  readonly shown: RelationShown | null;
}

/** Say one word about a client; true once the server has it. */
export type RelationAct = (client: string, what: string, value?: unknown) => Promise<boolean>;
