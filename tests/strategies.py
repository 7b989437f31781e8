"""Made-up records for the property tests. Each section belongs to one part of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from random import Random
from typing import TypeVar

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from zhanaozen_archive._archive import Archive, Retired
from zhanaozen_archive._model import keys
from zhanaozen_archive._model.claims import MODALITIES, STANCES, VERBS, Claim, Scope, Step
from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Day, Period
from zhanaozen_archive._model.properties import Codebook, Definition, Disjoint, Property
from zhanaozen_archive._model.readings import Hint, Reading, Wording
from zhanaozen_archive._model.records import AGENT_KINDS, Agent, Place, Population
from zhanaozen_archive._model.sources import CSL_TYPES, Inference, Original, Source, Span
from zhanaozen_archive._model.values import UNITS, Count, Duration, Term, Text, Vocabulary

# -- days and periods --

_MARKS = st.sampled_from(["", "", "", "", "?", "~", "%"])


def days(min_year: int = -9999, max_year: int = 9999) -> SearchStrategy[Day]:
    """Days of the years from `min_year` to `max_year`."""
    first, last = Day(min_year, 1, 1).ordinal, Day(max_year, 12, 31).ordinal
    return st.integers(first, last).map(Day.from_ordinal)


@st.composite
def _veiled(draw: DrawFn, digits: str, most: int) -> str:
    """Put `X` in the place of at most so many digits, from the right or anywhere."""
    hidden = draw(st.one_of(st.just(0), st.integers(0, most)))
    places = draw(
        st.one_of(
            st.just(set(range(len(digits) - hidden, len(digits)))),
            st.sets(st.integers(len(digits) - most, len(digits) - 1), max_size=hidden),
        )
    )
    return "".join("X" if place in places else digit for place, digit in enumerate(digits))


@st.composite
def texts_around(draw: DrawFn, day: Day, *, year_veil: int = 4, marks: bool = True) -> str:
    """Dates that allow the given day, of every precision; at most `year_veil` digits of the year are open."""
    mark = _MARKS if marks else st.just("")
    year = ("-" if day.year < 0 else "") + draw(_veiled(f"{abs(day.year):04}", year_veil))
    text = draw(mark) + year + draw(mark)
    for part in (day.month, day.day)[: draw(st.integers(0, 2))]:
        text += "-" + draw(mark) + draw(_veiled(f"{part:02}", 2)) + draw(mark)
    return text


@st.composite
def date_texts(draw: DrawFn) -> str:
    """Dates of every form."""
    if draw(st.integers(0, 7)):
        return draw(days().flatmap(texts_around))
    far = draw(st.integers(10_000, 10**12))
    return f"{draw(_MARKS)}Y{draw(st.sampled_from(['', '-']))}{far}{draw(_MARKS)}"


@st.composite
def moment_texts(draw: DrawFn) -> str:
    """Days with a time of day."""
    day = draw(days())
    time = draw(st.times()).replace(microsecond=0)
    return f"{day}T{time}{draw(st.sampled_from(['', 'Z', '+06', '-04', '+05:30']))}"


@st.composite
def _pairs(draw: DrawFn, min_year: int, max_year: int, year_veil: int) -> tuple[str, str]:
    """Two dates of which the first can be before the second, or on the same day."""
    both = sorted((draw(days(min_year, max_year)), draw(days(min_year, max_year))))
    one, two = (draw(texts_around(day, year_veil=year_veil)) for day in both)
    return one, two


@st.composite
def interval_texts(draw: DrawFn, min_year: int = -9999, max_year: int = 9999, year_veil: int = 4) -> str:
    """Intervals, with one end open or unknown in some."""
    start, end = draw(_pairs(min_year, max_year, year_veil))
    edge = draw(st.sampled_from(["", ".."]))
    return draw(st.sampled_from([f"{start}/{end}", f"{start}/{end}", f"{start}/{edge}", f"{edge}/{end}"]))


@st.composite
def set_texts(draw: DrawFn, min_year: int = -9999, max_year: int = 9999, year_veil: int = 1) -> str:
    """Sets of which one or all are meant, with ranges and open sides."""
    dates = days(min_year, max_year).flatmap(lambda day: texts_around(day, year_veil=year_veil))
    ranges = _pairs(min_year, max_year, year_veil).map("..".join)
    members = draw(st.lists(st.one_of(dates, ranges), min_size=1, max_size=4))
    if ".." not in members[0]:
        members[0] = draw(st.sampled_from(["", "", ".."])) + members[0]
    if ".." not in members[-1]:
        members[-1] += draw(st.sampled_from(["", "", ".."]))
    return draw(st.sampled_from(["[{}]", "{{{}}}"])).format(",".join(members))


def period_texts() -> SearchStrategy[str]:
    """Valid EDTF texts of every form that is taken."""
    return st.one_of(date_texts(), moment_texts(), interval_texts(), set_texts())


def near_period_texts() -> SearchStrategy[str]:
    """Valid texts between two years, in which few digits of the year are open: few days to look through."""
    near = (2008, 2013, 1)
    dates = days(*near[:2]).flatmap(lambda day: texts_around(day, year_veil=near[2]))
    return st.one_of(dates, interval_texts(*near), set_texts(*near))


def periods() -> SearchStrategy[Period]:
    """Periods of every form."""
    return period_texts().map(Period.parse)


@st.composite
def broken_period_texts(draw: DrawFn) -> str:
    """Texts that are nearly EDTF, and are not."""
    day = draw(days(1, 9999))
    text = draw(texts_around(day, marks=False))
    eve = Day.from_ordinal(day.ordinal - 1) if day.ordinal > 1 else day
    spoiled = [
        f" {text}",
        f"{text}\n",
        f"{text}?~",
        f"{text}-",
        f"[{text}",
        f"{text}}}",
        f"{text}/{text}/{text}",
        f"{text}\N{EN DASH}01",
        f"{text},{text}",
        f"{day.year:04}-{day.month + 12:02}",
        f"{day.year:04}-{day.month:02}-{day.day + 31}",
        f"{day.day:02}-{day.month:02}-{day.year:04}",
        f"{day.year:04}{day.month:02}{day.day:02}",
        f"{day.year:04}-{day.month}-{day.day} ",
        f"Y{day.year:04}",
        f"{day}T24:00:00",
        f"{day}T12:00:00/{day}",
        f"{day}/{eve}" if eve < day else "/",
        f"[{day}..{eve}]" if eve < day else "[]",
    ]
    return draw(st.sampled_from(spoiled))


# -- values --

SAID = ("at least 16", "Dozens", "он АДАМ", "Straße", "a  few “men”")
"""Short texts: words, labels, notes. Few, so that searches find some."""
TEXTS = st.sampled_from(SAID)
MAYBE_TEXTS = st.none() | TEXTS


def counts(largest: int = 8) -> SearchStrategy[Count]:
    """Counts of every form, their numbers at most `largest`."""
    number = st.integers(0, largest)
    return st.one_of(
        number.map(Count.exactly),
        number.map(Count),
        number.map(lambda n: Count(high=n)),
        st.tuples(number, number).map(lambda pair: Count(*sorted(pair))),
        number.map(lambda n: Count(about=n)),
        number.map(lambda n: Count(n, word="dozens")),
    )


def durations(largest: int = 8) -> SearchStrategy[Duration]:
    """Durations in every unit, their numbers at most `largest`."""
    return st.builds(Duration, counts(largest), st.sampled_from(UNITS))


@st.composite
def vocabularies(draw: DrawFn) -> Vocabulary:
    """Vocabularies of one to four terms, exclusive or not."""
    id_ = draw(st.sampled_from(["weekday", "weapon", "charge"]))
    terms = (Term(id_, f"term-{n}", f"Term {n}") for n in range(draw(st.integers(1, 4))))
    return Vocabulary(id_, tuple(terms), draw(MAYBE_TEXTS))


def terms() -> SearchStrategy[Term]:
    """Terms of one of several vocabularies."""
    return vocabularies().flatmap(lambda vocabulary: st.sampled_from(vocabulary.terms))


COMMON_PERIODS = tuple(
    map(
        Period.parse,
        (
            "2011-12-16",
            "2011-12-17",
            "2011-12",
            "2011-12-17/2011-12-20",
            "2011-05/..",
            "../2011-11",
            "2011-12-16~",
            "2011-08/",
            "[2011-05-26,2011-06-01]",
            "2012-XX-16",
        ),
    )
)


def common_periods() -> SearchStrategy[Period]:
    """One of ten periods, of which some meet and some do not."""
    return st.sampled_from(COMMON_PERIODS)


def near_periods() -> SearchStrategy[Period]:
    """Periods of every form around 2011, many of which meet."""
    return common_periods() | near_period_texts().map(Period.parse)


def spans() -> SearchStrategy[Span]:
    """Stretches of a text of a hundred code points."""
    return st.builds(lambda start, length: Span(start, start + length), st.integers(0, 90), st.integers(1, 10))


def places_in_text(least: int = 0, most: int = 2) -> SearchStrategy[tuple[Span, ...]]:
    """Some stretches in the order of the text."""
    return st.lists(spans(), min_size=least, max_size=most, unique=True).map(lambda found: tuple(sorted(found)))


# -- what claims speak of --

_R = TypeVar("_R")


@st.composite
def _forest(draw: DrawFn, make: Callable[[int, SearchStrategy[_R | None]], SearchStrategy[_R]], most: int) -> tuple:
    """One to `most` records in the order of their ids; each may lie within one made before it."""
    made: list[_R] = []
    for number in range(draw(st.integers(1, most))):
        made.append(draw(make(number, st.sampled_from([None, *made]))))
    return tuple(made)


def _names(noun: str, number: int) -> SearchStrategy[tuple[str, ...]]:
    """One to three spellings, none of which another record has."""
    spellings = (
        f"{noun} {number}",
        f"The {noun.upper()} No. {number}",
        f"{noun}-Straße {number}",
        f"Жаңа {noun} {number}",
    )
    return st.lists(st.sampled_from(spellings), min_size=1, max_size=3, unique=True).map(tuple)


def _place(number: int, outer: SearchStrategy[Place | None]) -> SearchStrategy[Place]:
    kinds = st.sampled_from(["town", "square"])
    return st.builds(Place, st.just(f"place-{number}"), _names("Place", number), kinds, within=outer)


@st.composite
def _agent(draw: DrawFn, number: int, outer: SearchStrategy[Agent | None]) -> Agent:
    same_as = draw(st.none() | outer)
    return Agent(
        id=f"agent-{number}",
        names=draw(_names("Agent", number)),
        kind=draw(st.sampled_from(AGENT_KINDS)),
        family=draw(MAYBE_TEXTS),
        given=draw(MAYBE_TEXTS),
        within=draw(outer),
        same_as=same_as,
        same_because=draw(TEXTS) if same_as else None,
        sensitive=draw(st.booleans()),
    )


def _population(number: int, outer: SearchStrategy[Population | None]) -> SearchStrategy[Population]:
    return st.builds(Population, st.just(f"population-{number}"), TEXTS, within=outer)


def _event(number: int, outer: SearchStrategy[Event | None]) -> SearchStrategy[Event]:
    kinds = st.sampled_from(["strike", "shooting"])
    return st.builds(Event, st.just(f"event-{number}"), TEXTS, kinds, part_of=outer)


def place_forests(most: int = 4) -> SearchStrategy[tuple[Place, ...]]:
    """Places of which some lie within others."""
    return _forest(_place, most)


def agent_forests(most: int = 4) -> SearchStrategy[tuple[Agent, ...]]:
    """Agents of every kind, some within others, some held to be the same."""
    return _forest(_agent, most)


def population_forests(most: int = 3) -> SearchStrategy[tuple[Population, ...]]:
    """Populations of which some are within others."""
    return _forest(_population, most)


def event_forests(most: int = 4) -> SearchStrategy[tuple[Event, ...]]:
    """Events of which some are parts of others."""
    return _forest(_event, most)


# -- sources --


@st.composite
def details(draw: DrawFn, speakers: tuple[Agent, ...]) -> dict[str, object]:
    """What documents and voices have in common."""
    some = st.lists(st.sampled_from(speakers), max_size=2, unique=True).map(tuple)
    why = st.lists(st.builds(Inference, st.sampled_from(["issued", "title"]), TEXTS), max_size=1).map(tuple)
    texts = ("title", "publisher", "container", "genre", "number", "url", "note")
    return {
        "csl_type": draw(st.sampled_from(CSL_TYPES)),
        "voice": draw(st.sampled_from(speakers)),
        "authors": draw(some),
        "contributors": draw(some),
        "issued": draw(st.none() | near_periods()),
        "inferred": draw(why),
        "paragraphs": draw(_paragraphs()),
        **{text: draw(MAYBE_TEXTS) for text in texts},
    }


@st.composite
def few_details(draw: DrawFn, speakers: tuple[Agent, ...]) -> dict[str, object]:
    """What a search asks of sources, and no more: it is drawn fast."""
    voice = st.sampled_from(speakers)
    return {
        "csl_type": "post",
        "voice": draw(voice),
        "authors": (draw(voice),) if draw(st.booleans()) else (),
        "title": draw(MAYBE_TEXTS),
    }


def _paragraphs() -> SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(0, 99), max_size=3, unique=True).map(lambda starts: tuple(sorted(starts)))


def originals(number: int = 0) -> SearchStrategy[Original]:
    """Texts of a hundred code points, described."""
    return st.builds(Original, st.just(f"text{number}.txt"), st.just(f"{number:064x}"), st.just(100))


@st.composite
def documents(
    draw: DrawFn,
    speakers: tuple[Agent, ...] | None = None,
    number: int = 0,
    fields: Callable[[tuple[Agent, ...]], SearchStrategy[dict[str, object]]] = details,
) -> tuple[Source, ...]:
    """A document, and after it up to two voices in it or in one another."""
    shared = fields(speakers or draw(agent_forests()))
    family = [Source(f"document{number}", **draw(shared), original=draw(originals(number)))]
    for nth in range(draw(st.integers(0, 2))):
        own = {"part_of": draw(st.sampled_from(family)), "stands_alone": draw(st.booleans())}
        family.append(Source(f"voice{number}no{nth}", **draw(shared), **own, at=draw(places_in_text(most=1))))
    return tuple(family)


def sources() -> SearchStrategy[Source]:
    """Documents and voices."""
    return documents().flatmap(st.sampled_from)


# -- claims and archives --

WEEKDAY = Vocabulary(
    "weekday", tuple(Term("weekday", day.lower(), day) for day in ("Friday", "Saturday")), "a day is one of the seven"
)
WEAPON = Vocabulary("weapon", tuple(Term("weapon", w, w) for w in ("firearms", "stones")))
PROPERTIES: tuple[Property, ...] = (
    keys.ACCOUNT,
    keys.ACTOR,
    keys.CONSEQUENCE,
    keys.DATE,
    keys.DURATION,
    keys.END,
    keys.INJURED,
    keys.KILLED,
    keys.PLACE,
    keys.START,
    keys.WEAPON,
    keys.WEEKDAY,
)
DISPUTABLE = (keys.DATE, keys.DURATION, keys.KILLED, keys.PLACE, keys.WEEKDAY)
"""Properties of which two values can exclude each other, one of each kind."""
ROLE_OF = {
    keys.DATE: "date",
    keys.START: "start",
    keys.END: "end",
    keys.DURATION: "duration",
    keys.WEEKDAY: "weekday",
    keys.CONSEQUENCE: "before",
}
"""What properties can say of the time of their event."""
VOCABULARIES = {vocabulary.id: vocabulary for vocabulary in (WEAPON, WEEKDAY)}


@frozen
class World:
    """What the claims of one archive can speak of."""

    places: tuple[Place, ...]
    agents: tuple[Agent, ...]
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    codebook: Codebook


@st.composite
def worlds(draw: DrawFn) -> World:
    """One or two documents, a few events, places, agents and populations, and every kind of property."""
    agents = draw(agent_forests())
    families = [draw(documents(agents, number, few_details)) for number in range(draw(st.integers(1, 2)))]
    places, events, populations = draw(place_forests()), draw(event_forests()), draw(population_forests())
    definitions = tuple(draw(_definition_of(key)) for key in PROPERTIES)
    codebook = Codebook(definitions, (WEAPON, WEEKDAY), populations, draw(_families_of(events, populations)))
    return World(places, agents, events, tuple(chain(*families)), codebook)


@st.composite
def _definition_of(draw: DrawFn, key: Property) -> Definition:
    """What a codebook can say of a property: numbers can only grow, or have parts; times have their role or none."""
    reason = st.none() | st.just("so it is")
    counted = key.kind == "count"
    return Definition(
        key,
        f"the {key}",
        vocabulary=VOCABULARIES.get(key.id),
        cumulative=draw(reason) if counted else None,
        parts=draw(reason) if counted else None,
        role=draw(st.none() | st.just(ROLE_OF.get(key))),
    )


@st.composite
def _families_of(draw: DrawFn, events: tuple[Event, ...], populations: tuple[Population, ...]) -> tuple[Disjoint, ...]:
    """Up to one family of events and populations of which none lies within another."""
    apart = tuple(e for e in events if e.part_of is None)
    groups = tuple(p for p in populations if p.within is None)
    if max(len(apart), len(groups)) < 2 or draw(st.booleans()):
        return ()
    return (Disjoint(apart, groups, "no two count the same"),)


def readings() -> SearchStrategy[tuple[Reading, ...]]:
    """The strict reading, with one that closes its words and hears hints, or alone."""
    strict = Reading("strict", "Strict", "no ceiling", (Wording("dozens", 12, "one dozen"),))
    closed = st.builds(Wording, st.just("dozens"), st.integers(12, 24), TEXTS, st.none() | st.integers(24, 99))
    hints = st.none() | st.builds(Hint, st.integers(2, 4), TEXTS)
    plain = st.builds(
        Reading,
        st.just("plain"),
        TEXTS,
        TEXTS,
        st.tuples(closed),
        st.none() | TEXTS,
        floors=hints,
        ceilings=hints,
        about=st.none() | st.builds(Hint, st.integers(1, 3), TEXTS),
        properties=st.sampled_from([(), ("killed",), ("injured", "killed")]),
    )
    return st.just((strict,)) | plain.map(lambda other: (strict, other))


def values(key: Property, world: World) -> SearchStrategy:
    """Values of a property, near to one another."""
    strategies: dict[str, SearchStrategy] = {
        "count": counts(3),
        "period": common_periods(),
        "duration": durations(3),
        "place": st.sampled_from(world.places),
        "agent": st.sampled_from(world.agents),
        "event": st.sampled_from(world.events),
        "text": st.builds(Text, TEXTS),
    }
    return st.sampled_from(VOCABULARIES[key.id].terms) if key.kind == "term" else strategies[key.kind]


def scopes(world: World) -> SearchStrategy[Scope]:
    """Scopes that are narrowed on any of the three axes."""
    return st.builds(
        Scope,
        st.none() | st.sampled_from(world.places),
        st.none() | st.sampled_from(world.codebook.populations),
        st.none() | common_periods(),
    )


def steps(world: World) -> SearchStrategy[Step]:
    """Steps of an attribution, with and without a place of their own."""
    return st.builds(Step, st.sampled_from(world.agents), st.sampled_from(VERBS), places_in_text(most=1))


@st.composite
def _asides(draw: DrawFn, others: tuple[str, ...]) -> dict[str, object]:
    """What most claims have not: words on how they were coded, and the ids of other claims."""
    found: dict[str, object] = {}
    if draw(st.booleans()):
        found |= {"note": draw(TEXTS), "inferred": draw(TEXTS), "also_at": draw(places_in_text(most=1))}
    if draw(st.booleans()):
        found |= {"as_of": draw(common_periods()), "as_of_inferred": draw(TEXTS)}
    if others and not draw(st.integers(0, 3)):
        found |= {"supersedes": (draw(st.sampled_from(others)),), "supersedes_because": "later"}
    if others and not draw(st.integers(0, 4)):
        found |= {"about_claim": draw(st.sampled_from(others)), "stance": draw(st.sampled_from(STANCES))}
    if others and not draw(st.integers(0, 4)):
        found |= {"repeats": draw(st.sampled_from(others))}
    return found


Asked = tuple[tuple[Event, ...], tuple[Property, ...], tuple[Scope, ...]]
"""Events, properties and scopes that claims are on."""


@st.composite
def claims(
    draw: DrawFn, world: World, number: int = 0, others: tuple[str, ...] = (), asked: Asked | None = None
) -> Claim:
    """A claim of any kind.

    Args:
        draw: Given by hypothesis.
        world: What it can speak of.
        number: Makes its id.
        others: Ids of claims it may speak of.
        asked: What it may be on; anything of the world where nothing is given.
    """
    events, properties, narrowed = asked or (world.events, PROPERTIES, (draw(scopes(world)),))
    key = draw(st.sampled_from(properties))
    source = draw(st.sampled_from(world.sources))
    at = draw(places_in_text(least=1))
    further = draw(st.lists(steps(world), max_size=1))
    return Claim(
        id=f"{source.document.key}/claim-{number}",
        event=draw(st.sampled_from(events)),
        property=key,
        value=draw(values(key, world)),
        source=source,
        at=at,
        attribution=(*(Step(agent, "reports") for agent in source.voices), *further),
        words=draw(st.tuples(*[TEXTS] * len(at))) if draw(st.booleans()) else (),
        scope=draw(st.sampled_from(narrowed)),
        polarity=draw(st.sampled_from(["asserted"] * 4 + ["denied"])),
        modality=draw(st.sampled_from(["asserted"] * 9 + [*MODALITIES])),
        **draw(_asides(others)),
    )


def _place_of(claim: Claim) -> tuple[str, int, int, str]:
    """By what an archive orders its claims."""
    return claim.document.key, claim.at[0].start, claim.at[-1].end, claim.id


@st.composite
def archives(draw: DrawFn, least: int = 0, most: int = 8, among: tuple[Property, ...] = PROPERTIES) -> Archive:
    """Whole archives of so many claims, on few questions, so that the claims meet."""
    world = draw(worlds())
    about = st.lists(st.sampled_from(world.events), min_size=1, max_size=2, unique=True).map(tuple)
    of = st.lists(st.sampled_from(among), min_size=1, max_size=2, unique=True).map(tuple)
    asked = (draw(about), draw(of), (Scope(), Scope(), draw(scopes(world))))
    made: list[Claim] = []
    for number in range(draw(st.integers(least, most))):
        made.append(draw(claims(world, number, tuple(claim.id for claim in made), asked)))
    return Archive(
        title="Made up",
        data_version="2026.11",
        maintainers=draw(st.sampled_from([None, "The makers"])),
        sources=world.sources,
        events=world.events,
        claims=tuple(sorted(made, key=_place_of)),
        places=world.places,
        agents=world.agents,
        codebook=world.codebook,
        readings=draw(readings()),
        retired=(Retired("document0/gone", "said nothing", ("document0/claim-0",)),),
    )


# -- small sets of claims on few questions, made by the hundred --


@frozen
class Small:
    """A few claims, each of which can be true alone, and the background they are heard against."""

    claims: tuple[Claim, ...]
    codebook: Codebook


WHOLE = Event("whole", "Whole", "unrest")
PART = Event("part", "Part", "unrest", WHOLE)
EVENTS = (WHOLE, PART, Event("other", "Other", "unrest", WHOLE), Event("inner", "Inner", "unrest", PART))
EVERYONE = Population("everyone", "everyone")
GROUPS = (
    EVERYONE,
    Population("workers", "workers", EVERYONE),
    Population("police", "police", EVERYONE),
    Population("youths", "youths", EVERYONE),
)
REGION = Place("region", ("Region",), "region")
TOWN = Place("town", ("Town",), "town", REGION)
PLACES = (REGION, TOWN, Place("square", ("Square",), "square", TOWN), Place("coast", ("Coast",), "town", REGION))
SCENES = (*PLACES, *(Place(one, (one,), "ground", TOWN, (other,), "one ground") for one, other in ("yz", "zy")))
"""The same, and two places that may be one scene."""
DAYS = Vocabulary(
    "weekday",
    tuple(
        Term("weekday", day, day)
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "payday")
    ),
    "a day is one of the seven",
)
SIDE = Vocabulary("side", tuple(Term("side", side, side) for side in ("crowd", "guard", "none")), "one began")
TOOL = Vocabulary("tool", tuple(Term("tool", tool, tool) for tool in ("stick", "stone")))
VOICE = Agent("voice", ("Voice",), "body")
PAPER = Source("paper", "article-newspaper", VOICE)
STRICT = Reading("strict", "strict", "the least", (Wording("few", 2, "more than one"),))
READINGS = (
    STRICT,
    Reading(
        "plain",
        "plain",
        "as usual",
        (Wording("few", 3, "not a pair", 4),),
        dates_as_written="as they stand",
        about=Hint(2, "or another number"),
    ),
    Reading(
        "suggested", "suggested", "as hinted", STRICT.words, floors=Hint(2, "or more"), ceilings=Hint(2, "or fewer")
    ),
)
KINDS_OF_QUESTIONS = ("counts", "times", "calendar", "values", "places", "holes", "climbs")


def said(number: int, event: Event, key: Property, value: object, **given: object) -> Claim:
    """A claim of the one voice."""
    step = (Step(VOICE, "states"),)
    return Claim(f"paper/{number:02}", event, key, value, PAPER, (Span(number, number + 1),), step, **given)


def _definitions(random: Random) -> tuple[Definition, ...]:
    """The codebook of the made-up claims, with what can be said of numbers drawn by lot."""
    growing, shared = (random.choice(["so it is", "so it is", None]) for _ in range(2))
    return (
        Definition(keys.KILLED, "dead", cumulative=growing, parts=shared),
        Definition(keys.RANK, "rank", parts=None if shared else "so it is"),
        Definition(keys.DATE, "when", role="date"),
        Definition(keys.START, "from", role="start"),
        Definition(keys.END, "to", role="end"),
        Definition(keys.DURATION, "for", role="duration"),
        Definition(keys.WEEKDAY, "day", vocabulary=DAYS, role="weekday"),
        Definition(keys.FOLLOWED, "after", role="after"),
        Definition(keys.CONSEQUENCE, "before", role="before"),
        Definition(keys.SAME_DATE, "with", role="same-date"),
        Definition(keys.SENTENCE, "term"),
        Definition(keys.PLACE, "where", role="place"),
        Definition(keys.SAME_PLACE, "where that was", role="same-place"),
        Definition(keys.INITIATOR, "who began", vocabulary=SIDE),
        Definition(keys.WEAPON, "with what", vocabulary=TOOL),
        Definition(keys.ACCOUNT, "what"),
    )


def _families(random: Random) -> tuple[Disjoint, ...]:
    events, groups = (PART, EVENTS[2]), GROUPS[1:]
    return random.choice(
        [
            (),
            (Disjoint(events, groups, "apart"),),
            (Disjoint(events, groups, "apart"),),
            (Disjoint(events, (), "apart"), Disjoint((), groups, "apart")),
        ]
    )


def _number(random: Random) -> Count:
    low, high = sorted(random.randint(0, 6) for _ in range(2))
    return random.choice(
        [Count(low), Count(low), Count(0, high), Count(low, high), Count.exactly(low), Count.exactly(high)] * 2
        + [Count(word="few"), Count(about=low), Count(about=high), Count(0, low, high)]
    )


def _as_of(random: Random) -> Period | None:
    return Period.parse(written) if (written := random.choice([None] * 6 + [*AS_OF])) else None


AS_OF = ("2011-12-16", "2011-12-17", "2011-12-16/2011-12-17", "2011-12-17/..")


def _counts(random: Random, number: int) -> Claim:
    scope = Scope(
        random.choice([None] * 9 + [REGION, TOWN]),
        random.choice([None] * 4 + [*GROUPS]),
        random.choice([None] * 18 + [Period.parse("2011-12"), Period.parse("2011-12-16")]),
    )
    event = random.choice([WHOLE, WHOLE, WHOLE, PART, PART, *EVENTS[2:]])
    key = keys.RANK if random.random() < 0.1 else keys.KILLED
    value, polarity = (_number(random), "asserted") if random.random() < 0.8 else (_denied(random), "denied")
    return said(number, event, key, value, scope=scope, as_of=_as_of(random), polarity=polarity)


def _holes(random: Random, number: int) -> Claim:
    """A claim on few numbers, of which as many are denied between others."""
    event, low = random.choice([WHOLE, WHOLE, WHOLE, WHOLE, PART, EVENTS[2]]), random.randint(1, 4)
    high = low + random.randint(0, 2)
    if random.random() < 0.4:
        return said(number, event, keys.KILLED, Count(low, high), polarity="denied", as_of=_as_of(random))
    value = random.choice([Count(low), Count(0, high), Count(low, high)])
    return said(number, event, keys.KILLED, value, as_of=_as_of(random))


def _climbs(random: Random, number: int) -> Claim:
    """A floor of a part, a ceiling of the whole, or a number that is denied of either, seldom of a time or a group."""
    event = random.choice([WHOLE] * 4 + [PART] * 3 + [EVENTS[2]] * 3 + [EVENTS[3]])
    scope = Scope(None, random.choice([None] * 15 + [GROUPS[1]]))
    as_of = _as_of(random) if random.random() < 0.4 else None
    low, denied = random.randint(1, 3) + 3 * (event == WHOLE), random.random() < 0.5
    asserted = Count(0, low + 1) if event == WHOLE else Count(low, random.choice([None, None, None, low + 1]))
    value, polarity = (Count(low, low + random.randint(0, 1)), "denied") if denied else (asserted, "asserted")
    return said(number, event, keys.KILLED, value, scope=scope, as_of=as_of, polarity=polarity)


def _denied(random: Random) -> Count:
    """A number that is denied: "nobody", "at least three", "at most three", "three", "three or four"."""
    n = random.randint(0, 5)
    return random.choice([Count(0, 0), Count(n + 1), Count(n + 1), Count(0, n), Count(n + 1, n + random.randint(1, 3))])


def _day_text(random: Random) -> str:
    first, last = sorted(random.randint(5, 8) for _ in range(2))
    day, stretch = f"2011-12-{first:02}", f"2011-12-{first:02}/2011-12-{last:02}"
    return random.choice([day, day, stretch, stretch, f"{day}/..", f"../{day}", f"{day}~"])


def _times(random: Random, number: int) -> Claim:
    event = random.choice(EVENTS[:3])
    key = random.choice(
        [keys.DATE] * 2
        + [keys.START, keys.END]
        + [keys.DURATION] * 3
        + [keys.FOLLOWED, keys.CONSEQUENCE, keys.SAME_DATE]
    )
    if key.kind == "event":
        return said(number, event, key, random.choice(EVENTS[:3]))
    scope = Scope(random.choice([None] * 7 + [TOWN]))
    if key == keys.DURATION:
        low, high = sorted(random.randint(1, 3) for _ in range(2))
        count = random.choice([Count(low), Count(low, high), Count.exactly(low), Count(0, low), Count(word="few")])
        return said(number, event, key, Duration(count, "days"), scope=scope, as_of=_as_of(random))
    return said(number, event, key, Period.parse(_day_text(random)), scope=scope)


def _calendar(random: Random, number: int) -> Claim:
    scope = Scope(random.choice([None] * 7 + [TOWN]))
    if random.random() < 0.3:
        return said(number, WHOLE, keys.WEEKDAY, random.choice(DAYS.terms), scope=scope)
    some = sorted({random.randint(1, 9) for _ in range(random.randint(1, 5))})
    listed = ",".join(f"2011-12-{day:02}" for day in some)
    text = random.choice(
        [f"[{listed}]", f"[{listed}]", f"{{{listed}}}", _day_text(random), f"[..{listed}]", f"[{listed}..]"]
    )
    return said(number, WHOLE, keys.DATE, Period.parse(text), scope=scope)


VALUED = (keys.PLACE, keys.INITIATOR, keys.WEAPON, keys.SENTENCE, keys.KILLED, keys.ACCOUNT)


def _values(random: Random, number: int) -> Claim:
    key = VALUED[random.choice([number // 2, number // 2, number // 3]) % len(VALUED)]
    value = {
        "place": lambda: random.choice(PLACES),
        "term": lambda: random.choice((SIDE if key == keys.INITIATOR else TOOL).terms),
        "duration": lambda: Duration(_number(random), random.choice(["days", "months"])),
        "count": lambda: _number(random),
        "text": lambda: Text(random.choice(["it rained", "it was dry"])),
    }[key.kind]()
    # a number that is denied and everything there is cannot be true alone
    polarity = "asserted" if value in (Count(0), Count(about=0)) else random.choice(["asserted", "asserted", "denied"])
    scope = Scope(random.choice([None] * 4 + [TOWN]))
    return said(
        number, random.choice([WHOLE, WHOLE, PART]), key, value, scope=scope, polarity=polarity, as_of=_as_of(random)
    )


def _places(random: Random, number: int) -> Claim:
    polarity = random.choice(["asserted"] * 5 + ["denied"])
    event, other = random.sample(EVENTS[:3] if number % 2 else EVENTS, 2)
    key, value = random.choice([(keys.PLACE, random.choice(SCENES)), (keys.SAME_PLACE, other)])
    scope = Scope(random.choice([None] * 7 + [TOWN]))
    return said(number, event, key, value, scope=scope, polarity=polarity, as_of=_as_of(random))


_MAKERS = {
    "counts": _counts,
    "times": _times,
    "calendar": _calendar,
    "values": _values,
    "places": _places,
    "holes": _holes,
    "climbs": _climbs,
}


def small(random: Random, kind: str, most: int = 6) -> Small:
    """Two to `most` claims of one of `KINDS_OF_QUESTIONS`."""
    first = random.randrange(12)
    made = tuple(_MAKERS[kind](random, number) for number in range(first, first + random.randint(2, most)))
    return Small(made, Codebook(_definitions(random), (DAYS, SIDE, TOOL), GROUPS, _families(random)))


@frozen
class Many:
    """So many small sets of claims, made anew from a number each time they are asked for."""

    seed: int
    many: int
    kinds: tuple[str, ...]
    most: int

    def __iter__(self) -> Iterator[Small]:
        random = Random(self.seed)  # noqa: S311 - no secret
        return (small(random, random.choice(self.kinds), self.most) for _ in range(self.many))


def questions(many: int, *kinds: str, most: int = 6) -> SearchStrategy[Many]:
    """So many small sets of claims of these kinds, or of any: to draw each claim by itself would be slow."""
    return st.builds(Many, st.integers(0, 2**32), st.just(many), st.just(kinds or KINDS_OF_QUESTIONS), st.just(most))
