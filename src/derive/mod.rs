//! From what a plan means to what a visitor needs.

pub mod diagram;
pub mod html;
pub mod prose;
