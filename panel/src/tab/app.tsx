/** The personal tab: the week, what is owed, the relationships, and the settings. */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Api, NotSignedIn, Refusal } from "../shared/api.ts";
import { ServerClock, timeIn } from "../shared/clock.ts";
import { Follow } from "../shared/follow.ts";
import { useHost } from "../shared/host.ts";
import { useShown } from "../shared/languages.ts";
import { Mark } from "../shared/mark.tsx";
import { Opening } from "../shared/links.tsx";
import { Tabs } from "../shared/tabs.tsx";
import { fill, speak } from "../shared/words.ts";
import { OwedPage } from "./owed.tsx";
import { relationWordsOf } from "./relationship-words.ts";
import { Relationships } from "./relationships.tsx";
import { Settings } from "./settings.tsx";
import type { WeekState } from "./state.ts";
import { Week } from "./week.tsx";
import { languages, type Words, wordsOf } from "./words.ts";

type ViewName = "week" | "owed" | "relationships" | "settings";

export function App() {
  const host = useHost();
  const api = useMemo(() => (host ? new Api(host.token) : null), [host]);
  const { week, asOf, heard, trouble, again } = useWeek(api);
  const [shown, setShown] = useState<ViewName>("week");
  const wished = week?.language ?? host?.locale ?? (host === null ? navigator.language : null);
  const language = useShown(languages, wished);
  const words = wordsOf(language ?? "");
  const wasOpen = useRef(false);
  wasOpen.current ||= week !== null && language === wished;
  useEffect(() => {
    if (language !== null) speak(language, week?.direction);
  }, [language, week?.direction]);
  if (language === null) return <main class="tab" aria-busy="true" />;
  if (host === null) return <Blank text={words.outside} words={words} />;
  if (trouble) return <Blank text={trouble(words)} words={words} onAgain={again} />;
  if (!week || !api || !wasOpen.current) return <Blank text={words.loading} words={words} isBusy />;
  return (
    <Opening.Provider value={host?.openLink ?? null}>
      <div role="status">
        {asOf !== null && <p class="offline" data-testid="offline">{fill(words.offline, { time: timeIn(asOf, week.zone, week.language) })}</p>}
      </div>
      <main class="tab">
        <h1 class="hidden">{words.title}</h1>
        <Tabs
          label={words.views} shown={shown} onShow={setShown}
          tabs={[
            { name: "week", title: words.week }, { name: "owed", title: words.owedTab },
            { name: "relationships", title: relationWordsOf(language).title }, { name: "settings", title: words.settings },
          ]}
        >
          {shown === "owed" && <OwedPage {...{ words, api }} heard={heard} />}
          {shown === "week" && <Week {...{ week, words, api }} onChanged={again} />}
          {shown === "relationships" && <Relationships {...{ api, language, heard }} />}
          {shown === "settings" && <Settings {...{ words, api }} />}
        </Tabs>
      </main>
    </Opening.Provider>
  );
}

type Trouble = (words: Words) => string;

/** The week as the server last said it; `asOf` is when, while it does not answer; `heard` counts its answers. */
function useWeek(api: Api | null) {
  const [week, setWeek] = useState<WeekState | null>(null);
  const [asOf, setAsOf] = useState<number | null>(null);
  const [heard, setHeard] = useState(0);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const clock = useRef<{ readonly server: ServerClock; readonly heardAt: number } | null>(null);
  const follow = useRef<Follow<WeekState> | null>(null);
  useEffect(() => {
    if (!api) return;
    const onGone = (): void => {
      if (clock.current) setAsOf(clock.current.server.when(clock.current.heardAt));
      else setTrouble(() => (words: Words) => words.unreachable);
    };
    follow.current = new Follow<WeekState>(api, () => "week", {
      onState: (next, askedAt) => {
        const server = next ? ServerClock.of(next.now, askedAt) : clock.current?.server;
        if (server) clock.current = { server, heardAt: performance.now() };
        setAsOf(null);
        setTrouble(null);
        setHeard((before) => before + 1);
        if (next) setWeek(next);
      },
      onGone,
      onRefused: (error) => {
        if (error instanceof NotSignedIn && clock.current) onGone();
        else setTrouble(() => (words: Words) => (isSignedOut(error) ? words.signedOut : error.message));
      },
    });
    return () => follow.current?.stop();
  }, [api]);
  return { week, asOf, heard, trouble, again: () => follow.current?.again() };
}

function isSignedOut(error: Refusal | NotSignedIn): boolean {
  return error instanceof NotSignedIn || error.status === 401;
}

interface BlankProps {
  readonly text: string;
  readonly words: Words;
  readonly isBusy?: boolean;
  readonly onAgain?: () => void;
}

function Blank({ text, words, isBusy = false, onAgain }: BlankProps) {
  return (
    <main class="tab" aria-busy={isBusy}>
      <div class="blank" data-testid={isBusy ? "loading" : "trouble"}>
        <Mark size={40} />
        <h1>{words.title}</h1>
        <p role="status" dir="auto">{text}</p>
        {onAgain && <button type="button" class="primary" onClick={onAgain}>{words.tryAgain}</button>}
      </div>
    </main>
  );
}
