#!/usr/bin/env bash
# Installs what is missing, builds, and opens Xueji on a sample school. Without a display it runs the tour instead:
# the same windows, drawn offscreen, do the main job on that school and leave pictures, lists and PDFs in out/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
say() { printf '%s\n' "$*"; }

installer/setup.sh
cmake --preset release -DXUEJI_TESTS=OFF -DXUEJI_SQLCIPHER_SOURCE="${XUEJI_SQLCIPHER_SOURCE:-}" >/dev/null
cmake --build --preset release --target xueji xuejictl xueji_tour
bin=build/release/bin
out=out
register="$out/sample.xueji"
roster=resources/demo/demo_grade1.xlsx
user=示范管理员
mkdir -p "$out"

# The sample register: made once, by importing the sample roster; its password is made here and kept beside it.
if [ ! -e "$register" ]; then
  rm -rf "$out/making.xueji"
  (umask 077 && printf 'Xj-%s\n' "$(od -An -N9 -tx1 /dev/urandom | tr -d ' \n')" >"$out/sample-password.txt")
  XUEJI_PASSWORD=$(cat "$out/sample-password.txt") && export XUEJI_PASSWORD
  "$bin/xuejictl" create "$out/making.xueji" --school-code 2113009998 --school-name 示范市示范小学 --region 130502 \
    --user "$user" | sed "s|making.xueji|sample.xueji|" >"$out/recovery-sheet.txt"
  chmod 600 "$out/recovery-sheet.txt"
  # Faulty rows of the sample are refused, as they should be; that is exit code 1.
  "$bin/xuejictl" import "$out/making.xueji" "$roster" --user "$user" --entry-year 2024 --only-good \
    >"$out/import.txt" || [ $? = 1 ]
  mv "$out/making.xueji" "$register"
fi
XUEJI_PASSWORD=$(cat "$out/sample-password.txt") && export XUEJI_PASSWORD
say "示范学籍册 Sample register: $register"
say "账户 User: $user    密码 Password: $XUEJI_PASSWORD"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  unset XUEJI_PASSWORD
  exec "$bin/xueji" "$register"
fi

say "没有显示器：运行导览，不打开窗口。 No display: running the tour instead of opening a window."
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$PWD/$out}
QT_QPA_PLATFORM=offscreen "$bin/xueji_tour" "$out"
"$bin/xuejictl" list "$register" --user "$user" --out "$out/花名册.pdf" --force >/dev/null
"$bin/xuejictl" list "$register" --user "$user" --out "$out/花名册.xlsx" --force >/dev/null
"$bin/xuejictl" dossier "$register" --user "$user" --all --out "$out/dossiers" --force >/dev/null
"$bin/xuejictl" backup "$register" --user "$user" --to "$out/backups" >/dev/null
"$bin/xuejictl" verify "$register" --user "$user"
say "已生成 Left in $out/:"
say "  pictures/   每个页面的图片（中文，1366x768；首页与学生档案另有深色和双倍缩放） pictures of every page"
say "  花名册.pdf  花名册.xlsx   the roster of the grade"
say "  dossiers/   学籍卡 PDF   dossiers"
say "  backups/    经过重新打开验证的备份   a proven backup"
say "  import.txt  示范名册的导入结果   findings of the sample import"
