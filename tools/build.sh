#!/usr/bin/env bash
# Builds the release into dist. Arguments: public path (default /legwork/), folder (default dist).
set -euo pipefail
cd "$(dirname "$0")/.."
# npm's wasm-opt before any other: trunk must download nothing.
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
export TRUNK_TOOLS_WASM_OPT=version_132
export NO_COLOR=true
trunk build --release --offline --locked --public-url "${1:-/legwork/}" --dist "${2:-dist}"
