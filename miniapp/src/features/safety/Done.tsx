import { t } from "../../text";
import { Button } from "../../ui/Button";
import { Note } from "../../ui/Note";
import { Page } from "../../ui/Page";

interface Props {
  readonly title: string;
  readonly said: string;
  readonly onBack: () => void;
}

/** That it is done, and the way on. */
export function Done({ title, said, onBack }: Props) {
  return (
    <Page
      title={title}
      onBack={onBack}
      action={
        <Button kind="main" onClick={onBack}>
          {t("safety-done")}
        </Button>
      }
    >
      <Note live>
        <p>{said}</p>
      </Note>
    </Page>
  );
}
