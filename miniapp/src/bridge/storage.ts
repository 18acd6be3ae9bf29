/**
 * What the Telegram client around us keeps for this app (Telegram's *DeviceStorage*, from version 9.0 of its bridge on): texts by their names,
 * on this phone, 5 MB of them. Not in the cloud. Whoever made the client can read it, so nothing readable goes there.
 */

import { connected, knows, on, post, type Launch } from "./telegram";

const SINCE = "9.0";
/** A client that does not answer must hold nothing up. Milliseconds. */
const PATIENCE = 3000;

/** The client did not keep it, or did not answer. Nothing here depends on it. */
export class NotKept extends Error {}

interface Asking {
  readonly method: string;
  readonly answer: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

let asked = 0;

/** Asks the client, and waits for the answer to exactly this. */
function ask({ method, answer, fields }: Asking): Promise<Readonly<Record<string, unknown>>> {
  const id = `${method.slice(-4)}-${(asked += 1)}`;
  return new Promise((resolve, reject) => {
    const ends: (() => void)[] = [];
    const settle = (how: () => void): void => {
      for (const end of ends) end();
      how();
    };
    const failed = (): void => {
      settle(() => {
        reject(new NotKept("Telegram's client keeps nothing for us"));
      });
    };
    const timer = setTimeout(failed, PATIENCE);
    ends.push(
      () => {
        clearTimeout(timer);
      },
      on(answer, (data) => {
        if (data["req_id"] === id) {
          settle(() => {
            resolve(data);
          });
        }
      }),
      on("device_storage_failed", (data) => {
        if (data["req_id"] === id) failed();
      }),
    );
    post(method, { req_id: id, ...fields });
  });
}

/** Texts that Telegram's client keeps. */
export interface ClientStorage {
  /**
   * What stands under a name; `null` if nothing does.
   *
   * @throws {@link NotKept} the client says no, or nothing at all.
   */
  get(name: string): Promise<string | null>;
  /** @throws {@link NotKept} it was not kept; what stood there before may stand there still. */
  set(name: string, text: string): Promise<void>;
  /** Everything goes. The client is told before this returns; when it has done so the promise is kept. @throws {@link NotKept} */
  clear(): Promise<void>;
}

/** The storage of the client around us; `null` where there is none, or it is too old for that. */
export function clientStorage(launch: Pick<Launch, "inside" | "version">): ClientStorage | null {
  if (!connected() || !knows(launch, SINCE)) return null;
  return {
    async get(key) {
      const { value } = await ask({ method: "web_app_device_storage_get_key", answer: "device_storage_key_received", fields: { key } });
      return typeof value === "string" ? value : null;
    },
    async set(key, value) {
      await ask({ method: "web_app_device_storage_save_key", answer: "device_storage_key_saved", fields: { key, value } });
    },
    async clear() {
      await ask({ method: "web_app_device_storage_clear", answer: "device_storage_cleared", fields: {} });
    },
  };
}
