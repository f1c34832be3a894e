//! Prose: the governance page and the guides.

use crate::File;
use crate::names::Names;
use crate::random::{Purpose, Random};
use crate::text::{fill, fill_term};
use crate::words;

const SECTIONS: usize = 5;

/// The page on governance, and all guides.
pub fn files(names: &Names) -> Vec<File> {
    let mut files = vec![governance()];
    files.extend((0..names.pages.len()).map(|index| guide(index, names)));
    files
}

fn governance() -> File {
    let text = "---\ntitle: How we are run\nshort_title: Governance\ncontents: yes\nversion: 2.0\nreviewed: September 2026\n---\n\
        ## Our structure\n\nThe board decides. The [](group:Executive Group) prepares what it decides.\n\n\
        ```structure\n```\n\n\
        ## How decisions are made\n\nEach group reports to another one, and in the end to the board.\n";
    File {
        path: "pages/governance.md".to_owned(),
        text: text.to_owned(),
    }
}

fn guide(index: usize, names: &Names) -> File {
    let random = &mut Random::for_thing(Purpose::Page, index);
    let page = &names.pages[index];
    let mut text = format!(
        "---\ntitle: {}\ncontents: yes\nversion: 1.{}\nreviewed: September 2026\n",
        page.title,
        index % 10
    );
    let numbered = index.is_multiple_of(4);
    if numbered {
        text.push_str("numbered: yes\n");
    }
    text.push_str("---\n");
    let mut headings = words::HEADINGS;
    random.shuffle(&mut headings);
    for (section, heading) in headings.iter().take(SECTIONS).enumerate() {
        let number = if numbered {
            format!("{} ", section + 1)
        } else {
            String::new()
        };
        text.push_str(&format!("\n## {number}{heading}\n"));
        for paragraph in 1..=2 {
            let number = if numbered {
                format!("{}.{paragraph} ", section + 1)
            } else {
                String::new()
            };
            text.push_str(&format!("\n{number}{}\n", self::paragraph(names, random)));
        }
        match section {
            1 => text.push_str(&list(random)),
            2 => text.push_str(&table(names, random)),
            3 => text.push_str(
                "\nThis section was written with people who have used the service[^1].\n",
            ),
            _ => {}
        }
    }
    text.push_str(&format!(
        "\n[^1]: {}\n",
        fill("They live in {place} and {place}.", names, random)
    ));
    File {
        path: format!("pages/{}.md", page.path),
        text,
    }
}

fn paragraph(names: &Names, random: &mut Random) -> String {
    let first = random.below(words::SENTENCES.len());
    let mut sentences: Vec<String> = (0..4)
        .map(|step| {
            fill(
                words::SENTENCES[(first + step * 7) % words::SENTENCES.len()],
                names,
                random,
            )
        })
        .collect();
    let term = &random.pick(&names.terms).term;
    sentences.push(fill_term(random.word(&words::TERM_SENTENCES), term, random));
    sentences.join(" ")
}

fn list(random: &mut Random) -> String {
    let first = random.below(words::METHODS.len());
    let items = (0..4).map(|step| {
        format!(
            "- {}.\n",
            words::METHODS[(first + step * 3) % words::METHODS.len()]
        )
    });
    format!("\nPlease do these things:\n\n{}", items.collect::<String>())
}

fn table(names: &Names, random: &mut Random) -> String {
    let mut table =
        "\nTable: Who does what, and when\n\n| Step | Who | When |\n|---|---|---|\n".to_owned();
    let first = random.below(words::METHODS.len());
    for step in 0..4 {
        let method = words::METHODS[(first + step * 5) % words::METHODS.len()];
        let often = random.word(&words::OFTEN);
        table.push_str(&format!(
            "| {method} | {} | {often} |\n",
            random.pick(&names.groups).name
        ));
    }
    table
}
