"""Trains the model that tells which blocks of a page are its story, and measures it honestly.

  node bench/read-blocks.ts DATA/articles/html > WORK/articles.blocks.jsonl
  node bench/read-blocks.ts DATA/chunks/html   > WORK/chunks.blocks.jsonl
  python3 bench/read-train.py DATA WORK            five folds by page, no page judged by a model that saw it
  python3 bench/read-train.py DATA WORK --final    then trains on all, and writes WORK/story-model.json
                                                   and WORK/story-folds.json.gz, the models of the five folds

Needs lightgbm 4 and numpy. DATA holds articles/ and chunks/ with their ground-truth.json; WORK stays outside the
project, since the blocks hold the pages' texts. The model holds thresholds and no words.
"""

import sys

if len(sys.argv) < 3:
    sys.exit(__doc__)
DATA, WORK = sys.argv[1], sys.argv[2]
import gzip, json, re, collections
from pathlib import Path

D = Path(DATA)
fold = lambda s: re.sub(r"\s+", " ", s).strip()
words = lambda t: re.findall(r"\w+", t or "")


def load(n):
    return [json.loads(l) for l in open(f"{WORK}/{n}.blocks.jsonl")]


def label_articles():
    gold = json.loads((D / "articles/ground-truth.json").read_text())
    out = []
    for p in load("articles"):
        g = words(gold[p["name"]]["articleBody"])
        # align blocks to the gold in order: greedy search of the block's words as contiguous run, prefer near the pointer
        gs = " " + " ".join(g) + " "
        grams = collections.Counter(tuple(g[i : i + 4]) for i in range(max(1, len(g) - 3)))
        lab = []
        ptr = 0
        lines = {fold(x) for x in (gold[p["name"]]["articleBody"] or "").split("\n")}
        for t in p["texts"]:
            w = words(t)
            if not w:
                lab.append(-1)
                continue
            s = " " + " ".join(w) + " "
            if len(w) >= 4:
                bg = [tuple(w[i : i + 4]) for i in range(len(w) - 3)]
                f = sum(x in grams for x in bg) / len(bg)
                ok = f >= 0.5
                if ok:
                    k = gs.find(s, max(0, ptr - 200))
                    if k >= 0:
                        ptr = k + len(s) - 1
                lab.append(1 if ok else 0)
            else:
                k = gs.find(s, max(0, ptr - 1))
                if fold(t) in lines:
                    lab.append(1)
                elif ptr > 0 and 0 <= k - ptr < 3:
                    lab.append(1)
                    ptr = k + len(s) - 1
                else:
                    lab.append(0)
        out.append((p, lab, gold[p["name"]]))
    return out


def label_chunks():
    gold = json.loads((D / "chunks/ground-truth.json").read_text())
    out = []
    for p in load("chunks"):
        g = gold[p["name"]]
        T = [fold(t) for t in p["texts"]]
        lab = [-1] * len(T)
        bad = set()
        for c in g["without"]:
            for i, t in enumerate(T):
                if fold(c) in t:
                    lab[i] = 0
        joined = None
        for c in g["with"]:
            c = fold(c)
            hits = [i for i, t in enumerate(T) if c in t]
            if len(hits) == 1:
                i = hits[0]
                lab[i] = -1 if lab[i] == 0 else 1
            elif not hits:
                for i, t in enumerate(T):
                    if len(t) >= 12 and t in c:
                        lab[i] = 1
            else:
                # ambiguous: the longest text or longest box
                big = [i for i in hits if len(T[i]) >= 60]
                if len(big) == 1 and lab[big[0]] != 0:
                    lab[big[0]] = 1
        out.append((p, lab, g))
    return out


import sys, json, re, collections, hashlib, numpy as np, lightgbm as lgb


def fold_of(name, k=5):
    return int(hashlib.sha1(("f" + name).encode()).hexdigest(), 16) % k


def dedupe(p, lab, g):
    gr = collections.Counter(
        tuple(words(g["articleBody"])[i : i + 4]) for i in range(max(1, len(words(g["articleBody"])) - 3))
    )
    for i, t in enumerate(p["texts"]):
        w = words(t)
        if lab[i] == 1 and len(w) >= 8:
            b = [tuple(w[j : j + 4]) for j in range(len(w) - 3)]
            if sum(gr[x] > 0 for x in b) / len(b) < 0.5:
                lab[i] = 0
            else:
                gr.subtract(b)
    return lab


def pages():
    P = []
    for p, lab, g in label_articles():
        lab = dedupe(p, lab, g)
        n = np.array([max(2, len(words(t))) for t in p["texts"]], float)
        lab = np.array(lab)
        tot = max(30, n[lab == 1].sum())
        w = np.minimum(n / tot, 1) * 25 + 0.05
        P.append(
            dict(
                set="a",
                name=p["name"],
                texts=p["texts"],
                X=np.array(p["rows"]),
                y=lab,
                w=w,
                gold=g,
                names=p["names"],
                box=[np.array(b) for b in p["boxes"]],
            )
        )
    for p, lab, g in label_chunks():
        lab = np.array(lab)
        P.append(
            dict(
                set="c",
                name=p["name"],
                texts=p["texts"],
                X=np.array(p["rows"], float).reshape(len(lab), len(p["names"])),
                y=lab,
                w=np.ones(len(lab)),
                gold=g,
                names=p["names"],
                box=[np.array(b) for b in p["boxes"]],
            )
        )
    return P


def grams(w):
    return collections.Counter(g for i in range(max(1, len(w) - 3)) if (g := tuple(w[i : i + 4])))


def score_a(P, keep):
    ps, rs, acc = [], [], 0
    for p, k in zip(P, keep):
        if p["set"] != "a":
            continue
        b = words("\n".join(t for t, x in zip(p["texts"], k) if x))
        a = words(p["gold"]["articleBody"])
        ga, gb = grams(a), grams(b)
        tp = sum((ga & gb).values())
        if sum(gb.values()):
            ps.append(tp / sum(gb.values()))
        if sum(ga.values()):
            rs.append(tp / sum(ga.values()))
        acc += a == b
    n = sum(p["set"] == "a" for p in P)
    pr, rc = np.mean(ps), np.mean(rs)
    return round(pr, 4), round(rc, 4), round(2 * pr * rc / (pr + rc), 4), round(acc / n, 3)


def score_c(P, keep, log=None):
    n = collections.Counter()
    for p, k in zip(P, keep):
        if p["set"] != "c":
            continue
        b = fold("\n".join(t for t, x in zip(p["texts"], k) if x))
        g = p["gold"]
        m = [c for c in g["with"] if fold(c) not in b]
        e = [c for c in g["without"] if fold(c) in b]
        n["fn"] += len(m)
        n["tp"] += len(g["with"]) - len(m)
        n["fp"] += len(e)
        if log is not None and (m or e):
            log.append((p["name"], m, e))
    pr = n["tp"] / (n["tp"] + n["fp"])
    rc = n["tp"] / (n["tp"] + n["fn"])
    return round(pr, 4), round(rc, 4), round(2 * pr * rc / (pr + rc), 4)


PARAMS = dict(
    objective="binary",
    learning_rate=0.05,
    extra_trees=True,
    num_leaves=10,
    min_data_in_leaf=12,
    feature_fraction=0.22,
    bagging_fraction=0.8,
    bagging_freq=1,
    lambda_l2=3,
    verbose=-1,
    num_threads=1,
    seed=7,
)


def fit(P, feats, rounds=320):
    X = np.vstack([f[p["y"] >= 0] for p, f in zip(P, feats)])
    y = np.concatenate([p["y"][p["y"] >= 0] for p in P])
    w = np.concatenate([p["w"][p["y"] >= 0] for p in P])
    return lgb.train(PARAMS, lgb.Dataset(X, y, weight=w), rounds)


STEPS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]


def context(p, q):
    n = len(q)
    L = np.array([len(t) for t in p["texts"]], float)
    cols = [q]
    for s in STEPS:
        c = np.full(n, -1.0)
        if s > 0:
            c[: max(0, n - s)] = q[s:]
        else:
            c[-s:] = q[: n + s]
        cols.append(c)
    # smoothed mass before and after, weighted by length
    for h in (3, 8):
        for d in (1, -1):
            acc = np.zeros(n)
            a = 0.0
            wsum = 0.0
            dec = np.exp(-1 / h)
            idx = range(n) if d == 1 else range(n - 1, -1, -1)
            for i in idx:
                acc[i] = a / wsum if wsum > 0 else 0
                a = a * dec + q[i] * L[i]
                wsum = wsum * dec + L[i]
            cols.append(acc)
    mass = q * L
    tot = mass.sum() + 1e-9
    cum = np.cumsum(mass) / tot
    cols.append(cum)
    cols.append(np.full(n, np.log1p(mass.sum())))
    hi = np.where(q > 0.5)[0]
    first, last = (hi[0], hi[-1]) if len(hi) else (0, n)
    cols.append(np.arange(n) - first)
    cols.append(last - np.arange(n))
    for b in p["box"]:
        m = {}
        for i in range(n):
            m.setdefault(b[i], []).append(i)
        bm = np.zeros(n)
        for i, ix in m.items():
            bm[ix] = np.average(q[ix], weights=L[ix])
        cols.append(bm)
    return np.column_stack([p["X"]] + cols) if n else np.zeros((0, p["X"].shape[1] + len(cols)))


def pred(m, f):
    return m.predict(f) if len(f) else np.zeros(0)


def two_stage_fit(P, k=4):
    q = [None] * len(P)
    for f in range(k):
        tr = [p for p in P if fold_of(p["name"] + "in", k) != f]
        m = fit(tr, [p["X"] for p in tr])
        for i, p in enumerate(P):
            if fold_of(p["name"] + "in", k) == f:
                q[i] = pred(m, p["X"])
    m1 = fit(P, [p["X"] for p in P])
    m2 = fit(P, [context(p, x) for p, x in zip(P, q)])
    return m1, m2


def post(p, q, t=0.5):
    k = q > t
    first = {}
    run = []
    last = -9
    kept = np.where(k)[0]
    for n, i in enumerate(list(kept) + [-1]):
        x = p["texts"][i] if i >= 0 else None
        j = first.get(x, -1) if x is not None and len(x) >= 20 else -1
        if j >= 0 and (not run or j == last + 1):
            run.append(i)
            last = j
        else:
            if len(run) >= 3:
                for r in run:
                    k[r] = False
            run = [i] if j >= 0 else []
            last = j if j >= 0 else -9
        if x is not None and x not in first:
            first[x] = n
    return k


def flat(m):
    trees = []
    for t in m.dump_model()["tree_info"]:
        F, T, L, R, V = [], [], [], [], []

        def go(n):
            if "leaf_value" in n:
                V.append(float("%.5g" % n["leaf_value"]))
                return -len(V)
            i = len(F)
            F.append(n["split_feature"])
            T.append(float("%.6g" % n["threshold"]))
            L.append(0)
            R.append(0)
            L[i] = go(n["left_child"])
            R[i] = go(n["right_child"])
            return i

        go(t["tree_structure"])
        trees.append([F, T, L, R, V])
    return trees


def exported(m1, m2, names):
    return dict(features=names, steps=STEPS, spans=[3, 8], first=flat(m1), second=flat(m2))


if __name__ == "__main__":
    P = pages()
    print(len(P), sum((p["y"] >= 0).sum() for p in P))
    Q1 = [None] * len(P)
    Q2 = [None] * len(P)
    folds = []
    for f in range(5):
        tr = [p for p in P if fold_of(p["name"]) != f]
        m1, m2 = two_stage_fit(tr)
        folds.append(exported(m1, m2, P[0]["names"]))
        for i, p in enumerate(P):
            if fold_of(p["name"]) == f:
                Q1[i] = pred(m1, p["X"])
                Q2[i] = pred(m2, context(p, Q1[i]))
    for t in (0.45, 0.5, 0.55, 0.6):
        print(
            t,
            "one",
            score_a(P, [post(p, q, t) for p, q in zip(P, Q1)]),
            score_c(P, [post(p, q, t) for p, q in zip(P, Q1)]),
            "two",
            score_a(P, [post(p, q, t) for p, q in zip(P, Q2)]),
            score_c(P, [post(p, q, t) for p, q in zip(P, Q2)]),
        )
    if "--final" in sys.argv:
        m1, m2 = two_stage_fit(P)
        with open(f"{WORK}/story-model.json", "w") as out:
            json.dump(exported(m1, m2, P[0]["names"]), out, separators=(",", ":"))
        with gzip.GzipFile(f"{WORK}/story-folds.json.gz", "w", mtime=0) as out:
            out.write(json.dumps(folds, separators=(",", ":")).encode())
    imp = sorted(zip(m1.feature_importance("gain"), P[0]["names"]), reverse=True)[:30]
    print([(n, int(g)) for g, n in imp])
