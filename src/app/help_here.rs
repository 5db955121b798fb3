//! What the help says first: what the keys do on the screen as it is now. The same keys do different things elsewhere, and whoever
//! asks for help stands before this screen.

use super::action::{Action, Direction};
use super::keymap::Binding;
use super::screen::{ListScreen, Screen};
use super::selection::Selection;
use super::state::State;
use super::usable::Axis;
use crate::text::Phrase;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

impl Screen {
    /// Returns the heading over the keys that do something on this screen.
    const fn keys_heading(self) -> Phrase {
        match self {
            Self::Compare => phrase("在“对比”，现在可用", "On Compare, now"),
            Self::CITY => phrase("在“城市”，现在可用", "On City, now"),
            Self::Coverage => phrase("在“覆盖”，现在可用", "On Coverage, now"),
            Self::TIMELINE => phrase("在“时间”，现在可用", "On Timeline, now"),
            Self::INITIATIVES => phrase("在“平台”，现在可用", "On Initiatives, now"),
            Self::Reader => phrase("在“文章”，现在可用", "In Reader, now"),
            Self::ARTICLES => phrase("在“文章目录”，现在可用", "On Articles, now"),
        }
    }

    /// Returns what the arrows do along an axis.
    const fn arrows_about(self, axis: Axis) -> Phrase {
        match (self, axis) {
            (Self::Compare, Axis::Vertical) => phrase("换指标；条形和出处跟着变", "Indicator; bars and source follow"),
            (Self::Compare, Axis::Horizontal) => phrase("换城市；条形和出处跟着变", "City; bars and source follow"),
            (Self::Coverage, Axis::Vertical) => phrase("换主题", "Theme"),
            (Self::Coverage | Self::CITY, Axis::Horizontal) => phrase("换城市", "City"),
            (Self::Reader, Axis::Vertical) => phrase("上下滚动", "Scroll"),
            (Self::Reader, Axis::Horizontal) => phrase("前一篇、后一篇文章", "The article before, the next one"),
            (Self::List(_), Axis::Vertical) => phrase("换一行；详情跟着变", "Row; details follow"),
            (Self::List(ListScreen::Timeline | ListScreen::Initiatives | ListScreen::Articles), _) => {
                phrase("到前一城市、后一城市的各行", "To the rows of the city before, of the next one")
            }
        }
    }
}

/// Returns what the selection opens.
const fn open_about(screen: Screen, selection: Selection) -> Phrase {
    match (screen, selection) {
        (Screen::Compare, Selection::Theme { .. }) => phrase("展开或折叠这个主题", "Expand or fold this theme"),
        (Screen::Compare, Selection::Cell { .. }) => {
            phrase("到这个数字的出处；没有数字的，看缺在哪里", "To the source of this figure, or why there is none")
        }
        (Screen::Reader, _) => phrase("到这个数字的各市对比", "To the comparison of this figure"),
        (_, Selection::Cell { .. }) => phrase("到这项指标的各市对比", "To the comparison of this indicator"),
        (_, Selection::Theme { .. }) => phrase("到这个主题的对比", "To the comparison of this theme"),
        (_, Selection::Figure(_)) => phrase("到这个数字的出处", "To the source of this figure"),
        (_, Selection::Article(_)) => phrase("读这篇文章", "Read this article"),
        (_, Selection::Initiative(_)) => phrase("到这个平台的出处", "To the source of this initiative"),
        (_, Selection::Nothing) => phrase("打开", "Open"),
    }
}

/// Whether a binding is told among those that do something now: what is of this screen alone.
pub(super) fn is_told(state: &State, binding: &Binding) -> bool {
    binding.screens.is_some() && binding.works_on(state.screen()) && state.is_usable(binding.action)
}

/// Returns the heading and the keys that do something on the screen as it is.
pub(super) fn entries(
    state: &State,
    entry: impl Fn(&Binding) -> (String, &'static str),
) -> (&'static str, Vec<(String, &'static str)>) {
    let (lang, screen) = (state.lang(), state.screen());
    let key = |action: Action| state.keys().dashboard.key_of(action).map(|key| key.name(state.charset()));
    let pair = |actions: [Direction; 2], axis: Axis| {
        let keys: Vec<String> = actions.into_iter().filter_map(|one| key(Action::Move(one))).collect();
        state.can_move(axis).then(|| (keys.join(" "), screen.arrows_about(axis).get(lang)))
    };
    let rows = pair([Direction::Up, Direction::Down], Axis::Vertical);
    let sides = pair([Direction::Left, Direction::Right], Axis::Horizontal);
    let open = key(Action::Open).filter(|_| state.is_usable(Action::Open));
    let open = open.map(|key| (key, open_about(screen, state.selection()).get(lang)));
    let bound = state.keys().dashboard.iter().filter(|binding| is_told(state, binding) && !binding.chords.is_empty());
    let told = [rows, sides, open].into_iter().flatten().chain(bound.map(entry)).collect();
    (screen.keys_heading().get(lang), told)
}
