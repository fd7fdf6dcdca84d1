"""Mail travels encrypted where that is configured, or not at all; and only an account may send."""

import pytest

from bot.ports import Fate
from tests.adapters.mail_examples import mailer, notice
from tests.emulators.smtp import HOST, Account, Moment, mail_server, self_signed

ACCOUNT = Account("groepsmaat", "wachtwoord-é")


@pytest.fixture
async def server():
    async with mail_server() as running:
        yield running


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    return self_signed(tmp_path_factory.mktemp("certificate"))


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_mail_travels_encrypted_to_a_server_that_is_trusted(
    security, certificate, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    async with mail_server(security, certificate) as server:
        outcome = await mailer(server.port, security).deliver(notice())

        assert outcome.fate is Fate.ACCEPTED, outcome.trouble
        assert len(server.letters) == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
async def test_a_certificate_that_nobody_vouches_for_is_not_accepted(security, certificate):
    async with mail_server(security, certificate) as server:
        outcome = await mailer(server.port, security).deliver(notice())

        assert outcome.fate is Fate.FAILED
        assert outcome.trouble == (
            f"The mail server {HOST}:{server.port} and the bot could not agree on encryption "
            "(self-signed certificate)."
        )
        assert server.senders == []


async def test_a_certificate_of_another_server_is_not_accepted(tmp_path, monkeypatch):
    another = self_signed(tmp_path, "127.0.0.2")
    monkeypatch.setenv("SSL_CERT_FILE", str(another.file))
    async with mail_server("starttls", another) as server:
        outcome = await mailer(server.port, "starttls").deliver(notice())

        assert outcome.fate is Fate.FAILED
        assert "IP address mismatch" in outcome.trouble
        assert server.senders == []


async def test_nothing_goes_in_the_clear_when_encryption_is_asked_for_and_not_offered(server):
    outcome = await mailer(server.port, "starttls").deliver(notice())

    assert outcome.fate is Fate.FAILED
    assert "does not offer the encryption" in outcome.trouble
    assert server.senders == []


async def test_tls_spoken_to_a_server_that_does_not_is_a_failure(server):
    outcome = await mailer(server.port, "tls", timeout_seconds=1).deliver(notice())

    assert outcome.fate is Fate.FAILED


async def test_the_right_account_may_send(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    async with mail_server("starttls", certificate, ACCOUNT) as server:
        post = mailer(server.port, "starttls", user=ACCOUNT.user, password=ACCOUNT.password)

        assert (await post.deliver(notice())).fate is Fate.ACCEPTED


@pytest.mark.parametrize(
    ("login", "trouble"),
    [
        ({"user": ACCOUNT.user, "password": "verkeerd"}, "the user and the password (code 535)"),
        ({}, "code 530"),
    ],
)
async def test_an_account_that_may_not_send_is_a_failure(login, trouble, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    async with mail_server("starttls", certificate, ACCOUNT) as server:
        outcome = await mailer(server.port, "starttls", **login).deliver(notice())

        assert outcome.fate is Fate.FAILED
        assert trouble in outcome.trouble
        assert server.letters == []


async def test_a_login_that_the_server_cannot_check_now_is_a_failure(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.file))
    async with mail_server("starttls", certificate, ACCOUNT) as server:
        server.fails(Moment.LOGIN, "454 4.7.0 ask later")
        post = mailer(server.port, "starttls", user=ACCOUNT.user, password=ACCOUNT.password)

        assert (await post.deliver(notice())).fate is Fate.FAILED


async def test_a_login_with_a_server_that_knows_no_accounts_is_a_failure(server):
    outcome = await mailer(server.port, user="groepsmaat", password="geheim").deliver(notice())

    assert outcome.fate is Fate.FAILED
    assert "does not offer" in outcome.trouble
