#!/usr/bin/env bash
# usage: scripts/trace-bar.sh [CLONE]
# Counts the source files that one bar passes from responses.csv to what a notebook stores, in this clone or another that is
# built (an earlier version's, say). The files stand on standard error, in the order in which they are first passed.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -v q src/Barometer.Cli >/dev/null
dotnet run --project bench/Barometer.Benchmarks -- trace "${1:-.}"
