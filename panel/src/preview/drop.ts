/** A calendar file let go anywhere on the page is loaded. */

import { useEffect, useRef, useState } from "preact/hooks";

/** Whether a file hovers over the page now. */
export function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFile);
  take.current = onFile;
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!event.relatedTarget) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) take.current(file);
    };
    const stop = new AbortController();
    document.addEventListener("dragover", over, stop);
    document.addEventListener("dragleave", leave, stop);
    document.addEventListener("drop", drop, stop);
    return () => stop.abort();
  }, []);
  return isOver;
}
