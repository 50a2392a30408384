#!/usr/bin/env bash
# Makes what trunk has built installable. It runs on this machine, so nothing of the browser's build is for it.
set -euo pipefail
cd "$(dirname "$0")/.."
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
cargo run --quiet --locked --no-default-features --features precache --bin precache
