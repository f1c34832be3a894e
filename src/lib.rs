//! boardplan turns a board's plan, written as Markdown files, into an accessible public website.

// Vocabularies: small languages that every stage may speak.
pub mod source;
pub mod diagnostic;
pub mod output;

// Stages, in the order data meets them.
pub mod read;
pub mod write;

// The whole of it on one screen.
pub mod pipeline;

// Around the pipeline.
pub mod serve;
pub mod scaffold;
pub mod cli;
