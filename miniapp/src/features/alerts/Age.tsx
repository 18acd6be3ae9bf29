/** How old what is on screen is, and what may be missing. Beside every answer: who reads *no record* must see this in the same glance. */

import type { Board } from "../../alerts/board";
import type { OpenDevice } from "../../app/device";
import { t } from "../../text";
import { Note } from "../../ui/Note";
import { ago, now } from "../said";
import { doubtsOf } from "./shown";

export function Age({ open }: { readonly open: OpenDevice }) {
  const synced = open.synced?.value ?? null;
  const { board } = open.member;
  return (
    <p class="age">
      {synced === null ? null : t("alerts-as-of", { ago: ago(now() - synced) })}{" "}
      {board.founded ? t("alerts-last-word", { ago: ago(now() - board.epoch.time) }) : null}
    </p>
  );
}

export function Doubts({ board }: { readonly board: Board }) {
  const doubts = doubtsOf(board, now());
  if (doubts.length === 0) return null;
  return (
    <Note kind="care">
      {doubts.map((doubt) => (
        <p key={doubt}>{doubt === "withheld" ? t("alerts-withheld", { count: board.withheld.length }) : t("alerts-stale")}</p>
      ))}
    </Note>
  );
}
