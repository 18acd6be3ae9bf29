/** What Vite makes of the files that are read as text. */
interface ImportMeta {
  glob(pattern: string[], options: { query: "?raw"; import: "default" }): Record<string, () => Promise<unknown>>;
}
