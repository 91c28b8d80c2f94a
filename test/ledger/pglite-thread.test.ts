import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openPglite } from "../../src/ledger/pglite-store.ts";
import type { Store } from "../../src/ledger/store.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe("PGlite in a thread of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "entente-thread-"));
  let store: Store;
  beforeAll(async () => {
    store = await openPglite(join(folder, "store"));
    await store.exec("create table word (word text primary key)");
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const words = async () =>
    (await store.query<{ word: string }>("select word from word order by word")).rows.map(({ word }) => word);

  test("lets the process go on while it works", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await store.query("select count(*) from generate_series(1, 1000000) as n");
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  test("keeps all of a transaction or nothing of it, and tells what was thrown", async () => {
    await store.transaction((change) => change.query("insert into word values ($1)", ["kept"]));
    const failed = store.transaction(async (change) => {
      await change.query("insert into word values ($1)", ["lost"]);
      throw new RangeError("on the way");
    });
    await expect(failed).rejects.toThrow(RangeError);
    expect(await words()).toEqual(["kept"]);
  });

  test("tells PostgreSQL's code of a statement that fails, within a transaction too, and goes on", async () => {
    const twice = { message: expect.stringContaining("duplicate key"), code: "23505" };
    await expect(store.query("insert into word values ('kept')")).rejects.toMatchObject(twice);
    const within = store.transaction(async (change) => {
      await change.query("insert into word values ('other')");
      await change.query("insert into word values ('kept')");
    });
    await expect(within).rejects.toMatchObject(twice);
    expect(await words()).toEqual(["kept"]);
  });

  test("takes transactions that are begun at once one after the other", async () => {
    await Promise.all(
      ["a", "b", "c"].map((word) =>
        store.transaction(async (change) => {
          const { rows } = await change.query<{ n: string }>("select count(*) as n from word");
          await new Promise((later) => setTimeout(later, 20));
          await change.query("insert into word values ($1)", [`${rows[0]!.n} ${word}`]);
        }),
      ),
    );
    expect(await words()).toEqual(["1 a", "2 b", "3 c", "kept"]);
  });

  test("keeps no process alive: neither one that forgot to close it, nor one whose folder cannot be opened", async () => {
    const module = new URL("../../src/ledger/pglite-store.ts", import.meta.url).href;
    const broken = join(folder, "broken");
    mkdirSync(broken);
    writeFileSync(join(broken, "PG_VERSION"), "1\n");
    const open = (path: string) =>
      `import(${JSON.stringify(module)}).then((m) => m.openPglite(${JSON.stringify(path)}))`;
    for (const [path, said] of [
      [join(folder, "other"), "opened"],
      [broken, "refused"],
    ] as const) {
      const script = `${open(path)}.then(() => console.log("opened"), () => console.log("refused"))`;
      const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
      let out = "";
      child.stdout.on("data", (chunk) => (out += chunk));
      const [code] = await once(child, "exit");
      expect([code, out.trim()]).toEqual([0, said]);
    }
  });
});
