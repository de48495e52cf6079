/** Opening microphone and camera, and saying why one did not open. */

import { within, type CheckApi, type Result } from "./result.ts";

export type Device = "microphone" | "camera";
export type Opened = { stream: MediaStream } | { refused: Result };

const PATIENCE = 30_000; // the browser asks the person first
const WANTED: Record<Device, MediaStreamConstraints> = {
  // As the room sounds: what the browser would take away is part of the answer.
  microphone: { audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } },
  camera: { video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } },
};

/** The device, or the result that says why there is none. Only asking decides: what `permissions.query` says may be wrong. */
export async function open(device: Device, api: CheckApi): Promise<Opened> {
  const ask = navigator.mediaDevices?.getUserMedia?.bind(navigator.mediaDevices);
  if (!ask) return { refused: { id: device, state: "not_possible", value: api.words.noAccess, mend: api.words.noAccessMend } };
  const asked = ask(WANTED[device]);
  try {
    return { stream: await within(PATIENCE, asked) };
  } catch (error) {
    asked.then(close, () => {}); // a late yes does not leave the light on
    return { refused: whyNot(device, error instanceof DOMException ? error.name : "", api) };
  }
}

export function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function whyNot(device: Device, error: string, { words }: CheckApi): Result {
  const said = (value: string, mend: string): Result => ({ id: device, state: "problem", value, mend });
  switch (error) {
    case "NotAllowedError":
    case "SecurityError":
      return said(words.denied, words.deniedMend);
    case "NotFoundError":
    case "OverconstrainedError":
      return { ...said(words.absent, device === "camera" ? words.absentCameraMend : words.absentMend), state: device === "camera" ? "not_possible" : "problem" };
    case "NotReadableError":
    case "AbortError":
      return said(words.busy, words.busyMend);
    case "TimeoutError":
      return said(words.unanswered, words.deniedMend);
    default:
      return said(words.broken, words.busyMend);
  }
}

/** The device as its own maker calls it. */
export const labelOf = (stream: MediaStream): string => stream.getTracks()[0]?.label.slice(0, 40) ?? "";

/** A context that sounds and listens; it may stay asleep until the person has touched the page. */
export async function awake(): Promise<AudioContext> {
  const context = new AudioContext();
  if (context.state !== "running") await within(1500, context.resume());
  return context;
}
