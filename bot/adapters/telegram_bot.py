"""The line to Telegram: python-telegram-bot's `ExtBot` over our HTTP, at our pace.

Only what `ExtBot` does not offer stands here: connections that open before Telegram was asked who
the bot is, updates as they came, and a message sent without an object made of the answer.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Sequence
from typing import Any
from urllib.parse import quote

from telegram import InlineKeyboardMarkup, InputFile, User
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.adapters.telegram_http import AiohttpRequest
from bot.adapters.telegram_limits import EndpointRateLimiter

BASE_URL = "https://api.telegram.org/bot"
BASE_FILE_URL = "https://api.telegram.org/file/bot"

FILE_SECONDS = 120.0
"""How long a whole file may take on its way, here or there."""


class TelegramBot(ExtBot[None]):
    """An `ExtBot` that opens without asking Telegram anything, and gives raw updates."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show no token, as the library would."""
        return f"{type(self).__name__}({self.known.username if self.known else '?'})"

    async def open(self) -> None:
        """Open the connections, unless they are open; `shutdown` closes them."""
        if not self._requests_initialized:
            await asyncio.gather(*(request.initialize() for request in self._request))
            self._requests_initialized = True

    async def shutdown(self) -> None:
        """Close the connections, also those of an `open` that was cut off half-way."""
        await asyncio.gather(*(request.shutdown() for request in self._request))
        await super().shutdown()

    @property
    def known(self) -> User | None:
        """What Telegram said of the bot (getMe), or None while it was not asked."""
        return self._bot_user

    async def raw_updates(
        self, offset: int, wait_seconds: int, kinds: Sequence[str], patience_seconds: float
    ) -> list[Any]:
        """Fetch updates as they came, of these kinds, waiting for the first one if need be.

        Method: getUpdates. The library would make objects of all updates or, when one of them is
        broken, of none. Raises `TelegramError`.
        """
        result = await self._post(
            "getUpdates",
            {"offset": offset, "timeout": wait_seconds, "allowed_updates": list(kinds)},
            read_timeout=wait_seconds + patience_seconds,
        )
        if not isinstance(result, list):
            raise TelegramError("The answer to getUpdates is no list.")
        return result

    async def send_text(self, chat: int, text: str, buttons: InlineKeyboardMarkup | None) -> int:
        """Send plain text without previews of its links; give the id of the message.

        Method: sendMessage. The library's own `send_message` takes twice the time, nearly all of
        it for an object of the answer, of which only the id is wanted. Raises `TelegramError`.
        """
        result = await self._post(
            "sendMessage",
            {
                "chat_id": chat,
                "text": text,
                "reply_markup": buttons,
                "link_preview_options": {"is_disabled": True},
            },
        )
        return int(result["message_id"])

    async def file_parts(
        self, file: str, seconds: float = FILE_SECONDS
    ) -> AsyncGenerator[bytes, None]:
        """Fetch a file that somebody sent, part by part; `file` is its file_id.

        Method: getFile. The library would load the whole file, however large it turns out to be,
        or write it to the disk in clear. Raises `TelegramError`.
        """
        result = await self._post("getFile", {"file_id": file})
        path = result.get("file_path")
        if not isinstance(path, str):
            raise BadRequest("file not found")
        url = f"{self.base_file_url}/{quote(path)}"
        request = self._request[1]
        if not isinstance(request, AiohttpRequest):
            raise TypeError("This bot was not made by make_bot.")
        async with contextlib.aclosing(request.parts_of(url, seconds)) as parts:
            async for part in parts:
                yield part

    async def send_file(self, chat: int, content: bytes, name: str, text: str) -> int:
        """Send a file, without Telegram making something else of it; give the message's id.

        Method: sendDocument. Raises `TelegramError`.
        """
        sent = await self.send_document(
            chat,
            InputFile(content, filename=name),
            caption=text or None,
            disable_content_type_detection=True,
            read_timeout=FILE_SECONDS,
            write_timeout=FILE_SECONDS,
        )
        return sent.message_id


def make_bot(
    token: str,
    base_url: str = BASE_URL,
    base_file_url: str = BASE_FILE_URL,
    limiter: EndpointRateLimiter | None = None,
    read_timeout_seconds: float = 5.0,
) -> TelegramBot:
    """Make the bot of a token; nothing is opened yet.

    base_url, base_file_url  where the Bot API answers; the token is put right behind them
    limiter                  its pace; left out: that of Telegram's limits
    read_timeout_seconds     the longest silence in answer to a call (a long poll has its own)
    """
    # Its debug lines hold every message, and URLs with the token.
    library = logging.getLogger("telegram")
    library.setLevel(max(library.level, logging.WARNING))
    return TelegramBot(
        token,
        base_url=base_url,
        base_file_url=base_file_url,
        request=AiohttpRequest(read_timeout=read_timeout_seconds),
        get_updates_request=AiohttpRequest(connection_pool_size=1),
        rate_limiter=limiter if limiter is not None else EndpointRateLimiter(),
    )
