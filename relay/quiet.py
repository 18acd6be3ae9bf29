"""A log that holds kinds of events, and never what somebody sent or where from."""

from __future__ import annotations

import logging


class KindOnly(logging.Filter):
    """aiohttp reports broken requests with the peer's address and what it sent; what remains is that it happened, and its kind."""

    def filter(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "unknown"
        record.msg, record.args, record.exc_info, record.exc_text = "http-error %s", (kind,), None, None
        return True


def quiet_http_log() -> logging.Logger:
    logger = logging.getLogger("parasol.http")
    if not any(isinstance(one, KindOnly) for one in logger.filters):
        logger.addFilter(KindOnly())
    return logger
