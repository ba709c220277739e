# Sourced by the scripts in bin/, from the project folder: finds Python, makes .venv, installs locked packages.
# POSIX sh, because a fresh machine has nothing more. The environment stays as it is: pip and apt need what
# the machine's owner put there (proxies, certificates).

VENV=.venv

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# apt_install PACKAGE...: only for root on a system with apt; false when that isn't so or when it fails.
apt_install() {
    is_root && command -v apt-get >/dev/null || return 1
    printf 'Installeren met apt: %s ...\n' "$*"
    apt-get update -qq </dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

require_space() { # MEGABYTES
    free_mb=$(($(df -Pk . | awk 'NR == 2 { print $4 }') / 1024))
    [ "$free_mb" -ge "$1" ] ||
        stop "De schijf is vol: er is $free_mb MB vrij in $PWD en er is $1 MB nodig. Maak ruimte vrij en start opnieuw."
}

find_python() {
    for PYTHON in python3 python3.13 python3.12 python3.11; do
        "$PYTHON" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    done
    return 1
}

make_venv() {
    "$VENV/bin/python" -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
    find_python || { apt_install python3 python3-venv && find_python; } ||
        stop "Python 3.11 of nieuwer (met venv) ontbreekt. Vraag uw systeembeheerder om: apt-get install python3 python3-venv"
    require_space 600
    "$PYTHON" -m venv --clear "$VENV" ||
        stop "De map $PWD/$VENV kon niet worden gemaakt. Controleer of u in $PWD mag schrijven en start opnieuw."
}

# install_locks FILE...: installs each lock that isn't installed yet. A copy of the lock is the stamp.
install_locks() {
    make_venv
    missing=
    for lock in "$@"; do
        cmp -s "$lock" "$VENV/installed/$lock" || missing="$missing $lock"
    done
    [ -n "$missing" ] || return 0
    require_space 600
    printf 'Pakketten installeren (alleen de eerste keer en na een nieuwe versie) ...\n'
    # The locks name every package, so pip has nothing to look for: --no-deps.
    "$VENV/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --require-hashes \
        --only-binary :all: $(printf ' --requirement %s' $missing) || {
        require_space 50
        stop "De pakketten zijn niet geïnstalleerd (zie hierboven). Controleer de internetverbinding en start opnieuw."
    }
    mkdir -p "$VENV/installed"
    cp $missing "$VENV/installed/"
}

find_chromium() {
    [ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        command -v google-chrome >/dev/null
}
