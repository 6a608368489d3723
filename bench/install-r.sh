#!/usr/bin/env bash
# Installs Debian's R with the packages that the comparison needs; as root, and nothing when they are there.
set -euo pipefail
if ! Rscript -e 'library(survey); library(data.table); library(jsonlite); library(MASS)' >/dev/null 2>&1; then
    apt-get update >&2
    apt-get install -y --no-install-recommends r-base-core r-cran-survey r-cran-data.table r-cran-jsonlite r-cran-mass >&2
fi
