import { useEffect, useState } from "preact/hooks";
import { t } from "../../text";
import type { Picture } from "./picture";

/** The code for a camera. What draws it is loaded when it is needed; without it the code can still be said. */
export function CodePicture({ code }: { readonly code: string }) {
  const [picture, setPicture] = useState<Picture | null>(null);
  useEffect(() => {
    let wanted = true;
    import("./picture").then(
      ({ pictureOf }) => {
        if (wanted) setPicture(pictureOf(code));
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [code]);
  if (picture === null) return null;
  return (
    <svg class="picture" role="img" aria-label={t("invite-picture")} viewBox={`0 0 ${picture.size} ${picture.size}`} shape-rendering="crispEdges">
      <path d={picture.path} />
    </svg>
  );
}
