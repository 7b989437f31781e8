"""How the documentation is built: with nothing from the network, neither here nor in the pages."""

from importlib.metadata import version as installed_version

project = "zhanaozen_archive"
author = "The zhanaozen_archive maintainers"
copyright = "2026, The zhanaozen_archive maintainers"
release = version = installed_version("zhanaozen-archive")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
suppress_warnings = ["myst.header"]

nitpicky = True
nitpick_ignore_regex = [
    # The standard library and other packages: their pages are not read at build time.
    (r"py:.*", r"(collections|pathlib|datetime|decimal|fractions|types|typing|enum|os|importlib)\..*"),
    (r"py:.*", r"(attrs?|cattrs)\..*"),
]
python_use_unqualified_type_names = True

autodoc_class_signature = "mixed"
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
myst_enable_extensions = ["colon_fence", "deflist"]

html_theme = "furo"
html_title = "zhanaozen_archive"
