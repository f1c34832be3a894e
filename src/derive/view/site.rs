//! What all pages of one language share. It is given to the templates once, as `site`.

use serde::Serialize;

use crate::derive::Derivation;
use crate::derive::contact::{contact_view, phone_href};
use crate::derive::menu::{Entry, Words};
use crate::derive::purpose::Purpose;
use crate::derive::routes::{self, Destination, Place};
use crate::derive::view::parts::ImageView;
use crate::model::{Board, Entity, Target};

/// What all pages of one language share. Its links are relative to the root of the site:
/// templates put `page.root` in front, unless they are external.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The language.
    pub language: String,
    /// The title of the site: `title`, else the board's name.
    pub title: String,
    /// The board.
    pub board: BoardView,
    /// The home page in this language: `index.html`, `cy/index.html`.
    pub home: String,
    /// The address of the site, where `site_url` is set.
    pub url: Option<String>,
    /// The main menu.
    pub navigation: Vec<NavigationView>,
    /// How to reach the board.
    pub contact: Option<ContactView>,
    /// Where to turn with a worry about somebody.
    pub report_concern: Option<ReportConcernView>,
    /// Where "leave this site" leads.
    pub quick_exit: Option<String>,
    /// Under which licence the text may be used.
    pub licence: Option<LicenceView>,
    /// Links of the footer that the program knows: accessibility statement, privacy, contact, in
    /// this order, each where the page exists.
    pub footer_links: Vec<SiteLinkView>,
    /// The page of the search.
    pub search: String,
    /// The page with everything from A to Z.
    pub a_z: String,
    /// The private page of the plan's health; only where a site is made for the board's own people.
    pub health: Option<SiteLinkView>,
    /// Whether the board chose a colour, so that `brand.css` exists.
    pub has_brand_colour: bool,
}

/// The board.
#[derive(Clone, Debug, Serialize)]
pub struct BoardView {
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short_name: Option<String>,
    /// The area it works for.
    pub area: Option<String>,
    /// What kind of board it is, in words.
    pub kind: Option<String>,
    /// Its website elsewhere.
    pub website: Option<String>,
    /// Since when it exists, in words.
    pub established: Option<String>,
    /// Its logo.
    pub logo: Option<ImageView>,
}

/// A link that is relative to the root of the site.
#[derive(Clone, Debug, Serialize)]
pub struct SiteLinkView {
    /// The words of the link.
    pub text: String,
    /// The address.
    pub href: String,
    /// Whether the address is absolute, so that nothing is put in front of it.
    pub external: bool,
    /// The language of the target, where it is not the language of the site.
    pub language: Option<String>,
}

/// An entry of the menu.
#[derive(Clone, Debug, Serialize)]
pub struct NavigationView {
    /// What pages name in `navigation` to say that they belong here.
    pub key: String,
    /// The words.
    pub text: String,
    /// The address; `None` for a heading that only holds entries.
    pub href: Option<String>,
    /// Whether the address is absolute, so that nothing is put in front of it.
    pub external: bool,
    /// The language of the target, where it is not the language of the site.
    pub language: Option<String>,
    /// Entries below it.
    pub items: Vec<NavigationView>,
}

/// How to reach the board.
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// The team.
    pub team: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number, as written.
    pub phone: Option<String>,
    /// The telephone number as a link: `tel:+44…`.
    pub phone_href: Option<String>,
    /// The postal address, a line each.
    pub address: Vec<String>,
    /// In how many working days the board answers.
    pub response_days: Option<u32>,
}

/// Where to turn with a worry about somebody. Its text is `page.prose.report_concern`.
#[derive(Clone, Debug, Serialize)]
pub struct ReportConcernView {
    /// The heading.
    pub title: String,
    /// The telephone number, as written.
    pub phone: Option<String>,
    /// The telephone number as a link.
    pub phone_href: Option<String>,
    /// The page to turn to.
    pub url: Option<SiteLinkView>,
}

/// Under which licence the text may be used.
#[derive(Clone, Debug, Serialize)]
pub struct LicenceView {
    /// The whole sentence where the licence is known by an identifier, else the author's words.
    pub text: String,
    /// The name of the licence, where it is known by an identifier; the words of the link.
    pub name: Option<String>,
    /// The text of the licence.
    pub url: Option<String>,
}

impl SiteView {
    /// What all pages of a language share.
    #[must_use]
    pub fn new(derivation: &Derivation<'_>, language: &str) -> Self {
        let site = derivation.site;
        let root = Root {
            derivation,
            language,
        };
        let home = site.home.in_language(language);
        Self {
            language: language.to_owned(),
            title: derivation.site_title(language),
            board: root.board(&home.board),
            home: root.href(&derivation.routes.place(Entity::Home, language)),
            url: site.settings.site_url.clone(),
            navigation: derivation
                .menu(language)
                .entries
                .iter()
                .filter_map(|entry| root.entry(entry))
                .collect(),
            contact: home.contact.as_ref().map(contact_view),
            report_concern: home
                .report_concern
                .as_ref()
                .map(|concern| ReportConcernView {
                    title: concern.title.clone(),
                    phone: concern.phone.clone(),
                    phone_href: concern.phone.as_deref().and_then(phone_href),
                    url: concern.url.as_ref().map(|url| SiteLinkView {
                        text: concern.title.clone(),
                        external: is_external(&url.href),
                        href: url.href.clone(),
                        language: None,
                    }),
                }),
            quick_exit: home.quick_exit.as_ref().map(|exit| exit.href.clone()),
            licence: home.licence.as_deref().map(|licence| root.licence(licence)),
            footer_links: root.footer_links(),
            search: root.href(&derivation.routes.place(Destination::Search, language)),
            a_z: root.href(&derivation.routes.place(Destination::AToZ, language)),
            health: root.health(),
            has_brand_colour: derivation.brand().is_some(),
        }
    }
}

/// The root of the site, from which the links of a [`SiteView`] are written.
struct Root<'a> {
    derivation: &'a Derivation<'a>,
    language: &'a str,
}

impl Root<'_> {
    fn href(&self, place: &Place) -> String {
        routes::relative("", place)
    }

    fn board(&self, board: &Board) -> BoardView {
        let established = board.established;
        BoardView {
            name: board.name.clone(),
            short_name: board.short_name.as_ref().map(|name| name.value.clone()),
            area: board.area.clone(),
            kind: board.kind.clone(),
            website: board.website.as_ref().map(|website| website.href.clone()),
            established: established.map(|date| self.derivation.strings.date(self.language, date)),
            logo: board.logo.as_ref().and_then(|(file, alt)| {
                let asset = self.derivation.asset(*file)?;
                let src = self.href(&Place {
                    address: self.derivation.address_of(asset),
                    anchor: None,
                    language: self.language.to_owned(),
                });
                Some(ImageView::new(src, alt, asset.picture))
            }),
        }
    }

    /// An entry of the menu; `None` where it leads nowhere and holds nothing.
    fn entry(&self, entry: &Entry) -> Option<NavigationView> {
        let items: Vec<NavigationView> = entry
            .items
            .iter()
            .filter_map(|item| self.entry(item))
            .collect();
        let (href, external, place) = match &entry.target {
            Target::Entity(entity, anchor) => {
                let mut place = self.derivation.routes.place(*entity, self.language);
                if anchor.is_some() {
                    place.anchor.clone_from(anchor);
                }
                (Some(self.href(&place)), false, Some((*entity, place)))
            }
            Target::External(address) => (Some(address.clone()), true, None),
            Target::Version {
                entity, language, ..
            } => {
                let place = self.derivation.routes.place(*entity, language);
                (Some(self.href(&place)), false, Some((*entity, place)))
            }
            Target::Overview(overview) => {
                let place = self.derivation.routes.place(*overview, self.language);
                (Some(self.href(&place)), false, None)
            }
            Target::Asset(..) | Target::Anchor(_) | Target::Nowhere => (None, false, None),
        };
        if href.is_none() && items.is_empty() {
            return None;
        }
        let (text, language) = match (&entry.words, &place) {
            (Words::Given(title, language), _) => (title.clone(), language.clone()),
            (Words::Key("plan"), _) => {
                let words = self.derivation.words(None, None, self.language);
                (words.plan.one, None)
            }
            (Words::Key(key), _) => (self.derivation.strings.text(self.language, key, &[]), None),
            (Words::OfTarget, Some((entity, place))) => {
                let name = self.derivation.short_name(*entity, &place.language);
                let other = place.language != self.language;
                (name, other.then(|| place.language.clone()))
            }
            (Words::OfTarget, None) => match &entry.target {
                Target::Overview(overview) => {
                    let title = self.derivation.title((*overview).into(), self.language);
                    (title, None)
                }
                _ => (href.clone()?, None),
            },
        };
        Some(NavigationView {
            key: entry.key.clone(),
            text,
            href,
            external,
            language,
            items,
        })
    }

    /// The accessibility statement, and the author's pages about privacy and contact: pages of
    /// these names, as boards know them.
    fn footer_links(&self) -> Vec<SiteLinkView> {
        let site = self.derivation.site;
        let document = |address: &str| {
            let mut documents = site.documents.iter();
            documents
                .find(|(_, document)| document.original.page.address.as_str() == address)
                .map(|(id, _)| Entity::Document(id))
        };
        let statement =
            Some(Entity::Statement).filter(|statement| self.derivation.routes.exists(*statement));
        [
            ("footer.accessibility", statement),
            ("footer.privacy", document("privacy.html")),
            ("footer.contact", document("contact.html")),
        ]
        .into_iter()
        .filter_map(|(key, entity)| {
            let place = self.derivation.routes.place(entity?, self.language);
            let other = place.language != self.language;
            Some(SiteLinkView {
                text: self.derivation.strings.text(&place.language, key, &[]),
                href: self.href(&place),
                external: false,
                language: other.then_some(place.language),
            })
        })
        .collect()
    }

    /// Also while the page itself is still to come: a page that is shown before its site is the same
    /// as in it.
    fn health(&self) -> Option<SiteLinkView> {
        if self.derivation.purpose != Purpose::Review {
            return None;
        }
        let place = self
            .derivation
            .routes
            .place(Destination::Health, self.language);
        let other = place.language != self.language;
        Some(SiteLinkView {
            text: self
                .derivation
                .strings
                .text(&place.language, "health.title", &[]),
            href: self.href(&place),
            external: false,
            language: other.then_some(place.language),
        })
    }

    fn licence(&self, licence: &str) -> LicenceView {
        let known = LICENCES
            .iter()
            .find(|(id, _, _)| id.eq_ignore_ascii_case(licence.trim()));
        let Some((_, name, url)) = known else {
            return LicenceView {
                text: licence.to_owned(),
                name: None,
                url: None,
            };
        };
        LicenceView {
            text: self
                .derivation
                .strings
                .text(self.language, "footer.licence", &[]),
            name: Some((*name).to_owned()),
            url: Some((*url).to_owned()),
        }
    }
}

/// Licences that boards use, by their SPDX identifier: name and text.
const LICENCES: [(&str, &str, &str); 5] = [
    (
        "OGL-UK-3.0",
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    (
        // The name that the format gives it.
        "OGL-3.0",
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    (
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    (
        "CC-BY-SA-4.0",
        "Creative Commons Attribution-ShareAlike 4.0 International",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    (
        "CC0-1.0",
        "Creative Commons Zero v1.0 Universal",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
];

/// Whether an address has a scheme (RFC 3986, 3.1).
fn is_external(href: &str) -> bool {
    href.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}
