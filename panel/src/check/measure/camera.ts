/** What the camera shows: size, pictures a second, and whether it is more than black. */

import { fill } from "../words.ts";
import { isFine, judged, pause, within, type CheckApi, type Result } from "./result.ts";

const WATCH_FOR = 1500;
const [WIDTH, HEIGHT] = [64, 36];

/** A second and a half of looking, through the `video` that shows the person their own picture. */
export async function camera(stream: MediaStream, video: HTMLVideoElement, api: CheckApi): Promise<Result> {
  const { words } = api;
  video.muted = true;
  video.srcObject = stream;
  try {
    await within(4000, video.play());
  } catch {
    return judged("camera", false, words.noPicture, words.noPictureMend);
  }
  const rate = await picturesPerSecond(video);
  const { brightness, contrast } = lookAt(video);
  const value = fill(words.picture, { width: video.videoWidth, height: video.videoHeight, rate: Math.round(rate) });
  if (!isFine("camera_brightness", brightness) || !isFine("camera_contrast", contrast)) {
    return judged("camera", false, fill(words.black, { value }), words.blackMend, rate);
  }
  return judged("camera", isFine("camera_rate", rate), value, words.slowCameraMend, rate);
}

async function picturesPerSecond(video: HTMLVideoElement): Promise<number> {
  let shown = 0;
  let is_over = false;
  const count = (): void => {
    shown += 1;
    if (!is_over) video.requestVideoFrameCallback(count);
  };
  const begin = performance.now();
  if (typeof video.requestVideoFrameCallback === "function") video.requestVideoFrameCallback(count);
  else shown = -1;
  await pause(WATCH_FOR);
  is_over = true;
  const settled = (video.srcObject as MediaStream).getVideoTracks()[0]?.getSettings().frameRate ?? 0;
  return shown < 0 ? settled : (shown * 1000) / (performance.now() - begin);
}

/** Mean and spread of the brightness, 0 to 255. */
function lookAt(video: HTMLVideoElement): { brightness: number; contrast: number } {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return { brightness: 255, contrast: 255 };
  pen.drawImage(video, 0, 0, WIDTH, HEIGHT);
  const pixels = pen.getImageData(0, 0, WIDTH, HEIGHT).data;
  const grey = Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at * 4, at * 4 + 3);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  const brightness = grey.reduce((sum, one) => sum + one, 0) / grey.length;
  return { brightness, contrast: Math.sqrt(grey.reduce((sum, one) => sum + (one - brightness) ** 2, 0) / grey.length) };
}
