#!/bin/bash
# Delivers a survey in six forms, imports each into a clone, and compares what is imported with the survey's own files, byte for byte.
# scripts/import-forms.sh [--notebooks]: with it, all notebooks run on the last one. Needs R with haven, jsonlite and openxlsx.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q "$here" "$work/clone"
dotnet build -v q -nologo "$work/clone/src/Barometer.Cli"
barometer() { (cd "$work/clone" && src/Barometer.Cli/bin/Debug/net10.0/barometer "$@"); }
for survey in operational-2018 strategic-2018; do
  mkdir "$work/$survey"
  Rscript "$here/scripts/deliver-forms.R" "$here/data" "$survey" "$work/$survey"
  for form in codes.csv labels.csv numbers.sav excel.xlsx semicolons.csv tabs.tsv; do
    rm -rf "$work/clone/data/restricted"
    files=("$work/$survey/answers-$form" --frame "$work/$survey/frame-$form" --survey "$survey" --confirm)
    if ! barometer import "${files[@]}" > "$work/log"; then
      # Numbers without labels: what a person does who agrees with what is proposed.
      sed -i 's/"confirmed": false/"confirmed": true/' "$work/clone/data/restricted/$survey.map.json"
      barometer import "${files[@]}" > "$work/log" || { cat "$work/log"; exit 1; }
    fi
    for file in responses.csv frame.csv; do
      cmp "$work/clone/data/restricted/$survey/$file" "$here/data/synthetic/$survey/$file"
    done
    echo "$survey $form: the same bytes"
  done
  mv "$work/clone/data/restricted/$survey" "$work/$survey/imported"
done
if [ "${1:-}" = --notebooks ]; then
  rm -rf "$work/clone/data/restricted"
  for survey in operational-2018 strategic-2018; do
    mkdir -p "$work/clone/data/restricted"
    mv "$work/$survey/imported" "$work/clone/data/restricted/$survey"
  done
  barometer reproduce
fi
