/** A check for maps inside maps; the outermost goes through `wire.shaped`, which says what is wrong. */

import { isMap, type Check, type Guard, type Shaped, type ValueMap } from "../crypto/wire";

/** Whether a value is a map with exactly these fields, each passing its check. */
export function isShaped<F extends Readonly<Record<string, Check>>>(fields: F): Guard<Shaped<F> & ValueMap> {
  const checks = Object.entries(fields);
  return (value): value is Shaped<F> & ValueMap => {
    if (!isMap(value) || Object.keys(value).length !== checks.length) return false;
    return checks.every(([name, passes]) => Object.hasOwn(value, name) && passes(value[name] ?? null));
  };
}
