/** The check itself: a button, the lines that fill, one question, and what became of it. */

import { useRef, useState } from "preact/hooks";
import { down, keepResults, ping, Refusal, up, type Opened } from "./api.ts";
import { runFull } from "./measure/full.ts";
import type { CheckApi, Result, ResultId } from "./measure/result.ts";
import { answered } from "./measure/speaker.ts";
import { GROUPS, Row } from "./rows.tsx";
import { Cannot, Last, PlanB, Verdict, type Keeping } from "./sides.tsx";
import type { CheckWords } from "./words.ts";

type Phase = "before" | "running" | "done";
type Found = Partial<Record<ResultId, Result>>;

/** For whoever has opened a good link. */
export function Check({ opened, words }: { opened: Opened; words: CheckWords }) {
  const [phase, setPhase] = useState<Phase>("before");
  const [found, setFound] = useState<Found>({});
  const [measuring, setMeasuring] = useState<readonly ResultId[]>([]);
  const [level, setLevel] = useState(0);
  const [keeping, setKeeping] = useState<Keeping>({ state: "not_yet" });
  const video = useRef<HTMLVideoElement>(null);
  const line = useRef<Promise<void>>(Promise.resolve());
  const { session } = opened;
  const api: CheckApi = {
    ping: () => ping(session),
    down: (bytes) => down(session, bytes),
    up: (body) => up(session, body),
    zone: opened.zone,
    words,
  };

  /** One after the other: what was answered last is what stays. */
  const keep = (results: Result[]): Promise<void> => {
    line.current = line.current.then(() => keepResults(session, results)).then(
      () => setKeeping({ state: "kept" }),
      (error: unknown) => setKeeping({ state: "failed", why: error instanceof Refusal ? error.message : "" }),
    );
    return line.current;
  };
  const run = async (): Promise<void> => {
    if (!video.current || phase === "running") return;
    setPhase("running");
    setFound({});
    setKeeping({ state: "not_yet" });
    const results = await runFull(api, {
      video: video.current,
      began: (...ids) => setMeasuring(ids),
      told: (result) => {
        setFound((before) => ({ ...before, [result.id]: result }));
        setMeasuring((before) => before.filter((id) => id !== result.id));
      },
      heard: setLevel,
    });
    setMeasuring([]);
    setPhase("done");
    await keep(results);
  };
  const answer = (was_heard: boolean): void => {
    if (!found.speaker) return;
    const next: Found = { ...found, speaker: answered(found.speaker, was_heard, api) };
    setFound(next);
    void keep(Object.values(next));
  };

  const is_asking = phase === "done" && found.speaker?.state === "skipped";
  return (
    <>
      <Last opened={opened} words={words} />
      <section class="card start" aria-labelledby="lead">
        {phase === "done" ? (
          <Verdict results={Object.values(found)} keeping={keeping} is_asking={is_asking} onKeep={() => void keep(Object.values(found))} words={words}>
            {is_asking && <Question onAnswer={answer} words={words} />}
          </Verdict>
        ) : (
          <>
            <p id="lead" class="lead">{words.lead}</p>
            <p class="quiet">{words.privacy}</p>
            <p class="quiet">{words.speak}</p>
          </>
        )}
        <button type="button" class={is_asking ? "" : "primary"} aria-disabled={phase === "running"} onClick={() => void run()}>
          {phase === "running" ? words.running : phase === "done" ? words.again : words.start}
        </button>
      </section>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
        <section class="card group" key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{words[group]}</h2>
          <ul>
            {GROUPS[group].map((id) => (
              <Row key={id} id={id} result={found[id]} last={opened.last.find((one) => one.id === id)} is_measuring={measuring.includes(id)} is_asking={id === "speaker" && is_asking} words={words}>
                {id === "microphone" && measuring.includes(id) && (
                  <meter class="level" min={0} max={1} value={level} aria-label={words.level_label} />
                )}
                {id === "camera" && (
                  <video ref={video} class="picture" hidden={phase !== "running" || found.camera !== undefined} muted playsInline aria-label={words.ownPicture} />
                )}
              </Row>
            ))}
          </ul>
        </section>
      ))}
      <PlanB text={opened.meeting?.plan_b ?? null} words={words} />
      <Cannot words={words} />
    </>
  );
}

function Question({ onAnswer, words }: { onAnswer: (was_heard: boolean) => void; words: CheckWords }) {
  return (
    <div class="question" role="group" aria-labelledby="heard-question">
      <p id="heard-question">{words.heardQuestion}</p>
      <button type="button" class="primary" onClick={() => onAnswer(true)}>{words.yes}</button>
      <button type="button" onClick={() => onAnswer(false)}>{words.no}</button>
    </div>
  );
}
