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

/// A telephone number as a link (RFC 3966): its digits, up to the first word. The zero in brackets
/// of "+44 (0)20 …" is dialled only inside the country.
#[must_use]
pub fn phone_href(phone: &str) -> Option<String> {
    let number = phone.trim();
    let number = if number.starts_with('+') {
        number.replace("(0)", "")
    } else {
        number.to_owned()
    };
    let digits: String = number
        .chars()
        .take_while(|c| !c.is_alphabetic() && *c != '/' && *c != ',')
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    (!digits.is_empty()).then(|| format!("tel:{digits}"))
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
    }
}
