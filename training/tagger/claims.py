"""The marked sentences of training/claims: parties, cues and claims, written by hand (docs/annotation.md).

`python -m tagger.claims FILE…` checks them; `--cases` prints them as cases for the scorer of readings.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from .labels import FINE as TYPES
from .labels import MODALITIES, RELATIONS, SYMMETRIC

OPEN = re.compile(r"\[(?:([0-9]+)(?:=([0-9]+))? )?([a-z]+)\||\{([a-z])\|")
CLAIM = re.compile(
    r"([a-z]) ([a-z/]+) ([0-9,]+|-)(?: > ([0-9,]+))?(?: (" + "|".join(MODALITIES) + r"))?( not)?(?: by ([0-9>]+))?"
)

DETERMINED = re.compile(r"(?:\b(?:the|an?|his|her|its|their|our|my|your|this|these|those|some|any|all|both|own)\s+)*$", re.I)


@dataclass
class Mark:
    start: int  # offsets into the text, in code points
    end: int
    type: str
    id: str | None
    same: str | None


@dataclass
class Claim:
    cue: tuple[int, int]
    relations: list[str]  # any of them is right; the first is taught
    agents: list[Mark]
    patients: list[Mark]
    modality: str
    negated: bool
    voices: list[Mark]


@dataclass
class Case:
    id: str
    text: str
    published: str | None
    marks: list[Mark]
    claims: list[Claim] = field(default_factory=list)


def read_cases(path: Path) -> list[Case]:
    cases = []
    for number, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8")), 1):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
        if not lines:
            continue
        try:
            cases.append(_case(f"{path.parent.name}-{path.stem}-{number:03}", lines))
        except Exception as problem:
            raise ValueError(f"{path}, block {number} ({lines[0][:60]}…): {problem}") from None
    return cases


def _case(id_: str, lines: list[str]) -> Case:
    published = lines.pop(0)[1:].strip() if lines[0].startswith("=") else None
    split = next((i for i, line in enumerate(lines) if i and CLAIM.fullmatch(line.strip())), len(lines))
    text, marks, cues = unmark("\n".join(lines[:split]))
    by_id = {m.id: m for m in marks if m.id}
    if len(by_id) != sum(1 for m in marks if m.id):
        raise ValueError("an id is used twice")
    for mark in marks:
        if mark.type not in TYPES:
            raise ValueError(f"no such type: {mark.type}")
        if mark.same and mark.same not in by_id:
            raise ValueError(f"{mark.id}={mark.same}: no mention {mark.same}")
    case = Case(id_, text, published, marks)
    for line in lines[split:]:
        case.claims.append(_claim(line.strip(), by_id, cues))
    unused = set(cues) - {line.strip()[0] for line in lines[split:]}
    if unused:
        raise ValueError(f"cues without a claim: {unused}")
    return case


def _claim(line: str, marks: dict[str, Mark], cues: dict[str, tuple[int, int]]) -> Claim:
    match = CLAIM.fullmatch(line)
    if not match:
        raise ValueError(f"not a claim: {line}")
    cue, relations, agents, patients, modality, negated, voices = match.groups()
    if cue not in cues:
        raise ValueError(f"no cue {cue}")
    for relation in relations.split("/"):
        if relation not in RELATIONS:
            raise ValueError(f"no such relation: {relation}")
    named = lambda ids, sep: [marks[i] if i in marks else _no(i) for i in ids.split(sep)] if ids and ids != "-" else []
    return Claim(
        cues[cue], relations.split("/"), named(agents, ","), named(patients, ","), modality or "actual", bool(negated), named(voices, ">")
    )


def _no(id_: str):
    raise ValueError(f"no mention {id_}")


def unmark(marked: str) -> tuple[str, list[Mark], dict[str, tuple[int, int]]]:
    text, spans = marked_spans(marked)
    marks, cues = [], {}
    for begin, end, was in spans:
        if was[4]:
            if was[4] in cues:
                raise ValueError(f"cue {was[4]} is marked twice")
            if re.search(r"\s", text[begin:end].strip()) or begin == end:
                raise ValueError(f"a cue is one word: {text[begin:end]}")
            cues[was[4]] = (begin, end)
        else:
            marks.append(Mark(begin, end, was[3], was[1], was[2]))
    return text, sorted(marks[::-1], key=lambda m: (m.start, -m.end)), cues


def marked_spans(marked: str) -> tuple[str, list[tuple[int, int, re.Match]]]:
    """The text without marks, and what was marked in the order in which it opens: begin, end, and what opened it."""
    text, spans, open_, at = "", [], [], 0
    while at < len(marked):
        start = OPEN.match(marked, at)
        if start:
            open_.append(len(spans))
            spans.append((len(text), -1, start))
            at = start.end()
        elif marked[at] in "]}" and open_:
            begin, _, was = spans[opened := open_.pop()]
            spans[opened] = (begin, len(text), was)
            at += 1
        elif marked[at] in "[]{}":
            raise ValueError(f"a stray {marked[at]} at {marked[at:at + 20]!r}")
        else:
            text += marked[at]
            at += 1
    if open_:
        raise ValueError("a mark is not closed")
    return text, spans


def to_case(case: Case) -> dict:
    """The case as the scorer of readings takes it."""
    root = lambda m: next((root(o) for o in case.marks if m.same and o.id == m.same), m)
    # Guidelines mark a description without its article ("army"); with it ("an army", "their own army") it is no other party.
    worded = lambda o: [case.text[o.start : o.end], case.text[DETERMINED.search(case.text, 0, o.start).start() : o.end]]
    surfaces = lambda m: list(dict.fromkeys(w for o in [m, *case.marks] if root(o) is root(m) for w in worded(o)))
    claims, nots = [], []
    for claim in case.claims:
        agents, patients = claim.agents, claim.patients
        if not agents:
            continue
        if not patients and claim.relations[0] in SYMMETRIC and len(agents) > 1:
            pairs = [(agents[0], other) for other in agents[1:]]
        else:
            pairs = [(a, p) for a in agents for p in patients or [None]]
        for a, p in pairs:
            gold = {"relation": claim.relations, "agent": surfaces(a)}
            if p:
                gold["patient"] = surfaces(p)
                if claim.relations[0] in SYMMETRIC:
                    gold["symmetric"] = True
            gold |= {"modality": claim.modality, "polarity": "negated" if claim.negated else "affirmed"}
            claims.append(gold | {"voices": [surfaces(v) for v in claim.voices]})
            if claim.negated or claim.modality != "actual":
                nots.append(gold | {"modality": "actual", "polarity": "affirmed"})
    clear = [n for n in nots if not any({**c, "voices": 0} == {**n, "voices": 0} for c in claims)]
    told = {"published": case.published} if case.published else {}
    return {"id": case.id, "text": case.text, **told, "claims": claims, "not": clear}


def main() -> None:
    files = [Path(a) for a in sys.argv[1:] if a != "--cases"]
    sum_ = {"cases": 0, "claims": 0, "mentions": 0}
    for path in files:
        for case in read_cases(path):
            sum_["cases"] += 1
            sum_["claims"] += len(case.claims)
            sum_["mentions"] += len(case.marks)
            if "--cases" in sys.argv:
                print(json.dumps(to_case(case), ensure_ascii=False))
    if "--cases" not in sys.argv:
        print(sum_)


if __name__ == "__main__":
    main()
