/** One build of the app for a whole run of the tests. It is made when the first test wants it, so that a run of others pays nothing. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** An empty folder that lives as long as the run. */
    run: string;
  }
}

/** @returns what cleans up when the run is over. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "parasol-run-"));
  project.provide("run", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
