#!/bin/sh
# Runs the tests, on PostgreSQL what touches a database, then the whole suite on SQLite.
# Brings PostgreSQL and Chromium through apt where it may. What is missing then is left out and named;
# with CI=true nothing may be left out. Arguments go to pytest: then only one run, on SQLite.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
only=""
without_postgresql=""

say() { printf '%s\n' "$*" >&2; }

on_ubuntu() { grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; }

# Ubuntu's chromium package only stands for a snap, which does not run everywhere.
chromium_works() {
    CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
    [ -n "$CHROMIUM" ] && "$CHROMIUM" --version >/dev/null 2>&1
}

have_postgresql() { [ -n "${TEST_DATABASE_URL:-}" ] || "$python" -m tests.support.postgres; }

wanted=""
have_postgresql || wanted="postgresql"
chromium_works || on_ubuntu || wanted="$wanted chromium"
# The names of packages are words without blanks.
# shellcheck disable=SC2086
[ -z "$wanted" ] || sh deploy/install-packages.sh $wanted || true

missing=0
if ! have_postgresql; then
    say "PostgreSQL is missing (apt-get install postgresql, or TEST_DATABASE_URL): the tests on PostgreSQL are left out."
    without_postgresql=yes
    missing=1
fi
if ! chromium_works; then
    say "Chromium is missing (apt-get install chromium, or CHROMIUM=path): the tests in a browser are left out."
    only="not browser"
    missing=1
fi
if [ "$missing" = 1 ] && [ "${CI:-}" = true ]; then
    say "With CI=true nothing may be left out."
    exit 1
fi
export CHROMIUM

if [ "$#" -gt 0 ]; then
    exec "$python" -m pytest "$@"
fi
processes=${TEST_PROCESSES:-auto}
status=0
if [ -z "$without_postgresql" ]; then
    say "Tests on PostgreSQL ..."
    TEST_DATABASE=postgresql "$python" -m pytest -n "$processes" --dist worksteal \
        -m "not browser and not processes" --ignore tests/rules_of_the_house --ignore tests/deploy --ignore tests/translations || status=$?
fi
say "The whole suite, on SQLite ..."
"$python" -m pytest -n "$processes" --dist worksteal -m "$only" || status=$?
exit "$status"
