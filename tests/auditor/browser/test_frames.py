"""Scripts in all documents of a page: those of frames too, without waiting for frames that are not loaded."""

from __future__ import annotations

import pytest

from auditor.browser.frames import in_documents
from tests.auditor.pages import Pages

FAR = "margin-top:20000px"


async def test_every_document_answers(pages: Pages) -> None:
    frames = "<iframe srcdoc='<title>First</title>'></iframe><iframe srcdoc='<title>Second</title>'></iframe>"
    async with pages.tab(frames) as tab:
        assert sorted(await in_documents(tab.page, "document.title")) == ["First", "Second", "Shop"]


@pytest.mark.parametrize("style", [FAR, "display:none"])
async def test_a_frame_that_is_loaded_when_it_comes_into_sight_is_not_waited_for(pages: Pages, style: str) -> None:
    body = f"<iframe loading=lazy style='{style}' src='https://map.example/'></iframe>"
    async with pages.tab(body) as tab:
        assert [frame.url for frame in tab.page.frames][1:] == [""]
        assert await in_documents(tab.page, "document.title") == ["Shop"]


async def test_a_script_that_breaks_in_one_document_is_left_out(pages: Pages) -> None:
    async with pages.tab("<iframe srcdoc='<p id=here>Here</p>'></iframe>") as tab:
        assert await in_documents(tab.page, "document.getElementById('here').textContent") == ["Here"]
