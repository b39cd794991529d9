#!/usr/bin/env bash
# Installs what Xueji is built with (Debian 12 and 13) and prepares SQLCipher's source. A second run finds everything
# there and fetches nothing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
say() { printf '%s\n' "$*" >&2; }

# Names for this release of Debian: those without a mark, and those marked with it.
packages() { awk -v mark="[$1]" '{ sub(/#.*/, "") } NF == 1 || $2 == mark { print $1 }' "$here/packages-debian.txt"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else
    say "需要管理员权限来安装缺少的软件包，请以 root 运行，或先安装 sudo。"
    say "Installing the missing packages needs root: run this as root, or install sudo first."
    return 1
  fi
}

install_packages() {
  local id="" version="" missing=()
  [ -r /etc/os-release ] && . /etc/os-release && id=${ID:-} version=${VERSION_ID:-}
  if [ "$id" != debian ] || { [ "$version" != 12 ] && [ "$version" != 13 ]; }; then
    [ "${XUEJI_PACKAGES_READY:-}" = 1 ] && return 0
    say "This system is not Debian 12 or 13. Install what these Debian packages hold, then set XUEJI_PACKAGES_READY=1:"
    grep -v '^#' "$here/packages-debian.txt" >&2
    return 1
  fi
  local name
  for name in $(packages "$version"); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} = 0 ] && return 0
  say "Installing: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}"
}

install_packages
if [ -n "${XUEJI_SQLCIPHER_SOURCE:-}" ]; then
  [ -r "$XUEJI_SQLCIPHER_SOURCE/sqlite3.c" ] || { say "XUEJI_SQLCIPHER_SOURCE: no sqlite3.c in $XUEJI_SQLCIPHER_SOURCE"; exit 1; }
else
  "$here/sqlcipher.sh"
fi
