/** The sidecar's doors, asked with the person's token. */

/** The server's own sentence about why it will not. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

/** Nobody answered, or only for now not: worth another try. */
export class Unreachable extends Error {}

/** The host gave no token. */
export class NotSignedIn extends Error {}

export interface Read<T> {
  /** Null: the same as last time. */
  readonly state: T | null;
  readonly etag: string | null;
}

const ROOT = "/api/panel/";
const WORTH_ANOTHER_TRY = [429, 502, 503, 504];
const MARGIN = 60_000;

export class Api {
  private kept: { readonly token: string; readonly until: number } | null = null;
  private asking: Promise<string> | null = null;

  /** `ask` gives a new token each time it is called. */
  constructor(private readonly ask: () => Promise<string>) {}

  /** What stands at `path`. Throws Refusal, Unreachable or NotSignedIn. */
  async read<T>(path: string, etag: string | null = null): Promise<Read<T>> {
    const answer = await this.send(path, etag ? { headers: { "If-None-Match": etag } } : {});
    if (answer.status === 304) return { state: null, etag };
    return { state: await bodyOf<T>(answer), etag: answer.headers.get("ETag") };
  }

  /** Do what `path` says. Throws as `read` does. */
  async write<T>(path: string, body: object): Promise<T> {
    const headers = { "Content-Type": "application/json", "X-Companion-Panel": "1" };
    return bodyOf<T>(await this.send(path, { method: "POST", headers, body: JSON.stringify(body) }));
  }

  /** Any other question, with the token. Throws as `read` does. */
  raw(path: string, init: RequestInit = {}): Promise<Response> {
    return this.send(path, init);
  }

  /** An answer whose body is read as it comes. Throws as `read` does. */
  stream(path: string, signal: AbortSignal): Promise<Response> {
    return this.send(path, { signal, headers: { Accept: "text/event-stream" } });
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const answer = await this.once(path, init);
    if (answer.status !== 401) return checked(answer);
    this.kept = null;
    return checked(await this.once(path, init));
  }

  private async once(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, Authorization: `Bearer ${await this.token()}` };
    return fetch(ROOT + path, { ...init, headers, cache: "no-store" }).catch(() => {
      throw new Unreachable();
    });
  }

  private async token(): Promise<string> {
    if (this.kept && Date.now() < this.kept.until) return this.kept.token;
    this.asking ??= this.newToken().finally(() => (this.asking = null));
    return this.asking;
  }

  private async newToken(): Promise<string> {
    const token = await this.ask().catch((error: unknown) => {
      throw new NotSignedIn(error instanceof Error ? error.message : "");
    });
    this.kept = { token, until: endOf(token) - MARGIN };
    return token;
  }
}

async function checked(answer: Response): Promise<Response> {
  if (answer.ok || answer.status === 304) return answer;
  if (WORTH_ANOTHER_TRY.includes(answer.status)) throw new Unreachable();
  const said: { problem?: unknown; field?: unknown } = await answer.json().catch(() => ({}));
  const problem = typeof said.problem === "string" ? said.problem : `${answer.status} ${answer.statusText}`;
  throw new Refusal(answer.status, problem, typeof said.field === "string" ? said.field : null);
}

async function bodyOf<T>(answer: Response): Promise<T> {
  return answer.json().catch(() => {
    throw new Unreachable();
  }) as Promise<T>;
}

/** When a token ends, by its own word: only so as to ask for a new one in time. */
function endOf(token: string): number {
  try {
    const [, middle = ""] = token.split(".");
    const { exp } = JSON.parse(atob(middle.replaceAll("-", "+").replaceAll("_", "/"))) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}
