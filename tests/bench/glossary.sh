#!/usr/bin/env bash
# What the glossary costs: plans are built in turn, so that noise falls on all, and the least CPU seconds (user) of each count.
# Usage: tests/bench/glossary.sh [RUNS] [PROGRAM]   Writes to a RAM disk where there is one.

set -eu
cd "$(dirname "$0")/../.."

runs=${1:-7}
program=$(realpath "${2:-target/release/boardplan}")
folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -r "$folder"' EXIT
mkdir "$folder/plans" "$folder/times"

# generate NAME ACTIONS TERMS
generate() {
  cargo run --quiet --example generate-plan -- --actions "$2" --terms "$3" --out "$folder/plans/$1" >/dev/null
}

generate '1000 actions, 30 terms' 1000 30
generate '1000 actions, 300 terms' 1000 300
generate '1000 actions, 3000 terms' 1000 3000
generate '500 actions, 300 terms' 500 300
generate '2000 actions, 300 terms' 2000 300
# The same texts without a glossary. Its abbreviations are then unexplained, and saying so must not count.
without="$folder/plans/1000 actions, no glossary"
cp -r "$folder/plans/1000 actions, 300 terms" "$without"
rm "$without/content/glossary.md"
sed -i 's/^colours:/checks: {unexplained-abbreviation: off}\ncolours:/' "$without/content/index.md"

TIMEFORMAT=%U
for _ in $(seq "$runs"); do
  for plan in "$folder/plans"/*; do
    { time "$program" build --root "$plan" --as-of 2026-11-21 --output "$folder/out" >/dev/null; } 2>>"$folder/times/$(basename "$plan")"
    rm -r "$folder/out"
  done
done
for times in "$folder/times"/*; do
  printf '%-28s %s\n' "$(basename "$times")" "$(sort -n "$times" | head -n 1)"
done
