"""A plain HTTP client in the place of a bot: it says what it is told, and hides no answer."""

from typing import Any

import aiohttp

from tests.emulators.telegram import TelegramEmulator


class Wire:
    """A bot without any mind of its own."""

    def __init__(self, session: aiohttp.ClientSession, telegram: TelegramEmulator) -> None:
        self._session = session
        self._base = f"{telegram.bot_url}{telegram.token}"

    async def asks(self, method: str, **params: Any) -> dict[str, Any]:
        async with self._session.post(f"{self._base}/{method}", json=params) as response:
            answer: dict[str, Any] = await response.json()
        assert answer["ok"] is (response.status == 200)
        return answer

    async def gets(self, method: str, **params: Any) -> Any:
        answer = await self.asks(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> tuple[int, str]:
        answer = await self.asks(method, **params)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        updates: list[dict[str, Any]] = await self.gets("getUpdates", **params)
        return updates

    async def kinds(self, **params: Any) -> list[str]:
        return [(update.keys() - {"update_id"}).pop() for update in await self.updates(**params)]
