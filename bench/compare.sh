#!/usr/bin/env bash
# Runs our workloads, R's and DuckDB's in turn on the same made-up data and prints the table of ratios in Markdown.
# Usage: bench/compare.sh [DATA-FOLDER [CLONE]]   (default bench/data, kept for the next run; CLONE: an earlier version, measured as «before»)
# R and its packages are Debian's; install-r.sh installs them when they are missing, which needs root. DuckDB comes with its NuGet package.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:-bench/data}
before=${2:-}
program=bench/Barometer.Benchmarks/bin/Release/net10.0/Barometer.Benchmarks
duckdb=bench/DuckDb/bin/Release/net10.0/DuckDb
mkdir -p "$data"

bench/install-r.sh
dotnet build bench/Barometer.Benchmarks -c Release --nologo -v quiet >&2
dotnet build bench/DuckDb -c Release --nologo -v quiet >&2
[ -z "$before" ] || dotnet build "$before/bench/Barometer.Benchmarks" -c Release --nologo -v quiet >&2
for n in 762 10000 100000 1000000; do
    [ -f "$data/perf-$n-totals.json" ] || Rscript bench/gen-data.R "$data" "$n" >&2
done

results=$(mktemp)
trap 'rm -f "$results"' EXIT
for work in 'shares 762' 'design-shares 100000' 'design-shares 1000000' 'design-shares 10000000' 'rake 100000' \
    'calibrate-linear 100000' 'calibrate-raking 100000' 'calibrate-logit 100000' 'bootstrap 762' 'bootstrap 10000'; do
    read -r name n <<<"$work"
    echo "$name $n" >&2

    # The collector gets less room than it would take by itself: 320 MiB, or the columns and 60 bytes a respondent where these are more.
    export DOTNET_GCHeapHardLimit
    DOTNET_GCHeapHardLimit=$(printf "0x%x" $((n < 2000000 ? 335544320 : 164 * n)))
    "$program" time "$name" "$n" "$data" | tee -a "$results" >&2
    if [ -n "$before" ] && [ "$n" -lt 10000000 ]; then
        "$before/$program" time "$name" "$n" "$data" | sed 's/"Side":"ours"/"Side":"before"/' | tee -a "$results" >&2
    fi
    unset DOTNET_GCHeapHardLimit
    if [ "$name" = design-shares ]; then
        "$duckdb" "$n" "$data" | tee -a "$results" >&2
    fi
    if [ "$n" -lt 10000000 ]; then
        Rscript bench/bench.R "$name" "$n" "$data" | tee -a "$results" >&2
    fi
done
"$program" table "$results"
Rscript -e 'cat("\nR", as.character(getRversion()), "with survey", as.character(packageVersion("survey")), "and", basename(La_library()), "\n")'
