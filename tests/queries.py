"""How many queries an address costs."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_warm(client, address: str) -> int:
    """The number once the frame is made, as for all visitors but the first."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)
