/** The whole check in an ordinary browser: at most a quarter of a minute once the devices are allowed. */

import { camera } from "./camera.ts";
import { close, open, type Device } from "./devices.ts";
import { battery, browser, framePolicy, mainThread, screenShare, zone } from "./machine.ts";
import { mediaPath } from "./media-path.ts";
import { microphone } from "./microphone.ts";
import { roundTrip, throughput } from "./network.ts";
import { within, type CheckApi, type Result, type ResultId } from "./result.ts";
import { speaker } from "./speaker.ts";

const LONGEST_CHECK = 8000;

/** What the page hears while the check runs. */
export interface Stage {
  /** The element that shows the person their own picture. */
  video: HTMLVideoElement;
  began(...ids: ResultId[]): void;
  told(result: Result): void;
  heard(level: number): void;
}

/** Runs every check; one that fails takes nothing along but what needs it. */
export async function runFull(api: CheckApi, stage: Stage): Promise<Result[]> {
  const found: Result[] = [];
  const tell = (...results: Result[]): void => {
    for (const result of results) {
      found.push(result);
      stage.told(result);
    }
  };
  tell(browser(api), framePolicy(api), zone(api), screenShare(api), await battery(api));
  stage.began("network_rtt", "clock_skew");
  const opened = Promise.all([open("microphone", api), open("camera", api)]);
  tell(...(await roundTrip(api)));
  stage.began("network_down", "network_up");
  tell(...(await throughput(api)));
  const [sound, picture] = await opened;
  const streams = [sound, picture].flatMap((one) => ("stream" in one ? [one.stream] : []));
  try {
    stage.began("microphone", "camera");
    await Promise.all([
      "stream" in sound ? safely("microphone", api, microphone(sound.stream, api, stage.heard)).then(tell) : tell(sound.refused),
      "stream" in picture ? safely("camera", api, camera(picture.stream, stage.video, api)).then(tell) : tell(picture.refused),
    ]);
    stage.began("speaker");
    tell(await safely("speaker", api, speaker(api)));
    if (streams.length > 0) {
      stage.began("media_path");
      tell(await safely("media_path", api, mediaPath(streams, api)));
    } else {
      tell({ id: "media_path", state: "skipped", value: api.words.skippedMedia });
    }
  } finally {
    streams.forEach(close);
    stage.video.srcObject = null;
  }
  stage.began("main_thread");
  tell(await mainThread(api));
  return found;
}

async function safely(id: Device | "speaker" | "media_path", { words }: CheckApi, check: Promise<Result>): Promise<Result> {
  try {
    return await within(LONGEST_CHECK, check);
  } catch {
    return { id, state: "problem", value: words.broke, mend: words.brokeMend };
  }
}
