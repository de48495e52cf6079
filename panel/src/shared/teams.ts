/** The host around the page: Teams, or our own host page, which speaks the same messages. */

import { type Theme, themeOf } from "./theme.ts";

export interface Host {
  readonly theme: Theme;
  readonly locale: string;
  /** The meeting's chat, "19:meeting_…@thread.v2"; null where the page is not in a meeting. */
  readonly chatId: string | null;
  /** What a deep link to the page asked for: an id of one of our meetings. */
  readonly subPage: string | null;
  /** A token that says who the person is. Rejects where the person or the host says no. */
  token(): Promise<string>;
  openLink(url: string): void;
  onTheme(follow: (theme: Theme) => void): void;
  /** Whether anybody in the call speaks, at each change. Nothing where the host does not tell: it may only in a meeting whose admin allowed it. */
  onSpeaking(follow: (isSpeaking: boolean) => void): void;
  /** Tell the host that the page stands, so that it takes its own waiting sign away. */
  hasPainted(): void;
}

const PATIENCE = 15_000;

/** The host, or null where there is none: a page at the top of an ordinary browser, or a frame in a silent page. */
export async function connectHost(): Promise<Host | null> {
  if (window.parent === window.self && !window.opener && !("nativeInterface" in window)) return null;
  const { app, authentication, meeting } = await import("./teams-sdk.ts");
  try {
    await within(PATIENCE, app.initialize());
  } catch {
    return null;
  }
  const context = await app.getContext();
  return {
    theme: themeOf(context.app.theme),
    locale: context.app.locale,
    chatId: context.chat?.id ?? null,
    subPage: context.page.subPageId || null,
    token: () => authentication.getAuthToken(),
    openLink: (url) => void app.openLink(url).catch(() => window.open(url, "_blank", "noopener,noreferrer")),
    onTheme: (follow) => app.registerOnThemeChangeHandler((theme) => follow(themeOf(theme))),
    onSpeaking: (follow) => hearSpeaking(meeting, follow),
    hasPainted: () => void app.notifySuccess(),
  };
}

type Meeting = typeof import("./teams-sdk.ts").meeting;

/** An older host has no such call, and outside a meeting the library throws: then there is nothing to hear. */
function hearSpeaking(meeting: Meeting, follow: (isSpeaking: boolean) => void): void {
  try {
    meeting.registerSpeakingStateChangeHandler(({ isSpeakingDetected, error }) => {
      if (!error && typeof isSpeakingDetected === "boolean") follow(isSpeakingDetected);
    });
  } catch {
    return;
  }
}

function within<T>(span: number, waited: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, refuse) => window.setTimeout(() => refuse(new Error("The host is silent.")), span));
  return Promise.race([waited, late]);
}
