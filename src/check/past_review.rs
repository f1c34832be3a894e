//! A plan or page is reviewed by the date that it gives itself, and where it gives none, within 12
//! months of its last review, approval or version (content format §9).

use jiff::ToSpan;

use crate::dates::{Date, PartialDate, Years};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::model::{Document, DocumentControl, Localised, PageFacts, Plan, Site};
use crate::source::Spanned;

/// Each plan and page that is past its review. What is archived is kept as it was.
pub fn check(site: &Site) -> Diagnostics {
    let living = |plan: &Plan| !plan.archived;
    let plans = site
        .plans
        .values()
        .flat_map(Localised::versions)
        .filter(|plan| living(plan))
        .filter_map(|plan| message(site.as_of, plan.years, None, &plan.control, &plan.page));
    let documents = site
        .documents
        .values()
        .flat_map(Localised::versions)
        .filter_map(|document| {
            let Document {
                page,
                plan,
                review_by,
                control,
                ..
            } = document;
            let plan = plan.map(|id| &site.plans[id].original);
            if plan.is_some_and(|plan| !living(plan)) {
                return None;
            }
            let years = plan.map_or(Years::default(), |plan| plan.years);
            message(site.as_of, years, review_by.as_ref(), control, page)
        });
    plans.chain(documents).collect()
}

fn message(
    today: Date,
    years: Years,
    review_by: Option<&Spanned<PartialDate>>,
    control: &DocumentControl,
    page: &PageFacts,
) -> Option<Diagnostic> {
    let fields = ["review_by", "next_review", "reviewed"];
    if fields.iter().any(|field| page.unread.holds(field)) {
        return None;
    }
    let set = review_by.into_iter().chain(&control.next_review);
    if let Some(first) = set.min_by_key(|date| date.value.last_day(years)) {
        return (first.value.last_day(years) < today).then(|| {
            Diagnostic::new(
                &codes::PAST_REVIEW,
                first.span,
                "The date for the review has passed",
                "Review the page, then write when it was done (\u{201c}reviewed\u{201d}) and the date of the next review here.",
            )
        });
    }
    let reviewed = control.reviewed.as_ref();
    let others = [
        control.approved_on,
        control.ratified_on,
        control.version_date,
    ];
    let last = others
        .into_iter()
        .flatten()
        .chain(reviewed.map(|date| date.value))
        .map(|date| date.last_day(years))
        .max()?;
    let due = last.checked_add(12.months()).ok()?;
    (due < today).then(|| {
        Diagnostic::new(
            &codes::PAST_REVIEW,
            reviewed.map_or(page.whole(), |date| date.span),
            "The last review was more than 12 months ago",
            "Review the page and write the date as \u{201c}reviewed\u{201d}. If it is reviewed less often, write the date of the next one as \u{201c}next_review\u{201d}.",
        )
    })
}
