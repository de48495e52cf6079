/** The product's own sign: the same cup as on the app's icon. Decoration, since its name always stands beside it. */
export function Mark({ size = 32 }: { size?: number }) {
  return <img class="mark" src={MARK} width={size} height={size} alt="" />;
}

const MARK = new URL("./mark.svg", import.meta.url).href;
