#!/usr/bin/env bash
# What others' code is built in: whether it may be, and whether somebody has reported a fault in it. Arguments:
# graph (licences, bans, sources), advisories (RustSec), packages (npm). Ends with 0 where nothing is wrong, with 1
# where something is, and with 75 where nobody could be asked, which is no pass. ADVISORIES=required makes that a fault.
set -uo pipefail
cd "$(dirname "$0")/.."
export PATH="$PWD/.tools/bin:$PATH"
MANIFESTS=(Cargo.toml fuzz/Cargo.toml)
NOT_CHECKED=75

not_checked() {
  echo "NOT CHECKED: $1"
  [ "${ADVISORIES:-}" = required ] && exit 1
  exit "$NOT_CHECKED"
}

# Asks about each workspace's graph, offline: what is asked about is what is built, and setup has fetched it.
deny() {
  local manifest wrong=0
  for manifest in "${MANIFESTS[@]}"; do
    cargo-deny --offline --locked --manifest-path "$manifest" --config deny.toml --log-level error check "$@" || wrong=1
  done
  return "$wrong"
}

graph() {
  bash tools/setup.sh audit || return 1
  deny bans licenses sources
}

# cargo-deny fetches RustSec's database, and both check against that very copy: whatever goes wrong behind the fetch
# is a fault, and never the network.
advisories() {
  local said status databases manifest wrong=0
  bash tools/setup.sh audit || return 1
  said=$(timeout 120 cargo-deny --config deny.toml fetch db 2>&1)
  status=$?
  if [ "$status" -ne 0 ]; then
    if [ "$status" -eq 124 ] || grep -qF "failed to fetch advisory database" <<<"$said"; then
      not_checked "the database of advisories cannot be fetched (${said##*$'\n'})"
    fi
    echo "$said"
    return 1
  fi
  bash tools/setup.sh advisories || return 1
  deny advisories || wrong=1
  databases=("${CARGO_HOME:-$HOME/.cargo}"/advisory-dbs/advisory-db-*/)
  for manifest in "${MANIFESTS[@]}"; do
    cargo-audit audit --no-fetch --db "${databases[0]}" --file "${manifest%.toml}.lock" || wrong=1
  done
  return "$wrong"
}

# npm answers with a report or with an error; only a report says anything.
packages() {
  local report status
  report=$(npm audit --json 2>/dev/null)
  status=$?
  if ! node -e 'process.exit(JSON.parse(require("fs").readFileSync(0)).auditReportVersion ? 0 : 1)' <<<"$report" 2>&-; then
    not_checked "the registry of npm packages gives no report of advisories"
  fi
  [ "$status" -eq 0 ] || npm audit
  return "$status"
}

case "${1:-}" in
  graph | advisories | packages) "$1" ;;
  *) echo "graph, advisories or packages?"; exit 2 ;;
esac
