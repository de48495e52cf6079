/** The whole page: it shows the last state the server gave, and sends what the person does. */

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Chat } from "./chat.tsx";
import { Controls } from "./controls.tsx";
import { DayList, type MeetingChange } from "./day.tsx";
import { useDrop } from "./drop.ts";
import { Header } from "./header.tsx";
import { LeftPane, type LeftName } from "./leftpane.tsx";
import { Drafts, Tasks } from "./mailbox.tsx";
import { GoneLine, type Note, NoteLine, Problems } from "./notes.tsx";
import { type PlayDocument, usePlay } from "./play.ts";
import { useShown } from "../shared/languages.ts";
import { Refusal, Watch, isTranscript, load, post } from "./server.ts";
import { SidePane } from "./sidepane.tsx";
import { Simulator } from "./simulator.tsx";
import { type Change, type Meeting, type PreviewState, changesBetween } from "./state.ts";
import { useTheme } from "./theme.ts";
import { dateOf, placeOf } from "./times.ts";
import { type Words, fill, languages, wordsOf } from "./words.ts";

const NEWS_STAYS = 6000;
const HOUR = 60;
const DAY = 24 * HOUR;

export function App() {
  const [theme, toggleTheme] = useTheme();
  const { state, isGone, changed, look } = useServer();
  const language = useShown(languages, state?.language ?? navigator.language);
  const words = wordsOf(language ?? "");
  const place = placeOf(state?.zone ?? "UTC", state?.language ?? "en");
  const { doc, look: lookAtPlay } = usePlay(state, look);
  const [left, showLeft] = useLeft(doc);
  const lookAround = (): void => (look(), lookAtPlay());
  const { note, isBusy, act, say, close } = useActs(words, lookAround);
  const { read, change } = deeds(words, act, () => showLeft("call"));
  const now = state && doc && Date.parse(doc.now) > Date.parse(state.now) ? doc.now : state?.now ?? "";
  const isDropping = useDrop(read);
  useEffect(() => {
    document.documentElement.lang = state?.language ?? "en";
  }, [state?.language]);
  useEffect(() => {
    if (changed) say(newsOf(changed, words));
  }, [changed]);
  const today = state ? dateOf(state.now, place) : "";
  if (language === null) return <main class="main" aria-busy="true" />;
  return (
    <>
      <Header {...{ state, now, place, words, theme }} onTheme={toggleTheme} />
      <GoneLine isGone={isGone} words={words} />
      <main class={isGone ? "main stale" : "main"} aria-label={words.preview}>
        <p class="lead">
          <strong>{words.lead}</strong> {words.followUp}
        </p>
        {!state && !isGone && <p class="loading" role="status">{words.loading}</p>}
        {state && (
          <>
            <Controls
              {...{ state, place, words }} isBusy={isBusy || isGone} onLoad={read}
              onJump={(ask) => act("jump", ask)} onRestart={() => act("restart-worker", {}, words.restarted)}
            />
            <Problems problems={state.problems} words={words} />
            <nav class="jumps" aria-label={words.preview}>
              <a href="#day">{words.toDay}</a>
              <a href="#chat">{words.toChat} <span class="count">{state.chat.filter((one) => !one.is_deleted).length}</span></a>
              <a href="#side">{words.toSide}</a>
            </nav>
            <div class="panes">
              <LeftPane
                shown={left} counts={{ drafts: openIn(state.drafts), tasks: undone(state.tasks) }} words={words} onShow={showLeft}
              >
                {left === "day" && (
                  <DayList
                    days={state.days} isReading={!state.person.name || state.is_idle === false} {...{ today, place, words }}
                    onChange={change}
                  />
                )}
                {left === "call" && (
                  <Simulator
                    days={state.days} {...{ doc, now, place, words, isBusy }} onFile={read}
                    onBegin={(ask) => act("play", ask)} onPress={(what, value) => act("press", { what, value })}
                  />
                )}
                {left === "drafts" && (
                  <Drafts drafts={state.drafts} words={words} onAct={({ id }, action) => act("draft", { draft: id, action })} />
                )}
                {left === "tasks" && (
                  <Tasks
                    tasks={state.tasks} {...{ place, words }}
                    onTick={({ id }, isDone) => act("task", { task: id, action: isDone ? "done" : "undone" })}
                  />
                )}
              </LeftPane>
              <Chat
                messages={state.chat} {...{ changed, today, place, words }}
                onTap={(message, tap) => act("tap", { activity_id: message.id, ...tap })}
              />
              <SidePane {...{ state, theme, words }} meeting={doc?.play?.meeting ?? null} />
            </div>
          </>
        )}
      </main>
      {isDropping && <div class="drop" aria-hidden="true">{words.drop}</div>}
      <NoteLine note={note} words={words} onClose={close} />
    </>
  );
}

/** The server's last state, whether it answers, and the newest change of the chat. */
function useServer() {
  const [state, setState] = useState<PreviewState | null>(null);
  const [isGone, setGone] = useState(false);
  const [changed, setChanged] = useState<Change | null>(null);
  const last = useRef<PreviewState | null>(null);
  const watch = useRef<Watch | null>(null);
  useEffect(() => {
    const onState = (next: PreviewState): void => {
      const change = changesBetween(last.current, next).at(-1);
      last.current = next;
      setState(next);
      setGone(false);
      if (change) setChanged(change);
    };
    watch.current = new Watch({ onState, onGone: () => setGone(true) });
    return () => watch.current?.stop();
  }, []);
  const look = useCallback(() => watch.current?.look(), []);
  return { state, isGone, changed, look };
}

type Act = (what: string, body: object | File, done?: string) => void;

/** Sends what a button asks, one thing at a time, and keeps the sentence that came back. */
function useActs(words: Words, look: () => void) {
  const [note, setNote] = useState<Note | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (!note || note.isProblem) return;
    const timer = window.setTimeout(() => setNote(null), NEWS_STAYS);
    return () => window.clearTimeout(timer);
  }, [note]);
  const say = (text: string): void => setNote({ text, isProblem: false });
  const isActing = useRef(false);
  const act: Act = (what, body, done) => {
    if (isActing.current) return;
    isActing.current = true;
    setBusy(true);
    setNote(null);
    const sent = body instanceof File ? load(body) : post(what, body);
    sent
      .then(() => done && say(done))
      .catch((error: unknown) => setNote({ text: error instanceof Refusal ? error.message : words.gone, isProblem: true }))
      .finally(() => {
        isActing.current = false;
        setBusy(false);
        look();
      });
  };
  return { note, isBusy, act, say, close: () => setNote(null) };
}

/** What is shown at the left: the call as soon as one is played, also after the page was loaded anew. */
function useLeft(doc: PlayDocument | null): [LeftName, (name: LeftName) => void] {
  const [left, showLeft] = useState<LeftName>("day");
  const isPlayed = doc?.play != null && doc.play.state !== "over";
  useEffect(() => {
    if (isPlayed) showLeft("call");
  }, [isPlayed]);
  return [left, showLeft];
}

const openIn = (drafts: PreviewState["drafts"]): number => drafts.filter(({ state }) => state === "draft").length;
const undone = (tasks: PreviewState["tasks"]): number => tasks.filter(({ is_done }) => !is_done).length;

function deeds(words: Words, act: Act, showCall: () => void) {
  const read = (file: File): void => {
    const isToPlay = isTranscript(file);
    if (isToPlay) showCall();
    act("load", file, fill(isToPlay ? words.added : words.loaded, { name: file.name }));
  };
  const change = ({ event_id }: Meeting, what: MeetingChange): void => {
    if (what === "move-hour") act("move", { event_id, minutes: HOUR }, words.movedHour);
    else if (what === "move-day") act("move", { event_id, minutes: DAY }, words.movedDay);
    else if (what === "cancel") act("cancel", { event_id }, words.cancelled);
    else act("notify", { event_id, times: 2 }, words.toldTwice);
  };
  return { read, change };
}

function newsOf(change: Change, words: Words): string {
  if (change.kind === "withdrawn") return words.goneCard;
  return fill(change.kind === "sent" ? words.newCard : words.changedCard, { summary: change.summary });
}
