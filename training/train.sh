#!/usr/bin/env bash
# From data to the packed tagger. Goes on from the last checkpoint when it was stopped.
#   training/train.sh DATA WORK SCORER     (PYTHON names the interpreter; see docs/training.md)
set -euo pipefail
data=$(realpath "$1") work=$(realpath -m "$2") scorer=$(realpath "$3")
cd "$(dirname "$0")"
python=${PYTHON:-python3.11}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-2}
"$python" -m tagger.splits --data "$data"
"$python" -m tagger.train --data "$data" --work "$work"
"$python" -m tagger.tune --data "$data" --work "$work" --scorer "$scorer"
"$python" -m tagger.standoff read --data "$data" --to "$work/standoff"
"$python" -m tagger.train_claims --data "$data" --work "$work" --standoff "$work/standoff" --steps 32000
"$python" -m tagger.tune_claims --work "$work" --standoff "$work/standoff"
"$python" -m tagger.pack --work "$work" --models ../models
"$python" -m tagger.parity --models ../models "$data/polnear/dev.jsonl"
"$python" -m tagger.evaluate --data "$data" --models ../models --scorer "$scorer" | tee ../models/figures.json
