"""Drives boto3 for a test in another language: a request a line on standard input, its outcome a line on standard output.

A request: {"endpoint", "service", "region", "attempts"?, "parameters", and one of "operation", "paginator" or "waiter"}, with
operations as the API calls them. The outcome: {"answer"} or {"error": {"type", "code"?, "message", "status"?}}, and
"odd": what the answers had that botocore's model does not know of, see answer_check.py.
"""

import json
import sys
from datetime import datetime, timezone

import boto3
from answer_check import oddities
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

client_arguments = ("endpoint", "service", "region", "attempts")
clients = {}
odd = []


def look(operation_model, response_dict, **_):
    if response_dict["status_code"] == 200:
        odd.extend(f"{operation_model.name}{oddity}" for oddity in oddities(operation_model, response_dict["body"]))


def client_for(endpoint, service, region, attempts=1):
    """A retry is a call that the test did not make: none, unless asked for."""
    key = (endpoint, service, region, attempts)
    if key not in clients:
        config = Config(retries={"total_max_attempts": attempts, "mode": "standard"})
        clients[key] = boto3.client(service, endpoint_url=endpoint, region_name=region, config=config)
        clients[key].meta.events.register("before-parse", look)
    return clients[key]


def serve(request):
    client = client_for(**{name: request[name] for name in client_arguments if name in request})
    parameters = request["parameters"]
    if "paginator" in request:
        paginator = client.get_paginator(xform_name(request["paginator"]))
        return [without_metadata(page) for page in paginator.paginate(**parameters)]
    if "waiter" in request:
        client.get_waiter(request["waiter"]).wait(**parameters)
        return None
    return without_metadata(getattr(client, xform_name(request["operation"]))(**parameters))


def without_metadata(answer):
    assert answer["ResponseMetadata"]["RequestId"], "an answer without the ID of its request"
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


def told(error):
    facts = {"type": type(error).__name__, "message": str(error)}
    if isinstance(error, ClientError):
        facts["code"] = error.response["Error"]["Code"]
        facts["message"] = error.response["Error"].get("Message", "")
        facts["status"] = error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert error.response["ResponseMetadata"]["RequestId"], "an error without the ID of its request"
    return facts


def as_json(value):
    assert isinstance(value, datetime), f"{value!r} has no form in JSON"
    return value.astimezone(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


for line in sys.stdin:
    odd.clear()
    try:
        outcome = {"answer": serve(json.loads(line))}
    except Exception as error:  # Whatever it is, the test is told.
        outcome = {"error": told(error)}
    print(json.dumps({**outcome, "odd": odd}, default=as_json), flush=True)
