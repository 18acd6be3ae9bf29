/** The drafts of the open device: read once, kept with every change, and sent. */

import { useEffect, useState } from "preact/hooks";
import { type OpenDevice, troubleOf } from "../../app/device";
import { language } from "../../text";
import { spokenNow, useSpoken } from "../check/spoken";
import { idOf, keyOf } from "../keys";
import { now } from "../said";
import { type Draft, Drafts, type Reading, fieldsOf, reconciled } from "./drafts";

const ofDevice = new WeakMap<OpenDevice, Drafts>();

export function readingOf(open: OpenDevice): Reading {
  const { charter } = open.member.board;
  return { policy: charter.policy, country: charter.country, language: language.value, spoken: spokenNow() };
}

function draftsOf(open: OpenDevice): Drafts {
  const known = ofDevice.get(open);
  if (known !== undefined) return known;
  const drafts = new Drafts(open.draft);
  ofDevice.set(open, drafts);
  return drafts;
}

/** Reports of which she was shown, before they were sent, what cannot wait: once is enough. Not for longer than the page lives. */
const cared = new Set<string>();

export function wasCared(report: string): boolean {
  return cared.has(report);
}

/** The drafts once they are read; `null` until then. */
export function useDrafts(open: OpenDevice | null): { readonly drafts: Drafts | null; readonly trouble: string | null } {
  const [drafts, setDrafts] = useState<Drafts | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  // Nothing waits for the words of her language: once they are there, all that reads a draft is shown again with them.
  useSpoken();
  useEffect(() => {
    if (open === null) return;
    const all = draftsOf(open);
    all.load((some) => reconciled(some, open.member.receipts.values(), readingOf(open))).then(
      () => {
        setDrafts(all);
      },
      (error: unknown) => {
        setTrouble(troubleOf(error));
      },
    );
  }, [open]);
  return { drafts, trouble };
}

/**
 * Sends a draft: as a new report, or as all of one that was sent before. Returns what the screens call the report.
 *
 * When this returns it is kept for good, and goes out with the next sync.
 *
 * @param keep - whether what she wrote stays here, to tell more or as her own copy.
 * @throws {@link BadInput} there is more in it than fits, or no kind is picked.
 */
export async function send(open: OpenDevice, drafts: Drafts, draft: Draft, keep: boolean): Promise<string> {
  const fields = fieldsOf(draft, readingOf(open));
  const key = await open.do((session) => {
    if (draft.sentAs === null) return Promise.resolve(keyOf(session.device.report(fields, now(), { signed: draft.signed }).id));
    session.device.followUp(idOf(draft.sentAs), "correct", { fields });
    return Promise.resolve(draft.sentAs);
  });
  if (draft.cared) cared.add(key);
  // The screen that follows shows what cannot wait; and whoever goes on begins with what she was not asked yet.
  const step = draft.step === "kinds" ? "consent" : draft.step;
  if (keep) await drafts.keep({ ...draft, step, sentAs: key, unsent: false, cared: true });
  else await drafts.forget(draft.name);
  return key;
}
