/** The other side of teams-js: answers a framed page's messages as Teams does, as far as our pages ask. */

export interface Surroundings {
  readonly theme: "default" | "dark" | "contrast";
  readonly locale: string;
  readonly frameContext: "sidePanel" | "content" | "settings";
  readonly chatId: string | null;
  readonly meetingId: string | null;
  /** Our own id of a meeting, as a deep link would carry it. */
  readonly subEntityId: string | null;
}

export interface Answers {
  surroundings(): Surroundings;
  /** Rejects where no token is given: the page hears the reason. */
  token(): Promise<string>;
  open(url: string): void;
  /** What the page asked to be called for and what it has told, by the function's name. */
  onCall?(name: string, args: readonly unknown[]): void;
}

interface Message {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

const API = 4;
const VERSION = "2.58.0";

/** Serve one frame of our own origin until `stop`; `send` tells it an event. */
export function serveFrame(frame: HTMLIFrameElement, answers: Answers) {
  const post = (message: object): void => frame.contentWindow?.postMessage(message, location.origin);
  const hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin || !isMessage(event.data)) return;
    const { id, uuidAsString, func, args = [] } = event.data;
    answers.onCall?.(func, args);
    void answerTo(func, args, answers).then((said) => said && post({ id, uuidAsString, args: said }));
  };
  window.addEventListener("message", hear);
  return {
    send: (func: string, ...args: unknown[]): void => post({ func, args }),
    stop: (): void => window.removeEventListener("message", hear),
  };
}

function isMessage(data: unknown): data is Message {
  return typeof data === "object" && data !== null && "func" in data && typeof data.func === "string";
}

async function answerTo(func: string, args: readonly unknown[], answers: Answers): Promise<readonly unknown[] | null> {
  switch (func) {
    case "initialize": {
      const supports = { pages: { config: {} }, meeting: {}, teamsCore: {} };
      return [answers.surroundings().frameContext, "web", JSON.stringify({ apiVersion: API, supports }), VERSION];
    }
    case "getContext":
      return [contextOf(answers.surroundings())];
    case "authentication.getAuthToken":
      return answers.token().then(
        (token) => [true, token],
        (error: unknown) => [false, error instanceof Error ? error.message : "CancelledByUser"],
      );
    case "executeDeepLink":
      answers.open(String(args[0]));
      return [true];
    case "settings.setSettings":
      return [true];
    default:
      return null;
  }
}

function contextOf(around: Surroundings): object {
  const { theme, locale, frameContext, chatId, meetingId, subEntityId } = around;
  return {
    theme, locale, frameContext,
    entityId: "companion-panel",
    ...(chatId && { chatId }),
    ...(meetingId && { meetingId }),
    ...(subEntityId && { subEntityId }),
    hostName: "Teams",
    hostClientType: "web",
    userObjectId: "00000000-0000-0000-0000-000000000000",
    tid: "00000000-0000-0000-0000-000000000000",
  };
}
