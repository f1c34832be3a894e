//! Links of a page: to other pages, to files, to the groups and members that are named.

use crate::derive::html::Html;
use crate::derive::prose::FileFacts;
use crate::derive::relations::MeetingRef;
use crate::derive::routes::{self, Destination, Place};
use crate::derive::scope::Scope;
use crate::derive::view::action_parts::LeadView;
use crate::derive::view::parts::{ImageView, LinkView, NameView};
use crate::model::{Entity, Lead, Target, WebAddress};
use crate::output::OutputPath;
use crate::parse::Asset;
use crate::source::FileId;

/// Where a link leads, as the page says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The address, relative to the page or absolute.
    pub href: String,
    /// The language of the target, where it is not that of the page.
    pub language: Option<String>,
    /// What a reader should know before following, where it is a file.
    pub file: Option<FileFacts>,
}

impl Scope<'_> {
    /// The address of a page or entry, relative to this page.
    #[must_use]
    pub fn href(&self, destination: impl Into<Destination>) -> String {
        self.way(destination).href
    }

    /// The way to a page or entry.
    #[must_use]
    pub fn way(&self, destination: impl Into<Destination>) -> Way {
        self.way_to_place(self.routes().place(destination, self.language()))
    }

    /// The way to a meeting: its entry on the page of its cycle.
    #[must_use]
    pub fn way_to_meeting(&self, meeting: MeetingRef) -> Way {
        self.way_to_place(self.routes().entry_of(meeting, self.language()))
    }

    /// A link to a page or entry by its name in full: "Priority 1: Early help". The name is in the
    /// language of what it leads to.
    #[must_use]
    pub fn link(&self, entity: Entity) -> LinkView {
        let way = self.way(entity);
        let language = way.language.as_deref().unwrap_or(self.language());
        self.worded(self.derivation.name(entity, language), way)
    }

    /// A link to a page or entry by its name for menus and breadcrumbs.
    #[must_use]
    pub fn short_link(&self, entity: Entity) -> LinkView {
        let way = self.way(entity);
        let language = way.language.as_deref().unwrap_or(self.language());
        self.worded(self.derivation.short_name(entity, language), way)
    }

    /// A link with words of its own, which are in the language of the page.
    #[must_use]
    pub fn link_as(&self, destination: impl Into<Destination>, words: String) -> LinkView {
        LinkView {
            language: None,
            ..self.worded(words, self.way(destination))
        }
    }

    /// A link to a file that the program makes.
    #[must_use]
    pub fn link_at(&self, address: OutputPath, words: String) -> LinkView {
        LinkView {
            text: words,
            href: self.href_of(&Place {
                address,
                anchor: None,
                language: self.language().to_owned(),
            }),
            language: None,
            note: None,
        }
    }

    /// A link to where an author's link leads, with words of its own; `None` where it leads nowhere.
    #[must_use]
    pub fn link_to(&self, target: &Target, words: String) -> Option<LinkView> {
        Some(LinkView {
            language: None,
            ..self.worded(words, self.way_to(target)?)
        })
    }

    /// A name as an author wrote it, in the language of the page, linked where it is known.
    #[must_use]
    pub fn name(&self, words: &str, known: Option<Entity>) -> NameView {
        NameView {
            text: words.to_owned(),
            href: known.map(|entity| self.href(entity)),
            language: None,
        }
    }

    /// The name of a page or entry, linked.
    #[must_use]
    pub fn own_name(&self, entity: Entity) -> NameView {
        let LinkView {
            text,
            href,
            language,
            ..
        } = self.link(entity);
        NameView {
            text,
            href: Some(href),
            language,
        }
    }

    /// The way to where an author's link leads; `None` where it leads nowhere.
    #[must_use]
    pub fn way_to(&self, target: &Target) -> Option<Way> {
        let outside = |href: String| Way {
            href,
            language: None,
            file: None,
        };
        match target {
            Target::Entity(entity, anchor) => {
                Some(self.way_to_part(*entity, self.language(), anchor.as_ref()))
            }
            Target::Version {
                entity,
                language,
                anchor,
            } => Some(self.way_to_part(*entity, language, anchor.as_ref())),
            Target::Overview(overview) => Some(self.way(*overview)),
            Target::Asset(file, part) => self.file_at(*file, part.clone()),
            Target::Anchor(anchor) => Some(outside(self.href_of(&Place {
                anchor: Some(anchor.clone()),
                ..self.place.clone()
            }))),
            Target::External(address) => Some(outside(address.clone())),
            Target::Nowhere => None,
        }
    }

    /// The way to a place of the page that is made from a file.
    #[must_use]
    pub fn way_within(&self, file: FileId, anchor: &str) -> Way {
        let page = self.derivation.page_of(file).unwrap_or(&self.place);
        self.way_to_place(Place {
            anchor: Some(anchor.to_owned()),
            ..page.clone()
        })
    }

    /// A picture or document beside the pages, which is published because this page uses it.
    #[must_use]
    pub fn file(&self, file: FileId) -> Option<Way> {
        self.file_at(file, None)
    }

    /// The same, perhaps at a part of it.
    fn file_at(&self, file: FileId, part: Option<String>) -> Option<Way> {
        let asset = self.derivation.asset(file)?;
        self.files.borrow_mut().insert(file);
        Some(Way {
            href: self.href_of(&Place {
                address: self.derivation.address_of(asset),
                anchor: part,
                language: self.language().to_owned(),
            }),
            language: None,
            file: Some(self.file_facts(asset)),
        })
    }

    /// A picture.
    #[must_use]
    pub fn image(&self, file: FileId, alt: &str) -> Option<ImageView> {
        let way = self.file(file)?;
        Some(ImageView::new(
            way.href,
            alt,
            way.file.and_then(|facts| facts.picture),
        ))
    }

    /// A web address, shown as its author wrote it.
    #[must_use]
    pub fn web_link(&self, address: &WebAddress) -> LinkView {
        LinkView {
            text: address.words.clone(),
            href: address.href.clone(),
            language: None,
            note: None,
        }
    }

    /// Who leads, supports or chairs: the words as printed, every part that is known linked.
    #[must_use]
    pub fn lead(&self, lead: &Lead) -> LeadView {
        let mut named: Vec<_> = lead
            .parts
            .iter()
            .filter_map(|part| Some((part.words.clone()?, part.owner)))
            .filter(|(words, _)| lead.words.get(words.clone()).is_some())
            .collect();
        named.sort_by_key(|(words, _)| (words.start, words.end));
        let mut parts = Vec::new();
        let mut end = 0;
        for (words, owner) in named {
            // A part inside another one has been linked already.
            if words.start < end || words.is_empty() {
                continue;
            }
            if words.start > end {
                parts.push(self.name(&lead.words[end..words.start], None));
            }
            parts.push(self.name(&lead.words[words.clone()], Some(owner.into())));
            end = words.end;
        }
        if end < lead.words.len() {
            parts.push(self.name(&lead.words[end..], None));
        }
        let mut who: Vec<Entity> = Vec::new();
        for part in lead.parts.iter().filter(|part| part.words.is_none()) {
            let entity = Entity::from(part.owner);
            if !who.contains(&entity) {
                who.push(entity);
            }
        }
        LeadView {
            parts,
            who: who.into_iter().map(|entity| self.link(entity)).collect(),
            note: lead.note.as_ref().map(|note| self.value(note)),
        }
    }

    /// A lead as HTML, for a list of facts.
    #[must_use]
    pub fn lead_html(&self, lead: &Lead) -> Html {
        let LeadView { parts, who, note } = self.lead(lead);
        let mut html = Html::new();
        for part in &parts {
            push_name(&mut html, part);
        }
        for (index, link) in who.iter().enumerate() {
            html.text(if index == 0 { " (" } else { ", " });
            push_link(&mut html, link);
        }
        if !who.is_empty() {
            html.text(")");
        }
        if let Some(note) = &note {
            html.text(" ");
            html.append(note);
        }
        html
    }

    /// The page for an address that does not exist is shown at any depth of folders, so its links
    /// are absolute where the address of the site is known.
    fn href_of(&self, place: &Place) -> String {
        match &self.site().settings.site_url {
            Some(site_url) if self.destination == Destination::NotFound => {
                routes::absolute(site_url, place)
            }
            _ => routes::relative(self.place.address.as_str(), place),
        }
    }

    /// The way to a page or entry in a language, or to a place on it.
    fn way_to_part(&self, entity: Entity, language: &str, anchor: Option<&String>) -> Way {
        let mut place = self.routes().place(entity, language);
        if anchor.is_some() {
            place.anchor = anchor.cloned();
        }
        self.way_to_place(place)
    }

    fn way_to_place(&self, place: Place) -> Way {
        Way {
            href: self.href_of(&place),
            language: (place.language != self.language()).then_some(place.language),
            file: None,
        }
    }

    fn worded(&self, words: String, way: Way) -> LinkView {
        let note = way.file.map(|FileFacts { kind, size, .. }| {
            self.text("files.note", &[("type", &kind), ("size", &size)])
        });
        LinkView {
            text: words,
            href: way.href,
            language: way.language,
            note,
        }
    }

    /// "PDF" and "240 KB": kilobytes of 1,000 bytes, rounded up.
    fn file_facts(&self, asset: &Asset) -> FileFacts {
        let kind = asset
            .path
            .rsplit_once('.')
            .map_or_else(String::new, |(_, ending)| ending.to_uppercase());
        let size = if asset.size < 1_000_000 {
            let kilobytes = asset.size.div_ceil(1000).max(1).to_string();
            self.text("files.kilobytes", &[("count", &kilobytes)])
        } else {
            let tenths = asset.size.div_ceil(100_000);
            let megabytes = format!("{}.{}", tenths / 10, tenths % 10);
            self.text("files.megabytes", &[("count", &megabytes)])
        };
        FileFacts {
            kind,
            size,
            picture: asset.picture,
        }
    }
}

/// Adds a link to a text.
pub fn push_link(html: &mut Html, link: &LinkView) {
    open_link(html, &link.href, link.language.as_deref());
    html.text(&link.text);
    if let Some(note) = &link.note {
        html.text(&format!(" ({note})"));
    }
    html.close("a");
}

fn push_name(html: &mut Html, name: &NameView) {
    match &name.href {
        Some(href) => {
            open_link(html, href, name.language.as_deref());
            html.text(&name.text);
            html.close("a");
        }
        None => html.text(&name.text),
    }
}

fn open_link(html: &mut Html, href: &str, language: Option<&str>) {
    match language {
        Some(language) => html.open(
            "a",
            &[("href", href), ("hreflang", language), ("lang", language)],
        ),
        None => html.open("a", &[("href", href)]),
    }
}
