#!/bin/sh
# Makes .venv hold exactly what requirements/<list>.txt asks for; does nothing where it already does.
# Usage: deploy/bootstrap.sh run|dev     PYTHON=/path/to/python chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."
list=$1

say() { printf '%s\n' "$*" >&2; }

in_range() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if path=$(command -v "$name") && in_range "$path"; then
            printf '%s\n' "$path"
            return
        fi
    done
    say "Concord needs Python 3.11, 3.12 or 3.13. On Debian and Ubuntu: apt-get install python3 python3-venv"
    say "Where it is installed under another name: PYTHON=/path/to/python3 make ..."
    exit 1
}

have_venv() { "$1" -c 'import venv, ensurepip' 2>/dev/null; }

make_venv() {
    python=$(find_python)
    if ! have_venv "$python"; then
        package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        [ "${CI:-}" != true ] || sh deploy/install-packages.sh "$package" || true
        if ! have_venv "$python"; then
            say "Python's venv module is missing. On Debian and Ubuntu: apt-get install $package"
            exit 1
        fi
    fi
    say "Making .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv
}

lock_sum() { cksum < "requirements/$1.txt"; }

holds() { [ -f ".venv/holds-$1" ] && [ "$(cat ".venv/holds-$1")" = "$(lock_sum "$1")" ]; }

version() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

# An interpreter that was asked for and is another one than that of .venv.
another_is_asked_for() {
    [ -n "${PYTHON:-}" ] && [ "$(version "$PYTHON")" != "$(version .venv/bin/python)" ]
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1 || ! in_range .venv/bin/python || another_is_asked_for; then
    make_venv
fi
if holds "$list" || { [ "$list" = run ] && holds dev; }; then
    exit 0
fi
say "Installing requirements/$list.txt ..."
.venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
    --require-hashes --prefer-binary -r "requirements/$list.txt"
lock_sum "$list" > ".venv/holds-$list"
