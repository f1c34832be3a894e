//! For whom a site is made.

/// For whom a site is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// For everybody: what a board publishes.
    Public,
    /// For the board's own people, who look before it is published: the preview, and builds with
    /// drafts. Only these hold pages that are nobody else's business.
    Review,
}
