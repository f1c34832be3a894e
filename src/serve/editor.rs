//! From a place to the author's editor.
//!
//! To open an editor is to run a program on the author's computer. So it is done only for a page
//! of this preview, which alone knows the [`Opener`]'s secret word, and only for files of this site.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::str::FromStr;

use crate::address::encode_path;

/// How an editor is told to show a line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editor {
    /// By an address that the browser hands to it: `vscode://file/{file}:{line}`.
    Address(String),
    /// By a program and its arguments: `code`, `--goto`, `{file}:{line}`.
    Command(Vec<String>),
}

/// What is to be done to open a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The browser must go to this address.
    Address(String),
    /// This program must be run with these arguments.
    Command(Vec<String>),
}

impl FromStr for Editor {
    type Err = String;

    /// Reads the value of `--editor`. A program is not given to a shell: only quotation marks
    /// have a meaning.
    fn from_str(text: &str) -> Result<Self, String> {
        if !text.contains("{file}") {
            return Err(
                "it does not say where the file goes. Type for instance 'code --goto \
                 {file}:{line}' or vscode://file/{file}:{line}"
                    .to_owned(),
            );
        }
        if text.contains("://") && !text.contains(char::is_whitespace) {
            return Ok(Self::Address(text.to_owned()));
        }
        let words = words(text).ok_or("a quotation mark has no partner")?;
        match words.first() {
            Some(program) if !program.contains("{file}") => Ok(Self::Command(words)),
            _ => Err("it does not begin with the name of a program".to_owned()),
        }
    }
}

impl Editor {
    fn open(&self, path: &Path, line: usize) -> Opening {
        let path = path.to_string_lossy();
        let line = line.to_string();
        match self {
            Self::Address(address) => {
                // Windows writes `C:\plan`, an address `/C:/plan`.
                let path = path.replace('\\', "/");
                let path = encode_path(path.trim_start_matches('/'));
                // A place of its own after the host: `file/{file}` and `file{file}` both work.
                let path = match address.find("/{file}") {
                    Some(_) => path,
                    None => format!("/{path}"),
                };
                Opening::Address(address.replace("{file}", &path).replace("{line}", &line))
            }
            Self::Command(words) => {
                // The line first: a file may be called `{line}`.
                let fill = |word: &String| word.replace("{line}", &line).replace("{file}", &path);
                Opening::Command(words.iter().map(fill).collect())
            }
        }
    }
}

/// The editor of an author, and the secret word without which it is not opened.
#[derive(Debug)]
pub struct Opener {
    editor: Editor,
    root: PathBuf,
    secret: String,
}

impl Opener {
    /// An opener with a new secret word of 128 random bits.
    ///
    /// # Errors
    ///
    /// The machine's error where it has no random numbers.
    pub fn new(editor: Editor, root: &Path) -> io::Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self {
            editor,
            root: root.to_path_buf(),
            secret: bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        })
    }

    /// The folder that places stand below.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The secret word.
    pub fn secret(&self) -> &str {
        &self.secret
    }

    /// What is to be done to open a place.
    pub fn open(&self, path: &Path, line: usize) -> Opening {
        self.editor.open(path, line)
    }
}

/// Runs a program and does not wait for it.
///
/// # Errors
///
/// The machine's error: mostly, that there is no such program.
pub fn run(words: &[String]) -> io::Result<()> {
    let Some((program, arguments)) = words.split_first() else {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    };
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    // Waited for on a thread of its own, so that nothing of it is left when it has ended.
    std::thread::spawn(move || child.wait());
    Ok(())
}

/// The words of a command; those in quotation marks are one. `None` where a mark has no partner.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for character in text.chars() {
        match (quote, character) {
            (Some(open), character) if open == character => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, character) if character.is_whitespace() => words.extend(word.take()),
            (_, character) => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opening(editor: &str) -> Opening {
        let editor: Editor = editor.parse().unwrap();
        editor.open(Path::new("/my board/content/a;b.md"), 12)
    }

    #[test]
    fn a_program_gets_the_file_as_one_argument_and_no_shell_sees_it() {
        for (editor, expected) in [
            ("code --goto {file}:{line}", "code|--goto|FILE:12"),
            ("vim +{line} {file}", "vim|+12|FILE"),
            ("idea --line {line} {file}", "idea|--line|12|FILE"),
            ("'/opt/My Editor/bin' \"{file}\"", "/opt/My Editor/bin|FILE"),
        ] {
            let expected = expected.replace("FILE", "/my board/content/a;b.md");
            let expected = expected.split('|').map(str::to_owned).collect();
            assert_eq!(opening(editor), Opening::Command(expected), "{editor}");
        }
    }

    #[test]
    fn an_address_is_encoded() {
        let expected = "vscode://file/my%20board/content/a%3Bb.md:12";
        for editor in ["vscode://file/{file}:{line}", "vscode://file{file}:{line}"] {
            assert_eq!(opening(editor), Opening::Address(expected.to_owned()));
        }
    }

    #[test]
    fn what_cannot_be_meant_is_said() {
        for editor in ["code", "", "{file}", "code '{file}"] {
            assert!(editor.parse::<Editor>().is_err(), "{editor}");
        }
    }

    #[test]
    fn no_two_secrets_are_alike() {
        let editor = || "code {file}".parse().unwrap();
        let one = Opener::new(editor(), Path::new(".")).unwrap();
        let other = Opener::new(editor(), Path::new(".")).unwrap();
        assert_eq!(one.secret().len(), 32);
        assert_ne!(one.secret(), other.secret());
    }
}
