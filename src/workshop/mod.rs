//! For people who make themes: every component with its examples, and what is wrong with a theme
//! before a visitor meets it.

mod examples;

pub mod gallery;

pub mod check;
