//! How to reach people: on every page, and on the page of a member.

use crate::derive::html::Html;
use crate::derive::scope::Scope;
use crate::derive::view::site::ContactView;
use crate::model::Contact;

/// How to reach the board, for the foot of every page.
#[must_use]
pub fn contact_view(contact: &Contact) -> ContactView {
    let Contact {
        team,
        email,
        phone,
        address,
        response_days,
    } = contact;
    ContactView {
        team: team.clone(),
        email: email.clone(),
        phone: phone.clone(),
        phone_href: phone.as_deref().and_then(phone_href),
        address: address.as_deref().map(lines).unwrap_or_default(),
        response_days: response_days.and_then(|days| u32::try_from(days).ok()),
    }
}

/// How to reach somebody, a line each.
#[must_use]
pub fn contact_html(scope: &Scope<'_>, contact: &Contact) -> Html {
    let Contact {
        team,
        email,
        phone,
        address,
        response_days,
    } = contact;
    let mut lines: Vec<Html> = Vec::new();
    let address = address.iter().flat_map(|address| address.lines());
    for line in team.as_deref().into_iter().chain(address) {
        if !line.trim().is_empty() {
            lines.push(Html::from_text(line.trim()));
        }
    }
    if let Some(email) = email {
        let href = format!("mailto:{email}");
        lines.push(labelled(scope, "contact.email", email, Some(&href)));
    }
    if let Some(phone) = phone {
        let href = phone_href(phone);
        lines.push(labelled(scope, "contact.phone", phone, href.as_deref()));
    }
    if let Some(days) = response_days.and_then(|days| usize::try_from(days).ok()) {
        lines.push(Html::from_text(&scope.counted(
            "contact.response",
            days,
            &[],
        )));
    }
    let mut html = Html::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            html.open("br", &[]);
        }
        html.append(line);
    }
    html
}

/// A telephone number as a link (RFC 3966): the first whole number of a text, which may also say hours or an extension;
/// none where it is not certain what to dial.
#[must_use]
pub fn phone_href(phone: &str) -> Option<String> {
    // The zero in brackets of "+44 (0)20 …" is dialled only inside the country.
    let text = if phone.contains('+') {
        phone.replace("(0)", "")
    } else {
        phone.to_owned()
    };
    let numbers = numbers(&text);
    let begins_with = numbers.first().filter(|number| is_short_number(number));
    let number = numbers
        .iter()
        .find(|number| is_whole_number(number))
        .or(begins_with)?;
    Some(format!("tel:{number}"))
}

/// The digits of each row of words without letters. The first is that with which the text begins, if it does so.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = vec![String::new()];
    for word in text.split_whitespace() {
        let bare = word.trim_matches(['(', ')', ',', ';', ':', '/', '.']);
        let is_part = !is_hours(bare)
            && bare
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')'));
        if word.starts_with('(') || !is_part {
            numbers.push(String::new());
        }
        if let Some(number) = numbers.last_mut().filter(|_| is_part) {
            number.extend(bare.chars().filter(|c| c.is_ascii_digit() || *c == '+'));
        }
        if word.ends_with([',', ';', ':', '/']) {
            numbers.push(String::new());
        }
    }
    numbers
}

/// `0900-1700`
fn is_hours(word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(from, to)| [from, to].iter().all(|time| (1..=4).contains(&time.len())))
}

/// A number with its area code or country code.
fn is_whole_number(number: &str) -> bool {
    let lengths = if number.starts_with('+') {
        9..=16
    } else if number.starts_with("00") {
        10..=15
    } else if number.starts_with('0') {
        8..=11
    } else {
        return false;
    };
    lengths.contains(&number.len()) && !number.trim_start_matches('+').contains('+')
}

/// A number such as 101 or 116 123.
fn is_short_number(number: &str) -> bool {
    (3..=6).contains(&number.len()) && number.starts_with(|c: char| ('1'..='9').contains(&c))
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn labelled(scope: &Scope<'_>, key: &str, words: &str, href: Option<&str>) -> Html {
    let mut html = Html::from_text(&scope.text(key, &[]));
    html.text(" ");
    match href {
        Some(href) => html.element("a", &[("href", href)], words),
        None => html.text(words),
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_can_be_dialled() {
        let href = |phone| phone_href(phone).unwrap_or_default();
        assert_eq!(href("01632 960140"), "tel:01632960140");
        assert_eq!(href("+44 (0)20 7946 0000"), "tel:+442079460000");
        assert_eq!(href("01632 960140 ext. 12"), "tel:01632960140");
        assert_eq!(href("101 or 999"), "tel:101");
        assert_eq!(href("by post only"), "");
        assert_eq!(href("116 123"), "tel:116123");
        assert_eq!(href("0800 1111"), "tel:08001111");
        assert_eq!(href("(01632) 960140"), "tel:01632960140");
        assert_eq!(href("9am-5pm 01632 960100"), "tel:01632960100");
        assert_eq!(href("24 hours: 01632 960100"), "tel:01632960100");
        assert_eq!(href("0900-1700 01632 960100"), "tel:01632960100");
        assert_eq!(href("01632 960100 (24 hours)"), "tel:01632960100");
        assert_eq!(href("01632 960100, 01632 960101"), "tel:01632960100");
    }

    #[test]
    fn no_number_is_dialled_where_it_is_not_certain_which() {
        for phone in [
            "0800 CHILD",
            "01632 960100 24 hours",
            "9 to 5 01632 960100",
            "24/7",
            "",
        ] {
            assert_eq!(phone_href(phone), None, "{phone}");
        }
    }
}
