/** For work on the pages alone: `npm run dev` (or `npm run preview`) answers from the samples here. Never in the build. */

import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { answerPanel, fileBehind } from "./sample-panel.ts";

const SAMPLE = new URL("sample-state.json", import.meta.url);
const WHY = new URL("sample-why.json", import.meta.url);
const CSP = "default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; object-src 'none'";

export function sampleDoor(): Plugin {
  return {
    name: "sample-door",
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(withPolicy),
  };
}

function withPolicy(request: IncomingMessage, response: ServerResponse, next: Connect.NextFunction): void {
  response.setHeader("Content-Security-Policy", CSP);
  answer(request, response, next);
}

function answer(request: IncomingMessage, response: ServerResponse, next: Connect.NextFunction): void {
  const path = request.url ?? "";
  if (path.startsWith("/preview/api/state")) json(response, 200, readFileSync(SAMPLE, "utf8"));
  else if (path.startsWith("/preview/api/why")) json(response, 200, readFileSync(WHY, "utf8"));
  else if (path.startsWith("/preview/api/stream")) stream(response);
  else if (path.startsWith("/preview/api/load")) json(response, 400, '{"problem": "That file is no calendar: it has no BEGIN:VCALENDAR line."}');
  else if (answerPanel(request, response)) return;
  else if (path.startsWith("/preview/api/")) json(response, 200, '{"ok": true}');
  else {
    request.url = fileBehind(path);
    next();
  }
}

function json(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(body);
}

function stream(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("retry: 1000\n\nevent: update\ndata: {}\n\n");
}
