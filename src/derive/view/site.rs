//! What all pages of one language share. It is given to the templates once, as `site`.

use serde::Serialize;

use crate::derive::view::parts::ImageView;

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
