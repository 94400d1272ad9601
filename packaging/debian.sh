# SPDX-License-Identifier: GPL-3.0-or-later
# What a fresh Debian 12 lacks, and how to get it; sourced by packaging/run and tests/run.
#
# An entry is a package, or package:command when the command may as well come from elsewhere.

build_packages=(
    g++ cmake ninja-build pkg-config
    qt6-base-dev libqt6opengl6-dev libegl-dev qt6-websockets-dev qt6-svg-dev qt6-charts-dev qt6-tools-dev qt6-l10n-tools
    node-llhttp libsimdjson-dev libargon2-dev liboath-dev libssl-dev zlib1g-dev libcpp-jwt-dev nlohmann-json3-dev libvalijson-dev
    libqrencode-dev libre2-dev libmnl-dev libsnmp-dev libigraph-dev libyaml-cpp-dev
)
run_packages=(libqt6sql6-sqlite libqt6svg6 qt6-qpa-plugins fonts-noto-core fonts-dejavu-core ca-certificates
    nmap:nmap fping:fping ieee-data netbase)
test_packages=(
    nodejs:node npm:npm chromium:chromium clang-format:clang-format clang:clang++ libclang-rt-14-dev git:git
    sqlite3:sqlite3 openssl:openssl
    python3:/usr/bin/python3 python3-socketio python3-aiohttp python3-websocket python3-requests
    xvfb:Xvfb xauth:xauth procps:pgrep iproute2:ip mount:mount
    desktop-file-utils:desktop-file-validate
    snmp:snmpbulkwalk python3-aiosmtpd libfaketime
    # libraries of what unpack_daemons unpacks
    libbsd0 libcap2 libevent-2.1-7 libreadline8 libsnmp40 libxml2
    libaudit1 libgssapi-krb5-2 libkrb5-3 libpam0g libselinux1 libsystemd0 libwrap0
)
faster_packages=(ccache:ccache mold:mold)

say() { printf '\n== %s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Packages are missing, and installing them needs root or sudo: $*" >&2
        return 1
    fi
}

is_installed() {
    local package=${1%%:*} command=${1#*:}
    if [ "$command" != "$1" ] && command -v "$command" >/dev/null; then
        return 0
    fi
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ]
}

# need_packages ENTRY…: installs what is missing; asks nobody, downloads nothing when all is there.
need_packages() {
    local entry missing=()
    for entry in "$@"; do
        is_installed "$entry" || missing+=("${entry%%:*}")
    done
    if [ ${#missing[@]} -eq 0 ]; then
        return 0
    fi
    say "Installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}" >&2
}

# need_all ENTRY…: as need_packages, and what only makes the build faster where it can be had.
need_all() {
    need_packages "$@"
    need_packages "${faster_packages[@]}" || echo "Going on without ${faster_packages[*]%%:*}." >&2
}

# A program that speaks UTF-8 needs a locale that does; a bare system sets none.
if [ -z "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ]; then
    export LANG=C.UTF-8
fi

# unpack_tool PACKAGE FILE…: programs of a package that would start a service if it were installed, put into
# build/tools/bin, where nothing runs by itself. Their libraries and templates, named before them, go to build/tools/lib; a
# file may be a pattern.
unpack_tool() {
    local package=$1 file kind is_there=yes folder=build/tools
    shift
    for file in "$@"; do
        if [[ ${file##*/} != @(lib*|*.tmpl) ]] && ! command -v "${file##*/}" >/dev/null && [ ! -x "$folder/bin/${file##*/}" ]; then
            is_there=no
        fi
    done
    if [ "$is_there" = yes ]; then
        return 0
    fi
    say "Unpacking ${*##*/} of $package"
    mkdir -p "$folder/bin" "$folder/lib"
    rm -f "$folder/${package}"_*.deb
    (cd "$folder" && { apt-get -q download "$package" ||
        { as_root apt-get -q update && apt-get -q download "$package"; }; }) >&2
    for file in "$@"; do
        kind=bin
        [[ ${file##*/} != @(lib*|*.tmpl) ]] || kind=lib
        dpkg-deb --fsys-tarfile "$folder/${package}"_*.deb |
            tar -x -C "$folder/$kind" --wildcards --transform 's|.*/||' "./$file" || return 1
    done
    rm "$folder/${package}"_*.deb
}

# unpack_prometheus: those that tests/interop/prometheus.mjs lets tell of alerts, and what checks /metrics.
unpack_prometheus() {
    unpack_tool prometheus usr/bin/promtool usr/bin/prometheus &&
        unpack_tool prometheus-alertmanager 'usr/share/prometheus/alertmanager/*.tmpl' usr/bin/prometheus-alertmanager
}

# unpack_daemons: those of the network that tests/netlab raises.
unpack_daemons() {
    unpack_tool snmpd usr/sbin/snmpd &&
        unpack_tool lldpd 'usr/lib/*/liblldpctl.so.*' usr/sbin/lldpd usr/sbin/lldpcli &&
        unpack_tool openssh-server usr/sbin/sshd
}
