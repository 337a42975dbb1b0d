#!/usr/bin/env bash
# All processors of one machine, or of several with --sshlogin: records.ndjson to rows.ndjson, in order.
#   parallel.sh records.ndjson > rows.ndjson
# A block is given to one process: large blocks, few starts. The line of an error is counted within its block.
set -euo pipefail
exec parallel --will-cite --pipe --keep-order --block "${BLOCK:-10M}" -- baoshu stream --rows --exit-zero < "$1"
