"""Keeps a bot running: as a service until it is told to stop, or at this terminal."""

import asyncio
import logging
import signal

from bot.adapters.local_terminal import converse
from bot.app import CannotStartError, assemble
from bot.config import Settings

log = logging.getLogger(__name__)


async def run(settings: Settings) -> int:
    """Run the bot until it is told to stop."""
    bot = await assemble(settings)
    try:
        await bot.start()
        for warning in settings.warnings:
            log.warning(warning)
        print(f"Groepsmaat is ready on {bot.web.address}", flush=True)
        if settings.example:
            print("This is the example school: nobody in it exists. Stop with Ctrl+C.", flush=True)
        await _told_to_stop()
    finally:
        await bot.stop()
    return 0


async def chat(settings: Settings) -> int:
    """Talk with the example school in this terminal."""
    bot = await assemble(settings)
    if bot.chat is None:
        await bot.store.close()
        raise CannotStartError(
            "The local chat is off in this configuration. Set [local] chat = true, or leave out "
            "--config to talk with the example school."
        )
    await bot.engine.start()
    bot.scheduler.start(bot.engine.wake)
    try:
        language = settings.school.language
        await converse(bot.chat, lambda text: bot.texts.say(language, text))
    finally:
        bot.scheduler.stop()
        await bot.engine.stop()
        await bot.store.close()
    return 0


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:
            # Windows: Ctrl+C arrives as KeyboardInterrupt instead, which ends the loop.
            log.debug("This system has no signal handlers.")
    await stop.wait()
