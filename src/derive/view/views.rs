//! Everything that a site shows: the whole input of `render` besides the theme.

use crate::colour::Colour;
use crate::derive::places::Places;
use crate::derive::purpose::Purpose;
use crate::derive::view::Page;
use crate::derive::view::export::SiteExport;
use crate::derive::view::feed::CalendarFeed;
use crate::derive::view::linked_data::{GlossaryData, MeetingsData};
use crate::derive::view::search_index::SearchIndex;
use crate::derive::view::site::SiteView;
use crate::derive::view::sitemap::Sitemap;
use crate::output::OutputPath;
use crate::source::FileId;

/// Everything that a site shows.
#[derive(Clone, Debug)]
pub struct Views {
    /// For whom the site is made.
    pub purpose: Purpose,
    /// What all pages of a language share, one entry for each language of the site.
    pub sites: Vec<SiteView>,
    /// All pages.
    pub pages: Vec<Page>,
    /// Pictures and documents that pages use: where each is published, and which file it is.
    pub files: Vec<(OutputPath, FileId)>,
    /// The calendars.
    pub feeds: Vec<CalendarFeed>,
    /// The meetings as data for search engines; none where there is no meeting.
    pub meetings_data: Option<MeetingsData>,
    /// The glossary of each language as data for search engines.
    pub glossary_data: Vec<GlossaryData>,
    /// The plans as data; none where there is no plan.
    pub export: Option<SiteExport>,
    /// What the search of each language knows.
    pub search: Vec<SearchIndex>,
    /// The list for search engines, where `site_url` is set.
    pub sitemap: Option<Sitemap>,
    /// The board's colour, where it chose one.
    pub brand: Option<Colour>,
    /// Where everything was written; empty in all but a preview.
    pub places: Places,
}
