"""Tokens and signatures on a seal, made here by openssl and ssh-keygen themselves."""

import shutil
import subprocess

import pytest

CONFIG = """
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
[stamping]
basicConstraints = critical,CA:true
extendedKeyUsage = critical,timeStamping
[req]
distinguished_name = name
[name]
"""


def run(*words, **options):
    subprocess.run(words, check=True, capture_output=True, **options)


@pytest.fixture
def seal(filled, tmp_path):
    path = tmp_path / "seal.json"
    assert filled("seal", "-o", path) == 0
    return path


@pytest.fixture
def stamped(seal, tmp_path):
    """A token on the seal by an authority made for this test."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here")
    (tmp_path / "c").write_text(CONFIG.format(folder=tmp_path))
    (tmp_path / "serial").write_text("01\n")
    key = ("-key", "key.pem", "-config", "c")
    made = "openssl ecparam -name prime256v1 -genkey -noout -out key.pem"
    run(*made.split(), cwd=tmp_path)
    made = "openssl req -x509 -new -subj /CN=stamps -extensions stamping -out tsa.pem"
    run(*made.split(), *key, cwd=tmp_path)
    made = f"openssl ts -query -data {seal} -sha256 -cert -out asked"
    run(*made.split(), cwd=tmp_path)
    made = "openssl ts -reply -queryfile asked -config c -section one -signer tsa.pem"
    run(*made.split(), "-inkey", "key.pem", "-out", "seal.json.tsr", cwd=tmp_path)
    return ("--token", tmp_path / "seal.json.tsr", "--authority", tmp_path / "tsa.pem")


def test_a_token_says_when_the_seal_was_there(filled, seal, stamped):
    assert filled("verify", "--seal", seal, *stamped) == 0
    assert "the seal was stamped" in filled.out
    assert "GMT" in filled.out


def test_a_token_on_other_bytes_is_refused(filled, seal, stamped):
    seal.write_text(seal.read_text() + " ")
    assert filled("verify", "--seal", seal, *stamped) == 3
    assert "does not fit" in filled.err


@pytest.fixture
def signed(seal, tmp_path):
    """A signature on the seal by a key made for this test."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not here")
    key = tmp_path / "key"
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
    run("ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", "sayso", seal)
    signers = tmp_path / "signers"
    signers.write_text(f"desk@example.org {key.with_suffix('.pub').read_text()}")
    return ("--signature", f"{seal}.sig", "--signers", signers)


def test_a_signature_says_whose_key_was_used(filled, seal, signed):
    assert filled("verify", "--seal", seal, *signed) == 0
    assert "signed with a key of desk@example.org" in filled.out


def test_a_signature_on_other_bytes_is_refused(filled, seal, signed):
    seal.write_text(seal.read_text() + " ")
    assert filled("verify", "--seal", seal, *signed) == 3
    assert "does not fit" in filled.err


def test_a_token_alone_is_wrong_use(filled, seal):
    assert filled("verify", "--token", "x") == 2
    assert filled("verify", "--seal", seal, "--token", "x") == 2
    assert filled("verify", "--seal", seal, "--token", "x", "--authority", "y") == 3


def test_a_missing_program_is_said(filled, seal, monkeypatch):
    monkeypatch.setenv("PATH", "")
    words = ("--token", seal, "--authority", seal)
    assert filled("verify", "--seal", seal, *words) == 3
    assert '"openssl" is needed' in filled.err


def test_a_bundle_is_checked_without_a_ledger(filled, tmp_path):
    path = tmp_path / "evidence.zip"
    assert filled("export", "bundle", "-o", path) == 0
    assert "root hash" in filled.err
    assert "1 of them name people withheld" in filled.err
    assert filled("verify", "--bundle", path) == 0
    path.write_bytes(path.read_bytes()[:-200])
    assert filled("verify", "--bundle", path) == 3


def test_options_of_a_bundle_go_with_it_alone(filled, tmp_path):
    assert filled("export", "csv", "--files", tmp_path) == 2
    missing = tmp_path / "none"
    assert filled("export", "bundle", "--files", missing, "-o", tmp_path / "x") == 3
    assert filled("export", "bundle", "--seal", missing, "-o", tmp_path / "x") == 3
