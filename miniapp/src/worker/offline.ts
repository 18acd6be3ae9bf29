/**
 * Keeps this build's files, so that the app opens without a connection. It knows its own files alone: what the relay is asked for passes
 * by, and nothing else is let out to anybody.
 *
 * The build fills in the two names and writes the file as `/sw.js` (`build/offline.ts`); so it imports nothing.
 */

/** Every file of this build. */
declare const FILES: readonly string[];
/** A hash of all of them together. */
declare const BUILD: string;

interface Later extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Event {
  readonly request: Request;
  respondWith(answer: Response | Promise<Response>): void;
}
interface Scope {
  addEventListener(type: "install" | "activate", listener: (event: Later) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
}

const scope = self as unknown as Scope;
const KEPT = `parasol-${BUILD}`;

// A new build waits until no page of the old one is open: an open page may still want files that only the old one has.
scope.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })))));
});

scope.addEventListener("activate", (event) => {
  const clear = async () => {
    for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  };
  event.waitUntil(clear());
});

scope.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== location.origin) {
    event.respondWith(Response.error());
  } else if (event.request.method === "GET" && FILES.includes(pathname)) {
    event.respondWith(caches.match(pathname, { cacheName: KEPT }).then((file) => file ?? fetch(event.request)));
  }
});
