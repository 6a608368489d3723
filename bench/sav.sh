#!/usr/bin/env bash
# Reads the same SPSS files with ours and with R's haven in turn, and prints the table of ratios in Markdown: 46 variables, in the three forms of rows.
# Usage: bench/sav.sh [DATA-FOLDER] [ROWS...]   (default bench/data 100000; more rows show that streaming takes no more memory)
# «first» is the first read of a process, with all that .NET compiles. Both read into columns in memory; «streamed» keeps no row.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:-bench/data}
shift || true
[ $# -gt 0 ] || set -- 100000
program=bench/Barometer.Benchmarks/bin/Release/net10.0/Barometer.Benchmarks
mkdir -p "$data"
if ! Rscript -e 'library(haven); library(jsonlite)' >/dev/null 2>&1; then
    apt-get update >&2
    apt-get install -y --no-install-recommends r-base-core r-cran-haven r-cran-jsonlite >&2
fi
dotnet build bench/Barometer.Benchmarks -c Release --nologo -v quiet >&2
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for n in "$@"; do
    [ -f "$data/survey-$n-zsav.sav" ] || Rscript bench/gen-sav.R "$data" "$n" >&2
    for form in byte none zsav; do
        Rscript bench/read-sav.R "$data/survey-$n-$form.sav" | tee -a "$results" >&2
        "$program" sav "$data/survey-$n-$form.sav" | tee -a "$results" >&2
        "$program" sav-stream "$data/survey-$n-$form.sav" | tee -a "$results" >&2
    done
done
"$program" sav-table "$results"
Rscript -e 'cat("\nR", as.character(getRversion()), "with haven", as.character(packageVersion("haven")), "\n")'
