#!/usr/bin/env bash
# Installs what scripts/spelling.py needs: Debian's hunspell with its Norwegian and British dictionaries.
set -euo pipefail
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends hunspell hunspell-no hunspell-en-gb
