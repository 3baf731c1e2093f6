"""Every SELECT of the desk."""

from webapp.outlets.desk.queries.news import News, news
from webapp.outlets.desk.queries.participations import Participation, initiatives_of, participations
from webapp.outlets.desk.queries.waiting import waiting

__all__ = ["News", "Participation", "initiatives_of", "news", "participations", "waiting"]
