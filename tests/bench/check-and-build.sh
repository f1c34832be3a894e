#!/usr/bin/env bash
# `check` and `build` of one plan in turn, so that noise falls on both: the median CPU seconds (user + system) of each.
# Usage: tests/bench/check-and-build.sh PLAN [RUNS] [PROGRAM]   Needs GNU time; writes to a RAM disk where there is one.

set -eu
plan=$1
runs=${2:-10}
program=$(realpath "${3:-target/release/boardplan}")
folder=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -r "$folder"' EXIT

run() {
  /usr/bin/time -a -o "$folder/$1.times" -f '%U %S %e' "$program" "$@" --root "$plan" --as-of 2026-11-21 >/dev/null 2>&1
}

for _ in $(seq "$runs"); do
  run check
  # Into an empty folder each time: what is equal would not be written.
  rm -rf "$folder/out"
  run build --output "$folder/out"
done

for name in check build; do
  awk '{ print $1 + $2, $3 }' "$folder/$name.times" | sort -n |
    awk -v name="$name" '{ cpu[NR] = $1; wall[NR] = $2 } END { n = int((NR + 1) / 2); printf "%s: %.2f s CPU (median of %d)\n", name, cpu[n], NR }'
done
