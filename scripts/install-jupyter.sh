#!/usr/bin/env bash
# Installs what the scripts here need to run notebooks as Jupyter does: Debian's own packages, nothing else.
set -euo pipefail
sudo=
[ "$(id -u)" -eq 0 ] || sudo=sudo
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-jupyter-client python3-nbclient python3-nbconvert "$@"
