import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Index } from "../../alerts/listing";
import { Strength, type Match, type Result, Tokens } from "../../alerts/search";
import type { Spoken } from "../../alerts/spoken";
import { troubleOf } from "../../app/device";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Field } from "../../ui/Field";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Age, Doubts } from "../alerts/Age";
import { AlertCard } from "../alerts/AlertCard";
import { alertCalled } from "../alerts/shown";
import { keyOf } from "../keys";
import { useDevice } from "../opened";
import { capital, now, say } from "../said";
import { Watch } from "./Watch";
import { useSpoken } from "./spoken";
import { watchable } from "./watching";
import { PAUSE, check, compareHidden, indexOf, lookedForIn, noteWith, where } from "./checking";

/** Most matches that are drawn: who has more must say more. */
const MOST = 20;

const STRENGTHS: ReadonlyMap<Strength, string> = new Map([
  [Strength.EXACT, "check-exact"],
  [Strength.PROBABLE, "check-probable"],
  [Strength.PART, "check-part"],
  [Strength.LOOK, "check-look"],
  [Strength.OTHER_PLATE, "check-other-plate"],
]);

/** Is somebody listed? Answered on this phone, at each key stroke. What is typed lives in this screen alone. */
export function Check() {
  const open = useDevice();
  const [query, setQuery] = useState("");
  const [whole, setWhole] = useState<{ readonly query: string; readonly index: Index; readonly spoken: Spoken; readonly result: Result } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(query);
  latest.current = query;
  const spoken = useSpoken();
  const member = open?.member ?? null;
  // Forgotten with the screen: they would tell what was looked up.
  const tokens = useMemo(() => new Tokens(member?.collective ?? new Uint8Array(32)), [member]);
  const board = member?.board ?? null;
  const index = board?.founded === true ? indexOf(board) : null;
  const checking = { now: now(), country: board?.founded === true ? board.charter.country : null, tokens, spoken };
  // What came meanwhile is in another index: then it is compared again.
  const known = whole?.query === query && whole.index === index && whole.spoken === spoken ? whole.result : null;
  // Once for each key stroke, not once for each time the screen is drawn.
  const quick = useMemo(() => (index === null || query.trim() === "" ? null : check(query, index, checking)), [query, index, tokens, spoken]);
  const result = quick === null ? null : (known ?? quick);
  const waits = result !== null && result.uncompared.length > 0;

  useEffect(() => {
    if (!waits || index === null || member === null) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      compareHidden(query, index, checking, member.collective, () => wanted && latest.current === query).then(
        (found) => {
          if (found !== null) setWhole({ query, index, spoken, result: found });
        },
        (error: unknown) => {
          if (wanted) setTrouble(troubleOf(error));
        },
      );
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [query, index, waits, spoken]);

  // After the page has put its name first: whoever comes here comes to type.
  useEffect(() => {
    place.current?.querySelector("textarea")?.focus();
  }, []);

  if (open === null || board === null) return null;
  const some = watchable(result?.lookedFor ?? []);
  return (
    <Page title={t("check-title")}>
      <div ref={place}>
        <Field
        label={t("check-field")}
        hint={t("check-hint")}
        value={query}
        rows={2}
        keys="search"
        onInput={(value) => {
          setTrouble(null);
          setQuery(value);
        }}
        />
      </div>
      <div role="status" aria-live="polite">
        {result === null ? <p class="hint">{t("check-stays-here")}</p> : <Answer result={result} query={query} board={board} />}
        {waits && trouble === null ? <Busy what={t("check-comparing")} /> : null}
      </div>
      {trouble === null ? null : (
        <Note kind="trouble" live>
          <p>{trouble}</p>
          <p>{t("check-hidden-not-compared")}</p>
        </Note>
      )}
      {result === null || waits || some.length === 0 ? null : <Watch key={some.map(({ key }) => key).join(" ")} open={open} some={some} matches={result.matches} />}
      {result === null ? null : result.matches.slice(0, MOST).map((match) => <Found key={keyOf(match.alert.id)} match={match} board={board} />)}
      {result !== null && result.matches.length > MOST ? <p>{t("check-more", { count: result.matches.length - MOST })}</p> : null}
      <Doubts board={board} />
      <Age open={open} />
    </Page>
  );
}

type Board = NonNullable<ReturnType<typeof useDevice>>["member"]["board"];

/** The sentences above the matches, or the whole answer if there are none. */
function Answer({ result, query, board }: { readonly result: Result; readonly query: string; readonly board: Board }) {
  const { charter } = board;
  // A wheel turns below while hidden numbers are compared; saying it twice helps nobody.
  const note = noteWith(result.note, where(charter.topics, charter.name)).filter((said) => said.key !== "note-still-comparing");
  if (note.length === 0) return null;
  const lookedFor = lookedForIn(result, query);
  return (
    <Note kind={result.matches.length > 0 ? "care" : "calm"}>
      {lookedFor.length === 0 ? null : <p class="hint">{t("check-looked-for", { values: say(lookedFor) })}</p>}
      {note.map((said, at) => (
        <p key={at}>{at === 0 ? <strong>{say(said)}</strong> : say(said)}</p>
      ))}
    </Note>
  );
}

function Found({ match, board }: { readonly match: Match; readonly board: Board }) {
  const time = now();
  const shown = alertCalled(board, keyOf(match.alert.id), time);
  if (shown === null) return null;
  return (
    <AlertCard alert={shown} topics={board.charter.topics} now={time}>
      <p class="why">
        <strong>{t(STRENGTHS.get(match.strength) ?? "check-look")}</strong>
        {match.reasons.map((reason, at) => (
          <span key={at}>{capital(say(reason))}</span>
        ))}
      </p>
    </AlertCard>
  );
}
