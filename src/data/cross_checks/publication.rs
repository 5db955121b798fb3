//! Checks that nothing was achieved after the article appeared that tells of it.

use super::context::CheckContext;
use super::words;
use crate::data::observation::ObservationDraft;
use crate::domain::article::Published;
use crate::domain::observation::Status;

/// Checks every figure with all its sources: the earliest day on which its period can end, against the latest on which the
/// article can have appeared.
pub(super) fn check(context: &CheckContext) {
    for draft in &context.drafts.observations {
        if draft.status == Some(Status::Achieved) {
            check_figure(context, draft);
        }
    }
}

fn check_figure(context: &CheckContext, draft: &ObservationDraft) {
    let end = draft.period.as_ref().and_then(|period| period.end().days());
    let Some((earliest_end, _)) = end else { return };
    for source in draft.source.iter().chain(draft.also.iter().flatten()) {
        let article = context.drafts.articles.get(source.article.position());
        let date = article.and_then(|article| article.published.as_ref()).and_then(Published::date);
        if let Some(date) = date.filter(|date| date.latest() < earliest_end) {
            let id = context.entries.articles.ids.id(source.article);
            context.sink.report(draft.period_span, words::achieved_after_source(id, &date.to_string()));
        }
    }
}
