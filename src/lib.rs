//! boardplan turns a board's plan, written as Markdown files, into an accessible public website.

// Vocabularies: small languages that every stage may speak.
pub mod source;

pub mod diagnostic;

pub mod output;

pub mod colour;

pub mod dates;

pub mod strings;

// Stages, in the order data meets them.
pub mod parse;

pub mod model;

pub mod check;

pub mod derive;

pub mod render;
