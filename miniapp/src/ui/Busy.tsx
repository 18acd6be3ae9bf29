interface Props {
  readonly what: string;
  /** How far it is, if that can be known. */
  readonly done?: number;
  readonly of?: number;
}

/** Long work: what is being done, and how far it is. */
export function Busy({ what, done, of }: Props) {
  return (
    <div class="busy" role="status">
      <p>{what}</p>
      {of === undefined || of === 0 ? <progress aria-label={what} /> : <progress aria-label={what} value={done ?? 0} max={of} />}
    </div>
  );
}
