"""Documents of every shape come back as they were, and TinyDB can read them."""

import asyncio
import dataclasses
import importlib
import pkgutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tinydb import where

import bot.domain
from bot.adapters.sealing import MasterKey
from bot.adapters.tinydb_storage import Shape
from bot.ports import StoreError
from tests.adapters.documents import (
    MASTER_KEY,
    Everything,
    Note,
    Row,
    Secret,
    contents,
    everything,
    keep,
    open_store,
)


def documents_of_the_bot() -> list[type]:
    """Find every dataclass with a key in `bot.domain` and `bot.ports`."""
    places = [f"bot.domain.{module.name}" for module in pkgutil.iter_modules(bot.domain.__path__)]
    found = [
        kind
        for place in ("bot.ports", *places)
        for kind in vars(importlib.import_module(place)).values()
        if dataclasses.is_dataclass(kind) and kind.__module__ == place
    ]
    return [kind for kind in found if isinstance(kind, type) and "key" in dir(kind)]


UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make an example smaller would take minutes here, because each step is synced."""


@pytest.fixture
async def store(tmp_path):
    store = open_store(tmp_path / "data")
    yield store
    await store.close()


class TestDocuments:
    @pytest.mark.parametrize("kind", [Everything, Secret, *documents_of_the_bot()])
    @given(st.data())
    @settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
    def test_every_shape_comes_back_from_its_tinydb_image_as_it_was(self, kind, data):
        document = data.draw(st.from_type(kind))
        shape = Shape(type(document))
        seal = MasterKey(MASTER_KEY).seal_for("test")

        draft, settled = shape.draft(document)

        assert settled == document
        assert shape.document(shape.image(draft, seal, "place"), seal, "place") == document

    @given(st.lists(everything, min_size=1, max_size=3, unique_by=lambda d: d.key))
    @settings(
        max_examples=20,
        deadline=None,
        phases=UNSHRUNK,
        suppress_health_check=[HealthCheck.too_slow],
    )
    def test_every_shape_comes_back_after_a_restart(self, documents):
        async def write_and_read(folder: Path) -> dict[Any, Any]:
            store = open_store(folder)
            await keep(store, *documents)
            await store.close()
            again = open_store(folder)
            found = contents(again)
            await again.close()
            return found

        with tempfile.TemporaryDirectory() as folder:
            found = asyncio.run(write_and_read(Path(folder)))

        assert found == {(Everything, d.key): d for d in documents}

    async def test_tinydb_opens_the_file_and_finds_proper_documents(self, tmp_path):
        store = open_store(tmp_path)
        rows = {"p1": Row("Ada"), "p2": Row("Ben", tags=("x",))}
        await keep(store, Everything("e", number=7, rows_by_key=rows, words_by_key={"w": ("a",)}))
        await store.close()
        store = open_store(tmp_path)

        with store.look_into(Everything, "e") as database:
            assert database.tables() == {"head", "rows_by_key", "words_by_key", "texts"}
            assert [row["number"] for row in database.table("head")] == [7]
            found = database.table("rows_by_key").search(where("name") == "Ben")
            assert [(row["_key"], row["tags"], row.doc_id) for row in found] == [("p2", ["x"], 2)]
            assert database.table("words_by_key").all() == [{"_key": "w", "value": ["a"]}]
        await store.close()

    async def test_a_document_that_could_not_be_read_back_is_refused_before_anything_is_kept(
        self, store
    ):
        wrong = Everything("e", number="seven")  # type: ignore[arg-type]
        unit = store.begin()
        unit.put(Note("fine"))
        unit.put(wrong)

        with pytest.raises(StoreError, match=r"Everything could not be read back .*\$\.number"):
            store.commit(unit)
        with pytest.raises(StoreError, match="Note could not be read back"):
            await keep(store, Note("half a sign", "\ud800"))

        assert contents(store) == {}
        await keep(store, Note("next"))

    async def test_a_class_or_a_key_the_store_does_not_know_is_a_mistake_of_the_program(
        self, store
    ):
        @dataclasses.dataclass
        class Stranger:
            key: str = "s"

        with pytest.raises(TypeError, match="Stranger is not among"):
            store.begin().put(Stranger())
        with pytest.raises(TypeError, match="Stranger is not among"):
            store.begin().get(Stranger, "s")
        with pytest.raises(ValueError, match="too long"):
            store.begin().put(Note("x" * 300))
