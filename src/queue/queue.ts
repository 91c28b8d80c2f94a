import { type JobWithMetadata, PgBoss } from "pg-boss";
import { countStates, type QueueCounts } from "./counts.ts";
import { Job, jobWords } from "./job.ts";

export type { QueueCounts } from "./counts.ts";

/** Jobs that many machines share: kept on a PostgreSQL server, given out at least once each. */
export interface Queue {
  /** Gives the number of jobs that were new; one that is waiting or being read already is not added again. */
  add(jobs: readonly Job[], options?: AddingOptions): Promise<number>;
  counts(): Promise<QueueCounts>;
  /** Jobs that failed as often as they may, oldest first. */
  failed(): Promise<FailedJob[]>;
  /** Puts failed jobs back among the waiting: all, or those of these ids. Gives the number put back. */
  retry(ids?: readonly string[]): Promise<number>;
  /** Takes jobs one at a time until the queue is closed. What `deed` throws is the reason why a job failed. */
  work(deed: (job: Job, signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Waits for the job in hand, at most so many seconds; then it is left to another worker. */
  close(seconds?: number): Promise<void>;
}

export interface AddingOptions {
  /** How often a job that failed is tried again; 4 by default, after 15, 30, 60 and 120 seconds, give or take. */
  retries?: number;
  /** Seconds, at least 10, after which a worker that gives no sign is taken for dead and its job goes to another. */
  lostAfter?: number;
}

export interface FailedJob {
  id: string;
  job: Job;
  /** When it failed for the last time; an ISO instant. */
  failed: string;
  tries: number;
  reason: string;
}

/** Apart from the ledger's own tables, which only grow. */
const schema = "entente_queue";
const waiting = "inputs";
const deadLetters = "inputs-failed";

const day = 86_400;

/** Dead letters wait for a person; a year is longer than anyone looks away. */
const keptSeconds = 365 * day;

/**
 * Opens the queue on a server (`postgres://…`), or makes it there. `notice` is told of troubles that pass, such as a server
 * that is being restarted. Only those that work look after jobs of workers that died (`worker`).
 */
export async function openQueue(
  url: string,
  { worker = false, notice = () => {} }: { worker?: boolean; notice?: (text: string) => void } = {},
): Promise<Queue> {
  const boss = new PgBoss({
    ...{ connectionString: url, schema, max: 3, application_name: "entente queue" },
    ...{ schedule: false, supervise: worker, superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 },
  });
  boss.on("error", ({ message }) => notice(message));
  await boss.start();
  await makeQueues(boss);
  return {
    add: (jobs, options) => addJobs(boss, jobs, options),
    counts: () => countStates(boss, schema, { waiting, deadLetters }),
    failed: () => failedJobs(boss),
    retry: (ids) => retryJobs(boss, ids),
    async work(deed) {
      const options = { batchSize: 1, pollingIntervalSeconds: 1 };
      await boss.work<Job>(waiting, options, async ([given]) => {
        if (given !== undefined) await deed(Job.parse(given.data), given.signal);
      });
    },
    close: (seconds = 1) => boss.stop({ graceful: true, timeout: seconds * 1_000 }),
  };
}

async function makeQueues(boss: PgBoss): Promise<void> {
  const kept = { retentionSeconds: keptSeconds };
  await boss.createQueue(deadLetters, { ...kept, deleteAfterSeconds: keptSeconds });
  await boss.createQueue(waiting, {
    ...kept,
    ...{ policy: "exclusive", deadLetter: deadLetters, deleteAfterSeconds: 7 * day },
    // A large archive is read for hours. That its worker lives is told by the heartbeat.
    ...{ expireInSeconds: day - 1, heartbeatSeconds: 30 },
    ...{ retryLimit: 4, retryDelay: 15, retryBackoff: true, retryDelayMax: 600 },
  });
}

/** Enough for one statement; a list of a million inputs is added in a thousand. */
const atOnce = 1_000;

async function addJobs(
  boss: PgBoss,
  jobs: readonly Job[],
  { retries, lostAfter }: AddingOptions = {},
): Promise<number> {
  let added = 0;
  for (let at = 0; at < jobs.length; at += atOnce) {
    const some = jobs.slice(at, at + atOnce).map((job) => ({
      ...{ data: job, singletonKey: jobWords(job) },
      ...(retries === undefined ? {} : { retryLimit: retries }),
      ...(lostAfter === undefined ? {} : { heartbeatSeconds: lostAfter }),
    }));
    added += ((await boss.insert(waiting, some, { returnId: true })) ?? []).length;
  }
  return added;
}

async function failedJobs(boss: PgBoss): Promise<FailedJob[]> {
  const found: JobWithMetadata<Job>[] = [];
  for (;;) {
    const after = found.at(-1)?.id;
    const page = await boss.findJobs<Job>(deadLetters, { limit: atOnce, ...(after === undefined ? {} : { after }) });
    found.push(...page);
    if (page.length < atOnce) break;
  }
  return found
    .filter(({ state }) => state === "created")
    .map(({ id, data, createdOn, sourceRetryCount, sourceOutput }) => ({
      ...{ id, job: Job.parse(data), failed: createdOn.toISOString(), tries: (sourceRetryCount ?? 0) + 1 },
      reason: reasonIn(sourceOutput),
    }));
}

/** pg-boss keeps what was thrown as an object, and its own reasons as one too. */
function reasonIn(output: object | null): string {
  if (output !== null && "message" in output) return String(output.message);
  const said = output !== null && "value" in output ? output.value : output;
  return typeof said === "string" ? said : JSON.stringify(said ?? "no reason was kept");
}

async function retryJobs(boss: PgBoss, ids?: readonly string[]): Promise<number> {
  let all = 0;
  for (;;) {
    const moved = await boss.redrive(deadLetters, { limit: atOnce, ...(ids === undefined ? {} : { ids: [...ids] }) });
    all += moved;
    if (moved === 0) return all;
  }
}
