#!/usr/bin/env bash
# The whole training on an accelerator, in three calls of at most ten minutes each; README.md, "On an accelerator", explains it.
#
#   bash accelerator.sh first RESULTS     unpacks, proves every step at toy size, finds the fastest form, begins to train
#   bash accelerator.sh next  RESULTS     waits; brings what there is so far
#   bash accelerator.sh last  RESULTS     waits for the end; then judge, figures and sheets
#
# RESULTS: folder for what is to come back: weights-NN.bin (15 MiB each) with parcels.json, and extras.tar (log, sheets, figures).
set -euo pipefail
what=$1
mkdir -p "$2"
results=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
: "${BUDGET:=gpu}" "${DEVICE:=cuda}" "${MINUTES:=18}" "${WAIT:=560}" "${WORK:=/tmp/starter-training}" "${PYTHON:=python3}"
: "${SPRITES_TAR:=$here/sprites.tar}" "${PARCEL:=15}" "${START:=}" "${PROMPTS:=$here/prompts.txt}" "${WORKERS:=}" "${JUDGE_MINUTES:=1.5}" "${COUNT:=500}"
export SPRITES=$WORK/sprites OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONUNBUFFERED=1
run=$WORK/run recipe=$WORK/starter/recipe size=256
[ "$BUDGET" = toy ] && size=64
alive() { [ -f "$WORK/pid" ] && kill -0 "$(cat "$WORK/pid")" 2>/dev/null; }

wait_until() {          # seconds of this call, at most; less if the training ends
  while alive && [ "$SECONDS" -lt "$1" ]; do sleep 2; done
}

bring() {
  rm -rf "$WORK/parcels"
  if [ -f "$run/checkpoint.pt" ]; then
    "$PYTHON" parcels.py pack --run "$run" --out "$WORK/parcels" --size "$PARCEL" && cp "$WORK"/parcels/* "$results"/
  fi
  (cd "$run" && tar cf "$results/extras.tar" --ignore-failed-read log.txt ./*.json ./*.jpg ../run.out 2>/dev/null) || true
  [ ! -f "$run/log.txt" ] || tail -n 25 "$run/log.txt"
}

begin() {
  # shellcheck disable=SC2086
  setsid nohup "$PYTHON" train.py --budget "$BUDGET" --device "$DEVICE" --minutes "$MINUTES" --out "$run" --scenes "$WORK/scenes" \
    --prompts "$PROMPTS" ${WORKERS:+--workers $WORKERS} >>"$WORK/run.out" 2>&1 &
  echo $! >"$WORK/pid"
}

case $what in
  first)
    mkdir -p "$SPRITES" "$run" "$WORK/starter"
    tar xf "$SPRITES_TAR" -C "$SPRITES"
    cp -r "$here" "$here/../tokenizer" "$WORK/starter/"
    cd "$recipe"
    "$PYTHON" train.py --budget toy --device "$DEVICE" --minutes .7 --out "$WORK/toy" || { echo "the toy run failed: nothing is begun"; exit 1; }
    [ "$DEVICE" = cpu ] || timeout 240 "$PYTHON" speed_trial.py --budget "$BUDGET" --device "$DEVICE" --out "$run" --seconds 60 || true
    if [ "$START" = shipped ]; then "$PYTHON" restore.py --model "$here/.." --budget "$BUDGET" --out "$run" --phase 2; fi
    begin
    wait_until "$WAIT"
    bring
    ;;
  next)
    cd "$recipe"
    alive || { echo "the training is not running; its last words:"; tail -n 20 "$WORK/run.out"; }
    wait_until "$WAIT"
    bring
    ;;
  last)
    cd "$recipe"
    wait_until "$WAIT"
    alive && { echo "still training: call last once more"; bring; exit 0; }
    "$PYTHON" parcels.py pack --run "$run" --out "$WORK/parcels" --size "$PARCEL" && cp "$WORK"/parcels/* "$results"/     # first what matters
    world=full scenes=$WORK/judge-scenes
    mkdir -p "$scenes"
    "$PYTHON" render.py --out "$scenes" --world $world --shapes "$size:$size:1" --start 2000000 --pending 40 --workers "${WORKERS:-14}" &
    crew=$!
    "$PYTHON" classify.py --world $world --size $size --minutes "$JUDGE_MINUTES" --device "$DEVICE" --scenes "$scenes" --out "$run/judge.pt" || true
    kill $crew || true
    rm -rf "$scenes"
    for prompts in things held-back "$PROMPTS"; do
      "$PYTHON" evaluate.py --run "$run" --device "$DEVICE" --prompts "$prompts" --size $size --guidance 5 \
        --sheet "$run/end-$(basename "$prompts" .txt).jpg" || true
    done
    "$PYTHON" evaluate.py --run "$run" --device "$DEVICE" --world $world --size $size --guidance 5 --judge "$run/judge.pt" \
      --scenes "$COUNT" --count "$COUNT" --metrics "$run/metrics.json" || true
    bring
    ;;
esac
ls -l "$results"
