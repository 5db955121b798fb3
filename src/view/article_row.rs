//! The row of an article in a list: its title, its date, its outlet and how it was seen.

use crate::app::State;
use crate::domain::{Article, Key};
use crate::text::{fit, width};
use crate::view::canvas::right_of;
use ratatui::layout::Rect;

/// What stands in the row of an article, cut to its room.
pub(super) struct ArticleRow {
    pub title: String,
    /// What stands behind the title.
    pub about: String,
}

impl ArticleRow {
    /// The fewest cells of a title.
    const LEAST: usize = 8;

    /// Returns the part of a row in which it is written.
    pub(super) fn rect(row: Rect) -> Rect {
        right_of(row, 2)
    }

    /// Words it for so many cells. At least a third is the title's; where the rest is too much for its part, how the article was
    /// seen is left out first, and then the outlet: the drilldown beside has them.
    pub(super) fn new(state: &State, key: Key<Article>, room: usize) -> Self {
        let article = &state.dataset().articles[key];
        let lang = state.lang();
        let (date, grade) = (article.published.text(), article.grade.name().get(lang));
        let date = date.get(lang);
        let outlet = fit(article.outlet_name().get(lang), room / 5);
        let wordings = [format!("  {date} · {outlet} · {grade}"), format!("  {date} · {outlet}")];
        let about =
            wordings.into_iter().find(|about| width(about) * 3 <= room * 2).unwrap_or_else(|| format!("  {date}"));
        let title = fit(&article.title, room.saturating_sub(width(&about)).max(Self::LEAST));
        Self { title, about }
    }
}
