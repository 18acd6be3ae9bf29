/** What the build puts in place of a name (`vite.config.ts`), and files that are no code. */
declare const VERSION: string;
declare module "*.css";
