"""How the documentation is built: with nothing from the network, neither here nor in the pages."""

from importlib.metadata import version as installed_version
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.ext.napoleon import Config, GoogleDocstring

from zhanaozen_archive._command.app import application

project = "zhanaozen_archive"
author = "The zhanaozen_archive maintainers"
copyright = "2026, The zhanaozen_archive maintainers"
release = version = installed_version("zhanaozen-archive")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_copybutton", "zhanaozen_archive.sphinx"]
zhanaozen_record = "record"
zhanaozen_record_styles = ["chicago-author-date", "apa", "modern-language-association", "harvard-cite-them-right"]

exclude_patterns = ["_build"]

nitpicky = True
nitpick_ignore_regex = [
    # Their pages are not read at build time.
    (r"py:.*", r"(attrs?|builtins|collections|datetime|enum|os|pathlib|types|typing)\..*"),
    # What only the library itself makes.
    (r"py:class", r"zhanaozen_archive\._conflicts\.bundles\.Bundle"),
    # Type variables; the keywords of a search and the choices of a field, which stand where they are used.
    (r"py:.*", r"zhanaozen_archive\._.*\.([A-Z]|Which)"),
    # What citations are written from; the types of python-docx.
    (r"py:class", r"zhanaozen_archive\._citing\.(rich|writers\.shape)\.\w+|Paragraph|WordDocument"),
    (r"py:class", r"AgentKind|AnyClaim|Code|Comparison|Grade|Modality|Polarity|Rule|Stance|Status|T|Unit|Verb|date"),
]

autodoc_class_signature = "mixed"
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
myst_heading_anchors = 2
myst_enable_extensions = ["colon_fence", "deflist"]

man_pages = [("command", "zhanaozen", "who says what about the Zhanaozen massacre, and who disagrees", [author], 1)]

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_favicon = "static/favicon.svg"
html_title = "Zhanaozen archive"


def read_google_style(_app: Sphinx, _what: str, name: str, obj: object, options: Any, lines: list[str]) -> None:
    """Read a docstring by its sections, a property's too.

    The napoleon extension takes what stands before the first colon of a property's docstring for its type.
    """
    lines[:] = GoogleDocstring(lines, Config(), None, "method", name, obj, options).lines()


def write_command(app: Sphinx) -> None:
    """Write the page of the command from its own help, unless it is there as it should be."""
    page = Path(app.srcdir) / "command.rst"
    text = application().generate_docs(output_format="rst")
    if not page.is_file() or page.read_text("utf-8") != text:
        page.write_text(text, "utf-8")


def setup(app: Sphinx) -> None:
    """Take part in the build."""
    app.connect("builder-inited", write_command)
    app.connect("autodoc-process-docstring", read_google_style)
