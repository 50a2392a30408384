#!/usr/bin/env bash
# Builds the release into dist. Arguments: public path (default /legwork/), folder (default dist).
set -euo pipefail
cd "$(dirname "$0")/.."
# npm's wasm-opt before any other: trunk must download nothing.
export PATH="$PWD/tools/split:$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
export TRUNK_TOOLS_WASM_OPT=version_132
export NO_COLOR=true
# The standard library is built along, for size and without the texts of panics: a fifth of the app otherwise
# (docs/ARCHITECTURE.md, "Size"). The switches are unstable, the compiler is the pinned stable one.
export RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# Where this machine keeps its sources is nobody's business.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Clink-args=--emit-relocs \
  --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= --remap-path-prefix=$(rustc --print sysroot)="
trunk build index.html --release --offline --locked --public-url "${1:-/legwork/}" --dist "${2:-dist}"
