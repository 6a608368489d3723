#!/usr/bin/env bash
# Runs our workloads and R's in turn on the same made-up data and prints the table of ratios in Markdown.
# Usage: bench/compare-with-r.sh [DATA-FOLDER]   (default bench/data, kept for the next run)
# R and its packages are Debian's; install-r.sh installs them when they are missing, which needs root.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:-bench/data}
program=bench/Barometer.Benchmarks/bin/Release/net10.0/Barometer.Benchmarks
mkdir -p "$data"

bench/install-r.sh
dotnet build bench/Barometer.Benchmarks -c Release --nologo -v quiet >&2
for n in 762 10000 100000 1000000; do
    [ -f "$data/perf-$n-totals.json" ] || Rscript bench/gen-data.R "$data" "$n" >&2
done

# The collector is given less room than it would take by itself on a machine with much memory.
export DOTNET_GCHeapHardLimit=0x14000000 # 320 MiB

results=$(mktemp)
trap 'rm -f "$results"' EXIT
for work in 'shares 762' 'design-shares 100000' 'design-shares 1000000' 'rake 100000' \
    'calibrate-linear 100000' 'calibrate-raking 100000' 'calibrate-logit 100000' 'bootstrap 762' 'bootstrap 10000'; do
    read -r name n <<<"$work"
    echo "$name $n" >&2
    "$program" time "$name" "$n" "$data" | tee -a "$results" >&2
    Rscript bench/bench.R "$name" "$n" "$data" | tee -a "$results" >&2
done
"$program" table "$results"
Rscript -e 'cat("\nR", as.character(getRversion()), "with survey", as.character(packageVersion("survey")), "and", basename(La_library()), "\n")'
