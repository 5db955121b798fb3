#!/usr/bin/env bash
# Counts the instructions of the pure parts with callgrind, which come out the same on a busy machine, and says which have changed by
# more than 3 % since they were kept in benches/instructions.tsv: then it ends with 1.
#
#   benches/instructions.sh            counts and compares
#   benches/instructions.sh --keep     keeps what it counts
#   benches/instructions.sh NAME…      counts these alone
set -euo pipefail
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo "valgrind is missing: apt-get install valgrind" >&2; exit 2; }

kept=benches/instructions.tsv
keep=
[ "${1:-}" != --keep ] || { keep=yes; shift; }
# Without workbooks, pages and pictures, which are compiled for minutes and no part of what is counted.
program=$(cargo build --locked --no-default-features --profile bench --bench instructions --message-format json |
  sed -n 's/.*"executable":"\([^"]*instructions-[^"]*\)".*/\1/p')
names=("$@")
[ $# -gt 0 ] || mapfile -t names < <("$program")

# Without an address space laid out at random, two counts are the same to the last instruction but for hashes of the system.
counted() {
  setarch --addr-no-randomize env -i valgrind --tool=callgrind --collect-atstart=no --toggle-collect='*instructions::counted*' \
    --callgrind-out-file=/dev/null "$program" "$1" 2>&1 | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

new=$(for name in "${names[@]}"; do
  count=$(counted "$name")
  [ -n "$count" ] && [ "$count" -gt 0 ] || { echo "$name: nothing was counted" >&2; exit 2; }
  printf '%s\t%s\n' "$name" "$count"
done)

if [ -n "$keep" ]; then
  { printf 'work\tinstructions\n'; printf '%s\n' "$new"; } >"$kept"
  cat "$kept"
else
  # The kept counts first, and then the new ones.
  awk -F '\t' '
    FNR == 1 { file++ }
    file == 1 { if (FNR > 1) kept[$1] = $2; next }
    !($1 in kept) { printf "%-18s %14d  not kept yet\n", $1, $2; changed = 1; next }
    {
      change = ($2 - kept[$1]) * 100 / kept[$1]
      mark = change > 3 || change < -3 ? "  changed" : ""
      if (mark != "") changed = 1
      printf "%-18s %14d  %+6.1f %%%s\n", $1, $2, change, mark
    }
    END { exit changed }
  ' "$kept" <(printf '%s\n' "$new")
fi
