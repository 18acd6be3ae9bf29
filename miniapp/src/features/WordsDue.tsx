import { go } from "../app/places";
import { settings } from "../app/settings";
import { t } from "../text";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";

/** For who moderates, wherever she works, until she has written her recovery words down: with her phone the desk would lose a person. */
export function WordsDue() {
  if (settings.value.words) return null;
  return (
    <Note kind="care">
      <p>{t("home-words")}</p>
      <Button
        onClick={() => {
          go("safety", "words");
        }}
      >
        {t("home-words-now")}
      </Button>
    </Note>
  );
}
