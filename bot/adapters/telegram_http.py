"""HTTP for python-telegram-bot over aiohttp: the same promises as its own, at less cost.

python-telegram-bot brings httpx, in which most of the cost of a call is spent. This module holds
only the transport; what an answer means stays with the library.
"""

import io
import json
from collections.abc import AsyncGenerator
from http import HTTPStatus
from typing import IO, Any

import aiohttp
import msgspec
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

JSON_TYPE = {"Content-Type": "application/json"}

FILE_PART = 64 * 1024
"""Bytes of a file that are read at once at most."""


class AiohttpRequest(BaseRequest):
    """A `telegram.request.BaseRequest` that keeps its connections open and never tries twice.

    Proxies and passwords of the environment are not used, redirects are not followed. What goes
    wrong is told as by the library's `HTTPXRequest`: `TimedOut` when a limit of time has passed
    (the call may have been carried out), `NetworkError` for any other trouble on the way. Neither
    names the URL, because it holds the token.
    """

    __slots__ = (
        "_connect_timeout",
        "_connections",
        "_media_write_timeout",
        "_pool_timeout",
        "_read_timeout",
        "_session",
        "_write_timeout",
    )

    def __init__(
        self,
        connection_pool_size: int = 256,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
    ) -> None:
        """Take the limits, in seconds (None: no limit); nothing is opened yet.

        read_timeout         the longest silence of the server
        write_timeout        how long sending a call may take
        connect_timeout      how long a new connection may take
        pool_timeout         how long to wait for one of the `connection_pool_size` connections
        media_write_timeout  the write timeout of a call that carries files
        """
        self._connections = connection_pool_size
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return the longest silence of the server in seconds, where a call names no other."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Make the pool of connections; it belongs to the running event loop."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trust_env=False,
            )

    async def shutdown(self) -> None:
        """Close every connection; `initialize` opens the pool again."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one HTTP request and return the status and the body of the answer.

        Raises `TimedOut` and `NetworkError`, and `RuntimeError` before `initialize`.
        """
        if self._session is None:
            raise RuntimeError("This AiohttpRequest is not initialized: call initialize() first.")
        carries_files = request_data is not None and request_data.contains_files
        timeout = _timeout(
            read=_chosen(read_timeout, self._read_timeout),
            write=_chosen(
                write_timeout,
                self._media_write_timeout if carries_files else self._write_timeout,
            ),
            connect=_chosen(connect_timeout, self._connect_timeout),
            pool=_chosen(pool_timeout, self._pool_timeout),
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        # `from None`: the texts of aiohttp name the URL, and with it the token.
        except aiohttp.ConnectionTimeoutError:
            raise TimedOut("No connection in time. The request was *not* sent.") from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientOSError as error:
            raise NetworkError(f"{type(error).__name__}: {error.strerror}") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    async def parts_of(self, url: str, whole_seconds: float) -> AsyncGenerator[bytes, None]:
        """Fetch a file, part by part, as long as the reader wants more.

        whole_seconds  how long all of it may take

        Raises `TimedOut` and `NetworkError` as above, and `BadRequest` where there is no file.
        """
        if self._session is None:
            raise RuntimeError("This AiohttpRequest is not initialized: call initialize() first.")
        timeout = aiohttp.ClientTimeout(
            total=whole_seconds, sock_connect=self._connect_timeout, sock_read=self._read_timeout
        )
        try:
            async with self._session.get(url, timeout=timeout, allow_redirects=False) as response:
                if response.status in {HTTPStatus.NOT_FOUND, HTTPStatus.BAD_REQUEST}:
                    raise BadRequest("file not found")
                if response.status != HTTPStatus.OK:
                    raise NetworkError(f"The file came with status {response.status}.")
                async for part in response.content.iter_chunked(FILE_PART):
                    yield part
        # `from None`: the texts of aiohttp name the URL, and with it the token.
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer of the Bot API.

        Raises `TelegramError` when it is none; its text stays out of the error and out of the
        log, because answers hold what people wrote.
        """
        try:
            answer = _decoded(payload)
        # UnicodeDecodeError is a ValueError, like everything msgspec raises.
        except ValueError:
            raise TelegramError("The server's answer is not JSON.") from None
        if not isinstance(answer, dict) or (
            "result" not in answer and answer.get("ok") is not False
        ):
            raise TelegramError("The server's answer is none of the Bot API.")
        return answer


def _decoded(payload: bytes) -> Any:  # noqa: ANN401 - whatever the server sent
    try:
        return msgspec.json.decode(payload)
    except ValueError:
        # Half of a character (a lone surrogate) is JSON all the same, and must not stop the batch
        # it stands in; the standard library reads it, and here it becomes a question mark.
        found = json.loads(payload)
        whole = json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")
        return msgspec.json.decode(whole)


def _chosen(asked: object, default: float | None) -> float | None:
    """Return what a call asks for: seconds, or None for no limit; DEFAULT_NONE asks nothing."""
    return asked if asked is None or isinstance(asked, int | float) else default


def _timeout(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    """Say the library's four limits in aiohttp's words.

    aiohttp counts waiting for the pool and connecting together, and has no limit for writing
    alone; there the limit for the whole request stands in.
    """
    return aiohttp.ClientTimeout(
        total=_sum(pool, connect, write, read),
        connect=_sum(pool, connect),
        sock_connect=connect,
        sock_read=read,
    )


def _sum(*limits: float | None) -> float | None:
    return None if None in limits else sum(limit for limit in limits if limit is not None)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """Return the parameters as JSON, or as a form when files go along."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return msgspec.json.encode(data.parameters), JSON_TYPE
    # Telegram reads the names of files as plain UTF-8.
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (filename, content, kind) in data.multipart_data.items():
        # As a stream, so that a large file is not written to the socket at one go.
        whole = io.BytesIO(_whole(content))
        form.add_field(name, whole, filename=filename, content_type=kind)
    return form, {}


def _whole(content: bytes | IO[bytes]) -> bytes:
    """Read a file that came as a handle from its start, so that a second try sends it again."""
    if isinstance(content, bytes):
        return content
    content.seek(0)
    return content.read()
