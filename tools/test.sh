#!/usr/bin/env bash
# Everything that has to hold, step by step; ends with one line "N passed, N failed", and ", N skipped" where
# something could not be checked here. Arguments: the steps to run, all of them without any.
set -uo pipefail
cd "$(dirname "$0")/.."
steps=("$@")
[ ${#steps[@]} -eq 0 ] && steps=(setup format clippy audit matrix native web release size e2e)
log=$(mktemp)
# A build from nothing fits a small disk: debug lines and incremental files were three quarters of 12 GB.
export CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0
passed=0
failed=0
skipped=0
# What a step ends with that could not check anything (tools/audit.sh).
NOT_CHECKED=75

finish() {
  rm -f "$log"
  local rest=""
  [ "$skipped" -gt 0 ] && rest=", $skipped skipped"
  echo "$passed passed, $failed failed$rest"
  [ "$failed" -eq 0 ]
  exit
}

# Runs a command, shows it, and counts what its test runner says.
step() {
  local name=$1
  shift
  echo "== $name"
  "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]}
  if [ "$status" -eq "$NOT_CHECKED" ]; then
    skipped=$((skipped + 1))
    return
  fi
  local ok bad
  ok=$(sed -nE 's/^test result: [a-zA-Z]+\. ([0-9]+) passed.*/\1/p; s/^ +([0-9]+) passed( \([0-9.smh ]+\))?$/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
  bad=$(sed -nE 's/^test result: .* ([0-9]+) failed;.*/\1/p; s/^ +([0-9]+) failed$/\1/p' "$log" | awk '{n += $1} END {print n + 0}')
  passed=$((passed + ok))
  failed=$((failed + bad))
  if [ "$status" -ne 0 ]; then
    [ "$bad" -eq 0 ] && failed=$((failed + 1))
    echo "FAILED STEP: $name"
    finish
  fi
  # A step that counts nothing (format, clippy, build, size) is one check.
  [ "$ok" -eq 0 ] && passed=$((passed + 1))
}

web_tests() {
  CHROMEDRIVER="$(command -v chromedriver)" WASM_BINDGEN_TEST_TIMEOUT=120 \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$PWD/.tools/bin/wasm-bindgen-test-runner" \
    cargo test --locked --target wasm32-unknown-unknown --test web
}

# The tests that tests/faults.md names, against the store that fails and in Chromium, then what they came to.
faults() {
  local folder status=0
  folder=$(mktemp -d)
  cargo test --locked --no-default-features --features precache --test storage --test archive --test exchange \
    --test faults fault_ 2>&1 | tee "$folder/native.txt" || status=1
  LONG_KILLS=1 PLAYWRIGHT_JSON_OUTPUT_NAME="$folder/browser.json" node_modules/.bin/playwright test \
    --config tests/e2e/playwright.config.mjs --project=phone --grep 'fault [0-9]+:' --reporter list,json || status=1
  node tools/faults.mjs "$folder/native.txt" "$folder/browser.json" || status=1
  rm -rf "$folder"
  return "$status"
}

for name in "${steps[@]}"; do
  case "$name" in
    setup) step setup bash tools/setup.sh build browser ;;
    format) step format cargo fmt --check ;;
    clippy)
      step "clippy, core" cargo clippy --locked --quiet --no-default-features --features precache --all-targets -- -D warnings
      step "clippy, web native" cargo clippy --locked --quiet --all-targets -- -D warnings
      step "clippy, wasm32" cargo clippy --locked --quiet --target wasm32-unknown-unknown --lib --bin legwork --test web -- -D warnings
      ;;
    audit)
      step "licences, bans, sources" bash tools/audit.sh graph
      step "advisories of crates" bash tools/audit.sh advisories
      step "advisories of npm packages" bash tools/audit.sh packages
      ;;
    native)
      step "native tests, core" cargo test --locked --no-default-features --features precache
      step "native tests, app" cargo test --locked --lib --test journeys
      ;;
    matrix) step "every fault has its tests" node tools/faults.mjs ;;
    faults) step "the 50 faults" faults ;;
    web) step "tests in Chromium" web_tests ;;
    engines) step "Firefox and WebKit" node tests/engines/smoke.mjs ;;
    release) step "release build" bash tools/build.sh ;;
    size) step "size gate" node tools/size.mjs dist ;;
    e2e) step "end-to-end" node_modules/.bin/playwright test --config tests/e2e/playwright.config.mjs ;;
    *) echo "no such step: $name"; failed=$((failed + 1)) ;;
  esac
done
finish
