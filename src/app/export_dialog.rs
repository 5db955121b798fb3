//! Asking how and where to export what is on the screen: a format from a list, and a path that is typed.

use super::input::{Edit, Input};
use super::viewport::Viewport;
use crate::domain::{Area, Indicator, Key, Measure, Request, YearChoice};
use crate::text::{Phrase, Text};

/// A format as the dialog offers it. The ending of a file's name says which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferedFormat {
    pub ending: &'static str,
    pub about: Phrase,
}

const fn format(ending: &'static str, zh: &'static str, en: &'static str) -> OfferedFormat {
    OfferedFormat { ending, about: Phrase { zh, en } }
}

/// The formats, what people read first.
pub const OFFERED_FORMATS: &[OfferedFormat] = &[
    format("docx", "文档：表格、条形图、脚注", "document: tables, bars, footnotes"),
    format("html", "网页：表格、条形图、出处，可打印", "page: tables, bars, sources, for print"),
    format("xlsx", "工作簿：对比、数据、来源、指标", "workbook: comparison, data, sources, indicators"),
    format("png", "图片", "picture"),
    format("svg", "图片，可任意放大", "picture of any size"),
    format("md", "Markdown 文稿", "document in Markdown"),
    format("csv", "数据表，一行一个数字", "table of the figures, one a line"),
    format("json", "全部字段，供程序使用", "every field, for programs"),
];

/// What of the screen is exported.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenContent {
    /// What it is called.
    pub name: Text,
    /// What the file is called, unless another name is typed.
    pub file_stem: String,
    pub areas: Vec<Key<Area>>,
    /// The indicators; none for all that these areas report.
    pub indicators: Vec<Key<Indicator>>,
    /// What is compared; none where the screen compares nothing.
    pub requests: Vec<Request>,
    pub measure: Measure,
    /// Which year's figures; `None` for all of them.
    pub year_choice: Option<YearChoice>,
}

/// An export that has been asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenExport {
    pub content: ScreenContent,
    pub path: String,
    /// Whether a file that is there may be replaced, since that has been asked and answered.
    pub replaces: bool,
}

/// The dialog as it stands: what, which format, and where to.
#[derive(Clone, Debug)]
pub struct ExportDialog {
    /// What may be exported; at least one.
    contents: Vec<ScreenContent>,
    content: usize,
    view: Viewport,
    path: Input,
    /// Why nothing has been written, or what else is to be known.
    message: Option<Text>,
    /// The path that is there already, if the next Enter is to replace it.
    replaces: bool,
}

impl ExportDialog {
    /// Opens the dialog; `None` where the screen has nothing to export.
    pub(super) fn open(contents: Vec<ScreenContent>) -> Option<Self> {
        let first = contents.first()?;
        let mut path = Input::default();
        path.insert(&format!("{}.{}", first.file_stem, OFFERED_FORMATS.first()?.ending));
        Some(Self { contents, content: 0, view: Viewport::default(), path, message: None, replaces: false })
    }

    /// Returns what is exported.
    #[must_use]
    pub fn content(&self) -> Option<&ScreenContent> {
        self.contents.get(self.content)
    }

    /// Whether something else of the screen may be exported.
    #[must_use]
    pub fn has_other_content(&self) -> bool {
        self.contents.len() > 1
    }

    /// Returns the line with the path.
    #[must_use]
    pub const fn path(&self) -> &Input {
        &self.path
    }

    /// Returns what is to be said.
    #[must_use]
    pub const fn message(&self) -> Option<&Text> {
        self.message.as_ref()
    }

    /// Returns the place of the format in the list.
    #[must_use]
    pub const fn cursor(&self) -> usize {
        self.view.cursor()
    }

    /// Returns the first format that is drawn.
    #[must_use]
    pub const fn top(&self) -> usize {
        self.view.top()
    }

    /// Returns the export that is asked for; `None` without a path.
    pub(super) fn export(&self) -> Option<ScreenExport> {
        let path = self.path.text().trim().to_owned();
        let content = self.content()?.clone();
        (!path.is_empty()).then_some(ScreenExport { content, path, replaces: self.replaces })
    }

    pub(super) fn step(&mut self, step: isize) {
        self.view.step(step, OFFERED_FORMATS.len());
        self.take_ending();
    }

    pub(super) fn pick(&mut self, format: usize) {
        self.view.put(format.min(OFFERED_FORMATS.len().saturating_sub(1)));
        self.take_ending();
    }

    /// Brings the cursor among the `rows` that are drawn.
    pub(super) fn settle(&mut self, rows: usize) {
        self.view.resize(rows);
        self.view.settle(OFFERED_FORMATS.len(), 0);
    }

    /// Exports something else of the screen; a file's name that nobody has changed follows.
    pub(super) fn next_content(&mut self) {
        let before = self.content().map(|content| content.file_stem.clone());
        self.content = (self.content + 1) % self.contents.len().max(1);
        let (Some(before), Some(after)) = (before, self.content()) else { return };
        let path = self.path.text().replacen(&before, &after.file_stem, 1);
        self.put_path(&path);
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        if self.path.edit(edit) {
            self.path_has_changed();
        }
    }

    pub(super) fn insert(&mut self, text: &str) {
        if self.path.insert(text) {
            self.path_has_changed();
        }
    }

    /// Puts a path in the place of what was typed.
    pub(super) fn put_path(&mut self, path: &str) {
        self.path.clear();
        self.path.insert(path);
        self.path_has_changed();
    }

    /// Says why nothing was written, and whether another Enter replaces what is there.
    pub(super) fn refuse(&mut self, why: Text, replaces: bool) {
        (self.message, self.replaces) = (Some(why), replaces);
    }

    /// Goes to the format of the ending that is typed.
    fn path_has_changed(&mut self) {
        (self.message, self.replaces) = (None, false);
        let typed = self.path.text().rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let place = OFFERED_FORMATS.iter().position(|format| typed.as_deref() == Some(format.ending));
        if let Some(place) = place {
            self.view.put(place);
        }
    }

    /// Gives the path the ending of the format, in the place of that of another.
    fn take_ending(&mut self) {
        let Some(format) = OFFERED_FORMATS.get(self.view.cursor()) else { return };
        let typed = self.path.text();
        let known = |ending: &str| OFFERED_FORMATS.iter().any(|format| format.ending == ending);
        let stem = typed.rsplit_once('.').filter(|(_, ending)| known(ending)).map_or(typed, |(stem, _)| stem);
        let path = format!("{stem}.{}", format.ending);
        self.put_path(&path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(name: &str) -> ScreenContent {
        ScreenContent {
            name: Text::new(name, name),
            file_stem: format!("cppcc-{name}"),
            areas: Vec::new(),
            indicators: Vec::new(),
            requests: Vec::new(),
            measure: Measure::Raw,
            year_choice: None,
        }
    }

    #[test]
    fn the_format_and_the_ending_are_one() {
        let mut dialog = ExportDialog::open(vec![content("row"), content("all")]).unwrap();
        assert_eq!(dialog.path().text(), "cppcc-row.docx");
        dialog.step(1);
        assert_eq!(dialog.path().text(), "cppcc-row.html");
        dialog.next_content();
        assert_eq!(dialog.path().text(), "cppcc-all.html");
        dialog.put_path("报告/2025.CSV");
        assert_eq!(OFFERED_FORMATS[dialog.cursor()].ending, "csv");
        dialog.put_path("v1.2");
        dialog.step(-1);
        assert_eq!(dialog.path().text(), "v1.2.md");
    }

    #[test]
    fn a_file_is_replaced_only_where_the_same_path_is_confirmed() {
        let mut dialog = ExportDialog::open(vec![content("row")]).unwrap();
        assert!(!dialog.export().unwrap().replaces);
        dialog.refuse(Text::new("已存在", "exists"), true);
        assert!(dialog.export().unwrap().replaces);
        dialog.insert("x");
        assert!(!dialog.export().unwrap().replaces);
        assert_eq!(dialog.message(), None);
        dialog.put_path("  ");
        assert_eq!(dialog.export(), None);
    }
}
