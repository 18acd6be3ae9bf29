import { resolve } from "node:path";
import { defineConfig } from "vite";
import { catalogues } from "./build/catalogues";

// The same sources give the same bytes: no dates, no paths, names from contents only. `parasol verify` compares them.
export default defineConfig({
  plugins: [catalogues(resolve(import.meta.dirname, "../locales"))],
  build: {
    target: "es2022",
    sourcemap: false,
    // The policy has no data: for scripts and styles; every file is one of ours by name.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
