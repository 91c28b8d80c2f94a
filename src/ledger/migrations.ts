/** The schema, one migration after the other; each runs once, in a transaction. A released migration is never changed. */
export const migrations: readonly { name: string; sql: string }[] = [
  {
    name: "001-reports-claims-decisions",
    sql: `
-- What has been read: one row a report, with its reading as it was made.
create table report (
  id text primary key,
  number bigint generated always as identity unique,
  name text not null,
  publisher text,
  published text,
  captured text,
  reading jsonb not null,
  reading_hash text not null,
  recorded timestamptz not null
);

-- Who is mentioned: the actors of one report, each with the names that it is given there.
create table local_actor (
  report text not null references report,
  actor text not null,
  type text not null,
  names jsonb not null,
  primary key (report, actor)
);

-- What is claimed, who says so, and the words that say it.
create table claim (
  id text primary key,
  report text not null references report,
  local_id text not null,
  relation text not null,
  polarity text not null,
  modality text not null,
  agents jsonb not null,
  patients jsonb not null,
  time jsonb,
  place text,
  voices jsonb not null,
  quote text not null,
  evidence jsonb not null,
  confidence double precision not null
);
create index claim_of_report on claim (report);

-- What people decide about actors and claims: signed, dated, and never taken back but by a later row.
create table decision (
  id text primary key,
  number bigint generated always as identity unique,
  kind text not null,
  subject jsonb not null,
  by_whom text not null,
  because text,
  recorded timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger only grows: % of % is refused', tg_op, tg_table_name;
end $$;

create trigger report_grows before update or delete or truncate on report for each statement execute function refuse_change();
create trigger local_actor_grows before update or delete or truncate on local_actor for each statement execute function refuse_change();
create trigger claim_grows before update or delete or truncate on claim for each statement execute function refuse_change();
create trigger decision_grows before update or delete or truncate on decision for each statement execute function refuse_change();
`,
  },
  {
    name: "002-sealed-batches",
    sql: `
-- What was appended in one transaction, sealed with all that came before it.
create table batch (
  number bigint generated always as identity primary key,
  seal text not null unique,
  rows jsonb not null,
  recorded timestamptz not null
);
create index report_in_order on report (id collate "C");
create trigger batch_grows before update or delete or truncate on batch for each statement execute function refuse_change();
`,
  },
  {
    name: "003-notes",
    sql: `
-- What readers write about claims, ties, actors and reports: signed, dated, never changed; hidden by a decision.
create table note (
  id text primary key,
  number bigint generated always as identity unique,
  about text not null,
  says text not null,
  text text not null,
  answers text references note,
  by_whom text not null,
  recorded timestamptz not null
);
create index note_about on note (about);
create trigger note_grows before update or delete or truncate on note for each statement execute function refuse_change();
`,
  },
  {
    name: "004-index-editions",
    sql: `
-- Indexes that were made from the ledger's rows, to answer quickly; each has tables of its own (index-tables.ts). Not part
-- of what is kept: unlogged, so that after a crash all of it is gone at once and is made again.
create unlogged table index_edition (
  number bigint generated always as identity primary key,
  version text not null,
  batches bigint not null,
  last bigint not null,
  notes jsonb not null
);
create index batch_recorded on batch (recorded);
create index claim_of_alias on claim (report) where relation in ('alias', 'rename');
`,
  },
];
