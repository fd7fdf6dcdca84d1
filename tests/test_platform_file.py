"""The file of the platforms: what ships is whole and fresh, and every mistake in it is told."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.platforms import Help, MayReport, Platforms, Site
from bot.platform_file import PlatformsError, about_checks, read_platforms

SHIPPED = Path(__file__).resolve().parent.parent / "content" / "platforms.toml"


@pytest.fixture(scope="module")
def platforms():
    return read_platforms(SHIPPED)


def mistakes(tmp_path, old, new, *, everywhere=False):
    """Read the shipped file with a change in it, and give what is said of it."""
    words = SHIPPED.read_text(encoding="utf-8")
    assert old in words
    file = tmp_path / "platforms.toml"
    file.write_text(words.replace(old, new, -1 if everywhere else 1), encoding="utf-8")
    with pytest.raises(PlatformsError) as refused:
        read_platforms(file)
    return str(refused.value).splitlines()


def test_every_platform_is_there(platforms):
    assert set(platforms.known) == set(Site)
    assert [lane.name for lane in platforms.fast_lanes] == list(Help)


def test_no_check_was_longer_than_thirteen_months_ago_when_this_was_made(platforms):
    newest = max(p.checked for p in platforms.known.values())

    assert platforms.to_check_again(newest) == ()


def test_a_check_that_is_too_old_is_reported_by_name(platforms):
    oldest = min(p.checked for p in platforms.known.values())

    told = about_checks(platforms, oldest.replace(year=oldest.year + 2))

    assert any("snapchat was not checked in the last 13 months." in line for line in told)
    assert not any("was not checked" in line for line in about_checks(platforms, oldest))


def test_addresses_that_nobody_has_opened_are_told_until_the_day_is_written_down(platforms):
    day = max(p.checked for p in platforms.known.values())
    opened = Platforms(
        {site: replace(p, opened=day) for site, p in platforms.known.items()},
        tuple(replace(lane, opened=day) for lane in platforms.fast_lanes),
    )

    [told] = about_checks(platforms, day)

    assert "nobody has opened the addresses of snapchat, tiktok" in told
    assert about_checks(opened, day) == ()


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.instagram.com/p/abc/", Site.INSTAGRAM),
        ("https://story.snapchat.com/p/1", Site.SNAPCHAT),
        ("https://www.tiktok.com/@iemand/video/1", Site.TIKTOK),
        ("https://vt.tiktok.com/ZS1/", Site.TIKTOK),
        ("https://chat.whatsapp.com/abc", Site.WHATSAPP),
        ("https://wa.me/31600000000", Site.WHATSAPP),
        ("https://mobile.twitter.com/iemand/status/1", Site.X),
        ("https://cdn.discordapp.com/attachments/1/2/a.png", Site.DISCORD),
        ("https://discord.gg/abc", Site.DISCORD),
        ("https://t.me/+abc", Site.TELEGRAM),
        ("https://signal.group/#abc", Site.SIGNAL),
        ("https://music.youtube.com/watch?v=1", Site.YOUTUBE),
        ("https://m.facebook.com/groups/1", Site.FACEBOOK),
        ("https://fb.watch/abc/", Site.FACEBOOK),
        ("https://www.roblox.com/users/1/profile", Site.GAME),
        ("https://forum.example/topic/1", Site.OTHER),
    ],
)
def test_short_and_mobile_addresses_are_recognised(platforms, address, site):
    assert platforms.site_of(address) is site


def test_only_who_is_shown_may_complain_to_youtube_and_the_uploader_hears_of_it(platforms):
    youtube = platforms.known[Site.YOUTUBE]

    assert youtube.may_report is MayReport.SHOWN
    assert youtube.told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[platform.tiktok]", "[platform.tiktak]", "platform.tiktok: this section is missing."),
        ("[platform.tiktok]", "[platform.tiktak]", "platform.tiktak: nothing in the bot has"),
        ("[fast_lane.helpwanted]", "[extra]", "extra: there is no such section"),
        ("[fast_lane.helpwanted]", "[extra]", "fast_lane.helpwanted: this section is missing."),
        ('"anybody"\n', '"everybody"\n', "platform.snapchat: may_report must be"),
        ("told = false", 'told = "no"', "platform.snapchat: told must be true or false."),
        ("told = false", "tells = false", "platform.snapchat: the word tells means nothing here."),
        ("checked = 2026-11-24", 'checked = "2026"', "platform.snapchat: the day of the last"),
        ("checked = 2026-11-24", "checked = 2026-11-24T10:00:00", "platform.snapchat: the day of"),
        ('"https://help.snap', '"http://help.snap', "platform.snapchat: form must be an address"),
        ('source = "https://values', 'source = "values', "platform.snapchat: source must be"),
        ('"snapchat.com"', '"https://snapchat.com"', "is no name of a host"),
        ('"snapchat.com"', '"tiktok.com"', "tiktok.com belongs to platform.snapchat already."),
        ('["snapchat.com", "snap.com"]', '"snap"', "platform.snapchat: hosts must be a list"),
        ("[fast_lane.take-it-down]\n", "[fast_lane.take-it-down]\nphone = 1\n", "the word phone"),
        ('"https://takeitdown', '"takeitdown', "fast_lane.take-it-down: address must be"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path, old, new, told):
    assert any(told in sentence for sentence in mistakes(tmp_path, old, new))


def test_all_mistakes_are_told_at_once(tmp_path):
    told = mistakes(tmp_path, "checked = 2026-11-24", 'checked = "gisteren"', everywhere=True)

    assert len(told) == len(Site) + len(Help)
    assert all(re.match(r"platforms\.toml, [a-z_]+\.[a-z-]+: .+\.\Z", line) for line in told)


@pytest.mark.parametrize(
    ("words", "told"),
    [(b"checked = ", "is not valid TOML"), (b"\xff", "can't be read")],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path, words, told):
    file = tmp_path / "platforms.toml"
    file.write_bytes(words)

    with pytest.raises(PlatformsError, match=told):
        read_platforms(file)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PlatformsError, match=r"platforms\.toml can't be read"):
        read_platforms(tmp_path / "platforms.toml")
