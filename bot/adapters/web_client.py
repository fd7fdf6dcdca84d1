"""Asks the running bot to do a command, so that the command line works while the bot does."""

from typing import Any

import aiohttp

PATIENCE_SECONDS = 60.0
"""An import of thousands of pupils takes a few."""

DONE, REFUSED = 200, 409


class NoAnswerError(Exception):
    """The running bot did not do it; the text says why and what to do."""


async def ask_running_bot(
    address: str, token: str, command: str, arguments: object
) -> dict[str, Any]:
    """Do a console command in the bot that runs on this machine, and give its answer.

    `address` is where its pages are. `arguments` must be plain JSON values. Raises `NoAnswerError`.
    """
    body = {"command": command, "arguments": arguments}
    headers = {"Authorization": f"Bearer {token}"}
    patience = aiohttp.ClientTimeout(total=PATIENCE_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=patience) as session,
            session.post(f"{address}/console", json=body, headers=headers) as response,
        ):
            if response.status not in {DONE, REFUSED}:
                raise NoAnswerError(
                    f"The running bot at {address} answered {response.status}. "
                    "Does it run with this configuration?"
                )
            answer: dict[str, Any] = await response.json()
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise NoAnswerError(
            f"Another process uses the data folder, and no bot answers at {address} "
            f"({type(error).__name__}). Stop that process, or check [local] host and port."
        ) from error
    if response.status == REFUSED:
        raise NoAnswerError(answer["error"])
    return answer
