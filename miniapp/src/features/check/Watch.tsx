import { useEffect, useState } from "preact/hooks";
import type { Identifier } from "../../alerts/identifiers";
import { type Match, Tokens } from "../../alerts/search";
import type { OpenDevice } from "../../app/device";
import { go } from "../../app/places";
import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Choice } from "../../ui/Choice";
import { Note } from "../../ui/Note";
import { useDrafted } from "../drafted";
import { useDevice } from "../opened";
import { now } from "../said";
import { type Listed, type Watched, WATCHED, isWatched, listedSince, watchedFrom, withSeen, withWatched, withoutWatched } from "./watching";

const NONE: readonly Watched[] = [];

/** Beside the answer: whether she wants to hear of it later. */
export function Watch({ open, some, matches }: { readonly open: OpenDevice; readonly some: readonly Identifier[]; readonly matches: readonly Match[] }) {
  const kept = useDrafted(open, WATCHED, NONE, watchedFrom);
  const on = some.every((one) => isWatched(kept.value, one));
  return (
    <>
      <Choice
        quiet
        many
        label={t("watch-tell")}
        options={[{ value: "on", label: t("watch-tell"), hint: t("watch-hint") }]}
        chosen={on ? ["on"] : []}
        onChange={(chosen) => {
          const next = chosen.length > 0 ? withWatched(kept.value, some, matches) : withoutWatched(kept.value, some);
          if (next.length > 0) kept.set(next);
          else kept.forget();
        }}
      />
      {kept.trouble === null ? null : (
        <p class="fault" role="alert">
          {kept.trouble}
        </p>
      )}
    </>
  );
}

/** Computed once for as long as the app is open: they would tell what was looked up, as what is kept does. */
const tokensOf = new WeakMap<OpenDevice, Tokens>();

/** At home: what has been listed since she checked it. */
export function ListedNow() {
  // Read here and not given from above: a part of a screen is drawn again only for what it reads itself.
  const open = useDevice();
  return open === null ? null : <Compared key={open.member.board.chain.hashes.length} open={open} />;
}

function Compared({ open }: { readonly open: OpenDevice }) {
  const kept = useDrafted(open, WATCHED, NONE, watchedFrom);
  const [listed, setListed] = useState<readonly Listed[]>([]);
  const { board, collective } = open.member;
  useEffect(() => {
    if (!kept.begun || !board.founded) {
      setListed([]);
      return undefined;
    }
    let wanted = true;
    const tokens = tokensOf.get(open) ?? new Tokens(collective);
    tokensOf.set(open, tokens);
    listedSince(kept.value, board, { now: now(), country: board.charter.country, tokens }).then(
      (found) => {
        if (wanted) setListed(found);
      },
      // No memory for hidden numbers: the next time she is here it is tried again, and check itself says so.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [open, kept.value]);
  return listed.map((one) => (
    <Note key={`${one.alert} ${one.shown}`} kind="care" live>
      <p>
        <strong>{t("watch-listed")}</strong> <span dir="auto">{one.shown}</span>
      </p>
      <Button
        onClick={() => {
          go("alert", one.alert);
        }}
      >
        {t("watch-look")}
      </Button>
      <Button
        onClick={() => {
          kept.set(withSeen(kept.value, one));
        }}
      >
        {t("watch-enough")}
      </Button>
    </Note>
  ));
}
