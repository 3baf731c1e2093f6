#!/bin/sh
# Installs Debian or Ubuntu packages where that is possible without asking anybody; otherwise ends with status 1.
# Usage: deploy/install-packages.sh PACKAGE...
set -eu
command -v apt-get >/dev/null || exit 1
if [ "$(id -u)" = 0 ]; then
    as_root="env"
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    exit 1
fi
printf 'Installing with apt: %s ...\n' "$*" >&2
log=$(mktemp)
if { $as_root DEBIAN_FRONTEND=noninteractive apt-get update -q &&
    $as_root DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        -o Dpkg::Options::=--force-confold "$@"; } </dev/null >"$log" 2>&1; then
    rm -f "$log"
else
    tail -n 20 "$log" >&2
    rm -f "$log"
    exit 1
fi
