/** One of our pages in a frame, with Teams' side of the talk. */

import { useEffect, useRef } from "preact/hooks";
import { type Surroundings, serveFrame } from "./teams-host.ts";

const ALLOWED = "microphone; camera; speaker-selection; display-capture; autoplay; clipboard-write; fullscreen";

interface Props {
  readonly title: string;
  readonly src: string;
  /** Whose token is asked for; null: the preview's own person. */
  readonly who: string | null;
  readonly around: Surroundings;
  readonly wide?: boolean;
  /** A new value makes the page look again at once. */
  readonly nudge?: number;
}

export function TeamsFrame({ title, src, who, around, wide = false, nudge = 0 }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const now = useRef(around);
  const talk = useRef<ReturnType<typeof serveFrame> | null>(null);
  now.current = around;
  // Ready before the frame's first word: its address is given only once somebody listens.
  useEffect(() => {
    if (!frame.current) return;
    talk.current = serveFrame(frame.current, {
      surroundings: () => now.current,
      token: () => tokenOf(who),
      open: (url) => void window.open(url, "_blank", "noopener,noreferrer"),
      onCall: (name) => frame.current?.setAttribute("data-last-call", name),
    });
    frame.current.src = src;
    return () => talk.current?.stop();
  }, [src, who, around.subEntityId, around.chatId, around.frameContext]);
  useEffect(() => talk.current?.send("themeChange", around.theme), [around.theme]);
  // The page takes it for the network's return and reads anew.
  useEffect(() => void (nudge && frame.current?.contentWindow?.dispatchEvent(new Event("online"))), [nudge]);
  return <iframe ref={frame} class={wide ? "teams-frame wide" : "teams-frame"} title={title} allow={ALLOWED} />;
}

async function tokenOf(who: string | null): Promise<string> {
  const answer = await fetch(`/preview/api/token${who ? `?who=${encodeURIComponent(who)}` : ""}`, { cache: "no-store" });
  if (!answer.ok) throw new Error("CancelledByUser");
  const { token } = (await answer.json()) as { token: string };
  return token;
}
