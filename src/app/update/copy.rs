//! Copies the selection: a figure with its citation, or the source alone.

use crate::app::action::Effect;
use crate::app::context::Clipboard;
use crate::app::selection::Selection;
use crate::app::state::State;
use crate::domain::{Key, MeasuredFigure, Observation};
use crate::text::Text;
use crate::wording::{CitationStyle, cite, reference};
use itertools::Itertools;

impl State {
    /// Returns the effect that copies the selection, with a notice of where the text went: a terminal confirms nothing.
    pub(super) fn copy(&mut self, form: CitationStyle) -> Effect {
        let Some(words) = self.citation(form) else {
            self.notify(Text::new("这里没有可复制的数字", "There is no figure here to copy"));
            return Effect::None;
        };
        let (zh, en) = match &self.context.clipboard {
            Clipboard::Terminal => ("已送往剪贴板".to_owned(), "Sent to the clipboard".to_owned()),
            Clipboard::Tmux => (
                "已送往剪贴板（tmux 须设 set -g set-clipboard on）".to_owned(),
                "Sent to the clipboard (tmux needs set -g set-clipboard on)".to_owned(),
            ),
            Clipboard::Screen => (
                "未能复制：GNU screen 不转发剪贴板，可用 --clipboard-file 写入文件".to_owned(),
                "Not copied: GNU screen does not pass the clipboard on; --clipboard-file writes to a file".to_owned(),
            ),
            Clipboard::File(path) => (format!("已写入 {path}"), format!("Written to {path}")),
        };
        let line = words.lines().join(" ");
        self.notice = Some(Text::new(format!("{zh}：{line}"), format!("{en}: {line}")));
        Effect::Copy(words)
    }

    /// Returns the citation of the selection; of an initiative, that of each of its figures, one to a line.
    fn citation(&self, form: CitationStyle) -> Option<String> {
        let dataset = &self.context.library;
        let cited = |key: Key<Observation>| cite(dataset, key, form, self.lang());
        match self.selection() {
            Selection::Cell { indicator, area } => {
                let cells = &self.comparison(indicator).cells;
                let cell = cells.iter().find(|cell| cell.area == area);
                cell.and_then(|cell| cell.figure()).map(MeasuredFigure::observation).map(cited)
            }
            Selection::Figure(figure) => Some(cited(figure)),
            Selection::Article(article) => Some(reference(&dataset.articles[article])),
            Selection::Initiative(initiative) => {
                let initiative = &dataset.initiatives[initiative];
                if initiative.figures.is_empty() {
                    return Some(reference(&dataset.articles[initiative.source.article]));
                }
                Some(initiative.figures.iter().map(|figure| cited(*figure)).unique().join("\n"))
            }
            Selection::Theme { .. } | Selection::Nothing => None,
        }
    }
}
