/** The forms of EC2's identifiers, for what comes in from outside: inputs, answers of EC2, saved state. */

/** 17 hex digits since 2016, 8 before ("Longer IDs" in the EC2 user guide); EC2 writes them in lower case. */
export const instanceIdForm = /^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;

/** What EC2 itself gave is taken at other lengths too: should they ever grow, no image may get lost over it. */
export const amiIdForm = /^ami-[0-9a-f]{8,32}$/;
export const snapshotIdForm = /^snap-[0-9a-f]{8,32}$/;

export const subnetIdForm = /^subnet-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;
export const securityGroupIdForm = /^sg-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;

/** `eu-west-1`, `us-gov-west-1`, `eusc-de-east-1`. A form, not a list: new Regions need no new version of the action. */
export const regionForm = /^[a-z]{2,5}(?:-[a-z]{2,12}){1,2}-[1-9][0-9]?$/;

/** A launch template's: 17 hex digits, as the EC2 API Reference shows it. */
export const launchTemplateIdForm = /^lt-[0-9a-f]{17}$/;
