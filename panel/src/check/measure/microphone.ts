/** How loud the microphone is: its loudest moment, and its quietest. */

import { fill } from "../words.ts";
import { awake, labelOf } from "./devices.ts";
import { isFine, judged, pause, type CheckApi, type Result } from "./result.ts";

const LISTEN_FOR = 2000;
const STEP = 50;
const SILENCE = 1e-5; // -100 dBFS: below it there is nothing but rounding

/** Two seconds of listening. `heard` is told each level, 0 to 1, for a meter that moves. */
export async function microphone(stream: MediaStream, api: CheckApi, heard: (level: number) => void = () => {}): Promise<Result> {
  const context = await awake();
  try {
    const analyser = new AnalyserNode(context, { fftSize: 4096 });
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let [peak, floor] = [0, Infinity];
    await pause(200); // the first moments of many microphones are silent or click
    for (const begin = performance.now(); performance.now() - begin < LISTEN_FOR; ) {
      await pause(STEP);
      analyser.getFloatTimeDomainData(samples);
      const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
      const mean = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      [peak, floor] = [Math.max(peak, loudest), Math.min(floor, mean)];
      heard(Math.min(1, Math.max(0, (decibels(loudest) + 60) / 60)));
    }
    return told(stream, peak, floor, api);
  } finally {
    await context.close();
  }
}

function told(stream: MediaStream, peak: number, floor: number, { words }: CheckApi): Result {
  const level = decibels(peak);
  const value = fill(words.level, { peak: Math.round(level), floor: Math.round(decibels(floor)), label: labelOf(stream) });
  if (peak <= SILENCE || stream.getAudioTracks()[0]?.muted) {
    return judged("microphone", false, fill(words.silent, { label: labelOf(stream) }), words.silentMend, level);
  }
  return judged("microphone", isFine("microphone", level), value, words.quietMend, level);
}

const decibels = (amplitude: number): number => 20 * Math.log10(Math.max(amplitude, SILENCE));
