//! What later entries are checked against: the entries themselves, and the drafts that were read first.

use super::article::ArticleDraft;
use super::entities::{IndicatorDraft, ThemeDraft};
use super::entries::PackEntries;
use crate::domain::Key;
use crate::domain::article::Article;
use crate::domain::indicator::{Indicator, Theme};

/// What figures and initiatives are checked against while they are read.
pub(super) struct DraftContext<'a> {
    pub entries: &'a PackEntries<'a>,
    pub themes: &'a [ThemeDraft],
    pub indicators: &'a [IndicatorDraft],
    pub articles: &'a [ArticleDraft],
}

impl<'a> DraftContext<'a> {
    /// Returns the draft of a theme.
    pub fn theme(&self, key: Key<Theme>) -> Option<&'a ThemeDraft> {
        self.themes.get(key.position())
    }

    /// Returns the draft of an indicator.
    pub fn indicator(&self, key: Key<Indicator>) -> Option<&'a IndicatorDraft> {
        self.indicators.get(key.position())
    }

    /// Returns the draft of an article.
    pub fn article(&self, key: Key<Article>) -> Option<&'a ArticleDraft> {
        self.articles.get(key.position())
    }
}
