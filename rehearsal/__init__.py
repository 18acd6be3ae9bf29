"""Practice without consequences: a stand-in for Telegram's servers, with phones in the browser and in Python.

``telegram`` is the stand-in, ``phones`` the people; nothing here is imported by the rooms it stands in for.
"""
