"""Pictures of claims: as tables for pages, as SVG for print, as text for a terminal."""

from zhanaozen_archive._pictures.chains import attribution
from zhanaozen_archive._pictures.picture import Picture
from zhanaozen_archive._pictures.timeline import timeline
from zhanaozen_archive._pictures.toll import toll

__all__ = ["Picture", "attribution", "timeline", "toll"]
