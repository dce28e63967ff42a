#!/usr/bin/env bash
# What people write today in place of an action: create, wait, look, share, hand on.
set -euo pipefail

image_id=$(aws ec2 create-image \
  --instance-id "$INSTANCE_ID" \
  --name "$NAME" \
  --tag-specifications "ResourceType=image,Tags=[{Key=Team,Value=web}]" "ResourceType=snapshot,Tags=[{Key=Team,Value=web}]" \
  --query ImageId --output text)
echo "ami-id=$image_id" >> "$GITHUB_OUTPUT"

aws ec2 wait image-available --image-ids "$image_id"

snapshot_ids=$(aws ec2 describe-images --image-ids "$image_id" \
  --query 'Images[0].BlockDeviceMappings[].Ebs.SnapshotId' --output json | tr -d ' \n')
echo "snapshot-ids=$snapshot_ids" >> "$GITHUB_OUTPUT"

if [ -n "${COPY_TO:-}" ]; then
  aws ec2 copy-image --region "$COPY_TO" --source-region "$AWS_REGION" --source-image-id "$image_id" --name "$NAME" > copy.json
fi

aws ec2 modify-image-attribute --image-id "$image_id" --launch-permission "Add=[{UserId=$SHARE_WITH}]"
