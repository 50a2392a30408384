#!/usr/bin/env bash
# Installs what is missing and nothing else. Arguments: build, browser, engines, audit, advisories, fuzz, mutants.
set -euo pipefail
cd "$(dirname "$0")/.."
TRUNK=0.21.14
BINDGEN=0.2.130
SPLIT=0.2.4
GECKODRIVER=0.37.1
DENY=0.20.2
AUDIT=0.22.2
MUTANTS=27.1.0
mkdir -p .tools/bin
export PATH="$PWD/.tools/bin:$PATH"

has() { [ -x ".tools/bin/$1" ] && ".tools/bin/$1" --version 2>/dev/null | grep -qF "$2"; }

# name, crate, version, flags
install() {
  has "$1" "$3" && return 0
  echo "setup: installing $2 $3"
  if command -v cargo-binstall >/dev/null 2>&1 \
    && cargo binstall --no-confirm --root .tools "$2@$3" >/dev/null 2>&1 && has "$1" "$3"; then
    return 0
  fi
  # shellcheck disable=SC2086
  cargo install $4 --quiet "$2" --version "$3" --root .tools
}

# A tool that runs for seconds is built for seconds: not optimised it takes a third of the time to build.
quick() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 "$@"
}

for part in "$@"; do
  case "$part" in
    build)
      rustup target list --installed 2>/dev/null | grep -q '^wasm32-unknown-unknown$' \
        || rustup target add wasm32-unknown-unknown
      for component in rustfmt clippy rust-src; do
        rustup component list --installed 2>/dev/null | grep -q "^$component" || rustup component add "$component"
      done
      # The build itself runs offline: what it needs is fetched here, the standard library's own parts too.
      cargo fetch --quiet --locked
      RUSTC_BOOTSTRAP=1 cargo fetch --quiet --locked \
        --manifest-path "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.toml"
      install trunk trunk "$TRUNK" --locked
      install wasm-bindgen wasm-bindgen-cli "$BINDGEN" ""
      # It has no --version: what cargo has noted about it says which one is there.
      if ! { [ -x .tools/bin/wasm-split-cli ] && grep -qF "wasm_split_cli_support $SPLIT" .tools/.crates.toml; }; then
        echo "setup: installing wasm_split_cli_support $SPLIT"
        cargo install --locked --quiet wasm_split_cli_support --version "$SPLIT" --features build-binary --root .tools
      fi
      if ! cmp -s package-lock.json node_modules/.installed-lock 2>/dev/null; then
        echo "setup: installing the npm tools"
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
        cp package-lock.json node_modules/.installed-lock
      fi
      ;;
    audit)
      cargo fetch --quiet --locked
      cargo fetch --quiet --locked --manifest-path fuzz/Cargo.toml
      quick install cargo-deny cargo-deny "$DENY" --locked
      ;;
    fuzz)
      # libFuzzer is C++, built by the crate that brings it.
      command -v c++ >/dev/null 2>&1 || { apt-get update -qq && apt-get install -y -qq g++ >/dev/null; }
      ;;
    advisories) quick install cargo-audit cargo-audit "$AUDIT" --locked ;;
    mutants) install cargo-mutants cargo-mutants "$MUTANTS" --locked ;;
    browser)
      if [ -z "${CHROMIUM_PATH:-}" ] && ! command -v chromium >/dev/null 2>&1; then
        echo "setup: installing chromium"
        apt-get update -qq && apt-get install -y -qq chromium chromium-driver >/dev/null
      fi
      if ! command -v chromedriver >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
        echo "setup: installing chromedriver"
        apt-get update -qq && apt-get install -y -qq chromium-driver >/dev/null
      fi
      ;;
    engines)
      if ! command -v firefox-esr >/dev/null 2>&1 || ! command -v WebKitWebDriver >/dev/null 2>&1 \
        || ! command -v xvfb-run >/dev/null 2>&1; then
        echo "setup: installing firefox and webkit"
        apt-get update -qq && apt-get install -y -qq --no-install-recommends firefox-esr webkit2gtk-driver xvfb >/dev/null
      fi
      install geckodriver geckodriver "$GECKODRIVER" --locked
      ;;
  esac
done
