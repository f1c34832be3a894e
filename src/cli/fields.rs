//! `boardplan fields`: everything that an author can write.

use super::failure::Failure;
use super::{Outcome, terminal};
use crate::scaffold;

/// What `fields` can be asked: nothing.
#[derive(clap::Args)]
pub struct Args {}

/// Prints the field reference.
pub fn run(_args: &Args) -> Result<Outcome, Failure> {
    terminal::say(scaffold::field_reference().trim_end())?;
    Ok(Outcome::Fine)
}
