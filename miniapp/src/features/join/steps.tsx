/** The steps that coming in has in common, whichever way she comes: by a code, by her words, or with her other phone in hand. */

import { type MutableRef, useEffect, useRef, useState } from "preact/hooks";
import { goHome } from "../../app/places";
import type { Progress } from "../../alerts/syncing";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import type { Stay } from "../../vault/pin";
import { NewPin } from "../NewPin";
import { StayOpen } from "../StayOpen";
import { counted } from "./codes";
import type { JoinFault } from "./faults";

/** Whether she is still on this screen. */
export function useHere(): MutableRef<boolean> {
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );
  return here;
}

/** What is being done at this moment, in words and in figures; nothing, if nothing is. */
export interface Doing {
  readonly what: string | null;
  readonly far: { readonly done: number; readonly of: number } | null;
  /** Says what is done now; `null`: nothing any more. */
  readonly say: (what: string | null) => void;
  /** For what comes in: messages are counted, then it locks. */
  readonly progress: (...given: Parameters<Progress>) => void;
}

/** {@link Doing}, for one screen. */
export function useDoing(): Doing {
  const [what, setWhat] = useState<string | null>(null);
  const [far, setFar] = useState<Doing["far"]>(null);
  return {
    what,
    far,
    say: setWhat,
    progress: (_, done, of) => {
      setWhat(done < of ? t("join-checking", { count: of }) : t("join-locking"));
      setFar(done < of ? { done, of } : null);
    },
  };
}

interface CodeProps {
  readonly code: string;
  readonly fault: JoinFault | null;
  readonly onInput: (code: string) => void;
  readonly onEnter: () => void;
}

/** Where a code is typed. */
export function CodeField({ code, fault, onInput, onEnter }: CodeProps) {
  return (
    <Field
      label={t("join-code")}
      hint={t("join-code-hint", { count: counted(code) })}
      value={code}
      kind="plain"
      focus
      fault={fault?.ofCode === true ? t(fault.id, fault.values) : null}
      onInput={onInput}
      onEnter={onEnter}
    />
  );
}

/** A fault that is not of what she typed. */
export function OtherFault({ fault }: { readonly fault: JoinFault | null }) {
  if (fault === null || fault.ofCode) return null;
  return (
    <Note kind="trouble" live>
      <p>{t(fault.id, fault.values)}</p>
    </Note>
  );
}

interface StayProps {
  readonly stay: Stay;
  readonly onStay: (stay: Stay) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** How long it is to stay open. */
export function StayStep({ stay, onStay, onBack, onNext }: StayProps) {
  return (
    <Page
      title={t("stay-title")}
      open
      onBack={onBack}
      action={
        <Button kind="main" onClick={onNext}>
          {t("pin-next")}
        </Button>
      }
    >
      <p>{t("stay-why")}</p>
      <StayOpen quiet value={stay} onChange={onStay} />
    </Page>
  );
}

/** The PIN of this phone, twice. */
export function PinStep({ onBack, onDone }: { readonly onBack: () => void; readonly onDone: (pin: string) => void }) {
  return (
    <NewPin open title={t("join-pin-title")} onBack={onBack} onDone={onDone}>
      <p class="hint">{t("join-pin-why")}</p>
    </NewPin>
  );
}

/** Everything is fetched, verified and locked up. */
export function ComingStep({ doing: { what, far } }: { readonly doing: Doing }) {
  return (
    <Page title={t("join-coming")} onBack={goHome} open>
      <Busy what={what ?? t("join-reading")} {...far} />
      <p class="hint">{t("join-coming-hint")}</p>
    </Page>
  );
}
