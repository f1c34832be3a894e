//! One file per kind of page: its table of fields, and what its author wrote.

pub mod action;
pub mod common;
pub mod glossary;
pub mod group;
pub mod meetings;
pub mod member;
pub mod page;
pub mod plan;
pub mod priority;
pub mod roles;
pub mod site;
pub mod strategies;
