#!/usr/bin/env bash
# Runs a command in a clean Debian root that has the .NET SDK and nothing else: what README promises to whoever has no more. Without containers, which don't run everywhere: debootstrap, a mount namespace and chroot.
#
#   sudo scripts/clean-root.sh FOLDER [COMMAND]
#
# FOLDER becomes the root (1 GB, 3 GB with the packages of a build) and is used again when it is there. The committed state of this clone is cloned into /barometer in it, anew each time,
# with an empty home folder and an empty package cache unless KEEP_HOME is set. COMMAND is a line for the shell, there; without one: README's two commands. `postCreateCommand` stands for that of the dev container.
# The SDK is the one on the path. SUITE: the Debian release (bookworm). The packages are those that Microsoft's image of the SDK has beside it (its Dockerfiles: runtime-deps and sdk).
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
root=$(realpath -m "${1:?folder of the root}")
command=${2:-'dotnet run --project src/Barometer.Cli -- reproduce && dotnet test'}
sdk=$(dotnet --list-sdks | sed -n '$s/.*\[\(.*\)\/sdk\]$/\1/p')
if [ "$command" = postCreateCommand ]; then
    command=$(sed -n 's/^ *"postCreateCommand": "\(.*\)",\{0,1\}$/\1/p' "$repository/.devcontainer/devcontainer.json")
fi

if [ ! -e "$root/usr/bin/git" ]; then
    command -v debootstrap >/dev/null || { echo 'debootstrap is missing: apt-get install debootstrap' >&2; exit 2; }
    debootstrap --variant=minbase --include=ca-certificates,git,tzdata "${SUITE:-bookworm}" "$root" >/dev/null
fi

if ! ls "$root"/usr/lib/*/libicuuc.so.* >/dev/null 2>&1; then
    chroot "$root" sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends '^libicu[0-9]+\$' '^libssl[0-9]+\$' libgcc-s1 libstdc++6 libatomic1 curl wget" >/dev/null
fi

# A network may have certificates of its own.
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
rm -rf "$root/barometer"
if [ -z "${KEEP_HOME:-}" ]; then
    rm -rf "$root/root"
fi

mkdir -p "$root/root" "$root/usr/share/dotnet"
git clone --quiet --no-hardlinks "$repository" "$root/barometer"

# The environment of Microsoft's image, and nothing of the caller's but how NuGet asks about certificates.
export root sdk command
unshare --mount --pid --fork sh -c '
    mount -t proc proc "$root/proc" && mount --bind /dev "$root/dev" && mount -t tmpfs tmpfs "$root/tmp" && mount --bind -o ro "$sdk" "$root/usr/share/dotnet"
    exec chroot "$root" env -i HOME=/root PATH=/usr/share/dotnet:/usr/sbin:/usr/bin:/sbin:/bin DOTNET_RUNNING_IN_CONTAINER=true DOTNET_NOLOGO=true DOTNET_GENERATE_ASPNET_CERTIFICATE=false \
        DOTNET_USE_POLLING_FILE_WATCHER=true NUGET_XMLDOC_MODE=skip ${NUGET_CERT_REVOCATION_MODE:+NUGET_CERT_REVOCATION_MODE=$NUGET_CERT_REVOCATION_MODE} ${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:+DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=$DOTNET_SYSTEM_GLOBALIZATION_INVARIANT} \
        bash -c "cd /barometer && $command"'
