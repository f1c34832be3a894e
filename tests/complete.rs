//! What belongs together is linked, in the sample and in every plan: who leads an action has it on
//! their page, every term has its place in the glossary, every meeting is on the calendar and on
//! the page of its group.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

mod folders;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use boardplan::derive::scope::outcome_ids;
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

/// The entries of a page: the id and the HTML of each, from where `open` stands to `close`.
fn entries<'h>(html: &'h str, open: &str, close: &str) -> Vec<(&'h str, &'h str)> {
    html.split(open)
        .skip(1)
        .filter_map(|rest| {
            let (id, rest) = rest.split_once('"')?;
            Some((id, rest.split(close).next()?))
        })
        .collect()
}

/// Every link of a page or a part of it: the address from the root of the site, and the anchor.
fn links(html: &str, page: &str) -> BTreeSet<(String, String)> {
    html.split(" href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| !href.contains(':'))
        .map(|href| {
            let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
            let mut folders: Vec<&str> = page.split('/').collect();
            let file = folders.pop();
            for part in path.split('/').filter(|part| !part.is_empty()) {
                match part {
                    ".." => drop(folders.pop()),
                    part => folders.push(part),
                }
            }
            folders.extend(file.filter(|_| path.is_empty()));
            (folders.join("/"), anchor.to_owned())
        })
        .collect()
}

fn has_link(built: &Built, page: &str, to: &str, anchor: &str) -> bool {
    links(&built.page(page), page).contains(&(to.to_owned(), anchor.to_owned()))
}

fn pages_of_actions(site: &Site) -> BTreeSet<&str> {
    let actions = site.actions.values();
    actions.map(|a| a.original.page.address.as_str()).collect()
}

fn pages_of_priorities(site: &Site) -> BTreeSet<&str> {
    let priorities = site.priorities.values();
    priorities
        .map(|p| p.original.page.address.as_str())
        .collect()
}

/// Goes from each entry of a list to those of the pages that it names, and looks for the way back.
/// Returns the pairs of anchor and page.
fn there_and_back(
    built: &Built,
    list: &str,
    (open, close): (&str, &str),
    pages: &BTreeSet<&str>,
) -> BTreeSet<(String, String)> {
    let mut pairs = BTreeSet::new();
    let html = built.page(list);
    for (id, entry) in entries(&html, open, close) {
        for (page, _) in links(entry, list) {
            if pages.contains(page.as_str()) {
                assert!(
                    has_link(built, &page, list, id),
                    "{page} does not lead back to {list}#{id}"
                );
                pairs.insert((id.to_owned(), page));
            }
        }
    }
    pairs
}

#[test]
fn a_strategy_and_what_goes_with_it_lead_to_each_other() {
    let mut count = 0;
    for built in all() {
        let site = &built.site;
        if site.strategies.is_empty() {
            continue;
        }
        let mut pages = pages_of_actions(site);
        pages.append(&mut pages_of_priorities(site));
        let entry = ("<h3 id=\"", "</article>");
        let pairs = there_and_back(&built, "strategies.html", entry, &pages);
        let of_actions = site.actions.values().flat_map(|action| {
            let action = &action.original;
            let facts = action.all_facts();
            facts
                .flat_map(|facts| {
                    facts
                        .links
                        .items()
                        .iter()
                        .chain(facts.identified_by.items())
                })
                .map(|link| (link, &action.page.address))
        });
        let of_priorities = site.priorities.values().flat_map(|priority| {
            let priority = &priority.original;
            let links = priority.links.iter();
            links.map(|link| (link, &priority.page.address))
        });
        for (link, page) in of_actions.chain(of_priorities) {
            if let Some(strategy) = link.strategy {
                let anchor = site.strategies[strategy].anchor.clone();
                let pair = (anchor, page.as_str().to_owned());
                assert!(pairs.contains(&pair), "the strategy does not name {pair:?}");
                count += 1;
            }
        }
    }
    assert!(count > 30, "only {count} links were looked for");
}

#[test]
fn an_outcome_and_what_serves_it_lead_to_each_other() {
    let mut count = 0;
    for built in all() {
        let site = &built.site;
        let Some(plan) = site.current_plan else {
            continue;
        };
        let of_plan = &site.plans[plan].original;
        if of_plan.outcomes.is_empty() {
            continue;
        }
        let ids: BTreeMap<_, _> = of_plan.outcomes.ids().zip(outcome_ids(of_plan)).collect();
        let list = "outcomes.html";
        let actions = pages_of_actions(site);
        let mut pairs = there_and_back(&built, list, ("<h2 id=\"", "</section>"), &actions);
        // The card of an action names its own priority too: priorities stand before the first card.
        let priorities = pages_of_priorities(site);
        let before_cards = ("<h2 id=\"", "<h4");
        pairs.append(&mut there_and_back(&built, list, before_cards, &priorities));
        let priorities = site.priorities.values().map(|p| &p.original);
        let of_priorities = priorities
            .filter(|priority| priority.plan == plan)
            .flat_map(|p| p.outcomes.iter().map(|outcome| (outcome, &p.page.address)));
        let actions = site.actions.values().map(|action| &action.original);
        let of_actions = actions
            .filter(|action| action.plan == plan)
            .flat_map(|action| {
                let outcomes = action.all_facts().flat_map(|facts| facts.outcomes.items());
                outcomes.map(|outcome| (outcome, &action.page.address))
            });
        for (outcome, page) in of_priorities.chain(of_actions) {
            let pair = (ids[outcome].clone(), page.as_str().to_owned());
            assert!(pairs.contains(&pair), "the outcome does not name {pair:?}");
            count += 1;
        }
    }
    assert!(count > 10, "only {count} links were looked for");
}

#[test]
fn the_code_of_a_measure_and_its_actions_lead_to_each_other() {
    let mut count = 0;
    for built in all() {
        let site = &built.site;
        for (plan, of_plan) in site.plans.iter() {
            let folder = of_plan.original.page.address.as_str();
            let list = folder.replace("index.html", "measures.html");
            let actions = site.actions.values().map(|action| &action.original);
            let coded: Vec<(&String, &str)> = actions
                .filter(|action| action.plan == plan)
                .flat_map(|action| {
                    let measures = action.all_facts().flat_map(|facts| facts.measures.items());
                    let codes = measures.filter_map(|measure| measure.code.as_ref());
                    codes.map(|code| (code, action.page.address.as_str()))
                })
                .collect();
            if coded.is_empty() {
                assert!(built.outputs.get(&list).is_none(), "{list} is empty");
                continue;
            }
            let pages = pages_of_actions(site);
            there_and_back(&built, &list, ("<tr id=\"", "</tr>"), &pages);
            let html = built.page(&list);
            for (code, page) in coded {
                let heading = format!("<th scope=\"row\">{code}</th>");
                let entries = entries(&html, "<tr id=\"", "</tr>");
                let (id, entry) = entries
                    .iter()
                    .find(|(_, entry)| entry.contains(&heading))
                    .unwrap_or_else(|| panic!("no {code} in {list}"));
                let to_page = (page.to_owned(), String::new());
                assert!(links(entry, &list).contains(&to_page), "{code}, {page}");
                assert!(has_link(&built, page, &list, id), "{page} to {list}#{id}");
                count += 1;
            }
        }
    }
    assert!(count > 10, "only {count} codes were looked for");
}

#[test]
fn a_group_and_those_it_reports_to_lead_to_each_other() {
    let mut count = 0;
    for built in all() {
        let site = &built.site;
        for group in site.groups.values().map(|group| &group.original) {
            for above in &group.reports_to {
                let above = site.groups[*above].original.page.address.as_str();
                let own = group.page.address.as_str();
                assert!(has_link(&built, own, above, ""), "{own} to {above}");
                assert!(has_link(&built, above, own, ""), "{above} to {own}");
                count += 1;
            }
        }
    }
    assert!(count > 10, "only {count} groups were looked at");
}

#[test]
fn a_glossary_names_the_pages_that_link_to_its_terms() {
    let mut count = 0;
    for built in all() {
        if built.site.terms.is_empty() {
            continue;
        }
        let glossary = built.page("glossary.html");
        let entries: BTreeMap<&str, &str> = entries(&glossary, "<div id=\"", "</dd>")
            .into_iter()
            .collect();
        let actions = built.site.actions.values().map(|action| &action.original);
        for action in actions {
            let page = action.page.address.as_str();
            let html = built.page(page);
            let own = html.split("<main").nth(1).unwrap_or_default();
            for (_, id) in links(own, page)
                .into_iter()
                .filter(|(address, _)| address == "glossary.html")
            {
                let entry = entries.get(id.as_str());
                let entry = entry.unwrap_or_else(|| panic!("no entry {id}"));
                let named =
                    links(entry, "glossary.html").contains(&(page.to_owned(), String::new()));
                assert!(named || entry.contains("more-pages"), "{id} on {page}");
                count += 1;
            }
        }
    }
    assert!(count > 30, "only {count} links were looked for");
}
