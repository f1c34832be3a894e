//! How to have meetings in one's own calendar.

use serde::Serialize;

use crate::derive::scope::Scope;
use crate::derive::view::parts::LinkView;
use crate::model::{Entity, Group, Id, Listing, Localised};

/// A calendar that a reader may subscribe to, or add once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SubscriptionView {
    /// Whose meetings these are: "Meetings of the Training Group".
    pub name: String,
    /// The calendar file, for a copy that stays as it is.
    pub file: LinkView,
    /// The whole address, which a calendar program asks for again and again; `None` where
    /// `site_url` is not set.
    pub address: Option<String>,
    /// The same address as a link that opens a calendar program: `webcal://…`. It is no registered
    /// scheme, but Apple Calendar and Outlook have understood it for twenty years.
    pub webcal: Option<String>,
}

impl Scope<'_> {
    /// How to have all meetings, or those of one group, in one's own calendar; `None` where there is
    /// no meeting.
    #[must_use]
    pub fn subscription(&self, group: Option<Id<Localised<Group>>>) -> Option<SubscriptionView> {
        let language = self.language();
        let (file, name, words) = match group {
            Some(group) if self.routes().meets(group) => {
                let group_name = self.derivation.name(Entity::Group(group), language);
                let group_name = [("group", group_name.as_str())];
                (
                    self.routes().feed_of(group, language),
                    self.text("meetings.title_of", &group_name),
                    self.text("meetings.feed_of", &group_name),
                )
            }
            None if self.routes().exists(Listing::Calendar) => (
                self.routes().feed(language),
                self.text("meetings.all", &[]),
                self.text("meetings.feed", &[]),
            ),
            _ => return None,
        };
        let address = self.derivation.absolute_file(&file);
        Some(SubscriptionView {
            name,
            file: self.link_at(file, words),
            webcal: address.as_deref().and_then(webcal),
            address,
        })
    }
}

fn webcal(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    Some(format!("webcal://{rest}"))
}
