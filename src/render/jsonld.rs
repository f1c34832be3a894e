//! Meetings for search engines: `Event` of schema.org, as JSON-LD (<https://schema.org/Event>).

pub(super) mod terms;

use serde_json::{Map, Value, json};

use crate::derive::view::linked_data::{MeetingFacts, MeetingsData, Progress};
use crate::render::{Input, Made};

/// One file with all meetings, where there is one.
pub(super) fn make(input: &Input<'_>) -> Made {
    let Some(data) = &input.views.meetings_data else {
        return Made::default();
    };
    let mut text = format!("{:#}", linked_data(data));
    text.push('\n');
    Made::files([(data.path.clone(), text.into_bytes())])
}

fn linked_data(data: &MeetingsData) -> Value {
    let MeetingsData {
        path: _,
        language,
        meetings,
    } = data;
    let meetings: Vec<Value> = meetings.iter().map(|one| event(one, language)).collect();
    json!({ "@context": "https://schema.org", "@graph": meetings })
}

fn event(meeting: &MeetingFacts, language: &str) -> Value {
    let MeetingFacts {
        name,
        start,
        end,
        progress,
        previous_start,
        place,
        online,
        online_address,
        organizer,
        organizer_url,
        url,
    } = meeting;
    let status = match progress {
        Progress::Planned => "EventScheduled",
        Progress::Moved => "EventRescheduled",
        Progress::Cancelled => "EventCancelled",
    };
    let attendance = match (place, online) {
        (Some(_), true) => Some("MixedEventAttendanceMode"),
        (None, true) => Some("OnlineEventAttendanceMode"),
        (Some(_), false) => Some("OfflineEventAttendanceMode"),
        (None, false) => None,
    };
    let mut event = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            event.insert(key.to_owned(), value);
        }
    };
    set("@type", Some(json!("Event")));
    set("@id", url.as_ref().map(|url| json!(url)));
    set("name", Some(json!(name)));
    set("inLanguage", Some(json!(language)));
    set("startDate", Some(json!(start)));
    set("endDate", end.as_ref().map(|end| json!(end)));
    set(
        "eventStatus",
        Some(json!(format!("https://schema.org/{status}"))),
    );
    set(
        "previousStartDate",
        previous_start.as_ref().map(|day| json!(day)),
    );
    set(
        "eventAttendanceMode",
        attendance.map(|mode| json!(format!("https://schema.org/{mode}"))),
    );
    set(
        "location",
        location(place.as_deref(), *online, online_address.as_deref()),
    );
    let mut group = json!({ "@type": "Organization", "name": organizer });
    if let Some(url) = organizer_url {
        group["url"] = json!(url);
    }
    set("organizer", Some(group));
    set("url", url.as_ref().map(|url| json!(url)));
    Value::Object(event)
}

/// A place, a virtual one, or both as a list.
fn location(place: Option<&str>, online: bool, address: Option<&str>) -> Option<Value> {
    let place = place.map(|name| json!({ "@type": "Place", "name": name }));
    let online = online.then(|| match address {
        Some(url) => json!({ "@type": "VirtualLocation", "url": url }),
        None => json!({ "@type": "VirtualLocation" }),
    });
    match (place, online) {
        (Some(place), Some(online)) => Some(json!([place, online])),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::OutputPath;

    #[test]
    fn a_meeting_is_an_event_with_its_state_places_and_organizer() {
        let data = MeetingsData {
            path: OutputPath::new("data/meetings.jsonld"),
            language: "en".to_owned(),
            meetings: vec![MeetingFacts {
                name: "Board: meeting".to_owned(),
                start: "2026-07-21T14:00:00+01:00".to_owned(),
                end: Some("2026-07-21T16:00:00+01:00".to_owned()),
                progress: Progress::Moved,
                previous_start: Some("2026-07-14".to_owned()),
                place: Some("Town hall".to_owned()),
                online: true,
                online_address: Some("https://meet.example/b".to_owned()),
                organizer: "Board".to_owned(),
                organizer_url: None,
                url: Some("https://board.example/m.html#x".to_owned()),
            }],
        };
        assert_eq!(
            linked_data(&data),
            json!({
                "@context": "https://schema.org",
                "@graph": [{
                    "@type": "Event",
                    "@id": "https://board.example/m.html#x",
                    "name": "Board: meeting",
                    "inLanguage": "en",
                    "startDate": "2026-07-21T14:00:00+01:00",
                    "endDate": "2026-07-21T16:00:00+01:00",
                    "eventStatus": "https://schema.org/EventRescheduled",
                    "previousStartDate": "2026-07-14",
                    "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
                    "location": [
                        { "@type": "Place", "name": "Town hall" },
                        { "@type": "VirtualLocation", "url": "https://meet.example/b" },
                    ],
                    "organizer": { "@type": "Organization", "name": "Board" },
                    "url": "https://board.example/m.html#x",
                }],
            })
        );
    }
}
