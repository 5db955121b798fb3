//! Chooses which of several figures stand in the selected comparison.

use crate::app::state::State;
use crate::domain::{Comparison, FigureChoice, Indicator, Key, Request, compare};
use crate::text::{Lang, Phrase, Text};

const NO_INDICATOR: Phrase = Phrase { zh: "请先选一项指标", en: "Select an indicator first" };
const NOTHING_ELSE: Phrase = Phrase {
    zh: "此指标在该时期只有一种口径和范围",
    en: "Of this indicator one variant and scope alone is held for this time",
};
const BY_THE_PROGRAM: Phrase =
    Phrase { zh: "由程序选取：取多数地区有的", en: "chosen by the program: what most areas have" };

impl State {
    /// Goes from the program's choice to each variant and scope that areas hold for the selected indicator, and back.
    pub(super) fn next_figure_choice(&mut self) {
        let Some(indicator) = self.nav.compare.cursor().indicator() else {
            self.notify(NO_INDICATOR);
            return;
        };
        let choices = self.choices(indicator);
        if choices.len() < 2 {
            self.choose(indicator, FigureChoice::default());
            self.notify(NOTHING_ELSE);
            return;
        }
        let now = self.figure_choice(indicator);
        let index = if now.is_open() {
            0
        } else {
            // One that is held no longer is followed by the program's own.
            choices.iter().position(|choice| *choice == now).map_or(choices.len(), |index| index + 1)
        };
        let next = choices.get(index).cloned().unwrap_or_default();
        self.notify(said(&next, index, choices.len()));
        self.choose(indicator, next);
        self.nav.scroll = 0;
    }

    /// Whether there is something to choose for the selected indicator.
    pub(in crate::app) fn has_figure_choices(&self) -> bool {
        self.nav.compare.cursor().indicator().is_some_and(|indicator| {
            !self.figure_choice(indicator).is_open() || self.comparison(indicator).choices(self.dataset()).len() > 1
        })
    }

    /// Returns what there is to choose from: it is the same whatever is chosen now.
    fn choices(&self, indicator: Key<Indicator>) -> Vec<FigureChoice> {
        let dataset = self.dataset();
        let choices = |comparison: &Comparison| comparison.choices(dataset).to_vec();
        let request = self.request(indicator);
        if request.figure_choice.is_open() {
            return choices(self.comparison(indicator));
        }
        choices(&compare(dataset, &Request { figure_choice: FigureChoice::default(), ..request }))
    }
}

/// Says what is chosen now, and how many choices there are.
fn said(choice: &FigureChoice, index: usize, of: usize) -> Text {
    match choice.name() {
        None => Text::new(format!("口径：{}", BY_THE_PROGRAM.zh), format!("Figures {}", BY_THE_PROGRAM.en)),
        Some(name) => {
            let number = index + 1;
            Text::new(
                format!("口径（{number}/{of}）：{}", name.get(Lang::Zh)),
                format!("Figures ({number} of {of}): {}", name.get(Lang::En)),
            )
        }
    }
}
