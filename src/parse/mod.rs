//! From text to what its authors wrote.

pub mod theme;
