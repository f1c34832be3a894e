"""Reads calendar files with two readers, icalendar and vobject, and prints what they found as JSON.

python events.py FOLDER…    every .ics file below the folders

For each file: for each reader its events by UID, with times as UTC. A warning is an error.
"""

import datetime
import json
import pathlib
import sys
import warnings

import icalendar
import vobject
import vobject.icalendar

# vobject is older than Python's own zones; its use of `datetime.utcfromtimestamp` is no fault of a file.
warnings.simplefilter("error")
warnings.filterwarnings("ignore", category=DeprecationWarning, module=r"(vobject|dateutil)\b")

UTC = datetime.timezone.utc


def main():
    files = sorted(file for folder in sys.argv[1:] for file in pathlib.Path(folder).rglob("*.ics"))
    found = {}
    for file in files:
        try:
            found[str(file)] = {"icalendar": with_icalendar(file.read_bytes()), "vobject": with_vobject(file)}
        except Exception as error:
            sys.exit(f"{file}: {type(error).__name__}: {error}")
    json.dump(found, sys.stdout)


def with_icalendar(data):
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        if component.errors:
            raise ValueError(f"{component.name}: {component.errors}")
    # The reader knows many zones by name; here it must work with the rules that stand in the file.
    zones = {zone.tz_name: zone.to_tz(lookup_tzid=False) for zone in calendar.timezones}

    def moment(event, name):
        if name not in event:
            return None
        value = event[name].dt
        zone = event[name].params.get("TZID")
        if zone is None:
            return in_utc(value)
        by_name = in_utc(value)
        by_file = in_utc(value.replace(tzinfo=zones[zone]))
        if by_name != by_file:
            raise ValueError(f"{event['UID']} {name}: {by_name} by the name of the zone, {by_file} by the file")
        return by_file

    return by_uid(
        {
            "uid": str(event["UID"]),
            "sequence": int(event["SEQUENCE"]),
            "status": str(event["STATUS"]),
            "start": moment(event, "DTSTART"),
            "end": moment(event, "DTEND"),
            "summary": str(event["SUMMARY"]),
            "location": text(event.get("LOCATION")),
            "description": text(event.get("DESCRIPTION")),
            "url": text(event.get("URL")),
        }
        for event in calendar.walk("VEVENT")
    )


def with_vobject(file):
    # vobject keeps the first rules of a zone that it ever saw, from whichever file.
    getattr(vobject.icalendar, "__tzidMap").clear()
    vobject.icalendar.registerTzid("UTC", vobject.icalendar.utc)
    # newline='': line ends must reach the reader as they are.
    with open(file, encoding="utf-8", newline="") as stream:
        calendars = list(vobject.readComponents(stream.read(), validate=True))
    events = [event for calendar in calendars for event in calendar.contents.get("vevent", [])]

    def value(event, name):
        return getattr(event, name).value if hasattr(event, name) else None

    return by_uid(
        {
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "status": event.status.value,
            "start": in_utc(event.dtstart.value),
            "end": in_utc(value(event, "dtend")),
            "summary": event.summary.value,
            "location": value(event, "location"),
            "description": value(event, "description"),
            "url": value(event, "url"),
        }
        for event in events
    )


def in_utc(value):
    """A day as 2026-07-14, a moment as 2026-07-14T13:00:00Z."""
    if value is None:
        return None
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if value.tzinfo is None:
        raise ValueError(f"{value} has no zone")
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(value):
    return None if value is None else str(value)


def by_uid(events):
    found = {}
    for event in events:
        if event["uid"] in found:
            raise ValueError(f"two events have the UID {event['uid']}")
        found[event["uid"]] = event
    return found


if __name__ == "__main__":
    main()
