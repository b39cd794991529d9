#!/bin/sh
# kill_many.sh BUILD [KILLS [SEED]]: the full run of the kill test, 500 kills unless told otherwise; prints its figures.
set -eu
build=${1:?usage: kill_many.sh BUILD [KILLS [SEED]]}
start=$(date +%s)
XUEJI_KILLS=${2:-500} XUEJI_KILL_SEED=${3:-1} QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=Asia/Shanghai \
  QTEST_FUNCTION_TIMEOUT=36000000 "$build/tests/test_faults_kill"
echo "$(($(date +%s) - start)) seconds"
