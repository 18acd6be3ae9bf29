/**
 * What people wrote, whom they know and what names their boxes has no readable face: not as text, not as JSON, not on a console (house
 * style 7 and 10). Whoever needs it asks for the field.
 */

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A class whose instances show nothing of what they hold. */
export abstract class Faceless {
  /** What stands in place of it. Written out, because minifiers rename classes. */
  protected abstract get face(): string;

  toString(): string {
    return `<${this.face}>`;
  }

  toJSON(): string {
    return this.toString();
  }

  /** What Node's console prints. */
  [INSPECT](): string {
    return this.toString();
  }
}

/** A plain value that shows nothing of what it holds either. */
export function faceless<T extends object>(face: string, value: T): T {
  const show = { value: () => `<${face}>` };
  return Object.defineProperties(value, { toString: show, toJSON: show, [INSPECT]: show });
}
