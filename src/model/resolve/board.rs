//! Groups and members.

use std::collections::HashMap;

use crate::dates::{Date, PartialDate, Years};
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::model::names::{Lookup, folded};
use crate::model::{Board, Entity, Group, Id, Localised, Member, Owner, Seat};
use crate::output::OutputPath;
use crate::parse::record::group::{RawGroup, RawSeat};
use crate::parse::record::member::RawMember;
use crate::parse::{Kind, Location, RawPage, Record, Unread};
use crate::source::{FileId, Span, Spanned};

use super::gather::{Entry, Written};
use super::resolver::{Resolver, value};

/// A group: from a file, or the board where it has none.
pub(super) struct GroupEntry {
    entry: Entry<RawGroup>,
    from_index: bool,
    /// What `index.md` calls the group, where it is the board.
    board_names: Vec<String>,
}

impl Resolver {
    /// The groups, and the board where it has no file and other pages may name it.
    pub(super) fn with_board_group(
        &self,
        groups: Vec<Entry<RawGroup>>,
        board: &Board,
        may_be_named: bool,
    ) -> Vec<GroupEntry> {
        let is_needed = may_be_named || !groups.is_empty();
        let board_at = self.board_among(&groups);
        let mut entries: Vec<GroupEntry> = groups
            .into_iter()
            .map(|entry| GroupEntry {
                entry,
                from_index: false,
                board_names: Vec::new(),
            })
            .collect();
        match board_at {
            Some(at) => {
                if let Some(entry) = entries.get_mut(at) {
                    entry.board_names = self.names_of_board();
                }
            }
            None if board.name.is_empty() || !is_needed => {}
            None => entries.insert(
                0,
                GroupEntry {
                    entry: board_entry(board, self.index_file),
                    from_index: true,
                    board_names: self.names_of_board(),
                },
            ),
        }
        entries
    }

    /// Which group is the board: the one of its name, else the first of its kind.
    fn board_among(&self, groups: &[Entry<RawGroup>]) -> Option<usize> {
        let is_named_so = |group: &Entry<RawGroup>| {
            let name = group.original.raw.name.as_ref();
            name.is_some_and(|name| {
                let mut own = self.board_names.iter();
                own.any(|own| folded(own) == folded(&name.value))
            })
        };
        let is_board = |group: &Entry<RawGroup>| is_of_kind(&group.original.raw, "board");
        groups
            .iter()
            .position(is_named_so)
            .or_else(|| groups.iter().position(is_board))
    }

    fn names_of_board(&self) -> Vec<String> {
        let usual = std::iter::once("Board".to_owned());
        self.board_names.iter().cloned().chain(usual).collect()
    }

    /// Gives every group its id and its names.
    pub(super) fn note_groups(&mut self, groups: &[GroupEntry], as_of: Date) {
        let mut seen = Seen::default();
        for (index, group) in groups.iter().enumerate() {
            let id = Id::new(index);
            let owner = Owner::Group(id);
            if !group.from_index {
                self.note_page(group.entry.stem(), Entity::Group(id));
            }
            if counts_as_group_of_board(&group.entry.original.raw, as_of) {
                self.all_groups.push(owner);
            }
            for version in group.entry.versions() {
                let raw = &version.raw;
                let file_name = version.page.location.name().to_owned();
                self.note_owner(
                    owner,
                    raw.name.as_ref(),
                    raw.short_name.as_ref(),
                    &raw.aliases,
                    &file_name,
                );
            }
            self.note_aliases(owner, &group.board_names);
            let raw = &group.entry.original.raw;
            self.report_same(
                &mut seen,
                raw.name.as_ref(),
                raw.short_name.as_ref(),
                &raw.aliases,
                "groups or members",
            );
        }
        self.seen_owners = seen;
    }

    /// Gives every member its id and its names.
    pub(super) fn note_members(&mut self, members: &[Entry<RawMember>]) {
        let mut seen = std::mem::take(&mut self.seen_owners);
        for (index, member) in members.iter().enumerate() {
            let id = Id::new(index);
            let owner = Owner::Member(id);
            self.note_page(member.stem(), Entity::Member(id));
            self.all_members.push(owner);
            for version in member.versions() {
                let raw = &version.raw;
                let file_name = version.page.location.name().to_owned();
                self.note_owner(
                    owner,
                    raw.name.as_ref(),
                    raw.short_name.as_ref(),
                    &raw.aliases,
                    &file_name,
                );
            }
            let raw = &member.original.raw;
            self.report_same(
                &mut seen,
                raw.name.as_ref(),
                raw.short_name.as_ref(),
                &raw.aliases,
                "groups or members",
            );
        }
    }

    fn note_owner(
        &mut self,
        owner: Owner,
        name: Option<&Spanned<String>>,
        short: Option<&Spanned<String>>,
        aliases: &[Spanned<String>],
        file_name: &str,
    ) {
        let name = name.map_or(file_name, |name| name.value.as_str());
        let short = short.map(|short| short.value.as_str());
        let aliases: Vec<&str> = aliases.iter().map(|alias| alias.value.as_str()).collect();
        self.owners.add(owner, name, short, aliases.iter().copied());
        // Links may also name the file: `group:young-advisers`.
        let with_file = aliases.into_iter().chain([file_name]);
        self.groups.add(owner, name, short, with_file);
    }

    fn note_aliases(&mut self, owner: Owner, aliases: &[String]) {
        let aliases = || aliases.iter().map(String::as_str);
        self.owners.add_aliases(owner, aliases());
        self.groups.add_aliases(owner, aliases());
    }

    /// Reports names that two entries of one kind share.
    pub(super) fn report_same(
        &mut self,
        seen: &mut Seen,
        name: Option<&Spanned<String>>,
        short: Option<&Spanned<String>>,
        aliases: &[Spanned<String>],
        kind: &str,
    ) {
        let own: Vec<&Spanned<String>> = name.into_iter().chain(short).chain(aliases).collect();
        for (index, text) in own.iter().enumerate() {
            let key = text.value.trim().to_lowercase();
            let repeats_itself = own[..index]
                .iter()
                .any(|before| before.value.trim().to_lowercase() == key);
            if repeats_itself {
                continue;
            }
            let is_name = index == 0 && name.is_some();
            match seen.0.get(&key) {
                Some((first, first_is_name)) => {
                    let (code, words): (&'static Code, &str) = if is_name && *first_is_name {
                        (&codes::SAME_NAME, "name")
                    } else {
                        self.shared_names.insert(key);
                        (&codes::SAME_SHORT_NAME, "short name or alias")
                    };
                    let first = *first;
                    self.report(
                        Diagnostic::new(
                            code,
                            text.span,
                            format!(
                                "Two {kind} share the {words} \u{201c}{}\u{201d}",
                                text.value
                            ),
                            "Change one of the two, so that everybody knows which is meant.",
                        )
                        .with_secondary(first, "first used here"),
                    );
                }
                None => {
                    seen.0.insert(key, (text.span, is_name));
                }
            }
        }
    }

    /// A group in all its languages.
    pub(super) fn group(&mut self, group: GroupEntry) -> Localised<Group> {
        let GroupEntry {
            entry,
            from_index,
            board_names: _,
        } = group;
        entry.localised(|written| self.group_page(written, from_index))
    }

    fn group_page(&mut self, written: Written<RawGroup>, from_index: bool) -> Group {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let RawGroup {
            common,
            name,
            short_name,
            aliases,
            kind,
            reports_to,
            chair,
            members,
            shared_with,
            established,
            ended,
            frequency,
            part_of_board,
        } = raw;
        self.ended_before_established(established.as_ref(), ended.as_ref());
        let name = value(name).unwrap_or_else(|| page.location.name().to_owned());
        let kind = value(kind);
        let is_outside_kind = kind
            .as_deref()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("outside"));
        Group {
            page: self.page(&mut page, common, &here),
            from_index,
            name,
            short_name,
            aliases,
            kind,
            reports_to_at: reports_to.first().map(|group| group.span),
            reports_to: reports_to
                .into_iter()
                .filter_map(|group| self.known_group(&group, "reports_to"))
                .collect(),
            chair: self.leads(chair, &here),
            members: members
                .into_iter()
                .map(|seat| self.seat(seat, page.whole()))
                .collect(),
            shared_with: shared_with
                .into_iter()
                .map(|name| {
                    let owner = self.owner(&name.value).map(|(owner, _)| owner);
                    (name, owner)
                })
                .collect(),
            established: value(established),
            ended: value(ended),
            frequency: value(frequency),
            outside: part_of_board.map_or(is_outside_kind, |part| !part.value),
        }
    }

    fn ended_before_established(
        &mut self,
        established: Option<&Spanned<PartialDate>>,
        ended: Option<&Spanned<PartialDate>>,
    ) {
        let years = Years::default();
        if let (Some(established), Some(ended)) = (established, ended)
            && ended.value.last_day(years) < established.value.first_day(years)
        {
            self.report(
                Diagnostic::new(
                    &codes::END_BEFORE_START,
                    ended.span,
                    "The group ended before it was established",
                    "Correct one of the two dates.",
                )
                .with_secondary(established.span, "established here"),
            );
        }
    }

    /// A group that must be known.
    fn known_group(&mut self, name: &Spanned<String>, field: &str) -> Option<Id<Localised<Group>>> {
        let is_group = |owner| matches!(owner, Owner::Group(_));
        let (message, near) = match self.groups.find(&name.value) {
            Lookup::One(Owner::Group(id)) => return Some(id),
            Lookup::Several(found) => {
                let names: Vec<String> = found.into_iter().map(|(_, name)| name).collect();
                if self.is_shared_name(&name.value, &names) {
                    return None;
                }
                let message = format!(
                    "\u{201c}{}\u{201d} could mean {}",
                    name.value,
                    names.join(" or ")
                );
                (
                    message,
                    names.into_iter().find(|other| *other != name.value),
                )
            }
            Lookup::One(_) | Lookup::Nothing => {
                let near = self.groups.nearest_where(&name.value, is_group);
                (
                    self.not_of_kind(&name.value, "group"),
                    near.map(str::to_owned),
                )
            }
        };
        let help = match near {
            Some(near) => format!("Did you mean \u{201c}{near}\u{201d}?"),
            None => format!(
                "Write the name of a group in content/groups behind \u{201c}{field}:\u{201d}."
            ),
        };
        self.report_unknown(Diagnostic::new(
            &codes::UNKNOWN_NAME,
            name.span,
            message,
            help,
        ));
        None
    }

    /// That a name is not that of a group or a member, as `wanted`, and of what else it is.
    pub(super) fn not_of_kind(&self, name: &str, wanted: &str) -> String {
        match self.kind_of_owner(name) {
            Some(kind) if kind != wanted => {
                format!("\u{201c}{name}\u{201d} is a {kind}, not a {wanted}")
            }
            _ => format!("There is no {wanted} \u{201c}{name}\u{201d}"),
        }
    }

    fn seat(&mut self, raw: RawSeat, whole: Span) -> Seat {
        let RawSeat { role, member } = raw;
        let span = member
            .as_ref()
            .or(role.as_ref())
            .map_or(whole, |text| text.span);
        let owners = match &member {
            Some(name) => match folded(&name.value).as_str() {
                "all groups" => self.all_groups.clone(),
                "all members" => self.all_members.clone(),
                _ => self
                    .owner(&name.value)
                    .map(|(owner, _)| owner)
                    .into_iter()
                    .collect(),
            },
            None => role
                .as_ref()
                .and_then(|role| self.owner(&role.value))
                .map(|(owner, _)| owner)
                .into_iter()
                .collect(),
        };
        Seat {
            span,
            role: value(role),
            member: value(member),
            owners,
        }
    }

    /// A member in all its languages.
    pub(super) fn member(&mut self, entry: Entry<RawMember>) -> Localised<Member> {
        entry.localised(|written| self.member_page(written))
    }

    fn member_page(&mut self, written: Written<RawMember>) -> Member {
        let Written { mut page, raw } = written;
        let here = self.here(&page);
        let RawMember {
            common,
            name,
            short_name,
            aliases,
            kind,
            website,
            contact,
        } = raw;
        Member {
            name: value(name).unwrap_or_else(|| page.location.name().to_owned()),
            page: self.page(&mut page, common, &here),
            short_name,
            aliases,
            kind: value(kind),
            website: self.web(website).map(|website| website.href),
            contact: contact.map(|contact| self.contact(contact)),
        }
    }
}

/// The names that were met so far, each with its place, and whether it was a full name.
#[derive(Debug, Default)]
pub(super) struct Seen(HashMap<String, (Span, bool)>);

/// Whether "all groups" of the board holds a group: not a name for several, not an outside body, not one that has ended.
fn counts_as_group_of_board(raw: &RawGroup, as_of: Date) -> bool {
    let is_outside = raw
        .part_of_board
        .as_ref()
        .map_or_else(|| is_of_kind(raw, "outside"), |part| !part.value);
    let has_ended = raw
        .ended
        .as_ref()
        .is_some_and(|ended| ended.value.first_day(Years::Calendar) <= as_of);
    !is_outside && !has_ended && !is_of_kind(raw, "collective")
}

fn is_of_kind(raw: &RawGroup, wanted: &str) -> bool {
    let kind = raw.kind.as_ref();
    kind.is_some_and(|kind| kind.value.eq_ignore_ascii_case(wanted))
}

/// The board as a group, from what `index.md` says of it.
fn board_entry(board: &Board, file: FileId) -> Entry<RawGroup> {
    let whole = Span::whole(file);
    let text = |text: &str| Spanned::new(text.to_owned(), whole);
    let mut record = Record::default();
    let common = crate::parse::record::common::RawCommon::take(&mut record);
    let page = RawPage {
        file,
        path: "index.md".to_owned(),
        location: Location {
            kind: Kind::Group,
            stem: "groups/board".to_owned(),
            language: None,
            address: OutputPath::new("groups/board.html"),
        },
        record,
        body: crate::parse::markdown::Body::default(),
        unread: Unread::Nothing,
    };
    Entry {
        original: Written {
            page,
            raw: RawGroup {
                common,
                name: Some(text(&board.name)),
                short_name: board.short_name.clone(),
                aliases: board.aliases.clone(),
                kind: Some(text("board")),
                reports_to: Vec::new(),
                chair: Vec::new(),
                members: Vec::new(),
                shared_with: Vec::new(),
                established: board.established.map(|date| Spanned::new(date, whole)),
                ended: None,
                frequency: None,
                part_of_board: None,
            },
        },
        twins: std::collections::BTreeMap::new(),
    }
}
