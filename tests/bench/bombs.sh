#!/usr/bin/env bash
# Files made to hurt a reader, each checked alone by the release program: seconds, CPU seconds, memory, messages.
# Usage: tests/bench/bombs.sh [PROGRAM]   Needs GNU time and python3.

set -eu
cd "$(dirname "$0")/../.."

program=$(realpath "${1:-target/release/boardplan}")
plan=$(mktemp -d)
trap 'rm -r "$plan"' EXIT

main() {
  printf '%-22s %8s %8s %8s %9s\n' bomb 'wall, s' 'CPU, s' 'MB' messages
  measure 'nothing' 'pass'
  measure 'aliases' 'page("\n".join(f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 10)))'
  measure 'levels in brackets' 'page("summary: " + "[" * 10000 + "x" + "]" * 10000)'
  measure 'levels of hyphens' 'page("summary:\n  " + "- " * 10000 + "x")'
  measure 'levels of lines' 'page("summary:\n" + "\n".join(" " * n + "- a:" for n in range(1, 10001)))'
  measure 'levels of quotations' 'page("", "> " * 10000 + "x")'
  measure 'a value of 10 MB' 'page("summary: " + "x" * 10000000)'
  measure 'a file of 50 MB' 'write("pages/bomb.md", "x" * 50000000)'
  measure 'marks of a conflict' 'page("", "<<<<<<< x\n" * 90000)'
  measure '20,000 warnings' 'page("", "A line <b>x\n\n" * 20000)'
  measure '10,000 broken files' 'for n in range(10000): write(f"pages/b/{n}.md", "---\ntitle: \"Open\nsummary: x\n---\n")'
}

# measure NAME PYTHON: writes the clean plan and the bomb, and checks them.
measure() {
  rm -rf "$plan/content"
  cp -r tests/mistakes/_clean/content "$plan/content"
  python3 - "$plan/content" <<PYTHON
import os, sys

def write(path, text):
    path = os.path.join(sys.argv[1], path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)

def page(facts, body="Text."):
    write("pages/bomb.md", f"---\ntitle: Bomb\n{facts}\n---\n{body}\n")

$2
PYTHON
  local code=0 figures
  /usr/bin/time -o "$plan/time" -f '%e %U %S %M' "$program" check --root "$plan" --as-of 2026-11-21 >"$plan/said" 2>&1 || code=$?
  [ "$code" -le 1 ] || { cat "$plan/said" >&2; return 1; }
  figures=$(tail -n 1 "$plan/time")
  awk -v name="$1" -v said="$(grep -cE '^(error|warning)\[' "$plan/said")" \
    '{ printf "%-22s %8.2f %8.2f %8.0f %9d\n", name, $1, $2 + $3, $4 / 1024, said }' <<<"$figures"
}

main
