//! Styles and scripts in the page itself. The site promises that
//! `Content-Security-Policy: default-src 'self'` holds, and under it they do nothing.

use crate::audit::Finding;
use crate::audit::facts::{InlineCode, PageFacts};
use crate::audit::site::{Site, Target};

pub(super) fn find(page: &PageFacts<'_>, site: &Site<'_>) -> Vec<Finding> {
    let code = page.inline_code.iter().map(|(code, offset)| {
        let (message, help) = match code {
            InlineCode::StyleElement => (
                "The page holds a <style> element".to_owned(),
                "Move it to a style sheet of the theme.",
            ),
            InlineCode::StyleAttribute => (
                "An element has a style attribute".to_owned(),
                "Give it a class, and style that in a style sheet of the theme.",
            ),
            InlineCode::Script => (
                "The page holds a script".to_owned(),
                "Move it to a file in assets/ and name that with src.",
            ),
            InlineCode::Handler(name) => (
                format!("An element has the attribute {name}"),
                "Listen to the event in a script of assets/.",
            ),
        };
        Finding {
            message,
            help: help.to_owned(),
            offset: *offset,
        }
    });
    let script_links =
        page.addresses
            .iter()
            .filter_map(|address| match site.target(&address.text, page) {
                Target::Scheme(scheme) if scheme == "javascript" || scheme == "vbscript" => {
                    Some(Finding {
                        message: "A link runs a script".to_owned(),
                        help: "Link to a page, or use a button and a script of assets/.".to_owned(),
                        offset: address.offset,
                    })
                }
                _ => None,
            });
    code.chain(script_links).collect()
}
