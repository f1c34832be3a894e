//! Who is meant by the words of a lead.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, codes};
use crate::model::names::{Lookup, are_one_name};
use crate::model::{Lead, LeadPart, Owner, Part};
use crate::parse::record::common::RawLead;
use crate::source::Spanned;

use super::resolver::{Here, Resolver};

/// A lead of more pieces than this is looked up only as a whole.
const MOST_PIECES: usize = 12;

impl Resolver {
    /// All leads of a field.
    pub(super) fn leads(&mut self, raw: Vec<RawLead>, here: &Here) -> Vec<Lead> {
        raw.into_iter().map(|lead| self.lead(lead, here)).collect()
    }

    fn lead(&mut self, raw: RawLead, here: &Here) -> Lead {
        let RawLead {
            lead,
            who,
            role,
            note,
        } = raw;
        let note = self.optional_prose(note, here);
        let mut parts = if who.is_empty() {
            self.parts_or_report(&lead)
        } else {
            let mut parts = Vec::new();
            for name in &who {
                parts.extend(self.parts_or_report(name).into_iter().map(|part| LeadPart {
                    words: None,
                    ..part
                }));
            }
            parts
        };
        if let Some(role) = role {
            let part = match role.value.as_str() {
                "chair" => Part::Chair,
                "members" => Part::Members,
                "representative" => Part::Representative,
                _ => Part::All,
            };
            for own in &mut parts {
                own.part = part;
            }
        }
        Lead {
            words: lead.value,
            span: lead.span,
            parts,
            note,
        }
    }

    /// A lead in the short form.
    pub(super) fn plain_lead(&mut self, name: Spanned<String>, here: &Here) -> Lead {
        let raw = RawLead {
            lead: name,
            who: Vec::new(),
            role: None,
            note: None,
        };
        self.lead(raw, here)
    }

    fn parts_or_report(&mut self, name: &Spanned<String>) -> Vec<LeadPart> {
        match self.parts(&name.value) {
            Lookup::One(parts) => parts,
            Lookup::Several(found) => {
                self.report_ambiguous(name, found);
                Vec::new()
            }
            Lookup::Nothing => {
                let message = match self.stranger(&name.value) {
                    Some(piece) => unresolved_piece(name, piece, self.meant(piece).as_deref()),
                    None => unresolved(name, self.meant(&name.value).as_deref()),
                };
                self.report_unknown(message);
                Vec::new()
            }
        }
    }

    /// What may be meant by words that nobody is called by: "Chair of the Training Group" for "Chair of the Trainig
    /// Group".
    fn meant(&self, words: &str) -> Option<String> {
        readings(words)
            .into_iter()
            .filter(|(part, ..)| *part != Part::Itself)
            .find_map(|(_, name, start)| {
                let near = self.owners.nearest(name)?;
                let (before, after) = (words.get(..start)?, words.get(start + name.len()..)?);
                Some(format!("{before}{near}{after}"))
            })
            .or_else(|| self.owners.nearest(words).map(str::to_owned))
    }

    /// What else a name stands for: `member` for the name of one where a group belongs.
    pub(super) fn kind_of_owner(&self, name: &str) -> Option<&'static str> {
        match self.owners.find(name) {
            Lookup::One(Owner::Group(_)) => Some("group"),
            Lookup::One(Owner::Member(_)) => Some("member"),
            Lookup::One(Owner::Role(_)) => Some("role"),
            Lookup::Several(_) | Lookup::Nothing => None,
        }
    }

    /// Whether it has a message of its own that a name means several entries: they share their name, or the short name
    /// or alias by which they are called.
    pub(super) fn is_shared_name(&self, words: &str, names: &[String]) -> bool {
        are_one_name(names)
            || readings(words)
                .iter()
                .any(|(_, name, _)| self.shared_names.contains(&name.trim().to_lowercase()))
    }

    /// The message that a name could mean several entries, unless that has a message of its own.
    pub(super) fn report_ambiguous<T>(&mut self, name: &Spanned<String>, found: Vec<(T, String)>) {
        let names: Vec<String> = found.into_iter().map(|(_, name)| name).collect();
        if self.is_shared_name(&name.value, &names) {
            return;
        }
        let example = names.first().map_or("", String::as_str);
        self.report(Diagnostic::new(
            &codes::AMBIGUOUS_NAME,
            name.span,
            format!(
                "\u{201c}{}\u{201d} could mean {}",
                name.value,
                names.join(" or ")
            ),
            format!(
                "Type the full name of the one you mean, for example \u{201c}{example}\u{201d}."
            ),
        ));
    }

    /// Who is meant by some words: one owner, or several that are joined.
    fn parts(&self, words: &str) -> Lookup<Vec<LeadPart>> {
        let whole = match self.part(words, 0) {
            Lookup::One(part) => return Lookup::One(vec![part]),
            other => other,
        };
        // Joined names are split only where every part is known and the whole is not.
        if let Some(parts) = self.split(words) {
            return Lookup::One(parts);
        }
        match whole {
            Lookup::Several(found) => Lookup::Several(
                found
                    .into_iter()
                    .map(|(part, name)| (vec![part], name))
                    .collect(),
            ),
            Lookup::One(_) | Lookup::Nothing => Lookup::Nothing,
        }
    }

    /// One owner: a name, or a name with the part in which it is meant.
    fn part(&self, words: &str, offset: usize) -> Lookup<LeadPart> {
        let mut several = None;
        for (part, name, start) in readings(words) {
            let range = offset + start..offset + start + name.len();
            match self.owners.find(name) {
                Lookup::One(owner) => {
                    return Lookup::One(LeadPart {
                        owner,
                        part,
                        words: Some(range),
                    });
                }
                Lookup::Several(found) if several.is_none() => {
                    several = Some(
                        found
                            .into_iter()
                            .map(|(owner, full)| {
                                let part = LeadPart {
                                    owner,
                                    part,
                                    words: Some(range.clone()),
                                };
                                (part, full)
                            })
                            .collect(),
                    );
                }
                Lookup::Several(_) | Lookup::Nothing => {}
            }
        }
        several.map_or(Lookup::Nothing, Lookup::Several)
    }

    /// The owners of joined words, if every piece is known.
    fn split(&self, words: &str) -> Option<Vec<LeadPart>> {
        let pieces = self.pieces(words);
        if pieces.is_empty() {
            return None;
        }
        pieces.into_iter().collect::<Result<_, _>>().ok()
    }

    /// The first piece of joined words that nobody is called by, where another piece is known.
    fn stranger<'w>(&self, words: &'w str) -> Option<&'w str> {
        let pieces = self.pieces(words);
        let is_one_known = pieces.iter().any(Result::is_ok);
        let stranger = pieces.into_iter().find_map(Result::err)?;
        is_one_known.then(|| &words[stranger])
    }

    /// The owner of each piece of joined words, or the bytes of a piece that is not known. Names may
    /// hold `and` themselves, so neighbouring pieces are tried together, longest first.
    fn pieces(&self, words: &str) -> Vec<Result<LeadPart, Range<usize>>> {
        let pieces = pieces(words);
        if pieces.len() < 2 || pieces.len() > MOST_PIECES {
            return Vec::new();
        }
        let mut parts = Vec::new();
        let mut first = 0;
        while first < pieces.len() {
            let start = pieces[first].start;
            let found = (first + 1..=pieces.len()).rev().find_map(|next| {
                let end = pieces[next - 1].end;
                match self.part(&words[start..end], start) {
                    Lookup::One(part) => Some((part, next)),
                    Lookup::Several(_) | Lookup::Nothing => None,
                }
            });
            first = match found {
                Some((part, next)) => {
                    parts.push(Ok(part));
                    next
                }
                None => {
                    parts.push(Err(pieces[first].clone()));
                    first + 1
                }
            };
        }
        parts
    }

    /// An owner by a plain name, for chairs, seats and the like; `None` without a message.
    pub(super) fn owner(&self, name: &str) -> Option<(Owner, Part)> {
        match self.part(name, 0) {
            Lookup::One(part) => Some((part.owner, part.part)),
            Lookup::Several(_) | Lookup::Nothing => None,
        }
    }
}

/// The message that nobody is known by a name.
pub(super) fn unresolved(name: &Spanned<String>, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &codes::UNRESOLVED_NAME,
        name.span,
        format!(
            "No group, member or role is called \u{201c}{}\u{201d}; it is shown as written, without a link",
            name.value
        ),
        help_with_name(nearest),
    )
}

/// The message that of several joined names one is not known.
fn unresolved_piece(names: &Spanned<String>, piece: &str, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        &codes::UNRESOLVED_NAME,
        names.span,
        format!(
            "No group, member or role is called \u{201c}{piece}\u{201d}, so none of these names becomes a link; they are shown as written"
        ),
        help_with_name(nearest),
    )
}

fn help_with_name(nearest: Option<&str>) -> String {
    match nearest {
        Some(nearest) => format!("Did you mean \u{201c}{nearest}\u{201d}? If not, add a file in content/groups or content/members, or an entry in content/roles.md."),
        None => "Add a file in content/groups or content/members, or an entry in content/roles.md; or correct the name.".to_owned(),
    }
}

/// The ways to read some words as an owner: as what, the name, and the byte where it starts.
fn readings(words: &str) -> Vec<(Part, &str, usize)> {
    let mut readings = vec![(Part::Itself, words, 0)];
    let without = |text: &str| strip_word(text, "the").unwrap_or(0);
    let the = without(words);
    if the > 0 {
        readings.push((Part::Itself, &words[the..], the));
    }
    let rest = &words[the..];
    for (part, before) in [
        (Part::Chair, "chair of"),
        (Part::Chair, "chairs of"),
        (Part::Chair, "chair"),
        (Part::Members, "members of"),
        (Part::Members, "all members of"),
        (Part::Representative, "representative of"),
        (Part::Representative, "representatives of"),
    ] {
        if let Some(cut) = strip_word(rest, before) {
            let cut = cut + without(&rest[cut..]);
            readings.push((part, &rest[cut..], the + cut));
        }
    }
    for (part, after) in [(Part::Chair, " chair"), (Part::Members, " members")] {
        let length = rest.len().saturating_sub(after.len());
        let fits = rest
            .get(length..)
            .is_some_and(|end| end.eq_ignore_ascii_case(after));
        if fits && length > 0 {
            readings.push((part, &rest[..length], the));
        }
    }
    readings
}

/// How many bytes a word and the spaces behind it take at the start of a text.
fn strip_word(text: &str, word: &str) -> Option<usize> {
    let start = text.get(..word.len())?;
    let rest = &text[word.len()..];
    let spaces = rest.len() - rest.trim_start().len();
    (start.eq_ignore_ascii_case(word) && spaces > 0).then_some(word.len() + spaces)
}

/// The pieces between `&`, `and`, `/` and `,`, as bytes of the words.
fn pieces(words: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let cut = if rest.starts_with(['&', '/', ',']) {
            1
        } else if rest
            .get(..5)
            .is_some_and(|joint| joint.eq_ignore_ascii_case(" and "))
        {
            5
        } else {
            0
        };
        if cut > 0 {
            pieces.push(start..at);
            at += cut;
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    pieces.push(start..words.len());
    pieces
        .into_iter()
        .filter_map(|piece| {
            let text = &words[piece.clone()];
            let start = piece.start + text.len() - text.trim_start().len();
            let end = piece.start + text.trim_end().len();
            (start < end).then_some(start..end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_their_joints() {
        let cut = |words: &str| -> Vec<String> {
            pieces(words)
                .into_iter()
                .map(|piece| words[piece].to_owned())
                .collect()
        };
        assert_eq!(cut("Police & Health"), ["Police", "Health"]);
        assert_eq!(cut("A, B and C/D"), ["A", "B", "C", "D"]);
        assert_eq!(cut("Sandford, and Ålesund"), ["Sandford", "Ålesund"]);
        assert_eq!(cut("Youth Panel"), ["Youth Panel"]);
    }

    #[test]
    fn a_chair_is_read_in_each_order_of_words() {
        let read = |words: &'static str| -> Vec<(Part, &'static str)> {
            readings(words)
                .into_iter()
                .map(|(part, name, _)| (part, name))
                .collect()
        };
        assert!(read("Chair of the PLG").contains(&(Part::Chair, "PLG")));
        assert!(read("PLG Chair").contains(&(Part::Chair, "PLG")));
        assert!(read("The Board members").contains(&(Part::Members, "Board")));
        assert_eq!(read("PLG").len(), 1);
    }
}
