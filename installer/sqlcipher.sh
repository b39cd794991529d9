#!/usr/bin/env bash
# Puts SQLCipher's amalgamation (sqlite3.c, sqlite3.h) into the user's cache: Debian 13's source package, taken with apt
# from the system's own mirror through a private configuration, pinned by its SHA-256.
set -euo pipefail
version=4.6.1
sha256=d8f9afcbc2f4b55e316ca4ada4425daf3d0b4aab25f45e11a802ae422b9f53a3
cache="${XDG_CACHE_HOME:-$HOME/.cache}/xueji"
target="$cache/sqlcipher-$version"
archive="$cache/sqlcipher_$version.orig.tar.gz"
say() { printf '%s\n' "$*" >&2; }

right() { [ -r "$1" ] && [ "$(sha256sum <"$1" | cut -d' ' -f1)" = "$sha256" ]; }

# The mirror and key that the system itself uses for Debian's main archive.
system_mirror() {
  apt-get indextargets --format '$(LABEL)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    sed -n 's/^Debian|main|//p' | head -n 1
}

fetch() {
  local work mirror options
  work=$(mktemp -d)
  trap 'rm -rf "$work"' RETURN
  mirror=$(system_mirror)
  if [ -z "$mirror" ]; then
    say "No package source of Debian's main archive is configured on this system."
    say "Give SQLCipher $version's amalgamation yourself: XUEJI_SQLCIPHER_SOURCE=DIR (a folder with sqlite3.c and sqlite3.h)."
    return 1
  fi
  mkdir -p "$work/sources" "$work/lists/partial" "$work/cache/archives/partial" "$work/download"
  printf 'Types: deb-src\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' \
    "$mirror" /usr/share/keyrings/debian-archive-keyring.gpg >"$work/sources/source.sources"
  options=(-q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/sources"
           -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=)
  say "Fetching SQLCipher $version (source package of Debian 13) ..."
  apt-get "${options[@]}" update >&2
  (cd "$work/download" && apt-get "${options[@]}" source --download-only sqlcipher >&2)
  if ! right "$work/download/sqlcipher_$version.orig.tar.gz"; then
    say "The archive offers another SQLCipher than the pinned $version ($sha256): nothing was used of it."
    say "Give the amalgamation yourself: XUEJI_SQLCIPHER_SOURCE=DIR."
    return 1
  fi
  mkdir -p "$cache"
  mv "$work/download/sqlcipher_$version.orig.tar.gz" "$archive"
}

amalgamate() {
  local work
  work=$(mktemp -d)
  trap 'rm -rf "$work"' RETURN
  say "Making SQLCipher's amalgamation (about 20 seconds) ..."
  tar -C "$work" -xzf "$archive"
  (cd "$work/sqlcipher-$version" &&
    ./configure --enable-tempstore=always CFLAGS=-DSQLITE_HAS_CODEC LDFLAGS=-lcrypto >configure.out 2>&1 &&
    make sqlite3.c >make.out 2>&1) || { tail -n 20 "$work/sqlcipher-$version"/*.out >&2; return 1; }
  mkdir -p "$target.new"
  cp "$work/sqlcipher-$version"/{sqlite3.c,sqlite3.h,LICENSE.md} "$target.new/"
  printf '%s\n' "$sha256" >"$target.new/made-from.sha256"
  rm -rf "$target"
  mv "$target.new" "$target"
}

[ "$(cat "$target/made-from.sha256" 2>/dev/null)" = "$sha256" ] && [ -r "$target/sqlite3.c" ] && exit 0
right "$archive" || fetch
amalgamate
