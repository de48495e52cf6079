/** The call simulator: a transcript is played as the call of a meeting, with everything of the product beside it. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Upload } from "./icons.tsx";
import { type Heard, type Play, type PlayDocument, type PlayFile, lengthOf } from "./play.ts";
import { Go, Hint, Stand, Stop } from "./playicons.tsx";
import type { Day, Meeting } from "./state.ts";
import { type Place, dateOf, shortDayOf, timeOf } from "./times.ts";
import { type Words, fill } from "./words.ts";

const SPEEDS = [1, 10, 30, 60, 120];
const USUAL = 60;
const FIVE_MINUTES = 300;
/** A silence of so many seconds is worth a button of its own. */
const LONG_SILENCE = 60;

export type Press = (what: string, value?: unknown) => void;

interface Props {
  readonly doc: PlayDocument | null;
  readonly days: readonly Day[];
  readonly now: string;
  readonly place: Place;
  readonly words: Words;
  readonly isBusy: boolean;
  readonly onBegin: (ask: { meeting: string; file: string; speed: number; waits: boolean }) => void;
  readonly onPress: Press;
  readonly onFile: (file: File) => void;
}

export function Simulator(props: Props) {
  const { doc, words } = props;
  const [isChoosing, choose] = useState(false);
  const play = doc?.play ?? null;
  useEffect(() => choose(false), [play?.meeting, play?.started_at]);
  if (!doc) return <p class="loading" role="status">{words.playLoading}</p>;
  if (!play || (play.state === "over" && isChoosing)) return <Choose {...props} doc={doc} />;
  return <Playing {...props} play={play} onAgain={() => choose(true)} />;
}

function Choose({ doc, days, now, place, words, isBusy, onBegin, onFile }: Props & { doc: PlayDocument }) {
  const meetings = comingIn(days, now, place);
  const [picked, pick] = useState<{ meeting?: string; file?: string }>({});
  const [speed, setSpeed] = useState(USUAL);
  const [waits, setWaits] = useState(true);
  const newest = doc.files.find(({ origin }) => origin === "dropped")?.id;
  const seen = useRef(newest);
  useEffect(() => {
    if (newest && newest !== seen.current) pick((before) => ({ ...before, file: newest }));
    seen.current = newest;
  }, [newest]);
  const file = doc.files.find(({ id }) => id === picked.file) ?? fitting(doc.files, meetings)?.file ?? doc.files[0];
  const meeting = meetings.find(({ id }) => id === picked.meeting) ?? (file && fitting([file], meetings)?.meeting) ?? meetings[0];
  return (
    <form
      class="choose"
      onSubmit={(event) => {
        event.preventDefault();
        if (meeting && file && !isBusy) onBegin({ meeting: meeting.id, file: file.id, speed, waits });
      }}
    >
      <p class="quiet">{words.playLead}</p>
      <label class="field">
        <span>{words.playMeeting}</span>
        <select
          data-testid="play-meeting" value={meeting?.id ?? ""} disabled={!meeting}
          onChange={(event) => pick({ ...picked, meeting: event.currentTarget.value })}
        >
          {!meeting && <option value="">{words.playNoMeeting}</option>}
          {meetings.map((one) => (
            <option key={one.id} value={one.id}>{one.when} · {one.subject ?? words.noSubject}</option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.playFile}</span>
        <select data-testid="play-file" value={file?.id ?? ""} onChange={(event) => pick({ ...picked, file: event.currentTarget.value })}>
          {doc.files.map((one) => (
            <option key={one.id} value={one.id}>{one.origin === "sample" ? words.playSample : one.name}</option>
          ))}
        </select>
      </label>
      <label class="button add-file">
        <Upload /> {words.playAdd}
        <input
          type="file" accept=".vtt,text/vtt" class="hidden" data-testid="play-input"
          onChange={(event) => {
            const [added] = event.currentTarget.files ?? [];
            if (added) onFile(added);
            event.currentTarget.value = "";
          }}
        />
      </label>
      <SpeedField speed={speed} words={words} onSpeed={setSpeed} />
      <WaitsField waits={waits} words={words} onWaits={setWaits} />
      <button type="submit" class="primary" data-testid="play-begin" aria-disabled={!meeting || !file || isBusy}>
        <Go /> {words.playBegin}
      </button>
    </form>
  );
}

function Playing({ play, place, words, isBusy, onPress, onAgain }: Props & { play: Play; onAgain: () => void }) {
  const isOver = play.state === "over";
  const canPlay = play.state === "stopped" || play.state === "waiting";
  const press: Press = (what, value) => !isBusy && onPress(what, value);
  return (
    <section class="playing" data-testid="playing" data-state={play.state} aria-label={words.call}>
      <header class="play-head">
        <h3>{play.subject ?? words.noSubject}</h3>
        <span class="chip" data-testid="play-state">{stateOf(play, place, words)}</span>
        <Progress play={play} words={words} />
        {isOver ? (
          <div class="play-buttons">
            <button type="button" data-testid="play-again" onClick={onAgain}>{words.playAgain}</button>
          </div>
        ) : (
          <>
            <div class="play-buttons">
              {canPlay ? (
                <button type="button" class="primary" data-action="play" onClick={() => press("play")}><Go /> {words.playGo}</button>
              ) : (
                <button type="button" class="primary" data-action="stop" aria-disabled={play.state === "coming"} onClick={() => press("stop")}>
                  <Stand /> {words.playStop}
                </button>
              )}
              <button type="button" data-action="hint" onClick={() => press("hint")}><Hint /> {words.playHint}</button>
              <button type="button" data-action="forward" onClick={() => press("jump", play.position_s + FIVE_MINUTES)}>{words.playForward}</button>
              <button type="button" class="ghost" data-action="end" onClick={() => press("end")}><Stop /> {words.playEnd}</button>
            </div>
            <div class="play-fields">
              <SpeedField speed={play.speed} words={words} onSpeed={(speed) => press("speed", speed)} />
              <WaitsField waits={play.waits} words={words} onWaits={(waits) => press("waits", waits)} />
            </div>
          </>
        )}
      </header>
      <Saying play={play} words={words} onPress={press} />
      <Said said={play.said} length={play.length_s} words={words} />
    </section>
  );
}

/** One line about what the person may want to know or do now. */
function Saying({ play, words, onPress }: { play: Play; words: Words; onPress: Press }) {
  if (play.problem) return <Line kind="problem">{play.problem}</Line>;
  if (play.state === "over") return <Line kind="good">{words.playOverLine}</Line>;
  if (play.state === "waiting") return <Line kind="ask">{words.playWaitingLine}</Line>;
  if (play.state === "break") return <Line kind="good">{words.playBreakLine}</Line>;
  if (play.state === "coming") return <Line kind="">{words.playComingLine}</Line>;
  const silence = play.next_words_s === null ? 0 : play.next_words_s - play.position_s;
  if (silence < LONG_SILENCE || play.state !== "running" || play.is_hurrying) return null;
  return (
    <Line kind="">
      {fill(words.playSilence, { time: lengthOf(play.next_words_s ?? 0, play.length_s) })}{" "}
      <button type="button" data-action="skip-silence" onClick={() => onPress("jump", play.next_words_s)}>{words.playSkip}</button>
    </Line>
  );
}

function Line({ kind, children }: { kind: string; children: ComponentChildren }) {
  return <p class={`play-line ${kind}`} role="status">{children}</p>;
}

function Progress({ play, words }: { play: Play; words: Words }) {
  const position = lengthOf(play.position_s, play.length_s);
  return (
    <div class="progress">
      <progress value={play.position_s} max={Math.max(play.length_s, 1)} aria-label={words.playPosition} />
      <span>{position} / {lengthOf(play.length_s)}</span>
    </div>
  );
}

function Said({ said, length, words }: { said: readonly Heard[]; length: number; words: Words }) {
  const list = useRef<HTMLOListElement>(null);
  const last = said.at(-1)?.number;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight, behavior: "instant" });
  }, [last]);
  return (
    <ol class="said" ref={list} tabIndex={0} aria-label={words.playSaid} data-testid="said">
      {said.length === 0 && <li class="quiet nothing">{words.playNothing}</li>}
      {said.map((one, index) => (
        <li key={one.number} class={one.number === last ? "now" : ""}>
          {said[index - 1]?.speaker !== one.speaker && (
            <p class="who">
              <strong>{one.speaker || words.playSomebody}</strong> <span class="quiet">{lengthOf(one.at_s, length)}</span>
            </p>
          )}
          <p>{one.text}</p>
        </li>
      ))}
    </ol>
  );
}

function SpeedField({ speed, words, onSpeed }: { speed: number; words: Words; onSpeed: (speed: number) => void }) {
  const [shown, show] = useAtOnce(speed);
  return (
    <fieldset class="speeds">
      <legend>{words.playSpeed}</legend>
      {SPEEDS.map((one) => (
        <label key={one}>
          <input type="radio" name="speed" value={one} checked={one === shown} onChange={() => (show(one), onSpeed(one))} />
          <span>{one} ×</span>
        </label>
      ))}
    </fieldset>
  );
}

function WaitsField({ waits, words, onWaits }: { waits: boolean; words: Words; onWaits: (waits: boolean) => void }) {
  const [shown, show] = useAtOnce(waits);
  const change = (isOn: boolean): void => (show(isOn), onWaits(isOn));
  return (
    <label class="waits">
      <input type="checkbox" checked={shown} data-testid="play-waits" onChange={(event) => change(event.currentTarget.checked)} />
      {words.playWaits}
    </label>
  );
}

/** What the person chose, before the server says the same. */
function useAtOnce<Value>(told: Value): [Value, (value: Value) => void] {
  const [shown, show] = useState(told);
  useEffect(() => show(told), [told]);
  return [shown, show];
}

function stateOf(play: Play, place: Place, words: Words): string {
  if (play.state === "break" && play.break_until) return fill(words.playBreak, { time: timeOf(play.break_until, place) });
  if (play.state === "over" && play.ended_at) return fill(words.playOver, { time: timeOf(play.ended_at, place) });
  const names = {
    coming: words.playComing, running: words.playRunning, stopped: words.playStopped, waiting: words.playWaiting, break: words.playRunning,
    over: words.playOverPlain,
  };
  return names[play.state];
}

type Coming = Meeting & { readonly when: string };

/** The meetings that can still be played: those with a client that are not over by the preview's clock. */
function comingIn(days: readonly Day[], now: string, place: Place): Coming[] {
  const here = `${dateOf(now, place)} ${timeOf(now, place)}`;
  return days.flatMap((day) =>
    day.meetings
      .filter((one) => one.is_shown && (one.local_end < one.local_start || `${day.date} ${one.local_end}` > here))
      .map((one) => ({ ...one, when: `${shortDayOf(`${day.date}T12:00:00Z`, { ...place, zone: "UTC" })}, ${one.local_start}` })),
  );
}

/** The first transcript that is named like a meeting, with that meeting. */
function fitting(files: readonly PlayFile[], meetings: readonly Coming[]): { file: PlayFile; meeting: Coming } | null {
  for (const file of files) {
    const meeting = meetings.find(({ subject }) => subject && plain(file.about).startsWith(plain(subject)));
    if (meeting) return { file, meeting };
  }
  return null;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
