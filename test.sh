#!/usr/bin/env bash
# Installs what is missing, builds with warnings as errors, runs every test. Last line: N passed, N failed.
# XUEJI_PRESET=asan runs the suite under AddressSanitizer and UBSan.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
preset=${XUEJI_PRESET:-debug}

installer/setup.sh
cmake --preset "$preset" -DXUEJI_WARNINGS_AS_ERRORS=ON -DXUEJI_TESTS=ON \
  -DXUEJI_SQLCIPHER_SOURCE="${XUEJI_SQLCIPHER_SOURCE:-}" >build-configure.log 2>&1 ||
  { cat build-configure.log; rm -f build-configure.log; exit 1; }
rm -f build-configure.log
cmake --build --preset "$preset"

log="build/$preset/tests.log"
status=0
ctest --preset "$preset" --parallel "$(nproc)" --verbose >"$log" 2>&1 || status=$?
# Every QtTest program ends with "Totals: P passed, F failed, S skipped"; a test without such a line counts as one.
grep -E '^[0-9]+: (FAIL!|XPASS|QFATAL|   Loc:|   Actual|   Expected)|\*\*\*(Failed|Exception|Timeout|Not Run)' "$log" || true
sed -n '/^The following tests FAILED/,$p' "$log"
awk -v status="$status" '
  # A failed test is printed twice: the last totals of a test count.
  /^[0-9]+: Totals: [0-9]+ passed/ { split($0, n, ":"); match($0, /[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/)
    split(substr($0, RSTART, RLENGTH), w, " "); p[n[1]] = w[1]; f[n[1]] = w[3]; s[n[1]] = w[5] }
  /^ *[0-9]+\/[0-9]+ Test +#[0-9]+:/ { id = $0; sub(/.*#/, "", id); sub(/:.*/, "", id); id += 0
    if ($0 ~ / Passed /) { if (!(id in p)) p[id] = 1 } else if (!(f[id] > 0)) f[id] = 1 }
  END { for (id in p) passed += p[id]; for (id in f) failed += f[id]; for (id in s) skipped += s[id]
    if (status != 0 && failed == 0) failed = 1
    if (passed + failed == 0) failed = 1
    line = passed + 0 " passed, " failed + 0 " failed"; if (skipped > 0) line = line ", " skipped " skipped"
    print line; exit failed > 0 }' "$log"
