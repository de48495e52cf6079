import { defineConfig } from "vite";
import { sampleDoor } from "./dev/sample-door.ts";

export default defineConfig({
  base: "/preview/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [sampleDoor()],
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Everything is a file of its own: the page's policy allows no inline script or style.
    assetsInlineLimit: 0,
  },
});
