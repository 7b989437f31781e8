"""Positions of cites, against their definition word for word."""

from hypothesis import given
from hypothesis import strategies as st

from tests.small_styles import item
from zhanaozen_archive._citing._document.positions import Place, places
from zhanaozen_archive._citing._document.requests import Cluster, Request

ITEMS = {key: item(key) for key in "abc"}
REQUESTS = st.builds(
    Request,
    st.sampled_from(list(ITEMS.values())),
    locator=st.sampled_from(["", "1", "2"]),
    label=st.sampled_from(["page", "chapter"]),
)
CLUSTERS = st.lists(
    st.builds(Cluster, st.lists(REQUESTS, max_size=3).map(tuple), st.none() | st.integers(1, 4)), max_size=8
)


@given(clusters=CLUSTERS, near=st.integers(0, 3))
def test_positions_are_as_defined(clusters: list[Cluster], near: int) -> None:
    found = places(clusters, near)
    for c, cluster in enumerate(clusters):
        row = [other for other in clusters[:c] if (other.note is None) == (cluster.note is None)]
        for n in range(len(cluster.requests)):
            assert found[c][n] == defined(row, cluster, n, near)


def defined(row: list[Cluster], cluster: Cluster, n: int, near: int) -> Place:
    """The place of a cite: `row` are the clusters before its own, notes or running text like it."""
    cite, before = cluster.requests[n], cluster.requests[:n]
    notes = [other.note for other in row for one in other.requests if one.entry is cite.entry]
    notes += [cluster.note for one in before if one.entry is cite.entry]
    if not notes:
        return Place()
    is_near = cluster.note is not None and cluster.note - notes[-1] <= near
    follows = list(before) or alone(row, cluster)
    position = "subsequent"
    if follows and follows[-1].entry is cite.entry:
        then, now = (one.locator and (one.locator, one.label) for one in (follows[-1], cite))
        position = "ibid" if then == now else "ibid-with-locator" if now else "subsequent"
    return Place(position, is_near, notes[0])


def alone(row: list[Cluster], cluster: Cluster) -> list[Request]:
    """What the cluster before cites, if it is one item only, and in a note before has that note to itself."""
    if not row or len({one.entry.id for one in row[-1].requests}) != 1:
        return []
    if cluster.note is not None and row[-1].note != cluster.note:
        same_note = [other for other in row if other.note == row[-1].note]
        if len(same_note) > 1 or cluster.note > row[-1].note + 1:
            return []
    return list(row[-1].requests)
