/** The side panel: four views of one meeting, or why there is none. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Api } from "../shared/api.ts";
import type { ServerClock } from "../shared/clock.ts";
import { Opening } from "../shared/links.tsx";
import { type TabOf, Tabs } from "../shared/tabs.tsx";
import { useShown } from "../shared/languages.ts";
import { speak } from "../shared/words.ts";
import { After, countAfter, fetchCards } from "./after.tsx";
import { isLive } from "./call-state.ts";
import { type Draft, useDraft } from "./capture.tsx";
import { Head } from "./head.tsx";
import { Notes } from "./notes.tsx";
import { Now } from "./now.tsx";
import { type ShownState, withWrites } from "./overlay.ts";
import { People } from "./people.tsx";
import { type Session, useSession } from "./session.ts";
import { ConnectionLine, SaidLine, useSaid } from "./said.tsx";
import { useSpeaking } from "./speaking.ts";
import { useTaps } from "./tap.ts";
import { Loading, NoMeeting, TroublePage } from "./trouble.tsx";
import type { ViewName } from "./view.ts";
import { languages, type Words, wordsOf } from "./words.ts";

export function App() {
  const session = useSession();
  const { host, state, clock, trouble } = session;
  const language = state?.language ?? host?.locale ?? (trouble ? navigator.language : null);
  const shown = useShown(languages, language);
  const words = wordsOf(shown ?? "");
  const wasOpen = useRef(false);
  wasOpen.current ||= state !== null && shown === language;
  useEffect(() => {
    if (shown !== null) speak(shown, state?.direction);
  }, [shown, state?.direction]);
  if (shown === null) return <main class="page" aria-busy="true" />;
  return (
    <Opening.Provider value={host?.openLink ?? null}>
      {trouble ? (
        <TroublePage {...{ trouble, words }} onAgain={session.again} onNext={() => session.choose(null)} />
      ) : !state || !clock || !session.api || !wasOpen.current ? (
        <Loading words={words} />
      ) : !state.meeting ? (
        <NoMeeting {...{ state, words }} onChoose={session.choose} />
      ) : (
        <Panel {...{ session, words, clock }} state={withWrites(state, session.entries)} api={session.api} />
      )}
    </Opening.Provider>
  );
}

interface Props {
  readonly session: Session;
  readonly state: ShownState;
  readonly clock: ServerClock;
  readonly words: Words;
  readonly api: Api;
}

function Panel({ session, state, clock, words, api }: Props) {
  const [shown, setShown] = useState<ViewName>("now");
  const { said, say, close } = useSaid();
  const { refused, act } = session;
  const [draft, setDraft] = useDraft(useMemo(() => draftOf(session), [refused]));
  useEffect(() => {
    if (refused) say(refused.write.path === "note" ? words.notTaken.replace("{problem}", () => refused.problem) : refused.problem);
  }, [refused]);
  const wasConnected = useRef(true);
  useEffect(() => {
    if (session.isConnected && !wasConnected.current) say(words.connected);
    wasConnected.current = session.isConnected;
  }, [session.isConnected]);
  const taps = useTaps(api, session.look, say, words.tapLost);
  useSpeaking(session.host, api, isLive(state.call) ? (state.meeting?.id ?? null) : null);
  const hasCall = Boolean(state.call);
  useEffect(() => void (hasCall && fetchCards().catch(() => undefined)), [hasCall]);
  const view = { state, clock, words, api, act, say, taps, go: setShown };
  const drafting = { draft, onDraft: setDraft };
  return (
    <>
      <Head {...{ state, clock, words }} onChoose={session.choose} />
      <ConnectionLine {...{ session, state, clock, words }} />
      <main class="page">
        <Tabs label={words.views} tabs={tabsOf(state, words)} shown={shown} onShow={setShown}>
          {shown === "now" && <Now {...view} {...drafting} />}
          {shown === "people" && <People {...view} />}
          {shown === "notes" && <Notes {...view} {...drafting} />}
          {shown === "after" && <After {...view} />}
        </Tabs>
      </main>
      <SaidLine {...{ said, words }} onClose={close} />
    </>
  );
}

function draftOf({ refused }: Session): Draft | null {
  if (refused?.write.path !== "note") return null;
  const { text, kind, who = "" } = refused.write.body;
  return { text, kind, who };
}

function tabsOf(state: ShownState, words: Words): TabOf<ViewName>[] {
  return [
    { name: "now", title: words.now },
    { name: "people", title: words.people },
    { name: "notes", title: words.notes, count: state.notes.filter(({ is_done }) => !is_done).length },
    { name: "after", title: words.after, count: countAfter(state) },
  ];
}
