//! The key table. What a key does, what the help and the footer say of it, and which keys do the same thing stand in one
//! row. Every action has an arrow, Control or function key beside its letter, since under a Chinese input method
//! letters arrive late or full-width; full-width letters are folded.

mod chord;
mod group;
mod press;
mod table;

pub use chord::{Chord, NotAKey};
pub use group::Group;
pub use press::{action, action_in_room, mouse_action};
pub use table::{KeyTable, Keys};

use super::action::{Action, Direction, PageStep};
use super::state::{Screen, State};
use super::talk::Step;
use crate::text::Phrase;
use crate::wording::Citation;
use chord::shifted;
pub(super) use chord::{control, key, letter};
pub(super) use ratatui::crossterm::event::KeyCode;
use std::borrow::Cow;

/// One row of the key table.
#[derive(Clone, Debug)]
pub struct Binding {
    /// Its name in files of settings, which never changes; empty where its keys can't be others.
    pub id: &'static str,
    /// What it is about.
    pub group: Group,
    /// The keys that do it; the first is the one that the footer shows.
    pub chords: Cow<'static, [Chord]>,
    /// What they do.
    pub action: Action,
    /// The screens on which they do it; `None` for all.
    pub screens: Option<&'static [Screen]>,
    /// A word for the footer; `None` where the footer leaves it out.
    pub hint: Option<Phrase>,
    /// A sentence for the help.
    pub about: Phrase,
}

pub(super) const fn row(
    group: Group,
    id: &'static str,
    chords: &'static [Chord],
    action: Action,
    hint: Option<Phrase>,
    about: Phrase,
) -> Binding {
    Binding { id, group, chords: Cow::Borrowed(chords), action, screens: None, hint, about }
}

const fn only_on(screens: &'static [Screen], mut binding: Binding) -> Binding {
    binding.screens = Some(screens);
    binding
}

impl Binding {
    /// Whether the keys do something on this screen.
    #[must_use]
    pub fn works_on(&self, screen: Screen) -> bool {
        self.screens.is_none_or(|screens| screens.contains(&screen))
    }
}

pub(super) const fn said(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// The key table, in the order of the footer; the help puts it in groups.
pub const BINDINGS: &[Binding] = &[
    row(
        Group::Move,
        "move-up",
        &[key(KeyCode::Up), letter('k')],
        Action::Move(Direction::Up),
        None,
        said("上移", "Move up"),
    ),
    row(
        Group::Move,
        "move-down",
        &[key(KeyCode::Down), letter('j')],
        Action::Move(Direction::Down),
        None,
        said("下移", "Move down"),
    ),
    row(
        Group::Move,
        "move-left",
        &[key(KeyCode::Left), letter('h')],
        Action::Move(Direction::Left),
        None,
        said("前一城市；文章中为前一篇", "Previous city (Reader: article)"),
    ),
    row(
        Group::Move,
        "move-right",
        &[key(KeyCode::Right), letter('l')],
        Action::Move(Direction::Right),
        None,
        said("后一城市；文章中为后一篇", "Next city (Reader: article)"),
    ),
    row(
        Group::Move,
        "page-down",
        &[key(KeyCode::PageDown), letter(' ')],
        Action::Page(PageStep::Down),
        None,
        said("下一页", "Page down"),
    ),
    row(
        Group::Move,
        "page-up",
        &[key(KeyCode::PageUp), control('b')],
        Action::Page(PageStep::Up),
        None,
        said("上一页", "Page up"),
    ),
    row(
        Group::Move,
        "half-page-down",
        &[control('d')],
        Action::Page(PageStep::HalfDown),
        None,
        said("下半页", "Half a page down"),
    ),
    row(
        Group::Move,
        "half-page-up",
        &[control('u')],
        Action::Page(PageStep::HalfUp),
        None,
        said("上半页", "Half a page up"),
    ),
    row(Group::Move, "first", &[key(KeyCode::Home), letter('g')], Action::First, None, said("到开头", "To the start")),
    row(Group::Move, "last", &[key(KeyCode::End), letter('G')], Action::Last, None, said("到末尾", "To the end")),
    row(
        Group::Move,
        "next-pane",
        &[key(KeyCode::Tab)],
        Action::NextPane,
        Some(said("窗格", "pane")),
        said("下一窗格", "Next pane"),
    ),
    row(
        Group::Move,
        "previous-pane",
        &[key(KeyCode::BackTab)],
        Action::PreviousPane,
        None,
        said("上一窗格", "Previous pane"),
    ),
    row(
        Group::Go,
        "open",
        &[key(KeyCode::Enter), control('o')],
        Action::Open,
        Some(said("打开", "open")),
        said(
            "打开所选：数字到出处，出处到对比；主题展开",
            "Open: a figure’s source; from the source, its comparison; expand a theme",
        ),
    ),
    row(Group::Go, "back", &[key(KeyCode::Esc)], Action::Back, None, said("返回", "Back")),
    row(
        Group::Go,
        "find",
        &[letter('/'), control('f')],
        Action::Find,
        Some(said("查找", "find")),
        said("查找城市、指标、平台、文章、数字；可用拼音", "Find anything: a name, pinyin, initials"),
    ),
    row(
        Group::Words,
        "copy",
        &[letter('y'), control('y')],
        Action::Copy(Citation::Sentence),
        Some(said("复制", "copy")),
        said("复制所选数字及其出处", "Copy the selected figure with its citation"),
    ),
    row(
        Group::Words,
        "copy-reference",
        &[letter('Y'), control('g')],
        Action::Copy(Citation::Gbt7714),
        None,
        said("复制出处，按 GB/T 7714 著录", "Copy the source as a reference (GB/T 7714)"),
    ),
    row(
        Group::Look,
        "next-measure",
        &[letter('m'), key(KeyCode::F(6))],
        Action::NextMeasure,
        Some(said("折算", "measure")),
        said(
            "折算：原值、每月、每百名委员、每百万人口",
            "Measure: raw, per month, per 100 members, per million residents",
        ),
    ),
    row(
        Group::Look,
        "next-moment",
        &[letter('t'), key(KeyCode::F(7))],
        Action::NextMoment,
        Some(said("年份", "year")),
        said("年份：最近、时段最接近、各年", "Year: latest, closest in time, each year"),
    ),
    only_on(
        &[Screen::Compare],
        row(
            Group::Look,
            "sort",
            &[letter('s'), key(KeyCode::F(8))],
            Action::Sort,
            Some(said("排序", "sort")),
            said("条形图按数值或按城市排列", "Bars by value, or by city"),
        ),
    ),
    row(
        Group::Look,
        "zoom",
        &[letter('z'), key(KeyCode::F(9))],
        Action::Zoom,
        Some(said("放大", "zoom")),
        said("放大当前窗格，再按还原", "Enlarge the pane, or restore it"),
    ),
    only_on(
        &[Screen::Compare],
        row(
            Group::Look,
            "unfold-all",
            &[letter('x'), key(KeyCode::F(4))],
            Action::FoldAll,
            Some(said("展开", "expand")),
            said("展开全部主题，再按折叠", "Expand all themes, or fold them"),
        ),
    ),
    row(
        Group::Words,
        "language",
        &[letter('L'), key(KeyCode::F(2))],
        Action::SwitchLanguage,
        Some(said("English", "中文")),
        said("界面语言：中文、英文", "Language: English, Chinese"),
    ),
    row(
        Group::Look,
        "reload",
        &[control('r'), key(KeyCode::F(3))],
        Action::Reload,
        None,
        said("重新读取数据", "Reload the data"),
    ),
    only_on(
        &[Screen::Reader],
        row(
            Group::Go,
            "next-figure",
            &[letter('n'), control('n')],
            Action::NextFigure,
            Some(said("下一数字", "next figure")),
            said("文章中的下一个数字", "Next figure of the article"),
        ),
    ),
    only_on(
        &[Screen::Reader],
        row(
            Group::Go,
            "previous-figure",
            &[letter('N'), control('p')],
            Action::PreviousFigure,
            None,
            said("文章中的上一个数字", "Previous figure of the article"),
        ),
    ),
    row(
        Group::Go,
        "compare",
        &[letter('1')],
        Action::Show(Screen::Compare),
        None,
        said("对比：我们处在什么位置", "Compare: how do we stand?"),
    ),
    row(
        Group::Go,
        "city",
        &[letter('2')],
        Action::Show(Screen::City),
        None,
        said("城市：该市政协做了什么", "City: what has it done?"),
    ),
    row(
        Group::Go,
        "coverage",
        &[letter('3')],
        Action::Show(Screen::Coverage),
        None,
        said("覆盖：谁公布了什么", "Coverage: who says what?"),
    ),
    row(
        Group::Go,
        "timeline",
        &[letter('4')],
        Action::Show(Screen::Timeline),
        None,
        said("时间：数字属于哪个时段", "Timeline: which period?"),
    ),
    row(
        Group::Go,
        "initiatives",
        &[letter('5')],
        Action::Show(Screen::Initiatives),
        None,
        said("平台：谁用什么办法", "Initiatives: who does it how?"),
    ),
    row(
        Group::Go,
        "reader",
        &[letter('6')],
        Action::Show(Screen::Reader),
        None,
        said("文章：报道怎么说", "Reader: what does it say?"),
    ),
    row(
        Group::Words,
        "pin",
        &[letter('+'), key(KeyCode::F(12))],
        Action::Pin,
        None,
        said("把当前画面加入自己的演示稿", "Add this view to your own deck"),
    ),
    row(
        Group::Go,
        "present",
        &[key(KeyCode::F(5))],
        Action::Talk(Step::Begin),
        None,
        said("放映，从头开始", "Present, from the first slide"),
    ),
    row(
        Group::Go,
        "present-here",
        // Some terminals count Shift-F5 on as the seventeenth.
        &[shifted(KeyCode::F(5)), key(KeyCode::F(17))],
        Action::Talk(Step::BeginHere),
        None,
        said("放映，从与此处相应的一页开始", "Present, from the slide that shows this"),
    ),
    row(
        Group::Leave,
        "suspend",
        &[control('z')],
        Action::Suspend,
        None,
        said("暂时回到命令行，用 fg 返回", "Suspend to the shell; fg comes back"),
    ),
    row(
        Group::Leave,
        "help",
        &[letter('?'), key(KeyCode::F(1))],
        Action::Help,
        Some(said("帮助", "help")),
        said("帮助", "Help"),
    ),
    row(
        Group::Words,
        "mouse",
        &[letter('M'), key(KeyCode::F(10)), control('t')],
        Action::SwitchMouse,
        None,
        said("把鼠标交给终端选取文字，再按收回", "Give the mouse to the terminal for selecting text, and take it back"),
    ),
    row(
        Group::Leave,
        "quit",
        &[letter('q'), control('c')],
        Action::Quit,
        Some(said("退出", "quit")),
        said("退出", "Quit"),
    ),
];

/// The key table in force: that of the room while a slide is shown.
#[must_use]
pub fn bindings(state: &State) -> &KeyTable {
    if state.is_presenting() { &state.keys.room } else { &state.keys.dashboard }
}

#[cfg(test)]
mod tests;
