"""A real mail server on 127.0.0.1 (aiosmtpd) whose answers a test can script.

It listens on a port of its own, so that another process reaches it as well; it answers while the
loop of the test runs. What it took over is kept in `letters`.
"""

import asyncio
import contextlib
import ipaddress
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from pathlib import Path
from typing import Literal

from aiosmtpd.smtp import MISSING, SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
NAME = "mail.school.example"


class Moment(StrEnum):
    """Where in a conversation something goes wrong."""

    GREETING = "greeting"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    TAKEN = "taken"
    GOODBYE = "goodbye"


class Silence(StrEnum):
    """How the server fails without an answer."""

    HANG = "hang"
    DROP = "drop"


@dataclass(frozen=True)
class Account:
    """A user who may send."""

    user: str
    password: str


@dataclass(frozen=True)
class Certificate:
    """The files of a certificate that vouches for itself, and of its key."""

    file: Path
    key: Path


@dataclass(frozen=True)
class Envelope:
    """Who was named outside the letter."""

    sender: str
    recipients: tuple[str, ...]


def self_signed(folder: Path, host: str = HOST) -> Certificate:
    """Make a certificate for an IP address; a process that has it as SSL_CERT_FILE trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    address = x509.IPAddress(ipaddress.ip_address(host))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    made.file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    made.key.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return made


@dataclass
class MailServer:
    """What a test asks of the server, and what the server has seen.

    letters       the messages it took over, in order; also those whose 250 was never sent
    envelopes     their envelopes
    names         how clients named themselves (EHLO)
    senders       what was asked with MAIL FROM
    most_at_once  the greatest number of conversations at one time
    """

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    envelopes: list[Envelope] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    most_at_once: int = 0
    _script: dict[Moment, str] = field(default_factory=dict)
    _refused: dict[str, str] = field(default_factory=dict)
    _talking: int = 0
    _open: set["_Conversation"] = field(default_factory=set)

    def refuses(self, address: str, reply: str) -> None:
        """Answer RCPT TO for this address with a reply such as "550 5.1.1 no such user"."""
        self._refused[address] = reply

    def fails(self, moment: Moment, how: str) -> None:
        """From now on fail at this moment: with a reply, or with a `Silence`."""
        self._script[moment] = how

    def recovers(self) -> None:
        """From now on take everything over again."""
        self._script.clear()
        self._refused.clear()

    async def reply(self, moment: Moment, conversation: "_Conversation") -> str | None:
        """Play what is scripted for this moment; None stands for nothing special."""
        how = self._script.get(moment)
        if how == Silence.DROP:
            conversation.cut()
        if how in set(Silence):
            # Ends with the connection: aiosmtpd cancels the conversation.
            await asyncio.Event().wait()
        return how

    def reply_to(self, recipient: str) -> str | None:
        """Give the scripted answer for one recipient."""
        return self._refused.get(recipient)

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count a conversation in, and out again."""
        self._talking += 1
        self.most_at_once = max(self.most_at_once, self._talking)
        try:
            yield
        finally:
            self._talking -= 1

    def connected(self, conversation: "_Conversation") -> None:
        """Remember a connection that has to be closed in the end."""
        self._open.add(conversation)

    def disconnected(self, conversation: "_Conversation") -> None:
        """Forget a connection that is closed."""
        self._open.discard(conversation)

    async def hang_up(self) -> None:
        """Close every connection."""
        await asyncio.gather(*(conversation.end() for conversation in list(self._open)))


class _Conversation(SMTP):
    """One connection; aiosmtpd makes a new protocol for each."""

    def __init__(self, server: MailServer, **settings) -> None:
        super().__init__(_Hooks(server), **settings)
        self._mail_server = server

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._mail_server.connected(self)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self._mail_server.disconnected(self)

    def cut(self) -> None:
        """Close the connection without a word."""
        # Under STARTTLS the inner transport cannot be aborted while the handshake lasts.
        for transport in (self._original_transport, self.transport):
            if isinstance(transport, asyncio.Transport):
                # Some releases of Python 3.11 break here on a TLS transport that is closed already.
                with contextlib.suppress(AttributeError):
                    transport.abort()

    async def end(self) -> None:
        """Close the connection and wait until nothing of the conversation runs any more."""
        self.cut()
        if self._handler_coroutine is not None:
            self._handler_coroutine.cancel()
            await asyncio.wait([self._handler_coroutine])

    async def _handle_client(self) -> None:
        with self._mail_server.counted():
            try:
                reply = await self._mail_server.reply(Moment.GREETING, self)
                if reply is None:
                    await super()._handle_client()
                else:
                    await self.push(reply)
            finally:
                # aiosmtpd leaves it half open when the client hangs up in the middle.
                if self.transport is not None:
                    self.transport.close()


class _Hooks:
    """The places at which aiosmtpd asks what to answer; it finds them by their names."""

    def __init__(self, server: MailServer) -> None:
        self._server = server

    async def handle_EHLO(self, _smtp, session, _envelope, hostname, responses):  # noqa: N802
        session.host_name = hostname
        self._server.names.append(hostname)
        return responses

    async def handle_AUTH(self, smtp, _session, _envelope, _args):  # noqa: N802
        return await self._server.reply(Moment.LOGIN, smtp) or MISSING

    async def handle_MAIL(self, smtp, _session, envelope, address, options):  # noqa: N802
        self._server.senders.append(address)
        reply = await self._server.reply(Moment.SENDER, smtp)
        if reply is None:
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return reply or "250 OK"

    async def handle_RCPT(self, smtp, _session, envelope, address, _options):  # noqa: N802
        scripted = await self._server.reply(Moment.RECIPIENT, smtp)
        reply = scripted or self._server.reply_to(address)
        if reply is None:
            envelope.rcpt_tos.append(address)
        return reply or "250 OK"

    async def handle_DATA(self, smtp, _session, envelope):  # noqa: N802
        how = self._server._script.get(Moment.TAKEN)
        if how is None or how in set(Silence):
            letter = message_from_bytes(envelope.content, policy=policy.default)
            self._server.letters.append(letter)
            self._server.envelopes.append(Envelope(envelope.mail_from, tuple(envelope.rcpt_tos)))
        return await self._server.reply(Moment.TAKEN, smtp) or "250 OK"

    async def handle_QUIT(self, smtp, _session, _envelope):  # noqa: N802
        return await self._server.reply(Moment.GOODBYE, smtp) or "221 Bye"


@asynccontextmanager
async def mail_server(
    security: Literal["none", "starttls", "tls"] = "none",
    certificate: Certificate | None = None,
    account: Account | None = None,
    *,
    beyond_ascii: bool = False,
    size_limit: int = 1_000_000,
) -> AsyncIterator[MailServer]:
    """Serve until the block ends.

    certificate   needed for "starttls" and "tls"
    account       the only user who may send; needs "starttls", as aiosmtpd asks for
    beyond_ascii  whether addresses may hold any letter (SMTPUTF8)
    size_limit    the largest letter in bytes
    """
    server = MailServer()
    loop = asyncio.get_running_loop()
    encryption = None
    if certificate is not None:
        encryption = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        encryption.load_cert_chain(certificate.file, certificate.key)

    def checked(_smtp, _session, _envelope, _mechanism, given):
        wanted = account and (account.user.encode(), account.password.encode())
        return AuthResult(success=(given.login, given.password) == wanted, handled=False)

    def answer() -> _Conversation:
        return _Conversation(
            server,
            hostname=NAME,
            loop=loop,
            tls_context=encryption if security == "starttls" else None,
            require_starttls=security == "starttls",
            auth_required=account is not None,
            authenticator=checked if account else None,
            enable_SMTPUTF8=beyond_ascii,
            data_size_limit=size_limit,
        )

    # aiosmtpd's own Controller cannot be asked for a free port: it connects to port 0.
    listening = await loop.create_server(
        answer, HOST, 0, ssl=encryption if security == "tls" else None
    )
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
        await server.hang_up()
        await listening.wait_closed()
