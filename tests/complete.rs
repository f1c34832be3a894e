//! What belongs together is linked, in the sample and in every plan: who leads an action has it on
//! their page, every term has its place in the glossary, every meeting is on the calendar and on
//! the page of its group.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

mod folders;

use std::path::Path;

use boardplan::model::{AsOf, Drafts, Owner, Site, resolve};
use boardplan::output::Outputs;
use boardplan::parse::parse;
use boardplan::pipeline::{Options, Purpose, build};
use boardplan::read;

struct Built {
    site: Site,
    outputs: Outputs,
}

impl Built {
    fn page(&self, address: &str) -> String {
        let page = self
            .outputs
            .get(address)
            .unwrap_or_else(|| panic!("no page {address}"));
        String::from_utf8(page.bytes.clone()).unwrap()
    }
}

fn all() -> Vec<Built> {
    folders::roots_of_all_plans()
        .iter()
        .map(|root| built(root))
        .collect()
}

fn built(root: &Path) -> Built {
    let sources = read::read(root).unwrap();
    let as_of = AsOf::On(jiff::civil::date(2026, 11, 21));
    let options = Options {
        as_of,
        drafts: false,
        strict: false,
        purpose: Purpose::Public,
    };
    Built {
        site: resolve(parse(&sources).0, as_of, Drafts::Hidden).0,
        outputs: build(&sources, &options, &mut |_| ()).outputs.unwrap(),
    }
}

#[test]
fn who_leads_or_supports_an_action_has_it_on_their_page() {
    let mut links = 0;
    for built in all() {
        let site = &built.site;
        for action in site.actions.values() {
            let action = &action.original;
            let leads = action.leads().chain(action.supporters());
            for owner in leads.flat_map(|lead| &lead.parts).map(|part| part.owner) {
                let page = match owner {
                    Owner::Group(id) => site.groups[id].original.page.address.as_str(),
                    Owner::Member(id) => site.members[id].original.page.address.as_str(),
                    Owner::Role(_) => "roles.html",
                };
                let address = action.page.address.as_str();
                assert!(
                    built.page(page).contains(&format!("{address}\"")),
                    "{page} does not lead to {address}"
                );
                links += 1;
            }
        }
    }
    assert!(links > 100, "only {links} links were looked for");
}

#[test]
fn every_term_has_its_place_in_the_glossary() {
    for built in all() {
        for term in built.site.terms.values() {
            let glossary = built.page("glossary.html");
            let id = format!("id=\"{}\"", term.anchor);
            assert!(glossary.contains(&id), "{id}");
        }
    }
}

#[test]
fn every_meeting_is_on_the_calendar_and_on_the_page_of_its_group() {
    let mut meetings = 0;
    for built in all() {
        let site = &built.site;
        for cycle in site.cycles.values() {
            let own_page = built.page(cycle.original.page.address.as_str());
            let period = cycle.original.period.as_ref().unwrap();
            for series in &cycle.original.series {
                let group = series
                    .group
                    .map(|id| built.page(site.groups[id].original.page.address.as_str()));
                for day in series.meetings.iter().filter_map(|m| m.when.day()) {
                    let time = format!("<time datetime=\"{day}");
                    assert!(own_page.contains(&time), "{time} in its cycle");
                    // Earlier years stay at their own addresses.
                    if period.value.contains(site.as_of) {
                        assert!(built.page("calendar.html").contains(&time), "{time}");
                    }
                    if let Some(group) = &group {
                        assert!(group.contains(&time), "{time} of {}", series.words.value);
                    }
                    meetings += 1;
                }
            }
        }
    }
    assert!(meetings > 80, "only {meetings} meetings were looked for");
}
