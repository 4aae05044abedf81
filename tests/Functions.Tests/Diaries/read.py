# Reads an iCalendar object from standard input and says what a calendar would make of it, a property a line.
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
(event,) = calendar.walk("VEVENT")
(zone,) = calendar.walk("VTIMEZONE")
start, end = event.decoded("DTSTART"), event.decoded("DTEND")
(attendee,) = [event["ATTENDEE"]] if not isinstance(event["ATTENDEE"], list) else event["ATTENDEE"]
for name, value in (
    ("version", calendar["VERSION"]),
    ("method", calendar["METHOD"]),
    ("uid", event["UID"]),
    ("sequence", event["SEQUENCE"]),
    ("status", event["STATUS"]),
    ("class", event["CLASS"]),
    ("zone", event["DTSTART"].params["TZID"]),
    ("zone defined", zone["TZID"]),
    ("start", start.isoformat()),
    ("minutes", int((end - start).total_seconds() // 60)),
    ("title", event["SUMMARY"]),
    ("about", event.get("DESCRIPTION", "")),
    ("place", event.get("LOCATION", "")),
    ("organiser", event["ORGANIZER"]),
    ("attendee", attendee),
    ("rsvp", attendee.params.get("RSVP", "")),
    ("errors", len(calendar.errors) + len(event.errors)),
):
    print(f"{name}\t{value}".replace("\n", "\\n"))
