#!/bin/sh
# Pin what each use of Sayso installs, with hashes, for every platform and Python >= 3.11.
# All files come from one resolution, so a version never differs between them.
#   requirements.txt       core: what `pip install sayso` brings
#   requirements-demo.txt  core, pages and the build backend: what `make demo` installs
#   requirements-service.txt  core, pages, intake, build backend: what deploy/ installs
#   requirements-all.txt   every extra and the test tools: what `make test` installs
#   requirements-ftm.txt   FollowTheMoney, which compiles ICU: what `make ftm` adds
#   requirements-openapi.txt schemathesis, in an environment of its own: .ci/openapi
#   requirements-spark.txt Apache Spark, 450 MB: what `make spark` adds
set -eu
cd "$(dirname "$0")"

tools=.venv/lock
[ -x "$tools/bin/uv" ] || {
    python3 -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet 'uv>=0.13,<1'
}

pin() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-header "$@"
}

# The build backend is pinned too, so that no install step is open.
pin --no-annotate --extra web --extra intake --extra layers --extra parquet --extra notebook --extra polars --extra mcp --extra postgres --extra team \
    --extra completion --group test --group release --group docs pyproject.toml --output-file requirements-all.txt
pin --no-annotate --group ftm pyproject.toml \
    --constraint requirements-all.txt --output-file requirements-ftm.txt
pin --no-annotate --group pyproject.toml:openapi \
    --constraint requirements-all.txt --output-file requirements-openapi.txt
pin --no-annotate --extra spark pyproject.toml \
    --constraint requirements-all.txt --output-file requirements-spark.txt
pin --no-annotate --extra web --group build pyproject.toml \
    --constraint requirements-all.txt --output-file requirements-demo.txt
pin --no-annotate --extra web --extra intake --group build pyproject.toml \
    --constraint requirements-all.txt --output-file requirements-service.txt
pin --no-annotate pyproject.toml \
    --constraint requirements-all.txt --output-file requirements.txt
