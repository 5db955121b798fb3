//! Looks for what a curator may have forgotten: a flow of which nobody knows when, and a figure that the digest of its article
//! leaves out.

use super::context::CheckContext;
use super::words;
use crate::data::article::ArticleDraft;
use crate::domain::article::Published;
use crate::domain::digest::Inline;
use crate::domain::indicator::Nature;
use crate::domain::period::End;
use std::collections::HashSet;

/// Looks at each figure.
pub(super) fn look(context: &CheckContext) {
    let sections = context.drafts.articles.iter().flat_map(ArticleDraft::sections).flatten();
    let told: HashSet<usize> = sections
        .flat_map(|section| section.body.zh.iter().chain(&section.body.en))
        .filter_map(|inline| match inline {
            Inline::Figure(key) => Some(key.position()),
            Inline::Words(_) | Inline::Unsourced(_) => None,
        })
        .collect();
    for (position, draft) in context.drafts.observations.iter().enumerate() {
        let article = draft.source.as_ref().and_then(|source| context.drafts.articles.get(source.article.position()));
        // Of an article without a date nothing can be worked out.
        let is_dated = article
            .and_then(|article| article.published.as_ref())
            .is_some_and(|published| !matches!(published, Published::Unknown { .. }));
        let is_of_no_time = is_dated
            && draft.nature == Some(Nature::Flow)
            && draft.period.as_ref().is_some_and(|period| period.ends().all(|end| matches!(end, End::Unknown { .. })));
        if is_of_no_time {
            context.sink.warn(draft.period_span, words::flow_of_no_time());
        }
        let Some(source) = &draft.source else { continue };
        let has_digest = article.is_some_and(|article| !article.sections().is_empty());
        if has_digest && !told.contains(&position) {
            let article = context.entries.articles.ids.id(source.article);
            context.sink.warn(draft.span, words::not_in_digest(article));
        }
    }
}
