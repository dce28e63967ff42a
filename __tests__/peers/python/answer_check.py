"""Compares an answer, as it came over the wire, with botocore's model of the operation.

botocore is lenient: elements that its model does not have are dropped without a word, values of an enumeration are not
looked at. An AWS service sends nothing that its model does not have, so each such thing is a mistake of the simulator.
"""

import json
from datetime import datetime
from xml.etree import ElementTree


def oddities(operation_model, body):
    """What the answer has that the model has not, what it lacks, and values that are not of the model's type."""
    shape = operation_model.output_shape
    if operation_model.service_model.resolved_protocol in ("json", "rest-json"):
        content = json.loads(body)
        return list(of_json(shape, content, "")) if shape else [f"{name}: unknown" for name in content]
    root = ElementTree.fromstring(body)
    if shape is not None and "resultWrapper" in shape.serialization:
        root = child(root, shape.serialization["resultWrapper"])
    # What a list's items are called where the model does not say.
    list_item = "item" if operation_model.service_model.resolved_protocol == "ec2" else "member"
    return list(of_xml(shape, root, "", list_item, top=True))


def of_xml(shape, element, path, list_item, top=False):
    kind = shape.type_name if shape else "structure"
    if kind == "structure":
        yield from of_structure(shape, element, path, list_item, top)
    elif kind == "list":
        for index, item in enumerate(element):
            if tag(item) != shape.member.serialization.get("name", list_item):
                yield f"{path}[{index}]: <{tag(item)}> in a list"
            else:
                yield from of_xml(shape.member, item, f"{path}[{index}]", list_item)
    else:
        if len(element):
            yield f"{path}: elements in a {kind}"
        yield from of_scalar(shape, element.text or "", path)


def of_structure(shape, element, path, list_item, top):
    members = {wire_name(name, member): member for name, member in shape.members.items()} if shape else {}
    # Operations without an output in the model answer <return>true</return>, and all tell the ID of the request.
    beside_the_model = {"requestId"} | (set() if shape else {"return"}) if top else set()
    seen = set()
    for each in element:
        name = tag(each)
        if name in seen:
            yield f"{path}.{name}: twice"
        seen.add(name)
        if name in members:
            yield from of_xml(members[name], each, f"{path}.{name}", list_item)
        elif name not in beside_the_model:
            yield f"{path}.{name}: unknown"
    for name in shape.required_members if shape else []:
        if wire_name(name, shape.members[name]) not in seen:
            yield f"{path}.{name}: missing"


def of_json(shape, value, path):
    if shape.type_name == "structure":
        for name, member in value.items():
            if name in shape.members:
                yield from of_json(shape.members[name], member, f"{path}.{name}")
            else:
                yield f"{path}.{name}: unknown"
        for name in shape.required_members:
            if name not in value:
                yield f"{path}.{name}: missing"
    elif shape.type_name == "list":
        for index, item in enumerate(value):
            yield from of_json(shape.member, item, f"{path}[{index}]")
    elif shape.type_name == "map":
        for key, member in value.items():
            yield from of_json(shape.value, member, f"{path}.{key}")
    elif shape.type_name == "timestamp":
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            yield f"{path}: {value!r} is no time in seconds"
    elif not isinstance(value, {"string": str, "boolean": bool}.get(shape.type_name, (int, float))):
        yield f"{path}: {value!r} is no {shape.type_name}"
    else:
        yield from of_enumeration(shape, value, path)


def of_scalar(shape, text, path):
    try:
        if shape.type_name == "boolean" and text not in ("true", "false"):
            raise ValueError
        if shape.type_name in ("integer", "long"):
            int(text)
        if shape.type_name in ("float", "double"):
            float(text)
        if shape.type_name == "timestamp":
            datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ" if "." in text else "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        yield f"{path}: {text!r} is no {shape.type_name}"
    yield from of_enumeration(shape, text, path)


def of_enumeration(shape, value, path):
    allowed = getattr(shape, "enum", None)
    if allowed and value not in allowed:
        yield f"{path}: {value!r} is none of {', '.join(allowed)}"


def wire_name(name, shape):
    return shape.serialization.get("name", name)


def tag(element):
    return element.tag.split("}")[-1]


def child(element, name):
    return next(each for each in element if tag(each) == name)
