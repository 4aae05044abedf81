#!/usr/bin/env bash
# Sees that there is a reader of calendars that is not ours: Debian's python3-icalendar.
set -euo pipefail

if [ -x /usr/bin/python3 ] && /usr/bin/python3 -c "import icalendar" 2>/dev/null; then
  exit 0
fi

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests of calendar entries need Debian's python3-icalendar, and it cannot be installed here without root and apt." >&2
  exit 1
fi

echo "Installing python3-icalendar, which reads our calendar entries."
apt-get update -qq
export DEBIAN_FRONTEND=noninteractive
apt-get install -y -qq --no-install-recommends python3-icalendar >/dev/null
