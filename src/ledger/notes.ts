import { contentId, NoteText, type SignedNote } from "../terms/index.ts";
import { appendBatch } from "./chain.ts";
import type { Rows, Store } from "./store.ts";

/** Records what a reader wrote, signed and dated. */
export async function recordNote(
  store: Store,
  note: NoteText,
  { by, recorded }: { by: string; recorded: string },
): Promise<SignedNote> {
  const { about, says, text, answers } = NoteText.parse(note);
  const id = contentId("n", [about, says, text, answers, by, recorded]);
  await store.transaction(async (change) => {
    const added = await change.query(
      `-- What was written, about what, by whom?
       insert into note (id, about, says, text, answers, by_whom, recorded)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do nothing
       returning id`,
      [id, about, says, text, answers, by, recorded],
    );
    if (added.rows.length > 0) await appendBatch(change, [{ row: id, hash: id }], recorded);
  });
  return { id, about, says, text, answers, by, recorded };
}

/** What had been written by an instant, oldest first; about one thing, or about all (null). */
export async function notesBy(store: Rows, knownAt: string, about: string | null): Promise<SignedNote[]> {
  const { rows } = await store.query<{ list: SignedNote[] | null }>(
    `-- What had been written by then?
     select json_agg(json_build_object('id', id, 'about', about, 'says', says, 'text', text, 'answers', answers, 'by', by_whom,
              'recorded', to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by number) as list
     from note
     where recorded <= $1
       and ($2::text is null or about = $2)`,
    [knownAt, about],
  );
  return rows[0]?.list ?? [];
}
