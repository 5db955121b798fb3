//! Copies what is on the screen: a figure as a sentence, its source, a row, a table.

use crate::app::action::{CopyForm, Effect};
use crate::app::context::Clipboard;
use crate::app::screen::Screen;
use crate::app::screens::coverage;
use crate::app::selection::Selection;
use crate::app::state::State;
use crate::domain::{Key, Observation};
use crate::text::{Lang, Phrase, Text};
use crate::wording::{
    article_sentence, cell_sentence, coverage_sentence, figure_sentence, initiative_sentence, reference,
    standing_sentence,
};
use itertools::Itertools;

/// How many bytes most terminals take at once: 100,000 characters of the sequence (OSC 52), which writes three bytes as
/// four characters.
const CLIPBOARD_LIMIT: usize = 74_994;

impl State {
    /// Returns the effect that copies, with a notice of where the text went: a terminal confirms nothing.
    pub(super) fn copy(&mut self, form: CopyForm) -> Effect {
        let words = match form {
            CopyForm::Sentence => self.sentence(),
            CopyForm::Reference => self.references(),
            CopyForm::Row(form) => self.copied_row().map(|table| table.written(form)),
            CopyForm::Table(form) => self.copied_table().map(|table| table.written(form)),
        };
        let Some(words) = words.filter(|words| !words.is_empty()) else {
            let is_folded = self.screen() == Screen::Compare && self.nav.compare.folded() > 0;
            let is_table = matches!(form, CopyForm::Table(_));
            self.notify(if is_folded && is_table { ALL_FOLDED } else { nothing(form) });
            return Effect::None;
        };
        let (zh, en) = self.destination(words.len());
        self.notice = Some(match form {
            CopyForm::Sentence | CopyForm::Reference => {
                let line = words.lines().join(" ");
                Text::new(format!("{zh}：{line}"), format!("{en}: {line}"))
            }
            CopyForm::Row(_) | CopyForm::Table(_) => {
                let lines = words.lines().count();
                Text::new(format!("{zh}，共 {lines} 行"), format!("{en}; lines: {lines}"))
            }
        });
        Effect::Copy(words)
    }

    /// Says where the words go, and what may keep them from getting there.
    fn destination(&self, bytes: usize) -> (String, String) {
        let is_over = bytes > CLIPBOARD_LIMIT;
        let over_zh =
            format!("{bytes} 字节，超出多数终端所收的 {CLIPBOARD_LIMIT} 字节，可用 --clipboard-file 写入文件");
        let over_en = format!(
            "{bytes} bytes, over the {CLIPBOARD_LIMIT} that most terminals take; --clipboard-file writes to a file"
        );
        match &self.context.clipboard {
            Clipboard::Terminal if is_over => (
                format!("已送往终端剪贴板，或未存入：{over_zh}"),
                format!("Sent to the terminal's clipboard, perhaps in vain: {over_en}"),
            ),
            Clipboard::Terminal => {
                ("已送往终端剪贴板（OSC 52）".to_owned(), "Sent to the terminal's clipboard (OSC 52)".to_owned())
            }
            Clipboard::Tmux if is_over => (
                format!("已经 tmux 送往剪贴板，或未存入：{over_zh}"),
                format!("Sent to the clipboard through tmux, perhaps in vain: {over_en}"),
            ),
            Clipboard::Tmux => (
                "已送往剪贴板（tmux 须设 set -g set-clipboard on）".to_owned(),
                "Sent to the clipboard (tmux needs set -g set-clipboard on)".to_owned(),
            ),
            Clipboard::Screen => (
                "未能复制：GNU screen 不转发剪贴板，可用 --clipboard-file 写入文件".to_owned(),
                "Not copied: GNU screen does not pass the clipboard on; --clipboard-file writes to a file".to_owned(),
            ),
            Clipboard::File(path) => (format!("已写入 {path}"), format!("Written to {path}")),
        }
    }

    /// Tells the selection in sentences: of an initiative each of its figures, one to a line.
    fn sentence(&self) -> Option<String> {
        let (dataset, lang) = (&self.context.library, self.lang());
        match self.selection() {
            Selection::Cell { indicator, area } => {
                let comparison = self.comparison(indicator);
                let index = comparison.index_of(area)?;
                let sentence = cell_sentence(dataset, comparison, &comparison[index], lang);
                // Whoever asks for a figure of a comparison is asked next where it stands in it.
                let standing = standing_sentence(dataset, comparison, index, lang);
                let gap = if lang == Lang::Zh { "" } else { " " };
                Some(sentence + &standing.map(|standing| format!("{gap}{standing}")).unwrap_or_default())
            }
            Selection::Figure(figure) => Some(figure_sentence(dataset, figure, lang)),
            Selection::Article(article) => Some(article_sentence(dataset, article, lang)),
            Selection::Initiative(key) => {
                let figures =
                    dataset.initiatives[key].figures.iter().map(|figure| figure_sentence(dataset, *figure, lang));
                Some(std::iter::once(initiative_sentence(dataset, key, lang)).chain(figures).unique().join("\n"))
            }
            Selection::Theme { theme, area: Some(area) } => {
                let coverage = coverage::coverage(dataset, theme, area, self.areas());
                let counts = (coverage.reported.len(), coverage.all());
                Some(coverage_sentence(dataset, (theme, area), counts, lang))
            }
            Selection::Theme { .. } | Selection::Nothing => None,
        }
    }

    /// Returns the sources of the selection as references, each once.
    fn references(&self) -> Option<String> {
        let (dataset, lang) = (&self.context.library, self.lang());
        let of = |key: &Key<Observation>| dataset.observations[*key].source.article;
        let articles = match self.selection() {
            Selection::Cell { indicator, area } => {
                let cell = self.comparison(indicator).cells.iter().find(|cell| cell.area == area)?;
                cell.figure()?.observations.iter().map(of).collect_vec()
            }
            Selection::Figure(figure) => vec![of(&figure)],
            Selection::Article(article) => vec![article],
            Selection::Initiative(key) => {
                let initiative = &dataset.initiatives[key];
                std::iter::once(initiative.source.article).chain(initiative.figures.iter().map(of)).collect_vec()
            }
            Selection::Theme { .. } | Selection::Nothing => return None,
        };
        Some(articles.into_iter().unique().map(|key| reference(dataset, key, lang)).join("\n"))
    }
}

const ALL_FOLDED: Phrase = Phrase {
    zh: "各主题均已折叠，展开后才能复制",
    en: "All themes are folded: unfold them to copy their rows",
};

/// Says why nothing was copied.
const fn nothing(form: CopyForm) -> Phrase {
    match form {
        CopyForm::Sentence => Phrase { zh: "这里没有可复制的数字", en: "There is no figure here to copy" },
        CopyForm::Reference => Phrase { zh: "这里没有可复制的出处", en: "There is no source here to copy" },
        CopyForm::Row(_) | CopyForm::Table(_) => {
            Phrase { zh: "这里没有可复制的行", en: "There is no row here to copy" }
        }
    }
}
