/** Server-sent events out of a fetched answer: EventSource cannot carry the Authorization header. */

/** The events' names as they come; `onBytes` is called for whatever comes, comments too. Ends with the answer. */
export async function* eventsOf(answer: Response, onBytes: () => void): AsyncGenerator<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done) return;
    onBytes();
    const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const name = /^event: ?(.*)$/m.exec(block)?.[1];
      if (name) yield name;
    }
  }
}
