//! Vocabulary: style sheets as a browser takes them apart (CSS Syntax Module Level 3).

use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

/// A piece of a style sheet. All pieces after each other are the style sheet, byte by byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// As it stands in the style sheet.
    pub text: &'t str,
    /// The byte of the style sheet at which it begins.
    pub start: usize,
    /// What it is.
    pub kind: PieceKind,
}

/// What a piece of a style sheet is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// What only the authors of the style sheet read.
    Comment,
    /// White space.
    Space,
    /// It names another file: `url(a.png)`, or the text in `url("a.png")` and `@import "a.css"`.
    /// The address, without quotes, stands at these bytes of the style sheet.
    Address(Range<usize>),
    /// Any other token; a bracket at the end of a block is one by itself.
    Token,
}

/// Takes a style sheet apart. What is not closed, or not allowed in one, is a piece too.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut reader = Reader {
        text,
        pieces: Vec::new(),
        end: 0,
        awaits_address: false,
    };
    reader.block(&mut Parser::new(text));
    reader.pieces
}

struct Reader<'t> {
    text: &'t str,
    pieces: Vec<Piece<'t>>,
    /// Where the last piece ends.
    end: usize,
    /// Whether a text that comes next is an address.
    awaits_address: bool,
}

impl<'t> Reader<'t> {
    fn block(&mut self, parser: &mut Parser<'t>) {
        while let Ok(token) = parser.next_including_whitespace_and_comments().cloned() {
            self.add(&token, parser.position().byte_index());
            let begins_block = matches!(
                token,
                Token::Function(_)
                    | Token::ParenthesisBlock
                    | Token::SquareBracketBlock
                    | Token::CurlyBracketBlock
            );
            if begins_block {
                // The one error is a block that stands too deep; the rest of it is read from here.
                let _ = parser.parse_nested_block(|inside| {
                    self.block(inside);
                    Ok::<(), ParseError<()>>(())
                });
                self.push(PieceKind::Token, parser.position().byte_index());
            }
        }
    }

    fn add(&mut self, token: &Token<'_>, end: usize) {
        let kind = match token {
            Token::Comment(_) => PieceKind::Comment,
            Token::WhiteSpace(_) => PieceKind::Space,
            Token::UnquotedUrl(_) => PieceKind::Address(self.inside(end, "url(".len())),
            Token::QuotedString(_) if self.awaits_address => {
                PieceKind::Address(self.inside(end, "\"".len()))
            }
            _ => PieceKind::Token,
        };
        if !matches!(kind, PieceKind::Comment | PieceKind::Space) {
            self.awaits_address = match token {
                Token::Function(name) => name.eq_ignore_ascii_case("url"),
                Token::AtKeyword(name) => name.eq_ignore_ascii_case("import"),
                _ => false,
            };
        }
        self.push(kind, end);
    }

    /// The bytes from the end of the last piece to `end`, without `open` bytes at the start, the
    /// quote or bracket at the end, and white space.
    fn inside(&self, end: usize, open: usize) -> Range<usize> {
        let start = self.end + open;
        let whole = self.text.get(start..end).unwrap_or_default();
        let inside = whole.strip_suffix([')', '"', '\'']).unwrap_or(whole);
        let from = start + inside.len() - inside.trim_start().len();
        from..from + inside.trim().len()
    }

    fn push(&mut self, kind: PieceKind, end: usize) {
        let start = self.end;
        if let Some(text) = self.text.get(start..end).filter(|text| !text.is_empty()) {
            self.pieces.push(Piece { text, start, kind });
            self.end = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<&str> {
        pieces(text)
            .into_iter()
            .filter_map(|piece| match piece.kind {
                PieceKind::Address(range) => Some(&text[range]),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn the_pieces_are_the_whole_style_sheet() {
        let deep = "(".repeat(5_000) + "x" + &")".repeat(5_000);
        for text in [
            "",
            "a > b { color : red; } /* x */ @media (min-width: 3em) { a { b: c } }",
            "/*/ a { color: red } /*/ b {}",
            "a { b: url( 'x.png' ) url(y.png) \"url(z)\"; c: [d] }",
            "a { b: \"not closed\n } é { \\",
            "a { b: url(not closed",
            "} ) ] a {{( } /* not closed",
            "<!-- a {} -->",
            &deep,
        ] {
            let whole: String = pieces(text).iter().map(|piece| piece.text).collect();
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn addresses_are_those_that_a_browser_follows() {
        assert_eq!(
            addresses(
                "@import 'a.css'; @IMPORT url(b.css); x { y: URL( \"c d.png\" ) url( e.png ) }"
            ),
            ["a.css", "b.css", "c d.png", "e.png"]
        );
        assert_eq!(
            addresses("@font-face { src: url(/**/) url(a'b) }"),
            ["/**/"]
        );
        assert_eq!(
            addresses("/*/ url(a) /*/ x { y: \"url(b)\" attr(url) }"),
            [""; 0]
        );
        assert_eq!(addresses("x { y: url(\"a\" \"b\"), url() }"), ["a", ""]);
    }

    #[test]
    fn comments_and_space_are_told_apart_from_the_rest() {
        let kinds: Vec<_> = pieces("/*a*/ b{}")
            .into_iter()
            .map(|piece| (piece.text, piece.start, piece.kind))
            .collect();
        assert_eq!(
            kinds,
            [
                ("/*a*/", 0, PieceKind::Comment),
                (" ", 5, PieceKind::Space),
                ("b", 6, PieceKind::Token),
                ("{", 7, PieceKind::Token),
                ("}", 8, PieceKind::Token),
            ]
        );
    }
}
