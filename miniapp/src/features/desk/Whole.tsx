import { useState } from "preact/hooks";
import { fetchNow, news } from "../../app/news";
import { opened } from "../../app/lock";
import type { OpenDevice } from "../../app/device";
import { t } from "../../text";
import { Note } from "../../ui/Note";
import { useWork } from "../opened";
import { Sure } from "../Sure";

/** Our server lost something, and phones give it back (protocol §5.6): a person says when that is done, since no machine can know. */
export function Whole({ open }: { readonly open: OpenDevice }) {
  const [asked, setAsked] = useState(false);
  const work = useWork();
  if (!news.value.healing) return null;
  return (
    <Note kind="care">
      <p>{t("whole-what")}</p>
      {work.trouble === null ? null : <p class="fault">{work.trouble}</p>}
      <Sure
        open={asked}
        onToggle={() => {
          setAsked(!asked);
        }}
        label={t("whole-say")}
        what={t("whole-sure-what")}
        sure={t("whole-sure")}
        busy={work.busy}
        onSure={() => {
          void work
            .run(() => open.do((session) => session.declareWhole()))
            .then((well) => {
              if (!well) return;
              setAsked(false);
              const frame = opened.peek();
              if (frame !== null) void fetchNow(frame);
            });
        }}
      />
    </Note>
  );
}
