#!/usr/bin/env bash
# Sees that there is a Chromium for the browser tests; Debian's, where it is not there yet. CHROMIUM names another.
set -euo pipefail

if [ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null; then
  exit 0
fi

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "The browser tests need Chromium, and it cannot be installed here without root and apt. Install it, or name it in CHROMIUM." >&2
  exit 1
fi

echo "Installing Chromium, in which the pages are tried."
apt-get update -qq
export DEBIAN_FRONTEND=noninteractive
apt-get install -y -qq --no-install-recommends chromium >/dev/null
