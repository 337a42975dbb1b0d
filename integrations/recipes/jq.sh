#!/usr/bin/env bash
# Text files to lines of CSV, with no file in between: what grew, and by how many percent.
#   jq.sh 年报/*.txt > growth.csv
set -euo pipefail
for file in "$@"; do jq --compact-output --raw-input --slurp --arg id "$file" '{id: $id, text: .}' "$file"; done |
  baoshu stream |
  jq --raw-output '
    .id as $file
    | if .error then ("\(.id): \(.error)\n" | stderr | empty) else .claims[] end
    | select(.kind == "change" and .unit == "%")
    | [$file, .period.text, .indicator, (if .direction == "down" then -.value else .value end)]
    | @csv'
