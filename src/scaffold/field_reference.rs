//! The field reference for authors, made from the same tables that read what they write.

use std::fmt::Write as _;

use crate::parse::{Field, Kind, Schema, Shape, schema};

/// A kind of page, as the reference introduces it.
struct Section {
    kind: Kind,
    title: &'static str,
    place: &'static str,
}

const SECTIONS: [Section; 11] = [
    Section {
        kind: Kind::Site,
        title: "The board and the site",
        place: "content/index.md",
    },
    Section {
        kind: Kind::Plan,
        title: "A plan",
        place: "content/plans/<plan>/plan.md",
    },
    Section {
        kind: Kind::Priority,
        title: "A priority",
        place: "content/plans/<plan>/<priority>/priority.md",
    },
    Section {
        kind: Kind::Action,
        title: "An action",
        place: "content/plans/<plan>/<priority>/<action>.md",
    },
    Section {
        kind: Kind::Group,
        title: "A group",
        place: "content/groups/<group>.md",
    },
    Section {
        kind: Kind::Member,
        title: "A member",
        place: "content/members/<member>.md",
    },
    Section {
        kind: Kind::Roles,
        title: "Roles",
        place: "content/roles.md",
    },
    Section {
        kind: Kind::Strategies,
        title: "Strategies",
        place: "content/strategies.md",
    },
    Section {
        kind: Kind::Glossary,
        title: "The glossary",
        place: "content/glossary.md",
    },
    Section {
        kind: Kind::Cycle,
        title: "A year of meetings",
        place: "content/meetings/<year>.md",
    },
    Section {
        kind: Kind::Page,
        title: "Any other page",
        place: "content/pages/<page>.md, or beside plan.md",
    },
];

/// The text of `content/README.md`.
#[must_use]
pub fn field_reference() -> String {
    let mut text = INTRODUCTION.to_owned();
    for section in &SECTIONS {
        let Schema { tables, .. } = schema(&section.kind);
        let _ = write!(text, "\n## {}\n\n`{}`\n\n", section.title, section.place);
        // The last table is the one that all kinds share; it stands once, at the end.
        let own = &tables[..tables.len() - 1];
        let fields: Vec<&Field> = own.iter().copied().flatten().collect();
        table(&mut text, &fields);
        nested(&mut text, &fields, "");
    }
    if let Some(shared) = schema(&Kind::Page).tables.last() {
        text.push_str("\n## Fields of every page\n\n");
        table(&mut text, &shared.iter().collect::<Vec<_>>());
    }
    text
}

const INTRODUCTION: &str = "\
# What you can write

This page lists every field of every kind of file. It is made from the tables that read your files,
so it is never out of date: `boardplan fields` prints it.

A file begins with its facts, between two lines of three hyphens, and goes on with its text:

```text
---
title: Help families early
lead: Early Help Sub-Group
due: March 2027
---

The text of the page, in Markdown.
```

- **Needed** fields are marked. Everything else can be left out.
- **or a list** means that one value or several are welcome: several stand on lines of their own, each behind
  `- `.
- A value with `: ` or ` #` in it, or with an unusual sign at its start, stands in double quotes.
- A file beside another with a language before `.md` is its translation: `contact.cy.md`. What it leaves out, it
  shares with its original.
";

fn table(text: &mut String, fields: &[&Field]) {
    text.push_str("| field | takes | what it is for |\n|---|---|---|\n");
    for field in fields {
        let needed = if field.required { " **needed**" } else { "" };
        let list = if field.many { ", or a list" } else { "" };
        let _ = writeln!(
            text,
            "| `{}`{needed} | {}{list} | {} |",
            field.name,
            takes(&field.shape),
            field.doc.replace('|', "\\|")
        );
    }
}

fn takes(shape: &Shape) -> String {
    match shape {
        Shape::Plain => "text".to_owned(),
        Shape::Markdown => "text, Markdown".to_owned(),
        Shape::YesNo => "yes or no".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Date => "a date".to_owned(),
        Shape::Time => "a time".to_owned(),
        Shape::OneOf(words) => words
            .iter()
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", "),
        Shape::Map(_) => "fields, below".to_owned(),
        Shape::TextOr(..) => "text, or fields, below".to_owned(),
        Shape::Dictionary(..) => "names, each with text or fields, below".to_owned(),
    }
}

/// The tables of fields below fields.
fn nested(text: &mut String, fields: &[&Field], above: &str) {
    for field in fields {
        let below = match field.shape {
            Shape::Map(below) | Shape::TextOr(_, below) | Shape::Dictionary(_, below) => below,
            _ => continue,
        };
        let path = format!("{above}{}", field.name);
        let below: Vec<&Field> = below.iter().collect();
        let _ = write!(text, "\n### `{path}`\n\n");
        if let Shape::TextOr(main, _) = field.shape {
            let _ = write!(text, "Text alone is its `{main}`.\n\n");
        }
        table(text, &below);
        nested(text, &below, &format!("{path} › "));
    }
}
