//! boardplan turns a board's plan, written as Markdown files, into an accessible public website.
//!
//! ```text
//! content/ ─▶ read ─▶ parse ─▶ model ─▶ derive ─▶ render ─▶ Outputs ─▶ write ─▶ public/
//! themes/           Sources  RawPage   Site      Views     │
//!                                        │                audit
//!                                      check                │
//!                     └───────────── Diagnostics ───────────┘ ─▶ terminal, JSON, browser
//! ```
//!
//! Text is **read**, **parsed** into what the author wrote, **modelled** into what it means,
//! **checked**, **derived** into what a visitor needs, **rendered** into files, **audited** as a
//! visitor meets them, and **written**. The modules below stand in that order; each may use only
//! those above it. `src/README.md` is the map.

// Vocabularies: small languages that every stage may speak.
pub mod source;
pub mod address;
pub mod diagnostic;
pub mod output;
pub mod colour;
pub mod css;
pub mod dates;
pub mod strings;

// Stages, in the order in which data meets them.
pub mod read;
pub mod parse;
pub mod model;
pub mod check;
pub mod derive;
pub mod render;
pub mod audit;
pub mod write;

// The whole of it, and what stands around it.
pub mod workshop;
pub mod pipeline;
pub mod serve;
pub mod scaffold;
pub mod cli;
