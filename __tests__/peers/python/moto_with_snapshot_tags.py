"""moto's server on a free port of 127.0.0.1, with one gap closed: CreateImage takes tags for snapshots.

moto 5.2.5 refuses them: `elif resource_type == "snapshot": raise NotImplementedError()` in
moto/ec2/models/amis.py, AmiBackend.create_image, which its server answers with an HTML page and status 500.
EC2 takes them (API Reference, CreateImage, TagSpecification.N), and bake-ami always sends them.

An image with the tag Aged was made 400 days earlier than moto thinks: nobody can wait so long for one to retire.

Nothing else of moto is changed. It prints where it listens, as moto's server does, and ends with its standard input, so
that it does not outlive a test that was killed.
"""

import os
import sys
import threading
from datetime import timedelta
from unittest.mock import MagicMock

from moto.ec2.models.amis import Ami, AmiBackend
from moto.server import main

create_image_of_moto = AmiBackend.create_image


def moto_refuses_snapshot_tags():
    specification = {"ResourceType": "snapshot", "Tags": [{"Key": "a", "Value": "b"}]}
    try:
        create_image_of_moto(MagicMock(), "i-1", "name", "", [specification])
    except NotImplementedError:
        return True
    return False


def create_image(self, instance_id, name, description, tag_specifications):
    of_snapshots = [each for each in tag_specifications if each["ResourceType"] == "snapshot"]
    others = [each for each in tag_specifications if each["ResourceType"] != "snapshot"]
    image = create_image_of_moto(self, instance_id, name, description, others)
    for specification in of_snapshots:
        for tag in specification["Tags"]:
            image.ebs_snapshot.add_tag(tag["Key"], tag["Value"])
    return image


class CreationDate:
    """In place of the attribute of moto's images."""

    def __set__(self, image, date):
        image.__dict__["made_at"] = date

    def __get__(self, image, _type=None):
        if image is None:
            return self
        is_aged = any(tag["key"] == "Aged" for tag in image.get_tags())
        return image.__dict__["made_at"] - timedelta(days=400 if is_aged else 0)


def end_with_standard_input():
    sys.stdin.read()
    os._exit(0)


if not moto_refuses_snapshot_tags():
    sys.exit("This moto takes tags for snapshots itself: delete this wrapper and start moto.server in its place.")
AmiBackend.create_image = create_image
Ami.creation_date = CreationDate()
threading.Thread(target=end_with_standard_input, daemon=True).start()
main(["--host", "127.0.0.1", "--port", "0"])
