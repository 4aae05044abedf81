#!/usr/bin/env bash
# Puts the servers that the tests talk to into tests/node/node_modules, in the versions of package-lock.json.
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need Node.js 18 or later with npm, and neither can be installed here without root and apt. Install them and start again." >&2
    exit 1
  fi
  echo "Installing Node.js, which the tests' servers run on."
  apt-get update -qq
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -qq --no-install-recommends nodejs >/dev/null
  # Debian packs npm by itself; other sources of nodejs bring it along, and clash with Debian's.
  command -v npm >/dev/null || apt-get install -y -qq --no-install-recommends npm >/dev/null
fi

# npm writes .package-lock.json last; while it is missing or older than ours, the folder is not what it should be.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund
  touch node_modules/.package-lock.json
fi
