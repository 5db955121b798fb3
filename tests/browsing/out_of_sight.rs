//! What has no room on a screen is counted in a row of its own: nothing lies over data, on any screen, at any size.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::action::Direction;
use cppcc::app::span_role::SpanRole;
use cppcc::app::{Action, Pane, Screen, State, details};
use cppcc::domain::Measure;
use cppcc::text::Lang;
use support::library::shipped;
use support::screen::{LOOK, draw, lines_in, lines_of, opened, row_of};

const SIZES: [(u16, u16); 6] = [(40, 12), (60, 20), (80, 24), (100, 30), (120, 36), (200, 50)];

/// Every screen at every size in both languages, at its start and scrolled down.
fn every_screen(mut check: impl FnMut(&State, &str)) {
    for lang in [Lang::Zh, Lang::En] {
        for size in SIZES {
            for screen in Screen::ALL {
                let mut state = opened(lang, size);
                state.apply(Action::Show(screen));
                for (times, then) in [(0, "start"), (25, "middle"), (2000, "end")] {
                    for _ in 0..times.min(60) {
                        state.apply(Action::Move(Direction::Down));
                    }
                    if times > 60 {
                        state.apply(Action::Last);
                    }
                    check(&state, &format!("{} {size:?} {lang:?} {then}", screen.id()));
                }
            }
        }
    }
}

/// The numbers of the row that says how a pane goes on: above and below. `None` where it is another row.
fn hidden(row: &str) -> Option<(usize, usize)> {
    let is_hint = row
        .chars()
        .all(|sign| sign.is_ascii_digit() || "↑↓ 前有还行moreabv*^,".contains(sign) || row.contains(['*', '^']));
    let count = |sign: char| {
        let (_, rest) = row.rsplit_once(sign)?;
        let digits: String =
            rest.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    (is_hint && (row.contains('↑') || row.contains('↓')))
        .then(|| (count('↑').unwrap_or_default(), count('↓').unwrap_or_default()))
}

/// All lines of a pane: those of the details, or of a terminal that is so high that nothing is out of sight.
fn unbounded(state: &State, pane: Pane) -> Vec<String> {
    if pane == Pane::Drilldown {
        let room = usize::from(state.layout().pane(pane).unwrap().width);
        let of = |(text, role): &(String, SpanRole)| match role {
            SpanRole::AreaSymbol(area) => LOOK.area_symbol(area.position()).to_owned(),
            _ => text.clone(),
        };
        let lines = details::lines(state, room);
        return lines.iter().map(|line| line.iter().map(of).collect::<String>().trim_end().to_owned()).collect();
    }
    let mut high = state.clone();
    high.apply(Action::Resize(state.size().0, 900));
    lines_of(&high, pane)
}

#[test]
fn no_line_is_covered_and_all_that_is_hidden_is_counted() {
    let mut counted = 0;
    every_screen(|state, name| {
        for pane in [Pane::Main, Pane::Drilldown] {
            let mut state = state.clone();
            if state.layout().pane(pane).is_none() {
                state.apply(Action::Focus(pane));
            }
            let all = unbounded(&state, pane);
            let mut shown = lines_of(&state, pane);
            let goes_on = shown.last().and_then(|row| hidden(row));
            if goes_on.is_some() {
                shown.pop();
                counted += 1;
            }
            let head = usize::from(
                pane == Pane::Main && state.screen() != Screen::Reader && state.screen() != Screen::INITIATIVES,
            );
            assert_eq!(shown[..head], all[..head], "{name}: the head");
            let (rows, all) = (&shown[head..], &all[head..]);
            // The grid is followed by its sources only where all of them have room.
            let is_grid = state.screen() == Screen::Coverage && pane == Pane::Main;
            let filled = rows.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
            let rows = if is_grid { &rows[..filled] } else { rows };
            let filled = if all.len() < rows.len() { rows[..all.len()].to_vec() } else { rows.to_vec() };
            assert!(rows[filled.len()..].iter().all(String::is_empty), "{name} {pane:?}: nothing stands below");
            let rows = filled.as_slice();
            let start = all.windows(rows.len()).position(|part| part == rows);
            let start = start.unwrap_or_else(|| panic!("{name} {pane:?}: {rows:#?} are no part of {all:#?}"));
            let used = all.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
            if let Some((above, below)) = goes_on {
                assert_eq!(above, start, "{name} {pane:?}: lines above");
                if !is_grid {
                    assert_eq!(above + rows.len() + below, used, "{name} {pane:?}: all lines");
                }
            } else if !is_grid {
                assert!(start == 0 && used <= rows.len(), "{name} {pane:?} does not say that it goes on");
            }
        }
    });
    assert!(counted > 200, "{counted}");
}

#[test]
fn cities_that_are_out_of_sight_are_counted_and_every_column_has_its_mark() {
    every_screen(|state, name| {
        if !matches!(state.screen(), Screen::Compare | Screen::Coverage) {
            return;
        }
        let pane = state.layout().pane(Pane::Main).unwrap();
        let columns = state.table_columns(pane.width);
        let head = lines_in(&draw(state, LOOK), pane).remove(0);
        let all = state.dataset().areas.len();
        let after = all - columns.first - columns.count;
        for (count, sign) in [(columns.first, '‹'), (after, '›')] {
            let told = head.split_once(sign).map(|(_, rest)| rest.trim_start().starts_with(&count.to_string()));
            assert_eq!(told, (count > 0).then_some(true), "{name}: {head}");
        }
        for key in state.dataset().areas.keys().skip(columns.first).take(columns.count) {
            assert!(head.contains(LOOK.area_symbol(key.position())), "{name}: {head}");
        }
    });
}

#[test]
fn a_value_has_its_year_or_a_sign_for_it() {
    let (mut dated, mut signed) = (0, 0);
    for lang in [Lang::Zh, Lang::En] {
        for size in SIZES {
            let mut state = opened(lang, size);
            for measure in std::iter::successors(Some(Measure::Raw), |measure| Some(measure.next())).take(4) {
                state.put(measure, state.year_choice());
                state.apply(Action::First);
                for _ in 0..20 {
                    state.apply(Action::Move(Direction::Down));
                    state.apply(Action::Move(Direction::Down));
                    state.apply(Action::Move(Direction::Down));
                    let pane = state.layout().pane(Pane::Main).unwrap();
                    let columns = state.table_columns(pane.width);
                    let buffer = draw(&state, LOOK);
                    let last = row_of(&buffer, pane, pane.height - 1);
                    let rows = pane.height - 1 - u16::from(hidden(last.trim_end()).is_some());
                    let mut is_signed = false;
                    let shown = state.compare().rows().iter().skip(state.compare().top()).take(usize::from(rows));
                    for (at, row) in shown.enumerate() {
                        let Some(indicator) = row.indicator() else { continue };
                        let figures = state.row_figures(indicator);
                        for (place, rect) in columns.rects(pane) {
                            let figure = figures.of(place).unwrap();
                            let has_value = figure.content.as_ref().is_ok_and(|figure| figure.extent.is_ok());
                            let cell = row_of(&buffer, rect, u16::try_from(at).unwrap() + 1);
                            let year = cell.trim_end().rsplit_once('\'');
                            let before = year.map(|(before, _)| before);
                            // A mark and a Chinese unit are told from a year without a space.
                            let tells = |last: char| last == ' ' || last == '^' || ('一'..='鿿').contains(&last);
                            let is_apart = before.is_some_and(|text| text.ends_with(tells) || text.contains('＋'));
                            assert!(before.is_none() || is_apart, "{size:?} {lang:?}: {cell:?}");
                            is_signed |= cell.ends_with('*');
                            dated += usize::from(year.is_some());
                            signed += usize::from(cell.ends_with('*'));
                            let is_told = year.is_some() || cell.ends_with('*') || cell.contains('…');
                            assert!(!has_value || is_told, "{size:?} {lang:?} {}: {cell:?}", measure.id());
                        }
                    }
                    let is_explained = last.contains("* ");
                    assert!(!is_signed || is_explained, "{size:?} {lang:?}: {last}");
                }
            }
        }
    }
    assert!(dated > 5000 && signed > 50, "{dated} {signed}");
}

#[test]
fn a_row_that_find_goes_to_stands_among_its_neighbours() {
    let dataset = shipped();
    for size in [(40, 12), (80, 24), (120, 36)] {
        for (_, indicator) in dataset.indicators.iter() {
            let mut state = opened(Lang::Zh, size);
            state.apply(Action::Find);
            state.paste(&indicator.id);
            state.apply(Action::Open);
            let Some(found) = state.compare().cursor().indicator().filter(|_| state.screen() == Screen::Compare) else {
                continue;
            };
            if dataset.indicators[found].id != indicator.id {
                continue;
            }
            let (top, at, count) = (state.compare().top(), state.compare().position(), state.compare().rows().len());
            let shown = lines_of(&state, Pane::Main).len() - 2;
            assert!(at > top || at == 0, "{size:?} {}: nothing is seen above", indicator.id);
            assert!(at + 1 < top + shown || at + 1 == count, "{size:?} {}: nothing is seen below", indicator.id);
        }
    }
}

#[test]
fn the_drilldown_tells_value_period_source_and_definition_of_every_figure() {
    let dataset = shipped();
    for lang in [Lang::Zh, Lang::En] {
        let mut state = opened(lang, (200, 60));
        let labels = match lang {
            Lang::Zh => ["数值", "时段", "出处", "定义"],
            Lang::En => ["Value", "Period", "Source", "Defined"],
        };
        state.apply(Action::Show(Screen::TIMELINE));
        for row in 0..state.items().len() {
            if !state.items()[row].is_selectable() {
                continue;
            }
            state.apply(Action::PickRow(row));
            let cppcc::app::Selection::Figure(key) = state.selection() else { continue };
            let observation = &dataset.observations[key];
            let lines = details::lines(&state, 90);
            let text: Vec<String> =
                lines.iter().map(|line| line.iter().map(|(text, _)| text.as_str()).collect()).collect();
            let at = labels.map(|label| text.iter().position(|line: &String| line.starts_with(label)));
            assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{}: {text:#?}", observation.id);
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            let all = squeezed(&text.concat());
            let definition = dataset.indicators[observation.indicator].definition.get(lang);
            assert!(all.contains(&squeezed(definition)), "{}: {definition}", observation.id);
            for caveat in &dataset.articles[observation.source.article].caveats {
                assert!(!all.contains(&squeezed(caveat.get(lang))), "{}: {}", observation.id, caveat.get(lang));
            }
        }
    }
}

#[test]
fn the_reader_calls_our_own_words_a_digest() {
    let dataset = shipped();
    for (lang, says) in [(Lang::Zh, "以下是摘要"), (Lang::En, "digest in our own words")] {
        for size in SIZES {
            let room = usize::from(size.0) - 2;
            for (key, article) in dataset.articles.iter() {
                let lines =
                    cppcc::app::screens::reader::lines(&dataset, key, lang, cppcc::text::CharSet::Unicode, room);
                let text: String = lines.iter().flatten().map(|(text, _)| text.as_str()).collect();
                let spaced: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let plain = |text: &str| {
                    text.chars().filter(|sign| !sign.is_whitespace() && !"“”‘’".contains(*sign)).collect::<String>()
                };
                let squeezed = plain(&text);
                if !dataset.sections(key).is_empty() {
                    let told = squeezed.contains(&says.split_whitespace().collect::<String>());
                    assert!(told, "{} at {room}: {spaced}", article.id);
                }
                assert_eq!(
                    squeezed.matches("全文").count(),
                    squeezed.matches("已读全文").count()
                        + article.title.matches("全文").count()
                        + own_words(&dataset, key, lang).matches("全文").count(),
                    "{}: {spaced}",
                    article.id
                );
                let phrases = dataset.sections(key).iter().flat_map(|section| section.body.figures());
                for figure in phrases {
                    let source = &dataset.observations[figure].source;
                    let printed = plain(&source.printed);
                    assert!(source.article != key || squeezed.contains(&printed), "{}: {printed}", article.id);
                }
            }
        }
    }
}

/// What the data says of an article, in which the word may stand.
fn own_words(dataset: &cppcc::domain::Dataset, key: cppcc::domain::Key<cppcc::domain::Article>, lang: Lang) -> String {
    let article = &dataset.articles[key];
    let caveats = article.caveats.iter().map(|caveat| caveat.get(lang));
    let outlet = article.outlet_text();
    let about = [Some(outlet.get(lang)), article.statement.as_ref().map(|text| text.get(lang))];
    caveats.chain(about.into_iter().flatten()).collect()
}
