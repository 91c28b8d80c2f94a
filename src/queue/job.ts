import { z } from "zod";

/** One thing to read and record, by whichever worker takes it. */
export const Job = z.object({
  /** A path that every worker sees under this name, or an address of the web. */
  input: z.string().min(1),
  /** Of a web archive, the records from the first to the last of these numbers, counted from 1; null for all of it. */
  records: z.object({ from: z.int().positive(), to: z.int().positive() }).nullable(),
});
export type Job = z.infer<typeof Job>;

/** A job as a person reads it; no two jobs are told in the same words. */
export const jobWords = ({ input, records }: Job): string =>
  records === null ? input : `${input}, records ${records.from} to ${records.to}`;

/** Cuts so many records of an archive into jobs of equal size. */
export function jobsOfArchive(input: string, records: number, each: number): Job[] {
  return Array.from({ length: Math.ceil(records / each) }, (_, at) => ({
    input,
    records: { from: at * each + 1, to: Math.min((at + 1) * each, records) },
  }));
}
