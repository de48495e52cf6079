/** A tone, and what of it can be measured. Whether it was heard only the person can say. */

import { fill } from "../words.ts";
import { awake } from "./devices.ts";
import { judged, pause, within, type CheckApi, type Result } from "./result.ts";

const TONE = 660;
const FOR = 900;
const LOUDNESS = 0.2;
const TOLERANCE = 30; // Hz: one line of the spectrum, and a little

/** Plays the tone. A tone that left the computer waits for the answer of the person: until then it is `skipped`. */
export async function speaker(api: CheckApi): Promise<Result> {
  const { words } = api;
  if (await hasNoOutput()) return { id: "speaker", state: "problem", value: words.noSpeaker, mend: words.noSpeakerMend };
  let context: AudioContext;
  try {
    context = await awake();
  } catch {
    return { id: "speaker", state: "problem", value: words.asleep, mend: words.asleepMend };
  }
  try {
    const seen = await within(3000, played(context));
    const is_right = Math.abs(seen - TONE) <= TOLERANCE;
    if (!is_right) return judged("speaker", false, words.noTone, words.noSpeakerMend, seen);
    const late = Math.round(((context.outputLatency || 0) + context.baseLatency) * 1000);
    return { id: "speaker", state: "skipped", value: fill(words.tone, { hertz: Math.round(seen), ms: late }), number: Math.round(seen) };
  } catch {
    return judged("speaker", false, words.noTone, words.noSpeakerMend);
  } finally {
    await context.close();
  }
}

/** The result once the person has said whether they heard it. */
export function answered(result: Result, was_heard: boolean, { words }: CheckApi): Result {
  if (was_heard) return { ...result, state: "ok", value: words.heard };
  return { ...result, state: "problem", value: words.notHeard, mend: words.notHeardMend };
}

async function played(context: AudioContext): Promise<number> {
  const tone = new OscillatorNode(context, { frequency: TONE });
  const loudness = new GainNode(context, { gain: 0 });
  const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
  tone.connect(loudness).connect(analyser);
  loudness.connect(context.destination);
  const now = context.currentTime;
  loudness.gain.linearRampToValueAtTime(LOUDNESS, now + 0.05); // without a click
  loudness.gain.setValueAtTime(LOUDNESS, now + FOR / 1000 - 0.05);
  loudness.gain.linearRampToValueAtTime(0, now + FOR / 1000);
  tone.start();
  await pause(FOR * 0.6);
  const lines = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(lines);
  const strongest = lines.reduce((best, one, at) => (one > (lines[best] ?? -Infinity) ? at : best), 0);
  await pause(FOR * 0.4);
  tone.stop();
  return (lines[strongest] ?? -Infinity) > -100 ? (strongest * context.sampleRate) / analyser.fftSize : 0;
}

/** Browsers that list outputs list them only once a device was allowed: an empty list alone says nothing. */
async function hasNoOutput(): Promise<boolean> {
  const devices = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? [];
  const is_listing = devices.some(({ kind, label }) => kind === "audioinput" && label !== "") && "setSinkId" in HTMLMediaElement.prototype;
  return is_listing && !devices.some(({ kind }) => kind === "audiooutput");
}
