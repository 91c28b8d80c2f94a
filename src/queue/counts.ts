import type { PgBoss } from "pg-boss";

/** How many jobs are in each state. */
export interface QueueCounts {
  waiting: number;
  /** Failed, and waiting to be tried again. */
  "to be retried": number;
  "being read": number;
  /** In the last seven days. */
  done: number;
  /** Failed as often as they may: dead letters. */
  failed: number;
}

/** pg-boss's own figures are up to a minute old: a person who looks twice wants to see the work move. */
export async function countStates(
  boss: PgBoss,
  schema: string,
  { waiting, deadLetters }: { waiting: string; deadLetters: string },
): Promise<QueueCounts> {
  const { rows } = await boss.getDb().executeSql(
    `-- How many jobs are in each state?
     select name, state::text as state, count(*)::integer as count
     from ${schema}.job
     where name in ($1, $2)
     group by name, state`,
    [waiting, deadLetters],
  );
  const count = (queue: string, wanted: string): number =>
    rows.find(({ name, state }) => name === queue && state === wanted)?.count ?? 0;
  return {
    waiting: count(waiting, "created"),
    "to be retried": count(waiting, "retry"),
    "being read": count(waiting, "active"),
    done: count(waiting, "completed"),
    failed: count(deadLetters, "created"),
  };
}
