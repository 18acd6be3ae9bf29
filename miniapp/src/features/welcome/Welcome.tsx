import { useState } from "preact/hooks";
import { lost, prepare } from "../../app/lock";
import { go } from "../../app/places";
import { chooseLanguage } from "../../app/speaking";
import { language, LANGUAGES, nameOf, t } from "../../text";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";
import { Select } from "../../ui/Select";
import { Erase } from "../locked/Erase";

/** The first screen: what this is, what it is not, and the way in. */
export function Welcome() {
  const [erasing, setErasing] = useState(false);
  if (erasing && lost.value === "copied") {
    return (
      <Erase
        onBack={() => {
          setErasing(false);
        }}
      />
    );
  }
  return (
    <Page
      open
      title={t("welcome-title")}
      action={
        <>
          <Button
            kind={lost.value === "copied" ? "plain" : "main"}
            onClick={() => {
              prepare();
              go("join");
            }}
          >
            {t("welcome-code")}
          </Button>
          <Button
            onClick={() => {
              go("help");
            }}
          >
            {t("welcome-help")}
          </Button>
        </>
      }
    >
      {lost.value === "nothing" ? null : (
        <Note kind="care" live>
          <p>{t(lost.value === "copied" ? "welcome-lost-copied" : "welcome-lost")}</p>
        </Note>
      )}
      {lost.value === "copied" ? (
        <>
          <Button
            kind="main"
            onClick={() => {
              prepare();
              go("recover");
            }}
          >
            {t("welcome-words")}
          </Button>
          <Button
            onClick={() => {
              setErasing(true);
            }}
          >
            {t("welcome-erase-copy")}
          </Button>
        </>
      ) : null}
      <ul class="opening">
        <li>{t("welcome-no-police")}</li>
        <li>{t("welcome-no-emergency")}</li>
        <li>{t("welcome-telegram")}</li>
        <li>{t("welcome-never-type")}</li>
      </ul>
      {LANGUAGES.length < 2 ? null : (
        <Select
          label={t("welcome-language")}
          value={language.value}
          options={LANGUAGES.map((code) => ({ value: code, label: nameOf(code) }))}
          onChange={(code) => {
            void chooseLanguage(code);
          }}
        />
      )}
      {lost.value === "copied" ? null : (
        <button
          type="button"
          class="link"
          onClick={() => {
            prepare();
            go("recover");
          }}
        >
          {t("welcome-words")}
        </button>
      )}
    </Page>
  );
}
