"""Rich text: the tree between the engine and the writers."""

from zhanaozen_archive._citing.rich import Block, Link, Span, Text, plain


def test_the_characters_of_a_tree_are_those_of_its_texts_in_order():
    link = Link("https://example.org/", (Text("ex"), Span("bold", (Text("am"),)), Text("ple")))
    rich = (
        Block("left-margin", (Text("[1]"),)),
        Block("right-inline", (Span("italic", (Text("A "), link)), Text("."))),
    )

    assert plain(rich) == "[1]A example."
    assert plain(()) == ""
