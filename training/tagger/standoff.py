"""Marked sentences of texts that are not ours to print: what is marked in them, and where they stand, without a word of them.

`python -m tagger.standoff write ITEMS MARKED…` makes the lines of training/claims-standoff from marked sentences;
`python -m tagger.standoff read --data DATA --to FOLDER` puts the marks back into the texts, as files like those of training/claims.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

from .claims import marked_spans, read_cases
from .node import NODE
from .shares import share_of

FOLDER = Path(__file__).parents[1] / "claims-standoff"
PLAIN = str.maketrans("“”‘’–—", "\"\"''--")


def main() -> None:
    options = argparse.ArgumentParser()
    jobs = options.add_subparsers(required=True)
    write = jobs.add_parser("write")
    write.add_argument("items", type=Path, help="JSON list of passages: set, doc (`any:name`), begin, end, text")
    write.add_argument("marked", type=Path, nargs="+", help="files of marked sentences")
    write.add_argument("--to", type=Path, default=FOLDER)
    write.set_defaults(do=lambda given: write_standoff(given.items, given.marked, given.to))
    read = jobs.add_parser("read")
    read.add_argument("--data", type=Path, required=True)
    read.add_argument("--to", type=Path, required=True)
    read.set_defaults(do=lambda given: print(read_standoff(given.data, given.to)))
    given = options.parse_args()
    given.do(given)


def part_of(document: str) -> str:
    """Whole documents are kept for measuring, by a hash of their names: two in a hundred to tune with, five to test with."""
    share = share_of(f"standoff {document}")
    return "dev" if share < 0.02 else "test" if share < 0.07 else "train"


def write_standoff(items: Path, marked: list[Path], folder: Path) -> None:
    """One line a passage, a file for each set and part. Passages that were marked twice count once."""
    passages = {_plain(item["text"]): item for item in json.loads(items.read_text(encoding="utf-8"))}
    lines: dict[tuple[str, str], dict[tuple, str]] = {}
    for file in marked:
        for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8")):
            if not block.strip():
                continue
            first, *claims = block.strip("\n").split("\n")
            text, spans = marked_spans(first)
            item = passages.get(_plain(text))
            if item is None:
                raise ValueError(f"{file}: none of the passages reads so: {text[:80]}")
            row = {
                "doc": item["doc"].split(":", 1)[1],
                "at": [item["begin"], item["end"]],
                "sha": _digest(item["text"]),
                "marks": [[begin, end, was.group()[1:-1]] for begin, end, was in spans],
                "claims": claims,
            }
            key = (item["set"], part_of(item["doc"]))
            lines.setdefault(key, {})[(item["doc"], item["begin"])] = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    folder.mkdir(parents=True, exist_ok=True)
    for (name, part), rows in sorted(lines.items()):
        (folder / f"{name}-{part}.jsonl").write_text("".join(rows[key] + "\n" for key in sorted(rows)), encoding="utf-8")
        print(f"{name}-{part}", len(rows))


def read_standoff(data: Path, folder: Path) -> dict[str, int]:
    """Files of marked sentences, `folder/train/…` and so on. Returns how many there are, and how many whose text has changed."""
    counts, texts = Counter(), {}
    for file in sorted(FOLDER.glob("*.jsonl")):
        name, part = file.stem.rsplit("-", 1)
        if name not in texts:
            texts[name] = TEXTS[name](data)
        blocks = []
        for row in map(json.loads, file.open(encoding="utf-8")):
            begin, end = row["at"]
            text = texts[name].get(row["doc"], "")[begin:end]
            if _digest(text) != row["sha"]:
                counts["changed"] += 1
                continue
            blocks.append("\n".join([_marked(_spaced(text), row["marks"]), *row["claims"]]))
        counts[part] += len(blocks)
        path = folder / part / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        read_cases(path)
    return dict(counts)


def _marked(text: str, marks: list[list]) -> str:
    """The marks put back, given in the order in which they open: begin, end, what opens them (`1=2 group`, `a`)."""
    opens, closes = defaultdict(str), defaultdict(str)
    for begin, end, what in marks:
        is_cue = len(what) == 1
        opens[begin] += ("{" if is_cue else "[") + what + "|"
        # What opened last closes first.
        closes[end] = ("}" if is_cue else "]") + closes[end]
    return "".join(closes[at] + opens[at] + text[at : at + 1] for at in range(len(text) + 1))


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _plain(text: str) -> str:
    return _spaced(text).strip().translate(PLAIN)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _rows(file: Path) -> dict[str, str]:
    return {row["id"]: row["text"] for row in map(json.loads, filter(str.strip, file.open(encoding="utf-8")))}


def _pages(data: Path) -> dict[str, str]:
    """What the product reads of the pages, by set and file."""
    script = Path(__file__).with_name("page-texts.ts")
    done = subprocess.run([NODE, str(script), str(data)], stdout=subprocess.PIPE, check=True)
    return {row["id"]: row["text"] for row in map(json.loads, filter(None, done.stdout.decode().split("\n")))}


TEXTS = {
    "re3d": lambda data: _rows(data / "re3d/documents.jsonl"),
    "polnear": lambda data: _rows(data / "polnear/train.jsonl"),
    "pages": _pages,
}


if __name__ == "__main__":
    main()
