#!/usr/bin/env bash
# Tells the sizes of the house: files, lines, types and circles of each project under src, as a table for each checkout.
#
#     scripts/measure-house.sh [--edges] [checkout ...]      (without one: the clone this script lies in)
#
# Circles between folders are named; --edges tells the types that make them.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
edges=
[ "${1:-}" != --edges ] || { edges=--edges; shift; }
for house in "${@:-$here}"; do
    printf '# %s\n\n' "$(git -C "$house" log -1 --format='%h, %cs' 2>/dev/null || basename "$house")"
    # shellcheck disable=SC2086 # a flag or nothing
    python3 "$here/scripts/measure-house.py" $edges "$house"
    echo
done
