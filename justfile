# Every habit of the project has a recipe. On a fresh machine `make test` makes the environment.
set shell := ["bash", "-euc"]
export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# list the recipes
default:
    @just --list --unsorted

# build the worked case and its report in this folder, and say what they say
demo:
    @winset demo
    @echo; echo "The command is .venv/bin/winset here; . .venv/bin/activate makes it winset."

# run the tests, on every core
test *ARGS:
    @pytest -n auto {{ ARGS }}

# everything that must be clean before a commit
check: lint types layers test docs

# style and formatting
lint:
    ruff check .
    ruff format --check .

# mypy, strict, over src and tests
types:
    mypy

# the import order is the data flow
layers:
    lint-imports

# examples in docstrings and documents run; the command reference is up to date
docs:
    pytest -q --doctest-modules src/winset --ignore src/winset/store/migrations -p no:cacheprovider
    pytest -q tests/docs

# speed as ratios against the plain engines of tests/reference, in one run
bench *ARGS:
    python -m benchmarks {{ ARGS }}

# rewrite the golden reports; read every one of them whole before you commit it
golden:
    WINSET_GOLDEN=1 pytest -q tests -k golden
    git diff --stat -- tests/golden docs README.md

# mutate documents for so many seconds; the suite does a little of it every time
fuzz SECONDS="300" SEED="1":
    @python -m tests.reading.fuzzing {{ SECONDS }} {{ SEED }}

# write the command reference anew
reference:
    @python -m winset.cli.reference > docs/reference/commands.md
