//! Groups, members, posts, strategies and the glossary.

use crate::File;
use crate::names::Names;
use crate::random::{Purpose, Random};
use crate::size::Size;
use crate::text::{fill, slug};
use crate::words;
use crate::yaml;

/// A file for each group and member, and the three lists.
pub fn files(size: Size, names: &Names) -> Vec<File> {
    let mut files: Vec<File> = (0..size.groups).map(|index| group(index, names)).collect();
    files.extend((0..size.members).map(|index| member(index, names)));
    files.push(roles(names));
    files.push(strategies(names));
    files.push(glossary(names));
    files
}

fn group(index: usize, names: &Names) -> File {
    let random = &mut Random::for_thing(Purpose::Entry, index);
    let group = &names.groups[index];
    let mut text = format!(
        "---\nname: {}\nkind: {}\n",
        yaml::value(&group.name),
        group.kind
    );
    match &group.reports_to {
        Some(parent) => text.push_str(&format!("reports_to: {}\n", yaml::value(parent))),
        None => text.push_str("part_of_board: no\n"),
    }
    text.push_str(&format!(
        "chair: {}\nmembers:\n",
        names.roles[index % names.roles.len()]
    ));
    let first = random.below(names.members.len());
    for step in 0..random.between(3, 6) {
        let member = &names.members[(first + step) % names.members.len()];
        if step == 0 {
            text.push_str(&format!(
                "  - {{role: {}, member: {member}}}\n",
                random.pick(&names.roles)
            ));
        } else {
            text.push_str(&format!("  - {member}\n"));
        }
    }
    text.push_str(&format!(
        "established: {}\nfrequency: Monthly\n---\n",
        random.between(2009, 2025)
    ));
    let first = random.below(words::REMITS.len());
    for step in 0..random.between(1, 3) {
        let remit = words::REMITS[(first + step) % words::REMITS.len()];
        text.push_str(&format!("{}\n", fill(remit, names, random)));
    }
    File {
        path: format!("groups/{}.md", slug(&group.name, 60)),
        text,
    }
}

fn member(index: usize, names: &Names) -> File {
    let random = &mut Random::for_thing(Purpose::Entry, 100_000 + index);
    let name = &names.members[index];
    let slug = slug(name, 60);
    let text = format!(
        "---\nname: {name}\nwebsite: https://www.{slug}.example/\n---\n{}\n\n{}\n",
        fill(random.word(&words::REMITS), names, random),
        fill(random.word(&words::IMPACTS), names, random),
    );
    File {
        path: format!("members/{slug}.md"),
        text,
    }
}

fn roles(names: &Names) -> File {
    let mut text = "---\ntitle: Posts that lead work\nroles:\n".to_owned();
    for (index, role) in names.roles.iter().enumerate() {
        text.push_str(&format!(
            "  - name: {role}\n    member: {}\n",
            names.members[index % names.members.len()]
        ));
    }
    text.push_str("---\n");
    File {
        path: "roles.md".to_owned(),
        text,
    }
}

fn strategies(names: &Names) -> File {
    let random = &mut Random::for_thing(Purpose::Entry, 200_000);
    let mut text = "---\ntitle: Plans and strategies\nstrategies:\n".to_owned();
    for strategy in &names.strategies {
        let begins = random.between(2022, 2026);
        text.push_str(&format!(
            "  - name: {}\n    kind: {}\n    owner: {}\n    period: {begins}-{}\n    url: https://www.brackenford.example/papers/{}\n",
            strategy.name,
            strategy.kind,
            random.pick(&names.members),
            begins + 4,
            slug(&strategy.name, 80),
        ));
    }
    text.push_str("---\n");
    File {
        path: "strategies.md".to_owned(),
        text,
    }
}

fn glossary(names: &Names) -> File {
    let random = &mut Random::for_thing(Purpose::Entry, 300_000);
    let mut text = "---\ntitle: Words that we use\nterms:\n".to_owned();
    for (index, entry) in names.terms.iter().enumerate() {
        text.push_str(&format!("  - term: {}\n", entry.term));
        if let Some(abbreviation) = &entry.abbreviation {
            text.push_str(&format!("    abbreviation: {abbreviation}\n"));
        }
        text.push_str(&format!(
            "    meaning: {}\n",
            yaml::value(&fill(random.word(&words::MEANINGS), names, random))
        ));
        text.push_str(&format!(
            "    part: {}\n",
            words::PARTS[index % words::PARTS.len()]
        ));
    }
    text.push_str("---\n");
    File {
        path: "glossary.md".to_owned(),
        text,
    }
}
