"""A typed key for each property of the shipped codebook."""

from __future__ import annotations

from typing import Final

from zhanaozen_archive._model.events import Event
from zhanaozen_archive._model.period import Period
from zhanaozen_archive._model.properties import Property
from zhanaozen_archive._model.records import Agent, Place
from zhanaozen_archive._model.values import Count, Duration, Term, Text

ACCOUNT: Final = Property("account", Text)
ACTOR: Final = Property("actor", Agent)
ANNIVERSARY: Final = Property("anniversary", Count)
APPOINTED: Final = Property("appointed", Agent)
ARMAMENT: Final = Property("armament", Term)
BENEFICIARY: Final = Property("beneficiary", Agent)
BLOCKED: Final = Property("blocked", Term)
CASUALTIES: Final = Property("casualties", Count)
CAUSE: Final = Property("cause", Term)
CHARGE: Final = Property("charge", Term)
CHARGED: Final = Property("charged", Count)
CONDUCT: Final = Property("conduct", Term)
CONSEQUENCE: Final = Property("consequence", Event)
CONVICTED: Final = Property("convicted", Count)
DAMAGED: Final = Property("damaged", Term)
DATE: Final = Property("date", Period)
DEFENDANT: Final = Property("defendant", Agent)
DEMAND: Final = Property("demand", Term)
DEPLOYED: Final = Property("deployed", Term)
DETAINED: Final = Property("detained", Count)
DISMISSED: Final = Property("dismissed", Count)
DURATION: Final = Property("duration", Duration)
EMPLOYER: Final = Property("employer", Agent)
END: Final = Property("end", Period)
FOLLOWED: Final = Property("followed", Event)
INITIATOR: Final = Property("initiator", Term)
INJURED: Final = Property("injured", Count)
KILLED: Final = Property("killed", Count)
LEGALITY: Final = Property("legality", Term)
OFFICE_HOLDER: Final = Property("office-holder", Agent)
ORIGIN: Final = Property("origin", Place)
OWNER: Final = Property("owner", Agent)
OWNERSHIP: Final = Property("ownership", Term)
PARTICIPANT: Final = Property("participant", Agent)
PARTICIPANTS: Final = Property("participants", Count)
PAYMENT: Final = Property("payment", Count)
PLACE: Final = Property("place", Place)
PROHIBITED: Final = Property("prohibited", Term)
PROPERTY_CONFISCATED: Final = Property("property-confiscated", Count)
PURPOSE: Final = Property("purpose", Term)
RANK: Final = Property("rank", Count)
REGIME: Final = Property("regime", Term)
REPLACED: Final = Property("replaced", Agent)
SAME_DATE: Final = Property("same-date", Event)
SAME_DAY_OF_YEAR: Final = Property("same-day-of-year", Event)
SAME_PLACE: Final = Property("same-place", Event)
SENTENCE: Final = Property("sentence", Duration)
START: Final = Property("start", Period)
STATUS: Final = Property("status", Term)
TARGET: Final = Property("target", Agent)
TRIALS: Final = Property("trials", Count)
TRIED: Final = Property("tried", Count)
VEHICLES_BURNT: Final = Property("vehicles-burnt", Count)
WEAPON: Final = Property("weapon", Term)
WEEKDAY: Final = Property("weekday", Term)

__all__ = [
    "ACCOUNT",
    "ACTOR",
    "ANNIVERSARY",
    "APPOINTED",
    "ARMAMENT",
    "BENEFICIARY",
    "BLOCKED",
    "CASUALTIES",
    "CAUSE",
    "CHARGE",
    "CHARGED",
    "CONDUCT",
    "CONSEQUENCE",
    "CONVICTED",
    "DAMAGED",
    "DATE",
    "DEFENDANT",
    "DEMAND",
    "DEPLOYED",
    "DETAINED",
    "DISMISSED",
    "DURATION",
    "EMPLOYER",
    "END",
    "FOLLOWED",
    "INITIATOR",
    "INJURED",
    "KILLED",
    "LEGALITY",
    "OFFICE_HOLDER",
    "ORIGIN",
    "OWNER",
    "OWNERSHIP",
    "PARTICIPANT",
    "PARTICIPANTS",
    "PAYMENT",
    "PLACE",
    "PROHIBITED",
    "PROPERTY_CONFISCATED",
    "PURPOSE",
    "RANK",
    "REGIME",
    "REPLACED",
    "SAME_DATE",
    "SAME_DAY_OF_YEAR",
    "SAME_PLACE",
    "SENTENCE",
    "START",
    "STATUS",
    "TARGET",
    "TRIALS",
    "TRIED",
    "VEHICLES_BURNT",
    "WEAPON",
    "WEEKDAY",
]
