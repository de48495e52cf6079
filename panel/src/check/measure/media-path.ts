/** Sound and picture through a real peer connection from this page to itself: the coders work, nothing is lost on the way. */

import { fill } from "../words.ts";
import { isFine, judged, pause, within, type CheckApi, type Result } from "./result.ts";

const MEASURE_FOR = 2500;
const CONNECT_IN = 3000;

interface Inbound {
  type: string; kind: string; bytesReceived: number; packetsReceived: number; packetsLost: number; jitter: number; codecId?: string;
}

/** Bitrate, loss and jitter of a loop. It does not test the way to Teams' relays. */
export async function mediaPath(streams: MediaStream[], api: CheckApi): Promise<Result> {
  const { words } = api;
  const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
  try {
    await within(CONNECT_IN, connected(here, there, streams));
    const before = await inbound(there);
    const begin = performance.now();
    await pause(MEASURE_FOR);
    const after = await inbound(there);
    return told(before, after, (performance.now() - begin) / 1000, api);
  } catch {
    return judged("media_path", false, words.noPath, words.noPathMend);
  } finally {
    here.close();
    there.close();
  }
}

async function connected(here: RTCPeerConnection, there: RTCPeerConnection, streams: MediaStream[]): Promise<void> {
  const arrived = new Promise<void>((done, no) => {
    there.onconnectionstatechange = () => {
      if (there.connectionState === "connected") done();
      if (there.connectionState === "failed") no(new Error("failed"));
    };
  });
  here.onicecandidate = ({ candidate }) => void there.addIceCandidate(candidate ?? undefined).catch(() => {});
  there.onicecandidate = ({ candidate }) => void here.addIceCandidate(candidate ?? undefined).catch(() => {});
  for (const stream of streams) for (const track of stream.getTracks()) here.addTrack(track, stream);
  await here.setLocalDescription();
  if (here.localDescription) await there.setRemoteDescription(here.localDescription);
  await there.setLocalDescription();
  if (there.localDescription) await here.setRemoteDescription(there.localDescription);
  await arrived;
}

async function inbound(connection: RTCPeerConnection): Promise<(Inbound & { codec: string })[]> {
  const report = await connection.getStats();
  const found: (Inbound & { codec: string })[] = [];
  report.forEach((one: Inbound) => {
    if (one.type !== "inbound-rtp") return;
    const codec = one.codecId ? (report.get(one.codecId) as { mimeType?: string } | undefined)?.mimeType : undefined;
    found.push({ ...one, codec: codec?.split("/")[1] ?? one.kind });
  });
  return found;
}

function told(before: Inbound[], after: (Inbound & { codec: string })[], seconds: number, { words }: CheckApi): Result {
  const parts = after.map((one) => {
    const start = before.find(({ kind }) => kind === one.kind);
    const bits = ((one.bytesReceived - (start?.bytesReceived ?? 0)) * 8) / 1000 / seconds;
    return { codec: one.codec, bits: Math.round(bits) };
  });
  const lost = sum(after, "packetsLost") - sum(before, "packetsLost");
  const received = sum(after, "packetsReceived") - sum(before, "packetsReceived");
  const loss = (100 * Math.max(0, lost)) / Math.max(1, lost + received);
  const jitter = Math.max(0, ...after.map((one) => one.jitter * 1000));
  const value = fill(words.path, {
    what: parts.map(({ codec, bits }) => `${codec} ${bits} kbit/s`).join(", "),
    loss: loss < 10 ? loss.toFixed(1) : Math.round(loss),
    jitter: Math.round(jitter),
  });
  const flows = parts.length > 0 && parts.every(({ bits }) => bits > 0);
  return judged("media_path", flows && isFine("media_path", loss) && isFine("media_jitter", jitter), value, words.pathMend, loss);
}

const sum = (all: Inbound[], what: "packetsLost" | "packetsReceived"): number => all.reduce((total, one) => total + (one[what] || 0), 0);
