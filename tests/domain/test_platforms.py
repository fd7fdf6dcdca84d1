"""A platform is recognised from an address, and nothing is taken for one that it is not (11.4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.platforms import (
    FastLane,
    Help,
    MayReport,
    Platform,
    Platforms,
    Site,
    addresses_in,
    host_of,
)

CHECKED = date(2026, 11, 24)


def platform(site, *hosts, checked=CHECKED):
    return Platform(
        site, "https://form.example", MayReport.ANYBODY, told=False, hosts=hosts, checked=checked
    )


PLATFORMS = Platforms(
    {
        Site.SNAPCHAT: platform(Site.SNAPCHAT, "snapchat.com"),
        Site.TIKTOK: platform(Site.TIKTOK, "tiktok.com"),
        Site.X: platform(Site.X, "x.com", "t.co"),
        Site.YOUTUBE: platform(Site.YOUTUBE, "youtube.com", "youtu.be"),
        Site.OTHER: platform(Site.OTHER),
    },
    (FastLane(Help.HELPWANTED, "https://www.helpwanted.nl", CHECKED),),
)


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.snapchat.com/add/iemand", Site.SNAPCHAT),
        ("http://SNAPCHAT.com/spotlight/1", Site.SNAPCHAT),
        ("https://vm.tiktok.com/ZMabc/", Site.TIKTOK),
        ("https://m.youtube.com/watch?v=1", Site.YOUTUBE),
        ("https://youtu.be/1?t=3", Site.YOUTUBE),
        ("youtube.com:443/watch", Site.YOUTUBE),
        ("https://x.com./iemand/status/1", Site.X),
        ("https://t.co/abc", Site.X),
        ("https://netflix.com/kijk", Site.OTHER),
        ("https://tiktok.com.other.example/x", Site.OTHER),
        ("https://nottiktok.com/x", Site.OTHER),
        ("https://tiktok.com@other.example/x", Site.OTHER),
        ("https://other.example\\@tiktok.com/x", Site.OTHER),
        ("https://other.example/https://tiktok.com/x", Site.OTHER),
        ("https://other.example?tiktok.com", Site.OTHER),
        ("@een_naam", Site.OTHER),
        ("", Site.OTHER),
    ],
)
def test_a_platform_is_recognised_by_the_host_alone(address, site):
    assert PLATFORMS.site_of(address) is site


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "https://a.example/1 en https://b.example/2.",
            ("https://a.example/1", "https://b.example/2"),
        ),
        ("kijk (https://a.example/1), echt", ("https://a.example/1",)),
        ("https://a.example/1 https://a.example/1", ("https://a.example/1",)),
        ("t.me/kanaal", ("t.me/kanaal",)),
        ("vm.tiktok.com/ZM1/\nwww.snapchat.com", ("vm.tiktok.com/ZM1/", "www.snapchat.com")),
        (
            "https://a.example/x?u=https://b.example/y",
            ("https://a.example/x?u=https://b.example/y",),
        ),
        ("het account @lelijk.eendje op Insta", ()),
        ("mail naar klacht@school.example", ()),
        ("mail naar klacht@school.example/bureau", ()),
        ("gisteren.Toen kwam hij", ()),
        ("om 12.30 uur", ()),
        ("https:// en verder niets", ()),
        ("", ()),
    ],
)
def test_links_are_found_in_what_somebody_pastes(words, found):
    assert addresses_in(words) == found


@given(st.text(max_size=200))
def test_whatever_is_typed_links_are_pieces_of_it_with_a_host(words):
    for address in addresses_in(words):
        assert address in words
        assert "." in host_of(address)


@given(st.text(max_size=80))
def test_any_words_belong_to_one_place(words):
    assert PLATFORMS.site_of(words) in Site


def test_a_check_of_more_than_thirteen_months_ago_is_told():
    assert PLATFORMS.to_check_again(date(2027, 12, 24)) == ()
    assert PLATFORMS.to_check_again(date(2027, 12, 25)) == (
        "snapchat",
        "tiktok",
        "x",
        "youtube",
        "other",
        "helpwanted",
    )


def test_a_check_that_is_still_to_come_is_told_too():
    assert PLATFORMS.to_check_again(CHECKED - timedelta(days=1)) == ()
    assert "snapchat" in PLATFORMS.to_check_again(CHECKED - timedelta(days=2))


def test_only_what_is_old_is_told():
    old = platform(Site.DISCORD, "discord.com", checked=CHECKED - timedelta(days=30))

    assert Platforms({Site.DISCORD: old, **PLATFORMS.known}).to_check_again(date(2027, 12, 24)) == (
        "discord",
    )
