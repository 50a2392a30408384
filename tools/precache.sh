#!/usr/bin/env bash
# Makes what trunk has built installable. It runs on this machine, so nothing of the browser's build is for it.
set -euo pipefail
cd "$(dirname "$0")/.."
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
small() { node_modules/.bin/esbuild "$@" --minify --target=es2022 --legal-comments=none --log-level=warning --allow-overwrite; }
main=$(cd "$TRUNK_STAGING_DIR" && echo legwork-*_bg.wasm)
main=${main%_bg.wasm}
read -ra flags < <(sed -nE 's/.*data-wasm-opt-params="([^"]+)".*/\1/p' index.html)
# What one round has left is taken apart and put together anew, twice: a first load loses 1.5 kB, a page 2 to 3 in all.
least() {
  node_modules/.bin/wasm-opt "${flags[@]}" -Oz --flatten --rereloop -Oz --flatten --rereloop -Oz -Oz "$1" -o "$2" \
    2> >(grep -v 'unknown name subsection' >&2)
}
least "$TRUNK_STAGING_DIR/${main}_bg.wasm" "$TRUNK_STAGING_DIR/${main}_bg.wasm"
# The chunks are named after the main file: it carries the hash of them all.
for chunk in dist-chunks/split_*.wasm dist-chunks/chunk_*.wasm; do
  [ -e "$chunk" ] || continue
  least "$chunk" "$TRUNK_STAGING_DIR/$main-$(basename "$chunk" .wasm | sed -E 's/^(split|chunk)_//').wasm"
done
# Their loader becomes a part of the main script: one request less, and nothing without a hash in its name.
sed -E "s#\./(split|chunk)_#./$main-#; s#\./legwork\.js#./$main.js#" dist-chunks/__wasm_split.js > "$TRUNK_STAGING_DIR/__wasm_split.js"
small "$TRUNK_STAGING_DIR/$main.js" --bundle --format=esm \
  --log-override:duplicate-object-key=silent --outfile="$TRUNK_STAGING_DIR/$main.js"
rm "$TRUNK_STAGING_DIR/__wasm_split.js"
# The scripts as people get them; the worker's is a template until it is written below.
for script in "$TRUNK_STAGING_DIR"/*.js; do
  case "$script" in */sw.js | */"$main.js") continue ;; esac
  small "$script" --outfile="$script"
done
cargo run --quiet --locked --no-default-features --features precache --bin precache
