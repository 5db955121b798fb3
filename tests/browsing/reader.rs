//! The Reader: every figure opens its article at itself, whether or not the digest tells of it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Screen, Selection};
use cppcc::checked::SourceFile;
use cppcc::data::{load, read_folder};
use cppcc::deck::Library;
use cppcc::domain::YearChoice;
use cppcc::text::{CharSet, Lang};
use std::path::Path;
use std::rc::Rc;
use support::library::shipped;
use support::screen::opened_on;

fn every_figure_opens_at_itself(dataset: Rc<Library>) {
    let mut state = opened_on(dataset, Lang::Zh, (100, 30));
    let figures: Vec<_> = state.dataset().observations.keys().collect();
    for figure in figures {
        state.apply(Action::ReadFigure(figure));
        assert_eq!(state.screen(), Screen::Reader);
        let held = &state.dataset().observations[figure];
        assert_eq!(state.selection(), Selection::Figure(figure), "{}", held.id);
        assert_eq!(state.reader().unwrap().article, held.source.article);
    }
}

#[test]
fn every_shipped_figure_opens_its_article_at_itself() {
    every_figure_opens_at_itself(shipped());
}

#[test]
fn a_figure_that_no_section_tells_of_opens_there_too() {
    let untold = |file: SourceFile| {
        let Some(bytes) = file.bytes() else { panic!("a file that was read") };
        let text = std::str::from_utf8(bytes).unwrap();
        let text = text
            .replace("共{donghu-2024-branches}个", "若干")
            .replace(" {donghu-2024-branches} provisional", " provisional");
        SourceFile::new(file.root, file.path, text.into_bytes())
    };
    let files: Vec<_> = read_folder(Path::new("tests/data/good")).into_iter().map(untold).collect();
    let dataset = load(files).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    let branches = dataset.observations.find("donghu-2024-branches").unwrap();
    let article = dataset.observations[branches].source.article;
    let lines = cppcc::app::screens::reader::lines(&dataset, article, Lang::Zh, CharSet::Unicode, 80);
    let shown: Vec<String> = lines.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect();
    let heading = shown.iter().position(|line| line == "所载其他数字").unwrap();
    assert!(shown[heading + 1].contains("16"), "{shown:#?}");
    every_figure_opens_at_itself(Rc::new(dataset));
}

/// What an article says of one year is not compared in another, and whoever goes back finds the year as it was.
#[test]
fn the_comparison_of_a_figure_shows_that_figure() {
    let mut state = opened_on(shipped(), Lang::Zh, (100, 30));
    let dataset = shipped();
    let (mut other_years, mut others) = (0, 0);
    for (figure, observation) in dataset.observations.iter() {
        state.apply(Action::ReadFigure(figure));
        state.apply(Action::Open);
        assert_eq!(state.screen(), Screen::Compare);
        let comparison = state.comparison(observation.indicator);
        let shown = comparison.cell_of(observation.area).and_then(|cell| cell.figure());
        let is_shown = shown.is_some_and(|shown| shown.observations.contains(&figure));
        let is_said = state.notice().is_some();
        let has_moved = state.year_choice() != YearChoice::Latest;
        other_years += usize::from(is_shown && has_moved);
        others += usize::from(!is_shown);
        // Without a word it is the figure itself; a year that was changed is told, and another figure, too.
        assert_eq!(is_said, has_moved || !is_shown, "{}", observation.id);
        state.apply(Action::Back);
        assert_eq!((state.screen(), state.year_choice()), (Screen::Reader, YearChoice::Latest), "{}", observation.id);
        assert_eq!(state.selection(), Selection::Figure(figure));
    }
    assert!(other_years > 20 && others < other_years, "{other_years} {others}");
}
