#!/usr/bin/env bash
# Makes what trunk has built installable. It runs on this machine, so nothing of the browser's build is for it.
set -euo pipefail
cd "$(dirname "$0")/.."
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
# The scripts as people get them; the worker's is a template until it is written below.
for script in "$TRUNK_STAGING_DIR"/*.js; do
  case "$script" in */sw.js) continue ;; esac
  node_modules/.bin/esbuild "$script" --minify --target=es2022 --legal-comments=none --log-level=warning \
    --allow-overwrite --outfile="$script"
done
# The other bundle is finished together with the main one.
[ "${LEGWORK_BUNDLE:-}" = desk ] && exit 0
cargo run --quiet --locked --no-default-features --features precache --bin precache
