/**
 * The panel's API from sample-panel.json: `SAMPLE=german`, `crowd` or `none` before `npm run dev` for other states, or one of
 * the moments of a call in sample-call.json: `before`, `opening`, `running`, `large`, `asks`, `hint`, `break`, `next`,
 * `closing`, `over`.
 */

import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";

interface Sample {
  readonly state: Record<string, unknown> & { readonly people: readonly Record<string, unknown>[] };
  readonly german: object;
  readonly week: object;
  readonly owed: object;
  readonly settings: object;
}

type Documents = Readonly<Record<string, unknown>>;

interface CallSample extends Documents {
  readonly moments: Readonly<Record<string, Documents>>;
}

const SAMPLE = new URL("sample-panel.json", import.meta.url);
const RELATIONSHIPS = new URL("sample-relationships.json", import.meta.url);
const CALL = new URL("sample-call.json", import.meta.url);
const PAGES: Readonly<Record<string, string>> = {
  "/panel/": "/panel.html",
  "/tab/": "/tab.html",
  "/tab/configure": "/configure.html",
  "/check/": "/check.html",
  "/preview/": "/index.html",
  "/preview/host": "/host.html",
};

/** The address of the file behind a page's address, or the same. */
export function fileBehind(url: string): string {
  const [path = "", query] = url.split("?");
  const file = PAGES[path] ?? path.replace(/^\/(?:panel|tab|check|preview)\/assets\//, "/assets/");
  return query === undefined ? file : `${file}?${query}`;
}

/** Whether it was answered. */
export function answerPanel(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url ?? "";
  if (path.startsWith("/preview/api/token")) json(response, { token: `x.${btoa(JSON.stringify({ exp: 4_000_000_000 }))}.x` });
  else if (path.startsWith("/api/panel/stream")) stream(response);
  else if (path.startsWith("/api/panel/state")) json(response, stateOf(process.env["SAMPLE"]));
  else if (path.startsWith("/api/panel/week")) json(response, read().week);
  else if (path.startsWith("/api/panel/owed") && request.method === "GET") json(response, read().owed);
  else if (path.startsWith("/api/panel/relationships")) json(response, JSON.parse(readFileSync(RELATIONSHIPS, "utf8")) as object);
  else if (path.startsWith("/api/panel/settings")) json(response, read().settings);
  else if (path.startsWith("/api/panel/check-link")) json(response, { url: new URL("/check/#k=sample", `http://${request.headers.host}`).href });
  else if (path.startsWith("/api/panel/")) json(response, { ok: true });
  else return false;
  return true;
}

function read(): Sample {
  return JSON.parse(readFileSync(SAMPLE, "utf8")) as Sample;
}

function stateOf(wanted: string | undefined): object {
  const { state, german } = read();
  if (wanted === "german") return { ...state, ...german };
  if (wanted === "none") return { ...state, meeting: null, brief: null, people: [], why_none: "This chat belongs to no client meeting of yours." };
  if (wanted && wanted !== "crowd") return duringCall(state, wanted);
  if (!wanted) return state;
  const people = Array.from({ length: 40 }, (_, index) => ({ ...state.people[index % 6], address: `p${index}@northwindtraders.com` }));
  return { ...state, people, more_people: 212 };
}

/** The state in a moment of a call: each document of the moment laid over the usual one. */
function duringCall(state: Documents, moment: string): object {
  const { moments, ...usual } = JSON.parse(readFileSync(CALL, "utf8")) as CallSample;
  const changes = moments[moment];
  if (!changes) throw new Error(`No such sample: ${moment}. There are german, crowd, none, ${Object.keys(moments).join(", ")}.`);
  const all: Documents = { ...state, ...usual };
  return { ...all, ...Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, laidOver(all[name], change)])) };
}

function laidOver(usual: unknown, change: unknown): unknown {
  const areDocuments = [usual, change].every((one) => typeof one === "object" && one !== null);
  return areDocuments ? { ...(usual as object), ...(change as object) } : change;
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { "Content-Type": "application/json", "Cache-Control": "no-store" }).end(JSON.stringify(body));
}

function stream(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("retry: 1000\n\nevent: changed\nid: 1\ndata: {}\n\n");
}
