//! The glossary for search engines: `DefinedTermSet` of schema.org, as JSON-LD
//! (<https://schema.org/DefinedTermSet>).

use serde_json::{Map, Value, json};

use crate::derive::view::linked_data::{GlossaryData, TermFacts};
use crate::render::{Input, Made};

/// A file for the glossary of each language.
pub(in crate::render) fn make(input: &Input<'_>) -> Made {
    let files = input.views.glossary_data.iter().map(|glossary| {
        let mut text = format!("{:#}", term_set(glossary));
        text.push('\n');
        (glossary.path.clone(), text.into_bytes())
    });
    Made::files(files)
}

fn term_set(glossary: &GlossaryData) -> Value {
    let GlossaryData {
        path: _,
        language,
        name,
        url,
        terms,
    } = glossary;
    let mut set = Map::new();
    set.insert("@context".to_owned(), json!("https://schema.org"));
    set.insert("@type".to_owned(), json!("DefinedTermSet"));
    if let Some(url) = url {
        set.insert("@id".to_owned(), json!(url));
    }
    set.insert("name".to_owned(), json!(name));
    set.insert("inLanguage".to_owned(), json!(language));
    if let Some(url) = url {
        set.insert("url".to_owned(), json!(url));
    }
    let terms: Vec<Value> = terms.iter().map(term).collect();
    set.insert("hasDefinedTerm".to_owned(), json!(terms));
    Value::Object(set)
}

fn term(term: &TermFacts) -> Value {
    let TermFacts {
        name,
        abbreviation,
        aliases,
        meaning,
        url,
    } = term;
    let mut fields = Map::new();
    fields.insert("@type".to_owned(), json!("DefinedTerm"));
    if let Some(url) = url {
        fields.insert("@id".to_owned(), json!(url));
    }
    fields.insert("name".to_owned(), json!(name));
    if let Some(abbreviation) = abbreviation {
        fields.insert("termCode".to_owned(), json!(abbreviation));
    }
    if !aliases.is_empty() {
        fields.insert("alternateName".to_owned(), json!(aliases));
    }
    if let Some(meaning) = meaning {
        fields.insert("description".to_owned(), json!(meaning));
    }
    if let Some(url) = url {
        fields.insert("url".to_owned(), json!(url));
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::OutputPath;

    #[test]
    fn a_glossary_is_a_set_of_defined_terms() {
        let glossary = GlossaryData {
            path: OutputPath::new("data/glossary.jsonld"),
            language: "en".to_owned(),
            name: "Glossary".to_owned(),
            url: Some("https://board.example/glossary.html".to_owned()),
            terms: vec![
                TermFacts {
                    name: "Child sexual exploitation".to_owned(),
                    abbreviation: Some("CSE".to_owned()),
                    aliases: vec!["exploitation".to_owned()],
                    meaning: Some("A form of abuse.".to_owned()),
                    url: Some("https://board.example/glossary.html#cse".to_owned()),
                },
                TermFacts {
                    name: "Hub".to_owned(),
                    abbreviation: None,
                    aliases: Vec::new(),
                    meaning: None,
                    url: None,
                },
            ],
        };
        let expected = r#"{
  "@context": "https://schema.org",
  "@id": "https://board.example/glossary.html",
  "@type": "DefinedTermSet",
  "hasDefinedTerm": [
    {
      "@id": "https://board.example/glossary.html#cse",
      "@type": "DefinedTerm",
      "alternateName": [
        "exploitation"
      ],
      "description": "A form of abuse.",
      "name": "Child sexual exploitation",
      "termCode": "CSE",
      "url": "https://board.example/glossary.html#cse"
    },
    {
      "@type": "DefinedTerm",
      "name": "Hub"
    }
  ],
  "inLanguage": "en",
  "name": "Glossary",
  "url": "https://board.example/glossary.html"
}"#;
        assert_eq!(format!("{:#}", term_set(&glossary)), expected);
    }
}
