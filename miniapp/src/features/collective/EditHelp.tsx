import { useState } from "preact/hooks";
import { NAMED_LANGUAGES, word } from "../../alerts/wording";
import { language, t } from "../../text";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Kept } from "../../ui/Kept";
import { Page } from "../../ui/Page";
import { Select } from "../../ui/Select";
import { useDrafted } from "../drafted";
import { KNOWN_KINDS, type Resource, resourcesAgain, resourcesOf } from "../help/resources";
import { say } from "../said";
import { Fold } from "../report/Fold";
import { Came, type ForModerators, moderatorsOnly, useDoing } from "./Frame";
import { missingOf, proposalOf } from "./proposals";

/** The list of help as members will see it. */
export const EditHelp = moderatorsOnly(Edit);

const MOST = 200;

function Edit({ open, moderator }: ForModerators) {
  const draft = useDrafted<readonly Resource[]>(open, "help-list", resourcesOf(moderator.board), resourcesAgain);
  const items = draft.value;
  const [fault, setFault] = useState<string | null>(null);
  const doing = useDoing(open);
  function propose(): void {
    const tidy = items.map((one) => ({
      name: one.name.trim(),
      kind: one.kind,
      text: one.text.trim(),
      contact: one.contact.trim(),
      language: one.language,
    }));
    if (tidy.some((one) => one.name === "")) {
      setFault(t("helpedit-name-fault"));
      return;
    }
    setFault(null);
    void doing.run(async (session) => {
      const [body, out] = await session.proposeStatement("resources", { items: tidy }, { fresh: false });
      draft.forget();
      if (out) return t("collective-done");
      const proposal = proposalOf(session.moderator, body.hash);
      return t("collective-proposed", { count: proposal === null ? 1 : missingOf(session.moderator, proposal) });
    });
  }
  return (
    <Page
      title={t("helpedit-title")}
      action={
        <>
          {fault === null ? null : (
            <p class="fault" role="alert">
              {fault}
            </p>
          )}
          <Button kind="main" disabled={doing.busy} onClick={propose}>
            {t("helpedit-propose")}
          </Button>
        </>
      }
    >
      <Came doing={doing} />
      <p>{t("helpedit-what")}</p>
      {items.map((item, at) => (
        <Entry
          key={at}
          item={item}
          onChange={(next) => {
            draft.set(items.with(at, next));
          }}
          onTakeOut={() => {
            draft.set(items.filter((_, other) => other !== at));
          }}
        />
      ))}
      {draft.begun ? (
        <>
          <Kept trouble={draft.trouble} />
          <Button onClick={draft.forget}>{t("draft-anew")}</Button>
        </>
      ) : null}
      {items.length < MOST ? (
        <Button
          onClick={() => {
            draft.set([...items, { name: "", kind: "health", text: "", contact: "", language: language.value }]);
          }}
        >
          {t("helpedit-add")}
        </Button>
      ) : null}
    </Page>
  );
}

interface EntryProps {
  readonly item: Resource;
  readonly onChange: (item: Resource) => void;
  readonly onTakeOut: () => void;
}

function Entry({ item, onChange, onTakeOut }: EntryProps) {
  const kinds = [...KNOWN_KINDS, "other"];
  const options = kinds.map((value) => ({ value, label: t(`helpedit-kind-${value}`) }));
  // A kind of somebody's own stays as it is.
  const offered = kinds.includes(item.kind) ? options : [...options, { value: item.kind, label: item.kind }];
  return (
    <Fold label={item.name === "" ? t("helpedit-add") : item.name} answer={kinds.includes(item.kind) ? t(`helpedit-kind-${item.kind}`) : item.kind}>
      <Field label={t("helpedit-name")} limit={120} value={item.name} onInput={(name) => { onChange({ ...item, name }); }} />
      <Select label={t("helpedit-kind")} value={item.kind} options={offered} onChange={(kind) => { onChange({ ...item, kind }); }} />
      <Field label={t("helpedit-text")} rows={3} limit={1_000} value={item.text} onInput={(text) => { onChange({ ...item, text }); }} />
      <Field label={t("helpedit-contact")} limit={300} value={item.contact} onInput={(contact) => { onChange({ ...item, contact }); }} />
      <Select
        label={t("helpedit-language")}
        value={item.language}
        options={NAMED_LANGUAGES.filter((one) => !one.includes("-")).map((one) => ({ value: one, label: say(word("languages", one)) }))}
        onChange={(tongue) => {
          onChange({ ...item, language: tongue });
        }}
      />
      <Button onClick={onTakeOut}>{t("helpedit-take-out")}</Button>
    </Fold>
  );
}
