#!/bin/sh
# gui-run.sh COMMAND [ARGUMENT…]
#
# Runs COMMAND on a screen of its own: a private X server, session bus, settings and state, a compositing window manager
# and a Swedish keyboard. Several can run at once, as root or not, with or without a terminal; nothing is left behind.
# The exit status is COMMAND's; 125 means that the screen could not be made.
#
#   SIZE=360x800      another size of screen (1280x800)
#   THEME=dark        the dark style
#   HIGH_CONTRAST=1   high contrast
set -u

# Inside the session bus: window manager, keyboard, then the command with the caller's own input and output (fds 5, 6, 4).
if [ "${GUI_RUN_INSIDE:-}" != "" ]; then
  state=$GUI_RUN_INSIDE
  unset GUI_RUN_INSIDE
  echo $$ >"$state/inside"
  setxkbmap se
  metacity 4>&- 5<&- 6>&- & manager=$!
  tries=0
  until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; do
    tries=$((tries + 1)); [ $tries -lt 250 ] || break
    sleep .02
  done
  xdotool mousemove "$GUI_RUN_CORNER" "$GUI_RUN_CORNER"  # out of sight; X keeps it on the screen
  "$@" <&5 >&6 2>&4 4>&- 5<&- 6>&- & command=$!
  trap 'kill "$command" 2>/dev/null' HUP INT TERM
  wait "$command"; status=$?
  kill -0 "$command" 2>/dev/null && { wait "$command"; status=$?; }  # the first wait was broken by a signal
  kill "$manager" 2>/dev/null
  wait "$manager" 2>/dev/null
  exit $status
fi

[ $# -gt 0 ] || { echo "usage: gui-run.sh COMMAND [ARGUMENT…]" >&2; exit 125; }
for tool in Xvfb dbus-run-session metacity setxkbmap xprop xdotool; do
  command -v $tool >/dev/null || { echo "gui-run.sh: $tool is not installed; ./dev test installs it." >&2; exit 125; }
done

state=$(mktemp -d "${TMPDIR:-/tmp}/framsteg-gui.XXXXXX") || exit 125
server='' session=''
finish () {
  if [ -n "$session" ]; then  # the one inside ends its command, and the bus ends with the one inside
    kill "$(cat "$state/inside" 2>/dev/null || echo "$session")" 2>/dev/null
    wait "$session" 2>/dev/null
  fi
  [ -z "$server" ] || { kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; }
  rm -rf "$state"
}
trap finish EXIT
trap 'exit 143' HUP INT TERM

mkdir -p "$state/config/gtk-4.0" "$state/run" "$state/data" "$state/cache" "$state/state"
chmod 700 "$state/run"
cat >"$state/config/gtk-4.0/settings.ini" <<EOF
[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
gtk-xft-dpi=98304
EOF

Xvfb -displayfd 3 -screen 0 "${SIZE:-1280x800}x24" -nolisten tcp -noreset \
  3>"$state/display" >"$state/server.log" 2>&1 </dev/null & server=$!
tries=0
until [ -s "$state/display" ]; do
  tries=$((tries + 1))
  if [ $tries -gt 500 ] || ! kill -0 $server 2>/dev/null; then
    echo "gui-run.sh: the X server did not start:" >&2
    cat "$state/server.log" >&2
    exit 125
  fi
  sleep .02
done

# All of it stays in the environment: without GDK_DEBUG the GL renderer would be used, three times the memory and half the speed.
DISPLAY=:$(cat "$state/display")
export DISPLAY GUI_RUN_INSIDE="$state" GUI_RUN_CORNER=9999 \
  GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG="${GDK_DEBUG:-gl-disable}" \
  GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 LANG="${LANG:-C.UTF-8}" TZ=Europe/Stockholm \
  XDG_CONFIG_HOME="$state/config" XDG_RUNTIME_DIR="$state/run" XDG_DATA_HOME="$state/data" \
  XDG_CACHE_HOME="$state/cache" XDG_STATE_HOME="$state/state"
unset NO_AT_BRIDGE WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GTK_THEME
[ "${THEME:-}" != dark ] || export ADW_DEBUG_COLOR_SCHEME=prefer-dark
[ "${HIGH_CONTRAST:-}" != 1 ] || export ADW_DEBUG_HIGH_CONTRAST=1

exec 5<&0 6>&1 4>&2
dbus-run-session -- "$0" "$@" >"$state/session.log" 2>&1 & session=$!
wait "$session"; status=$?
session=''
if [ ! -e "$state/inside" ]; then
  echo "gui-run.sh: the session bus did not start:" >&2
  cat "$state/session.log" >&2
  exit 125
fi
exit $status
