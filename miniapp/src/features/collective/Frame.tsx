/** What the collective's screens share: work with what came of it, and who may be here. */

import { useState } from "preact/hooks";
import type { Moderator } from "../../alerts/moderator";
import type { Session } from "../../alerts/session";
import type { OpenDevice } from "../../app/device";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Note } from "../../ui/Note";
import { NotForYou } from "../desk/Desk";
import { useDevice, useWork } from "../opened";
import { moderatorOf } from "../people";

/** Work that says what came of it. */
export interface Doing {
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly done: string | null;
  /** Does it; says what it returns. `null`: nothing is said. */
  readonly run: (work: (session: Session) => Promise<string | null>) => Promise<boolean>;
}

export function useDoing(open: OpenDevice | null): Doing {
  const work = useWork();
  const [done, setDone] = useState<string | null>(null);
  return {
    busy: work.busy,
    trouble: work.trouble,
    done,
    run: (what) => {
      setDone(null);
      return work.run(async () => {
        if (open === null) return;
        setDone(await open.do(what));
        window.scrollTo(0, 0);
      });
    },
  };
}

/** What is being done, and what came of it. */
export function Came({ doing }: { readonly doing: Doing }) {
  return (
    <>
      {doing.busy ? <Busy what={t("desk-working")} /> : null}
      {doing.trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{doing.trouble}</p>
        </Note>
      )}
      {doing.done === null ? null : (
        <Note live>
          <p>{doing.done}</p>
        </Note>
      )}
    </>
  );
}

export interface ForModerators {
  readonly open: OpenDevice;
  readonly moderator: Moderator;
  /** Rises with every change: what is given is the same object as before, and a screen is drawn again only if something it is given differs. */
  readonly changed: number;
}

/** A screen for moderators alone. */
export function moderatorsOnly(Screen: (props: ForModerators) => preact.JSX.Element | null): () => preact.JSX.Element | null {
  return function Guarded() {
    const open = useDevice();
    const moderator = moderatorOf(open);
    if (open === null) return null;
    return moderator === null ? <NotForYou /> : <Screen open={open} moderator={moderator} changed={open.changed.value} />;
  };
}
