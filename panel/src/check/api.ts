/** The page's way to the server: the link's key for a session, then everything with that session. */

import type { Result } from "./measure/result.ts";

export interface Opened {
  session: string;
  language: string;
  zone: string;
  now: string;
  meeting: { id: string; subject: string; start: string; local_start: string; plan_b: string | null } | null;
  last: Result[];
  last_at: string | null;
  last_failed: string;
}

const SESSION = "X-Companion-Check";
const KEPT_AS = "companion-check";
const PATIENCE = 10_000;

/** A refusal by the server, with its sentence; `status` 0 where no answer came. */
export class Refusal extends Error {
  constructor(readonly status: number, problem: string) {
    super(problem);
  }
}

/** Opens the link in the address, or the session that this tab has already. The key leaves the address at once. */
export async function openCheck(): Promise<Opened> {
  const key = new URLSearchParams(location.hash.slice(1)).get("k") ?? new URLSearchParams(location.search).get("k");
  const kept = read();
  if (!key && kept) return { ...((await ask("state", kept)) as Opened), session: kept };
  const opened = (await ask("open", "", { k: key ?? "" })) as Opened;
  history.replaceState(null, "", location.pathname);
  keep(opened.session);
  return opened;
}

export const ping = (session: string): Promise<{ now: string }> => ask("ping", session) as Promise<{ now: string }>;

export async function down(session: string, bytes: number): Promise<void> {
  const answer = await call("GET", `bytes?n=${bytes}&${crypto.randomUUID()}`, session);
  const got = (await answer.arrayBuffer()).byteLength;
  if (!answer.ok || got !== bytes) throw new Refusal(answer.status, "");
}

export async function up(session: string, body: Blob): Promise<void> {
  const answer = await call("POST", "bytes", session, body);
  if (!answer.ok) throw new Refusal(answer.status, "");
}

export async function keepResults(session: string, results: Result[]): Promise<void> {
  await ask("result", session, { results });
}

async function ask(what: string, session: string, body?: object): Promise<unknown> {
  const answer = await call(body ? "POST" : "GET", what, session, body && JSON.stringify(body));
  const said = (await answer.json().catch(() => ({}))) as { problem?: string };
  if (!answer.ok) throw new Refusal(answer.status, said.problem ?? "");
  return said;
}

async function call(method: string, what: string, session: string, body?: BodyInit): Promise<Response> {
  const headers: Record<string, string> = session ? { [SESSION]: session } : {};
  if (typeof body === "string") headers["Content-Type"] = "application/json";
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return await fetch(`api/${what}`, { method, headers, cache: "no-store", signal, ...(body === undefined ? {} : { body }) });
  } catch {
    throw new Refusal(0, "");
  }
}

function read(): string {
  try {
    return sessionStorage.getItem(KEPT_AS) ?? "";
  } catch {
    return "";
  }
}

function keep(session: string): void {
  try {
    sessionStorage.setItem(KEPT_AS, session);
  } catch {
    // A browser that keeps nothing asks for a new link after a reload.
  }
}
