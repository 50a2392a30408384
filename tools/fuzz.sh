#!/usr/bin/env bash
# Fuzzes every decoder for FUZZ_SECONDS each (60), or only those that are named as arguments; prints how many texts were
# tried and how many broke a property. It starts from fuzz/corpora, keeps what it finds in fuzz/target/corpora, and puts
# what breaks something into fuzz/target/crashes.
#
# libFuzzer by way of the compiler's own coverage passes, which the stable compiler takes: no sanitizer is needed where
# no code is unsafe, and so neither is another compiler.
set -uo pipefail
cd "$(dirname "$0")/../fuzz"
SECONDS_EACH=${FUZZ_SECONDS:-60}
# No text of the corpora is longer, and shorter ones are tried more often.
LENGTH_MAX=8192
# What one text may take; the slowest takes a hundredth of it.
SECONDS_OF_ONE=10
MEGABYTES=2048
host=$(rustc -vV | sed -n 's/^host: //p')

export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-simplifycfg-branch-fold-threshold=0 --cfg fuzzing"
export CARGO_TARGET_DIR=${FUZZ_TARGET_DIR:-$PWD/target}
cargo build --locked --quiet --release --target "$host" --bins || exit 1

targets=("$@")
[ ${#targets[@]} -eq 0 ] && mapfile -t targets < <(ls corpora)
executions=0
crashes=0
mkdir -p target/crashes
for name in "${targets[@]}"; do
  mkdir -p "target/corpora/$name"
  binary="$CARGO_TARGET_DIR/$host/release/$name"
  log="target/$name.log"
  "$binary" "target/corpora/$name" "corpora/$name" -max_total_time="$SECONDS_EACH" -max_len="$LENGTH_MAX" \
    -timeout="$SECONDS_OF_ONE" -rss_limit_mb="$MEGABYTES" -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="target/crashes/$name-" >"$log" 2>&1
  status=$?
  tried=$(sed -nE 's/^stat::number_of_executed_units: +([0-9]+)/\1/p' "$log" | tail -1)
  executions=$((executions + ${tried:-0}))
  if [ "$status" -ne 0 ]; then
    crashes=$((crashes + 1))
    echo "$name: BROKEN after ${tried:-0} texts"
    grep -vE '^(stat::|INFO:|MS:|[0-9a-f]{2}|0x)' "$log" | tail -20
  else
    echo "$name: ${tried:-0} texts, nothing broken"
  fi
done
echo "FIGURE fuzz.executions $executions"
echo "FIGURE fuzz.crashes $crashes"
[ "$crashes" -eq 0 ]
