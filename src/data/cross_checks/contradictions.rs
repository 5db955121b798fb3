//! Checks that one paragraph gives one number of one thing.

use super::context::CheckContext;
use super::figures::{HeldFigure, Subject};
use super::words;
use crate::domain::Key;
use crate::domain::article::Article;
use crate::domain::indicator::Nature;
use jiff::civil::Date;
use std::collections::HashMap;

/// The first and the last day that the ends of a period can be.
type Days = (Option<(Date, Date)>, Option<(Date, Date)>);

/// Figures that speak of the same thing and time, in the same paragraph.
type Place<'a> = (Key<Article>, u16, Subject<'a>, Days);

/// Checks the figures of every paragraph against one another. A part is not the whole, and serial numbers differ by nature.
pub(super) fn check(context: &CheckContext) {
    let mut seen: HashMap<Place, Vec<HeldFigure>> = HashMap::new();
    let wholes = context.figures.iter().flatten().filter(|figure| figure.draft.part_of.is_none());
    for figure in wholes.filter(|figure| figure.subject.nature != Nature::Ordinal) {
        let (Some(place), Some(interval)) = (place(figure), figure.interval) else { continue };
        let others = seen.entry(place).or_default();
        let differs = |other: &&HeldFigure| {
            other.interval.is_some_and(|other| interval.is_surely_above(other) || other.is_surely_above(interval))
        };
        if let Some(other) = others.iter().find(differs) {
            let where_other = context.sink.whereabouts(other.draft.span);
            context
                .sink
                .report(figure.draft.value_span, words::two_values(&figure.value(), &other.value(), &where_other));
        } else if !others.iter().any(|other| other.interval == Some(interval)) {
            others.push(*figure);
        }
    }
}

fn place<'a>(figure: &HeldFigure<'a>) -> Option<Place<'a>> {
    let source = figure.draft.source.as_ref()?;
    let days = (figure.period.first_days(), figure.period.last_days());
    Some((source.article, source.paragraph?, figure.subject, days))
}
