#!/usr/bin/env bash
# Builds the release into dist. Arguments: public path (default /legwork/), folder (default dist).
set -euo pipefail
cd "$(dirname "$0")/.."
# npm's wasm-opt before any other: trunk must download nothing.
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
export TRUNK_TOOLS_WASM_OPT=version_132
export NO_COLOR=true
# Where this machine keeps its sources is nobody's business, and costs kilobytes.
cargo_home="${CARGO_HOME:-$HOME/.cargo}"
registry=$(find "$cargo_home/registry/src" -mindepth 1 -maxdepth 1 -type d 2>/dev/null | head -n 1 || true)
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=${registry:-$cargo_home}= --remap-path-prefix=$cargo_home="
trunk build --release --offline --locked --public-url "${1:-/legwork/}" --dist "${2:-dist}"
