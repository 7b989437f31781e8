"""A Sphinx extension: cite sources and claims, show claims, conflicts and pictures, and write the pages of an archive.

Put `zhanaozen_archive.sphinx` among the `extensions` of a `conf.py`. These settings are read there:

- `zhanaozen_archive`: folder of the archive, from the folder of the pages; None, which is usual, for the shipped one.
- `zhanaozen_style`: the CSL style that the role `za:cite` writes in.
- `zhanaozen_record`: folder among the pages to write a page for each event and each source of the archive into; None
  writes none. The folder is emptied of other pages: leave it out of version control.
- `zhanaozen_record_styles`: the CSL styles that each source is cited in on its page.

The roles `za:source`, `za:event` and `za:claim` link to these pages, from other projects through intersphinx, too;
`za:cite` cites a source or a claim in the text. The directives `za:toll`, `za:timeline`, `za:attribution`,
`za:claims` and `za:conflicts` show what the archive holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhanaozen_archive import __version__
from zhanaozen_archive._citing import DEFAULT_STYLE
from zhanaozen_archive.sphinx._domain import ArchiveDomain
from zhanaozen_archive.sphinx._nodes import PicturesInWords, add_picture
from zhanaozen_archive.sphinx._record import write_record

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["setup"]

_STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> dict[str, Any]:
    """Take part in a build."""
    app.add_config_value("zhanaozen_archive", None, "env", [str, type(None)])
    app.add_config_value("zhanaozen_style", DEFAULT_STYLE, "env", [str])
    app.add_config_value("zhanaozen_record", None, "env", [str, type(None)])
    app.add_config_value("zhanaozen_record_styles", [DEFAULT_STYLE], "env", [list, tuple])
    app.add_domain(ArchiveDomain)
    add_picture(app)
    app.add_post_transform(PicturesInWords)
    app.add_css_file("zhanaozen.css")
    app.add_js_file("zhanaozen.js", loading_method="defer")
    app.connect("config-inited", _add_static)
    app.connect("builder-inited", write_record)
    return {"version": __version__, "env_version": 1, "parallel_read_safe": True, "parallel_write_safe": True}


def _add_static(_app: Sphinx, config: Any) -> None:
    config.html_static_path.append(str(_STATIC))
