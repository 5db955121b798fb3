//! Opens and closes the dialog that exports what is on the screen.

use crate::app::action::{Action, Direction, Effect};
use crate::app::export_dialog::{ExportDialog, ScreenContent};
use crate::app::layout::ExportBox;
use crate::app::screen::{ListScreen, Screen};
use crate::app::screens::reader;
use crate::app::state::{Mode, State};
use crate::domain::{Indicator, Key};
use crate::text::{Phrase, Text};
use itertools::Itertools;

const NOTHING: Phrase = Phrase { zh: "这里没有可导出的内容", en: "There is nothing to export here" };
const NO_PATH: Phrase = Phrase { zh: "请写文件名", en: "Name a file" };

impl State {
    /// Opens the dialog over the screen.
    pub(super) fn open_export(&mut self) {
        match ExportDialog::open(self.screen_contents()) {
            Some(dialog) => self.mode = Mode::Export(dialog),
            None => self.notify(NOTHING),
        }
        self.settle_export();
    }

    /// Returns the layout of the dialog; `None` where it is not open, or the terminal is too small.
    #[must_use]
    pub fn export_box(&self) -> Option<ExportBox> {
        let layout = self.layout();
        (matches!(self.mode, Mode::Export(_)) && !layout.is_too_small()).then(|| ExportBox::new(layout.body))
    }

    fn settle_export(&mut self) {
        let rows = self.export_box().map_or(0, |layout| usize::from(layout.list.height));
        if let Mode::Export(dialog) = &mut self.mode {
            dialog.settle(rows);
        }
    }

    pub(super) fn apply_to_export(&mut self, action: Action) -> Effect {
        let Mode::Export(dialog) = &mut self.mode else { return Effect::None };
        match action {
            Action::Edit(edit) => dialog.edit(edit),
            Action::Move(Direction::Down) => dialog.step(1),
            Action::Move(Direction::Up) => dialog.step(-1),
            Action::Wheel(_, step) => dialog.step(step.signum()),
            Action::PickFormat(format) => dialog.pick(format),
            Action::SwitchExported => dialog.next_content(),
            Action::CompletePath => return Effect::CompletePath(dialog.path().text().to_owned()),
            Action::Open => match dialog.export() {
                Some(export) => return Effect::Export(Box::new(export)),
                None => dialog.refuse(NO_PATH.into(), false),
            },
            Action::Back | Action::Export => self.mode = Mode::Browse,
            _ => {}
        }
        self.settle_export();
        Effect::None
    }

    /// Puts a completed path into the dialog, and says what else it might be.
    pub fn complete_path(&mut self, path: &str, others: Option<Text>) {
        if let Mode::Export(dialog) = &mut self.mode {
            dialog.put_path(path);
            if let Some(others) = others {
                dialog.refuse(others, false);
            }
        }
        self.settle_export();
    }

    /// Says in the dialog why nothing was written, and whether another Enter is to replace what is there.
    pub fn refuse_export(&mut self, why: Text, replaces: bool) {
        if let Mode::Export(dialog) = &mut self.mode {
            dialog.refuse(why, replaces);
        }
    }

    /// Closes the dialog and tells where the file is.
    pub fn finish_export(&mut self, place: impl Into<Text>) {
        self.mode = Mode::Browse;
        self.notify(place);
    }

    /// Returns what of the screen may be exported, what is under the cursor first.
    fn screen_contents(&self) -> Vec<ScreenContent> {
        match self.screen() {
            Screen::Compare => self.compared_contents(),
            Screen::List(ListScreen::City) => vec![self.city_content()],
            Screen::Coverage | Screen::List(_) => vec![self.areas_content()],
            Screen::Reader => self.article_content().into_iter().collect(),
        }
    }

    fn compared_contents(&self) -> Vec<ScreenContent> {
        let all = self.nav.compare.rows().iter().filter_map(|row| row.indicator()).collect_vec();
        let selected = self.nav.compare.cursor().indicator().map(|indicator| {
            let indicator_of = &self.dataset().indicators[indicator];
            self.compared(vec![indicator], indicator_of.name.clone(), &indicator_of.id)
        });
        let count = all.len();
        let name = Text::new(format!("表中 {count} 项指标"), format!("the {count} indicators of the table"));
        let table = (count > 0).then(|| self.compared(all, name, "compare"));
        selected.into_iter().chain(table).collect()
    }

    fn compared(&self, indicators: Vec<Key<Indicator>>, name: Text, stem: &str) -> ScreenContent {
        ScreenContent {
            name,
            file_stem: format!("cppcc-{stem}"),
            areas: self.areas().to_vec(),
            requests: indicators.iter().map(|indicator| self.request(*indicator)).collect(),
            indicators,
            measure: self.measure(),
            year_choice: Some(self.year_choice()),
        }
    }

    fn city_content(&self) -> ScreenContent {
        let area = &self.dataset().areas[self.area()];
        let name = Text::new(format!("{}的全部数字", area.name.zh), format!("all figures of {}", area.name.en));
        let stem = format!("cppcc-{}", area.id);
        ScreenContent { name, file_stem: stem, areas: vec![self.area()], ..self.areas_content() }
    }

    fn areas_content(&self) -> ScreenContent {
        let count = self.areas().len();
        ScreenContent {
            name: Text::new(format!("{count} 市的全部数字"), format!("all figures of {count} cities")),
            file_stem: "cppcc-figures".to_owned(),
            areas: self.areas().to_vec(),
            indicators: Vec::new(),
            requests: Vec::new(),
            measure: self.measure(),
            year_choice: None,
        }
    }

    /// Returns the figures of the article that is read, under the area that it is about.
    fn article_content(&self) -> Option<ScreenContent> {
        let key = self.nav.reader?.article;
        let (dataset, article) = (self.dataset(), &self.dataset().articles[key]);
        let figures = reader::figures(dataset, key);
        let indicators = figures.iter().map(|figure| dataset.observations[*figure].indicator).unique().collect_vec();
        let name =
            Text::new(format!("《{}》所载指标", article.title), format!("the indicators of 《{}》", article.title));
        let (areas, stem) = (vec![article.area], format!("cppcc-{}", article.id));
        (!indicators.is_empty()).then(|| ScreenContent {
            name,
            file_stem: stem,
            areas,
            indicators,
            ..self.areas_content()
        })
    }
}
