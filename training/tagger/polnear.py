"""PolNeAR: people's attributions, and CoreNLP's tags, trees and names, which are good enough to teach grammar."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections import defaultdict
from pathlib import Path

import numpy as np

from .document import Attribution, Document
from .labels import DEPRELS, NAMES, POS


def read_polnear(folder: Path, part: str) -> list[Document]:
    """`part` is train or dev. Articles that CoreNLP could not analyse are left out of training, not of measuring."""
    annotations = defaultdict(list)
    for line in (folder / f"{part}.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        annotations[row["id"]].append(row)
    documents = []
    with gzip.open(folder / f"{part}.conllu.gz", "rt", encoding="utf-8") as lines:
        for id_, rows in _articles(lines):
            document = _analysed(id_, annotations[id_][0]["text"], rows)
            document.attributions = [_attributions(document, row["attributions"]) for row in annotations[id_]]
            documents.append(document)
    return documents


def _articles(lines):
    id_, sentences = None, [[]]
    for line in lines:
        if line.startswith("# newdoc id = "):
            if id_ is not None:
                yield id_, [s for s in sentences if s]
            id_, sentences = line.split("=", 1)[1].strip(), [[]]
        elif line[0].isdigit():
            sentences[-1].append(line.rstrip("\n").split("\t"))
        elif not line.strip():
            sentences.append([])
    if id_ is not None:
        yield id_, [s for s in sentences if s]


def _analysed(id_: str, text: str, sentences) -> Document:
    bounds, heads, rows = [0], [], []
    for sentence in sentences:
        start = bounds[-1]
        heads += [int(row[6]) - 1 + start if row[6] != "0" else -1 for row in sentence]
        rows += sentence
        bounds.append(start + len(sentence))
    known = [dict(pair.split("=", 1) for pair in row[9].split("|")) for row in rows]
    begins = np.array([int(k["Begin"]) for k in known])
    ends = np.array([int(k["End"]) for k in known])
    number = lambda labels, label: labels.index(label) if label in labels else -1
    return Document(
        id=id_,
        words=[text[b:e] for b, e in zip(begins, ends)],
        begins=begins,
        ends=ends,
        bounds=np.array(bounds),
        pos=np.array([number(POS, row[4] if row[4] != "_" else row[3]) for row in rows]),
        heads=np.array(heads),
        deprels=np.array([number(DEPRELS, row[7]) for row in rows]),
        names=np.array([number(NAMES, k["NER"]) for k in known]),
    )


def _attributions(document: Document, rows) -> list[Attribution]:
    found: dict[int, Attribution] = {}
    for row in rows:
        role = {k: words_of(document, row[k]) for k in ("source", "cue", "content")}
        if not role["cue"] or not role["content"]:
            continue
        anchor = _anchor(document, role["cue"])
        if anchor in found:  # one cue with two contents: read as one attribution
            for k, words in role.items():
                getattr(found[anchor], k).update(words)
        else:
            found[anchor] = Attribution(anchor, **role)
    return list(found.values())


def words_of(document: Document, spans) -> set[int]:
    words = set()
    for begin, end in spans:
        at = bisect_left(document.ends, begin + 1)
        while at < len(document.begins) and document.begins[at] < end:
            words.add(at)
            at += 1
    return words


def _anchor(document: Document, cue: set[int]) -> int:
    """The first word of the cue whose head stands outside it, a verb before others."""
    tops = [w for w in sorted(cue) if document.heads[w] not in cue] or sorted(cue)
    verbs = [w for w in tops if POS[document.pos[w]].startswith("VB")]
    return (verbs or tops)[0]
