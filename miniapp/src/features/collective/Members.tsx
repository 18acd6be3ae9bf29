/** Who is in, by alias; taking somebody off the list, and making somebody a moderator. For moderators. */

import { useState } from "preact/hooks";
import { sameBytes } from "../../alerts/keyed";
import type { Moderator } from "../../alerts/moderator";
import type { MemberRecord } from "../../alerts/records";
import { cosignersNeeded } from "../../crypto/announced";
import { go, here } from "../../app/places";
import { t } from "../../text";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { idOf, keyOf } from "../keys";
import { byAlias } from "../people";
import { Sure } from "../Sure";
import { now } from "../said";
import { Came, type ForModerators, moderatorsOnly, useDoing } from "./Frame";
import { type Leaving, leavingOf, missingOf, moderates, othersNeeded, undecided } from "./proposals";

/** The list. */
export const Members = moderatorsOnly(List);
/** One of them. */
export const MemberPage = moderatorsOnly(One);

function isMe(moderator: Moderator, member: MemberRecord): boolean {
  return sameBytes(member.sign, moderator.device.signingKey);
}

function words(moderator: Moderator, member: MemberRecord): string {
  const leaving = leavingOf(moderator, member);
  return [
    ...(isMe(moderator, member) ? [t("members-you")] : []),
    ...(moderates(moderator, member) ? [t("members-moderates")] : moderator.log.accepted.has(member.sign) ? [t("members-willing")] : []),
    ...(leaving.count === 0 ? [] : [leavingWords(leaving)]),
  ].join(" · ");
}

/** How far it is, in words. */
export function leavingWords({ count, needed }: Leaving): string {
  return count < needed ? t("members-leaving", { count, needed }) : t("members-leaving-soon");
}

function List({ moderator }: ForModerators) {
  return (
    <Page title={t("members-title")}>
      <p>{t("members-why")}</p>
      {byAlias(moderator.members()).map((member) => {
        const hint = words(moderator, member);
        return (
          <Button
            key={keyOf(member.sign)}
            {...(hint === "" ? {} : { hint })}
            onClick={() => {
              go("collective-member", keyOf(member.sign));
            }}
          >
            <span dir="auto">{member.alias}</span>
          </Button>
        );
      })}
    </Page>
  );
}

function One({ open, moderator }: ForModerators) {
  const [opened, setOpened] = useState("");
  const [replanting, setReplanting] = useState(false);
  const doing = useDoing(open);
  const member = moderator.log.members.get(idOf(here().id ?? ""));
  if (member === undefined || moderator.removed.has(member.leaf)) {
    return (
      <Page title={t("members-gone")}>
        <Came doing={doing} />
      </Page>
    );
  }
  const name = member.alias;
  const { quorums, people } = moderator.board.charter;
  // Keys are made anew then, and the relay takes them from several phones only.
  const phone = cosignersNeeded(people.length) > 1;
  const { count, needed, mine } = leavingOf(moderator, member);
  const hint = words(moderator, member);
  const toggle = (what: string): void => {
    setOpened(opened === what ? "" : what);
  };

  function remove(one: MemberRecord): void {
    setOpened("");
    void doing.run(async (session) => {
      if (await session.remove(one)) return t("members-removed", { name });
      const { count: agree, needed: must } = leavingOf(session.moderator, one);
      return t(agree >= must ? "members-remove-awake" : "members-remove-waits", { name });
    });
  }
  function replant(one: MemberRecord): void {
    setOpened("");
    setReplanting(true);
    void doing
      .run(async (session) => ((await session.replantWithout(one)) ? t("members-removed", { name }) : t("members-remove-waits", { name })))
      .finally(() => {
        setReplanting(false);
      });
  }
  function promote(one: MemberRecord): void {
    setOpened("");
    void doing.run(async (session) => {
      if (await session.promote(one)) return t("members-promoted", { name });
      const open_ = undecided(session.moderator, now()).filter(({ body }) => body.kind === "charter");
      return t("members-promote-waits", { count: Math.max(1, ...open_.map((proposal) => missingOf(session.moderator, proposal))) });
    });
  }
  const others = othersNeeded({ count, needed, mine });

  if (replanting) return <Replanting progress={open.progress?.value ?? null} />;
  return (
    <Page title={name}>
      <Came doing={doing} />
      {doing.trouble !== null && moderates(moderator, member) ? (
        <Note>
          <p>{t("members-replant-broken")}</p>
        </Note>
      ) : null}
      {hint === "" ? null : <p>{hint}</p>}
      {moderates(moderator, member) ? (
        people.length === 1 ? (
          <Note>
            <p>{t("members-remove-last")}</p>
          </Note>
        ) : (
          <Sure
            open={opened === "remove"}
            onToggle={() => {
              toggle("remove");
            }}
            label={t("members-remove")}
            what={t("members-remove-moderator-what", { name })}
            sure={t("members-remove-sure", { name })}
            busy={doing.busy}
            onSure={() => {
              replant(member);
            }}
          >
            {isMe(moderator, member) ? <p>{t("members-remove-yourself")}</p> : null}
            <p>{t("members-remove-second", { count: others })}</p>
            <p>{t("members-replanting")}</p>
          </Sure>
        )
      ) : (
        <>
          {moderator.log.accepted.has(member.sign) ? (
            <Sure
              open={opened === "promote"}
              onToggle={() => {
                toggle("promote");
              }}
              label={t("members-promote")}
              what={t("members-promote-what", { name })}
              sure={t("members-promote-sure", { name })}
              busy={doing.busy}
              mild
              onSure={() => {
                promote(member);
              }}
            >
              <p>{t("rules-charter", { count: quorums.charter })}</p>
            </Sure>
          ) : (
            <p class="hint">{t("members-not-willing")}</p>
          )}
          {mine ? (
            <Note>
              <p>{count < needed ? t("members-you-agreed") : t("members-remove-awake", { name })}</p>
            </Note>
          ) : (
            <Sure
              open={opened === "remove"}
              onToggle={() => {
                toggle("remove");
              }}
              label={t("members-remove")}
              what={t("members-remove-what", { name })}
              sure={t("members-remove-sure", { name })}
              busy={doing.busy}
              onSure={() => {
                remove(member);
              }}
            >
              <p>{t("members-remove-second", { count: others })}</p>
              {phone ? <p>{t("members-remove-phone")}</p> : null}
            </Sure>
          )}
        </>
      )}
    </Page>
  );
}

/** All keys are made anew: how far it is. */
function Replanting({ progress }: { readonly progress: { readonly what: string; readonly done: number; readonly of: number } | null }) {
  const keys = progress?.what === "keys" && progress.of > 0 ? progress : null;
  return (
    <Page title={t("members-title")}>
      <Busy what={t("members-replanting")} {...(keys === null ? {} : { done: keys.done, of: keys.of })} />
      {keys === null ? null : <p>{t("members-replanting-done", { done: keys.done, of: keys.of })}</p>}
    </Page>
  );
}
