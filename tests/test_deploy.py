"""What runs Sayso as a service asks for things that are there, and for little."""

import configparser
import json
import re
import shlex
from pathlib import Path

import pytest

from sayso.cli import build_parser

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"


@pytest.fixture
def compose():
    yaml = pytest.importorskip("yaml", reason="comes with the tools for the docs")
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def dockerfile():
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    return text.replace("\\\n", " ")


@pytest.fixture
def unit():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(DEPLOY / "sayso.service", encoding="utf-8")
    return parser


def parsed(words):
    return build_parser(words).parse_args(words)


def test_every_service_is_built_here_and_may_do_little(compose):
    assert set(compose["services"]) == {"pages", "watch"}
    for service in compose["services"].values():
        built = service["build"]
        assert (DEPLOY / built["context"] / built["dockerfile"]).is_file()
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert not {"privileged", "ports", "devices"} & set(service)
        assert all(service[limit] for limit in ("mem_limit", "cpus", "pids_limit"))
        named = {volume.partition(":")[0] for volume in service["volumes"]}
        assert named <= {*compose["volumes"], "./reports"}


def test_what_reads_reports_has_no_network_and_cannot_change_them(compose):
    watch = compose["services"]["watch"]
    assert watch["network_mode"] == "none"
    assert "./reports:/reports:ro" in watch["volumes"]
    assert parsed(watch["command"]).command == "watch"


def test_the_image_runs_a_command_that_there_is_and_not_as_root(dockerfile):
    entry = re.findall(r"^ENTRYPOINT (.*)$", dockerfile, re.MULTILINE)
    command = re.findall(r"^CMD (.*)$", dockerfile, re.MULTILINE)
    assert [json.loads(one) for one in entry] == [["sayso"]]
    assert parsed(json.loads(command[-1])).command == "serve"
    assert re.findall(r"^USER (\S+)$", dockerfile, re.MULTILINE) == ["10001"]
    assert "--require-hashes" in dockerfile


def test_the_unit_runs_a_command_that_there_is_on_this_machine_alone(unit):
    service = unit["Service"]
    program, *words = shlex.split(service["ExecStart"])
    assert program == "%h/.local/bin/sayso"
    assert parsed(words).command == "serve"
    assert service["IPAddressDeny"] == "any"
    assert service["IPAddressAllow"] == "localhost"
    assert service["NoNewPrivileges"] == "yes"
