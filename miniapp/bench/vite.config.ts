import { defineConfig } from "vite";

// The benches as one file for Node, with nothing of the app around them.
export default defineConfig({ build: { ssr: "bench/removal.ts", outDir: "node_modules/.bench" }, logLevel: "error" });
