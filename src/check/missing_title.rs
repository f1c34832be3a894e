//! An action says what it is for in its title (content format §6). Without one, lists and links can
//! only say "(no title)".

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::Site;

/// Each action without a title.
pub fn check(site: &Site) -> Diagnostics {
    site.actions
        .values()
        .map(|action| &action.original)
        .filter(|action| action.title.is_none() && !action.page.unread.holds("title"))
        .map(|action| {
            Diagnostic::new(
                &codes::MISSING_TITLE,
                action.page.whole(),
                "This action has no title; lists will show \u{201c}(no title)\u{201d}",
                "Add a line with its aim: \u{201c}title: Families know whom to ask\u{201d}.",
            )
        })
        .collect()
}
