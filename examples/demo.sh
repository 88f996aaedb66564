#!/bin/sh
# Reads the example reports into a fresh embedded ledger and shows what is in it.
# Usage: sh examples/demo.sh FOLDER   (sayso on PATH; FOLDER is made, its ledger replaced)
set -eu

folder=${1:-build/demo}
reports=$(dirname "$0")/kursk-2025-03/reports.jsonl
ledger=$folder/sayso.db
mkdir -p "$folder"
rm -f "$ledger" "$ledger-wal" "$ledger-shm"
export SAYSO_LEDGER="$ledger"

say() { printf '\n%s\n\n' "$1"; }
has() { sayso "$1" --help >/dev/null 2>&1; }

say "1. Reading $reports (constructed reports, see its README)"
sayso read "$reports"

say "2. Who claimed what: people captured and ground retaken"
sayso claims --measure people.captured
sayso claims --measure territory.gained

if has check; then
    say "3. What does not fit together, with the working shown"
    sayso check
fi

if has incidents; then
    say "4. One event, all accounts: lowest to highest as stated, no figure of ours"
    sayso incidents --place Sudzha
fi

if has draft; then
    say "5. Your own text: where its figures and quotations stand; it is not stored"
    sayso draft "$(dirname "$0")/draft.txt" --published 2025-04-30
fi

claim=$(sayso claims --csv --limit 1 --order text | tail -n 1 | cut -c 1-8)

say "Next, in this folder:"
cat <<TEXT
  export SAYSO_LEDGER=$ledger
  .venv/bin/sayso claims                       # every claim
  .venv/bin/sayso claims --speaker Gerasimov   # one speaker's claims
  .venv/bin/sayso show $claim                # the report of a claim, its words marked
  .venv/bin/sayso verify                       # is the record unchanged since import?
TEXT
if has serve; then
    echo "  .venv/bin/sayso serve --open                 # the same as pages in your browser"
fi
