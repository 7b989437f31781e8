"""What the documentation must hold."""

import re
from pathlib import Path

import zhanaozen_archive as za
from zhanaozen_archive import errors

API = (Path(__file__).resolve().parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
DIRECTIVE = re.compile(
    r"^\.\. (?:auto(?:class|exception|function)|py:data):: (\w+(?:\n {13}\w+)*)(?:\n   :type: Property\[(\w+)\])?",
    re.MULTILINE,
)


def documented():
    """Give each name on the page of the API, with the type of its values where it is a key."""
    return [(name, type_) for names, type_ in DIRECTIVE.findall(API) for name in names.split()]


def test_every_public_name_is_documented_once():
    public = [name for name in za.__all__ if name != "__version__"]
    raised = [name for name, thing in vars(errors).items() if name[0] != "_" and is_own(thing)]

    assert sorted([*public, *raised]) == sorted(name for name, _ in documented())


def test_every_key_is_documented_with_the_type_of_its_values():
    keys = {name: key.type_.__name__ for name, key in vars(za).items() if isinstance(key, za.Property)}

    assert keys == {name: type_ for name, type_ in documented() if type_}


def is_own(thing):
    """Tell the classes of the module of errors from what it imports."""
    return isinstance(thing, type) and thing.__module__ == errors.__name__
