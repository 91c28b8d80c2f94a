import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { actorDossier, tieDossier } from "../../src/serve/dossier.ts";
import { inventArchive } from "./invented-archive.ts";

const hostile = `<img src=x onerror="alert(1)"><script>alert(1)</script><style>*{display:none}</style>\u202Egnorw</title>`;
const query = { asOf: "2031-06-01", publishedBy: null, knownAt: "2031-12-31T00:00:00Z" };
const archive = inventArchive({ actors: 12, ties: 30, reports: 6 });
const [actor] = (await archive.actors({ after: null, limit: 1, words: null })).items;
const page = (text: string) => new DOMParser().parseFromString(text, "text/html");

describe("a dossier", () => {
  test("of an actor has its ties, and every claim with its sentence and the hash of its report", async () => {
    const document = page((await actorDossier(archive, actor!.id, query))!);
    expect(document.querySelector("h1")!.textContent).toBe(actor!.name);
    expect(document.querySelectorAll(".ties li").length).toBeGreaterThan(0);
    const { items } = await archive.claims({ ...everything, actor: actor!.id });
    expect(document.querySelectorAll("article")).toHaveLength(items.length);
    for (const { quote, report } of items) {
      expect(document.body.textContent).toContain(quote);
      expect(document.body.textContent).toContain(report.id.slice(0, 23));
    }
  });

  test("of two actors has every step of how their ties follow", async () => {
    const other = (await archive.actor(actor!.id, query))!.others[0]!;
    const document = page((await tieDossier(archive, actor!.id, other.id, query))!);
    const why = (await archive.why(actor!.id, other.id, query))!;
    expect(document.querySelectorAll("article")).toHaveLength(why.steps.length);
  });

  test("fetches nothing: no script, no link, no picture, and says so to whoever opens it", async () => {
    const written = (await actorDossier(archive, actor!.id, query))!;
    expect(page(written).querySelectorAll("script, link, img, iframe, object, [src], [href]")).toHaveLength(0);
    expect(written).toContain("default-src 'none'");
    expect(written).not.toMatch(/url\(|@import/);
  });

  test("shows hostile names, titles and sentences as text", async () => {
    const poisoned = inventArchive({ actors: 12, ties: 30, reports: 6, hostile });
    const [first] = (await poisoned.actors({ after: null, limit: 1, words: null })).items;
    const other = (await poisoned.actor(first!.id, query))!.others[0]!;
    for (const written of [
      await actorDossier(poisoned, first!.id, query),
      await tieDossier(poisoned, first!.id, other.id, query),
    ]) {
      const document = page(written!);
      expect(document.querySelectorAll("script, img, body style")).toHaveLength(0);
      expect(document.querySelectorAll("style")).toHaveLength(1);
      expect(written).not.toContain("\u202E");
    }
  });

  test("of nobody is none", async () => {
    expect(await actorDossier(archive, "Nobody", query)).toBeNull();
    expect(await tieDossier(archive, actor!.id, "Nobody", query)).toBeNull();
  });
});

const everything = {
  ...{ actor: null, other: null, relation: null, report: null, modality: null, publishedBy: null, knownAt: null },
  ...{ after: null, limit: 100 },
};
