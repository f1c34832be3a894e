#!/usr/bin/env bash
# What the glossary costs: plans are built in turn, so that noise falls on all, and the least CPU seconds (user) of each count.
# Usage: tests/bench/glossary.sh [RUNS] [PROGRAM]   Needs GNU time; writes to a RAM disk where there is one.

set -eu
cd "$(dirname "$0")/../.."

runs=${1:-7}
program=$(realpath "${2:-target/release/boardplan}")
folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -r "$folder"' EXIT

# generate NAME ACTIONS TERMS
generate() {
  cargo run --quiet --example generate-plan -- --actions "$2" --terms "$3" --out "$folder/$1" >/dev/null
}

generate '1000 actions, 30 terms' 1000 30
generate '1000 actions, 300 terms' 1000 300
generate '1000 actions, 3000 terms' 1000 3000
generate '500 actions, 300 terms' 500 300
generate '2000 actions, 300 terms' 2000 300
# The same texts without a glossary. Its abbreviations are then unexplained, and saying so must not count.
cp -r "$folder/1000 actions, 300 terms" "$folder/1000 actions, no glossary"
rm "$folder/1000 actions, no glossary/content/glossary.md"
sed -i 's/^colours:/checks: {unexplained-abbreviation: off}\ncolours:/' "$folder/1000 actions, no glossary/content/index.md"

for _ in $(seq "$runs"); do
  for plan in "$folder"/*actions*; do
    /usr/bin/time -a -o "$folder/times.$(basename "$plan")" -f '%U' \
      "$program" build --root "$plan" --as-of 2026-11-21 --output "$folder/out" >/dev/null
    rm -r "$folder/out"
  done
done
for times in "$folder"/times.*; do
  printf '%-28s %s\n' "${times#"$folder"/times.}" "$(sort -n "$times" | head -n 1)"
done
