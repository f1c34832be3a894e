//! From text to what its author wrote.

pub mod markdown;
