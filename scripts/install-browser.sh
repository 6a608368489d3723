#!/usr/bin/env bash
# Installs what the tests of the site need: Debian's Chromium and Node.js, and the two npm packages of tests/site.
set -euo pipefail
cd "$(dirname "$0")/../tests/site"
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
missing=
command -v chromium >/dev/null || missing="$missing chromium"
command -v npm >/dev/null || missing="$missing nodejs npm"
if [ -n "$missing" ]; then
    $sudo apt-get update -qq
    # shellcheck disable=SC2086 # a list of packages
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi
npm ci --no-audit --no-fund
