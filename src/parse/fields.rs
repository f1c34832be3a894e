//! Field tables, and the one reader that follows them.
//!
//! The fields of a kind of page are one table beside its record (`record/<kind>.rs`). From it follow
//! what is accepted, every message about an unknown, repeated, missing, empty or wrongly shaped
//! field, the field reference `content/README.md`, and `boardplan new`.

mod decode;
mod meant;
mod record;
mod scalar;
mod words;

pub use decode::{decode, decode_nothing};
pub use meant::meant_field;
pub use record::{RawProse, Record};
pub use scalar::{not_yes_or_no, read_yes_no};

/// What may be written into a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A name, title or other short text; `*` and `_` are shown as typed.
    Plain,
    /// A text of a sentence or more, in Markdown.
    Markdown,
    /// `yes` or `no`, also `true`/`false` and `on`/`off`, in any case.
    YesNo,
    /// A whole number.
    Number,
    /// A day, a month or a year.
    Date,
    /// A time of day or a span of it: `2pm`, `14:00 to 16:00`.
    Time,
    /// One of these words, in any case.
    OneOf(&'static [&'static str]),
    /// Fields of its own.
    Map(&'static [Field]),
    /// Text, which then is the named field, or fields of its own.
    TextOr(&'static str, &'static [Field]),
    /// Any names, each with a value that is text, which then is the named field, or fields.
    Dictionary(&'static str, &'static [Field]),
}

/// One field: a row of the table of its kind.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// What the author types before the colon.
    pub name: &'static str,
    /// What may be written behind it.
    pub shape: Shape,
    /// Whether a list is welcome as well as one value.
    pub many: bool,
    /// Whether the page or entry needs it.
    pub required: bool,
    /// What it is for, in a sentence for authors.
    pub doc: &'static str,
}

impl Field {
    /// A field that takes one value.
    #[must_use]
    pub const fn one(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            name,
            shape,
            many: false,
            required: false,
            doc,
        }
    }

    /// A field that takes one value or a list.
    #[must_use]
    pub const fn many(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self {
            many: true,
            ..Self::one(name, shape, doc)
        }
    }

    /// The same field, needed.
    #[must_use]
    pub const fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }
}

/// The fields of one kind of page.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The kind as messages name it, with its article: `an action`.
    pub kind: &'static str,
    /// Its tables, in the order in which they are documented.
    pub tables: &'static [&'static [Field]],
    /// Whether a plan may add fields of its own; unknown ones are then left to the model.
    pub open: bool,
}

impl Schema {
    /// Whether a page of this kind has a field of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        let mut fields = self.tables.iter().copied().flatten();
        fields.any(|field| field.name == name)
    }
}
