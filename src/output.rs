//! Files that are still in memory: the only result of a build.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

/// Where a file stands below the output folder: relative, forward slashes, not percent-encoded.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(String);

impl OutputPath {
    /// A path such as `groups/training.html`. A leading slash is dropped.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        let path: String = path.into();
        Self(path.trim_start_matches('/').to_owned())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many folders deep the file stands: 0 for `index.html`.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.0.matches('/').count()
    }
}

impl Borrow<str> for OutputPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The bytes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// What will be written.
    pub bytes: Vec<u8>,
}

/// All files of a site, sorted by path, so that equal input gives equal bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outputs(BTreeMap<OutputPath, Output>);

impl Outputs {
    /// Adds a file; a file that stood at the path before is returned.
    pub fn insert(&mut self, path: OutputPath, bytes: impl Into<Vec<u8>>) -> Option<Output> {
        self.0.insert(
            path,
            Output {
                bytes: bytes.into(),
            },
        )
    }

    /// Takes over all files of another set.
    pub fn extend(&mut self, other: Outputs) {
        self.0.extend(other.0);
    }

    /// The file at a path.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Output> {
        self.0.get(path)
    }

    /// All files, sorted by path.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&OutputPath, &Output)> {
        self.0.iter()
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
