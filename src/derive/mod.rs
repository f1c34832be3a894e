//! From what the plan means to what a visitor needs: one view for each page.

pub mod html;
pub mod ids;
pub mod progress;
pub mod relations;
pub mod view;
